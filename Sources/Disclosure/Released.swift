public import Indicators
public import Vocabulary

/// A figure cleared for an edition: a value, or the state that stands in its place.
public struct Figure: Hashable, Sendable {
    public let state: FigureState
    /// In the indicator's unit of measure, unrounded; nil unless shown.
    public let value: Double?
    public let numerator: Exact?
    public let denominator: Exact?
    /// Persons or answers behind the figure, where the edition shows it.
    public let count: Int?
    /// What the unit's mix of groups would give, where the edition shows it.
    public let expected: Expected?
    /// What its interval needs, where it is made of answers. For assessment alone: no page or file holds it.
    public let moments: AnswerMoments?
    /// The sums behind it before any division: what rolling windows are made of.
    let overTime: OverTimeSums?

    init(
        state: FigureState, value: Double?, numerator: Exact?, denominator: Exact?, count: Int?,
        expected: Expected? = nil, moments: AnswerMoments? = nil, overTime: OverTimeSums? = nil
    ) {
        self.state = state
        self.value = value
        self.numerator = numerator
        self.denominator = denominator
        self.count = count
        self.expected = expected
        self.moments = moments
        self.overTime = overTime
    }

    static func without(_ state: FigureState) -> Figure {
        Figure(state: state, value: nil, numerator: nil, denominator: nil, count: nil)
    }
}

/// Figures of one indicator cleared for an edition. Only this module makes it, and it cannot be decoded, so a page
/// that shows a figure shows a cleared one.
public struct Released<E: Edition>: Sendable {
    public let indicator: String
    /// Ordered by unit, breakdown and period.
    public let rows: [(key: SeriesKey, figure: Figure)]
    /// Figures of units are to be read beside what their mix of groups would give, whether or not the edition shows it.
    public let isExpectedByMix: Bool

    init(indicator: String, rows: [(key: SeriesKey, figure: Figure)], isExpectedByMix: Bool = false) {
        self.indicator = indicator
        self.isExpectedByMix = isExpectedByMix
        self.rows = rows
    }

    /// An indicator that waits for its data: nothing is shown, and nothing is hidden.
    public static func withoutFigures(_ indicator: String) -> Released<E> { Released(indicator: indicator, rows: []) }
}
