import Testing
import Vocabulary

/// Every spelling that exports use, and what looks like one and is none.
@Suite struct PeriodParsing {
    @Test(arguments: [
        ("2024", "2024"), (" 2024 ", "2024"), ("1800", "1800"), ("2199", "2199"),
        ("2024K1", "2024K1"), ("2024k4", "2024K4"), ("2024Q1", "2024K1"), ("2024q3", "2024K3"), ("2024 K2", "2024K2"),
        ("Q1 2024", "2024K1"), ("q4 2024", "2024K4"), ("K1 2024", "2024K1"), ("2024M05", "2024M05"),
        ("2024m5", "2024M05"), ("2024M12", "2024M12"), ("M05 2024", "2024M05"), ("2024T1", "2024T1"),
        ("2024t3", "2024T3"), ("T1 2024", "2024T1"), ("2024H1", "2024H1"), ("2024h2", "2024H2"), ("H2 2024", "2024H2"),
        ("2023/24", "2023/24"), ("2023/2024", "2023/24"), ("1999/00", "1999/00"), ("1999/2000", "1999/00"),
        ("2023 / 24", "2023/24"), ("2014-2016", "2014-2016"), ("2014 - 2016", "2014-2016"),
        ("2023-2024", "2023-2024"), ("2022/23-2024/25", "2022/23-2024/25"), ("2022/2023-2024/2025", "2022/23-2024/25"),
        ("2024-05-17", "2024-05-17"), ("17-05-2024", "2024-05-17"), ("17.05.2024", "2024-05-17"),
        ("01.05.2024", "2024-05-01"), ("1.5.2024", "2024-05-01"), ("29-02-2024", "2024-02-29"),
        ("31-12-1999", "1999-12-31"), ("2024.05.17", "2024-05-17"),
        ("1. kvartal 2024", "2024K1"), ("4. Kvartal 2024", "2024K4"), ("2. quarter 2024", "2024K2"),
        ("3. tertial 2024", "2024T3"), ("2. halvår 2024", "2024H2"), ("1. halvaar 2024", "2024H1"),
        ("1.\u{A0}kvartal\u{A0}2024", "2024K1"), ("maj\t2024", "2024M05"),
    ]) func reads(_ text: String, _ key: String) {
        #expect(Period(text)?.key == key)
    }

    @Test(arguments: [
        ["januar", "jan", "jan.", "January", "Jan"], ["februar", "feb", "feb.", "February"],
        ["marts", "mars", "mar", "mar.", "March"], ["april", "apr", "apr.", "April"], ["maj", "mai", "May"],
        ["juni", "jun", "jun.", "June"], ["juli", "jul", "jul.", "July"], ["august", "aug", "aug.", "August"],
        ["september", "sep", "sep.", "sept.", "September"], ["oktober", "okt", "okt.", "October"],
        ["november", "nov", "nov.", "November"], ["december", "desember", "dec", "dec.", "des", "des.", "December"],
    ].enumerated().map { ($0, $1) }) func readsMonthNames(_ index: Int, _ names: [String]) {
        for name in names {
            #expect(Period(name + " 2024") == .month(2024, index + 1), "\(name)")
            #expect(Period(name.uppercased() + "  2024") == .month(2024, index + 1), "\(name)")
        }
    }

    @Test(arguments: [
        "", " ", "-", "24", "1799", "2200", "12024", "2024K0", "2024K5", "2024Q5", "2024M0", "2024M13", "2024T4", "2024T0",
        "2024H3", "2024X1", "2024K", "K1", "2024U53K1", "2023/25", "2023/2025", "2023/23", "23/24", "2016-2014",
        "2014-2014", "2000-2025", "2024/25-2022/23", "2022/23-2022/23", "2022/23-2024", "30-02-2024", "29-02-2023",
        "32-01-2024", "00-01-2024", "2024-13-01", "17-05-24", "2024-05.17", "17/05/2024", "5. kvartal 2024",
        "0. kvartal 2024", "4. tertial 2024", "3. halvår 2024", "1. uge 2024", "kvartal 2024", "maj", "2024 maj maj",
        "majs 2024", "２０２４", "2024-05-17 12:30", "i alt", "2024;", "99999999999999999999",
    ]) func refuses(_ text: String) {
        #expect(Period(text) == nil)
    }

    /// `2023-24` is a school year only where the dataset says so; a longer span is always a window.
    @Test func schoolYearsAreDeclared() {
        #expect(Period("2023-24") == nil)
        #expect(Period("2023-24", schoolYears: true) == .schoolYear(beginning: 2023))
        #expect(Period("1999-00", schoolYears: true) == .schoolYear(beginning: 1999))
        #expect(Period("2023-2024") == .window(2023, 2024))
        #expect(Period("2023-2024", schoolYears: true) == .schoolYear(beginning: 2023))
        #expect(Period("2014-2016", schoolYears: true) == .window(2014, 2016))
        #expect(Period("2023-25", schoolYears: true) == nil)
        #expect(Period("2024", schoolYears: true) == .year(2024))
    }

    /// A space within a number does not make it a year.
    @Test func spacesDoNotJoinDigits() {
        #expect(Period("20 24") == nil)
        #expect(Period("2 0 2 4") == nil)
    }

    @Test func dateNeedsARealDay() {
        #expect(Period.day(2024, 2, 29) != nil)
        #expect(Period.day(1900, 2, 29) == nil)
        #expect(Period.day(2000, 2, 29) != nil)
        for (month, days) in zip(1...12, [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]) {
            #expect(Period.day(2023, month, days) != nil, "\(month)")
            #expect(Period.day(2023, month, days + 1) == nil, "\(month)")
        }
        #expect(Period.day(2023, 0, 1) == nil && Period.day(2023, 13, 1) == nil && Period.day(2023, 1, 0) == nil)
    }
}
