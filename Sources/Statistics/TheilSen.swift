/// A line through the middle of the data: the median of the slopes between all pairs of points.
public struct TheilSen: Sendable, Hashable {
    /// The change in y for each unit of x.
    public let slope: Double
    /// The lower limit of the slope.
    public let low: Double
    /// The upper limit of the slope.
    public let high: Double
    /// The value of the line at x = 0: median(y) − slope · median(x).
    public let intercept: Double
}

/// The Theil–Sen line through points. Nil unless x and y are equally many finite numbers with two different x.
///
/// Source: Theil (1950), "A rank-invariant method of linear and polynomial regression analysis"; the interval of Sen
/// (1968), "Estimates of the regression coefficient based on Kendall's tau", § 6, at the ranks nearest (N ± C)∕2, half
/// rounded to even; the intercept of Conover (1980).
public func theilSen(x: [Double], y: [Double], level: Double = 0.95) -> TheilSen? {
    seasonalTheilSen(seasons: [(x: x, y: y)], level: level)
}

/// The Theil–Sen line with slopes taken within seasons only, which a pattern over the year cannot bend.
///
/// Source: Hirsch, Slack and Smith (1982), § 4 ("seasonal Kendall slope estimator"); the interval takes the summed
/// variance of the seasons. Nil as for `theilSen`, and when no season has two different x.
public func seasonalTheilSen(seasons: [(x: [Double], y: [Double])], level: Double = 0.95) -> TheilSen? {
    var slopes: [Double] = []
    var variance = 0.0
    for season in seasons {
        guard season.x.count == season.y.count, (season.x + season.y).allSatisfy(\.isFinite) else { return nil }
        slopes += pairSlopes(season.x, season.y)
        variance += slopeRankVariance(season.x, season.y)
    }
    guard !slopes.isEmpty, let critical = Normal.criticalValue(level: level) else { return nil }
    slopes.sort()
    let slope = median(sorted: slopes)
    let width = critical * max(0, variance).squareRoot()
    let count = Double(slopes.count)
    let last = slopes.count - 1
    let lower = Int(((count - width) / 2).rounded(.toNearestOrEven)) - 1
    let upper = Int(((count + width) / 2).rounded(.toNearestOrEven))
    let middleX = median(sorted: seasons.flatMap(\.x).sorted())
    let middleY = median(sorted: seasons.flatMap(\.y).sorted())
    return TheilSen(
        slope: slope, low: slopes[min(max(lower, 0), last)], high: slopes[min(max(upper, 0), last)],
        intercept: middleY - slope * middleX)
}

private func pairSlopes(_ x: [Double], _ y: [Double]) -> [Double] {
    var slopes: [Double] = []
    for first in x.indices {
        for second in x.indices.dropFirst(first + 1) where x[second] != x[first] {
            slopes.append((y[second] - y[first]) / (x[second] - x[first]))
        }
    }
    return slopes
}

/// The variance of Kendall's score, with ties of x and of y taken off.
private func slopeRankVariance(_ x: [Double], _ y: [Double]) -> Double {
    let ties = tieGroups(x) + tieGroups(y)
    return Double(kendallVarianceTimes18(x.count) - ties.reduce(0) { $0 + kendallVarianceTimes18($1) }) / 18
}
