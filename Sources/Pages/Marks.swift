import Assessment

/// The shapes of verdicts, drawn once a page and used by name. Each differs from the others without colour.
let markSymbols: String = {
    let shapes: [(VerdictMark, String)] = [
        (.reached, "<path d=\"M7 1.2 13 12H1z\"/>"),
        (.onTrack, "<circle cx=\"7\" cy=\"7\" r=\"5.4\"/>"),
        (.tooSlow, "<path d=\"M7 .8 13.2 7 7 13.2.8 7z\"/>"),
        (.wrongWay, "<path d=\"M7 12.8 1 2h12z\"/>"),
        (.cannotTell, "<circle class=\"ring\" cx=\"7\" cy=\"7\" r=\"4.8\"/>"),
        (.awaiting, "<circle class=\"ring\" cx=\"7\" cy=\"7\" r=\"4.8\"/><path d=\"M7 7V3a4 4 0 0 1 4 4z\"/>"),
    ]
    let symbols = shapes.map { "<symbol id=\"m-\($0.0.rawValue)\" viewBox=\"0 0 14 14\">\($0.1)</symbol>" }
    return "<svg class=\"symbols\" width=\"0\" height=\"0\" aria-hidden=\"true\" focusable=\"false\">"
        + symbols.joined() + "</svg>"
}()

/// A verdict's shape; nothing for figures that are not assessed.
func markShape(_ mark: VerdictMark) -> String {
    guard mark != .none else { return "" }
    return "<svg class=\"mark\" width=\"14\" height=\"14\" aria-hidden=\"true\" focusable=\"false\">"
        + "<use href=\"#m-\(mark.rawValue)\"/></svg>"
}

/// Shape, words and colour together.
func verdictMarkup(_ mark: VerdictMark, _ words: String) -> String {
    "<span class=\"verdict v-\(mark.rawValue)\">\(markShape(mark))<span>\(escaped(words))</span></span>"
}
