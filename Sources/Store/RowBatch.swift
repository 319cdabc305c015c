internal import GRDB
internal import GRDBSQLite

/// Inserts the rows of a table, sixteen a statement: beginning and ending a statement costs SQLite a third of an insert.
///
/// The values of a row are put where they will be bound from; a row that is given up before `insert` is overwritten by the
/// next. Nothing is in the table for sure before `finish`.
final class RowBatch {
    private static let most = 16

    private let connection: OpaquePointer
    private let head: String
    private let statement: OpaquePointer
    private let rows: Int
    private let columns: Int
    /// From this column on, values are texts: their offset in `bytes` and their length.
    private let firstText: Int
    private let values: UnsafeMutablePointer<Int64>
    private var filled = 0
    private var row: UnsafeMutablePointer<Int64>
    private var bytes: UnsafeMutablePointer<UInt8>
    private var byteCount = 0
    private var byteCapacity = 1 << 16

    private static let null = Int64.min

    /// - Parameters:
    ///   - columns: all columns of the table, the texts last.
    ///   - texts: how many of them are texts.
    init(_ database: Database, table: String, columns: Int, texts: Int) throws {
        connection = database.sqliteConnection!
        head = "INSERT INTO \"\(table)\" VALUES "
        self.columns = columns
        firstText = columns - texts
        rows = max(1, min(Self.most, 30_000 / columns))
        statement = try Self.prepare(head, rows: rows, columns: columns, connection)
        values = .allocate(capacity: rows * columns)
        row = values
        bytes = .allocate(capacity: byteCapacity)
    }

    deinit {
        sqlite3_finalize(statement)
        values.deallocate()
        bytes.deallocate()
    }

    private static func prepare(
        _ head: String, rows: Int, columns: Int, _ connection: OpaquePointer
    ) throws -> OpaquePointer {
        let one = "(" + Array(repeating: "?", count: columns).joined(separator: ", ") + ")"
        var prepared: OpaquePointer?
        let sql = head + Array(repeating: one, count: rows).joined(separator: ", ")
        guard
            sqlite3_prepare_v3(connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &prepared, nil) == SQLITE_OK,
            let prepared
        else { throw DatabaseError(resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection))) }
        return prepared
    }

    /// Puts a number into a column, counted from 0.
    @inline(__always)
    func put(_ value: Int64, at column: Int) { row[column] = value }

    @inline(__always)
    func putNull(at column: Int) { row[column] = Self.null }

    /// Puts UTF-8 into a text column; it is copied.
    func put(_ text: UnsafeBufferPointer<UInt8>, at column: Int) {
        if byteCount + text.count > byteCapacity {
            byteCapacity = max(byteCapacity * 2, byteCount + text.count)
            let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: byteCapacity)
            larger.update(from: bytes, count: byteCount)
            bytes.deallocate()
            bytes = larger
        }
        if let base = text.baseAddress { (bytes + byteCount).update(from: base, count: text.count) }
        row[column] = Int64(byteCount) << 32 | Int64(text.count)
        byteCount += text.count
    }

    /// Ends the row; every column must have been put.
    @inline(__always)
    func insert() throws {
        filled += 1
        row += columns
        if filled == rows { try run(statement) }
    }

    /// Inserts the rows that are left.
    func finish() throws {
        guard filled > 0 else { return }
        let rest = try Self.prepare(head, rows: filled, columns: columns, connection)
        defer { sqlite3_finalize(rest) }
        try run(rest)
    }

    private func run(_ statement: OpaquePointer) throws {
        var position: Int32 = 1
        var value = values
        for _ in 0..<filled {
            for column in 0..<columns {
                if column >= firstText {
                    bindText(value[column], to: statement, at: position)
                } else if value[column] == Self.null {
                    sqlite3_bind_null(statement, position)
                } else {
                    sqlite3_bind_int64(statement, position, value[column])
                }
                position += 1
            }
            value += columns
        }
        filled = 0
        row = values
        byteCount = 0
        let code = sqlite3_step(statement)
        sqlite3_reset(statement)
        guard code == SQLITE_DONE else {
            throw DatabaseError(resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)))
        }
    }

    /// The bytes stay where they are until the statement has run.
    private func bindText(_ value: Int64, to statement: OpaquePointer, at position: Int32) {
        let start = bytes + Int(value >> 32)
        start.withMemoryRebound(to: CChar.self, capacity: 1) {
            _ = sqlite3_bind_text(statement, position, $0, Int32(truncatingIfNeeded: value & 0xFFFF_FFFF), nil)
        }
    }
}
