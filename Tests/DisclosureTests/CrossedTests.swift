import Disclosure
import Indicators
import Testing
import Vocabulary

/// Categories crossed, and answers.
@Suite struct CrossedCategories {
    private func by(_ age: String, _ sex: String) -> [Category] {
        [Category(dimension: "alder", value: age), Category(dimension: "koen", value: sex)]
    }

    private func count(_ persons: Int) -> Cell {
        Cell(state: .shown, numerator: Exact(persons), value: Double(persons), persons: persons, rows: 1)
    }

    @Test func aSmallCellHidesAllCrossedCellsOfItsYearAndNoOthers() {
        let ages = ["0-9", "10-19"], sexes = ["K", "M"]
        var cells: [(SeriesKey, Cell)] = []
        for year in [2024, 2025] {
            cells.append((Cases.key("r", .year(year)), count(100)))
            for sex in sexes {
                cells.append((Cases.key("r", .year(year), by: [Category(dimension: "koen", value: sex)]), count(50)))
                for age in ages {
                    let isSmall = year == 2025 && age == "0-9" && sex == "M"
                    cells.append((Cases.key("r", .year(year), by: by(age, sex)), count(isSmall ? 4 : 25)))
                }
            }
        }
        let states = Cases.cleared(cells, as: Public.self).states
        for (key, state) in states {
            #expect(state == (key.period == .year(2025) && key.by.count == 2 ? .hidden : .shown), "\(key)")
        }
        #expect(Cases.cleared(cells, published: true, as: Public.self).states.values.allSatisfy { $0 == .shown })
    }

    /// The source hides one sex; the ages of that sex would add up to it.
    @Test func crossedCellsGiveNoHiddenSumBack() {
        let hidden = Cell(state: .hidden)
        let cells = [
            (Cases.key("r"), count(100)),
            (Cases.key("r", by: [Category(dimension: "koen", value: "K")]), count(60)),
            (Cases.key("r", by: [Category(dimension: "koen", value: "M")]), hidden),
            (Cases.key("r", by: by("0-9", "M")), count(20)), (Cases.key("r", by: by("0-9", "K")), count(20)),
        ]
        let states = Cases.cleared(cells, as: Public.self).states
        #expect(states[Cases.key("r", by: by("0-9", "K"))] == .hidden && states[Cases.key("r", by: by("0-9", "M"))] == .hidden)
        #expect(states[Cases.key("r")] == .shown)
    }

    @Test func oneHiddenAnswerHidesAllOfItsYear() {
        let cells = [
            (Cases.key("r"), Cases.share(60, of: 100)), (Cases.key("r", by: [.answer(1)]), Cases.share(3, of: 100)),
            (Cases.key("r", by: [.answer(2)]), Cases.share(97, of: 100)),
            (Cases.key("r", .year(2025)), Cases.share(60, of: 100)),
            (Cases.key("r", .year(2025), by: [.answer(1)]), Cases.share(40, of: 100)),
            (Cases.key("r", .year(2025), by: [.answer(2)]), Cases.share(60, of: 100)),
        ]
        let states = Cases.cleared(cells, as: Public.self).states
        #expect(states[Cases.key("r", by: [.answer(1)])] == .hidden && states[Cases.key("r", by: [.answer(2)])] == .hidden)
        #expect(states.values.filter { $0 == .shown }.count == 4)
    }

    @Test("answers that leave a few persons, or that the figure counts a few more or less than, are not shown")
    func smallRests() {
        func answers(_ parts: [Int], figure: Int, of whole: Int) -> Int {
            let cells = [(Cases.key("r"), Cases.share(figure, of: whole))] + parts.enumerated().map { place, part in
                (Cases.key("r", by: [.answer(place + 1)]), Cases.share(part, of: whole))
            }
            return Cases.cleared(cells, as: Public.self).states.values.filter { $0 == .shown }.count
        }
        #expect(answers([40, 60, 100], figure: 100, of: 200) == 4)
        // Three answered something else; nine are enough.
        #expect(answers([40, 60, 100], figure: 100, of: 203) == 1)
        #expect(answers([40, 60, 100], figure: 100, of: 209) == 4)
        // The figure counts three more than the answers at the end of the scale, or three less than two of them.
        #expect(answers([40, 60, 100], figure: 103, of: 200) == 1)
        #expect(answers([40, 60, 100], figure: 97, of: 200) == 1)
        #expect(answers([40, 60, 100], figure: 163, of: 200) == 1)
    }
}
