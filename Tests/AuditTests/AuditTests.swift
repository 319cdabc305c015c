import Audit
import Disclosure
import Findings
import Indicators
import Testing
import Vocabulary

@Suite struct Derivation {
    private let tree = UnitTree(
        ["r", "a", "b", "c"].map {
            UnitDescription(code: UnitCode($0), name: .init(everywhere: $0), parent: $0 == "r" ? nil : "r")
        })

    private func sum(_ units: Int) -> Cell {
        Cell(state: .shown, numerator: Exact(units), value: Double(units), persons: units, rows: 1)
    }

    private func key(_ unit: String, _ period: Period = .year(2024), _ category: String? = nil) -> SeriesKey {
        SeriesKey(
            period: period, unit: UnitCode(unit), by: category.map { [Category(dimension: "koen", value: $0)] } ?? [])
    }

    /// A source hides a figure itself and the rest is let through: what a careless rule would publish.
    private func findings(_ cells: [(SeriesKey, Cell)], carelessly: Bool = true) -> [Finding] {
        let series = Series(indicator: "x", rows: cells.map { (key: $0.0, cell: $0.1) })
        let released = release(
            series, rule: DisclosureRule(fewestPersons: 3, isAlreadyPublished: carelessly), tree: tree, root: "r",
            as: Public.self
        ).released
        return derivableFigures(released, tree: tree)
    }

    private var hidden: Cell { Cell(state: .hidden) }

    @Test func oneHiddenUnitIsFound() {
        let cells = [(key("r"), sum(60)), (key("a"), sum(20)), (key("b"), sum(38)), (key("c"), hidden)]
        let found = findings(cells)
        #expect(found.map(\.code) == ["derivable-figure"])
        #expect(found.first?.severity == .error)
        #expect(findings(cells, carelessly: false).isEmpty)
    }

    @Test func oneHiddenCategoryIsFound() {
        let cells = [(key("r"), sum(60)), (key("r", .year(2024), "K"), sum(20)), (key("r", .year(2024), "M"), hidden)]
        #expect(findings(cells).count == 1)
        #expect(findings(cells, carelessly: false).isEmpty)
    }

    @Test func oneHiddenMonthIsFound() {
        var cells = (1...12).map { (key("r", .month(2024, $0)), $0 == 7 ? hidden : sum(20)) }
        cells.append((key("r"), sum(222)))
        #expect(findings(cells).count == 1)
        #expect(findings(cells, carelessly: false).isEmpty)
    }

    @Test func twoHiddenPartsOrAHiddenWholeAreSafe() {
        #expect(findings([(key("r"), sum(60)), (key("a"), sum(20)), (key("b"), hidden), (key("c"), hidden)]).isEmpty)
        #expect(findings([(key("r"), hidden), (key("a"), sum(20)), (key("b"), sum(3)), (key("c"), hidden)]).isEmpty)
        #expect(findings([(key("r"), sum(60)), (key("a"), sum(20)), (key("b"), sum(38)), (key("c"), sum(2))]).isEmpty)
    }

    /// Figures that do not add up, as published ones, give nothing away.
    @Test func figuresWithoutSumsAreSafe() {
        let given = Cell(state: .shown, value: 4.2, rows: 1)
        #expect(findings([(key("r"), given), (key("a"), given), (key("b"), hidden)]).isEmpty)
    }

    @Test func theMessageHoldsNoFigure() {
        let found = findings([(key("r"), sum(61)), (key("a"), sum(27)), (key("b"), hidden)])
        #expect(found.count == 1 && !found.contains { $0.description.contains("61") || $0.description.contains("34") })
    }

    @Test func oneUnitsCategoryIsFound() {
        let cells = [
            (key("r", .year(2024), "K"), sum(60)), (key("a", .year(2024), "K"), sum(20)),
            (key("b", .year(2024), "K"), sum(38)), (key("c", .year(2024), "K"), hidden),
        ]
        #expect(findings(cells).count == 1)
    }
}

@Suite struct StagedFaults {
    private func findings(_ text: String, _ path: String, notice: String? = nil) -> [Finding] {
        var audit = SiteAudit(), text = text
        text.withUTF8 { audit.read(path, $0, requiredNotice: notice) }
        return audit.findings()
    }

    private func faults(_ text: String, _ path: String = "da/index.html", notice: String? = nil) -> [String] {
        findings(text, path, notice: notice).map(\.code)
    }

    @Test func unfinishedPagesAreFound() {
        #expect(faults("<p>⟦title⟧</p>") == ["unfinished-page"])
        #expect(faults("<p>{{title</p>") == ["unfinished-page"])
        #expect(faults("<p>{{title}}</p>⟦x⟧") == ["unfinished-page", "unfinished-page"])
        #expect(faults("<p>{ }</p>").isEmpty)
        #expect(faults("{\"a\":{\"b\":{}}}", "x.json").isEmpty)
        #expect(faults("<script type=\"application/ld+json\">{\"a\":{\"b\":{}}}</script>").isEmpty)
    }

    @Test func aMissingNoticeIsFound() {
        #expect(faults("tal", "x.csv", notice: "Eksempel").first == "missing-notice")
        #expect(faults("# Eksempel\ntal", "x.csv", notice: "Eksempel").isEmpty)
        #expect(faults("tal", "x.csv").isEmpty)
    }

    @Test func theNoticeMayBeEscaped() {
        #expect(faults("<p>A &amp; &quot;b&quot; &lt;c&gt; d&#39;e</p>", notice: "A & \"b\" <c> d'e").isEmpty)
        #expect(faults("<p>A &amp; c</p>", notice: "A & b") == ["missing-notice"])
    }

    @Test func theFileIsNamed() {
        let found = findings("⟦", "da/index.html")
        #expect(found.map(\.place?.file) == ["da/index.html"] && found.stops())
    }
}
