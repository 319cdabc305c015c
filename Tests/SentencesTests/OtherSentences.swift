import Assessment
import Sentences
import Vocabulary
import Wording

/// The whole product of what can be said of control charts, pace, comparisons, units and goals, by heading.
enum OtherSentences {
    static func all(_ p: Phrases) -> [(heading: String, lines: [String])] {
        [
            ("control chart", control(p)), ("limits", limits(p)), ("pace", pace(p)), ("comparison", comparison(p)),
            ("unit beside what is expected", standing(p)), ("two units", difference(p)), ("a unit's change", change(p)),
            ("goals", goals(p)), ("weights", weights(p)),
        ]
    }

    static func control(_ p: Phrases) -> [String] { standings.map { controlSentence($0, p) } }
    static func limits(_ p: Phrases) -> [String] { standings.compactMap { limitsSentence($0, p) } }
    static func questions(_ p: Phrases) -> [String] { standings.compactMap { controlQuestion($0, p) } }

    private static let standings: [ControlStanding] = {
        var result: [ControlStanding] = []
        for grain in Cross.grains {
            for variation in ControlStanding.Variation.allCases {
                for assurance in ControlStanding.Assurance.allCases.map(Optional.some) + [nil] {
                    for count in [nil, 9] {
                        result.append(
                            ControlStanding(
                                variation: variation, assurance: assurance, period: Cross.periods(grain).1,
                                isSeasonal: grain == .month && count == nil, provisionalCount: count))
                    }
                }
            }
        }
        return result
    }()

    static func pace(_ p: Phrases) -> [String] {
        let changes: [Double?] = [nil, 0, 0.0001, 0.42, -0.034, 1, -1, 1200]
        var lines: [String] = []
        for (_, unit) in Cross.units {
            for actual in changes {
                for needed in changes {
                    for recent in changes {
                        let pace = Pace(actual: actual, needed: needed, lastThreeYears: recent)
                        lines.append(paceSentence(pace, unit, p))
                    }
                }
            }
        }
        return lines
    }

    static func comparison(_ p: Phrases) -> [String] {
        let labels = [
            Cross.text("Hele landet", "Hele landet", "The whole country"),
            Cross.text("Midterste kommune (median)", "Midterste kommune (median)", "Middle municipality (median)"),
        ]
        return labels.flatMap { label in
            Cross.grains.flatMap { grain in
                Cross.units.flatMap { unit in
                    [true, false].map { isSame in
                        comparisonSentence(
                            label(p.language), Observation(period: Cross.periods(grain).1, value: 5.1),
                            hasSameDefinition: isSame, unit.unit, p)
                    }
                }
            }
        }
    }

    static func standing(_ p: Phrases) -> [String] {
        let mix = Cross.text("stillingsgrupper", "stillingsgrupper", "job groups")(p.language)
        return UnitStanding.State.allCases.flatMap { state in
            Cross.units.flatMap { unit in
                [nil, mix].map { mix in
                    standingSentence(
                        UnitStanding(state: state, unit: "Åhaven", value: 9.1, expected: 8.7, mix: mix), unit.unit, p)
                }
            }
        }
    }

    static func difference(_ p: Phrases) -> [String] {
        DifferenceState.allCases.flatMap { state in
            Cross.units.flatMap { unit in
                [1.0, -1, 0.4, 1200].map {
                    differenceSentence("Åhaven", "Birkelund", difference: $0, state, unit.unit, p)
                }
            }
        }
    }

    static func change(_ p: Phrases) -> [String] {
        DifferenceState.allCases.flatMap { state in
            Cross.grains.flatMap { grain in
                Cross.units.flatMap { unit in
                    [(1.0, 2.0), (2, 1), (1, 1), (3.2, 8.4)].map { before, now in
                        let (first, last, _) = Cross.periods(grain)
                        return changeSentence(
                            "Åhaven", from: Observation(period: first, value: before),
                            to: Observation(period: last, value: now), state, unit.unit, p)
                    }
                }
            }
        }
    }

    static func goals(_ p: Phrases) -> [String] {
        let marks = VerdictMark.allCases.filter { $0 != .none }
        var lines: [String] = []
        for amounts in 0..<729 {
            var rest = amounts
            var counts: [VerdictMark: Int] = [:]
            for mark in marks {
                counts[mark] = rest % 3
                rest /= 3
            }
            for withoutTarget in [0, 1, 4] {
                lines.append(goalSentence(GoalStanding(counts: counts, withoutTarget: withoutTarget), p))
            }
        }
        return lines
    }

    static func weights(_ p: Phrases) -> [String] {
        [0, 0.25, 1].compactMap { share in
            let weighted = WeightedStanding(reached: share, onTrack: (1 - share) / 2)
            return weightedSentence(GoalStanding(counts: [.reached: 1], weighted: weighted), p)
        }
    }
}
