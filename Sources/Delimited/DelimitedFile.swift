public import Findings
internal import Synchronization

/// A file of delimited text, with its dialect found out and its records ready to be gone through.
///
/// Of a file on the disk only a window is held in memory, whatever its size; each pass over the rows reads it anew, and
/// refuses it where it is no longer the file that was opened.
public struct DelimitedFile: Sendable {
    /// The file as the user typed it, for findings.
    public let name: String
    public let encoding: TextEncoding
    /// The names of the columns: trimmed, never empty (`column 4`) and all different (`name (2)`).
    public let header: [String]
    /// The physical line, from 1, of the header's first record.
    public let headerLine: Int
    /// The byte between two fields.
    public var delimiter: UInt8 { table.dialect.delimiter }
    /// What is odd about the beginning of the file; no pass over the rows is needed to tell.
    public let openingFindings: [Finding]

    private let source: ByteSource
    private let form: TextForm
    private let table: RecordReader.Table
    private let surveyed = Surveyed()

    /// Opens the file at `path`; `name` is what findings call it. All its bytes are read once, to find how its
    /// characters are written; `observe` is handed each piece of them, to sum them up for example.
    ///
    /// Throws a `Refusal` for a file that is missing, unreadable, a folder, empty, or not delimited text (a
    /// spreadsheet, an archive, a web page, binary data). A file of a header alone has no rows and is no error.
    public static func open(
        path: String, name: String, hints: DialectHints = .init(), observe: (UnsafeRawBufferPointer) -> Void = { _ in }
    ) throws -> DelimitedFile {
        try DelimitedFile(.file(path: path, name: name), name: name, hints: hints, observe: observe)
    }

    /// Reads bytes already in memory, as `open` does those of a file.
    public static func parse(bytes: [UInt8], name: String, hints: DialectHints = .init()) throws -> DelimitedFile {
        try DelimitedFile(.memory(bytes), name: name, hints: hints) { _ in }
    }

    private init(
        _ source: ByteSource, name: String, hints: DialectHints, observe: (UnsafeRawBufferPointer) -> Void
    ) throws {
        form = try TextForm(source, name: name, hint: hints.encoding, observe: observe)
        let head = try Self.head(source, form, name: name)
        self.source = source
        self.name = name
        encoding = form.encoding
        var hints = hints
        let opening = Opening(head, hints: &hints)
        var (dialect, sample) = detectDialect(head, from: opening.start, line: opening.line, hints: hints)
        guard !sample.records.isEmpty else {
            throw Refusal(
                Finding(
                    .error, "empty-file", "the file holds no table", at: Place(file: name),
                    suggestion: "export it again, and check that the export finished"))
        }
        let location = TableLocation(sample, hints: hints)
        let top = sample.records[location.header]
        dialect.encoding = form.encoding
        dialect.bom = form.markLength > 0
        dialect.headerRows = location.headerRows
        dialect.preambleRows = hints.preambleRows ?? top.line - opening.line
        let below = location.header + location.headerRows
        let names = HeaderNames(sample.records[location.header..<below], width: sample.width, file: name)
        header = names.names
        headerLine = top.line
        openingFindings =
            form.findings + names.findings + location.findings(sample, file: name)
            + Self.preambleFindings(dialect, hints: hints, line: top.line, name: name)
        var table = RecordReader.Table(
            dialect: dialect, start: top.start, line: top.line, width: names.names.count,
            headerRows: location.headerRows, findsFooter: hints.footerRows == nil)
        if let footer = hints.footerRows, footer > 0 {
            let all = Self.countRows(source, form, table)
            table.rows = max(0, all - footer)
            table.dialect.footerRows = min(footer, all)
        }
        self.table = table
    }

    /// What is said of a file that is no longer the one that was opened, or summed up, before.
    public static func changedWhileRead(_ name: String) -> Refusal {
        Refusal(
            Finding(
                .error, "changed-while-read", "the file changed while it was being read", at: Place(file: name),
                suggestion: "wait until the export has finished, and try again"))
    }

    /// The size of the file in bytes.
    public var byteCount: Int { source.byteCount }

    /// How the file writes its table: what was found, or what the hints said.
    public var dialect: Dialect {
        let reading = survey
        var dialect = table.dialect
        dialect.lineEnding = reading.lineEnding
        if table.rows == nil { dialect.footerRows = reading.footerRows }
        return dialect
    }

    /// What is odd about the file as a whole. An error means that its rows cannot be trusted.
    public var findings: [Finding] { openingFindings + survey.findings }

    /// The number of data rows.
    public var rowCount: Int { survey.rows }

    /// One pass over all rows, made when it is first asked for.
    private var survey: Reading {
        surveyed.reading.withLock { known in
            if let known { return known }
            let reading = forEachRecord { _ in true }
            known = reading
            return reading
        }
    }

    /// Calls `body` for each data row in order: below the preamble and the header, above the notes. Blank lines are
    /// passed over, but in a file of one column, where they are empty values. `body` returns false to stop.
    ///
    /// What was met on the way is returned; where its findings hold an error, the rows cannot be trusted.
    @discardableResult
    public func forEachRecord<Failure: Error>(
        _ body: (borrowing Record) throws(Failure) -> Bool
    ) throws(Failure) -> Reading {
        var rows = 0
        var reader = RecordReader(TextStream(source, form), table)
        while reader.next() {
            rows += 1
            guard try body(Record(reader.scanner, row: rows, windowOffset: reader.windowOffset)) else { break }
        }
        return Reading(reader, rows: rows, source: source, form: form, name: name)
    }

    /// The beginning of the text, cut after its last whole line where there is more.
    private static func head(_ source: ByteSource, _ form: TextForm, name: String) throws -> ByteStorage {
        var text = TextStream(source, form)
        let limit = 1 << 20
        let head = ByteStorage(capacity: limit) { memory in
            var filled = 0
            while filled < limit - 64 {
                let got = text.read(into: memory + filled, count: limit - filled)
                if got == 0 { return filled }
                filled += got
            }
            let whole = UnsafeBufferPointer(start: memory, count: filled).lastIndex { $0 == lineFeed || $0 == carriageReturn }
            return whole.map { $0 + 1 } ?? filled
        }
        guard text.failure.isEmpty else { throw Refusal(text.failure) }
        if !form.isPlain { try refuseOtherFormats(head, isAllWhite: head.buffer.allSatisfy(isWhite), name: name) }
        return head
    }

    private static func countRows(_ source: ByteSource, _ form: TextForm, _ table: RecordReader.Table) -> Int {
        var counted = table
        counted.findsFooter = false
        var reader = RecordReader(TextStream(source, form), counted)
        var rows = 0
        while reader.next() { rows += 1 }
        return rows
    }

    private static func preambleFindings(
        _ dialect: Dialect, hints: DialectHints, line: Int, name: String
    ) -> [Finding] {
        guard hints.preambleRows == nil, dialect.preambleRows > 0 else { return [] }
        let count = dialect.preambleRows
        return [
            Finding(
                .note, "preamble", "lines above the header that were passed over: \(count)",
                at: Place(file: name, line: line),
                suggestion: "set 'preambleRows' if the header is elsewhere")
        ]
    }
}

/// What a first pass over all rows met, once it was made.
private final class Surveyed: Sendable {
    let reading = Mutex<Reading?>(nil)
}

/// Where the table begins once a first line `sep=;` and the preamble of the hints are passed.
private struct Opening {
    private(set) var start = 0
    private(set) var line = 1

    init(_ storage: ByteStorage, hints: inout DialectHints) {
        if let delimiter = Self.declaredDelimiter(storage) {
            hints.delimiter = hints.delimiter ?? delimiter
            passLine(storage)
        }
        for _ in 0..<max(0, hints.preambleRows ?? 0) { passLine(storage) }
    }

    private mutating func passLine(_ storage: ByteStorage) {
        guard start < storage.count else { return }
        while start < storage.count, !storage.endsLine(start) { start += 1 }
        start = min(start + 1, storage.count)
        line += 1
    }

    /// The delimiter that a first line such as `sep=;` names.
    private static func declaredDelimiter(_ storage: ByteStorage) -> UInt8? {
        let quoted = storage.hasPrefix([UInt8(ascii: "\"")])
        let word = quoted ? 1 : 0
        guard ["sep=", "SEP=", "Sep="].contains(where: { storage.hasPrefix(Array($0.utf8), at: word) }) else {
            return nil
        }
        let after = word + (quoted ? 6 : 5)
        let delimiter = storage.base[word + 4]
        // A program without a separator of its own writes none.
        let marks = [lineFeed, carriageReturn, UInt8(ascii: "\""), UInt8(ascii: "'")]
        guard after <= storage.count, !isLetter(delimiter), !marks.contains(delimiter) else { return nil }
        let ends = after == storage.count || storage.base[after] == lineFeed || storage.base[after] == carriageReturn
        return ends ? delimiter : nil
    }
}
