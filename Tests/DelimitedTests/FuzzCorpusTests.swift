import Delimited
import Findings
import Foundation
import Testing

private let corpus = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures/fuzz")

/// What the fuzzer started from, learnt and found (`make fuzz`), read again by every test run.
@Suite("What must hold of any bytes")
struct FuzzCorpusTests {
    static let names = ((try? FileManager.default.contentsOfDirectory(atPath: corpus.path)) ?? []).sorted()

    @Test("there is a corpus")
    func corpusIsHere() { #expect(Self.names.count > 100) }

    @Test("holds of every file of the corpus", arguments: names)
    func holds(name: String) throws {
        let path = corpus.appendingPathComponent(name).path
        let input = try [UInt8](Data(contentsOf: URL(fileURLWithPath: path)))
        #expect(input.count <= 2_048, "the corpus is kept small")
        switch input.first {
        case 1: #expect(ReaderInvariants.faults(in: input) == [])
        case 2: #expect(PersonalScanInvariants.faults(in: input) == [])
        case 3: #expect(TwinInvariants.faults(in: input) == [])
        default:
            #expect(ReaderInvariants.faults(in: input) == [])
            try isTheSameOnDisk(path, input)
        }
    }

    private func isTheSameOnDisk(_ path: String, _ input: [UInt8]) throws {
        let opened = try? DelimitedFile.open(path: path, name: "a.csv")
        let parsed = try? DelimitedFile.parse(bytes: input, name: "a.csv")
        #expect((opened == nil) == (parsed == nil))
        if let opened, let parsed {
            let (one, other) = (WholeReading(opened), WholeReading(parsed))
            #expect(one.records == other.records && one.findings == other.findings && one.dialect == other.dialect)
        }
    }
}

/// Files are read through a window of memory. What stands in them must not depend on where its edges fall: here they
/// fall on each byte of some rows that are not like others.
@Suite("Where the window ends does not show")
struct WindowEdgeTests {
    static let bodies = [
        "1;2;3%\"x%y\";5;6%", "%%word%%", "%1;2;3%%%", ";;%", "a note%", "æøå 🌲;1;2%", "\"say \"\"hi\"\"\";1;2%",
        "\"a \"b\", c\" ;1;2%1;\"2\";3%", "\"1;2;\"x\"%\"y\";2;3%", "1;2%1;2;3;4%",
    ]

    @Test("in UTF-8", arguments: bodies, ["\n", "\r\n", "\r"])
    func plain(body: String, end: String) throws {
        try sweep(body, end, edge: 1 << 18, length: \.utf8.count) { Array($0.utf8) }
    }

    @Test("in UTF-16, where pieces of 64 KiB are made into UTF-8", arguments: bodies, ["\n", "\r\n"])
    func wide(body: String, end: String) throws {
        try sweep(body, end, edge: 1 << 15, length: \.utf16.count) { text in
            [0xFF, 0xFE] + text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        }
    }

    @Test("in Windows-1252", arguments: ["1;2;3%\"æ%ø\";5;6%", "%å å%%", "æøå;\"é\"\"è\";2%"])
    func narrow(body: String) throws {
        try sweep(body, "\r\n", edge: 1 << 16, length: \.unicodeScalars.count) { text in
            text.unicodeScalars.map { UInt8($0.value) }
        }
    }

    /// Reads `body` (`%` is a line's end) with few rows above it, and with so many that an edge, after `edge` bytes or
    /// code units, falls on each of its bytes in turn.
    private func sweep(
        _ body: String, _ end: String, edge: Int, length: (String) -> Int, encode: (String) -> [UInt8]
    ) throws {
        let row = "æ;\"2\";3" + end
        let tail = String(repeating: "4;5;6" + end, count: 60)
        let body = body.replacing("%", with: end) + tail
        let small = try read(encode("a;b;c" + end + String(repeating: row, count: 40) + body), skipping: 40)
        let above = (edge - 70) / length(row)
        for shift in 0..<60 {
            let first = "a;b;c" + end + String(repeating: "x", count: shift) + ";2;3" + end
            let large = try read(encode(first + String(repeating: row, count: above) + body), skipping: above + 1)
            #expect(large == small, "at \(shift)")
        }
    }

    private func read(_ bytes: [UInt8], skipping count: Int) throws -> [[String]] {
        let file = try DelimitedFile.parse(bytes: bytes, name: "Data/a.csv")
        var found: [[String]] = []
        let reading = file.forEachRecord { record in
            if record.row > count { found.append((0..<record.count).map { record.text($0) }) }
            return true
        }
        return found + [reading.findings.map(\.code), [reading.lineEnding.rawValue]]
    }
}
