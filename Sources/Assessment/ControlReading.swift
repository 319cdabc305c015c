public import Vocabulary

/// Which control chart a series is read by (Documentation/Methods.md).
public enum ControlKind: String, Sendable, CaseIterable, Hashable {
    /// XmR: the figures themselves, limits from the ranges between neighbours.
    case individuals
    /// p′: shares of persons whose number changes; each period has limits of its own.
    case shares
    /// u′: events for a base that changes; each period has limits of its own.
    case rates
    /// XmR of the change from the same season of the year before, where the year has seasons.
    case yearOverYear
}

/// Why no signal is told.
public enum ControlSilence: String, Sendable, CaseIterable, Hashable {
    /// Periods that share days are not independent: their neighbours look alike, and every rule would see a signal.
    case overlapping
    /// Too few figures since the last break.
    case tooShort
}

/// What a place of the chart means to someone who wants the figure to move the declared way.
public enum ControlMeaning: String, Sendable, CaseIterable, Hashable {
    /// Ordinary variation.
    case ordinary
    /// A signal the declared way, and one the other way.
    case improvement, concern
    /// A signal upwards or downwards of a figure that should neither rise nor fall.
    case neutralHigh, neutralLow
}

/// The rule that gave a signal, the most telling first.
public enum ControlRule: String, Sendable, CaseIterable, Hashable {
    /// Beyond a control limit.
    case outside
    /// Seven or more in a row that each rise, or each fall.
    case trend
    /// Two of three in a row near the same limit.
    case twoOfThree
    /// Seven or more in a row on one side of the mean.
    case shift
}

/// Whether ordinary variation alone meets the target.
public enum ControlAssurance: String, Sendable, CaseIterable, Hashable {
    /// All of the span between the limits meets it, or none of it does.
    case consistentlyMet, consistentlyMissed
    /// The target lies within the limits: it is met some times and missed others.
    case inconsistent
}

/// One period of a control chart.
public struct ControlPoint: Hashable, Sendable {
    /// The period; none is left out between the first and the last.
    public let period: Period
    /// The figure as shown, in the unit of measure; nil where it is hidden or missing.
    public let value: Double?
    /// What is charted: the figure, or its change from the same season of the year before. Nil where the period takes
    /// no part: no figure, provisional, exceptional, or without one to compare with.
    public let charted: Double?
    /// The control limits of the period, in the unit of measure, not cut at 0 or 100; nil where there are none.
    public let low: Double?
    public let high: Double?
    /// The rule whose signal the figure is part of, the most telling one; nil for ordinary variation.
    public let rule: ControlRule?
    /// What that means by the indicator's direction.
    public let meaning: ControlMeaning
    /// The figure may still be corrected.
    public let isProvisional: Bool
    /// The period is declared as out of the ordinary.
    public let isExceptional: Bool
    /// Which level it belongs to, a place of `ControlReading.levels`.
    public let level: Int
}

/// A stretch between declared breaks, with one mean.
public struct ControlLevel: Hashable, Sendable {
    /// Its first and last period, with or without a figure.
    public let first: Period
    public let last: Period
    /// How many figures set mean and limits.
    public let count: Int
    /// The mean of what is charted: of the figures, or of their yearly changes. Nil without any.
    public let mean: Double?
    /// Fewer than 13 figures: limits are to be marked as preliminary.
    public let isPreliminary: Bool
    /// Fewer than 8 figures: no limits and no signals.
    public let isTooShort: Bool
}

/// The root's finest published series read as a control chart: what is ordinary variation and what is a signal.
/// Computed from shown figures alone.
public struct ControlReading: Hashable, Sendable {
    /// Which chart it is, and so what `charted` and the limits are about.
    public let kind: ControlKind
    /// Why the newest level has no signals; nil where it is tested.
    public let silence: ControlSilence?
    /// Every period from the first figure to the last, those without a figure too.
    public let points: [ControlPoint]
    /// In order of time; at least one.
    public let levels: [ControlLevel]
    /// What the newest figure that takes part means; nil where nothing is tested.
    public let variation: ControlMeaning?
    /// Whether ordinary variation meets the target; nil without an adopted or example target to reach or hold, where
    /// changes are charted, and where nothing is tested.
    public let assurance: ControlAssurance?
}
