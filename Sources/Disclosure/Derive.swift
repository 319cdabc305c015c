public import Catalogue
import Indicators
public import Vocabulary

/// Figures made from the released figures of other indicators.
///
/// Everything is computed from what an edition shows, so nothing is told that could not be worked out from it: where one
/// of the figures needed is not shown, neither is this one, for the gravest of the reasons. A change has no figure where
/// there is none to compare with; a rolling window none before it is full. Neither reaches over a declared break.
///
/// - Parameters:
///   - definition: what is made, with its derivation.
///   - bases: released figures by the names of the indicators.
///   - declared: the definitions of those indicators.
public func derive<E: Edition>(
    _ definition: IndicatorDefinition, from bases: [String: Released<E>], _ declared: [String: IndicatorDefinition]
) -> Released<E> {
    let id = definition.description.id
    func figures(_ base: String) -> [SeriesKey: Figure] {
        let rows = (bases[base]?.rows ?? []).filter { row in
            row.key.by.allSatisfy { definition.breakdowns.contains($0.dimension) }
        }
        return Dictionary(rows.map { ($0.key, $0.figure) }, uniquingKeysWith: { first, _ in first })
    }
    var rows: [(key: SeriesKey, figure: Figure)] = []
    switch definition.derivation {
    case .change(let base, let months, let isPercent):
        let known = figures(base)
        for (key, latest) in known {
            guard let period = key.period.moved(byMonths: -months),
                let earlier = known[SeriesKey(period: period, unit: key.unit, by: key.by)]
            else { continue }
            let isBroken = declared[base]?.isBroken(between: period, and: key.period) ?? false
            rows.append(
                (key, Figure.derived([latest, earlier]) { isBroken ? nil : change(from: $0[1], to: $0[0], isPercent) }))
        }
    case .rolling(let base, let months):
        rows = rolling(figures(base), months, declared[base])
    case .formula(let formula, let names):
        let known = names.mapValues(figures)
        let keys = known.values.first?.keys.filter { key in known.values.allSatisfy { $0[key] != nil } } ?? []
        let order = names.keys.sorted()
        for key in keys {
            let figure = Figure.derived(order.map { known[$0]![key]! }) { values in
                formula.value(Dictionary(uniqueKeysWithValues: zip(order, values)))
            }
            rows.append((key, figure))
        }
    case nil: break
    }
    return Released(indicator: id, rows: rows.sorted { $0.key < $1.key })
}

private func change(from earlier: Double, to latest: Double, _ isPercent: Bool) -> Double? {
    guard isPercent else { return latest - earlier }
    // From nothing, or from below nothing, there is no percentage.
    return earlier > 0 ? (latest - earlier) / earlier * 100 : nil
}

/// Windows of so many months, told at the last of their parts. A year that is no part of such a window is told where it
/// is of the same kind.
private func rolling(
    _ known: [SeriesKey: Figure], _ months: Int, _ base: IndicatorDefinition?
) -> [(key: SeriesKey, figure: Figure)] {
    guard let base else { return [] }
    var rows: [(key: SeriesKey, figure: Figure)] = []
    for (key, figure) in known {
        let length = key.period.months
        guard length > 0, months % length == 0 else {
            if length == 12, base.isAlikeOverTime { rows.append((key, figure)) }
            continue
        }
        let periods = (0..<months / length).compactMap { key.period.moved(byMonths: -$0 * length) }
        let window = periods.compactMap { known[SeriesKey(period: $0, unit: key.unit, by: key.by)] }
        guard window.count == months / length else { continue }
        let isBroken = base.isBroken(between: periods.last!, and: key.period)
        rows.append((key, isBroken ? .derived(window) { _ in nil } : Figure.window(window, base)))
    }
    return rows
}

extension IndicatorDefinition {
    /// Whether a declared break lies between two periods: what is counted in two ways cannot be set together.
    fileprivate func isBroken(between earlier: Period, and later: Period) -> Bool {
        description.breaks.contains { earlier.startMonth < $0.at.startMonth && $0.at.startMonth <= later.startMonth }
    }
}

extension Figure {
    /// A figure of the values of others; the gravest state of those that are not shown, else.
    fileprivate static func derived(_ parts: [Figure], _ value: ([Double]) -> Double?) -> Figure {
        if let state = gravest(parts) { return .without(state) }
        guard let value = value(parts.map { $0.value! }), value.isFinite else { return .without(.notApplicable) }
        return Figure(
            state: .shown, value: value, numerator: nil, denominator: nil, count: parts.compactMap(\.count).min())
    }

    /// The figure that the sums of a window make; the persons are the fewest of any part.
    fileprivate static func window(_ parts: [Figure], _ base: IndicatorDefinition) -> Figure {
        if let state = gravest(parts) { return .without(state) }
        let sums = parts.compactMap(\.overTime)
        guard sums.count == parts.count, let first = sums.first else { return .without(.notApplicable) }
        let whole = sums.dropFirst().reduce(first, +)
        guard let value = whole.value(base) else { return .without(.notApplicable) }
        return Figure(
            state: .shown, value: value, numerator: whole.toldNumerator(base),
            denominator: base.isRatio ? whole.toldDenominator(base) : nil, count: parts.compactMap(\.count).min(),
            overTime: whole)
    }

    /// Nil where all are shown.
    private static func gravest(_ parts: [Figure]) -> FigureState? {
        let order: [FigureState] = [.hidden, .missing, .awaiting, .notApplicable]
        return order.first { state in parts.contains { $0.state == state } }
    }
}
