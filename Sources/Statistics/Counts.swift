/// Fewer events than this get the exact interval; fewer than this are not standardised either.
public let fewEvents = 10

/// Byar's interval for a count of events, in events.
///
/// Source: Breslow and Day (1987), *Statistical Methods in Cancer Research*, volume II, § 2.3, formulas 2.13 and 2.14.
/// Nil for a negative count or a level outside 0…1.
public func byar(_ count: Int, level: Double = 0.95) -> Interval? {
    guard count >= 0, let critical = Normal.criticalValue(level: level) else { return nil }
    let events = Double(count)
    let more = events + 1
    let upperRoot = 1 - 1 / (9 * more) + critical / (3 * more.squareRoot())
    let high = more * upperRoot * upperRoot * upperRoot
    guard count > 0 else { return Interval(low: 0, high: high) }
    let lowerRoot = max(0, 1 - 1 / (9 * events) - critical / (3 * events.squareRoot()))
    return Interval(low: events * lowerRoot * lowerRoot * lowerRoot, high: high)
}

/// The exact Poisson interval for a count of events, in events.
///
/// Source: Garwood (1936), "Fiducial limits for the Poisson distribution", by way of the chi-square distribution. Nil
/// for a negative count or a level outside 0…1.
public func garwood(_ count: Int, level: Double = 0.95) -> Interval? {
    guard count >= 0, level > 0, level < 1 else { return nil }
    let twice = 2 * Double(count)
    guard let high = ChiSquare.quantile(0.5 + level / 2, degreesOfFreedom: twice + 2) else { return nil }
    guard count > 0 else { return Interval(low: 0, high: high / 2) }
    guard let low = ChiSquare.quantile(0.5 - level / 2, degreesOfFreedom: twice) else { return nil }
    return Interval(low: low / 2, high: high / 2)
}

/// A count of events with its interval: exact below ten events, Byar's from ten.
public func countEstimate(_ count: Int, level: Double = 0.95) -> Estimate? {
    let interval = count < fewEvents ? garwood(count, level: level) : byar(count, level: level)
    return interval.map { Estimate(value: Double(count), interval: $0) }
}

/// Events for each `per` persons (or person-years), with its interval in the same unit.
///
/// The population is taken as known, and the interval is that of `countEstimate`. Nil unless the population and `per`
/// are positive and the count is not negative.
public func rate(_ count: Int, population: Double, per unit: Double, level: Double = 0.95) -> Estimate? {
    guard population > 0, population.isFinite, unit > 0, unit.isFinite,
        let events = countEstimate(count, level: level)
    else { return nil }
    let scale = unit / population
    return Estimate(
        value: events.value * scale, interval: Interval(low: events.low * scale, high: events.high * scale))
}
