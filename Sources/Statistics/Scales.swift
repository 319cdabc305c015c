/// Answers on a scale from 1 to as many steps as there are counts; "don't know" is not among them.
public struct ScaleSummary: Sendable, Hashable {
    /// How many valid answers.
    public let count: Int
    /// The mean answer, from 1 to the number of steps.
    public let mean: Double
    /// The sample standard deviation. Nil for a single answer.
    public let standardDeviation: Double?
    /// The share of the two highest steps, with Wilson's interval.
    public let topTwo: Estimate
    /// The mean moved to a scale from 0 to 100.
    public let index: Double

    /// The answers as a sample: for the interval of the mean, and to compare it with another's. Nil for a single
    /// answer.
    public var sample: SampleSummary? {
        standardDeviation.map { SampleSummary(count: count, mean: mean, standardDeviation: $0) }
    }
}

/// The summary of answers given as counts, lowest step first.
///
/// Source: Likert (1932) for the scores; the index is (mean − 1)∕(steps − 1) · 100. Nil unless there are at least three
/// steps, no negative count, and some answer.
public func scaleSummary(counts: [Int], level: Double = 0.95) -> ScaleSummary? {
    guard counts.count >= 3, counts.allSatisfy({ $0 >= 0 }) else { return nil }
    let answers = counts.reduce(0, +)
    guard let topTwo = wilson(counts.suffix(2).reduce(0, +), of: answers, level: level) else { return nil }
    let total = Double(answers)
    let mean = Double(counts.enumerated().reduce(0) { $0 + ($1.offset + 1) * $1.element }) / total
    let squares = compensatedSum(
        counts.enumerated().map { offset, count in
            let distance = Double(offset + 1) - mean
            return Double(count) * distance * distance
        })
    return ScaleSummary(
        count: answers, mean: mean, standardDeviation: answers > 1 ? (squares / (total - 1)).squareRoot() : nil,
        topTwo: topTwo, index: (mean - 1) / Double(counts.count - 1) * 100)
}

/// The net promoter score, per cent who give 9–10 less per cent who give 0–6, from −100 to 100, with its interval.
///
/// Source: Reichheld (2003), "The one number you need to grow"; the variance is that of a
/// difference of two shares of one multinomial, [(P + D) − (P − D)²]∕n. Nil for negative counts, no answers, or a level
/// outside 0…1. The interval is cut at ±100.
public func netPromoterScore(
    promoters: Int, passives: Int, detractors: Int, level: Double = 0.95
) -> Estimate? {
    let answers = Double(promoters + passives + detractors)
    guard promoters >= 0, passives >= 0, detractors >= 0, answers > 0,
        let critical = Normal.criticalValue(level: level)
    else { return nil }
    let difference = Double(promoters - detractors) / answers
    let either = Double(promoters + detractors) / answers
    let half = critical * (max(0, either - difference * difference) / answers).squareRoot()
    return Estimate(
        value: 100 * difference,
        interval: Interval(low: 100 * max(-1, difference - half), high: 100 * min(1, difference + half)))
}
