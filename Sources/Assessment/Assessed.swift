public import Vocabulary

/// A released figure with what assessment adds: interval and flags.
public struct AssessedPoint: Hashable, Sendable {
    public let period: Period
    public let state: FigureState
    /// In the indicator's unit of measure; nil unless `state` is shown.
    public let value: Double?
    public let numerator: Exact?
    public let denominator: Exact?
    public let count: Int?
    /// 95 % interval where the method gives one.
    public let low: Double?
    public let high: Double?
    public let isProvisional: Bool
    public let isExceptional: Bool
    /// The first point after a declared break.
    public let followsBreak: Bool
    /// What the unit's mix of groups would give, in the unit of measure, where the edition shows it.
    public let expected: Double?

    init(
        period: Period, state: FigureState, value: Double?, numerator: Exact? = nil, denominator: Exact? = nil,
        count: Int? = nil, low: Double? = nil, high: Double? = nil, isProvisional: Bool = false,
        isExceptional: Bool = false, followsBreak: Bool = false, expected: Double? = nil
    ) {
        self.period = period
        self.state = state
        self.value = value
        self.numerator = numerator
        self.denominator = denominator
        self.count = count
        self.low = low
        self.high = high
        self.isProvisional = isProvisional
        self.isExceptional = isExceptional
        self.followsBreak = followsBreak
        self.expected = expected
    }
}

/// The figures of one unit, or of one category of a breakdown, in order of time.
public struct AssessedSeries: Hashable, Sendable {
    public let unit: UnitDescription
    /// What it is called on a chart: the unit's name, or the category's.
    public let label: LocalizedText
    /// The category as the data write it, the same in every language; empty for a unit.
    public let value: String
    public let points: [AssessedPoint]

    init(unit: UnitDescription, label: LocalizedText, value: String = "", points: [AssessedPoint]) {
        self.unit = unit
        self.label = label
        self.value = value
        self.points = points
    }

    /// The newest point with a figure.
    public var latest: AssessedPoint? { points.last { $0.state == .shown } }
}

/// A breakdown: one series a category, at the root unit.
public struct AssessedBreakdown: Hashable, Sendable {
    public let dimension: String
    public let title: LocalizedText
    public let series: [AssessedSeries]

    init(dimension: String, title: LocalizedText, series: [AssessedSeries]) {
        self.dimension = dimension
        self.title = title
        self.series = series
    }
}

/// The answers behind an indicator at the root unit, whole years. In a period all of them are shown, or none.
public struct AssessedDistribution: Hashable, Sendable {
    /// What was asked; empty where it is not said.
    public let title: LocalizedText
    /// In the order of the scale, one for each of `series`.
    public let sides: [AnswerSide]
    /// A series for each answer.
    public let series: [AssessedSeries]

    init(title: LocalizedText, sides: [AnswerSide], series: [AssessedSeries]) {
        self.title = title
        self.sides = sides
        self.series = series
    }
}

/// Two categories crossed at the root unit, whole years: ages from the youngest, and two sides.
public struct AssessedPyramid: Hashable, Sendable {
    /// One side, with a series for each age.
    public struct Side: Hashable, Sendable {
        public let name: LocalizedText
        /// The category as the data write it.
        public let value: String
        public let series: [AssessedSeries]
    }

    public let agesTitle: LocalizedText
    public let sidesTitle: LocalizedText
    public let left: Side
    public let right: Side

    init(agesTitle: LocalizedText, sidesTitle: LocalizedText, left: Side, right: Side) {
        self.agesTitle = agesTitle
        self.sidesTitle = sidesTitle
        self.left = left
        self.right = right
    }
}

/// What the municipality's own series is set beside.
public struct AssessedComparison: Hashable, Sendable {
    /// `Hele landet`, `Midterste kommune (median)`.
    public let label: LocalizedText
    /// Whether it is counted the same way; if not, `note` says how it differs.
    public let hasSameDefinition: Bool
    public let note: LocalizedText
    public let series: AssessedSeries
    /// Other units published beside it (neighbouring municipalities), annual, for the unit chart.
    public let others: [AssessedSeries]

    init(
        label: LocalizedText, hasSameDefinition: Bool, note: LocalizedText, series: AssessedSeries,
        others: [AssessedSeries]
    ) {
        self.label = label
        self.hasSameDefinition = hasSameDefinition
        self.note = note
        self.series = series
        self.others = others
    }
}

/// A unit like the root, with its own whole-year figures.
public struct AssessedPeer: Hashable, Sendable {
    public let series: AssessedSeries
    /// How far it is from the root, in standard deviations of what they are compared by.
    public let distance: Double

    init(series: AssessedSeries, distance: Double) {
        self.series = series
        self.distance = distance
    }
}

/// An indicator of one edition, cleared and assessed: everything pages, charts and downloads are made from.
public struct Assessed<E: Publishable>: Sendable {
    public let description: IndicatorDescription
    /// The root unit's whole-year figures (calendar, school or survey years, or windows), in order.
    public let annual: AssessedSeries
    /// The root unit at the finest grain published, where finer than a year.
    public let detail: AssessedSeries?
    /// Units below the root, annual, in the organisation's order: a department, then its units.
    public let units: [AssessedSeries]
    /// The same units at the finest grain published, where finer than a year and where the edition tells it.
    public let unitDetails: [AssessedSeries]
    /// How the units of each type may be read beside each other.
    public let unitGroups: [UnitGroup]
    public let breakdowns: [AssessedBreakdown]
    public let comparison: AssessedComparison?
    /// Units like the root by declared measures, the nearest first.
    public let peers: [AssessedPeer]
    /// What they are likened by, in words.
    public let peerMeasures: [LocalizedText]
    public let outcome: Outcome
    /// The root's finest series with a shown figure, read as a control chart; nil without one.
    public let control: ControlReading?
    /// The answers behind the figure, where they are declared.
    public let distribution: AssessedDistribution?
    /// Two categories crossed, where they are declared.
    public let pyramid: AssessedPyramid?

    init(
        description: IndicatorDescription, annual: AssessedSeries, detail: AssessedSeries?, units: [AssessedSeries],
        unitDetails: [AssessedSeries] = [], unitGroups: [UnitGroup] = [],
        breakdowns: [AssessedBreakdown], comparison: AssessedComparison?, peers: [AssessedPeer] = [],
        peerMeasures: [LocalizedText] = [], outcome: Outcome,
        control: ControlReading? = nil, distribution: AssessedDistribution? = nil, pyramid: AssessedPyramid? = nil
    ) {
        self.description = description
        self.annual = annual
        self.detail = detail
        self.units = units
        self.unitDetails = unitDetails
        self.unitGroups = unitGroups
        self.breakdowns = breakdowns
        self.comparison = comparison
        self.peers = peers
        self.peerMeasures = peerMeasures
        self.outcome = outcome
        self.control = control
        self.distribution = distribution
        self.pyramid = pyramid
    }

    /// The breakdown whose categories together make the whole, where one is declared.
    public var shares: AssessedBreakdown? {
        description.shares.flatMap { dimension in breakdowns.first { $0.dimension == dimension } }
    }
}
