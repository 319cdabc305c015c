import Delimited
import Findings
import Testing

@Suite("A record has an end") struct LongestRecordTests {
    @Test("a quote that is never closed ends the reading after 16 MiB, with its line")
    func endlessQuote() throws {
        let text = "a;b\n1;2\n\"open;3\n" + String(repeating: "4;5\n", count: 6_000_000)
        let file = try DelimitedFile.parse(bytes: Array(text.utf8), name: "open.csv", hints: .init(quote: 0x22))
        let reading = file.forEachRecord { _ in true }
        #expect(reading.findings.contains { $0.code == "record-too-long" && $0.place?.line == 3 && $0.severity == .error })
    }
}
