public import Vocabulary

/// Units of the same type and level, and how their figures of a year may be read beside each other.
public struct UnitGroup: Hashable, Sendable {
    /// What sort of place they are; empty where the organisation does not say.
    public let type: String
    public let level: String
    /// The newest whole year, not provisional, that any of them has a figure for.
    public let period: Period
    /// Those with a figure for it, in the organisation's order.
    public let units: [UnitDescription]
    public let reading: UnitReading
    /// What each unit's figure has moved since the one before it, for those of which it can be told whether the
    /// move is more than chance.
    public let changes: [UnitChange]
}

/// Whether units are compared.
public enum UnitReading: Hashable, Sendable {
    case compared(UnitComparison)
    case notCompared(NoComparison)
}

/// Why units are not compared.
public enum NoComparison: String, Sendable, CaseIterable, Hashable {
    /// Nothing says that they do the same kind of work.
    case noType
    /// Fewer than `fewestUnits`: one unit far from the others could not be told from units that all differ.
    case tooFewUnits
    /// Nothing says how large they are, so nothing says how far chance moves them.
    case noSize
    /// The parts of the figure are not independent (days of absence), and there are too few years to see how far the
    /// units' figures move by themselves.
    case spreadUnknown
    /// The figure depends on the mix of groups, and the edition does not show what the mix would give.
    case expectedNotShown
    /// All units have the same figure, or none or all of the persons.
    case noVariation
}

/// Fewer units than this are not compared. With the extremes pulled in, a single unit of six cannot lie outside the
/// limits it has itself widened, however far off it is; among eight it can.
public let fewestUnits = 8

/// How it is known how far chance moves a figure.
public enum UnitSpread: String, Sendable, CaseIterable, Hashable {
    /// A share of persons: by the binomial distribution.
    case persons
    /// By how the units' own figures move from one year to the next.
    case yearToYear
}

/// Units of the same type set beside their common figure, in the organisation's order and never by value.
///
/// The rule, for all measures: **a unit differs where its figure lies outside the 99.8 % limits around what is expected
/// of it, with the variance between units added.** What is expected is the common figure of the type, or, where the
/// indicator is expected by its mix of groups, the common ratio of seen to expected times the unit's own expected
/// figure.
///
/// Where chance alone makes units differ, one in 500 is called an exception. Where they truly differ, all alike, it is
/// about one in 90: pulling the extremes in shrinks a normal variance to 0.68 of itself, and 3.09 × √0.68 is a limit
/// of 1.1 %.
///
/// Source: Spiegelhalter (2005), "Funnel plots for comparing institutional performance", § 2–3 (additive random
/// effects, z-scores winsorised at 10 %); indirect standardisation by Breslow and Day (1987), volume II, § 2.3.
public struct UnitComparison: Hashable, Sendable {
    public let units: [ComparedUnit]
    /// Units of the group that have a figure but no size or expected figure, and are not compared.
    public let leftOut: [UnitDescription]
    /// The figure of all compared units together, standardised as theirs are, in the unit of measure.
    public let common: Double
    /// Whether the units' mixes of groups are taken into account.
    public let isStandardized: Bool
    public let spread: UnitSpread
    /// How many times the variance that chance gives, the extremes pulled in; about 1 where chance explains all.
    public let overdispersion: Double
    /// What the units are held to.
    let limits: UnitLimits
}

/// One unit beside what is expected of it. Figures in the unit of measure.
public struct ComparedUnit: Hashable, Sendable {
    public let unit: UnitDescription
    public let value: Double
    public let expected: Double
    /// The limits of what is usual around the expected figure; a figure on a limit is usual.
    public let low: Double
    public let high: Double
    public let state: UnitState
    /// Seen ∕ expected × the whole municipality's figure: what can be set beside units with another mix. Nil where the
    /// mix is not taken into account.
    public let standardized: Double?
    /// What chance goes by: the denominator of the figure, or the persons behind it.
    public let size: Double
    /// What chance alone moves `standardized`, or the value, by.
    let chance: ChanceOf

    /// The figure that is set beside other units'.
    public var compared: Double { standardized ?? value }
}

/// How a unit's figure lies beside what is expected of it.
public enum UnitState: String, Sendable, CaseIterable, Hashable {
    /// Within the usual variation between units like it.
    case usual
    case higher
    case lower
}

/// The move of one unit's figure from a year to the next it has.
public struct UnitChange: Hashable, Sendable {
    public let unit: UnitDescription
    public let from: Period
    public let to: Period
    public let difference: UnitDifference
}
