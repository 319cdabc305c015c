public import Catalogue
import Findings
public import Vocabulary

extension ComputedSeries {
    /// Adds the answers of a distribution: the root's whole-year figures of each part, as a category of their own, so that
    /// disclosure control clears them as it clears a breakdown.
    ///
    /// - Parameter parts: the series of each part, in the order of the scale, made as the indicator's own is.
    public mutating func add(answers parts: [ComputedSeries], of definition: IndicatorDefinition, root: UnitCode) {
        var rows = series.rows
        var sums: [Period: (sum: Double, count: Int)] = [:]
        for (place, part) in parts.enumerated() {
            for row in part.series.rows where row.key.unit == root && row.key.by.isEmpty && row.key.period.months >= 12 {
                rows.append((SeriesKey(period: row.key.period, unit: root, by: [.answer(place + 1)]), row.cell))
                guard let value = row.cell.value else { continue }
                let before = sums[row.key.period] ?? (0, 0)
                sums[row.key.period] = (before.sum + value, before.count + 1)
            }
        }
        series = Series(indicator: series.indicator, rows: rows, isExpectedByMix: series.isExpectedByMix)
        // Answers in percent together make a hundred, but for rounding.
        let wrong = sums.filter { $0.value.count == parts.count && ($0.value.sum - 100).magnitude > 2 }.keys.max()
        guard definition.description.unit.kind == .percent, let period = wrong else { return }
        findings.append(
            Finding(
                .warning, "distribution-not-whole",
                "in \(period) the parts of 'distribution' do not together make 100 percent", at: definition.place,
                suggestion: "let every answer that counts be in one part, and in no other"))
    }
}
