import Catalogue
import Delimited
import Findings
import PersonalData
import Vocabulary

/// Reads one row after another and inserts it. What it needs for each cell lies in plain memory: counting references
/// once a cell would cost as much as SQLite does.
final class RowLoader {
    private var account: FileReport
    /// Rows read and loaded; counted apart from the rest of the account, for they are counted with every row.
    private let counts = UnsafeMutablePointer<(read: Int, loaded: Int, absent: Int)>.allocate(capacity: 1)
    private(set) var faults: [RowInDoubt] = []
    var people: PersonalColumns

    private let period: PeriodColumn
    private let unit: UnitColumn
    private let dictionaries: Dictionaries
    private let columns: [NumberColumn]
    private let isExpired: ((Int32) -> Bool)?
    private let insert: RowBatch
    private let absent: RowInsert
    private let keys: KeyLedger?
    private let file: Int

    private let numbers: UnsafeMutableBufferPointer<PlainColumn>
    private let categories: UnsafeMutableBufferPointer<CodedColumn>
    private let texts: UnsafeMutableBufferPointer<CodedColumn>
    private var states: [(column: Int, state: MissingState)] = []

    /// A number column as the quick way of reading needs it.
    private struct PlainColumn {
        let source: CellSource
        let decimal: UInt8
        let scale: Int
        /// Whether cells may be read the quick way at all.
        let isPlain: Bool
    }

    private struct CodedColumn {
        let source: CellSource
        let codes: Unmanaged<CategoryCodes>?
        let isKey: Bool
    }

    init(_ loader: FileLoader, _ report: FileReport) {
        account = report
        counts.initialize(to: (0, 0, 0))
        people = PersonalColumns(loader.file, loader.layout, loader.dataset)
        (period, unit, dictionaries, columns) = (loader.period, loader.unit, loader.dictionaries, loader.columns)
        isExpired = loader.dataset.keptMonths == nil ? nil : loader.isExpired
        (insert, absent, file) = (loader.insert, loader.absent, loader.number)
        keys = loader.key == nil ? nil : loader.keys
        numbers = Self.plain(
            columns.map {
                PlainColumn(
                    source: $0.source, decimal: $0.rule.format.decimal, scale: $0.rule.scale, isPlain: $0.isPlain)
            })
        categories = Self.plain(
            loader.layout.categories.enumerated().map { index, source in
                CodedColumn(
                    source: source, codes: .passUnretained(loader.dictionaries.categories[index]),
                    isKey: loader.key?.categories.contains(index) ?? false)
            })
        texts = Self.plain(
            loader.layout.texts.enumerated().map { index, source in
                CodedColumn(source: source, codes: nil, isKey: loader.key?.texts.contains(index) ?? false)
            })
    }

    deinit {
        counts.deallocate()
        numbers.deallocate()
        categories.deallocate()
        texts.deallocate()
    }

    /// What became of the rows.
    var report: FileReport {
        var report = account
        report.read += counts.pointee.read
        report.loaded += counts.pointee.loaded
        return report
    }

    private func forgetStates() {
        states.removeAll(keepingCapacity: true)
        counts.pointee.absent = 0
    }

    private static func plain<T>(_ values: [T]) -> UnsafeMutableBufferPointer<T> {
        let memory = UnsafeMutableBufferPointer<T>.allocate(capacity: values.count)
        _ = memory.initialize(from: values)
        return memory
    }

    /// Loads the row that `column` makes of a record, or the record itself where it is nil.
    func load(_ record: borrowing Record, _ column: WideColumn?, _ slot: Int) throws {
        let known = unit.spellingCount
        let unitCode = unit.code(record, column, dictionaries.units)
        if unit.spellingCount != known, let source = unit.source {
            people.seeUnit(source.cell(record, column), record.line)
        }
        if unitCode < 0 {
            if unitCode == UnitColumn.unknown { return setAside(record, column, unit.source ?? .field(0), .unknownUnit) }
            counts.pointee.read += 1
            account.passedOver += 1
            return
        }
        let periodCode = period.code(record, column, dictionaries.periods)
        if periodCode < 0 { return setAside(record, column, period.sources.last ?? .field(0), .notAPeriod) }
        if let isExpired, isExpired(periodCode) {
            counts.pointee.read += 1
            account.expired += 1
            return
        }
        let row = RowNumber.row(file: file, line: record.line, column: slot)
        insert.put(row, at: 0)
        insert.put(Int64(periodCode), at: 1)
        insert.put(Int64(unitCode), at: 2)
        guard try bindNumbers(record, column) else { return }
        let hash = bindWords(record, column, mixed(mixed(0x9e37_79b9_7f4a_7c15, UInt64(periodCode)), UInt64(unitCode)))
        try insert.insert()
        if counts.pointee.absent > 0 { try keepStates(row) }
        keys?.add(hash, row: row)
        counts.pointee.read += 1
        counts.pointee.loaded += 1
    }

    /// False where a number cannot be read and the row was set aside.
    @inline(__always)
    private func bindNumbers(_ record: borrowing Record, _ column: WideColumn?) throws -> Bool {
        var position = 3
        for index in 0..<numbers.count {
            let plain = numbers[index]
            let cell = plain.source.cell(record, column)
            if plain.isPlain, let (units, digits) = plainNumber(cell, decimal: plain.decimal), digits == plain.scale {
                insert.put(units, at: position)
                if units.magnitude > 99_999_999 { people.seeNumber(index, cell, record.line) }
            } else {
                switch columns[index].read(cell) {
                case .value(let value):
                    insert.put(value, at: position)
                    if cell.count > 8 { people.seeNumber(index, cell, record.line) }
                case .absent(let state):
                    insert.putNull(at: position)
                    if state != .missing {
                        states.append((index, state))
                        counts.pointee.absent += 1
                    }
                case .unreadable(let fault):
                    setAside(record, column, plain.source, fault)
                    return false
                case .unforeseen: throw SampleMisled()
                }
            }
            position += 1
        }
        return true
    }

    /// Binds categories and texts; returns the hash of the row's key.
    @inline(__always)
    private func bindWords(_ record: borrowing Record, _ column: WideColumn?, _ start: UInt64) -> UInt64 {
        var hash = start
        var position = 3 + numbers.count
        for index in 0..<categories.count {
            let cell = categories[index].source.cell(record, column)
            let (code, isNew) = categories[index].codes!._withUnsafeGuaranteedRef { codes in
                let known = codes.spellingCount
                let code = codes.code(cell)
                return (code, codes.spellingCount != known)
            }
            if isNew { people.seeCategory(index, cell, record.line) }
            insert.put(Int64(code), at: position)
            if categories[index].isKey { hash = mixed(hash, UInt64(code)) }
            position += 1
        }
        for index in 0..<texts.count {
            let cell = texts[index].source.cell(record, column)
            people.seeText(index, cell, record.line)
            hash = bindText(cell, at: position, isKey: texts[index].isKey, hash)
            position += 1
        }
        return hash
    }

    /// Binds a text, trimmed and in Unicode's composed form; nearly all are so already.
    @inline(__always)
    private func bindText(
        _ cell: UnsafeBufferPointer<UInt8>, at position: Int, isKey: Bool, _ hash: UInt64
    ) -> UInt64 {
        var isPlain = true
        for byte in cell { isPlain = isPlain && byte < 0x80 }
        if isPlain, cell.count == 0 || (cell[0] > 0x20 && cell[cell.count - 1] > 0x20) {
            insert.put(cell, at: position)
            return isKey ? mixed(hash, hashOfBytes(cell)) : hash
        }
        var text = String(decoding: cell, as: UTF8.self).precomposedTrimmed
        return text.withUTF8 { bytes in
            insert.put(bytes, at: position)
            return isKey ? mixed(hash, hashOfBytes(bytes)) : hash
        }
    }

    private func keepStates(_ row: Int64) throws {
        for (index, state) in states {
            absent.bind(row, at: 1)
            absent.bind(columns[index].declaration.name, at: 2)
            absent.bind(Int64(state.bits), at: 3)
            try absent.insert()
        }
        forgetStates()
    }

    private func setAside(_ record: borrowing Record, _ column: WideColumn?, _ source: CellSource, _ fault: RowFault) {
        var detail = fault == .unknownUnit && faults.count < 50 ? unit.text(record, column) : ""
        if looksPersonal(detail) { detail = "" }
        setAside(record, field: source.field(column), fault, detail: detail)
    }

    /// Counts a row that cannot be loaded, and notes where it stands and why.
    func setAside(
        _ record: borrowing Record, field: Int, _ fault: RowFault, column: Int? = nil, detail: String = ""
    ) {
        forgetStates()
        people.seeWhole(record)
        counts.pointee.read += 1
        account.setAside += 1
        guard faults.count < FileLoader.mostFaults else { return }
        faults.append(
            RowInDoubt(
                line: record.line(of: field), column: column ?? record.column(field), field: field, fault: fault,
                detail: detail))
    }
}
