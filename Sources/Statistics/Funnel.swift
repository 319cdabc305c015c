/// The limits within which a unit of the given size would lie by chance around a common share, by the normal
/// distribution.
///
/// Source: Spiegelhalter (2005), "Funnel plots for comparing institutional performance", § 2.2. Not cut at 0 and 1.
/// Nil unless the share is in 0…1, the size is positive and 0 < level < 1. For small units use `wilson(share × size,
/// of: size)`.
public func funnelLimits(share: Double, size: Double, level: Double = 0.95) -> Interval? {
    guard (0...1).contains(share), size > 0, let critical = Normal.criticalValue(level: level) else { return nil }
    let half = critical * (share * (1 - share) / size).squareRoot()
    return Interval(low: share - half, high: share + half)
}

/// The limits of seen ∕ expected events for a unit with the given expected number, by the chi-square distribution.
///
/// Source: Spiegelhalter (2005), appendix A.1, as used for standardised ratios. Nil unless the expected number is
/// positive and 0 < level < 1.
public func ratioLimits(expected: Double, level: Double = 0.95) -> Interval? {
    guard expected > 0, level > 0, level < 1,
        let low = ChiSquare.quantile(0.5 - level / 2, degreesOfFreedom: 2 * expected),
        let high = ChiSquare.quantile(0.5 + level / 2, degreesOfFreedom: 2 * expected + 2)
    else { return nil }
    return Interval(low: low / 2 / expected, high: high / 2 / expected)
}

/// How much more units differ than chance within each of them explains.
public struct Overdispersion: Sendable, Hashable {
    /// The mean squared z-score, after the extremes were pulled in; about 1 where chance explains all.
    public let factor: Double
    /// The same without pulling in.
    public let rawFactor: Double
    /// The variance between units, in the squared unit of the figures; 0 where chance explains all.
    public let betweenVariance: Double
    /// The z-scores beyond which the extremes were pulled in.
    public let pulledTo: Interval

    /// Limits around the common figure for a unit with the given standard error, with the variance between units added.
    public func additiveLimits(around centre: Double, standardError: Double, level: Double = 0.95) -> Interval? {
        limits(centre, (standardError * standardError + betweenVariance).squareRoot(), level)
    }

    /// Limits around the common figure with the standard error multiplied by √factor, and never narrower than by
    /// chance.
    public func multiplicativeLimits(around centre: Double, standardError: Double, level: Double = 0.95) -> Interval? {
        limits(centre, standardError * max(1, factor).squareRoot(), level)
    }

    private func limits(_ centre: Double, _ error: Double, _ level: Double) -> Interval? {
        guard let critical = Normal.criticalValue(level: level) else { return nil }
        return Interval(low: centre - critical * error, high: centre + critical * error)
    }
}

/// The overdispersion of units around a common figure, each with the standard error chance alone would give it.
///
/// Source: Spiegelhalter (2005), § 3 and appendix A.4: z-scores winsorised at `share` and 1 − `share` (quantiles by
/// Hyndman and Fan's definition 7), and the variance between units by the method of moments. Nil unless there are as
/// many standard errors as values, at least two, all positive, and the share is from 0 to 0.5.
public func overdispersion(
    values: [Double], standardErrors: [Double], around centre: Double, winsorizing share: Double = 0.1
) -> Overdispersion? {
    guard values.count == standardErrors.count, values.count >= 2, (0...0.5).contains(share),
        values.allSatisfy(\.isFinite), standardErrors.allSatisfy({ $0 > 0 && $0.isFinite })
    else { return nil }
    let scores = zip(values, standardErrors).map { ($0 - centre) / $1 }
    guard let low = quantile(scores, share), let high = quantile(scores, 1 - share),
        let factor = mean(scores.map { min(max($0, low), high) }.map { $0 * $0 }),
        let rawFactor = mean(scores.map { $0 * $0 })
    else { return nil }
    let count = Double(values.count)
    let weights = standardErrors.map { 1 / ($0 * $0) }
    let total = compensatedSum(weights)
    let excess = count * factor - (count - 1)
    let between = excess / (total - compensatedSum(weights.map { $0 * $0 }) / total)
    return Overdispersion(
        factor: factor, rawFactor: rawFactor, betweenVariance: excess > 0 ? between : 0,
        pulledTo: Interval(low: low, high: high))
}
