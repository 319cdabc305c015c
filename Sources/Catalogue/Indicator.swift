public import Findings
public import Vocabulary

/// How an indicator's figure is made.
public enum Measure: String, Sendable, CaseIterable, Hashable {
    /// Numerator of a hundred of the denominator, ratio of sums at every level.
    case share
    /// Numerator per so many of the denominator, ratio of sums.
    case rate
    /// Sum of a column over the sum of another: a mean.
    case mean
    /// A sum.
    case sum
    /// As published at each level; never rolled up.
    case given
}

/// How sums of months become a year's.
public enum OverTime: String, Sendable, CaseIterable, Hashable {
    case sum, mean
}

/// What is compared with.
public struct ComparisonDeclaration: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        case unit(UnitCode)
        /// The median of all units of a level, the root's own left out.
        case median(level: String)
    }

    public var kind: Kind
    public var label: LocalizedText
    public var hasSameDefinition: Bool
    public var note: LocalizedText
    /// Units drawn beside the root in the unit chart.
    public var neighbours: [UnitCode]
}

/// Who the figure is about, for disclosure control.
public enum PersonsDeclaration: Hashable, Sendable {
    /// The denominator counts persons and the numerator some of them.
    case denominator
    /// A formula counts the persons behind the figure; `counted` those of them in the numerator, where it is about
    /// some of the persons.
    case formula(Formula, counted: Formula?)
    /// The figure is not about persons, for the reason given.
    case none(why: LocalizedText)
}

/// An indicator as its YAML file declares it, checked.
public struct IndicatorDefinition: Sendable {
    public var description: IndicatorDescription
    public var dataset: String
    public var measure: Measure
    public var filter: Formula?
    public var numerator: Formula
    public var denominator: Formula?
    public var numeratorOverTime: OverTime
    public var denominatorOverTime: OverTime
    public var persons: PersonsDeclaration
    /// Category columns the figure is also broken down by, each alone.
    public var breakdowns: [String]
    public var comparison: ComparisonDeclaration?
    /// Figures that must come out so, from a source checked by hand.
    public var place: Place
    /// The file as text, for fingerprints.
    public var fingerprint: String
}
