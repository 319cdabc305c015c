/// How many records at the top of a table name its columns.
struct HeaderRows {
    let count: Int

    /// Looks at the records of `sample` from `header` on. None where `mayLack` and the first one plainly is data;
    /// several where the header is said again, or where labels that span columns stand above it; else one.
    init(_ sample: Sample, from header: Int, mayLack: Bool) {
        if mayLack && Self.isData(sample, header) {
            count = 0
            return
        }
        let names = sample.records[header].cells
        let same = sample.records[(header + 1)...].prefix { $0.cells == names }.count
        if same > 0, names.contains(where: { $0.contains(where: isLetter) }), header + same + 1 < sample.records.count {
            count = same + 1
        } else {
            count = Self.stacked(sample, header)
        }
    }

    /// The header records that stand above one another: each but the last has a label that spans several columns of
    /// figures, as a gap to the right of the label or as the same label again, and all of them hold names or years.
    ///
    /// Statistical offices export tables so, `2019;;2020;` above `All;Women;All;Women`.
    private static func stacked(_ sample: Sample, _ header: Int) -> Int {
        let width = sample.width
        guard width > 2 else { return 1 }
        var count = 1
        while count < 4, header + count + 1 < sample.records.count {
            let upper = sample.records[header + count - 1], lower = sample.records[header + count]
            let looks = sample.looks(from: header + count + 1, width: width)
            guard upper.count == width, lower.count == width else { break }
            let figures = looks.indices.filter { looks[$0] == .number }
            guard isNames(upper), isNames(lower), spansColumns(upper, figures) else { break }
            guard figures.contains(where: { !lower.cells[$0].allSatisfy(isWhite) }) else { break }
            count += 1
        }
        return count
    }

    /// Whether every cell that holds anything is a name or a year.
    private static func isNames(_ record: SampleRecord) -> Bool {
        record.cells.allSatisfy { cell in
            let look = CellLook(cell)
            return look == .text || look == .year || cell.allSatisfy(isWhite)
        }
    }

    /// Whether a label spans more than one column of figures: nothing follows it, or itself.
    private static func spansColumns(_ record: SampleRecord, _ figures: [Int]) -> Bool {
        let isBlank = { (column: Int) in record.cells[column].allSatisfy(isWhite) }
        guard !figures.allSatisfy(isBlank) else { return false }
        return zip(figures, figures.dropFirst()).contains { left, right in
            right == left + 1 && (isBlank(right) || record.cells[right] == record.cells[left])
        }
    }

    /// Whether a first record is plainly data: in the columns of figures and dates it holds the same as the rows below
    /// and nowhere a name for them. Whole numbers in a row (0, 1, 2 …) may well be the names of columns, as years may.
    static func isData(_ sample: Sample, _ header: Int) -> Bool {
        let record = sample.records[header]
        guard header + 1 < sample.records.count else { return false }
        let looks = sample.looks(from: header + 1, width: max(sample.width, 1))
        var alike = 0, years = 0
        for (cell, below) in zip(record.cells, looks) {
            let look = CellLook(cell)
            switch below {
            case nil: break
            case .text?: if look == .empty { return false }
            case let below? where below == look: alike += 1
            case .year?: if look == .text || look == .date { return false }
            case .number?:
                if look == .text || look == .date { return false }
                if look == .year { years += 1 }
            case _?: if look != .empty { return false }
            }
        }
        return alike > years && !isCount(record)
    }

    /// Whether the record holds whole numbers of which each is one more than the one before, three or more.
    private static func isCount(_ record: SampleRecord) -> Bool {
        let numbers = record.cells.compactMap { Int(String(decoding: $0, as: UTF8.self)) }
        return numbers.count > 2 && zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 }
    }
}
