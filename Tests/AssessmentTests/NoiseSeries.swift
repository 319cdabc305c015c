import Assessment
import Noise
import Testing
import Vocabulary

/// A kind of series the examples have, as pure noise: the true level never changes.
struct NoiseKind: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Which way is good.
    let direction: Direction
    let level: Double
    /// The standard deviation of a single figure.
    let deviation: Double
    var baseline: Period?
    var rhythm = Grain.year
    /// The day of the build.
    var asOf = "2026-02-01"
    let draw: @Sendable (inout FixedNoise) -> [JudgedPoint]

    /// A target for 2030 that lies so many standard deviations beyond the true level.
    func description(targetAt deviations: Double) -> IndicatorDescription {
        let value = level + (direction == .down ? -deviations : deviations) * deviation
        return IndicatorDescription(
            id: "i", goal: "g", theme: .wellbeing, title: .init(everywhere: "I"), unit: UnitOfMeasure(kind: .percent),
            direction: direction, baseline: baseline, target: Cases.target(value), sources: [Cases.source(rhythm)])
    }

    /// The outcomes of 1,000 series.
    func outcomes(seed: UInt64, targetAt deviations: Double) -> [Outcome] {
        var noise = FixedNoise(seed)
        let description = description(targetAt: deviations)
        return (0..<NoiseKind.series).map { _ in
            judge(points: draw(&noise), description: description, targetYear: 2030, asOf: asOf)
        }
    }

    static let series = 1000
}

extension NoiseKind {
    /// Every kind long enough for a trend.
    static let withTrend: [NoiseKind] = [
        shares("share of 600 persons, ten years", 600, 0.81, .up, years: 2016...2025),
        shares("share of 600 persons, five years", 600, 0.81, .up, years: 2021...2025),
        shares("share of 8 things, eight years", 8, 0.4, .up, years: 2018...2025),
        shares("share near 100, eight years", 179, 0.985, .up, years: 2018...2025),
        shares("share near 0, eight years", 300, 0.01, .down, years: 2018...2025),
        shares("waves every other year, five", 1580, 0.12, .down, years: 2018...2026, every: 2, asOf: "2026-11-20"),
        shares("elections every fourth year, seven", 20_000, 0.65, .up, years: 2001...2025, every: 4, decimals: 1),
        absence("absence from months, ten years", from: 2016, leftOut: []),
        absence("absence from months, three exceptional years left out", from: 2018, leftOut: [2020, 2021, 2022]),
        provisionalMonths,
        quarters, leavers, schoolYears, rounded, means, counts,
        windows("windows of three years, 24 that overlap", 24, .up),
        schoolWindows,
    ]

    static func percent(_ part: Int, of whole: Int, decimals: Int? = nil) -> Double {
        let share = Double(part) / Double(whole) * 100
        guard let decimals else { return share }
        let scale = decimals == 1 ? 10.0 : 1
        return (share * scale).rounded() / scale
    }

    static func point(_ period: Period, _ value: Double, isProvisional: Bool = false, isExceptional: Bool = false)
        -> JudgedPoint
    {
        JudgedPoint(
            Observation(period: period, value: value), isProvisional: isProvisional, isExceptional: isExceptional)
    }

    static func shareDeviation(_ persons: Int, _ share: Double) -> Double {
        100 * (share * (1 - share) / Double(persons)).squareRoot()
    }

    static func shares(
        _ name: String, _ persons: Int, _ share: Double, _ direction: Direction, years: ClosedRange<Int>,
        every: Int = 1,
        decimals: Int? = nil, asOf: String = "2026-02-01"
    ) -> NoiseKind {
        let counted = Draws.binomial(persons, share)
        return NoiseKind(
            testDescription: name, direction: direction, level: 100 * share, deviation: shareDeviation(persons, share),
            baseline: .year(years.lowerBound), rhythm: every == 1 ? .year : .window, asOf: asOf
        ) { noise in
            stride(from: years.lowerBound, through: years.upperBound, by: every).map {
                point(.year($0), percent(counted.draw(&noise), of: persons, decimals: decimals))
            }
        }
    }

    /// Days of absence per 100: months with their season, 8 % apart by chance, half of which carries over to the next.
    static func months(_ years: Int, _ noise: inout FixedNoise) -> [Double] {
        let season = [115.0, 117.5, 109.5, 100, 95, 92, 69, 88, 98, 103.5, 108.5, 106]
        var carried = 0.08 * noise.normal()
        return (0..<years * 12).map { month in
            carried = 0.5 * carried + 0.08 * 0.75.squareRoot() * noise.normal()
            return 5.4 * season[month % 12] / 100 * (1 + carried)
        }
    }

    /// The year's days by the year's possible days, which follow the number of working days.
    static func year(of months: some Sequence<Double>) -> Double {
        let possible = [21.0, 20, 22, 19, 20, 20, 22, 22, 21, 22, 21, 20]
        return zip(months, possible).reduce(0) { $0 + $1.0 * $1.1 } / possible.reduce(0, +)
    }

    static func absence(_ name: String, from first: Int, leftOut: Set<Int>) -> NoiseKind {
        NoiseKind(testDescription: name, direction: .down, level: 5.4, deviation: 0.205, baseline: .year(first)) {
            noise in
            let years = 2026 - first, months = months(years, &noise)
            return (0..<years).map {
                point(
                    .year(first + $0), year(of: months[($0 * 12)..<($0 * 12 + 12)]),
                    isExceptional: leftOut.contains(first + $0))
            }
        }
    }

    /// The newest year is provisional and lacks a tenth of the days.
    static let provisionalMonths = NoiseKind(
        testDescription: "absence from months, newest year provisional", direction: .down, level: 5.4, deviation: 0.205,
        baseline: .year(2018)
    ) { noise in
        let months = months(8, &noise)
        return (0..<8).map {
            let value = year(of: months[($0 * 12)..<($0 * 12 + 12)])
            return point(.year(2018 + $0), $0 == 7 ? 0.9 * value : value, isProvisional: $0 == 7)
        }
    }

    /// Posts filled of those advertised, added up over quarters whose numbers differ.
    static let quarters: NoiseKind = {
        let filled = [113, 129, 106, 93].map { (advertised: $0, draws: Draws.binomial($0, 0.72)) }
        return NoiseKind(
            testDescription: "posts filled, from quarters", direction: .up, level: 72,
            deviation: shareDeviation(441, 0.72),
            baseline: .year(2019)
        ) { noise in
            (2018...2025).map { year in
                point(.year(year), percent(filled.reduce(0) { $0 + $1.draws.draw(&noise) }, of: 441))
            }
        }
    }()

    /// Leavers, added up over months, of the mean number of staff; leavers come in batches.
    static let leavers: NoiseKind = {
        let season = [105.0, 108, 104, 96, 92, 98, 125, 102, 96, 98, 102, 108]
        let draws = season.map { Draws.events(mean: 27 * $0 / 100, dispersion: 1.6) }
        return NoiseKind(
            testDescription: "leavers by mean staff, from months", direction: .down, level: 27 * 12.34 / 2000 * 100,
            deviation: (27 * 12.34 * 1.6).squareRoot() / 20, baseline: .year(2019)
        ) { noise in
            (2018...2025).map { year in
                point(.year(year), Double(draws.reduce(0) { $0 + $1.draw(&noise) }) / 20)
            }
        }
    }()

    /// As published, per cent to one decimal.
    static let schoolYears: NoiseKind = {
        let bullied = Draws.binomial(5200, 0.08)
        return NoiseKind(
            testDescription: "given per cent to one decimal, nine school years", direction: .down, level: 8,
            deviation: shareDeviation(5200, 0.08), baseline: .schoolYear(beginning: 2017), rhythm: .schoolYear
        ) { noise in
            (2016...2024).map {
                point(.schoolYear(beginning: $0), percent(bullied.draw(&noise), of: 5200, decimals: 1))
            }
        }
    }()

    /// As published, with so little noise that many figures are the same.
    static let rounded: NoiseKind = {
        let employed = Draws.binomial(52_000, 0.78)
        return NoiseKind(
            testDescription: "given whole per cents, eleven years", direction: .up, level: 77.5, deviation: 0.5,
            baseline: .year(2015)
        ) { noise in
            // Whole per cents of a level on the edge between two, moved by half a point.
            (2015...2025).map { year in
                let moved = percent(employed.draw(&noise), of: 52_000) - 0.5 + 0.2 * noise.normal()
                return point(.year(year), moved.rounded())
            }
        }
    }()

    /// Children an adult: a ratio of two sums, to two decimals.
    static let means = NoiseKind(
        testDescription: "mean, six years", direction: .down, level: 3.3, deviation: 0.06, baseline: .year(2020)
    ) { noise in
        (2020...2025).map { point(.year($0), ((3.3 + 0.06 * noise.normal()) * 100).rounded() / 100) }
    }

    /// A count of events, two exceptional years left out.
    static let counts: NoiseKind = {
        let unemployed = Draws.events(mean: 2300, dispersion: 6)
        return NoiseKind(
            testDescription: "count, two exceptional years left out", direction: .down, level: 2300,
            deviation: (2300.0 * 6).squareRoot(), baseline: .year(2017)
        ) { noise in
            (2017...2025).map {
                point(.year($0), Double(unemployed.draw(&noise)), isExceptional: (2020...2021).contains($0))
            }
        }
    }()

    /// Figures of three years together, one ending each year, per cent to one decimal.
    static func windows(_ name: String, _ count: Int, _ direction: Direction) -> NoiseKind {
        let counted = Draws.binomial(400, 0.86)
        return NoiseKind(
            testDescription: name, direction: direction, level: 86, deviation: shareDeviation(1200, 0.86)
        ) { noise in
            let years = (0..<count + 2).map { _ in counted.draw(&noise) }
            return (0..<count).map {
                let first = 2026 - count - 2 + $0
                return point(.window(first, first + 2), percent(years[$0..<$0 + 3].reduce(0, +), of: 1200, decimals: 1))
            }
        }
    }

    static let schoolWindows: NoiseKind = {
        let counted = Draws.binomial(300, 0.07)
        return NoiseKind(
            testDescription: "windows of three school years, 18 that overlap", direction: .down, level: 7,
            deviation: shareDeviation(900, 0.07), baseline: .schoolWindow(beginning: 2005, 2007), rhythm: .schoolYear
        ) { noise in
            let years = (0..<20).map { _ in counted.draw(&noise) }
            return (0..<18).map {
                point(
                    .schoolWindow(beginning: 2005 + $0, 2007 + $0),
                    percent(years[$0..<$0 + 3].reduce(0, +), of: 900, decimals: 1))
            }
        }
    }()
}
