import Assessment
import Indicators
import Testing
import Vocabulary

@Suite("A goal is counted by verdict, with what is not counted beside it")
struct GoalRollUpTests {
    /// An indicator with two figures, or none.
    private static func indicator(
        _ id: String, _ direction: Direction = .up, target: Target? = nil, figures: Bool = true
    ) -> Assessed<Public> {
        var description = Cases.indicator(direction, target: target)
        description.id = id
        let rows = figures ? [2024, 2025].map { (AssessTests.key(.year($0)), AssessTests.cell(50, of: 100)) } : []
        return AssessTests.assessed(rows, description)
    }

    static let five = [
        indicator("reached", target: Cases.target(40)), indicator("unsure", target: Cases.target(90)),
        indicator("awaited", target: Cases.target(40, status: .example), figures: false),
        indicator("background", .neutral), indicator("bare"),
    ]

    @Test func countsVerdictsTargetsAndFigures() {
        let rollUp = GoalRollUp(Self.five)
        #expect(rollUp.counts == [.reached: 1, .cannotTell: 1, .awaiting: 1])
        #expect(rollUp.targets == 3 && rollUp.examples == 1 && rollUp.notAdopted == 1)
        #expect(rollUp.context == 1 && rollUp.withoutTarget == 1 && rollUp.indicators == 5)
        #expect(rollUp.withFigures == 4 && rollUp.judged == 1 && rollUp.weighted == nil)
    }

    @Test("what is awaited keeps its weight, and what has no target has none")
    func weights() throws {
        let weights = ["reached": 3.0, "unsure": 2, "awaited": 5, "bare": 100, "other": 7]
        let rollUp = GoalRollUp(Self.five, weights: weights)
        let weighted = try #require(rollUp.weighted)
        #expect(weighted.weights == ["reached": 3, "unsure": 2, "awaited": 5])
        #expect(near(weighted.share(.reached), 0.3) && near(weighted.share(.onTrack), 0) && near(weighted.judged, 0.3))
        #expect(rollUp.counts == GoalRollUp(Self.five).counts)
    }

    @Test func nothingIsNothing() {
        let rollUp = GoalRollUp([Assessed<Public>](), weights: ["a": 1])
        #expect(rollUp.indicators == 0 && rollUp.weighted == nil)
    }
}
