public import Vocabulary
public import Wording

/// Who stands behind a target: `Vedtaget af Byrådet 24. juni 2026`, `Eksempel på måltal`.
public func targetStatusText(_ t: Target, _ p: Phrases) -> String {
    guard t.status != .example else { return p("target.example") }
    let body = t.body(p.language)
    let date = t.date.isEmpty ? "" : dateText(t.date, p.language)
    let origin =
        switch (body.isEmpty, date.isEmpty) {
        case (false, false): ".byOn"
        case (false, true): ".by"
        case (true, false): ".on"
        case (true, true): ""
        }
    return p("target.\(t.status.rawValue)\(origin)", ["body": body, "date": date])
}

/// The target as a level: `3,5 %`, `mindst 4,2`, `mellem 3,0 og 3,5 %`; empty without a target.
public func targetValueText(_ d: IndicatorDescription, _ p: Phrases) -> String {
    guard let target = d.target else { return "" }
    let value = d.unit.text(target.value, p.language)
    if let upper = target.upper {
        let low = d.unit.bare(target.value, p.language)
        return p("target.between", ["low": low, "high": d.unit.text(upper, p.language)])
    }
    if target.kind == .reach { return value }
    return p(d.direction == .down ? "target.atMost" : "target.atLeast", ["value": value])
}

/// The target inside a sentence: `måltallet for 2030 på 3,5 % (eksempel på måltal)`.
func targetInline(_ d: IndicatorDescription, _ p: Phrases) -> String {
    guard let target = d.target else { return "" }
    let family = target.isBand ? "within" : target.kind == .reach ? "reach" : "maintain"
    let level = targetValueText(d, p)
    let text = p("target.inline.\(family)", ["value": level, "level": level, "year": String(target.year)])
    switch target.status {
    case .adopted: return text
    case .proposed: return text + p("target.inline.proposed")
    case .example: return text + p("target.inline.example")
    }
}

extension Target {
    /// Two limits to stay between.
    var isBand: Bool { upper != nil }
}
