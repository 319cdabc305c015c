import Statistics
import Vocabulary

/// Groups units by level and type and reads their newest whole year. In the order in which the organisation comes upon
/// a group first; units in the organisation's order.
///
/// - Parameters:
///   - units: whole-year series of the units below the root, in the organisation's order.
///   - root: of the whole, at the same periods.
///   - isExpectedByMix: whether the indicator is to be read beside what the mix of groups would give.
func unitGroups(
    _ units: [AssessedSeries], root: AssessedSeries, unit: UnitOfMeasure, isExpectedByMix: Bool
) -> [UnitGroup] {
    struct Sort: Hashable {
        var level: String
        var type: String
    }
    var order: [Sort] = []
    var members: [Sort: [AssessedSeries]] = [:]
    for series in units {
        let sort = Sort(level: series.unit.level, type: series.unit.type)
        if members[sort] == nil { order.append(sort) }
        members[sort, default: []].append(series)
    }
    let overall = Dictionary(
        root.points.compactMap { point in point.value.map { (point.period, $0) } },
        uniquingKeysWith: { first, _ in first })
    return order.compactMap { sort in
        UnitGroupReader(
            members: members[sort] ?? [], unit: unit, overall: isExpectedByMix ? overall : nil
        ).group(type: sort.type, level: sort.level)
    }
}

/// Reads the units of one group.
private struct UnitGroupReader {
    let members: [AssessedSeries]
    let unit: UnitOfMeasure
    /// The whole's figures by period, where mixes count.
    let overall: [Period: Double]?

    func group(type: String, level: String) -> UnitGroup? {
        let settled = members.flatMap(\.points).filter { $0.value != nil && !$0.isProvisional }
        guard let period = settled.map(\.period).max(by: { ($0.endMonth, $0) < ($1.endMonth, $1) }) else { return nil }
        let present = members.filter { series in series.points.contains { $0.period == period && $0.value != nil } }
        return UnitGroup(
            type: type, level: level, period: period, units: present.map(\.unit),
            reading: reading(period, present, hasType: !type.isEmpty), changes: changes(to: period))
    }

    private func figure(_ point: AssessedPoint) -> UnitFigure? {
        guard let overall else { return UnitFigure(point, unit) }
        return UnitFigure(point, unit, standardizedTo: overall[point.period])
    }

    private func reading(_ period: Period, _ present: [AssessedSeries], hasType: Bool) -> UnitReading {
        guard hasType else { return .notCompared(.noType) }
        guard present.count >= fewestUnits else { return .notCompared(.tooFewUnits) }
        let candidates = present.map { series in
            (unit: series.unit, figure: series.points.first { $0.period == period }.flatMap(figure))
        }
        let known = candidates.compactMap { unit, figure in figure.map { (unit: unit, figure: $0) } }
        guard known.count >= fewestUnits else {
            return .notCompared(overall == nil ? .noSize : .expectedNotShown)
        }
        let all = members.map { series in series.points.compactMap(figure) }
        guard let chance = UnitChance(all, unit) else { return .notCompared(.spreadUnknown) }
        guard let comparison = comparison(known, of: present.map(\.unit), chance) else {
            return .notCompared(.noVariation)
        }
        return .compared(comparison)
    }

    private func comparison(
        _ known: [(unit: UnitDescription, figure: UnitFigure)], of all: [UnitDescription], _ chance: UnitChance
    ) -> UnitComparison? {
        // Seen over expected: a figure divided by its factor is its size's worth of what was expected.
        let weights = known.map { $0.figure.size / $0.figure.factor }
        let common =
            compensatedSum(zip(known, weights).map { $0.figure.compared * $1 }) / compensatedSum(weights)
        // A unit whose mix would give more than everyone is left out with those of which nothing is known.
        let judged = known.compactMap { unit, figure in
            chance.error(figure, expecting: common).map { (unit: unit, figure: figure, error: $0) }
        }
        guard judged.count >= fewestUnits,
            let spread = overdispersion(
                values: judged.map(\.figure.compared), standardErrors: judged.map(\.error), around: common),
            spread.rawFactor > 0
        else { return nil }
        let limits = UnitLimits(common: common, chance: chance, dispersion: spread, kind: unit.kind)
        let compared = judged.compactMap { unit, figure, _ -> ComparedUnit? in
            guard
                let usual = limits.limits(
                    size: figure.size, persons: figure.persons?.whole, factor: figure.factor,
                    level: UnitComparison.level)
            else { return nil }
            return ComparedUnit(
                unit: unit, value: figure.value, expected: common / figure.factor, low: usual.low,
                high: usual.high,
                state: figure.value > usual.high ? .higher : figure.value < usual.low ? .lower : .usual,
                standardized: overall == nil ? nil : figure.compared, size: figure.size, chance: chance.of(figure))
        }
        let isCompared = Set(compared.map(\.unit.code))
        return UnitComparison(
            units: compared, leftOut: all.filter { !isCompared.contains($0.code) }, common: common,
            isStandardized: overall != nil, spread: chance.spread, overdispersion: spread.factor, limits: limits)
    }

    /// The move to the newest figure from the one before it, as the values stand, without regard to mixes.
    private func changes(to period: Period) -> [UnitChange] {
        let chance = UnitChance(members.map { $0.points.compactMap { UnitFigure($0, unit) } }, unit)
        let pairs = members.compactMap { series -> (AssessedSeries, AssessedPoint, AssessedPoint)? in
            guard let place = series.points.firstIndex(where: { $0.period == period && $0.value != nil }),
                let before = series.points[..<place].last(where: { $0.value != nil && !$0.isProvisional }),
                !before.period.overlaps(period),
                !series.points[...place].contains(where: { $0.followsBreak && $0.period > before.period })
            else { return nil }
            return (series, before, series.points[place])
        }
        return pairs.compactMap { series, before, after in
            guard let chance, let earlier = UnitFigure(before, unit), let later = UnitFigure(after, unit),
                let difference = UnitDifference(
                    (later.value, chance.of(later)), (earlier.value, chance.of(earlier)), among: pairs.count)
            else { return nil }
            return UnitChange(unit: series.unit, from: before.period, to: after.period, difference: difference)
        }
    }
}
