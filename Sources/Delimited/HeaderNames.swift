internal import Findings

/// The names of the columns, made from the header records: trimmed, never empty and all different.
struct HeaderNames {
    private(set) var names: [String] = []
    private(set) var findings: [Finding] = []

    /// Where the header has several records, the names above one another are joined by spaces; a gap in an upper
    /// record repeats the name to its left, as merged cells are exported.
    init(_ records: ArraySlice<SampleRecord>, width: Int, file: String) {
        guard let first = records.first else {
            names = (1...max(1, width)).map { "column \($0)" }
            return
        }
        let place = Place(file: file, line: first.line)
        let raw = Self.joined(records)
        var seen: Set<String> = []
        var repeated: [String] = []
        var numbers: [String: Int] = [:]
        for (index, name) in raw.enumerated() {
            let name = name.isEmpty ? "column \(index + 1)" : name
            var unique = name
            var number = numbers[name] ?? 2
            while !seen.insert(unique).inserted {
                unique = "\(name) (\(number))"
                number += 1
            }
            if unique != name, numbers.updateValue(number, forKey: name) == nil { repeated.append(name) }
            names.append(unique)
        }
        for name in repeated {
            findings.append(
                Finding(
                    .warning, "repeated-column",
                    "several columns are named '\(name)'; the later ones are called '\(name) (2)' and so on", at: place,
                    suggestion: "give each column its own name"))
        }
        let figures = raw.count { Self.looksLikeFigure($0) }
        if figures * 2 > raw.count {
            findings.append(
                Finding(
                    .warning, "header-like-data", "the header holds more figures than names", at: place,
                    suggestion: "set 'headerRows' to 0 if the file has no header"))
        }
    }

    private static func joined(_ records: ArraySlice<SampleRecord>) -> [String] {
        let width = records.map(\.count).max() ?? 0
        var parts = [[String]](repeating: [], count: width)
        for (index, record) in zip(records.indices, records) {
            var last = ""
            for column in 0..<width {
                var name = column < record.count ? trimmedText(record.cells[column]) : ""
                if name.isEmpty, index < records.endIndex - 1 { name = last }
                last = name
                if !name.isEmpty, parts[column].last != name { parts[column].append(name) }
            }
        }
        return parts.map { $0.joined(separator: " ") }
    }

    /// A number or a date, but not a year, which may well name a column.
    private static func looksLikeFigure(_ name: String) -> Bool {
        let bytes = Array(name.utf8)
        guard bytes.contains(where: isDigit), !bytes.contains(where: isLetter) else { return false }
        return bytes.count != 4 || !bytes.allSatisfy(isDigit)
    }
}

/// The text of a cell without the white space around it, no-break spaces included.
func trimmedText(_ cell: [UInt8]) -> String {
    let scalars = Array(String(decoding: cell, as: UTF8.self).unicodeScalars)
    let white: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace || $0 == "\u{FEFF}" }
    guard let first = scalars.firstIndex(where: { !white($0) }), let last = scalars.lastIndex(where: { !white($0) })
    else { return "" }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[first...last])
    return String(text)
}
