public import Assessment
import Sentences
public import Vocabulary
public import Wording

/// The main chart: the municipality's figures year by year, its target and path, where it is heading, a comparison.
///
/// `sampleNotice` is drawn inside the picture where it is not empty; the axis reaches `targetYear`.
public func lineChart<E: Publishable>(
    _ a: Assessed<E>, style: ChartStyle, phrases: Phrases, measure: any TextMeasure, sampleNotice: String,
    targetYear: Int
) -> Scene {
    var model = LineChartModel(a, ChartWords(phrases: phrases, unit: a.description.unit), targetYear: targetYear)
    model.notice = sampleNotice
    model.heading = a.description.title(phrases.language)
    model.title = chartTitle(a.description, a.outcome, phrases)
    model.summary = chartDescription(a, phrases)
    return lineChart(model, style: style, measure: measure)
}

extension LineChartModel {
    init<E: Publishable>(_ a: Assessed<E>, _ words: ChartWords, targetYear: Int) {
        let description = a.description
        let language = words.language
        let firstUseful = a.annual.points.firstIndex { $0.state == .shown || $0.state == .hidden } ?? 0
        let points = a.annual.points[firstUseful...]
        let name = a.annual.label(language)
        self.init(
            own: Line(
                name: name.isEmpty ? words.phrases("chart.own") : name,
                points: points.map { Point(yearly: $0, words, exceptional: description.exceptional) }))
        self.language = language
        axis = !points.isEmpty && points.allSatisfy { $0.period.grain == .schoolYear } ? .schoolYears : .years
        unit = words.axis(description)
        latestFigure = a.annual.latest?.value.map(words.label) ?? ""
        comparison = LineChartModel.comparison(a.comparison, from: points.first?.period, words)
        goal = description.target.map { Goal($0, from: a.outcome.baseline, words) }
        outlook = a.outcome.projection.flatMap {
            Outlook($0, after: a.annual.latest?.period.reportingYear ?? Int.min, words)
        }
        lastYear = goal == nil && outlook == nil ? nil : targetYear
        setSurroundings(description, words)
    }

    /// What surrounds the figures whatever their grain: exceptional periods, breaks, and how far the scale may zoom.
    mutating func setSurroundings(_ description: IndicatorDescription, _ words: ChartWords) {
        let axis = axis
        bands = description.exceptional.map {
            Band(
                from: axis.moment($0.from.startMonth), to: axis.moment($0.to.endMonth),
                note: words.exceptionalNote)
        }
        breaks = description.breaks.map { axis.moment($0.at.startMonth) }
        breakNote = words.phrases("chart.break")
        minimumSpan = words.minimumSpan(values)
        limits = words.limits
    }

    private static func comparison(
        _ comparison: AssessedComparison?, from first: Period?, _ words: ChartWords
    ) -> Line? {
        guard let comparison else { return nil }
        let points = comparison.series.points.filter { point in
            first.map { point.period.reportingYear >= $0.reportingYear } ?? true
        }
        guard points.contains(where: { $0.state == .shown }) else { return nil }
        let name = comparison.label(words.language)
        return Line(name: name, points: points.map { Point(yearly: $0, words, exceptional: [], name: name) })
    }
}

extension LineChartModel.Point {
    /// A whole-year figure, at the year it is told by.
    init(
        yearly point: AssessedPoint, _ words: ChartWords, exceptional: [ExceptionalPeriod], name: String? = nil
    ) {
        self.init(point, time: Double(point.period.reportingYear), words, exceptional: exceptional, name: name)
    }

    /// Told by its period, or by `name` where it is beside another figure of the same period.
    init(
        _ point: AssessedPoint, time: Double, _ words: ChartWords, exceptional: [ExceptionalPeriod], name: String? = nil
    ) {
        let period = point.period.name(words.language)
        self.init(
            time: time, value: point.state == .shown ? point.value : nil, period: period,
            label: words.hitLabel(name ?? period, point, exceptional: exceptional),
            gapNote: point.state == .notApplicable ? "" : words.shortState(point.state),
            isProvisional: point.isProvisional, startsAnew: point.followsBreak)
    }
}

extension LineChartModel.Goal {
    init(_ target: Target, from baseline: Observation?, _ words: ChartWords) {
        self.init(
            kind: target.kind, time: Double(target.year), value: target.value, upper: target.upper,
            name: words.targetName(target), figure: words.targetFigure(target),
            from: baseline.map { LineChartModel.Point(time: Double($0.period.reportingYear), value: $0.value) })
    }
}

extension LineChartModel.Outlook {
    /// The years after the newest figure; nil where there are none.
    init?(_ projection: Projection, after last: Int, _ words: ChartWords) {
        let end = ProjectedYear(
            year: projection.year, value: projection.value, low80: projection.low80, high80: projection.high80)
        let path = (projection.path.isEmpty ? [end] : projection.path).filter { $0.year > last }
        guard !path.isEmpty else { return nil }
        self.init(
            years: path.map {
                Year(
                    time: Double($0.year), value: $0.value, low: $0.low80, high: $0.high80,
                    label: words.outlook($0))
            },
            name: words.phrases("chart.projection.short"), figure: words.label(path[path.count - 1].value))
    }
}

extension TimeAxis {
    /// Where the beginning of a month (months since year 0) lies. A figure for a whole year stands at its year, so the
    /// year reaches half a year to each side.
    func moment(_ month: Int) -> Double {
        let time = Double(month) / 12
        switch self {
        case .years: return time - 0.5
        case .schoolYears: return time - 1.0 / 12
        case .months: return time - 1.0 / 24
        }
    }
}

extension ChartWords {
    /// What the vertical axis says.
    func axis(_ description: IndicatorDescription) -> String {
        [description.unit.axis, description.subtitle, description.unit.label, description.title]
            .map { $0(language) }.first { !$0.isEmpty } ?? ""
    }

    /// What is written over an exceptional period; its reason stands on the page, where there is room for it.
    var exceptionalNote: String { phrases("chart.exceptional") }

    /// `2028: 4,5 %, fremskrivning (4,1–4,9 %)`.
    func outlook(_ year: ProjectedYear) -> String {
        phrases("chart.point.projection", ["year": String(year.year), "value": full(year.value)]) + " ("
            + unit.bare(year.low80, language) + "–" + unit.bare(year.high80, language) + ")"
    }
}
