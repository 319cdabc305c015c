/// A straight line fitted by least squares, and what it says of values not yet seen.
public struct LeastSquares: Sendable, Hashable {
    /// The value of the line at x = 0.
    public let intercept: Double
    /// The change in y for each unit of x.
    public let slope: Double
    /// How far the points lie from the line: √(sum of squared residuals ∕ (n − 2)), in the unit of y.
    public let residualStandardDeviation: Double
    /// How many points.
    public let count: Int
    /// The mean of x.
    public let meanX: Double
    /// The mean of y.
    public let meanY: Double
    /// The sum of squared distances of x from its mean.
    public let sxx: Double
    /// The share of the variation of y that the line accounts for, from 0 to 1; 1 where y does not vary.
    public let determination: Double

    /// n − 2.
    public var degreesOfFreedom: Double { Double(count - 2) }

    /// The standard error of the slope.
    public var slopeStandardError: Double { residualStandardDeviation / sxx.squareRoot() }

    /// The standard error of the intercept.
    public var interceptStandardError: Double {
        residualStandardDeviation * (1 / Double(count) + meanX * meanX / sxx).squareRoot()
    }

    /// The value of the line at x.
    public func prediction(at x: Double) -> Double { meanY + slope * (x - meanX) }

    /// The standard error of a single new value at x.
    public func predictionStandardError(at x: Double) -> Double {
        let distance = x - meanX
        return residualStandardDeviation * (1 + 1 / Double(count) + distance * distance / sxx).squareRoot()
    }

    /// The interval that holds a single new value at x with the given probability. Nil unless 0 < level < 1.
    ///
    /// Source: Draper and Smith (1998), *Applied Regression Analysis*, § 3.1, formula 3.1.7.
    public func predictionInterval(at x: Double, level: Double) -> Interval? {
        guard let critical = StudentT.criticalValue(level: level, degreesOfFreedom: degreesOfFreedom) else {
            return nil
        }
        let centre = prediction(at: x)
        let half = critical * predictionStandardError(at: x)
        return Interval(low: centre - half, high: centre + half)
    }

    /// The probability that a single new value at x lies below the given one, by Student's t. Nil for numbers that
    /// are not finite, and where points lie on the line and the line meets the value exactly.
    public func probabilityBelow(_ value: Double, at x: Double) -> Double? {
        let distance = value - prediction(at: x)
        return StudentT.cumulative(distance / predictionStandardError(at: x), degreesOfFreedom: degreesOfFreedom)
    }
}

/// The line of least squares through points.
///
/// Source: Draper and Smith (1998), *Applied Regression Analysis*, § 1.2–1.3, in centred form with compensated sums.
/// Nil unless x and y are equally many finite numbers, at least three, and x varies.
public func leastSquares(x: [Double], y: [Double]) -> LeastSquares? {
    guard x.count == y.count, x.count >= 3, (x + y).allSatisfy(\.isFinite),
        let meanX = mean(x), let meanY = mean(y)
    else { return nil }
    let fromX = x.map { $0 - meanX }
    let fromY = y.map { $0 - meanY }
    let sxx = compensatedSum(fromX.map { $0 * $0 })
    guard sxx > 0, sxx.isFinite else { return nil }
    let slope = compensatedSum(zip(fromX, fromY).map { $0 * $1 }) / sxx
    let unexplained = compensatedSum(
        zip(fromX, fromY).map { fromX, fromY in
            let residual = fromY - slope * fromX
            return residual * residual
        })
    let syy = compensatedSum(fromY.map { $0 * $0 })
    return LeastSquares(
        intercept: meanY - slope * meanX, slope: slope,
        residualStandardDeviation: (unexplained / Double(x.count - 2)).squareRoot(), count: x.count,
        meanX: meanX, meanY: meanY, sxx: sxx,
        determination: syy > 0 ? max(0, 1 - unexplained / syy) : 1)
}
