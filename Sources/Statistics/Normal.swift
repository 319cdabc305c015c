/// The standard normal distribution (mean 0, standard deviation 1).
public enum Normal {
    /// The share of the distribution at or below a value.
    ///
    /// Source: DLMF § 7.18 — Φ(z) = erfc(−z∕√2)∕2, which keeps its digits in the lower tail.
    public static func cumulative(_ value: Double) -> Double {
        0.5 * complementaryErrorFunction(-value * 0.5.squareRoot())
    }

    /// The value with the given share at or below it, to 1e-12. Nil unless 0 < share < 1.
    ///
    /// Found as the root of `cumulative`, in the smaller tail, so that 1e-300 is as exact as 0.3.
    public static func quantile(_ share: Double) -> Double? {
        guard share > 0, share < 1 else { return nil }
        if share == 0.5 { return 0 }
        let size = share < 0.5 ? upperValue(tail: share) : upperValue(tail: 1 - share)
        return share < 0.5 ? -size : size
    }

    /// How many standard deviations either side hold the given share, for example 1.96 for 0.95. Nil unless 0 < level
    /// < 1.
    public static func criticalValue(level: Double) -> Double? {
        guard level > 0, level < 1 else { return nil }
        return quantile(0.5 + level / 2)
    }

    /// The density at a value.
    static func density(_ value: Double) -> Double {
        exponential(-0.5 * value * value) / (2 * Double.pi).squareRoot()
    }

    private static func upperValue(tail: Double) -> Double {
        let scale = 0.5.squareRoot()
        if tail > 0.25 {
            let middle = 1 - 2 * tail
            return rootOfIncreasing(start: 0) { value in
                (errorFunction(value * scale) - middle, 2 * density(value))
            }
        }
        let logOfTail = logarithm(tail)
        return rootOfIncreasing(start: (-2 * logOfTail).squareRoot()) { value in
            let above = cumulative(-value)
            return (logOfTail - logarithm(above), density(value) / above)
        }
    }
}
