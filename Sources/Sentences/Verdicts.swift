public import Assessment
public import Vocabulary
public import Wording

/// The verdict in a few words: `Går for langsomt`. Where the indicator is at hand, use the form that takes it: it can tell
/// a band from a level, and a figure without an adopted target from one that is never assessed.
public func verdictText(_ outcome: Outcome, _ p: Phrases) -> String {
    if outcome.verdict == .achieved, outcome.movingAway { return p("verdict.achievedMovingAway") }
    return p("verdict.\(outcome.verdict.rawValue)")
}

/// The verdict in a few words, told from what the indicator's target is.
public func verdictText(_ d: IndicatorDescription, _ outcome: Outcome, _ p: Phrases) -> String {
    switch outcome.verdict {
    case .held where d.target?.isBand == true: p("verdict.withinBand")
    case .notHeld where d.target?.isBand == true: p("verdict.outsideBand")
    case .context where d.direction != .neutral: p("verdict.noTarget")
    default: verdictText(outcome, p)
    }
}

/// The shape a verdict bears beside its words; empty for figures that are not assessed.
public func verdictSymbol(_ mark: VerdictMark) -> String {
    switch mark {
    case .reached: "▲"
    case .onTrack: "●"
    case .tooSlow: "◆"
    case .wrongWay: "▼"
    case .cannotTell: "○"
    case .awaiting: "◷"
    case .none: ""
    }
}

/// The prospect of reaching the target, in words: `mindre sandsynligt`.
public func chanceText(_ c: Chance, _ p: Phrases) -> String { p("chance.\(c.rawValue)") }

extension String {
    /// With a capital first letter, the rest as it is.
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }

    /// With a full stop at its end, and one alone after `kr.`.
    var withFullStop: String { hasSuffix(".") ? self : self + "." }
}
