import Statistics
import Testing

@Suite("Descriptive statistics and least squares, NIST reference datasets")
struct DescriptiveTests {
    @Test(arguments: ["Lottery", "Lew", "Mavro"])
    func univariate(name: String) {
        let set = Fixtures.nist[name]
        let values = set["y"].numbers
        #expect(digits(mean(values), set["mean"].number) >= 13)
        #expect(digits(standardDeviation(values), set["standardDeviation"].number) >= 13)
        #expect(digits(autocorrelation(values), set["autocorrelation"].number) >= 10)
        #expect(Double(values.count) == set["count"].number)
    }

    /// The further figures of this set, which R gave with ten digits.
    @Test func lew() {
        let set = Fixtures.nist["Lew"]
        let values = set["y"].numbers
        #expect(compensatedSum(values) == set["sum"].number)
        #expect(digits(standardDeviation(values).map { $0 * $0 }, set["variance"].number) >= 9)
        #expect(quantile(values, 0) == set["min"].number && quantile(values, 1) == set["max"].number)
    }

    @Test func norris() throws {
        let set = Fixtures.nist["Norris"]
        let line = try #require(leastSquares(x: set["x"].numbers, y: set["y"].numbers))
        #expect(line.count == 36)
        #expect(digits(line.intercept, set["intercept"].number) >= 10)
        #expect(digits(line.slope, set["slope"].number) >= 10)
        #expect(digits(line.interceptStandardError, set["interceptStandardError"].number) >= 10)
        #expect(digits(line.slopeStandardError, set["slopeStandardError"].number) >= 10)
        #expect(digits(line.residualStandardDeviation, set["residualStandardDeviation"].number) >= 10)
        #expect(digits(line.determination, set["determination"].number) >= 10)
        let unexplained = line.residualStandardDeviation * line.residualStandardDeviation
        let explained = line.slope * line.slope * line.sxx
        #expect(digits(explained, set["regressionSumOfSquares"].number) >= 10)
        #expect(digits(unexplained * line.degreesOfFreedom, set["residualSumOfSquares"].number) >= 10)
        #expect(digits(unexplained, set["residualMeanSquare"].number) >= 10)
        #expect(digits(explained / unexplained, set["fStatistic"].number) >= 10)
    }

    @Test func sumsKeepSmallTerms() {
        #expect(compensatedSum([1, 1e100, 1, -1e100]) == 2)
        #expect(compensatedSum([Double](repeating: 0.1, count: 10)) == 1)
        #expect(compensatedSum([.infinity, 1]) == .infinity)
        #expect(compensatedSum([]) == 0)
    }

    @Test func quantiles() {
        #expect(median([3, 1, 2]) == 2)
        #expect(median([4, 1, 2, 3]) == 2.5)
        #expect(quantile([1, 2, 3, 4], 0.25) == 1.75)
        #expect(quantile([5], 0.9) == 5)
        #expect(quantile([1, 2], 0) == 1)
        #expect(quantile([1, 2], 1) == 2)
    }

    @Test func shortInputIsNil() {
        #expect(mean([]) == nil)
        #expect(standardDeviation([1]) == nil)
        #expect(median([]) == nil)
        #expect(median([1, .nan]) == nil)
        #expect(quantile([], 0.5) == nil)
        #expect(quantile([1], 1.5) == nil)
        #expect(autocorrelation([1, 1, 1]) == nil)
        #expect(autocorrelation([1], lag: 1) == nil)
        #expect(standardDeviation([2, 2, 2]) == 0)
    }
}
