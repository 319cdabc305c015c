/// How quickly damped Holt smoothing follows the data. Fixed, for a short series cannot choose its own.
public struct HoltParameters: Sendable, Hashable {
    /// α, from 0 to 1: how much of each surprise moves the level.
    public let level: Double
    /// β*, from 0 to 1: how much of each move of the level moves the trend.
    public let trend: Double
    /// φ, above 0 to 1: what is left of the trend after each step; 1 is no damping.
    public let damping: Double

    /// Parameters; `dampedHolt` refuses those outside their ranges.
    public init(level: Double = 0.5, trend: Double = 0.2, damping: Double = 0.9) {
        self.level = level
        self.trend = trend
        self.damping = damping
    }

    var areInRange: Bool {
        (0...1).contains(level) && (0...1).contains(trend) && damping > 0 && damping <= 1
    }
}

/// Where the smoothing starts.
public enum HoltStart: Sendable, Hashable {
    /// Level and trend are the first value and the first difference, and belong to the first value; the first surprise
    /// is that of the second value.
    case atFirstValue
    /// The same level and trend, belonging to the moment before the first value, so that it too is a surprise (as
    /// statsmodels does).
    case beforeFirstValue
    /// A level and a trend found elsewhere, belonging to the moment before the first value.
    case known(level: Double, trend: Double)
}

/// A series smoothed by damped Holt, ready to be carried forward.
public struct DampedHolt: Sendable, Hashable {
    /// The parameters used.
    public let parameters: HoltParameters
    /// The level after the last value.
    public let level: Double
    /// The trend for each step after the last value.
    public let trend: Double
    /// The surprises: each value less its forecast one step before.
    public let residuals: [Double]
    /// The mean of the squared surprises.
    public let residualVariance: Double

    /// The forecast so many steps after the last value. Nil for steps below 1.
    public func forecast(steps: Int) -> Double? {
        guard steps >= 1 else { return nil }
        return level + dampedSteps(steps) * trend
    }

    /// The variance of that forecast. Nil for steps below 1.
    ///
    /// Source: Hyndman, Koehler, Ord and Snyder (2008), *Forecasting with Exponential Smoothing*, table 6.1, class 1.
    public func variance(steps: Int) -> Double? {
        guard steps >= 1 else { return nil }
        var sum = 1.0
        for earlier in 1..<max(steps, 1) {
            let weight = parameters.level * (1 + parameters.trend * dampedSteps(earlier))
            sum += weight * weight
        }
        return residualVariance * sum
    }

    /// The normal interval of that forecast. Nil for steps below 1 or a level outside 0…1.
    public func interval(steps: Int, level: Double) -> Interval? {
        guard let centre = forecast(steps: steps), let variance = variance(steps: steps),
            let critical = Normal.criticalValue(level: level)
        else { return nil }
        let half = critical * variance.squareRoot()
        return Interval(low: centre - half, high: centre + half)
    }

    /// φ + φ² + … + φ^steps.
    private func dampedSteps(_ steps: Int) -> Double {
        var sum = 0.0
        for _ in 0..<steps { sum = parameters.damping * (1 + sum) }
        return sum
    }
}

/// Damped Holt smoothing of equally spaced values.
///
/// Source: Gardner and McKenzie (1985), "Forecasting trends in time series", in the form of Hyndman and others (2008),
/// § 2.3.2. Nil for fewer than three values, a value or state that is not finite, or parameters out of range.
public func dampedHolt(
    _ values: [Double], parameters: HoltParameters = HoltParameters(), start: HoltStart = .atFirstValue
) -> DampedHolt? {
    guard values.count >= 3, values.allSatisfy(\.isFinite), parameters.areInRange else { return nil }
    var level = values[0]
    var trend = values[1] - values[0]
    if case .known(let knownLevel, let knownTrend) = start {
        guard knownLevel.isFinite, knownTrend.isFinite else { return nil }
        (level, trend) = (knownLevel, knownTrend)
    }
    var residuals: [Double] = []
    for value in start == .atFirstValue ? values.dropFirst() : values[...] {
        let carried = parameters.damping * trend
        let expected = level + carried
        residuals.append(value - expected)
        let next = parameters.level * value + (1 - parameters.level) * expected
        trend = parameters.trend * (next - level) + (1 - parameters.trend) * carried
        level = next
    }
    let squares = compensatedSum(residuals.map { $0 * $0 })
    return DampedHolt(
        parameters: parameters, level: level, trend: trend, residuals: residuals,
        residualVariance: squares / Double(residuals.count))
}
