import Statistics
import Testing

@Suite("Open SDG progress measure")
struct GrowthRatioTests {
    private let known = Fixtures.trend["opensdg"]

    private func at(_ year: Int, _ value: Double) -> YearValue { YearValue(year: year, value: value) }

    @Test func withTarget() throws {
        let up = try #require(
            growthRatio(base: at(2015, 61), current: at(2025, 65.3), target: at(2030, 70), wanted: .increase))
        check(up, known["participation_with_target"])
        #expect(up.status == .moderate)
        let sick = try #require(
            growthRatio(base: at(2016, 5.1), current: at(2025, 5.6), target: at(2030, 5), wanted: .decrease))
        check(sick, known["sick_with_target"])
        #expect(sick.status == .deterioration)
        let turnover = try #require(
            growthRatio(base: at(2018, 18), current: at(2025, 14.5), target: at(2030, 12), wanted: .decrease))
        check(turnover, known["turnover_with_target"])
        #expect(turnover.status == .moderate)
    }

    @Test func withoutTarget() throws {
        let free = try #require(
            growthRatio(base: at(2015, 38), current: at(2025, 41), target: nil, wanted: .increase))
        #expect(isNear(free.value, known["no_target_volunteering"]["value"].number))
        #expect(isNear(free.score, known["no_target_volunteering"]["score"].number))
        #expect(free.status == .moderate)
        let limited = try #require(
            growthRatio(base: at(2015, 92), current: at(2025, 94), target: nil, wanted: .increase, limit: 100))
        #expect(isNear(limited.thresholdFactor, known["no_target_limit100"]["C"].number))
        #expect(isNear(limited.value, known["no_target_limit100"]["value"].number))
        #expect(isNear(limited.score, known["no_target_limit100"]["score"].number))
        #expect(limited.status == .moderate)
    }

    @Test func achievedComesFirst() throws {
        let done = try #require(
            growthRatio(base: at(2015, 61), current: at(2025, 70.5), target: at(2030, 70), wanted: .increase))
        check(done, known["achieved"])
        #expect(done.status == .targetAchieved)
        let fellBack = try #require(
            growthRatio(base: at(2015, 90), current: at(2025, 80), target: at(2030, 70), wanted: .increase))
        #expect(fellBack.status == .targetAchieved && fellBack.score == 5)
        let crossedZero = try #require(
            growthRatio(base: at(2015, -1), current: at(2025, 2), target: at(2030, 1), wanted: .increase))
        #expect(crossedZero.status == .targetAchieved && crossedZero.value == nil)
    }

    @Test func baseIsTheFirstYearFromTheBaseYearOn() throws {
        let series = [at(2025, 14.5), at(2013, 99), at(2018, 18), at(2020, 17)]
        let found = try #require(growthRatio(series: series, target: at(2030, 12), wanted: .decrease))
        check(found, known["turnover_with_target"])
        #expect(growthRatio(series: series + [at(2020, 1)], target: nil, wanted: .decrease) == nil)
        #expect(growthRatio(series: series, baseYear: 2026, target: nil, wanted: .decrease) == nil)
        #expect(growthRatio(series: series, baseYear: 2025, target: nil, wanted: .decrease) == nil)
    }

    @Test func zeroIsReadAsAThousandth() throws {
        let toZero = try #require(
            growthRatio(base: at(2015, 8), current: at(2025, 4), target: at(2030, 0), wanted: .decrease))
        let toThousandth = growthRatio(
            base: at(2015, 8), current: at(2025, 4), target: at(2030, 0.001), wanted: .decrease)
        #expect(toZero == toThousandth)
        let fromZero = growthRatio(base: at(2015, 0), current: at(2025, 4), target: nil, wanted: .increase)
        #expect(fromZero == growthRatio(base: at(2015, 0.001), current: at(2025, 4), target: nil, wanted: .increase))
    }

    @Test func negativeBaseTurnsTheSign() throws {
        let better = try #require(
            growthRatio(base: at(2015, -10), current: at(2025, -5), target: nil, wanted: .increase))
        #expect(try #require(better.value) > 0)
        #expect(better.status == .substantial)
    }

    @Test func atTheLimit() throws {
        let held = try #require(
            growthRatio(base: at(2015, 100), current: at(2025, 100), target: nil, wanted: .increase, limit: 100))
        #expect(held.thresholdFactor == 0 && held.score == 5 && held.status == .substantial)
        let far = try #require(
            growthRatio(base: at(2015, 20), current: at(2025, 19), target: nil, wanted: .decrease, limit: 10))
        #expect(far.thresholdFactor == 1)
    }

    @Test func undefinedIsNil() {
        #expect(growthRatio(base: at(2015, -1), current: at(2025, 2), target: nil, wanted: .increase) == nil)
        #expect(growthRatio(base: at(2025, 1), current: at(2025, 2), target: nil, wanted: .increase) == nil)
        #expect(growthRatio(base: at(2026, 1), current: at(2025, 2), target: nil, wanted: .increase) == nil)
        #expect(growthRatio(base: at(2015, 1), current: at(2025, 2), target: nil, wanted: .neither) == nil)
        #expect(
            growthRatio(base: at(2015, 5), current: at(2025, 4), target: at(2030, 5), wanted: .increase) == nil)
    }

    @Test func anIndicatorOfSeveralSeries() throws {
        let done = try #require(
            growthRatio(base: at(2015, 61), current: at(2025, 70.5), target: at(2030, 70), wanted: .increase))
        let sick = try #require(
            growthRatio(base: at(2016, 5.1), current: at(2025, 5.6), target: at(2030, 5), wanted: .decrease))
        #expect(try #require(growthStatus(of: [done, sick])) == (.moderate, 0))
        #expect(try #require(growthStatus(of: [done, done])) == (.targetAchieved, 5))
        #expect(try #require(growthStatus(of: [sick])) == (.deterioration, -5))
        #expect(growthStatus(of: []) == nil)
    }

    private func check(_ found: GrowthRatio, _ expected: Expected) {
        #expect(isNear(found.observed, expected["cagr_obs"].number))
        #expect(isNear(found.required, expected["cagr_req"].number))
        #expect(isNear(found.value, expected["R"].number))
        #expect(isNear(found.score, expected["score"].number))
    }
}
