public import Catalogue
public import Findings
internal import GRDB
public import Foundation
public import Vocabulary

extension Store {
    /// Loads every dataset whose files or declaration have changed, all in one transaction: with an error among the
    /// findings nothing is changed. Of a dataset whose declaration is as it was, only the files that changed are loaded.
    /// - Parameters:
    ///   - project: the checked declarations; paths are relative to its folder.
    ///   - tree: the organisation's units.
    ///   - names: only these datasets; all where nil.
    ///   - progress: is told how far it has come, every 65,536 rows.
    /// - Throws: `Refusal` where the database cannot be written.
    public func load(
        _ project: Project, tree: UnitTree, only names: Set<String>? = nil,
        progress: @escaping (LoadProgress) -> Void = { _ in }
    ) throws -> LoadReport {
        var report = LoadReport(datasets: [], findings: [])
        do {
            try queue.inDatabase { database in
                try database.inTransaction(.immediate) {
                    try self.removeUndeclared(project, database)
                    for dataset in project.datasets where names?.contains(dataset.name) ?? true {
                        try self.load(dataset, project, tree, database, progress, &report)
                    }
                    try self.writeSuccessors(tree, database, &report)
                    return report.findings.stops() ? .rollback : .commit
                }
                // Pages that were free before the load are not in the journal: they would keep what was written on them.
                if report.findings.contains(where: { $0.code == "personal-data" }) {
                    try? database.execute(sql: "VACUUM")
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
        _ progress: @escaping (LoadProgress) -> Void, _ report: inout LoadReport
    ) throws {
        let paths = inputFiles(dataset.files, in: project.folder)
        guard !paths.isEmpty else {
            report.findings.append(noFile(dataset, project))
            return
        }
        let declaration = sha256(
            of: ([loaderVersion, dataset.fingerprint, namesSum(dataset, project)]
                + tree.units.map { "\($0.code) \($0.name(.danish))" }).joined(separator: "\n"))
        let before = try StoredDataset(dataset.name, database)
        let present = Set(paths.map(\.name))
        let gone = (before?.files ?? []).filter { !present.contains($0.report.name) }.map { ($0.number, $0.report.name) }
        let stored = before?.fingerprint == declaration ? before : nil
        // A file that was never loaded is summed up while it is opened.
        let known = Set(stored?.files.map(\.report.name) ?? [])
        let files = paths.map { name, path in
            let sum = known.contains(name) ? try? sha256(ofFile: path) : nil
            return InputFile(name: name, path: path, sha256: sum?.sum ?? "", bytes: sum?.bytes ?? fileSize(path))
        }
        let isSame =
            stored.map { stored in
                known.count == files.count
                    && zip(stored.files, files.sorted { $0.name < $1.name }).allSatisfy {
                        $0.report.name == $1.name && $0.report.sha256 == $1.sha256
                    }
            } ?? false
        if isSame {
            let expired = try Retention(dataset: dataset, project: project).deleteExpired(database)
            var unchanged = try storedReport(dataset.name, database)
            unchanged.hasExpired = !expired.isEmpty
            report.findings += expired + unchanged.files.compactMap(setAsideBefore)
            report.datasets.append(unchanged)
            return
        }
        var loader = DatasetLoader(
            dataset: dataset, project: project, tree: tree, folder: (path as NSString).deletingLastPathComponent,
            progress: progress)
        var loaded = try loader.load(files, stored: stored, gone: gone, fingerprint: declaration, into: database)
        report.findings += loader.findings
        if !loader.findings.stops() {
            report.findings += try Retention(dataset: dataset, project: project).deleteExpired(database)
            report.findings += loaded.gone.map { goneFinding($0, dataset) }
            report.findings += loaded.files.filter { !loaded.loadedFiles.contains($0.name) }.compactMap(setAsideBefore)
            loaded.files = try storedReport(dataset.name, database).files
        }
        report.datasets.append(loaded)
    }

    private func noFile(_ dataset: DatasetDeclaration, _ project: Project) -> Finding {
        if isFolderUnreadable(dataset.files, in: project.folder) {
            return Finding(
                .error, "unreadable", "the folder of dataset '\(dataset.name)' cannot be read", at: dataset.place,
                suggestion: "ask for permission to read it")
        }
        return Finding(
            .error, "missing-file", "no file '\(dataset.files)' for dataset '\(dataset.name)'", at: dataset.place,
            suggestion: "put the export there, or correct 'files'")
    }

    /// Rows that were set aside when their file was loaded are told each time.
    private func setAsideBefore(_ file: FileReport) -> Finding? {
        guard file.setAside > 0 else { return nil }
        return Finding(
            .warning, "rows-set-aside", "rows that could not be read and are left out: \(file.setAside)",
            at: Place(file: file.name), suggestion: "see .sammen/reports for their lines, and mend the file")
    }

    private func goneFinding(_ name: String, _ dataset: DatasetDeclaration) -> Finding {
        Finding(
            .warning, "file-gone", "the file is no longer there; its rows were taken out of dataset '\(dataset.name)'",
            at: Place(file: name), suggestion: "put it back if it was moved by mistake")
    }

    /// Which unit's figures the rows of a unit that is no more count in: found by following successors.
    private func writeSuccessors(_ tree: UnitTree, _ database: Database, _ report: inout LoadReport) throws {
        let used = Set(
            try String.fetchAll(
                database, sql: """
                    SELECT DISTINCT c.label FROM category c JOIN dataset_column d ON d.id = c.column_id
                    WHERE d.kind = 'unit'
                    """))
        var successors: [String: String] = [:]
        for unit in tree.units where used.contains(unit.code.code) {
            switch tree.resolve(unit.code) {
            case .succeeded(let successor, let isAlone):
                successors[unit.code.code] = successor.code
                if !isAlone { report.findings.append(merged(unit.code, into: successor)) }
            case .split(let parts): report.findings.append(split(unit.code, into: parts))
            default: continue
            }
        }
        let known = try Row.fetchAll(database, sql: "SELECT unit, successor FROM unit_successor")
        guard Dictionary(uniqueKeysWithValues: known.map { ($0["unit"], $0["successor"]) }) != successors else { return }
        try database.execute(sql: "DELETE FROM unit_successor")
        for (unit, successor) in successors {
            try database.execute(sql: "INSERT INTO unit_successor VALUES (?, ?)", arguments: [unit, successor])
        }
    }

    private func merged(_ unit: UnitCode, into successor: UnitCode) -> Finding {
        Finding(
            .note, "unit-merged",
            "unit '\(unit)' became part of '\(successor)': its counts are added to those of '\(successor)'",
            suggestion: "published rates of merged units cannot be added; leave their rows out")
    }

    private func split(_ unit: UnitCode, into parts: [UnitCode]) -> Finding {
        Finding(
            .note, "unit-split",
            "unit '\(unit)' was split into \(parts.map(\.code).joined(separator: ", ")): the series break there",
            suggestion: "figures before and after cannot be compared")
    }

    private func namesSum(_ dataset: DatasetDeclaration, _ project: Project) -> String {
        guard case .column(_, _, let names?, _) = dataset.unit, let file = inputFiles(names, in: project.folder).first
        else { return "" }
        return (try? sha256(ofFile: file.path).sum) ?? ""
    }

    private func storedReport(_ name: String, _ database: Database) throws -> DatasetReport {
        let rows = try Row.fetchAll(
            database, sql: "SELECT * FROM source_file WHERE dataset = ? ORDER BY path", arguments: [name])
        return DatasetReport(dataset: name, files: rows.map { FileReport($0) }, isUnchanged: true)
    }

    private func removeUndeclared(_ project: Project, _ database: Database) throws {
        let declared = Set(project.datasets.map(\.name))
        for name in try String.fetchAll(database, sql: "SELECT name FROM dataset") where !declared.contains(name) {
            try dropDataset(name, database)
        }
    }

    /// The period that ends last among a dataset's rows; nil where it has none.
    public func newestPeriod(of dataset: String) throws -> Period? {
        try queue.read { database in
            try String.fetchAll(
                database, sql: """
                    SELECT c.label FROM category c JOIN dataset_column d ON d.id = c.column_id
                    WHERE d.dataset = ? AND d.kind = 'period'
                    """, arguments: [dataset]
            ).compactMap { Period($0) }.max { $0.end < $1.end }
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
            try String.fetchAll(
                database, sql: """
                    SELECT name || ' ' || fingerprint || ' ' || rows FROM dataset
                    UNION ALL SELECT dataset || ' ' || path || ' ' || sha256 FROM source_file
                    UNION ALL SELECT unit || ' ' || successor FROM unit_successor ORDER BY 1
                    """
            ).joined(separator: "\n")
        }
    }
}

/// Changes when rows loaded before must be loaded anew.
private let loaderVersion = "2"


func dropDataset(_ name: String, _ database: Database) throws {
    try database.execute(sql: "DROP VIEW IF EXISTS \"\(name)\"; DROP TABLE IF EXISTS \"rows_\(name)\"")
    try database.execute(sql: "DELETE FROM absent_value WHERE dataset = ?", arguments: [name])
    try database.execute(sql: "DELETE FROM dataset WHERE name = ?", arguments: [name])
}

private func fileSize(_ path: String) -> Int {
    ((try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int) ?? 0
}
