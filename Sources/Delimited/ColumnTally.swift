/// What the cells of one column look like, counted as they pass.
struct ColumnTally {
    /// How often something was seen, and on which line first.
    struct Sight {
        private(set) var count = 0
        private(set) var line: Int?

        mutating func see(_ line: Int) {
            count += 1
            if self.line == nil { self.line = line }
        }
    }

    private(set) var values = 0
    private(set) var empty = 0
    private(set) var marks: [String: Int] = [:]
    private(set) var crosses: [String: Sight] = [:]

    private(set) var integers = Sight(), codes = Sight(), years = Sight()
    private(set) var exponents = Sight()
    private(set) var ambiguousPoint = Sight(), ambiguousComma = Sight()
    private(set) var decimalPoint = Sight(), decimalComma = Sight()
    private(set) var pointDigits = 0, commaDigits = 0, exponentDigits = 0
    private(set) var groupPoint = Sight(), groupComma = Sight()
    private(set) var groupSpace = Sight(), groupNoBreak = Sight(), groupApostrophe = Sight()
    private(set) var dates = Sight(), periods = Sight(), booleans = Sight(), texts = Sight()

    mutating func see(_ cell: UnsafeBufferPointer<UInt8>, line: Int) {
        switch MissingMark(cell) {
        case .empty:
            empty += 1
            return
        case .mark:
            marks[String(decoding: CellCursor(cell).rest, as: UTF8.self), default: 0] += 1
            return
        case .cross:
            values += 1
            crosses[String(decoding: CellCursor(cell).rest, as: UTF8.self), default: Sight()].see(line)
            return
        case .none: break
        }
        values += 1
        switch NumberShape(cell) {
        case .none: seeWord(cell, line)
        case .integer:
            integers.see(line)
            let digits = CellCursor(cell).rest
            if digits.count == 4, isYear(digits) { years.see(line) }
        case .code: codes.see(line)
        case .ambiguous(.comma): ambiguousComma.see(line)
        case .ambiguous: ambiguousPoint.see(line)
        case .grouped(let group): seeGroup(group, line)
        case .fraction(let decimal, let group, let digits):
            if let group { seeGroup(group, line) }
            switch decimal {
            case .comma:
                decimalComma.see(line)
                commaDigits = max(commaDigits, digits)
            case .point:
                decimalPoint.see(line)
                pointDigits = max(pointDigits, digits)
            default:
                exponents.see(line)
                exponentDigits = max(exponentDigits, digits)
            }
        }
    }

    private mutating func seeWord(_ cell: UnsafeBufferPointer<UInt8>, _ line: Int) {
        switch WordShape(cell) {
        case .text: texts.see(line)
        case .date: dates.see(line)
        case .period: periods.see(line)
        case .boolean: booleans.see(line)
        }
    }

    private mutating func seeGroup(_ group: NumberFormat.Group, _ line: Int) {
        switch group {
        case .point: groupPoint.see(line)
        case .comma: groupComma.see(line)
        case .space: groupSpace.see(line)
        case .noBreakSpace: groupNoBreak.see(line)
        case .apostrophe: groupApostrophe.see(line)
        case .none: break
        }
    }
}
