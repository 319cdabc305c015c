import Catalogue
import Findings
internal import GRDB
internal import GRDBSQLite
public import Indicators
import Vocabulary

/// Adds up datasets in SQLite: the needed columns of a dataset are read once for all its indicators, and the sums are
/// made here, exactly.
public struct SQLiteQueryEngine: QueryEngine {
    let store: Store

    public init(_ store: Store) { self.store = store }

    public func run(_ plans: [QueryPlan]) throws -> [QueryResult] {
        var results = [QueryResult](repeating: QueryResult(cells: [], text: ""), count: plans.count)
        let byDataset = Dictionary(grouping: plans.indices) { plans[$0].dataset }
        do {
            try store.queue.read { database in
                for (dataset, indices) in byDataset {
                    let scan = try DatasetScan(dataset, plans: indices.map { plans[$0] }, database)
                    for (index, result) in zip(indices, try scan.run(database)) { results[index] = result }
                }
            }
        } catch let error as DatabaseError {
            throw Store.refusal(error, path: store.path)
        }
        return results
    }
}

/// One pass over a dataset's table for several plans.
private struct DatasetScan {
    let dataset: String
    let plans: [QueryPlan]
    let columns: [String]
    let layout: RowLayout
    let labels: [String: [String]]
    /// Number columns in the order of their states in the slot `missing`, with their slots.
    let numbers: [(name: String, slot: Int)]
    /// For each code of a unit that is no more, the code of the unit its rows count in.
    let successors: [Int64]
    let sql: String

    init(_ dataset: String, plans: [QueryPlan], _ database: Database) throws {
        self.dataset = dataset
        self.plans = plans
        let described = try Row.fetchAll(
            database, sql: "SELECT id, name, kind, scale FROM dataset_column WHERE dataset = ? ORDER BY position",
            arguments: [dataset])
        let needed = plans.reduce(into: Set<String>()) { $0.formUnion($1.columns) }
        var scales: [String: Int] = [:], codes: [String: [String: Int64]] = [:], labels: [String: [String]] = [:]
        var columns = ["period", "unit"], numbers: [(name: String, slot: Int)] = []
        for row in described {
            let name: String = row["name"], kind: String = row["kind"]
            guard name == "period" || name == "unit" || needed.contains(name) else { continue }
            if kind == "number" {
                scales[name] = row["scale"]
                numbers.append((name, columns.count))
            } else {
                var words = try String.fetchAll(
                    database, sql: "SELECT label FROM category WHERE column_id = ? ORDER BY code",
                    arguments: [row["id"] as Int64])
                if kind == "unit" { words = try Self.withSuccessors(words, database) }
                labels[name] = words
                codes[name] = Dictionary(words.enumerated().map { ($1, Int64($0)) }, uniquingKeysWith: { first, _ in first })
            }
            if name != "period", name != "unit" { columns.append(name) }
        }
        successors = try Self.successors(labels["unit"] ?? [], database)
        self.columns = columns + ["missing"]
        self.labels = labels
        self.numbers = numbers
        layout = RowLayout(
            slots: Dictionary(uniqueKeysWithValues: self.columns.enumerated().map { ($1, $0) }), scales: scales,
            codes: codes)
        sql = "SELECT row, \(columns.map { "\"\($0)\"" }.joined(separator: ", ")) FROM \"rows_\(dataset)\" ORDER BY row"
    }

    /// The labels of units, and those of their successors that no row has.
    private static func withSuccessors(_ words: [String], _ database: Database) throws -> [String] {
        let all = try String.fetchAll(database, sql: "SELECT DISTINCT successor FROM unit_successor ORDER BY 1")
        return words + all.filter { !words.contains($0) }
    }

    private static func successors(_ units: [String], _ database: Database) throws -> [Int64] {
        let position = Dictionary(units.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        var result = units.indices.map { Int64($0) }
        for row in try Row.fetchAll(database, sql: "SELECT unit, successor FROM unit_successor") {
            if let old = position[row["unit"]], let new = position[row["successor"]] { result[old] = Int64(new) }
        }
        return result
    }

    func run(_ database: Database) throws -> [QueryResult] {
        let sums = plans.map { PlanSums($0, layout: layout, labels: labels, numbers: numbers.map(\.name)) }
        let prepared = try Statement(sql, database)
        var absent = try AbsentValues(dataset, database)
        let missing = columns.count - 1, stateSlots = RowStates.slots(for: numbers.count)
        let row = UnsafeMutablePointer<Int64>.allocate(capacity: missing + stateSlots)
        defer { row.deallocate() }
        let count = Int32(missing)
        while try prepared.step() {
            var isWhole = true
            for index in 0..<count {
                let value = sqlite3_column_int64(prepared.pointer, index + 1)
                row[Int(index)] = value
                if value == 0, sqlite3_column_type(prepared.pointer, index + 1) == SQLITE_NULL {
                    row[Int(index)] = RowLayout.absent
                    isWhole = false
                }
            }
            if !isWhole {
                (row + missing).update(repeating: 0, count: stateSlots)
                try absent.write(sqlite3_column_int64(prepared.pointer, 0), numbers, row, from: missing)
            }
            row[1] = successors[Int(row[1])]
            for sum in sums { sum.add(UnsafePointer(row)) }
        }
        return try sums.map { QueryResult(cells: try $0.cells(), text: sql) }
    }
}

/// The states of numbers that are not there, read along with the rows, in the rows' order.
private struct AbsentValues {
    private let statement: Statement
    private var next: (row: Int64, column: String, state: Int64)?
    private var current: (row: Int64, states: [String: Int64]) = (-1, [:])

    init(_ dataset: String, _ database: Database) throws {
        statement = try Statement(
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

    /// Two bits for each number column whose slot is empty: 1 missing, 2 not applicable, 3 confidential or a range.
    mutating func write(
        _ row: Int64, _ numbers: [(name: String, slot: Int)], _ slots: UnsafeMutablePointer<Int64>, from first: Int
    ) throws {
        if current.row != row {
            current = (row, [:])
            while let value = next, value.row <= row {
                if value.row == row { current.states[value.column] = value.state }
                try advance()
            }
        }
        for (place, number) in numbers.enumerated() where slots[number.slot] == RowLayout.absent {
            let shift = Int64(2 * (place % RowStates.columns))
            slots[first + place / RowStates.columns] |= min(3, current.states[number.name] ?? 1) << shift
        }
    }
}

/// A prepared query, stepped by hand.
private final class Statement {
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
