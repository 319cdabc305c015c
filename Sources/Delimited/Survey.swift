/// One pass over the whole table that finds where its data ends and what is odd about its bytes.
///
/// Notes below the table are, from the last full row on: a blank row and all after it; or, in a table of three columns
/// or more, a row of one cell that holds a space, and all after it. A last row cut short by a broken export is neither.
struct Survey {
    private(set) var rows = 0
    private(set) var dataEnd: Int
    private(set) var footerRows = 0
    private(set) var footerLine: Int?
    private(set) var lineEnding = LineEnding.none
    private(set) var strayCount = 0
    private(set) var firstStray: Int?
    private(set) var unclosed: Int?

    private let width: Int
    private var afterBlank = false

    /// Reads from the first header record at `start` (on physical line `line`) to the end of the storage; `width` is
    /// the number of columns, `footer` the number of records below the table where that is known.
    init(_ storage: ByteStorage, _ dialect: Dialect, from start: Int, line: Int, width: Int, footer: Int?) {
        self.width = width
        dataEnd = start
        var scanner = RecordScanner(storage, dialect, from: start, line: line, to: storage.count)
        var headers = dialect.headerRows
        while headers > 0, scanner.next() {
            if !scanner.isBlank { headers -= 1 }
        }
        dataEnd = scanner.position
        if let footer {
            readKnown(&scanner, footer: footer)
        } else {
            while scanner.next() { note(scanner) }
            rows -= footerRows
        }
        lineEnding = Self.ending(scanner)
        strayCount = scanner.strayCount
        firstStray = scanner.firstStray
        unclosed = scanner.unclosed
    }

    private mutating func note(_ scanner: borrowing RecordScanner) {
        if scanner.isBlank {
            afterBlank = true
            return
        }
        rows += 1
        let kind = RowKind(scanner, width: width)
        if kind == .full || (footerRows == 0 && !beginsFooter(kind, scanner)) {
            footerRows = 0
            footerLine = nil
            afterBlank = false
            dataEnd = scanner.position
        } else {
            footerRows += 1
            footerLine = footerLine ?? scanner.recordLine
        }
    }

    private func beginsFooter(_ kind: RowKind, _ scanner: borrowing RecordScanner) -> Bool {
        guard width > 1 else { return false }
        switch kind {
        case .empty: return true
        case .narrow where afterBlank: return true
        default: return scanner.fieldCount == 1 && width > 2 && scanner.content(0).contains(space)
        }
    }

    private mutating func readKnown(_ scanner: inout RecordScanner, footer: Int) {
        var ends = [(position: dataEnd, line: 0)]
        while scanner.next() {
            if scanner.isBlank { continue }
            rows += 1
            ends.append((scanner.position, scanner.recordLine))
            if ends.count > footer + 1 { ends.removeFirst() }
        }
        footerRows = min(footer, rows)
        rows -= footerRows
        dataEnd = ends[ends.count - 1 - footerRows].position
        footerLine = footerRows > 0 ? ends[ends.count - footerRows].line : nil
    }

    private static func ending(_ scanner: borrowing RecordScanner) -> LineEnding {
        switch (scanner.lineFeeds, scanner.pairs, scanner.carriageReturns) {
        case (false, false, false): .none
        case (true, false, false): .lf
        case (false, true, false): .crlf
        case (false, false, true): .cr
        default: .mixed
        }
    }
}

/// How much of a row is filled.
private enum RowKind {
    case full
    /// Text in the first cell alone, or at most half as many cells as the table has columns.
    case narrow
    /// Cells without text.
    case empty

    init(_ scanner: borrowing RecordScanner, width: Int) {
        var index = 1
        while index < scanner.fieldCount, scanner.content(index).allSatisfy(isWhite) { index += 1 }
        if index < scanner.fieldCount {
            self = scanner.fieldCount <= width / 2 ? .narrow : .full
        } else {
            self = scanner.content(0).allSatisfy(isWhite) ? .empty : width > 1 ? .narrow : .full
        }
    }
}
