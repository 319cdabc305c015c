import Assessment
import Testing
import Vocabulary

@Suite("Which figures a trend is fitted to")
struct UsablePointsTests {
    let target = Cases.target(70)

    @Test("exceptional years are left out of the fit but may be the turn")
    func exceptional() throws {
        var points = Cases.years(from: 2015, Cases.participation)
        for place in 5...7 { points[place] = Cases.point(2015 + place, 30) }
        let distorted = Cases.judged(points, Cases.indicator(.up, target: target, baseline: 2015))
        for place in 5...7 { points[place].isExceptional = true }
        let declared = Cases.judged(points, Cases.indicator(.up, target: target, baseline: 2015))
        var without = points
        without.removeSubrange(5...7)
        let removed = Cases.judged(without, Cases.indicator(.up, target: target, baseline: 2015))
        #expect(declared.usablePoints == 8 && declared.projection == removed.projection)
        #expect(declared.projection != distorted.projection)
        #expect(declared.turn?.value == 30)
        #expect(near(declared.pace.lastThreeYears, (65.3 - 30) / 3))
    }

    @Test("provisional figures are neither the latest nor fitted")
    func provisional() {
        var points = Cases.years(from: 2015, Cases.participation)
        let before = Cases.judged(points, Cases.indicator(.up, target: target, baseline: 2015))
        points.append(JudgedPoint(Observation(period: .year(2026), value: 90), isProvisional: true))
        let after = Cases.judged(points, Cases.indicator(.up, target: target, baseline: 2015))
        #expect(after == before)
        #expect(after.latest?.period == .year(2025))
    }

    @Test("overlapping windows are thinned, newest first")
    func windows() {
        let points = (2010...2022).map {
            JudgedPoint(Observation(period: .window($0, $0 + 2), value: 50 + Double($0 - 2010)))
        }
        let outcome = Cases.judged(points, Cases.indicator(.up, target: target))
        #expect(outcome.usablePoints == 5)
        #expect(outcome.window == TrendWindow(first: .window(2010, 2012), last: .window(2022, 2024), points: 5))
        #expect(near(outcome.pace.actual, 1))
        #expect(outcome.turn?.period == .window(2012, 2014))
    }

    @Test("only figures after the last break count")
    func breaks() {
        let points = Cases.years(from: 2015, [90, 90, 90, 90] + Cases.participation.suffix(7))
        let outcome = Cases.judged(
            points, Cases.indicator(.up, target: target, baseline: 2015, breaks: [2017, 2019, 2029]))
        #expect(outcome.usablePoints == 7)
        #expect(outcome.window?.first == .year(2019))
        #expect(outcome.turn?.value == 62.8)
        #expect(outcome.baseline == nil && outcome.position == nil)
    }

    @Test("the window is from the baseline where that leaves five figures, else the newest ten")
    func baseline() {
        let points = Cases.years(from: 2015, Cases.participation)
        func window(_ baseline: Int?) -> TrendWindow? {
            Cases.judged(points, Cases.indicator(.up, target: target, baseline: baseline)).window
        }
        #expect(window(2015)?.points == 11)
        #expect(window(2021) == TrendWindow(first: .year(2021), last: .year(2025), points: 5))
        #expect(window(2022) == TrendWindow(first: .year(2016), last: .year(2025), points: 10))
        #expect(window(nil)?.points == 10)
    }

    @Test("the turn is the furthest figure of ten years, the newest of equals")
    func turn() {
        let points = Cases.years(from: 2010, [99] + Array(repeating: 60.0, count: 10) + [64, 56, 60, 60, 60])
        #expect(Cases.judged(points, Cases.indicator(.up, target: target)).turn?.period == .year(2022))
    }

    @Test("school years stand a few months before calendar years on the time axis")
    func schoolYears() {
        let points = (0..<6).map {
            JudgedPoint(Observation(period: .schoolYear(beginning: 2019 + $0), value: 60 + Double($0)))
        }
        let outcome = Cases.judged(points, Cases.indicator(.up, target: Cases.target(90)))
        // School year 2024/25 ends five months before 2025 does: 5 years and 5 months to the end of 2030.
        #expect(near(outcome.pace.needed, 25 / (5 + 5.0 / 12)))
        #expect(outcome.projection?.path.first?.year == 2025)
        #expect(near(outcome.projection?.value, 65 + 5 + 5.0 / 12))
    }
}
