public import Vocabulary

/// Two sides by age, as plain values: women and men, staff and residents.
public struct PyramidModel: Hashable, Sendable {
    /// One age, with a figure to each side; nil where there is none.
    public struct Row: Hashable, Sendable {
        public var age: String
        public var left: Double?
        public var right: Double?
        /// The figures of the year it is set beside.
        public var leftBefore: Double?
        public var rightBefore: Double?
        /// Told when pointed at.
        public var leftLabel: String
        public var rightLabel: String

        public init(
            age: String, left: Double?, right: Double?, leftBefore: Double? = nil, rightBefore: Double? = nil,
            leftLabel: String = "", rightLabel: String = ""
        ) {
            self.age = age
            self.left = left
            self.right = right
            self.leftBefore = leftBefore
            self.rightBefore = rightBefore
            self.leftLabel = leftLabel
            self.rightLabel = rightLabel
        }
    }

    public var left: String
    public var right: String
    /// From the youngest, which stands at the bottom.
    public var rows: [Row]
    /// `Stregen viser 2015`; empty where nothing is set beside it.
    public var beforeText = ""
    public var minimumSpan = 4.0
    public var unit = ""
    public var notice = ""
    /// The indicator's name.
    public var heading = ""
    /// What the chart shows, in a sentence.
    public var title = ""
    public var summary = ""
    public var language = Language.danish

    public init(left: String, right: String, rows: [Row]) {
        self.left = left
        self.right = right
        self.rows = rows
    }

    var values: [Double] {
        rows.flatMap { [$0.left, $0.right, $0.leftBefore, $0.rightBefore].compactMap { $0 } }
    }
}
