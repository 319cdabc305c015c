public import Findings
public import Vocabulary

/// A figure that must come out so, from a source that somebody looked up.
public struct KnownValue: Hashable, Sendable {
    public var period: Period
    /// Nil: the whole organisation.
    public var unit: UnitCode?
    /// A category and the value of it that the figure is about; nil: everyone.
    public var group: Group?
    public var value: Double
    /// So far off the computed figure may be.
    public var tolerance: Double
    public var source: LocalizedText
    public var place: Place

    public struct Group: Hashable, Sendable {
        public var column: String
        public var value: String
    }
}

/// Units like one's own, chosen by what they have in common.
public struct PeersDeclaration: Hashable, Sendable {
    public var count: Int
    /// Number columns of the indicator's dataset, or indicators, that peers are alike in.
    public var on: [String]
    /// Where each of them stands.
    public var places: [Place]
}
