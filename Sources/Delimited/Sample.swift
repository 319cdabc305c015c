/// A record of the sample: a slow, plain copy, for finding out how a file is written.
struct SampleRecord {
    let line: Int
    let start: Int
    var cells: [[UInt8]]
    var quoted: [Bool]
    /// Whether a space follows each of its delimiters.
    let isSpaced: Bool

    var count: Int { cells.count }

    /// Whether only the first cell holds anything, as in a title above a table.
    var onlyFirst: Bool {
        !cells[0].allSatisfy(isWhite) && cells.dropFirst().allSatisfy { $0.allSatisfy(isWhite) }
    }

    /// Whether every cell is blank.
    var isEmpty: Bool { cells.allSatisfy { $0.allSatisfy(isWhite) } }
}

/// The first records of a file as one dialect reads them; blank lines are left out.
struct Sample {
    static let recordLimit = 200
    static let byteLimit = 1 << 16

    var records: [SampleRecord] = []
    private(set) var strays = 0
    private(set) var unclosed = false
    private(set) var quotedCells = 0
    /// Where the sample stopped: offset and physical line.
    private(set) var next = (offset: 0, line: 1)

    /// Reads records from `start` on, which lies on physical line `line`: two at least, where the file has them.
    init(_ storage: ByteStorage, _ dialect: Dialect, from start: Int, line: Int) {
        var limit = Self.byteLimit
        while true {
            let end = min(storage.count, start + limit)
            read(storage, dialect, from: start, line: line, to: end)
            if records.count > 1 || end == storage.count { break }
            limit *= 8
        }
    }

    private mutating func read(_ storage: ByteStorage, _ dialect: Dialect, from start: Int, line: Int, to end: Int) {
        (records, strays, unclosed, quotedCells) = ([], 0, false, 0)
        var scanner = RecordScanner(storage, dialect, from: start, line: line, to: end)
        while records.count < Self.recordLimit, scanner.next() {
            // The last record of a part of the file is probably cut short.
            if end < storage.count, scanner.position >= end { break }
            strays = scanner.strayCount
            unclosed = scanner.unclosed != nil
            if scanner.isBlank { continue }
            var cells: [[UInt8]] = []
            var quoted: [Bool] = []
            var isSpaced = true
            for index in 0..<scanner.fieldCount {
                cells.append(Array(scanner.content(index)))
                quoted.append(scanner.fields[index].quoted)
                if index > 0, storage.base[scanner.fields[index].source] != space { isSpaced = false }
            }
            quotedCells += quoted.count { $0 }
            records.append(
                SampleRecord(
                    line: scanner.recordLine, start: scanner.recordStart, cells: cells, quoted: quoted,
                    isSpaced: isSpaced))
        }
        next = (scanner.position, scanner.line)
    }

    /// The records without the single cells above and below the table.
    var table: ArraySlice<SampleRecord> {
        guard let first = records.firstIndex(where: { $0.count > 1 }),
            let last = records.lastIndex(where: { $0.count > 1 })
        else { return [] }
        return records[first...last]
    }

    /// Whether every delimiter of the table has a space after it, in two rows at least.
    var isSpaced: Bool {
        let rows = table.filter { $0.count > 1 }
        return rows.count > 1 && rows.allSatisfy(\.isSpaced)
    }

    /// The most frequent number of cells in the table, the larger of two equally frequent; 1 without a table.
    var width: Int {
        var frequency: [Int: Int] = [:]
        for record in table { frequency[record.count, default: 0] += 1 }
        return frequency.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 1
    }
}
