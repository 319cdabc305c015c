/// One record of a file: a view that is valid only inside the callback that received it. Functions that take one say
/// `borrowing Record`. Reading a field allocates nothing.
public struct Record: ~Copyable {
    /// The physical line, from 1, where the record starts.
    public let line: Int
    /// The data row, from 1.
    public let row: Int
    /// The number of fields.
    public let count: Int
    /// The offset, in bytes of UTF-8, where the record starts in the text.
    public let offset: Int

    @usableFromInline let fields: UnsafePointer<FieldSpan>
    @usableFromInline let bytes: UnsafePointer<UInt8>
    @usableFromInline let scratch: UnsafePointer<UInt8>
    private let start: Int

    init(_ scanner: borrowing RecordScanner, row: Int, windowOffset: Int) {
        offset = windowOffset + scanner.recordStart
        line = scanner.recordLine
        self.row = row
        count = scanner.fieldCount
        fields = UnsafePointer(scanner.fields)
        scratch = UnsafePointer(scanner.scratch)
        bytes = scanner.bytes
        start = scanner.recordStart
    }

    /// The UTF-8 content of a field, unquoted and unescaped. Valid until the callback returns. Beyond the last field of
    /// a short record it is empty.
    @inlinable
    public func bytes(_ index: Int) -> UnsafeBufferPointer<UInt8> {
        guard index < count else { return UnsafeBufferPointer(start: nil, count: 0) }
        let span = fields[index]
        return UnsafeBufferPointer(start: (span.inScratch ? scratch : bytes) + span.start, count: span.count)
    }

    /// The content of a field as a string; empty beyond the last field.
    public func text(_ index: Int) -> String {
        String(decoding: bytes(index), as: UTF8.self)
    }

    /// Whether the field was written in quotes.
    public func isQuoted(_ index: Int) -> Bool {
        index < count && fields[index].quoted
    }

    /// The character, from 1, where the field starts on its line; beyond the last field, that of the last field.
    public func column(_ index: Int) -> Int {
        var offset = fields[min(index, count - 1)].source
        var column = 1
        while offset > start, bytes[offset - 1] != lineFeed, bytes[offset - 1] != carriageReturn {
            offset -= 1
            if bytes[offset] & 0xC0 != 0x80 { column += 1 }
        }
        return column
    }

    /// The physical line, from 1, where the field starts: below `line` after a cell with line breaks.
    public func line(of index: Int) -> Int {
        let stop = fields[min(index, count - 1)].source
        var line = line
        for offset in start..<max(start, stop) {
            let byte = bytes[offset]
            if byte == lineFeed || (byte == carriageReturn && bytes[offset + 1] != lineFeed) { line += 1 }
        }
        return line
    }
}
