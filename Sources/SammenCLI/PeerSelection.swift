import Assessment
import Catalogue
import Disclosure
import Findings
import Indicators
import Statistics
import Store
import Vocabulary

/// Finds the units that are like the root in what an indicator declares under `peers`.
///
/// They are likened by figures that the edition shows, of the newest period for which the root has one: other
/// indicators' figures, or columns of a dataset that anyone can look up already.
extension OpenedProject {
    func peers<E: Edition>(of indicator: ComputedIndicator, as edition: E.Type) throws -> [PeerDistance] {
        guard let declared = indicator.definition.peers, let root = tree[project.description.root] else { return [] }
        let candidates = tree.units.filter { $0.level == root.level && $0.validTo == nil }
        let columns = try declared.on.map { name -> [UnitCode: Double] in
            if let other = project.indicator(name) {
                guard let computed = try compute(only: [other.description.id], for: edition).indicators.first else { return [:] }
                return newest(release(computed, as: edition).released.rows.map { ($0.key, $0.figure.value) })
            }
            return try columnSums(name, of: indicator.dataset)
        }
        let places = candidates.map { unit in
            Likened(code: unit.code.code, values: columns.map { $0[unit.code] })
        }
        let found = mostSimilar(to: root.code.code, among: places, count: declared.count)
        return (found?.neighbours ?? []).map { PeerDistance(unit: UnitCode($0.code), distance: $0.distance) }
    }

    /// What they are likened by, in words.
    func peerMeasures(of indicator: ComputedIndicator) -> [LocalizedText] {
        (indicator.definition.peers?.on ?? []).map { name in
            if let other = project.indicator(name) { return other.description.title }
            let column = indicator.dataset.column(name)
            return column.map { $0.title.isEmpty ? LocalizedText(everywhere: $0.header) : $0.title }
                ?? LocalizedText(everywhere: name)
        }
    }

    /// Only of figures that are public already: others would have to be cleared first.
    private func columnSums(_ column: String, of dataset: DatasetDeclaration) throws -> [UnitCode: Double] {
        guard dataset.isAlreadyPublished, let formula = try? Formula(parsing: column) else { return [:] }
        let plan = QueryPlan(
            indicator: column, dataset: dataset.name, filter: nil, numerator: formula, denominator: nil, persons: nil,
            groupings: [[]], totals: dataset.totals)
        let cells = try SQLiteQueryEngine(store).run([plan])[0].cells
        return newest(cells.filter { $0.rows > 0 }.map { ($0.key, $0.numerator.double) })
    }

    /// The values of the newest period in which the root has one, by unit.
    private func newest(_ rows: [(key: SeriesKey, value: Double?)]) -> [UnitCode: Double] {
        let wholes = rows.filter { $0.key.by.isEmpty && $0.value != nil }
        let own = wholes.filter { $0.key.unit == project.description.root }.map(\.key.period)
        guard let period = own.max(by: { ($0.endMonth, $0.months) < ($1.endMonth, $1.months) }) else { return [:] }
        return Dictionary(
            wholes.filter { $0.key.period == period }.map { ($0.key.unit, $0.value!) },
            uniquingKeysWith: { first, _ in first })
    }

    /// What is declared under `peers` and finds none, and why.
    func peerFindings(_ indicators: [ComputedIndicator]) throws -> [Finding] {
        try indicators.compactMap { indicator in
            guard let declared = indicator.definition.peers, try peers(of: indicator, as: Public.self).isEmpty
            else { return nil }
            return Finding(
                .warning, "no-peers", "no unit can be likened to the organisation by \(declared.on.joined(separator: ", "))",
                at: declared.places.first ?? indicator.definition.place,
                suggestion: "at least two other units of its level need figures that the edition shows; columns only from datasets 'alreadyPublished'")
        }
    }
}
