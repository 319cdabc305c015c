/// How a control chart is drawn up.
public struct ControlChartOptions: Sendable, Hashable {
    /// Leaves out unusually large moving ranges, once, before the limits are set.
    public var screensMovingRanges: Bool
    /// Sets mean and limits from so many first places of each group; all places if nil. At least 12.
    public var fixedAfter: Int?
    /// Places, counted from 0, at which a new group with its own mean and limits begins.
    public var rebasedAt: Set<Int>

    /// Options; without arguments, screened limits from all values in one group.
    public init(screensMovingRanges: Bool = true, fixedAfter: Int? = nil, rebasedAt: Set<Int> = []) {
        self.screensMovingRanges = screensMovingRanges
        self.fixedAfter = fixedAfter
        self.rebasedAt = rebasedAt
    }
}

/// The constants of the chart of individual values and moving ranges.
public enum ControlChartConstants {
    /// Limits lie so many average moving ranges from the mean: 3 ∕ 1.128.
    public static let limitFactor = 2.66
    /// Moving ranges from so many average ones are left out of a screened chart.
    public static let screeningFactor = 3.267
    /// So many values on one side of the mean, one after another, are a shift.
    public static let shiftLength = 7
    /// So many values, each above (or each below) the one before, are a trend; the first counts.
    public static let trendLength = 7
    /// From so many values a group's limits are full ones.
    public static let fullCount = 13
    /// Below so many values a group has a line and no limits worth drawing.
    public static let trialCount = 8
    /// The least `fixedAfter` accepted.
    public static let leastFixed = 12
}

/// How far a group's limits can be relied on.
public enum ControlChartStanding: Sendable, Hashable {
    /// Too few values: draw the values alone.
    case runChart
    /// Limits to be marked as preliminary.
    case trial
    /// Limits to be relied on.
    case full
}

/// A stretch of a control chart with one mean and one pair of limits.
public struct ControlChartGroup: Sendable, Hashable {
    /// The places of the group.
    public let places: Range<Int>
    /// How many of them have a value.
    public let count: Int
    /// The mean of the values that set the limits. Nil without any.
    public let mean: Double?
    /// The average moving range behind the limits; of a chart of counts, that of the standardised values. Nil without
    /// two neighbouring values.
    public let averageMovingRange: Double?
    /// The control limits; not cut at 0 or 100. Both are the mean where the values do not vary. Nil without moving
    /// ranges, and on a chart of counts, where each place has its own (`ControlChartPoint.limits`).
    public let limits: Interval?
    /// Two thirds of the way from the mean to the limits. Nil as they are.
    public let nearLimits: Interval?
    /// False where every moving range is nothing.
    public let varies: Bool
    /// Of a chart of counts, how many times wider the values spread than chance alone would make them (σ_z); 1 where
    /// the spread was taken to be chance. Nil for a chart of individual values.
    public let spread: Double?
    /// Differences up to this size are rounding: a value "on the mean" is on the mean.
    let tolerance: Double

    /// How far the limits can be relied on.
    public var standing: ControlChartStanding {
        if count < ControlChartConstants.trialCount { return .runChart }
        return count < ControlChartConstants.fullCount ? .trial : .full
    }
}

/// One place of a control chart.
public struct ControlChartPoint: Sendable, Hashable {
    /// The value, or nil for a gap.
    public let value: Double?
    /// Which group it belongs to, counted from 0.
    public let group: Int
    /// The control limits at this place. Nil without any.
    public let limits: Interval?
    /// 1 above the mean, −1 below, 0 on it or without a value.
    public let side: Int
    /// Beyond a control limit; on it is not beyond.
    public let isOutside: Bool
    /// Beyond two thirds of the way to a limit, but not beyond the limit.
    public let isClose: Bool
    /// The signal it is part of, the most telling first. Nil for common cause.
    public let signal: ControlChartSignal?
}

/// A control chart: what is ordinary variation, and what is a signal.
public struct ControlChart: Sendable, Hashable {
    /// Each place, in order of time.
    public let points: [ControlChartPoint]
    /// The groups, in order of time; at least one.
    public let groups: [ControlChartGroup]
}

/// The control chart of values in order of time; nil is a gap, over which no range and no run reaches.
///
/// Source: Wheeler (2000), *Understanding Variation* (limits from moving ranges); the exact rules are those of the NHS
/// England "Making Data Count" guides as the R package NHSRplotthedots 0.2 applies them. Differs from it where it gives
/// no number: values that do not vary have limits on the mean. Nil for no places, a value that is not finite, or
/// `fixedAfter` below 12.
public func controlChart(_ values: [Double?], options: ControlChartOptions = ControlChartOptions()) -> ControlChart? {
    guard !values.isEmpty, values.allSatisfy({ $0?.isFinite ?? true }),
        options.fixedAfter.map({ $0 >= ControlChartConstants.leastFixed }) ?? true
    else { return nil }
    var groups: [ControlChartGroup] = []
    var points: [ControlChartPoint] = []
    for places in options.stretches(of: values.count) {
        let stretch = Array(values[places])
        let group = controlChartGroup(stretch, places: places, options: options)
        let spans = stretch.map { _ in ControlChartSpan(limits: group.limits, nearLimits: group.nearLimits) }
        points += controlChartPoints(stretch, spans, group: group, number: groups.count)
        groups.append(group)
    }
    return ControlChart(points: points, groups: groups)
}

extension ControlChartOptions {
    /// The places of each group, in order.
    func stretches(of count: Int) -> [Range<Int>] {
        let starts = [0] + rebasedAt.filter { $0 > 0 && $0 < count }.sorted()
        return zip(starts, starts.dropFirst() + [count]).map { $0..<$1 }
    }

    /// The average of the moving ranges, screened if asked for, and whether there is any range to speak of. Nil
    /// without a range.
    func averageRange(_ values: [Double?], tolerance: Double) -> (average: Double, varies: Bool)? {
        let ranges = zip(values, values.dropFirst()).compactMap { earlier, later -> Double? in
            guard let earlier, let later else { return nil }
            return abs(later - earlier)
        }
        guard let unscreened = mean(ranges) else { return nil }
        guard unscreened > tolerance else { return (0, false) }
        let kept = ranges.filter { $0 < ControlChartConstants.screeningFactor * unscreened }
        return (screensMovingRanges ? mean(kept) ?? unscreened : unscreened, true)
    }
}

private func controlChartGroup(
    _ values: [Double?], places: Range<Int>, options: ControlChartOptions
) -> ControlChartGroup {
    let basis = Array(values.prefix(options.fixedAfter ?? values.count))
    let centre = mean(basis.compactMap { $0 })
    let count = values.count { $0 != nil }
    let tolerance = 1e-9 * max(1, abs(centre ?? 0))
    guard let centre, let range = options.averageRange(basis, tolerance: tolerance) else {
        return ControlChartGroup(
            places: places, count: count, mean: centre, averageMovingRange: nil, limits: nil, nearLimits: nil,
            varies: false, spread: nil, tolerance: tolerance)
    }
    let span = ControlChartSpan(around: centre, half: ControlChartConstants.limitFactor * range.average)
    return ControlChartGroup(
        places: places, count: count, mean: centre, averageMovingRange: range.average, limits: span.limits,
        nearLimits: span.nearLimits, varies: range.varies, spread: nil, tolerance: tolerance)
}
