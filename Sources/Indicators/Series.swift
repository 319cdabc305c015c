public import Vocabulary

/// A value of a breakdown dimension: `koen` = `Kvinder`.
public struct Category: Hashable, Sendable, Comparable {
    public var dimension: String
    public var value: String

    public init(dimension: String, value: String) {
        self.dimension = dimension
        self.value = value
    }

    /// The dimension of the answers of a distribution. No column and no attribute of a unit is called so.
    public static let answers = "answer.part"

    /// One of the answers of a distribution, by its place from 1.
    public static func answer(_ place: Int) -> Category { Category(dimension: answers, value: "\(place)") }

    public static func < (left: Category, right: Category) -> Bool {
        (left.dimension, left.value) < (right.dimension, right.value)
    }
}

/// Which figure of an indicator: when, where and for whom. `by` is empty for everyone together.
public struct SeriesKey: Hashable, Sendable, Comparable {
    public var period: Period
    public var unit: UnitCode
    public var by: [Category]

    public init(period: Period, unit: UnitCode, by: [Category] = []) {
        self.period = period
        self.unit = unit
        self.by = by
    }

    public static func < (left: SeriesKey, right: SeriesKey) -> Bool {
        if left.unit != right.unit { return left.unit < right.unit }
        if left.by != right.by { return left.by.lexicographicallyPrecedes(right.by) }
        return left.period < right.period
    }
}

/// One figure before disclosure control. Never printed or logged: raw counts stay out of descriptions.
public struct Cell: Hashable, Sendable {
    /// `shown` where there is a figure, else why there is none.
    public var state: FigureState
    /// Exact sums; nil where the figure was published as it is (`given`).
    public var numerator: Exact?
    public var denominator: Exact?
    /// In the indicator's unit of measure, unrounded.
    public var value: Double?
    /// How many persons the figure is about; nil where it is not about persons or the source does not say.
    public var persons: Int?
    /// Of these, how many are counted in the numerator; nil unless the numerator counts persons.
    public var personsCounted: Int?
    /// And how many are not: the complement that the numerator leaves.
    public var personsNotCounted: Int?
    /// Rows of the source behind it.
    public var rows: Int
    /// What the unit's mix of groups would give; nil where none is declared, or it cannot be made.
    public var expected: Expected?
    /// The sums behind it before any division, where it is a sum or a ratio of sums.
    public var overTime: OverTimeSums?
    /// What the interval of a mean of answers needs; nil where rows are not answers.
    public var moments: AnswerMoments? = nil

    public init(
        state: FigureState, numerator: Exact? = nil, denominator: Exact? = nil, value: Double? = nil,
        persons: Int? = nil, personsCounted: Int? = nil, personsNotCounted: Int? = nil, rows: Int = 0,
        expected: Expected? = nil, overTime: OverTimeSums? = nil
    ) {
        self.state = state
        self.numerator = numerator
        self.denominator = denominator
        self.value = value
        self.persons = persons
        self.personsCounted = personsCounted
        self.personsNotCounted = personsNotCounted
        self.rows = rows
        self.expected = expected
        self.overTime = overTime
    }
}

/// All figures of one indicator: a row a period × unit × breakdown, ordered by unit, breakdown and period.
public struct Series: Sendable {
    public var indicator: String
    public var rows: [(key: SeriesKey, cell: Cell)]
    /// Figures of units are to be read beside what their mix of groups would give, and not beside each other alone.
    public var isExpectedByMix: Bool

    public init(indicator: String, rows: [(key: SeriesKey, cell: Cell)], isExpectedByMix: Bool = false) {
        self.indicator = indicator
        self.isExpectedByMix = isExpectedByMix
        self.rows = rows.sorted { $0.key < $1.key }
    }
}
