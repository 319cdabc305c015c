import Catalogue
internal import GRDB
internal import GRDBSQLite

/// Where a row came from, as the number of the row: the file's number, the physical line, and the column of a wide
/// table. Rows of a file are neighbours, in the file's own order, and no column is spent on it.
enum RowNumber {
    static func first(of file: Int) -> Int64 { Int64(file) << 48 }
    static func last(of file: Int) -> Int64 { Int64(file + 1) << 48 - 1 }

    @inline(__always)
    static func row(file: Int, line: Int, column: Int) -> Int64 { Int64(file) << 48 | Int64(line) << 16 | Int64(column) }

    static func file(_ row: Int64) -> Int { Int(row >> 48) }
    static func line(_ row: Int64) -> Int { Int(row >> 16 & 0xFFFF_FFFF) }

    /// Files a dataset may have had in all, lines a file, columns a wide table.
    static let mostFiles = 1 << 14
    static let mostLines = 1 << 32
    static let mostColumns = 1 << 16
}

/// The table of a dataset's rows: codes and scaled integers, with a readable view over it.
///
/// Columns: `row` (see `RowNumber`), `period`, `unit`, the numbers, the categories, the texts. A number that is not
/// there is null; where the source gave a reason other than `missing`, it stands in `absent_value`. The view of the
/// dataset's own name shows labels and decimals for people with other tools.
struct RowTable {
    let dataset: DatasetDeclaration
    let numbers: [ColumnDeclaration]
    let categories: [ColumnDeclaration]
    let texts: [ColumnDeclaration]

    init(_ dataset: DatasetDeclaration) {
        self.dataset = dataset
        numbers = dataset.columns.filter { $0.kind == .number }
        categories = dataset.columns.filter { $0.kind == .category }
        texts = dataset.columns.filter { $0.kind == .text }
    }

    var name: String { "rows_\(dataset.name)" }

    func create(_ database: Database) throws {
        let columns =
            ["row INTEGER PRIMARY KEY", "period INTEGER NOT NULL", "unit INTEGER NOT NULL"]
            + numbers.map { "\"\($0.name)\" INTEGER" } + categories.map { "\"\($0.name)\" INTEGER NOT NULL" }
            + texts.map { "\"\($0.name)\" TEXT NOT NULL" }
        try database.execute(sql: "CREATE TABLE \"\(name)\" (\(columns.joined(separator: ", "))) STRICT")
    }

    func batch(_ database: Database) throws -> RowBatch {
        try RowBatch(
            database, table: name, columns: numbers.count + categories.count + texts.count + 3, texts: texts.count)
    }

    /// Which categories, and which texts, make a row unique beside period and unit; nil where rows may repeat.
    var keyPositions: (categories: [Int], texts: [Int])? {
        dataset.key.map { key in
            (
                categories.indices.filter { key.contains(categories[$0].name) },
                texts.indices.filter { key.contains(texts[$0].name) }
            )
        }
    }

    func removeRow(_ row: Int64, _ database: Database) throws {
        try database.execute(
            sql: "DELETE FROM absent_value WHERE dataset = '\(dataset.name)' AND row = ?", arguments: [row])
        try database.execute(sql: "DELETE FROM \"\(name)\" WHERE row = ?", arguments: [row])
    }

    /// Whether two rows have the same period, unit and key.
    func haveSameKey(_ first: Int64, _ again: Int64, _ database: Database) throws -> Bool {
        let key = ["period", "unit"] + (dataset.key ?? [])
        let same = key.map { "a.\"\($0)\" = b.\"\($0)\"" }.joined(separator: " AND ")
        return try Bool.fetchOne(
            database, sql: "SELECT \(same) FROM \"\(name)\" a, \"\(name)\" b WHERE a.row = ? AND b.row = ?",
            arguments: [first, again]) ?? false
    }

    /// Takes away the rows of one file; returns how many.
    func removeRows(of file: Int, _ database: Database) throws -> Int {
        let bounds: StatementArguments = [RowNumber.first(of: file), RowNumber.last(of: file)]
        try database.execute(
            sql: "DELETE FROM absent_value WHERE dataset = '\(dataset.name)' AND row BETWEEN ? AND ?", arguments: bounds)
        try database.execute(sql: "DELETE FROM \"\(name)\" WHERE row BETWEEN ? AND ?", arguments: bounds)
        return database.changesCount
    }

    func createView(_ database: Database, scales: [Int]) throws {
        try database.execute(sql: "DROP VIEW IF EXISTS \"\(dataset.name)\"")
        func label(_ column: String) -> String {
            """
            (SELECT label FROM category c JOIN dataset_column d ON d.id = c.column_id \
            WHERE d.dataset = '\(dataset.name)' AND d.name = '\(column)' AND c.code = r."\(column)") AS "\(column)"
            """
        }
        let numberColumns = zip(numbers, scales).map { column, scale in
            scale == 0 ? "r.\"\(column.name)\"" : "r.\"\(column.name)\" / 1e\(scale) AS \"\(column.name)\""
        }
        let file =
            "(SELECT path FROM source_file f WHERE f.dataset = '\(dataset.name)' AND f.number = r.row >> 48) AS file"
        let all =
            [label("period"), label("unit")] + numberColumns + categories.map { label($0.name) }
            + texts.map { "r.\"\($0.name)\"" } + [file, "r.row >> 16 & 4294967295 AS line"]
        try database.execute(
            sql: "CREATE VIEW \"\(dataset.name)\" AS SELECT \(all.joined(separator: ", ")) FROM \"\(name)\" r")
    }
}

/// One prepared insert, bound and stepped by hand: a layer over it costs more than SQLite does.
final class RowInsert {
    private let statement: OpaquePointer
    private let connection: OpaquePointer

    init(_ database: Database, sql: String) throws {
        connection = database.sqliteConnection!
        var prepared: OpaquePointer?
        guard
            sqlite3_prepare_v3(connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil) == SQLITE_OK,
            let prepared
        else {
            throw DatabaseError(resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)))
        }
        statement = prepared
    }

    deinit { sqlite3_finalize(statement) }

    @inline(__always)
    func bind(_ value: Int64, at position: Int32) { sqlite3_bind_int64(statement, position, value) }

    /// Binds a text that is copied.
    func bind(_ text: String, at position: Int32) {
        sqlite3_bind_text(statement, position, text, -1, unsafeBitCast(-1, to: sqlite3_destructor_type.self))
    }

    @inline(__always)
    func insert() throws {
        guard sqlite3_step(statement) == SQLITE_DONE else {
            let code = sqlite3_extended_errcode(connection)
            sqlite3_reset(statement)
            throw DatabaseError(resultCode: ResultCode(rawValue: code))
        }
        sqlite3_reset(statement)
    }
}
