internal import Findings

/// Cuts a whole text into its data rows, however large, in a window of memory that is as large as its longest record.
///
/// Blank lines are passed over, but in a table of one column, where they are empty values. Notes below the table are,
/// from the last full row on: a blank row and all after it; or, in a table of three columns or more, a row of one cell
/// that holds a space, and all after it. A last row cut short by a broken export is neither.
struct RecordReader: ~Copyable {
    private var text: TextStream
    private(set) var scanner: RecordScanner
    private var window: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private var filled = 0
    /// The offset in the text of the window's first byte.
    private(set) var windowOffset = 0
    /// What lies in the window from here on is still wanted.
    private var pinned: Int?

    /// Where the scanner stood before the current record, in the window as it lies now.
    private var before = RecordScanner.Mark()

    private let width: Int
    private let keepsBlank: Bool
    private let rule: FooterRule
    private let findsFooter: Bool
    private var rowsLeft: Int?
    private var afterBlank = false
    /// Rows before this offset are known to be data.
    private var dataUntil = 0

    private(set) var footerRows = 0
    private(set) var footerLine: Int?
    private(set) var firstStray: (line: Int, column: Int)?
    private(set) var unclosed: (line: Int, column: Int)?
    /// The line of a record that is longer than any record may be.
    private(set) var tooLong: Int?

    private static let firstCapacity = 1 << 18
    /// A record longer than this is a mistake: most likely a quote that is never closed.
    static let longestRecord = 1 << 24

    var replaced: Int { text.replaced }
    /// Why the rows ended before the end of the file.
    var failure: [Finding] { text.failure }

    /// What a pass over the rows must know of the table beforehand.
    struct Table {
        var dialect: Dialect
        /// Offset in the text, and physical line, of the first header record.
        var start: Int
        var line: Int
        /// How many columns there are.
        var width: Int
        /// Records of the header.
        var headerRows: Int
        /// The number of data rows where it is known beforehand: no notes are looked for then.
        var rows: Int?
        /// Whether notes below the table are looked for.
        var findsFooter: Bool
    }

    init(_ text: consuming TextStream, _ table: Table) {
        self.text = text
        capacity = Self.firstCapacity
        window = .allocate(capacity: capacity + ByteStorage.padding)
        scanner = RecordScanner(window, table.dialect, from: 0, line: 1, to: 0)
        width = table.width
        keepsBlank = table.width == 1
        rule = FooterRule(width: table.width)
        rowsLeft = table.rows
        findsFooter = table.findsFooter && table.rows == nil
        skip(table.start)
        scanner.line = table.line
        var headers = table.headerRows
        while headers > 0, advance() {
            if !scanner.isBlank { headers -= 1 }
        }
    }

    deinit { window.deallocate() }

    /// Reads the next data row; false at the end of the table.
    mutating func next() -> Bool {
        if let rowsLeft, rowsLeft <= 0 { return false }
        while true {
            guard advance() else { return false }
            let mark = before
            let isBlank = scanner.isBlank
            if isBlank {
                afterBlank = true
                if !keepsBlank { continue }
            }
            if isBlank || findsFooter, mark.position >= dataUntil,
                rule.mayEnd(scanner, isBlank: isBlank, afterBlank: afterBlank)
            {
                guard lookAhead(from: mark, isBlank: isBlank) else { return false }
                continue
            }
            if !isBlank { afterBlank = false }
            rowsLeft = rowsLeft.map { $0 - 1 }
            return true
        }
    }

    /// Reads on to the next full row and goes back to `mark`; false where there is none, so that the table ends there.
    private mutating func lookAhead(from mark: RecordScanner.Mark, isBlank: Bool) -> Bool {
        pinned = mark.position
        defer { pinned = nil }
        var rows = isBlank ? 0 : 1
        var line = isBlank ? nil : scanner.recordLine
        while true {
            guard advance() else { break }
            let blank = scanner.isBlank
            if !blank, keepsBlank || rule.isFull(scanner) {
                goBack(to: mark)
                return true
            }
            if !blank {
                rows += 1
                line = line ?? scanner.recordLine
            }
        }
        if tooLong != nil {
            // More than a window of notes: they are read as rows, and found wanting as such.
            tooLong = nil
            goBack(to: mark)
            return true
        }
        (footerRows, footerLine) = (rows, line)
        return false
    }

    /// Back to the pinned row, knowing that all up to here is data.
    private mutating func goBack(to mark: RecordScanner.Mark) {
        var mark = mark
        mark.position = pinned ?? mark.position
        dataUntil = scanner.position
        scanner.goBack(to: mark)
    }

    /// Reads one record, with more of the text where the window ends inside it. False at the end.
    private mutating func advance() -> Bool {
        guard tooLong == nil else { return false }
        while true {
            before = scanner.mark
            let found = scanner.next()
            if scanner.position < filled || text.isAtEnd {
                if found { noteOddities() }
                return found
            }
            scanner.goBack(to: before)
            guard fill() else {
                tooLong = scanner.line
                return false
            }
        }
    }

    private mutating func noteOddities() {
        if firstStray == nil, let offset = scanner.firstStray { firstStray = place(of: offset) }
        if unclosed == nil, let offset = scanner.unclosed { unclosed = place(of: offset) }
    }

    /// The line and the column, in characters, of an offset in the current record.
    private func place(of offset: Int) -> (line: Int, column: Int) {
        var line = scanner.recordLine, column = 1
        for index in scanner.recordStart..<offset {
            let byte = window[index]
            if byte == lineFeed || (byte == carriageReturn && window[index + 1] != lineFeed) {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
        return (line, column)
    }

    /// Takes in more text. What lies before the scanner, or what is pinned, is given up first; then the window grows.
    /// False where it has grown as large as it may.
    private mutating func fill() -> Bool {
        let keep = min(pinned ?? scanner.position, scanner.position)
        if keep > 0 {
            let rest = filled - keep
            if rest > 0 { window.update(from: window + keep, count: rest) }
            filled = rest
            windowOffset += keep
            pinned = pinned.map { $0 - keep }
            dataUntil -= keep
        }
        if capacity - filled < Self.firstCapacity / 2 {
            guard capacity < Self.longestRecord else {
                scanner.move(to: window, end: filled, moved: keep)
                return false
            }
            let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2 + ByteStorage.padding)
            larger.update(from: window, count: filled)
            window.deallocate()
            window = larger
            capacity *= 2
        }
        filled += text.read(into: window + filled, count: capacity - filled)
        window[filled] = lineFeed
        (window + filled + 1).update(repeating: 0, count: ByteStorage.padding - 1)
        scanner.move(to: window, end: filled, moved: keep)
        return true
    }

    /// Passes over the first `count` bytes of the text.
    private mutating func skip(_ count: Int) {
        var left = count
        while left > 0 {
            let got = text.read(into: window, count: capacity)
            if got == 0 { break }
            if got > left {
                window.update(from: window + left, count: got - left)
                filled = got - left
            }
            left -= got
        }
        window[filled] = lineFeed
        (window + filled + 1).update(repeating: 0, count: ByteStorage.padding - 1)
        windowOffset = count
        scanner.move(to: window, end: filled, moved: 0)
    }
}

/// Which rows may be the first of the notes below a table.
struct FooterRule {
    let width: Int

    /// Whether the table may end before this row.
    @inline(__always)
    func mayEnd(_ scanner: borrowing RecordScanner, isBlank: Bool, afterBlank: Bool) -> Bool {
        if isBlank { return true }
        if width > 1, scanner.fieldCount > 1, scanner.fieldCount > width / 2 {
            let second = scanner.content(1)
            if second.count > 0, !isWhite(second[0]) { return false }
        }
        return !isFull(scanner) && begins(scanner, afterBlank: afterBlank)
    }

    /// Whether a row is surely of the table: text beyond its first cell, in more than half as many cells as it has
    /// columns.
    func isFull(_ scanner: borrowing RecordScanner) -> Bool {
        var index = 1
        while index < scanner.fieldCount, scanner.content(index).allSatisfy(isWhite) { index += 1 }
        if index < scanner.fieldCount { return scanner.fieldCount > width / 2 }
        return width == 1 && !scanner.content(0).allSatisfy(isWhite)
    }

    private func begins(_ scanner: borrowing RecordScanner, afterBlank: Bool) -> Bool {
        guard width > 1 else { return false }
        let isEmpty = (0..<scanner.fieldCount).allSatisfy { scanner.content($0).allSatisfy(isWhite) }
        return isEmpty || afterBlank || (scanner.fieldCount == 1 && width > 2 && scanner.content(0).contains(space))
    }
}
