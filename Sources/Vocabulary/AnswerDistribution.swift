/// Where an answer stands on its scale.
public enum AnswerSide: String, Sendable, CaseIterable, Hashable {
    case negative, middle, positive
}

/// Answers in order, from one end of their scale to the other, and what they are called.
public struct DistributionDescription: Hashable, Sendable {
    /// One of the answers, or of the steps of a scale.
    public struct Part: Hashable, Sendable {
        public var label: LocalizedText
        public var side: AnswerSide

        public init(label: LocalizedText, side: AnswerSide) {
            self.label = label
            self.side = side
        }
    }

    /// What is asked; empty where it is not said.
    public var title: LocalizedText
    /// In the order of the scale.
    public var parts: [Part]

    public init(title: LocalizedText = .init(), parts: [Part]) {
        self.title = title
        self.parts = parts
    }
}

/// Two categories that are told crossed: ages upwards, and two sides.
public struct PyramidDescription: Hashable, Sendable {
    public var ages: String
    public var sides: String

    public init(ages: String, sides: String) {
        self.ages = ages
        self.sides = sides
    }

    /// The two columns in the order in which figures name them.
    public var dimensions: [String] { [ages, sides].sorted() }
}
