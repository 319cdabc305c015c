import Assessment
import Vocabulary

/// Series and indicators the suites share.
enum Cases {
    static let sickness = [5.1, 5.3, 5.2, 5.5, 5.4, 5.9, 6.4, 6.1, 5.8, 5.6]
    static let participation = [61.0, 61.4, 62.1, 61.9, 62.8, 63.0, 63.5, 64.2, 64.1, 64.9, 65.3]
    static let ties = [3.7, 3.7, 3.6, 3.6, 3.6, 3.5, 3.5]

    static func years(from first: Int, _ values: [Double]) -> [JudgedPoint] {
        values.enumerated().map { JudgedPoint(Observation(period: .year(first + $0.offset), value: $0.element)) }
    }

    static func point(_ year: Int, _ value: Double, _ low: Double? = nil, _ high: Double? = nil) -> JudgedPoint {
        JudgedPoint(Observation(period: .year(year), value: value, low: low, high: high))
    }

    static func target(
        _ value: Double, kind: Target.Kind = .reach, upper: Double? = nil, year: Int = 2030,
        status: TargetStatus = .adopted
    ) -> Target {
        Target(kind: kind, year: year, value: value, upper: upper, status: status)
    }

    static func source(_ rhythm: Grain) -> SourceDescription {
        SourceDescription(dataset: "d", title: .init(), publisher: .init(), isSample: false, rhythm: rhythm)
    }

    static func indicator(
        _ direction: Direction = .up, target: Target? = nil, baseline: Int? = nil, rhythm: Grain = .year,
        breaks: [Int] = [], exceptional: ClosedRange<Int>? = nil, kind: UnitOfMeasure.Kind = .percent
    ) -> IndicatorDescription {
        IndicatorDescription(
            id: "i", goal: "g", theme: .wellbeing, title: .init(everywhere: "I"), unit: UnitOfMeasure(kind: kind),
            direction: direction, baseline: baseline.map { .year($0) }, target: target, sources: [source(rhythm)],
            exceptional: exceptional.map {
                [ExceptionalPeriod(from: .year($0.lowerBound), to: .year($0.upperBound), reason: .init())]
            } ?? [],
            breaks: breaks.map { SeriesBreak(at: .year($0), reason: .init()) })
    }

    static func judged(_ points: [JudgedPoint], _ description: IndicatorDescription, asOf: String = "2026-11-20")
        -> Outcome
    {
        judge(points: points, description: description, targetYear: 2030, asOf: asOf)
    }
}

/// Whether two numbers agree to a millionth.
func near(_ left: Double?, _ right: Double, _ tolerance: Double = 1e-6) -> Bool {
    left.map { abs($0 - right) <= tolerance } ?? false
}
