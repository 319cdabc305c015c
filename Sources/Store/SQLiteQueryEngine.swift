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
    let plans: [QueryPlan]
    let columns: [String]
    let layout: RowLayout
    let labels: [String: [String]]
    let numbers: [String]
    let sql: String

    init(_ dataset: String, plans: [QueryPlan], _ database: Database) throws {
        self.plans = plans
        let described = try Row.fetchAll(
            database, sql: "SELECT id, name, kind, scale FROM dataset_column WHERE dataset = ? ORDER BY position",
            arguments: [dataset])
        let needed = plans.reduce(into: Set<String>()) { $0.formUnion($1.columns) }
        var scales: [String: Int] = [:], codes: [String: [String: Int64]] = [:], labels: [String: [String]] = [:]
        var columns = ["period", "unit"], numbers: [String] = []
        for row in described {
            let name: String = row["name"], kind: String = row["kind"]
            if kind == "number" {
                scales[name] = row["scale"]
                numbers.append(name)
            } else {
                let words = try String.fetchAll(
                    database, sql: "SELECT label FROM category WHERE column_id = ? ORDER BY code",
                    arguments: [row["id"] as Int64])
                labels[name] = words
                codes[name] = Dictionary(uniqueKeysWithValues: words.enumerated().map { ($1, Int64($0)) })
            }
            if needed.contains(name) { columns.append(name) }
        }
        self.columns = columns + ["missing"]
        self.labels = labels
        self.numbers = numbers
        layout = RowLayout(
            slots: Dictionary(uniqueKeysWithValues: self.columns.enumerated().map { ($1, $0) }), scales: scales,
            codes: codes)
        sql = "SELECT \(self.columns.map { "\"\($0)\"" }.joined(separator: ", ")) FROM \"rows_\(dataset)\""
    }

    func run(_ database: Database) throws -> [QueryResult] {
        let sums = plans.map { PlanSums($0, layout: layout, labels: labels, numbers: numbers) }
        var prepared: OpaquePointer?
        guard sqlite3_prepare_v2(database.sqliteConnection, sql, -1, &prepared, nil) == SQLITE_OK, let prepared else {
            throw DatabaseError(resultCode: ResultCode(rawValue: sqlite3_extended_errcode(database.sqliteConnection)))
        }
        defer { sqlite3_finalize(prepared) }
        let row = UnsafeMutablePointer<Int64>.allocate(capacity: columns.count)
        defer { row.deallocate() }
        let count = Int32(columns.count)
        while true {
            let code = sqlite3_step(prepared)
            if code == SQLITE_DONE { break }
            guard code == SQLITE_ROW else {
                throw DatabaseError(resultCode: ResultCode(rawValue: sqlite3_extended_errcode(database.sqliteConnection)))
            }
            for index in 0..<count {
                row[Int(index)] =
                    sqlite3_column_type(prepared, index) == SQLITE_NULL
                    ? RowLayout.absent : sqlite3_column_int64(prepared, index)
            }
            for sum in sums { sum.add(UnsafePointer(row)) }
        }
        return try sums.map { QueryResult(cells: try $0.cells(), text: sql) }
    }
}
