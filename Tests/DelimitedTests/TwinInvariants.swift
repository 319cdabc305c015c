import Delimited

/// A file read by `DelimitedFile` and by its slow twin must hold the same rows, whatever its bytes.
///
/// An input is a byte 3, a byte that says delimiter, quote and escape, and then the file.
enum TwinInvariants {
    private static let quotes: [UInt8?] = [UInt8(ascii: "\""), UInt8(ascii: "'"), nil]
    private static let escapes: [EscapeStyle] = [.doubled, .backslash, .none]

    static func faults(in input: [UInt8]) -> [String] {
        let bytes = Array(input.dropFirst(2))
        // What is no UTF-8 is replaced before it is cut into fields; marks and a first line `sep=;` are taken off.
        guard input.count > 2, let text = String(validating: bytes, as: UTF8.self),
            !bytes.starts(with: [0xEF, 0xBB, 0xBF]), !text.prefix(5).lowercased().contains("sep=")
        else { return [] }
        let choice = Int(input[1])
        let delimiter = Array(";,\t| ".utf8)[choice % 5]
        let quote = quotes[choice / 5 % 3]
        let escape = escapes[choice / 15 % 3]
        let hints = DialectHints(
            encoding: .utf8, delimiter: delimiter, quote: quote ?? 0, escape: escape, preambleRows: 0, headerRows: 0,
            footerRows: 0)
        guard let file = try? DelimitedFile.parse(bytes: bytes, name: "Data/any.csv", hints: hints) else { return [] }
        var twin = Twin(delimiter: delimiter, quote: quote, escape: escape)
        twin.skipsSpaces = file.dialect.skipsSpaces
        return differences(rows(file), twinRows(&twin, bytes, isNarrow: file.header.count == 1))
    }

    private static func rows(_ file: DelimitedFile) -> [Twin.Row] {
        var rows: [Twin.Row] = []
        file.forEachRecord { record in
            var row = Twin.Row(line: record.line, blank: false)
            for index in 0..<record.count {
                row.fields.append(Twin.Field(bytes: Array(record.bytes(index)), column: record.column(index)))
            }
            rows.append(row)
            return true
        }
        return rows
    }

    /// The twin's rows without blank lines, but for those inside a table of one column, where they are values.
    private static func twinRows(_ twin: inout Twin, _ bytes: [UInt8], isNarrow: Bool) -> [Twin.Row] {
        let all = twin.rows(of: bytes)
        guard let first = all.firstIndex(where: { !$0.blank }), let last = all.lastIndex(where: { !$0.blank }) else {
            return []
        }
        return all[first...last].filter { !$0.blank || isNarrow }
    }

    private static func differences(_ read: [Twin.Row], _ expected: [Twin.Row]) -> [String] {
        if read.count != expected.count { return ["\(read.count) rows, the twin has \(expected.count)"] }
        return zip(read, expected).enumerated().compactMap { index, pair in
            let (row, twin) = pair
            if row.line != twin.line { return "row \(index + 1) stands on line \(row.line), not \(twin.line)" }
            return row.fields == twin.fields ? nil : "row \(index + 1): \(row.fields), not \(twin.fields)"
        }
    }
}
