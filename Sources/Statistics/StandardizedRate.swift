/// One age group (or other stratum) of a population and of the standard it is compared with.
public struct Stratum: Sendable, Hashable {
    /// The events seen in this group.
    public let events: Int
    /// The persons, or person-years, in which they were seen.
    public let population: Double
    /// How many persons of this group the standard population has.
    public let standard: Double

    /// A stratum with its events, its own population and its place in the standard.
    public init(events: Int, population: Double, standard: Double) {
        self.events = events
        self.population = population
        self.standard = standard
    }
}

/// A directly standardised rate: what the rate would be if the population had the age profile of the standard.
public struct StandardizedRate: Sendable, Hashable {
    /// The standardised rate and its interval, each `per` persons.
    public let estimate: Estimate
    /// The rate without standardisation, each `per` persons.
    public let crude: Double
    /// The variance of the standardised rate, for one person.
    public let variance: Double
    /// All events counted.
    public let events: Int
    /// False below ten events, where the method is not to be published.
    public var hasEnoughEvents: Bool { events >= fewEvents }
}

/// A directly standardised rate with the interval of Dobson.
///
/// Source: Dobson, Kuulasmaa, Eberle and Scherer (1991), "Confidence intervals for weighted sums of Poisson
/// parameters", with Byar's limits for the count. Nil without events, or unless every stratum has a population and a
/// standard that is not negative, and the standard adds to more than nothing.
public func directlyStandardizedRate(_ strata: [Stratum], per unit: Double, level: Double = 0.95) -> StandardizedRate? {
    let usable = strata.allSatisfy { $0.events >= 0 && $0.population > 0 && $0.standard >= 0 }
    let weight = compensatedSum(strata.map(\.standard))
    let events = strata.reduce(0) { $0 + $1.events }
    guard usable, weight > 0, events > 0, unit > 0, let count = byar(events, level: level) else { return nil }
    let rate = compensatedSum(strata.map { $0.standard / weight * Double($0.events) / $0.population })
    let variance = compensatedSum(
        strata.map { stratum in
            let share = stratum.standard / weight / stratum.population
            return share * share * Double(stratum.events)
        })
    let scale = (variance / Double(events)).squareRoot()
    let low = rate + scale * (count.low - Double(events))
    let high = rate + scale * (count.high - Double(events))
    return StandardizedRate(
        estimate: Estimate(value: rate * unit, interval: Interval(low: low * unit, high: high * unit)),
        crude: Double(events) / compensatedSum(strata.map(\.population)) * unit,
        variance: variance, events: events)
}
