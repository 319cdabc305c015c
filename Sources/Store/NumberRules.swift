import Catalogue
import Delimited
import Findings
import Vocabulary

/// How the numbers of a dataset's columns are read, decided for each file by what its cells show, and where they leave
/// it open by what the dataset's other files show.
struct NumberRules {
    private let columns: [ColumnDeclaration]
    private let dataset: DatasetDeclaration
    private var seen: [(item: Int, file: DelimitedFile, verdicts: [NumberVerdict])] = []
    private var rules: [[NumberReadingRule]] = []
    private(set) var scales: [Int] = []
    /// The most digits before the decimals, column by column.
    private(set) var wholeDigits: [Int] = []
    /// Whether a file was read by what other files say: a change in one of them concerns it too.
    private(set) var borrows = false

    init(_ columns: [ColumnDeclaration], _ dataset: DatasetDeclaration) {
        self.columns = columns
        self.dataset = dataset
    }

    /// Looks at the number columns of the first `rows` rows of a file. Marks that the dataset declares are no numbers.
    mutating func look(at file: DelimitedFile, _ layout: ColumnLayout, item: Int, rows: Int) {
        var evidence = [NumberEvidence](repeating: NumberEvidence(), count: columns.count)
        let marks = Set(dataset.missing.keys)
        file.forEachRecord { record in
            for column in layout.columns {
                for (index, source) in layout.numbers.enumerated() {
                    if case .field = source, column != nil, column !== layout.wide.first { continue }
                    let cell = source.cell(record, column)
                    if cell.count <= 12, marks.contains(String(decoding: cell, as: UTF8.self)) { continue }
                    evidence[index].see(cell, line: record.line)
                }
            }
            return record.row < rows
        }
        seen.append((item, file, evidence.map(\.verdict)))
    }

    /// Decides. With `sample` set, an open question is left to a look at all rows (`isOpen`); else it is a finding.
    mutating func decide(stored: StoredDataset?, sample: Bool) -> (isOpen: Bool, findings: [Finding]) {
        var findings: [Finding] = []
        var isOpen = false
        wholeDigits = columns.indices.map { column in
            max(seen.map { $0.verdicts[column].wholeDigits }.max() ?? 0, stored?.wholeDigits[column] ?? 0)
        }
        scales = columns.indices.map { column in
            let found = seen.map { $0.verdicts[column].fractionDigits }.max() ?? 0
            let scored = columns[column].scores.values.map(\.decimals).max() ?? 0
            // A number of 64 bits has 18 digits; those before the decimals come first.
            let most = max(0, 18 - wholeDigits[column])
            return columns[column].decimals ?? min(max(found, scored, stored?.scales[column] ?? 0), most)
        }
        rules = seen.map { _, file, verdicts in
            columns.indices.map { column in
                let verdict = verdicts[column], declared = columns[column].decimals
                var decimal = dataset.dialect.decimal?.utf8.first ?? verdict.decimal
                if verdict.isAmbiguous, dataset.dialect.decimal == nil {
                    decimal = elsewhere(column)
                    borrows = true
                    if decimal == nil {
                        isOpen = true
                        findings.append(ambiguous(columns[column], file))
                    }
                }
                if declared == nil, verdict.fractionDigits > scales[column] {
                    isOpen = true
                    borrows = true
                    findings.append(rounded(columns[column], file, from: verdict.fractionDigits, to: scales[column]))
                }
                let usual = file.delimiter == UInt8(ascii: ",") ? UInt8(ascii: ".") : UInt8(ascii: ",")
                let point = decimal ?? (verdict.group == .comma ? UInt8(ascii: ".") : usual)
                return NumberReadingRule(
                    format: NumberFormat(decimal: point, group: Self.group(verdict, point)), scale: scales[column],
                    rounds: declared != nil || verdict.fractionDigits > scales[column], isFromSample: sample,
                    knowsDecimals: !sample || decimal != nil)
            }
        }
        return (isOpen, findings)
    }

    func rule(item: Int, column: Int) -> NumberReadingRule {
        rules[seen.firstIndex { $0.item == item }!][column]
    }

    /// What the files that leave no doubt say of a column, where they agree.
    private func elsewhere(_ column: Int) -> UInt8? {
        let found = Set(seen.filter { !$0.verdicts[column].isAmbiguous }.compactMap { $0.verdicts[column].decimal })
        return found.count == 1 ? found.first : nil
    }

    private static func group(_ verdict: NumberVerdict, _ decimal: UInt8) -> NumberFormat.Group {
        switch verdict.group {
        case .point where decimal == UInt8(ascii: "."), .comma where decimal == UInt8(ascii: ","): .none
        // Where every number looks like 1.234 and the point is no decimal point, it parts thousands.
        case .none where verdict.isAmbiguous: decimal == UInt8(ascii: ",") ? .point : .comma
        default: verdict.group
        }
    }

    private func ambiguous(_ column: ColumnDeclaration, _ file: DelimitedFile) -> Finding {
        Finding(
            .error, "ambiguous-number",
            "column '\(column.header)' could be thousands or decimals: every number looks like 1.234",
            at: Place(file: file.name, line: file.headerLine, column: 1),
            suggestion: "set 'dialect': {'decimal': ','} or '.' for dataset '\(dataset.name)'")
    }

    private func rounded(_ column: ColumnDeclaration, _ file: DelimitedFile, from digits: Int, to scale: Int) -> Finding {
        Finding(
            .warning, "rounded-decimals",
            "column '\(column.header)' has numbers with \(digits) decimals; \(scale) are kept, the last one rounded",
            at: Place(file: file.name, line: file.headerLine), suggestion: "declare the column's 'decimals'")
    }
}

extension Score {
    fileprivate var decimals: Int {
        if case .value(let exact) = self { return exact.normalized.scale }
        return 0
    }
}
