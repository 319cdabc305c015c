import Statistics
import Testing

@Suite("Trend")
struct TrendTests {
    static let cases = ["A_sick_leave_annual", "B_participation_annual", "C_ties"]

    @Test(arguments: cases)
    func mannKendallTest(name: String) throws {
        let expected = Fixtures.trend[name]
        let test = try #require(mannKendall(expected["y"].numbers))
        #expect(Double(test.s) == expected["mk"]["S"].number)
        #expect(isNear(test.variance, expected["mk"]["var_s"].number))
        #expect(isNear(test.z, expected["mk"]["z"].number))
        #expect(isNear(test.p, expected["mk"]["p"].number))
        #expect(isNear(test.tau, expected["mk"]["tau"].number))
    }

    @Test func exactProbability() throws {
        let sick = Fixtures.trend["A_sick_leave_annual"]
        let test = try #require(mannKendall(sick["y"].numbers))
        #expect(isNear(test.exactP, sick["kendall_exact_p"].number, 1e-12))
        #expect(test.pValue == test.exactP)
        let participation = Fixtures.trend["B_participation_annual"]
        let eleven = try #require(mannKendall(participation["y"].numbers))
        #expect(eleven.exactP == nil)
        #expect(eleven.pValue == eleven.p)
        #expect(isNear(exactKendallP(s: 51, count: 11), participation["kendall_exact_p"].number, 1e-12))
        #expect(try #require(mannKendall(Fixtures.trend["C_ties"]["y"].numbers)).exactP == nil)
    }

    @Test func exactProbabilityByCountingAllOrders() {
        for count in 2...6 {
            var scores: [Int: Int] = [:]
            for order in orders(of: Array(1...count)) {
                scores[mannKendall(order.map(Double.init))?.s ?? 99, default: 0] += 1
            }
            let all = scores.values.reduce(0, +)
            for score in scores.keys {
                let asFar = scores.filter { abs($0.key) >= abs(score) }.values.reduce(0, +)
                #expect(isNear(exactKendallP(s: score, count: count), Double(asFar) / Double(all), 1e-14))
            }
        }
    }

    @Test(arguments: cases)
    func theilSenLine(name: String) throws {
        let expected = Fixtures.trend[name]
        let line = try #require(theilSen(x: expected["x"].numbers, y: expected["y"].numbers))
        #expect(isNear(line.slope, expected["theilsen_scipy_joint"]["slope"].number))
        #expect(isNear(line.low, expected["theilsen_scipy_joint"]["lo"].number))
        #expect(isNear(line.high, expected["theilsen_scipy_joint"]["hi"].number))
        #expect(isNear(line.intercept, expected["theilsen_scipy_separate_intercept"].number))
    }

    /// The ranks of the limits fall on either side of a half here: scipy 1.17's `theilslopes` of the first so many
    /// values.
    @Test func limitsOfTheSlopeAtTheNearestRanks() throws {
        let values = [3.1, 2.7, 3.6, 4.4, 3.9, 4.1, 5.2, 4.8, 5.9, 5.0, 6.3, 5.7, 6.6]
        let known: [(count: Int, slope: Double, low: Double, high: Double)] = [
            (8, 0.2833333333333333, 0.1499999999999999, 0.5),
            (9, 0.35, 0.1999999999999999, 0.5),
            (11, 0.3, 0.19999999999999996, 0.4),
            (13, 0.2895833333333333, 0.2111111111111111, 0.35714285714285715),
        ]
        for row in known {
            let line = try #require(
                theilSen(x: (0..<row.count).map { Double(2010 + $0) }, y: Array(values.prefix(row.count))))
            #expect(isNear(line.slope, row.slope) && isNear(line.low, row.low) && isNear(line.high, row.high))
        }
    }

    @Test(arguments: cases)
    func leastSquaresLine(name: String) throws {
        let expected = Fixtures.trend[name]
        let known = expected["ols"]
        let line = try #require(leastSquares(x: expected["x"].numbers, y: expected["y"].numbers))
        #expect(isNear(line.intercept, known["intercept"].number))
        #expect(isNear(line.slope, known["slope"].number))
        #expect(isNear(line.residualStandardDeviation, known["s"].number))
        #expect(isNear(line.sxx, known["sxx"].number))
        #expect(isNear(line.meanX, known["xbar"].number))
        #expect(isNear(line.slopeStandardError, known["se_slope"].number))
        #expect(isNear(line.determination, known["r2"].number))
        #expect(isNear(line.prediction(at: 2030), known["pred"].number))
        #expect(isNear(line.predictionStandardError(at: 2030), known["se_pred"].number))
        let wide = try #require(line.predictionInterval(at: 2030, level: 0.95))
        #expect(isNear(wide.low, known["pi_lo"].number))
        #expect(isNear(wide.high, known["pi_hi"].number))
        let narrow = try #require(line.predictionInterval(at: 2030, level: 0.8))
        #expect(isNear(narrow.low, known["pi80"][0].number))
        #expect(isNear(narrow.high, known["pi80"][1].number))
        let freedom = line.degreesOfFreedom
        #expect(isNear(StudentT.criticalValue(level: 0.95, degreesOfFreedom: freedom), known["t975"].number))
        #expect(isNear(StudentT.criticalValue(level: 0.8, degreesOfFreedom: freedom), known["t90"].number))
        let below = line.probabilityBelow(expected["target"].number, at: 2030)
        #expect(isNear(below, expected["P_below_target_2030_ols"].number))
    }

    @Test(arguments: cases)
    func paces(name: String) throws {
        let expected = Fixtures.trend[name]
        let x = expected["x"].numbers
        let y = expected["y"].numbers
        let line = try #require(theilSen(x: x, y: y))
        let latest = try #require(y.last)
        let time = try #require(x.last)
        let found = try #require(
            pace(actual: line.slope, from: latest, at: time, to: expected["target"].number, by: 2030))
        #expect(isNear(found.required, expected["required_linear_per_year"].number))
        #expect(isNear(found.actual, expected["actual_linear_theilsen"].number))
        #expect(isNear(found.ratio, expected["pace_ratio_linear"].number))
        let carried = latest + found.actual * (2030 - time)
        #expect(isNear(carried, expected["theilsen_projection_from_last"].number))
    }

    @Test func linearPaceOfTheSustainableDevelopmentReport() {
        let known = Fixtures.trend["sdsn_linear"]["participation"]
        let found = pace(actual: (65.3 - 61) / 10, from: 61, at: 2015, to: 70, by: 2030)
        #expect(isNear(found?.actual, known["actual"].number))
        #expect(isNear(found?.required, known["required"].number))
        #expect(isNear(found?.ratio, known["ratio"].number))
    }

    @Test func seasons() throws {
        let known = Fixtures.trend["seasonal_mk_quarterly"]
        let values = known["y"].numbers
        let seasons = (0..<4).map { quarter in stride(from: quarter, to: values.count, by: 4).map { values[$0] } }
        let test = try #require(seasonalMannKendall(seasons: seasons))
        #expect(test.seasons.compactMap { $0.map { Double($0.s) } } == known["S_by_season"].numbers)
        #expect(Double(test.s) == known["S"].number)
        #expect(isNear(test.variance, known["var_s"].number))
        #expect(isNear(test.z, known["z"].number))
        #expect(isNear(test.pValue, known["p"].number))
        let years = [2021.0, 2022, 2023, 2024, 2025]
        let line = try #require(seasonalTheilSen(seasons: seasons.map { (x: years, y: $0) }))
        #expect(isNear(line.slope, known["slope_per_year"].number))
        #expect(line.low <= line.slope && line.slope <= line.high)
        let unseasonal = try #require(mannKendall(values))
        #expect(Double(unseasonal.s) == known["unseasonal_S"].number)
        #expect(isNear(unseasonal.p, known["unseasonal_p"].number))
    }

    @Test func undefinedIsNil() throws {
        #expect(mannKendall([]) == nil)
        #expect(mannKendall([1]) == nil)
        #expect(mannKendall([1, .nan, 2]) == nil)
        let flat = try #require(mannKendall([2, 2, 2]))
        #expect(flat.z == 0 && flat.p == 1 && flat.variance == 0)
        #expect(exactKendallP(s: 2, count: 3) == nil)
        #expect(exactKendallP(s: 99, count: 3) == nil)
        #expect(seasonalMannKendall(seasons: [[1], []]) == nil)
        #expect(theilSen(x: [1], y: [1]) == nil)
        #expect(theilSen(x: [1, 1], y: [1, 2]) == nil)
        #expect(theilSen(x: [1, 2], y: [1]) == nil)
        #expect(seasonalTheilSen(seasons: []) == nil)
        #expect(leastSquares(x: [1, 2], y: [1, 2]) == nil)
        #expect(leastSquares(x: [1, 1, 1], y: [1, 2, 3]) == nil)
        #expect(leastSquares(x: [1, 2, .infinity], y: [1, 2, 3]) == nil)
        #expect(pace(actual: 1, from: 1, at: 2030, to: 2, by: 2030) == nil)
        #expect(pace(actual: 1, from: 2, at: 2020, to: 2, by: 2030)?.ratio == nil)
    }

    private func orders(of values: [Int]) -> [[Int]] {
        guard values.count > 1 else { return [values] }
        return values.indices.flatMap { place in
            var rest = values
            let first = rest.remove(at: place)
            return orders(of: rest).map { [first] + $0 }
        }
    }
}
