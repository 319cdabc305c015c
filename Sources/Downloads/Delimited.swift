import Vocabulary

/// How a table is spelt as text.
struct Spelling: Sendable {
    var separator: UInt8
    var decimalComma: Bool
    /// Whether the bytes that tell a spreadsheet that it is UTF-8 come first.
    var hasMark: Bool
    /// Whether text that a spreadsheet would run as a formula gets an apostrophe before it.
    var isGuarded: Bool

    /// RFC 4180: for programs.
    static let open = Spelling(separator: UInt8(ascii: ","), decimalComma: false, hasMark: false, isGuarded: false)
    /// What a spreadsheet that speaks Danish or Norwegian opens with a double click.
    static let spreadsheet = Spelling(separator: UInt8(ascii: ";"), decimalComma: true, hasMark: true, isGuarded: true)
}

/// A table as text, UTF-8, CR and LF after each line.
/// - Parameters:
///   - titles: the first line, one for each column; the columns' names where it is nil.
///   - guarded: what is added to the title of a column in which a cell was guarded against being run as a formula.
func delimited<Record>(
    _ records: [Record], _ columns: [Column<Record>], _ spelling: Spelling, titles: [String]? = nil,
    guarded: String = ""
) -> [UInt8] {
    var body: [UInt8] = []
    var hasGuarded = Array(repeating: false, count: columns.count)
    for record in records {
        for (place, column) in columns.enumerated() {
            if place > 0 { body.append(spelling.separator) }
            switch column.cell(record) {
            case .text(let text):
                if spelling.isGuarded, runsAsFormula(text) {
                    hasGuarded[place] = true
                    append("'" + text, spelling, to: &body)
                } else {
                    append(text, spelling, to: &body)
                }
            case .number(let number):
                for byte in number.utf8 {
                    body.append(byte == UInt8(ascii: ".") && spelling.decimalComma ? UInt8(ascii: ",") : byte)
                }
            case .flag(let flag): body += (flag ? "true" : "false").utf8
            case .nothing: break
            }
        }
        body += lineEnd
    }
    var bytes: [UInt8] = spelling.hasMark ? [0xEF, 0xBB, 0xBF] : []
    for (place, column) in columns.enumerated() {
        if place > 0 { bytes.append(spelling.separator) }
        append((titles?[place] ?? column.name) + (hasGuarded[place] ? guarded : ""), spelling, to: &bytes)
    }
    return bytes + lineEnd + body
}

private let lineFeed: UInt8 = 0x0A
private let carriageReturn: UInt8 = 0x0D
private let tab: UInt8 = 0x09
private let quote = UInt8(ascii: "\"")
private let lineEnd = [carriageReturn, lineFeed]

private func append(_ text: String, _ spelling: Spelling, to bytes: inout [UInt8]) {
    // Byte by byte: as a Character, CR followed by LF is neither of the two.
    let needsQuotes = text.utf8.contains {
        $0 == spelling.separator || $0 == quote || $0 == lineFeed || $0 == carriageReturn
    }
    if needsQuotes { bytes.append(quote) }
    for byte in text.utf8 {
        if byte == quote { bytes.append(quote) }
        bytes.append(byte)
    }
    if needsQuotes { bytes.append(quote) }
}

/// Whether a spreadsheet would take the text for a formula.
private func runsAsFormula(_ text: String) -> Bool {
    switch text.utf8.first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), tab, carriageReturn: true
    default: false
    }
}
