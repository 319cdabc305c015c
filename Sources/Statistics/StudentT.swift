/// Student's t distribution, the spread of a mean or a prediction whose standard deviation is itself estimated.
public enum StudentT {
    /// Beyond this many degrees of freedom the continued fraction loses digits, and Hill's transformation has none to
    /// lose.
    private static let manyDegrees = 1e5
    /// Beyond this many degrees of freedom the normal distribution is the same to the last digit.
    private static let normalDegrees = 1e15

    /// The share of the distribution at or below a value.
    ///
    /// Source: DLMF § 8.17 with Abramowitz & Stegun 26.7.1 — the tail is half of I_{ν∕(ν+t²)}(ν∕2, ½); above 100,000
    /// degrees of freedom the normal transformation of Hill (1970), "Algorithm 395". Nil unless the degrees of
    /// freedom ν are positive (∞ is the normal distribution) and the value is a number.
    public static func cumulative(_ value: Double, degreesOfFreedom: Double) -> Double? {
        guard degreesOfFreedom > 0, !value.isNaN else { return nil }
        let above = tail(abs(value), degreesOfFreedom)
        return value < 0 ? above : 1 - above
    }

    /// The value with the given share at or below it, to 1e-10 of itself. Nil unless 0 < share < 1 and ν > 0.
    ///
    /// Found as the root of `cumulative` on a logarithmic scale, in the smaller tail, or from the middle where that is
    /// closer.
    public static func quantile(_ share: Double, degreesOfFreedom: Double) -> Double? {
        guard share > 0, share < 1, degreesOfFreedom > 0 else { return nil }
        if share == 0.5 { return 0 }
        if degreesOfFreedom > normalDegrees { return Normal.quantile(share) }
        let size = upperValue(tailShare: min(share, 1 - share), degreesOfFreedom)
        return share < 0.5 ? -size : size
    }

    /// How many standard errors either side hold the given share. Nil unless 0 < level < 1 and ν > 0.
    public static func criticalValue(level: Double, degreesOfFreedom: Double) -> Double? {
        guard level > 0, level < 1 else { return nil }
        return quantile(0.5 + level / 2, degreesOfFreedom: degreesOfFreedom)
    }

    /// The share above a value that is not negative.
    private static func tail(_ value: Double, _ freedom: Double) -> Double {
        0.5 * shares(value, freedom).outside
    }

    /// The share within ± value, and the share outside it, each exact where it is small.
    private static func shares(_ value: Double, _ freedom: Double) -> (inside: Double, outside: Double) {
        if freedom > manyDegrees {
            let scaled = normalEquivalent(value, freedom) * 0.5.squareRoot()
            return (errorFunction(scaled), complementaryErrorFunction(scaled))
        }
        let ratio = value * (value / freedom)
        guard ratio.isFinite else { return (1, 0) }
        let outer = 1 / (1 + ratio)
        let inner = ratio / (1 + ratio)
        return (
            incompleteBeta(inner, complement: outer, 0.5, freedom / 2),
            incompleteBeta(outer, complement: inner, freedom / 2, 0.5)
        )
    }

    /// The normal value with the same share above it, to the first order of Hill's series.
    private static func normalEquivalent(_ value: Double, _ freedom: Double) -> Double {
        if freedom > normalDegrees || value == .infinity { return value }
        let reduced = freedom - 0.5
        let square = reduced * logarithmOfOnePlus(value * (value / freedom))
        let root = square.squareRoot()
        return root + root * (square + 3) / (48 * reduced * reduced)
    }

    private static func density(_ value: Double, _ freedom: Double) -> Double {
        let shape = -0.5 * (freedom + 1) * logarithmOfOnePlus(value * (value / freedom))
        return exponential(shape - 0.5 * logarithm(freedom) - logBeta(freedom / 2, 0.5))
    }

    private static func upperValue(tailShare: Double, _ freedom: Double) -> Double {
        let start = logarithm(max(1e-8, Normal.quantile(1 - tailShare) ?? 1))
        let fromMiddle = tailShare > 0.25
        let logOfShare = logarithm(fromMiddle ? 1 - 2 * tailShare : tailShare)
        let root = rootOfIncreasing(start: start) { logOfValue in
            let value = exponential(logOfValue)
            let steepness = value * density(value, freedom)
            let found = shares(value, freedom)
            if fromMiddle {
                return (logarithm(found.inside) - logOfShare, 2 * steepness / found.inside)
            }
            let above = found.outside / 2
            return (logOfShare - logarithm(above), steepness / above)
        }
        return exponential(root)
    }
}
