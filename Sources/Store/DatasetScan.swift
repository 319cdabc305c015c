import Catalogue
import Findings
internal import GRDB
internal import GRDBSQLite
import Indicators
import Vocabulary

/// One pass over a dataset's table for several plans.
struct DatasetScan {
    let dataset: String
    let plans: [QueryPlan]
    let columns: [String]
    private let slots: [String: Int]
    private let scales: [String: Int]
    private let codes: [String: [String: Int64]]
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
        slots = Dictionary(uniqueKeysWithValues: self.columns.enumerated().map { ($1, $0) })
        self.scales = scales
        self.codes = codes
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

    /// Hands over a table for each plan and grouping: the plan's place and its sums.
    func run(_ database: Database, _ take: (Int, SumTable) throws -> Void) throws {
        let rows = try scanned(database)
        var ranges: [String: ClosedRange<Int64>] = [:]
        for (name, slot) in numbers { ranges[name] = rows.ranges[slot] ?? 0...0 }
        let layout = RowLayout(slots: slots, scales: scales, codes: codes, ranges: ranges)
        var groups: [[String]: RowGroups] = [:]
        let room = SumRoom()
        for (place, plan) in plans.enumerated() {
            let sums: PlanSums
            do throws(NumberTooLarge) {
                sums = try PlanSums(plan, rows, layout: layout, numbers: numbers.map(\.name))
            } catch {
                throw Refusal(
                    Finding(
                        .error, "number-too-large", "'\(plan.indicator)' adds up to more than can be kept exactly",
                        suggestion: "declare fewer 'decimals' for its columns in config.json"))
            }
            for columns in plan.groupings {
                let found = groups[columns] ?? RowGroups(columns, rows, layout: layout, labels: labels)
                groups[columns] = found
                let table = sums.table(found, room)
                try take(place, table)
                room.reclaim(table)
            }
        }
    }

    /// The one pass over the table.
    private func scanned(_ database: Database) throws -> ScannedRows {
        let prepared = try PreparedQuery(sql, database)
        var absent = try AbsentValues(dataset, database)
        let missing = columns.count - 1, stateSlots = RowStates.slots(for: numbers.count)
        let rows = ScannedRows(columns: missing, stateSlots: stateSlots)
        let states = UnsafeMutablePointer<Int64>.allocate(capacity: stateSlots)
        defer { states.deallocate() }
        var gaps: [Int] = []
        while try prepared.step() {
            gaps.removeAll(keepingCapacity: true)
            for index in 0..<missing {
                var value = sqlite3_column_int64(prepared.pointer, Int32(truncatingIfNeeded: index + 1))
                if value == 0, sqlite3_column_type(prepared.pointer, Int32(truncatingIfNeeded: index + 1)) == SQLITE_NULL {
                    value = RowLayout.absent
                    gaps.append(index)
                }
                if index == 1 { value = successors[Int(value)] }
                rows.put(value, in: index)
            }
            if !gaps.isEmpty {
                states.update(repeating: 0, count: stateSlots)
                try absent.write(sqlite3_column_int64(prepared.pointer, 0), numbers, gaps, states)
                rows.putStates(states)
            }
            rows.endRow()
        }
        rows.finish()
        return rows
    }
}
