internal import Findings

/// Where the table begins in a sample: which record is the first of the header, and how many records the header has.
struct TableLocation {
    let header: Int
    let headerRows: Int
    /// Whether the table was found to have no header.
    private let isWithout: Bool

    init(_ sample: Sample, hints: DialectHints) {
        header = hints.preambleRows == nil ? Self.firstHeader(in: sample) : 0
        let available = sample.records.count - header
        // Who says how many lines stand above the header says that there is one.
        let found = hints.headerRows ?? HeaderRows(sample, from: header, mayLack: hints.preambleRows == nil).count
        headerRows = min(found, available)
        isWithout = hints.headerRows == nil && headerRows == 0
    }

    /// The first record that is not a title: a title has at most half the cells of the table, or text in its first
    /// cell alone.
    private static func firstHeader(in sample: Sample) -> Int {
        let width = sample.width
        guard width > 1 else { return 0 }
        for (index, record) in sample.records.enumerated() {
            let narrow = record.count <= max(1, width / 2)
            let title = width > 2 && record.count > 1 && record.onlyFirst
            if !narrow && !title && !record.isEmpty { return index }
        }
        return 0
    }

    /// What is odd about the header: that there is none, or that it stands in the sample once more.
    func findings(_ sample: Sample, file: String) -> [Finding] {
        let top = sample.records[header]
        if isWithout {
            return [
                Finding(
                    .warning, "no-header",
                    "the first record looks like the rows below it; the columns are called 'column 1' and so on",
                    at: Place(file: file, line: top.line),
                    suggestion: "set 'headerRows' to 1 if it names the columns")
            ]
        }
        guard headerRows > 0, let again = secondHeader(in: sample) else { return [] }
        return [
            Finding(
                .warning, "second-header",
                "the names of the columns are said again here; this line and all below it were read as rows",
                at: Place(file: file, line: again.line),
                suggestion: "keep one table in a file: take out the line, or put what is below it in a file of its own")
        ]
    }

    /// The first row that names the columns once more, one column more or less aside.
    private func secondHeader(in sample: Sample) -> SampleRecord? {
        let names = sample.records[header].cells
        guard names.count > 1, names.allSatisfy({ CellLook($0) == .text }) else { return nil }
        return sample.records.dropFirst(header + headerRows).first { record in
            let shared = min(names.count, record.count)
            return shared > 1 && abs(names.count - record.count) < 2
                && record.cells[..<shared].elementsEqual(names[..<shared])
        }
    }
}
