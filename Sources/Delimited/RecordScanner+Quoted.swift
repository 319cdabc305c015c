/// How a quoted field is read: where it closes, and what an unescaped quote inside it means.
extension RecordScanner {
    /// Reads a field whose quote opens at `open`; returns the offset of the delimiter or line break after it.
    mutating func readQuoted(from source: Int, open: Int) -> Int {
        let scratchStart = scratchCount, firstLine = line
        var segment = open + 1
        var cursor = segment
        var closing = 0
        while true {
            cursor = quotedStop(from: cursor)
            if cursor >= end {
                unclosed = unclosed ?? open
                finish(source, from: segment, to: end, open: open, scratchStart)
                return end
            }
            let byte = bytes[cursor]
            let next = cursor + 1 < end ? bytes[cursor + 1] : 0
            if byte == quote, escape != .none, cursor + 1 < end, next == quote {
                keep(segment, cursor + 1)
                cursor += 2
                segment = cursor
            } else if byte == quote {
                if cursor >= closing {
                    if closes(at: cursor) { break }
                    strayCount += 1
                    firstStray = firstStray ?? source
                    if cursor > open + 1, endsField(bytes[cursor - 1]) {
                        return endBefore(cursor, source, segment, open: open, scratchStart, firstLine: firstLine)
                    }
                    guard let later = laterClosing(after: cursor) else { break }
                    closing = later
                }
                cursor += 1
            } else if byte == backslash, escape == .backslash {
                if cursor + 1 < end, next == quote || next == backslash {
                    keep(segment, cursor)
                    segment = cursor + 1
                    cursor += 2
                } else {
                    cursor += 1
                }
            } else {
                if byte == lineFeed || next != lineFeed { line += 1 }
                cursor += 1
            }
        }
        return close(source, segment, at: cursor, open: open, scratchStart)
    }

    /// Whether the quote at `cursor` stands before a delimiter, a line break or the end, spaces aside.
    private func closes(at cursor: Int) -> Bool {
        var after = cursor + 1
        if delimiter != space { while after < end, bytes[after] == space { after += 1 } }
        return after >= end || endsField(bytes[after])
    }

    /// The quote further on this line that closes the field in which the quote at `cursor` was not escaped; nil if
    /// another quoted field, or the line's end, comes first.
    private func laterClosing(after cursor: Int) -> Int? {
        var cursor = cursor + 1
        while cursor < end {
            let byte = bytes[cursor]
            let next = cursor + 1 < end ? bytes[cursor + 1] : 0
            if byte == lineFeed || byte == carriageReturn { return nil }
            if byte == delimiter, cursor + 1 < end, next == quote { return nil }
            if byte == quote, escape != .none, cursor + 1 < end, next == quote {
                cursor += 2
            } else if byte == backslash, escape == .backslash, cursor + 1 < end, next == quote || next == backslash {
                cursor += 2
            } else if byte == quote, closes(at: cursor) {
                return cursor
            } else {
                cursor += 1
            }
        }
        return nil
    }

    /// Ends a quoted field inside which the quote at `next` opens another one: the delimiter or line break before that
    /// ends the field. Either its closing quote was taken for an escape, as in `"48"","x"`; or its own quote was none,
    /// as in `"1;2;"x"`, and belongs to an unquoted field.
    private mutating func endBefore(
        _ next: Int, _ source: Int, _ segment: Int, open: Int, _ scratchStart: Int, firstLine: Int
    ) -> Int {
        let isPair = next - 2 > open && bytes[next - 2] == carriageReturn && bytes[next - 1] == lineFeed
        let stop = isPair ? next - 2 : next - 1
        let wasEscape = segment == stop && segment > open + 2 && !endsField(bytes[segment - 3])
        guard wasEscape else {
            scratchCount = scratchStart
            line = firstLine
            let stop = min(fieldEnd(from: source), end)
            append(FieldSpan(source: source, start: source, count: stop - source, quoted: false, inScratch: false))
            return stop
        }
        if bytes[stop] != delimiter { line -= 1 }
        finish(source, from: segment, to: stop, open: open, scratchStart, forceScratch: true)
        return stop
    }

    private func endsField(_ byte: UInt8) -> Bool {
        byte == delimiter || byte == lineFeed || byte == carriageReturn
    }

    /// Ends a quoted field whose closing quote is at `closing`, taking in stray text up to the next delimiter.
    private mutating func close(_ source: Int, _ segment: Int, at closing: Int, open: Int, _ scratchStart: Int) -> Int {
        var after = closing + 1
        if delimiter != space { while after < end, bytes[after] == space { after += 1 } }
        if after >= end || endsField(bytes[after]) {
            finish(source, from: segment, to: closing, open: open, scratchStart)
            return min(after, end)
        }
        keep(segment, closing)
        let stop = min(fieldEnd(from: after), end)
        finish(source, from: closing + 1, to: stop, open: open, scratchStart, forceScratch: true)
        return stop
    }

    private mutating func finish(
        _ source: Int, from segment: Int, to stop: Int, open: Int, _ scratchStart: Int, forceScratch: Bool = false
    ) {
        if segment == open + 1 && !forceScratch {
            append(FieldSpan(source: source, start: segment, count: stop - segment, quoted: true, inScratch: false))
        } else {
            keep(segment, stop)
            let count = scratchCount - scratchStart
            append(FieldSpan(source: source, start: scratchStart, count: count, quoted: true, inScratch: true))
        }
    }

    /// The first quote, backslash (where it escapes) or line break from `cursor` on, or at least `end`.
    private func quotedStop(from cursor: Int) -> Int {
        var cursor = cursor
        while cursor < end {
            let word = loadWord(bytes + cursor)
            let hits =
                zeros(word ^ quotedNeedles.0) | zeros(word ^ quotedNeedles.1) | zeros(word ^ lineNeedles.0)
                | zeros(word ^ lineNeedles.1)
            if hits != 0 { return cursor + hits.trailingZeroBitCount >> 3 }
            cursor += 8
        }
        return cursor
    }
}
