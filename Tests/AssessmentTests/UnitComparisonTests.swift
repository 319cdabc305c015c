import Assessment
import Disclosure
import Indicators
import Testing
import Vocabulary

/// Expectations by numpy and scipy 1.17: quantile (linear), norm.ppf(0.999), binom.cdf and binom.sf, from the formulas
/// of Spiegelhalter (2005).
@Suite("Units of a type are set beside their common figure")
struct UnitComparisonTests {
    /// The shared vector: eight units whose plain limits call two of them exceptions.
    static let eight = [(38, 60), (52, 70), (25, 50), (80, 95), (33, 58), (41, 49), (66, 110), (90, 120)]

    private func groups(_ shares: [(Int, Int)]) -> [UnitGroup] {
        let rows = shares.enumerated().map { place, share in
            (UnitCases.key(place), UnitCases.persons(share.0, of: share.1))
        }
        return UnitCases.groups(rows, of: UnitCases.organisation(shares.count))
    }

    @Test("units that all differ are as usual: the variance between them is in the limits")
    func overdispersed() throws {
        let comparison = try #require(UnitCases.comparison(groups(Self.eight).first))
        #expect(comparison.spread == .persons && !comparison.isStandardized && comparison.leftOut.isEmpty)
        #expect(near(comparison.common, 69.44444444444444, 1e-9))
        #expect(near(comparison.overdispersion, 3.6184943887026297, 1e-9))
        #expect(comparison.units.allSatisfy { $0.state == .usual && $0.standardized == nil })
        #expect(near(comparison.units[2].low, 34.09083730318764, 1e-6) && comparison.units[2].high == 100)
        #expect(near(comparison.units[7].low, 37.609361693898656, 1e-6))
        #expect(comparison.units.allSatisfy { near($0.expected, 69.44444444444444, 1e-9) })
    }

    @Test("one unit far off is higher than expected, and the others stay as usual, in the organisation's order")
    func outlier() throws {
        let shares = [28, 33, 30, 25, 36, 31, 27, 70, 34, 29].map { ($0, 100) }
        let comparison = try #require(UnitCases.comparison(groups(shares).first))
        #expect(comparison.units.map(\.unit.code) == (0..<10).map { UnitCode("u\($0)") })
        #expect(comparison.units.filter { $0.state != .usual }.map(\.unit.code) == ["u7"])
        #expect(comparison.units[7].state == .higher)
        #expect(near(comparison.units[7].high, 50.17054849542258, 1e-6))
        #expect(near(comparison.units[7].low, 18.429451504577424, 1e-6))
        let mirrored = try #require(UnitCases.comparison(groups(shares.map { (100 - $0.0, 100) }).first))
        #expect(mirrored.units[7].state == .lower)
    }

    /// The same formulas at other sizes: θ = 0.343, τ² = 0.00038404554555, and the exact limits where they are wider.
    @Test("the curves of the funnel are the units' own limits at any size")
    func curves() throws {
        let shares = [28, 33, 30, 25, 36, 31, 27, 70, 34, 29].map { ($0, 100) }
        let comparison = try #require(UnitCases.comparison(groups(shares).first))
        let outer = comparison.funnelLimits(sizes: [0, 5, 25, 100, 400], level: 0.998)
        #expect(outer.map(\.size) == [5, 25, 100, 400])
        let low = [0, 4.342137328974399, 18.429451504577425, 24.788191392908367]
        let high = [100, 64.2578626710256, 50.17054849542259, 43.81180860709164]
        for (place, limit) in outer.enumerated() {
            #expect(near(limit.low, low[place]) && near(limit.high, high[place]))
        }
        #expect(outer[2].low == comparison.units[0].low && outer[2].high == comparison.units[0].high)
        let inner = comparison.funnelLimits(sizes: [25, 1600], level: 0.95)
        #expect(near(inner[0].low, 15.299379311446973) && near(inner[0].high, 53.30062068855304))
        #expect(near(inner[1].low, 29.809629131545854) && near(inner[1].high, 38.79037086845415))
        #expect(comparison.units.allSatisfy { $0.size == 100 && $0.compared == $0.value })
    }

    /// Two of fifteen where one in fifty is expected lies far outside normal limits, and is nothing unusual.
    @Test("few persons are held to the exact limits")
    func fewPersons() throws {
        let shares = [(2, 15)] + [(2, 100), (2, 100), (1, 90), (2, 110), (2, 100), (2, 105), (2, 95), (2, 100)]
        let comparison = try #require(UnitCases.comparison(groups(shares).first))
        #expect(comparison.units[0].state == .usual)
        // θ = 17 ∕ 815; binom.sf(2, 15, θ) = 0.0034 > 0.001 ≥ binom.sf(3, 15, θ).
        #expect(near(comparison.units[0].high, 20, 1e-9))
    }

    @Test("a unit with another mix is held to what its mix would give")
    func standardized() throws {
        let persons = [(5, 50), (6, 60), (5, 40), (9, 80), (30, 100), (35, 120), (22, 70), (28, 90)]
        let expected = [10.0, 11, 12, 10, 30, 31, 29, 30]
        var rows = persons.enumerated().map { place, share in
            (UnitCases.key(place), UnitCases.persons(share.0, of: share.1, expected: expected[place]))
        }
        rows.append((UnitCases.key(nil), UnitCases.persons(200, of: 1000, expected: 20)))
        let units = UnitCases.organisation(8)
        let comparison = try #require(
            UnitCases.comparison(UnitCases.groups(rows, of: units, isExpectedByMix: true).first))
        #expect(comparison.isStandardized && near(comparison.common, 20.158387329013678, 1e-9))
        #expect(near(comparison.overdispersion, 0.06001276836955875, 1e-9))
        #expect(near(comparison.units[4].expected, 30.237580993520517, 1e-9))
        #expect(near(comparison.units[4].standardized, 20, 1e-9) && near(comparison.units[3].standardized, 22.5, 1e-9))
        #expect(near(comparison.units[4].low, 16.044541329990658, 1e-6) && near(comparison.units[4].high, 45, 1e-9))
        #expect(comparison.units.allSatisfy { $0.state == .usual })
        // Without regard to the mix they differ far more than chance explains.
        let crude = try #require(UnitCases.comparison(UnitCases.groups(rows, of: units).first))
        #expect(near(crude.overdispersion, 3.7529559285501537, 1e-9))
    }

    @Test("a unit of which nothing is expected is left out, and so is one whose mix would give more than everyone")
    func leftOut() throws {
        var rows = (0..<10).map { (UnitCases.key($0), UnitCases.persons(20 + $0, of: 100, expected: 20)) }
        rows[3].1.expected = nil
        rows[6].1.expected = Expected(numerator: 90, value: 90, fewestPersons: 50)
        rows[6].1.numerator = Exact(95)
        rows[6].1.value = 95
        rows.append((UnitCases.key(nil), UnitCases.persons(200, of: 1000, expected: 20)))
        let units = UnitCases.organisation(10)
        let comparison = try #require(
            UnitCases.comparison(UnitCases.groups(rows, of: units, isExpectedByMix: true).first))
        #expect(comparison.leftOut.map(\.code) == ["u3", "u6"] && comparison.units.count == 8)
        let fewer = rows.filter { $0.0 != UnitCases.key(9) }
        #expect(UnitCases.groups(fewer, of: units, isExpectedByMix: true).first?.reading == .notCompared(.noVariation))
    }

    @Test("days of absence are held to how the units' own figures move")
    func yearToYear() throws {
        let comparison = try #require(UnitCases.comparison(Self.absence().first))
        #expect(comparison.spread == .yearToYear)
        #expect(near(comparison.common, 7.369948750510227, 1e-9))
        #expect(near(comparison.overdispersion, 0.6090977797841113, 1e-9))
        #expect(near(comparison.units[3].low, 1.7303821885239579, 1e-6))
        #expect(near(comparison.units[3].high, 13.009515312496497, 1e-6))
        #expect(comparison.units[0].low == 0)
        #expect(comparison.units.filter { $0.state == .higher }.map(\.unit.code) == ["u6"])
        #expect(comparison.units.filter { $0.state == .lower }.isEmpty)
    }

    static let possible = [
        [2044, 1955, 1963, 2021], [3012, 2980, 3029, 2975], [1518, 1478, 1461, 1549], [4039, 4037, 3996, 3994],
        [2507, 2541, 2531, 2497], [5027, 4950, 4980, 5000], [1833, 1799, 1784, 1808], [2172, 2232, 2177, 2205],
    ]
    static let lost = [
        [98, 113, 91, 110], [110, 149, 135, 172], [85, 81, 47, 86], [261, 273, 237, 271], [105, 115, 158, 123],
        [290, 321, 292, 316], [97, 98, 79, 400], [155, 109, 155, 147],
    ]

    /// Days lost of days possible in eight units, `years` years to 2025.
    static func absence(years: Int = 4, provisional: Set<Period> = [], breaks: [Int] = []) -> [UnitGroup] {
        var rows: [(SeriesKey, Cell)] = []
        for unit in 0..<8 {
            for year in (4 - years)..<4 {
                rows.append(
                    (
                        UnitCases.key(unit, 2022 + year),
                        UnitCases.share(lost[unit][year], of: possible[unit][year], persons: 10)
                    ))
            }
        }
        return UnitCases.groups(rows, of: UnitCases.organisation(8), provisional: provisional, breaks: breaks)
    }

    @Test("without enough years, sizes, units or a type, units are not compared, and the reason is told")
    func reasons() {
        func reading(_ groups: [UnitGroup]) -> UnitReading? { groups.first?.reading }
        let shares = (0..<8).map { (UnitCases.key($0), UnitCases.persons(20 + $0, of: 100)) }
        let units = UnitCases.organisation(8)
        #expect(reading(Self.absence(years: 3)) == .notCompared(.spreadUnknown))
        #expect(reading(Self.absence(breaks: [2024])) == .notCompared(.spreadUnknown))
        #expect(reading(UnitCases.groups(Array(shares.dropLast()), of: units)) == .notCompared(.tooFewUnits))
        #expect(reading(UnitCases.groups(shares, of: UnitCases.organisation(8, type: ""))) == .notCompared(.noType))
        #expect(reading(UnitCases.groups(shares, of: units, isExpectedByMix: true)) == .notCompared(.expectedNotShown))
        let published = (0..<8).map { (UnitCases.key($0), Cell(state: .shown, value: 40 + Double($0))) }
        #expect(reading(UnitCases.groups(published, of: units)) == .notCompared(.noSize))
        let sums = (0..<8).map {
            (UnitCases.key($0), Cell(state: .shown, numerator: Exact(900), value: 900, persons: 900))
        }
        #expect(reading(UnitCases.groups(sums, of: units, kind: .number)) == .notCompared(.noSize))
        let alike = (0..<8).map { (UnitCases.key($0), UnitCases.persons(20, of: 100)) }
        #expect(reading(UnitCases.groups(alike, of: units)) == .notCompared(.noVariation))
        let nobody = (0..<8).map { (UnitCases.key($0), UnitCases.persons(0, of: 100)) }
        #expect(reading(UnitCases.groups(nobody, of: units)) == .notCompared(.noVariation))
    }

    @Test("the newest year that is not provisional is compared")
    func provisional() {
        let group = Self.absence(provisional: [.year(2025)]).first
        #expect(group?.period == .year(2024) && group?.units.count == 8)
    }

    @Test("units of different types or levels are different groups; units without a figure are in none")
    func grouping() {
        var units = UnitCases.organisation(4)
        units[2].type = "plejecenter"
        units[3].level = "afdeling"
        let rows =
            (0..<3).map { (UnitCases.key($0), UnitCases.persons(20, of: 100)) }
            + [(UnitCases.key(3), Cell(state: .missing))]
        let groups = UnitCases.groups(rows, of: units)
        #expect(groups.map(\.type) == ["skole", "plejecenter", "skole"])
        #expect(groups.map(\.level) == ["enhed", "enhed", "afdeling"])
        #expect(groups.map { $0.units.map(\.code) } == [["u0"], ["u1"], ["u2"]])
    }

    @Test("the public edition does not show what a mix of persons gives, and compares no units without it")
    func publicEdition() {
        let rows = (0..<8).map {
            (key: UnitCases.key($0), cell: UnitCases.persons(20 + $0, of: 100, expected: 20))
        }
        let units = UnitCases.organisation(8)
        let released = release(
            Series(indicator: "i", rows: rows, isExpectedByMix: true), rule: DisclosureRule(fewestPersons: 5),
            tree: UnitTree(units), root: "K", as: Public.self
        ).released
        let context = AssessmentContext(units: units, root: "K", asOf: "2026-11-20", targetYear: 2030)
        let assessed = assess(released, Cases.indicator(.neutral), context)
        #expect(assessed.units.count == 8 && assessed.units.allSatisfy { $0.latest?.expected == nil })
        #expect(assessed.unitGroups.first?.reading == .notCompared(.expectedNotShown))
    }
}
