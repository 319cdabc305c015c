import Catalogue
import Findings
import Vocabulary

/// A denominator of another dataset, joined to the numerators on period, unit and category.
extension SeriesBuilder {
    /// Figures exist where both sides have one. A numerator whose denominator is not there has none, and says so.
    func joined(
        _ sums: [(SeriesKey, Sums)], _ others: [QueryCell], _ declared: OtherDenominator
    ) -> (sums: [(SeriesKey, Sums)], findings: [Finding]) {
        var findings: [Finding] = []
        let finest = sums.map(\.0.period.months).min() ?? 12, otherFinest = others.map(\.key.period.months).min() ?? 12
        if otherFinest < finest, declared.overTime == nil {
            findings.append(
                Finding(
                    .error, "ambiguous-join",
                    "'\(declared.dataset)' has several periods for each of '\(dataset.name)', and nothing says what they make",
                    at: declared.place, suggestion: "add 'overTime: mean' (a stock) or 'overTime: sum' (a flow) beside 'dataset'"))
        }
        let below = Dictionary(
            overTime(others).map { ($0.0, $0.1) }, uniquingKeysWith: { first, _ in first })
        var found: [(SeriesKey, Sums)] = []
        for (key, sum) in sums {
            guard let denominator = below[key] else {
                // Months without a denominator of their own are no figures; a year without one is missing.
                guard key.period.months >= 12 else { continue }
                var missing = sum
                missing.state = .missing
                found.append((key, missing))
                continue
            }
            var sum = sum
            sum.denominator = denominator.numerator
            sum.denominatorParts = denominator.parts
            if sum.state == .shown { sum.state = denominator.state }
            if case .denominator = definition.persons { sum.countDenominator() }
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
}
