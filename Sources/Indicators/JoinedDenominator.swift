import Catalogue
import Findings
import Vocabulary

/// A denominator of another dataset, joined to the numerators on period, unit and category.
extension SeriesBuilder {
    /// Figures exist where both sides have one. A numerator whose denominator is not there has none, and says so; neither
    /// has a unit above it, whose denominator would be too small.
    func joined(
        _ sums: [(SeriesKey, Sums)], _ others: [(SeriesKey, Sums)], _ declared: OtherDenominator, gaps: Set<SeriesKey>
    ) -> (sums: [(SeriesKey, Sums)], findings: [Finding]) {
        var findings: [Finding] = []
        let finest = sums.map(\.0.period.months).min() ?? 12, otherFinest = others.map(\.0.period.months).min() ?? 12
        if otherFinest < finest, declared.overTime == nil {
            findings.append(
                Finding(
                    .error, "ambiguous-join",
                    "'\(declared.dataset)' has several periods for each of '\(dataset.name)', and nothing says what they make",
                    at: declared.place, suggestion: "add 'overTime: mean' (a stock) or 'overTime: sum' (a flow) beside 'dataset'"))
        }
        let below = Dictionary(others.map { ($0.0, $0.1) }, uniquingKeysWith: { first, _ in first })
        var found: [(SeriesKey, Sums)] = []
        for (key, sum) in sums {
            guard let denominator = below[key], !gaps.contains(SeriesKey(period: key.period, unit: key.unit)) else {
                // Months without a denominator of their own are no figures; a year without one is missing.
                guard key.period.months >= 12 else { continue }
                var missing = sum
                missing.state = sum.state == .hidden ? .hidden : .missing
                found.append((key, missing))
                continue
            }
            var sum = sum
            sum.denominator = denominator.numerator
            sum.denominatorParts = denominator.parts
            if sum.state == .shown { sum.state = denominator.state }
            if case .denominator = definition.persons { sum.countPersons(in: denominator) }
            found.append((key, sum))
        }
        if found.allSatisfy({ $0.1.state == .missing }), !found.isEmpty {
            findings.append(
                Finding(
                    .error, "ambiguous-join",
                    "no period and unit of '\(dataset.name)' has a denominator in '\(declared.dataset)'", at: declared.place,
                    suggestion: "both datasets need rows for the same units and years"))
        }
        return (found, findings)
    }

    /// Years and units where a numerator stands whose denominator is not there, though it is in other years: at the
    /// unit, and at every unit above it. A unit that never has a denominator is left out of this: staff at the town hall,
    /// where nobody lives.
    func gaps(_ result: QueryResult, _ other: QueryResult, _ others: [(SeriesKey, Sums)]) -> Set<SeriesKey> {
        let bases = Set(other.cells.map(\.key.unit))
        let covered = Set(
            others.filter { $0.0.by.isEmpty && bases.contains($0.0.unit) && $0.1.state == .shown }.map(\.0))
        let ever = Set(covered.map(\.unit))
        var gaps: Set<SeriesKey> = []
        for cell in result.cells where cell.key.by.isEmpty && ever.contains(cell.key.unit) {
            let period = cell.key.period
            guard let year = period.months < 12 ? period.rolledUp(to: definition.year) : period,
                !covered.contains(SeriesKey(period: year, unit: cell.key.unit))
            else { continue }
            for unit in [cell.key.unit] + tree.ancestors(of: cell.key.unit) {
                gaps.insert(SeriesKey(period: year, unit: unit))
            }
        }
        return gaps
    }
}
