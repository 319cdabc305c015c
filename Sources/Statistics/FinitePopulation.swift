/// The factor √(1 − n∕N) that shrinks a standard error when much of the group was asked.
///
/// Source: Cochran (1977), *Sampling Techniques*, § 2.6, for a standard error whose variance was divided by n − 1. It
/// describes this group now; leave it out when years or units are compared as outcomes of a process. 0 when everyone
/// answered. Nil unless 0 < sample ≤ population.
public func finitePopulationCorrection(sample: Double, population: Double) -> Double? {
    guard sample > 0, sample <= population, population.isFinite else { return nil }
    return (1 - sample / population).squareRoot()
}

/// A share among those who answered, with Wilson's interval narrowed because the group itself is small.
///
/// The number asked is replaced by n* = n(N − 1)∕(N − n), so that the binomial variance matches the hypergeometric
/// one (Cochran 1977, § 3.2). Nil as for `wilson`, unless sample ≤ population, and when everyone answered, for then
/// there is no sampling to be uncertain about.
public func wilson(
    _ successes: Int, of sample: Int, inPopulationOf population: Int, level: Double = 0.95
) -> Estimate? {
    guard sample > 0, successes >= 0, successes <= sample, sample < population else { return nil }
    let asked = Double(sample)
    let everyone = Double(population)
    let effective = asked * (everyone - 1) / (everyone - asked)
    guard successes < sample else { return wilson(effective, of: effective, level: level) }
    return wilson(Double(successes) / asked * effective, of: effective, level: level)
}
