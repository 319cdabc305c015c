import Delimited
import Findings

/// Everything that is read of a file in one pass, to compare it with another pass.
struct WholeReading {
    struct Field: Equatable {
        let bytes: [UInt8]
        let isValid: Bool
        let line: Int
        let column: Int
        let quoted: Bool
    }

    struct Row: Equatable {
        let row: Int
        let line: Int
        let offset: Int
        let fields: [Field]
    }

    var header: [String] = []
    var headerLine = 0
    var dialect = Dialect()
    /// The findings of the file, or those that refuse it.
    var findings: [Finding]
    /// What the pass met; nothing where the file was refused.
    var reading: Reading?
    var records: [Row] = []
    /// Whether fields beyond a row's last one are empty.
    var beyond = true

    init(refusal findings: [Finding]) { self.findings = findings }

    init(_ file: DelimitedFile) {
        header = file.header
        headerLine = file.headerLine
        findings = []
        var records: [Row] = []
        var beyond = true
        reading = file.forEachRecord { record in
            let fields = (0..<record.count).map { index in
                let bytes = Array(record.bytes(index))
                let text = String(validating: bytes, as: UTF8.self)
                return Field(
                    bytes: bytes, isValid: text == record.text(index) && text != nil, line: record.line(of: index),
                    column: record.column(index), quoted: record.isQuoted(index))
            }
            records.append(Row(row: record.row, line: record.line, offset: record.offset, fields: fields))
            if !record.bytes(record.count).isEmpty || record.isQuoted(record.count) { beyond = false }
            return true
        }
        self.records = records
        self.beyond = beyond
        dialect = file.dialect
        findings = file.findings
    }
}
