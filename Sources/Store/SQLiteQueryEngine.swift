internal import GRDB
internal import GRDBSQLite
public import Indicators

/// Adds up datasets in SQLite: the needed columns of a dataset are read once for all its indicators, and the sums are
/// made here, exactly.
public struct SQLiteQueryEngine: QueryEngine {
    let store: Store

    public init(_ store: Store) { self.store = store }

    public func run(_ plans: [QueryPlan], _ take: (Int, SumTable) throws -> Void) throws -> [String] {
        var texts = [String](repeating: "", count: plans.count)
        let byDataset = Dictionary(grouping: plans.indices) { plans[$0].dataset }
        do {
            try store.queue.read { database in
                for (dataset, indices) in byDataset.sorted(by: { $0.key < $1.key }) {
                    let scan = try DatasetScan(dataset, plans: indices.map { plans[$0] }, database)
                    try scan.run(database) { place, table in try take(indices[place], table) }
                    for index in indices { texts[index] = scan.sql }
                }
            }
        } catch let error as DatabaseError {
            throw Store.refusal(error, path: store.path)
        }
        return texts
    }
}
