internal import GRDB
internal import GRDBSQLite

/// A prepared query, stepped by hand.
final class PreparedQuery {
    let pointer: OpaquePointer
    private let connection: OpaquePointer

    init(_ sql: String, _ database: Database) throws {
        connection = database.sqliteConnection!
        var prepared: OpaquePointer?
        guard sqlite3_prepare_v2(connection, sql, -1, &prepared, nil) == SQLITE_OK, let prepared else {
            throw DatabaseError(resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)))
        }
        pointer = prepared
    }

    deinit { sqlite3_finalize(pointer) }

    /// False at the end.
    func step() throws -> Bool {
        switch sqlite3_step(pointer) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw DatabaseError(resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)))
        }
    }
}
