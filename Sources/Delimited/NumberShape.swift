/// What a cell looks like as a number while the format of its column is still unknown.
enum NumberShape: Equatable {
    case none
    /// Digits alone.
    case integer
    /// Digits alone that begin with a needless zero, as codes do: `0301`.
    case code
    /// Groups of three, by a separator that can be nothing else.
    case grouped(NumberFormat.Group)
    /// One point or comma before three digits: a thousand, or a decimal number?
    case ambiguous(NumberFormat.Group)
    /// A decimal number. `decimal` is nil where only an exponent makes it one.
    case fraction(decimal: NumberFormat.Group?, group: NumberFormat.Group?, digits: Int)

    /// Decimals, of a number that plainly has any.
    var fractionDigits: Int {
        if case .fraction(_, _, let digits) = self { return digits }
        return 0
    }

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        var cell = CellCursor(bytes)
        _ = cell.takeSign()
        let firstDigit = cell.peek
        var runs = DigitRuns()
        while let byte = cell.peek {
            if isDigit(byte) {
                runs.run += 1
                cell.advance(1)
            } else if let mark = cell.separator() {
                guard runs.pass(mark.group) else {
                    self = .none
                    return
                }
                cell.advance(mark.length)
            } else {
                break
            }
        }
        guard runs.run > 0 else {
            self = .none
            return
        }
        let shape = runs.shape(firstDigit)
        if cell.atEnd {
            self = shape
            return
        }
        guard let byte = cell.peek, byte | 0x20 == UInt8(ascii: "e"), let power = cell.takeExponent(), cell.atEnd,
            runs.separators == 0 || (runs.separators == 1 && (runs.last == .point || runs.last == .comma))
        else {
            self = .none
            return
        }
        let written = runs.separators == 0 ? 0 : runs.run
        self = .fraction(
            decimal: runs.separators == 0 ? nil : runs.last, group: nil, digits: min(99, max(0, written - power)))
    }
}

/// The runs of digits of a number, and the separators between them.
private struct DigitRuns {
    var run = 0
    private(set) var separators = 0
    private(set) var last = NumberFormat.Group.none
    private var first = NumberFormat.Group.none
    private var firstRun = 0

    /// Passes a separator; false where no number goes on so.
    mutating func pass(_ separator: NumberFormat.Group) -> Bool {
        if separators == 0 {
            first = separator
            firstRun = run
        } else if run != 3 || last != first {
            return false
        }
        last = separator
        separators += 1
        run = 0
        return true
    }

    func shape(_ firstDigit: UInt8?) -> NumberShape {
        let zero = firstDigit == UInt8(ascii: "0")
        if separators == 0 { return zero && run > 1 ? .code : .integer }
        let grouping = run == 3 && (1...3).contains(firstRun) && !zero
        let decimal = last == .point || last == .comma
        if separators == 1 {
            if decimal { return grouping ? .ambiguous(last) : .fraction(decimal: last, group: nil, digits: run) }
            return grouping ? .grouped(last) : .none
        }
        guard (1...3).contains(firstRun), !zero else { return .none }
        if last == first { return run == 3 ? .grouped(first) : .none }
        return decimal ? .fraction(decimal: last, group: first, digits: run) : .none
    }
}
