import PersonalData
import Testing

@Suite("Numbers that are no persons")
struct LookAlikeTests {
    private func column(_ count: Int = 100_000, seed: UInt64, _ make: (inout Seeded) -> String) -> [String] {
        var random = Seeded(state: seed)
        return (0..<count).map { _ in make(&random) }
    }

    @Test("100,000 random numbers of any length give no verdict", arguments: [1, 6, 7, 8, 9, 10, 11, 12, 13, 16])
    func random(length: Int) {
        #expect(verdict(column(seed: UInt64(length)) { $0.digits(length) }) == nil)
    }

    @Test("dates, times, amounts, identifiers and hashes give no verdict")
    func everyday() {
        let columns: [(String, (inout Seeded) -> String)] = [
            (
                "20240101",
                { "20\($0.digits(2))0\(Int.random(in: 1...9, using: &$0))1\(Int.random(in: 0...9, using: &$0))" }
            ),
            ("ISO date", { "2024-0\(Int.random(in: 1...9, using: &$0))-1\(Int.random(in: 0...9, using: &$0))" }),
            ("Danish date", { "1\(Int.random(in: 0...9, using: &$0))-0\(Int.random(in: 1...9, using: &$0))-2024" }),
            ("time", { "2024-05-31 12:\(Int.random(in: 10...59, using: &$0)):00" }),
            ("CVR", { String(Int.random(in: 10_000_000...45_999_999, using: &$0)) }),
            ("organisation number", { String(Int.random(in: 810_000_000...999_999_999, using: &$0)) }),
            ("production unit", { String(Int.random(in: 1_000_000_000...1_030_000_000, using: &$0)) }),
            ("EAN 13", { "57" + $0.digits(11) }),
            ("seconds since 1970", { String(Int.random(in: 1_700_000_000...1_712_999_999, using: &$0)) }),
            ("yymmdd and a serial number", { "24\(padded(Int.random(in: 1...12, using: &$0), 2))15" + $0.digits(4) }),
            ("amount", { "\(Int.random(in: 0...1_231_120_000, using: &$0)),\($0.digits(2))" }),
            ("amount with a point", { "\(Int.random(in: 100_000_000...1_231_120_000, using: &$0)).\($0.digits(2))" }),
            ("decimals that read as a date", { "010203,\($0.digits(4))" }),
            ("negative", { "-\(Int.random(in: 100_000_000...9_999_999_999, using: &$0))" }),
            ("hash", { String($0.next(), radix: 16) + String($0.next(), radix: 16) }),
            ("UUID", { Self.uuid(&$0) }),
            ("event", { "E" + $0.digits(8) }),
            ("school year", { "20\($0.digits(2))/20\($0.digits(2))" }),
            ("coordinates", { "55.\($0.digits(6)), 12.\($0.digits(6))" }),
        ]
        for (index, (name, make)) in columns.enumerated() {
            #expect(verdict(column(seed: UInt64(100 + index), make)) == nil, "\(name)")
        }
    }

    @Test("small columns of p-numbers and of organisation numbers give no verdict as a rule")
    func small() {
        var random = Seeded(state: 77)
        var alarms = (0, 0, 0)
        for _ in 0..<10_000 {
            let units = (0..<12).map { _ in String(Int.random(in: 1_000_000_000...1_030_000_000, using: &random)) }
            if verdict(units) != nil { alarms.0 += 1 }
            let companies = (0..<12).map { _ in String(Int.random(in: 810_000_000...999_999_999, using: &random)) }
            if verdict(companies) != nil { alarms.1 += 1 }
            if verdict([random.digits(10)]) != nil { alarms.2 += 1 }
        }
        // Of single numbers of ten digits 0.66 % are a Danish number with modulus 11, 0.3 % a Norwegian without its
        // zero.
        #expect(alarms.0 <= 30 && alarms.1 <= 30 && alarms.2 <= 130, "\(alarms)")
    }

    @Test("Norwegian account numbers, which have a control digit of their own, give no verdict")
    func accounts() {
        for bank in ["", "1503", "1207"] {
            var random = Seeded(state: 900)
            var accounts: [String] = []
            while accounts.count < 100_000 {
                let ten = bank + random.digits(10 - bank.count)
                let control = (11 - weigh(ten, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11
                if control < 10 { accounts.append(ten + String(control)) }
            }
            #expect(verdict(accounts) == nil, "\(bank)")
        }
    }

    @Test("a number inside a longer identifier does not count")
    func inside() {
        for cell in ["ab010203-1234-5678", "2024-010203-1234", "010203-1234-99", "1010203-1234", "010203-12345678"] {
            #expect(verdict([cell]) == nil, "\(cell)")
        }
    }

    private static func uuid(_ random: inout Seeded) -> String {
        let hex = padded16(random.next()) + padded16(random.next())
        var text = ""
        for (index, letter) in hex.enumerated() {
            if [8, 12, 16, 20].contains(index) { text.append("-") }
            text.append(letter)
        }
        return text
    }

    private static func padded16(_ number: UInt64) -> String {
        let text = String(number, radix: 16)
        return String(repeating: "0", count: 16 - text.count) + text
    }
}
