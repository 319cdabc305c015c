public import Assessment
public import Vocabulary
public import Wording

/// The same for an indicator with all its figures: one whose figures all lie inside years that are not whole yet is told
/// by the newest of them.
public func leadSentence<E: Publishable>(_ a: Assessed<E>, _ p: Phrases) -> String {
    guard let newest = a.newestInsideYear else { return leadSentence(a.description, a.outcome, p) }
    let values = [
        "value": a.description.unit.text(newest.value, p.language), "period": newest.period.name(p.language),
    ]
    return p("sentence.awaiting.year", values)
}

extension Assessed {
    /// The newest figure inside a year, where there is none for a whole year.
    var newestInsideYear: Observation? {
        guard outcome.latest == nil, !outcome.isWithheld else { return nil }
        let newest = detail?.points.last { $0.state == .shown && $0.value != nil }
        return newest.flatMap { point in point.value.map { Observation(period: point.period, value: $0) } }
    }
}

/// One or two plain sentences on how the figure has moved and how it stands towards its target. They name no causes.
public func leadSentence(_ d: IndicatorDescription, _ o: Outcome, _ p: Phrases) -> String {
    guard let latest = o.latest else {
        if o.isWithheld { return p("sentence.withheld") }
        return p(o.verdict == .awaiting ? "sentence.awaiting.none" : "sentence.insufficientData.noTarget")
    }
    if o.verdict == .awaiting {
        return p(
            "sentence.awaiting",
            ["value": d.unit.text(latest.value, p.language), "period": latest.period.name(p.language)])
    }
    var d = d
    d.unit = d.unit.tellingApart(latest.value, from: others(d, latest, o))
    return movementSentence(d, latest, o, p) + " " + standingSentence(d, o, p)
}

/// The figures that the latest must not seem to be: a target that it misses, a starting point that it differs from.
private func others(_ d: IndicatorDescription, _ latest: Observation, _ o: Outcome) -> [Double] {
    var others: [Double] = []
    if let target = d.target, !target.isMet(by: latest.value, d.direction) {
        others += [target.value, target.upper ?? target.value]
    }
    if o.isTwoWaves, o.verdict != .asBaseline, let before = o.before { others.append(before.value) }
    return others
}

extension UnitOfMeasure {
    /// With as many more decimals as it takes that a figure is not written as others that it differs from: `3,52 %`
    /// where a target of `3,50 %` is missed. As it is where three more do not do.
    func tellingApart(_ value: Double, from others: [Double]) -> UnitOfMeasure {
        var unit = self
        for more in 0...3 {
            unit.decimals = decimals + more
            let text = unit.bare(value, .english)
            if !others.contains(where: { unit.bare($0, .english) == text }) { return unit }
        }
        return self
    }
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

extension Outcome {
    /// There are figures, but none of them may be shown.
    var isWithheld: Bool { latest == nil && verdict == .insufficientData }

    /// The verdict is the latest figure beside the starting point, and nothing between.
    var isTwoWaves: Bool { [.betterThanBaseline, .asBaseline, .worseThanBaseline].contains(verdict) }

    /// What the latest figure is told beside: the figure furthest from it, or the starting point where that is what the
    /// verdict compares with.
    var before: Observation? { isTwoWaves ? baseline ?? turn : turn }

    /// Whether the movement from `before` to the latest goes against the trend that the verdict tells of.
    func isMixed(_ d: IndicatorDescription) -> Bool {
        guard let latest, let before, let isGood = trendIsGood else { return false }
        let way = Movement(d.unit, from: before, to: latest, .english).way
        return way != .unchanged && (way == .rose) != ((d.direction != .down) == isGood)
    }

    /// Whether the trend goes the good way; nil where the verdict tells of none.
    private var trendIsGood: Bool? {
        switch verdict {
        case .onTrack, .likely, .offTrack: true
        case .wrongWay: false
        case .achieved where movingAway: false
        default: nil
        }
    }
}

private func movementSentence(_ d: IndicatorDescription, _ latest: Observation, _ o: Outcome, _ p: Phrases) -> String {
    guard let before = o.before, before.period != latest.period else {
        return p(
            "sentence.latest",
            ["value": d.unit.text(latest.value, p.language), "period": latest.period.name(p.language)])
    }
    let movement = Movement(d.unit, from: before, to: latest, p.language)
    switch movement.way {
    case .unchanged: return p("sentence.unchanged", movement.values)
    // A change that may be chance is not told as one.
    case _ where o.verdict == .asBaseline: return p("sentence.latest.against", movement.values)
    case .rose: return p("sentence.rose", movement.values)
    case .fell: return p("sentence.fell", movement.values)
    }
}

private func standingSentence(_ d: IndicatorDescription, _ o: Outcome, _ p: Phrases) -> String {
    guard let target = d.target, o.verdict != .context else { return sentenceWithoutTarget(d, o, p) }
    let inline = targetInline(d, p)
    let isMixed = o.isMixed(d)
    var values = ["target": inline, "Target": inline.capitalizedFirst, "year": String(target.year)]
    values["over"] = spanText(o, isWhole: isMixed, p)
    values["development"] = developmentText(o, isWhole: isMixed, p)
    values["inBaseline"] = inBaseline(o, p)
    let position = o.position.map { "." + $0.rawValue } ?? ""
    switch o.verdict {
    case .achieved where o.movingAway: return p("sentence.achieved.movingAway", values)
    case .onTrack, .likely, .possible: return prospectSentence(o, values, p)
    case .offTrack, .wrongWay: return p("sentence.\(o.verdict.rawValue)\(isMixed ? ".mixed" : "")", values)
    case .betterThanBaseline, .asBaseline, .worseThanBaseline:
        return p("sentence.\(o.verdict.rawValue)\(position)", values)
    case .insufficientData where o.position != nil: return p("sentence.insufficient\(position)", values)
    default: return p("sentence.\(o.verdict.rawValue)", values)
    }
}

/// How likely it is that the target is reached, in words that agree with the verdict: without a computed chance, the one
/// that the verdict stands for.
private func prospectSentence(_ o: Outcome, _ values: [String: String], _ p: Phrases) -> String {
    let chance: Chance = o.chance ?? (o.verdict == .onTrack ? .veryLikely : o.verdict == .likely ? .likely : .uncertain)
    if o.verdict != .possible, ![.veryLikely, .likely].contains(chance) { return p("sentence.likely", values) }
    if chance == .uncertain { return p("sentence.prospect.uncertain", values) }
    return p("sentence.prospect", values.merging(["chance": chanceText(chance, p)]) { $1 })
}

/// ` i 2021` after `udgangspunktet`, or nothing.
func inBaseline(_ o: Outcome, _ p: Phrases) -> String {
    o.baseline.map { " " + $0.period.inPeriod(p.language) } ?? ""
}

private func sentenceWithoutTarget(_ d: IndicatorDescription, _ o: Outcome, _ p: Phrases) -> String {
    if o.isTwoWaves { return p("sentence.\(o.verdict.rawValue)", ["inBaseline": inBaseline(o, p)]) }
    if o.verdict != .context { return p("sentence.insufficientData.noTarget") }
    if d.direction == .neutral { return p("sentence.context") }
    guard d.target?.status == .proposed else { return p("sentence.noTarget") }
    return p("sentence.proposed", ["Target": targetInline(d, p).capitalizedFirst])
}

/// `Set over perioden fra 2016 til 2025`: the years the trend is computed over, so that a turn within them does not
/// seem to contradict it.
private func spanText(_ o: Outcome, isWhole: Bool, _ p: Phrases) -> String {
    guard let window = o.window else { return p("sentence.overAll") }
    return p(
        isWhole ? "sentence.over.whole" : "sentence.over",
        ["first": window.first.shortName(p.language), "last": window.last.shortName(p.language)])
}

/// `udviklingen siden 2016`, or `den samlede udvikling siden 2016` where a turn within it went the other way.
private func developmentText(_ o: Outcome, isWhole: Bool, _ p: Phrases) -> String {
    guard let window = o.window else { return p("sentence.sinceAll") }
    return p(
        isWhole ? "sentence.since.whole" : "sentence.since", ["first": window.first.name(p.language)])
}
