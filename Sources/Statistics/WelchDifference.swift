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

    var squaredError: Double { standardDeviation * standardDeviation / Double(count) }
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
    let firstError = first.squaredError
    let secondError = second.squaredError
    let squared = firstError + secondError
    guard squared > 0, squared.isFinite else { return nil }
    let standardError = squared.squareRoot()
    let shares = (firstError / squared, secondError / squared)
    let freedom =
        1 / (shares.0 * shares.0 / Double(first.count - 1) + shares.1 * shares.1 / Double(second.count - 1))
    let difference = first.mean - second.mean
    guard let critical = StudentT.criticalValue(level: level, degreesOfFreedom: freedom),
        let tail = StudentT.cumulative(-abs(difference) / standardError, degreesOfFreedom: freedom)
    else { return nil }
    let half = critical * standardError
    return MeanDifference(
        estimate: Estimate(value: difference, interval: Interval(low: difference - half, high: difference + half)),
        standardError: standardError, degreesOfFreedom: freedom, pValue: 2 * tail)
}
