public import Vocabulary

/// How the indicators of a goal stand together: counted by verdict, with what cannot be counted beside it. Unweighted;
/// weights change nothing here, and give a share of their own where they are declared.
public struct GoalRollUp: Hashable, Sendable {
    /// Indicators with a target that is assessed, by the mark of their verdict.
    public private(set) var counts: [VerdictMark: Int] = [:]
    /// Those with a target: the sum of `counts`.
    public private(set) var targets = 0
    /// Of these, those whose target is an example, and those whose target nobody adopted (examples and proposals).
    public private(set) var examples = 0
    public private(set) var notAdopted = 0
    /// Figures that are background and have no target by nature; figures that could have one.
    public private(set) var context = 0
    public private(set) var withoutTarget = 0
    /// Of both: those whose newer figures are awaited.
    public private(set) var awaitingWithoutTarget = 0
    /// Indicators with a figure that is shown, with or without a target.
    public private(set) var withFigures = 0
    /// Beside the counts, where weights are declared.
    public let weighted: WeightedRollUp?

    /// Counts indicators.
    /// - Parameter weights: of indicators, by id; those without one weigh nothing. Negative weights count as none.
    public init<E: Publishable>(_ indicators: [Assessed<E>], weights: [String: Double] = [:]) {
        var shares = WeightedRollUp()
        for indicator in indicators {
            let mark = indicator.outcome.verdict.mark
            if indicator.outcome.latest != nil { withFigures += 1 }
            guard let target = indicator.description.target, mark != .none else {
                if indicator.description.direction == .neutral { context += 1 } else { withoutTarget += 1 }
                if mark == .awaiting { awaitingWithoutTarget += 1 }
                continue
            }
            counts[mark, default: 0] += 1
            targets += 1
            if target.status == .example { examples += 1 }
            if target.status != .adopted { notAdopted += 1 }
            let weight = weights[indicator.description.id] ?? 0
            if weight > 0 { shares.add(indicator.description.id, weight, mark) }
        }
        weighted = shares.weights.isEmpty ? nil : shares
    }

    /// All indicators counted.
    public var indicators: Int { targets + context + withoutTarget }

    /// Indicators with a target of which it can be told where they stand: neither awaited nor without an answer.
    public var judged: Int { targets - counts[.awaiting, default: 0] - counts[.cannotTell, default: 0] }
}

/// Shares of declared weight, of indicators with a target. One that cannot be told or is awaited keeps its weight in
/// the whole, so that missing data raise no share.
public struct WeightedRollUp: Hashable, Sendable {
    /// The weights that count, by indicator, to be printed beside the result.
    public private(set) var weights: [String: Double] = [:]
    private var sums: [VerdictMark: Double] = [:]

    fileprivate mutating func add(_ id: String, _ weight: Double, _ mark: VerdictMark) {
        weights[id] = weight
        sums[mark, default: 0] += weight
    }

    /// The share of the weight that has a mark, from 0 to 1.
    public func share(_ mark: VerdictMark) -> Double {
        sums[mark, default: 0] / VerdictMark.allCases.reduce(0) { $0 + sums[$1, default: 0] }
    }

    /// The share of the weight of which it can be told where it stands.
    public var judged: Double { 1 - share(.awaiting) - share(.cannotTell) }
}
