import Statistics
import Testing

/// Expected numbers: numpy's `lstsq` on the log odds and scipy's t distribution.
@Suite("Shares near 0 and 100 %")
struct LogitLineTests {
    private let years = (2017...2025).map(Double.init)
    private let shares = [88.5, 89.1, 90.4, 90.2, 91.7, 92.4, 92.1, 93.3, 94.0]

    @Test func projection() throws {
        let curve = try #require(logitLine(x: years, shares: shares))
        #expect(isNear(curve.prediction(at: 2030), 95.8662047636917, 1e-10))
        let narrow = try #require(curve.predictionInterval(at: 2030, level: 0.8))
        #expect(isNear(narrow.low, 95.3954748777676, 1e-10) && isNear(narrow.high, 96.29068220488652, 1e-10))
        let wide = try #require(curve.predictionInterval(at: 2030, level: 0.95))
        #expect(isNear(wide.low, 95.05135160411263, 1e-10) && isNear(wide.high, 96.55175034049881, 1e-10))
        #expect(isNear(curve.probabilityBelow(97, at: 2030), 0.9979055006978719, 1e-10))
        #expect(curve.probabilityBelow(100, at: 2030) == 1 && curve.probabilityBelow(0, at: 2030) == 0)
        #expect(curve.probabilityBelow(101, at: 2030) == 1 && curve.probabilityBelow(-1, at: 2030) == 0)
    }

    /// A straight line leads to 97.3 % here and over 100 % soon after; the curve never does.
    @Test func neverBeyondTheEnds() throws {
        let curve = try #require(logitLine(x: years, shares: shares))
        let straight = try #require(leastSquares(x: years, y: shares))
        #expect(straight.prediction(at: 2035) > 100)
        for year in [1800.0, 1950, 2035, 2100, 5000] {
            let interval = try #require(curve.predictionInterval(at: year, level: 0.95))
            #expect(interval.low >= 0 && interval.high <= 100)
            #expect(interval.contains(curve.prediction(at: year)))
        }
    }

    @Test func turnedUpsideDown() throws {
        let curve = try #require(logitLine(x: years, shares: shares))
        let turned = try #require(logitLine(x: years, shares: shares.map { (100 - $0) / 100 }, whole: 1))
        #expect(isNear(turned.prediction(at: 2030), 1 - curve.prediction(at: 2030) / 100, 1e-12))
        let interval = try #require(turned.predictionInterval(at: 2030, level: 0.8))
        let other = try #require(curve.predictionInterval(at: 2030, level: 0.8))
        #expect(isNear(interval.low, 1 - other.high / 100, 1e-12))
        #expect(isNear(turned.probabilityBelow(0.03, at: 2030), 1 - 0.9979055006978719, 1e-10))
    }

    @Test func whereItIsUsed() {
        #expect(isNearTheEnds(shares) && isNearTheEnds([50, 9.9]) && !isNearTheEnds([10, 50, 90]))
        #expect(isNearTheEnds([0.95], whole: 1) && !isNearTheEnds([0.5], whole: 1))
    }

    @Test func undefinedIsNil() {
        #expect(logitLine(x: [1, 2, 3], shares: [98, 99, 100]) == nil)
        #expect(logitLine(x: [1, 2, 3], shares: [2, 1, 0]) == nil)
        #expect(logitLine(x: [1, 2], shares: [2, 1]) == nil)
        #expect(logitLine(x: [1, 2, 3], shares: [2, 1, 3], whole: 0) == nil)
    }
}
