/// Turns numbers into places along a line.
public struct LinearScale: Hashable, Sendable {
    /// The numbers.
    public var domain: ClosedRange<Double>
    /// Where the domain's lower end is drawn.
    public var start: Double
    /// Where its upper end is drawn.
    public var end: Double

    public init(domain: ClosedRange<Double>, from start: Double, to end: Double) {
        self.domain = domain
        self.start = start
        self.end = end
    }

    public func callAsFunction(_ value: Double) -> Double {
        let span = domain.upperBound - domain.lowerBound
        guard span > 0 else { return (start + end) / 2 }
        return start + (value - domain.lowerBound) / span * (end - start)
    }

    /// The place of the nearest number inside the domain.
    public func clamped(_ value: Double) -> Double {
        self(min(max(value, domain.lowerBound), domain.upperBound))
    }
}

/// Gives each of a number of things its own strip, in order.
public struct BandScale: Hashable, Sendable {
    public var count: Int
    public var start: Double
    /// Height of a strip.
    public var band: Double

    public init(count: Int, from start: Double, band: Double) {
        self.count = count
        self.start = start
        self.band = band
    }

    public func top(_ index: Int) -> Double { start + Double(index) * band }
    public func middle(_ index: Int) -> Double { top(index) + band / 2 }
    public var end: Double { start + Double(count) * band }
}

/// A step of 1, 2 or 5 times a power of ten, as a whole number of units of 10^-`decimals` (or 10^`zeros`).
struct RoundStep: Hashable {
    var mantissa: Int
    var exponent: Int

    /// The smallest round step that divides `span` into at most `intervals`.
    init(span: Double, intervals: Int) {
        let least = max(span, 1e-9) / Double(max(intervals, 1)) * (1 - 1e-9)
        var exponent = 0
        var power = 1.0
        while power > least { (power, exponent) = (power / 10, exponent - 1) }
        while power * 10 <= least { (power, exponent) = (power * 10, exponent + 1) }
        let ratio = least / power
        if ratio <= 1 {
            (mantissa, self.exponent) = (1, exponent)
        } else if ratio <= 2 {
            (mantissa, self.exponent) = (2, exponent)
        } else if ratio <= 5 {
            (mantissa, self.exponent) = (5, exponent)
        } else {
            (mantissa, self.exponent) = (1, exponent + 1)
        }
    }

    var decimals: Int { max(0, -exponent) }
    var value: Double { multiple(1) }

    /// `count` steps, without the dust of repeated addition.
    func multiple(_ count: Int) -> Double {
        var power = 1.0
        for _ in 0..<abs(exponent) { power *= 10 }
        let units = Double(count * mantissa)
        return exponent < 0 ? units / power : units * power
    }

    /// Every multiple inside `domain`.
    func ticks(in domain: ClosedRange<Double>) -> [Double] {
        let slack = value * 1e-6
        let first = Int(((domain.lowerBound - slack) / value).rounded(.up))
        let last = Int(((domain.upperBound + slack) / value).rounded(.down))
        guard first <= last else { return [] }
        return (first...last).map(multiple)
    }
}

/// Chooses the vertical extent of a chart: the data fill it, but small wobbles are not blown up.
struct ValueExtent {
    /// Always inside: figures, baseline and target.
    var values: [Double]
    /// Inside where that costs no more than two fifths of the span: the edges of the fan.
    var wished: [Double] = []
    /// Never a shorter span than this.
    var minimumSpan: Double
    /// What figures of this kind can be (0 to 100 for shares); ignored on a side where a figure is outside.
    var limits: ClosedRange<Double>

    func domain(intervals: Int) -> (domain: ClosedRange<Double>, step: RoundStep) {
        var (low, high) = (values.min() ?? 0, values.max() ?? 1)
        let floor = low >= limits.lowerBound ? limits.lowerBound : -Double.greatestFiniteMagnitude
        let ceiling = high <= limits.upperBound ? limits.upperBound : Double.greatestFiniteMagnitude
        let room = max(high - low, minimumSpan) * 0.4
        if let lowest = wished.min() { low = min(low, max(lowest, low - room, floor)) }
        if let highest = wished.max() { high = max(high, min(highest, high + room, ceiling)) }
        let padding = (high - low) * 0.07
        (low, high) = (low - padding, high + padding)
        if high - low < minimumSpan {
            let missing = (minimumSpan - (high - low)) / 2
            (low, high) = (low - missing, high + missing)
        }
        if low < floor { (low, high) = (floor, max(high, min(high + floor - low, ceiling))) }
        if high > ceiling { (low, high) = (max(floor, low - (high - ceiling)), ceiling) }
        let step = RoundStep(span: high - low, intervals: intervals)
        let half = step.value / 2
        let bottom = max(floor, (low / step.value + 1e-9).rounded(.down) * step.value)
        let top = min(ceiling, (high / half - 1e-9).rounded(.up) * half)
        return (bottom...max(top, bottom + half), step)
    }
}
