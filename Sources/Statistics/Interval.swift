/// Two limits, the lower first, in the unit of the figure they belong to.
public struct Interval: Sendable, Hashable {
    /// The lower limit.
    public let low: Double
    /// The upper limit.
    public let high: Double

    /// An interval between two limits, given in order.
    public init(low: Double, high: Double) {
        self.low = low
        self.high = high
    }

    /// True if the value lies within the limits or on one of them.
    public func contains(_ value: Double) -> Bool { low <= value && value <= high }
}

/// A figure and the limits within which the true one plausibly lies.
public struct Estimate: Sendable, Hashable {
    /// The figure itself.
    public let value: Double
    /// The limits, at the level the estimate was asked for.
    public let interval: Interval

    /// A figure with its limits.
    public init(value: Double, interval: Interval) {
        self.value = value
        self.interval = interval
    }

    /// The lower limit.
    public var low: Double { interval.low }
    /// The upper limit.
    public var high: Double { interval.high }
}
