import Assessment
import Disclosure
import Indicators
import Testing
import Vocabulary

@Suite("Cleared figures become series, comparisons and an outcome")
struct AssessTests {
    static let units = [
        UnitDescription(code: "K", name: .init(everywhere: "Kommunen"), level: "kommune"),
        UnitDescription(code: "B", name: .init(everywhere: "Børn"), parent: "K", level: "afdeling"),
        UnitDescription(code: "A", name: .init(everywhere: "Ældre"), parent: "K", level: "afdeling"),
        UnitDescription(code: "B2", name: .init(everywhere: "Skole 2"), parent: "B", level: "enhed"),
        UnitDescription(code: "B1", name: .init(everywhere: "Skole 1"), parent: "B", level: "enhed"),
        UnitDescription(code: "N1", name: .init(everywhere: "Lejre"), level: "kommune"),
        UnitDescription(code: "N2", name: .init(everywhere: "Køge"), level: "kommune"),
        UnitDescription(code: "N3", name: .init(everywhere: "Greve"), level: "kommune"),
    ]

    static func cell(_ part: Int, of whole: Int, persons: Int? = nil) -> Cell {
        Cell(
            state: .shown, numerator: Exact(part), denominator: Exact(whole),
            value: Double(part) / Double(whole) * 100, persons: persons)
    }

    static func assessed(
        _ rows: [(SeriesKey, Cell)], _ description: IndicatorDescription = Cases.indicator(.up),
        comparison: ComparisonDefinition? = nil, provisional: Set<Period> = [], fewest: Int = 0
    ) -> Assessed<Public> {
        let series = Series(indicator: "i", rows: rows.map { (key: $0.0, cell: $0.1) })
        let released = release(
            series, rule: DisclosureRule(fewestPersons: fewest), tree: UnitTree(units), root: "K", as: Public.self
        ).released
        let context = AssessmentContext(
            units: units, root: "K", asOf: "2026-11-20", targetYear: 2030, provisional: provisional,
            breakdownTitles: ["alder": .init(everywhere: "Alder")], comparison: comparison)
        return assess(released, description, context)
    }

    static func key(_ period: Period, _ unit: UnitCode = "K", _ by: (String, String)? = nil) -> SeriesKey {
        SeriesKey(period: period, unit: unit, by: by.map { [Category(dimension: $0.0, value: $0.1)] } ?? [])
    }

    @Test("a category is called by its declared name, and keeps the data's word beside it")
    func categoryNames() throws {
        let rows = ["Dreng", "Pige"].map { (Self.key(.year(2025), "K", ("koen", $0)), Self.cell(20, of: 40)) }
        let released = release(
            Series(indicator: "i", rows: rows.map { (key: $0.0, cell: $0.1) }), rule: DisclosureRule(fewestPersons: 0),
            tree: UnitTree(Self.units), root: "K", as: Public.self
        ).released
        var context = AssessmentContext(units: Self.units, root: "K", asOf: "2026-11-20", targetYear: 2030)
        context.categoryNames = ["koen": ["Pige": LocalizedText([.danish: "Piger", .english: "Girls"])]]
        let series = try #require(assess(released, Cases.indicator(.up), context).breakdowns.first).series
        #expect(series.map(\.value) == ["Dreng", "Pige"])
        #expect(series.map { $0.label(.english) } == ["Dreng", "Girls"] && series[1].label(.danish) == "Piger")
    }

    @Test("a share of persons has Wilson's interval, in the indicator's unit")
    func interval() throws {
        let assessed = Self.assessed([(Self.key(.year(2025)), Self.cell(45, of: 120, persons: 120))])
        let point = try #require(assessed.annual.latest)
        #expect(near(point.low, 29.35243, 1e-5) && near(point.high, 46.42305, 1e-5))
        #expect(assessed.outcome.latest?.low == point.low && assessed.outcome.latest?.count == 120)
    }

    @Test(
        "a share of days has none, nor one whose persons are unknown, nor a mean",
        arguments: [(Optional(40), UnitOfMeasure.Kind.percent), (nil, .percent), (120, .score)])
    func noInterval(persons: Int?, kind: UnitOfMeasure.Kind) {
        let assessed = Self.assessed(
            [(Self.key(.year(2025)), Self.cell(45, of: 120, persons: persons))], Cases.indicator(.up, kind: kind))
        #expect(assessed.annual.latest?.value == 37.5)
        #expect(assessed.annual.latest?.low == nil && assessed.annual.latest?.high == nil)
    }

    @Test("whole years are annual, the finest grain below them is detail")
    func grains() {
        let assessed = Self.assessed(
            [
                (Self.key(.year(2025)), Self.cell(5, of: 100)), (Self.key(.year(2024)), Self.cell(6, of: 100)),
                (Self.key(.quarter(2025, 1)), Self.cell(5, of: 100)),
                (Self.key(.month(2025, 2)), Self.cell(4, of: 100)), (Self.key(.month(2025, 1)), Self.cell(3, of: 100)),
            ], provisional: [.month(2025, 2)])
        #expect(assessed.annual.points.map(\.period) == [.year(2024), .year(2025)])
        #expect(assessed.detail?.points.map(\.period) == [.month(2025, 1), .month(2025, 2)])
        #expect(assessed.detail?.points.map(\.isProvisional) == [false, true])
    }

    @Test("units are those below the root with figures: a department, then its units")
    func unitOrder() {
        let codes: [UnitCode] = ["B1", "B2", "A", "B", "N1", "K"]
        let assessed = Self.assessed(codes.map { (Self.key(.year(2025), $0), Self.cell(50, of: 100)) })
        #expect(assessed.units.map(\.unit.code) == ["B", "B2", "B1", "A"])
        let fewer = Self.assessed([(Self.key(.year(2025), "B1"), Self.cell(50, of: 100))])
        #expect(fewer.units.map(\.unit.code) == ["B1"])
    }

    @Test("hidden figures are a state and never a value, and nothing is computed from them")
    func hidden() {
        let assessed = Self.assessed(
            [
                (Self.key(.year(2024)), Self.cell(45, of: 120, persons: 120)),
                (Self.key(.year(2025)), Self.cell(2, of: 4, persons: 4)),
            ], fewest: 5)
        #expect(assessed.annual.points.map(\.state) == [.shown, .hidden])
        #expect(assessed.annual.points.last?.value == nil && assessed.annual.points.last?.low == nil)
        #expect(assessed.outcome.latest?.period == .year(2024))
    }

    @Test("the comparison median is of shown figures of the level, the root left out")
    func median() throws {
        let definition = ComparisonDefinition(
            kind: .median(of: "kommune"), label: .init(everywhere: "Midterste"), neighbours: ["N2", "N1"])
        let rows: [(SeriesKey, Cell)] = [
            (Self.key(.year(2024), "K"), Self.cell(99, of: 100)), (Self.key(.year(2024), "N1"), Self.cell(10, of: 100)),
            (Self.key(.year(2024), "N2"), Self.cell(30, of: 100)),
            (Self.key(.year(2024), "N3"), Self.cell(80, of: 100)),
            (Self.key(.year(2025), "N1"), Self.cell(10, of: 100)),
            (Self.key(.year(2025), "N2"), Self.cell(20, of: 100)),
            (Self.key(.year(2025), "N3"), Cell(state: .missing)),
        ]
        let comparison = try #require(Self.assessed(rows, comparison: definition).comparison)
        #expect(comparison.series.points.map(\.value) == [30, 15])
        #expect(comparison.others.map(\.unit.code) == ["N2", "N1"])
    }

    @Test("a unit as comparison is its own series; one without figures is no comparison")
    func unitComparison() {
        let rows = [(Self.key(.year(2025), "N1"), Self.cell(10, of: 100))]
        let found = ComparisonDefinition(kind: .unit("N1"), label: .init(everywhere: "Lejre"))
        #expect(Self.assessed(rows, comparison: found).comparison?.series.latest?.value == 10)
        let absent = ComparisonDefinition(kind: .unit("N2"), label: .init(everywhere: "Køge"))
        #expect(Self.assessed(rows, comparison: absent).comparison == nil)
    }

    @Test("a breakdown is a series a category, ages in their order")
    func breakdowns() throws {
        let ages = ["18-29", "6-17", "67+", "Uoplyst", "0-5"]
        let rows = ages.map { (Self.key(.year(2025), "K", ("alder", $0)), Self.cell(50, of: 100)) }
        let breakdown = try #require(Self.assessed(rows).breakdowns.first)
        #expect(breakdown.title(.danish) == "Alder")
        #expect(breakdown.series.map { $0.label(.danish) } == ["0-5", "6-17", "18-29", "67+", "Uoplyst"])
    }

    @Test("the first point after a break and exceptional years are marked")
    func marks() {
        let rows = (2019...2023).map { (Self.key(.year($0)), Self.cell(50, of: 100)) }
        let points = Self.assessed(rows, Cases.indicator(.up, breaks: [2022], exceptional: 2020...2021)).annual.points
        #expect(points.map(\.followsBreak) == [false, false, false, true, false])
        #expect(points.map(\.isExceptional) == [false, true, true, false, false])
    }
}
