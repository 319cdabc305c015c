/// A figure of one year.
public struct YearValue: Sendable, Hashable {
    /// The calendar year; for a period over two years, the first.
    public let year: Int
    /// The figure.
    public let value: Double

    /// A figure of one year.
    public init(year: Int, value: Double) {
        self.year = year
        self.value = value
    }
}

/// The verdicts of the Open SDG progress measure, best first.
public enum GrowthStatus: Sendable, Hashable, CaseIterable {
    case targetAchieved, substantial, moderate, limited, deterioration
}

/// The Open SDG progress measure of one series: growth each year since a base year, beside the growth required.
public struct GrowthRatio: Sendable, Hashable {
    /// The compound annual growth seen, as a share (0.01 is one per cent a year). Nil where it is not defined.
    public let observed: Double?
    /// The compound annual growth from the base to the target. Nil without a target or where it is not defined.
    public let required: Double?
    /// With a target the ratio of observed to required growth, without one the observed growth; positive is the wanted
    /// direction. Nil where it is not defined, which happens only to a target already achieved.
    public let value: Double?
    /// What the thresholds were multiplied by because the base lies near a natural limit; 1 otherwise.
    public let thresholdFactor: Double
    /// The verdict.
    public let status: GrowthStatus
    /// The score, from −5 to 5.
    public let score: Double
}

/// The Open SDG progress measure of a series: its base is the first year from `baseYear` on, its current year the last.
///
/// Nil as for the form with two points, and for a year given twice or no year from `baseYear` on.
public func growthRatio(
    series: [YearValue], baseYear: Int = 2015, target: YearValue?, wanted: DesiredChange, limit: Double? = nil
) -> GrowthRatio? {
    let ordered = series.sorted { $0.year < $1.year }
    guard Set(ordered.map(\.year)).count == ordered.count, let current = ordered.last,
        let base = ordered.first(where: { $0.year >= baseYear })
    else { return nil }
    return growthRatio(base: base, current: current, target: target, wanted: wanted, limit: limit)
}

/// The Open SDG progress measure from two points.
///
/// Source: Open SDG documentation, "Progress measurement methodology" (developed by Statistics Canada after
/// Eurostat): compound annual growth rates; 0.95, 0.60 and 0 of the required growth, or 1.5 %, 0.5 % and 0 a year
/// without a target; a base or target of 0 is read as 0.001. A target already achieved is achieved whatever the
/// growth. Otherwise nil when base and current figure have opposite signs, lie less than a year apart, or the
/// required growth is not defined or is 0. Nil for `neither`. The limit plays no part when there is a target.
public func growthRatio(
    base: YearValue, current: YearValue, target: YearValue?, wanted: DesiredChange, limit: Double? = nil
) -> GrowthRatio? {
    guard wanted != .neither, base.value.isFinite, current.value.isFinite else { return nil }
    let baseValue = base.value == 0 ? 0.001 : base.value
    let start = YearValue(year: base.year, value: baseValue)
    let observed = annualGrowth(from: start, to: current)
    let sign = Double(wanted.sign) * (base.value < 0 ? -1 : 1)
    guard let target else {
        guard let observed else { return nil }
        let factor = limit.map { limitFactor(base: abs(base.value), limit: abs($0)) } ?? 1
        return withoutTarget(observed: observed, value: sign * observed, factor: factor)
    }
    let goal = YearValue(year: target.year, value: target.value == 0 ? 0.001 : target.value)
    let required = annualGrowth(from: start, to: goal)
    var ratio: Double?
    if let observed, let required, required != 0 { ratio = sign * observed / abs(required) }
    let achieved = wanted == .increase ? current.value >= goal.value : current.value <= goal.value
    if achieved {
        return GrowthRatio(
            observed: observed, required: required, value: ratio, thresholdFactor: 1, status: .targetAchieved, score: 5)
    }
    guard let ratio else { return nil }
    return GrowthRatio(
        observed: observed, required: required, value: ratio, thresholdFactor: 1,
        status: status(ratio, high: 0.95, middle: 0.6), score: scoreWithTarget(ratio))
}

/// The measure of an indicator made of several series: the mean score, and achieved only if every series is. Nil for
/// none.
public func growthStatus(of series: [GrowthRatio]) -> (status: GrowthStatus, score: Double)? {
    guard let score = mean(series.map(\.score)) else { return nil }
    if series.allSatisfy({ $0.status == .targetAchieved }) { return (.targetAchieved, score) }
    if score >= 2.5 { return (.substantial, score) }
    if score >= 0 { return (.moderate, score) }
    return (score >= -2.5 ? .limited : .deterioration, score)
}

/// Compound annual growth as a share. Nil for less than a year or opposite signs.
private func annualGrowth(from start: YearValue, to end: YearValue) -> Double? {
    guard end.year > start.year, end.value * start.value >= 0 else { return nil }
    let growth = power(end.value / start.value, 1 / Double(end.year - start.year)) - 1
    return growth.isFinite ? growth : nil
}

/// How far the thresholds shrink as the base nears the limit; both without sign.
private func limitFactor(base: Double, limit: Double) -> Double {
    if base >= 2 * limit { return 1 }
    let nearness = base <= limit ? base / limit : (2 * limit - base) / limit
    return 1 - power(nearness, 4.44)
}

private func withoutTarget(observed: Double, value: Double, factor: Double) -> GrowthRatio {
    GrowthRatio(
        observed: observed, required: nil, value: value, thresholdFactor: factor,
        status: status(value, high: 0.015 * factor, middle: 0.005 * factor),
        score: scoreWithoutTarget(value, factor: factor))
}

private func status(_ value: Double, high: Double, middle: Double) -> GrowthStatus {
    if value >= high { return .substantial }
    if value >= middle { return .moderate }
    return value >= 0 ? .limited : .deterioration
}

private func scoreWithTarget(_ ratio: Double) -> Double {
    ratio >= 0.6 ? min(7.1429 * ratio - 4.2857, 5) : max(4.1667 * ratio - 2.5, -5)
}

private func scoreWithoutTarget(_ value: Double, factor: Double) -> Double {
    if value < 0 { return max(125 * value - 2.5, -5) }
    if factor == 0 { return 5 }
    if value >= 0.015 * factor { return min(500 * value / factor - 5, 5) }
    return value >= 0.005 * factor ? 250 * value / factor - 1.25 : 500 * value / factor - 2.5
}
