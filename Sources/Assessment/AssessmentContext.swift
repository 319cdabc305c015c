public import Vocabulary

/// What assessment needs beside the figures: the organisation, the day, and what the figures are set beside.
public struct AssessmentContext: Sendable {
    /// Units in the organisation's order.
    public var units: [UnitDescription]
    public var root: UnitCode
    /// The day of the build, an ISO date; decides what counts as awaited.
    public var asOf: String
    /// The year projections of indicators without a target lead to.
    public var targetYear: Int
    /// Periods whose figures may still be corrected.
    public var provisional: Set<Period>
    /// Titles of breakdown dimensions, by name.
    public var breakdownTitles: [String: LocalizedText]
    /// What the values of a dimension are called, where not as the data do: by dimension and value.
    public var categoryNames: [String: [String: LocalizedText]] = [:]
    public var comparison: ComparisonDefinition?
    /// Units like the root, nearest first, with how far from it they are.
    public var peers: [PeerDistance] = []
    /// What they are likened by, in words.
    public var peerMeasures: [LocalizedText] = []

    public init(
        units: [UnitDescription], root: UnitCode, asOf: String, targetYear: Int, provisional: Set<Period> = [],
        breakdownTitles: [String: LocalizedText] = [:], comparison: ComparisonDefinition? = nil
    ) {
        self.units = units
        self.root = root
        self.asOf = asOf
        self.targetYear = targetYear
        self.provisional = provisional
        self.breakdownTitles = breakdownTitles
        self.comparison = comparison
    }
}

/// A unit like the root.
public struct PeerDistance: Sendable, Hashable {
    public var unit: UnitCode
    /// In standard deviations of what they are compared by; 0 where all of it is alike.
    public var distance: Double

    public init(unit: UnitCode, distance: Double) {
        self.unit = unit
        self.distance = distance
    }
}

/// What the municipality's series is set beside.
public struct ComparisonDefinition: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
        /// Another unit of the same indicator, such as the whole country.
        case unit(UnitCode)
        /// The median of the shown figures of units of a level, such as `kommune`, without the root.
        case median(of: String)
    }

    public var kind: Kind
    public var label: LocalizedText
    public var hasSameDefinition: Bool
    /// How the definition differs, where it does.
    public var note: LocalizedText
    /// Units shown beside it on the unit chart.
    public var neighbours: [UnitCode]

    public init(
        kind: Kind, label: LocalizedText, hasSameDefinition: Bool = true, note: LocalizedText = .init(),
        neighbours: [UnitCode] = []
    ) {
        self.kind = kind
        self.label = label
        self.hasSameDefinition = hasSameDefinition
        self.note = note
        self.neighbours = neighbours
    }
}
