import Disclosure
import Indicators
import Noise
import Testing
import Vocabulary

/// Months of units are parts of their year and of their department's months at once.
@Suite struct MonthsOfUnits {
    private static let months = (1...12).map { Period.month(2025, $0) }

    /// Counts of persons by unit and month; every level and year is their sum.
    private static func cells(_ random: inout FixedNoise) -> [SeriesKey: Int] {
        var cells: [SeriesKey: Int] = [:]
        let leaves = Cases.tree.units.map(\.code).filter { Cases.tree.children(of: $0).isEmpty }
        for leaf in leaves {
            for month in months {
                let count = Int.random(in: 0...40, using: &random) < 2
                    ? Int.random(in: 0...2, using: &random) : Int.random(in: 3...60, using: &random)
                for unit in [leaf] + Cases.tree.ancestors(of: leaf) {
                    for period in [month, .year(2025)] { cells[SeriesKey(period: period, unit: unit), default: 0] += count }
                }
            }
        }
        return cells
    }

    /// An outsider's sums: whole = parts, over units and over months. Fills in every unknown that stands alone in one.
    private static func solved(_ known: Set<SeriesKey>, _ all: Set<SeriesKey>) -> Set<SeriesKey> {
        var sums: [[SeriesKey]] = []
        for key in all {
            let parts = Cases.tree.children(of: key.unit).map { SeriesKey(period: key.period, unit: $0) }.filter(all.contains)
            if !parts.isEmpty { sums.append([key] + parts) }
            if key.period == .year(2025) { sums.append([key] + months.map { SeriesKey(period: $0, unit: key.unit) }) }
        }
        var known = known
        var isNew = true
        while isNew {
            isNew = false
            for sum in sums {
                let unknown = sum.filter { !known.contains($0) }
                if unknown.count == 1 {
                    known.insert(unknown[0])
                    isNew = true
                }
            }
        }
        return known
    }

    @Test(arguments: 0..<60) func noHiddenFigureFollowsFromTheOthers(_ seed: Int) {
        var random = FixedNoise(UInt64(seed + 1))
        let cells = Self.cells(&random)
        let rows = cells.map { key, count in
            (key, Cell(state: .shown, numerator: Exact(count), value: Double(count), persons: count, rows: 1))
        }
        let states = Cases.cleared(rows, fewest: 3, as: Managers.self).states
        let small = Set(cells.filter { $0.value < 3 }.keys)
        let shown = Set(states.filter { $0.value == FigureState.shown }.keys)
        #expect(shown.isDisjoint(with: small))
        let solved = Self.solved(shown, Set(cells.keys))
        #expect(solved.isDisjoint(with: small), "seed \(seed)")
    }
}
