internal import GRDB
internal import GRDBSQLite

/// The states of numbers that are not there, read along with the rows, in the rows' order.
struct AbsentValues {
    private let statement: PreparedQuery
    private var next: (row: Int64, column: String, state: Int64)?
    private var current: (row: Int64, states: [String: Int64]) = (-1, [:])

    init(_ dataset: String, _ database: Database) throws {
        statement = try PreparedQuery(
            "SELECT row, \"column\", state FROM absent_value WHERE dataset = '\(dataset)' ORDER BY row", database)
        try advance()
    }

    private mutating func advance() throws {
        next =
            try statement.step()
            ? (
                sqlite3_column_int64(statement.pointer, 0), String(cString: sqlite3_column_text(statement.pointer, 1)),
                sqlite3_column_int64(statement.pointer, 2)
            ) : nil
    }

    /// Two bits for each number column among those empty: 1 missing, 2 not applicable, 3 confidential or a range.
    mutating func write(
        _ row: Int64, _ numbers: [(name: String, slot: Int)], _ empty: [Int], _ states: UnsafeMutablePointer<Int64>
    ) throws {
        if current.row != row {
            current = (row, [:])
            while let value = next, value.row <= row {
                if value.row == row { current.states[value.column] = value.state }
                try advance()
            }
        }
        for (place, number) in numbers.enumerated() where empty.contains(number.slot) {
            let shift = Int64(2 * (place % RowStates.columns))
            states[place / RowStates.columns] |= min(3, current.states[number.name] ?? 1) << shift
        }
    }
}
