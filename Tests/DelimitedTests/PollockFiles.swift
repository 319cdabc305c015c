import Foundation

/// The polluted files of the Pollock benchmark and what each holds, made from its source file as it lies in
/// `shared/data/csv/pollock`: 2,290 files, each with one thing wrong.
///
/// Written after the table in the benchmark's README and its `pollute_main.py`, `polluters_stdlib.py` and `CSVFile.py`
/// (Vitagliano and others, "Pollock: A Data Loading Benchmark", VLDB 2023, hpi-information-systems/pollock).
struct PollockFile: Sendable {
    let name: String
    let bytes: [UInt8]
    /// The records that a right reading gives, the header first where the file has one.
    let clean: [[String]]
}

/// The source file cut into records of cells as they are written, quotes included.
struct PollockSource {
    typealias Written = [[String]]

    let folder: URL
    let rows: Written
    let clean: [[String]]

    init(folder: URL) throws {
        self.folder = folder
        let text = try String(contentsOf: folder.appendingPathComponent("csv/source.csv"), encoding: .utf8)
        rows = text.split(separator: "\n").map { Self.cells(String($0)) }
        clean = try Self.table(folder.appendingPathComponent("clean/source.csv"))
    }

    /// Every file of the benchmark.
    func files() throws -> [PollockFile] {
        try whole() + more() + less() + quotes() + spaced()
    }

    /// The 22 files in which something is wrong with the whole, not with one row.
    func whole() throws -> [PollockFile] {
        let text = Self.text(rows)
        let names = rows[0].map(Self.plain)
        let named = Self.text([names])
        let title = "PREAMBLE" + String(repeating: ",", count: names.count - 1) + "\n"
        let blank = String(repeating: ",", count: names.count - 1) + "\n"
        let texts: [(String, String)] = [
            ("source", text), ("file_no_payload", ""), ("file_no_trailing_newline", String(text.dropLast())),
            ("file_double_trailing_newline", text + "\n"), ("file_no_header", Self.text(Array(rows.dropFirst()))),
            ("file_header_multirow_2", named + text), ("file_header_multirow_3", named + named + text),
            ("file_preamble", title + blank + text), ("file_header_only", Self.text(Array(rows.prefix(1)))),
            ("file_one_data_row", Self.text(Array(rows.prefix(2)))),
            ("file_multitable_less", text + Self.text(second.map { Array($0.dropLast()) })),
            ("file_multitable_same", text + Self.text(second)),
            (
                "file_multitable_more",
                text + Self.text(second.enumerated().map { $1 + [$0 == 0 ? "col1" : ""] })
            ),
            ("file_field_delimiter_0x20", Self.text(rows, delimiter: " ")),
            ("file_field_delimiter_0x2C_0x20", Self.text(rows, delimiter: ", ")),
            ("file_field_delimiter_0x3B", Self.text(rows, delimiter: ";")),
            ("file_field_delimiter_0x9", Self.text(rows, delimiter: "\t")),
            ("file_quotation_char_0x27", Self.text(rows.map { $0.map { Self.requoted($0, "'", "\"\"") } })),
            ("file_escape_char_0x5C", Self.text(rows.map { $0.map { Self.requoted($0, "\"", "\\\"") } })),
            ("file_escape_char_0x00", Self.text(rows.map { $0.map { Self.requoted($0, "\"", "\"") } })),
            ("file_record_delimiter_0xA", text),
            ("file_record_delimiter_0xD", text.replacingOccurrences(of: "\n", with: "\r")),
        ]
        return try texts.map { name, text in
            let clean = try Self.table(folder.appendingPathComponent("clean/\(name).csv"))
            return PollockFile(name: "\(name).csv", bytes: Array(text.utf8), clean: clean)
        }
    }

    /// One delimiter too many in one row, before each cell in turn.
    func more() -> [PollockFile] {
        each { row, column in
            var cells = rows[row]
            cells.insert("", at: column == 0 ? 0 : column)
            return ("row_more_sep_row\(row)_col\(column)", cells)
        }
    }

    /// One delimiter missing in one row, before each cell but the first in turn.
    func less() -> [PollockFile] {
        each { row, column in
            guard column > 0 else { return nil }
            var cells = rows[row]
            cells[column - 1] += cells.remove(at: column)
            return ("row_less_sep_row\(row)_col\(column)", cells)
        }
    }

    /// One quote too many at the beginning of one cell; it belongs to what the cell says.
    func quotes() -> [PollockFile] {
        rows.indices.flatMap { row in
            rows[row].indices.map { column in
                var changed = rows, clean = clean
                let cell = rows[row][column]
                changed[row][column] = cell.hasPrefix("\"") ? "\"\"" + cell.dropFirst() : "\"" + cell
                clean[row][column] = "\"" + clean[row][column]
                return PollockFile(
                    name: "row_extra_quote\(row)_col\(column).csv", bytes: Array(Self.text(changed).utf8), clean: clean)
            }
        }
    }

    /// One row delimited by spaces.
    func spaced() -> [PollockFile] {
        rows.indices.map { row in
            let text = Self.text(Array(rows[..<row])) + Self.text([rows[row]], delimiter: " ")
            let rest = Self.text(Array(rows[(row + 1)...]))
            return PollockFile(
                name: "row_field_delimiter_\(row)_0x20.csv", bytes: Array((text + rest).utf8), clean: clean)
        }
    }

    private func each(_ change: (Int, Int) -> (name: String, cells: [String])?) -> [PollockFile] {
        rows.indices.flatMap { row in
            rows[row].indices.compactMap { column in
                guard let (name, cells) = change(row, column) else { return nil }
                var changed = rows
                changed[row] = cells
                return PollockFile(name: "\(name).csv", bytes: Array(Self.text(changed).utf8), clean: clean)
            }
        }
    }

    /// The second of two stacked tables: the source without its last row, quoted only where a cell holds a comma. The
    /// benchmark takes a cell with a quote in it apart at the quote and keeps the first nine pieces of a row.
    private var second: Written {
        clean.dropLast().map { row in
            let pieces = row.flatMap { cell in
                cell.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
                    .map { ($0 > 0 ? "\"" : "") + $1 }
            }
            return pieces.prefix(row.count).map { piece in
                let escaped = piece.replacingOccurrences(of: "\"", with: "\"\"")
                return piece.dropFirst().contains(",") ? "\"\(escaped)\"" : escaped
            }
        }
    }

    private static func text(_ rows: Written, delimiter: String = ",") -> String {
        rows.map { $0.joined(separator: delimiter) + "\n" }.joined()
    }

    private static func plain(_ cell: String) -> String {
        cell.replacingOccurrences(of: "\"", with: "")
    }

    /// A cell with other marks: `quote` around it where it was quoted, `inner` where a quote was doubled.
    private static func requoted(_ cell: String, _ quote: String, _ inner: String) -> String {
        guard cell.hasPrefix("\"") else { return cell }
        return quote + cell.dropFirst().dropLast().replacingOccurrences(of: "\"\"", with: inner) + quote
    }

    /// The cells of one line as they are written.
    private static func cells(_ line: String) -> [String] {
        var cells = [""]
        var quoted = false
        for letter in line {
            if letter == "\"" { quoted.toggle() }
            if letter == ",", !quoted {
                cells.append("")
            } else {
                cells[cells.count - 1].append(letter)
            }
        }
        return cells
    }

    /// The cells of a clean file, all of which are quoted.
    private static func table(_ file: URL) throws -> [[String]] {
        try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map { line in
            cells(String(line)).map { $0.dropFirst().dropLast().replacingOccurrences(of: "\"\"", with: "\"") }
        }
    }
}
