public import Assessment
public import Wording

extension GoalStanding {
    /// The counts of a roll-up, and by weight where weights are declared. What has no target stands in
    /// `coverageSentence`.
    public init(_ rollUp: GoalRollUp) {
        let weighted = rollUp.weighted.map {
            WeightedStanding(reached: $0.share(.reached), onTrack: $0.share(.onTrack))
        }
        self.init(counts: rollUp.counts, weighted: weighted)
    }
}

/// How much of a goal data cover: `Målet følges med 7 tal. 5 af dem har data, og 4 kan vurderes mod et måltal.`
public func coverageSentence(_ rollUp: GoalRollUp, _ p: Phrases) -> String {
    func word(_ count: Int) -> String { count == 0 ? p("goal.coverage.none") : countText(count, p.language) }
    return p.counted(
        "goal.coverage", rollUp.indicators,
        ["shown": word(rollUp.withFigures).capitalizedFirst, "judged": word(rollUp.judged)])
}
