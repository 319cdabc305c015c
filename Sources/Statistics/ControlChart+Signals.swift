/// The rules that tell a signal from ordinary variation, the most telling first.
public enum ControlChartRule: Sendable, Hashable, CaseIterable {
    /// Beyond a control limit.
    case outside
    /// Part of seven values that each rise, or each fall.
    case trend
    /// One of two or three values close to a limit, among three on the same side of the mean.
    case twoOfThree
    /// Part of seven values on the same side of the mean.
    case shift
}

/// A signal: the rule that gave it, and which way it points.
public struct ControlChartSignal: Sendable, Hashable {
    /// The rule.
    public let rule: ControlChartRule
    /// True for above or rising, false for below or falling.
    public let isHigh: Bool

    /// A signal of a rule.
    public init(rule: ControlChartRule, isHigh: Bool) {
        self.rule = rule
        self.isHigh = isHigh
    }
}

/// The limits of one place, and two thirds of the way to them.
struct ControlChartSpan {
    var limits: Interval?
    var nearLimits: Interval?

    /// Limits that are given, or none.
    init(limits: Interval? = nil, nearLimits: Interval? = nil) {
        self.limits = limits
        self.nearLimits = nearLimits
    }

    /// Limits so far on either side of the centre.
    init(around centre: Double, half: Double) {
        let near = half * 2 / 3
        limits = Interval(low: centre - half, high: centre + half)
        nearLimits = Interval(low: centre - near, high: centre + near)
    }
}

/// What is known of a place before the rules are applied.
private struct Placing {
    var side = 0
    var isOutside = false
    var isClose = false
}

/// The points of one group, each with its limits and its signal.
func controlChartPoints(
    _ values: [Double?], _ spans: [ControlChartSpan], group: ControlChartGroup, number: Int
) -> [ControlChartPoint] {
    let placings = zip(values, spans).map { placing(of: $0, $1, in: group) }
    let trend = trendDirections(values)
    let close = twoOfThreeMembers(placings)
    let shift = runMembers(placings.map(\.side), length: ControlChartConstants.shiftLength)
    return values.indices.map { place in
        let placing = placings[place]
        var signal: ControlChartSignal?
        if placing.isOutside {
            signal = ControlChartSignal(rule: .outside, isHigh: placing.side > 0)
        } else if trend[place] != 0 {
            signal = ControlChartSignal(rule: .trend, isHigh: trend[place] > 0)
        } else if close[place] {
            signal = ControlChartSignal(rule: .twoOfThree, isHigh: placing.side > 0)
        } else if shift[place] {
            signal = ControlChartSignal(rule: .shift, isHigh: placing.side > 0)
        }
        return ControlChartPoint(
            value: values[place], group: number, limits: spans[place].limits, side: placing.side,
            isOutside: placing.isOutside, isClose: placing.isClose, signal: signal)
    }
}

private func placing(of value: Double?, _ span: ControlChartSpan, in group: ControlChartGroup) -> Placing {
    var placing = Placing()
    guard let value, let mean = group.mean else { return placing }
    let tolerance = group.tolerance
    placing.side = abs(value - mean) <= tolerance ? 0 : (value > mean ? 1 : -1)
    guard let limits = span.limits, let near = span.nearLimits else { return placing }
    placing.isOutside = isBeyond(value, limits, tolerance)
    placing.isClose = !placing.isOutside && isBeyond(value, near, tolerance)
    return placing
}

private func isBeyond(_ value: Double, _ limits: Interval, _ tolerance: Double) -> Bool {
    value > limits.high + tolerance || value < limits.low - tolerance
}

/// Which places belong to a run of equal signs, not 0, of at least the given length.
private func runMembers(_ signs: [Int], length: Int) -> [Bool] {
    var members = [Bool](repeating: false, count: signs.count)
    var start = 0
    for place in signs.indices {
        if signs[place] != signs[start] { start = place }
        guard signs[place] != 0, place - start + 1 >= length else { continue }
        for member in start...place { members[member] = true }
    }
    return members
}

/// 1 or −1 for each place in a rising or falling trend, 0 elsewhere.
///
/// Where the next place is in a trend too, the step to it decides, so that a turning point belongs to what follows; a
/// level step decides nothing.
private func trendDirections(_ values: [Double?]) -> [Int] {
    let steps = zip(values, values.dropFirst()).map { earlier, later -> Int in
        guard let earlier, let later, earlier != later else { return 0 }
        return later > earlier ? 1 : -1
    }
    let inRun = runMembers(steps, length: ControlChartConstants.trendLength - 1)
    let isMember = values.indices.map { place in
        (place < steps.count && inRun[place]) || (place > 0 && inRun[place - 1])
    }
    return values.indices.map { place in
        guard isMember[place] else { return 0 }
        if place < steps.count, isMember[place + 1], steps[place] != 0 { return steps[place] }
        return steps[place - 1]
    }
}

/// Which places are close to a limit within three neighbours on one side of the mean, two or more of them close.
private func twoOfThreeMembers(_ placings: [Placing]) -> [Bool] {
    var members = [Bool](repeating: false, count: placings.count)
    guard placings.count >= 3 else { return members }
    for start in 0...(placings.count - 3) {
        let window = start..<(start + 3)
        guard abs(placings[window].reduce(0) { $0 + $1.side }) == 3,
            placings[window].count(where: \.isClose) >= 2
        else { continue }
        for place in window where placings[place].isClose { members[place] = true }
    }
    return members
}
