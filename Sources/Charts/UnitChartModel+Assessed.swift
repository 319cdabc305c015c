public import Assessment
public import Vocabulary
public import Wording

/// The units of the newest year beside the whole; where there are none, the municipalities it is compared with.
/// Nil where there is nothing to set side by side.
public func unitChart<E: Publishable>(
    _ a: Assessed<E>, style: ChartStyle, phrases: Phrases, measure: any TextMeasure, sampleNotice: String,
    targetYear: Int
) -> Scene? {
    let words = ChartWords(phrases: phrases, unit: a.description.unit)
    guard var model = UnitChartModel(a, words) else { return nil }
    model.notice = sampleNotice
    return unitChart(model, style: style, measure: measure)
}

/// Units that a chart shows at the most, where there is a level above them to show instead.
private let mostRows = 60

/// More rows than this make no picture; the table has them.
private let mostOnPaper = 250

extension UnitChartModel {
    init?<E: Publishable>(_ a: Assessed<E>, _ words: ChartWords) {
        let language = words.language
        let others = a.comparison?.others ?? []
        let beside = a.units.isEmpty ? others : a.units
        guard let period = a.annual.latest?.period ?? beside.compactMap({ $0.latest?.period }).max() else { return nil }
        let codes = Set(a.units.map(\.unit.code))
        let isUnder = { (series: AssessedSeries) in series.unit.parent.map(codes.contains) ?? false }
        let isNested = a.units.contains(where: isUnder)
        var rows = [Row(a.annual, .whole, period, words)]
        if a.units.isEmpty {
            if let reference = a.comparison?.series, let label = a.comparison?.label {
                rows.append(Row(reference, .reference, period, words, name: label(language)))
            }
            rows += others.map { Row($0, .reference, period, words) }
        } else {
            // Units that have ended have no row in the newest year and no place on the chart.
            let present = a.units.filter { unit in unit.points.contains { $0.period == period } }
            // Where nothing under a department may be shown, the department stands for it; the table says so row by row.
            let told = Set(present.filter { $0.latest?.period == period }.compactMap(\.unit.parent))
            let worth = present.filter { !isUnder($0) || told.contains($0.unit.parent ?? "") }
            // More rows than a reader can take in: the upper level alone; the table has them all.
            let drawn = worth.count > mostRows && isNested ? worth.filter { !isUnder($0) } : worth
            rows += drawn.map { Row($0, isNested && !isUnder($0) ? .department : .unit, period, words) }
        }
        guard rows.count <= mostOnPaper, rows.dropFirst().contains(where: { $0.value != nil }) else { return nil }
        self.init(rows: rows)
        self.language = language
        unit = words.axis(a.description)
        if let target = a.description.target {
            goal = [target.value] + (target.upper.map { [$0] } ?? [])
            goalText = words.phrases(
                "chart.target.value", ["year": String(target.year), "value": words.targetFigure(target)])
        }
        minimumSpan = words.minimumSpan(rows.compactMap(\.value) + goal)
        limits = words.limits
        heading = a.description.title(language)
        title = words.phrases(a.units.isEmpty ? "chart.comparison" : "chart.units.title")
        title += " (" + period.name(language) + ")"
        summary =
            ([unit] + [rows.prefix(12).map(\.label).joined(separator: "; ")]).filter { !$0.isEmpty }
            .joined(separator: ". ") + ". " + words.phrases("chart.keys")
    }
}

extension UnitChartModel.Row {
    init(
        _ series: AssessedSeries, _ rank: UnitChartModel.Rank, _ period: Period, _ words: ChartWords,
        name: String? = nil
    ) {
        let name = name ?? series.label(words.language)
        guard let point = series.points.last(where: { $0.period == period }) else {
            let missing = words.state(.missing)
            self.init(
                name: name, rank: rank, value: nil, figure: missing, label: name + ": " + words.lowered(missing))
            return
        }
        let value = point.state == .shown ? point.value : nil
        self.init(
            name: name, rank: rank, value: value, low: point.low, high: point.high,
            figure: value.map(words.label) ?? words.state(point.state), label: words.hitLabel(name, point),
            isProvisional: point.isProvisional)
    }
}
