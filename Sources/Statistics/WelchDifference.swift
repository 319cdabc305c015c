/// What is needed of a group of answers to compare its mean with another's.
public struct SampleSummary: Sendable, Hashable {
    /// How many answers.
    public let count: Int
    /// Their mean.
    public let mean: Double
    /// Their sample standard deviation, in the same unit.
    public let standardDeviation: Double

    /// A summary made elsewhere.
    public init(count: Int, mean: Double, standardDeviation: Double) {
        self.count = count
        self.mean = mean
        self.standardDeviation = standardDeviation
    }

    /// The summary of the values. Nil for fewer than two.
    public init?(_ values: [Double]) {
        guard let average = Statistics.mean(values), let spread = Statistics.standardDeviation(values) else {
            return nil
        }
        self.init(count: values.count, mean: average, standardDeviation: spread)
    }

    /// The standard error of the mean. Nil for a single answer.
    public var standardError: Double? { count >= 2 ? squaredError.squareRoot() : nil }

    /// The mean with Student's interval on n − 1 degrees of freedom.
    ///
    /// Source: Student (1908), "The probable error of a mean". With `population` the standard error is that of a
    /// sample from a group of that size (`finitePopulationCorrection`): use it to describe this group now, not to
    /// compare. Nil for a single answer, for more answers than the group has, when everyone answered, and unless 0 <
    /// level < 1.
    public func estimate(level: Double = 0.95, population: Int? = nil) -> Estimate? {
        guard let standardError,
            let critical = StudentT.criticalValue(level: level, degreesOfFreedom: Double(count - 1))
        else { return nil }
        return finiteEstimate(
            mean, halfWidth: critical * standardError, sample: Double(count), population: population)
    }

    var squaredError: Double { standardDeviation * standardDeviation / Double(count) }
}

/// A mean with its interval, narrowed where the group itself is small. Nil when everyone or more than everyone
/// answered: there is no sampling to be uncertain about.
func finiteEstimate(_ mean: Double, halfWidth: Double, sample: Double, population: Int?) -> Estimate? {
    var half = halfWidth
    if let population {
        guard sample < Double(population),
            let factor = finitePopulationCorrection(sample: sample, population: Double(population))
        else { return nil }
        half *= factor
    }
    return Estimate(value: mean, interval: Interval(low: mean - half, high: mean + half))
}

/// The difference of two independent means.
public struct MeanDifference: Sendable, Hashable {
    /// First mean − second mean, with its interval, in the unit of the values.
    public let estimate: Estimate
    /// The standard error of the difference.
    public let standardError: Double
    /// The degrees of freedom by Welch and Satterthwaite, not a whole number.
    public let degreesOfFreedom: Double
    /// The two-sided probability of a difference at least this large if the means were equal.
    public let pValue: Double
}

/// The difference of two independent means whose spreads may differ.
///
/// Source: Welch (1947), "The generalization of Student's problem when several different population variances are
/// involved". Nil unless both groups have two answers or more and at least one of them varies.
public func welchDifference(_ first: SampleSummary, _ second: SampleSummary, level: Double = 0.95) -> MeanDifference? {
    guard first.count >= 2, second.count >= 2 else { return nil }
    return welchDifference(
        UncertainMean(mean: first.mean, squaredError: first.squaredError, freedom: Double(first.count - 1)),
        UncertainMean(mean: second.mean, squaredError: second.squaredError, freedom: Double(second.count - 1)),
        level: level)
}

/// The difference of two independent weighted means, with effective counts − 1 as degrees of freedom.
///
/// Source: as for plain means; the errors are the linearised ones of `weightedMean`, the effective counts Kish's. Nil
/// unless both effective counts are above 1 and at least one group varies.
public func welchDifference(_ first: WeightedMean, _ second: WeightedMean, level: Double = 0.95) -> MeanDifference? {
    guard let firstError = first.standardError, let secondError = second.standardError, first.effectiveCount > 1,
        second.effectiveCount > 1
    else { return nil }
    return welchDifference(
        UncertainMean(mean: first.mean, squaredError: firstError * firstError, freedom: first.effectiveCount - 1),
        UncertainMean(mean: second.mean, squaredError: secondError * secondError, freedom: second.effectiveCount - 1),
        level: level)
}

/// A mean, its squared standard error, and how well that is known.
private struct UncertainMean {
    var mean: Double
    var squaredError: Double
    var freedom: Double
}

private func welchDifference(_ first: UncertainMean, _ second: UncertainMean, level: Double) -> MeanDifference? {
    let squared = first.squaredError + second.squaredError
    guard squared > 0, squared.isFinite else { return nil }
    let standardError = squared.squareRoot()
    let shares = (first.squaredError / squared, second.squaredError / squared)
    let freedom = 1 / (shares.0 * shares.0 / first.freedom + shares.1 * shares.1 / second.freedom)
    let difference = first.mean - second.mean
    guard let critical = StudentT.criticalValue(level: level, degreesOfFreedom: freedom),
        let tail = StudentT.cumulative(-abs(difference) / standardError, degreesOfFreedom: freedom)
    else { return nil }
    let half = critical * standardError
    return MeanDifference(
        estimate: Estimate(value: difference, interval: Interval(low: difference - half, high: difference + half)),
        standardError: standardError, degreesOfFreedom: freedom, pValue: 2 * tail)
}
