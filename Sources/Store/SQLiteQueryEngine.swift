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
        return sums.map { QueryResult(cells: $0.cells(), text: sql) }
    }
}

/// The sums of one plan, growing row by row.
private final class PlanSums {
    private struct Group {
        var numerator: Int128 = 0
        var denominator: Int128 = 0
        var persons: Int128 = 0
        var rows = 0
        var absent = [0, 0, 0]
    }

    private struct GroupKey: Hashable {
        var grouping: Int
        var period: Int64
        var unit: Int64
        var first: Int64
        var second: Int64
    }

    private let plan: QueryPlan
    private let layout: RowLayout
    private let labels: [String: [String]]
    private let filter: ((RowPointer) -> Bool?)?
    private let numerator: NumberProgram
    private let denominator: NumberProgram?
    private let persons: NumberProgram?
    private let groupings: [(slots: [Int], accepts: (RowPointer) -> Bool)]
    private let missingSlot: Int
    /// Shift of each number column that the figure needs, within `missing`.
    private let missingShifts: [Int64]
    private var groups: [GroupKey: Group] = [:]

    init(_ plan: QueryPlan, layout: RowLayout, labels: [String: [String]], numbers: [String]) {
        self.plan = plan
        self.layout = layout
        self.labels = labels
        filter = plan.filter?.truth(layout)
        numerator = plan.numerator.number(layout)
        denominator = plan.denominator?.number(layout)
        persons = plan.persons?.number(layout)
        missingSlot = layout.slots["missing"]!
        let used = plan.numerator.columns.union(plan.denominator?.columns ?? [])
        missingShifts = numbers.enumerated().filter { used.contains($1) }.map { Int64(2 * $0.offset) }
        groupings = plan.groupings.map { grouping in
            let tests: [(slot: Int, code: Int64, wanted: Bool)] = plan.totals.map { column, total in
                (layout.slots[column]!, layout.codes[column]?[total] ?? RowLayout.absent, !grouping.contains(column))
            }
            return (
                grouping.map { layout.slots[$0]! },
                { row in tests.allSatisfy { (row[$0.slot] == $0.code) == $0.wanted } }
            )
        }
    }

    func add(_ row: RowPointer) {
        if let filter, filter(row) != true { return }
        let top = numerator.run(row), bottom = denominator.map { $0.run(row) } ?? .some(1)
        let people = persons.map { $0.run(row) ?? 0 } ?? 0
        for (number, grouping) in groupings.enumerated() where grouping.accepts(row) {
            let slots = grouping.slots
            let key = GroupKey(
                grouping: number, period: row[0], unit: row[1], first: slots.isEmpty ? 0 : row[slots[0]],
                second: slots.count > 1 ? row[slots[1]] : 0)
            if let top, let bottom {
                groups[key, default: Group()].numerator += top
                groups[key]!.denominator += bottom
                groups[key]!.persons += people
                groups[key]!.rows += 1
            } else {
                groups[key, default: Group()].absent[state(row)] += 1
            }
        }
    }

    /// The gravest state among the needed numbers: 0 missing, 1 not applicable, 2 confidential.
    private func state(_ row: RowPointer) -> Int {
        let states = missingShifts.map { Int(row[missingSlot] >> $0 & 3) }
        return max(0, (states.max() ?? 1) - 1)
    }

    func cells() -> [QueryCell] {
        groups.map { key, group in
            let columns = plan.groupings[key.grouping]
            let by = zip(columns, [key.first, key.second]).map {
                Category(dimension: $0, value: labels[$0]?[Int($1)] ?? "")
            }
            let period = Period(labels["period"]![Int(key.period)])!
            return QueryCell(
                key: SeriesKey(period: period, unit: UnitCode(labels["unit"]![Int(key.unit)]), by: by.sorted()),
                numerator: Exact(units: group.numerator, scale: numerator.scale),
                denominator: Exact(units: group.denominator, scale: denominator?.scale ?? 0),
                persons: Exact(units: group.persons, scale: persons?.scale ?? 0), rows: group.rows,
                missing: group.absent[0], notApplicable: group.absent[1], confidential: group.absent[2])
        }
    }
}
