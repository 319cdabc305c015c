import Catalogue
import Findings
import Indicators
import Noise
import Testing
import Vocabulary

@Suite struct RollingUp {
    /// 1 of 2 and 10 of 100: 11 of 102 and not the mean of 50 and 10.
    @Test func isARatioOfSumsAtEveryLevel() throws {
        let series = Cases.built(
            try Cases.builder("share"), [Cases.cell("a", 1, 2), Cases.cell("b", 10, 100), Cases.cell("c", 30, 40)])
        #expect(series[Cases.key("n")]?.value == 1100.0 / 102)
        #expect(series[Cases.key("s")]?.value == 75 && series[Cases.key("c")]?.value == 75)
        #expect(series[Cases.key("r")]?.value == 4100.0 / 142)
        #expect(series[Cases.key("r")]?.numerator == Exact(41) && series[Cases.key("r")]?.denominator == Exact(142))
        #expect(series.count == 6)
    }

    @Test func countsPersonsWithTheFigure() throws {
        let cell = try #require(Cases.built(try Cases.builder("share"), [Cases.cell("a", 3, 10)])[Cases.key("r")])
        #expect(cell.persons == 10 && cell.personsCounted == 3 && cell.personsNotCounted == 7)
        let mean = try #require(
            Cases.built(try Cases.builder("mean"), [Cases.cell("a", 30, 10, persons: 8), Cases.cell("b", 1, 1, persons: 5)])[
                Cases.key("n")])
        #expect(mean.persons == 13 && mean.personsCounted == nil && mean.value == 31.0 / 11)
    }

    @Test func nothingOfNothingIsNoFigure() throws {
        let series = Cases.built(try Cases.builder("share"), [Cases.cell("a", 0, 0), Cases.cell("b", 5, 10)])
        #expect(series[Cases.key("a")]?.state == .notApplicable && series[Cases.key("a")]?.value == nil)
        #expect(series[Cases.key("n")]?.value == 50)
    }

    @Test(arguments: [(1, 0, FigureState.missing), (0, 1, .hidden), (1, 1, .hidden), (0, 0, .notApplicable)])
    func withoutRowsTheSourceSaysWhy(_ missing: Int, _ confidential: Int, _ state: FigureState) throws {
        let series = Cases.built(
            try Cases.builder("sum"), [Cases.cell("a", 0, rows: 0, missing: missing, confidential: confidential)])
        #expect(series[Cases.key("a")]?.state == state)
    }

    @Test func totalsBesideTheirPartsAreRefused() throws {
        let builder = try Cases.builder("sum")
        let found = builder.build(QueryResult(cells: [Cases.cell("n", 10), Cases.cell("a", 4)], text: "")).findings
        #expect(found.map(\.code) == ["totals-double-counted"] && found.stops())
        let beside = builder.build(QueryResult(cells: [Cases.cell("n", 10), Cases.cell("c", 4)], text: "")).findings
        #expect(beside.isEmpty)
    }

    /// The town's own figure of older years stands beside no parts.
    @Test func totalsOfOtherYearsAreNoDoubles() throws {
        let cells = [Cases.cell("r", .year(2020), 10), Cases.cell("a", .year(2024), 4), Cases.cell("b", .year(2024), 5)]
        let computed = try Cases.builder("sum").build(QueryResult(cells: cells, text: ""))
        #expect(computed.findings.isEmpty)
    }

    @Test func breakdownsAreToldForTheWhole() throws {
        let women = [Category(dimension: "koen", value: "K")]
        let series = Cases.built(
            try Cases.builder("share", "by: koen"),
            [Cases.cell("a", 5, 10), Cases.cell("c", 5, 10), Cases.cell("a", 2, 4, by: women), Cases.cell("c", 3, 4, by: women)])
        #expect(series[Cases.key("r", by: women)]?.value == 62.5)
        #expect(series[Cases.key("a", by: women)] == nil && series[Cases.key("n", by: women)] == nil)
    }

    @Test func rowsAreCountedOnce() throws {
        let cells = [
            Cases.cell("a", 5, 10, rows: 10), Cases.cell("a", 2, 4, rows: 4, by: [Category(dimension: "koen", value: "K")]),
            Cases.cell("a", 3, 6, rows: 6, by: [Category(dimension: "koen", value: "M")]),
        ]
        let computed = try Cases.builder("share", "by: koen").build(QueryResult(cells: cells, text: ""))
        #expect(computed.rows == 10)
    }
}

@Suite struct PublishedFigures {
    @Test func areNeverRolledUp() throws {
        let series = Cases.built(try Cases.builder("given"), [Cases.cell("a", 40), Cases.cell("b", 60)])
        #expect(series.count == 2 && series[Cases.key("n")] == nil && series[Cases.key("a")]?.value == 40)
        #expect(series[Cases.key("a")]?.numerator == nil && series[Cases.key("a")]?.denominator == nil)
    }

    @Test func standAtEveryLevelAsPublished() throws {
        let computed = try Cases.builder("given").build(QueryResult(cells: [Cases.cell("r", 50), Cases.cell("a", 40)], text: ""))
        #expect(computed.findings.isEmpty && computed.series.rows.map(\.cell.value) == [40, 50])
    }

    @Test func twoForOnePlaceAreAmbiguous() throws {
        let cells = [Cases.cell("a", 90, rows: 2), Cases.cell("b", 60)]
        let computed = try Cases.builder("given").build(QueryResult(cells: cells, text: ""))
        #expect(computed.findings.map(\.code) == ["ambiguous-figure"] && computed.findings.stops())
        #expect(computed.findings.first?.place?.file == "Metrics/g/x.yaml")
    }
}

@Suite struct YearsOfMonths {
    private func months(_ range: ClosedRange<Int>, _ unit: String = "a", _ cell: (Int) -> (Int, Int)) -> [QueryCell] {
        range.map { Cases.cell(unit, .month(2024, $0), cell($0).0, cell($0).1, persons: 20 + $0) }
    }

    @Test func areToldWhenEveryMonthIsThere() throws {
        let series = Cases.built(try Cases.builder("share"), months(1...12) { ($0, $0 == 1 ? 1000 : 100) })
        #expect(series[Cases.key("a")]?.value == 7800.0 / 2100)
        #expect(series[Cases.key("r", .month(2024, 3))]?.value == 3)
        #expect(series[Cases.key("a", .month(2024, 3))] == nil, "months are told for the whole alone")
        let eleven = Cases.built(try Cases.builder("share"), months(1...11) { ($0, 100) })
        #expect(eleven[Cases.key("a")] == nil && eleven[Cases.key("r")] == nil)
        #expect(eleven[Cases.key("r", .month(2024, 11))] != nil)
    }

    @Test func areToldOfQuartersAndTertialsToo() throws {
        let quarters = (1...4).map { Cases.cell("a", .quarter(2024, $0), $0) }
        let tertials = (1...3).map { Cases.cell("a", .tertial(2023, $0), $0) }
        #expect(Cases.built(try Cases.builder("sum"), quarters)[Cases.key("a")]?.value == 10)
        #expect(Cases.built(try Cases.builder("sum"), tertials)[Cases.key("a", .year(2023))]?.value == 6)
        #expect(Cases.built(try Cases.builder("sum"), Array(quarters.dropLast()))[Cases.key("a")] == nil)
    }

    @Test func meansOverTimeDivideByTheMonths() throws {
        let cells = months(1...12) { _ in (60, 100) }
        #expect(Cases.built(try Cases.builder("sum"), cells)[Cases.key("a")]?.value == 720)
        #expect(Cases.built(try Cases.builder("sum", "overTime: mean"), cells)[Cases.key("a")]?.value == 60)
        #expect(Cases.built(try Cases.builder("share", "denominatorOverTime: mean"), cells)[Cases.key("a")]?.value == 720)
        #expect(Cases.built(try Cases.builder("share", "overTime: mean"), cells)[Cases.key("a")]?.value == 5)
        let both = "overTime: mean\ndenominatorOverTime: mean"
        #expect(Cases.built(try Cases.builder("share", both), cells)[Cases.key("a")]?.value == 60)
    }

    @Test func personsAreTheFewestOfAMonth() throws {
        let mean = Cases.built(try Cases.builder("mean"), months(1...12) { _ in (50, 100) })
        #expect(mean[Cases.key("a")]?.persons == 21)
        let share = Cases.built(try Cases.builder("share"), months(1...12) { ($0 == 5 ? 2 : 50, 100) })
        #expect(share[Cases.key("a")]?.persons == 100 && share[Cases.key("a")]?.personsCounted == 2)
        #expect(share[Cases.key("a")]?.personsNotCounted == 50)
    }

    @Test func aMonthWithoutAFigureIsNotThere() throws {
        var cells = months(1...11) { _ in (60, 100) }
        cells.append(Cases.cell("a", .month(2024, 12), 0, 0, rows: 0, missing: 1))
        let sum = Cases.built(try Cases.builder("sum"), cells)
        #expect(sum[Cases.key("a")]?.state != .shown)
        let mean = Cases.built(try Cases.builder("sum", "overTime: mean"), cells)
        #expect(mean[Cases.key("a")]?.value != 55)
    }

    @Test func aUnitWithThreeMonthsHasNoYear() throws {
        let cells = months(1...12) { _ in (60, 100) } + months(1...3, "c") { _ in (10, 100) }
        let series = Cases.built(try Cases.builder("sum"), cells)
        #expect(series[Cases.key("a")]?.value == 720)
        #expect(series[Cases.key("c")]?.state == .missing)
    }

    /// Six months hidden and six missing: the same in every run.
    @Test func aYearWithoutFiguresHasOneState() throws {
        let states = try (0..<40).map { number in
            let cells = (1...12).map {
                Cases.cell("a", .month(2000 + number, $0), 0, rows: 0, missing: $0 % 2, confidential: 1 - $0 % 2)
            }
            return Cases.built(try Cases.builder("sum"), cells)[Cases.key("a", .year(2000 + number))]?.state
        }
        #expect(Set(states) == [.hidden])
    }

    @Test func personsMayBeCountedInBothParts() throws {
        let persons = "numerator: syge\ndenominator: mulige\npersons: {base: hoveder, counted: syge}"
        let cells = (1...12).map { month in
            var cell = Cases.cell("a", .month(2024, month), 2, 100, persons: 50 + month)
            cell.counted = Exact(2)
            return cell
        }
        let flow = try #require(Cases.built(try Cases.builder("rate", persons), cells)[Cases.key("a")])
        #expect(flow.persons == 51 && flow.personsCounted == 24 && flow.personsNotCounted == 27)
        let stock = try Cases.builder("rate", persons + "\noverTime: mean\ndenominatorOverTime: mean")
        let year = try #require(Cases.built(stock, cells)[Cases.key("a")])
        #expect(year.persons == 51 && year.personsCounted == 2 && year.personsNotCounted == 49)
    }

    @Test func yearsBesideMonthsStandOnce() throws {
        let cells = [Cases.cell("r", .year(2023), 100)] + (1...12).map { Cases.cell("r", .month(2024, $0), 10) }
        let keys = try Cases.builder("sum").build(QueryResult(cells: cells, text: "")).series.rows.map(\.key)
        #expect(keys.filter { $0.period == .year(2024) }.count == 1)
        #expect(Set(keys).count == keys.count)
    }
}

@Suite struct Provisional {
    private func periods(_ dataset: String, asOf: String = "2026-11-20", _ periods: [Period]) throws -> Set<Period> {
        let builder = try Cases.builder("sum", dataset: dataset, asOf: asOf)
        return builder.build(QueryResult(cells: periods.map { Cases.cell("r", $0, 1) }, text: "")).provisional
    }

    private let years = (2022...2026).map { Period.year($0) }

    @Test func aYearThatIsNotOver() throws {
        #expect(try periods("", years) == [.year(2026)])
        #expect(try periods("", asOf: "2027-01-02", years).isEmpty)
        #expect(try periods("", [.schoolYear(beginning: 2025), .schoolYear(beginning: 2026)]) == [.schoolYear(beginning: 2026)])
    }

    @Test func theDeclaredNumber() throws {
        #expect(try periods(", \"provisional\": 2", asOf: "2027-03-01", years) == [.year(2025), .year(2026)])
        #expect(try periods(", \"provisional\": 1", years) == [.year(2026)])
        #expect(try periods(", \"provisional\": 9", years) == Set(years))
    }

    @Test func aDeclaredZeroIsFinal() throws {
        #expect(try periods(", \"provisional\": 0", years).isEmpty)
    }

    @Test func aProvisionalMonthMakesItsYearSo() throws {
        let months = (1...12).map { Period.month(2024, $0) }
        #expect(try periods(", \"provisional\": 1", months) == [.month(2024, 12), .year(2024)])
    }

    @Test func theLastMonthOfAYearIsNotOverOnItsFirstDay() throws {
        #expect(try periods("", asOf: "2026-12-01", years) == [.year(2026)])
        #expect(try periods("", [.month(2026, 11)]).contains(.month(2026, 11)))
    }
}

@Suite struct SeriesProperties {
    private func random(_ noise: inout FixedNoise, _ count: Int) -> [QueryCell] {
        let units = ["a", "b", "c"]
        return (0..<count).map { _ in
            let whole = Int.random(in: 0...200, using: &noise)
            return Cases.cell(
                units.randomElement(using: &noise)!, .month(2024, Int.random(in: 1...12, using: &noise)),
                Int.random(in: 0...whole, using: &noise), whole, persons: whole)
        }
    }

    /// One cell a key, as an engine answers.
    private func merged(_ cells: [QueryCell]) -> [QueryCell] {
        Dictionary(grouping: cells, by: \.key).values.map { same in
            Cases.cell(
                same[0].key.unit.code, same[0].key.period, same.reduce(0) { $0 + Int($1.numerator.units) },
                same.reduce(0) { $0 + Int($1.denominator.units) }, persons: same.reduce(0) { $0 + Int($1.persons.units) },
                rows: same.count)
        }
    }

    /// Whether rows come together in one cell or apart, and in which order, changes no figure above the units themselves.
    @Test(arguments: 1...30) func splittingAndOrderChangeNothing(_ seed: Int) throws {
        var noise = FixedNoise(UInt64(seed))
        let cells = random(&noise, 150), builder = try Cases.builder("share")
        let together = Cases.built(builder, merged(cells))
        #expect(!together.isEmpty)
        #expect(Cases.built(builder, cells.shuffled(using: &noise)) == together)
        #expect(Cases.built(builder, merged(cells).shuffled(using: &noise)) == together)
    }

    @Test func rowsAreInOrderAndTheWholeIsTheSumOfItsParts() throws {
        var noise = FixedNoise(99)
        let computed = try Cases.builder("sum").build(QueryResult(cells: merged(random(&noise, 200)), text: ""))
        let keys = computed.series.rows.map(\.key)
        #expect(keys == keys.sorted())
        let cells = Dictionary(uniqueKeysWithValues: computed.series.rows.map { ($0.key, $0.cell) })
        let lowest = ["a", "b", "c"].compactMap { cells[Cases.key($0)]?.numerator }.reduce(.zero, +)
        #expect(lowest == cells[Cases.key("r")]?.numerator && lowest != .zero)
    }
}

/// What is not there: lacking, or nothing to count.
@Suite struct MonthsWithoutRows {
    private func year(
        _ more: String, dataset: String, uncounted: [SeriesKey] = [], months: ClosedRange<Int> = 1...9
    ) throws -> Cell? {
        let cells = months.map { Cases.cell("a", .month(2024, $0), 60, 100) } + (1...12).map { Cases.cell("c", .month(2024, $0), 1, 2) }
        let rows = try Cases.builder("sum", more, dataset: dataset).build(
            QueryResult(cells: cells, uncounted: uncounted, text: "")).series.rows
        return rows.first { $0.key == Cases.key("a") }?.cell
    }

    private let lastMonths = (10...12).map { Cases.key("a", .month(2024, $0)) }

    /// A filter of categories leaves nothing: there was nothing. One of numbers may have left out what cannot be used.
    @Test func aFilterOfCategoriesSelects() throws {
        let keyed = ", \"key\": []"
        #expect(try year("filter: koen = 'K' and alder = 'Alle'", dataset: keyed, uncounted: lastMonths)?.value == 540)
        #expect(try year("filter: koen = 'K' and alder = 'Alle'\noverTime: mean", dataset: keyed, uncounted: lastMonths)?.value == 45)
        #expect(try year("filter: koen = 'K' and alder = 'Alle'", dataset: keyed)?.state == .missing)
        #expect(try year("filter: syge > 0 and alder = 'Alle'", dataset: keyed, uncounted: lastMonths)?.state == .missing)
        // A total that is not there lacks.
        #expect(try year("filter: koen = 'K'", dataset: keyed, uncounted: lastMonths)?.state == .missing)
    }

    /// Cases counted one by one: a month without any had none. Where rows have a key, or are added up, it lacks.
    @Test func eventsThatDidNotHappen() throws {
        let cells = [3, 7].map { Cases.cell("a", .month(2024, $0), 4, 4) } + (1...12).map { Cases.cell("c", .month(2024, $0), 1, 1) }
        func count(_ measure: String, _ dataset: String) throws -> Cell? {
            Cases.built(try Cases.builder(measure, dataset: dataset), cells)[Cases.key("a")]
        }
        #expect(try count("count", "")?.value == 8)
        #expect(try count("count", ", \"key\": [\"koen\"]")?.state == .missing)
        #expect(try count("sum", "")?.state == .missing)
    }

    /// The shortest period told is never shorter than those of the files.
    @Test func aGrainFinerThanTheFiles() throws {
        let quarters = (1...4).map { Cases.cell("r", .quarter(2024, $0), 10) }
        func periods(_ grain: String) throws -> [String] {
            Cases.built(try Cases.builder("sum", "overTime: mean\ngrain: \(grain)"), quarters).keys.map(\.period.key).sorted()
        }
        #expect(try periods("month") == ["2024", "2024K1", "2024K2", "2024K3", "2024K4"])
        #expect(try periods("halfYear") == ["2024", "2024H1", "2024H2"])
        #expect(try periods("tertial") == ["2024"] && periods("year") == ["2024"])
    }
}
