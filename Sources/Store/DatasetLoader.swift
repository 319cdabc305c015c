import Catalogue
import Delimited
import Findings
internal import GRDB
import Vocabulary

/// Loads the files of one dataset into its table.
struct DatasetLoader {
    let dataset: DatasetDeclaration
    let project: Project
    let tree: UnitTree
    let files: [InputFile]
    private(set) var findings: [Finding] = []

    /// More findings of one file than this are counted, not listed.
    private static let mostFindings = 20

    private var periods = CategoryCodes()
    private var units = CategoryCodes()
    private var categories: [CategoryCodes]
    private var numbers: [ColumnDeclaration]
    private var texts: [ColumnDeclaration]
    private var keys = KeySet()
    private var duplicates: [(file: Int, line: Int)] = []

    init(dataset: DatasetDeclaration, project: Project, tree: UnitTree, files: [InputFile]) {
        self.dataset = dataset
        self.project = project
        self.tree = tree
        self.files = files
        numbers = dataset.columns.filter { $0.kind == .number }
        texts = dataset.columns.filter { $0.kind == .category }
        categories = texts.map { _ in CategoryCodes() }
    }

    /// Replaces the dataset's rows; findings tell what could not be read.
    mutating func load(into database: Database, fingerprint: String) throws -> [FileReport] {
        var opened: [(DelimitedFile, ColumnLayout)] = []
        for file in files {
            do {
                let table = try DelimitedFile.open(path: file.path, name: file.name, hints: dataset.dialect.hints)
                findings += table.findings.filter { $0.severity > .note }
                if let layout = ColumnLayout(table, dataset, &findings) { opened.append((table, layout)) }
            } catch let refusal as Refusal {
                findings += refusal.findings
            }
        }
        guard !findings.stops(), let lookup = unitLookup() else { return [] }
        let scales = numbers.indices.map { number in
            numbers[number].decimals ?? opened.map { $0.1.fractionDigits[number] }.max() ?? 0
        }
        try dropDataset(dataset.name, database)
        let table = RowTable(dataset: dataset, numbers: numbers, texts: texts)
        try table.create(database, fingerprint: fingerprint, scales: scales)
        let insert = try table.insertStatement(database)
        var reports: [FileReport] = []
        for (number, (file, layout)) in opened.enumerated() {
            reports.append(try load(file, layout, scales, lookup, number, insert))
        }
        try insert.close()
        for (number, report) in reports.enumerated() {
            try table.record(report, id: number, database)
        }
        reportUnknownTotals()
        if !findings.stops() { try reportDuplicates(table, database) }
        try table.finish(
            database, periods: periods.labels, units: units.labels, categories: categories.map(\.labels), scales: scales,
            rows: reports.reduce(0) { $0 + $1.loaded })
        return reports
    }

    private mutating func load(
        _ file: DelimitedFile, _ layout: ColumnLayout, _ scales: [Int], _ lookup: @escaping (String) -> UnitCode?,
        _ fileNumber: Int, _ insert: RowInsert
    ) throws -> FileReport {
        let columns = numbers.indices.map {
            NumberColumn(
                numbers[$0], index: layout.numbers[$0], format: layout.formats[$0], scale: scales[$0],
                missing: dataset.missing)
        }
        var period = PeriodColumn(dataset.period, indexes: layout.period)
        var unit = UnitColumn(index: layout.unit, ignoresOthers: dataset.ignoresOtherUnits, lookup: lookup)
        var problems: [Finding] = []
        var report = FileReport(
            name: file.name, sha256: files[fileNumber].sha256, bytes: files[fileNumber].bytes, read: 0, loaded: 0,
            passedOver: 0, encoding: file.dialect.encoding.rawValue)
        let texts = layout.texts
        var codes = [Int](repeating: 0, count: texts.count)
        try file.forEachRecord { record in
            report.read += 1
            let unitCode: Int
            switch unit.unit(record, &units) {
            case .ignored:
                report.passedOver += 1
                return true
            case .unknown(let text):
                problems.append(self.unknownUnit(text, record, layout, file.name))
                return true
            case .known(let code): unitCode = code
            }
            guard let periodCode = period.code(record, &periods) else {
                problems.append(self.notAPeriod(record, layout, file.name))
                return true
            }
            insert.begin(period: periodCode, unit: unitCode)
            var missing = 0, isReadable = true
            for (number, column) in columns.enumerated() {
                switch column.read(record, file: file.name) {
                case .value(let value): insert.bind(value)
                case .absent(let state):
                    insert.bindNull()
                    missing |= state.bits << (2 * number)
                case .unreadable(let finding):
                    problems.append(finding)
                    isReadable = false
                }
            }
            guard isReadable else { return true }
            for (number, index) in texts.enumerated() {
                codes[number] = categories[number].code(record.bytes(index))
                insert.bind(Int64(codes[number]))
            }
            if let key = layout.key, !keys.insert(periodCode, unitCode, key.map { codes[$0] }) {
                duplicates.append((fileNumber, record.line))
            }
            try insert.finish(missing: missing, file: fileNumber, line: record.line)
            report.loaded += 1
            return true
        }
        findings += problems.prefix(Self.mostFindings)
        if problems.count > Self.mostFindings {
            findings.append(
                Finding(
                    .error, "more-findings", "\(problems.count - Self.mostFindings) more rows like these",
                    at: Place(file: file.name), suggestion: "mend the first ones and try again"))
        }
        return report
    }

    private func unknownUnit(
        _ text: String, _ record: borrowing Delimited.Record, _ layout: ColumnLayout, _ file: String
    ) -> Finding {
        let index = layout.unit ?? 0
        return Finding(
            .error, "unknown-unit", "unit '\(text)' is not in \(project.units.file)",
            at: Place(file: file, line: record.line(of: index), column: record.column(index)),
            suggestion: didYouMean(text, among: tree.units.flatMap { [$0.code.code, $0.name(.danish)] })
                ?? "add it there, or set 'others': 'ignore' for the dataset's unit")
    }

    private func notAPeriod(_ record: borrowing Delimited.Record, _ layout: ColumnLayout, _ file: String) -> Finding {
        let index = layout.period.last ?? 0
        return Finding(
            .error, "not-a-period", "no period can be read here",
            at: Place(file: file, line: record.line(of: index), column: record.column(index)),
            suggestion: "write 2024, 2024M05, 2024K1, 2023/24 or 31-12-2024")
    }

    /// What a cell of the unit column means: a code, a unit's name, or a name of the declared table.
    private mutating func unitLookup() -> ((String) -> UnitCode?)? {
        guard case .column(_, let byName, let names, _) = dataset.unit else {
            guard case .constant(let code) = dataset.unit else { return nil }
            guard tree[code] != nil else {
                findings.append(
                    Finding(
                        .error, "unknown-unit", "unit '\(code)' is not in \(project.units.file)", at: dataset.place))
                return nil
            }
            return { _ in code }
        }
        let tree = tree
        guard byName else { return { tree[UnitCode($0)]?.code } }
        var table = Dictionary(
            tree.units.map { ($0.name(.danish).precomposedTrimmed, $0.code) }, uniquingKeysWith: { first, _ in first })
        if let names, !addNames(names, to: &table) { return nil }
        return { table[$0] }
    }

    private mutating func addNames(_ names: String, to table: inout [String: UnitCode]) -> Bool {
        guard let input = inputFiles(names, in: project.folder).first else {
            findings.append(
                Finding(
                    .error, "missing-file", "no file '\(names)'", at: dataset.place,
                    suggestion: "put a CSV file with the columns name;code there"))
            return false
        }
        do {
            let file = try DelimitedFile.open(path: input.path, name: input.name)
            guard let name = file.header.firstIndex(of: "name"), let code = file.header.firstIndex(of: "code") else {
                findings.append(missingColumn(file.header.contains("name") ? "code" : "name", in: file))
                return false
            }
            file.forEachRecord { record in
                let unit = UnitCode(record.text(code).precomposedTrimmed)
                if tree[unit] != nil { table[record.text(name).precomposedTrimmed] = unit }
                return true
            }
            return true
        } catch let refusal as Refusal {
            findings += refusal.findings
        } catch {
            findings.append(Finding(.error, "unreadable", "the file cannot be read", at: Place(file: names)))
        }
        return false
    }

    /// A declared total that never occurs would leave every figure without rows.
    private mutating func reportUnknownTotals() {
        for (column, codes) in zip(texts, categories) {
            guard let total = column.total, !codes.labels.contains(total), !codes.labels.isEmpty else { continue }
            findings.append(
                Finding(
                    .warning, "unknown-total", "'\(total)', the total of column '\(column.header)', never occurs",
                    at: column.place,
                    suggestion: didYouMean(total, among: codes.labels) ?? "remove 'total' where the files hold none"))
        }
    }

    private mutating func reportDuplicates(_ table: RowTable, _ database: Database) throws {
        for (file, line) in duplicates.prefix(Self.mostFindings) {
            guard let first = try table.firstWithKey(ofFile: file, line: line, database) else { continue }
            findings.append(
                Finding(
                    .error, "duplicate-key",
                    "the same period, unit and key stand in \(files[first.file].name):\(first.line)",
                    at: Place(file: files[file].name, line: line, column: 1),
                    suggestion: "delete one of the rows, or add the column that tells them apart to 'key'"))
        }
    }
}

extension MissingState {
    /// Two bits a column in `missing`: 1 missing, 2 not applicable, 3 confidential.
    var bits: Int {
        switch self {
        case .zero: 0
        case .missing: 1
        case .notApplicable: 2
        case .confidential: 3
        }
    }
}

extension DatasetDeclaration {
    var ignoresOtherUnits: Bool {
        if case .column(_, _, _, let ignores) = unit { return ignores }
        return false
    }
}

/// Hashes of the keys seen, to find rows that may be duplicates; the database then says whether they are.
private struct KeySet {
    private var seen: Set<UInt64> = []

    /// False where the key may have been there before.
    mutating func insert(_ period: Int, _ unit: Int, _ codes: [Int]) -> Bool {
        var hash: UInt64 = 0x9e37_79b9_7f4a_7c15
        for code in [period, unit] + codes {
            hash = (hash ^ UInt64(bitPattern: Int64(code))) &* 0xff51_afd7_ed55_8ccd
            hash ^= hash >> 32
        }
        return seen.insert(hash).inserted
    }
}
