import Findings

/// A file on its way out that can be read as text, and the notice it must carry.
struct StagedText {
    var path: String
    var bytes: UnsafeBufferPointer<UInt8>
    var requiredNotice: String?
}

/// No phrase without words, no template mark left on a page, and the notice where the data are invented.
func faults(in file: StagedText) -> [Finding] {
    var findings: [Finding] = []
    // "}}" alone is no mark: it ends an object within an object in the data of a page.
    for mark in ["⟦", "{{"] where file.path.hasSuffix(".html") && position(of: mark, in: file.bytes) != nil {
        findings.append(
            Finding(
                .error, "unfinished-page", "'\(mark)' is left on the page", at: Place(file: file.path),
                suggestion: "this is a fault in the program's words or templates: report it"))
    }
    if let notice = file.requiredNotice, position(of: notice, in: file.bytes) == nil,
        position(of: escaped(notice), in: file.bytes) == nil
    {
        findings.append(
            Finding(
                .error, "missing-notice", "made from example data, and does not say so", at: Place(file: file.path),
                suggestion: "this is a fault in the program: do not publish, and report it"))
    }
    return findings
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
