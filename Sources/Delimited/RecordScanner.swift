/// Where one field lies.
struct FieldSpan {
    /// Offset in the storage of the field's first byte, its quote included.
    var source: Int
    /// Offset of the content: in the scratch memory if `inScratch`, else in the storage.
    var start: Int
    var count: Int
    var quoted: Bool
    var inScratch: Bool
}

/// The byte machine: cuts bytes into records and fields. It takes any input without failing, and allocates only when a
/// record is wider, or an escaped cell longer, than any before it. What was odd is counted, for others to report.
///
/// A field is quoted when its first byte, spaces aside, is the quote; a quote elsewhere stands for itself. A quote
/// inside a quoted field that nobody escaped stands for itself too if the field plainly closes later on the line; else
/// it closes the field, and the text after it is kept as it stands. Both count as stray. A quote never closed takes
/// the rest of the bytes.
struct RecordScanner: ~Copyable {
    private let bytes: UnsafePointer<UInt8>
    private let end: Int
    private let delimiter: UInt8
    private let quote: UInt8
    private let quotes: Bool
    private let escape: EscapeStyle
    private let fieldNeedles: (UInt64, UInt64, UInt64)
    private let quotedNeedles: (UInt64, UInt64)

    private var capacity = 64
    private(set) var fields: UnsafeMutablePointer<FieldSpan>
    private(set) var fieldCount = 0
    private var scratchCapacity = 256
    private var scratchCount = 0
    private(set) var scratch: UnsafeMutablePointer<UInt8>

    /// The offset of the next record, and its physical line from 1.
    private(set) var position: Int
    private(set) var line: Int
    /// The offset and the line where the current record starts.
    private(set) var recordStart = 0
    private(set) var recordLine = 0

    private(set) var lineFeeds = false
    private(set) var carriageReturns = false
    private(set) var pairs = false
    private(set) var strayCount = 0
    /// The offset of the first field with a stray quote.
    private(set) var firstStray: Int?
    /// The offset of a quote that is never closed.
    private(set) var unclosed: Int?

    /// Scans `storage` from `start`, which lies on physical line `line`, up to `end` (a record boundary, or any place
    /// for a sample).
    init(_ storage: ByteStorage, _ dialect: Dialect, from start: Int, line: Int, to end: Int) {
        bytes = storage.base
        self.end = end
        delimiter = dialect.delimiter
        quote = dialect.quote ?? 0
        quotes = dialect.quote != nil
        escape = dialect.escape
        fieldNeedles = (repeated(dialect.delimiter), repeated(lineFeed), repeated(carriageReturn))
        quotedNeedles = (repeated(quote), repeated(escape == .backslash ? backslash : quote))
        fields = .allocate(capacity: capacity)
        scratch = .allocate(capacity: scratchCapacity)
        position = start
        self.line = line
    }

    deinit {
        fields.deallocate()
        scratch.deallocate()
    }

    /// Reads the next record into `fields`. Returns false at the end.
    mutating func next() -> Bool {
        guard position < end else { return false }
        recordStart = position
        recordLine = line
        fieldCount = 0
        scratchCount = 0
        var cursor = position
        while true {
            if quotes, let open = openingQuote(at: cursor) {
                cursor = readQuoted(from: cursor, open: open)
            } else {
                let stop = min(fieldEnd(from: cursor), end)
                append(FieldSpan(source: cursor, start: cursor, count: stop - cursor, quoted: false, inScratch: false))
                cursor = stop
            }
            guard cursor < end else { break }
            if bytes[cursor] != delimiter {
                cursor = passLineBreak(at: cursor)
                break
            }
            cursor += 1
        }
        position = cursor
        return true
    }

    /// Whether the current record is an empty line, or one of spaces and tabs alone.
    var isBlank: Bool {
        guard fieldCount == 1, !fields[0].quoted else { return false }
        for index in 0..<fields[0].count {
            let byte = bytes[fields[0].start + index]
            if byte != space && byte != tab { return false }
        }
        return true
    }

    /// The content of a field of the current record.
    func content(_ index: Int) -> UnsafeBufferPointer<UInt8> {
        let span = fields[index]
        let base = span.inScratch ? UnsafePointer(scratch) : bytes
        return UnsafeBufferPointer(start: base + span.start, count: span.count)
    }

    private mutating func passLineBreak(at cursor: Int) -> Int {
        line += 1
        if bytes[cursor] == lineFeed {
            lineFeeds = true
            return cursor + 1
        }
        if cursor + 1 < end, bytes[cursor + 1] == lineFeed {
            pairs = true
            return cursor + 2
        }
        carriageReturns = true
        return cursor + 1
    }

    @inline(__always)
    private func openingQuote(at cursor: Int) -> Int? {
        var cursor = cursor
        if bytes[cursor] == space, delimiter != space {
            while cursor < end, bytes[cursor] == space { cursor += 1 }
        }
        return cursor < end && bytes[cursor] == quote ? cursor : nil
    }

    /// The first delimiter or line break from `cursor` on; the storage ends in a line feed, so there is one.
    @inline(__always)
    private func fieldEnd(from cursor: Int) -> Int {
        var cursor = cursor
        while true {
            let word = loadWord(bytes + cursor)
            let hits = zeros(word ^ fieldNeedles.0) | zeros(word ^ fieldNeedles.1) | zeros(word ^ fieldNeedles.2)
            if hits != 0 { return cursor + hits.trailingZeroBitCount >> 3 }
            cursor += 8
        }
    }

    @inline(__always)
    private mutating func append(_ span: FieldSpan) {
        if fieldCount == capacity { widen() }
        fields[fieldCount] = span
        fieldCount += 1
    }

    @inline(never)
    private mutating func widen() {
        let wider = UnsafeMutablePointer<FieldSpan>.allocate(capacity: capacity * 2)
        wider.update(from: fields, count: fieldCount)
        fields.deallocate()
        fields = wider
        capacity *= 2
    }

    private mutating func keep(_ start: Int, _ stop: Int) {
        let count = stop - start
        if scratchCount + count > scratchCapacity {
            let larger = max(scratchCapacity * 2, scratchCount + count)
            let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
            memory.update(from: scratch, count: scratchCount)
            scratch.deallocate()
            scratch = memory
            scratchCapacity = larger
        }
        (scratch + scratchCount).update(from: bytes + start, count: count)
        scratchCount += count
    }
}

// MARK: quoted fields

extension RecordScanner {
    /// Reads a field whose quote opens at `open`; returns the offset of the delimiter or line break after it.
    private mutating func readQuoted(from source: Int, open: Int) -> Int {
        let scratchStart = scratchCount
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
                zeros(word ^ quotedNeedles.0) | zeros(word ^ quotedNeedles.1) | zeros(word ^ fieldNeedles.1)
                | zeros(word ^ fieldNeedles.2)
            if hits != 0 { return cursor + hits.trailingZeroBitCount >> 3 }
            cursor += 8
        }
        return cursor
    }
}

// MARK: bytes, eight at a time

@inline(__always) var lineFeed: UInt8 { 0x0A }
@inline(__always) var carriageReturn: UInt8 { 0x0D }
@inline(__always) var space: UInt8 { 0x20 }
@inline(__always) var tab: UInt8 { 0x09 }
@inline(__always) var backslash: UInt8 { 0x5C }

@inline(__always)
private func repeated(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

@inline(__always)
private func loadWord(_ pointer: UnsafePointer<UInt8>) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(pointer).loadUnaligned(as: UInt64.self))
}

/// The high bit of each byte that is zero; bits above the first true one may be wrong.
@inline(__always)
private func zeros(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
}
