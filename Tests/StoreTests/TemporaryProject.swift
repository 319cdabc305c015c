import Catalogue
import Findings
import Foundation
import GRDB
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

    /// A dataset `svar` declared in full, with all its files.
    init(
        dataset: String, files: [String: String], units: String = TemporaryProject.units, builtAt: String = "2026-11-20"
    ) throws {
        try write("units.csv", units)
        for (name, text) in files { try write(name, text) }
        try declare(dataset: dataset, builtAt: builtAt)
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
        totals: [String: String] = ["koen": "I alt"], nesting: [String: String] = [:]
    ) throws -> [SeriesKey: QueryCell] {
        let store = try store()
        let report = try load(store)
        guard !report.findings.stops() else { throw Refusal(report.findings) }
        var plan = QueryPlan(
            indicator: "x", dataset: "svar", filter: try filter.map { try Formula(parsing: $0) },
            numerator: try Formula(parsing: numerator), denominator: try denominator.map { try Formula(parsing: $0) },
            persons: nil, groupings: groupings, totals: totals)
        plan.nesting = nesting
        let cells = try SQLiteQueryEngine(store).run([plan])[0].cells
        return Dictionary(uniqueKeysWithValues: cells.map { ($0.key, $0) })
    }

    func cell(_ numerator: String, over denominator: String? = nil, filter: String? = nil, in unit: UnitCode = "01") throws -> QueryCell? {
        try run(numerator, over: denominator, filter: filter)[SeriesKey(period: .year(2024), unit: unit)]
    }
}

extension TemporaryProject {
    /// The inside of a dataset of files `Aar;Enhed;…`; `more` begins with a comma.
    static func dataset(
        numbers: String = #""antal": "Antal""#, categories: String = #""svar": "Svar""#, unit: String = "",
        more: String = ""
    ) -> String {
        #"""
        "files": "Data/*.csv", "period": {"column": "Aar"}, "unit": {"column": "Enhed" \#(unit)},
        "numbers": {\#(numbers)}, "categories": {\#(categories)} \#(more)
        """#
    }

    func declare(dataset: String, builtAt: String = "2026-11-20") throws {
        try write(
            "config.json",
            #"""
            { "project": {"title": "T", "builtAt": "\#(builtAt)"}, "goals": [],
              "units": {"file": "units.csv", "root": "r"}, "datasets": {"svar": {\#(dataset)}} }
            """#)
    }

    func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: folder + "/" + name) }

    /// Loads what must load without an error.
    @discardableResult func loaded(_ store: Store? = nil) throws -> LoadReport {
        let report = try load(try store ?? self.store())
        guard !report.findings.stops() else { throw Refusal(report.findings) }
        return report
    }

    /// The sums over what is loaded, one line a cell, in order: `2024 01 Ja: 12.5/1 rows 2 absent 0 0 0` (missing,
    /// not applicable, confidential).
    func figures(
        _ numerator: String = "antal", over denominator: String? = nil, by columns: [String] = []
    ) throws -> [String] {
        let plan = QueryPlan(
            indicator: "x", dataset: "svar", filter: nil, numerator: try Formula(parsing: numerator),
            denominator: try denominator.map { try Formula(parsing: $0) }, persons: nil, groupings: [columns],
            totals: [:])
        let store = try store()
        guard try store.provenance()["svar"] != nil else {
            throw Refusal(Finding(.error, "nothing-loaded", "there are no rows to add up"))
        }
        return try SQLiteQueryEngine(store).run([plan])[0].cells.map { cell in
            let by = cell.key.by.map { " " + $0.value }.joined()
            let over = denominator == nil ? "" : "/\(cell.denominator.normalized)"
            return "\(cell.key.period.key) \(cell.key.unit.code)\(by): \(cell.numerator.normalized)\(over) "
                + "rows \(cell.rows) absent \(cell.missing) \(cell.notApplicable) \(cell.confidential)"
        }.sorted()
    }

    /// A project with the same files and declarations, loaded for the first time.
    func afresh() throws -> TemporaryProject {
        let twin = try TemporaryProject(dataset: "", files: [:])
        for name in ["config.json", "units.csv", "Data"] {
            try? FileManager.default.removeItem(atPath: twin.folder + "/" + name)
            try FileManager.default.copyItem(atPath: folder + "/" + name, toPath: twin.folder + "/" + name)
        }
        return twin
    }

    /// What a query of the database answers, the columns of a row joined by spaces.
    func answers(_ sql: String) throws -> [String] {
        try DatabaseQueue(path: database).read { database in
            try Row.fetchAll(database, sql: sql).map { row in
                row.databaseValues.map { value in
                    if value.isNull { return "-" }
                    return String.fromDatabaseValue(value) ?? Int64.fromDatabaseValue(value)?.description ?? "?"
                }.joined(separator: " ")
            }
        }
    }

    /// The files below `.sammen` that hold these bytes.
    func filesHolding(_ text: String) throws -> [String] {
        let inside = folder + "/.sammen"
        let names = FileManager.default.enumerator(atPath: inside)?.compactMap { $0 as? String } ?? []
        return try names.filter { name in
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: inside + "/" + name, isDirectory: &isFolder)
            guard !isFolder.boolValue else { return false }
            return try Data(contentsOf: URL(fileURLWithPath: inside + "/" + name)).range(of: Data(text.utf8)) != nil
        }
    }
}

extension FileReport {
    /// Whether every row read is accounted for.
    var isWhole: Bool { read == loaded + setAside + passedOver + superseded + expired }

    /// `read loaded setAside passedOver superseded expired`.
    var account: String { "\(read) \(loaded) \(setAside) \(passedOver) \(superseded) \(expired)" }
}
