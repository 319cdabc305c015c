import Assessment
import Testing
import Vocabulary

@Suite("Verdicts: the rules in order")
struct VerdictTests {
    @Test("sickness absence that rises against its direction goes the wrong way")
    func sickness() throws {
        let outcome = Cases.judged(
            Cases.years(from: 2016, Cases.sickness), Cases.indicator(.down, target: Cases.target(5.0)))
        #expect(outcome.verdict == .wrongWay)
        #expect(near(outcome.pace.actual, 0.1))
        #expect(near(outcome.pace.needed, -0.12))
        let projection = try #require(outcome.projection)
        #expect(near(projection.value, 6.533939))
        #expect(near(projection.low95, 5.444368) && near(projection.high95, 7.623511))
        #expect(near(projection.low80, 5.873953) && near(projection.high80, 7.193925))
        #expect(outcome.turn?.value == 6.4)
        #expect(outcome.chance == .unlikely)
    }

    @Test("participation that rises at less than half the needed pace goes too slowly")
    func participation() throws {
        let outcome = Cases.judged(
            Cases.years(from: 2015, Cases.participation),
            Cases.indicator(.up, target: Cases.target(70), baseline: 2015))
        #expect(outcome.verdict == .offTrack)
        #expect(outcome.window == TrendWindow(first: .year(2015), last: .year(2025), points: 11))
        #expect(near(outcome.pace.actual, 0.42))
        #expect(near(outcome.pace.needed, 0.94))
        #expect(near(outcome.pace.lastThreeYears, (65.3 - 64.2) / 3))
        #expect(near(outcome.distance, 4.7))
        #expect(outcome.position == .behind)
        #expect(outcome.chance == .unlikely)
        let projection = try #require(outcome.projection)
        #expect(near(projection.low80, 66.962893) && near(projection.high80, 67.764380))
        #expect(projection.path.map(\.year) == [2026, 2027, 2028, 2029, 2030])
        #expect(near(projection.path.last?.value, 67.363636))
        #expect(near(projection.path.last?.low80, projection.low80))
    }

    @Test("a series with ties that falls against its direction goes the wrong way")
    func ties() {
        let outcome = Cases.judged(Cases.years(from: 2019, Cases.ties), Cases.indicator(.up, target: Cases.target(3.8)))
        #expect(outcome.verdict == .wrongWay)
        #expect(near(outcome.pace.actual, -1.0 / 30))
        #expect(near(outcome.pace.needed, 0.06))
        #expect(near(outcome.projection?.value, 3.314286))
    }

    @Test(
        "the interval of the projection decides between on track, likely, possible and too slow, either direction",
        arguments: [
            (66.0, Verdict.onTrack, Chance.veryLikely), (67.2, .likely, .likely), (67.6, .possible, .lessLikely),
            (67.8, .offTrack, .unlikely), (65.3, .achieved, .veryLikely),
        ])
    func interval(target: Double, verdict: Verdict, chance: Chance) {
        let up = Cases.judged(
            Cases.years(from: 2015, Cases.participation),
            Cases.indicator(.up, target: Cases.target(target), baseline: 2015))
        let down = Cases.judged(
            Cases.years(from: 2015, Cases.participation.map { 100 - $0 }),
            Cases.indicator(.down, target: Cases.target(100 - target), baseline: 2015))
        #expect(up.verdict == verdict && down.verdict == verdict)
        #expect(up.chance == chance && down.chance == chance)
    }

    @Test("the wrong way needs a clear movement; five points that fall with two exceptions are none")
    func clearMovement() {
        let far = Cases.indicator(.up, target: Cases.target(90))
        #expect(Cases.judged(Cases.years(from: 2021, [50, 49, 48, 47, 46]), far).verdict == .wrongWay)
        #expect(Cases.judged(Cases.years(from: 2021, [50, 48, 49, 46, 47]), far).verdict == .noClearTrend)
        #expect(Cases.judged(Cases.years(from: 2021, [50, 50, 50, 50, 50]), far).verdict == .noClearTrend)
    }

    @Test("wrong way comes before an interval that happens to touch the target")
    func order() {
        let outcome = Cases.judged(
            Cases.years(from: 2021, [50, 52, 54, 53.5, 62]), Cases.indicator(.down, target: Cases.target(49)))
        #expect((outcome.projection?.high80 ?? 0) > 49)
        #expect(outcome.verdict == .wrongWay)
    }

    @Test("a target that is met is reached; one the projection leaves again is moving away")
    func achieved() {
        let falling = Cases.years(from: 2017, [75, 73.2, 71.7, 70.1, 68.2, 66.9, 65.2, 63.4, 62])
        let low = Cases.judged(falling, Cases.indicator(.up, target: Cases.target(60)))
        #expect(low.verdict == .achieved && low.movingAway)
        #expect(low.pace.needed == nil)
        let down = Cases.judged(falling, Cases.indicator(.down, target: Cases.target(65)))
        #expect(down.verdict == .achieved && !down.movingAway)
        let missed = Cases.judged(falling, Cases.indicator(.up, target: Cases.target(64)))
        #expect(missed.verdict == .wrongWay && !missed.movingAway)
    }

    @Test("a level to hold and a band to stay in are held or not held, whatever the trend")
    func heldLevels() {
        let points = Cases.years(from: 2015, Cases.participation)
        func verdict(_ direction: Direction, _ target: Target) -> Verdict {
            Cases.judged(points, Cases.indicator(direction, target: target)).verdict
        }
        #expect(verdict(.up, Cases.target(65, kind: .maintain)) == .held)
        #expect(verdict(.up, Cases.target(65.4, kind: .maintain)) == .notHeld)
        #expect(verdict(.down, Cases.target(65, kind: .maintain)) == .notHeld)
        #expect(verdict(.within, Cases.target(60, kind: .within, upper: 66)) == .held)
        #expect(verdict(.within, Cases.target(50, kind: .within, upper: 65)) == .notHeld)
    }

    @Test("without an adopted or example target there is no verdict, nor on a neutral figure")
    func context() {
        let points = Cases.years(from: 2015, Cases.participation)
        #expect(Cases.judged(points, Cases.indicator(.up)).verdict == .context)
        let proposed = Cases.judged(points, Cases.indicator(.up, target: Cases.target(70, status: .proposed)))
        #expect(proposed.verdict == .context && proposed.chance == nil)
        #expect(Cases.judged(points, Cases.indicator(.neutral, target: Cases.target(70))).verdict == .context)
        let example = Cases.indicator(.up, target: Cases.target(70, status: .example), baseline: 2015)
        #expect(Cases.judged(points, example).verdict == .offTrack)
    }

    @Test("a target year that has passed gives no projection")
    func passed() {
        let outcome = Cases.judged(
            Cases.years(from: 2015, Cases.participation), Cases.indicator(.up, target: Cases.target(70, year: 2025)))
        #expect(outcome.verdict == .offTrack)
        #expect(outcome.projection == nil && outcome.chance == nil && outcome.pace.needed == nil)
    }
}
