import Statistics
import Testing

/// Limits by scipy 1.17: the smallest k with binom.cdf(k) and the largest with binom.sf(k − 1) above half of 1 − level.
@Suite struct ExactFunnel {
    @Test(arguments: [
        (0.05, 20, 0.998, 0, 5), (0.6944444444444444, 60, 0.998, 30, 52), (0.02, 15, 0.95, 0, 2), (0.5, 1, 0.95, 0, 1),
        (0.3, 1000, 0.95, 272, 329), (0, 10, 0.95, 0, 0), (0.001, 50, 0.998, 0, 2), (1, 10, 0.95, 10, 10),
    ])
    func limitsAreCounts(_ share: Double, _ size: Int, _ level: Double, _ low: Int, _ high: Int) throws {
        let limits = try #require(exactFunnelLimits(share: share, size: size, level: level))
        #expect(limits.low == Double(low) / Double(size) && limits.high == Double(high) / Double(size))
    }

    /// Added up term by term, as the definition has it.
    @Test func limitsAreTheLastCountsThatAreNotTooImprobable() throws {
        for size in [1, 7, 30] {
            for percent in stride(from: 1, through: 99, by: 7) {
                let share = Double(percent) / 100
                var chance = [1.0]
                for _ in 0..<size {
                    chance = zip([0] + chance, chance + [0]).map { $0 * share + $1 * (1 - share) }
                }
                let within = (0...size).filter {
                    chance[...$0].reduce(0, +) > 0.001 && chance[$0...].reduce(0, +) > 0.001
                }
                let limits = try #require(exactFunnelLimits(share: share, size: size, level: 0.998))
                #expect(limits.low == Double(within[0]) / Double(size))
                #expect(limits.high == Double(within.last!) / Double(size))
            }
        }
    }

    @Test func nothingOfNobody() {
        #expect(exactFunnelLimits(share: 0.5, size: 0) == nil && exactFunnelLimits(share: 1.1, size: 5) == nil)
        #expect(exactFunnelLimits(share: 0.5, size: 5, level: 1) == nil)
    }
}
