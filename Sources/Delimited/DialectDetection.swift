/// Finds delimiter, quote and escape by reading a sample in each way that the hints leave open and taking the one
/// under which the sample looks most like a table: rows of one width, cells that hold no other delimiter, and quotes
/// that close. Line endings and the rows around the table are found later.
func detectDialect(_ storage: ByteStorage, from start: Int, line: Int, hints: DialectHints) -> (Dialect, Sample) {
    let quotes: [UInt8?] = hints.quote.map { [$0 == 0 ? nil : $0] } ?? [doubleQuote, singleQuote]
    var best: (score: Double, dialect: Dialect, sample: Sample)?
    for delimiter in hints.delimiter.map({ [$0] }) ?? delimiters {
        for quote in quotes {
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
    return (best.dialect, best.sample)
}

private let doubleQuote = UInt8(ascii: "\"")
private let singleQuote = UInt8(ascii: "'")
private let delimiters = [UInt8(ascii: ";"), UInt8(ascii: ","), tab, UInt8(ascii: "|"), space]

/// A list of single values: the delimiter is one that the sample does not hold.
private func singleColumn(
    _ storage: ByteStorage, from start: Int, line: Int, hints: DialectHints, quotes: [UInt8?]
) -> (Dialect, Sample) {
    let bytes = storage.buffer[start..<min(storage.count, start + Sample.byteLimit)]
    let delimiter = delimiters.first { !bytes.contains($0) } ?? tab
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
                if cell.contains(where: isDigit), cell.allSatisfy({ !isLetter($0) }) { numbers += 1 }
            }
        }
        let tidiness = Double(tidy) / Double(cells)
        var score = even * (0.2 + 0.8 * share) * (0.2 + 0.8 * tidiness) * (1 - 0.3 / Double(width))
        if table.first?.count != width { score *= 0.8 }
        score *= 1 - min(0.6, 0.5 * Double(strays) / Double(records.count))
        if unclosed { score *= 0.4 }
        if delimiter == space { score *= even == 1 && share == 1 && numbers > 0 ? 0.7 : 0 }
        return score
    }

    /// Whether an unquoted cell holds no byte that would rather have been the delimiter.
    private func isTidy(_ cell: [UInt8], _ delimiter: UInt8) -> Bool {
        for (index, byte) in cell.enumerated() {
            switch byte {
            case UInt8(ascii: ";"), UInt8(ascii: "|"), tab: return false
            case UInt8(ascii: ","):
                if delimiter == space { return false }
                let before = index > 0 && isDigit(cell[index - 1])
                let after = index + 1 < cell.count ? cell[index + 1] : space
                if !(before && isDigit(after)) && after != space { return false }
            default: break
            }
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
        !cell.isEmpty && cell.allSatisfy { isDigit($0) || $0 == UInt8(ascii: "-") }
    }
}

func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte >= 0x80 }
