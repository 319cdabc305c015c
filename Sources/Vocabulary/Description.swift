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
    /// What the figure cannot be below or above, in its unit of measure; nil where nothing bounds it.
    public var floor: Double?
    public var ceiling: Double?
    public var baseline: Period?
    /// The whole organisation's targets, by year: the ones on the way first.
    public var targets: [Target]
    /// Targets of single units, by year.
    public var unitTargets: [UnitCode: [Target]]
    /// Who answer for it, together.
    public var owners: [LocalizedText]
    /// The law that asks for it or lets it be counted.
    public var legalBasis: LocalizedText
    /// Who is to deliver the data and when; nil where they are there.
    public var awaiting: Awaiting?
    public var sources: [SourceDescription]
    /// Months that each figure looks back over, where they are more than its own period: figures of neighbouring months
    /// then share most of their rows, and no test is made on them.
    public var windowMonths: Int? = nil
    /// The answers behind the figure; nil where none are declared.
    public var distribution: DistributionDescription? = nil
    /// The breakdown whose categories together make the whole; nil where none is declared.
    public var shares: String? = nil
    /// The two categories that are told crossed; nil where none are declared.
    public var pyramid: PyramidDescription? = nil
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
        exceptional: [ExceptionalPeriod] = [], breaks: [SeriesBreak] = [], floor: Double? = nil,
        ceiling: Double? = nil, legalBasis: LocalizedText = .init(), awaiting: Awaiting? = nil
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
        self.targets = target.map { [$0] } ?? []
        self.unitTargets = [:]
        self.owners = owner.isEmpty ? [] : [owner]
        self.floor = floor
        self.ceiling = ceiling
        self.legalBasis = legalBasis
        self.awaiting = awaiting
        self.sources = sources
        self.formula = formula
        self.exceptional = exceptional
        self.breaks = breaks
    }

    public var isSample: Bool { sources.contains(where: \.isSample) }

    /// The whole organisation's final target, that of the last year. To set it is to have no other.
    public var target: Target? {
        get { targets.last }
        set { targets = newValue.map { [$0] } ?? [] }
    }

    /// The first of the owners; empty where there is none.
    public var owner: LocalizedText {
        get { owners.first ?? LocalizedText() }
        set { owners = newValue.isEmpty ? [] : [newValue] }
    }
}

/// An indicator that waits for its data.
public struct Awaiting: Hashable, Sendable {
    /// Who is to deliver them.
    public var owner: LocalizedText
    /// When they are expected, ISO 8601.
    public var expected: String
    /// Why they are not there yet.
    public var why: LocalizedText

    public init(owner: LocalizedText, expected: String, why: LocalizedText) {
        self.owner = owner
        self.expected = expected
        self.why = why
    }
}

/// Periods declared as out of the ordinary, with the reason: drawn, not fitted.
public struct ExceptionalPeriod: Hashable, Sendable {
    public var from: Period
    public var to: Period
    public var reason: LocalizedText
    /// Who decided that, and when (ISO 8601); empty where not said.
    public var decided: LocalizedText
    public var date: String

    public init(
        from: Period, to: Period, reason: LocalizedText, decided: LocalizedText = .init(), date: String = ""
    ) {
        self.from = from
        self.to = to
        self.reason = reason
        self.decided = decided
        self.date = date
    }

    public func covers(_ period: Period) -> Bool {
        period.startMonth >= from.startMonth && period.endMonth <= to.endMonth
    }
}

/// Figures from `at` on cannot be compared with those before.
public struct SeriesBreak: Hashable, Sendable {
    public var at: Period
    public var reason: LocalizedText
    /// Who decided that, and when (ISO 8601); empty where not said.
    public var decided: LocalizedText
    public var date: String

    public init(at: Period, reason: LocalizedText, decided: LocalizedText = .init(), date: String = "") {
        self.at = at
        self.reason = reason
        self.decided = decided
        self.date = date
    }
}
