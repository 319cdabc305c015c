import Assessment
import Noise
import Vocabulary

/// A series with its indicator, drawn by chance: any grain, gaps, ties, flags, breaks, targets.
struct RandomSeries {
    var points: [JudgedPoint] = []
    var description = Cases.indicator(.up)
    var asOf = "2026-03-15"
    var targetYear = 2030

    var outcome: Outcome { judge(points: points, description: description, targetYear: targetYear, asOf: asOf) }

    static func draw(_ noise: inout FixedNoise) -> RandomSeries {
        var series = RandomSeries()
        let grain = [Grain.year, .year, .schoolYear, .window, .schoolWindow].randomElement(using: &noise)!
        let step = noise.chance(0.8) ? 1 : 2, count = Int.random(in: 1...(grain == .window ? 24 : 14), using: &noise)
        let isRounded = noise.chance(0.5), slope = 0.4 * noise.normal(), hasIntervals = noise.chance(0.5)
        for place in 0..<count where noise.chance(0.9) {
            let ends = 2025 - step * (count - 1 - place)
            let exact = 40 + slope * Double(place) + noise.normal()
            let value = isRounded ? (exact * 10).rounded() / 10 : exact
            series.points.append(
                JudgedPoint(
                    Observation(
                        period: grain.period(ending: ends), value: value,
                        low: hasIntervals ? value - 0.5 - noise.uniform() : nil,
                        high: hasIntervals ? value + 0.5 + noise.uniform() : nil),
                    isProvisional: place == count - 1 && noise.chance(0.3), isExceptional: noise.chance(0.08)))
        }
        series.description = Cases.indicator(
            [.up, .down, .up, .down, .within, .neutral].randomElement(using: &noise)!,
            rhythm: [.year, .schoolYear, .window].randomElement(using: &noise)!)
        series.description.baseline =
            noise.chance(0.6) ? series.points.randomElement(using: &noise)?.figure.period : nil
        if noise.chance(0.2) {
            series.description.breaks = [
                SeriesBreak(at: .year(Int.random(in: 2014...2023, using: &noise)), reason: .init())
            ]
        }
        series.description.target = target(&noise, series.description.direction)
        return series
    }

    private static func target(_ noise: inout FixedNoise, _ direction: Direction) -> Target? {
        guard noise.chance(0.93) else { return nil }
        let level = 40 + 3 * noise.normal()
        let year = Int.random(in: 2024...2035, using: &noise)
        let status: TargetStatus = noise.chance(0.9) ? .adopted : .proposed
        if direction == .within || direction == .neutral || noise.chance(0.1) {
            return Cases.target(level, kind: .within, upper: level + 2 * noise.uniform(), year: year, status: status)
        }
        return Cases.target(level, kind: noise.chance(0.9) ? .reach : .maintain, year: year, status: status)
    }

    /// The same, so many years later.
    func later(by years: Int) -> RandomSeries {
        var moved = self
        moved.points = points.map { point in
            var point = point
            point.figure.period = point.figure.period.later(by: years)
            return point
        }
        moved.description.baseline = description.baseline?.later(by: years)
        moved.description.breaks = description.breaks.map { SeriesBreak(at: $0.at.later(by: years), reason: $0.reason) }
        moved.description.target?.year += years
        moved.targetYear += years
        moved.asOf = "\(Int(asOf.prefix(4))! + years)\(asOf.dropFirst(4))"
        return moved
    }

    /// The same with each figure and level times `factor`, plus `more`.
    func scaled(by factor: Double, plus more: Double) -> RandomSeries {
        var scaled = self
        scaled.points = points.map { point in
            var point = point
            point.figure = point.figure.mapped { factor * $0 + more }
            return point
        }
        if let target = description.target {
            scaled.description.target!.value = factor * target.value + more
            scaled.description.target!.upper = target.upper.map { factor * $0 + more }
        }
        return scaled
    }

    /// Every figure below what it was above, and the other way good.
    func mirrored() -> RandomSeries {
        var mirrored = scaled(by: -1, plus: 0)
        mirrored.description.direction = description.direction.mirrored
        if let target = description.target, let upper = target.upper {
            mirrored.description.target!.value = -upper
            mirrored.description.target!.upper = -target.value
        }
        return mirrored
    }
}

extension FixedNoise {
    mutating func chance(_ probability: Double) -> Bool { uniform() < probability }
}

extension Direction {
    var mirrored: Direction {
        switch self {
        case .up: .down
        case .down: .up
        case .neutral: .neutral
        case .within: .within
        }
    }
}

extension Grain {
    /// A period of a year or three that ends in a year.
    func period(ending year: Int) -> Period {
        switch self {
        case .schoolYear: .schoolYear(beginning: year - 1)
        case .window: .window(year - 2, year)
        case .schoolWindow: .schoolWindow(beginning: year - 3, year - 1)
        default: .year(year)
        }
    }
}

extension Period {
    /// The same part of a later year.
    func later(by years: Int) -> Period {
        switch grain {
        case .schoolYear: .schoolYear(beginning: startYear + years)
        case .window: .window(startYear + years, endYear + years)
        case .schoolWindow: .schoolWindow(beginning: startYear + years, startYear + months / 12 - 1 + years)
        case .month: .month(startYear + years, monthOfYear)
        case .quarter: .quarter(startYear + years, (monthOfYear + 2) / 3)
        default: .year(startYear + years)
        }
    }
}

extension Observation {
    /// With value and limits changed, the lower limit still the lower.
    func mapped(_ change: (Double) -> Double) -> Observation {
        let limits = [low, high].compactMap { $0.map(change) }.sorted()
        return Observation(period: period, value: change(value), low: limits.first, high: limits.last, count: count)
    }
}
