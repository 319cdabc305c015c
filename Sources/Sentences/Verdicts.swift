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

/// Where the goals stand, in one to three sentences: reached and on track apart, then what lags, then what cannot be told.
/// Figures without a target are not counted.
public func tallySentence(_ marks: [VerdictMark], _ p: Phrases) -> String {
    let counted = Dictionary(grouping: marks.filter { $0 != .none }) { $0 }.mapValues(\.count)
    let total = counted.values.reduce(0, +)
    let open = counted[.cannotTell, default: 0] + counted[.awaiting, default: 0]
    guard total > open else { return p("tally.sentence.none") }
    func amount(_ mark: VerdictMark) -> String {
        counted[mark].map { countText($0, p.language) } ?? p("number.none")
    }
    var sentences = [
        p(
            "tally.sentence",
            ["total": countText(total, p.language), "reached": amount(.reached), "onTrack": amount(.onTrack)])
    ]
    if counted[.tooSlow] != nil || counted[.wrongWay] != nil {
        let behind = p("tally.sentence.behind", ["tooSlow": amount(.tooSlow), "wrongWay": amount(.wrongWay)])
        sentences.append(behind.capitalizedFirst)
    }
    if open > 0 { sentences.append(p("tally.sentence.cannotTell", ["count": countText(open, p.language)])) }
    return sentences.joined(separator: " ")
}

extension String {
    /// With a capital first letter, the rest as it is.
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
