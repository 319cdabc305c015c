import Assessment
import Testing
import Vocabulary

@Suite("Verdicts on few, old or no figures")
struct FewFiguresTests {
    @Test(
        "two waves are compared by their intervals, in the good direction",
        arguments: [
            (Direction.up, Verdict.worseThanBaseline), (.down, .betterThanBaseline),
        ])
    func twoWaves(direction: Direction, verdict: Verdict) {
        // 80 of 95, then 66 of 110: a difference of −24.2 points, interval −35.3 to −12.0.
        let points = [
            Cases.point(2021, 84.2105, 75.5762, 90.1887), Cases.point(2025, 60, 50.6493, 68.6651),
        ]
        let target = direction == .up ? Cases.target(90) : Cases.target(50)
        #expect(Cases.judged(points, Cases.indicator(direction, target: target, baseline: 2021)).verdict == verdict)
    }

    @Test("two waves within each other's uncertainty are as the starting point")
    func sameWaves() {
        let points = [Cases.point(2021, 60, 50.6, 68.7), Cases.point(2025, 62, 52.6, 70.5)]
        #expect(
            Cases.judged(points, Cases.indicator(.up, target: Cases.target(90), baseline: 2021)).verdict == .asBaseline)
    }

    @Test("intervals that overlap may still be surely different: the difference has its own interval")
    func overlappingIntervals() {
        let points = [Cases.point(2021, 60, 57, 63), Cases.point(2025, 65, 62, 68)]
        let outcome = Cases.judged(points, Cases.indicator(.up, target: Cases.target(90)))
        #expect(outcome.verdict == .betterThanBaseline)
        #expect(outcome.baseline?.period == .year(2021) && outcome.position == nil)
    }

    @Test("without intervals two points tell no more than which side of the path they are")
    func withoutIntervals() {
        let points = [Cases.point(2021, 60), Cases.point(2025, 70)]
        let outcome = Cases.judged(points, Cases.indicator(.up, target: Cases.target(80), baseline: 2021))
        #expect(outcome.verdict == .insufficientData)
        #expect(outcome.position == .ahead)
        #expect(outcome.pace.actual == nil && outcome.window == nil && outcome.projection == nil)
    }

    @Test(
        "on the straight path counts as ahead, a hair under it as behind",
        arguments: [(70.0, PathPosition.ahead), (69.9, .behind)])
    func path(value: Double, position: PathPosition) {
        let points = [Cases.point(2020, 60), Cases.point(2025, value)]
        let outcome = Cases.judged(points, Cases.indicator(.up, target: Cases.target(80), baseline: 2020))
        #expect(outcome.position == position)
    }

    @Test("one point is not enough")
    func onePoint() {
        let outcome = Cases.judged([Cases.point(2025, 60, 50, 70)], Cases.indicator(.up, target: Cases.target(80)))
        #expect(outcome.verdict == .insufficientData)
        #expect(outcome.usablePoints == 1 && outcome.turn == nil && outcome.position == nil)
    }

    @Test("no figures are awaited; figures that are withheld are not")
    func none() {
        let description = Cases.indicator(.up, target: Cases.target(80))
        #expect(Cases.judged([], description).verdict == .awaiting)
        let withheld = judge(
            points: [], description: description, targetYear: 2030, asOf: "2026-11-20", isWithheld: true)
        #expect(withheld.verdict == .insufficientData)
    }

    @Test(
        "newer figures are awaited after two publication intervals from the period's end",
        arguments: [
            (Grain.year, "2028-01-01", Verdict.offTrack), (.year, "2028-01-02", .awaiting),
            (.month, "2026-11-20", .offTrack), (.month, "2028-01-02", .awaiting),
            (.schoolYear, "2028-01-02", .awaiting), (.window, "2028-01-02", .awaiting),
        ])
    func awaiting(rhythm: Grain, asOf: String, verdict: Verdict) {
        let description = Cases.indicator(.up, target: Cases.target(70), baseline: 2015, rhythm: rhythm)
        let outcome = Cases.judged(Cases.years(from: 2015, Cases.participation), description, asOf: asOf)
        #expect(outcome.verdict == verdict)
        #expect(outcome.latest?.period == .year(2025))
    }

    @Test("a survey every fourth year is awaited after eight years")
    func surveys() {
        let points = [2013, 2017, 2021].map { Cases.point($0, 60) }
        let description = Cases.indicator(.up, target: Cases.target(70), rhythm: .window)
        #expect(Cases.judged(points, description, asOf: "2029-12-31").verdict == .insufficientData)
        #expect(Cases.judged(points, description, asOf: "2030-01-02").verdict == .awaiting)
    }
}
