/// The change from the same season of the year before: place i less place i − `seasons`, nil where either is missing.
///
/// `seasons` is how many places make a year: 12 for months, 4 for quarters. As many values as given; empty for fewer
/// than one season.
public func yearOverYear(_ values: [Double?], seasons: Int) -> [Double?] {
    guard seasons >= 1 else { return [] }
    return values.indices.map { place in
        guard place >= seasons, let now = values[place], let before = values[place - seasons] else { return nil }
        return now - before
    }
}

/// The mean of each place and the `length` − 1 before it; nil where one of them is missing or before the first.
///
/// A mean over a whole year (12 months, 4 quarters) has no season in it. Neighbours share all but one value, so no
/// control chart and no test may be made of them. As many values as given; empty for a length below 1.
public func rollingMeans(_ values: [Double?], length: Int) -> [Double?] {
    guard length >= 1 else { return [] }
    return values.indices.map { place in
        guard place >= length - 1 else { return nil }
        let span = values[(place - length + 1)...place].compactMap { $0 }
        return span.count == length ? mean(span) : nil
    }
}

/// A value beside those of the same season in earlier years.
public struct SameSeasonComparison: Sendable, Hashable {
    /// How many earlier years have a value for this season.
    public let years: Int
    /// Their mean.
    public let mean: Double
    /// The value less that mean.
    public let difference: Double
    /// The value less that of the year before. Nil where the year before has none.
    public let change: Double?
    /// The interval that holds a single new value with the given probability, if nothing has changed: mean ±
    /// t · s · √(1 + 1∕years). Nil for fewer than three earlier years.
    public let expected: Interval?
}

/// Each value beside the same season of all earlier years. Nil for a gap and where no earlier year has the season.
///
/// Source of the interval: Hahn and Meeker (1991), *Statistical Intervals*, § 4.8, for one future value. Seasons as for
/// `yearOverYear`; as many comparisons as values, and empty for fewer than one season.
public func sameSeasonComparisons(
    _ values: [Double?], seasons: Int, level: Double = 0.95
) -> [SameSeasonComparison?] {
    guard seasons >= 1 else { return [] }
    return values.indices.map { place in
        let earlier = stride(from: place - seasons, through: 0, by: -seasons).compactMap { values[$0] }
        guard let value = values[place], let average = mean(earlier) else { return nil }
        var expected: Interval?
        let years = Double(earlier.count)
        if earlier.count >= fewestYearsForSeasons, let spread = standardDeviation(earlier),
            let critical = StudentT.criticalValue(level: level, degreesOfFreedom: years - 1)
        {
            let half = critical * spread * (1 + 1 / years).squareRoot()
            expected = Interval(low: average - half, high: average + half)
        }
        return SameSeasonComparison(
            years: earlier.count, mean: average, difference: value - average,
            change: place >= seasons ? values[place - seasons].map { value - $0 } : nil, expected: expected)
    }
}
