public import Disclosure
public import Findings
import Indicators
public import Vocabulary

/// Looks at released figures as an outsider does: where everything but one of the parts of a shown whole is shown,
/// the hidden part is the whole less the others. Any such figure is an error.
///
/// Parts are the units under a parent in a period, the categories of a breakdown, and the months of a year. Independent
/// of how `Disclosure` decides: it reads nothing but what was released.
public func derivableFigures<E: Edition>(_ released: Released<E>, tree: UnitTree) -> [Finding] {
    let states = Dictionary(uniqueKeysWithValues: released.rows.map { ($0.key, $0.figure) })
    var findings: [Finding] = []
    func check(_ whole: SeriesKey, _ parts: [SeriesKey], _ what: String) {
        guard let figure = states[whole], figure.state == .shown, figure.numerator != nil else { return }
        let hidden = parts.filter { states[$0]?.state == .hidden }
        guard hidden.count == 1 else { return }
        findings.append(
            Finding(
                .error, "derivable-figure",
                "'\(released.indicator)' \(whole.period): a hidden figure can be computed from \(what)",
                suggestion: "this is a fault in the program: do not publish, and report it"))
    }
    let keys = released.rows.map(\.key)
    let byUnit = Dictionary(grouping: keys.filter { $0.by.isEmpty && $0.period.months < 12 }, by: \.unit)
    let byWhole = Dictionary(grouping: keys.filter { $0.by.count == 1 }) {
        SeriesKey(period: $0.period, unit: $0.unit)
    }
    for whole in keys {
        let units = tree.children(of: whole.unit).map {
            SeriesKey(period: whole.period, unit: $0, by: whole.by)
        }
        check(whole, units, "the units beside it")
    }
    for whole in keys where whole.by.isEmpty {
        let months = (byUnit[whole.unit] ?? []).filter {
            $0.period.months < whole.period.months && whole.period.contains($0.period)
        }
        check(whole, months, "the other months")
        let categories = Dictionary(grouping: byWhole[whole] ?? []) { $0.by[0].dimension }
        for members in categories.values { check(whole, members, "the other categories") }
    }
    return findings
}
