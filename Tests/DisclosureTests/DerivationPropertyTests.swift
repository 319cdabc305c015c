import Disclosure
import Indicators
import Noise
import Testing
import Vocabulary

/// What an outsider can work out from the shown figures by adding and subtracting alone.
///
/// Every equation says: a whole is the sum of its parts. An equation with one unknown gives it away, and what is known
/// then helps with the next, until nothing more follows. Written without a look at how figures are cleared.
private struct Outsider {
    var known: Set<SeriesKey>
    let equations: [[SeriesKey]]

    /// Keys that were hidden and can be computed.
    mutating func derive() -> Set<SeriesKey> {
        var found: Set<SeriesKey> = []
        var isDone = false
        while !isDone {
            isDone = true
            for equation in equations {
                let unknown = equation.filter { !known.contains($0) }
                guard unknown.count == 1 else { continue }
                known.insert(unknown[0])
                found.insert(unknown[0])
                isDone = false
            }
        }
        return found
    }
}

/// A random town: a tree, persons in its lowest units, each with a sex and, in some months, counted.
private struct Town {
    var units: [UnitDescription] = [Cases.unit("r", nil)]
    var parts: [SeriesKey: (part: Int, whole: Int)] = [:]
    var equations: [[SeriesKey]] = []
    let periods: [Period]
    let categories: [[Category]]

    var tree: UnitTree { UnitTree(units) }

    init(_ noise: inout FixedNoise, periods: [Period], categories: [String], above: Int = 0) {
        self.periods = periods
        self.categories = [[]] + categories.map { [Category(dimension: "koen", value: $0)] }
        for number in 0..<above {
            units[number].parent = UnitCode("top\(number)")
            units.append(Cases.unit("top\(number)", nil))
        }
        for number in 1..<Int.random(in: 3...14, using: &noise) {
            units.append(Cases.unit("u\(number)", units.randomElement(using: &noise)!.code.code))
        }
        let tree = self.tree
        let lowest = units.map(\.code).filter { tree.children(of: $0).isEmpty }
        let fine = periods.count > 1 ? periods.filter { $0.months < 12 } : periods
        for unit in lowest {
            for period in fine {
                for by in self.categories where !by.isEmpty || categories.isEmpty {
                    let whole = Bool.random(using: &noise) ? Int.random(in: 0...12, using: &noise) : Int.random(in: 20...90, using: &noise)
                    add(Int.random(in: 0...whole, using: &noise), of: whole, unit, period, by, tree)
                }
            }
        }
        equate(tree, fine)
    }

    private mutating func add(
        _ part: Int, of whole: Int, _ unit: UnitCode, _ period: Period, _ by: [Category], _ tree: UnitTree
    ) {
        for level in [unit] + tree.ancestors(of: unit) {
            for time in periods where time.contains(period) {
                for category in Set([by, []]) {
                    let key = SeriesKey(period: time, unit: level, by: category)
                    let sum = parts[key] ?? (0, 0)
                    parts[key] = (sum.part + part, sum.whole + whole)
                }
            }
        }
    }

    private mutating func equate(_ tree: UnitTree, _ fine: [Period]) {
        for key in parts.keys {
            let below = tree.children(of: key.unit).map { SeriesKey(period: key.period, unit: $0, by: key.by) }
            if !below.isEmpty { equations.append([key] + below) }
            if key.by.isEmpty, categories.count > 1 {
                equations.append(
                    [key] + categories.filter { !$0.isEmpty }.map { SeriesKey(period: key.period, unit: key.unit, by: $0) })
            }
            if key.period.months == 12, fine.count > 1 {
                equations.append([key] + fine.map { SeriesKey(period: $0, unit: key.unit, by: key.by) })
            }
        }
    }

    /// Hidden figures an outsider finds, with only the figures `isReleased` lets through; with `small`, only those
    /// that are too small themselves.
    func leaks(fewest: Int, small: Bool = false, _ isReleased: (SeriesKey) -> Bool = { _ in true }) -> Set<SeriesKey> {
        let kept = parts.filter { isReleased($0.key) }
        let cells = kept.map { ($0.key, Cases.share($0.value.part, of: $0.value.whole)) }
        let (states, reasons) = Cases.cleared(cells, fewest: fewest, tree: tree, as: Public.self)
        var outsider = Outsider(
            known: Set(states.filter { $0.value == .shown }.keys),
            equations: equations.filter { $0.allSatisfy { kept[$0] != nil } })
        return outsider.derive().filter { !small || reasons[$0] == .primary }
    }
}

@Suite struct NothingHiddenFollows {
    @Test(arguments: 1...300) func fromUnits(_ seed: Int) {
        var noise = FixedNoise(UInt64(seed))
        let town = Town(&noise, periods: [.year(2024)], categories: [])
        #expect(town.leaks(fewest: Int.random(in: 3...10, using: &noise)).isEmpty)
    }

    @Test(arguments: 1...200) func fromUnitsAndCategoriesOfTheWhole(_ seed: Int) {
        var noise = FixedNoise(UInt64(seed) * 31)
        let town = Town(&noise, periods: [.year(2024)], categories: ["K", "M", "X"])
        let leaks = town.leaks(fewest: 5) { $0.by.isEmpty || $0.unit == Cases.root }
        #expect(leaks.isEmpty)
    }

    @Test(arguments: 1...100) func fromUnitsAndMonthsOfTheWhole(_ seed: Int) {
        var noise = FixedNoise(UInt64(seed) * 77)
        let months = (1...12).map { Period.month(2024, $0) }
        let town = Town(&noise, periods: months + [.year(2024)], categories: [])
        let leaks = town.leaks(fewest: 5) { $0.period.grain == .year || $0.unit == Cases.root }
        #expect(leaks.isEmpty)
    }

    /// Categories of one unit follow from those of the whole and of the other units. An only unit below the whole is
    /// the whole under another name, and no smaller.
    @Test(arguments: 1...100) func fromCategoriesOfEveryUnit(_ seed: Int) {
        var noise = FixedNoise(UInt64(seed) * 131)
        let town = Town(&noise, periods: [.year(2024)], categories: ["K", "M"])
        #expect(town.leaks(fewest: 5, small: true).isEmpty)
    }

    @Test(arguments: 1...300) func fromUnitsAboveAndBesideTheRoot(_ seed: Int) {
        var noise = FixedNoise(UInt64(seed) * 17)
        let town = Town(&noise, periods: [.year(2024)], categories: [], above: 1 + seed % 2)
        #expect(town.leaks(fewest: 5).isEmpty)
    }

    @Test(arguments: 1...100) func fromMonthsOfEveryUnit(_ seed: Int) {
        var noise = FixedNoise(UInt64(seed) * 211)
        let town = Town(&noise, periods: (1...12).map { .month(2024, $0) } + [.year(2024)], categories: [])
        #expect(town.leaks(fewest: 5).isEmpty)
    }

    /// Units that do not lie below the root, as those compared with, are held to the rule too.
    @Test func fromUnitsBesideTheRoot() {
        let tree = UnitTree([Cases.unit("dk", nil), Cases.unit("r", "dk"), Cases.unit("x", "dk"), Cases.unit("y", "dk")])
        let cells = [
            (Cases.key("dk"), Cases.share(61, of: 122)), (Cases.key("r"), Cases.share(30, of: 60)),
            (Cases.key("x"), Cases.share(30, of: 60)), (Cases.key("y"), Cases.share(1, of: 2)),
        ]
        let states = Cases.cleared(cells, tree: tree, as: Public.self).states
        #expect(states[Cases.key("y")] == .hidden)
        #expect(states[Cases.key("x")] == .hidden || states[Cases.key("dk")] == .hidden)
    }
}
