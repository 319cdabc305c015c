import Disclosure
import Indicators
import Noise
import Testing
import Vocabulary

@Suite struct PrimaryRule {
    /// Base, numerator and complement each on both sides of the limit.
    @Test(arguments: [
        (5, 10, true), (4, 10, false), (5, 9, false), (6, 10, false), (0, 100, false), (100, 100, false), (50, 100, true),
        (95, 100, true), (96, 100, false), (2, 4, false), (0, 0, false),
    ]) func holdsBaseNumeratorAndComplement(_ part: Int, _ whole: Int, _ isShown: Bool) {
        let (states, reasons) = Cases.cleared([(Cases.key("r"), Cases.share(part, of: whole))], as: Public.self)
        #expect(states[Cases.key("r")] == (isShown ? .shown : .hidden))
        #expect(reasons[Cases.key("r")] == (isShown ? nil : .primary))
    }

    @Test(arguments: 3...12) func theBaseAloneAtTheLimit(_ fewest: Int) {
        for (persons, isShown) in [(fewest - 1, false), (fewest, true)] {
            let cell = Cell(state: .shown, numerator: Exact(900), value: 3, persons: persons, rows: 1)
            let states = Cases.cleared([(Cases.key("r"), cell)], fewest: fewest, as: Managers.self).states
            #expect(states[Cases.key("r")] == (isShown ? .shown : .hidden), "\(persons) of \(fewest)")
        }
    }

    @Test func whatIsNotAboutPersonsIsShown() {
        let states = Cases.cleared([(Cases.key("r"), Cell(state: .shown, value: 1, rows: 1))], as: Public.self).states
        #expect(states[Cases.key("r")] == .shown)
    }

    @Test func otherStatesStayAsTheyAre() {
        for state in [FigureState.missing, .notApplicable, .awaiting, .hidden] {
            let states = Cases.cleared([(Cases.key("r"), Cell(state: state))], as: Public.self).states
            #expect(states[Cases.key("r")] == state)
        }
    }

    @Test func aHiddenFigureCarriesNothing() {
        let series = Cases.series([(Cases.key("r"), Cases.share(2, of: 10))])
        let released = release(
            series, rule: DisclosureRule(fewestPersons: 5), tree: Cases.tree, root: Cases.root, as: Public.self
        ).released
        let figure = released.rows[0].figure
        #expect(figure.state == .hidden && figure.value == nil && figure.numerator == nil)
        #expect(figure.denominator == nil && figure.count == nil)
        #expect(released.indicator == "x")
    }
}

@Suite struct Exemptions {
    private let small = Cases.year(["a": (1, 2), "b": (20, 40), "c": (20, 40), "d": (20, 40), "e": (20, 40)])

    @Test func publishedFiguresAreLeftAlone() {
        let (states, reasons) = Cases.cleared(small, published: true, as: Public.self)
        #expect(states.values.allSatisfy { $0 == .shown } && reasons.isEmpty)
    }

    @Test func theDeskSeesItsOwnData() {
        let (states, reasons) = Cases.cleared(small, as: Desk.self)
        #expect(states.values.allSatisfy { $0 == .shown } && reasons.isEmpty)
    }

    @Test func managersAreHeldToTheRule() {
        #expect(Cases.cleared(small, as: Managers.self).states[Cases.key("a")] == .hidden)
    }
}

@Suite struct SecondaryRule {
    @Test func siblingsOfASmallUnitAreDropped() {
        let cells = Cases.year(["a": (1, 2), "b": (20, 40), "c": (20, 40), "d": (20, 40), "e": (20, 40)])
        let (states, reasons) = Cases.cleared(cells, as: Public.self)
        #expect(["a", "b", "c"].allSatisfy { Cases.isHidden($0, in: states) })
        #expect(!["r", "n", "s", "d", "e"].contains { Cases.isHidden($0, in: states) })
        #expect(reasons[Cases.key("a")] == .primary && reasons[Cases.key("b")] == .secondary)
    }

    @Test func everythingBelowADroppedUnitIsDropped() {
        let cells = Cases.year(["a": (1, 2), "b": (1, 1), "c": (0, 1), "d": (20, 40), "e": (20, 40)])
        let (states, reasons) = Cases.cleared(cells, as: Public.self)
        #expect(["n", "s", "a", "b", "c", "d", "e"].allSatisfy { Cases.isHidden($0, in: states) })
        #expect(!Cases.isHidden("r", in: states))
        #expect(reasons[Cases.key("n")] == .primary && reasons[Cases.key("s")] == .secondary)
        #expect(reasons[Cases.key("d")] == .secondary)
    }

    @Test func anotherPeriodIsLeftAlone() {
        let cells =
            Cases.year(["a": (1, 2), "b": (20, 40), "c": (20, 40)])
            + Cases.year(["a": (20, 40), "b": (20, 40), "c": (20, 40)], .year(2023))
        let states = Cases.cleared(cells, as: Public.self).states
        #expect(states[Cases.key("b")] == .hidden && states[Cases.key("b", .year(2023))] == .shown)
    }

    @Test func aFigureTheSourceHidesTakesItsSiblings() {
        var cells = Cases.year(["b": (20, 40), "c": (20, 40)])
        cells.append((Cases.key("a"), Cell(state: .hidden)))
        let states = Cases.cleared(cells, as: Public.self).states
        #expect(Cases.isHidden("b", in: states) && Cases.isHidden("c", in: states) && !Cases.isHidden("n", in: states))
    }

    @Test func missingFiguresTakeNobodyAlong() {
        var cells = Cases.year(["b": (20, 40), "c": (20, 40)])
        cells.append((Cases.key("a"), Cell(state: .missing)))
        #expect(Cases.cleared(cells, as: Public.self).reasons.isEmpty)
    }

    @Test func aBreakdownIsDroppedWhole() {
        let women = [Category(dimension: "koen", value: "K")], men = [Category(dimension: "koen", value: "M")]
        let young = [Category(dimension: "alder", value: "0-17")], old = [Category(dimension: "alder", value: "18+")]
        let (states, reasons) = Cases.cleared(
            [
                (Cases.key("r"), Cases.share(22, of: 44)), (Cases.key("r", by: women), Cases.share(2, of: 4)),
                (Cases.key("r", by: men), Cases.share(20, of: 40)), (Cases.key("r", by: young), Cases.share(10, of: 20)),
                (Cases.key("r", by: old), Cases.share(12, of: 24)),
                (Cases.key("r", .year(2023), by: women), Cases.share(20, of: 40)),
            ], as: Public.self)
        #expect(reasons[Cases.key("r", by: women)] == .primary && reasons[Cases.key("r", by: men)] == .secondary)
        #expect(states[Cases.key("r", by: young)] == .shown && states[Cases.key("r", by: old)] == .shown)
        #expect(states[Cases.key("r")] == .shown && states[Cases.key("r", .year(2023), by: women)] == .shown)
    }

    @Test func aHiddenWholeHidesItsCategories() {
        let women = [Category(dimension: "koen", value: "K")]
        let cells =
            Cases.year(["a": (1, 2), "b": (20, 40), "c": (20, 40)])
            + [(Cases.key("b", by: women), Cases.share(10, of: 20))]
        #expect(Cases.cleared(cells, as: Public.self).reasons[Cases.key("b", by: women)] == .secondary)
    }

    @Test func monthsOfAYearAreDroppedTogether() {
        var cells = (1...12).map { (Cases.key("r", .month(2024, $0)), Cases.share($0 == 3 ? 1 : 20, of: 40)) }
        cells += (1...12).map { (Cases.key("r", .month(2023, $0)), Cases.share(20, of: 40)) }
        cells.append((Cases.key("r", .year(2024)), Cases.share(221, of: 480)))
        cells.append((Cases.key("r", .year(2023)), Cases.share(240, of: 480)))
        let (states, reasons) = Cases.cleared(cells, as: Public.self)
        #expect((1...12).allSatisfy { states[Cases.key("r", .month(2024, $0))] == .hidden })
        #expect((1...12).allSatisfy { states[Cases.key("r", .month(2023, $0))] == .shown })
        #expect(states[Cases.key("r", .year(2024))] == .shown)
        #expect(reasons[Cases.key("r", .month(2024, 3))] == .primary)
    }

    /// The order of the rows is no reason.
    @Test func orderChangesNothing() {
        var noise = FixedNoise(5)
        let cells = Cases.year(["a": (1, 2), "b": (20, 40), "c": (20, 40), "d": (6, 12), "e": (20, 40)])
        let expected = Cases.cleared(cells, as: Public.self).reasons
        for _ in 0..<20 { #expect(Cases.cleared(cells.shuffled(using: &noise), as: Public.self).reasons == expected) }
    }
}
