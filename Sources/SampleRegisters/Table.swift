/// How a file is written: the dialects municipal systems use.
struct Dialect {
    enum Encoding {
        case utf8, utf8WithMark, windows1252
    }

    let encoding: Encoding
    let lineEnding: String

    /// Payroll and older systems: Windows-1252 and CRLF.
    static let payroll = Dialect(encoding: .windows1252, lineEnding: "\r\n")
    /// Portals and Excel: UTF-8 with a byte order mark and CRLF.
    static let portal = Dialect(encoding: .utf8WithMark, lineEnding: "\r\n")
    /// Newer systems: plain UTF-8 and LF.
    static let plain = Dialect(encoding: .utf8, lineEnding: "\n")
}

/// A table of text on its way to a semicolon-separated file.
struct Table {
    let header: [String]
    private(set) var rows: [[String]] = []

    init(_ header: String) {
        self.header = header.split(separator: ";").map(String.init)
    }

    mutating func add(_ cells: [String]) {
        precondition(cells.count == header.count, "a row must have the columns of its header")
        rows.append(cells)
    }

    func file(_ path: String, _ dialect: Dialect) -> SampleFile {
        var text = ""
        for row in [header] + rows {
            text += row.map(Table.quoted).joined(separator: ";")
            text += dialect.lineEnding
        }
        return SampleFile(path: path, bytes: Table.encoded(text, dialect.encoding))
    }

    private static func quoted(_ cell: String) -> String {
        guard cell.contains(where: { $0 == ";" || $0 == "\"" || $0.isNewline }) else { return cell }
        var doubled = ""
        for character in cell { doubled += character == "\"" ? "\"\"" : String(character) }
        return "\"\(doubled)\""
    }

    private static func encoded(_ text: String, _ encoding: Dialect.Encoding) -> [UInt8] {
        switch encoding {
        case .utf8: Array(text.utf8)
        case .utf8WithMark: [0xef, 0xbb, 0xbf] + Array(text.utf8)
        case .windows1252:
            text.unicodeScalars.map { scalar in
                // The half of Windows-1252 that equals Latin-1 holds every letter used here.
                precondition(
                    scalar.value < 0x80 || (0xa0...0xff).contains(scalar.value), "not in Windows-1252: \(scalar)")
                return UInt8(scalar.value)
            }
        }
    }
}
