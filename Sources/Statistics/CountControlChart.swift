/// A count or an amount, and what it is measured against: 12 absent of 80 employed, 7 accidents in 41,000 hours.
public struct Ratio: Sendable, Hashable {
    /// The persons, events or days counted.
    public let numerator: Double
    /// The persons they are counted among, or the hours or days they are counted over.
    public let denominator: Double

    /// A count and its base.
    public init(numerator: Double, denominator: Double) {
        self.numerator = numerator
        self.denominator = denominator
    }

    /// numerator ∕ denominator.
    public var value: Double { numerator / denominator }
}

/// What the counts of a control chart are.
public enum CountControlChartKind: Sendable, Hashable {
    /// Persons with a property among all persons: the p chart. Numerators are at most the denominators.
    case shares
    /// Events, which one person may have several of, for each unit of a base: the u chart.
    case rates

    /// The variance that chance alone gives a share or rate with the given base.
    func variance(around centre: Double, base: Double) -> Double {
        self == .shares ? centre * (1 - centre) / base : centre / base
    }
}

extension ControlChartConstants {
    /// The average moving range is so many standard deviations (d₂ for ranges of two).
    public static let rangeInDeviations = 1.128
    /// Limits of a chart of counts lie so many standard deviations from the centre.
    public static let limitDeviations = 3.0
}

/// The control chart of shares or rates whose bases change from place to place: p′ and u′, or p and u.
///
/// The centre is the sum of numerators ∕ the sum of denominators. Each place has limits of its own, wider where the
/// base is small: centre ± 3 · σ_z · s, where s is what chance alone makes of that base (binomial for shares, Poisson
/// for rates) and σ_z, the average moving range of the standardised values ∕ 1.128, is how much more they spread than
/// that. Large bases make the limits of a plain p or u chart absurdly narrow; σ_z mends it, and without
/// `widensToSpread` it is taken as 1. The four rules, screening, rebasing and fixing are those of `controlChart`; near
/// limits, sides and "outside" go by each place's own limits, rising and falling by the values themselves. Limits are
/// not cut at 0 or 1. A place that is nil or has the base 0 is a gap.
///
/// Source: Laney (2002), "Improved control charts for attributes", *Quality Engineering* 14(4); the plain charts as in
/// Montgomery (2013), *Introduction to Statistical Quality Control*, § 7.2–7.3. Laney does not screen ranges: turn it
/// off in the options for his limits to the letter. Nil for no places, for a number that is negative or not finite, a
/// share above 1, or `fixedAfter` below 12.
public func controlChart(
    of places: [Ratio?], as kind: CountControlChartKind, widensToSpread: Bool = true,
    options: ControlChartOptions = ControlChartOptions()
) -> ControlChart? {
    let usable = places.allSatisfy { place in
        guard let place else { return true }
        return place.numerator >= 0 && place.numerator.isFinite && place.denominator >= 0
            && place.denominator.isFinite && (kind == .rates || place.numerator <= place.denominator)
    }
    guard !places.isEmpty, usable, options.fixedAfter.map({ $0 >= ControlChartConstants.leastFixed }) ?? true else {
        return nil
    }
    var groups: [ControlChartGroup] = []
    var points: [ControlChartPoint] = []
    for range in options.stretches(of: places.count) {
        let stretch = places[range].map { $0.flatMap { $0.denominator > 0 ? $0 : nil } }
        let group = countControlChartGroup(stretch, kind, places: range, widensToSpread, options)
        let spans = stretch.map { span(of: $0, kind, group) }
        points += controlChartPoints(stretch.map { $0?.value }, spans, group: group, number: groups.count)
        groups.append(group)
    }
    return ControlChart(points: points, groups: groups)
}

private func countControlChartGroup(
    _ stretch: [Ratio?], _ kind: CountControlChartKind, places: Range<Int>, _ widensToSpread: Bool,
    _ options: ControlChartOptions
) -> ControlChartGroup {
    let basis = Array(stretch.prefix(options.fixedAfter ?? stretch.count))
    let known = basis.compactMap { $0 }
    let centre =
        known.isEmpty
        ? nil : compensatedSum(known.map(\.numerator)) / compensatedSum(known.map(\.denominator))
    let count = stretch.count { $0 != nil }
    let tolerance = 1e-9 * (centre ?? 0)
    guard let centre, let range = options.averageRange(standardized(basis, kind, centre), tolerance: 1e-9) else {
        return ControlChartGroup(
            places: places, count: count, mean: centre, averageMovingRange: nil, limits: nil, nearLimits: nil,
            varies: false, spread: nil, tolerance: tolerance)
    }
    return ControlChartGroup(
        places: places, count: count, mean: centre, averageMovingRange: range.average, limits: nil, nearLimits: nil,
        varies: range.varies || !widensToSpread && kind.variance(around: centre, base: 1) > 0,
        spread: widensToSpread ? range.average / ControlChartConstants.rangeInDeviations : 1, tolerance: tolerance)
}

/// Each value less the centre, in standard deviations of chance; 0 where chance leaves no room.
private func standardized(_ places: [Ratio?], _ kind: CountControlChartKind, _ centre: Double) -> [Double?] {
    places.map { place in
        guard let place else { return nil }
        let variance = kind.variance(around: centre, base: place.denominator)
        return variance > 0 ? (place.value - centre) / variance.squareRoot() : 0
    }
}

private func span(
    of place: Ratio?, _ kind: CountControlChartKind, _ group: ControlChartGroup
) -> ControlChartSpan {
    guard let place, let centre = group.mean, let spread = group.spread else { return ControlChartSpan() }
    let deviation = kind.variance(around: centre, base: place.denominator).squareRoot()
    return ControlChartSpan(around: centre, half: ControlChartConstants.limitDeviations * spread * deviation)
}
