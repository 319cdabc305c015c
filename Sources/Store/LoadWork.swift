import Catalogue
import Delimited
import Findings
internal import GRDB
import Vocabulary

/// What the database holds of a dataset before it is loaded.
struct StoredDataset {
    var fingerprint: String
    /// Every file with its number and what became of it.
    var files: [(number: Int, report: FileReport)]
    /// Stored decimals of each number column, and the most digits before them, in order.
    var scales: [Int]
    var wholeDigits: [Int]
    /// Whether a file was read by what other files say, so that all are loaded again when one changes.
    var borrows: Bool
    var periods: [String]
    var units: [String]
    var categories: [[String]]

    /// Nil where the dataset was never loaded.
    init?(_ name: String, _ database: Database) throws {
        guard
            let row = try Row.fetchOne(
                database, sql: "SELECT fingerprint, borrows FROM dataset WHERE name = ?", arguments: [name])
        else { return nil }
        (fingerprint, borrows) = (row["fingerprint"], row["borrows"])
        files = try Row.fetchAll(
            database, sql: "SELECT * FROM source_file WHERE dataset = ? ORDER BY path", arguments: [name]
        ).map { ($0["number"], FileReport($0)) }
        var labels: [String: [[String]]] = [:]
        (scales, wholeDigits) = ([], [])
        for row in try Row.fetchAll(
            database, sql: "SELECT id, kind, scale, whole_digits FROM dataset_column WHERE dataset = ? ORDER BY position",
            arguments: [name])
        {
            let kind: String = row["kind"]
            if kind == "number" {
                scales.append(row["scale"])
                wholeDigits.append(row["whole_digits"])
            } else if kind != "text" {
                let words = try String.fetchAll(
                    database, sql: "SELECT label FROM category WHERE column_id = ? ORDER BY code",
                    arguments: [row["id"] as Int64])
                labels[kind, default: []].append(words)
            }
        }
        periods = labels["period"]?.first ?? []
        units = labels["unit"]?.first ?? []
        categories = labels["category"] ?? []
    }
}

extension FileReport {
    init(_ row: Row) {
        self.init(name: row["path"], sha256: row["sha256"], bytes: row["bytes"], encoding: row["encoding"])
        (read, loaded, setAside) = (row["read"], row["rows"], row["set_aside"])
        (passedOver, superseded, expired) = (row["passed_over"], row["superseded"], row["expired"])
    }
}

/// The files of a dataset, which of them are to be loaded, and how far that has come.
struct LoadWork {
    struct Item {
        let file: InputFile
        let number: Int
        let isToLoad: Bool
        private(set) var delimited: DelimitedFile?
        var layout: ColumnLayout?
        var report: FileReport

        init(_ file: InputFile, number: Int, isToLoad: Bool, report: FileReport) {
            self.file = file
            self.number = number
            self.isToLoad = isToLoad
            self.report = report
        }

        mutating func opened(_ delimited: DelimitedFile, sha256: String) {
            self.delimited = delimited
            report.sha256 = sha256
            report.encoding = delimited.encoding.rawValue
        }
    }

    var items: [Item] = []
    let stored: StoredDataset?
    /// Whether rows of other files stay as they are.
    let isPartial: Bool
    /// Files whose rows go: changed, or no longer there.
    private(set) var removed: [Int] = []
    let gone: [(number: Int, name: String)]
    var setAsideRows: [SetAsideRow] = []

    /// Where newer rows take the place of older ones, the newest file, the last in order of names, comes first, and a
    /// change in one file may concern all.
    init(
        _ files: [InputFile], stored: StoredDataset?, newestFirst: Bool, gone: [(number: Int, name: String)]
    ) {
        self.stored = stored
        isPartial = stored.map { !$0.borrows && !newestFirst } ?? false
        let before = Dictionary(
            (stored?.files ?? []).map { ($0.report.name, $0) }, uniquingKeysWith: { first, _ in first })
        self.gone = gone
        var next = isPartial ? (before.values.map(\.number).max() ?? -1) + 1 : 0
        for file in newestFirst ? files.reversed() : files {
            let old = isPartial ? before[file.name] : nil
            if let old, old.report.sha256 == file.sha256 {
                items.append(Item(file, number: old.number, isToLoad: false, report: old.report))
                continue
            }
            if let old { removed.append(old.number) }
            let number = old?.number ?? next
            if old == nil { next += 1 }
            items.append(
                Item(
                    file, number: number, isToLoad: true,
                    report: FileReport(name: file.name, sha256: file.sha256, bytes: file.bytes, encoding: "")))
        }
        if isPartial { removed += gone.map(\.number) }
    }

    /// Before another attempt.
    mutating func forgetCounts() {
        for index in items.indices where items[index].isToLoad {
            let old = items[index].report
            items[index].report = FileReport(
                name: old.name, sha256: old.sha256, bytes: old.bytes, encoding: old.encoding)
        }
        setAsideRows = []
    }

    /// Whether a row comes before another where both have one key: rows of files that stay first, then by number.
    func isOlder(_ first: Int64, than second: Int64) -> Bool {
        func rank(_ row: Int64) -> Int { item(ofFile: RowNumber.file(row)).map { items[$0].isToLoad ? 1 : 0 } ?? 0 }
        return (rank(first), first) < (rank(second), second)
    }

    func item(ofFile number: Int) -> Int? { items.firstIndex { $0.number == number } }

    func dictionaries(_ table: RowTable) -> Dictionaries {
        guard isPartial, let stored else { return Dictionaries(categories: table.categories.map { _ in [] }) }
        return Dictionaries(periods: stored.periods, units: stored.units, categories: stored.categories)
    }

    func report(_ dataset: String) -> DatasetReport {
        DatasetReport(
            dataset: dataset, files: items.map(\.report).sorted { $0.name < $1.name }, isUnchanged: false,
            loadedFiles: items.filter(\.isToLoad).map(\.file.name).sorted(), gone: gone.map(\.name),
            setAsideRows: setAsideRows)
    }
}

/// Which periods are older than a dataset keeps.
final class Expiry {
    private let oldest: CalendarDay?
    private let periods: CategoryCodes
    private var known: [Int32: Bool] = [:]

    init(_ dataset: DatasetDeclaration, _ project: Project, _ periods: CategoryCodes) {
        oldest = dataset.keptMonths.flatMap { months in
            CalendarDay(project.description.builtAt).map { firstKeptDay(builtAt: $0, months: months) }
        }
        self.periods = periods
    }

    func isExpired(_ code: Int32) -> Bool {
        guard let oldest else { return false }
        if let answer = known[code] { return answer }
        let answer = Period(periods.labels[Int(code)]).map { $0.end < oldest } ?? false
        known[code] = answer
        return answer
    }
}

/// Rows of periods that end before this day are kept no longer.
func firstKeptDay(builtAt: CalendarDay, months: Int) -> CalendarDay {
    let month = builtAt.year * 12 + builtAt.month - 1 - months
    for day in stride(from: builtAt.day, through: 1, by: -1) {
        if let found = CalendarDay(month / 12, month % 12 + 1, day) { return found }
    }
    return builtAt
}
