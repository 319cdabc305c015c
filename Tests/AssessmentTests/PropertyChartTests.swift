import Noise
import Statistics
import Testing

/// Charts, slopes and forecasts of random values: another unit, or the other way round, changes no signal and scales
/// the rest.
@Suite("Random values: signals do not depend on the unit")
struct PropertyChartTests {
    /// Some jumps, drifts, ties and gaps, so that all four rules signal.
    private func draw(_ noise: inout FixedNoise) -> [Double?] {
        let count = Int.random(in: 2...40, using: &noise), drift = noise.chance(0.3) ? 0.3 * noise.normal() : 0
        let jump = Int.random(in: 0...80, using: &noise), isRounded = noise.chance(0.4)
        return (0..<count).map { place in
            if noise.chance(0.03) { return nil }
            let value = 50 + drift * Double(place) + noise.normal() + (place >= jump ? 2.5 : 0)
            return isRounded ? (2 * value).rounded() / 2 : value
        }
    }

    private func chart(_ values: [Double?]) throws -> ControlChart {
        try #require(controlChart(values, options: ControlChartOptions(rebasedAt: values.count > 30 ? [15] : [])))
    }

    private func agree(_ left: Double?, _ right: Double?) -> Bool {
        guard let left, let right else { return left == nil && right == nil }
        return abs(left - right) <= 1e-9 * max(1, abs(right))
    }

    @Test("of a control chart")
    func controlCharts() throws {
        var noise = FixedNoise(21), rules: Set<ControlChartRule> = []
        for _ in 0..<500 {
            let values = draw(&noise), plain = try chart(values)
            let factor = [-1, 0.1, 3, 1000, -7.3].randomElement(using: &noise)!,
                more = noise.chance(0.5) ? 0 : factor * 10
            let other = try chart(values.map { $0.map { factor * $0 + more } })
            for (point, same) in zip(plain.points, other.points) {
                if let rule = point.signal?.rule { rules.insert(rule) }
                #expect(point.signal?.rule == same.signal?.rule && point.group == same.group)
                #expect(same.signal == nil || (point.signal?.isHigh == same.signal?.isHigh) == (factor > 0))
                #expect(same.side == (factor > 0 ? point.side : -point.side))
            }
            for (group, same) in zip(plain.groups, other.groups) {
                #expect(agree(group.mean.map { factor * $0 + more }, same.mean) && group.standing == same.standing)
                #expect(agree(group.averageMovingRange.map { abs(factor) * $0 }, same.averageMovingRange))
                #expect(agree(group.limits.map { factor * (factor > 0 ? $0.low : $0.high) + more }, same.limits?.low))
                #expect(agree(group.limits.map { factor * (factor > 0 ? $0.high : $0.low) + more }, same.limits?.high))
            }
        }
        #expect(rules.count == ControlChartRule.allCases.count)
    }

    @Test("of slopes, tests and forecasts, nor on when the first value is from")
    func slopes() throws {
        var noise = FixedNoise(22)
        for _ in 0..<300 {
            let values = draw(&noise).compactMap { $0 }
            guard values.count >= 5 else { continue }
            let factor = [-1, 0.1, 3, 1000, -7.3].randomElement(using: &noise)!, more = 5 * noise.normal() * factor
            let scaled = values.map { factor * $0 + more }
            let times = values.indices.map { 2000 + Double($0) / 12 }, later = times.map { $0 + 31.25 }

            let slope = try #require(theilSen(x: times, y: values)), other = try #require(theilSen(x: later, y: scaled))
            #expect(agree(factor * slope.slope, other.slope))
            #expect(agree(factor * (factor > 0 ? slope.low : slope.high), other.low))
            let test = try #require(mannKendall(values)), same = try #require(mannKendall(scaled))
            #expect(same.s == (factor > 0 ? test.s : -test.s) && same.pValue == test.pValue)
            let line = try #require(leastSquares(x: times, y: values))
            let moved = try #require(leastSquares(x: later, y: scaled))
            #expect(abs(factor * line.slope - moved.slope) <= 1e-6 * abs(factor))
            #expect(agree(factor * line.prediction(at: 2010) + more, moved.prediction(at: 2041.25)))
            let interval = try #require(line.predictionInterval(at: 2010, level: 0.8))
            let wide = try #require(moved.predictionInterval(at: 2041.25, level: 0.8))
            #expect(abs(abs(factor) * (interval.high - interval.low) - (wide.high - wide.low)) <= 1e-7 * abs(factor))
            let holt = try #require(dampedHolt(values)), scaledHolt = try #require(dampedHolt(scaled))
            #expect(agree(holt.forecast(steps: 5).map { factor * $0 + more }, scaledHolt.forecast(steps: 5)))
        }
    }
}
