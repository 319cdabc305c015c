import Assessment
import Statistics
import Vocabulary

/// What is asked of a series.
struct SeriesQuestion {
    var direction: Direction
    var target: Double?
    var targetYear: Int
    /// Places, counted from 0, at which a new level begins.
    var starts: [Int]

    var wanted: DesiredChange {
        switch direction {
        case .up: .increase
        case .down: .decrease
        case .neutral, .within: .neither
        }
    }
}

/// Control chart, trend, projection and verdict of one series. Everything is computed in `Statistics` and judged in
/// `Assessment`; here it is only decided which figures go where.
struct SeriesAnalysis {
    /// A monotone trend: the test, and the slope with its 95 % interval.
    struct Movement {
        var s: Int
        var z: Double
        var p: Double
        var line: TheilSen
    }

    let series: Series
    let question: SeriesQuestion
    let values: [Double]
    /// Nil for a series without a row.
    let chart: ControlChart?
    /// Figures of overlapping windows share days: their neighbours are not independent, and no rule is applied.
    let overlaps: Bool
    /// The figures that trend and slope are computed from: since the last new level, no two of them overlapping.
    let fitted: [SeriesPlace]
    /// Whether equal seasons were compared with one another only.
    let isSeasonal: Bool
    let movement: Movement?
    let line: LeastSquares?
    /// Whole-year figures since the last new level; for steps, the steps themselves.
    let yearly: [Observation]
    let outcome: Outcome
    let growth: GrowthRatio?

    /// The fewest figures a trend is told of, as in the verdict.
    static let fewestForTrend = 5
    /// Seasons are compared with themselves from so many years on.
    static let yearsForSeasons = 3.0

    init(_ series: Series, _ question: SeriesQuestion) {
        self.series = series
        self.question = question
        values = series.places.compactMap(\.value)
        chart = controlChart(
            series.places.map(\.value), options: ControlChartOptions(rebasedAt: Set(question.starts)))
        overlaps = series.grain?.overlapsNeighbours ?? false
        let segment = series.places[(question.starts.max() ?? 0)...].filter { $0.value != nil }
        fitted = Self.apart(segment)
        let isEnough = fitted.count >= Self.fewestForTrend
        let seasons = Self.seasons(fitted, series.grain)
        isSeasonal = isEnough && seasons.count > 1
        movement = isEnough ? Self.movement(seasons) : nil
        line = isEnough ? leastSquares(x: fitted.map(\.time), y: fitted.compactMap(\.value)) : nil
        yearly = Self.yearly(segment, series.grain)
        outcome = Self.outcome(yearly, question, isDated: series.grain != nil)
        growth = series.grain == nil ? nil : Self.growth(yearly, question)
    }

    /// The compound-growth measure of the global goals; a school year counts as the year it begins in.
    private static func growth(_ yearly: [Observation], _ question: SeriesQuestion) -> GrowthRatio? {
        growthRatio(
            series: yearly.map { YearValue(year: $0.period.startYear, value: $0.value) },
            target: question.target.map { YearValue(year: question.targetYear, value: $0) }, wanted: question.wanted)
    }

    /// Without those that overlap a later one.
    private static func apart(_ places: [SeriesPlace]) -> [SeriesPlace] {
        var kept: [SeriesPlace] = []
        for place in places.reversed() {
            if let later = kept.last?.period, let period = place.period, later.overlaps(period) { continue }
            kept.append(place)
        }
        return kept.reversed()
    }

    /// Parts of a year, each season by itself where there are three years of them; else all in one.
    private static func seasons(_ places: [SeriesPlace], _ grain: Grain?) -> [[SeriesPlace]] {
        guard let months = grain?.months, (1..<12).contains(months), let first = places.first, let last = places.last,
            last.time - first.time + Double(months) / 12 >= yearsForSeasons - 1e-9
        else { return [places] }
        let seasons = Dictionary(grouping: places) { $0.period?.monthOfYear ?? 0 }
        return seasons.sorted { $0.key < $1.key }.map(\.value)
    }

    private static func movement(_ seasons: [[SeriesPlace]]) -> Movement? {
        let points = seasons.map { (x: $0.map(\.time), y: $0.compactMap(\.value)) }
        guard let line = seasonalTheilSen(seasons: points) else { return nil }
        if points.count == 1 {
            return mannKendall(points[0].y).map { Movement(s: $0.s, z: $0.z, p: $0.pValue, line: line) }
        }
        return seasonalMannKendall(seasons: points.map(\.y)).map {
            Movement(s: $0.s, z: $0.z, p: $0.pValue, line: line)
        }
    }

    /// The figures a verdict is given on: whole years, school years and windows as they are; of parts of a year the
    /// mean of each whole calendar year. A year is whole with all its parts, or (days and weeks) with at least 95 % of
    /// what the fullest year has. Steps stand as years 1, 2, 3, which lie before any target year.
    private static func yearly(_ places: [SeriesPlace], _ grain: Grain?) -> [Observation] {
        guard let grain else {
            return places.compactMap { place in
                place.value.map { Observation(period: .year(Int(place.time)), value: $0) }
            }
        }
        if grain.overlapsNeighbours || grain.months == 12 {
            return places.compactMap { place in
                place.period.flatMap { period in place.value.map { Observation(period: period, value: $0) } }
            }
        }
        let years = Dictionary(grouping: places) { $0.period?.reportingYear ?? 0 }
        let parts = grain.months.map { $0 > 0 ? 12 / $0 : 1 } ?? 1
        let most = max(parts, years.values.map(\.count).max() ?? 0)
        return years.sorted { $0.key < $1.key }.compactMap { year, parts in
            guard Double(parts.count) >= 0.95 * Double(most) else { return nil }
            return Statistics.mean(parts.compactMap(\.value)).map { Observation(period: .year(year), value: $0) }
        }
    }

    /// The verdict as on the day the newest period ended: a file tells nothing of figures that should have come since.
    private static func outcome(_ yearly: [Observation], _ question: SeriesQuestion, isDated: Bool) -> Outcome {
        // Steps have no year: a target year before the first one leaves them without projection and needed pace.
        let year = isDated ? question.targetYear : 0
        let target = question.direction == .neutral ? nil : question.target
        let description = IndicatorDescription(
            id: "", goal: "", theme: .context, title: LocalizedText(), unit: UnitOfMeasure(kind: .number),
            direction: question.direction, baseline: yearly.first?.period,
            target: target.map { Target(year: year, value: $0, status: .adopted) })
        var outcome = judge(
            points: yearly.map { JudgedPoint($0) }, description: description, targetYear: year,
            asOf: yearly.last?.period.end.description ?? "")
        // Whether a pace is enough cannot be told without a year to reach.
        if !isDated, outcome.verdict == .offTrack { outcome.verdict = .insufficientData }
        return outcome
    }
}
