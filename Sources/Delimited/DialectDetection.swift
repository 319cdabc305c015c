/// Finds delimiter, quote and escape by reading a sample in each way that the hints leave open and taking the one
/// under which the sample looks most like a table: rows of one width, cells that hold no other delimiter, and quotes
/// that close. Line endings and the rows around the table are found later.
func detectDialect(_ storage: ByteStorage, from start: Int, line: Int, hints: DialectHints) -> (Dialect, Sample) {
    let quotes: [UInt8?] = hints.quote.map { [$0 == 0 ? nil : $0] } ?? [doubleQuote, singleQuote]
    var best: (score: Double, dialect: Dialect, sample: Sample)?
    let part = start..<min(storage.count, start + Sample.byteLimit)
    let present = delimiters.filter { storage.contains($0, in: part) }
    for delimiter in hints.delimiter.map({ [$0] }) ?? present {
        for quote in quotes {
            if quotes.count > 1, quote == singleQuote, !storage.mayWrapCells(singleQuote, delimiter, in: part) {
                continue
            }
            var dialect = Dialect(delimiter: delimiter, quote: quote, escape: hints.escape ?? .doubled)
            var sample = Sample(storage, dialect, from: start, line: line)
            if hints.escape == nil, quote != nil, sample.strays > 0 || sample.unclosed {
                let other = Dialect(delimiter: delimiter, quote: quote, escape: .backslash)
                let escaped = Sample(storage, other, from: start, line: line)
                if (escaped.unclosed ? 1 : 0, escaped.strays) < (sample.unclosed ? 1 : 0, sample.strays) {
                    (dialect, sample) = (other, escaped)
                }
            }
            // Apostrophes are letters unless they wrap cells, most of them cleanly.
            if quotes.count > 1, quote == singleQuote {
                if sample.quotedCells < 2 || sample.strays * 2 > sample.quotedCells || sample.unclosed { continue }
            }
            let score = sample.score(delimiter)
            if score > best?.score ?? -1 { best = (score, dialect, sample) }
        }
    }
    guard let best, hints.delimiter != nil || best.score >= 0.3 else {
        return singleColumn(storage, from: start, line: line, hints: hints, quotes: quotes)
    }
    var (dialect, sample) = (best.dialect, best.sample)
    if dialect.delimiter != space, sample.isSpaced {
        dialect.skipsSpaces = true
        sample = Sample(storage, dialect, from: start, line: line)
    }
    if hints.headerRows == nil { sample.findHeaderDelimitedOtherwise(storage, dialect) }
    return (dialect, sample)
}

extension Sample {
    /// Names that stand above data but are delimited in another way than it: the record is cut as they are.
    fileprivate mutating func findHeaderDelimitedOtherwise(_ storage: ByteStorage, _ dialect: Dialect) {
        let width = width
        guard width > 2, let data = records.firstIndex(where: { $0.count == width }), data > 0,
            records[data - 1].count == 1, HeaderRows.isData(self, data)
        else { return }
        for delimiter in delimiters where delimiter != dialect.delimiter {
            var other = dialect
            other.delimiter = delimiter
            let above = records[data - 1].start, end = records[data].start
            var scanner = RecordScanner(storage, other, from: above, line: records[data - 1].line, to: end)
            guard scanner.next(), scanner.fieldCount == width else { continue }
            let cells = (0..<width).map { Array(scanner.content($0)) }
            guard Set(cells).count == width, cells.allSatisfy({ CellLook($0) == .text }) else { continue }
            records[data - 1].cells = cells
            records[data - 1].quoted = (0..<width).map { scanner.fields[$0].quoted }
            return
        }
    }
}

extension ByteStorage {
    fileprivate func contains(_ byte: UInt8, in part: Range<Int>) -> Bool {
        var index = part.lowerBound
        while index < part.upperBound {
            if base[index] == byte { return true }
            index += 1
        }
        return false
    }

    /// Whether `quote` stands at the beginning of a cell anywhere in `part`.
    fileprivate func mayWrapCells(_ quote: UInt8, _ delimiter: UInt8, in part: Range<Int>) -> Bool {
        var before = lineFeed
        var index = part.lowerBound
        while index < part.upperBound {
            let byte = base[index]
            if byte == quote, before == delimiter || before == lineFeed || before == carriageReturn { return true }
            if byte != space || delimiter == space { before = byte }
            index += 1
        }
        return false
    }
}

private let doubleQuote = UInt8(ascii: "\"")
private let singleQuote = UInt8(ascii: "'")
private let delimiters = [UInt8(ascii: ";"), UInt8(ascii: ","), tab, UInt8(ascii: "|"), space]

/// A list of single values: the delimiter is one that the sample does not hold.
private func singleColumn(
    _ storage: ByteStorage, from start: Int, line: Int, hints: DialectHints, quotes: [UInt8?]
) -> (Dialect, Sample) {
    let part = start..<min(storage.count, start + Sample.byteLimit)
    let delimiter = delimiters.first { !storage.contains($0, in: part) } ?? tab
    let dialect = Dialect(
        delimiter: delimiter == space ? tab : delimiter, quote: quotes[0], escape: hints.escape ?? .doubled)
    return (dialect, Sample(storage, dialect, from: start, line: line))
}

extension Sample {
    /// How much the sample looks like a table when cut at `delimiter`: 0 to 1.
    func score(_ delimiter: UInt8) -> Double {
        let table = table
        let width = width
        guard width > 1, !looksLikeDecimals(delimiter) else { return 0 }
        let even = Double(table.count { $0.count == width }) / Double(table.count)
        let share = Double(table.count) / Double(records.count)
        var cells = 0, tidy = 0, numbers = 0
        for record in table {
            cells += record.count
            for (cell, quoted) in zip(record.cells, record.quoted) {
                if quoted || isTidy(cell, delimiter) { tidy += 1 }
                if !cell.contains(where: isLetter), cell.contains(where: isDigit) { numbers += 1 }
            }
        }
        let tidiness = Double(tidy) / Double(cells)
        var score = even * (0.2 + 0.8 * share) * (0.2 + 0.8 * tidiness) * (1 - 0.3 / Double(width))
        if table.first?.count != width { score *= 0.8 }
        score *= 1 - min(0.6, 0.5 * Double(strays) / Double(records.count))
        if unclosed { score *= 0.4 }
        // Where nothing else tells, quotes that wrap cells cleanly are quotes.
        if quotedCells > 0, strays == 0 { score += 0.001 }
        if delimiter == space {
            // Words of a text are parted by spaces too: a table shows by rows all alike, or by quotes around what has
            // several words.
            let wraps = quotedCells >= records.count && table.first?.count == width && strays == 0 && !unclosed
            if wraps { return 0.6 * (0.2 + 0.8 * share) * (0.2 + 0.8 * tidiness) * min(1, 2 * even) }
            score *= even == 1 && share == 1 && numbers > 0 ? 0.7 : 0
        }
        return score
    }

    /// Whether an unquoted cell holds no byte that would rather have been the delimiter.
    private func isTidy(_ cell: [UInt8], _ delimiter: UInt8) -> Bool {
        var index = 0
        while index < cell.count {
            let byte = cell[index]
            if byte == UInt8(ascii: ";") || byte == UInt8(ascii: "|") || byte == tab { return false }
            if byte == UInt8(ascii: ",") {
                if delimiter == space { return false }
                let before = index > 0 && isDigit(cell[index - 1])
                let after = index + 1 < cell.count ? cell[index + 1] : space
                if !(before && isDigit(after)) && after != space { return false }
            }
            index += 1
        }
        return true
    }

    /// Whether cutting at commas only parts one column of decimal numbers, under a header that is a single cell.
    private func looksLikeDecimals(_ delimiter: UInt8) -> Bool {
        guard delimiter == UInt8(ascii: ","), width == 2, let header = records.first else { return false }
        guard header.count == 1 || header.cells[1].first == space else { return false }
        return table.allSatisfy { record in
            record.start == header.start || (record.count == 2 && record.cells.allSatisfy(isWhole))
        }
    }

    private func isWhole(_ cell: [UInt8]) -> Bool {
        !cell.isEmpty && cell.allSatisfy { isDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") }
    }
}

func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte >= 0x80 }
