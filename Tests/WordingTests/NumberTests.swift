import Testing
import Vocabulary
import Wording

@Suite("Numbers and units as each language writes them")
struct NumberTests {
    @Test(
        "groups, decimal sign and minus",
        arguments: [
            (1234.5, 1, "1.234,5", "1\u{A0}234,5", "1,234.5"), (-0.04, 1, "0,0", "0,0", "0.0"),
            (-1234567.0, 0, "\u{2212}1.234.567", "\u{2212}1\u{A0}234\u{A0}567", "\u{2212}1,234,567"),
            (999.95, 1, "1.000,0", "1\u{A0}000,0", "1,000.0"), (0.5, 0, "1", "1", "1"),
            (12, 2, "12,00", "12,00", "12.00"),
        ] as [(Double, Int, String, String, String)])
    func written(value: Double, decimals: Int, danish: String, bokmal: String, english: String) {
        #expect(numberText(value, decimals: decimals, .danish) == danish)
        #expect(numberText(value, decimals: decimals, .bokmal) == bokmal)
        #expect(numberText(value, decimals: decimals, .english) == english)
    }

    @Test(
        "halves go away from zero, also those that binary numbers miss by a hair",
        arguments: [
            (0.25, 1, "0,3"), (0.45, 1, "0,5"), (-0.25, 1, "\u{2212}0,3"), (0.285 * 100, 0, "29"),
            (1.005 * 100, 0, "101"),
            (2.5, 0, "3"), (0.2499, 1, "0,2"), (100, 0, "100"),
        ] as [(Double, Int, String)])
    func halves(value: Double, decimals: Int, text: String) {
        #expect(numberText(value, decimals: decimals, .danish) == text)
    }

    @Test("a sign is written where asked for, and never on nothing")
    func signs() {
        #expect(numberText(0.9, decimals: 1, .danish, signed: true) == "+0,9")
        #expect(numberText(-0.9, decimals: 1, .danish, signed: true) == "\u{2212}0,9")
        #expect(numberText(0.01, decimals: 1, .danish, signed: true) == "0,0")
    }

    @Test(
        "what is no number is a dash, and the largest numbers do not crash", arguments: [Double.nan, .infinity, 1e300])
    func noNumber(value: Double) {
        #expect(numberText(value, decimals: 1, .danish) == "–")
    }

    @Test("large numbers keep their digits", arguments: [0, 3, 9])
    func large(decimals: Int) {
        #expect(numberText(123_456_789_012, decimals: decimals, .english).hasPrefix("123,456,789,012"))
    }

    @Test("counts")
    func counts() {
        #expect(countText(148_220, .danish) == "148.220")
        #expect(countText(-1000, .english) == "\u{2212}1,000")
        #expect(countText(0, .bokmal) == "0")
    }

    @Test("figures stand beside their unit with a no-break space")
    func units() {
        let percent = UnitOfMeasure(kind: .percent)
        #expect(percent.text(4.9, .danish) == "4,9\u{A0}%")
        #expect(percent.text(4.9, .english) == "4.9%")
        #expect(percent.bare(4.9, .bokmal) == "4,9")
        let children = UnitOfMeasure(kind: .number, label: .init(everywhere: "børn pr. voksen"))
        #expect(children.text(3.1, .danish) == "3,1\u{A0}børn pr. voksen")
        #expect(UnitOfMeasure(kind: .perThousand).text(3.1, .danish) == "3,1\u{A0}‰")
        #expect(UnitOfMeasure(kind: .score).text(3.1, .danish) == "3,1")
    }

    @Test("differences between percentages are percentage points")
    func differences() {
        let percent = UnitOfMeasure(kind: .percent)
        #expect(percent.differenceText(0.9, .danish) == "0,9\u{A0}procentpoint")
        #expect(
            percent.differenceText(-0.034, .bokmal, signed: true, moreDecimals: 1) == "\u{2212}0,03\u{A0}prosentpoeng")
        let whole = UnitOfMeasure(kind: .percent, decimals: 0)
        #expect(whole.differenceText(1, .english) == "1\u{A0}percentage point")
        #expect(whole.differenceText(2, .english) == "2\u{A0}percentage points")
        #expect(UnitOfMeasure(kind: .score).differenceText(0.2, .bokmal) == "0,2\u{A0}poeng")
    }

    @Test("exactly one of a thing is said in the singular, and one with decimals is not")
    func singular() {
        func unit(_ danish: String, _ bokmal: String, _ english: String, decimals: Int = 0) -> UnitOfMeasure {
            UnitOfMeasure(
                kind: .number, label: .init([.danish: danish, .bokmal: bokmal, .english: english]), decimals: decimals)
        }
        func texts(_ unit: UnitOfMeasure, _ value: Double) -> [String] {
            Language.allCases.map { unit.text(value, $0).replacing("\u{A0}", with: " ") }
        }
        let persons = unit("personer", "personer", "persons")
        #expect(texts(persons, 1) == ["1 person", "1 person", "1 person"])
        #expect(texts(persons, 0) == ["0 personer", "0 personer", "0 persons"])
        #expect(texts(persons, 11) == ["11 personer", "11 personer", "11 persons"])
        #expect(persons.differenceText(-1, .danish) == "\u{2212}1\u{A0}person")
        #expect(texts(unit("dage", "dager", "days", decimals: 1), 1) == ["1,0 dage", "1,0 dager", "1.0 days"])
        #expect(
            texts(unit("børn pr. voksen", "barn per voksen", "children per adult"), 1)
                == ["1 barn pr. voksen", "1 barn per voksen", "1 child per adult"])
        #expect(texts(unit("dagevis", "kr", "day-care places"), 1) == ["1 dagevis", "1 kr", "1 day-care places"])
    }

    @Test("a share in whole per cent")
    func shares() {
        #expect(percentText(0.445, .danish) == "45\u{A0}%")
        #expect(percentText(0.445, .english) == "45%")
    }
}
