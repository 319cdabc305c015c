import Delimited
import Findings
import Testing

/// A file is read through a window of 256 KiB: where its edges fall must not matter.
@Suite("The window that a file is read through leaves no trace") struct WindowTests {
    private static let window = 1 << 18

    @Test("a blank line, a note or a row of notes at any place around an edge loses no row", arguments: 0..<32)
    func rowsAroundAnEdge(shift: Int) throws {
        var text = "a;b;c\n"
        while text.utf8.count < Self.window - 40 { text += "1;2;3\n" }
        let before = (text.utf8.count - 6) / 6
        text += String(repeating: "7", count: shift + 1) + ";2;3\n\nword\n\n"
        let after = 100_000
        text += String(repeating: "4;5;6\n", count: after)
        let file = try DelimitedFile.parse(bytes: Array(text.utf8), name: "edge.csv")
        var sum = 0
        let reading = file.forEachRecord { record in
            if record.text(0) == "4" { sum += 1 }
            return true
        }
        #expect(reading.rows == before + 1 + 1 + after && sum == after)
    }

    @Test("a pair of carriage return and line feed on both sides of an edge is one line ending", arguments: 0..<12)
    func pairsAcrossAnEdge(shift: Int) throws {
        var text = "a;b\r\n" + String(repeating: "x", count: shift + 1) + ";1\r\n"
        while text.utf8.count < Self.window * 2 { text += "longer;2\r\n" }
        let file = try DelimitedFile.parse(bytes: Array(text.utf8), name: "pairs.csv")
        #expect(file.dialect.lineEnding == .crlf && file.findings.isEmpty)
    }

    @Test("letters of several bytes and quoted line breaks across an edge are whole", arguments: 0..<8)
    func lettersAcrossAnEdge(shift: Int) throws {
        let row = "\"æøå\nÆØÅ \"\"€\"\"\";2\n"
        var text = "a;b\n" + String(repeating: "x", count: shift + 1) + ";1\n"
        var rows = 1
        while text.utf8.count < Self.window * 2 {
            text += row
            rows += 1
        }
        for bytes in [Array(text.utf8), Array(text.utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }] {
            let file = try DelimitedFile.parse(bytes: bytes, name: "letters.csv")
            var whole = 0
            let reading = file.forEachRecord { record in
                if record.text(0) == "æøå\nÆØÅ \"€\"" { whole += 1 }
                return true
            }
            #expect(reading.rows == rows && whole == rows - 1 && reading.findings.isEmpty)
        }
    }

    @Test("a quote that is never closed ends the reading after 16 MiB, with its line")
    func endlessQuote() throws {
        let text = "a;b\n1;2\n\"open;3\n" + String(repeating: "4;5\n", count: 6_000_000)
        let file = try DelimitedFile.parse(bytes: Array(text.utf8), name: "open.csv", hints: .init(quote: 0x22))
        let reading = file.forEachRecord { _ in true }
        #expect(reading.findings.contains { $0.code == "record-too-long" && $0.place?.line == 3 && $0.severity == .error })
    }
}
