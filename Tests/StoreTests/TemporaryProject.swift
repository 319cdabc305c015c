import Catalogue
import Findings
import Foundation
import Indicators
import Store
import Vocabulary

/// A project with its data in a folder of its own, gone when the test ends.
final class TemporaryProject {
    let folder = FileManager.default.temporaryDirectory.path + "/store-tests-" + UUID().uuidString

    static let numbers = "\"antal\": \"Antal\", \"pris\": {\"header\": \"Pris\", \"decimals\": 2}"
    static let units = "kode;navn;overordnet;niveau;type\nr;Byen;;by;\n01;Nørre Skole;r;enhed;skole\n02;Ådal;r;enhed;skole\n"
    static let header = "Aar;Enhed;Antal;Pris;Svar;Køn\n"

    init(
        _ rows: String, numbers: String = TemporaryProject.numbers, more: String = "", unit: String = "\"column\": \"Enhed\"",
        header: String = TemporaryProject.header
    ) throws {
        try write("units.csv", Self.units)
        try write("Data/svar.csv", header + rows)
        try declare(numbers: numbers, more: more, unit: unit)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func declare(numbers: String = TemporaryProject.numbers, more: String = "", unit: String = "\"column\": \"Enhed\"") throws {
        try write(
            "config.json",
            """
            { "project": {"title": "T", "builtAt": "2026-11-20"}, "goals": [], "units": {"file": "units.csv", "root": "r"},
              "datasets": {"svar": {"files": "Data/*.csv", "period": {"column": "Aar"}, "unit": {\(unit)},
                "numbers": {\(numbers)},
                "categories": {"svar": "Svar", "koen": {"header": "Køn", "total": "I alt"}} \(more) }} }
            """)
    }

    func write(_ name: String, _ text: String) throws {
        let path = folder + "/" + name
        try FileManager.default.createDirectory(
            atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try text.write(toFile: path, atomically: true, encoding: .utf8)
    }

    var database: String { folder + "/.sammen/sammen.sqlite" }

    func store() throws -> Store { try Store(path: database) }

    func project() throws -> Project {
        let (project, findings) = Project.read(folder: folder, asOf: "2026-11-20")
        guard let project, !findings.stops() else { throw Refusal(findings) }
        return project
    }

    @discardableResult func load(_ store: Store) throws -> LoadReport {
        let project = try project(), (tree, findings) = readUnits(project)
        guard findings.isEmpty else { throw Refusal(findings) }
        return try store.load(project, tree: tree)
    }

    /// What is found in these rows, as `line:column code`.
    func codes() throws -> [String] {
        try load(store()).findings.map { "\($0.place?.line ?? 0):\($0.place?.column ?? 0) \($0.code)" }
    }

    func run(
        _ numerator: String, over denominator: String? = nil, filter: String? = nil, by groupings: [[String]] = [[]],
        totals: [String: String] = ["koen": "I alt"]
    ) throws -> [SeriesKey: QueryCell] {
        let store = try store()
        let report = try load(store)
        guard !report.findings.stops() else { throw Refusal(report.findings) }
        let plan = QueryPlan(
            indicator: "x", dataset: "svar", filter: try filter.map { try Formula(parsing: $0) },
            numerator: try Formula(parsing: numerator), denominator: try denominator.map { try Formula(parsing: $0) },
            persons: nil, groupings: groupings, totals: totals)
        let cells = try SQLiteQueryEngine(store).run([plan])[0].cells
        return Dictionary(uniqueKeysWithValues: cells.map { ($0.key, $0) })
    }

    func cell(_ numerator: String, over denominator: String? = nil, filter: String? = nil, in unit: UnitCode = "01") throws -> QueryCell? {
        try run(numerator, over: denominator, filter: filter)[SeriesKey(period: .year(2024), unit: unit)]
    }
}
