import Catalogue
import Disclosure
import Findings
import Indicators
import Store
import Vocabulary

/// What can be said of definitions only when their data are there.
extension OpenedProject {
    func definitionFindings(_ indicators: [ComputedIndicator]) throws -> [Finding] {
        try undeclaredTotals(indicators) + peerFindings(indicators) + indicators.flatMap { indicator in
            let figures = Dictionary(
                release(indicator, as: Desk.self).released.rows.map { ($0.key, $0.figure) },
                uniquingKeysWith: { first, _ in first })
            return baselineFindings(indicator, figures) + knownValueFindings(indicator, figures)
        }
    }

    private func baselineFindings(_ indicator: ComputedIndicator, _ figures: [SeriesKey: Figure]) -> [Finding] {
        let root = project.description.root, definition = indicator.definition
        guard let baseline = definition.description.baseline, !figures.isEmpty,
            figures[SeriesKey(period: baseline, unit: root)]?.state != .shown
        else { return [] }
        let known = figures.filter { $0.key.unit == root && $0.key.by.isEmpty && $0.value.state == .shown }
            .keys.map(\.period).filter { $0.grain == baseline.grain }.sorted()
        return [
            Finding(
                .warning, "baseline-without-data", "there is no figure for the baseline \(baseline)",
                at: definition.baselinePlace ?? definition.place,
                suggestion: known.isEmpty
                    ? "write it as the data do: \(figures.keys.map(\.period).max()!)"
                    : "figures go from \(known.first!) to \(known.last!)")
        ]
    }

    /// The figure itself is told only where everyone may see it.
    private func knownValueFindings(_ indicator: ComputedIndicator, _ figures: [SeriesKey: Figure]) -> [Finding] {
        guard !indicator.definition.knownValues.isEmpty else { return [] }
        let shown = Dictionary(
            release(indicator, as: Public.self).released.rows.map { ($0.key, $0.figure) },
            uniquingKeysWith: { first, _ in first })
        return indicator.definition.knownValues.compactMap { known in
            let by = known.group.map { [Category(dimension: $0.column, value: $0.value)] } ?? []
            let key = SeriesKey(period: known.period, unit: known.unit ?? project.description.root, by: by)
            guard let value = figures[key]?.value else {
                return Finding(
                    .error, "known-value-differs", "there is no figure for \(key.period) to hold against \(known.value)",
                    at: known.place, suggestion: "check the period, the unit and the group")
            }
            // Half of the last decimal is written in decimals and kept in binary.
            guard abs(value - known.value) > known.tolerance * (1 + 1e-9) else { return nil }
            let told = shown[key]?.value.map { "\($0)" } ?? "another figure (too few persons to tell)"
            return Finding(
                .error, "known-value-differs", "\(key.period) comes out as \(told), and \(known.value) is known",
                at: known.place, suggestion: "check 'filter', numerator, denominator and units; or the source")
        }
    }

    /// A category value that stands for everyone together, not declared as one, would count everyone twice.
    private func undeclaredTotals(_ indicators: [ComputedIndicator]) throws -> [Finding] {
        var findings: [Finding] = []
        for dataset in project.datasets {
            let summed = indicators.map(\.definition).filter {
                $0.dataset == dataset.name && $0.derivation == nil && $0.measure != .given
            }
            guard !summed.isEmpty else { continue }
            let labels = try store.categoryLabels(of: dataset.name)
            for column in dataset.columns where column.kind == .category && column.total == nil {
                guard let values = labels[column.name], values.count > 1,
                    let total = values.first(where: { totalWords.contains($0.lowercased()) }),
                    summed.contains(where: { !($0.filter?.columns ?? []).contains(column.name) })
                else { continue }
                findings.append(
                    Finding(
                        .error, "undeclared-total",
                        "'\(column.header)' has '\(total)' beside \(values.count - 1) others: everyone would count twice",
                        at: column.place,
                        suggestion: "declare it: \"\(column.name)\": {\"header\": \"\(column.header)\", \"total\": \"\(total)\"}"))
            }
        }
        return findings
    }
}

/// Values that stand for everyone together in Danish, Norwegian and English exports.
private let totalWords: Set<String> = [
    "i alt", "ialt", "alle i alt", "total", "totalt", "i alt (alle)", "begge køn", "begge kjønn", "både mænd og kvinder",
    "kvinder og mænd", "mænd og kvinder", "kvinner og menn", "menn og kvinner", "kommunen i alt", "hele kommunen",
    "alle aldre", "alle aldre i alt", "alle alder", "both sexes", "all ages",
]
