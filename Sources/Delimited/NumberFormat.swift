/// How a column writes its numbers.
public struct NumberFormat: Sendable, Hashable {
    /// What may stand between groups of three digits.
    public enum Group: Sendable, Hashable, CaseIterable {
        case none, point, comma, space
        /// U+00A0, or its narrow kin U+202F.
        case noBreakSpace
        /// `'` or `’`.
        case apostrophe
    }

    /// The byte before the decimals: a comma or a point.
    public var decimal: UInt8
    public var group: Group

    public init(decimal: UInt8, group: Group = .none) {
        self.decimal = decimal
        self.group = group
    }
}

/// What a cell is as a number.
public enum NumberReading: Sendable, Hashable {
    /// The exact value units ÷ 10^fractionDigits: `12,50` is 1250 with 2.
    case value(units: Int64, fractionDigits: Int)
    case notANumber
    /// A number, but one that 64 bits do not hold exactly.
    case tooLarge
}

/// Digits, perhaps a minus before and decimals behind them: what nearly every cell is. Nil for anything else.
///
/// The value is units ÷ 10^digits. What this does not read, `readNumber` may.
@inlinable
public func plainNumber(_ cell: UnsafeBufferPointer<UInt8>, decimal: UInt8) -> (units: Int64, digits: Int)? {
    let count = cell.count
    guard count > 0, count < 19, let base = cell.baseAddress else { return nil }
    var index = 0
    let negative = base[0] == UInt8(ascii: "-")
    if negative { index = 1 }
    var units: Int64 = 0
    var point = -1
    let first = index
    while index < count {
        let digit = base[index] &- UInt8(ascii: "0")
        if digit < 10 {
            units = units &* 10 &+ Int64(digit)
        } else if base[index] == decimal, point < 0, index > first {
            point = index
        } else {
            return nil
        }
        index += 1
    }
    if point < 0 { return index > first ? (negative ? -units : units, 0) : nil }
    let digits = count - point - 1
    return digits > 0 ? (negative ? -units : units, digits) : nil
}

/// Reads a whole cell as a number in one given format; exact, and without allocating.
///
/// Takes spaces around the number (no-break ones too), a sign (`+`, `-` or U+2212), groups of exactly three digits or
/// none at all, and an exponent (`1.5e3`). A decimal separator needs a digit after it; `,5` is a half. A per cent sign
/// is not part of a number.
public func readNumber(_ bytes: UnsafeBufferPointer<UInt8>, _ format: NumberFormat) -> NumberReading {
    if let (units, digits) = plainNumber(bytes, decimal: format.decimal) {
        return .value(units: units, fractionDigits: digits)
    }
    var cell = CellCursor(bytes)
    let negative = cell.takeSign()
    var number = Digits()
    var firstRun = 0, run = 0, groups = 0
    while let byte = cell.peek {
        if isDigit(byte) {
            number.take(byte)
            run += 1
            cell.advance(1)
        } else if format.group != .none, let mark = cell.separator(), mark.group == format.group {
            guard groups == 0 || run == 3 else { return .notANumber }
            if groups == 0 { firstRun = run }
            groups += 1
            run = 0
            cell.advance(mark.length)
        } else {
            break
        }
    }
    if groups > 0 {
        guard run == 3, (1...3).contains(firstRun) else { return .notANumber }
    }
    var fraction = 0
    if cell.peek == format.decimal {
        cell.advance(1)
        while let byte = cell.peek, isDigit(byte) {
            number.take(byte)
            fraction += 1
            cell.advance(1)
        }
        guard fraction > 0 else { return .notANumber }
    }
    guard number.count > 0 else { return .notANumber }
    var exponent = 0
    if let byte = cell.peek, byte | 0x20 == UInt8(ascii: "e") {
        guard let power = cell.takeExponent(), groups == 0 else { return .notANumber }
        exponent = power
    }
    guard cell.atEnd else { return .notANumber }
    return number.reading(negative: negative, fraction: fraction, exponent: exponent)
}

/// The digits of a number as they are read.
private struct Digits {
    private var magnitude: UInt64 = 0
    private var overflow = false
    private(set) var count = 0

    mutating func take(_ byte: UInt8) {
        count += 1
        let (tens, lost) = magnitude.multipliedReportingOverflow(by: 10)
        let (sum, carried) = tens.addingReportingOverflow(UInt64(byte &- 0x30))
        magnitude = sum
        overflow = overflow || lost || carried
    }

    func reading(negative: Bool, fraction: Int, exponent: Int) -> NumberReading {
        guard !overflow else { return .tooLarge }
        if magnitude == 0 { return .value(units: 0, fractionDigits: max(0, min(18, fraction - exponent))) }
        var magnitude = magnitude
        var digits = fraction - exponent
        while digits < 0 {
            let (larger, lost) = magnitude.multipliedReportingOverflow(by: 10)
            guard !lost else { return .tooLarge }
            magnitude = larger
            digits += 1
        }
        guard digits <= 18, magnitude <= UInt64(Int64.max) else { return .tooLarge }
        let units = Int64(magnitude)
        return .value(units: negative ? -units : units, fractionDigits: digits)
    }
}
