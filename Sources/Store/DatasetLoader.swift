import Catalogue
import Delimited
import Findings
internal import GRDB
import PersonalData
import Vocabulary

/// Loads the files of one dataset into its table: those that are new or have changed, or all of them.
struct DatasetLoader {
    let dataset: DatasetDeclaration
    let project: Project
    let tree: UnitTree
    /// Folder for what does not fit in memory.
    let folder: String
    let progress: (LoadProgress) -> Void
    private(set) var findings: [Finding] = []
    private let table: RowTable

    /// More findings of one file than this are counted, not listed.
    private static let mostFindings = 20
    /// Rows of each file that are looked at to learn how its columns are written.
    private static let sampleRows = 8192

    init(
        dataset: DatasetDeclaration, project: Project, tree: UnitTree, folder: String,
        progress: @escaping (LoadProgress) -> Void
    ) {
        self.dataset = dataset
        self.project = project
        self.tree = tree
        self.folder = folder
        self.progress = progress
        table = RowTable(dataset)
    }

    /// Brings the table up to date with `files`; `stored` is what it holds, nil where all is to be loaded anew.
    /// Findings tell what could not be read; with an error among them the caller takes everything back.
    mutating func load(
        _ files: [InputFile], stored: StoredDataset?, gone: [(number: Int, name: String)], fingerprint: String,
        into database: Database
    ) throws -> DatasetReport {
        var work = LoadWork(files, stored: stored, newestFirst: dataset.overlaps == .newest, gone: gone)
        guard try open(&work), let lookup = unitLookup() else { return work.report(dataset.name) }
        guard let sampled = try rules(work, sample: true) else {
            return try loadWhole(&work, files, fingerprint, lookup, database)
        }
        guard !findings.stops() else { return work.report(dataset.name) }
        if let report = try attempt(&work, sampled, fingerprint, lookup, database) { return report }
        return try loadWhole(&work, files, fingerprint, lookup, database)
    }

    /// Loads after a look at every cell of the columns, where a sample does not tell enough: the files that changed, or
    /// all where they cannot be told from the others.
    private mutating func loadWhole(
        _ work: inout LoadWork, _ files: [InputFile], _ fingerprint: String, _ lookup: @escaping (String) -> UnitCode?,
        _ database: Database
    ) throws -> DatasetReport {
        work.forgetCounts()
        if work.isPartial {
            let before = findings
            if let rules = try rules(work, sample: false), rules.scales == work.stored?.scales, !rules.borrows {
                if findings.stops() { return work.report(dataset.name) }
                if let report = try attempt(&work, rules, fingerprint, lookup, database) { return report }
            }
            findings = before.filter { $0.place?.file == nil }
            work = LoadWork(files, stored: nil, newestFirst: dataset.overlaps == .newest, gone: work.gone)
            guard try open(&work) else { return work.report(dataset.name) }
        }
        guard let rules = try rules(work, sample: false), !findings.stops() else { return work.report(dataset.name) }
        return try load(&work, rules, fingerprint, lookup, database)
    }

    /// Loads, and takes all of it back, with nil, where the rows show that more must be looked at.
    private mutating func attempt(
        _ work: inout LoadWork, _ rules: NumberRules, _ fingerprint: String,
        _ lookup: @escaping (String) -> UnitCode?, _ database: Database
    ) throws -> DatasetReport? {
        let before = findings
        try database.execute(sql: "SAVEPOINT load")
        do {
            let report = try load(&work, rules, fingerprint, lookup, database)
            try database.execute(sql: "RELEASE load")
            return report
        } catch is SampleMisled {
            try database.execute(sql: "ROLLBACK TO load; RELEASE load")
            findings = before
            return nil
        }
    }

    /// Opens the files to load; false, with findings, where one cannot be read or lacks a column.
    private mutating func open(_ work: inout LoadWork) throws -> Bool {
        for index in work.items.indices where work.items[index].isToLoad {
            let file = work.items[index].file
            do {
                let sum = FileSum()
                let opened = try DelimitedFile.open(
                    path: file.path, name: file.name, hints: dataset.dialect.hints, observe: sum.add)
                let hash = sum.finish()
                guard file.sha256.isEmpty || hash == file.sha256 else { throw DelimitedFile.changedWhileRead(file.name) }
                work.items[index].opened(opened, sha256: hash)
                // A header said again is met row by row.
                findings += opened.openingFindings.filter { $0.severity > .note && $0.code != "second-header" }
                guard let layout = ColumnLayout(opened, dataset, &findings) else { continue }
                work.items[index].layout = layout
                findings += personalFindings(
                    PersonalColumns.sample(opened, layout, dataset, rows: Self.sampleRows), opened, dataset)
            } catch let refusal as Refusal {
                findings += refusal.findings
            }
        }
        return !findings.stops()
    }

    /// How the numbers of each file are read; nil where the sample does not tell.
    private mutating func rules(_ work: LoadWork, sample: Bool) throws -> NumberRules? {
        var rules = NumberRules(table.numbers, dataset)
        for (index, item) in work.items.enumerated() {
            guard item.isToLoad, let file = item.delimited, let layout = item.layout else { continue }
            rules.look(at: file, layout, item: index, rows: sample ? Self.sampleRows : .max)
        }
        let found = rules.decide(stored: work.isPartial ? work.stored : nil, sample: sample)
        if sample, found.isOpen { return nil }
        findings += found.findings
        return sample && work.isPartial && (rules.scales != work.stored?.scales || rules.borrows) ? nil : rules
    }

    private mutating func load(
        _ work: inout LoadWork, _ rules: NumberRules, _ fingerprint: String,
        _ lookup: @escaping (String) -> UnitCode?, _ database: Database
    ) throws -> DatasetReport {
        if work.isPartial {
            for number in work.removed { _ = try table.removeRows(of: number, database) }
        } else {
            try dropDataset(dataset.name, database)
            try table.create(database)
        }
        let dictionaries = work.dictionaries(table)
        let keys = KeyLedger(folder: folder)
        if work.isPartial, dataset.key != nil { try keepKeys(of: work, keys, dictionaries, database) }
        let expiry = Expiry(dataset, project, dictionaries.periods)
        let insert = try table.batch(database)
        let absent = try RowInsert(
            database, sql: "INSERT INTO absent_value VALUES ('\(dataset.name)', ?, ?, ?)")
        var faults: [(item: Int, row: RowInDoubt)] = []
        for index in work.items.indices {
            guard work.items[index].isToLoad, let file = work.items[index].delimited,
                let layout = work.items[index].layout
            else { continue }
            let columns = table.numbers.indices.map {
                NumberColumn(
                    table.numbers[$0], source: layout.numbers[$0], rule: rules.rule(item: index, column: $0),
                    missing: dataset.missing)
            }
            let (name, progress) = (dataset.name, progress)
            var loader = FileLoader(
                file: file, layout: layout, dataset: dataset, columns: columns,
                period: PeriodColumn(dataset.period, sources: layout.period),
                unit: UnitColumn(source: layout.unit, ignoresOthers: dataset.ignoresOtherUnits, lookup: lookup),
                dictionaries: dictionaries, key: table.keyPositions, isExpired: expiry.isExpired,
                number: work.items[index].number, insert: insert, absent: absent, keys: keys
            ) { progress(LoadProgress(dataset: name, file: file.name, rows: $0, share: $1)) }
            let reading = try loader.load(&work.items[index].report)
            findings += reading.findings.filter { $0.severity > .note || $0.code == "footer" }
            findings += loader.oddRows.findings(file.name, width: file.header.count)
            findings += personalFindings(loader.scans, file, dataset)
            faults += loader.faults.map { (index, $0) }
        }
        try insert.finish()
        reportUnknownTotals(dictionaries)
        guard !findings.stops() else { return work.report(dataset.name) }
        faults += try resolveRepeatedKeys(keys, &work, database)
        report(faults, &work)
        guard !findings.stops() else { return work.report(dataset.name) }
        try DatasetRecord(dataset, table).write(
            work.items.map { ($0.number, $0.report) }, dictionaries,
            rules: rules, fingerprint: fingerprint, database)
        try checkPages(database)
        return work.report(dataset.name)
    }

    /// Adds the keys of the rows that stay.
    private func keepKeys(
        of work: LoadWork, _ keys: KeyLedger, _ dictionaries: Dictionaries, _ database: Database
    ) throws {
        guard let positions = table.keyPositions else { return }
        let names = positions.categories.map { table.categories[$0].name }, texts = positions.texts.map { table.texts[$0].name }
        let columns = (["row", "period", "unit"] + names + texts).map { "\"\($0)\"" }.joined(separator: ", ")
        let rows = try Row.fetchCursor(database, sql: "SELECT \(columns) FROM \"\(table.name)\"")
        while let row = try rows.next() {
            var hash = mixed(mixed(0x9e37_79b9_7f4a_7c15, UInt64(row[1] as Int64)), UInt64(row[2] as Int64))
            for place in names.indices { hash = mixed(hash, UInt64(row[3 + place] as Int64)) }
            for place in texts.indices {
                var text: String = row[3 + names.count + place]
                text.withUTF8 { hash = mixed(hash, hashOfBytes($0)) }
            }
            keys.add(hash, row: row[0])
        }
    }

    /// Rows with the key of another row: older ones give way where the dataset says so, the others are faults.
    private func resolveRepeatedKeys(
        _ keys: KeyLedger, _ work: inout LoadWork, _ database: Database
    ) throws -> [(item: Int, row: RowInDoubt)] {
        var faults: [(item: Int, row: RowInDoubt)] = []
        guard dataset.key != nil else { return faults }
        for group in try keys.repeated() {
            var kept: [Int64] = []
            // Rows that stay from earlier loads come first: a fault is one of the files that are loaded now.
            for row in group.sorted(by: { work.isOlder($0, than: $1) }) {
                guard let first = try kept.first(where: { try table.haveSameKey($0, row, database) }) else {
                    kept.append(row)
                    continue
                }
                guard let item = work.item(ofFile: RowNumber.file(row)) else { continue }
                // Which of two rows counts must not depend on which came first.
                if work.isPartial, dataset.setAside > 0 { throw SampleMisled() }
                try table.removeRow(row, database)
                work.items[item].report.loaded -= 1
                if dataset.overlaps == .newest, RowNumber.file(first) != RowNumber.file(row) {
                    work.items[item].report.superseded += 1
                    continue
                }
                work.items[item].report.setAside += 1
                let other = work.item(ofFile: RowNumber.file(first)).map { work.items[$0].file.name } ?? ""
                let place = "\(other):\(RowNumber.line(first))"
                faults.append(
                    (item, RowInDoubt(line: RowNumber.line(row), column: 1, field: 0, fault: .duplicateKey, detail: place)))
            }
        }
        return faults
    }

    /// Faults are errors where there are more of them than the dataset allows, else warnings; and rows of the account.
    private mutating func report(
        _ faults: [(item: Int, row: RowInDoubt)], _ work: inout LoadWork
    ) {
        let total = work.items.reduce(0) { $0 + $1.report.setAside }
        guard total > 0 else { return }
        let severity = total > dataset.setAside ? Severity.error : .warning
        for index in work.items.indices {
            let own = faults.filter { $0.item == index }
            guard !own.isEmpty else { continue }
            let name = work.items[index].file.name
            for fault in own.prefix(Self.mostFindings) {
                findings.append(
                    finding(fault.row, severity, work.items[index]))
            }
            let rest = work.items[index].report.setAside - min(own.count, Self.mostFindings)
            if rest > 0 {
                findings.append(
                    Finding(
                        severity, "more-findings", "\(rest) more rows like these", at: Place(file: name),
                        suggestion: "mend the first ones and try again"))
            }
            work.setAsideRows += own.map {
                SetAsideRow(file: name, line: $0.row.line, column: $0.row.column, reason: $0.row.fault.code)
            }
        }
        if severity == .error, dataset.setAside > 0 {
            findings.append(
                Finding(
                    .error, "too-many-set-aside",
                    "\(total) rows of dataset '\(dataset.name)' cannot be read, more than the \(dataset.setAside) allowed",
                    at: dataset.place, suggestion: "mend the file; nothing was changed"))
        }
    }

    private func finding(_ row: RowInDoubt, _ severity: Severity, _ item: LoadWork.Item) -> Finding {
        let header = item.delimited?.header ?? []
        let (message, suggestion) = words(
            row.fault, row.detail, heading: header.indices.contains(row.field) ? header[row.field] : "")
        return Finding(
            severity, row.fault.code, message, at: Place(file: item.file.name, line: row.line, column: row.column),
            suggestion: suggestion)
    }

    private func words(_ fault: RowFault, _ detail: String, heading: String) -> (String, String) {
        switch fault {
        case .notANumber:
            ("column '\(heading)' does not hold a number here", "correct the cell, or declare the column under 'categories'")
        case .unknownMark:
            (
                "column '\(heading)' does not hold a number here",
                "if it marks a missing value, declare it under 'missing' of the dataset"
            )
        case .unknownWord:
            (
                "column '\(heading)' holds a word here that stands for no score", "add it under 'values' of the column"
            )
        case .tooLarge:
            (
                "column '\(heading)' holds more digits than can be kept exactly",
                "declare the column's 'decimals' in config.json"
            )
        case .notAPeriod:
            ("no period can be read here", "write 2024, 2024M05, 2024K1, 2023/24 or 31-12-2024")
        case .unknownUnit:
            (
                detail.isEmpty ? "this unit is not in \(project.units.file)" : "unit '\(detail)' is not in \(project.units.file)",
                didYouMean(detail, among: tree.units.flatMap { [$0.code.code, $0.name(.danish)] })
                    ?? "add it there, or set 'others': 'ignore' for the dataset's unit"
            )
        case .duplicateKey:
            (
                "the same period, unit and key stand in \(detail)",
                "delete one of the rows, or add the column that tells them apart to 'key'"
            )
        case .repeatedHeader:
            ("the header stands here again, among the data", "put each table into a file of its own")
        case .blankRow: ("this row has no values at all", "delete the blank rows")
        }
    }

    /// A declared total that never occurs would leave every figure without rows.
    private mutating func reportUnknownTotals(_ dictionaries: Dictionaries) {
        for (column, codes) in zip(table.categories, dictionaries.categories) {
            guard let total = column.total, !codes.labels.contains(total), !codes.labels.isEmpty else { continue }
            findings.append(
                Finding(
                    .warning, "unknown-total", "'\(total)', the total of column '\(column.header)', never occurs",
                    at: column.place,
                    suggestion: didYouMean(total, among: codes.labels) ?? "remove 'total' where the files hold none"))
        }
    }

    /// SQLite's own look at every page of the table, before anything is kept.
    private mutating func checkPages(_ database: Database) throws {
        let answer = try String.fetchOne(database, sql: "PRAGMA quick_check(\"\(table.name)\")")
        guard answer != "ok" else { return }
        findings.append(
            Finding(
                .error, "database-damaged", "the rows of dataset '\(dataset.name)' did not reach the database whole",
                suggestion: "check the disk and try again; nothing was changed"))
    }

    private mutating func unitLookup() -> ((String) -> UnitCode?)? {
        let lookup = UnitLookup(dataset, project, tree)
        findings += lookup.findings
        return lookup.code
    }
}
