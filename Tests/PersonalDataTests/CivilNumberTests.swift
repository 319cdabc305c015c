import PersonalData
import Testing

@Suite("Civil registration numbers")
struct CivilNumberTests {
    static func spelled(_ number: String, _ joint: String) -> String { number.prefix(6) + joint + number.dropFirst(6) }

    @Test("one Danish number with its hyphen is enough, with modulus 11 or without", arguments: [true, false])
    func hyphen(checked: Bool) {
        var made = Synthetic(seed: 1)
        for joint in ["-", " - ", "\u{2010}", "\u{2013}"] {
            for _ in 0..<300 {
                let cells = ["", "tekst", "42", Self.spelled(made.danish(checked: checked), joint), "3,5"]
                #expect(verdict(cells) == PersonalVerdict(kind: .danishCivilNumber, firstLine: 5, rows: 1))
            }
        }
    }

    @Test("Danish numbers are found as bare digits, with a space, and where the first zero is gone")
    func bare() {
        var made = Synthetic(seed: 2)
        let numbers = (0..<500).map { _ in made.danish(checked: true) }
        let whole = PersonalVerdict(kind: .danishCivilNumber, firstLine: 2, rows: 500)
        #expect(verdict(numbers) == whole)
        #expect(verdict(numbers.map { Self.spelled($0, " ") }) == whole)
        #expect(verdict(numbers.map { Self.spelled($0, "\u{A0}") }) == whole)
        #expect(verdict(numbers.map { $0.hasPrefix("0") ? String($0.dropFirst()) : $0 }) == whole)
        let short = numbers.filter { $0.hasPrefix("0") && !$0.hasPrefix("00") }.map { String($0.dropFirst()) }
        #expect(verdict(short)?.kind == .danishCivilNumber)
        #expect(verdict([numbers[0]])?.kind == .danishCivilNumber)
    }

    @Test("bare Danish numbers without modulus 11 are found when there are twenty, or when the heading says so")
    func unchecked() {
        var made = Synthetic(seed: 3)
        let numbers = (0..<60).map { _ in made.danish(checked: false) }
        #expect(verdict(numbers)?.kind == .danishCivilNumber)
        #expect(verdict([numbers[0]]) == nil)
        for header in ["CPR", "CPR-nr.", "cpr_nummer", "Personnummer"] {
            #expect(verdict([numbers[0]], header: header)?.kind == .danishCivilNumber, "\(header)")
        }
        #expect(verdict((0..<5).map { _ in made.danish(checked: false, raised: true) }, header: "cpr")?.rows == 5)
    }

    @Test("erstatnings-CPR-numre are found")
    func raised() {
        var made = Synthetic(seed: 4)
        let numbers = (0..<100).map { _ in made.danish(checked: true, raised: true) }
        #expect(verdict(numbers)?.kind == .danishCivilNumber)
        #expect(verdict([Self.spelled(numbers[0], "-")])?.kind == .danishCivilNumber)
    }

    @Test("the 29th of February needs a leap year of the century that the seventh digit says")
    func leapDay() {
        #expect(verdict(["290200-1234"]) == nil)
        #expect(verdict(["290200-4234"])?.kind == .danishCivilNumber)
        #expect(verdict(["290204-1234"])?.kind == .danishCivilNumber)
        #expect(verdict(["290203-1234", "310400-1234", "001200-1234", "101300-1234", "920100-1234"]) == nil)
    }

    @Test("Norwegian numbers, D-numbers and synthetic ones are found in all their spellings")
    func norwegian() {
        var made = Synthetic(seed: 5)
        for (dayRaised, monthRaised) in [(0, 0), (40, 0), (0, 40), (0, 80), (40, 80)] {
            let numbers = (0..<300).map { _ in made.norwegian(dayRaised: dayRaised, monthRaised: monthRaised) }
            let whole = PersonalVerdict(kind: .norwegianCivilNumber, firstLine: 2, rows: 300)
            #expect(verdict(numbers) == whole)
            #expect(verdict(numbers.map { Self.spelled($0, " ") }) == whole)
            #expect(verdict(numbers.map { $0.hasPrefix("0") ? String($0.dropFirst()) : $0 }) == whole)
            #expect(verdict([numbers[0]])?.kind == .norwegianCivilNumber)
            #expect(verdict(["født \(numbers[1]), ring"])?.kind == .norwegianCivilNumber)
        }
    }

    @Test("Norwegian numbers of the rule of 2032 are found", arguments: [1, 2, 3])
    func relaxed(remainder: Int) {
        var made = Synthetic(seed: 6)
        let numbers = (0..<50).map { _ in made.norwegian(remainder: remainder) }
        #expect(verdict(numbers)?.kind == .norwegianCivilNumber)
        #expect(verdict([numbers[0]], header: "Fødselsnummer")?.kind == .norwegianCivilNumber)
    }

    @Test("a number in free text counts, with its line and rows")
    func text() {
        var made = Synthetic(seed: 7)
        let number = made.danish(checked: true)
        let long = String(repeating: "Vi har talt om det. ", count: 5)
        #expect(verdict([long + Self.spelled(number, "-")])?.kind == .danishCivilNumber)
        for text in ["ring til \(Self.spelled(number, "-"))", "(\(Self.spelled(number, "-")))", "cpr\(number) mangler"]
        {
            #expect(verdict(["Alt er godt", text]) == PersonalVerdict(kind: .danishCivilNumber, firstLine: 3, rows: 1))
        }
    }

    @Test("rows are those the caller says hold the spelling, and scans merge")
    func merging() {
        var made = Synthetic(seed: 8)
        var one = PersonalScan(header: "x")
        var other = PersonalScan(header: "x")
        var first = Self.spelled(made.danish(checked: true), "-")
        var second = Self.spelled(made.danish(checked: false), "-")
        first.withUTF8 { one.see($0, line: 90, count: 7) }
        second.withUTF8 { other.see($0, line: 12, count: 5) }
        one.merge(other)
        #expect(one.verdict == PersonalVerdict(kind: .danishCivilNumber, firstLine: 12, rows: 12))
    }
}
