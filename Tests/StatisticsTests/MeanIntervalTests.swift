import Statistics
import Testing

/// Expected numbers: scipy 1.17 (`t.interval`, `t.ppf`, `t.sf`) and numpy from the formulas named in the sources.
@Suite("Intervals of means")
struct MeanIntervalTests {
    private let values = [27.5, 21.0, 19.0, 23.6, 17.0, 17.9, 16.9, 20.1, 21.9, 22.6, 23.1, 19.6]
    private let answers = [4.0, 5, 3, 4, 2, 5, 4, 3]
    private let weights = [1.2, 0.8, 1.5, 1, 0.9, 1.1, 0.7, 1.8]

    @Test func student() throws {
        let sample = try #require(SampleSummary(values))
        expect(sample.estimate(), 18.880353969275014, 22.819646030724982)
        expect(sample.estimate(population: 30), 19.324318745015717, 22.37568125498428)
        #expect(sample.estimate(population: 12) == nil && sample.estimate(population: 11) == nil)
        #expect(sample.estimate(level: 0) == nil)
        #expect(SampleSummary(count: 1, mean: 3, standardDeviation: 0).estimate() == nil)
        #expect(SampleSummary(count: 1, mean: 3, standardDeviation: 0).standardError == nil)
    }

    @Test func weighted() throws {
        let found = try #require(weightedMean(answers, weights: weights))
        expect(found.estimate(), 2.819954709642377, 4.468934179246511)
        expect(found.estimate(population: 40), 2.906998406937166, 4.381890481951722)
        #expect(found.estimate(population: 8) == nil)
        let yes = try #require(weightedMean([1, 1, 0, 1, 0, 1, 1, 1], weights: weights))
        #expect(isNear(yes.mean, 0.7333333333333333, 1e-12))
        expect(yes.shareEstimate(), 0.3812551464689931, 0.9246607727640779)
        expect(yes.shareEstimate(population: 40), 0.41034176014172, 0.9157345476276235)
        #expect(yes.shareEstimate(population: 8) == nil && found.shareEstimate() == nil)
        let all = try #require(weightedMean([1, 1, 1], weights: [0.1, 0.7, 0.3]))
        #expect(all.shareEstimate(population: 10)?.high == 1)
    }

    @Test func differenceOfWeightedMeans() throws {
        let first = try #require(weightedMean(answers, weights: weights))
        let second = try #require(
            weightedMean([3, 2, 4, 3, 3, 2, 5, 1, 3], weights: [1, 0.6, 1.4, 1.1, 0.9, 1.3, 0.8, 1.2, 0.7]))
        let found = try #require(welchDifference(first, second))
        #expect(isNear(found.estimate.value, 0.7888888888888879, 1e-12))
        #expect(isNear(found.standardError, 0.5324622924959895, 1e-12))
        #expect(isNear(found.degreesOfFreedom, 13.616695092258135, 1e-12))
        expect(found.estimate, -0.3561524773569489, 1.9339302551347246)
        #expect(isNear(found.pValue, 0.16121829183750938, 1e-10))
        let single = try #require(weightedMean([3], weights: [1]))
        #expect(welchDifference(first, single) == nil)
    }

    /// Equal weights change nothing: the answers as counts, as values, and weighted alike give one interval.
    @Test func scaleAnswersAreASample() throws {
        let counts = [4, 9, 22, 48, 37]
        let summary = try #require(scaleSummary(counts: counts)?.sample?.estimate())
        let listed = counts.enumerated().flatMap { [Double](repeating: Double($0.offset + 1), count: $0.element) }
        expect(try #require(SampleSummary(listed)).estimate(), summary.low, summary.high)
        let alike = try #require(weightedMean(listed, weights: listed.map { _ in 2 }))
        expect(alike.estimate(), summary.low, summary.high)
        #expect(scaleSummary(counts: [0, 1, 0])?.sample == nil)
    }

    private func expect(_ found: Estimate?, _ low: Double, _ high: Double) {
        #expect(isNear(found?.low, low, 1e-10) && isNear(found?.high, high, 1e-10))
    }
}
