import Catalogue
internal import GRDB

/// What the database keeps beside a dataset's rows: its files, its columns and the words behind their codes.
struct DatasetRecord {
    private let dataset: DatasetDeclaration
    private let table: RowTable

    init(_ dataset: DatasetDeclaration, _ table: RowTable) {
        self.dataset = dataset
        self.table = table
    }

    func write(
        _ files: [(number: Int, report: FileReport)], _ words: Dictionaries, rules: NumberRules,
        fingerprint: String, _ database: Database
    ) throws {
        let name = dataset.name
        try database.execute(sql: "DELETE FROM dataset WHERE name = ?", arguments: [name])
        try database.execute(
            sql: "INSERT INTO dataset (name, fingerprint, borrows, rows) VALUES (?, ?, ?, ?)",
            arguments: [name, fingerprint, rules.borrows, files.reduce(0) { $0 + $1.report.loaded }])
        for (number, report) in files {
            try database.execute(
                sql: """
                    INSERT INTO source_file (dataset, number, path, sha256, bytes, read, rows, set_aside, passed_over,
                      superseded, expired, encoding) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    name, number, report.name, report.sha256, report.bytes, report.read, report.loaded, report.setAside,
                    report.passedOver, report.superseded, report.expired, report.encoding,
                ])
        }
        var columns: [(name: String, kind: String, scale: Int, whole: Int, labels: [String])] = [
            ("period", "period", 0, 0, words.periods.labels), ("unit", "unit", 0, 0, words.units.labels),
        ]
        for (index, column) in table.numbers.enumerated() {
            columns.append((column.name, "number", rules.scales[index], rules.wholeDigits[index], []))
        }
        for (column, codes) in zip(table.categories, words.categories) {
            columns.append((column.name, "category", 0, 0, codes.labels))
        }
        columns += table.texts.map { ($0.name, "text", 0, 0, []) }
        for (position, column) in columns.enumerated() {
            try database.execute(
                sql: """
                    INSERT INTO dataset_column (dataset, name, kind, scale, whole_digits, position) VALUES (?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    name, column.name, column.kind, column.scale, column.whole, position,
                ])
            let id = database.lastInsertedRowID
            let insert = try RowInsert(database, sql: "INSERT INTO category (column_id, code, label) VALUES (?, ?, ?)")
            for (code, label) in column.labels.enumerated() {
                insert.bind(id, at: 1)
                insert.bind(Int64(code), at: 2)
                insert.bind(label, at: 3)
                try insert.insert()
            }
        }
        try table.createView(database, scales: rules.scales)
    }
}
