import Testing
import Vocabulary
import Wording

@Suite("Periods, dates and the order of names")
struct PeriodTests {
    static let named: [(Period, String, String, String)] = [
        (.year(2025), "2025", "2025", "2025"), (.month(2026, 6), "juni 2026", "juni 2026", "June 2026"),
        (.month(2026, 3), "marts 2026", "mars 2026", "March 2026"),
        (.week(2026, 7)!, "uge 7, 2026", "uke 7, 2026", "week 7, 2026"),
        (.week(2025, 1)!, "uge 1, 2025", "uke 1, 2025", "week 1, 2025"),
        (.quarter(2026, 2), "2. kvartal 2026", "2. kvartal 2026", "the second quarter of 2026"),
        (.tertial(2026, 1), "1. tertial 2026", "1. tertial 2026", "January–April 2026"),
        (.halfYear(2026, 2), "2. halvår 2026", "2. halvår 2026", "the second half of 2026"),
        (.schoolYear(beginning: 2023), "skoleåret 2023/24", "skoleåret 2023/24", "the year 2023/24"),
        (.schoolYear(beginning: 1999), "skoleåret 1999/00", "skoleåret 1999/00", "the year 1999/00"),
        (.window(2014, 2016), "2014–2016", "2014–2016", "2014–2016"),
        (
            .schoolWindow(beginning: 2022, 2024), "skoleårene 2022/23–2024/25", "skoleårene 2022/23–2024/25",
            "the years 2022/23–2024/25"
        ),
    ]

    @Test("names", arguments: named.indices)
    func names(place: Int) {
        let (period, danish, bokmal, english) = Self.named[place]
        let found = Language.allCases.map { period.name($0).replacing("\u{A0}", with: " ") }
        #expect(found == [danish, bokmal, english])
    }

    @Test("short names")
    func shortNames() {
        let periods: [Period] = [
            .year(2025), .month(2026, 6), .quarter(2026, 2), .schoolYear(beginning: 2023), .window(2014, 2016),
            .week(2025, 1)!,
        ]
        let found = periods.map { $0.shortName(.danish).replacing("\u{A0}", with: " ") }
        #expect(found == ["2025", "jun. 26", "2. kv. 26", "2023/24", "2014–2016", "uge 1/25"])
    }

    @Test(
        "every grain has a name, a short name and a place in a sentence in every language", arguments: Language.allCases
    )
    func whole(language: Language) throws {
        let day = try #require(Period.day(2026, 11, 20))
        for period in Self.named.map(\.0) + [day] {
            for text in [period.name(language), period.shortName(language), period.inPeriod(language)] {
                #expect(!text.isEmpty && !text.contains("⟦") && !text.contains("{"), "\(text)")
            }
        }
        #expect(Period.schoolYear(beginning: 2023).inPeriod(.danish) == "i skoleåret 2023/24")
        let week = Language.allCases.map { Period.week(2026, 53)!.inPeriod($0) }
        #expect(week == ["i uge 53 i 2026", "i uke 53 i 2026", "in week 53 of 2026"])
    }

    @Test("dates")
    func dates() {
        #expect(dateText("2026-11-20", .danish) == "20.\u{A0}november 2026")
        #expect(dateText("2026-05-01", .bokmal) == "1.\u{A0}mai 2026")
        #expect(dateText("2026-11-20", .english) == "20\u{A0}November 2026")
        #expect(dateText("snart", .danish) == "snart" && dateText("", .danish).isEmpty)
    }

    @Test("Danish and Norwegian names end with æ, ø and å, and aa is å", arguments: [Language.danish, .bokmal])
    func order(language: Language) {
        let names = ["Åby", "Ældre", "Aalborg", "Zoo", "Ørsted", "område 10", "Område 2", "Andre", "Émile", "Eva"]
        let sorted = sortedByName(names, language) { $0 }
        #expect(
            sorted == ["Andre", "Émile", "Eva", "Område 2", "område 10", "Zoo", "Ældre", "Ørsted", "Åby", "Aalborg"])
    }

    @Test("English takes them as plain letters, and equal names keep their order")
    func english() {
        #expect(sortedByName(["Zoo", "Åby", "Bo"], .english) { $0 } == ["Åby", "Bo", "Zoo"])
        let equal = sortedByName([("Bo", 1), ("BO", 2), ("bo", 3)], .danish) { $0.0 }
        #expect(equal.map(\.1) == [1, 2, 3])
    }
}
