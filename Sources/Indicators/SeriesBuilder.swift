public import Catalogue
public import Findings
public import Vocabulary

/// An indicator's series with what was noticed on the way.
public struct ComputedSeries: Sendable {
    public var series: Series
    /// Periods whose figures may still change.
    public var provisional: Set<Period>
    public var findings: [Finding]
    /// Rows that gave the figures, for provenance.
    public var rows: Int

    init(series: Series, provisional: Set<Period>, findings: [Finding], rows: Int) {
        self.series = series
        self.provisional = provisional
        self.findings = findings
        self.rows = rows
    }

    /// Of an indicator made from others: its figures are made when theirs are released.
    public init(_ indicator: String, madeFrom bases: [ComputedSeries]) {
        series = Series(indicator: indicator, rows: [])
        provisional = bases.reduce(into: []) { $0.formUnion($1.provisional) }
        findings = []
        rows = bases.reduce(0) { $0 + $1.rows }
    }
}

/// Turns the sums of a query into an indicator's series: rolled up to every level and to whole years, as a ratio of
/// sums at each; published figures (`given`) are taken as they stand and never rolled up.
public struct SeriesBuilder {
    let definition: IndicatorDefinition
    let dataset: DatasetDeclaration
    let tree: UnitTree
    let root: UnitCode
    /// Date of the build, ISO 8601: a year that is not over yet is provisional.
    let asOf: String
    /// Whether the parts of a year are told where they are of another kind than the year: what rolling windows are made of.
    public var tellsParts = false
    /// Whether the months and quarters of units are told, for managers; else those of the whole alone.
    public var tellsPartsOfUnits = false

    public init(
        definition: IndicatorDefinition, dataset: DatasetDeclaration, tree: UnitTree, root: UnitCode, asOf: String
    ) {
        self.definition = definition
        self.dataset = dataset
        self.tree = tree
        self.root = root
        self.asOf = asOf
    }

    /// The cells of one table, as few as the figures need: groups of single units are told for the whole alone.
    public func cells(of table: SumTable) -> [QueryCell] {
        let isMix = definition.isExpectedByMix && table.keys.columns == [definition.expectedBy]
        guard !table.keys.columns.isEmpty, !isMix, definition.measure != .given else { return table.cells }
        let isUnderRoot = table.keys.unitLabels.map { $0 == root || tree.ancestors(of: $0).contains(root) }
        return table.cells(of: root) { isUnderRoot[$0] }
    }

    /// - Parameter other: the sums of a denominator that stands in another dataset.
    public func build(_ result: QueryResult, other: QueryResult? = nil) -> ComputedSeries {
        var findings: [Finding] = []
        var cells = result.cells
        let coverage = Coverage(result, definition, dataset, tree)
        var mix: [(SeriesKey, Sums)] = []
        if definition.measure == .given {
            findings += ambiguousFigure(cells)
        } else {
            findings += doubleCountedFigure(cells, dataset.name)
            if definition.isExpectedByMix {
                mix = overTime(
                    rolledUpUnits(cells.filter { $0.key.by.map(\.dimension) == [definition.expectedBy] }), coverage)
            }
            cells = rolledUp(cells)
        }
        // Breakdowns are told for the whole alone: of a unit they would have to be cleared against its siblings' too.
        cells = cells.filter { $0.key.by.isEmpty || $0.key.unit == root }
        var sums = overTime(cells, coverage)
        if let other, let declared = definition.otherDenominator {
            findings += doubleCountedFigure(other.cells, declared.dataset)
            let below = overTime(rolledUp(other.cells), .strict)
            let joined = joined(sums, below, declared, gaps: gaps(result, other, below))
            findings += joined.findings
            sums = joined.sums
        }
        let expected = definition.isExpectedByMix ? ExpectedFigures(mix, wholes: sums, root: root) : nil
        let series = Series(
            indicator: definition.description.id,
            rows: sums.map { key, sum in (key, sum.cell(definition, expected: expected?.numerator(key, of: sum))) },
            isExpectedByMix: definition.isExpectedByMix)
        return ComputedSeries(
            series: series, provisional: provisionalPeriods(cells.map(\.key.period)), findings: findings,
            rows: result.cells.reduce(0) { $0 + ($1.key.by.isEmpty ? $1.rows : 0) })
    }

    /// To every level, and for breakdowns to the whole.
    private func rolledUp(_ cells: [QueryCell]) -> [QueryCell] {
        let wholes = cells.filter { $0.key.by.isEmpty }
        return rolledUpUnits(wholes) + byAttribute(wholes)
            + atRoot(cells.filter { isTold($0.key.by.map(\.dimension)) })
    }

    /// Whether figures are told for these categories: a breakdown, or the two of a pyramid.
    private func isTold(_ dimensions: [String]) -> Bool {
        if dimensions.count == 1 { return definition.breakdowns.contains(dimensions[0]) }
        return dimensions.count == 2 && dimensions == definition.description.pyramid?.dimensions
    }

    private func ambiguousFigure(_ cells: [QueryCell]) -> [Finding] {
        guard let twice = cells.first(where: { $0.rows > 1 }) else { return [] }
        return [
            Finding(
                .error, "ambiguous-figure",
                "\(twice.rows) published figures for \(twice.key.unit) in \(twice.key.period)",
                at: definition.formulaPlace ?? definition.place,
                suggestion: "declare the total of each category, or choose with 'filter'")
        ]
    }

    private func doubleCountedFigure(_ cells: [QueryCell], _ name: String) -> [Finding] {
        guard let (upper, lower) = doubleCounted(cells) else { return [] }
        return [
            Finding(
                .error, "totals-double-counted",
                "dataset '\(name)' has rows for unit \(upper) and for unit \(lower) below it",
                at: definition.formulaPlace ?? definition.place,
                suggestion: "keep one level in the files, or use measure 'given'")
        ]
    }
}
