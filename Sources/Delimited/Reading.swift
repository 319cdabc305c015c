public import Findings

/// What one pass over all rows of a file met.
public struct Reading: Sendable {
    /// The number of data rows that were handed out.
    public internal(set) var rows = 0
    public internal(set) var lineEnding = LineEnding.none
    /// Records below the table (notes, sources), blank lines not counted.
    public internal(set) var footerRows = 0
    /// What is odd about the rows as a whole. An error (a quote never closed, a disk that failed, a file that changed
    /// meanwhile) means that the rows cannot be trusted.
    public internal(set) var findings: [Finding] = []

    init() {}

    init(_ reader: borrowing RecordReader, rows: Int, source: ByteSource, form: TextForm, name: String) {
        self.rows = rows
        footerRows = reader.footerRows
        lineEnding = LineEnding(
            lf: reader.scanner.lineFeeds, crlf: reader.scanner.pairs, cr: reader.scanner.carriageReturns)
        findings = reader.failure + form.damage(reader.replaced, of: source, name: name)
        if let (line, column) = reader.unclosed {
            add(
                .error, "unclosed-quote", "a quote opens here and never closes; all below it became one cell",
                Place(file: name, line: line, column: column),
                "close the quote, or set 'quote' if cells are quoted otherwise")
        }
        if let line = reader.tooLong {
            add(
                .error, "record-too-long", "the row that begins here is longer than \(RecordReader.longestRecord >> 20) MiB",
                Place(file: name, line: line), "look for a quote that is opened and never closed")
        }
        if let (line, column) = reader.firstStray {
            add(
                .warning, "stray-quote",
                "unescaped quotes inside quoted cells: \(reader.scanner.strayCount), the first here; "
                    + "the text was kept as it stands",
                Place(file: name, line: line, column: column), "write a quote inside a quoted cell twice")
        }
        if lineEnding == .mixed {
            add(
                .note, "mixed-line-endings", "the lines end in different ways; each was read as a line end",
                Place(file: name), "check that no two files were pasted together")
        }
        if footerRows > 0, let line = reader.footerLine {
            add(
                .note, "footer", "rows below the table that were left out as notes: \(footerRows)",
                Place(file: name, line: line), "set 'footerRows' to 0 if they are data")
        }
    }

    private mutating func add(
        _ severity: Severity, _ code: String, _ message: String, _ place: Place, _ suggestion: String
    ) {
        findings.append(Finding(severity, code, message, at: place, suggestion: suggestion))
    }
}

extension LineEnding {
    fileprivate init(lf: Bool, crlf: Bool, cr: Bool) {
        self =
            switch (lf, crlf, cr) {
            case (false, false, false): .none
            case (true, false, false): .lf
            case (false, true, false): .crlf
            case (false, false, true): .cr
            default: .mixed
            }
    }
}
