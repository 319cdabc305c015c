import Statistics
import Testing

@Suite("Means, scales and funnels")
struct MeanTests {
    private let known = Fixtures.rates

    @Test func weighted() throws {
        let row = known["weighted_mean"]
        let found = try #require(weightedMean(row["x"].numbers, weights: row["w"].numbers))
        #expect(isNear(found.mean, row["mean"].number))
        #expect(isNear(found.designEffect, row["deff_kish"].number))
        #expect(isNear(found.effectiveCount, row["neff"].number))
        #expect(isNear(found.standardError, row["se_linearised"].number))
        #expect(isNear(found.standardError(population: 40), row["se_with_fpc_N40"].number))
        #expect(try #require(found.estimate()).interval.contains(found.mean))
    }

    @Test func equalWeightsChangeNothing() throws {
        let values = [3.0, 4, 4, 5, 1, 2]
        let found = try #require(weightedMean(values, weights: [Double](repeating: 0.7, count: 6)))
        let spread = try #require(standardDeviation(values))
        #expect(isNear(found.designEffect, 1, 1e-14))
        #expect(isNear(found.mean, try #require(mean(values)), 1e-14))
        #expect(isNear(found.standardError, spread / 6.0.squareRoot(), 1e-14))
        let shares = try #require(weightedMean([1, 0, 1, 1], weights: [2, 2, 2, 2]))
        #expect(isNear(shares.shareEstimate()?.low, try #require(wilson(3, of: 4)).low, 1e-14))
    }

    @Test func welch() throws {
        let first = try #require(
            SampleSummary([27.5, 21.0, 19.0, 23.6, 17.0, 17.9, 16.9, 20.1, 21.9, 22.6, 23.1, 19.6]))
        let second = try #require(
            SampleSummary([27.1, 22.0, 20.8, 23.4, 23.4, 23.5, 25.8, 22.0, 24.8, 20.2, 21.9, 22.1]))
        let found = try #require(welchDifference(first, second))
        let row = Fixtures.distributions["welch"]
        #expect(isNear(found.estimate.value, row["difference"].number, 1e-12))
        #expect(isNear(found.degreesOfFreedom, row["freedom"].number, 1e-12))
        #expect(isNear(found.pValue, row["p"].number, 1e-10))
        #expect(isNear(found.estimate.low, row["low"].number, 1e-10))
        #expect(isNear(found.estimate.high, row["high"].number, 1e-10))
        let turned = try #require(welchDifference(second, first))
        #expect(isNear(turned.estimate.low, -found.estimate.high, 1e-14))
    }

    @Test func scales() throws {
        let row = known["likert"]
        let found = try #require(scaleSummary(counts: row["counts"].numbers.map { Int($0) }))
        #expect(isNear(found.mean, row["mean"].number))
        #expect(isNear(found.standardDeviation, row["sd"].number))
        #expect(isNear(found.topTwo.value, row["top2"].number))
        #expect(isNear(found.topTwo.low, row["top2_wilson"][0].number))
        #expect(isNear(found.topTwo.high, row["top2_wilson"][1].number))
        #expect(isNear(found.index, row["index0_100"].number))
        let promoters = known["enps"]
        let score = try #require(netPromoterScore(promoters: 48, passives: 33, detractors: 19))
        #expect(isNear(score.value, promoters["enps"].number))
        #expect(isNear(score.low, promoters["lo"].number) && isNear(score.high, promoters["hi"].number))
    }

    @Test func funnel() throws {
        let row = known["funnel"]
        let units = row["units"].items.map { (seen: $0[0].number, size: $0[1].number) }
        let theta = row["theta"].number
        let errors = units.map { (theta * (1 - theta) / $0.size).squareRoot() }
        let found = try #require(
            overdispersion(values: units.map { $0.seen / $0.size }, standardErrors: errors, around: theta))
        #expect(isNear(found.rawFactor, row["phi_raw"].number))
        #expect(isNear(found.factor, row["phi_winsor10"].number))
        #expect(isNear(found.pulledTo.low, row["winsor_bounds"][0].number))
        #expect(isNear(found.pulledTo.high, row["winsor_bounds"][1].number))
        #expect(isNear(found.betweenVariance, row["tau2"].number))
        for (place, unit) in units.enumerated() {
            check(funnelLimits(share: theta, size: unit.size), row["lim95_normal"][place])
            check(funnelLimits(share: theta, size: unit.size, level: 0.998), row["lim998"][place])
            check(wilson(theta * unit.size, of: unit.size)?.interval, row["wilson_limits95"][place])
            check(found.additiveLimits(around: theta, standardError: errors[place]), row["add_od_lim95"][place])
            check(found.multiplicativeLimits(around: theta, standardError: errors[place]), row["mult_od_lim95"][place])
        }
        for limits in known["funnel_poisson_ratio95"].items {
            let found = ratioLimits(expected: limits[0].number)
            #expect(isNear(found?.low, limits[1].number) && isNear(found?.high, limits[2].number))
        }
    }

    @Test func unitsThatDifferByChanceAloneHaveNoVarianceBetween() throws {
        let found = try #require(
            overdispersion(values: [0.5, 0.51, 0.49], standardErrors: [0.1, 0.1, 0.1], around: 0.5))
        #expect(found.betweenVariance == 0)
        let plain = funnelLimits(share: 0.5, size: 25)
        check(
            found.multiplicativeLimits(around: 0.5, standardError: 0.1),
            .list([
                .number(plain?.low ?? .nan), .number(plain?.high ?? .nan),
            ]))
    }

    @Test func undefinedIsNil() throws {
        #expect(weightedMean([], weights: []) == nil)
        #expect(weightedMean([1], weights: [0]) == nil)
        #expect(weightedMean([1, 2], weights: [1]) == nil)
        #expect(weightedMean([1, 2], weights: [1, -1]) == nil)
        let single = try #require(weightedMean([3], weights: [2]))
        #expect(single.standardError == nil && single.estimate() == nil && single.mean == 3)
        #expect(SampleSummary([1]) == nil)
        let flat = SampleSummary(count: 3, mean: 1, standardDeviation: 0)
        #expect(welchDifference(flat, flat) == nil)
        #expect(scaleSummary(counts: [0, 0, 0]) == nil)
        #expect(scaleSummary(counts: [1, 2]) == nil)
        #expect(netPromoterScore(promoters: 0, passives: 0, detractors: 0) == nil)
        #expect(overdispersion(values: [1], standardErrors: [1], around: 1) == nil)
        #expect(overdispersion(values: [1, 2], standardErrors: [1, 0], around: 1) == nil)
        #expect(funnelLimits(share: 0.5, size: 0) == nil)
        #expect(ratioLimits(expected: 0) == nil)
    }

    private func check(_ found: Interval?, _ expected: Expected) {
        #expect(isNear(found?.low, expected[0].number) && isNear(found?.high, expected[1].number))
    }
}
