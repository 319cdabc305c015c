/// Where the table begins in a sample: which record is the first of the header, and how many records the header has.
struct TableLocation {
    let header: Int
    let headerRows: Int

    init(_ sample: Sample, hints: DialectHints) {
        header = hints.preambleRows == nil ? Self.firstHeader(in: sample) : 0
        let available = sample.records.count - header
        headerRows = min(hints.headerRows ?? Self.headerRows(in: sample, from: header), available)
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

    /// One, unless there are plainly more: the header said again, or a row of merged cells above the names.
    private static func headerRows(in sample: Sample, from header: Int) -> Int {
        let names = sample.records[header].cells
        let same = sample.records[(header + 1)...].prefix { $0.cells == names }.count
        if same > 0, names.contains(where: { $0.contains(where: isLetter) }), header + same + 1 < sample.records.count {
            return same + 1
        }
        return hasTwoHeaderRows(sample, header) ? 2 : 1
    }

    /// Whether the first header record is a row of merged cells (names with gaps between them) over a second one that
    /// is full and names things or years, with numbers below.
    private static func hasTwoHeaderRows(_ sample: Sample, _ header: Int) -> Bool {
        guard header + 2 < sample.records.count, sample.width > 2 else { return false }
        let upper = sample.records[header], lower = sample.records[header + 1], first = sample.records[header + 2]
        guard upper.count == lower.count, lower.count == first.count else { return false }
        let named = upper.cells.indices.filter { !upper.cells[$0].allSatisfy(isWhite) }
        guard let last = named.last, named.count > 1 || named.first != 0 else { return false }
        let gap = (0..<upper.count).contains { !named.contains($0) && $0 > 0 && ($0 < last || $0 == last + 1) }
        let isName = { (cell: [UInt8]) in
            cell.contains(where: isLetter) || (cell.count == 4 && cell.allSatisfy(isDigit))
        }
        let figures = zip(first.cells, lower.cells).contains { below, above in
            below.contains(where: isDigit) && !below.contains(where: isLetter) && isName(above)
        }
        return gap && figures && lower.cells.allSatisfy(isName)
            && named.allSatisfy { isName(upper.cells[$0]) }
    }
}
