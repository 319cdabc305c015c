import Findings
import Indicators
import Testing
import Vocabulary

/// Answers of a distribution, and categories crossed.
@Suite struct PartsOfAFigure {
    private let answers = """
        distribution:
          parts:
            - { label: Nej, numerator: syge, side: negative }
            - { label: Ja, numerator: hoveder, side: positive }
        """

    private func series(_ parts: [(a: Int, b: Int)]) throws -> ComputedSeries {
        let builder = try Cases.builder("share", answers)
        let (definition, _) = try Cases.declared("share", answers)
        func built(_ tops: [Int]) -> ComputedSeries {
            builder.build(
                QueryResult(
                    cells: tops.enumerated().map { Cases.cell("a", .year(2024 + $0), $1, 100) }
                        + [Cases.cell("a", .month(2024, 1), 1, 100)],
                    text: ""))
        }
        var whole = built(parts.map(\.a))
        whole.add(answers: [built(parts.map(\.a)), built(parts.map(\.b))], of: definition, root: "r")
        return whole
    }

    @Test func answersStandBesideTheFigureAtTheRoot() throws {
        let computed = try series([(40, 60), (30, 70)])
        let rows = Dictionary(uniqueKeysWithValues: computed.series.rows.map { ($0.key, $0.cell) })
        let told = rows.filter { !$0.key.by.isEmpty }
        #expect(told.count == 4 && told.keys.allSatisfy { $0.unit == "r" && $0.period.months == 12 })
        #expect(rows[Cases.key("r", .year(2025), by: [.answer(2)])]?.value == 70)
        #expect(rows[Cases.key("r", .year(2025), by: [.answer(1)])]?.personsCounted == 30)
        #expect(rows[Cases.key("r", .year(2025))]?.value == 30)
        #expect(computed.findings.isEmpty)
    }

    @Test func answersThatMakeNoWholeAreTold() throws {
        #expect(try series([(40, 61)]).findings.isEmpty, "rounded")
        let found = try series([(40, 60), (40, 50)]).findings
        #expect(found.map(\.code) == ["distribution-not-whole"] && found[0].message.contains("2025"))
    }

    /// Two categories at once, summed over units, beside each of them alone.
    @Test func pyramidsAddUpCrossedCategories() throws {
        let lines = "by: [koen]\npyramid: { ages: alder, sides: koen }"
        let builder = try Cases.builder("sum", lines)
        let (definition, dataset) = try Cases.declared("sum", lines)
        #expect(definition.plan(over: dataset).groupings == [[], ["koen"], ["alder", "koen"]])
        func by(_ age: String, _ sex: String) -> [Category] {
            [Category(dimension: "alder", value: age), Category(dimension: "koen", value: sex)]
        }
        let series = Cases.built(
            builder,
            [
                Cases.cell("a", 5, by: by("0-9", "K")), Cases.cell("b", 7, by: by("0-9", "K")),
                Cases.cell("c", 1, by: by("0-9", "M")), Cases.cell("c", 4, by: [Category(dimension: "alder", value: "0-9")]),
                Cases.cell("a", 13, by: [Category(dimension: "koen", value: "K")]),
            ])
        #expect(series[Cases.key("r", by: by("0-9", "K"))]?.value == 12)
        #expect(series[Cases.key("r", by: by("0-9", "M"))]?.value == 1)
        #expect(series.count == 3, "ages alone are not asked for, and units are not broken down")
    }
}
