import PersonalData
import Testing

@Suite("What a scan keeps and stands")
struct SafetyTests {
    @Test("no bytes make it fail, wherever they stand in memory")
    func anyBytes() {
        var random = Seeded(state: 4711)
        let alphabet =
            Array("0123456789 -+@.,rR\u{C3}\u{85}AaMe\u{E2}".utf8) + [
                0xC2, 0xA0, 0xE2, 0x80, 0x93, 0xFF, 0, 0xC3, 0xC4,
            ]
        for header in ["x", "tlf", "cpr", "fornavn", "navn"] {
            var scan = PersonalScan(header: header)
            for round in 0..<60_000 {
                let length = Int.random(in: 0...40, using: &random)
                let bytes = (0..<length).map { _ in
                    round % 2 == 0
                        ? UInt8.random(in: 0...255, using: &random) : alphabet.randomElement(using: &random) ?? 0
                }
                // Exactly as many bytes as the cell has.
                let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: length)
                _ = memory.initialize(from: bytes)
                scan.see(UnsafeBufferPointer(memory), line: round, count: Int.random(in: 1...Int.max, using: &random))
                memory.deallocate()
            }
            _ = scan.verdict
            scan.see(UnsafeBufferPointer(start: nil, count: 0), line: 1)
        }
    }

    @Test("neither the scan nor its verdict shows a cell")
    func keepsNothing() {
        var made = Synthetic(seed: 12)
        var numbers = (0..<30).map { _ in made.danish(checked: true) }
        numbers += (0..<30).map { _ in made.norwegian() }
        var cells = numbers + numbers.map { CivilNumberTests.spelled($0, "-") }
        let words = ["Mette", "Sørensen", "mette.soerensen", "22345678"]
        cells += ["Mette Sørensen", "mette.soerensen@example.dk", "+45 22345678", "22345678"]
        let scan = scan(cells, header: "medarbejder tlf")
        var text = String(describing: scan) + String(reflecting: scan)
        dump(scan, to: &text)
        if let verdict = scan.verdict {
            text += String(describing: verdict)
            dump(verdict, to: &text)
        } else {
            Issue.record("no verdict")
        }
        for secret in numbers + words {
            #expect(!text.contains(secret))
        }
        for number in numbers {
            #expect(!text.contains(number.prefix(6)) && !text.contains(number.suffix(4)))
        }
    }
}
