import Catalogue
internal import GRDB
internal import GRDBSQLite

/// The table of a dataset's rows: codes and scaled integers, with a readable view over it.
///
/// Columns: `period`, `unit`, the numbers, the categories, `missing` (two bits a number column, see `MissingState`),
/// `file`, `line`. The view of the dataset's own name shows labels and decimals for people with other tools.
struct RowTable {
    let dataset: DatasetDeclaration
    let numbers: [ColumnDeclaration]
    let texts: [ColumnDeclaration]

    private var name: String { "rows_\(dataset.name)" }
    private var columns: [String] { numbers.map(\.name) + texts.map(\.name) }

    func create(_ database: Database, fingerprint: String, scales: [Int]) throws {
        try database.execute(
            sql: "INSERT INTO dataset (name, fingerprint, rows, set_aside) VALUES (?, ?, 0, 0)",
            arguments: [dataset.name, fingerprint])
        let numberColumns = numbers.map { "\"\($0.name)\" INTEGER" }
        let textColumns = texts.map { "\"\($0.name)\" INTEGER NOT NULL" }
        let all =
            ["period INTEGER NOT NULL", "unit INTEGER NOT NULL"] + numberColumns + textColumns
            + ["missing INTEGER NOT NULL", "file INTEGER NOT NULL", "line INTEGER NOT NULL"]
        try database.execute(sql: "CREATE TABLE \"\(name)\" (\(all.joined(separator: ", "))) STRICT")
    }

    func insertStatement(_ database: Database) throws -> RowInsert {
        let marks = Array(repeating: "?", count: columns.count + 5).joined(separator: ", ")
        return try RowInsert(database, sql: "INSERT INTO \"\(name)\" VALUES (\(marks))")
    }

    func record(_ report: FileReport, id: Int, _ database: Database) throws {
        try database.execute(
            sql: """
                INSERT INTO source_file (dataset, path, sha256, bytes, read, rows, passed_over, encoding)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                dataset.name, report.name, report.sha256, report.bytes, report.read, report.loaded, report.passedOver,
                report.encoding,
            ])
    }

    /// The first row with the same period, unit and key as the row on `line` of `file`.
    func firstWithKey(ofFile file: Int, line: Int, _ database: Database) throws -> (file: Int, line: Int)? {
        let key = ["period", "unit"] + (dataset.key ?? []).map { "\"\($0)\"" }
        let same = key.map { "a.\($0) = b.\($0)" }.joined(separator: " AND ")
        let row = try Row.fetchOne(
            database,
            sql: """
                SELECT a.file, a.line FROM "\(name)" a JOIN "\(name)" b ON \(same)
                WHERE b.file = ? AND b.line = ? AND (a.file, a.line) < (b.file, b.line) ORDER BY a.file, a.line LIMIT 1
                """, arguments: [file, line])
        return row.map { ($0["file"], $0["line"]) }
    }

    /// Writes the words behind the codes and the readable view.
    func finish(
        _ database: Database, periods: [String], units: [String], categories: [[String]], scales: [Int], rows: Int
    ) throws {
        let described: [(name: String, kind: String, scale: Int, labels: [String])] =
            [("period", "period", 0, periods), ("unit", "unit", 0, units)]
            + zip(numbers, scales).map { ($0.name, "number", $1, []) }
            + zip(texts, categories).map { ($0.name, "category", 0, $1) }
        for (position, column) in described.enumerated() {
            try database.execute(
                sql: "INSERT INTO dataset_column (dataset, name, kind, scale, position) VALUES (?, ?, ?, ?, ?)",
                arguments: [dataset.name, column.name, column.kind, column.scale, position])
            let id = database.lastInsertedRowID
            for (code, label) in column.labels.enumerated() {
                try database.execute(
                    sql: "INSERT INTO category (column_id, code, label) VALUES (?, ?, ?)",
                    arguments: [id, code, label])
            }
        }
        try database.execute(
            sql: "UPDATE dataset SET rows = ? WHERE name = ?", arguments: [rows, dataset.name])
        try createView(database, scales: scales)
    }

    private func createView(_ database: Database, scales: [Int]) throws {
        func label(_ column: String) -> String {
            """
            (SELECT label FROM category c JOIN dataset_column d ON d.id = c.column_id \
            WHERE d.dataset = '\(dataset.name)' AND d.name = '\(column)' AND c.code = r."\(column)") AS "\(column)"
            """
        }
        let numberColumns = zip(numbers, scales).map { column, scale in
            scale == 0 ? "r.\"\(column.name)\"" : "r.\"\(column.name)\" / 1e\(scale) AS \"\(column.name)\""
        }
        let all =
            [label("period"), label("unit")] + numberColumns + texts.map { label($0.name) } + ["r.file", "r.line"]
        try database.execute(
            sql: "CREATE VIEW \"\(dataset.name)\" AS SELECT \(all.joined(separator: ", ")) FROM \"\(name)\" r")
    }
}

/// One prepared insert, bound and stepped by hand: a layer over it costs more than SQLite does.
final class RowInsert {
    private let statement: OpaquePointer
    private let connection: OpaquePointer
    private var position: Int32 = 0

    init(_ database: Database, sql: String) throws {
        connection = database.sqliteConnection!
        var prepared: OpaquePointer?
        guard sqlite3_prepare_v2(connection, sql, -1, &prepared, nil) == SQLITE_OK, let prepared else {
            throw DatabaseError(resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)))
        }
        statement = prepared
    }

    func begin(period: Int, unit: Int) {
        position = 0
        bind(Int64(period))
        bind(Int64(unit))
    }

    func bind(_ value: Int64) {
        position += 1
        sqlite3_bind_int64(statement, position, value)
    }

    func bindNull() {
        position += 1
        sqlite3_bind_null(statement, position)
    }

    func finish(missing: Int, file: Int, line: Int) throws {
        bind(Int64(missing))
        bind(Int64(file))
        bind(Int64(line))
        guard sqlite3_step(statement) == SQLITE_DONE else {
            let code = sqlite3_extended_errcode(connection)
            throw DatabaseError(resultCode: ResultCode(rawValue: code))
        }
        sqlite3_reset(statement)
    }

    func close() throws { sqlite3_finalize(statement) }
}
