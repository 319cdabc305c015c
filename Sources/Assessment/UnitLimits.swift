import Statistics
import Vocabulary

/// What a group of units is held to: how far from the common figure a unit of a size may lie. One rule for the units
/// and for the curves of their funnel.
struct UnitLimits: Hashable, Sendable {
    let common: Double
    let chance: UnitChance
    let dispersion: Overdispersion
    let kind: UnitOfMeasure.Kind

    /// The limits of a figure of this size, in the value's own unit: with the variance between units added, and for
    /// persons never narrower than the exact ones, since a few persons are not normally distributed.
    ///
    /// - Parameters:
    ///   - factor: what the value is multiplied by to stand beside units with another mix; 1 where mixes do not count.
    ///   - persons: the persons behind it, where the figure is a share of them.
    func limits(size: Double, persons: Int?, factor: Double, level: Double) -> Interval? {
        guard let error = chance.error(size: size, factor: factor, expecting: common),
            let wide = dispersion.additiveLimits(around: common, standardError: error, level: level)
        else { return nil }
        var low = wide.low / factor
        var high = wide.high / factor
        if chance.spread == .persons, let persons {
            let share = common / factor / chance.multiplier
            guard let exact = exactFunnelLimits(share: share, size: persons, level: level) else { return nil }
            low = min(low, exact.low * chance.multiplier)
            high = max(high, exact.high * chance.multiplier)
        }
        // No share is below nothing or above all.
        if kind == .percent || kind == .perThousand { low = max(0, low) }
        if kind == .percent { high = min(chance.multiplier, high) }
        return Interval(low: low, high: high)
    }
}

/// How far a unit of a size may lie from the common figure, in the unit of measure.
public struct FunnelLimit: Hashable, Sendable {
    public let size: Double
    public let low: Double
    public let high: Double
}

extension UnitComparison {
    /// The level of the limits beyond which a unit differs.
    public static let level = 0.998

    /// The curves of the funnel: the limits of a unit of each size whose mix of groups is that of all, at a level such
    /// as 0.95 or `UnitComparison.level`. A size of persons is rounded to whole ones; sizes below one have no limits.
    public func funnelLimits(sizes: [Double], level: Double) -> [FunnelLimit] {
        sizes.compactMap { size in
            let whole = spread == .persons ? size.rounded() : size
            guard whole > 0, whole < 1e15 else { return nil }
            return limits.limits(size: whole, persons: Int(whole), factor: 1, level: level).map {
                FunnelLimit(size: whole, low: $0.low, high: $0.high)
            }
        }
    }
}
