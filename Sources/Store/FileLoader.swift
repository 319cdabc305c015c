import Catalogue
import Delimited
import Findings
import PersonalData
import Vocabulary

/// The words behind the codes of a dataset.
final class Dictionaries {
    let periods: CategoryCodes
    let units: CategoryCodes
    let categories: [CategoryCodes]

    init(periods: [String] = [], units: [String] = [], categories: [[String]]) {
        self.periods = CategoryCodes(labels: periods)
        self.units = CategoryCodes(labels: units)
        self.categories = categories.map { CategoryCodes(labels: $0) }
    }
}

/// A row that was set aside: where the cell that cannot be read stands, and why.
struct RowInDoubt {
    let line: Int
    let column: Int
    let field: Int
    let fault: RowFault
    /// The unit nobody knows, or the place of the row with the same key; empty for all else: a cell is never repeated.
    let detail: String
}

/// What was looked at misled the loader, a sample of a column or some of the files: more must be looked at.
struct SampleMisled: Error {}

/// Loads the rows of one file.
struct FileLoader {
    let file: DelimitedFile
    let layout: ColumnLayout
    let dataset: DatasetDeclaration
    let columns: [NumberColumn]
    let period: PeriodColumn
    let unit: UnitColumn
    let dictionaries: Dictionaries
    /// Which categories, and which texts, are part of the key; nil where rows may repeat.
    let key: (categories: [Int], texts: [Int])?
    /// Codes of periods that end before this day are older than the dataset keeps.
    let isExpired: (Int32) -> Bool
    let number: Int
    let insert: RowBatch
    let absent: RowInsert
    let keys: KeyLedger
    let progress: (Int, Double) -> Void

    /// Rows set aside, with where and why; the first of them only, and all counted in the report.
    private(set) var faults: [RowInDoubt] = []
    private(set) var scans: [(header: Int, scan: PersonalScan)] = []
    private(set) var oddRows = OddRows()

    /// Places of rows set aside that are kept; more are counted.
    static let mostFaults = 100_000

    /// Inserts every row that can be read.
    /// - Throws: `SampleMisled`, and what the database throws.
    mutating func load(_ report: inout FileReport) throws -> Reading {
        let rows = RowLoader(self, report)
        let wide = layout.columns
        let header = HeaderRow(file.header)
        let (width, progress) = (file.header.count, progress)
        let bytes = Double(max(1, file.byteCount))
        let looksAtMore = rows.people.hasUnread
        var odd = OddRows()
        let reading = try file.forEachRecord { record in
            if record.row & 0xFFFF == 0 { progress(record.row, min(1, Double(record.offset) / bytes)) }
            if record.count != width { odd.note(record, width: width) }
            if width > 1, let fault = header.fault(record) {
                rows.setAside(record, field: 0, fault, column: 1)
                return true
            }
            if looksAtMore { rows.people.see(record) }
            for (slot, column) in wide.enumerated() { try rows.load(record, column, slot) }
            return true
        }
        report = rows.report
        oddRows = odd
        faults = rows.faults
        scans = rows.people.all
        return reading
    }
}

/// The header, to know it where it stands among the data.
private struct HeaderRow {
    private let names: [[UInt8]]

    init(_ header: [String]) { names = header.map { Array($0.utf8) } }

    /// A row without any value, or the header said again.
    @inline(__always)
    func fault(_ record: borrowing Record) -> RowFault? {
        let cell = record.bytes(0)
        if cell.count == 0 {
            return (0..<record.count).allSatisfy { record.bytes($0).isEmpty } ? .blankRow : nil
        }
        guard cell.count == names[0].count, cell[0] == names[0][0] else { return nil }
        for (index, name) in names.enumerated() where !record.bytes(index).elementsEqual(name) { return nil }
        return .repeatedHeader
    }
}
/// Rows with other than the header's number of cells.
struct OddRows {
    private(set) var short = 0, shortLine = 0, long = 0, longLine = 0

    mutating func note(_ record: borrowing Record, width: Int) {
        if record.count < width {
            if short == 0 { shortLine = record.line }
            short += 1
        } else if (width..<record.count).contains(where: { !record.bytes($0).isEmpty }) {
            if long == 0 { longLine = record.line }
            long += 1
        }
    }

    func findings(_ file: String, width: Int) -> [Finding] {
        [
            (short, shortLine, "short-row", "fewer", "missing cells were read as empty"),
            (long, longLine, "long-row", "more", "the cells beyond the header were left out"),
        ].filter { $0.0 > 0 }.map { count, line, code, comparison, consequence in
            Finding(
                .warning, code,
                "\(count == 1 ? "1 row has" : "\(count) rows have") \(comparison) cells than the header's \(width), "
                    + "the first here; \(consequence)",
                at: Place(file: file, line: line), suggestion: "check for a delimiter inside an unquoted cell")
        }
    }
}

extension MissingState {
    /// As kept in `absent_value`: 2 not applicable, 3 confidential, 4 a range.
    var bits: Int {
        switch self {
        case .zero: 0
        case .missing: 1
        case .notApplicable: 2
        case .confidential: 3
        case .interval: 4
        }
    }
}

extension DatasetDeclaration {
    var ignoresOtherUnits: Bool {
        if case .column(_, _, _, let ignores) = unit { return ignores }
        return false
    }
}
