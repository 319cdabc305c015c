import Catalogue
import Delimited
import Findings
import Vocabulary

/// Why a row cannot be loaded.
enum RowFault: Sendable {
    case notANumber
    /// Not a number, but so short that it may be a mark nobody declared.
    case unknownMark
    case unknownWord, tooLarge, notAPeriod, unknownUnit, duplicateKey, repeatedHeader, blankRow

    /// The code of its finding.
    var code: String {
        switch self {
        case .notANumber: "not-a-number"
        case .unknownMark: "unknown-mark"
        case .unknownWord: "unknown-word"
        case .tooLarge: "number-too-large"
        case .notAPeriod: "not-a-period"
        case .unknownUnit: "unknown-unit"
        case .duplicateKey: "duplicate-key"
        case .repeatedHeader: "repeated-header"
        case .blankRow: "blank-row"
        }
    }
}

/// What a cell of a number column holds.
enum NumberCell {
    case value(Int64)
    case absent(MissingState)
    case unreadable(RowFault)
    /// The cell contradicts what a sample of the column told: all of it must be looked at.
    case unforeseen
}

/// How the numbers of one column of one file are read.
struct NumberReadingRule: Hashable {
    var format: NumberFormat
    /// Decimals stored.
    var scale: Int
    /// Whether more decimals than stored are rounded away; else they are unforeseen.
    var rounds: Bool
    /// Whether the rule comes from a sample of the column alone.
    var isFromSample: Bool
    /// Whether decimals are plainly told from thousands; else a sample without any cannot say what a separator means.
    var knowsDecimals: Bool
}

/// Reads the cells of one number column of one file: its format, its decimals, its marks for what is not there.
struct NumberColumn {
    let declaration: ColumnDeclaration
    let source: CellSource
    let rule: NumberReadingRule
    let missing: [String: MissingState]
    private let empty: MissingState?
    /// A mark such as 99 reads as a number and must be looked for first.
    private let hasNumericMarks: Bool
    private let scores: [String: Score]
    private let factors: [Int64] = (0...18).map { Int64(powerOfTen($0)) }

    init(
        _ declaration: ColumnDeclaration, source: CellSource, rule: NumberReadingRule, missing: [String: MissingState]
    ) {
        self.declaration = declaration
        self.source = source
        self.rule = rule
        self.missing = missing
        empty = missing[""]
        hasNumericMarks = missing.keys.contains { $0.contains(where: \.isNumber) && !$0.contains("<") }
        scores = Dictionary(
            declaration.scores.map { (wordKey($0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
    }

    /// Whether digits are always a number.
    var isPlain: Bool { !hasNumericMarks && (rule.knowsDecimals || rule.scale == 0) }

    /// Reads a cell; `units` are of the rule's scale.
    @inline(__always)
    func read(_ cell: UnsafeBufferPointer<UInt8>) -> NumberCell {
        if isPlain, let (units, digits) = plainNumber(cell, decimal: rule.format.decimal) {
            if digits == rule.scale { return .value(units) }
            if digits < rule.scale {
                let (scaled, overflow) = units.multipliedReportingOverflow(by: factors[rule.scale - digits])
                if !overflow { return .value(scaled) }
            }
        }
        return readSlowly(cell)
    }

    @inline(never)
    private func readSlowly(_ cell: UnsafeBufferPointer<UInt8>) -> NumberCell {
        if cell.count == 0, let empty { return empty == .zero ? .value(0) : .absent(empty) }
        if hasNumericMarks || !scores.isEmpty {
            let text = String(decoding: cell, as: UTF8.self).precomposedTrimmed
            if let state = missing[text] { return state == .zero ? .value(0) : .absent(state) }
            if let score = scores[wordKey(text)] { return value(of: score) }
            // In a column of words a number counts as itself; another word is a fault.
            if !scores.isEmpty, readNumber(cell, rule.format) == .notANumber {
                return .unreadable(.unknownWord)
            }
        }
        switch readNumber(cell, rule.format) {
        case .value(let units, let digits):
            if digits > 0, !rule.knowsDecimals { return .unforeseen }
            if digits <= rule.scale {
                let (scaled, overflow) = units.multipliedReportingOverflow(by: factors[rule.scale - digits])
                guard overflow else { return .value(scaled) }
                return rule.isFromSample ? .unforeseen : .unreadable(.tooLarge)
            }
            return rule.rounds ? .value(rounded(units, by: digits - rule.scale)) : .unforeseen
        case .tooLarge: return .unreadable(.tooLarge)
        case .notANumber:
            let text = String(decoding: cell, as: UTF8.self).precomposedTrimmed
            if let state = missing[text] { return state == .zero ? .value(0) : .absent(state) }
            if rule.isFromSample { return .unforeseen }
            return .unreadable(text.count <= 3 ? .unknownMark : .notANumber)
        }
    }

    private func value(of score: Score) -> NumberCell {
        switch score {
        case .absent(let state): return .absent(state)
        case .value(let exact):
            let short = exact.normalized
            guard short.scale <= rule.scale else {
                guard let units = Int64(exactly: short.units) else { return .unreadable(.tooLarge) }
                return .value(rounded(units, by: short.scale - rule.scale))
            }
            return .value(Int64(short.scaled(to: rule.scale).units))
        }
    }

    /// Half away from zero.
    private func rounded(_ units: Int64, by digits: Int) -> Int64 {
        let factor = factors[digits]
        let (whole, rest) = units.quotientAndRemainder(dividingBy: factor)
        guard rest.magnitude >= UInt64(factor / 2) else { return whole }
        return whole + (units < 0 ? -1 : 1)
    }
}

/// Words are the same whatever their letters' case and the spaces around them.
private func wordKey(_ word: String) -> String { word.precomposedTrimmed.lowercased() }

/// Reads the period of a row; each spelling is understood once.
final class PeriodColumn {
    let declaration: PeriodDeclaration
    let sources: [CellSource]
    private let spellings = [CategoryCodes(), CategoryCodes()]
    private var codes: [Int32] = []
    private var known: [Int: Int32] = [:]

    private static let unseen: Int32 = -2
    static let unreadable: Int32 = -1

    init(_ declaration: PeriodDeclaration, sources: [CellSource]) {
        self.declaration = declaration
        self.sources = sources
    }

    /// The period's code in `periods`, or `unreadable`.
    @inline(__always)
    func code(_ record: borrowing Record, _ column: WideColumn?, _ periods: CategoryCodes) -> Int32 {
        if sources.count == 1 {
            let spelling = spellings[0].spelling(sources[0].cell(record, column))
            if spelling < codes.count, codes[spelling] != Self.unseen { return codes[spelling] }
            return learn(spelling, periods)
        }
        return pair(record, column, periods)
    }

    private func learn(_ spelling: Int, _ periods: CategoryCodes) -> Int32 {
        while codes.count <= spelling { codes.append(Self.unseen) }
        codes[spelling] = read([spellings[0].text(ofSpelling: spelling)], periods)
        return codes[spelling]
    }

    private func pair(_ record: borrowing Record, _ column: WideColumn?, _ periods: CategoryCodes) -> Int32 {
        let first = sources.isEmpty ? 0 : spellings[0].spelling(sources[0].cell(record, column))
        let second = sources.count < 2 ? 0 : spellings[1].spelling(sources[1].cell(record, column))
        let key = first << 32 | second
        if let code = known[key] { return code }
        let texts = sources.indices.map { spellings[$0].text(ofSpelling: $0 == 0 ? first : second) }
        let code = read(texts, periods)
        known[key] = code
        return code
    }

    private func read(_ texts: [String], _ periods: CategoryCodes) -> Int32 {
        period(texts).map { Int32(periods.code(ofLabel: $0.key)) } ?? Self.unreadable
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
        case .week: .week(year, part)
        default: nil
        }
    }
}

/// Reads the unit of a row; each spelling is looked up once.
final class UnitColumn {
    static let ignored: Int32 = -1
    static let unknown: Int32 = -2
    private static let unseen: Int32 = -3

    let source: CellSource?
    var spellingCount: Int { spellings.spellingCount }
    private let lookup: (String) -> UnitCode?
    private let ignoresOthers: Bool
    private let spellings = CategoryCodes()
    private var codes: [Int32] = []

    init(source: CellSource?, ignoresOthers: Bool, lookup: @escaping (String) -> UnitCode?) {
        self.source = source
        self.ignoresOthers = ignoresOthers
        self.lookup = lookup
    }

    /// The unit's code in `units`, or `ignored`, or `unknown`.
    @inline(__always)
    func code(_ record: borrowing Record, _ column: WideColumn?, _ units: CategoryCodes) -> Int32 {
        let spelling = source.map { spellings.spelling($0.cell(record, column)) } ?? 0
        if spelling < codes.count, codes[spelling] != Self.unseen { return codes[spelling] }
        return learn(spelling, units)
    }

    private func learn(_ spelling: Int, _ units: CategoryCodes) -> Int32 {
        while codes.count <= spelling { codes.append(Self.unseen) }
        let text = source == nil ? "" : spellings.text(ofSpelling: spelling)
        codes[spelling] =
            lookup(text).map { Int32(units.code(ofLabel: $0.code)) } ?? (ignoresOthers ? Self.ignored : Self.unknown)
        return codes[spelling]
    }

    /// What the record's cell says, for a finding that names units alone.
    func text(_ record: borrowing Record, _ column: WideColumn?) -> String {
        source.map { String(decoding: $0.cell(record, column), as: UTF8.self).precomposedTrimmed } ?? ""
    }
}
