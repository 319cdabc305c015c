/// How fast a figure moves, beside how fast it would have to move.
public struct Pace: Sendable, Hashable {
    /// The change needed for each unit of time, from the latest figure to the target.
    public let required: Double
    /// The change seen for each unit of time.
    public let actual: Double
    /// actual ∕ required: 1 is just fast enough, below 0 is the wrong way. Nil where no change is needed.
    public var ratio: Double? { required == 0 ? nil : actual / required }
}

/// The pace needed to reach a target, beside the pace seen.
///
/// Source: linear interpolation as in the progress measure of the Sustainable Development Report (Lafortune and
/// others 2018, *SDG Index and Dashboards: detailed methodological paper*, § 3.3). Times in the same unit as the
/// pace, for example decimal years. Nil unless the target lies later than the latest figure. Whether the latest
/// figure already meets the target is for the caller to ask first: the ratio then has no meaning.
public func pace(
    actual: Double, from latest: Double, at latestTime: Double, to target: Double, by targetTime: Double
) -> Pace? {
    let time = targetTime - latestTime
    guard time > 0, time.isFinite, actual.isFinite, latest.isFinite, target.isFinite else { return nil }
    return Pace(required: (target - latest) / time, actual: actual)
}
