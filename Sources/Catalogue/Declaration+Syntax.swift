internal import Yams
import Findings

/// What the YAML reader cannot read, in words for people who have never heard of scanners and tokens.
extension Declaration {
    func report(syntax error: YamlError) {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            report(problem, at: mark, since: context?.mark)
        case .duplicatedKeysInMapping(let duplicates, let context): report(duplicates, first: context.mark)
        case .reader(_, let offset, _, _): reportUnreadable(at: offset)
        default: reportUnreadable(at: nil)
        }
    }

    /// - Parameter offset: the character that cannot be read, where it is known.
    func reportUnreadable(at offset: Int?) {
        var place = Place(file: file)
        if let offset { (place.line, place.column) = source.place(of: offset) }
        add(
            Finding(
                .error, "syntax", "a character stands here that no text can hold", at: place,
                suggestion: "remove it, or save the file anew as UTF-8"))
    }

    private func report(_ duplicates: [String], first mark: Mark) {
        guard let name = duplicates.first else { return }
        let first = place(mark)
        let second = source.secondPlace(ofKey: name, line: mark.line, column: first.column ?? mark.column)
        add(
            Finding(
                .error, "duplicate-key", "'\(name)' is given twice: in line \(mark.line), too",
                at: second.map { Place(file: file, line: $0.line, column: $0.column) } ?? first,
                suggestion: "keep one of them"))
    }

    private func report(_ problem: String, at mark: Mark, since context: Mark?) {
        var place = place(mark)
        let line = place.line ?? mark.line, column = place.column ?? mark.column
        let sign = source.rest(line: line, column: column).first
        guard let known = known(problem, sign, since: context) else {
            return add(
                Finding(
                    .error, "syntax", "this cannot be read", at: place,
                    suggestion: "check the indentation, quotes, commas and brackets on this line and the one before"))
        }
        if known.isWhereItBegan, let context { place = self.place(context) }
        if known.isBefore { (place.line, place.column) = source.placeBefore(line: line, column: column) }
        add(Finding(.error, "syntax", known.message, at: place, suggestion: known.suggestion))
    }

    private struct Known {
        var message: String
        var suggestion: String
        /// What was begun and never ended is shown where it begins.
        var isWhereItBegan = false
        /// What is missing is shown at the end of the line before.
        var isBefore = false

        init(_ message: String, _ suggestion: String, isWhereItBegan: Bool = false, isBefore: Bool = false) {
            (self.message, self.suggestion) = (message, suggestion)
            (self.isWhereItBegan, self.isBefore) = (isWhereItBegan, isBefore)
        }
    }

    /// - Parameters: `sign` is the character it stopped at; `context` where what it was reading began.
    private func known(_ problem: String, _ sign: Character?, since context: Mark?) -> Known? {
        if sign == "\t", problem.contains("tab") || problem.contains("start any token") {
            return Known("a tab stands here", "indent with spaces")
        }
        switch problem {
        case "found character that cannot start any token":
            return Known("a text cannot begin with '\(sign ?? " ")'", "put the whole text in quotes")
        case "did not find expected alphabetic or numeric character", "found undefined alias":
            return Known("a text cannot begin with '*' or '&'", "put the whole text in quotes", isWhereItBegan: true)
        case "mapping values are not allowed in this context":
            return Known(
                "a ':' stands here where no key can end",
                "put a text that holds ': ' in quotes, or indent this line as those it belongs to")
        case "could not find expected ':'":
            return Known(
                "a line before this is no 'key: value'", "write ': ' after its key; indent the lines of a long text",
                isBefore: true)
        case "block sequence entries are not allowed in this context":
            return Known("a '-' stands here where no list can begin", "begin a list on the line after its key")
        case "found unexpected end of stream", "found unexpected document indicator":
            return Known("a quote begins here that is never closed", "close it", isWhereItBegan: true)
        case "found unknown escape character":
            return Known("in double quotes '\\' cannot stand before this", "write '\\\\', or use single quotes")
        case "did not find expected key", "did not find expected '-' indicator":
            return Known(
                "this does not fit the lines above it",
                "indent it as they are; put a text with quotes, ': ' or ' #' in it wholly in quotes")
        case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
            let bracket = problem.contains("]") ? "]" : "}"
            let since = context.map { ": the list begins in line \($0.line)" } ?? ""
            return Known(
                "',' or '\(bracket)' is missing here\(since)", "add it, or close a quote before it", isBefore: true)
        case "did not find expected node content":
            return Known("a value is missing here", "write one, or remove the comma")
        case "did not find expected <document start>":
            return Known(
                "everything has ended before this",
                "remove a '}' or ']' too many before it, or indent it as the first line")
        case "did not find expected comment or line break":
            return Known("a text after '|' or '>' begins on the next line", "move it there, or put all of it in quotes")
        case "but found another document":
            return Known("a second document begins here", "remove '---', and put the rest in a file of its own")
        default: return nil
        }
    }
}
