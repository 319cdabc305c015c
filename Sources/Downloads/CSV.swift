public import Assessment
public import Vocabulary

/// The figures of an indicator as comma-separated values (RFC 4180): UTF-8 without a mark, a point in decimals, one LF a
/// line. A figure that is not shown has an empty value and its state. Text that a spreadsheet would run as a formula
/// gets an apostrophe before it.
public func csv<E: Publishable>(_ a: Assessed<E>, language: Language, sampleNotice: String) -> [UInt8] {
    var bytes = Array(Row.columns.map(\.name).joined(separator: ",").utf8)
    bytes.append(lineFeed)
    for row in rows(a, language, sampleNotice) {
        for (place, column) in Row.columns.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            append(column.cell(row), to: &bytes)
        }
        bytes.append(lineFeed)
    }
    return bytes
}

private let lineFeed: UInt8 = 0x0A
private let carriageReturn: UInt8 = 0x0D
private let tab: UInt8 = 0x09
private let quote = UInt8(ascii: "\"")

private func append(_ cell: Cell, to bytes: inout [UInt8]) {
    switch cell {
    case .text(let text): append(text, to: &bytes)
    case .number(let number): bytes += number.utf8
    case .flag(let flag): bytes += (flag ? "true" : "false").utf8
    case .nothing: break
    }
}

private func append(_ text: String, to bytes: inout [UInt8]) {
    // Byte by byte: as a Character, CR followed by LF is neither of the two.
    let needsQuotes = text.utf8.contains {
        $0 == UInt8(ascii: ",") || $0 == quote || $0 == lineFeed || $0 == carriageReturn
    }
    if needsQuotes { bytes.append(quote) }
    if runsAsFormula(text) { bytes.append(UInt8(ascii: "'")) }
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
