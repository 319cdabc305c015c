import Catalogue
import Disclosure
import Foundation
import Indicators
import Testing
import Vocabulary

/// Changes, rolling windows and formulas of released figures.
@Suite struct Derived {
    /// The definitions of `x` (a share of persons, or another measure) and `y`, made from it.
    private func definitions(_ base: String, _ made: String) throws -> [String: IndicatorDefinition] {
        let folder = FileManager.default.temporaryDirectory.path + "/derive-tests-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder + "/Metrics/g", withIntermediateDirectories: true)
        let config = """
            { "project": {"title": "T", "builtAt": "2026-11-20"}, "goals": [{"id": "g", "title": "G"}],
              "units": {"file": "units.csv", "root": "r"},
              "datasets": {"d": {"files": "x.csv", "period": {"column": "P"}, "unit": {"column": "E"},
                "numbers": {"part": "Part", "whole": "Whole"}}} }
            """
        try config.write(toFile: folder + "/config.json", atomically: true, encoding: .utf8)
        try "title: X\ndataset: d\n\(base)\n".write(toFile: folder + "/Metrics/g/x.yaml", atomically: true, encoding: .utf8)
        try "title: Y\n\(made)\n".write(toFile: folder + "/Metrics/g/y.yaml", atomically: true, encoding: .utf8)
        let (project, findings) = Project.read(folder: folder, asOf: "2026-11-20")
        let read = try #require(project, "\(findings)")
        return ["x": try #require(read.indicator("x"), "\(findings)"), "y": try #require(read.indicator("y"), "\(findings)")]
    }

    private static let share = "measure: share\nnumerator: part\ndenominator: whole\npersons: denominator"

    /// Figures of `y` from cells of `x`, as an edition shows them.
    private func made<E: Edition>(
        _ made: String, of base: String = share, _ cells: [(SeriesKey, Cell)], as edition: E.Type
    ) throws -> [SeriesKey: Figure] {
        let definitions = try definitions(base, made)
        let shown = release(
            Cases.series(cells), rule: DisclosureRule(fewestPersons: 5), tree: Cases.tree, root: Cases.root, as: edition)
        let result = derive(definitions["y"]!, from: ["x": shown.released], definitions)
        return Dictionary(uniqueKeysWithValues: result.rows.map { ($0.key, $0.figure) })
    }

    private func cell(_ part: Int, of whole: Int, parts: Int = 1) -> Cell {
        var cell = Cases.share(part, of: whole)
        cell.overTime = OverTimeSums(numerator: Exact(part), denominator: Exact(whole), parts: parts, denominatorParts: parts)
        return cell
    }

    @Test func aChangeOfAHiddenFigureIsHidden() throws {
        let cells = [(2022, 20), (2023, 2), (2024, 30)].map { (Cases.key("r", .year($0)), cell($1, of: 100)) }
        let desk = try made("measure: change\nof: x", cells, as: Desk.self)
        #expect(desk.count == 2 && desk[Cases.key("r", .year(2023))]?.value == -18 && desk[Cases.key("r")]?.value == 28)
        let shown = try made("measure: change\nof: x", cells, as: Public.self)
        #expect(shown.count == 2 && shown.values.allSatisfy { $0.state == .hidden && $0.value == nil && $0.count == nil })
        let two = try made("measure: change\nof: x\nmonths: 24\nas: percent", cells, as: Public.self)
        #expect(two.count == 1 && two[Cases.key("r")]?.value == 50)
    }

    @Test func aWindowIsOfSumsAndFull() throws {
        let cells: [(SeriesKey, Cell)] = [1, 2, 3, 5, 6].map { month in
            (Cases.key("r", .month(2024, month)), cell(month * 10, of: 100 * month * month))
        }
        let window = try made("measure: rolling\nof: x\nmonths: 2", cells, as: Desk.self)
        #expect(window.keys.map(\.period).sorted() == [2, 3, 6].map { .month(2024, $0) })
        // 50 ÷ 1300, and not the mean of 5 and 3.33 percent.
        #expect(window[Cases.key("r", .month(2024, 3))]?.value == 50.0 / 1300 * 100)
        let small = cells.map { ($0.0, $0.0.period == .month(2024, 3) ? cell(2, of: 900) : $0.1) }
        let shown = try made("measure: rolling\nof: x\nmonths: 2", small, as: Public.self)
        #expect(shown[Cases.key("r", .month(2024, 3))]?.state == .hidden)
        #expect(shown[Cases.key("r", .month(2024, 2))]?.state == .shown)
    }

    /// Years longer than the window are told where they are of the same kind as its parts, and windows may be of years.
    @Test func yearsAndWindows() throws {
        let years = [(2022, 10), (2023, 20), (2024, 60)].map { (Cases.key("r", .year($0)), cell($1, of: 200, parts: 12)) }
        func values(_ base: String, _ months: Int) throws -> [Double?] {
            let found = try made("measure: rolling\nof: x\nmonths: \(months)", of: base, years, as: Desk.self)
            return found.keys.sorted().map { found[$0]!.value }
        }
        #expect(try values(Self.share, 24) == [7.5, 20] && values(Self.share, 12) == [5, 10, 30])
        #expect(try values(Self.share, 6) == [5, 10, 30])
        let sum = "measure: sum\nnumerator: part\npersons: whole"
        #expect(try values(sum, 24) == [30, 80] && values(sum, 6).isEmpty)
        #expect(try values(sum + "\noverTime: mean", 24) == [30.0 / 24, 80.0 / 24])
        #expect(try values(Self.share + "\ndenominatorOverTime: mean", 24) == [180, 480])
    }

    @Test func nothingReachesOverABreak() throws {
        let base = Self.share + "\nbreaks: [{at: 2024, reason: Ny.}]"
        let cells = (2022...2025).map { (Cases.key("r", .year($0)), cell(20, of: 100)) }
        let change = try made("measure: change\nof: x", of: base, cells, as: Desk.self)
        #expect(change.keys.sorted().map { change[$0]!.state } == [.shown, .notApplicable, .shown])
        let window = try made("measure: rolling\nof: x\nmonths: 24", of: base, cells, as: Desk.self)
        #expect(window.keys.sorted().map { window[$0]!.state } == [.shown, .notApplicable, .shown])
    }

    @Test func aFormulaOfWhatIsHiddenIsHidden() throws {
        let cells = Cases.year(["a": (20, 100), "b": (3, 100), "c": (50, 100), "d": (20, 40), "e": (20, 50)])
        let formula = "measure: derived\nof: {a: x, b: x}\nformula: (a + b) / (a - 50)"
        let shown = try made(formula, cells, as: Public.self), desk = try made(formula, cells, as: Desk.self)
        #expect(shown[Cases.key("a")]?.state == .hidden && desk[Cases.key("a")]?.value == 40.0 / -30)
        // 50 percent: it divides by zero.
        #expect(desk[Cases.key("d")]?.state == .notApplicable)
        #expect(shown[Cases.key("r")]?.value == desk[Cases.key("r")]?.value)
    }
}
