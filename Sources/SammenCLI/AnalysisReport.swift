import Assessment
import Statistics
import Vocabulary

/// An analysis as JSON for scripts; `text` is the account for people.
///
/// Every key is always there; what cannot be told is null, and `note` says why.
struct AnalysisReport {
    let analysis: SeriesAnalysis

    init(_ analysis: SeriesAnalysis) { self.analysis = analysis }

    var json: JSON {
        let trend = analysis.movement, line = analysis.line, outcome = analysis.outcome
        let projection = outcome.projection
        return .object([
            ("n", .integer(analysis.values.count)), ("mean", .optional(Statistics.mean(analysis.values))),
            ("controlChart", chart),
            (
                "trend",
                .object([
                    (
                        "mannKendall",
                        .object([("s", .optional(trend?.s)), ("z", .optional(trend?.z)), ("p", .optional(trend?.p))])
                    ),
                    (
                        "theilSen",
                        .object([
                            ("slope", .optional(trend?.line.slope)), ("low", .optional(trend?.line.low)),
                            ("high", .optional(trend?.line.high)), ("intercept", .optional(trend?.line.intercept)),
                        ])
                    ),
                    (
                        "ols",
                        .object([
                            ("intercept", .optional(line?.intercept)), ("slope", .optional(line?.slope)),
                            ("s", .optional(line?.residualStandardDeviation)),
                        ])
                    ),
                ])
            ),
            (
                "projection",
                .object([
                    ("year", .integer(analysis.question.targetYear)), ("value", .optional(projection?.value)),
                    ("low80", .optional(projection?.low80)), ("high80", .optional(projection?.high80)),
                    ("low95", .optional(projection?.low95)), ("high95", .optional(projection?.high95)),
                ])
            ),
            (
                "pace",
                .object([
                    ("actual", .optional(outcome.pace.actual)), ("required", .optional(outcome.pace.needed)),
                ])
            ),
            ("verdict", .string(outcome.verdict.rawValue)),
            (
                "growthRatio",
                .object([
                    ("ratio", .optional(analysis.growth?.value)),
                    ("status", analysis.growth.map { .string($0.status.word) } ?? .null),
                ])
            ),
        ])
    }

    private var chart: JSON {
        let last = analysis.chart?.groups.last
        let points = analysis.places.enumerated().map { index, place in
            JSON.object([
                ("index", .integer(index + 1)), ("period", place.period.map { .string($0.key) } ?? .null),
                ("value", .optional(place.value)), ("signal", .string(place.signal.map(\.rule.word) ?? "none")),
                ("meaning", .string(place.meaning.word)), ("lower", .optional(place.limits?.low)),
                ("upper", .optional(place.limits?.high)), ("mean", .optional(place.mean)),
            ])
        }
        return .object([
            ("mean", .optional(last?.mean)), ("lower", .optional(analysis.limits(of: last)?.low)),
            ("upper", .optional(analysis.limits(of: last)?.high)), ("points", .array(points)),
            ("variation", .string(analysis.variation.word)), ("assurance", .string(analysis.assurance.word)),
            ("note", .string(analysis.notes.joined(separator: " "))),
        ])
    }
}

/// One place of the control chart with its limits and what it means.
struct ChartedPlace {
    var period: Period?
    var value: Double?
    var signal: ControlChartSignal?
    var meaning: ControlChartMeaning
    var limits: Interval?
    var mean: Double?
}

extension SeriesAnalysis {
    /// The places of the control chart, in order of time.
    var places: [ChartedPlace] {
        guard let chart else { return [] }
        return zip(series.places, chart.points).map { place, point in
            let group = chart.groups[point.group]
            let isTested = isTested(group)
            return ChartedPlace(
                period: place.period, value: place.value, signal: isTested ? point.signal : nil,
                meaning: isTested ? point.meaning(wanted: question.wanted) : .commonCause, limits: limits(of: group),
                mean: group.mean)
        }
    }

    func limits(of group: ControlChartGroup?) -> Interval? { overlaps ? nil : group?.limits }

    /// Whether signals are told: not of overlapping periods, nor of a group too short for limits to rely on. The
    /// limits of the latter are given, marked in the note, for those who know why they want them.
    func isTested(_ group: ControlChartGroup?) -> Bool { !overlaps && group.map { $0.standing != .runChart } ?? false }

    /// What the newest place means.
    var variation: ControlChartMeaning {
        guard isTested(chart?.groups.last) else { return .commonCause }
        return chart?.variation(wanted: question.wanted) ?? .commonCause
    }

    /// Whether ordinary variation meets the target; nil where nothing can be said.
    var assurance: ControlChartAssurance? {
        guard isTested(chart?.groups.last), let target = question.target else { return nil }
        return chart?.assurance(target: target, wanted: question.wanted)
    }

    /// What a reader must know of how the figures were treated, and what is missing, as sentences.
    var notes: [String] {
        var notes: [String] = []
        let missing = series.places.count - values.count
        if missing > 0 {
            notes.append("\(missing) \(missing == 1 ? "row has" : "rows have") no value and no part in any figure.")
        }
        if values.isEmpty { return notes + ["There are no values."] }
        if overlaps {
            notes.append(
                "The periods overlap: no control limits and no signals; of overlapping ones the newest is fitted.")
        } else {
            notes += (chart?.groups ?? []).compactMap(note)
        }
        if !question.starts.isEmpty {
            notes.append("Trend, projection and verdict are of the values since the last new level.")
        }
        if movement == nil {
            notes.append("Too short for a trend: \(fitted.count) of the \(Self.fewestForTrend) values it takes.")
        }
        if isSeasonal {
            notes.append("The trend compares each season with itself; least squares and the control chart do not.")
        }
        if series.grain == nil {
            notes.append("Without periods there is no year to project to.")
        } else if outcome.projection == nil {
            let years = "\(outcome.usablePoints) of the \(Self.fewestForTrend) whole years it takes"
            notes.append(
                outcome.window == nil
                    ? "Too short for a projection: \(years)."
                    : "No projection: \(question.targetYear) is not after the newest figure.")
        }
        if isAveraged, outcome.window != nil {
            notes.append(
                "Projection, pace and verdict are of \(yearly.count) whole years, each the mean of its values.")
        }
        return notes
    }

    /// Whether years were made from parts of years.
    private var isAveraged: Bool { series.grain.map { $0.months.map { $0 < 12 } ?? false } ?? false }

    private func note(on group: ControlChartGroup) -> String? {
        let which = (chart?.groups.count ?? 1) > 1 ? "From \(name(of: group.places.lowerBound)): " : ""
        let values = "\(group.count) \(group.count == 1 ? "value" : "values")"
        if group.limits == nil { return "\(which)Too short for control limits: \(values)." }
        if !group.varies { return "\(which)The values do not vary." }
        switch group.standing {
        case .runChart:
            return "\(which)Too short for control limits to rely on, and for signals: \(values), and it takes 8."
        case .trial: return "\(which)The control limits are preliminary: \(values), and it takes 13."
        case .full: return nil
        }
    }

    private func name(of place: Int) -> String { series.places[place].period?.key ?? "step \(place + 1)" }
}

extension ControlChartRule {
    var word: String {
        switch self {
        case .outside: "outside"
        case .trend: "trend"
        case .twoOfThree: "twoOfThree"
        case .shift: "shift"
        }
    }
}

extension ControlChartMeaning {
    var word: String {
        switch self {
        case .commonCause: "none"
        case .improvement: "improvement"
        case .concern: "concern"
        case .neutralHigh, .neutralLow: "neutral"
        }
    }
}

extension ControlChartAssurance? {
    var word: String {
        switch self {
        case .consistentlyMet: "pass"
        case .consistentlyMissed: "fail"
        case .inconsistent: "hitOrMiss"
        case .notAssessable, nil: "none"
        }
    }
}

extension GrowthStatus {
    var word: String {
        switch self {
        case .targetAchieved: "targetAchieved"
        case .substantial: "substantial"
        case .moderate: "moderate"
        case .limited: "limited"
        case .deterioration: "deterioration"
        }
    }
}
