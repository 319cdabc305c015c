/// A share k∕n with Wilson's score interval, both from 0 to 1.
///
/// Source: Wilson (1927), "Probable inference, the law of succession, and statistical inference"; recommended by Brown,
/// Cai and DasGupta (2001), § 3.1.1. No part of a person is needed: an effective count from a weighted sample will do.
/// Nil unless 0 ≤ successes ≤ trials, trials > 0, and 0 < level < 1.
public func wilson(_ successes: Double, of trials: Double, level: Double = 0.95) -> Estimate? {
    guard successes >= 0, successes <= trials, trials > 0, trials.isFinite,
        let critical = Normal.criticalValue(level: level)
    else { return nil }
    let share = successes / trials
    let square = critical * critical
    let denominator = 1 + square / trials
    let centre = (share + square / (2 * trials)) / denominator
    let spread = share * (1 - share) / trials + square / (4 * trials * trials)
    let half = critical * spread.squareRoot() / denominator
    let low = successes == 0 ? 0 : min(share, max(0, centre - half))
    let high = successes == trials ? 1 : max(share, min(1, centre + half))
    return Estimate(value: share, interval: Interval(low: low, high: high))
}

/// A share of whole persons with Wilson's score interval. Nil as for the fractional form.
public func wilson(_ successes: Int, of trials: Int, level: Double = 0.95) -> Estimate? {
    wilson(Double(successes), of: Double(trials), level: level)
}

/// The difference first − second of two independent shares, from −1 to 1, with its interval.
///
/// Source: Newcombe (1998), "Interval estimation for the difference between independent proportions", method 10.
/// Works on any two shares with Wilson intervals of the same level, so also on weighted ones.
public func newcombeDifference(_ first: Estimate, _ second: Estimate) -> Estimate {
    let difference = first.value - second.value
    let below = hypotenuse(first.value - first.low, second.high - second.value)
    let above = hypotenuse(first.high - first.value, second.value - second.low)
    return Estimate(value: difference, interval: Interval(low: difference - below, high: difference + above))
}

/// The difference of two independent shares given as counts, k₁∕n₁ − k₂∕n₂. Nil unless both shares have Wilson
/// intervals.
public func newcombeDifference(
    _ firstSuccesses: Int, of firstTrials: Int, _ secondSuccesses: Int, of secondTrials: Int, level: Double = 0.95
) -> Estimate? {
    guard let first = wilson(firstSuccesses, of: firstTrials, level: level),
        let second = wilson(secondSuccesses, of: secondTrials, level: level)
    else { return nil }
    return newcombeDifference(first, second)
}

private func hypotenuse(_ first: Double, _ second: Double) -> Double {
    (first * first + second * second).squareRoot()
}
