import Noise
import Statistics
import Testing

/// Signals of control charts on noise.
///
/// Of independent values with known limits the newest one is beyond a limit in 0.27 % of cases (both tails of the
/// normal distribution at 3), ends seven on one side in 1.56 % (2 / 2⁷), is the second of two of three near a limit in
/// 0.09 % (2 · 0.0214 · (2 · 0.0214 · 0.4786 + 0.0214²)), and ends seven that rise or fall in 0.04 % (2 / 7!):
/// 1.96 % in all. Limits taken from the same values, these among them, are stated to do no worse.
@Suite("Pure noise: the newest value signals no more often than the four rules say")
struct NoiseChartTests {
    struct Kind: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let draw: @Sendable (inout FixedNoise) -> [Double]

        static func normal(_ count: Int) -> Kind {
            Kind(testDescription: "\(count) normal values") { noise in (0..<count).map { _ in noise.normal() } }
        }

        static func counts(_ name: String, _ draws: Draws, _ count: Int) -> Kind {
            Kind(testDescription: "\(name), \(count)") { noise in (0..<count).map { _ in Double(draws.draw(&noise)) } }
        }
    }

    static let kinds: [Kind] = [
        .normal(13), .normal(24), .normal(36), .normal(60),
        .counts("answers of 600 by month", .binomial(600, 0.81), 24),
        .counts("posts filled of 110 by quarter", .binomial(110, 0.72), 32),
        .counts("shares near 100 by month", .binomial(179, 0.985), 36),
        .counts("unemployed by month", .events(mean: 2300, dispersion: 6), 48),
        .counts("leavers by month", .events(mean: 27, dispersion: 1.6), 60),
        .counts("few events by month", .events(mean: 3, dispersion: 1.5), 60),
    ]

    /// 35: the most that chance adds to 1.96 % of 1,000 in all but one case of 1,000.
    @Test("of independent values, whatever they count", arguments: kinds)
    func newest(_ kind: Kind) throws {
        var noise = FixedNoise(5), newest = 0, anywhere = 0
        for _ in 0..<1000 {
            let chart = try #require(controlChart(kind.draw(&noise)))
            if chart.points.last?.signal != nil { newest += 1 }
            if chart.points.contains(where: { $0.signal != nil }) { anywhere += 1 }
        }
        #expect(newest <= 35, "\(newest) of 1000")
        #expect(anywhere > newest)
    }
}
