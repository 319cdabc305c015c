public import Assessment
import Vocabulary
public import Wording

extension UnitStanding {
    /// A compared unit beside what is expected of it.
    /// - Parameter isStandardized: the expected figure takes the unit's mix of groups into account.
    public init(_ unit: ComparedUnit, isStandardized: Bool, _ p: Phrases) {
        let state: State =
            switch unit.state {
            case .usual: .usual
            case .higher: .higher
            case .lower: .lower
            }
        self.init(
            state: state, unit: unit.unit.name(p.language), value: unit.value, expected: unit.expected,
            mix: isStandardized ? p("standing.mix") : nil)
    }
}

/// Why units are not compared, in one sentence.
public func reasonSentence(_ reason: NoComparison, _ p: Phrases) -> String { p("standing.reason.\(reason.rawValue)") }

extension UnitDifference {
    /// Whether it may be called a difference.
    public var state: DifferenceState { mayBeCalledOne ? .larger : .none }
}
