public import Assessment
public import Vocabulary
public import Wording

/// The pace now, the pace needed and that of the last three years, in at most two sentences: `Tallet falder med 0,03
/// procentpoint om året, men måltallet kræver et fald på 0,28 procentpoint om året. De seneste tre år …`
///
/// Changes are in the indicator's unit a year and are told with one decimal more than figures are; a change that rounds to
/// nothing is told as none.
public func paceSentence(_ pace: Pace, _ unit: UnitOfMeasure, _ p: Phrases) -> String {
    let actual = pace.actual.map { Change($0, unit, p.language) }
    let needed = pace.needed.map { Change($0, unit, p.language) }
    let recent = pace.lastThreeYears.map { Change($0, unit, p.language) }
    var sentences: [String] = []
    switch (actual, needed) {
    case (let actual?, let needed?) where needed.way != .none:
        let isEnough = actual.way == needed.way && actual.size >= needed.size
        sentences.append(
            p(isEnough ? "pace.enough" : "pace.short", ["pace": now(actual, p), "needed": required(needed, p)]))
    case (let actual?, _): sentences.append(now(actual, p) + ".")
    case (nil, let needed?) where needed.way != .none: sentences.append(required(needed, p).capitalizedFirst + ".")
    case (nil, _): break
    }
    if let recent {
        let key = recent.way == .up ? "rose" : recent.way == .down ? "fell" : "still"
        sentences.append(p("pace.recent.\(key)", ["amount": recent.amount]))
    }
    return sentences.isEmpty ? p("pace.unknown") : sentences.joined(separator: " ")
}

/// A change per year as it is told.
private struct Change {
    enum Way { case up, down, none }
    let way: Way
    let size: Double
    let amount: String

    init(_ value: Double, _ unit: UnitOfMeasure, _ language: Language) {
        size = value.magnitude
        amount = unit.differenceText(size, language, moreDecimals: 1)
        let isNothing = amount == unit.differenceText(0, language, moreDecimals: 1)
        way = isNothing ? .none : value > 0 ? .up : .down
    }
}

private func now(_ change: Change, _ p: Phrases) -> String {
    switch change.way {
    case .up: p("pace.rises", ["amount": change.amount])
    case .down: p("pace.falls", ["amount": change.amount])
    case .none: p("pace.still")
    }
}

private func required(_ change: Change, _ p: Phrases) -> String {
    p(change.way == .up ? "pace.needed.rise" : "pace.needed.fall", ["amount": change.amount])
}
