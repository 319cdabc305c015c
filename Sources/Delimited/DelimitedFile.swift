public import Findings

/// A file of delimited text, read whole and held as UTF-8, with its dialect found out and its records ready to be
/// gone through.
public struct DelimitedFile: Sendable {
    /// The file as the user typed it, for findings.
    public let name: String
    public let dialect: Dialect
    /// The names of the columns: trimmed, never empty (`column 4`) and all different (`name (2)`).
    public let header: [String]
    /// What is odd about the file as a whole. An error (a quote never closed) means that its rows cannot be trusted.
    public let findings: [Finding]
    /// The number of data rows.
    public let rowCount: Int

    private let storage: ByteStorage
    private let dataStart: Int
    private let dataLine: Int
    private let dataEnd: Int

    /// Reads the file at `path`; `name` is what findings call it.
    ///
    /// Throws a `Refusal` for a file that is missing, unreadable, a folder, empty, or not delimited text (a
    /// spreadsheet, an archive, a web page, binary data). A file of a header alone has no rows and is no error.
    public static func open(path: String, name: String, hints: DialectHints = .init()) throws -> DelimitedFile {
        try DelimitedFile(readFile(path: path, name: name), name: name, hints: hints)
    }

    /// Reads bytes already in memory, as `open` does those of a file.
    public static func parse(bytes: [UInt8], name: String, hints: DialectHints = .init()) throws -> DelimitedFile {
        try DelimitedFile(ByteStorage(bytes), name: name, hints: hints)
    }

    private init(_ raw: ByteStorage, name: String, hints: DialectHints) throws {
        try refuseOtherFormats(raw, name: name)
        let text = try decodeText(raw, name: name, hint: hints.encoding)
        if text.storage !== raw { try refuseOtherFormats(text.storage, name: name) }
        storage = text.storage
        self.name = name

        var hints = hints
        let opening = Opening(storage, from: text.start, hints: &hints)
        var (dialect, sample) = detectDialect(storage, from: opening.start, line: opening.line, hints: hints)
        guard !sample.records.isEmpty else {
            throw Refusal(
                Finding(
                    .error, "empty-file", "the file holds no table", at: Place(file: name),
                    suggestion: "export it again, and check that the export finished"))
        }
        let location = TableLocation(sample, hints: hints)
        let top = sample.records[location.header]
        dialect.encoding = text.encoding
        dialect.bom = text.bom
        dialect.headerRows = location.headerRows
        dialect.preambleRows = hints.preambleRows ?? top.line - opening.line
        let below = location.header + location.headerRows
        let names = HeaderNames(sample.records[location.header..<below], width: sample.width, file: name)
        header = names.names
        let survey = Survey(
            storage, dialect, from: top.start, line: top.line, width: names.names.count, footer: hints.footerRows)
        dialect.lineEnding = survey.lineEnding
        dialect.footerRows = survey.footerRows
        self.dialect = dialect

        let first = below < sample.records.count ? sample.records[below] : nil
        let start = first.map { ($0.start, $0.line) } ?? sample.next
        (dataStart, dataLine) = start
        dataEnd = survey.dataEnd
        rowCount = names.names.count > 1 ? survey.rows : Self.count(storage, dialect, start, survey.dataEnd)
        findings =
            text.findings + names.findings + survey.findings(storage, name: name)
            + Self.preambleFindings(dialect, hints: hints, line: top.line, name: name)
    }

    /// Calls `body` for each data row in order: below the preamble and the header, above the notes. Blank lines are
    /// passed over, but in a file of one column, where they are empty values. `body` returns false to stop.
    public func forEachRecord(_ body: (borrowing Record) throws -> Bool) rethrows {
        try withExtendedLifetime(storage) {
            var scanner = RecordScanner(storage, dialect, from: dataStart, line: dataLine, to: dataEnd)
            var row = 0
            let keepsBlank = header.count == 1
            while scanner.next() {
                if !keepsBlank, scanner.isBlank { continue }
                row += 1
                guard try body(Record(scanner, row: row, bytes: storage.base)) else { return }
            }
        }
    }

    /// The rows of a table of one column, blank lines between them included.
    private static func count(_ storage: ByteStorage, _ dialect: Dialect, _ start: (Int, Int), _ end: Int) -> Int {
        var scanner = RecordScanner(storage, dialect, from: start.0, line: start.1, to: end)
        var rows = 0
        while scanner.next() { rows += 1 }
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

/// Where the text begins once a first line `sep=;` and the preamble of the hints are passed.
private struct Opening {
    private(set) var start: Int
    private(set) var line = 1

    init(_ storage: ByteStorage, from start: Int, hints: inout DialectHints) {
        self.start = start
        if let delimiter = Self.declaredDelimiter(storage, at: start) {
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
    private static func declaredDelimiter(_ storage: ByteStorage, at start: Int) -> UInt8? {
        let quoted = storage.hasPrefix([UInt8(ascii: "\"")], at: start)
        let word = quoted ? start + 1 : start
        guard ["sep=", "SEP=", "Sep="].contains(where: { storage.hasPrefix(Array($0.utf8), at: word) }) else {
            return nil
        }
        let after = word + (quoted ? 6 : 5)
        let delimiter = storage.base[word + 4]
        guard after <= storage.count, !isLetter(delimiter), delimiter != lineFeed else { return nil }
        let ends = after == storage.count || storage.base[after] == lineFeed || storage.base[after] == carriageReturn
        return ends ? delimiter : nil
    }
}
