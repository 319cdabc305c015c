/// The test of Mann and Kendall: do later values tend to lie above (or below) earlier ones?
public struct MannKendall: Sendable, Hashable {
    /// How many pairs rise, less how many fall.
    public let s: Int
    /// The variance of `s` if there were no trend, corrected for ties.
    public let variance: Double
    /// `s`, moved one step towards zero, in standard deviations; 0 where there is no variance.
    public let z: Double
    /// The two-sided probability of so large an `s` without a trend, from the normal distribution.
    public let p: Double
    /// The same probability counted exactly; nil above ten values or with ties.
    public let exactP: Double?
    /// `s` as a share of all pairs, from −1 to 1, without correction for ties.
    public let tau: Double

    /// The probability to use: the exact one where there is one.
    public var pValue: Double { exactP ?? p }
}

/// The most values for which the exact probability replaces the normal one.
public let mostValuesForExactKendall = 10

/// The Mann–Kendall test of values in order of time. Nil for fewer than two values or one that is not a number.
///
/// Source: Mann (1945), "Nonparametric tests against trend"; Kendall (1975), *Rank Correlation Methods*, § 4.4
/// (variance with ties) and § 4.9 (the step of one for continuity).
public func mannKendall(_ values: [Double]) -> MannKendall? {
    guard values.count >= 2, !values.contains(where: \.isNaN) else { return nil }
    let count = values.count
    let s = kendallScore(values)
    let ties = tieGroups(values)
    let variance = Double(kendallVarianceTimes18(count) - ties.reduce(0) { $0 + kendallVarianceTimes18($1) }) / 18
    let (z, p) = normalKendall(s: s, variance: variance)
    let useExact = count <= mostValuesForExactKendall && ties.allSatisfy { $0 == 1 }
    return MannKendall(
        s: s, variance: variance, z: z, p: p, exactP: useExact ? exactKendallP(s: s, count: count) : nil,
        tau: Double(s) / Double(count * (count - 1) / 2))
}

/// The exact two-sided probability of a score at least as far from zero, for values without ties and without trend.
///
/// Source: Kendall (1975), *Rank Correlation Methods*, § 5.2: of all orders of n values, how many have a given number
/// of inversions. Nil unless n is from 2 to 150 and the score is one that n values can have.
public func exactKendallP(s: Int, count: Int) -> Double? {
    guard (2...150).contains(count) else { return nil }
    let pairs = count * (count - 1) / 2
    guard abs(s) <= pairs, (pairs - abs(s)) % 2 == 0 else { return nil }
    let inversions = (pairs - abs(s)) / 2
    let tail = inversionShares(count).prefix(inversions + 1).reversed()
    return min(1, 2 * compensatedSum(tail))
}

/// z and its two-sided probability, with Kendall's step of one towards zero.
func normalKendall(s: Int, variance: Double) -> (z: Double, p: Double) {
    guard s != 0, variance > 0 else { return (0, 1) }
    let z = Double(s - s.signum()) / variance.squareRoot()
    return (z, 2 * Normal.cumulative(-abs(z)))
}

/// How many of each distinct value there are.
func tieGroups(_ values: [Double]) -> [Int] {
    var groups: [Int] = []
    var previous: Double?
    for value in values.sorted() {
        if value == previous { groups[groups.count - 1] += 1 } else { groups.append(1) }
        previous = value
    }
    return groups
}

/// n(n − 1)(2n + 5), both the whole variance and what a group of ties takes from it, before division by 18.
func kendallVarianceTimes18(_ count: Int) -> Int { count * (count - 1) * (2 * count + 5) }

private func kendallScore(_ values: [Double]) -> Int {
    var score = 0
    for (place, earlier) in values.enumerated() {
        for later in values[(place + 1)...] {
            if later > earlier { score += 1 } else if later < earlier { score -= 1 }
        }
    }
    return score
}

/// The share of all orders of `count` values that have 0, 1, 2 … inversions.
private func inversionShares(_ count: Int) -> [Double] {
    var shares = [1.0]
    for placed in 1..<count {
        var next = [Double](repeating: 0, count: shares.count + placed)
        for (inversions, share) in shares.enumerated() {
            for added in 0...placed { next[inversions + added] += share / Double(placed + 1) }
        }
        shares = next
    }
    return shares
}
