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
        ("2014 to 2016", "2014-2016"), ("2014 til 2016", "2014-2016"), ("2014 To 2015", "2014-2015"),
        ("2023-2024", "2023-2024"), ("2022/23-2024/25", "2022/23-2024/25"), ("2022/2023-2024/2025", "2022/23-2024/25"),
        ("2024-05-17", "2024-05-17"), ("17-05-2024", "2024-05-17"), ("17.05.2024", "2024-05-17"),
        ("01.05.2024", "2024-05-01"), ("1.5.2024", "2024-05-01"), ("29-02-2024", "2024-02-29"),
        ("31-12-1999", "1999-12-31"), ("2024.05.17", "2024-05-17"),
        ("1. kvartal 2024", "2024K1"), ("4. Kvartal 2024", "2024K4"), ("2. quarter 2024", "2024K2"),
        ("3. tertial 2024", "2024T3"), ("2. halvår 2024", "2024H2"), ("1. halvaar 2024", "2024H1"),
        ("1.\u{A0}kvartal\u{A0}2024", "2024K1"), ("maj\t2024", "2024M05"), ("1.kvartal 2024", "2024K1"),
        ("1 kvartal 2024", "2024K1"), ("1. kv. 2024", "2024K1"), ("kvartal 1, 2024", "2024K1"), ("2024-Q1", "2024K1"),
        ("1. tertial 2024", "2024T1"), ("1. halvår 2024", "2024H1"), ("1. halva\u{30A}r 2024", "2024H1"),
        ("2024-M05", "2024M05"), ("2024-05", "2024M05"), ("2024-12", "2024M12"), ("1999-01", "1999M01"),
        ("2014\u{2013}2016", "2014-2016"), ("2022/23 \u{2013} 2024/25", "2022/23-2024/25"),
        ("31/12/2024", "2024-12-31"), ("1/5/2024", "2024-05-01"), ("2024/05/17", "2024-05-17"),
        ("17. maj 2024", "2024-05-17"), ("17 May 2024", "2024-05-17"), ("1. jan. 2024", "2024-01-01"),
    ]) func reads(_ text: String, _ key: String) {
        #expect(Period(text)?.key == key)
    }

    @Test(
        arguments: [
            ["januar", "jan", "jan.", "January", "Jan"], ["februar", "feb", "feb.", "February"],
            ["marts", "mars", "mar", "mar.", "March"], ["april", "apr", "apr.", "April"], ["maj", "mai", "May"],
            ["juni", "jun", "jun.", "June"], ["juli", "jul", "jul.", "July"], ["august", "aug", "aug.", "August"],
            ["september", "sep", "sep.", "sept.", "September"], ["oktober", "okt", "okt.", "October"],
            ["november", "nov", "nov.", "November"],
            ["december", "desember", "dec", "dec.", "des", "des.", "December"],
        ].enumerated().map { ($0, $1) }) func readsMonthNames(_ index: Int, _ names: [String])
    {
        for name in names {
            #expect(Period(name + " 2024") == .month(2024, index + 1), "\(name)")
            #expect(Period(name.uppercased() + "  2024") == .month(2024, index + 1), "\(name)")
        }
    }

    @Test(arguments: [
        "", " ", "-", "24", "1799", "2200", "12024", "2024K0", "2024K5", "2024Q5", "2024M0", "2024M13", "2024T4",
        "2024T0",
        "2024H3", "2024X1", "2024K", "K1", "2024U53K1", "2023/25", "2023/2025", "2023/23", "2023/02024", "23/24",
        "2016-2014",
        "2014-2014", "2000-2025", "2024/25-2022/23", "2022/23-2022/23", "2022/23-2024", "30-02-2024", "29-02-2023",
        "32-01-2024", "00-01-2024", "2024-13-01", "17-05-24", "2024-05.17", "05/17/2024", "5. kvartal 2024",
        "2024/05", "2024-13", "2024-00", "2024-5", "2004-05", "2011-12", "31/02/2024", "30. februar 2024",
        "31. juni 2024",
        "0. kvartal 2024", "4. tertial 2024", "3. halvår 2024", "1. uge 2024", "1K 2024", "2024 kvartal 2024",
        "2024K001", "kvartal 2024", "maj", "2024 maj maj",
        "majs 2024", "２０２４", "2024K１", "i alt", "maj 24", "Q1", "uge 7", "1. maj", "2024;", "99999999999999999999",
    ]) func refuses(_ text: String) {
        #expect(Period(text) == nil)
    }

    @Test(arguments: [
        ("2024U07", "2024U07"), ("2024W07", "2024U07"), ("2024u7", "2024U07"), ("2024-W07", "2024U07"),
        ("2024-w7", "2024U07"), ("uge 7 2024", "2024U07"), ("Uge 7, 2024", "2024U07"), ("uge 7/2024", "2024U07"),
        ("uke 7, 2024", "2024U07"), ("UKE 07 2024", "2024U07"), ("week 7, 2024", "2024U07"), ("W07 2024", "2024U07"),
        ("U7 2024", "2024U07"), ("2024 uge 7", "2024U07"), ("2020U53", "2020U53"), ("uge 53, 2026", "2026U53"),
        ("2024U52", "2024U52"), ("2025W01", "2025U01"),
    ]) func readsWeeks(_ text: String, _ key: String) {
        #expect(Period(text)?.key == key)
    }

    @Test(arguments: [
        "2024U53", "uge 53, 2025", "2024W00", "2020U54", "uge 2024", "uge 7", "7. uge 2024", "2024W07-1", "uge 7.2024",
        "uges 7 2024", "2024-07W", "uge 007 2024",
    ]) func refusesWhatIsNoWeek(_ text: String) {
        #expect(Period(text) == nil)
    }

    /// The time of day is passed over: the day is the one written, whatever the zone.
    @Test(arguments: [
        "2024-05-17 08:30", "2024-05-17 8:30", "2024-05-17T08:30:00", "2024-05-17t23:59:60", "2024-05-17T00:00:00.000",
        "2024-05-17T08:30:00,5", "2024-05-17T08:30Z", "2024-05-17T08:30:00+01:00", "2024-05-17 08:30:00.123456 -0430",
        "2024-05-17T08:30:00+02", "17-05-2024 08:30", "17.05.2024 08:30:00", "17/05/2024  08:30",
    ]) func aTimeOfDayIsPassedOver(_ text: String) {
        #expect(Period(text) == .day(2024, 5, 17))
    }

    @Test(arguments: [
        "2024-05-17 24:00", "2024-05-17 08:60", "2024-05-17 08:30:61", "2024-05-17 08", "2024-05-17T",
        "2024-05-17 08:3",
        "2024-05-17 08.30", "2024-05-17X08:30", "2024-05-17 08:30 +1:00", "2024-05-17 08:30:00 ZZ", "2024-02-30 08:30",
        "2024-05-17 08:30:00.", "2024-05-17 08:30 +", "2024-05 08:30", "08:30", "2024-05-17 2024-05-17",
        "2024-05-17-03",
        "2024-05-17 008:30", "2024-05-17 0 8:30", "2024-05-17T08:30+25", "2024-05-17T08:30+0160",
    ]) func refusesWhatIsNoTimeOfDay(_ text: String) {
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
        #expect(Period("2004-05") == nil && Period("2004-05", schoolYears: true) == .schoolYear(beginning: 2004))
        #expect(Period("2024-05", schoolYears: true) == nil, "a month, where school years are said to stand")
        #expect(Period("2022/23-2024/25", schoolYears: true) == .schoolWindow(beginning: 2022, 2024))
    }

    /// A space within a number does not make it a year.
    @Test func spacesDoNotJoinDigits() {
        #expect(Period("20 24") == nil)
        #expect(Period("2 0 2 4") == nil)
        #expect(Period("2024M0 5") == nil && Period("1 7-05-2024") == nil && Period("2 023/24") == nil)
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
