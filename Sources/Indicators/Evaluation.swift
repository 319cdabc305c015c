public import Catalogue
import Vocabulary

/// How rows reach a formula: every column is a 64-bit integer in a slot, a number as its scaled units, a category as
/// its code; a value that is not there is `RowLayout.absent`.
public struct RowLayout: Sendable {
    /// Stands for a value that is not there.
    public static let absent = Int64.min

    /// Slot of each column.
    public var slots: [String: Int]
    /// Decimals of each number column.
    public var scales: [String: Int]
    /// Code of each category's text, by column.
    public var codes: [String: [String: Int64]]

    public init(slots: [String: Int], scales: [String: Int], codes: [String: [String: Int64]]) {
        self.slots = slots
        self.scales = scales
        self.codes = codes
    }
}

public typealias RowPointer = UnsafePointer<Int64>

/// A formula compiled against a row layout: yields scaled units, or nil where a value is not there.
public struct NumberProgram {
    /// Decimals of the result.
    public let scale: Int
    public let run: (RowPointer) -> Int128?

    /// Stands for a product that needs more than 128 bits; no sum takes it.
    public static let tooLarge = Int128.max
}

extension Formula {
    /// Compiles a checked formula to a program; a condition yields 1 or 0.
    public func number(_ layout: RowLayout) -> NumberProgram {
        switch node {
        case .number(let exact):
            return NumberProgram(scale: exact.scale) { _ in exact.units }
        case .column(let name):
            let slot = layout.slots[name]!
            return NumberProgram(scale: layout.scales[name] ?? 0) { row in
                row[slot] == RowLayout.absent ? nil : Int128(row[slot])
            }
        case .negated(let inner):
            let program = inner.number(layout)
            return NumberProgram(scale: program.scale) { row in program.run(row).map { $0 == NumberProgram.tooLarge ? $0 : -$0 } }
        case .arithmetic(let left, let sign, let right):
            return Self.arithmetic(left.number(layout), sign, right.number(layout))
        case .choice(let condition, let then, let otherwise):
            let test = condition.truth(layout)
            let (first, second, scale) = Self.aligned(then.number(layout), otherwise.number(layout))
            return NumberProgram(scale: scale) { row in
                guard let holds = test(row) else { return nil }
                return holds ? first(row) : second(row)
            }
        default:
            let test = truth(layout)
            return NumberProgram(scale: 0) { row in test(row).map { $0 ? 1 : 0 } }
        }
    }

    /// Compiles a condition; nil where a value it needs is not there.
    public func truth(_ layout: RowLayout) -> (RowPointer) -> Bool? {
        switch node {
        case .comparison(let left, let sign, let right):
            if let equality = Self.textEquality(left, right, layout) {
                return sign == .equal ? equality : { row in equality(row).map { !$0 } }
            }
            let (first, second, _) = Self.aligned(left.number(layout), right.number(layout))
            let compare = sign.function
            return { row in
                guard let a = first(row), let b = second(row) else { return nil }
                return compare(a, b)
            }
        case .oneOf(let inner, let texts, let negated):
            guard case .column(let name) = inner.node, let slot = layout.slots[name] else { return { _ in negated } }
            let codes = Set(texts.compactMap { layout.codes[name]?[$0] })
            return { row in codes.contains(row[slot]) != negated }
        case .between(let value, let low, let high):
            let (a, b, _) = Self.aligned(value.number(layout), low.number(layout))
            let (c, d, _) = Self.aligned(value.number(layout), high.number(layout))
            return { row in
                guard let atLeast = a(row), let from = b(row), let atMost = c(row), let to = d(row) else { return nil }
                return atLeast >= from && atMost <= to
            }
        case .isMissing(let inner, let negated):
            if case .column(let name) = inner.node, let slot = layout.slots[name], layout.scales[name] == nil {
                let blank = layout.codes[name]?[""]
                return { row in (row[slot] == RowLayout.absent || row[slot] == blank) != negated }
            }
            let program = inner.number(layout)
            return { row in (program.run(row) == nil) != negated }
        case .both(let left, let right):
            let (a, b) = (left.truth(layout), right.truth(layout))
            return { row in
                guard let first = a(row) else { return b(row) == false ? false : nil }
                return first ? b(row) : false
            }
        case .either(let left, let right):
            let (a, b) = (left.truth(layout), right.truth(layout))
            return { row in
                guard let first = a(row) else { return b(row) == true ? true : nil }
                return first ? true : b(row)
            }
        case .not(let inner):
            let test = inner.truth(layout)
            return { row in test(row).map { !$0 } }
        default:
            let program = number(layout)
            return { row in program.run(row).map { $0 != 0 } }
        }
    }

    private static func arithmetic(
        _ left: NumberProgram, _ sign: Arithmetic, _ right: NumberProgram
    ) -> NumberProgram {
        if sign == .times {
            return NumberProgram(scale: left.scale + right.scale) { row in
                guard let a = left.run(row), let b = right.run(row) else { return nil }
                let (product, overflow) = a.multipliedReportingOverflow(by: b)
                return overflow ? NumberProgram.tooLarge : product
            }
        }
        let (first, second, scale) = aligned(left, right)
        let isSum = sign == .plus
        return NumberProgram(scale: scale) { row in
            guard let a = first(row), let b = second(row) else { return nil }
            if a == NumberProgram.tooLarge || b == NumberProgram.tooLarge { return NumberProgram.tooLarge }
            let (sum, overflow) = isSum ? a.addingReportingOverflow(b) : a.subtractingReportingOverflow(b)
            return overflow ? NumberProgram.tooLarge : sum
        }
    }

    private static func aligned(
        _ left: NumberProgram, _ right: NumberProgram
    ) -> ((RowPointer) -> Int128?, (RowPointer) -> Int128?, Int) {
        let scale = max(left.scale, right.scale)
        func lift(_ program: NumberProgram) -> (RowPointer) -> Int128? {
            let factor = powerOfTen(scale - program.scale)
            return factor == 1
                ? program.run
                : { row in
                    program.run(row).map { value in
                        let (product, overflow) = value.multipliedReportingOverflow(by: factor)
                        return overflow ? NumberProgram.tooLarge : product
                    }
                }
        }
        return (lift(left), lift(right), scale)
    }

    /// `column = 'text'`, `'text' = column` and `column = column` over categories; nil for numbers.
    private static func textEquality(
        _ left: Formula, _ right: Formula, _ layout: RowLayout
    ) -> ((RowPointer) -> Bool?)? {
        switch (left.node, right.node) {
        case (.column(let name), .text(let text)), (.text(let text), .column(let name)):
            guard let slot = layout.slots[name] else { return nil }
            // A text that never occurs has no code and equals nothing.
            let code = layout.codes[name]?[text] ?? RowLayout.absent
            return { row in row[slot] == code && code != RowLayout.absent }
        case (.column(let first), .column(let second)) where layout.scales[first] == nil:
            guard let a = layout.slots[first], let b = layout.slots[second] else { return nil }
            let texts = layout.codes[first]?.map { ($0.value, $0.key) } ?? []
            let other = layout.codes[second] ?? [:]
            let same = Dictionary(uniqueKeysWithValues: texts.map { ($0.0, other[$0.1] ?? RowLayout.absent) })
            return { row in same[row[a]] == row[b] }
        case (.text(let first), .text(let second)):
            let equal = first == second
            return { _ in equal }
        default: return nil
        }
    }
}

extension Formula.Comparison {
    var function: (Int128, Int128) -> Bool {
        switch self {
        case .equal: { $0 == $1 }
        case .notEqual: { $0 != $1 }
        case .less: { $0 < $1 }
        case .lessOrEqual: { $0 <= $1 }
        case .greater: { $0 > $1 }
        case .greaterOrEqual: { $0 >= $1 }
        }
    }
}
