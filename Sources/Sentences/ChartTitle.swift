public import Assessment
public import Vocabulary
public import Wording

/// What the main chart shows, as a headline without a full stop: `Tallet falder, men ikke hurtigt nok til at nå måltallet`.
/// Speaks of `tallet`, since a title cannot be bent into a sentence in Danish or Norwegian.
public func chartTitle(_ d: IndicatorDescription, _ o: Outcome, _ p: Phrases) -> String {
    guard let latest = o.latest else {
        if o.isWithheld { return p("chartTitle.withheld") }
        return p(o.verdict == .awaiting ? "chartTitle.awaiting.none" : "chartTitle.insufficientData")
    }
    switch o.verdict {
    case .achieved: return p(o.movingAway ? "chartTitle.achieved.movingAway" : "chartTitle.achieved")
    case .onTrack, .likely, .offTrack, .wrongWay: return p("chartTitle.\(o.verdict.rawValue).\(way(d, o))")
    case .held where d.target?.isBand == true: return p("chartTitle.withinBand")
    case .notHeld where d.target?.isBand == true: return p("chartTitle.outsideBand")
    case .betterThanBaseline, .asBaseline, .worseThanBaseline:
        return p("chartTitle.\(o.verdict.rawValue)", ["inBaseline": inBaseline(o, p)])
    case .context: return movementTitle(d, latest, o.turn, p)
    case .possible, .noClearTrend, .held, .notHeld, .insufficientData, .awaiting:
        return p("chartTitle.\(o.verdict.rawValue)")
    }
}

/// Which way the good direction is, or `mixed` where the figure's last large movement went against the trend: then a title
/// that says `stiger` would contradict the sentence under it.
private func way(_ d: IndicatorDescription, _ o: Outcome) -> String {
    o.isMixed(d) ? "mixed" : d.direction == .down ? "down" : "up"
}

private func movementTitle(_ d: IndicatorDescription, _ latest: Observation, _ turn: Observation?, _ p: Phrases)
    -> String
{
    let movement = Movement(d.unit, from: turn ?? latest, to: latest, p.language)
    let key = turn == nil ? "one" : movement.way == .unchanged ? "unchanged" : "moved"
    return p("chartTitle.\(key)", movement.values).capitalizedFirst
}
