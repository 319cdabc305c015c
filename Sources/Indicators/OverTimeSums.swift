public import Catalogue
public import Vocabulary

/// Exact sums over some parts of time, with of how many parts each is, and the figure they make.
///
/// What is made from several of them (a rolling window) is made from these, so that nothing is divided or rounded twice.
public struct OverTimeSums: Hashable, Sendable {
    public var numerator: Exact
    public var denominator: Exact
    /// Over how many parts of the time the numerator was added up, and the denominator.
    public var parts: Int
    public var denominatorParts: Int

    public init(numerator: Exact, denominator: Exact, parts: Int = 1, denominatorParts: Int = 1) {
        self.numerator = numerator
        self.denominator = denominator
        self.parts = parts
        self.denominatorParts = denominatorParts
    }

    public static func + (left: OverTimeSums, right: OverTimeSums) -> OverTimeSums {
        OverTimeSums(
            numerator: left.numerator + right.numerator, denominator: left.denominator + right.denominator,
            parts: left.parts + right.parts, denominatorParts: left.denominatorParts + right.denominatorParts)
    }

    /// In the indicator's unit of measure; nil where it divides by zero. A mean over time divides by the number of parts,
    /// above the line or below it.
    public func value(_ definition: IndicatorDefinition) -> Double? {
        guard definition.isRatio else {
            return definition.numeratorOverTime == .mean ? numerator.ratio(to: Exact(parts)) : numerator.double
        }
        return numerator.ratio(to: below(definition), times: definition.description.unit.multiplier * above(definition))
    }

    /// The numerator as it is told beside the figure: the mean over its parts, to one decimal more, where the definition
    /// says so. Twelve months' employees beside one year's residents would seem to be a quarter of them.
    public func toldNumerator(_ definition: IndicatorDefinition) -> Exact {
        let isMean = definition.numeratorOverTime == .mean && !isMeanOfBoth(definition)
        return isMean ? Self.mean(numerator, of: parts) : numerator
    }

    /// The denominator as it is told: the mean over its parts, to one decimal more, where the definition says so.
    public func toldDenominator(_ definition: IndicatorDefinition) -> Exact {
        let isMean = definition.denominatorOverTime == .mean && !isMeanOfBoth(definition)
        return isMean ? Self.mean(denominator, of: denominatorParts) : denominator
    }

    /// Rounded half away from zero to one decimal more than the sum has.
    private static func mean(_ sum: Exact, of parts: Int) -> Exact {
        guard parts > 1 else { return sum }
        let fine = sum.scaled(to: sum.scale + 1), parts = Int128(parts)
        let (whole, rest) = fine.units.magnitude.quotientAndRemainder(dividingBy: parts.magnitude)
        let rounded = Int128(rest * 2 >= parts.magnitude ? whole + 1 : whole)
        return Exact(units: fine.units < 0 ? -rounded : rounded, scale: fine.scale)
    }

    /// What the numerator is multiplied by, and the denominator as it is divided by.
    func above(_ definition: IndicatorDefinition) -> Int {
        definition.denominatorOverTime == .mean && !isMeanOfBoth(definition) ? denominatorParts : 1
    }

    func below(_ definition: IndicatorDefinition) -> Exact {
        guard definition.numeratorOverTime == .mean, !isMeanOfBoth(definition) else { return denominator }
        return Exact(units: denominator.units * Int128(parts), scale: denominator.scale)
    }

    /// A mean over the same time of both changes nothing.
    private func isMeanOfBoth(_ definition: IndicatorDefinition) -> Bool {
        definition.numeratorOverTime == .mean && definition.denominatorOverTime == .mean && parts == denominatorParts
    }
}

extension IndicatorDefinition {
    /// Whether a month's figure is of the same kind as a year's: a month's leavers out of a hundred are not a year's, nor
    /// are a month's different visitors.
    public var isAlikeOverTime: Bool {
        if tallied != nil { return isQuantile }
        return isRatio ? numeratorOverTime == denominatorOverTime : measure == .given || numeratorOverTime == .mean
    }
}
