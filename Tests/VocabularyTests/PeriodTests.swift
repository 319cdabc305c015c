import Testing
import Vocabulary

@Suite struct Periods {
    /// Any period an export can hold.
    static func any(_ noise: inout FixedNoise) -> Period {
        let year = Int.random(in: 1800..<2180, using: &noise)
        switch Int.random(in: 0..<9, using: &noise) {
        case 0: return .year(year)
        case 1: return .month(year, Int.random(in: 1...12, using: &noise))
        case 2: return .quarter(year, Int.random(in: 1...4, using: &noise))
        case 3: return .tertial(year, Int.random(in: 1...3, using: &noise))
        case 4: return .halfYear(year, Int.random(in: 1...2, using: &noise))
        case 5: return .schoolYear(beginning: year)
        case 6: return .window(year, year + Int.random(in: 1..<20, using: &noise))
        case 7: return .schoolWindow(beginning: year, year + Int.random(in: 1..<19, using: &noise))
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
        ("2024-05-17", .day, "2024-05-17"),
    ]) func rollsUp(_ from: String, _ grain: Grain, _ to: String) throws {
        #expect(try #require(Period(from)).rolledUp(to: grain)?.key == to)
    }

    @Test(arguments: [
        ("2024T2", Grain.halfYear), ("2024K3", .tertial), ("2024K3", .schoolYear), ("2024", .month), ("2024", .schoolYear),
        ("2023/24", .year), ("2014-2016", .year), ("2024", .window), ("2024M05", .day), ("2024H1", .quarter),
        ("2024T2", .schoolYear), ("2024", .schoolWindow),
    ]) func rollsUpNowhere(_ from: String, _ grain: Grain) throws {
        #expect(try #require(Period(from)).rolledUp(to: grain) == nil)
    }

    @Test func whatIsRolledUpHoldsIt() {
        var noise = FixedNoise(3)
        for _ in 0..<3000 {
            let period = Self.any(&noise), grain = Grain.allCases.randomElement(using: &noise)!
            guard let upper = period.rolledUp(to: grain) else { continue }
            #expect(upper.grain == grain)
            #expect(upper.contains(period) && upper.overlaps(period), "\(period) in \(upper)")
            #expect(upper.rolledUp(to: grain) == upper)
        }
    }

    @Test(arguments: [
        ("2024", "2024M05", true), ("2024", "2023/24", true), ("2023", "2023/24", true), ("2025", "2023/24", false),
        ("2024K1", "2024K2", false), ("2024T2", "2024K2", true), ("2014-2016", "2016", true),
        ("2014-2016", "2017", false), ("2023/24", "2024/25", false), ("2024H1", "2024M06", true), ("2024H1", "2024M07", false),
    ]) func overlaps(_ one: String, _ other: String, _ expected: Bool) throws {
        let first = try #require(Period(one)), second = try #require(Period(other))
        #expect(first.overlaps(second) == expected)
        #expect(second.overlaps(first) == expected)
    }

    @Test func daysAreOneDayLong() throws {
        let day = try #require(Period.day(2024, 5, 17)), next = try #require(Period.day(2024, 5, 18))
        #expect(Period.month(2024, 5).contains(day) && Period.year(2024).contains(day))
        #expect(!day.overlaps(next))
        #expect(!day.contains(next))
        #expect(!day.contains(.month(2024, 5)))
    }

    @Test func orderedByStartThenLength() throws {
        let keys = [
            "2022/23-2024/25", "2023", "2023K1", "2023M01", "2023M12", "2023/24", "2024", "2024M02", "2024K2", "2014-2016",
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
            let a = Self.any(&noise), b = Self.any(&noise), c = Self.any(&noise)
            #expect(!(a < b && b < a))
            if a < b, b < c { #expect(a < c) }
            if a.startMonth < b.startMonth { #expect(a < b) }
        }
    }

    @Test(arguments: [
        ("2024", 2024, 24_300), ("2023/24", 2024, 24_295), ("2014-2016", 2016, 24_204), ("2022/23-2024/25", 2025, 24_307),
        ("2024M12", 2024, 24_300), ("2024K1", 2024, 24_291), ("2024-12-31", 2024, 24_300),
    ]) func isToldByTheYearItEnds(_ key: String, _ year: Int, _ endMonth: Int) throws {
        let period = try #require(Period(key))
        #expect(period.reportingYear == year)
        #expect(period.endMonth == endMonth && period.decimalEnd == Double(endMonth) / 12)
    }

    @Test func grainsHaveLengths() {
        #expect(Grain.allCases.map(\.months) == [0, 1, 3, 4, 6, 12, 12, nil, nil])
        #expect(Period.window(2014, 2016).months == 36)
        #expect(Period.schoolWindow(beginning: 2022, 2024).months == 36)
        #expect(Period.schoolYear(beginning: 2023).monthOfYear == 8)
        #expect(Period.month(2024, 12).startYear == 2024 && Period.month(2024, 12).endYear == 2024)
    }
}
