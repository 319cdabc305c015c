import Catalogue
import Delimited
import Findings
import PersonalData

/// Looks for persons in every column of a file, read or not, before and while its rows are loaded. Cells are looked at,
/// never kept.
struct PersonalColumns {
    private var numbers: [(header: Int, scan: PersonalScan)]
    private var categories: [(header: Int, scan: PersonalScan)]
    private var texts: [(header: Int, scan: PersonalScan)]
    private var unread: [(header: Int, scan: PersonalScan)]
    /// The columns of the unit and the period, where a mistake in the declaration may have led to persons.
    private var places: [(header: Int, scan: PersonalScan)]

    init(_ file: DelimitedFile, _ layout: ColumnLayout, _ dataset: DatasetDeclaration) {
        let spared = Set(dataset.notPersonal.map(\.precomposedTrimmed))
        func scans(_ sources: [CellSource]) -> [(header: Int, scan: PersonalScan)] {
            sources.map { source in
                let index = source.field(layout.wide.first)
                return (index, PersonalScan(header: source == .field(index) ? file.header[index] : ""))
            }
        }
        (numbers, categories, texts) = (scans(layout.numbers), scans(layout.categories), scans(layout.texts))
        places = scans([layout.unit].compactMap(\.self) + layout.period)
        unread = scans(layout.unread.filter { !spared.contains(file.header[$0].precomposedTrimmed) }.map { .field($0) })
    }

    /// Whether there are columns that nothing else reads.
    var hasUnread: Bool { !unread.isEmpty }

    /// Looks at the columns nothing else reads.
    @inline(__always)
    mutating func see(_ record: borrowing Record) {
        for index in unread.indices { unread[index].scan.see(record.bytes(unread[index].header), line: record.line) }
    }

    /// Looks at every cell of a row that is set aside before all its cells were.
    mutating func seeWhole(_ record: borrowing Record) {
        for path in [\PersonalColumns.numbers, \.categories, \.texts, \.places] {
            for index in self[keyPath: path].indices {
                let header = self[keyPath: path][index].header
                self[keyPath: path][index].scan.see(record.bytes(header), line: record.line)
            }
        }
    }

    /// Looks at a cell of the unit's column that was not seen before.
    mutating func seeUnit(_ cell: UnsafeBufferPointer<UInt8>, _ line: Int) {
        if !places.isEmpty { places[0].scan.see(cell, line: line) }
    }

    mutating func seeNumber(_ index: Int, _ cell: UnsafeBufferPointer<UInt8>, _ line: Int) {
        numbers[index].scan.see(cell, line: line)
    }

    mutating func seeCategory(_ index: Int, _ cell: UnsafeBufferPointer<UInt8>, _ line: Int) {
        categories[index].scan.see(cell, line: line)
    }

    @inline(__always)
    mutating func seeText(_ index: Int, _ cell: UnsafeBufferPointer<UInt8>, _ line: Int) {
        texts[index].scan.see(cell, line: line)
    }

    var all: [(header: Int, scan: PersonalScan)] { numbers + categories + texts + unread + places }

    /// What is found in the first rows of a file, whole columns aside: enough to refuse it before anything is written.
    static func sample(
        _ file: DelimitedFile, _ layout: ColumnLayout, _ dataset: DatasetDeclaration, rows: Int
    ) -> [(header: Int, scan: PersonalScan)] {
        var fields = Set(layout.unread)
        for source in layout.numbers + layout.categories + layout.texts + layout.period + [layout.unit].compactMap(\.self) {
            if case .field(let index) = source { fields.insert(index) }
        }
        var scans = fields.sorted().map { (header: $0, scan: PersonalScan(header: file.header[$0])) }
        file.forEachRecord { record in
            for index in scans.indices { scans[index].scan.see(record.bytes(scans[index].header), line: record.line) }
            return record.row < rows
        }
        return scans
    }
}

/// Findings for the columns of a file that hold persons: which column, from which line, how many rows; never what.
func personalFindings(
    _ scans: [(header: Int, scan: PersonalScan)], _ file: DelimitedFile, _ dataset: DatasetDeclaration
) -> [Finding] {
    let spared = Set(dataset.notPersonal.map(\.precomposedTrimmed))
    return scans.compactMap { header, scan in
        guard let verdict = scan.verdict, !spared.contains(file.header[header].precomposedTrimmed) else { return nil }
        return Finding(
            .error, "personal-data",
            "column '\(file.header[header])' holds \(verdict.kind.plainName), the first in this row "
                + "(rows seen so far: \(verdict.rows))",
            at: Place(file: file.name, line: verdict.firstLine),
            suggestion: "leave the column out of the export, or name it under 'drop' of dataset '\(dataset.name)'; "
                + "if it holds no persons, name it under 'notPersonal'")
    }
}

/// Whether a text that a finding would repeat could be about a person: nine digits or more, or what a scan of it finds.
func looksPersonal(_ text: String) -> Bool {
    var text = text
    if text.count(where: \.isNumber) >= 9 || text.contains("@") { return true }
    var scan = PersonalScan(header: "navn")
    text.withUTF8 { scan.see($0, line: 1) }
    return scan.verdict != nil
}

extension PersonalKind {
    fileprivate var plainName: String {
        switch self {
        case .danishCivilNumber: "Danish civil registration numbers (CPR)"
        case .norwegianCivilNumber: "Norwegian identity numbers (fødselsnummer or D-number)"
        case .email: "e-mail addresses"
        case .telephone: "telephone numbers"
        case .name: "names of persons"
        }
    }
}
