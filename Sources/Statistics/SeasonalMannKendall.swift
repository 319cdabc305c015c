/// The Mann–Kendall test within seasons: first quarters with first quarters, never with fourth ones.
public struct SeasonalMannKendall: Sendable, Hashable {
    /// The test of each season by itself, in the order given; nil where a season has fewer than two values.
    public let seasons: [MannKendall?]
    /// The sum of the seasons' scores.
    public let s: Int
    /// The sum of the seasons' variances.
    public let variance: Double
    /// `s`, moved one step towards zero, in standard deviations.
    public let z: Double
    /// The two-sided probability of so large an `s` without a trend, from the normal distribution.
    public let pValue: Double
    /// `s` as a share of all pairs within seasons, from −1 to 1.
    public let tau: Double
}

/// The seasonal Mann–Kendall test; each season is its values in order of time, missing ones left out.
///
/// Source: Hirsch, Slack and Smith (1982), "Techniques of trend analysis for monthly water quality data", § 3, which
/// takes the seasons as independent. Nil unless some season has two values, or for a value that is not a number.
public func seasonalMannKendall(seasons: [[Double]]) -> SeasonalMannKendall? {
    guard seasons.allSatisfy({ !$0.contains(where: \.isNaN) }) else { return nil }
    let tests = seasons.map(mannKendall)
    let pairs = seasons.reduce(0) { $0 + $1.count * ($1.count - 1) / 2 }
    guard pairs > 0 else { return nil }
    let s = tests.reduce(0) { $0 + ($1?.s ?? 0) }
    let variance = tests.reduce(0) { $0 + ($1?.variance ?? 0) }
    let (z, p) = normalKendall(s: s, variance: variance)
    return SeasonalMannKendall(
        seasons: tests, s: s, variance: variance, z: z, pValue: p, tau: Double(s) / Double(pairs))
}
