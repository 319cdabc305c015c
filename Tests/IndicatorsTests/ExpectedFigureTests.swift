import Catalogue
import Indicators
import Noise
import Testing
import Vocabulary

@Suite("An expected figure is what a unit's mix of groups would give")
struct ExpectedFigures {
    private static func group(_ name: String) -> [Category] { [Category(dimension: "koen", value: name)] }

    /// A builder of an indicator expected by the column `koen`.
    private static func builder(_ measure: String, _ more: String = "") throws -> SeriesBuilder {
        var (definition, dataset) = try Cases.declared(measure, more)
        definition.expectedBy = "koen"
        return SeriesBuilder(definition: definition, dataset: dataset, tree: Cases.tree, root: "r", asOf: "2026-11-20")
    }

    /// Cells of units and of their groups: top, bottom by group.
    private static func cells(
        _ units: [String: [String: (Int, Int)]], _ period: Period = .year(2024), persons: Int = 0
    ) -> [QueryCell] {
        units.flatMap { unit, groups in
            let sums = groups.values.reduce((0, 0)) { ($0.0 + $1.0, $0.1 + $1.1) }
            return [Cases.cell(unit, period, sums.0, sums.1, persons: persons * groups.count)]
                + groups.map { Cases.cell(unit, period, $1.0, $1.1, persons: persons, by: group($0)) }
        }
    }

    /// Rates at the root: X 60 of 200, Y 20 of 400. In a: 0.3 × 100 + 0.05 × 100 = 35 of 200.
    static let mixed: [String: [String: (Int, Int)]] = [
        "a": ["X": (20, 100), "Y": (4, 100)], "b": ["X": (30, 50), "Y": (6, 150)], "c": ["X": (10, 50), "Y": (10, 150)],
    ]

    @Test func isTheRootsRatesOnTheUnitsMix() throws {
        let series = Cases.built(try Self.builder("share"), Self.cells(Self.mixed))
        func expected(_ unit: String) -> Expected? { series[Cases.key(unit)]?.expected }
        #expect(expected("a")?.numerator == 35 && expected("a")?.value == 17.5)
        #expect(expected("b")?.numerator == 22.5 && expected("b")?.value == 11.25)
        // A parent expects what its units do, and the root what it has.
        #expect(expected("n")?.numerator == 57.5 && expected("r")?.numerator == 80)
        #expect(expected("r")?.value == series[Cases.key("r")]?.value)
        // The fewest at the root are the 20 of Y in the numerator.
        #expect(expected("c")?.fewestPersons == 20)
    }

    @Test func theColumnIsNoBreakdownByItself() throws {
        let series = Cases.built(try Self.builder("share"), Self.cells(Self.mixed))
        #expect(series.keys.allSatisfy { $0.by.isEmpty })
        let shown = Cases.built(try Self.builder("share", "by: koen"), Self.cells(Self.mixed))
        #expect(shown[Cases.key("r", by: Self.group("X"))]?.value == 30)
        let (definition, dataset) = try Cases.declared("share", "by: koen")
        var expecting = definition
        expecting.expectedBy = "koen"
        #expect(expecting.plan(over: dataset).groupings == definition.plan(over: dataset).groupings)
        expecting.breakdowns = []
        #expect(expecting.plan(over: dataset).groupings == [[], ["koen"]])
    }

    /// The figures themselves are the same, expected or not.
    @Test func changesNoFigure() throws {
        let plain = Cases.built(try Cases.builder("share"), Self.cells(Self.mixed).filter { $0.key.by.isEmpty })
        let expecting = Cases.built(try Self.builder("share"), Self.cells(Self.mixed))
        #expect(plain.keys == expecting.keys)
        for (key, cell) in plain {
            var bare = expecting[key]
            bare?.expected = nil
            #expect(bare == cell)
        }
    }

    /// Months of two groups whose year's rates are 540 and 2400 of 14400 each; a has 12000 and 1200 of them.
    @Test func aYearIsExpectedFromTheYearsRates() throws {
        var cells: [QueryCell] = []
        for month in 1...12 {
            let hasMore = month % 2 == 0
            cells += Self.cells(
                [
                    "a": ["X": (hasMore ? 40 : 20, 1000), "Y": (20, 100)],
                    "c": ["X": (hasMore ? 20 : 10, 200), "Y": (180, 1100)],
                ], .month(2024, month))
        }
        let series = Cases.built(try Self.builder("share"), cells)
        let expected = try #require(series[Cases.key("a")]?.expected)
        #expect(abs(expected.numerator - (540.0 / 14400 * 12000 + 2400.0 / 14400 * 1200)) < 1e-9)
        #expect(abs(expected.value - 100 * 650.0 / 13200) < 1e-9)
    }

    /// Leavers of a year over the mean number of employees: 24 of a mean of 20 is 120 %, expected and seen alike.
    @Test func aMeanOverTimeCountsForBothAlike() throws {
        let cells = (1...12).flatMap { month in
            Self.cells(["a": ["X": (1, 10), "Y": (1, 10)], "c": ["X": (1, 10), "Y": (3, 10)]], .month(2024, month))
        }
        let series = Cases.built(try Self.builder("share", "denominatorOverTime: mean"), cells)
        let cell = try #require(series[Cases.key("r")])
        #expect(cell.value == 180 && abs((cell.expected?.value ?? 0) - 180) < 1e-9)
        // a: X 24 of 240 → 0.1 × 120, Y 48 of 240 → 0.2 × 120.
        let part = try #require(series[Cases.key("a")])
        #expect(part.value == 120 && abs((part.expected?.numerator ?? 0) - 36) < 1e-9)
        #expect(abs((part.expected?.value ?? 0) - 180) < 1e-9)
    }

    /// X has 3 of 6 at the root, Y 4 of 10: together 7 of 16, still too few counted; with Z 27 of 216.
    @Test func smallGroupsAreTakenTogether() throws {
        let units = [
            "a": ["X": (3, 6), "Y": (1, 4), "Z": (0, 50), "W": (50, 100)],
            "c": ["Y": (3, 6), "Z": (20, 150), "W": (50, 300)],
        ]
        let series = Cases.built(try Self.builder("share"), Self.cells(units))
        let expected = try #require(series[Cases.key("a")]?.expected)
        #expect(abs(expected.numerator - (27.0 / 216 * 60 + 0.25 * 100)) < 1e-9)
        #expect(expected.fewestPersons == 27)
        #expect(abs((series[Cases.key("r")]?.expected?.numerator ?? 0) - 127) < 1e-9)
    }

    @Test func withoutPersonsEveryGroupStandsAlone() throws {
        var (definition, dataset) = try Cases.declared("mean", "")
        definition.expectedBy = "koen"
        definition.persons = .none(why: .init(everywhere: "x"))
        let builder = SeriesBuilder(
            definition: definition, dataset: dataset, tree: Cases.tree, root: "r", asOf: "2026-11-20")
        let cells = Self.cells(["a": ["X": (4, 2), "Y": (3, 3)], "c": ["X": (8, 2), "Y": (1, 1)]])
        let series = Cases.built(builder, cells)
        let expected = try #require(series[Cases.key("a")]?.expected)
        // X 12 of 4, Y 4 of 4: 3 × 2 + 1 × 3.
        #expect(expected.numerator == 9 && expected.value == 9.0 / 5 && expected.fewestPersons == nil)
    }

    @Test func groupsThatDoNotAddUpExpectNothing() throws {
        // One of a's hundred has no group.
        var cells = Self.cells(Self.mixed).filter { $0.key != Cases.key("a") }
        cells.append(Cases.cell("a", 24, 201))
        let series = Cases.built(try Self.builder("share"), cells)
        #expect(series[Cases.key("r")]?.expected == nil && series[Cases.key("b")]?.expected == nil)
        #expect(series[Cases.key("a")]?.value != nil)
    }

    /// A unit beside the root may have a group that the root lacks.
    @Test func aGroupTheRootLacksExpectsNothing() throws {
        var cells = Self.cells(Self.mixed)
        cells += Self.cells(["x": ["X": (1, 10), "Q": (5, 10)], "y": ["X": (1, 10)]])
        let series = Cases.built(try Self.builder("share"), cells)
        #expect(series[Cases.key("x")]?.value == 30 && series[Cases.key("x")]?.expected == nil)
        #expect(series[Cases.key("y")]?.expected?.value == 30)
    }

    @Test(arguments: ["sum", "given"]) func onlyRatiosAreExpected(_ measure: String) throws {
        let builder = try Self.builder(measure)
        let series = builder.build(QueryResult(cells: [Cases.cell("a", 40)], text: "")).series
        #expect(!series.isExpectedByMix && series.rows.allSatisfy { $0.cell.expected == nil })
    }

    @Test(arguments: 1...50) func partsExpectWhatTheWholeDoesInAnyOrder(_ seed: Int) throws {
        var noise = FixedNoise(UInt64(seed) * 7919)
        var units: [String: [String: (Int, Int)]] = [:]
        for unit in ["a", "b", "c"] {
            for group in ["X", "Y", "Z"] {
                let whole = Int.random(in: 0...400, using: &noise)
                units[unit, default: [:]][group] = (Int.random(in: 0...whole, using: &noise), whole)
            }
        }
        let cells = Self.cells(units)
        let series = Cases.built(try Self.builder("share"), cells)
        #expect(series == Cases.built(try Self.builder("share"), cells.shuffled(using: &noise)))
        func expected(_ unit: String) throws -> Double { try #require(series[Cases.key(unit)]?.expected?.numerator) }
        let whole = try #require(series[Cases.key("r")]?.numerator?.double)
        #expect(abs(try expected("r") - whole) < 1e-9)
        #expect(abs(try expected("a") + expected("b") - expected("n")) < 1e-9)
        #expect(abs(try expected("n") + expected("s") - whole) < 1e-9)
    }
}
