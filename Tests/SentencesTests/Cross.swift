import Assessment
import Vocabulary

/// Every combination that a sentence can be asked for.
struct Combination: Sendable {
    var description: IndicatorDescription
    var outcome: Outcome
    var name: String
}

enum Cross {
    static let units: [UnitOfMeasure] = [
        UnitOfMeasure(
            kind: .percent, axis: text("Procent af arbejdstiden", "Prosent av arbeidstiden", "Per cent of working time")
        ),
        UnitOfMeasure(
            kind: .perThousand, label: text("pr. 1.000 borgere", "per 1 000 innbyggere", "per 1,000 residents")),
        UnitOfMeasure(kind: .number, label: text("børn pr. voksen", "barn per voksen", "children per adult")),
        UnitOfMeasure(kind: .number, decimals: 0),
        UnitOfMeasure(kind: .score, decimals: 2),
    ]

    /// The figure before: none, lower, higher, as good as the same.
    static let gaps: [Double?] = [nil, -1.2, 1.2, 0.0001]

    static let targets: [Target?] =
        TargetStatus.allCases.map { Target(year: 2030, value: 3.5, status: $0) } + [
            nil, Target(kind: .maintain, year: 2030, value: 3.5, status: .example),
            Target(kind: .within, year: 2030, value: 3.5, upper: 4.5, status: .example),
        ]

    static func text(_ danish: String, _ bokmal: String, _ english: String) -> LocalizedText {
        LocalizedText([.danish: danish, .bokmal: bokmal, .english: english])
    }

    static func periods(_ grain: Grain) -> (Period, Period) {
        switch grain {
        case .schoolYear: (.schoolYear(beginning: 2020), .schoolYear(beginning: 2024))
        case .window: (.window(2016, 2018), .window(2022, 2024))
        case .schoolWindow: (.schoolWindow(beginning: 2016, 2018), .schoolWindow(beginning: 2022, 2024))
        default: (.year(2021), .year(2025))
        }
    }

    static let all: [Combination] = {
        var result: [Combination] = []
        for grain in [Grain.year, .schoolWindow] {
            for unit in units {
                for direction in Direction.allCases {
                    for verdict in Verdict.allCases { result += combinations(grain, unit, direction, verdict) }
                }
            }
        }
        return result
    }()

    private static func combinations(_ grain: Grain, _ unit: UnitOfMeasure, _ direction: Direction, _ verdict: Verdict)
        -> [Combination]
    {
        targets.flatMap { target in
            gaps.flatMap { gap in
                [true, false].map { isWhole in
                    combination(grain, unit, direction, verdict, target, gap, isWhole: isWhole)
                }
            }
        }
    }

    /// `isWhole` has everything an outcome can hold; without it, nothing that is optional but the latest figure.
    private static func combination(
        _ grain: Grain, _ unit: UnitOfMeasure, _ direction: Direction, _ verdict: Verdict, _ target: Target?,
        _ gap: Double?, isWhole: Bool
    ) -> Combination {
        let (before, now) = periods(grain)
        let description = IndicatorDescription(
            id: "i", goal: "g", theme: .wellbeing, title: text("Sygefravær", "Sykefravær", "Sickness absence"),
            unit: unit,
            direction: direction, baseline: before, target: target)
        let start = gap.map { Observation(period: before, value: 4.9 + $0) }
        var outcome = Outcome(verdict: verdict, latest: Observation(period: now, value: 4.9), turn: start)
        if isWhole {
            outcome.baseline = start
            outcome.distance = -1.4
            outcome.pace = Pace(actual: -0.034, needed: -0.28, lastThreeYears: 0.4)
            outcome.window = TrendWindow(first: before, last: now, points: 6)
            outcome.chance = .lessLikely
            outcome.movingAway = true
            outcome.position = gap == -1.2 ? .ahead : .behind
        }
        let targetName = target.map { "\($0.kind.rawValue)-\($0.status.rawValue)" } ?? "none"
        let name = [
            "\(grain.rawValue)", unit.kind.rawValue, direction.rawValue, verdict.rawValue, targetName,
            gap.map { "\($0)" } ?? "-", isWhole ? "whole" : "bare",
        ].joined(separator: " ")
        return Combination(description: description, outcome: outcome, name: name)
    }
}
