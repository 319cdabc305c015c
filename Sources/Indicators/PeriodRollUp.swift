import Catalogue
import Vocabulary

/// Sums of months, quarters and tertials added up to longer periods.
extension SeriesBuilder {
    /// The sums of the periods that figures are told for: the dataset's own or the longer ones declared, and the years
    /// they make.
    func overTime(_ cells: [QueryCell]) -> [(SeriesKey, Sums)] {
        let sums = cells.map { ($0.key, Sums($0, definition)) }
        guard cells.contains(where: { ($0.key.period.grain.months ?? 12) < 12 }) else { return sums }
        let whole = rolled(cells, to: definition.year)
        let made = Set(whole.map(\.0))
        var finer = sums.filter { $0.0.period.months < 12 }
        if let grain = definition.grain, grain.months.map({ $0 < 12 }) ?? false {
            finer = rolled(cells, to: grain) + finer.filter { $0.0.period.grain == grain }
        } else if definition.grain != nil {
            finer = []
        }
        // Years that stand in the files beside months are kept where the months do not make them.
        return sums.filter { $0.0.period.months >= 12 && !made.contains($0.0) }
            + finer.filter { isYearly && $0.0.unit == root && $0.0.by.isEmpty } + whole
    }

    /// Whether a month's figure is of the same kind as a year's: a month's leavers out of a hundred are not a year's, nor
    /// are a month's different visitors.
    private var isYearly: Bool {
        if definition.tallied != nil { return definition.isQuantile }
        return definition.isRatio
            ? definition.numeratorOverTime == definition.denominatorOverTime
            : definition.measure == .given || definition.numeratorOverTime == .mean
    }

    /// The last declared number of periods, and every year that is not over at the date of the build; a declared 0
    /// says that the figures are final although the year is not over (a survey, a count on 1 January).
    func provisionalPeriods(_ base: [Period]) -> Set<Period> {
        let distinct = Set(base).sorted()
        var result = Set(distinct.suffix(dataset.provisional ?? 0))
        // The month of the build is not over.
        let today = Period(asOf)?.startMonth ?? Int.max
        if dataset.provisional != 0 { result.formUnion(distinct.filter { $0.endMonth > today }) }
        for period in distinct where result.contains(period) {
            for grain in [definition.grain, definition.year].compactMap({ $0 }) {
                if let whole = period.rolledUp(to: grain) { result.insert(whole) }
            }
        }
        return result
    }

    /// Longer periods from shorter: only those all of whose parts the dataset has. A unit that lacks some of them
    /// (opened, closed, a gap) has no figure; a category may be empty in some, which counts as nothing.
    private func rolled(_ cells: [QueryCell], to grain: Grain) -> [(SeriesKey, Sums)] {
        if definition.measure == .given { return [] }
        var parts: [Period: Set<Period>] = [:]
        for cell in cells {
            if let whole = cell.key.period.rolledUp(to: grain) { parts[whole, default: []].insert(cell.key.period) }
        }
        var sums: [SeriesKey: Sums] = [:]
        for cell in cells.sorted(by: { $0.key < $1.key }) {
            guard let whole = cell.key.period.rolledUp(to: grain), let months = cell.key.period.grain.months,
                months > 0, cell.key.period.grain != grain, parts[whole]?.count == grain.months! / months
            else { continue }
            let key = SeriesKey(period: whole, unit: cell.key.unit, by: cell.key.by)
            let part = Sums(cell, definition)
            sums[key] = sums[key].map { $0.followed(by: part) } ?? part
        }
        for (key, sum) in sums where sum.parts < parts[key.period]!.count {
            if key.by.isEmpty {
                sums[key]!.state = .missing
            } else {
                (sums[key]!.parts, sums[key]!.denominatorParts) = (parts[key.period]!.count, parts[key.period]!.count)
            }
        }
        return Array(sums)
    }
}
