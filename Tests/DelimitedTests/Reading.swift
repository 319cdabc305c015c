import Delimited
import Findings

/// The file that `text` makes.
func file(_ text: String, _ hints: DialectHints = .init()) throws -> DelimitedFile {
    try DelimitedFile.parse(bytes: Array(text.utf8), name: "Data/a.csv", hints: hints)
}

/// All rows of a file as strings.
func rows(_ file: DelimitedFile) -> [[String]] {
    var rows: [[String]] = []
    file.forEachRecord { record in
        rows.append((0..<record.count).map { record.text($0) })
        return true
    }
    return rows
}

/// The line each row starts on.
func lines(_ file: DelimitedFile) -> [Int] {
    var lines: [Int] = []
    file.forEachRecord { record in
        lines.append(record.line)
        return true
    }
    return lines
}

/// What refuses `bytes`, or nothing.
func refusal(_ bytes: [UInt8], _ hints: DialectHints = .init()) -> String? {
    do {
        _ = try DelimitedFile.parse(bytes: bytes, name: "Data/a.csv", hints: hints)
        return nil
    } catch {
        return "\(error)"
    }
}

extension DelimitedFile {
    /// The codes of the findings.
    var codes: [String] { findings.map(\.code) }
}
