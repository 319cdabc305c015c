public import Findings
public import Vocabulary

/// How an indicator's figure is made, in the words of its file.
public enum Measure: String, Sendable, CaseIterable, Hashable {
    /// Numerator of a hundred of the denominator, ratio of sums at every level.
    case share
    /// Numerator per so many of the denominator, ratio of sums.
    case rate
    /// Sum of a column over the sum of another: a mean, weighted or not.
    case mean
    /// A sum.
    case sum
    /// How many rows.
    case count
    /// How many different values; never made from those of the parts.
    case distinct
    /// The middle value, or another quantile; never made from those of the parts.
    case median, quantile
    /// The mean of each answer's mean over several items.
    case index
    /// The share of answers from a score on.
    case topBox
    /// The share of the highest scores less that of the lowest.
    case netScore
    /// Another indicator's change over time.
    case change
    /// Another indicator over the last so many months.
    case rolling
    /// A formula of other indicators.
    case derived
    /// As published at each level; never rolled up.
    case given
}

/// How another indicator's figures become this one's: from figures as they are shown, after disclosure control.
public enum Derivation: Hashable, Sendable {
    /// The figure less, or in percent more than, the one so many months before.
    case change(of: String, months: Int, isPercent: Bool)
    /// The sums of the last so many months, this one included.
    case rolling(of: String, months: Int)
    /// A formula over the figures of indicators, by the names it uses for them.
    case formula(Formula, of: [String: String])

    /// The indicators it reads.
    public var bases: [String] {
        switch self {
        case .change(let base, _, _), .rolling(let base, _): [base]
        case .formula(_, let names): names.values.sorted()
        }
    }
}

/// A denominator that stands in another dataset, joined on period and unit (and category, where broken down).
public struct OtherDenominator: Hashable, Sendable {
    public var dataset: String
    public var value: Formula
    public var filter: Formula?
    /// How its shorter periods make a longer one; nil where nothing is said.
    public var overTime: OverTime?
    public var place: Place
}

/// How sums of months become a year's.
public enum OverTime: String, Sendable, CaseIterable, Hashable {
    case sum, mean
}

/// The shortest period that figures are told for.
enum TellingGrain: String, Sendable, CaseIterable { case month, quarter, tertial, halfYear, year }

/// What a whole year is.
enum YearKind: String, Sendable, CaseIterable { case calendar, school }

/// What is compared with.
public struct ComparisonDeclaration: Hashable, Sendable {
    /// Whether the other figure is counted in the same way.
    public enum Definition: String, Sendable, CaseIterable, Hashable { case same, differs }

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
    /// The denominator where it stands in another dataset; `denominator` is nil then.
    public var otherDenominator: OtherDenominator? = nil
    /// The column of which every value is kept, for a median, a quantile or how many are different.
    public var tallied: Formula? = nil
    /// Which quantile of it, 0 to 1.
    public var quantile: Double = 0.5
    /// Each row counts once, as an answer or an event: it is counted, its value measured, or it is its own denominator.
    public var isOfRows = false
    /// Made from other indicators; the formulas above are not used then.
    public var derivation: Derivation? = nil
    public var numeratorOverTime: OverTime
    public var denominatorOverTime: OverTime
    /// The shortest period that figures are told for; the dataset's own where nil.
    public var grain: Grain? = nil
    /// What a whole year is: a calendar year or a school year.
    public var year: Grain = .year
    public var persons: PersonsDeclaration
    /// Category columns the figure is also broken down by, each alone.
    public var breakdowns: [String]
    /// The category column whose mix a unit's expected figure is made for (indirect standardisation): its job groups.
    public var expectedBy: String? = nil
    /// What is counted for each part of `description.distribution`; empty where there is none.
    public var answerFormulas: [Formula] = []
    public var comparison: ComparisonDeclaration?
    /// Figures that must come out so, from a source looked up by hand.
    public var knownValues: [KnownValue] = []
    public var peers: PeersDeclaration?
    public var place: Place
    /// Where the baseline is declared.
    public var baselinePlace: Place? = nil
    /// Where each of the indicators it is made from is named.
    public var basePlaces: [String: Place] = [:]
    /// Where each category that it is broken down by is named.
    public var breakdownPlaces: [String: Place] = [:]
    /// Where what is counted stands: the numerator, the value, or the formula of indicators.
    public var formulaPlace: Place? = nil
    /// The file as text, for fingerprints.
    public var fingerprint: String

    /// The figure is one sum over another.
    public var isRatio: Bool { denominator != nil || otherDenominator != nil }

    /// For each answer of the distribution how its share is made: as the figure itself, with the answer in the numerator.
    public var answers: [IndicatorDefinition] {
        answerFormulas.map { formula in
            var part = self
            part.numerator = formula
            part.breakdowns = []
            part.expectedBy = nil
            part.description.pyramid = nil
            part.answerFormulas = []
            return part
        }
    }
}

/// An indicator that is described and has no data yet: nothing is computed for it.
public struct AwaitedIndicator: Sendable {
    public var description: IndicatorDescription
    public var place: Place
}
