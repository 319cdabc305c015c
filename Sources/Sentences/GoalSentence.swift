public import Assessment
public import Wording

/// How the indicators of a goal, or of all goals, stand: counted by mark, and how much of the goal they cover.
public struct GoalStanding: Hashable, Sendable {
    /// Targets by mark; `.none` is not counted.
    public var counts: [VerdictMark: Int]
    /// Indicators without an adopted target, context figures apart.
    public var withoutTarget: Int
    /// Shares from 0 to 1 counted with declared weights; nil where no weights are declared.
    public var weighted: WeightedStanding?

    public init(counts: [VerdictMark: Int], withoutTarget: Int = 0, weighted: WeightedStanding? = nil) {
        self.counts = counts
        self.withoutTarget = withoutTarget
        self.weighted = weighted
    }

    public init(_ marks: [VerdictMark], withoutTarget: Int = 0) {
        self.init(counts: marks.reduce(into: [:]) { $0[$1, default: 0] += 1 }, withoutTarget: withoutTarget)
    }
}

/// What part of a goal is reached and what part on track, by declared weights. The two are never added up.
public struct WeightedStanding: Hashable, Sendable {
    public var reached: Double
    public var onTrack: Double

    public init(reached: Double, onTrack: Double) {
        self.reached = reached
        self.onTrack = onTrack
    }
}

/// One or two sentences: the targets by verdict, reached and on track told apart; then what awaits data or has no
/// target.
public func goalSentence(_ standing: GoalStanding, _ p: Phrases) -> String {
    func count(_ mark: VerdictMark) -> Int { standing.counts[mark, default: 0] }
    let told: [VerdictMark] = [.reached, .onTrack, .tooSlow, .wrongWay, .cannotTell]
    let total = told.map(count).reduce(0, +)
    var sentences: [String] = []
    if total == count(.cannotTell) {
        sentences.append(p("tally.sentence.none"))
    } else if total == 1, let mark = told.first(where: { count($0) == 1 }) {
        sentences.append(p("tally.sentence.one", ["status": p("tally.\(mark.rawValue)").loweredFirst]))
    } else {
        let list = listText(told.compactMap { clause($0.rawValue, count($0), p) }, p)
        sentences.append(p("tally.sentence.some", ["total": countText(total, p.language), "list": list]))
    }
    let rest = [clause("awaiting", count(.awaiting), p), clause("noTarget", standing.withoutTarget, p)]
    let gaps = listText(rest.compactMap { $0 }, p)
    if !gaps.isEmpty { sentences.append(gaps + ".") }
    return sentences.joined(separator: " ")
}

/// The same by declared weights, to be printed beside the counts and never instead of them; nil without weights.
public func weightedSentence(_ standing: GoalStanding, _ p: Phrases) -> String? {
    guard let weighted = standing.weighted else { return nil }
    func text(_ share: Double) -> String { percentText(share, p.language) }
    return p("tally.weighted", ["reached": text(weighted.reached), "onTrack": text(weighted.onTrack)])
}

/// Where the targets stand, in one or two sentences. Figures without a target are not counted.
public func tallySentence(_ marks: [VerdictMark], _ p: Phrases) -> String { goalSentence(GoalStanding(marks), p) }

/// `2 er på rette vej`; nil for none, unless it is worth saying that there are none.
private func clause(_ key: String, _ count: Int, _ p: Phrases) -> String? {
    if count > 0 { return p.counted("tally.clause.\(key)", count) }
    return p.has("tally.clause.\(key).none") ? p("tally.clause.\(key).none") : nil
}

/// `a`, `a, og b`, `a, b, og c`: each part is a clause of its own.
private func listText(_ parts: [String], _ p: Phrases) -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + ", " + p("list.and") + " " + last
}
