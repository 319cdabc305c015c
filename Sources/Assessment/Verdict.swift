import Statistics
public import Vocabulary

/// Judges a series of whole-year figures: which verdict, how fast, where it leads. Rules are tried in order, and the first
/// that fits gives the verdict (Documentation/Methods.md).
///
/// - Parameters:
///   - points: the shown figures, in any order.
///   - description: direction, baseline, target, breaks and rhythm are read from it.
///   - targetYear: where projections lead without a target.
///   - asOf: the day of the build, an ISO date.
///   - isWithheld: there are figures, but none may be shown; then nothing is awaited.
public func judge(
    points: [JudgedPoint], description: IndicatorDescription, targetYear: Int, asOf: String, isWithheld: Bool = false
) -> Outcome {
    let segment = lastSegment(points, description.breaks)
    let evidence = Evidence(segment, description, targetYear: targetYear)
    var outcome = evidence.measured()
    outcome.verdict = verdict(evidence, outcome, newest: segment.last?.period, asOf: asOf, isWithheld: isWithheld)
    outcome.movingAway = outcome.verdict == .achieved && evidence.leavesTarget
    if outcome.verdict == .context { outcome.chance = nil }
    return outcome
}

private func verdict(
    _ evidence: Evidence, _ outcome: Outcome, newest: Period?, asOf: String, isWithheld: Bool
) -> Verdict {
    guard let newest, let latest = outcome.latest else { return isWithheld ? .insufficientData : .awaiting }
    if isOverdue(newest, evidence, asOf: asOf) { return .awaiting }
    guard let target = evidence.assessedTarget else { return .context }
    let isMet = target.isMet(by: latest.value, evidence.direction)
    if target.kind != .reach || target.upper != nil { return isMet ? .held : .notHeld }
    if isMet { return .achieved }
    if let trend = evidence.trend { return trendVerdict(trend, evidence, target) }
    return evidence.twoWaveVerdict(latest) ?? .insufficientData
}

/// The verdict on five points or more whose latest does not meet the target.
private func trendVerdict(_ trend: Trend, _ evidence: Evidence, _ target: Target) -> Verdict {
    let direction = evidence.direction
    let towards = direction == .down ? -trend.slope : trend.slope
    if towards < 0, trend.p < 0.10 { return .wrongWay }
    if let projection = evidence.projection {
        // The end of the interval further from the target, and the end nearer to it.
        let far = direction == .down ? projection.high80 : projection.low80
        let near = direction == .down ? projection.low80 : projection.high80
        if target.isMet(by: far, direction) { return .onTrack }
        if target.isMet(by: projection.value, direction) { return .likely }
        if target.isMet(by: near, direction) { return .possible }
    }
    return towards > 0 ? .offTrack : .noClearTrend
}

/// Whether the newest figure is older than two publication intervals, counted from its period's end.
private func isOverdue(_ newest: Period, _ evidence: Evidence, asOf: String) -> Bool {
    guard let today = Period(String(asOf.prefix(10))), today.grain == .day else { return false }
    let age = Double(today.startMonth - newest.endMonth) + Double(today.day - 1) / 31
    return age > Double(2 * evidence.publicationInterval(newest))
}

/// The figures of one segment and what is computed from them.
struct Evidence {
    let segment: [JudgedPoint]
    let usablePoints: [JudgedPoint]
    let description: IndicatorDescription
    let trend: Trend?
    let projection: Projection?

    init(_ segment: [JudgedPoint], _ description: IndicatorDescription, targetYear: Int) {
        self.segment = segment
        self.description = description
        usablePoints = usable(segment)
        let trend = Trend(window(usablePoints, baseline: description.baseline))
        let year = description.target?.year ?? targetYear
        self.trend = trend
        projection = Evidence.latest(segment).flatMap { trend?.projection(to: year, after: $0.period) }
    }

    var direction: Direction { description.direction }

    /// The target the verdict is measured by: adopted or an example, and never one on a neutral figure.
    var assessedTarget: Target? {
        guard let target = description.target, target.status != .proposed, direction != .neutral else { return nil }
        return target
    }

    /// The newest figure that is not provisional, or the newest of all where every one is.
    static func latest(_ segment: [JudgedPoint]) -> JudgedPoint? {
        segment.last { !$0.isProvisional } ?? segment.last
    }

    /// The whole 80 % interval of the projection lies where the target is not met.
    var leavesTarget: Bool {
        guard let target = assessedTarget, let projection else { return false }
        return !target.isMet(by: projection.low80, direction) && !target.isMet(by: projection.high80, direction)
    }

    /// Months between new whole-year figures: the rhythm of the first source, at least a year; where the rhythm is several
    /// years without saying how many, the middle distance between the figures there are.
    func publicationInterval(_ newest: Period) -> Int {
        let rhythm = description.sources.first?.rhythm ?? newest.grain
        if let months = rhythm.months { return max(months, 12) }
        let ends = segment.map(\.period.endMonth)
        let gaps = zip(ends.dropFirst(), ends).map { $0 - $1 }.filter { $0 > 0 }.sorted()
        return max(gaps.isEmpty ? newest.months : gaps[gaps.count / 2], 12)
    }
}
