public import Assessment
import Sentences
public import Vocabulary
public import Wording

/// The figures inside the year as a plain line, provisional ones open; nil where none are published.
public func detailChart<E: Publishable>(
    _ a: Assessed<E>, style: ChartStyle, phrases: Phrases, measure: any TextMeasure, sampleNotice: String,
    targetYear: Int
) -> Scene? {
    guard let detail = a.detail, detail.points.contains(where: { $0.state == .shown }) else { return nil }
    let words = ChartWords(phrases: phrases, unit: a.description.unit)
    var model = LineChartModel(detail, a.description, words)
    model.notice = sampleNotice
    return lineChart(model, style: style, measure: measure)
}

/// The same of one unit; nil where none of its figures are published.
public func unitDetailChart<E: Publishable>(
    _ a: Assessed<E>, unit: UnitCode, style: ChartStyle, phrases: Phrases, measure: any TextMeasure,
    sampleNotice: String
) -> Scene? {
    guard let detail = a.unitDetails.first(where: { $0.unit.code == unit }),
        detail.points.contains(where: { $0.state == .shown })
    else { return nil }
    let words = ChartWords(phrases: phrases, unit: a.description.unit)
    var model = LineChartModel(detail, a.description, words)
    // The whole's target is not the unit's.
    model.goal = nil
    model.heading += ", " + detail.label(phrases.language)
    model.notice = sampleNotice
    return lineChart(model, style: style, measure: measure)
}

extension LineChartModel {
    init(_ detail: AssessedSeries, _ description: IndicatorDescription, _ words: ChartWords) {
        let language = words.language
        let firstUseful = detail.points.firstIndex { $0.state == .shown || $0.state == .hidden } ?? 0
        let points = detail.points[firstUseful...]
        self.init(
            own: Line(
                name: detail.label(language),
                points: points.map {
                    Point(
                        $0, time: Double($0.period.startMonth) / 12, words, exceptional: description.exceptional)
                }))
        self.language = language
        axis = .months
        marksEveryPoint = false
        unit = words.axis(description)
        latestFigure = detail.latest?.value.map(words.label) ?? ""
        if var level = description.target.map({ Goal($0, from: nil, words) }), let end = own.points.last?.time {
            level.kind = level.kind == .within ? .within : .maintain
            level.time = end
            goal = level
        }
        setSurroundings(description, words)
        heading = description.title(language)
        title = words.detailTitle(points.first?.period.grain ?? .month)
        summary = words.detailSummary(Array(points), unit: unit)
    }
}

extension ChartWords {
    func detailTitle(_ grain: Grain) -> String {
        switch grain {
        case .month: phrases("chart.detail.title")
        case .quarter: phrases("chart.detail.quarter")
        default: phrases("chart.detail.finer")
        }
    }

    /// The axis, the first and the newest figure, the lowest and the highest.
    func detailSummary(_ points: [AssessedPoint], unit: String) -> String {
        let shown = points.filter { $0.state == .shown && $0.value != nil }
        let ordered = shown.sorted { ($0.value ?? 0) < ($1.value ?? 0) }
        var told: [Period] = []
        var parts: [String] = []
        for point in [shown.first, ordered.first, ordered.last, shown.last].compactMap({ $0 })
        where !told.contains(point.period) {
            told.append(point.period)
            parts.append(hitLabel(point.period.name(language), point))
        }
        return ([unit] + [parts.joined(separator: "; ")]).filter { !$0.isEmpty }.joined(separator: ". ") + ". "
            + phrases("chart.keys")
    }
}
