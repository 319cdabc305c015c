import Statistics
import Vocabulary

extension Evidence {
    /// Everything but the verdict.
    func measured() -> Outcome {
        var outcome = Outcome(verdict: .awaiting, usablePoints: usablePoints.count)
        outcome.window = trend?.window
        outcome.pace.actual = trend?.slope
        outcome.projection = projection
        outcome.chance = assessedTarget.flatMap { target in trend.flatMap { $0.chance(of: target, direction) } }
        outcome.baseline = description.baseline.flatMap { start in segment.first { $0.period == start }?.figure }
        guard let latest = Evidence.latest(segment) else { return outcome }
        outcome.latest = latest.figure
        outcome.turn = turn(before: latest)
        outcome.pace.lastThreeYears = lastThreeYears(to: latest)
        if let target = description.target { measure(target, latest, &outcome) }
        if outcome.baseline == nil, let first = firstWave, first.period != latest.period { outcome.baseline = first }
        return outcome
    }

    private func measure(_ target: Target, _ latest: JudgedPoint, _ outcome: inout Outcome) {
        let value = latest.figure.value
        outcome.distance = distance(to: target, from: value)
        let years = Double(target.year) - latest.time
        if let distance = outcome.distance, !target.isMet(by: value, direction), years > 0 {
            outcome.pace.needed = distance / years
        }
        if target.kind == .reach, target.upper == nil, assessedTarget != nil {
            outcome.position = position(latest, baseline: outcome.baseline, target)
        }
    }

    /// Target minus figure; for a band, to its nearer limit, and 0 within it.
    private func distance(to target: Target, from value: Double) -> Double {
        guard let upper = target.upper else { return target.value - value }
        return value < target.value ? target.value - value : value > upper ? upper - value : 0
    }

    /// The figure furthest from the latest within the ten years before it; of equally far ones the newest.
    private func turn(before latest: JudgedPoint) -> Observation? {
        let earlier = segment.filter {
            !$0.isProvisional && $0.period.endMonth < latest.period.endMonth && !$0.period.overlaps(latest.period)
                && $0.period.endMonth >= latest.period.endMonth - 120
        }
        var furthest: JudgedPoint?
        for point in earlier {
            let distance = abs(point.figure.value - latest.figure.value)
            // Equal decimals may differ in the last binary digit.
            let most = furthest.map { abs($0.figure.value - latest.figure.value) } ?? 0
            if distance >= most - 1e-9 * max(1, abs(latest.figure.value)) { furthest = point }
        }
        return furthest?.figure
    }

    private func lastThreeYears(to latest: JudgedPoint) -> Double? {
        let before = segment.first {
            $0.period.startMonth == latest.period.startMonth - 36 && $0.period.months == latest.period.months
                && !$0.isProvisional
        }
        guard let before, !before.period.overlaps(latest.period) else { return nil }
        return (latest.figure.value - before.figure.value) / 3
    }

    /// Beside the straight path from the baseline to the target.
    private func position(_ latest: JudgedPoint, baseline: Observation?, _ target: Target) -> PathPosition? {
        guard let baseline else { return nil }
        let start = timeOf(baseline.period)
        let end = Double(target.year)
        guard latest.time > start, latest.time <= end else { return nil }
        let onPath = baseline.value + (target.value - baseline.value) * (latest.time - start) / (end - start)
        let lead = direction == .down ? onPath - latest.figure.value : latest.figure.value - onPath
        return lead >= 0 ? .ahead : .behind
    }

    /// The wave the latest is compared with, where there are two to four points that carry intervals: the baseline's, or the
    /// first of them.
    var firstWave: Observation? {
        guard trend == nil else { return nil }
        let measured = usablePoints.map(\.figure).filter { $0.estimate != nil }
        guard measured.count >= 2 else { return nil }
        return measured.first { $0.period == description.baseline } ?? measured.first
    }

    /// Better than, as or worse than the first wave, by the interval of the difference.
    func twoWaveVerdict(_ latest: Observation) -> Verdict? {
        guard let start = firstWave, start.period != latest.period, let first = start.estimate,
            let last = latest.estimate
        else { return nil }
        let change = newcombeDifference(last, first)
        if change.low > 0 { return direction == .down ? .worseThanBaseline : .betterThanBaseline }
        if change.high < 0 { return direction == .down ? .betterThanBaseline : .worseThanBaseline }
        return .asBaseline
    }
}

extension Observation {
    /// The figure with its interval, where it has one.
    fileprivate var estimate: Estimate? {
        guard let low, let high else { return nil }
        return Estimate(value: value, interval: Interval(low: low, high: high))
    }
}
