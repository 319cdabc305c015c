internal import GRDBSQLite
import Vocabulary

/// A database in memory that becomes the bytes of a file. A call that fails is a fault of the program, told with the
/// database's own words: nothing from outside reaches it but values, and those are bound.
final class Database {
    private let handle: OpaquePointer

    init() {
        var opened: OpaquePointer?
        guard sqlite3_open_v2(":memory:", &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nil) == SQLITE_OK,
            let opened
        else { preconditionFailure("no database in memory") }
        handle = opened
    }

    deinit { sqlite3_close_v2(handle) }

    func run(_ sql: String) {
        guard sqlite3_exec(handle, sql, nil, nil, nil) == SQLITE_OK else { fail() }
    }

    /// Puts a row for each of the lists of values into a table, in their order.
    func insert(into table: String, _ rows: [[DatabaseValue]]) {
        guard let width = rows.first?.count else { return }
        var statement: OpaquePointer?
        let places = Array(repeating: "?", count: width).joined(separator: ", ")
        guard sqlite3_prepare_v2(handle, "INSERT INTO \(table) VALUES (\(places))", -1, &statement, nil) == SQLITE_OK
        else { fail() }
        defer { sqlite3_finalize(statement) }
        for row in rows {
            for (place, value) in row.enumerated() { bind(value, statement, Int32(place + 1)) }
            guard sqlite3_step(statement) == SQLITE_DONE, sqlite3_reset(statement) == SQLITE_OK else { fail() }
        }
    }

    /// The database as a file holds it.
    func bytes() -> [UInt8] {
        var size: sqlite3_int64 = 0
        guard let start = sqlite3_serialize(handle, "main", &size, 0) else { fail() }
        defer { sqlite3_free(start) }
        return Array(UnsafeBufferPointer(start: start, count: Int(size)))
    }

    private func bind(_ value: DatabaseValue, _ statement: OpaquePointer?, _ place: Int32) {
        let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        let result =
            switch value {
            case .null: sqlite3_bind_null(statement, place)
            case .whole(let number): sqlite3_bind_int64(statement, place, Int64(number))
            case .number(let number): sqlite3_bind_double(statement, place, number)
            case .text(let text): sqlite3_bind_text(statement, place, text, Int32(text.utf8.count), transient)
            }
        guard result == SQLITE_OK else { fail() }
    }

    private func fail() -> Never {
        preconditionFailure("the database refused: \(String(cString: sqlite3_errmsg(handle)))")
    }
}

/// A value of a row.
enum DatabaseValue: Hashable, Sendable {
    case null
    case whole(Int)
    case number(Double)
    case text(String)

    init(_ number: Double?) { self = number.map(DatabaseValue.number) ?? .null }

    init(_ cell: Cell) {
        switch cell {
        case .text(let text): self = .text(text)
        case .number(let number): self = Double(number).map(DatabaseValue.number) ?? .null
        case .flag(let flag): self = .whole(flag ? 1 : 0)
        case .nothing: self = .null
        }
    }

    /// Null where there is no text.
    static func unlessEmpty(_ text: String) -> DatabaseValue { text.isEmpty ? .null : .text(text) }

    /// A text in each language, Danish, Bokmål and English.
    static func each(_ text: LocalizedText) -> [DatabaseValue] { Language.allCases.map { .text(text($0)) } }
}
