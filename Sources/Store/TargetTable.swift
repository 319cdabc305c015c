public import Catalogue
internal import Delimited
public import Findings

/// Reads a small CSV file of declarations, such as `Targets.csv`: its header, then its rows, with the places of cells.
/// - Throws: `Refusal` where it cannot be read.
public func readTable(_ path: String, _ name: String) throws(Refusal) -> [TableRow] {
    do {
        let file = try DelimitedFile.open(path: path, name: name)
        let header = file.header.map { TableRow.Cell($0, column: 1) }
        var rows = [TableRow(line: file.dialect.preambleRows + 1, cells: header)]
        let reading = file.forEachRecord { record in
            let cells = (0..<record.count).map { TableRow.Cell(record.text($0), column: record.column($0)) }
            rows.append(TableRow(line: record.line, cells: cells))
            return true
        }
        let errors = reading.findings.filter { $0.severity == .error }
        if !errors.isEmpty { throw Refusal(errors) }
        return rows
    } catch let refusal as Refusal {
        throw refusal
    } catch {
        throw Refusal(Finding(.error, "unreadable", "the file cannot be read", at: Place(file: name)))
    }
}
