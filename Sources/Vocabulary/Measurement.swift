/// Which way is good.
public enum Direction: String, Sendable, CaseIterable, Hashable {
    case up, down, neutral, within
}

/// What a figure is counted in, and with how many decimals it is shown.
public struct UnitOfMeasure: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable, Hashable {
        /// Of a hundred; differences are percentage points.
        case percent
        case perThousand
        /// A plain count or amount, with `label` as its word: `kr.`, `børn pr. voksen`.
        case number
        /// A mean on a scale, 1–5.
        case score
    }

    public var kind: Kind
    /// The word after the number for `number`, `perThousand` and `score`; empty for percent.
    public var label: LocalizedText
    public var decimals: Int
    /// What the vertical axis says, `Procent af arbejdstiden`.
    public var axis: LocalizedText
    /// A rate's base where it is neither a hundred nor a thousand: per 100,000 residents.
    public var per: Int?

    public init(
        kind: Kind, label: LocalizedText = .init(), decimals: Int = 1, axis: LocalizedText = .init(), per: Int? = nil
    ) {
        self.kind = kind
        self.per = per
        self.label = label
        self.decimals = decimals
        self.axis = axis
    }

    /// What a ratio is multiplied by: 100 for percent, 1,000 for per thousand, a rate's own base, else 1.
    public var multiplier: Int {
        if let per { return per }
        switch kind {
        case .percent: return 100
        case .perThousand: return 1000
        case .number, .score: return 1
        }
    }
}

/// Who decided a target.
public enum TargetStatus: String, Sendable, CaseIterable, Hashable {
    case adopted, proposed, example
}

/// A target: a level to reach by the end of `year`, to hold, or a band to stay within.
public struct Target: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable, Hashable { case reach, maintain, within }

    public var kind: Kind
    public var year: Int
    /// The level, in the indicator's unit of measure; the lower end of a band.
    public var value: Double
    /// The upper end of a band.
    public var upper: Double?
    public var status: TargetStatus
    /// Who adopted or proposed it, when and in which case.
    public var body: LocalizedText
    /// ISO 8601, or empty.
    public var date: String
    public var reference: String
    /// What else was decided or proposed for the same unit and year, oldest first: a target that was lowered stays
    /// visible. These have no history of their own.
    public var history: [Target]

    public init(
        kind: Kind = .reach, year: Int, value: Double, upper: Double? = nil, status: TargetStatus,
        body: LocalizedText = .init(), date: String = "", reference: String = "", history: [Target] = []
    ) {
        self.kind = kind
        self.year = year
        self.value = value
        self.upper = upper
        self.status = status
        self.body = body
        self.date = date
        self.reference = reference
        self.history = history
    }

    /// Whether a figure meets it, going `direction`.
    public func isMet(by figure: Double, _ direction: Direction) -> Bool {
        if let upper { return figure >= value && figure <= upper }
        return direction == .down ? figure <= value : figure >= value
    }
}
