import Catalogue
import Findings
import Foundation
import Indicators
import Noise
import Store
import Testing
import Vocabulary

/// From files to figures, through store, engine and roll-up, on random rows: how they are split and ordered, when they
/// are from, in what unit they count and what they are broken down by changes no figure of the whole.
@Suite struct RandomFiles {
    private struct RandomRow {
        var year: Int, month: Int, unit: String, sick: Int, possible: Int, sex: String, staff: Int

        func line(later: Int = 0, factor: Int = 1) -> String {
            "\(year + later);\(month);\(unit);\(Self.comma(sick * factor));\(Self.comma(possible * factor));"
                + "\(staff);\(sex)\n"
        }

        /// Hundredths with a decimal comma.
        private static func comma(_ hundredths: Int) -> String {
            "\(hundredths / 100),\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
        }
    }

    private static let header = "Aar;Maaned;Enhed;Syge;Mulige;Ansatte;Koen\n"

    /// Two years of months in four units, some without rows, some with more than one.
    private static func draw(_ noise: inout FixedNoise) -> [RandomRow] {
        (0..<24).flatMap { month in
            ["01", "02", "03"].flatMap { unit in
                ["K", "M"].flatMap { sex in
                    (0..<Int.random(in: 0...3, using: &noise)).map { _ in
                        let possible = Int.random(in: 1...60_000, using: &noise)
                        return RandomRow(
                            year: 2022 + month / 12, month: month % 12 + 1, unit: unit,
                            sick: Int.random(in: 0...possible, using: &noise), possible: possible, sex: sex,
                            staff: Int.random(in: 1...90, using: &noise))
                    }
                }
            }
        }
    }

    private static let share = "measure: share\nnumerator: syge\ndenominator: mulige\npersons: ansatte\n"

    /// Every figure of an indicator over files, one line each, with all digits.
    private func figures(_ files: [String: String], _ indicator: String = share, asOf: String = "2026-11-20") throws
        -> [String]
    {
        let project = try TemporaryProject(dataset: "", files: files, units: Self.units)
        try project.write(
            "config.json",
            #"""
            { "project": {"title": "T", "builtAt": "\#(asOf)"}, "goals": [{"id": "g", "title": "G"}],
              "units": {"file": "units.csv", "root": "r"},
              "datasets": {"fravaer": {"files": "Data/*.csv", "period": {"year": "Aar", "month": "Maaned"},
                "unit": {"column": "Enhed"}, "numbers": {"syge": "Syge", "mulige": "Mulige", "ansatte": "Ansatte"},
                "categories": {"koen": "Koen"}}} }
            """#)
        try project.write("Metrics/g/x.yaml", "title: T\ndataset: fravaer\n\(indicator)")
        let declared = try project.project(), (tree, _) = readUnits(declared), store = try project.store()
        let report = try store.load(declared, tree: tree)
        guard !report.findings.stops(), let definition = declared.indicator("x") else { throw Refusal(report.findings) }
        let result = try SQLiteQueryEngine(store).run([definition.plan(over: declared.datasets[0])])[0]
        let computed = SeriesBuilder(
            definition: definition, dataset: declared.datasets[0], tree: tree, root: "r", asOf: asOf
        ).build(result)
        let provisional = computed.provisional
        return computed.series.rows.map { key, cell in
            "\(key.period.key)|\(key.unit.code)|\(key.by.map(\.value))|\(cell.state)|"
                + "\(cell.value.map { "\($0)" } ?? "")|"
                + "\(cell.numerator.map(\.description) ?? "")|\(cell.denominator.map(\.description) ?? "")|"
                + "\(cell.persons ?? -1)|\(cell.rows)|\(provisional.contains(key.period))"
        }
    }

    private static let units =
        "kode;navn;overordnet;niveau;type\nr;Byen;;by;\nn;Nord;r;afdeling;\n01;A;n;enhed;skole\n02;B;n;enhed;skole\n"
        + "03;C;r;enhed;skole\n"

    private func whole(_ rows: [RandomRow], later: Int = 0, factor: Int = 1) -> [String: String] {
        ["Data/a.csv": Self.header + rows.map { $0.line(later: later, factor: factor) }.joined()]
    }

    @Test(arguments: 1...12) func splitAndShuffledFilesGiveTheSameFiguresToTheLastByte(_ seed: Int) throws {
        var noise = FixedNoise(UInt64(seed))
        let rows = Self.draw(&noise), plain = try figures(whole(rows), Self.share + "by: koen\n")
        #expect(plain.count > 30)
        let count = Int.random(in: 2...6, using: &noise)
        var files: [String: String] = [:]
        for row in rows.shuffled(using: &noise) {
            files["Data/\(Int.random(in: 0..<count, using: &noise)).csv", default: Self.header] += row.line()
        }
        #expect(try figures(files, Self.share + "by: koen\n") == plain)
    }

    @Test(arguments: 21...26) func aBreakdownNeverChangesTheTotal(_ seed: Int) throws {
        var noise = FixedNoise(UInt64(seed))
        let files = whole(Self.draw(&noise))
        let plain = try figures(files), broken = try figures(files, Self.share + "by: koen\n")
        #expect(broken.filter { $0.contains("|[]|") } == plain && broken.count > plain.count)
    }

    @Test(arguments: 31...36) func rowsYearsLaterGiveTheSameFigures(_ seed: Int) throws {
        var noise = FixedNoise(UInt64(seed))
        let rows = Self.draw(&noise), years = Int.random(in: 1...40, using: &noise)
        let asOf = Int.random(in: 2023...2024, using: &noise)
        let plain = try figures(whole(rows), asOf: "\(asOf)-06-20")
        let later = try figures(whole(rows, later: years), asOf: "\(asOf + years)-06-20")
        #expect(later == plain.map { line in "\(Int(line.prefix(4))! + years)\(line.dropFirst(4))" })
    }

    /// Both sums counted in hundredths: every share is the same to the last byte.
    @Test(arguments: 41...46) func anotherUnitOfBothSumsChangesNoShare(_ seed: Int) throws {
        var noise = FixedNoise(UInt64(seed))
        let rows = Self.draw(&noise)
        func shares(_ factor: Int) throws -> [String] {
            try figures(whole(rows, factor: factor)).map { line in
                line.split(separator: "|", omittingEmptySubsequences: false).prefix(5).joined(separator: "|")
            }
        }
        #expect(try shares(100) == shares(1))
    }
}
