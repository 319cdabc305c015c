public import Vocabulary

/// Two times of several places or groups, as plain values.
public struct SlopeModel: Hashable, Sendable {
    /// A place or group with its figure at both times.
    public struct Line: Hashable, Sendable {
        public var name: String
        public var from: Double
        public var to: Double
        /// What is written at each end.
        public var fromFigure: String
        public var toFigure: String
        /// Told when pointed at.
        public var fromLabel: String
        public var toLabel: String
        /// The municipality as a whole.
        public var isOwn: Bool
        public var isProvisional: Bool

        public init(
            name: String, from: Double, to: Double, fromFigure: String, toFigure: String, fromLabel: String = "",
            toLabel: String = "", isOwn: Bool = false, isProvisional: Bool = false
        ) {
            self.name = name
            self.from = from
            self.to = to
            self.fromFigure = fromFigure
            self.toFigure = toFigure
            self.fromLabel = fromLabel
            self.toLabel = toLabel
            self.isOwn = isOwn
            self.isProvisional = isProvisional
        }
    }

    public var lines: [Line]
    /// What the two times are called.
    public var from: String
    public var to: String
    public var minimumSpan = 2.0
    public var unit = ""
    public var notice = ""
    /// The indicator's name.
    public var heading = ""
    /// What the chart shows, in a sentence.
    public var title = ""
    public var summary = ""
    public var language = Language.danish

    public init(lines: [Line], from: String, to: String) {
        self.lines = lines
        self.from = from
        self.to = to
    }

    /// From the lowest figure to the highest, or as far around them as wobbles stay wobbles; there are no round numbers
    /// to meet, since figures stand at the ends.
    var domain: ClosedRange<Double> {
        let values = lines.flatMap { [$0.from, $0.to] }
        let low = values.min() ?? 0, high = values.max() ?? 1
        let missing = max(0, minimumSpan - (high - low)) / 2
        return low - missing...high + missing
    }
}
