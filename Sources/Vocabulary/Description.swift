/// Where figures come from, as a page tells it.
public struct SourceDescription: Hashable, Sendable {
    /// The dataset's name in config.json.
    public var dataset: String
    public var title: LocalizedText
    /// Who publishes or keeps it.
    public var publisher: LocalizedText
    public var address: String
    public var licence: String
    /// Invented data: everything made from it says so inside itself.
    public var isSample: Bool
    /// How often new figures come.
    public var rhythm: Grain
    /// When the next figures are expected, an ISO date or empty.
    public var next: String
    /// Files and rows read, filled in after import.
    public var files: Int
    public var rows: Int

    public init(
        dataset: String, title: LocalizedText, publisher: LocalizedText, address: String = "", licence: String = "",
        isSample: Bool, rhythm: Grain, next: String = "", files: Int = 0, rows: Int = 0
    ) {
        self.dataset = dataset
        self.title = title
        self.publisher = publisher
        self.address = address
        self.licence = licence
        self.isSample = isSample
        self.rhythm = rhythm
        self.next = next
        self.files = files
        self.rows = rows
    }
}

/// What an indicator is about.
public enum Theme: String, Sendable, CaseIterable, Hashable {
    case wellbeing, participation, staffing, context
}

/// An indicator as pages, charts and downloads describe it: words and units, no formula and no data.
public struct IndicatorDescription: Hashable, Sendable {
    /// Stable, lower case, used in addresses: `sygefravaer`.
    public var id: String
    public var goal: String
    public var theme: Theme
    public var title: LocalizedText
    /// What the number is a number of, `Andel af voksne`.
    public var subtitle: LocalizedText
    public var definition: LocalizedText
    /// Why it was chosen.
    public var why: LocalizedText
    /// What the figure does not say.
    public var limits: LocalizedText
    public var unit: UnitOfMeasure
    public var direction: Direction
    public var baseline: Period?
    public var target: Target?
    public var owner: LocalizedText
    public var sources: [SourceDescription]
    /// Numerator ÷ denominator as the analyst wrote it.
    public var formula: String
    /// Declared years that are drawn but not fitted, with the reason.
    public var exceptional: [ExceptionalPeriod]
    public var breaks: [SeriesBreak]

    public init(
        id: String, goal: String, theme: Theme, title: LocalizedText, subtitle: LocalizedText = .init(),
        definition: LocalizedText = .init(), why: LocalizedText = .init(), limits: LocalizedText = .init(),
        unit: UnitOfMeasure, direction: Direction, baseline: Period? = nil, target: Target? = nil,
        owner: LocalizedText = .init(), sources: [SourceDescription] = [], formula: String = "",
        exceptional: [ExceptionalPeriod] = [], breaks: [SeriesBreak] = []
    ) {
        self.id = id
        self.goal = goal
        self.theme = theme
        self.title = title
        self.subtitle = subtitle
        self.definition = definition
        self.why = why
        self.limits = limits
        self.unit = unit
        self.direction = direction
        self.baseline = baseline
        self.target = target
        self.owner = owner
        self.sources = sources
        self.formula = formula
        self.exceptional = exceptional
        self.breaks = breaks
    }

    public var isSample: Bool { sources.contains(where: \.isSample) }
}

/// Periods declared as out of the ordinary, with the reason: drawn, not fitted.
public struct ExceptionalPeriod: Hashable, Sendable {
    public var from: Period
    public var to: Period
    public var reason: LocalizedText

    public init(from: Period, to: Period, reason: LocalizedText) {
        self.from = from
        self.to = to
        self.reason = reason
    }

    public func covers(_ period: Period) -> Bool {
        period.startMonth >= from.startMonth && period.endMonth <= to.endMonth
    }
}

/// Figures from `at` on cannot be compared with those before.
public struct SeriesBreak: Hashable, Sendable {
    public var at: Period
    public var reason: LocalizedText

    public init(at: Period, reason: LocalizedText) {
        self.at = at
        self.reason = reason
    }
}
