import Indicators
import Testing
import Vocabulary

/// Sums of squares stay with a figure as long as its rows are answers of different persons.
@Suite struct AnswerMomentsOfFigures {
    /// Four answers of weight 1, values 1, 2, 3 and 4.
    private func cell(_ unit: String, _ period: Period) -> QueryCell {
        var cell = Cases.cell(unit, period, 10, 4, persons: 4, rows: 4)
        cell.moments = [Exact(30), Exact(10), Exact(4)]
        return cell
    }

    @Test func unitsAddUp() throws {
        let found = Cases.built(try Cases.builder("mean"), [cell("a", .year(2024)), cell("b", .year(2024))])
        let moments = try #require(found[Cases.key("n")]?.moments)
        #expect(moments.answers == 8 && moments.values == 20 && moments.weights == 8)
        #expect(moments.squaredValues == 60 && moments.products == 20 && moments.squaredWeights == 8)
        #expect(!moments.isShare)
    }

    /// The same persons may answer every month.
    @Test func monthsDoNotMakeAYear() throws {
        let cells = (1...12).map { cell("a", .month(2024, $0)) }
        let found = Cases.built(try Cases.builder("mean"), cells)
        #expect(found[Cases.key("r", .month(2024, 5))]?.moments != nil)
        let year = try #require(found[Cases.key("r")])
        #expect(year.value == 2.5 && year.moments == nil)
    }
}
