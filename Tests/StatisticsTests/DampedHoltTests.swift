import Statistics
import Testing

@Suite("Damped Holt")
struct DampedHoltTests {
    private let values = Fixtures.trend["B_participation_annual"]["y"].numbers

    @Test func fromTheFirstValue() throws {
        let known = Fixtures.trend["damped_holt_fixed"]
        let fit = try #require(dampedHolt(values))
        #expect(isNear(fit.level, known["level_T"].number))
        #expect(isNear(fit.trend, known["trend_T"].number))
        #expect(isNear(fit.residualVariance, known["sigma2_mean_sq"].number))
        #expect(fit.residuals.count == known["residuals"].numbers.count)
        for (found, expected) in zip(fit.residuals, known["residuals"].numbers) { #expect(isNear(found, expected)) }
        for step in 1...5 {
            #expect(isNear(fit.forecast(steps: step), known["forecast"][step - 1].number))
            #expect(isNear(fit.variance(steps: step), known["var_h"][step - 1].number))
        }
        let interval = try #require(fit.interval(steps: 5, level: 0.95))
        #expect(isNear(interval.low, known["pi95_h5"][0].number))
        #expect(isNear(interval.high, known["pi95_h5"][1].number))
    }

    @Test func fromBeforeTheFirstValue() throws {
        let known = Fixtures.trend["damped_holt_statsmodels_convention"]
        let fromLibrary = Fixtures.trend["damped_holt_statsmodels_same_params"]
        let fit = try #require(dampedHolt(values, start: .beforeFirstValue))
        #expect(isNear(fit.level, known["level"].number))
        #expect(isNear(fit.trend, known["trend"].number))
        for (found, expected) in zip(fit.residuals, known["residuals"].numbers) { #expect(isNear(found, expected)) }
        for step in 1...5 {
            #expect(isNear(fit.forecast(steps: step), known["forecast"][step - 1].number))
            #expect(isNear(fit.forecast(steps: step), fromLibrary[step - 1].number))
        }
    }

    @Test func aStraightLineGoesOnWithoutDamping() throws {
        let fit = try #require(dampedHolt([1, 3, 5, 7], parameters: HoltParameters(damping: 1)))
        #expect(isNear(fit.forecast(steps: 4), 15, 1e-14))
        #expect(fit.residualVariance == 0)
    }

    @Test func undefinedIsNil() {
        #expect(dampedHolt([1, 2]) == nil)
        #expect(dampedHolt([1, 2, .nan]) == nil)
        #expect(dampedHolt([1, 2, 3], parameters: HoltParameters(level: 1.5)) == nil)
        #expect(dampedHolt([1, 2, 3], parameters: HoltParameters(damping: 0)) == nil)
        #expect(dampedHolt([1, 2, 3])?.forecast(steps: 0) == nil)
        #expect(dampedHolt([1, 2, 3])?.variance(steps: -1) == nil)
        #expect(dampedHolt([1, 2, 3])?.interval(steps: 1, level: 1) == nil)
    }
}
