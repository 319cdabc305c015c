import Delimited
import Findings

/// What must hold of every file, whatever its bytes: used by `FuzzCorpusTests` and by the fuzzer in `Tests/Fuzz`.
///
/// An input is a file as it is; or, where its first byte is 1, three bytes of hints and then the file.
struct ReaderInvariants {
    static let fileName = "Data/any.csv"

    let hints: DialectHints
    let bytes: [UInt8]
    private(set) var faults: [String] = []

    init(input: [UInt8]) {
        guard input.first == 1, input.count >= 4 else {
            (hints, bytes) = (DialectHints(), input)
            return
        }
        hints = DialectHints(fuzzed: input[1], input[2], input[3])
        bytes = Array(input.dropFirst(4))
    }

    /// What of the file does not hold; nothing where all is well.
    static func faults(in input: [UInt8]) -> [String] {
        var check = ReaderInvariants(input: input)
        check.read()
        return check.faults
    }

    /// Reads the file in every way, and returns what was read.
    @discardableResult
    mutating func read() -> WholeReading {
        let file: DelimitedFile
        do {
            file = try DelimitedFile.parse(bytes: bytes, name: Self.fileName, hints: hints)
        } catch let refusal as Refusal {
            expect(refusal.findings.stops(), "a refused file has no finding that is an error")
            checkPlaces(refusal.findings)
            return WholeReading(refusal: refusal.findings)
        } catch {
            expect(false, "a file was refused without findings")
            return WholeReading(refusal: [])
        }
        let whole = WholeReading(file)
        checkHeader(whole)
        checkRecords(whole)
        checkText(whole)
        checkAgain(file, whole)
        checkFooter(whole)
        checkPlaces(whole.findings)
        checkProfile(file, whole)
        return whole
    }

    private mutating func expect(_ holds: Bool, _ fault: @autoclosure () -> String) {
        if !holds { faults.append(fault()) }
    }

    private mutating func checkPlaces(_ findings: [Finding]) {
        for finding in findings {
            expect(finding.place?.file == Self.fileName, "\(finding.code) does not name the file")
            expect(finding.place?.line ?? 1 > 0 && finding.place?.column ?? 1 > 0, "\(finding.code) stands nowhere")
            expect(!finding.message.isEmpty && !finding.code.isEmpty, "a finding says nothing")
        }
    }

    private mutating func checkHeader(_ whole: WholeReading) {
        expect(!whole.header.isEmpty, "no columns")
        expect(!whole.header.contains(""), "a column without a name")
        expect(Set(whole.header).count == whole.header.count, "two columns of one name")
        expect(whole.headerLine > 0, "the header stands nowhere")
        let dialect = whole.dialect
        expect(dialect.delimiter != 0x0A && dialect.delimiter != 0x0D, "a line break is the delimiter")
        expect(dialect.quote != dialect.delimiter, "the quote is the delimiter")
        expect(hints.delimiter == nil || hints.delimiter == dialect.delimiter, "another delimiter than was hinted")
        expect(hints.encoding == nil || hints.encoding == dialect.encoding, "another encoding than was hinted")
        expect(dialect.headerRows <= hints.headerRows ?? 4_000, "more header rows than were hinted")
    }

    private mutating func checkRecords(_ whole: WholeReading) {
        var line = whole.headerLine - 1, offset = -1, size = 0
        let fileSize = bytes.count
        for (index, record) in whole.records.enumerated() {
            expect(record.row == index + 1, "row \(index + 1) is called \(record.row)")
            expect(record.line > line, "row \(record.row) does not start below the row above it")
            expect(record.offset > offset, "row \(record.row) does not lie after the row above it")
            expect(!record.fields.isEmpty, "row \(record.row) has no fields")
            (line, offset) = (record.line, record.offset)
            var place = (record.line, 0)
            for field in record.fields {
                expect(field.isValid, "row \(record.row): a field that is no UTF-8")
                expect(place < (field.line, field.column), "row \(record.row): a field that starts before the last one")
                place = (field.line, field.column)
                size += field.bytes.count
            }
            line = max(line, place.0)
        }
        expect(size <= 3 * fileSize, "\(size) bytes of fields in a file of \(fileSize)")
        expect(whole.beyond, "a field beyond the last one is not empty")
    }

    /// The rows counted, read twice, and stopped after the first one.
    private mutating func checkAgain(_ file: DelimitedFile, _ whole: WholeReading) {
        expect(file.rowCount == whole.records.count, "\(file.rowCount) rows counted, \(whole.records.count) read")
        expect(whole.reading?.rows == whole.records.count, "the pass counts other rows than it handed out")
        let again = WholeReading(file)
        expect(again.records == whole.records, "other records the second time")
        expect(again.findings == whole.findings, "other findings the second time")
        expect(file.findings == file.openingFindings + (whole.reading?.findings ?? []), "other findings in a pass")
        let stopped = file.forEachRecord { _ in false }
        expect(stopped.rows == min(1, whole.records.count), "the pass did not stop where it was told to")
    }

    /// A footer of so many records leaves out so many, the last ones.
    private mutating func checkFooter(_ whole: WholeReading) {
        guard let footer = hints.footerRows, !whole.findings.stops() else { return }
        var without = hints
        without.footerRows = 0
        guard let file = try? DelimitedFile.parse(bytes: bytes, name: Self.fileName, hints: without) else {
            return expect(false, "a file is refused without a hint of its footer, and else not")
        }
        let all = WholeReading(file)
        expect(
            whole.records.elementsEqual(all.records.prefix(max(0, all.records.count - footer))),
            "\(footer) rows of footer leave \(whole.records.count) of \(all.records.count)")
    }

    private mutating func checkProfile(_ file: DelimitedFile, _ whole: WholeReading) {
        let profile = file.profile()
        expect(profile.rows == file.rowCount, "the profile counts \(profile.rows) rows, the file \(file.rowCount)")
        expect(profile.columns.map(\.name) == whole.header, "the profile has other columns than the file")
        for column in profile.columns {
            let missing = column.missing.values.reduce(0, +)
            expect(column.values >= 0 && missing >= 0, "a column counts less than nothing")
            expect(column.values + missing <= profile.rows, "a column counts more cells than there are rows")
        }
        checkPlaces(profile.findings)
    }
}

// MARK: against the text itself

extension ReaderInvariants {
    /// In a file that is UTF-8 through and through: the lines are those of the text, and each field stands where its
    /// place says.
    private mutating func checkText(_ whole: WholeReading) {
        guard whole.dialect.encoding == .utf8, String(validating: bytes, as: UTF8.self) != nil else { return }
        var text = bytes[...]
        while text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
        let plain = PlainText(Array(text))
        for record in whole.records {
            expect(plain.isLineStart(record.offset), "row \(record.row) does not start on a line")
            let line = plain.line(of: record.offset)
            expect(record.line == line, "row \(record.row) is said to stand on line \(record.line), not \(line)")
            for (index, field) in record.fields.enumerated() {
                let start = plain.offset(line: field.line, column: field.column)
                expect(plain.holds(field, at: start, whole.dialect), "row \(record.row), field \(index + 1): not there")
            }
        }
    }
}

/// A text in memory with its line starts, for looking up places.
private struct PlainText {
    let bytes: [UInt8]
    private(set) var lineStarts = [0]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        for (index, byte) in bytes.enumerated() {
            let isReturn = byte == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A)
            if byte == 0x0A || isReturn { lineStarts.append(index + 1) }
        }
    }

    /// The line, from 1, of an offset: how many lines start there or before.
    func line(of offset: Int) -> Int {
        var low = 0, high = lineStarts.count
        while low < high {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle + 1 } else { high = middle }
        }
        return low
    }

    func isLineStart(_ offset: Int) -> Bool { lineStarts[max(0, line(of: offset) - 1)] == offset }

    /// The offset of a character, line and column counted from 1.
    func offset(line: Int, column: Int) -> Int {
        guard line <= lineStarts.count else { return bytes.count }
        var offset = lineStarts[line - 1], left = column - 1
        while left > 0, offset < bytes.count {
            offset += 1
            while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
            left -= 1
        }
        return offset
    }

    /// Whether a field stands at `offset`: a delimiter or a line's start before it, and its bytes, or its quote, there.
    func holds(_ field: WholeReading.Field, at offset: Int, _ dialect: Dialect) -> Bool {
        var before = offset
        if dialect.skipsSpaces, dialect.delimiter != 0x20 {
            while before > 0, bytes[before - 1] == 0x20 { before -= 1 }
        }
        guard isLineStart(before) || bytes[before - 1] == dialect.delimiter else { return false }
        guard field.quoted else { return bytes[offset...].starts(with: field.bytes) }
        return bytes[offset...].first { $0 != 0x20 } == dialect.quote
    }
}

extension DialectHints {
    /// Hints from three bytes: the bits of the first say which there are, those of the others what they are.
    fileprivate init(fuzzed which: UInt8, _ first: UInt8, _ second: UInt8) {
        func choice<Value>(_ bit: Int, _ values: [Value], _ number: UInt8) -> Value? {
            which >> bit & 1 == 0 ? nil : values[Int(number) % values.count]
        }
        self.init(
            encoding: choice(
                5, [.utf8, .windows1252, .iso88591, .utf16LittleEndian, .utf16BigEndian], second >> 4 & 7),
            delimiter: choice(0, [";", ",", "\t", "|", " "].map { UInt8(ascii: $0) }, first & 7),
            quote: choice(1, [0, UInt8(ascii: "\""), UInt8(ascii: "'")], first >> 3 & 3),
            escape: choice(2, [.doubled, .backslash, .none], first >> 5 & 3),
            preambleRows: choice(6, [0, 3], second >> 7),
            headerRows: choice(3, [0, 1, 2, 10], second & 3),
            footerRows: choice(4, [0, 1, 3, 1000], second >> 2 & 3))
    }
}
