/// What a place of a control chart means to someone who wants the figure to move one way.
public enum ControlChartMeaning: Sendable, Hashable {
    /// Ordinary variation.
    case commonCause
    /// A signal the wanted way.
    case improvement
    /// A signal the other way.
    case concern
    /// A signal upwards of a figure that should neither rise nor fall.
    case neutralHigh
    /// A signal downwards of a figure that should neither rise nor fall.
    case neutralLow
}

/// Whether ordinary variation alone would meet a target.
public enum ControlChartAssurance: Sendable, Hashable {
    /// The whole span between the limits meets the target.
    case consistentlyMet
    /// No part of the span between the limits meets the target.
    case consistentlyMissed
    /// The target lies between the limits or on one: it will be met some times and missed others.
    case inconsistent
    /// There are no limits.
    case notAssessable
}

extension ControlChartPoint {
    /// What this place means to someone who wants the figure to move one way.
    public func meaning(wanted: DesiredChange) -> ControlChartMeaning {
        guard let signal else { return .commonCause }
        switch wanted {
        case .increase: return signal.isHigh ? .improvement : .concern
        case .decrease: return signal.isHigh ? .concern : .improvement
        case .neither: return signal.isHigh ? .neutralHigh : .neutralLow
        }
    }
}

extension ControlChart {
    /// What the last place means: the "variation" of the chart. Nil for a last group without limits.
    public func variation(wanted: DesiredChange) -> ControlChartMeaning? {
        guard groups.last?.averageMovingRange != nil else { return nil }
        return points.last?.meaning(wanted: wanted)
    }

    /// Whether ordinary variation meets the target, by the last limits there are in the last group. Nil for `neither`.
    ///
    /// A target on a limit is inconsistent. Where the values do not vary, the mean meets the target or misses it.
    public func assurance(target: Double, wanted: DesiredChange) -> ControlChartAssurance? {
        guard wanted != .neither else { return nil }
        let last = points.last { $0.group == groups.count - 1 && $0.limits != nil }
        guard let group = groups.last, let limits = last?.limits, let mean = group.mean else { return .notAssessable }
        let wantsMore = wanted == .increase
        guard group.varies else {
            let met = wantsMore ? mean >= target - group.tolerance : mean <= target + group.tolerance
            return met ? .consistentlyMet : .consistentlyMissed
        }
        if target > limits.high + group.tolerance { return wantsMore ? .consistentlyMissed : .consistentlyMet }
        if target < limits.low - group.tolerance { return wantsMore ? .consistentlyMet : .consistentlyMissed }
        return .inconsistent
    }
}
