import Catalogue
import Vocabulary

/// Where a dataset has rows of which none counts, and what it means that a unit has none at all.
struct Coverage {
    /// Nothing is known: what is not there lacks.
    static let strict = Coverage()

    /// Rows are answers or events: the figure counts them, and the dataset has no `key`. What is not there did not happen.
    /// Else a unit without rows in a month lacks that month.
    let isOfEvents: Bool
    /// Periods and units, at every level, with rows of which none counts, where that means that there was nothing. A
    /// filter of numbers (`antal > 0`) may leave out what cannot be used, and a lacking total is no nought.
    let uncounted: Set<SeriesKey>
    /// Periods of these.
    var periods: Set<Period> { Set(uncounted.map(\.period)) }

    init(_ result: QueryResult, _ definition: IndicatorDefinition, _ dataset: DatasetDeclaration, _ tree: UnitTree) {
        isOfEvents = definition.isOfRows && dataset.key == nil
        let chosen = definition.filter?.columns ?? []
        let isSelection =
            !chosen.isEmpty && chosen.allSatisfy { dataset.column($0)?.kind == .category }
            && definition.plan(over: dataset).totals.isEmpty
        guard isOfEvents || isSelection else {
            uncounted = []
            return
        }
        var found: Set<SeriesKey> = []
        for key in result.uncounted {
            for unit in [key.unit] + tree.ancestors(of: key.unit) { found.insert(SeriesKey(period: key.period, unit: unit)) }
        }
        uncounted = found
    }

    private init() { (isOfEvents, uncounted) = (false, []) }

    /// For each unit and longer period, how many of its parts have rows of which none counts.
    func emptyParts(beside cells: [QueryCell], of grain: Grain) -> [SeriesKey: Int] {
        guard !uncounted.isEmpty else { return [:] }
        let counted = Set(cells.lazy.filter { $0.key.by.isEmpty }.map(\.key))
        var result: [SeriesKey: Int] = [:]
        for key in uncounted where !counted.contains(key) {
            if let whole = key.period.rolledUp(to: grain) { result[SeriesKey(period: whole, unit: key.unit), default: 0] += 1 }
        }
        return result
    }
}
