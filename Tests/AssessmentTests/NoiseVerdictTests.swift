import Assessment
import Noise
import Statistics
import Testing
import Vocabulary

/// What is claimed of series that are nothing but noise, beside what the method says it may claim.
///
/// - `wrongWay` needs p < 0.10 two-sided and a slope one way: at most 5 % of series without a trend.
/// - `onTrack` needs the whole 80 % interval beyond the target: the claim that a new figure meets it with at least
///   90 %. A new figure lies below such an interval in 10 % of cases; if noise alone misses the target with
///   probability q, the claim can stand in at most 0.10 / q of cases: 10.0 % for a target 3 standard deviations
///   beyond the level, 11.9 % for one.
///
/// Of 1,000 series that many and what chance adds in one case of 1,000 are allowed (binomial quantiles by scipy).
@Suite("Pure noise: claims come no more often than the method says")
struct NoiseVerdictTests {
    @Test("no more series go the wrong way than one in twenty", arguments: NoiseKind.withTrend)
    func wrongWay(_ kind: NoiseKind) {
        let claims = kind.outcomes(seed: 1, targetAt: 6).count { $0.verdict == .wrongWay }
        #expect(claims <= 73 && claims > 0, "\(claims) of 1000")
    }

    @Test("a target noise cannot reach is on track in no more than one series in ten", arguments: NoiseKind.withTrend)
    func onTrackFar(_ kind: NoiseKind) {
        let outcomes = kind.outcomes(seed: 2, targetAt: 3)
        let claims = outcomes.count { $0.verdict == .onTrack }
        #expect(claims <= 131, "\(claims) of 1000")
    }

    @Test("one that noise now and then reaches is on track in no more than 11.9 %", arguments: NoiseKind.withTrend)
    func onTrackNear(_ kind: NoiseKind) {
        let outcomes = kind.outcomes(seed: 3, targetAt: 1)
        let claims = outcomes.count { $0.verdict == .onTrack }
        #expect(claims <= 152, "\(claims) of 1000")
    }

    @Test("the level and spread the kinds say they have are those they are drawn with", arguments: NoiseKind.withTrend)
    func asDeclared(_ kind: NoiseKind) throws {
        var noise = FixedNoise(4)
        let values = (0..<NoiseKind.series).compactMap { _ in kind.draw(&noise).first?.figure.value }
        let level = try #require(mean(values)), deviation = try #require(standardDeviation(values))
        #expect(abs(level - kind.level) < 0.2 * kind.deviation)
        #expect(abs(deviation / kind.deviation - 1) < 0.1)
    }
}
