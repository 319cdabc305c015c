import Statistics
public import Vocabulary

/// The difference of two figures, and whether it may be called one.
///
/// The rule: **a difference may be called one where its interval leaves out zero, at a level that keeps the chance of a
/// false one among all the comparisons that offer themselves at 5 %** (Bonferroni). With one comparison that is the
/// 95 % interval; among eight units there are 28 pairs, and each is held to 99.8 %.
///
/// Source: Newcombe (1998), method 10, and Zou and Donner (2008), "Construction of confidence limits about effect
/// measures", for figures with other intervals; Dunn (1961), "Multiple comparisons among means".
public struct UnitDifference: Hashable, Sendable {
    /// First − second, or later − earlier, in the unit of measure.
    public let value: Double
    /// The 95 % interval of this one difference.
    public let low: Double
    public let high: Double
    /// How many differences like it there are to choose from.
    public let comparisons: Int
    public let mayBeCalledOne: Bool

    /// Nil where one of the figures has no interval.
    init?(_ first: (Double, ChanceOf), _ second: (Double, ChanceOf), among comparisons: Int) {
        func difference(_ level: Double) -> Estimate? {
            guard let one = first.1.estimate(first.0, level: level),
                let other = second.1.estimate(second.0, level: level)
            else { return nil }
            return newcombeDifference(one, other)
        }
        guard let plain = difference(0.95), let strict = difference(1 - 0.05 / Double(max(1, comparisons))) else {
            return nil
        }
        value = plain.value
        low = plain.low
        high = plain.high
        self.comparisons = max(1, comparisons)
        mayBeCalledOne = strict.low > 0 || strict.high < 0
    }
}

extension UnitComparison {
    /// How many pairs of units there are.
    public var pairs: Int { units.count * (units.count - 1) / 2 }

    /// First − second, standardised where the units' mixes count. Nil unless both are compared here and are two.
    public func difference(_ first: UnitCode, _ second: UnitCode) -> UnitDifference? {
        guard first != second, let one = units.first(where: { $0.unit.code == first }),
            let other = units.first(where: { $0.unit.code == second })
        else { return nil }
        return UnitDifference((one.compared, one.chance), (other.compared, other.chance), among: pairs)
    }
}

/// What chance does to one figure.
enum ChanceOf: Hashable, Sendable {
    /// So many persons of so many, and what their share is multiplied by.
    case persons(part: Int, whole: Int, factor: Double)
    /// A standard error in the figure's own unit.
    case error(Double)

    func estimate(_ value: Double, level: Double) -> Estimate? {
        switch self {
        case .persons(let part, let whole, let factor):
            return wilson(part, of: whole, level: level).map {
                Estimate(value: value, interval: Interval(low: $0.low * factor, high: $0.high * factor))
            }
        case .error(let error):
            guard let critical = Normal.criticalValue(level: level) else { return nil }
            return Estimate(
                value: value, interval: Interval(low: value - critical * error, high: value + critical * error))
        }
    }
}
