import Noise
import Testing
import Vocabulary

@Suite struct Periods {
    /// Any period an export can hold.
    static func any(_ noise: inout FixedNoise) -> Period {
        let year = Int.random(in: 1800..<2180, using: &noise)
        switch Int.random(in: 0..<10, using: &noise) {
        case 0: return .year(year)
        case 1: return .month(year, Int.random(in: 1...12, using: &noise))
        case 2: return .quarter(year, Int.random(in: 1...4, using: &noise))
        case 3: return .tertial(year, Int.random(in: 1...3, using: &noise))
        case 4: return .halfYear(year, Int.random(in: 1...2, using: &noise))
        case 5: return .schoolYear(beginning: year)
        case 6: return .window(year, year + Int.random(in: 1..<20, using: &noise))
        case 7: return .schoolWindow(beginning: year, year + Int.random(in: 1..<19, using: &noise))
        case 8: return Period.week(year, Int.random(in: 1...52, using: &noise))!
        default:
            return Period.day(year, Int.random(in: 1...12, using: &noise), Int.random(in: 1...28, using: &noise))!
        }
    }

    @Test func keysReadBackAsWhatTheyName() {
        var noise = FixedNoise(1)
        for _ in 0..<5000 {
            let period = Self.any(&noise)
            #expect(Period(period.key) == period, "\(period.key)")
        }
    }

    @Test func keysDiffer() {
        var noise = FixedNoise(2)
        var seen: [String: Period] = [:]
        for _ in 0..<5000 {
            let period = Self.any(&noise)
            #expect(seen.updateValue(period, forKey: period.key) ?? period == period)
        }
    }

    @Test(arguments: [
        ("2024M05", Grain.quarter, "2024K2"), ("2024M05", .tertial, "2024T2"), ("2024M05", .halfYear, "2024H1"),
        ("2024M05", .year, "2024"), ("2024M05", .schoolYear, "2023/24"), ("2024M08", .schoolYear, "2024/25"),
        ("2024M07", .schoolYear, "2023/24"), ("2024M12", .quarter, "2024K4"), ("2024M01", .tertial, "2024T1"),
        ("2024K3", .year, "2024"), ("2024K2", .halfYear, "2024H1"), ("2024K4", .schoolYear, "2024/25"),
        ("2024T1", .halfYear, "2024H1"), ("2024T3", .year, "2024"), ("2024H2", .year, "2024"),
        ("2024-02-29", .month, "2024M02"), ("2024-12-31", .year, "2024"), ("2024-08-01", .schoolYear, "2024/25"),
        ("2024-07-31", .schoolYear, "2023/24"), ("2024", .year, "2024"), ("2014-2016", .window, "2014-2016"),
        ("2024-05-17", .day, "2024-05-17"), ("2024-05-17", .week, "2024U20"), ("2024-12-30", .week, "2025U01"),
        ("2021-01-03", .week, "2020U53"), ("2024U07", .month, "2024M02"), ("2024U07", .week, "2024U07"),
        // By the Thursday: 2 January 2025, 1 February 2024, 31 December 2026, 28 March 2024, 31 July and 1 August 2024.
        ("2025U01", .year, "2025"), ("2025U01", .month, "2025M01"), ("2024U05", .month, "2024M02"),
        ("2026U53", .year, "2026"),
        ("2026U53", .month, "2026M12"), ("2024U13", .quarter, "2024K1"), ("2024U30", .schoolYear, "2023/24"),
        ("2024U31", .schoolYear, "2024/25"), ("2024U18", .tertial, "2024T2"), ("2024U27", .halfYear, "2024H2"),
    ]) func rollsUp(_ from: String, _ grain: Grain, _ to: String) throws {
        #expect(try #require(Period(from)).rolledUp(to: grain)?.key == to)
    }

    @Test(arguments: [
        ("2024T2", Grain.halfYear), ("2024K3", .tertial), ("2024K3", .schoolYear), ("2024", .month),
        ("2024", .schoolYear),
        ("2023/24", .year), ("2014-2016", .year), ("2024", .window), ("2024M05", .day), ("2024H1", .quarter),
        ("2024T2", .schoolYear), ("2024", .schoolWindow), ("2024U07", .day), ("2024M02", .week), ("2024", .week),
        ("2024U07", .window), ("2199-12-31", .week), ("1800-05-01", .schoolYear), ("1800U20", .schoolYear),
    ]) func rollsUpNowhere(_ from: String, _ grain: Grain) throws {
        #expect(try #require(Period(from)).rolledUp(to: grain) == nil)
    }

    @Test func whatIsRolledUpHoldsIt() {
        var noise = FixedNoise(3)
        for _ in 0..<3000 {
            let period = Self.any(&noise)
            let grain = Grain.allCases.randomElement(using: &noise)!
            guard let upper = period.rolledUp(to: grain) else { continue }
            #expect(upper.grain == grain)
            let held = period.grain == .week && grain != .week ? period.start.advanced(by: 3) : nil
            #expect(
                held.map { upper.start <= $0 && $0 <= upper.end } ?? upper.contains(period), "\(period) in \(upper)")
            #expect(upper.overlaps(period))
            #expect(Period(upper.key) == upper, "\(upper.key)")
            #expect(upper.rolledUp(to: grain) == upper)
        }
    }

    @Test(arguments: [
        ("2024", "2024M05", true), ("2024", "2023/24", true), ("2023", "2023/24", true), ("2025", "2023/24", false),
        ("2024K1", "2024K2", false), ("2024T2", "2024K2", true), ("2014-2016", "2016", true),
        ("2014-2016", "2017", false), ("2023/24", "2024/25", false), ("2024H1", "2024M06", true),
        ("2024H1", "2024M07", false),
        ("2014-2016", "2015-2017", true), ("2022/23-2024/25", "2023/24-2025/26", true),
        ("2014-2016", "2017-2019", false),
        ("2025U01", "2024", true), ("2025U01", "2024M12", true), ("2025U01", "2024-12-29", false),
        ("2025U01", "2025U02", false), ("2024U52", "2025U01", false), ("2026U53", "2027-01-03", true),
        ("2026U53", "2027-01-04", false), ("2024U05", "2024M02", true), ("2024U09", "2024M02", true),
        ("2024U10", "2024M02", false),
    ]) func overlaps(_ one: String, _ other: String, _ expected: Bool) throws {
        let first = try #require(Period(one))
        let second = try #require(Period(other))
        #expect(first.overlaps(second) == expected)
        #expect(second.overlaps(first) == expected)
    }

    @Test func daysAreOneDayLong() throws {
        let day = try #require(Period.day(2024, 5, 17))
        let next = try #require(Period.day(2024, 5, 18))
        #expect(Period.month(2024, 5).contains(day) && Period.year(2024).contains(day))
        #expect(!day.overlaps(next))
        #expect(!day.contains(next))
        #expect(!day.contains(.month(2024, 5)))
    }

    /// Start and end, against the days that lie in the period one by one.
    @Test func beginsAndEndsOnItsFirstAndLastDay() {
        var noise = FixedNoise(5)
        for _ in 0..<3000 {
            let period = Self.any(&noise)
            #expect(period.start <= period.end && period.start.year == period.startYear)
            for (day, isInside) in [
                (period.start, true), (period.end, true), (period.start.advanced(by: -1), false),
                (period.end.advanced(by: 1), false),
            ] {
                let one = Period.day(day.year, day.month, day.day)!
                #expect(period.overlaps(one) == isInside && period.contains(one) == isInside, "\(period) \(day)")
            }
            #expect(period.endMonth == period.end.year * 12 + period.end.month)
        }
    }

    @Test(arguments: [
        ("2024", "2024-01-01", "2024-12-31"), ("2024K1", "2024-01-01", "2024-03-31"),
        ("2023M02", "2023-02-01", "2023-02-28"),
        ("2024M02", "2024-02-01", "2024-02-29"), ("2024T2", "2024-05-01", "2024-08-31"),
        ("2024H2", "2024-07-01", "2024-12-31"),
        ("2023/24", "2023-08-01", "2024-07-31"), ("2014-2016", "2014-01-01", "2016-12-31"),
        ("2022/23-2024/25", "2022-08-01", "2025-07-31"), ("2024-05-17", "2024-05-17", "2024-05-17"),
        ("2024U07", "2024-02-12", "2024-02-18"), ("2025U01", "2024-12-30", "2025-01-05"),
        ("2026U53", "2026-12-28", "2027-01-03"),
    ]) func hasAStartAndAnEnd(_ key: String, _ start: String, _ end: String) throws {
        let period = try #require(Period(key))
        #expect(period.start.description == start && period.end.description == end)
    }

    /// Two that follow each other share days only where windows move on by a year.
    @Test func onlyWindowsOverlapTheirNeighbours() {
        #expect(Grain.allCases.filter(\.overlapsNeighbours) == [.window, .schoolWindow])
        #expect(Period.window(2014, 2016).overlaps(.window(2015, 2017)))
        #expect(!Period.week(2024, 52)!.overlaps(.week(2025, 1)!) && !Period.month(2024, 1).overlaps(.month(2024, 2)))
    }

    @Test func weeksGoByTheYearOfTheirThursday() throws {
        let first = try #require(Period("2025U01"))
        let last = try #require(Period("2026U53"))
        #expect(
            first.startYear == 2024 && first.endYear == 2025 && first.reportingYear == 2025 && first.monthOfYear == 12)
        #expect(last.startYear == 2026 && last.endYear == 2027 && last.reportingYear == 2026)
        #expect(first.week?.year == 2025 && first.week?.number == 1 && Period.year(2024).week == nil)
        #expect(Period("2024U52")! < first && first < Period("2025U02")! && Period("2024-12-30")! < first)
    }

    @Test func orderedByStartThenLength() throws {
        let keys = [
            "2022/23-2024/25", "2023", "2023K1", "2023M01", "2023M12", "2023/24", "2024", "2024M02", "2024K2",
            "2014-2016",
            "2024-05-17", "2024-05-02", "2024M05", "2023H1", "2023T1",
        ]
        let ordered = try keys.map { try #require(Period($0)) }.sorted().map(\.key)
        #expect(
            ordered == [
                "2014-2016", "2022/23-2024/25", "2023M01", "2023K1", "2023T1", "2023H1", "2023", "2023/24", "2023M12",
                "2024", "2024M02", "2024K2", "2024M05", "2024-05-02", "2024-05-17",
            ])
        #expect(Period.day(2024, 1, 1)! < Period.month(2024, 1))
    }

    @Test func orderIsStrict() {
        var noise = FixedNoise(4)
        for _ in 0..<3000 {
            let a = Self.any(&noise)
            let b = Self.any(&noise)
            let c = Self.any(&noise)
            #expect(!(a < b && b < a))
            if a < b, b < c { #expect(a < c) }
            if a.startMonth < b.startMonth { #expect(a < b) }
            if a.start < b.start || (a.start == b.start && a.end < b.end) { #expect(a < b, "\(a) \(b)") }
            #expect(a.overlaps(b) == (a.start <= b.end && b.start <= a.end), "\(a) \(b)")
        }
    }

    @Test(arguments: [
        ("2024", 2024, 24_300), ("2023/24", 2024, 24_295), ("2014-2016", 2016, 24_204),
        ("2022/23-2024/25", 2025, 24_307),
        ("2024M12", 2024, 24_300), ("2024K1", 2024, 24_291), ("2024-12-31", 2024, 24_300),
    ]) func isToldByTheYearItEnds(_ key: String, _ year: Int, _ endMonth: Int) throws {
        let period = try #require(Period(key))
        #expect(period.reportingYear == year)
        #expect(period.endMonth == endMonth && period.decimalEnd == Double(endMonth) / 12)
    }

    @Test func grainsHaveLengths() {
        #expect(Grain.allCases.map(\.months) == [0, 0, 1, 3, 4, 6, 12, 12, nil, nil])
        #expect(Period.window(2014, 2016).months == 36)
        #expect(Period.schoolWindow(beginning: 2022, 2024).months == 36)
        #expect(Period.schoolYear(beginning: 2023).monthOfYear == 8)
        #expect(Period.month(2024, 12).startYear == 2024 && Period.month(2024, 12).endYear == 2024)
    }
}
