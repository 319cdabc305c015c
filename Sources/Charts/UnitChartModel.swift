public import Vocabulary

/// What a unit chart shows, as plain values; `unitChart` makes one from an assessed indicator.
public struct UnitChartModel: Hashable, Sendable {
    /// What a row stands for; decides its weight, never whether it is good.
    public enum Rank: Hashable, Sendable {
        /// The municipality as a whole.
        case whole
        /// A department, with its units after it.
        case department
        case unit
        /// Another municipality, or the country.
        case reference
    }

    public struct Row: Hashable, Sendable {
        public var name: String
        public var rank: Rank
        public var value: Double?
        public var low: Double?
        public var high: Double?
        /// What is written beside the mark, or why there is none.
        public var figure: String
        /// Told when pointed at.
        public var label: String
        public var isProvisional: Bool

        public init(
            name: String, rank: Rank, value: Double?, low: Double? = nil, high: Double? = nil, figure: String,
            label: String = "", isProvisional: Bool = false
        ) {
            self.name = name
            self.rank = rank
            self.value = value
            self.low = low
            self.high = high
            self.figure = figure
            self.label = label
            self.isProvisional = isProvisional
        }
    }

    public var rows: [Row]
    /// The target's level, or the ends of its band.
    public var goal: [Double] = []
    /// `Måltal 2030: 4,0 %`.
    public var goalText = ""
    public var unit = ""
    public var minimumSpan = 2.0
    public var limits = 0.0...100.0
    public var notice = ""
    /// The indicator's name.
    public var heading = ""
    /// What the chart shows, in a sentence.
    public var title = ""
    public var summary = ""
    public var language = Language.danish

    public init(rows: [Row]) { self.rows = rows }

    /// Whether units stand under departments.
    var isNested: Bool { rows.contains { $0.rank == .department } && rows.contains { $0.rank == .unit } }
}
