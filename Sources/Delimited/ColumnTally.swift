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

        mutating func merge(_ other: Sight) {
            count += other.count
            line = [line, other.line].compactMap(\.self).min()
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
    /// The most digits before the decimals.
    private(set) var wholeDigits = 0
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
        let shape = NumberShape(cell)
        if shape != .none {
            let digits = cell.count(where: isDigit) - shape.fractionDigits
            // A number that 64 bits do not hold anyway says nothing of the others.
            if digits <= 18 { wholeDigits = max(wholeDigits, digits) }
        }
        switch shape {
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

    /// Adds what another part of the same column holds.
    mutating func merge(_ other: ColumnTally) {
        values += other.values
        empty += other.empty
        marks.merge(other.marks, uniquingKeysWith: +)
        crosses.merge(other.crosses) { first, second in
            var both = first
            both.merge(second)
            return both
        }
        for path in Self.sights { self[keyPath: path].merge(other[keyPath: path]) }
        pointDigits = max(pointDigits, other.pointDigits)
        commaDigits = max(commaDigits, other.commaDigits)
        exponentDigits = max(exponentDigits, other.exponentDigits)
        wholeDigits = max(wholeDigits, other.wholeDigits)
    }

    private static var sights: [WritableKeyPath<ColumnTally, Sight>] {
        [
            \.integers, \.codes, \.years, \.exponents, \.ambiguousPoint, \.ambiguousComma, \.decimalPoint,
            \.decimalComma, \.groupPoint, \.groupComma, \.groupSpace, \.groupNoBreak, \.groupApostrophe, \.dates,
            \.periods, \.booleans, \.texts,
        ]
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
