import Statistics
import Vocabulary

/// A published series laid out for a control chart: one place for each period from the first figure to the last.
struct ControlSeries {
    /// A period, and its figure where one is published.
    struct Place {
        var period: Period
        var point: AssessedPoint?

        /// The figure, if it may set limits and be a signal.
        var usable: AssessedPoint? {
            guard let point, point.state == .shown, point.value?.isFinite == true, !point.isProvisional,
                !point.isExceptional
            else { return nil }
            return point
        }
    }

    let places: [Place]
    /// Some period shares days with the next.
    let overlaps: Bool
    /// Places at which a declared break begins a new level.
    let breaks: Set<Int>
    /// How many places make a year; 1 for years.
    let seasons: Int

    /// Lays out a series. Nil without a shown figure.
    init?(_ series: AssessedSeries, _ description: IndicatorDescription) {
        let points = series.points
        guard points.contains(where: { $0.value != nil }), let first = points.first else { return nil }
        let months = first.period.months
        overlaps =
            zip(points, points.dropFirst()).contains { $0.period.overlaps($1.period) }
            || months < description.windowMonths ?? 0
        let isRegular = !overlaps && months > 0 && points.allSatisfy { $0.period.months == months }
        places = isRegular ? Self.withGaps(points, months: months) : points.map { Place(period: $0.period, point: $0) }
        seasons = isRegular && months < 12 ? 12 / months : 1
        let found = places
        breaks = Set(
            description.breaks.compactMap { declared in
                found.firstIndex { $0.period.startMonth >= declared.at.startMonth }
            })
    }

    /// The places, with those no figure was published for. A neighbour is the period before, not the figure before.
    private static func withGaps(_ points: [AssessedPoint], months: Int) -> [Place] {
        var places: [Place] = []
        for point in points {
            while let last = places.last?.period, last.endMonth < point.period.startMonth {
                guard let next = last.next else { break }
                places.append(Place(period: next))
            }
            places.append(Place(period: point.period, point: point))
        }
        return places
    }

    /// The figures that take part, nil elsewhere.
    var values: [Double?] { places.map { $0.usable?.value } }

    /// Whether the year has seasons to be compared with themselves: three full years, and the same seasons high in
    /// each.
    ///
    /// Asked of the figures since the last break where those are three full years, else of all.
    var isSeasonal: Bool {
        guard seasons > 1 else { return false }
        let segment = Array(values[(breaks.max() ?? 0)...])
        let pattern = seasonalPattern(segment, seasons: seasons) ?? seasonalPattern(values, seasons: seasons)
        return pattern?.isEvident ?? false
    }

    /// Numerators and bases of the figures that take part, where each figure is its numerator ∕ base in the unit of
    /// measure, and the bases change; nil where they are not.
    func ratios(_ unit: UnitOfMeasure, kind: ControlKind) -> [Ratio?]? {
        let parts = places.map { place in place.usable.map { (point: $0, ratio: ratio($0, unit, kind)) } }
        let known = parts.compactMap { $0 }
        let ratios = known.compactMap(\.ratio)
        guard ratios.count == known.count, Set(ratios.map(\.denominator)).count > 1 else { return nil }
        return parts.map { $0?.ratio }
    }

    private func ratio(_ point: AssessedPoint, _ unit: UnitOfMeasure, _ kind: ControlKind) -> Ratio? {
        var ratio: Ratio?
        if kind == .shares {
            ratio = shareOfPersons(point.numerator, point.denominator, point.count, unit)
                .map { Ratio(numerator: Double($0.part), denominator: Double($0.whole)) }
        } else if unit.kind == .perThousand, let events = point.numerator?.normalized, events.scale == 0,
            events.units >= 0, let base = point.denominator?.double
        {
            ratio = Ratio(numerator: events.double, denominator: base)
        }
        guard let ratio, ratio.denominator > 0, let value = point.value,
            abs(ratio.value * Double(unit.multiplier) - value) <= 1e-9 * max(1, abs(value))
        else { return nil }
        return ratio
    }
}

extension Period {
    /// The period of the same grain that follows. Nil for days, weeks and windows.
    fileprivate var next: Period? {
        let year = endMonth / 12
        let month = endMonth % 12
        switch grain {
        case .month: return .month(year, month + 1)
        case .quarter: return .quarter(year, month / 3 + 1)
        case .tertial: return .tertial(year, month / 4 + 1)
        case .halfYear: return .halfYear(year, month / 6 + 1)
        case .year: return .year(year)
        case .schoolYear: return .schoolYear(beginning: year)
        case .day, .week, .window, .schoolWindow: return nil
        }
    }
}
