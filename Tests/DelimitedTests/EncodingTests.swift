import Delimited
import Findings
import Testing

@Suite("Encodings and byte order marks")
struct EncodingTests {
    static let text = "Område;Værdi\nÅby – Østerå;12,5\n"

    private func read(_ bytes: [UInt8], _ hint: TextEncoding? = nil) throws -> DelimitedFile {
        try DelimitedFile.parse(bytes: bytes, name: "Data/a.csv", hints: DialectHints(encoding: hint))
    }

    private func utf16(_ text: String, bigEndian: Bool, mark: Bool) -> [UInt8] {
        ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit in
            bigEndian ? [UInt8(unit >> 8), UInt8(unit & 255)] : [UInt8(unit & 255), UInt8(unit >> 8)]
        }
    }

    @Test("UTF-8, with and without a mark")
    func utf8() throws {
        for mark in [[], [0xEF, 0xBB, 0xBF]] as [[UInt8]] {
            let file = try read(mark + Array(Self.text.utf8))
            #expect(file.dialect.encoding == .utf8 && file.dialect.bom == !mark.isEmpty)
            #expect(file.header == ["Område", "Værdi"] && rows(file) == [["Åby – Østerå", "12,5"]])
            #expect(file.findings.isEmpty)
        }
    }

    @Test("UTF-16 by mark and by its NULs", arguments: [true, false], [true, false])
    func utf16(bigEndian: Bool, mark: Bool) throws {
        let file = try read(utf16(Self.text + "😀;1\n", bigEndian: bigEndian, mark: mark))
        #expect(file.dialect.encoding == (bigEndian ? .utf16BigEndian : .utf16LittleEndian))
        #expect(file.dialect.bom == mark)
        #expect(rows(file) == [["Åby – Østerå", "12,5"], ["😀", "1"]])
    }

    @Test("half a surrogate pair and an odd last byte are replaced")
    func damagedUTF16() throws {
        var bytes = utf16("a;b\n1;", bigEndian: false, mark: true)
        bytes += [0x3D, 0xD8, 0x41, 0x00, 0x0A]
        let file = try read(bytes)
        #expect(rows(file) == [["1", "\u{FFFD}A\u{FFFD}"]])
        #expect(
            file.findings.first?.description
                == "Data/a.csv:2: warning[damaged-text]: 2 places could not be read as utf-16le and became "
                + "U+FFFD, the first here; export the file again as CSV UTF-8, or set 'encoding'")
    }

    @Test("Windows-1252, with its dashes and euros")
    func windows1252() throws {
        let bytes = Array("enhed;tekst\n".utf8) + [0xC5, 0x62, 0x79, 0x3B, 0x96, 0x80, 0xF8, 0x0A]
        let file = try read(bytes)
        #expect(file.dialect.encoding == .windows1252)
        #expect(rows(file) == [["Åby", "–€ø"]])
        #expect(file.findings.map(\.severity) == [.note] && file.codes == ["encoding-guessed"])
        #expect(try read(bytes, .windows1252).findings.isEmpty)
        #expect(rows(try read(bytes, .iso88591)) == [["Åby", "\u{96}\u{80}ø"]])
    }

    @Test("bytes that Windows-1252 lacks mean ISO 8859-1")
    func iso88591() throws {
        let file = try read([0x61, 0x3B, 0x62, 0x0A, 0xF8, 0x3B, 0x81, 0x0A])
        #expect(file.dialect.encoding == .iso88591)
        #expect(rows(file) == [["ø", "\u{81}"]])
    }

    @Test("a few damaged places do not make UTF-8 something else")
    func damagedUTF8() throws {
        let good = String(repeating: "æøå;1\n", count: 20)
        let file = try read(Array("a;b\n\(good)x".utf8) + [0xC3] + Array(";2\n".utf8))
        #expect(file.dialect.encoding == .utf8)
        #expect(rows(file).last == ["x\u{FFFD}", "2"])
        #expect(file.codes == ["damaged-text"] && file.findings[0].place?.line == 22)
    }

    @Test("hinted UTF-8 replaces what Swift's own decoder replaces")
    func replacement() throws {
        var dice = Dice(7)
        for _ in 0..<200 {
            var bytes: [UInt8] = [0x61]
            for _ in 0..<Int.random(in: 1...20, using: &dice) {
                bytes.append(UInt8.random(in: 0x80...0xFF, using: &dice))
            }
            let file = try read(Array("h\n".utf8) + bytes, .utf8)
            #expect(rows(file) == [[String(decoding: bytes, as: UTF8.self)]])
        }
    }

    @Test("letters decoded twice are noticed")
    func decodedTwice() throws {
        let file = try file("OmrÃ¥de;x\nA;1\n")
        #expect(file.codes == ["decoded-twice"] && file.findings[0].place?.line == 1)
    }

    @Test("columns count characters, not bytes, after a mark too")
    func columns() throws {
        let file = try read([0xEF, 0xBB, 0xBF] + Array("aå;b\nåæ;1\n".utf8), .utf8)
        file.forEachRecord { record in
            #expect(record.column(1) == 4)
            return true
        }
    }
}
