import Disclosure
import Indicators
import Testing
import Vocabulary

@Suite struct ExpectedFigures {
    /// Every unit of the tree with an expected figure, its groups at the root no smaller than `fewest`.
    private func figures<E: Edition>(
        fewest: Int?, rule: Int = 5, published: Bool = false, hidden: String? = nil, as edition: E.Type
    ) -> [UnitCode: Figure] {
        var lowest = ["a": (20, 60), "b": (20, 60), "c": (20, 60), "d": (20, 60), "e": (20, 60)]
        if let hidden { lowest[hidden] = (1, 60) }
        let cells = Cases.year(lowest).map { key, cell in
            var cell = cell
            cell.expected = Expected(numerator: 21, value: 35, fewestPersons: fewest)
            return (key, cell)
        }
        var series = Cases.series(cells)
        series.isExpectedByMix = true
        let released = release(
            series, rule: DisclosureRule(fewestPersons: rule, isAlreadyPublished: published), tree: Cases.tree,
            root: Cases.root, as: edition
        ).released
        #expect(released.isExpectedByMix)
        return Dictionary(uniqueKeysWithValues: released.rows.map { ($0.key.unit, $0.figure) })
    }

    /// With the rates of two groups known, an expected figure and its base give both groups back: 10 and 30 % in a unit
    /// of 41 expecting 4.3 leave no doubt that 40 and 1 are in it, and one decimal of the percentage does not either.
    @Test func wouldTellTheMixOfAUnit() {
        let fitting = (0...41).filter { first in
            let expected = (0.1 * Double(first) + 0.3 * Double(41 - first)) / 41 * 100
            return (expected * 10).rounded() == (4.3 / 41 * 1000).rounded()
        }
        #expect(fitting == [40])
    }

    @Test func areNotForThePublic() {
        #expect(figures(fewest: 200, as: Public.self).values.allSatisfy { $0.state == .shown && $0.expected == nil })
    }

    @Test func areForManagersWhereEveryGroupIsLargeEnough() {
        #expect(figures(fewest: 5, as: Managers.self).values.allSatisfy { $0.expected?.value == 35 })
        #expect(figures(fewest: 4, as: Managers.self).values.allSatisfy { $0.state == .shown && $0.expected == nil })
        #expect(figures(fewest: 12, rule: 30, as: Managers.self).values.allSatisfy { $0.expected == nil })
    }

    @Test func areForAllWhereNobodyIsToBeHidden() {
        #expect(figures(fewest: nil, as: Public.self).values.allSatisfy { $0.expected?.numerator == 21 })
        #expect(figures(fewest: 1, published: true, as: Public.self).values.allSatisfy { $0.expected?.numerator == 21 })
        #expect(figures(fewest: 1, as: Desk.self).values.allSatisfy { $0.expected?.numerator == 21 })
    }

    @Test func areHiddenWithTheFigure() {
        let units = figures(fewest: 100, hidden: "d", as: Managers.self)
        for unit in ["d", "e"] as [UnitCode] { #expect(units[unit]?.state == .hidden && units[unit]?.expected == nil) }
        #expect(units["a"]?.expected != nil)
    }
}
