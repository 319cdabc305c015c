import Statistics
import Testing

/// Expected numbers: computed with numpy from Laney's formulas, and the rules applied over index sets written for it,
/// as spc.md tells them: `A` outside, `B` trend, `C` two of three, `D` shift, `+` high, `−` low, `.` nothing.
@Suite("Control charts of counts")
struct CountControlChartTests {
    private static let persons: [Double] = [
        812, 795, 640, 1210, 880, 455, 1502, 990, 730, 610, 1340, 870, 905, 1120, 688, 540, 1299, 760, 835, 1011, 670,
        942, 1180, 720, 905, 860, 1010, 700, 640, 1250, 980, 760,
    ]
    private static let absent: [Double] = [
        101, 108, 73, 159, 117, 56, 196, 127, 90, 80, 160, 122, 88, 113, 72, 60, 151, 93, 109, 137, 100, 152, 203, 118,
        90, 124, 112, 85, 110, 60, 118, 99,
    ]
    private static let shares = zip(absent, persons).map { Ratio(numerator: $0, denominator: $1) }
    private static let hours: [Double] = [
        41.2, 38.7, 40.1, 44.9, 39.5, 37.2, 20.4, 43.3, 42.0, 41.8, 40.6, 35.1, 42.7, 39.9, 41.1, 45.6,
    ]
    private static let accidents: [Double] = [7, 5, 9, 6, 8, 4, 3, 10, 5, 3, 2, 2, 3, 4, 2, 17]
    private static let rates = zip(accidents, hours).map { Ratio(numerator: $0, denominator: $1) }
    private let unscreened = ControlChartOptions(screensMovingRanges: false)

    @Test func sharesScreened() throws {
        let chart = try #require(controlChart(of: Self.shares, as: .shares))
        let group = chart.groups[0]
        #expect(isNear(group.mean, 0.12524030899367333, 1e-12))
        #expect(isNear(group.spread, 1.2744067809437607, 1e-12))
        #expect(group.limits == nil && group.standing == .full)
        expectLimits(chart.points[5], 0.06591499076823465, 0.18456562721911202)
        expectLimits(chart.points[29], 0.08944791327547584, 0.1610327047118708)
        #expect(signs(chart) == ". . . . . . . . . . . . B+ B+ B+ B+ B+ B+ B+ B+ B+ B+ A+ C+ . . . . . A- . .")
        #expect(chart.points[0].value == 101.0 / 812)
    }

    @Test func sharesAsLaneyWroteThem() throws {
        let chart = try #require(controlChart(of: Self.shares, as: .shares, options: unscreened))
        #expect(isNear(chart.groups[0].spread, 1.752940665132563, 1e-12))
        expectLimits(chart.points[5], 0.043638606661009216, 0.20684201132633745)
        #expect(signs(chart) == ". . . . . . . . . . . . B+ B+ B+ B+ B+ B+ B+ B+ B+ B+ B+ . . . . . . A- . .")
        let plain = try #require(
            controlChart(of: Self.shares, as: .shares, widensToSpread: false, options: unscreened))
        expectLimits(plain.points[5], 0.07868898871467625, 0.17179162927267042)
        #expect(signs(plain) == ". . . . . . . . . . . . B+ B+ B+ B+ B+ B+ B+ B+ B+ A+ A+ A+ . . . . A+ A- . .")
    }

    @Test func aNewLevelHasItsOwnLimits() throws {
        let chart = try #require(
            controlChart(of: Self.shares, as: .shares, options: ControlChartOptions(rebasedAt: [12])))
        #expect(isNear(chart.groups[0].mean, 0.12820749492338934, 1e-12))
        #expect(isNear(chart.groups[1].mean, 0.12343178621659634, 1e-12))
        #expect(isNear(chart.groups[0].spread, 0.8059981494462488, 1e-12))
        #expect(isNear(chart.groups[1].spread, 1.7466535668527654, 1e-12))
        #expect(chart.groups[0].standing == .trial && chart.groups[1].standing == .full)
        expectLimits(chart.points[11], 0.10080065609569924, 0.15561433375107944)
        expectLimits(chart.points[31], 0.0609105438033814, 0.18595302862981128)
        let after = "B+ B+ B+ B+ B+ B+ B+ B+ B+ B+ B+ . . . . . . A- . ."
        #expect(signs(chart) == ". . . . . . . . . . . . \(after)")
    }

    @Test func ratesOfEvents() throws {
        let chart = try #require(controlChart(of: Self.rates, as: .rates))
        #expect(isNear(chart.groups[0].mean, 0.14193344898281027, 1e-12))
        #expect(isNear(chart.groups[0].spread, 0.8571148089758944, 1e-12))
        expectLimits(chart.points[6], -0.07254691989854423, 0.35641381786416476)
        #expect(isNear(chart.points[15].limits?.high, 0.2853899421861131, 1e-12))
        #expect(signs(chart) == ". . . . . . . . D- D- D- D- D- D- D- A+")
        let laney = try #require(controlChart(of: Self.rates, as: .rates, options: unscreened))
        #expect(isNear(laney.groups[0].spread, 1.1383552540433894, 1e-12))
        expectLimits(laney.points[6], -0.14292320294807567, 0.4267901009136962)
        let plain = try #require(controlChart(of: Self.rates, as: .rates, widensToSpread: false, options: unscreened))
        expectLimits(plain.points[6], -0.1083018364600137, 0.39216873442563427)
    }

    /// By hand: with equal bases the standardised values are the values themselves on another scale, so p′ is XmR but
    /// for 3 ∕ 1.128 = 2.6596 beside 2.66.
    @Test func equalBasesGiveTheChartOfIndividualValues() throws {
        let counts = [12.0, 15, 9, 14, 11, 30, 10, 13, 12, 16, 11, 9, 14, 12]
        let few = try #require(controlChart(of: counts.map { Ratio(numerator: $0, denominator: 80) }, as: .shares))
        let plain = try #require(controlChart(counts.map { $0 / 80 }))
        for (point, other) in zip(few.points, plain.points) {
            #expect(point.signal == other.signal && point.side == other.side)
            let half = try #require(point.limits).high - (few.groups[0].mean ?? 0)
            let otherHalf = try #require(other.limits).high - (plain.groups[0].mean ?? 0)
            #expect(isNear(half / otherHalf, 3 / 1.128 / 2.66, 1e-12))
        }
        #expect(few.points[5].signal == ControlChartSignal(rule: .outside, isHigh: true))
    }

    @Test func meaningVariationAndAssurance() throws {
        let chart = try #require(controlChart(of: Self.rates, as: .rates))
        #expect(chart.variation(wanted: .decrease) == .concern)
        #expect(chart.variation(wanted: .neither) == .neutralHigh)
        #expect(chart.points[8].meaning(wanted: .decrease) == .improvement)
        // The last place has limits −0.0015 … 0.2854, whatever the earlier ones have.
        #expect(chart.assurance(target: 0.29, wanted: .decrease) == .consistentlyMet)
        #expect(chart.assurance(target: 0.28, wanted: .decrease) == .inconsistent)
        #expect(chart.assurance(target: 0.29, wanted: .increase) == .consistentlyMissed)
    }

    @Test func gapsAndShortSeries() throws {
        var places = Self.rates.map { Optional($0) }
        places[3] = nil
        places[4] = Ratio(numerator: 0, denominator: 0)
        let chart = try #require(controlChart(of: places, as: .rates))
        #expect(chart.points[3].value == nil && chart.points[3].limits == nil && chart.points[3].signal == nil)
        #expect(chart.points[4].value == nil && chart.groups[0].count == 14)
        let four = try #require(controlChart(of: Array(Self.rates.prefix(7)), as: .rates))
        #expect(four.groups[0].standing == .runChart)
        let one = try #require(controlChart(of: [Self.rates[0]], as: .rates))
        #expect(one.groups[0].spread == nil && one.points[0].limits == nil && one.variation(wanted: .increase) == nil)
        #expect(one.assurance(target: 1, wanted: .increase) == .notAssessable)
    }

    @Test func withoutVariationLimitsAreTheCentre() throws {
        for numerator in [0.0, 5, 10] {
            let same = [Ratio](repeating: Ratio(numerator: numerator, denominator: 10), count: 13)
            let chart = try #require(controlChart(of: same, as: .shares))
            #expect(chart.points.allSatisfy { $0.signal == nil && $0.limits?.low == $0.limits?.high })
            #expect(!chart.groups[0].varies)
            let isMet = numerator >= 5
            #expect(chart.assurance(target: 0.5, wanted: .increase) == (isMet ? .consistentlyMet : .consistentlyMissed))
        }
    }

    @Test func undefinedIsNil() {
        #expect(controlChart(of: [], as: .shares) == nil)
        #expect(controlChart(of: [Ratio(numerator: 3, denominator: 2)], as: .shares) == nil)
        #expect(controlChart(of: [Ratio(numerator: 3, denominator: 2)], as: .rates) != nil)
        #expect(controlChart(of: [Ratio(numerator: -1, denominator: 2)], as: .rates) == nil)
        #expect(controlChart(of: [Ratio(numerator: 1, denominator: .infinity)], as: .rates) == nil)
        #expect(controlChart(of: Self.rates, as: .rates, options: ControlChartOptions(fixedAfter: 11)) == nil)
    }

    private func expectLimits(_ point: ControlChartPoint, _ low: Double, _ high: Double) {
        #expect(isNear(point.limits?.low, low, 1e-12) && isNear(point.limits?.high, high, 1e-12))
    }

    private func signs(_ chart: ControlChart) -> String {
        chart.points.map { point in
            guard let signal = point.signal else { return "." }
            let rule =
                switch signal.rule {
                case .outside: "A"
                case .trend: "B"
                case .twoOfThree: "C"
                case .shift: "D"
                }
            return rule + (signal.isHigh ? "+" : "-")
        }.joined(separator: " ")
    }
}
