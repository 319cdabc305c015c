public import Findings

/// A staged file that can be read as text, and the notice it must carry.
public struct StagedText: Sendable {
    public var path: String
    public var text: String
    /// What a file made from invented data says inside itself; nil where it need not.
    public var requiredNotice: String?

    public init(path: String, text: String, requiredNotice: String?) {
        self.path = path
        self.text = text
        self.requiredNotice = requiredNotice
    }
}

/// Checks staged files: no phrase without words, no template mark left, and the notice where the data are invented.
public func faults(in files: [StagedText]) -> [Finding] {
    files.flatMap { file -> [Finding] in
        var findings: [Finding] = []
        for mark in ["⟦", "{{", "}}"] where file.text.contains(mark) && file.path.hasSuffix(".html") {
            findings.append(
                Finding(
                    .error, "unfinished-page", "'\(mark)' is left on the page", at: Place(file: file.path),
                    suggestion: "this is a fault in the program's words or templates: report it"))
        }
        if let notice = file.requiredNotice, !file.text.contains(notice), !file.text.contains(escaped(notice)) {
            findings.append(
                Finding(
                    .error, "missing-notice", "made from example data, and does not say so", at: Place(file: file.path),
                    suggestion: "this is a fault in the program: do not publish, and report it"))
        }
        return findings
    }
}

/// As HTML, SVG and JSON write it.
private func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
        switch character {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\"": result += "&quot;"
        case "'": result += "&#39;"
        default: result.append(character)
        }
    }
}
