internal import CBytes

/// Where one field lies.
@usableFromInline
struct FieldSpan {
    /// Offset in the storage of the field's first byte, its quote included.
    @usableFromInline var source: Int
    /// Offset of the content: in the scratch memory if `inScratch`, else in the storage.
    @usableFromInline var start: Int
    @usableFromInline var count: Int
    @usableFromInline var quoted: Bool
    @usableFromInline var inScratch: Bool
}

/// The byte machine: cuts bytes into records and fields. It takes any input without failing, and allocates only when a
/// record is wider, or an escaped cell longer, than any before it. What was odd is counted, for others to report.
///
/// A field is quoted when its first byte, spaces aside, is the quote; a quote elsewhere stands for itself. A quote
/// inside a quoted field that nobody escaped opens another field if a delimiter or line break stands before it: the
/// field ended there, or its own quote was none. Else it stands for itself if the field plainly closes later on the
/// line, or closes the field, and the text after it is kept as it stands. All count as stray. A quote never closed
/// takes the rest of the bytes.
struct RecordScanner: ~Copyable {
    private(set) var bytes: UnsafePointer<UInt8>
    private(set) var end: Int
    let delimiter: UInt8
    let quote: UInt8
    let quotes: Bool
    let escape: EscapeStyle
    let skipsSpaces: Bool
    let lineNeedles: (UInt64, UInt64)
    let quotedNeedles: (UInt64, UInt64)
    /// Where the delimiters and line breaks of 64 bytes lie, one bit a byte, and the offset of the first of them.
    private var stops: UInt64 = 0
    private var stopsStart = Int.min

    var capacity = 64
    var fields: UnsafeMutablePointer<FieldSpan>
    var fieldCount = 0
    var scratchCapacity = 256
    var scratchCount = 0
    var scratch: UnsafeMutablePointer<UInt8>

    /// The offset of the next record, and its physical line from 1.
    var position: Int
    var line: Int
    /// The offset and the line where the current record starts.
    var recordStart = 0
    var recordLine = 0

    var lineFeeds = false
    var carriageReturns = false
    var pairs = false
    var strayCount = 0
    /// The offset of the first field with a stray quote.
    var firstStray: Int?
    /// The offset of a quote that is never closed.
    var unclosed: Int?

    /// Scans `storage` from `start`, which lies on physical line `line`, up to `end` (a record boundary, or any place
    /// for a sample).
    init(_ storage: ByteStorage, _ dialect: Dialect, from start: Int, line: Int, to end: Int) {
        self.init(storage.base, dialect, from: start, line: line, to: end)
    }

    /// Scans bytes from offset `start` to `end`; at `end` stands a line feed, and `ByteStorage.padding` bytes can be
    /// read from there on.
    init(_ bytes: UnsafePointer<UInt8>, _ dialect: Dialect, from start: Int, line: Int, to end: Int) {
        self.bytes = bytes
        self.end = end
        delimiter = dialect.delimiter
        quote = dialect.quote ?? 0
        quotes = dialect.quote != nil
        escape = dialect.escape
        skipsSpaces = dialect.skipsSpaces
        lineNeedles = (repeated(lineFeed), repeated(carriageReturn))
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

    /// Where a scanner stands, to go back there.
    struct Mark {
        var position = 0
        var line = 1
        fileprivate var endings = (lineFeeds: false, carriageReturns: false, pairs: false)
        fileprivate var strayCount = 0
        fileprivate var firstStray: Int?
        fileprivate var unclosed: Int?
    }

    var mark: Mark {
        Mark(
            position: position, line: line, endings: (lineFeeds, carriageReturns, pairs), strayCount: strayCount,
            firstStray: firstStray, unclosed: unclosed)
    }

    mutating func goBack(to mark: Mark) {
        (position, line) = (mark.position, mark.line)
        (lineFeeds, carriageReturns, pairs) = mark.endings
        (strayCount, firstStray, unclosed) = (mark.strayCount, mark.firstStray, mark.unclosed)
    }

    /// Goes on in other memory, where the byte at `position` lies `moved` bytes further down than before.
    mutating func move(to bytes: UnsafePointer<UInt8>, end: Int, moved: Int) {
        self.bytes = bytes
        self.end = end
        position -= moved
        stopsStart = Int.min
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
            if skipsSpaces { while cursor < end, bytes[cursor] == space { cursor += 1 } }
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
    func openingQuote(at cursor: Int) -> Int? {
        var cursor = cursor
        if bytes[cursor] == space, delimiter != space {
            while cursor < end, bytes[cursor] == space { cursor += 1 }
        }
        return cursor < end && bytes[cursor] == quote ? cursor : nil
    }

    /// The first delimiter or line break from `cursor` on; the bytes end in a line feed, so there is one.
    @inline(__always)
    mutating func fieldEnd(from cursor: Int) -> Int {
        let offset = cursor &- stopsStart
        var hits: UInt64
        if stopsStart >= 0, offset >= 0, offset < 64 {
            hits = stops & (~0 << UInt64(truncatingIfNeeded: offset))
        } else {
            findStops(from: cursor)
            hits = stops
        }
        while hits == 0 {
            findStops(from: stopsStart &+ 64)
            hits = stops
        }
        return stopsStart &+ hits.trailingZeroBitCount
    }

    @inline(__always)
    private mutating func findStops(from offset: Int) {
        stops = sammen_find3(bytes + offset, delimiter, lineFeed, carriageReturn)
        stopsStart = offset
    }

    @inline(__always)
    mutating func append(_ span: FieldSpan) {
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

    mutating func keep(_ start: Int, _ stop: Int) {
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

// MARK: bytes, eight at a time

@inline(__always) var lineFeed: UInt8 { 0x0A }
@inline(__always) var carriageReturn: UInt8 { 0x0D }
@inline(__always) var space: UInt8 { 0x20 }
@inline(__always) var tab: UInt8 { 0x09 }
@inline(__always) var backslash: UInt8 { 0x5C }

@inline(__always)
func repeated(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

@inline(__always)
func loadWord(_ pointer: UnsafePointer<UInt8>) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(pointer).loadUnaligned(as: UInt64.self))
}

/// The high bit of each byte that is zero; bits above the first true one may be wrong.
@inline(__always)
func zeros(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
}
