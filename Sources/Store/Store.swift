import Findings
internal import GRDB
import Foundation

/// The project's SQLite database: `.sammen/sammen.sqlite`. It can be deleted and made again from the input.
public final class Store {
    let queue: DatabaseQueue
    public let path: String

    /// Opens the database, or makes it, readable by its owner alone (mode 0600).
    /// - Throws: `Refusal` where the file cannot be opened, is no database, or is held by another program.
    public init(path: String) throws {
        self.path = path
        do {
            let folder = (path as NSString).deletingLastPathComponent
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            if !FileManager.default.fileExists(atPath: path) {
                _ = FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
            }
            var configuration = Configuration()
            configuration.busyMode = .timeout(5)
            configuration.prepareDatabase { database in
                try database.execute(sql: "PRAGMA page_size = 16384; PRAGMA cache_size = -16384; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON")
            }
            queue = try DatabaseQueue(path: path, configuration: configuration)
            try queue.write { database in
                try removeOldSchema(database)
                try createSchema(database)
            }
        } catch let error as DatabaseError {
            throw Self.refusal(error, path: path)
        } catch let error as CocoaError {
            throw Refusal(
                Finding(
                    .error, "database-unavailable", "the database cannot be made: \(error.localizedDescription)",
                    at: Place(file: path), suggestion: "check the folder's permissions and free space"))
        }
    }

    static func refusal(_ error: DatabaseError, path: String) -> Refusal {
        let code: String, advice: String
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            (code, advice) = ("database-locked", "close the program that has it open and try again")
        case .SQLITE_FULL: (code, advice) = ("disk-full", "make room on the disk and try again; nothing was changed")
        case .SQLITE_NOTADB, .SQLITE_CORRUPT:
            (code, advice) = ("database-damaged", "delete the file: it is made again from the input")
        default: (code, advice) = ("database-unavailable", "check the file's permissions and free space")
        }
        return Refusal(
            Finding(
                .error, code, "the database cannot be used (\(error.resultCode.rawValue))", at: Place(file: path),
                suggestion: advice))
    }
}

/// Changes with the tables below: a database of another version is emptied and filled again from the input.
private let schemaVersion = 3

private func removeOldSchema(_ database: Database) throws {
    let found = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    guard found != schemaVersion else { return }
    let objects = try Row.fetchAll(
        database, sql: "SELECT type, name FROM sqlite_schema WHERE type IN ('view', 'table') AND name NOT LIKE 'sqlite_%' ORDER BY type DESC")
    try database.execute(sql: "PRAGMA defer_foreign_keys = ON")
    for object in objects {
        let type: String = object["type"], name: String = object["name"]
        try database.execute(sql: "DROP \(type) IF EXISTS \"\(name)\"")
    }
    try database.execute(sql: "PRAGMA user_version = \(schemaVersion)")
}

/// Tables beside the rows: what was read, which columns it has, and the words behind the codes.
private func createSchema(_ database: Database) throws {
    try database.execute(
        sql: """
            CREATE TABLE IF NOT EXISTS dataset (
              name TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, borrows INTEGER NOT NULL, rows INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID;
            CREATE TABLE IF NOT EXISTS source_file (
              dataset TEXT NOT NULL REFERENCES dataset ON DELETE CASCADE, number INTEGER NOT NULL, path TEXT NOT NULL,
              sha256 TEXT NOT NULL, bytes INTEGER NOT NULL, read INTEGER NOT NULL, rows INTEGER NOT NULL,
              set_aside INTEGER NOT NULL, passed_over INTEGER NOT NULL, superseded INTEGER NOT NULL,
              expired INTEGER NOT NULL, encoding TEXT NOT NULL,
              PRIMARY KEY (dataset, number), UNIQUE (dataset, path)
            ) STRICT, WITHOUT ROWID;
            CREATE TABLE IF NOT EXISTS dataset_column (
              id INTEGER PRIMARY KEY, dataset TEXT NOT NULL REFERENCES dataset ON DELETE CASCADE, name TEXT NOT NULL,
              kind TEXT NOT NULL, scale INTEGER NOT NULL, whole_digits INTEGER NOT NULL, position INTEGER NOT NULL,
              UNIQUE (dataset, name)
            ) STRICT;
            CREATE TABLE IF NOT EXISTS category (
              column_id INTEGER NOT NULL REFERENCES dataset_column ON DELETE CASCADE, code INTEGER NOT NULL,
              label TEXT NOT NULL, PRIMARY KEY (column_id, code)
            ) STRICT, WITHOUT ROWID;
            CREATE TABLE IF NOT EXISTS absent_value (
              dataset TEXT NOT NULL, row INTEGER NOT NULL, "column" TEXT NOT NULL, state INTEGER NOT NULL,
              PRIMARY KEY (dataset, row, "column")
            ) STRICT, WITHOUT ROWID;
            CREATE TABLE IF NOT EXISTS unit_successor (
              unit TEXT PRIMARY KEY, successor TEXT NOT NULL
            ) STRICT, WITHOUT ROWID;
            CREATE TABLE IF NOT EXISTS retention (
              id INTEGER PRIMARY KEY, dataset TEXT NOT NULL, path TEXT NOT NULL, rows INTEGER NOT NULL,
              kept_from TEXT NOT NULL, deleted_on TEXT NOT NULL
            ) STRICT;
            """)
}
