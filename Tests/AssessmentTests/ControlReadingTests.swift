import Assessment
import Disclosure
import Indicators
import Testing
import Vocabulary

/// Expected limits are those of the same series in the fixtures of the control charts, or worked out by hand beside the
/// case.
@Suite("The finest published series becomes a control chart")
struct ControlReadingTests {
    /// Sick leave of 24 months, from the expected results: mean 5.1875, limits 4.2565 and 6.1185, target 5.
    static let sickness = [
        5.2, 5.6, 5.1, 4.8, 4.5, 4.4, 3.9, 4.2, 4.6, 4.9, 5.3, 5.7, 5.8, 6.1, 5.5, 5.2, 4.9, 4.7, 4.3, 4.6, 5, 5.4, 5.9,
        8.9,
    ]
    /// Twelve months around 10: mean 10, mean range 1, limits 7.34 and 12.66.
    static let around10 = [10.0, 11, 10, 9, 10, 11, 10, 9, 10, 11, 10, 9]

    static func months(_ values: [Double?], from first: Int = 2023) -> [Shown] {
        values.enumerated().map { place, value in
            point(.month(first + place / 12, place % 12 + 1), value)
        }
    }

    static func point(
        _ period: Period, _ value: Double?, provisional: Bool = false, exceptional: Bool = false
    ) -> Shown {
        Shown(
            period: period, state: value == nil ? .hidden : .shown, value: value, isProvisional: provisional,
            isExceptional: exceptional)
    }

    static func share(_ part: Int, of whole: Int, _ period: Period) -> Shown {
        Shown(
            period: period, state: .shown, value: Double(part) / Double(whole) * 100, numerator: Exact(part),
            denominator: Exact(whole), count: whole)
    }

    static func reading(
        _ points: [Shown], _ description: IndicatorDescription = Cases.indicator(.down)
    ) throws -> ControlReading {
        try #require(control(points, description))
    }

    /// What assessment says of a series that everybody knows already.
    static func control(_ points: [Shown], _ description: IndicatorDescription) -> ControlReading? {
        var description = description
        description.exceptional += points.filter(\.isExceptional).map {
            ExceptionalPeriod(from: $0.period, to: $0.period, reason: .init(everywhere: "Andet"))
        }
        let rows = points.map { point in
            (
                SeriesKey(period: point.period, unit: "K"),
                Cell(
                    state: point.state, numerator: point.numerator, denominator: point.denominator, value: point.value,
                    persons: point.count)
            )
        }
        let unit = UnitDescription(code: "K", name: .init(everywhere: "Kommunen"))
        let released = release(
            Series(indicator: description.id, rows: rows), rule: DisclosureRule(fewestPersons: 5, isAlreadyPublished: true),
            tree: UnitTree([unit]), root: "K", as: Public.self
        ).released
        let context = AssessmentContext(
            units: [unit], root: "K", asOf: "2026-11-20", targetYear: 2030,
            provisional: Set(points.filter(\.isProvisional).map(\.period)))
        return assess(released, description, context).control
    }

    @Test("sick leave of two years: every rule, the variation and the assurance of the expected results")
    func sickLeave() throws {
        let reading = try Self.reading(
            Self.months(Self.sickness), Cases.indicator(.down, target: Cases.target(5)))
        let rules: [ControlRule?] =
            [nil, nil, .shift, .shift, .twoOfThree, .twoOfThree, .outside, .outside]
            + [ControlRule?](repeating: .trend, count: 6) + [ControlRule?](repeating: nil, count: 9) + [.outside]
        #expect(reading.points.map(\.rule) == rules)
        #expect(reading.points.allSatisfy { near($0.low, 4.2565) && near($0.high, 6.1185) })
        #expect(reading.points[2].meaning == .improvement && reading.points[8].meaning == .concern)
        #expect(near(reading.levels[0].mean, 5.1875) && !reading.levels[0].isPreliminary)
        #expect(reading.variation == .concern && reading.assurance == .inconsistent)
    }

    @Test("twelve figures have preliminary limits, thirteen full ones, seven none")
    func standing() throws {
        let twelve = try Self.reading(Self.months(Self.around10))
        #expect(twelve.kind == .individuals && twelve.silence == nil && twelve.variation == .ordinary)
        #expect(twelve.levels.count == 1 && twelve.levels[0].isPreliminary && near(twelve.levels[0].mean, 10))
        #expect(twelve.points.allSatisfy { near($0.low, 7.34) && near($0.high, 12.66) && $0.rule == nil })
        #expect(try Self.reading(Self.months(Self.around10 + [10])).levels[0].isPreliminary == false)
        let seven = try Self.reading(Self.months([10, 11, 12, 13, 14, 15, 16]))
        #expect(seven.silence == .tooShort && seven.variation == nil && seven.assurance == nil)
        #expect(seven.points.allSatisfy { $0.low == nil && $0.rule == nil && $0.meaning == .ordinary })
        #expect(seven.levels[0].isTooShort && seven.points.map(\.value).count == 7)
    }

    @Test("a signal is an improvement or a concern by the direction, and neither for a neutral figure")
    func meaning() throws {
        let points = Self.months(Self.around10 + [16])
        let down = try Self.reading(points)
        #expect(down.points.last?.rule == .outside && down.points.last?.meaning == .concern)
        #expect(down.variation == .concern)
        #expect(try Self.reading(points, Cases.indicator(.up)).variation == .improvement)
        #expect(try Self.reading(points, Cases.indicator(.neutral)).variation == .neutralHigh)
        #expect(try Self.reading(points, Cases.indicator(.within)).variation == .neutralHigh)
    }

    @Test("the target beyond a limit is consistently met or missed, else some times")
    func assurance() throws {
        let points = Self.months(Self.around10)
        func assurance(_ value: Double, _ direction: Direction, _ status: TargetStatus = .adopted) throws
            -> ControlAssurance?
        {
            try Self.reading(points, Cases.indicator(direction, target: Cases.target(value, status: status))).assurance
        }
        #expect(try assurance(12.7, .down) == .consistentlyMet && assurance(12.6, .down) == .inconsistent)
        #expect(try assurance(7.3, .down) == .consistentlyMissed && assurance(7.3, .up) == .consistentlyMet)
        #expect(try assurance(12.7, .up) == .consistentlyMissed && assurance(10, .up, .example) == .inconsistent)
        #expect(try assurance(12.7, .down, .proposed) == nil && assurance(12.7, .neutral) == nil)
        let band = Cases.indicator(.within, target: Cases.target(5, kind: .within, upper: 15))
        #expect(try Self.reading(points, band).assurance == nil)
    }

    @Test("provisional and exceptional figures are drawn, and neither set limits nor are signals")
    func leftOut() throws {
        var points = Self.months(Self.around10 + [30, 30])
        points[12] = Self.point(points[12].period, 30, exceptional: true)
        points[13] = Self.point(points[13].period, 30, provisional: true)
        let reading = try Self.reading(points)
        #expect(reading.points.count == 14 && reading.points[12].value == 30 && reading.points[13].value == 30)
        #expect(reading.points[12...].allSatisfy { $0.charted == nil })
        #expect(reading.points[12].isExceptional && reading.points[13].isProvisional)
        #expect(reading.points.allSatisfy { $0.rule == nil && near($0.high, 12.66) })
        #expect(reading.levels[0].count == 12 && reading.variation == .ordinary)
        // The newest figure that takes part is what the variation is of.
        var last = Self.months(Self.around10 + [16, 30])
        last[13] = Self.point(last[13].period, 30, provisional: true)
        #expect(try Self.reading(last).variation == .concern)
    }

    @Test("a hidden figure and a period never published are gaps: no run and no range goes over them")
    func gaps() throws {
        // Six rising, a gap, four rising: not seven in a row.
        let rising: [Double?] = [1, 2, 3, 4, 5, 6, nil, 8, 9, 10, 11]
        let hidden = try Self.reading(Self.months(rising))
        #expect(hidden.points.allSatisfy { $0.rule != .trend } && hidden.points[6].value == nil)
        let missing = try Self.reading(Self.months(rising).filter { $0.value != nil })
        #expect(missing.points.map(\.period) == hidden.points.map(\.period))
        #expect(missing.points.map(\.rule) == hidden.points.map(\.rule) && missing.levels[0].count == 10)
        let unbroken = try Self.reading(Self.months((1...10).map { Double($0) }))
        #expect(unbroken.points.contains { $0.rule == .trend })
    }

    @Test("missing quarters, tertials, half-years and years are gaps too")
    func gapsOfOtherGrains() throws {
        let pairs: [(Period, Period, Int)] = [
            (.quarter(2023, 3), .quarter(2025, 2), 8), (.tertial(2023, 2), .tertial(2025, 1), 6),
            (.halfYear(2022, 2), .halfYear(2024, 1), 4), (.year(2019), .year(2024), 6),
            (.schoolYear(beginning: 2019), .schoolYear(beginning: 2024), 6), (.month(2023, 11), .month(2024, 2), 4),
        ]
        for (first, last, count) in pairs {
            let reading = try Self.reading([Self.point(first, 1), Self.point(last, 2)])
            #expect(reading.points.count == count && reading.points.last?.period == last, "\(first)")
        }
    }

    @Test("a declared break begins a new level, and the newest is told of")
    func breaks() throws {
        var description = Cases.indicator(.up, target: Cases.target(15))
        description.breaks = [SeriesBreak(at: .month(2024, 1), reason: .init())]
        let twenty = Self.around10.map { $0 + 10 } + [20]
        let reading = try Self.reading(Self.months(Self.around10 + twenty), description)
        try #require(reading.levels.map(\.count) == [12, 13])
        #expect(reading.levels.map(\.isPreliminary) == [true, false])
        #expect(reading.levels[1].first == .month(2024, 1) && reading.levels[0].last == .month(2023, 12))
        #expect(reading.points.allSatisfy { $0.rule == nil } && reading.points[12].level == 1)
        #expect(reading.assurance == .consistentlyMet)
        // Without the break twelve in a row lie below the mean of both.
        #expect(
            try Self.reading(Self.months(Self.around10 + twenty), Cases.indicator(.up)).points
                .contains { $0.rule != nil })
        // A new level of seven months is silent; the old one keeps its signals.
        let short = try Self.reading(Self.months(Self.around10 + Array(twenty.prefix(7))), description)
        #expect(short.silence == .tooShort && short.variation == nil && short.assurance == nil)
        #expect(short.points[12].high == nil && near(short.points[11].high, 12.66))
    }

    @Test("overlapping windows have no chart, and say why")
    func overlapping() throws {
        let points = (2000...2020).map { Self.point(.window($0, $0 + 2), Double($0)) }
        let reading = try Self.reading(points)
        #expect(reading.silence == .overlapping && reading.variation == nil)
        #expect(reading.points.count == 21 && reading.points.allSatisfy { $0.rule == nil && $0.low == nil })
    }

    @Test("shares of persons whose number changes are charted with limits of their own")
    func shares() throws {
        let wholes = [100, 400, 100, 400, 100, 400, 100, 400, 100, 400, 100, 400, 100]
        let parts = [10, 48, 8, 40, 12, 36, 10, 40, 10, 44, 9, 36, 10]
        let points = zip(parts, wholes).enumerated().map {
            Self.share($1.0, of: $1.1, .month(2024 + $0 / 12, $0 % 12 + 1))
        }
        let reading = try Self.reading(points)
        #expect(reading.kind == .shares)
        // 313 of 3,100; a quarter of the persons doubles the distance to the limits.
        let mean = 313.0 / 3100 * 100
        #expect(near(reading.levels[0].mean, mean))
        let wide = try #require(reading.points[0].high) - mean
        let narrow = try #require(reading.points[1].high) - mean
        #expect(near(wide, 2 * narrow) && near(reading.points[0].value, 10))
        let target = Cases.indicator(.down, target: Cases.target(50))
        #expect(try Self.reading(points, target).assurance == .consistentlyMet)
        #expect(try Self.reading(points, Cases.indicator(.down, target: Cases.target(9))).assurance == .inconsistent)
        // With the same number every month, with days instead of persons, or as a mean, it is XmR.
        let alike = (0..<13).map { Self.share(parts[$0], of: 400, .month(2024 + $0 / 12, $0 % 12 + 1)) }
        #expect(try Self.reading(alike).kind == .individuals)
        let days = points.map {
            Shown(
                period: $0.period, state: .shown, value: $0.value, numerator: $0.numerator, denominator: $0.denominator,
                count: 40)
        }
        #expect(try Self.reading(days).kind == .individuals)
        #expect(try Self.reading(points, Cases.indicator(.down, kind: .score)).kind == .individuals)
        // Nor is a weighted share charted by its persons: it is not their quotient.
        var weighted = points
        weighted[4] = Shown(
            period: points[4].period, state: .shown, value: 11.5, numerator: points[4].numerator,
            denominator: points[4].denominator, count: points[4].count)
        #expect(try Self.reading(weighted).kind == .individuals)
    }

    @Test("events for each thousand of a base that changes are charted with limits of their own")
    func rates() throws {
        let points = [(12, 4000), (9, 4100), (15, 4400), (11, 3900), (8, 4000), (13, 4300), (10, 2000), (9, 4100)]
            .enumerated().map { place, row in
                Shown(
                    period: .quarter(2023 + place / 4, place % 4 + 1), state: .shown,
                    value: Double(row.0) / Double(row.1) * 1000, numerator: Exact(row.0), denominator: Exact(row.1),
                    count: 900)
            }
        let reading = try Self.reading(points, Cases.indicator(.down, kind: .perThousand))
        #expect(reading.kind == .rates && near(reading.levels[0].mean, 87.0 / 30_800 * 1000))
        let wide = try #require(reading.points[6].high) - 87.0 / 30.8
        let narrow = try #require(reading.points[0].high) - 87.0 / 30.8
        #expect(near(wide, narrow * 2.0.squareRoot()))
        #expect(try Self.reading(points, Cases.indicator(.down, kind: .number)).kind == .individuals)
    }

    @Test("a peak every winter is no signal; a winter worse than the last is")
    func seasons() throws {
        let winter = [2.0, 1.5, 0.5, 0, -0.5, -1, -1.5, -1, -0.5, 0, 0.5, 1.5]
        let unrest = [0.1, -0.1, 0.2, 0, -0.2, 0.1, 0, -0.1, 0.2, -0.2, 0.1, 0, 0.1, -0.1]
        var values = (0..<48).map { 5 + winter[$0 % 12] + unrest[$0 % 14] }
        let reading = try Self.reading(Self.months(values))
        #expect(reading.kind == .yearOverYear && reading.points.allSatisfy { $0.rule == nil })
        #expect(reading.points[0].value == values[0] && reading.points[0].charted == nil)
        #expect(near(reading.points[12].charted, values[12] - values[0]))
        #expect(reading.levels[0].count == 36 && reading.variation == .ordinary)
        let target = Cases.indicator(.down, target: Cases.target(9))
        #expect(try Self.reading(Self.months(values), target).assurance == nil)
        values[36] += 3
        let worse = try Self.reading(Self.months(values))
        #expect(worse.points[36].rule == .outside && worse.points[36].meaning == .concern)
        // With less than three years the seasons cannot be told, and the plain chart is what there is.
        #expect(try Self.reading(Self.months(Array(values.prefix(35)))).kind == .individuals)
        // Noise has no seasons.
        let noise = (0..<48).map { 5 + unrest[$0 % 14] }
        #expect(try Self.reading(Self.months(noise)).kind == .individuals)
    }

    @Test("no shown figure, no chart")
    func nothing() {
        #expect(Self.control(Self.months([nil, nil]), Cases.indicator(.down)) == nil)
        #expect(Self.control([], Cases.indicator(.down)) == nil)
    }

    @Test("months are charted where they are published, else years; hidden ones leave nothing behind")
    func fromReleasedFigures() throws {
        let years = (2009...2018).map {
            (AssessTests.key(.year($0)), AssessTests.cell(40 + $0 % 3, of: 400, persons: 400))
        }
        let annual = try #require(AssessTests.assessed(years).control)
        #expect(annual.points.count == 10 && annual.points[0].period == .year(2009) && annual.levels[0].isPreliminary)
        let months = (1...12).map { month in
            let persons = month == 6 ? 4 : 390 + month
            return (
                AssessTests.key(.month(2019, month)),
                AssessTests.cell(month == 6 ? 3 : 40, of: persons, persons: persons)
            )
        }
        let monthly = try #require(
            AssessTests.assessed(years + months, provisional: [.month(2019, 12)], fewest: 5).control)
        #expect(monthly.points.count == 12 && monthly.kind == .shares)
        #expect(monthly.points[5].value == nil && monthly.points[5].charted == nil && monthly.points[5].low == nil)
        #expect(monthly.points[11].isProvisional && monthly.points[11].charted == nil && monthly.levels[0].count == 10)
        #expect(near(monthly.levels[0].mean, 40.0 * 10 / (390.0 * 10 + 60) * 100))
        // Where all months are hidden, the years are read.
        let hidden = (1...12).map {
            (AssessTests.key(.month(2019, $0)), AssessTests.cell(3, of: 4, persons: 4))
        }
        let fallback = AssessTests.assessed(years + hidden, fewest: 5)
        #expect(fallback.detail?.points.count == 12 && fallback.control?.points.first?.period == .year(2009))
    }
}

/// A figure as it is shown.
struct Shown {
    var period: Period
    var state: FigureState
    var value: Double?
    var numerator: Exact? = nil
    var denominator: Exact? = nil
    var count: Int? = nil
    var isProvisional = false
    var isExceptional = false
}
