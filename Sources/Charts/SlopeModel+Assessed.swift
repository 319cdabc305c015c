public import Assessment
public import Vocabulary
public import Wording

/// Units, or groups where there are no units, at the baseline (or five years before) and in the newest year; nil where
/// fewer than two or more than twenty have a figure at both, or they cannot be compared.
public func slopeChart<E: Publishable>(
    _ a: Assessed<E>, style: ChartStyle, phrases: Phrases, measure: any TextMeasure, sampleNotice: String,
    targetYear: Int
) -> Scene? {
    let words = ChartWords(phrases: phrases, unit: a.description.unit)
    guard var model = SlopeModel(a, words) else { return nil }
    model.notice = sampleNotice
    return slopeChart(model, style: style, measure: measure)
}

extension SlopeModel {
    init?<E: Publishable>(_ a: Assessed<E>, _ words: ChartWords) {
        let language = words.language, description = a.description
        guard let (from, to) = twoTimes(a) else { return nil }
        let ends = { (series: AssessedSeries) in Line(series, from, to, words) }
        let codes = Set(a.units.map(\.unit.code))
        let upper = a.units.filter { !($0.unit.parent.map(codes.contains) ?? false) }
        let groups = a.breakdowns.first?.series ?? []
        let candidates = a.units.isEmpty ? [groups, a.comparison?.others ?? []] : [a.units, upper]
        let drawn = candidates.lazy.map { $0.compactMap(ends) }.first { (2...20).contains($0.count) }
        guard let drawn else { return nil }
        var lines = drawn
        if var own = ends(a.annual) {
            own.isOwn = true
            lines.insert(own, at: 0)
        }
        self.init(lines: lines, from: from.shortName(language), to: to.shortName(language))
        self.language = language
        minimumSpan = words.minimumSpan(lines.flatMap { [$0.from, $0.to] })
        unit = words.axis(description)
        heading = description.title(language)
        title = words.phrases("chart.slope.title", ["from": self.from, "to": self.to])
        let told = lines.prefix(6).map { "\($0.name): \($0.fromFigure) → \($0.toFigure)" }.joined(separator: "; ")
        summary = [unit, title, told].filter { !$0.isEmpty }.joined(separator: ". ") + ". " + words.phrases("chart.keys")
    }
}

/// The baseline, or five years before (the nearest year before that where this one is exceptional), and the newest whole
/// year; nil where there are not two, or a break lies between.
private func twoTimes<E: Publishable>(_ a: Assessed<E>) -> (Period, Period)? {
    let series = [a.annual] + a.units + a.breakdowns.flatMap(\.series)
    let shown = Set(series.flatMap { $0.points.filter { $0.state == .shown }.map(\.period) })
    guard let to = a.annual.latest?.period ?? shown.max(by: { ($0.endMonth, $0) < ($1.endMonth, $1) }) else { return nil }
    var year = a.description.baseline?.reportingYear ?? to.reportingYear - 5
    func period() -> Period? { shown.first { $0.reportingYear == year && $0.grain == to.grain } }
    if a.description.baseline == nil {
        while let one = period(), a.description.exceptional.contains(where: { $0.covers(one) }) { year -= 1 }
    }
    guard let from = period(), year < to.reportingYear else { return nil }
    let isBroken = a.description.breaks.contains {
        from.startMonth < $0.at.startMonth && $0.at.startMonth <= to.startMonth
    }
    return isBroken ? nil : (from, to)
}

extension SlopeModel.Line {
    /// Nil unless both ends are shown.
    fileprivate init?(_ series: AssessedSeries, _ from: Period, _ to: Period, _ words: ChartWords) {
        func point(_ period: Period) -> AssessedPoint? {
            series.points.last { $0.period == period && $0.state == .shown && $0.value != nil }
        }
        guard let first = point(from), let last = point(to) else { return nil }
        let name = series.label(words.language)
        func label(_ point: AssessedPoint) -> String {
            words.hitLabel(name + ", " + point.period.name(words.language), point)
        }
        self.init(
            name: name, from: first.value ?? 0, to: last.value ?? 0, fromFigure: words.label(first.value ?? 0),
            toFigure: words.label(last.value ?? 0), fromLabel: label(first), toLabel: label(last),
            isProvisional: last.isProvisional)
    }
}
