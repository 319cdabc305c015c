public import Vocabulary

/// Parts of a whole side by side, a bar a period, as plain values: answers from one end of a scale to the other, or the
/// shares of kinds.
public struct StackedBarModel: Hashable, Sendable {
    /// An answer or a kind, the same in every bar.
    public struct Part: Hashable, Sendable {
        public var name: String
        public var role: Role
        /// Where an answer stands; bars are set on the border between the sides where any part is no middle.
        public var side: AnswerSide

        public init(name: String, role: Role, side: AnswerSide = .middle) {
            self.name = name
            self.role = role
            self.side = side
        }
    }

    /// A period. Its parts are shown together or not at all.
    public struct Bar: Hashable, Sendable {
        public var name: String
        /// In the order of the parts; empty where they are not shown.
        public var values: [Double]
        /// What is written inside each part.
        public var figures: [String]
        /// Told when each part is pointed at; one for the whole bar where its parts are not shown.
        public var labels: [String]
        /// Why the parts are not shown.
        public var note: String
        /// Not shown for the sake of persons, and not merely missing.
        public var isHidden: Bool
        public var isProvisional: Bool

        public init(
            name: String, values: [Double], figures: [String], labels: [String] = [], note: String = "",
            isHidden: Bool = false, isProvisional: Bool = false
        ) {
            self.name = name
            self.values = values
            self.figures = figures
            self.labels = labels
            self.note = note
            self.isHidden = isHidden
            self.isProvisional = isProvisional
        }
    }

    /// From left to right.
    public var parts: [Part]
    /// From top to bottom.
    public var bars: [Bar]
    public var unit = ""
    public var notice = ""
    /// The indicator's name.
    public var heading = ""
    /// What the chart shows, in a sentence.
    public var title = ""
    public var summary = ""
    public var language = Language.danish

    public init(parts: [Part], bars: [Bar]) {
        self.parts = parts
        self.bars = bars
    }

    /// Whether bars are set on the border between negative and positive answers.
    var isCentred: Bool { parts.contains { $0.side != .middle } }

    /// How far left of the border a bar begins: its negative answers and half of those between.
    func start(_ bar: Bar) -> Double {
        guard isCentred else { return 0 }
        return -zip(parts, bar.values).reduce(0) { sum, pair in
            switch pair.0.side {
            case .negative: sum + max(0, pair.1)
            case .middle: sum + max(0, pair.1) / 2
            case .positive: sum
            }
        }
    }

    /// From where to where each part of a bar reaches.
    func reaches(_ bar: Bar) -> [ClosedRange<Double>] {
        var end = start(bar)
        return zip(parts, bar.values).map { _, value in
            let from = end
            end += max(0, value)
            return from...end
        }
    }
}
