public import Assessment
public import Vocabulary
public import Wording

/// The main chart in words for those who do not see it: axes, span, highest and lowest, latest, target, gaps.
public func chartDescription<E: Publishable>(_ a: Assessed<E>, _ p: Phrases) -> String {
    let shown = a.annual.points.compactMap { point in point.value.map { (period: point.period, value: $0) } }
    guard let first = a.annual.points.first, let last = a.annual.points.last, let latest = shown.last else {
        return p(a.annual.points.contains { $0.state == .hidden } ? "describe.withheld" : "describe.empty")
    }
    let unit = a.description.unit
    let language = p.language
    var sentences = [p("describe.line")]
    let axis = unit.axis(language)
    if !axis.isEmpty { sentences.append(p("describe.axis", ["axis": axis.loweredFirst])) }
    if shown.count == 1 {
        sentences.append(
            p("describe.one", ["value": unit.text(latest.value, language), "period": latest.period.name(language)]))
    } else {
        sentences.append(
            p("describe.span", ["first": first.period.name(language), "last": last.period.name(language)]))
        sentences.append(extremes(shown, unit, p))
        sentences.append(
            p("describe.latest", ["value": unit.text(latest.value, language), "period": latest.period.name(language)]))
    }
    sentences += additions(a, p)
    let gaps = a.annual.points.count - shown.count
    if gaps > 0 { sentences.append(p.counted("describe.gaps", gaps)) }
    return sentences.joined(separator: " ")
}

private func extremes(_ shown: [(period: Period, value: Double)], _ unit: UnitOfMeasure, _ p: Phrases) -> String {
    guard let high = shown.max(by: { $0.value < $1.value }), let low = shown.min(by: { $0.value < $1.value }) else {
        return ""
    }
    return p(
        "describe.extremes",
        [
            "high": unit.text(high.value, p.language), "highPeriod": high.period.name(p.language),
            "low": unit.text(low.value, p.language), "lowPeriod": low.period.name(p.language),
        ])
}

private func additions<E: Publishable>(_ a: Assessed<E>, _ p: Phrases) -> [String] {
    var sentences: [String] = []
    if let target = a.description.target {
        sentences.append(
            p("describe.target", ["year": String(target.year), "value": targetValueText(a.description, p)]))
    }
    if let projection = a.outcome.projection {
        let value = a.description.unit.text(clamped(projection.value, a.description.unit), p.language)
        sentences.append(p("describe.projection", ["year": String(projection.year), "value": value]))
    }
    if let comparison = a.comparison {
        sentences.append(p("describe.comparison", ["label": comparison.label(p.language)]))
    }
    return sentences
}

/// A projected figure kept within what the unit allows: a percentage lies between 0 and 100, a rate is not negative.
func clamped(_ value: Double, _ unit: UnitOfMeasure) -> Double {
    switch unit.kind {
    case .percent: min(max(value, 0), 100)
    case .perThousand: max(value, 0)
    case .number, .score: value
    }
}

extension String {
    /// With a small first letter, unless the first word is written in capitals (`AMU`).
    var loweredFirst: String {
        let second = dropFirst().first
        return second?.isUppercase == true ? self : prefix(1).lowercased() + dropFirst()
    }
}
