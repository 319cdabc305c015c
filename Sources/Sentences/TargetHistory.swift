public import Vocabulary
public import Wording

/// A target as a level, of any of an indicator's: `mindst 4,2`.
public func targetValueText(_ target: Target, of d: IndicatorDescription, _ p: Phrases) -> String {
    var d = d
    d.target = target
    return targetValueText(d, p)
}

/// That an adopted target took the place of another, and whether it became easier to reach: `Måltallet for 2030 var
/// 4,0 % og er nu 4,5 %. Det er blevet lettere at nå.` Nil without an earlier adopted one of another level.
public func targetChangeSentence(_ target: Target, of d: IndicatorDescription, _ p: Phrases) -> String? {
    guard target.status == .adopted, let before = target.history.last(where: { $0.status == .adopted }) else {
        return nil
    }
    let texts = (targetValueText(before, of: d, p), targetValueText(target, of: d, p))
    guard texts.0 != texts.1 else { return nil }
    let change = p("target.changed", ["year": String(target.year), "before": texts.0, "after": texts.1])
    guard !target.isBand, !before.isBand, target.kind == before.kind, d.direction == .up || d.direction == .down else {
        return change
    }
    let isEased = (target.value < before.value) == (d.direction == .up)
    return change + " " + p(isEased ? "target.eased" : "target.tightened")
}

/// Who decided that a period is out of the ordinary or that a series breaks, and when; empty where not said.
public func decisionSentence(_ body: LocalizedText, _ date: String, _ p: Phrases) -> String {
    let name = body(p.language)
    let values = ["body": name, "date": date.isEmpty ? "" : dateText(date, p.language)]
    switch (name.isEmpty, date.isEmpty) {
    case (false, false): return p("decided.byOn", values)
    case (false, true): return p("decided.by", values)
    case (true, false): return p("decided.on", values)
    case (true, true): return ""
    }
}
