import Statistics
import Testing

/// Expected numbers: computed with numpy 2.4 and scipy 1.17 (`friedmanchisquare`, `t.ppf`) from the formulas in the
/// comments of the sources, on the series below.
@Suite("Seasons")
struct SeasonalTests {
    private let quarters = Fixtures.trend["seasonal_mk_quarterly"]["y"].numbers
    /// Four years with a peak every winter and a little noise.
    private let winters: [Double] = [
        6.2, 6.1, 5.5, 4.8, 4.3, 3.7, 3.8, 4.3, 4.3, 4.8, 5.7, 6.1, 6.2, 5.8, 5.6, 5.2, 4.1, 3.8, 3.3, 3.6, 3.9, 4.9,
        5.3, 6.1, 6.2, 6.0, 5.0, 4.9, 4.4, 4.0, 3.4, 3.8, 4.2, 4.8, 5.9, 5.8, 6.2, 6.3, 5.5, 5.0, 4.4, 4.0, 3.5, 4.0,
        4.7, 4.6, 5.8, 6.1,
    ]
    /// Four years of noise alone.
    private let noise: [Double] = [
        5.0, 5.4, 5.4, 4.8, 4.9, 4.8, 5.2, 5.0, 5.2, 4.4, 5.5, 5.0, 5.2, 5.0, 4.9, 5.1, 5.2, 4.9, 5.0, 5.2, 4.7, 4.5,
        5.1, 4.8, 4.4, 4.8, 4.9, 4.6, 4.6, 5.0, 5.3, 4.9, 4.8, 5.1, 5.2, 4.9, 5.2, 5.3, 4.9, 4.8, 5.1, 5.1, 5.3, 4.6,
        4.8, 4.7, 4.5, 5.0,
    ]

    @Test func changesFromTheYearBefore() {
        let known = Fixtures.trend["yoy_quarter_diffs"].numbers
        let found = yearOverYear(quarters, seasons: 4)
        #expect(found.count == 20 && found[..<4].allSatisfy { $0 == nil })
        for (change, expected) in zip(found.dropFirst(4), known) { #expect(isNear(change, expected)) }
        #expect(known.count == 16)
        let gap = yearOverYear([1, nil, 3, 4, 6], seasons: 2)
        #expect(gap == [nil, nil, 2, nil, 3])
        #expect(yearOverYear([1], seasons: 0).isEmpty)
    }

    @Test func rollingMeansOfAYear() {
        let known = Fixtures.trend["rolling4_mean"].numbers
        let found = rollingMeans(quarters, length: 4)
        #expect(found.count == 20 && found[..<3].allSatisfy { $0 == nil })
        for (mean, expected) in zip(found.dropFirst(3), known) { #expect(isNear(mean, expected)) }
        #expect(known.count == 17)
        #expect(rollingMeans([1, nil, 3, 5, 7], length: 2) == [nil, nil, nil, 4, 6])
        #expect(rollingMeans([1], length: 0).isEmpty)
    }

    @Test func besideTheSameSeasonOfEarlierYears() throws {
        let found = sameSeasonComparisons(quarters, seasons: 4)
        #expect(found[..<4].allSatisfy { $0 == nil })
        let fourth = try #require(found[12])
        #expect(fourth.years == 3 && isNear(fourth.mean, 6.7, 1e-12) && isNear(fourth.difference, -0.3, 1e-12))
        #expect(isNear(fourth.change, -0.2, 1e-12))
        #expect(isNear(fourth.expected?.low, 6.203172457649933, 1e-10))
        #expect(isNear(fourth.expected?.high, 7.196827542350067, 1e-10))
        let last = try #require(found[19])
        #expect(last.years == 4 && isNear(last.difference, -0.275, 1e-12))
        #expect(isNear(last.expected?.low, 5.627284356852448, 1e-10))
        #expect(isNear(last.expected?.high, 6.52271564314755, 1e-10))
        #expect(found[8]?.expected == nil && found[8]?.years == 2)
        let gap = sameSeasonComparisons([1, 2, nil, 4, 5, nil], seasons: 2)
        #expect(gap[4]?.years == 1 && gap[4]?.change == nil && gap[4]?.mean == 1 && gap[5] == nil)
    }

    @Test func trendOfEachSeasonByItself() throws {
        let known = Fixtures.trend["seasonal_mk_quarterly"]
        let found = try #require(seasonalTrend(quarters, seasons: 4))
        #expect(Double(found.test.s) == known["S"].number && isNear(found.test.pValue, known["p"].number))
        #expect(isNear(found.line.slope, known["slope_per_year"].number))
        let months = try #require(seasonalTrend(winters, seasons: 12))
        #expect(months.test.s == 11 && isNear(months.test.variance, 87.66666666666667, 1e-12))
        #expect(isNear(months.test.z, 1.0680282817633566, 1e-12))
        #expect(isNear(months.test.pValue, 0.28550775455866806, 1e-10))
        #expect(months.line.slope == 0)
        // Two years and eleven months, and three years with one season seen twice, are too little.
        #expect(seasonalTrend(Array(winters.prefix(35)), seasons: 12) == nil)
        #expect(seasonalTrend([nil] + quarters[1..<12].map { $0 }, seasons: 4) == nil)
        #expect(seasonalTrend(Array(quarters.prefix(12)), seasons: 4) != nil)
        #expect(seasonalTrend(quarters, seasons: 1) == nil)
    }

    @Test func seasonsAreFoundWhereTheyAre() throws {
        let quarterly = try #require(seasonalPattern(quarters, seasons: 4))
        #expect(quarterly.years == 5 && isNear(quarterly.statistic, 15, 1e-12))
        #expect(isNear(quarterly.pValue, 0.0018166489665723214, 1e-12) && quarterly.isEvident)
        let monthly = try #require(seasonalPattern(winters, seasons: 12))
        #expect(isNear(monthly.statistic, 42.50043975373791, 1e-12) && monthly.isEvident)
        #expect(isNear(monthly.pValue, 1.3264678085974485e-05, 1e-12))
        let none = try #require(seasonalPattern(noise, seasons: 12))
        #expect(isNear(none.statistic, 9.694915254237289, 1e-12) && isNear(none.pValue, 0.558020530156383, 1e-10))
        #expect(!none.isEvident)
    }

    @Test func aSteadyRiseIsNoSeason() throws {
        let rise = (0..<48).map { 0.1 * Double($0) + noise[$0] }
        #expect(try #require(seasonalPattern(rise, seasons: 12)).isEvident == false)
        #expect(seasonalPattern((0..<48).map(Double.init), seasons: 12) == nil)
        #expect(seasonalPattern([Double](repeating: 3, count: 48), seasons: 12) == nil)
        #expect(seasonalPattern(Array(winters.prefix(35)), seasons: 12) == nil)
        var gap = winters.map { Optional($0) }
        gap[5] = nil
        #expect(try #require(seasonalPattern(gap, seasons: 12)).years == 3)
    }

    @Test func aYearlyPeakIsNoSignal() throws {
        let plain = try #require(controlChart(winters))
        #expect(plain.points.count { $0.signal != nil } == 38)
        let chart = try #require(seasonalControlChart(winters, seasons: 12))
        #expect(chart.points.allSatisfy { $0.signal == nil })
        #expect(isNear(chart.groups[0].mean, 0.013888888888888883, 1e-12))
        #expect(isNear(chart.groups[0].limits?.low, -0.875311111111111, 1e-12))
        #expect(isNear(chart.groups[0].limits?.high, 0.9030888888888887, 1e-12))
        #expect(chart.points[..<12].allSatisfy { $0.value == nil } && chart.groups[0].count == 36)
        #expect(seasonalControlChart(Array(winters.prefix(35)), seasons: 12) == nil)
    }

    @Test func aWinterWorseThanTheLastIsASignal() throws {
        var worse = winters
        worse[37] += 2
        let chart = try #require(seasonalControlChart(worse, seasons: 12))
        #expect(chart.points[37].signal == ControlChartSignal(rule: .outside, isHigh: true))
        #expect(chart.points.count { $0.signal?.rule == .outside } == 1)
    }

    @Test func noChangeReachesOverANewLevel() throws {
        let chart = try #require(
            seasonalControlChart(
                winters.map { Optional($0) }, seasons: 12, options: ControlChartOptions(rebasedAt: [18])))
        #expect(chart.points[18..<30].allSatisfy { $0.value == nil && $0.group == 1 })
        #expect(chart.points[12..<18].allSatisfy { $0.value != nil })
        #expect(chart.groups[1].count == 18)
    }

    /// On noise about five places in a hundred bear a signal, most of them in runs of seven on one side (numpy: 5.1 on
    /// the plain chart, 5.7 on the chart of changes), and the test for seasons finds some in one series in twenty.
    @Test func falseAlarmsOnNoise() throws {
        var plain = 0, changes = 0, evident = 0
        for seed in 1...500 {
            var random = FixedNoise(UInt64(seed) * 104_729)
            let values = (0..<60).map { _ in (0..<12).reduce(0) { sum, _ in sum + random.next() } }
            plain += try #require(controlChart(values)).points.count { $0.signal != nil }
            changes += try #require(seasonalControlChart(values, seasons: 12)).points.count { $0.signal != nil }
            evident += try #require(seasonalPattern(values, seasons: 12)).isEvident ? 1 : 0
        }
        let plainRate = Double(plain) / Double(500 * 60)
        let changeRate = Double(changes) / Double(500 * 48)
        #expect(plainRate < 0.065, "\(plainRate)")
        #expect(changeRate < 0.07, "\(changeRate)")
        #expect(evident < 35, "\(evident)")
    }
}
