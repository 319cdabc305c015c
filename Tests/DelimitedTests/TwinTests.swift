import Delimited
import Findings
import Testing

@Suite("Random files read the same through the slow twin")
struct TwinTests {
    static let quotes: [UInt8?] = [UInt8(ascii: "\""), UInt8(ascii: "'"), nil]
    static let escapes: [EscapeStyle] = [.doubled, .backslash, .none]

    @Test("4,000 random files", arguments: 0..<8)
    func randomFiles(part: Int) throws {
        var dice = Dice(UInt64(2030 + part))
        for _ in 0..<500 {
            let delimiter = [UInt8](";,\t| ".utf8).randomElement(using: &dice)!
            let quote = Self.quotes.randomElement(using: &dice)!
            let escape = Self.escapes.randomElement(using: &dice)!
            let text = Self.text(delimiter: delimiter, quote: quote, &dice)
            let hints = DialectHints(
                encoding: .utf8, delimiter: delimiter, quote: quote ?? 0, escape: escape, preambleRows: 0,
                headerRows: 0, footerRows: 0)
            var twin = Twin(delimiter: delimiter, quote: quote, escape: escape)
            let found = try? DelimitedFile.parse(bytes: Array(text.utf8), name: "random.csv", hints: hints)
            twin.skipsSpaces = found?.dialect.skipsSpaces ?? false
            let all = twin.rows(of: Array(text.utf8))
            guard let first = all.firstIndex(where: { !$0.blank }), let last = all.lastIndex(where: { !$0.blank }),
                let file = found
            else {
                let white = text.allSatisfy { $0.isWhitespace }
                #expect(white, "refused \(text.debugDescription)")
                continue
            }
            let expected = all[first...last].filter { !$0.blank || file.header.count == 1 }
            var rows: [Twin.Row] = []
            file.forEachRecord { record in
                var row = Twin.Row(line: record.line, blank: false)
                for index in 0..<record.count {
                    row.fields.append(Twin.Field(bytes: Array(record.bytes(index)), column: record.column(index)))
                }
                rows.append(row)
                return true
            }
            #expect(rows.map(\.line) == expected.map(\.line), "\(text.debugDescription)")
            #expect(rows.map(\.fields) == expected.map(\.fields), "\(text.debugDescription)")
            #expect(rows.count == file.rowCount)
        }
    }

    @Test("any bytes are read or refused, under any dialect found, and profiled")
    func anyBytes() throws {
        var dice = Dice(1814)
        let pieces: [[UInt8]] = [
            [0x22], [0x27], [0x3B], [0x2C], [0x0A], [0x0D], [0x0D, 0x0A], [0x5C], [0x20], [0xC2, 0xA0], [0xC3],
            [0xE2, 0x88], [0x31], [0x2E],
            [0x31, 0x32, 0x33], [0x65], [0x2D], [0xFF], [0x3C], [0x78], [0x81], [0xE2, 0x80, 0xAF],
        ]
        var read = 0
        for _ in 0..<2_000 {
            var bytes: [UInt8] = Bool.random(using: &dice) ? [0xEF, 0xBB, 0xBF] : []
            for _ in 0..<Int.random(in: 0...80, using: &dice) { bytes += pieces.randomElement(using: &dice)! }
            guard let file = try? DelimitedFile.parse(bytes: bytes, name: "random.csv") else { continue }
            #expect(file.profile().rows == file.rowCount)
            #expect(Set(file.header).count == file.header.count && !file.header.contains(""))
            file.forEachRecord { record in
                for index in 0...record.count { _ = (record.text(index), record.column(index), record.line(of: index)) }
                return true
            }
            read += 1
        }
        #expect(read > 1_900)
    }

    private static func text(delimiter: UInt8, quote: UInt8?, _ dice: inout Dice) -> String {
        let mark = quote.map { String(UnicodeScalar($0)) } ?? "\""
        let separator = String(UnicodeScalar(delimiter))
        let pieces = [
            separator, separator, separator, mark, mark, mark + mark, "\n", "\n", "\r\n", "\r", " ", "  ", "\\",
            "\\" + mark, "a", "bc", "12,5", "æøå", "longer words here", "€", "'", "\t",
        ]
        var text = ""
        for _ in 0..<Int.random(in: 1...60, using: &dice) { text += pieces.randomElement(using: &dice)! }
        return text
    }
}
