public import Assessment
public import Vocabulary
public import Wording

/// A unit's figure beside what is expected of it, as plain values. It says nothing of good or bad, and nothing of rank.
public struct UnitStanding: Hashable, Sendable {
    public enum State: String, Sendable, CaseIterable, Hashable {
        case usual, higher, lower
        /// Not compared: too few units of the same kind, an unknown spread, or a figure that is not shown.
        case tooFewUnits, unknownSpread, withheld
    }

    public var state: State
    /// The unit's name.
    public var unit: String
    /// In the indicator's unit of measure; needed where the unit is compared.
    public var value: Double?
    public var expected: Double?
    /// What the expected figure takes into account, `stillingsgrupper`; nil where it is that of similar units together.
    public var mix: String?

    public init(state: State, unit: String, value: Double? = nil, expected: Double? = nil, mix: String? = nil) {
        self.state = state
        self.unit = unit
        self.value = value
        self.expected = expected
        self.mix = mix
    }
}

/// One or two sentences: the figure and the expected one, and whether they differ by more than the usual ups and downs.
public func standingSentence(_ standing: UnitStanding, _ measure: UnitOfMeasure, _ p: Phrases) -> String {
    let judgement = p("standing.\(standing.state.rawValue)", ["unit": standing.unit])
    guard let value = standing.value, let expected = standing.expected,
        [.usual, .higher, .lower].contains(standing.state)
    else { return judgement }
    let measure = standing.state == .usual ? measure : measure.tellingApart(value, from: [expected])
    let figures = p(
        standing.mix == nil ? "standing.similar" : "standing.expected",
        [
            "unit": standing.unit, "value": measure.text(value, p.language),
            "expected": measure.text(expected, p.language), "mix": standing.mix ?? "",
            "similar": p("comparison.similarUnits").loweredFirst,
        ])
    return figures + " " + judgement
}

/// Whether a difference may be called one.
public enum DifferenceState: Sendable, CaseIterable, Hashable {
    case larger, none, unknown
}

/// One sentence on two units' figures: how far apart they are where the difference is larger than the uncertainty, and
/// otherwise that there is no certain difference.
///
/// - Parameter difference: first minus second, in the measure's unit.
public func differenceSentence(
    _ first: String, _ second: String, difference: Double, _ state: DifferenceState, _ measure: UnitOfMeasure,
    _ p: Phrases
) -> String {
    let key =
        switch state {
        case .larger: difference > 0 ? "higher" : "lower"
        case .none: "none"
        case .unknown: "unknown"
        }
    let measure = measure.tellingApart(difference, from: [0])
    let text = measure.differenceText(difference.magnitude, p.language)
    return p("difference.\(key)", ["first": first, "second": second, "difference": text])
}

/// One or two sentences on a unit's change from one period to another: `er steget` only where the change is larger than
/// the uncertainty.
public func changeSentence(
    _ unit: String, from: Observation, to: Observation, _ state: DifferenceState, _ measure: UnitOfMeasure, _ p: Phrases
) -> String {
    let measure = state == .larger ? measure.tellingApart(to.value, from: [from.value]) : measure
    let movement = Movement(measure, from: from, to: to, p.language)
    let key =
        switch (state, movement.way) {
        case (.larger, .rose): "rose"
        case (.larger, .fell): "fell"
        case (.larger, .unchanged), (.none, _): "none"
        case (.unknown, _): "unknown"
        }
    return p("change.\(key)", movement.values.merging(["unit": unit]) { $1 })
}
