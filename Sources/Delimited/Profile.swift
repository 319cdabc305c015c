public import Findings

/// What the values of a column are, judged by all of them.
public enum ColumnType: String, Sendable {
    case text, integer, decimal, date, period, boolean
}

/// What one column holds.
public struct ColumnProfile: Sendable {
    public let name: String
    /// The type that all values share; text where they share none, or where leading zeros show them to be codes.
    public let type: ColumnType
    /// How often each mark for a missing value occurs, as written; `""` is the empty cell.
    public let missing: [String: Int]
    /// The number of cells that hold a value.
    public let values: Int
    /// The byte before the decimals, a comma or a point, in a numeric column that has any.
    public let decimalSeparator: UInt8?
    /// What stands between groups of three digits.
    public let groupSeparator: String?
    public let maxFractionDigits: Int
    /// Whether `1.234` (or `1,234`) could be a thousand or a decimal number, and no other value tells which.
    public let ambiguousSeparator: Bool
    /// In a mostly numeric column that is text: the line of the first value to make it so.
    public let firstTextLine: Int?
}

/// What a file holds, column by column.
public struct FileProfile: Sendable {
    /// The number of data rows.
    public let rows: Int
    public let columns: [ColumnProfile]
    /// What is odd about rows and columns. Those about the file as a whole are in `DelimitedFile.findings`.
    public let findings: [Finding]
}

extension DelimitedFile {
    /// Goes through all rows once and tells what each column holds. Rows that are too short count their absent cells
    /// as empty; cells beyond the header, and the header said again, are reported and left out.
    public func profile() -> FileProfile {
        var tallies = [ColumnTally](repeating: ColumnTally(), count: header.count)
        var rows = 0
        var short = ColumnTally.Sight(), long = ColumnTally.Sight(), blank = ColumnTally.Sight()
        var repeated = ColumnTally.Sight()
        let names = header.map { Array($0.utf8) }
        forEachRecord { record in
            rows += 1
            if names.count > 1, names.indices.allSatisfy({ record.bytes($0).elementsEqual(names[$0]) }) {
                repeated.see(record.line)
                return true
            }
            var filled = false
            for index in 0..<header.count {
                let cell = record.bytes(index)
                if !cell.isEmpty { filled = true }
                tallies[index].see(cell, line: record.line)
            }
            if !filled, header.count > 1 {
                blank.see(record.line)
            } else if record.count < header.count {
                short.see(record.line)
            } else if (header.count..<record.count).contains(where: { !record.bytes($0).isEmpty }) {
                long.see(record.line)
            }
            return true
        }
        let verdicts = tallies.map { ColumnVerdict($0) }
        let columns = zip(header, zip(tallies, verdicts)).map { name, pair in
            ColumnProfile(name: name, pair.0, pair.1)
        }
        let found =
            rowFinding("short-row", short, "fewer", "missing cells were read as empty")
            + rowFinding("long-row", long, "more", "the cells beyond the header were left out")
            + rowFinding("blank-row", blank, nil, "delete the blank rows") + repeatedHeader(repeated)
            + columns.flatMap(columnFindings)
        return FileProfile(rows: rows, columns: columns, findings: found)
    }

    private func rowFinding(
        _ code: String, _ sight: ColumnTally.Sight, _ comparison: String?, _ consequence: String
    ) -> [Finding] {
        guard let line = sight.line else { return [] }
        let rows = sight.count == 1 ? "1 row has" : "\(sight.count) rows have"
        guard let comparison else {
            return [
                Finding(
                    .warning, code, "\(rows) no values at all, the first here", at: Place(file: name, line: line),
                    suggestion: consequence)
            ]
        }
        return [
            Finding(
                .warning, code,
                "\(rows) \(comparison) cells than the header's \(header.count), the first here; \(consequence)",
                at: Place(file: name, line: line), suggestion: "check for a delimiter inside an unquoted cell")
        ]
    }

    private func repeatedHeader(_ sight: ColumnTally.Sight) -> [Finding] {
        guard let line = sight.line else { return [] }
        return [
            Finding(
                .warning, "repeated-header", "the header stands here again, among the data",
                at: Place(file: name, line: line), suggestion: "put each table into a file of its own")
        ]
    }

    private func columnFindings(_ column: ColumnProfile) -> [Finding] {
        if column.ambiguousSeparator {
            return [
                Finding(
                    .warning, "ambiguous-separator",
                    "in column '\(column.name)' a separator before three digits may mean thousands or decimals",
                    at: Place(file: name), suggestion: "set the decimal separator of the file")
            ]
        }
        guard let line = column.firstTextLine else { return [] }
        return [
            Finding(
                .warning, "mostly-numeric",
                "column '\(column.name)' holds numbers, but not here", at: Place(file: name, line: line),
                suggestion: "mend the cell, or declare its mark as missing")
        ]
    }
}

extension ColumnProfile {
    init(name: String, _ tally: ColumnTally, _ verdict: ColumnVerdict) {
        var missing = tally.marks
        if tally.empty > 0 { missing[""] = tally.empty }
        var values = tally.values
        if verdict.crossesMissing {
            for (mark, sight) in tally.crosses {
                missing[mark] = sight.count
                values -= sight.count
            }
        }
        self.name = name
        type = verdict.type
        self.missing = missing
        self.values = values
        decimalSeparator = verdict.decimal
        groupSeparator = verdict.group
        maxFractionDigits = verdict.fractionDigits
        ambiguousSeparator = verdict.ambiguous
        firstTextLine = verdict.firstTextLine
    }
}
