public import Assessment
public import Vocabulary
public import Wording

/// One of the facts at the top of an indicator's page.
public struct Fact: Sendable, Hashable {
    public var label: String
    public var value: String
    /// One or more sentences under the value; may be empty.
    public var note: String

    public init(label: String, value: String, note: String) {
        self.label = label
        self.value = value
        self.note = note
    }
}

/// The four facts: the latest figure, the target and the distance to it, the verdict and its certainty, the pace. Figures
/// without a target have no second fact.
public func facts<E: Publishable>(_ a: Assessed<E>, _ p: Phrases) -> [Fact] {
    let d = a.description
    let o = a.outcome
    return [
        latestFact(d, o, a.annual.latest, p), targetFact(d, o, p), verdictFact(d, o, p), paceFact(d, o, p),
    ].compactMap { $0 }
}

private func latestFact(_ d: IndicatorDescription, _ o: Outcome, _ newest: AssessedPoint?, _ p: Phrases) -> Fact {
    guard let latest = o.latest else {
        return Fact(label: p("fact.latest"), value: p("state.noFigures"), note: "")
    }
    let l = p.language
    var notes = [p("fact.latest.period", ["period": latest.period.name(l)])]
    if let low = latest.low, let high = latest.high {
        notes.append(p("fact.interval", ["low": d.unit.bare(low, l), "high": d.unit.text(high, l)]))
    }
    if let newest, newest.isProvisional, let value = newest.value {
        notes.append(
            newest.period == latest.period
                ? p("fact.provisional")
                : p("fact.newerProvisional", ["period": newest.period.name(l), "value": d.unit.text(value, l)]))
    }
    return Fact(label: p("fact.latest"), value: d.unit.text(latest.value, l), note: notes.joined(separator: " "))
}

private func targetFact(_ d: IndicatorDescription, _ o: Outcome, _ p: Phrases) -> Fact? {
    guard let target = d.target else { return nil }
    var notes: [String] = []
    if let latest = o.latest, let distance = o.distance {
        let text = d.unit.differenceText(distance.magnitude, p.language)
        let isZero = text == d.unit.differenceText(0, p.language)
        let isMet = target.isMet(by: latest.value, d.direction)
        if isZero, !target.isBand {
            notes.append(p("fact.distance.exact") + ".")
        } else if !isMet {
            notes.append(p("fact.distance", ["difference": text]) + ".")
        } else if !target.isBand {
            notes.append(p("fact.distance.met", ["difference": text]) + ".")
        }
    }
    if let position = o.position { notes.append(p("fact.path.\(position.rawValue)")) }
    notes.append(targetStatusText(target, p) + ".")
    return Fact(
        label: p("fact.target", ["year": String(target.year)]), value: targetValueText(d, p),
        note: notes.joined(separator: " "))
}

private func verdictFact(_ d: IndicatorDescription, _ o: Outcome, _ p: Phrases) -> Fact {
    var notes: [String] = []
    if let chance = o.chance, o.verdict != .context, o.verdict != .awaiting {
        notes.append(p("fact.chance", ["chance": chanceText(chance, p)]))
    }
    if let window = o.window, o.verdict != .context, o.verdict != .awaiting {
        let span = ["first": window.first.shortName(p.language), "last": window.last.shortName(p.language)]
        notes.append(
            p.counted(
                "fact.window", window.points, span.merging(["points": countText(window.points, p.language)]) { $1 }))
    }
    return Fact(label: p("fact.verdict"), value: verdictText(d, o, p), note: notes.joined(separator: " "))
}

private func paceFact(_ d: IndicatorDescription, _ o: Outcome, _ p: Phrases) -> Fact {
    func text(_ change: Double) -> String {
        d.unit.differenceText(change, p.language, signed: true, moreDecimals: 1)
    }
    var notes: [String] = []
    if let needed = o.pace.needed { notes.append(p("fact.pace.needed", ["difference": text(needed)])) }
    if let recent = o.pace.lastThreeYears {
        notes.append(p("fact.pace.lastThreeYears", ["difference": text(recent)]))
    }
    let value = o.pace.actual.map { p("fact.pace.value", ["difference": text($0)]) } ?? p("fact.pace.none")
    return Fact(label: p("fact.pace"), value: value, note: notes.joined(separator: " "))
}
