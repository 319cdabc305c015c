public import Assessment
public import Vocabulary
public import Wording

/// One or two plain sentences on how the figure has moved and how it stands towards its target. They name no causes.
public func leadSentence(_ d: IndicatorDescription, _ o: Outcome, _ p: Phrases) -> String {
    guard let latest = o.latest else {
        return p(o.verdict == .awaiting ? "sentence.awaiting.none" : "sentence.insufficientData.noTarget")
    }
    if o.verdict == .awaiting {
        return p(
            "sentence.awaiting",
            ["value": d.unit.text(latest.value, p.language), "period": latest.period.name(p.language)])
    }
    return movementSentence(d, latest, o.turn, p) + " " + standingSentence(d, o, p)
}

/// How a figure went from one period to another, as words for sentences.
struct Movement {
    enum Way { case rose, fell, unchanged }
    let way: Way
    let values: [String: String]

    init(_ unit: UnitOfMeasure, from: Observation, to: Observation, _ language: Language) {
        let first = unit.text(from.value, language)
        let last = unit.text(to.value, language)
        way = first == last ? .unchanged : to.value > from.value ? .rose : .fell
        values = [
            "from": first, "inFrom": from.period.inPeriod(language), "to": last, "inTo": to.period.inPeriod(language),
            "period": to.period.name(language),
        ]
    }
}

private func movementSentence(_ d: IndicatorDescription, _ latest: Observation, _ turn: Observation?, _ p: Phrases)
    -> String
{
    guard let turn, turn.period != latest.period else {
        return p(
            "sentence.latest",
            ["value": d.unit.text(latest.value, p.language), "period": latest.period.name(p.language)])
    }
    let movement = Movement(d.unit, from: turn, to: latest, p.language)
    switch movement.way {
    case .rose: return p("sentence.rose", movement.values)
    case .fell: return p("sentence.fell", movement.values)
    case .unchanged: return p("sentence.unchanged", movement.values)
    }
}

private func standingSentence(_ d: IndicatorDescription, _ o: Outcome, _ p: Phrases) -> String {
    guard let target = d.target, o.verdict != .context else { return sentenceWithoutTarget(d, o, p) }
    let inline = targetInline(d, p)
    var values = ["target": inline, "Target": inline.capitalizedFirst, "year": String(target.year)]
    values["over"] = spanText(o, p)
    values["inBaseline"] = inBaseline(o, p)
    switch o.verdict {
    case .achieved where o.movingAway: return p("sentence.achieved.movingAway", values)
    case .insufficientData:
        guard let position = o.position else { return p("sentence.insufficientData", values) }
        return p("sentence.insufficient.\(position.rawValue)", values)
    case .offTrack, .wrongWay, .noClearTrend:
        return p("sentence.\(o.verdict.rawValue)", values).capitalizedFirst
    default: return p("sentence.\(o.verdict.rawValue)", values)
    }
}

/// ` i 2021` after `udgangspunktet`, or nothing.
func inBaseline(_ o: Outcome, _ p: Phrases) -> String {
    o.baseline.map { " " + $0.period.inPeriod(p.language) } ?? ""
}

private func sentenceWithoutTarget(_ d: IndicatorDescription, _ o: Outcome, _ p: Phrases) -> String {
    if o.verdict != .context { return p("sentence.insufficientData.noTarget") }
    return p(d.direction == .neutral ? "sentence.context" : "sentence.noTarget")
}

/// `Set over perioden fra 2016 til 2025`: the years the trend is computed over, so that a turn within them does not
/// seem to contradict it.
private func spanText(_ o: Outcome, _ p: Phrases) -> String {
    guard let window = o.window else { return p("sentence.overAll") }
    return p(
        "sentence.over",
        ["first": window.first.shortName(p.language), "last": window.last.shortName(p.language)])
}
