import Catalogue
import Findings
import Indicators
import Noise
import Store
import Testing
import Vocabulary

/// The engine's sums against sums made here from the same rows.
@Suite struct Queries {
    private struct Row {
        var period: Int, unit: String, count: Int?, price: Int?, answer: String, sex: String

        /// The price stands in hundredths.
        var line: String {
            let price = price.map { "\($0 / 100)," + ($0 % 100 < 10 ? "0" : "") + "\($0 % 100)" } ?? ".."
            return "\(period);\(unit);\(count.map(String.init) ?? "..");\(price);\(answer);\(sex)\n"
        }
    }

    private static func rows(_ seed: Int) -> [Row] {
        var noise = FixedNoise(UInt64(seed))
        return (0..<400).map { _ in
            Row(
                period: Int.random(in: 2020...2024, using: &noise), unit: ["01", "02"].randomElement(using: &noise)!,
                count: Int.random(in: 0..<10, using: &noise) == 0 ? nil : Int.random(in: 0...999, using: &noise),
                price: Int.random(in: 0..<10, using: &noise) == 0 ? nil : Int.random(in: 0...99_999, using: &noise),
                answer: ["Ja", "Nej", "Ved ikke", ""].randomElement(using: &noise)!,
                sex: ["I alt", "Kvinder", "Mænd"].randomElement(using: &noise)!)
        }
    }

    /// Sums of the rows that `isIn` takes, by year and unit, and by sex where wanted.
    private func sums(
        _ rows: [Row], bySex: Bool = false, _ value: (Row) -> (top: Int?, bottom: Int?)
    ) -> [SeriesKey: (top: Int, bottom: Int, rows: Int)] {
        var result: [SeriesKey: (top: Int, bottom: Int, rows: Int)] = [:]
        for row in rows where (row.sex == "I alt") != bySex {
            let (top, bottom) = value(row)
            let by = bySex ? [Category(dimension: "koen", value: row.sex)] : []
            let key = SeriesKey(period: .year(row.period), unit: UnitCode(row.unit), by: by)
            guard let top, let bottom else { continue }
            let sum = result[key] ?? (0, 0, 0)
            result[key] = (sum.top + top, sum.bottom + bottom, sum.rows + 1)
        }
        return result
    }

    private func compare(
        _ found: [SeriesKey: QueryCell], _ expected: [SeriesKey: (top: Int, bottom: Int, rows: Int)], scales: (Int, Int)
    ) {
        let found = found.filter { $0.value.rows > 0 }
        #expect(Set(found.keys) == Set(expected.keys) && !expected.isEmpty)
        for (key, sum) in expected {
            #expect(found[key]?.numerator == Exact(units: Int128(sum.top), scale: scales.0))
            #expect(found[key]?.denominator == Exact(units: Int128(sum.bottom), scale: scales.1))
            #expect(found[key]?.rows == sum.rows)
        }
    }

    private func project(_ rows: [Row]) throws -> TemporaryProject { try TemporaryProject(rows.map(\.line).joined()) }

    @Test(arguments: 1...3) func sumsOfAColumn(_ seed: Int) throws {
        let rows = Self.rows(seed)
        compare(try project(rows).run("pris"), sums(rows) { ($0.price, 1) }, scales: (2, 0))
    }

    /// A row without one of the two numbers counts in neither.
    @Test(arguments: 1...3) func ratiosLeaveOutWhatIsNotThereInPairs(_ seed: Int) throws {
        let rows = Self.rows(seed)
        compare(
            try project(rows).run("pris", over: "antal"),
            sums(rows) { $0.price == nil || $0.count == nil ? (nil, nil) : ($0.price, $0.count) }, scales: (2, 0))
    }

    @Test(arguments: 1...3) func totalsAreNeverCountedTwice(_ seed: Int) throws {
        let rows = Self.rows(seed)
        let found = try project(rows).run("antal", by: [[], ["koen"]])
        compare(found.filter { $0.key.by.isEmpty }, sums(rows) { ($0.count, 1) }, scales: (0, 0))
        compare(found.filter { !$0.key.by.isEmpty }, sums(rows, bySex: true) { ($0.count, 1) }, scales: (0, 0))
        #expect(!found.keys.contains { $0.by.contains { $0.value == "I alt" } })
    }

    /// Parts that lie within parts: a breakdown by one keeps off its own totals alone, and everyone's figure off both.
    @Test func whatDividesAGroupIsReadInAllGroups() throws {
        let rows = """
            2024;01;100;0;;I alt
            2024;01;60;0;;England
            2024;01;40;0;;Wales
            2024;01;35;0;East;England
            2024;01;25;0;West;England
            2024;01;30;0;North;Wales
            2024;01;10;0;South;Wales

            """
        let found = try TemporaryProject(rows).run(
            "antal", by: [[], ["koen"], ["svar"]], totals: ["koen": "I alt", "svar": ""], nesting: ["svar": "koen"])
        let figures = Dictionary(uniqueKeysWithValues: found.map { key, cell in
            (key.by.first?.value ?? "", cell.numerator.description)
        })
        #expect(figures == [
            "": "100", "England": "60", "Wales": "40", "East": "35", "West": "25", "North": "30", "South": "10",
        ])
    }

    @Test(arguments: 1...3) func filtersChoose(_ seed: Int) throws {
        let rows = Self.rows(seed)
        compare(
            try project(rows).run("antal", filter: "svar in ('Ja', 'Nej') and pris >= 100.5"),
            sums(rows.filter { ["Ja", "Nej"].contains($0.answer) && ($0.price ?? 0) >= 10_050 }) { ($0.count, 1) },
            scales: (0, 0))
    }

    @Test(arguments: 1...3) func conditionsCountRows(_ seed: Int) throws {
        let rows = Self.rows(seed)
        compare(
            try project(rows).run("svar = 'Ja'", over: "1", filter: "svar is not missing"),
            sums(rows.filter { !$0.answer.isEmpty }) { ($0.answer == "Ja" ? 1 : 0, 1) }, scales: (0, 0))
    }

    @Test(arguments: 1...3) func formulasAreExact(_ seed: Int) throws {
        let rows = Self.rows(seed)
        compare(
            try project(rows).run("if(svar = 'Ja', antal * pris, 0)", over: "antal + 0.5"),
            sums(rows) { row in
                guard let count = row.count else { return (nil, nil) }
                if row.answer != "Ja" { return (0, count * 10 + 5) }
                return (row.price.map { $0 * count }, count * 10 + 5)
            }, scales: (2, 1))
    }

    @Test func otherGroupsOfCategories() throws {
        let rows = Self.rows(4)
        let found = try project(rows).run("1", by: [["svar", "koen"]], totals: [:])
        for (key, cell) in found {
            let wanted = rows.filter {
                key.period == .year($0.period) && key.unit.code == $0.unit
                    && key.by == [Category(dimension: "koen", value: $0.sex), Category(dimension: "svar", value: $0.answer)]
            }
            #expect(cell.rows == wanted.count)
        }
        #expect(found.values.reduce(0) { $0 + $1.rows } == rows.count)
    }

    @Test func orderOfRowsChangesNothing() throws {
        var noise = FixedNoise(9)
        let rows = Self.rows(5)
        let one = try project(rows).run("pris", over: "antal"), other = try project(rows.shuffled(using: &noise)).run("pris", over: "antal")
        #expect(one.mapValues { "\($0.numerator) \($0.denominator) \($0.rows)" } == other.mapValues { "\($0.numerator) \($0.denominator) \($0.rows)" })
    }

    @Test func plansAnswerInTheirOrder() throws {
        let project = try project(Self.rows(6)), store = try project.store()
        try project.load(store)
        let single = try project.run("pris")
        let plans = try ["antal", "pris", "1"].map { formula in
            let plan = QueryPlan(
                indicator: formula, dataset: "svar", filter: nil, numerator: try Formula(parsing: formula), denominator: nil,
                persons: nil, groupings: [[]], totals: ["koen": "I alt"])
            return plan
        }
        let results = try SQLiteQueryEngine(store).run(plans)
        #expect(results.count == 3 && results[1].cells.allSatisfy { $0.numerator == single[$0.key]?.numerator })
        #expect(results[2].cells.allSatisfy { $0.numerator == Exact($0.rows) })
    }

    /// A total that stands in no row would leave nothing.
    @Test func aTotalThatIsNotThereIsTold() throws {
        let project = try TemporaryProject("2024;01;1;1;Ja;Alle\n2024;01;1;1;Ja;Kvinder\n")
        let report = try project.load(project.store())
        #expect(!report.findings.isEmpty)
    }

    /// A formula that needs more than 64 bits: the sums are those of the rows, digit for digit.
    @Test func sumsAreAsWideAsTheyMustBe() throws {
        let rows = Self.rows(7), found = try project(rows).run("pris * pris * pris * pris")
        var expected: [SeriesKey: Int128] = [:]
        for row in rows where row.sex == "I alt" {
            let price = Int128(row.price ?? 0)
            expected[SeriesKey(period: .year(row.period), unit: UnitCode(row.unit)), default: 0] += price * price * price * price
        }
        #expect(expected.values.contains { $0 > Int128(Int64.max) } && found.count == expected.count)
        for (key, sum) in expected { #expect(found[key]?.numerator == Exact(units: sum, scale: 8)) }
    }

    /// What may not fit in 128 bits is told before a row is added up.
    @Test func sumsThatMayNotFitAreRefused() throws {
        do {
            _ = try project(Self.rows(8)).run((1...8).map { _ in "pris" }.joined(separator: " * "))
            Issue.record("added up what may not fit")
        } catch let refusal as Refusal {
            #expect(refusal.findings.map(\.code) == ["number-too-large"])
            #expect(refusal.findings[0].suggestion?.contains("decimals") ?? false)
        }
    }

    /// Every value of a group is kept with how often it occurs, ascending; rows without one are not.
    @Test(arguments: 1...3) func valuesAreTallied(_ seed: Int) throws {
        let rows = Self.rows(seed), project = try project(rows), store = try project.store()
        try project.load(store)
        for (column, value) in [("antal", \Row.count), ("pris", \Row.price)] {
            let plan = QueryPlan(
                indicator: "x", dataset: "svar", filter: nil, numerator: try Formula(parsing: "1"), denominator: nil,
                persons: nil, tallied: try Formula(parsing: column), groupings: [[]], totals: ["koen": "I alt"])
            for cell in try SQLiteQueryEngine(store).run([plan])[0].cells {
                let values = rows.filter {
                    $0.sex == "I alt" && cell.key == SeriesKey(period: .year($0.period), unit: UnitCode($0.unit))
                }.compactMap { $0[keyPath: value] }.sorted()
                let found = cell.tally.flatMap { Array(repeating: $0.value, count: $0.count) }
                #expect(found == values.map { Exact(units: Int128($0), scale: column == "pris" ? 2 : 0) })
                #expect(cell.rows == values.count && Set(cell.tally.map(\.value)).count == cell.tally.count)
            }
        }
    }

    /// Units and periods whose rows the filter leaves out are told, so that nothing is taken to lack there.
    @Test func whatIsLeftOutIsTold() throws {
        let project = try TemporaryProject("2024;01;1;1;Ja;I alt\n2024;02;1;1;Nej;I alt\n2025;01;..;1;Ja;I alt\n"), store = try project.store()
        try project.load(store)
        let plan = QueryPlan(
            indicator: "x", dataset: "svar", filter: try Formula(parsing: "svar = 'Ja'"), numerator: try Formula(parsing: "antal"),
            denominator: nil, persons: nil, groupings: [[]], totals: ["koen": "I alt"])
        let result = try SQLiteQueryEngine(store).run([plan])[0]
        #expect(result.uncounted == [SeriesKey(period: .year(2024), unit: "02")])
        #expect(result.cells.count == 2)
    }
}
