/// The limits within which a unit of `size` persons would lie by chance around a common share, counted exactly: the
/// shares of the fewest and the most successes that are not too improbable. A share on a limit is within it.
///
/// The probability of so few or fewer, and of so many or more, is above (1 − level) ∕ 2 for every count within. For
/// units too small for the normal distribution, where that would call one success in a handful an exception.
///
/// Source: Spiegelhalter (2005), "Funnel plots for comparing institutional performance", appendix A.1 (exact binomial
/// limits, here without interpolation); the tails by DLMF § 8.17.5. Nil unless the share is in 0…1, the size is
/// positive, and 0 < level < 1.
public func exactFunnelLimits(share: Double, size: Int, level: Double = 0.95) -> Interval? {
    guard (0...1).contains(share), size > 0, level > 0, level < 1 else { return nil }
    let tail = 0.5 - level / 2
    let most = largestCount(upTo: size) { atLeast($0, of: size, share) > tail }
    // The fewest successes are the most failures.
    let mostFailures = largestCount(upTo: size) { atLeast($0, of: size, 1 - share) > tail }
    return Interval(low: Double(size - mostFailures) / Double(size), high: Double(most) / Double(size))
}

/// P(X ≥ count) of a binomial count, as an incomplete beta function.
private func atLeast(_ count: Int, of size: Int, _ share: Double) -> Double {
    count <= 0
        ? 1 : incompleteBeta(share, complement: 1 - share, Double(count), Double(size - count + 1))
}

/// The largest count for which a condition holds that holds for 0 and, once false, stays false.
private func largestCount(upTo size: Int, where holds: (Int) -> Bool) -> Int {
    var low = 0
    var high = size + 1
    while high - low > 1 {
        let middle = (low + high) / 2
        if holds(middle) { low = middle } else { high = middle }
    }
    return low
}
