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
    let newest = a.annual.latest.flatMap { point in
        point.isProvisional ? point.value.map { Observation(period: point.period, value: $0) } : nil
    }
    var all = facts(a.description, a.outcome, provisional: newest, p)
    if let newest = a.newestInsideYear {
        all[0] = Fact(
            label: p("fact.latest"), value: a.description.unit.text(newest.value, p.language),
            note: p("fact.latest.period", ["period": newest.period.name(p.language)]))
    }
    return all
}

/// The same from plain values; `provisional` is the newest figure where that may still be corrected.
public func facts(_ d: IndicatorDescription, _ o: Outcome, provisional: Observation?, _ p: Phrases) -> [Fact] {
    [latestFact(d, o, provisional, p), targetFact(d, o, p), verdictFact(d, o, p), paceFact(d, o, p)].compactMap { $0 }
}

private func latestFact(_ d: IndicatorDescription, _ o: Outcome, _ provisional: Observation?, _ p: Phrases) -> Fact {
    guard let latest = o.latest else {
        return Fact(label: p("fact.latest"), value: p(o.isWithheld ? "state.hidden" : "state.noFigures"), note: "")
    }
    let l = p.language
    var notes = [p("fact.latest.period", ["period": latest.period.name(l)])]
    if let low = latest.low, let high = latest.high {
        notes.append(p("fact.interval", ["low": d.unit.bare(low, l), "high": d.unit.text(high, l)]))
    }
    if let provisional {
        let values = ["period": provisional.period.name(l), "value": d.unit.text(provisional.value, l)]
        notes.append(
            provisional.period == latest.period ? p("fact.provisional") : p("fact.newerProvisional", values))
    }
    return Fact(label: p("fact.latest"), value: d.unit.text(latest.value, l), note: notes.joined(separator: " "))
}

private func targetFact(_ d: IndicatorDescription, _ o: Outcome, _ p: Phrases) -> Fact? {
    guard let target = d.target else { return nil }
    var notes: [String] = []
    let isMet = o.latest.map { target.isMet(by: $0.value, d.direction) } ?? false
    if let distance = o.distance, o.latest != nil {
        let text = d.unit.differenceText(distance.magnitude, p.language)
        let isZero = text == d.unit.differenceText(0, p.language)
        if isZero, !isMet {
            notes.append(p("fact.distance.tiny", ["difference": smallestDifference(d.unit, p.language)]).withFullStop)
        } else if isZero, !target.isBand {
            notes.append(p("fact.distance.exact").withFullStop)
        } else if !isMet {
            notes.append(p("fact.distance", ["difference": text]).withFullStop)
        } else if !target.isBand {
            notes.append(p("fact.distance.met", ["difference": text]).withFullStop)
        }
    }
    if let position = o.position, !isMet { notes.append(p("fact.path.\(position.rawValue)")) }
    notes.append(targetStatusText(target, p).withFullStop)
    return Fact(
        label: p("fact.target", ["year": String(target.year)]), value: targetValueText(d, p),
        note: notes.joined(separator: " "))
}

/// One step of the last decimal shown: `0,1 procentpoint`.
private func smallestDifference(_ unit: UnitOfMeasure, _ language: Language) -> String {
    let step = (0..<unit.decimals).reduce(1.0) { step, _ in step / 10 }
    return unit.differenceText(step, language)
}

private func verdictFact(_ d: IndicatorDescription, _ o: Outcome, _ p: Phrases) -> Fact {
    var notes: [String] = []
    if let chance = o.chance, o.verdict != .context, o.verdict != .awaiting {
        let isMet = d.target.flatMap { target in o.latest.map { target.isMet(by: $0.value, d.direction) } } ?? false
        let year = d.target.map { String($0.year) } ?? ""
        notes.append(p(isMet ? "fact.chance.met" : "fact.chance", ["chance": chanceText(chance, p), "year": year]))
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
    if let needed = o.pace.needed, text(needed) != text(0) {
        notes.append(p("fact.pace.needed", ["difference": text(needed)]))
    }
    if let recent = o.pace.lastThreeYears {
        notes.append(p("fact.pace.lastThreeYears", ["difference": text(recent)]))
    }
    let value = o.pace.actual.map { p("fact.pace.value", ["difference": text($0)]) } ?? p("fact.pace.none")
    return Fact(label: p("fact.pace"), value: value, note: notes.joined(separator: " "))
}
