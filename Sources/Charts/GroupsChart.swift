public import Assessment
import Sentences
public import Vocabulary
public import Wording

/// More panels than this in one picture are more than a reader takes in; the table has the figures.
private let mostPanels = 12

/// A breakdown into more groups than this is told by its table alone.
private let mostGroups = 60

/// Each breakdown as a block: the newest figures as dots with their uncertainty beside the whole, then a small chart
/// over time for each group. Nil without a breakdown that has a figure.
public func groupsChart<E: Publishable>(
    _ a: Assessed<E>, style: ChartStyle, phrases: Phrases, measure: any TextMeasure, sampleNotice: String
) -> Scene? {
    let words = ChartWords(phrases: phrases, unit: a.description.unit)
    let groups = a.breakdowns.filter { $0.series.count <= mostGroups }.compactMap { BreakdownModel($0, of: a.annual, a.description, words) }
    guard !groups.isEmpty else { return nil }
    var inner = style
    inner.showsTitle = false
    let layout = TextLayout(measure: measure)
    let heading = a.description.title(words.language)
    let title = phrases("chart.groups.title")
    let frame = ChartFrame(
        heading: heading, title: title, unit: words.axis(a.description), notice: sampleNotice, style: style,
        layout: layout)
    var blocks: [SceneBlock] = []
    var panels = 0
    for group in groups {
        blocks.append(SceneBlock(title: group.title, scene: unitChart(group.newest, style: inner, measure: measure)))
        guard let series = group.series, panels + series.panels.count <= mostPanels else { continue }
        panels += series.panels.count
        blocks.append(SceneBlock(title: "", scene: smallMultiples(series, style: inner, measure: measure)))
    }
    let drawn = stacked(blocks, in: frame, style: style, layout: layout)
    return Scene(
        width: style.width, height: drawn.height, marks: drawn.marks, hitAreas: drawn.hitAreas,
        title: accessibleName(heading, title), summary: words.groupsSummary(groups, a.description),
        language: words.language.rawValue)
}

/// One breakdown as its newest figures and, where there are two periods or more, its series.
private struct BreakdownModel {
    /// `Fordelt på køn (2025)`.
    let title: String
    let newest: UnitChartModel
    let series: SmallMultiplesModel?

    /// Nil where no group has a figure in the newest period of any.
    init?(
        _ breakdown: AssessedBreakdown, of whole: AssessedSeries, _ description: IndicatorDescription,
        _ words: ChartWords
    ) {
        let language = words.language
        guard let period = breakdown.series.compactMap({ $0.latest?.period }).max() else { return nil }
        let dimension = words.lowered(breakdown.title(language))
        title = words.phrases("chart.breakdown.title", ["dimension": dimension]) + " (" + period.name(language) + ")"
        let wholeName = whole.label(language).isEmpty ? words.phrases("chart.own") : whole.label(language)
        let hasWhole = whole.points.contains { $0.period == period }
        let rows =
            (hasWhole ? [UnitChartModel.Row(whole, .whole, period, words, name: wholeName)] : [])
            + breakdown.series.map { UnitChartModel.Row($0, .unit, period, words) }
        var newest = UnitChartModel(rows: rows)
        newest.language = language
        newest.minimumSpan = words.minimumSpan(rows.compactMap(\.value))
        newest.limits = words.limits
        self.newest = newest
        series = SmallMultiplesModel(breakdown.series, of: whole, wholeName, description, words)
    }
}

extension SmallMultiplesModel {
    /// The years of each group, beside the whole's. Nil where no group has two figures.
    fileprivate init?(
        _ groups: [AssessedSeries], of whole: AssessedSeries, _ wholeName: String,
        _ description: IndicatorDescription, _ words: ChartWords
    ) {
        guard groups.contains(where: { $0.points.count { $0.state == .shown } > 1 }) else { return nil }
        let language = words.language
        func line(_ series: AssessedSeries, _ name: String) -> LineChartModel.Line {
            LineChartModel.Line(
                name: name,
                points: series.points.map {
                    LineChartModel.Point(yearly: $0, words, exceptional: description.exceptional)
                })
        }
        let times = groups.flatMap(\.points).filter { $0.state == .shown }.map { Double($0.period.reportingYear) }
        let first = times.min() ?? 0
        self.init(
            panels: groups.map { series in
                var own = line(series, series.label(language))
                own.points.removeAll { $0.time < first }
                return Panel(line: own, latestFigure: series.latest?.value.map(words.label) ?? "")
            })
        var context = line(whole, wholeName)
        context.points.removeAll { $0.time < first }
        if context.points.contains(where: { $0.value != nil }) { self.context = context }
        self.language = language
        axis = TimeAxis(groups.flatMap { $0.points.map(\.period) })
        bands = description.exceptional.map {
            LineChartModel.Band(
                from: axis.moment($0.from.startMonth), to: axis.moment($0.to.endMonth), note: words.exceptionalNote)
        }
        breaks = description.breaks.map { axis.moment($0.at.startMonth) }
        minimumSpan = words.minimumSpan(values)
        limits = words.limits
    }
}

extension ChartWords {
    /// The axis, and the newest figures of the first breakdown.
    fileprivate func groupsSummary(_ groups: [BreakdownModel], _ description: IndicatorDescription) -> String {
        let figures = groups.prefix(1).map { group in
            group.title + ": " + group.newest.rows.prefix(12).map(\.label).joined(separator: "; ")
        }
        return ([axis(description)] + figures).filter { !$0.isEmpty }.joined(separator: ". ") + ". "
            + phrases("chart.keys")
    }
}
