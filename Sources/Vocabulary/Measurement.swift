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

    public init(kind: Kind, label: LocalizedText = .init(), decimals: Int = 1, axis: LocalizedText = .init()) {
        self.kind = kind
        self.label = label
        self.decimals = decimals
        self.axis = axis
    }

    /// What a ratio is multiplied by: 100 for percent, 1,000 for per thousand, else 1.
    public var multiplier: Int {
        switch kind {
        case .percent: 100
        case .perThousand: 1000
        case .number, .score: 1
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
    public var date: String
    public var reference: String

    public init(
        kind: Kind = .reach, year: Int, value: Double, upper: Double? = nil, status: TargetStatus,
        body: LocalizedText = .init(), date: String = "", reference: String = ""
    ) {
        self.kind = kind
        self.year = year
        self.value = value
        self.upper = upper
        self.status = status
        self.body = body
        self.date = date
        self.reference = reference
    }

    /// Whether a figure meets it, going `direction`.
    public func isMet(by figure: Double, _ direction: Direction) -> Bool {
        if let upper { return figure >= value && figure <= upper }
        return direction == .down ? figure <= value : figure >= value
    }
}
