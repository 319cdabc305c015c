import Statistics
import Testing

/// Expected numbers: computed with numpy and scipy from Cochran's formula.
@Suite("Ratios of clusters")
struct ClusteredRatioTests {
    private let persons = zip(
        [0.0, 3, 0, 12, 0, 0, 41, 2, 0, 5, 0, 1, 0, 88, 4],
        [220.0, 220, 180, 226, 110, 226, 226, 200, 226, 226, 150, 226, 90, 226, 210]
    ).map { Ratio(numerator: $0, denominator: $1) }
    private let months = zip(
        [300.0, 330, 290, 310, 330, 270, 230, 275, 255, 240, 290, 270],
        [5100.0, 4700, 5200, 4900, 5000, 5050, 4100, 5150, 5100, 5250, 5000, 4600]
    ).map { Ratio(numerator: $0, denominator: $1) }

    @Test func personsAsClusters() throws {
        let found = try #require(clusteredRatio(persons))
        #expect(found.clusters == 15 && found.serialFactor == 1)
        #expect(isNear(found.value, 0.05266711681296422, 1e-12))
        #expect(isNear(found.standardError, 0.030517782626039002, 1e-12))
        #expect(isNear(found.designEffect, 55.29028748234916, 1e-12))
        let estimate = try #require(found.estimate())
        #expect(estimate.low == 0)
        #expect(isNear(estimate.high, 0.1181212507340619, 1e-10))
        #expect(found.estimate(level: 1) == nil)
    }

    @Test func monthsInOrderOfTime() throws {
        let found = try #require(clusteredRatio(months, inOrderOfTime: true))
        #expect(isNear(found.value, 0.05731191885038039, 1e-12))
        #expect(isNear(found.serialFactor, 3.076179423228276, 1e-12))
        #expect(isNear(found.standardError, 0.0034621651159536925, 1e-12))
        #expect(isNear(found.designEffect, 13.12312712805277, 1e-12))
        let apart = try #require(clusteredRatio(months))
        #expect(isNear(apart.standardError * found.serialFactor.squareRoot(), found.standardError, 1e-12))
        // A wave that turns only twice is held at the most likeness that is believed, 0.9.
        let wave = (0..<12).map { Ratio(numerator: $0 < 6 ? 40 : 20, denominator: 500) }
        #expect(isNear(clusteredRatio(wave, inOrderOfTime: true)?.serialFactor, 19, 1e-12))
        // Months that go up and down are not taken to be surer than independent ones.
        let saw = (0..<12).map { Ratio(numerator: $0 % 2 == 0 ? 40 : 20, denominator: 500) }
        #expect(clusteredRatio(saw, inOrderOfTime: true)?.serialFactor == 1)
    }

    /// Days drawn one by one have a design effect of about 1; the same days in runs of one person have a large one.
    @Test func independentDaysHaveNoDesignEffect() throws {
        var random = FixedNoise(4711)
        let spread = (0..<400).map { _ in
            Ratio(numerator: (0..<200).reduce(0) { sum, _ in sum + (random.next() < 0.06 ? 1 : 0) }, denominator: 200)
        }
        let found = try #require(clusteredRatio(spread)?.designEffect)
        #expect(found > 0.8 && found < 1.2, "\(found)")
        let runs = (0..<400).map { _ in Ratio(numerator: random.next() < 0.06 ? 200 : 0, denominator: 200) }
        let clustered = try #require(clusteredRatio(runs)?.designEffect)
        #expect(clustered > 180 && clustered < 220, "\(clustered)")
    }

    @Test func tooFewClustersHaveNoInterval() {
        #expect(clusteredRatio(Array(persons.prefix(9))) == nil)
        #expect(clusteredRatio(Array(persons.prefix(10))) != nil)
        let empty = Array(persons.prefix(9)) + [Ratio(numerator: 0, denominator: 0)]
        #expect(clusteredRatio(empty) == nil)
        #expect(clusteredRatio([Ratio](repeating: Ratio(numerator: 1, denominator: 3), count: 20)) == nil)
        #expect(clusteredRatio(persons + [Ratio(numerator: -1, denominator: 3)]) == nil)
        #expect(clusteredRatio(persons + [Ratio(numerator: .nan, denominator: 3)]) == nil)
    }
}
