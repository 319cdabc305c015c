internal import Yams
import Findings

/// Which of the keys that make a figure go with its measure.
struct MeasureKeys {
    let entries: Entries
    let measure: Measure

    /// Which formulas and numbers each measure needs and may have.
    private static let keys: [Measure: (needs: [String], may: [String])] = [
        .share: (["numerator", "denominator"], []), .rate: (["numerator", "denominator"], ["per"]),
        .mean: ([], ["numerator", "denominator", "value", "weight"]), .sum: (["numerator"], []), .count: ([], []),
        .distinct: (["value"], []), .median: (["value"], []), .quantile: (["value", "quantile"], []),
        .index: (["items", "scale"], ["reversed", "to", "answered", "weight"]),
        .topBox: (["value", "from"], ["weight"]), .netScore: (["value"], ["promoters", "detractors", "weight"]),
        .change: (["of"], ["months", "as"]), .rolling: (["of"], ["months"]), .derived: (["of", "formula"], []),
        .given: (["value"], []),
    ]

    private static let all = Set(keys.values.flatMap { $0.needs + $0.may })

    /// Tells keys that the measure lacks, or has no use for; false where it cannot be read without them.
    func check() -> Bool {
        var keys = Self.keys[measure]!
        if measure == .mean {
            keys.needs = entries.take("value") == nil ? ["numerator", "denominator"] : ["value"]
            keys.may = entries.take("value") == nil ? [] : ["weight"]
        }
        var isReadable = true
        for key in keys.needs where entries.take(key) == nil {
            entries.declaration.report(
                "missing-key", "measure '\(measure.rawValue)' needs '\(key)'", at: entries.node, suggestion: "add '\(key):'")
            isReadable = false
        }
        for key in Self.all.subtracting(keys.needs + keys.may).sorted() {
            guard let node = entries.take(key) else { continue }
            entries.declaration.report(
                "unused-formula", "measure '\(measure.rawValue)' has no '\(key)'", at: node,
                suggestion: measure == .given && key != "of"
                    ? "a published figure is taken as it is: use 'value', or measure 'share'" : "remove it")
        }
        return isReadable
    }
}
