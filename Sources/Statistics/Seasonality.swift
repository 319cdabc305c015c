/// The fewest full years that seasons are compared over.
public let fewestYearsForSeasons = 3

/// The trend of a series with seasons: each season is compared with itself only.
public struct SeasonalTrend: Sendable, Hashable {
    /// The seasonal Mann–Kendall test.
    public let test: SeasonalMannKendall
    /// The slope each year, and a line through the middle of the data; x is counted in years from the first place.
    public let line: TheilSen
}

/// The seasonal Mann–Kendall test and Theil–Sen slope of equally spaced values; nil is a gap.
///
/// `seasons` is how many places make a year. Source: Hirsch, Slack and Smith (1982), as `seasonalMannKendall` and
/// `seasonalTheilSen`. Nil unless the series spans three full years and every season has values in three of them, and
/// for a value that is not a number.
public func seasonalTrend(_ values: [Double?], seasons: Int, level: Double = 0.95) -> SeasonalTrend? {
    guard seasons >= 2, values.count >= seasons * fewestYearsForSeasons else { return nil }
    let points = (0..<seasons).map { season in
        stride(from: season, to: values.count, by: seasons).compactMap { place in
            values[place].map { (x: Double(place) / Double(seasons), y: $0) }
        }
    }
    guard points.allSatisfy({ $0.count >= fewestYearsForSeasons }),
        let test = seasonalMannKendall(seasons: points.map { $0.map(\.y) }),
        let line = seasonalTheilSen(seasons: points.map { (x: $0.map(\.x), y: $0.map(\.y)) }, level: level)
    else { return nil }
    return SeasonalTrend(test: test, line: line)
}

/// Whether a series has a pattern that comes back every year.
public struct SeasonalPattern: Sendable, Hashable {
    /// How many full years were compared.
    public let years: Int
    /// Friedman's statistic, corrected for ties.
    public let statistic: Double
    /// The probability of so large a statistic without seasons, by the chi-square distribution.
    public let pValue: Double

    /// Clear enough to act on: below the probability of `mostForEvidentSeasons`.
    public var isEvident: Bool { pValue < SeasonalPattern.mostForEvidentSeasons }

    /// Seasons are taken as evident below this probability. Too many series taken as seasonal costs little, for the
    /// chart of changes from the year before alarms no more often than the plain one; too few costs an alarm every
    /// winter.
    public static let mostForEvidentSeasons = 0.05
}

/// The test for seasons in equally spaced values: do the same seasons rank high in every year?
///
/// The years are counted back from the newest place, and those with a gap are left out. A steady rise would rank every
/// December high, so the seasonal Theil–Sen slope is taken off first. Source: Friedman (1937), "The use of ranks to
/// avoid the assumption of normality", as used for stable seasonality in Ladiray and Quenneville (2001), *Seasonal
/// Adjustment with the X-11 Method*, § 2.3. Nil unless there are three full years and at least two seasons, for a
/// value that is not finite, and where every year is level.
public func seasonalPattern(_ values: [Double?], seasons: Int) -> SeasonalPattern? {
    guard seasons >= 2, values.allSatisfy({ $0?.isFinite ?? true }) else { return nil }
    let years = stride(from: values.count, through: seasons, by: -seasons).map { Array(values[($0 - seasons)..<$0]) }
        .map { $0.compactMap { $0 } }.filter { $0.count == seasons }
    guard years.count >= fewestYearsForSeasons, let trend = seasonalTrend(values, seasons: seasons) else { return nil }
    let step = trend.line.slope / Double(seasons)
    let scale = years.joined().reduce(0) { max($0, abs($1)) }
    let ranks = years.map { year in
        middleRanks(year.enumerated().map { $1 - step * Double($0) }, tolerance: 1e-9 * max(1, scale))
    }
    let blocks = Double(years.count)
    let centre = Double(seasons + 1) / 2
    let sums = (0..<seasons).map { season in ranks.reduce(0) { $0 + $1[season] } - blocks * centre }
    let spread = compensatedSum(ranks.joined().map { ($0 - centre) * ($0 - centre) }) / Double(seasons - 1)
    guard spread > 0 else { return nil }
    let statistic = compensatedSum(sums.map { $0 * $0 }) / spread
    guard let below = ChiSquare.cumulative(statistic, degreesOfFreedom: Double(seasons - 1)) else { return nil }
    return SeasonalPattern(years: years.count, statistic: statistic, pValue: max(0, 1 - below))
}

/// The control chart of the change from the same season of the year before.
///
/// The rule for series with seasons: a winter peak that comes every year is no signal, a winter worse than the last
/// one may be. The chart is that of `controlChart` on `yearOverYear`: its mean is the usual change in a year, its
/// first year are gaps, and a new level is seen for a year, after which it is what is compared with. A change over a
/// rebase would compare two levels, so the year after each rebase is a gap too. Nil as for `controlChart`, and for
/// fewer than three full years.
public func seasonalControlChart(
    _ values: [Double?], seasons: Int, options: ControlChartOptions = ControlChartOptions()
) -> ControlChart? {
    guard seasons >= 2, values.count >= seasons * fewestYearsForSeasons else { return nil }
    var changes: [Double?] = []
    for stretch in options.stretches(of: values.count) {
        changes += yearOverYear(Array(values[stretch]), seasons: seasons)
    }
    return controlChart(changes, options: options)
}

/// The rank of each value, from 1; values within the tolerance of the first of their like share the mean of their
/// ranks.
private func middleRanks(_ values: [Double], tolerance: Double) -> [Double] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
        var end = start
        while end + 1 < order.count, values[order[end + 1]] - values[order[start]] <= tolerance { end += 1 }
        for place in start...end { ranks[order[place]] = Double(start + end) / 2 + 1 }
        start = end + 1
    }
    return ranks
}
