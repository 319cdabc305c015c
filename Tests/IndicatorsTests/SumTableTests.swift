import Indicators
import Testing
import Vocabulary

/// Tables of sums become the cells that figures need.
@Suite struct SumTables {
    /// Two months, units a and c of the tree and x outside it, by sex: numerators with one decimal.
    private static func table(columns: [String] = ["koen"], absent: Bool = false) -> SumTable {
        let keys = SumKeys(
            columns: columns, periodLabels: [.month(2024, 1), .month(2024, 2)], unitLabels: ["a", "x", "c"],
            categoryLabels: columns.map { _ in ["Kvinder", "Mænd"] }, periods: [0, 0, 0, 0, 0, 1, 1],
            units: [0, 2, 1, 0, 2, 0, 2], categories: columns.map { _ in [0, 0, 0, 1, 1, 1, 0] })
        return SumTable(
            keys: keys, numerator: ExactSums(.narrow([10, 25, 999, 7, 5, 40, 0]), scale: 1),
            denominator: ExactSums(.wide([1, 2, 999, 3, 4, 5, 0]), scale: 0),
            persons: ExactSums(.narrow([4, 4, 999, 2, 1, 1, 0]), scale: 0), counted: ExactSums(.constant(0), scale: 0),
            rows: [1, 2, 9, 1, 1, 3, 0],
            absent: absent ? [(1, 0, 0), (0, 2, 0), (9, 9, 9), (0, 0, 0), (0, 0, 0), (0, 0, 0), (0, 0, 1)] : [],
            tallies: [])
    }

    private static func said(_ cell: QueryCell) -> String {
        let by = cell.key.by.map(\.value).joined()
        return "\(cell.key.period) \(cell.key.unit) \(by) \(cell.numerator) \(cell.denominator) \(cell.persons) "
            + "rows \(cell.rows) \(cell.missing) \(cell.notApplicable) \(cell.confidential)"
    }

    @Test func ofABreakdownAreToldForTheWholeAlone() throws {
        let builder = try Cases.builder("mean", "by: koen")
        #expect(
            builder.cells(of: Self.table()).map(Self.said).sorted() == [
                "2024M01 r Kvinder 3.5 3 8 rows 3 0 0 0", "2024M01 r Mænd 1.2 7 3 rows 2 0 0 0",
                "2024M02 r Mænd 4.0 5 1 rows 3 0 0 0",
            ])
        // A group of nothing but rows that were left out is a cell too, and says why.
        #expect(
            builder.cells(of: Self.table(absent: true)).map(Self.said).sorted() == [
                "2024M01 r Kvinder 3.5 3 8 rows 3 1 2 0", "2024M01 r Mænd 1.2 7 3 rows 2 0 0 0",
                "2024M02 r Kvinder 0.0 0 0 rows 0 0 0 1", "2024M02 r Mænd 4.0 5 1 rows 3 0 0 0",
            ])
    }

    @Test func withoutABreakdownAreToldGroupForGroup() throws {
        let builder = try Cases.builder("mean", "by: koen")
        #expect(
            builder.cells(of: Self.table(columns: [])).map(Self.said).sorted() == [
                "2024M01 a  0.7 3 2 rows 1 0 0 0", "2024M01 a  1.0 1 4 rows 1 0 0 0", "2024M01 c  0.5 4 1 rows 1 0 0 0",
                "2024M01 c  2.5 2 4 rows 2 0 0 0", "2024M01 x  99.9 999 999 rows 9 0 0 0",
                "2024M02 a  4.0 5 1 rows 3 0 0 0",
            ])
    }

    @Test func ofTalliesAndMomentsAreMerged() throws {
        let builder = try Cases.builder("mean", "by: koen")
        var table = Self.table()
        let values = [[1], [1, 2], [9], [3], [3], [4], []]
        table.tallies = values.map { $0.map { Tallied(value: Exact($0), count: 1) } }
        table.moments = [ExactSums(.narrow([1, 2, 99, 3, 4, 5, 0]), scale: 2)]
        let cells = builder.cells(of: table)
        let women = try #require(cells.first { $0.key.by == [.init(dimension: "koen", value: "Kvinder")] })
        #expect(women.tally == [Tallied(value: Exact(1), count: 2), Tallied(value: Exact(2), count: 1)])
        #expect(women.moments == [Exact(units: 3, scale: 2)])
    }
}
