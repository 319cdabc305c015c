public import Assessment
public import Vocabulary
public import Wording

/// Neighbouring periods of a control chart that stand out by the same rule and mean the same.
public struct ControlSignal: Hashable, Sendable {
    public var first: Period
    public var last: Period
    public var rule: ControlRule
    public var meaning: ControlMeaning
    /// The figures, or their yearly changes, are high rather than low, rising rather than falling.
    public var isUpwards: Bool
    /// Changes from the same season of the year before stand out, not the figures themselves.
    public var isSeasonal: Bool
}

/// The signals of a reading, the newest first.
public func controlSignals(_ reading: ControlReading, _ direction: Direction) -> [ControlSignal] {
    var signals: [ControlSignal] = []
    var previous: ControlPoint?
    for point in reading.points {
        defer { previous = point }
        guard let rule = point.rule else { continue }
        let continues = previous?.rule == rule && previous?.meaning == point.meaning && previous?.level == point.level
        if continues, let newest = signals.indices.last {
            signals[newest].last = point.period
            continue
        }
        signals.append(
            ControlSignal(
                first: point.period, last: point.period, rule: rule, meaning: point.meaning,
                isUpwards: isUpwards(point.meaning, direction), isSeasonal: reading.kind == .yearOverYear))
    }
    return signals.reversed()
}

private func isUpwards(_ meaning: ControlMeaning, _ direction: Direction) -> Bool {
    switch meaning {
    case .neutralHigh: true
    case .neutralLow, .ordinary: false
    case .improvement: direction != .down
    case .concern: direction == .down
    }
}

/// A signal as an entry of a list: `Januar 2026: over den øvre grænse for de sædvanlige udsving (den forkerte vej).`
public func signalText(_ signal: ControlSignal, _ p: Phrases) -> String {
    let first = signal.first.name(p.language)
    let isOne = signal.first == signal.last
    let span = isOne ? first : p("control.signal.span", ["first": first, "last": signal.last.name(p.language)])
    let season = signal.isSeasonal ? "season." : ""
    let rule = p("control.rule.\(season)\(signal.rule.rawValue).\(signal.isUpwards ? "up" : "down")")
    let way = "control.way.\(signal.meaning.rawValue)"
    guard p.has(way) else { return p("control.signal.item", ["span": span.capitalizedFirst, "rule": rule]) }
    return p("control.signal.way", ["span": span.capitalizedFirst, "rule": rule, "way": p(way)])
}
