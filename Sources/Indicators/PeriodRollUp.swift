import Catalogue
import Vocabulary

/// Sums of months, quarters and tertials added up to longer periods.
extension SeriesBuilder {
    /// The sums of the periods that figures are told for: the dataset's own or the longer ones declared, and the years
    /// they make.
    func overTime(_ cells: [QueryCell], _ coverage: Coverage) -> [(SeriesKey, Sums)] {
        func sums(of chosen: [QueryCell]) -> [(SeriesKey, Sums)] { chosen.map { ($0.key, Sums($0, definition)) } }
        guard cells.contains(where: { ($0.key.period.grain.months ?? 12) < 12 }) else { return sums(of: cells) }
        let whole = rolled(cells, to: definition.year, parts(of: cells, coverage, in: definition.year), coverage)
        let made = Set(whole.map(\.0))
        let short =
            definition.isAlikeOverTime || tellsParts
            ? cells.filter {
                $0.key.period.months < 12 && (tellsPartsOfUnits || $0.key.unit == root) && $0.key.by.isEmpty
            } : []
        var finer = sums(of: short)
        if let grain = definition.grain, let months = grain.months {
            let told = finer.filter { $0.0.period.months >= months }
            finer = months < 12 ? rolled(short, to: grain, parts(of: cells, coverage, in: grain), coverage) + told : []
        }
        // Years that stand in the files beside months are kept where the months do not make them.
        return sums(of: cells.filter { $0.key.period.months >= 12 && !made.contains($0.key) }) + finer + whole
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

    /// For each longer period the shorter ones that the dataset has of it.
    private func parts(of cells: [QueryCell], _ coverage: Coverage, in grain: Grain) -> [Period: Set<Period>] {
        var parts: [Period: Set<Period>] = [:]
        for period in Set(cells.map(\.key.period)).union(coverage.periods) {
            if let whole = period.rolledUp(to: grain) { parts[whole, default: []].insert(period) }
        }
        return parts
    }

    /// Longer periods from shorter: only those all of whose parts the dataset has. A unit that lacks some of them
    /// (opened, closed, a gap) has no figure, unless rows are answers or events. Where a unit has rows of which none
    /// counts, and where a category has none, that counts as nothing.
    private func rolled(
        _ cells: [QueryCell], to grain: Grain, _ parts: [Period: Set<Period>], _ coverage: Coverage
    ) -> [(SeriesKey, Sums)] {
        if definition.measure == .given { return [] }
        var sums: [SeriesKey: Sums] = [:]
        for cell in cells {
            guard let whole = cell.key.period.rolledUp(to: grain), let months = cell.key.period.grain.months,
                months > 0, cell.key.period.grain != grain, grain.months! % months == 0,
                parts[whole]?.count == grain.months! / months
            else { continue }
            let key = SeriesKey(period: whole, unit: cell.key.unit, by: cell.key.by)
            let part = Sums(cell, definition)
            sums[key] = sums[key].map { coverage.isOfEvents ? $0.pooled(with: part) : $0.followed(by: part) } ?? part
        }
        let empty = coverage.emptyParts(beside: cells, of: grain)
        for (key, sum) in sums where sum.parts < parts[key.period]!.count {
            let whole = parts[key.period]!.count
            if key.by.isEmpty, !coverage.isOfEvents, sum.parts + empty[key, default: 0] < whole {
                sums[key]!.state = sum.state == .hidden ? .hidden : .missing
            } else {
                (sums[key]!.parts, sums[key]!.denominatorParts) = (whole, whole)
            }
        }
        return Array(sums)
    }
}
