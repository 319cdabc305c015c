public import Vocabulary
public import Wording

/// What a control chart says of its latest figure, as plain values.
public struct ControlStanding: Hashable, Sendable {
    /// What the latest figure's signal means; `upwards` and `downwards` where neither way is the good one.
    public enum Variation: String, Sendable, CaseIterable, Hashable {
        case usual, improving, worsening, upwards, downwards
        /// The latest figure may still be corrected, and gives no signal.
        case provisional
        /// No chart: too few figures, periods that overlap, or a figure that never changes.
        case tooFew, overlapping, unvarying
    }

    /// Where the usual variation lies beside the target.
    public enum Assurance: String, Sendable, CaseIterable, Hashable {
        case met, missed, varies
    }

    public var variation: Variation
    /// Nil without a target or a good direction.
    public var assurance: Assurance?
    /// The latest figure's period.
    public var period: Period
    /// Figures are compared with those of the same season in earlier years.
    public var isSeasonal: Bool
    /// How many figures the limits rest on, where those are so few that the limits are provisional.
    public var provisionalCount: Int?

    public init(
        variation: Variation, assurance: Assurance? = nil, period: Period, isSeasonal: Bool = false,
        provisionalCount: Int? = nil
    ) {
        self.variation = variation
        self.assurance = assurance
        self.period = period
        self.isSeasonal = isSeasonal
        self.provisionalCount = provisionalCount
    }

    /// Whether there are limits to speak of.
    var hasLimits: Bool { ![.tooFew, .overlapping, .unvarying].contains(variation) }

    /// Whether the latest figure is out of the ordinary.
    var isSignal: Bool { [.improving, .worsening, .upwards, .downwards].contains(variation) }
}

/// One or two sentences: whether the latest figure is within the usual ups and downs, and whether those meet the target.
public func controlSentence(_ standing: ControlStanding, _ p: Phrases) -> String {
    let season = standing.isSeasonal ? " " + p("control.season") : ""
    let variation = p(
        "control.\(standing.variation.rawValue)", ["period": standing.period.name(p.language), "season": season])
    guard standing.hasLimits, let assurance = standing.assurance else { return variation }
    return variation + " " + p("control.target.\(assurance.rawValue)")
}

/// `Grænserne for de sædvanlige udsving er foreløbige, for de bygger kun på 9 tal.` Nil where they are not.
public func limitsSentence(_ standing: ControlStanding, _ p: Phrases) -> String? {
    guard standing.hasLimits, let count = standing.provisionalCount else { return nil }
    return p("control.limits.provisional", ["count": countText(count, p.language)])
}

/// A signal is a question to those who know the place: `Hvad skete der i februar 2026?` Nil without a signal.
public func controlQuestion(_ standing: ControlStanding, _ p: Phrases) -> String? {
    standing.isSignal ? p("control.question", ["inPeriod": standing.period.inPeriod(p.language)]) : nil
}
