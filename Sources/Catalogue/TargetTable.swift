public import Findings
import Vocabulary

/// A row of a table that somebody else has read, its cells without quotes.
public struct TableRow: Sendable {
    public struct Cell: Sendable {
        public var text: String
        /// The character, from 1, where the cell starts on its line.
        public var column: Int

        public init(_ text: String, column: Int) {
            self.text = text
            self.column = column
        }
    }

    /// The line, from 1, where the row starts.
    public var line: Int
    public var cells: [Cell]

    public init(line: Int, cells: [Cell]) {
        self.line = line
        self.cells = cells
    }
}

/// Reads a CSV file into its rows, the header first. How files are written is no matter of declarations: the caller
/// brings it.
/// - Parameters: `path` is absolute; `name` is what findings call the file.
public typealias TableReading = (_ path: String, _ name: String) throws(Refusal) -> [TableRow]

/// `Targets.csv`: a target a row, under the headings `indicator;unit;year;kind;value;upper;status;body;date;reference`
/// in English, Danish or Norwegian, in any order.
struct TargetTable {
    let file: String
    let root: UnitCode
    let targetYear: Int
    private(set) var findings: [Finding] = []
    private(set) var targets: [ListedTarget] = []
    private(set) var references: [UnitReference] = []

    private static let headings: [String: [String]] = [
        "indicator": ["indicator", "indikator"], "unit": ["unit", "enhed", "enhet"], "year": ["year", "år", "aar"],
        "kind": ["kind", "slags"], "value": ["value", "værdi", "verdi"], "upper": ["upper", "øvre"],
        "status": ["status"], "body": ["body", "besluttet af", "besluttet av"], "date": ["date", "dato"],
        "reference": ["reference", "sag", "sak"],
    ]
    private static let kinds: [String: Target.Kind] = [
        "reach": .reach, "nå": .reach, "maintain": .maintain, "hold": .maintain, "within": .within,
        "inden for": .within, "innenfor": .within,
    ]
    private static let statuses: [String: TargetStatus] = [
        "adopted": .adopted, "vedtaget": .adopted, "vedtatt": .adopted, "proposed": .proposed,
        "foreslået": .proposed, "foreslått": .proposed, "example": .example, "eksempel": .example,
    ]

    init(_ rows: [TableRow], file: String, root: UnitCode, targetYear: Int) {
        (self.file, self.root, self.targetYear) = (file, root, targetYear)
        guard let header = rows.first, let columns = columns(header) else { return }
        for row in rows.dropFirst() where row.cells.contains(where: { !trimmed($0.text).isEmpty }) {
            read(Cells(row: row, columns: columns, file: file))
        }
    }

    /// The cells of one row by the English name of their column.
    private struct Cells {
        let row: TableRow
        let columns: [String: Int]
        let file: String

        var place: Place { Place(file: file, line: row.line, column: 1) }

        func text(_ name: String) -> String {
            guard let index = columns[name], index < row.cells.count else { return "" }
            return trimmed(row.cells[index].text)
        }

        func place(of name: String) -> Place {
            guard let index = columns[name], index < row.cells.count else { return place }
            return Place(file: file, line: row.line, column: row.cells[index].column)
        }
    }

    private mutating func columns(_ header: TableRow) -> [String: Int]? {
        var columns: [String: Int] = [:]
        for (index, cell) in header.cells.enumerated() {
            let name = trimmed(cell.text).lowercased()
            let place = Place(file: file, line: header.line, column: cell.column)
            guard let known = Self.headings.first(where: { $0.value.contains(name) })?.key else {
                findings.append(
                    Finding(
                        .error, "unknown-key", "a list of targets has no column '\(name)'", at: place,
                        suggestion: didYouMean(name, among: Self.headings.values.joined())
                            ?? "columns: indicator, unit, year, kind, value, upper, status, body, date, reference"))
                continue
            }
            if columns.updateValue(index, forKey: known) != nil {
                findings.append(
                    Finding(
                        .error, "duplicate-key", "'\(known)' is given twice", at: place,
                        suggestion: "keep one of them"))
            }
        }
        // A heading that is misspelt has been told.
        guard findings.isEmpty else { return nil }
        for name in ["indicator", "value", "status"] where columns[name] == nil {
            findings.append(
                Finding(
                    .error, "missing-key", "a list of targets needs the column '\(name)'",
                    at: Place(file: file, line: header.line, column: 1), suggestion: "add it to the first line"))
        }
        return findings.isEmpty ? columns : nil
    }

    private mutating func read(_ cells: Cells) {
        let before = findings.count
        if cells.text("indicator").isEmpty {
            complain(cells, "indicator", "missing-key", "a target has no 'indicator'")
        }
        let value = number(cells, "value", isNeeded: true), upper = number(cells, "upper", isNeeded: false)
        let kind = word(cells, "kind", Self.kinds), status = word(cells, "status", Self.statuses)
        if status == nil, cells.text("status").isEmpty {
            complain(cells, "status", "missing-key", "a target has no 'status'")
        }
        let year = cells.text("year").isEmpty ? targetYear : Int(cells.text("year"))
        if year.map({ !(1900...2200).contains($0) }) ?? true {
            complain(cells, "year", "wrong-type", "'\(cells.text("year"))' is no year", "write 2030")
        }
        let day = cells.text("date").isEmpty ? nil : CalendarDay(cells.text("date"))
        if day == nil, !cells.text("date").isEmpty {
            complain(cells, "date", "wrong-type", "'\(cells.text("date"))' is no date", "write 2026-11-20")
        }
        guard findings.count == before, let value, let status, let year else { return }
        var unit: UnitCode?
        if !cells.text("unit").isEmpty {
            let code = UnitCode(cells.text("unit"))
            references.append(UnitReference(.code, code.code, at: cells.place(of: "unit")))
            unit = code == root ? nil : code
        }
        let target = Target(
            kind: kind ?? (upper == nil ? .reach : .within), year: year, value: value, upper: upper, status: status,
            body: cells.text("body").isEmpty ? .init() : .init(everywhere: cells.text("body")),
            date: day?.description ?? "", reference: cells.text("reference"))
        targets.append(
            ListedTarget(
                indicator: cells.text("indicator"), place: cells.place(of: "indicator"),
                target: DeclaredTarget(
                    unit: unit, target: target, place: cells.place, valuePlace: cells.place(of: "value"),
                    upperPlace: cells.place(of: "upper"))))
    }

    /// A number with a decimal comma or point, and nothing between thousands.
    private mutating func number(_ cells: Cells, _ name: String, isNeeded: Bool) -> Double? {
        let text = cells.text(name)
        if text.isEmpty {
            if isNeeded { complain(cells, name, "missing-key", "a target has no '\(name)'") }
            return nil
        }
        let spelled = String(text.map { $0 == "," ? "." : $0 })
        guard let number = Exact(spelled)?.double else {
            complain(
                cells, name, "wrong-type", "'\(text)' is no number", "write 4,5 or 4.5, without a sign at thousands")
            return nil
        }
        return number
    }

    private mutating func word<Value>(_ cells: Cells, _ name: String, _ known: [String: Value]) -> Value? {
        let text = cells.text(name).lowercased()
        if text.isEmpty { return nil }
        if let value = known[text] { return value }
        complain(
            cells, name, "unknown-value", "'\(name)' cannot be '\(text)'",
            didYouMean(text, among: known.keys) ?? "use one of \(known.keys.sorted().joined(separator: ", "))")
        return nil
    }

    private mutating func complain(
        _ cells: Cells, _ name: String, _ code: String, _ message: String, _ suggestion: String? = nil
    ) {
        findings.append(
            Finding(.error, code, message, at: cells.place(of: name), suggestion: suggestion ?? "fill in '\(name)'"))
    }
}

private func trimmed(_ text: String) -> String {
    var rest = text[...]
    while rest.first?.isWhitespace == true || rest.first == "\u{FEFF}" { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
}
