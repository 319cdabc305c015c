import Noise
import Testing
import Vocabulary

/// Days and weeks, held to a calendar walked day by day and to figures from Python's `datetime`.
@Suite struct CalendarDays {
    /// Date, `toordinal()` and `isocalendar()` of Python 3.11.
    static let known: [(iso: String, number: Int, year: Int, week: Int, weekday: Int)] = [
        ("1800-01-01", 657072, 1800, 1, 3), ("1899-12-31", 693595, 1899, 52, 7), ("1900-02-28", 693654, 1900, 9, 3),
        ("1900-03-01", 693655, 1900, 9, 4), ("1999-12-31", 730119, 1999, 52, 5), ("2000-01-01", 730120, 1999, 52, 6),
        ("2000-02-29", 730179, 2000, 9, 2), ("2004-12-31", 731946, 2004, 53, 5), ("2005-01-01", 731947, 2004, 53, 6),
        ("2008-12-29", 733405, 2009, 1, 1), ("2009-12-31", 733772, 2009, 53, 4), ("2010-01-03", 733775, 2009, 53, 7),
        ("2015-12-31", 735963, 2015, 53, 4), ("2016-01-03", 735966, 2015, 53, 7),
        ("2020-12-31", 737790, 2020, 53, 4), ("2021-01-03", 737793, 2020, 53, 7), ("2021-01-04", 737794, 2021, 1, 1),
        ("2024-12-29", 739249, 2024, 52, 7), ("2024-12-30", 739250, 2025, 1, 1), ("2026-12-28", 739978, 2026, 53, 1),
        ("2027-01-03", 739984, 2026, 53, 7), ("2032-12-31", 742173, 2032, 53, 5), ("2100-02-28", 766703, 2100, 8, 7),
        ("2199-12-31", 803168, 2200, 1, 2), ("1970-10-17", 719452, 1970, 42, 6), ("2190-08-10", 799738, 2190, 32, 2),
        ("1893-08-10", 691261, 1893, 32, 4), ("2065-07-11", 754053, 2065, 28, 6),
        ("2140-03-29", 781342, 2140, 13, 2), ("1847-01-12", 674249, 1847, 2, 2), ("1809-06-14", 660523, 1809, 24, 3),
        ("2136-10-12", 780078, 2136, 41, 5), ("1986-02-23", 725060, 1986, 8, 7), ("2195-04-24", 801456, 2195, 17, 5),
        ("1968-03-09", 718500, 1968, 10, 6), ("1937-08-15", 707336, 1937, 32, 7),
        ("2137-07-09", 780348, 2137, 28, 2), ("2188-04-09", 798885, 2188, 15, 3),
        ("2194-06-26", 801154, 2194, 26, 4), ("2141-11-22", 781945, 2141, 47, 3), ("2085-01-12", 761178, 2085, 2, 5),
        ("1908-02-08", 696555, 1908, 6, 6), ("1966-06-16", 717868, 1966, 24, 4), ("1908-10-28", 696818, 1908, 44, 3),
        ("2175-07-02", 794220, 2175, 26, 7), ("2079-11-13", 759291, 2079, 46, 1),
        ("1810-11-15", 661042, 1810, 46, 4), ("1845-12-16", 673857, 1845, 51, 2),
        ("1914-05-29", 698857, 1914, 22, 5), ("1830-09-17", 668288, 1830, 37, 5),
        ("2016-03-24", 736047, 2016, 12, 4), ("1822-04-05", 665201, 1822, 14, 5),
        ("1993-05-18", 727701, 1993, 20, 2), ("2139-04-22", 781000, 2139, 17, 3),
        ("2078-03-13", 758681, 2078, 10, 7), ("2106-06-04", 768990, 2106, 22, 5),
        ("2083-06-23", 760609, 2083, 25, 3), ("2119-02-12", 773626, 2119, 6, 7), ("1896-04-13", 692238, 1896, 16, 1),
        ("2062-05-05", 752890, 2062, 18, 5),
    ]

    @Test func agreeWithPythonsCalendar() throws {
        for row in Self.known {
            let day = try #require(CalendarDay(row.iso))
            #expect(day.description == row.iso && day.number == row.number && day.weekday == row.weekday, "\(row.iso)")
            #expect(day.week.year == row.year && day.week.number == row.week, "\(row.iso)")
            let week = try #require(Period.week(row.year, row.week))
            #expect(week.start.number == row.number - row.weekday + 1 && week.end.number == week.start.number + 6)
            #expect(Period(row.iso)?.rolledUp(to: .week) == (row.year == 2200 ? nil : week), "\(row.iso)")
        }
    }

    /// 1 January 1800 was a Wednesday; everything else follows by counting. A week is numbered when its Thursday comes.
    @Test func everyDayOfFourCenturiesIsWhereCountingPutsIt() throws {
        var weekday = 3
        var number: Int?
        var thursdays = (year: 0, count: 0)
        var monday = CalendarDay(1799, 12, 30)!
        for year in 1800..<2200 {
            let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
            for (month, length) in zip(1..., [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]) {
                for dayOfMonth in 1...length {
                    let day = try #require(CalendarDay(year, month, dayOfMonth))
                    if weekday == 1 { monday = day }
                    if weekday == 4 {
                        thursdays = (year, thursdays.year == year ? thursdays.count + 1 : 1)
                        let week = Period.week(year, thursdays.count)
                        if week?.start != monday || day.week != thursdays { Issue.record("the week of \(day)") }
                    }
                    if day.weekday != weekday || day.number != (number ?? day.number - 1) + 1 { Issue.record("\(day)") }
                    number = day.number
                    weekday = weekday % 7 + 1
                }
                #expect(CalendarDay(year, month, length + 1) == nil)
            }
            #expect(Period.week(year, thursdays.count + 1) == nil && Period.week(year, 0) == nil, "\(year)")
        }
    }

    @Test func countOnAndBack() throws {
        var noise = FixedNoise(11)
        for _ in 0..<2000 {
            let day = CalendarDay(
                Int.random(in: 1800..<2200, using: &noise), Int.random(in: 1...12, using: &noise), 15)!
            let days = Int.random(in: -900...900, using: &noise)
            let other = day.advanced(by: days)
            #expect(other.number == day.number + days && other.advanced(by: -days) == day)
            #expect((day < other) == (days > 0))
        }
    }

    @Test func areReadInEverySpellingOfADay() {
        #expect(CalendarDay("31.12.2019") == CalendarDay(2019, 12, 31) && CalendarDay("2020-01-01 00:00")?.day == 1)
        #expect(CalendarDay("2019") == nil && CalendarDay("31.02.2019") == nil && CalendarDay("2024U07") == nil)
        #expect(CalendarDay(2023, 2, 29) == nil && CalendarDay(2023, 13, 1) == nil && CalendarDay(0, 1, 1) == nil)
    }
}
