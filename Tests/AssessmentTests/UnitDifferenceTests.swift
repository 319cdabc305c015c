import Assessment
import Indicators
import Testing
import Vocabulary

/// Expectations by numpy and scipy 1.17 from Newcombe's method 10 with scipy's normal quantiles.
@Suite("A difference is called one where chance among all comparisons leaves it out")
struct UnitDifferenceTests {
    private func comparison() throws -> UnitComparison {
        let rows = UnitComparisonTests.eight.enumerated().map {
            (UnitCases.key($0.offset), UnitCases.persons($0.element.0, of: $0.element.1))
        }
        return try #require(UnitCases.comparison(UnitCases.groups(rows, of: UnitCases.organisation(8)).first))
    }

    @Test("two units far apart differ, although each is as usual among units that all differ")
    func farApart() throws {
        let difference = try #require(try comparison().difference("u3", "u2"))
        #expect(near(difference.value, 34.21052631578947, 1e-9))
        #expect(near(difference.low, 18.303896490113417, 1e-9) && near(difference.high, 48.84407850703058, 1e-9))
        #expect(difference.comparisons == 28 && difference.mayBeCalledOne)
    }

    /// 52 of 70 and 25 of 50: 6.8 to 40.3 alone, −3.1 to 48.1 as one of 28 pairs.
    @Test("a pair that would differ if it were the only one may not be called different among 28")
    func manyPairs() throws {
        let difference = try #require(try comparison().difference("u1", "u2"))
        #expect(near(difference.low, 6.783519500292978, 1e-9) && near(difference.high, 40.27150166257142, 1e-9))
        #expect(!difference.mayBeCalledOne)
    }

    @Test("a unit has no difference from itself or from one that is not compared")
    func none() throws {
        let comparison = try comparison()
        #expect(comparison.difference("u1", "u1") == nil && comparison.difference("u1", "x") == nil)
    }

    /// 10 % of 50 where 10 % are expected, 30 % of 100 where 30 % are: no difference but the mix.
    @Test("units with different mixes are compared by what their mixes leave")
    func standardized() throws {
        let persons = [(5, 50), (6, 60), (5, 40), (9, 80), (30, 100), (35, 120), (22, 70), (28, 90)]
        let expected = [10.0, 11, 12, 10, 30, 31, 29, 30]
        let rows =
            persons.enumerated().map { place, share in
                (UnitCases.key(place), UnitCases.persons(share.0, of: share.1, expected: expected[place]))
            } + [(UnitCases.key(nil), UnitCases.persons(200, of: 1000, expected: 20))]
        let comparison = try #require(
            UnitCases.comparison(UnitCases.groups(rows, of: UnitCases.organisation(8), isExpectedByMix: true).first))
        let difference = try #require(comparison.difference("u0", "u4"))
        #expect(near(difference.value, 0, 1e-9) && !difference.mayBeCalledOne)
        #expect(near(difference.low, -12.985777893022107, 1e-9) && near(difference.high, 23.35414889812188, 1e-9))
    }

    @Test("a unit's change from year to year is held to its usual moves, one unit of eight")
    func yearToYear() throws {
        let changes = try #require(UnitComparisonTests.absence().first).changes
        #expect(changes.count == 8 && changes.allSatisfy { $0.from == .year(2024) && $0.to == .year(2025) })
        let moved = changes[6].difference
        #expect(near(moved.value, 17.6956426842335, 1e-9) && moved.comparisons == 8 && moved.mayBeCalledOne)
        #expect(near(moved.low, 10.152049740456846, 1e-6) && near(moved.high, 25.239235628010157, 1e-6))
        #expect(near(changes[0].difference.low, -6.3563754381653785, 1e-6) && !changes[0].difference.mayBeCalledOne)
    }

    /// 80 of 95, then 66 of 110: the shared vector; −35.3 to −12.0.
    @Test("a share of persons has its change also where units are too few to compare")
    func change() throws {
        let rows = [
            (UnitCases.key(0, 2023), UnitCases.persons(80, of: 95)),
            (UnitCases.key(0, 2025), UnitCases.persons(66, of: 110)),
        ]
        let units = UnitCases.organisation(1)
        let change = try #require(UnitCases.groups(rows, of: units).first?.changes.first)
        #expect(change.from == .year(2023) && change.to == .year(2025))
        #expect(near(change.difference.low, -35.30388729973272, 1e-9))
        #expect(near(change.difference.high, -11.971759251372026, 1e-9))
        #expect(change.difference.comparisons == 1 && change.difference.mayBeCalledOne)
        #expect(UnitCases.groups(rows, of: units, breaks: [2024]).first?.changes.isEmpty == true)
    }

    @Test("windows that share years have no change")
    func overlapping() {
        let unit: UnitCode = "u0"
        func key(_ first: Int) -> SeriesKey { SeriesKey(period: .window(first, first + 2), unit: unit) }
        func changes(_ first: Int) -> Int? {
            let rows = [(key(first), UnitCases.persons(80, of: 95)), (key(2023), UnitCases.persons(66, of: 110))]
            return UnitCases.groups(rows, of: UnitCases.organisation(1)).first?.changes.count
        }
        #expect(changes(2022) == 0 && changes(2020) == 1)
    }
}
