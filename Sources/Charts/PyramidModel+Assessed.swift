public import Assessment
public import Vocabulary
public import Wording

/// Ages and sides in the newest year, beside the year five before or the first there is; nil where none are shown.
public func pyramidChart<E: Publishable>(
    _ a: Assessed<E>, style: ChartStyle, phrases: Phrases, measure: any TextMeasure, sampleNotice: String,
    targetYear: Int
) -> Scene? {
    let words = ChartWords(phrases: phrases, unit: a.description.unit)
    guard let pyramid = a.pyramid, var model = PyramidModel(pyramid, a.description, words) else { return nil }
    model.notice = sampleNotice
    return pyramidChart(model, style: style, measure: measure)
}

extension PyramidModel {
    init?(_ pyramid: AssessedPyramid, _ description: IndicatorDescription, _ words: ChartWords) {
        let language = words.language
        let all = pyramid.left.series + pyramid.right.series
        let shown = Set(all.flatMap { $0.points.filter { $0.state == .shown }.map(\.period) })
            .sorted { ($0.endMonth, $0) < ($1.endMonth, $1) }
        guard let period = shown.last else { return nil }
        let isBroken = { (earlier: Period) in
            description.breaks.contains { earlier.startMonth < $0.at.startMonth && $0.at.startMonth <= period.startMonth }
        }
        let earlier = shown.dropLast().filter { $0.reportingYear <= period.reportingYear - 5 }.last ?? shown.first
        let before = earlier.flatMap { $0 == period || isBroken($0) ? nil : $0 }
        func value(_ series: AssessedSeries, _ period: Period?) -> Double? {
            series.points.last { $0.period == period && $0.state == .shown }?.value
        }
        func label(_ side: AssessedPyramid.Side, _ place: Int) -> String {
            let series = side.series[place], name = side.name(language) + ", " + series.label(language)
            let points = [period, before].compactMap { $0 }.compactMap { period in
                series.points.last { $0.period == period }.map { words.hitLabel(period.name(language), $0) }
            }
            return points.isEmpty ? "" : name + "\n" + points.joined(separator: "\n")
        }
        let rows = pyramid.left.series.indices.map { place in
            let left = pyramid.left.series[place], right = pyramid.right.series[place]
            return Row(
                age: left.label(language), left: value(left, period), right: value(right, period),
                leftBefore: value(left, before), rightBefore: value(right, before), leftLabel: label(pyramid.left, place),
                rightLabel: label(pyramid.right, place))
        }
        self.init(left: pyramid.left.name(language), right: pyramid.right.name(language), rows: rows)
        self.language = language
        beforeText = before.map { words.phrases("chart.pyramid.before", ["period": $0.name(language)]) } ?? ""
        minimumSpan = words.minimumSpan(values)
        // The year of the bars, beside which the line tells that of the other.
        let axis = words.axis(description)
        unit = [axis, period.name(language)].filter { !$0.isEmpty }.joined(separator: ", ")
        heading = description.title(language)
        title = words.phrases(
            "chart.pyramid.title", ["ages": pyramid.agesTitle(language), "sides": pyramid.sidesTitle(language)])
        title += " (" + period.name(language) + ")"
        let sums = [(left, rows.compactMap(\.left)), (right, rows.compactMap(\.right))].map { name, values in
            name + ": " + words.full(values.reduce(0, +))
        }
        summary = ([axis] + sums).filter { !$0.isEmpty }.joined(separator: ". ") + ". " + words.phrases("chart.keys")
    }
}
