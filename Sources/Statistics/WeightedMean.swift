/// A mean in which each answer counts with its own weight.
public struct WeightedMean: Sendable, Hashable {
    /// The weighted mean, in the unit of the values.
    public let mean: Double
    /// How many answers had a weight above zero.
    public let count: Int
    /// Kish's design effect: how many times larger the variance is because the weights differ; 1 if they do not.
    public let designEffect: Double
    /// How many equally weighted answers would be as sure as these: count ∕ design effect.
    public let effectiveCount: Double
    /// The linearised standard error, in the unit of the values. Nil for a single answer.
    public let standardError: Double?

    /// The standard error when the answers are most of a small group. Nil unless the group is at least the answers.
    public func standardError(population: Int) -> Double? {
        guard let standardError,
            let factor = finitePopulationCorrection(sample: Double(count), population: Double(population))
        else { return nil }
        return standardError * factor
    }

    /// The mean with Student's interval on effective count − 1 degrees of freedom. Nil if that is not positive, and
    /// with a `population` that everyone, or more than everyone, of has answered.
    public func estimate(level: Double = 0.95, population: Int? = nil) -> Estimate? {
        guard let standardError,
            let critical = StudentT.criticalValue(level: level, degreesOfFreedom: effectiveCount - 1)
        else { return nil }
        return finiteEstimate(
            mean, halfWidth: critical * standardError, sample: Double(count), population: population)
    }

    /// Wilson's interval with the effective count, for values that are 0 or 1. Nil if the mean is outside 0…1.
    ///
    /// With a `population` the effective count grows by (N − 1)∕(N − n), as in `wilson(_:of:inPopulationOf:)`. Nil
    /// then when everyone, or more than everyone, answered.
    public func shareEstimate(level: Double = 0.95, population: Int? = nil) -> Estimate? {
        guard (0...1).contains(mean) else { return nil }
        var asked = effectiveCount
        if let population {
            guard count < population else { return nil }
            asked *= Double(population - 1) / Double(population - count)
        }
        return wilson(min(mean * asked, asked), of: asked, level: level)
    }
}

/// The weighted mean of the values, with its design effect and standard error.
///
/// Source: Kish (1965), *Survey Sampling*, § 11.7 (design effect of weighting); Cochran (1977), *Sampling
/// Techniques*, § 6.4 (linearised error of a ratio, here with n∕(n − 1)). Nil unless there are as many weights as
/// values, no weight is negative, and some weight is above zero.
public func weightedMean(_ values: [Double], weights: [Double]) -> WeightedMean? {
    guard values.count == weights.count, weights.allSatisfy({ $0 >= 0 && $0.isFinite }) else { return nil }
    let pairs = zip(values, weights).filter { $0.1 > 0 }
    guard !pairs.isEmpty, pairs.allSatisfy({ $0.0.isFinite }) else { return nil }
    func sum(_ term: (Double, Double) -> Double) -> Double { compensatedSum(pairs.map(term)) }
    let total = sum { $1 }, mean = sum { $0 * $1 } / total
    return WeightedMean(
        mean: mean, count: pairs.count, weights: total, squaredWeights: sum { $1 * $1 },
        squaredDeviations: sum { ($1 * ($0 - mean)) * ($1 * ($0 - mean)) })
}

/// The same from sums over answers: of w × x, w, (w × x)², w × w × x and w², where x is an answer's value and w its
/// weight. Nil unless there are answers and the weights add up to something.
public func weightedMean(
    answers: Int, values: Double, weights: Double, squaredValues: Double, products: Double, squaredWeights: Double
) -> WeightedMean? {
    guard answers > 0, weights > 0, squaredWeights > 0 else { return nil }
    let mean = values / weights
    // Never below zero but for the last digits, where all answers are alike.
    let deviations = max(0, squaredValues - 2 * mean * products + mean * mean * squaredWeights)
    return WeightedMean(
        mean: mean, count: answers, weights: weights, squaredWeights: squaredWeights, squaredDeviations: deviations)
}

extension WeightedMean {
    /// - Parameters: sums over answers of w, w² and (w × (x − mean))².
    fileprivate init(
        mean: Double, count: Int, weights: Double, squaredWeights: Double, squaredDeviations: Double
    ) {
        let answers = Double(count)
        self.mean = mean
        self.count = count
        effectiveCount = weights * weights / squaredWeights
        designEffect = answers / effectiveCount
        standardError = count >= 2 ? (answers / (answers - 1) * squaredDeviations).squareRoot() / weights : nil
    }
}
