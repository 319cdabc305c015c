import Vocabulary

/// A shown whole-year figure as the verdict sees it.
public struct JudgedPoint: Hashable, Sendable {
    public var figure: Observation
    public var isProvisional: Bool
    public var isExceptional: Bool

    public init(_ figure: Observation, isProvisional: Bool = false, isExceptional: Bool = false) {
        self.figure = figure
        self.isProvisional = isProvisional
        self.isExceptional = isExceptional
    }

    var period: Period { figure.period }
    var time: Double { timeOf(period) }
}

/// Where a period stands on the time axis: its end, told so that calendar year 2025 is 2025.0 and a target to be reached by
/// the end of 2030 is 2030.0. School year 2023/24 ends in July 2024 and is 2023.58.
func timeOf(_ period: Period) -> Double { period.decimalEnd - 1 }

/// The points after the last declared break, in order of time.
func lastSegment(_ points: [JudgedPoint], _ breaks: [SeriesBreak]) -> [JudgedPoint] {
    let ordered = points.sorted { ($0.period.endMonth, $0.period) < ($1.period.endMonth, $1.period) }
    guard let newest = ordered.last else { return [] }
    let start = breaks.map(\.at.startMonth).filter { $0 < newest.period.endMonth }.max() ?? .min
    return ordered.filter { $0.period.startMonth >= start }
}

/// The points a trend may be fitted to: neither provisional nor exceptional, and no two overlapping; of overlapping ones the
/// newest is kept.
func usable(_ segment: [JudgedPoint]) -> [JudgedPoint] {
    var kept: [JudgedPoint] = []
    for point in segment.reversed() where !point.isProvisional && !point.isExceptional {
        if let later = kept.last, later.period.overlaps(point.period) { continue }
        kept.append(point)
    }
    return kept.reversed()
}

/// The fewest points a trend is fitted to.
let fewestForTrend = 5

/// The most points a trend is fitted to where the target's baseline does not say where to begin.
let mostWithoutBaseline = 10

/// From the baseline on, if that leaves five points; else the newest ten.
func window(_ usable: [JudgedPoint], baseline: Period?) -> [JudgedPoint] {
    if let baseline {
        let since = usable.filter { $0.period.startMonth >= baseline.startMonth }
        if since.count >= fewestForTrend { return since }
    }
    return Array(usable.suffix(mostWithoutBaseline))
}
