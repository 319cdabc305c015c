/// A line fitted to the log odds of shares, which bends away from 0 and 100 % instead of crossing them.
public struct LogitLine: Sendable, Hashable {
    /// The line of least squares on the scale ln(y ∕ (whole − y)).
    public let line: LeastSquares
    /// What a full share is: 1, or 100 for per cent.
    public let whole: Double

    /// The value of the curve at x, in the unit of y: the middle of what is expected there.
    public func prediction(at x: Double) -> Double { share(line.prediction(at: x)) }

    /// The interval that holds a single new value at x with the given probability; within 0 and the whole, and further
    /// on the side away from the nearer end. Nil unless 0 < level < 1.
    public func predictionInterval(at x: Double, level: Double) -> Interval? {
        line.predictionInterval(at: x, level: level).map { Interval(low: share($0.low), high: share($0.high)) }
    }

    /// The probability that a single new value at x lies below the given one; 0 from 0 down and 1 from the whole up.
    /// Nil as for `LeastSquares.probabilityBelow`.
    public func probabilityBelow(_ value: Double, at x: Double) -> Double? {
        if value <= 0 { return 0 }
        if value >= whole { return 1 }
        return line.probabilityBelow(logOdds(value, of: whole), at: x)
    }

    private func share(_ logOdds: Double) -> Double {
        // Both forms are the same number; each keeps its digits on one side.
        logOdds > 0 ? whole / (1 + exponential(-logOdds)) : whole * exponential(logOdds) / (1 + exponential(logOdds))
    }
}

/// Whether some share is so near 0 or the whole (below 10 % or above 90 %) that a straight line misleads.
public func isNearTheEnds(_ shares: [Double], whole: Double = 100) -> Bool {
    shares.contains { $0 < 0.1 * whole || $0 > 0.9 * whole }
}

/// The curve of least squares through shares, straight on the scale of log odds.
///
/// Source: Berkson (1944), "Application of the logistic function to bio-assay"; prediction limits are those of the
/// line, carried back (a monotone transformation keeps their probability). Nil as for `leastSquares`, and for a share
/// that is not between 0 and the whole: a share of exactly 0 or 100 % has no log odds.
public func logitLine(x: [Double], shares: [Double], whole: Double = 100) -> LogitLine? {
    guard whole > 0, whole.isFinite, shares.allSatisfy({ $0 > 0 && $0 < whole }),
        let line = leastSquares(x: x, y: shares.map { logOdds($0, of: whole) })
    else { return nil }
    return LogitLine(line: line, whole: whole)
}

private func logOdds(_ value: Double, of whole: Double) -> Double { logarithm(value / (whole - value)) }
