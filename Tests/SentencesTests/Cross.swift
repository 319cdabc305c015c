import Assessment
import Foundation
import Vocabulary

/// One case that a sentence can be asked for, with the name of its value in every dimension.
struct Combination: Sendable {
    var description: IndicatorDescription
    var outcome: Outcome
    var provisional: Observation?
    var traits: [String]
}

/// The latest figure and the one it is told beside.
struct Gap: Sendable {
    var name: String
    var before: Double?
    var latest: Double
}

/// What is known of an indicator beside its latest figure.
struct Setting: Sendable {
    var name: String
    var chance: Chance?
    var position: PathPosition?
    var hasWindow = false
    var hasBaseline = false
    var movingAway = false
    var isProvisional = false
    var hasFigures = true
}

/// Whose turn it is: the same numbers in every run.
private struct Turns {
    private var state: UInt64 = 1

    mutating func next(_ count: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % count
    }
}

enum Cross {
    static let units: [(name: String, unit: UnitOfMeasure)] = [
        ("percent", UnitOfMeasure(kind: .percent)),
        ("whole percent", UnitOfMeasure(kind: .percent, decimals: 0)),
        ("per thousand", unit(.perThousand, "pr. 1.000 borgere", "per 1 000 innbyggere", "per 1,000 residents")),
        ("per mille", UnitOfMeasure(kind: .perThousand)),
        ("per ten thousand", unit(.number, "pr. 10.000 borgere", "per 10 000 innbyggere", "per 10,000 residents")),
        ("children", unit(.number, "børn pr. voksen", "barn per voksen", "children per adult", decimals: 2)),
        ("persons", unit(.number, "personer", "personer", "persons", decimals: 0)),
        ("days", unit(.number, "dage", "dager", "days")),
        ("hours", unit(.number, "timer", "timer", "hours", decimals: 0)),
        ("kroner", unit(.number, "kr.", "kr", "DKK", decimals: 0)),
        ("bare number", UnitOfMeasure(kind: .number, decimals: 0)),
        ("mean", UnitOfMeasure(kind: .score, decimals: 2)),
        ("points", unit(.score, "point", "poeng", "points")),
    ]

    static let gaps: [Gap] = [
        Gap(name: "alone", before: nil, latest: 4.9), Gap(name: "rose", before: 3.7, latest: 4.9),
        Gap(name: "fell", before: 6.1, latest: 4.9), Gap(name: "same", before: 4.9, latest: 4.9),
        Gap(name: "tiny", before: 4.9001, latest: 4.9), Gap(name: "large", before: 96.4, latest: 3.1),
        Gap(name: "to one", before: 2, latest: 1), Gap(name: "to nothing", before: 3, latest: 0),
        Gap(name: "below zero", before: 0.4, latest: -1.2), Gap(name: "a hair off", before: 6.1, latest: 3.52),
        Gap(name: "thousands", before: 11_402, latest: 1_248_790),
    ]

    static let targets: [(name: String, target: Target?)] = [
        ("no target", nil), ("adopted", Target(year: 2030, value: 3.5, status: .adopted)),
        ("proposed", Target(year: 2030, value: 3.5, status: .proposed)),
        ("example", Target(year: 2030, value: 3.5, status: .example)),
        ("of one", Target(year: 2030, value: 1, status: .adopted)),
        ("maintain", Target(kind: .maintain, year: 2030, value: 3.5, status: .adopted)),
        ("maintain example", Target(kind: .maintain, year: 2030, value: 3.5, status: .example)),
        ("band", Target(kind: .within, year: 2030, value: 3.5, upper: 4.5, status: .adopted)),
        ("band example", Target(kind: .within, year: 2030, value: 3.5, upper: 4.5, status: .example)),
    ]

    static let settings: [Setting] = [
        Setting(name: "bare"), Setting(name: "no figures", hasFigures: false),
        Setting(name: "very likely", chance: .veryLikely, position: .ahead, hasWindow: true, hasBaseline: true),
        Setting(name: "likely", chance: .likely, position: .behind, hasWindow: true, hasBaseline: true),
        Setting(name: "uncertain", chance: .uncertain, position: .ahead, hasWindow: true),
        Setting(name: "less likely", chance: .lessLikely, position: .behind, hasWindow: true, isProvisional: true),
        Setting(name: "unlikely", chance: .unlikely, hasWindow: true, hasBaseline: true, movingAway: true),
        Setting(name: "moving away", movingAway: true), Setting(name: "ahead", position: .ahead),
        Setting(name: "behind", position: .behind, isProvisional: true),
        Setting(name: "baseline", hasBaseline: true, isProvisional: true),
        Setting(name: "baseline, ahead", position: .ahead, hasBaseline: true),
        Setting(name: "baseline, behind", position: .behind, hasBaseline: true),
        Setting(name: "window", hasWindow: true),
    ]

    static let grains: [Grain] = [
        .year, .schoolYear, .window, .schoolWindow, .month, .quarter, .tertial, .halfYear, .week, .day,
    ]

    /// Every verdict with every direction, target and gap. Units (two at a time), periods and settings take turns, so
    /// that each stands beside each of the others; with `EVERY_SENTENCE` in the environment every unit is there always.
    static let all = product(
        unitsAtATime: ProcessInfo.processInfo.environment["EVERY_SENTENCE"] == nil ? 2 : units.count)

    private static func product(unitsAtATime: Int) -> [Combination] {
        var result: [Combination] = []
        var turns = Turns()
        for verdict in Verdict.allCases {
            for direction in Direction.allCases {
                for target in targets {
                    for gap in gaps {
                        let first = turns.next(units.count)
                        for unit in 0..<unitsAtATime {
                            result.append(
                                combination(
                                    verdict, units[(first + unit) % units.count], direction, target, gap,
                                    grains[turns.next(grains.count)], settings[turns.next(settings.count)]))
                        }
                    }
                }
            }
        }
        return result
    }

    /// Of those that figures can give, the ones that show two values together for the first time: few enough to read.
    static let pairwise: [Combination] = {
        var seen: Set<String> = []
        return product(unitsAtATime: 6).filter { combination in
            guard combination.isPossible else { return false }
            var isNew = false
            for (place, first) in combination.traits.enumerated() {
                for second in combination.traits[(place + 1)...] {
                    isNew = seen.insert(first + "/" + second).inserted || isNew
                }
            }
            return isNew
        }
    }()

    private static func combination(
        _ verdict: Verdict, _ unit: (name: String, unit: UnitOfMeasure), _ direction: Direction,
        _ target: (name: String, target: Target?), _ gap: Gap, _ grain: Grain, _ setting: Setting
    ) -> Combination {
        let (before, now, next) = periods(grain)
        let description = IndicatorDescription(
            id: "i", goal: "g", theme: .wellbeing, title: text("Sygefravær", "Sykefravær", "Sickness absence"),
            unit: unit.unit, direction: direction, baseline: before, target: target.target)
        var outcome = Outcome(verdict: verdict, chance: setting.chance, movingAway: setting.movingAway)
        if setting.hasFigures {
            outcome.latest = Observation(period: now, value: gap.latest, low: gap.latest - 0.5, high: gap.latest + 0.5)
            outcome.turn = gap.before.map { Observation(period: before, value: $0) }
            outcome.distance = target.target.map { distance(to: $0, from: gap.latest) }
            if target.target?.kind == .reach { outcome.position = setting.position }
        }
        if setting.hasBaseline { outcome.baseline = outcome.turn }
        if setting.hasWindow {
            outcome.window = TrendWindow(first: before, last: now, points: 6)
            outcome.pace = Pace(actual: -0.034, needed: outcome.distance.map { $0 / 5 }, lastThreeYears: 0.4)
        }
        return Combination(
            description: description, outcome: outcome,
            provisional: setting.isProvisional ? Observation(period: next, value: gap.latest + 0.3) : nil,
            traits: [
                verdict.rawValue, "in " + unit.name, direction.rawValue, "towards " + target.name, gap.name,
                grain.rawValue, "with " + setting.name,
            ])
    }

    private static func distance(to target: Target, from value: Double) -> Double {
        guard let upper = target.upper else { return target.value - value }
        return value < target.value ? target.value - value : value > upper ? upper - value : 0
    }

    /// The period before, the latest and the one after it.
    static func periods(_ grain: Grain) -> (Period, Period, Period) {
        switch grain {
        case .schoolYear: three(2020, 2024, 2025) { .schoolYear(beginning: $0) }
        case .window: three(2016, 2022, 2023) { .window($0, $0 + 2) }
        case .schoolWindow: three(2016, 2022, 2023) { .schoolWindow(beginning: $0, $0 + 2) }
        case .month: three(5, 6, 7) { .month(2026, $0) }
        case .quarter: three(2, 3, 4) { .quarter(2025, $0) }
        case .tertial: three(1, 2, 3) { .tertial(2025, $0) }
        case .halfYear: three(2023, 2024, 2025) { .halfYear($0, 2) }
        case .week: three(6, 7, 8) { .week(2026, $0)! }
        case .day: three(1, 17, 31) { .day(2026, 5, $0)! }
        case .year: three(2021, 2025, 2026) { .year($0) }
        }
    }

    private static func three(_ first: Int, _ second: Int, _ third: Int, _ period: (Int) -> Period)
        -> (Period, Period, Period)
    {
        (period(first), period(second), period(third))
    }

    static func text(_ danish: String, _ bokmal: String, _ english: String) -> LocalizedText {
        LocalizedText([.danish: danish, .bokmal: bokmal, .english: english])
    }

    private static func unit(
        _ kind: UnitOfMeasure.Kind, _ danish: String, _ bokmal: String, _ english: String, decimals: Int = 1
    ) -> UnitOfMeasure {
        UnitOfMeasure(kind: kind, label: text(danish, bokmal, english), decimals: decimals)
    }
}
