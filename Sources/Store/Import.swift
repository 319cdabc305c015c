public import Catalogue
public import Findings
internal import GRDB
public import Vocabulary

/// What became of one file.
public struct FileReport: Hashable, Sendable {
    public var name: String
    public var sha256: String
    public var bytes: Int
    /// Rows read, loaded, and passed over because the dataset ignores other units.
    public var read: Int
    public var loaded: Int
    public var passedOver: Int
    public var encoding: String
}

/// What became of one dataset.
public struct DatasetReport: Hashable, Sendable {
    public var dataset: String
    public var files: [FileReport]
    /// Nothing had changed since it was loaded.
    public var isUnchanged: Bool

    public var loaded: Int { files.reduce(0) { $0 + $1.loaded } }
}

/// The account of an import.
public struct LoadReport: Sendable {
    public var datasets: [DatasetReport]
    public var findings: [Finding]
}

extension Store {
    /// Loads every dataset whose files or declaration have changed, all in one transaction: with an error among the
    /// findings nothing is changed.
    /// - Parameters:
    ///   - project: the checked declarations; paths are relative to its folder.
    ///   - tree: the organisation's units.
    ///   - names: only these datasets; all where nil.
    /// - Throws: `Refusal` where the database cannot be written.
    public func load(_ project: Project, tree: UnitTree, only names: Set<String>? = nil) throws -> LoadReport {
        var report = LoadReport(datasets: [], findings: [])
        do {
            try queue.inDatabase { database in
                try database.inTransaction(.immediate) {
                    try self.removeUndeclared(project, database)
                    for dataset in project.datasets where names?.contains(dataset.name) ?? true {
                        try self.load(dataset, project, tree, database, &report)
                    }
                    return report.findings.stops() ? .rollback : .commit
                }
            }
        } catch let error as DatabaseError {
            throw Self.refusal(error, path: path)
        }
        report.findings = report.findings.inReadingOrder()
        return report
    }

    private func load(
        _ dataset: DatasetDeclaration, _ project: Project, _ tree: UnitTree, _ database: Database,
        _ report: inout LoadReport
    ) throws {
        let paths = inputFiles(dataset.files, in: project.folder)
        guard !paths.isEmpty else {
            report.findings.append(
                Finding(
                    .error, "missing-file", "no file '\(dataset.files)' for dataset '\(dataset.name)'",
                    at: dataset.place, suggestion: "put the export there, or correct 'files'"))
            return
        }
        var files: [InputFile] = []
        for (name, path) in paths {
            guard let sum = try? sha256(ofFile: path) else {
                report.findings.append(
                    Finding(.error, "unreadable", "the file cannot be read", at: Place(file: name)))
                continue
            }
            files.append(InputFile(name: name, path: path, sha256: sum.sum, bytes: sum.bytes))
        }
        let fingerprint = sha256(
            of: ([loaderVersion, dataset.fingerprint, namesSum(dataset, project)]
                + files.map { "\($0.name) \($0.sha256)" } + tree.units.map { "\($0.code) \($0.name(.danish))" })
                .joined(separator: "\n"))
        let known = try String.fetchOne(
            database, sql: "SELECT fingerprint FROM dataset WHERE name = ?", arguments: [dataset.name])
        if known == fingerprint {
            report.datasets.append(try storedReport(dataset.name, database))
            return
        }
        var loader = DatasetLoader(dataset: dataset, project: project, tree: tree, files: files)
        let loaded = try loader.load(into: database, fingerprint: fingerprint)
        report.findings += loader.findings
        report.datasets.append(DatasetReport(dataset: dataset.name, files: loaded, isUnchanged: false))
    }

    private func namesSum(_ dataset: DatasetDeclaration, _ project: Project) -> String {
        guard case .column(_, _, let names?, _) = dataset.unit, let file = inputFiles(names, in: project.folder).first
        else { return "" }
        return (try? sha256(ofFile: file.path).sum) ?? ""
    }

    private func storedReport(_ name: String, _ database: Database) throws -> DatasetReport {
        let rows = try Row.fetchAll(
            database, sql: """
                SELECT path, sha256, bytes, read, rows, passed_over, encoding FROM source_file
                WHERE dataset = ? ORDER BY path
                """,
            arguments: [name])
        let files = rows.map {
            FileReport(
                name: $0["path"], sha256: $0["sha256"], bytes: $0["bytes"], read: $0["read"], loaded: $0["rows"],
                passedOver: $0["passed_over"], encoding: $0["encoding"])
        }
        return DatasetReport(dataset: name, files: files, isUnchanged: true)
    }

    private func removeUndeclared(_ project: Project, _ database: Database) throws {
        let declared = Set(project.datasets.map(\.name))
        for name in try String.fetchAll(database, sql: "SELECT name FROM dataset") where !declared.contains(name) {
            try dropDataset(name, database)
        }
    }

    /// Files and rows behind each dataset, for provenance on pages.
    public func provenance() throws -> [String: (files: Int, rows: Int)] {
        try queue.read { database in
            let rows = try Row.fetchAll(
                database, sql: "SELECT dataset, COUNT(*) AS files, SUM(rows) AS rows FROM source_file GROUP BY dataset")
            return Dictionary(uniqueKeysWithValues: rows.map { ($0["dataset"], ($0["files"], $0["rows"])) })
        }
    }

    /// Name and SHA-256 of every file behind a dataset, in order of their names.
    public func files(of dataset: String) throws -> [FileReport] {
        try queue.read { try self.storedReport(dataset, $0).files }
    }

    /// One text that changes whenever any loaded row could have.
    public func fingerprint() throws -> String {
        try queue.read { database in
            try String.fetchAll(database, sql: "SELECT name || ' ' || fingerprint FROM dataset ORDER BY name")
                .joined(separator: "\n")
        }
    }
}

/// Changes when rows loaded before must be loaded anew.
private let loaderVersion = "1"


func dropDataset(_ name: String, _ database: Database) throws {
    try database.execute(sql: "DROP VIEW IF EXISTS \"\(name)\"; DROP TABLE IF EXISTS \"rows_\(name)\"")
    try database.execute(sql: "DELETE FROM dataset WHERE name = ?", arguments: [name])
}
