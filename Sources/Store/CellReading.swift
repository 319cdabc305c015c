import Catalogue
import Delimited
import Findings
import Vocabulary

/// What a cell of a number column holds.
enum NumberCell {
    case value(Int64)
    case absent(MissingState)
    case unreadable(Finding)
}

/// Reads the cells of one number column of one file: its format, its decimals, its marks for what is not there.
struct NumberColumn {
    let declaration: ColumnDeclaration
    let index: Int
    let format: NumberFormat
    /// Decimals stored.
    let scale: Int
    let missing: [String: MissingState]
    /// A mark such as 99 reads as a number and must be looked for first.
    private let hasNumericMarks: Bool
    private let factors: [Int64] = (0...18).map { Int64(powerOfTen($0)) }

    init(_ declaration: ColumnDeclaration, index: Int, format: NumberFormat, scale: Int, missing: [String: MissingState]) {
        self.declaration = declaration
        self.index = index
        self.format = format
        self.scale = scale
        self.missing = missing
        hasNumericMarks = missing.keys.contains { $0.contains(where: \.isNumber) }
    }

    func read(_ record: borrowing Record, file: String) -> NumberCell {
        let bytes = record.bytes(index)
        if hasNumericMarks, let state = missing[record.text(index).precomposedTrimmed] {
            return state == .zero ? .value(0) : .absent(state)
        }
        switch readNumber(bytes, format) {
        case .value(let units, let digits):
            if digits <= scale {
                let (scaled, overflow) = units.multipliedReportingOverflow(by: factors[scale - digits])
                return overflow ? .unreadable(tooLarge(record, file)) : .value(scaled)
            }
            return .value(rounded(units, by: digits - scale))
        case .tooLarge: return .unreadable(tooLarge(record, file))
        case .notANumber:
            let text = record.text(index).precomposedTrimmed
            guard let state = missing[text] else { return .unreadable(notANumber(record, file, isMark: text.count <= 3)) }
            return state == .zero ? .value(0) : .absent(state)
        }
    }

    /// Half away from zero.
    private func rounded(_ units: Int64, by digits: Int) -> Int64 {
        let factor = factors[digits]
        let (whole, rest) = units.quotientAndRemainder(dividingBy: factor)
        guard rest.magnitude >= UInt64(factor / 2) else { return whole }
        return whole + (units < 0 ? -1 : 1)
    }

    private func place(_ record: borrowing Record, _ file: String) -> Place {
        Place(file: file, line: record.line(of: index), column: record.column(index))
    }

    private func notANumber(_ record: borrowing Record, _ file: String, isMark: Bool) -> Finding {
        Finding(
            .error, "not-a-number", "column '\(declaration.header)' does not hold a number here",
            at: place(record, file),
            suggestion: isMark
                ? "if it marks a missing value, declare it under 'missing' of the dataset"
                : "correct the cell, or declare the column under 'categories'")
    }

    private func tooLarge(_ record: borrowing Record, _ file: String) -> Finding {
        Finding(
            .error, "number-too-large", "column '\(declaration.header)' holds more digits than can be kept exactly",
            at: place(record, file), suggestion: "declare its 'decimals' in config.json")
    }
}

/// Reads the period of a row; each spelling is understood once.
struct PeriodColumn {
    let declaration: PeriodDeclaration
    let indexes: [Int]
    private var spellings = [CategoryCodes(), CategoryCodes()]
    private var known: [Int: Int] = [:]
    private var unreadable: Set<Int> = []

    init(_ declaration: PeriodDeclaration, indexes: [Int]) {
        self.declaration = declaration
        self.indexes = indexes
    }

    /// The period's code in `periods`, or nil where the cell is no period.
    mutating func code(_ record: borrowing Record, _ periods: inout CategoryCodes) -> Int? {
        let first = indexes.isEmpty ? 0 : spellings[0].spelling(record.bytes(indexes[0]))
        let second = indexes.count < 2 ? 0 : spellings[1].spelling(record.bytes(indexes[1]))
        let key = first << 20 | second
        if let code = known[key] { return code }
        if unreadable.contains(key) { return nil }
        let texts = zip([first, second], 0..<indexes.count).map { spellings[$1].text(ofSpelling: $0) }
        guard let period = period(texts) else {
            unreadable.insert(key)
            return nil
        }
        let code = periods.code(ofLabel: period.key)
        known[key] = code
        return code
    }

    private func period(_ texts: [String]) -> Period? {
        switch declaration {
        case .constant(let period): return period
        case .column(_, let schoolYears, let coarser):
            guard let period = Period(texts[0], schoolYears: schoolYears) else { return nil }
            return coarser.map { period.rolledUp(to: $0) } ?? period
        case .parts(_, _, let grain):
            guard let year = Period(texts[0])?.startYear else { return nil }
            if let part = Int(texts[1]) { return Self.part(year, part, grain) }
            guard let named = Period(texts[1] + " " + texts[0]) ?? Period(texts[1]), named.grain == grain else {
                return nil
            }
            return named
        }
    }

    private static func part(_ year: Int, _ part: Int, _ grain: Grain) -> Period? {
        switch grain {
        case .month where (1...12).contains(part): .month(year, part)
        case .quarter where (1...4).contains(part): .quarter(year, part)
        case .tertial where (1...3).contains(part): .tertial(year, part)
        default: nil
        }
    }
}

/// Reads the unit of a row; each spelling is looked up once.
struct UnitColumn {
    enum Unit { case known(Int), ignored, unknown(String) }

    let index: Int?
    let lookup: (String) -> UnitCode?
    let ignoresOthers: Bool
    private var spellings = CategoryCodes()
    private var known: [Int: Unit] = [:]

    init(index: Int?, ignoresOthers: Bool, lookup: @escaping (String) -> UnitCode?) {
        self.index = index
        self.ignoresOthers = ignoresOthers
        self.lookup = lookup
    }

    mutating func unit(_ record: borrowing Record, _ units: inout CategoryCodes) -> Unit {
        let spelling = index.map { spellings.spelling(record.bytes($0)) } ?? 0
        if let unit = known[spelling] { return unit }
        let text = index == nil ? "" : spellings.text(ofSpelling: spelling)
        let unit: Unit
        if let code = lookup(text) {
            unit = .known(units.code(ofLabel: code.code))
        } else {
            unit = ignoresOthers ? .ignored : .unknown(text)
        }
        known[spelling] = unit
        return unit
    }
}
