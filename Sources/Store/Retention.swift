import Catalogue
import Findings
internal import GRDB
import Vocabulary

/// Rows that a dataset keeps no longer.
struct Retention {
    let dataset: DatasetDeclaration
    let project: Project

    /// Deletes the rows of periods that ended before the first day kept, overwrites what they held, counts them in the
    /// account of their files and writes the deletion down. Returns a note where there were any.
    func deleteExpired(_ database: Database) throws -> [Finding] {
        guard let months = dataset.keptMonths, let builtAt = CalendarDay(project.description.builtAt) else { return [] }
        let first = firstKeptDay(builtAt: builtAt, months: months)
        let periods = try Row.fetchAll(
            database, sql: """
                SELECT c.code, c.label FROM category c JOIN dataset_column d ON d.id = c.column_id
                WHERE d.dataset = ? AND d.kind = 'period'
                """, arguments: [dataset.name])
        let codes = periods.filter { Period($0["label"]).map { $0.end < first } ?? false }.map { "\($0["code"] as Int)" }
        guard !codes.isEmpty else { return [] }
        let table = RowTable(dataset), chosen = "period IN (\(codes.joined(separator: ", ")))"
        let counts = try Row.fetchAll(
            database, sql: "SELECT row >> 48 AS number, COUNT(*) AS rows FROM \"\(table.name)\" WHERE \(chosen) GROUP BY 1")
        guard !counts.isEmpty else { return [] }
        try database.execute(
            sql: """
                DELETE FROM absent_value WHERE dataset = '\(dataset.name)'
                AND row IN (SELECT row FROM "\(table.name)" WHERE \(chosen))
                """)
        try database.execute(sql: "DELETE FROM \"\(table.name)\" WHERE \(chosen)")
        try forgetWords(database)
        var total = 0
        for row in counts {
            let (number, rows): (Int, Int) = (row["number"], row["rows"])
            total += rows
            try database.execute(
                sql: "UPDATE source_file SET rows = rows - ?, expired = expired + ? WHERE dataset = ? AND number = ?",
                arguments: [rows, rows, dataset.name, number])
            try database.execute(
                sql: """
                    INSERT INTO retention (dataset, path, rows, kept_from, deleted_on)
                    SELECT dataset, path, ?, ?, ? FROM source_file WHERE dataset = ? AND number = ?
                    """,
                arguments: [rows, first.description, builtAt.description, dataset.name, number])
        }
        try database.execute(
            sql: "UPDATE dataset SET rows = rows - ? WHERE name = ?", arguments: [total, dataset.name])
        return [
            Finding(
                .note, "rows-expired",
                "\(total) rows of dataset '\(dataset.name)' ended before \(first) and were deleted", at: dataset.place,
                suggestion: "'keep' says how long rows are kept; delete the old files too")
        ]
    }

    /// Takes the words away that no row has any more; their codes stay, so that the others keep theirs.
    private func forgetWords(_ database: Database) throws {
        for column in RowTable(dataset).categories {
            try database.execute(
                sql: """
                    UPDATE category SET label = '(deleted ' || code || ')' WHERE column_id =
                      (SELECT id FROM dataset_column WHERE dataset = ? AND name = ?)
                    AND code NOT IN (SELECT "\(column.name)" FROM "rows_\(dataset.name)")
                    """, arguments: [dataset.name, column.name])
        }
    }
}
