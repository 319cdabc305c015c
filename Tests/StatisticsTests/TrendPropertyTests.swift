import Statistics
import Testing

@Suite("Properties of trend")
struct TrendPropertyTests {
    private static let series: [(x: [Double], y: [Double])] = (1...12).map { seed in
        var noise = FixedNoise(UInt64(seed) * 977)
        let count = 3 + seed
        return ((0..<count).map(Double.init), (0..<count).map { _ in (noise.next() * 64).rounded() / 4 })
    }

    @Test func shiftingTimeMovesNothingElse() throws {
        for (x, y) in Self.series {
            let line = try #require(leastSquares(x: x, y: y))
            let moved = try #require(leastSquares(x: x.map { $0 + 2015 }, y: y))
            #expect(isNear(moved.slope, line.slope, 1e-12))
            #expect(isNear(moved.residualStandardDeviation, line.residualStandardDeviation, 1e-12))
            #expect(isNear(moved.prediction(at: 2030), line.prediction(at: 15), 1e-12))
            let interval = try #require(line.predictionInterval(at: 15, level: 0.8))
            let movedInterval = try #require(moved.predictionInterval(at: 2030, level: 0.8))
            #expect(isNear(movedInterval.low, interval.low, 1e-11) && isNear(movedInterval.high, interval.high, 1e-11))
            #expect(isNear(moved.probabilityBelow(7, at: 2030), line.probabilityBelow(7, at: 15) ?? .nan, 1e-11))
            let robust = try #require(theilSen(x: x, y: y))
            let movedRobust = try #require(theilSen(x: x.map { $0 + 2015 }, y: y))
            #expect(robust.slope == movedRobust.slope && robust.low == movedRobust.low)
            #expect(isNear(movedRobust.intercept, robust.intercept - 2015 * robust.slope, 1e-12))
        }
    }

    @Test func scalingValuesScalesSlopes() throws {
        for (x, y) in Self.series {
            for factor in [4.0, 0.5, -2] {
                let scaled = y.map { $0 * factor }
                let line = try #require(leastSquares(x: x, y: y))
                let scaledLine = try #require(leastSquares(x: x, y: scaled))
                #expect(isNear(scaledLine.slope, line.slope * factor, 1e-12))
                #expect(
                    isNear(scaledLine.residualStandardDeviation, line.residualStandardDeviation * abs(factor), 1e-12))
                let robust = try #require(theilSen(x: x, y: y))
                #expect(isNear(theilSen(x: x, y: scaled)?.slope, robust.slope * factor, 1e-12))
                let test = try #require(mannKendall(y))
                #expect(mannKendall(scaled)?.s == test.s * (factor < 0 ? -1 : 1))
                #expect(mannKendall(scaled)?.pValue == test.pValue)
            }
        }
    }

    @Test func reversingTimeTurnsTheTrend() throws {
        for (x, y) in Self.series {
            let test = try #require(mannKendall(y))
            let back = try #require(mannKendall(y.reversed()))
            #expect(back.s == -test.s && back.pValue == test.pValue)
            let robust = try #require(theilSen(x: x, y: y))
            #expect(isNear(theilSen(x: x, y: y.reversed())?.slope, -robust.slope, 1e-12))
            #expect(robust.low <= robust.slope && robust.slope <= robust.high)
        }
    }

    @Test func chanceAndIntervalAgree() throws {
        for (x, y) in Self.series {
            let line = try #require(leastSquares(x: x, y: y))
            guard line.residualStandardDeviation > 0 else { continue }
            let interval = try #require(line.predictionInterval(at: 30, level: 0.8))
            #expect(isNear(line.probabilityBelow(interval.low, at: 30), 0.1, 1e-10))
            #expect(isNear(line.probabilityBelow(interval.high, at: 30), 0.9, 1e-10))
        }
    }
}
