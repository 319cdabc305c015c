internal import GRDB

extension Store {
    /// The values that occur in each category column of a dataset.
    /// - Throws: `Refusal` where the database cannot be read.
    public func categoryLabels(of dataset: String) throws -> [String: [String]] {
        do {
            return try queue.read { database in
                var labels: [String: [String]] = [:]
                let rows = try Row.fetchAll(
                    database,
                    sql: """
                        SELECT d.name, c.label FROM category c JOIN dataset_column d ON d.id = c.column_id
                        WHERE d.dataset = ? AND d.kind = 'category' ORDER BY d.name, c.code
                        """, arguments: [dataset])
                for row in rows { labels[row["name"], default: []].append(row["label"]) }
                return labels
            }
        } catch let error as DatabaseError {
            throw Store.refusal(error, path: path)
        }
    }
}
