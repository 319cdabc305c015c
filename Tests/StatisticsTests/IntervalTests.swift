import Statistics
import Testing

@Suite("Intervals")
struct IntervalTests {
    private let known = Fixtures.rates

    @Test func wilsonIntervals() {
        for row in known["wilson"].items {
            let found = wilson(row["k"].number, of: row["n"].number)
            #expect(isNear(found?.low, row["lo"].number) && isNear(found?.high, row["hi"].number))
            #expect(isNear(found?.low, row["sm"][0].number) && isNear(found?.high, row["sm"][1].number))
        }
        #expect(wilson(10, of: 10)?.high == 1)
        #expect(wilson(0, of: 10)?.low == 0)
    }

    @Test func wilsonContainsTheShareAndMirrors() throws {
        for trials in 1...40 {
            for successes in 0...trials {
                for level in [0.8, 0.95, 0.998] {
                    let found = try #require(wilson(successes, of: trials, level: level))
                    let other = try #require(wilson(trials - successes, of: trials, level: level))
                    #expect(found.interval.contains(Double(successes) / Double(trials)))
                    #expect(found.low >= 0 && found.high <= 1)
                    #expect(isNear(found.low, 1 - other.high, 1e-14) && isNear(found.high, 1 - other.low, 1e-14))
                }
            }
        }
    }

    @Test func newcombe() throws {
        let row = known["newcombe"]
        let found = try #require(newcombeDifference(66, of: 110, 80, of: 95))
        #expect(isNear(found.value, row["res"][0].number))
        #expect(isNear(found.low, row["res"][1].number) && isNear(found.high, row["res"][2].number))
        let turned = try #require(newcombeDifference(80, of: 95, 66, of: 110))
        #expect(isNear(turned.low, -found.high, 1e-14) && isNear(turned.high, -found.low, 1e-14))
        #expect(newcombeDifference(1, of: 0, 1, of: 2) == nil)
    }

    @Test func counts() {
        for row in known["byar"].items {
            let count = Int(row["o"].number)
            let approximate = byar(count)
            #expect(isNear(approximate?.low, row["lo"].number) && isNear(approximate?.high, row["hi"].number))
            let exact = garwood(count)
            #expect(isNear(exact?.low, row["exact"][0].number) && isNear(exact?.high, row["exact"][1].number))
            #expect(countEstimate(count)?.interval == (count < 10 ? exact : approximate))
        }
        #expect(byar(1, level: 0.9999)?.low == 0)
    }

    @Test func rates() {
        let row = known["rate_per_1000"]
        let found = rate(47, population: 8123, per: 1000)
        #expect(isNear(found?.value, row["rate"].number))
        #expect(isNear(found?.low, row["lo"].number) && isNear(found?.high, row["hi"].number))
        #expect(rate(0, population: 500, per: 1000)?.low == 0)
        #expect(rate(1, population: 0, per: 1000) == nil)
    }

    @Test func finitePopulation() {
        let row = known["fpc"]
        #expect(isNear(finitePopulationCorrection(sample: 45, population: 60), row["fpc"].number))
        let error = (0.8 * 0.2 / 44).squareRoot()
        #expect(isNear(error, row["se_no"].number))
        #expect(isNear(error * (finitePopulationCorrection(sample: 45, population: 60) ?? .nan), row["se_fpc"].number))
        let narrow = wilson(36, of: 45, inPopulationOf: 60)
        #expect(isNear(narrow?.low, row["wilson_n_star"][0].number))
        #expect(isNear(narrow?.high, row["wilson_n_star"][1].number))
        #expect(isNear(wilson(36, of: 45)?.low, row["wilson_plain"][0].number))
        #expect(isNear(wilson(36, of: 45)?.high, row["wilson_plain"][1].number))
        #expect(wilson(60, of: 60, inPopulationOf: 60) == nil)
        #expect(wilson(45, of: 45, inPopulationOf: 60)?.high == 1)
        #expect(finitePopulationCorrection(sample: 60, population: 60) == 0)
        #expect(finitePopulationCorrection(sample: 61, population: 60) == nil)
    }

    @Test func standardizedRate() throws {
        let row = known["dsr_dobson"]
        let strata = (0..<5).map { place in
            Stratum(
                events: Int(row["cases"][place].number), population: row["pop"][place].number,
                standard: row["std"][place].number)
        }
        let found = try #require(directlyStandardizedRate(strata, per: 1000))
        #expect(isNear(found.estimate.value, row["dsr_per1000"].number))
        #expect(isNear(found.estimate.low, row["lo"].number) && isNear(found.estimate.high, row["hi"].number))
        #expect(isNear(found.crude, row["crude_per1000"].number))
        #expect(agrees(found.variance, row["var"].number, 1e-9))
        #expect(found.hasEnoughEvents)
        let own = strata.map { Stratum(events: $0.events, population: $0.population, standard: $0.population) }
        let unchanged = try #require(directlyStandardizedRate(own, per: 1000))
        #expect(isNear(unchanged.estimate.value, unchanged.crude, 1e-13))
        #expect(directlyStandardizedRate([], per: 1000) == nil)
        #expect(directlyStandardizedRate([Stratum(events: 0, population: 5, standard: 5)], per: 1000) == nil)
        #expect(directlyStandardizedRate([Stratum(events: 1, population: 0, standard: 5)], per: 1000) == nil)
        let few = directlyStandardizedRate([Stratum(events: 9, population: 100, standard: 5)], per: 1000)
        #expect(few?.hasEnoughEvents == false)
    }

    @Test func undefinedIsNil() {
        #expect(wilson(1, of: 0) == nil)
        #expect(wilson(3, of: 2) == nil)
        #expect(wilson(-1, of: 2) == nil)
        #expect(wilson(1, of: 2, level: 1) == nil)
        #expect(wilson(Double.nan, of: 2.0) == nil)
        #expect(byar(-1) == nil && garwood(-1) == nil)
        #expect(garwood(3, level: 0) == nil)
    }
}
