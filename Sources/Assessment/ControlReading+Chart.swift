import Statistics
import Vocabulary

/// Reads a series as a control chart (Documentation/Methods.md). Nil without a shown figure.
///
/// The chart is p′ for shares of persons and u′ for counts for each thousand of a base, where the bases change; XmR of
/// the change from the same season of the year before where the year has seasons; else XmR. Declared breaks begin a
/// new level. Provisional and exceptional periods set no limits and are no signals. Overlapping periods have no chart,
/// and a level of fewer than eight figures has no limits.
func controlReading(_ series: AssessedSeries, _ description: IndicatorDescription) -> ControlReading? {
    guard let series = ControlSeries(series, description) else { return nil }
    let options = ControlChartOptions(rebasedAt: series.breaks)
    let multiplier = Double(description.unit.multiplier)
    if series.isSeasonal,
        let chart = seasonalControlChart(series.values, seasons: series.seasons, options: options)
    {
        return ControlReading(series, .yearOverYear, chart, scale: 1, description)
    }
    for (kind, counts) in [(ControlKind.shares, CountControlChartKind.shares), (.rates, .rates)] {
        guard let ratios = series.ratios(description.unit, kind: kind),
            let chart = controlChart(of: ratios, as: counts, options: options)
        else { continue }
        return ControlReading(series, kind, chart, scale: multiplier, description)
    }
    return controlChart(series.values, options: options).map {
        ControlReading(series, .individuals, $0, scale: 1, description)
    }
}

extension ControlReading {
    /// - Parameter scale: what the chart's numbers are multiplied by to stand in the unit of measure.
    fileprivate init(
        _ series: ControlSeries, _ kind: ControlKind, _ chart: ControlChart, scale: Double,
        _ description: IndicatorDescription
    ) {
        let wanted = DesiredChange(description.direction)
        func isTested(_ group: ControlChartGroup) -> Bool { !series.overlaps && group.standing != .runChart }
        self.kind = kind
        points = zip(series.places, chart.points).map { place, point in
            ControlPoint(place, point, isTested: isTested(chart.groups[point.group]), scale: scale, wanted: wanted)
        }
        levels = chart.groups.map { group in
            ControlLevel(
                first: series.places[group.places.lowerBound].period,
                last: series.places[group.places.upperBound - 1].period, count: group.count,
                mean: group.mean.map { $0 * scale }, isPreliminary: group.standing != .full,
                isTooShort: group.standing == .runChart)
        }
        let isNewestTested = chart.groups.last.map(isTested) ?? false
        silence = series.overlaps ? .overlapping : isNewestTested ? nil : .tooShort
        let newest = points.last { $0.charted != nil && $0.level == chart.groups.count - 1 }
        variation = isNewestTested ? newest?.meaning : nil
        let isAssured = isNewestTested && kind != .yearOverYear
        assurance =
            isAssured
            ? description.assuredLevel.flatMap { chart.assurance(target: $0 / scale, wanted: wanted) }
                .flatMap(ControlAssurance.init) : nil
    }
}

extension ControlPoint {
    fileprivate init(
        _ place: ControlSeries.Place, _ point: ControlChartPoint, isTested: Bool, scale: Double, wanted: DesiredChange
    ) {
        period = place.period
        value = place.point?.value
        charted = point.value.map { $0 * scale }
        low = isTested ? point.limits.map { $0.low * scale } : nil
        high = isTested ? point.limits.map { $0.high * scale } : nil
        rule = isTested ? point.signal.map { ControlRule($0.rule) } : nil
        meaning = isTested ? ControlMeaning(point.meaning(wanted: wanted)) : .ordinary
        isProvisional = place.point?.isProvisional ?? false
        isExceptional = place.point?.isExceptional ?? false
        level = point.group
    }
}

extension IndicatorDescription {
    /// The level that ordinary variation is held to: of an adopted or example target with one level to reach or hold.
    fileprivate var assuredLevel: Double? {
        guard let target, target.status != .proposed, target.upper == nil, target.kind != .within else { return nil }
        return target.value
    }
}

extension DesiredChange {
    fileprivate init(_ direction: Direction) {
        self =
            switch direction {
            case .up: .increase
            case .down: .decrease
            case .neutral, .within: .neither
            }
    }
}

extension ControlRule {
    fileprivate init(_ rule: ControlChartRule) {
        self =
            switch rule {
            case .outside: .outside
            case .trend: .trend
            case .twoOfThree: .twoOfThree
            case .shift: .shift
            }
    }
}

extension ControlMeaning {
    fileprivate init(_ meaning: ControlChartMeaning) {
        self =
            switch meaning {
            case .commonCause: .ordinary
            case .improvement: .improvement
            case .concern: .concern
            case .neutralHigh: .neutralHigh
            case .neutralLow: .neutralLow
            }
    }
}

extension ControlAssurance {
    /// Nil where nothing can be told.
    fileprivate init?(_ assurance: ControlChartAssurance) {
        switch assurance {
        case .consistentlyMet: self = .consistentlyMet
        case .consistentlyMissed: self = .consistentlyMissed
        case .inconsistent: self = .inconsistent
        case .notAssessable: return nil
        }
    }
}
