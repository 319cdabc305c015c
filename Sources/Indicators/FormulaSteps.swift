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
    /// The smallest and the largest value of each number column; any value where it is not known.
    public var ranges: [String: ClosedRange<Int64>]

    public init(
        slots: [String: Int], scales: [String: Int], codes: [String: [String: Int64]],
        ranges: [String: ClosedRange<Int64>] = [:]
    ) {
        self.slots = slots
        self.scales = scales
        self.codes = codes
        self.ranges = ranges
    }

    static let anyValue: ClosedRange<Int64> = -Int64.max...Int64.max
}

/// A formula may yield more than 128 bits hold.
public struct NumberTooLarge: Error {
    public init() {}
}

/// A step of a formula that yields numbers, all at one scale of decimals.
indirect enum NumberStep {
    case constant(Int128)
    case column(Int)
    case negated(NumberStep)
    case arithmetic(NumberStep, Formula.Arithmetic, NumberStep)
    case choice(TruthStep, then: NumberStep, otherwise: NumberStep)
    /// 1 where it holds, 0 where not.
    case truth(TruthStep)
    case function(Formula.Function, [NumberStep])
    /// The sum of those that have a value, times `multiple` ÷ how many have; no value where fewer than `fewest` have.
    case evened([NumberStep], fewest: Int, multiple: Int)
    case nothing
}

/// A step that yields whether something holds, or that it is not known.
indirect enum TruthStep {
    case constant(Bool)
    /// The category's code is, or is not, this one.
    case code(Int, Int64, negated: Bool)
    /// The category's code is, or is not, among those marked.
    case codes(Int, [Bool], negated: Bool)
    /// Two categories have the same text: the second's code for each code of the first.
    case sameText(Int, Int, [Int64], negated: Bool)
    case comparison(NumberStep, Formula.Comparison, NumberStep)
    case between(NumberStep, NumberStep, NumberStep)
    case isAbsent(NumberStep, negated: Bool)
    case both(TruthStep, TruthStep)
    case either(TruthStep, TruthStep)
    case not(TruthStep)
    case isNotZero(NumberStep)
}

/// A formula made ready for a layout. What its parts can come to at most is known from the columns' ranges, so that no
/// step has to look for overflow: 64 bits where all parts fit, else 128.
public struct CompiledNumber {
    let step: NumberStep
    /// Decimals of the result.
    public let scale: Int
    /// What it yields at least and at most, in units of 10^-scale.
    public let range: ClosedRange<Int128>
    /// Every part fits in 64 bits.
    public internal(set) var isNarrow: Bool
    let depth: Int

    static let narrow: ClosedRange<Int128> = -(1 << 62)...(1 << 62)
    static let wide: ClosedRange<Int128> = -(1 << 126)...(1 << 126)

    init(_ step: NumberStep, scale: Int, _ range: ClosedRange<Int128>, _ parts: [CompiledNumber] = []) {
        self.step = step
        self.scale = scale
        self.range = range
        isNarrow = Self.narrow.contains(range) && parts.allSatisfy(\.isNarrow)
        depth = 1 + (parts.map(\.depth).max() ?? 0)
    }
}

/// A condition made ready for a layout.
public struct CompiledTruth {
    let step: TruthStep
    let isNarrow: Bool
    let depth: Int

    init(_ step: TruthStep, numbers: [CompiledNumber] = [], truths: [CompiledTruth] = []) {
        self.step = step
        isNarrow = numbers.allSatisfy(\.isNarrow) && truths.allSatisfy(\.isNarrow)
        depth = 1 + max(numbers.map(\.depth).max() ?? 0, truths.map(\.depth).max() ?? 0)
    }
}

extension ClosedRange<Int128> {
    fileprivate func contains(_ other: Self) -> Bool { lowerBound <= other.lowerBound && other.upperBound <= upperBound }

    fileprivate func covering(_ other: Self) -> Self {
        Swift.min(lowerBound, other.lowerBound)...Swift.max(upperBound, other.upperBound)
    }

    /// The range of `operation` over two ranges, from their ends.
    fileprivate func combined(
        _ other: Self, _ operation: (Int128, Int128) -> (partialValue: Int128, overflow: Bool)
    ) throws(NumberTooLarge) -> Self {
        var ends: [Int128] = []
        for first in [lowerBound, upperBound] {
            for second in [other.lowerBound, other.upperBound] {
                let (end, overflow) = operation(first, second)
                guard !overflow, CompiledNumber.wide.contains(end) else { throw NumberTooLarge() }
                ends.append(end)
            }
        }
        return ends.min()!...ends.max()!
    }
}

extension CompiledNumber {
    /// The same number with more decimals.
    fileprivate func lifted(to scale: Int) throws(NumberTooLarge) -> CompiledNumber {
        guard scale > self.scale else { return self }
        guard scale - self.scale <= 36 else { throw NumberTooLarge() }
        let factor = powerOfTen(scale - self.scale)
        let range = try self.range.combined(factor...factor) { $0.multipliedReportingOverflow(by: $1) }
        if case .constant(let value) = step { return CompiledNumber(.constant(value * factor), scale: scale, range) }
        return CompiledNumber(.arithmetic(step, .times, .constant(factor)), scale: scale, range, [self])
    }
}

private func aligned(_ parts: [CompiledNumber]) throws(NumberTooLarge) -> [CompiledNumber] {
    let scale = parts.map(\.scale).max() ?? 0
    var result: [CompiledNumber] = []
    for part in parts { result.append(try part.lifted(to: scale)) }
    return result
}

extension Formula {
    /// Makes a checked formula ready; a condition yields 1 or 0.
    /// - Throws: `NumberTooLarge` where a part may need more than 128 bits.
    public func number(_ layout: RowLayout) throws(NumberTooLarge) -> CompiledNumber {
        switch node {
        case .number(let exact):
            return CompiledNumber(.constant(exact.units), scale: exact.scale, exact.units...exact.units)
        case .column(let name):
            let range = layout.ranges[name] ?? RowLayout.anyValue
            return CompiledNumber(
                .column(layout.slots[name]!), scale: layout.scales[name] ?? 0,
                Int128(range.lowerBound)...Int128(range.upperBound))
        case .negated(let inner):
            let part = try inner.number(layout)
            return CompiledNumber(
                .negated(part.step), scale: part.scale, -part.range.upperBound...(-part.range.lowerBound), [part])
        case .arithmetic(let left, let sign, let right):
            return try Self.arithmetic(left.number(layout), sign, right.number(layout))
        case .choice(let condition, let then, let otherwise):
            let test = try condition.truth(layout)
            let parts = try aligned([then.number(layout), otherwise.number(layout)])
            var made = CompiledNumber(
                .choice(test.step, then: parts[0].step, otherwise: parts[1].step), scale: parts[0].scale,
                parts[0].range.covering(parts[1].range), parts + [Self.carrier(test)])
            made.isNarrow = made.isNarrow && test.isNarrow
            return made
        case .function(let function, let inner):
            var parts: [CompiledNumber] = []
            for formula in inner { parts.append(try formula.number(layout)) }
            return try Self.function(function, aligned(parts))
        case .evened(let items, let fewest, let multiple):
            var parts: [CompiledNumber] = []
            for formula in items { parts.append(try formula.number(layout)) }
            parts = try aligned(parts)
            let range = try Self.total(parts).combined(Int128(multiple)...Int128(multiple)) { $0.multipliedReportingOverflow(by: $1) }
            return CompiledNumber(
                .evened(parts.map(\.step), fewest: fewest, multiple: multiple), scale: parts[0].scale, range, parts)
        case .nothing, .quotient: return CompiledNumber(.nothing, scale: 0, 0...0)
        default:
            let test = try truth(layout)
            return CompiledNumber(.truth(test.step), scale: 0, 0...1, [Self.carrier(test)])
        }
    }

    /// A condition's width and depth, as a number has them.
    private static func carrier(_ test: CompiledTruth) -> CompiledNumber {
        var result = CompiledNumber(.truth(test.step), scale: 0, 0...1)
        result.isNarrow = test.isNarrow
        return CompiledNumber(carrying: result, depth: test.depth)
    }

    private static func arithmetic(
        _ left: CompiledNumber, _ sign: Arithmetic, _ right: CompiledNumber
    ) throws(NumberTooLarge) -> CompiledNumber {
        if sign == .times {
            let range = try left.range.combined(right.range) { $0.multipliedReportingOverflow(by: $1) }
            return CompiledNumber(
                .arithmetic(left.step, .times, right.step), scale: left.scale + right.scale, range, [left, right])
        }
        let parts = try aligned([left, right])
        let range = try parts[0].range.combined(parts[1].range) {
            sign == .plus ? $0.addingReportingOverflow($1) : $0.subtractingReportingOverflow($1)
        }
        return CompiledNumber(.arithmetic(parts[0].step, sign, parts[1].step), scale: parts[0].scale, range, parts)
    }

    /// The range of the sum of some of the parts.
    private static func total(_ parts: [CompiledNumber]) throws(NumberTooLarge) -> ClosedRange<Int128> {
        var range: ClosedRange<Int128> = 0...0
        for part in parts { range = try range.combined(part.range.covering(0...0)) { $0.addingReportingOverflow($1) } }
        return range
    }

    private static func function(
        _ function: Function, _ parts: [CompiledNumber]
    ) throws(NumberTooLarge) -> CompiledNumber {
        var scale = parts[0].scale
        let range: ClosedRange<Int128>
        switch function {
        case .abs, .least, .greatest:
            range = parts.dropFirst().reduce(parts[0].range) { $0.covering($1.range) }
                .covering(function == .abs ? -parts[0].range.upperBound...(-parts[0].range.lowerBound) : parts[0].range)
        case .total: range = try total(parts)
        case .answered:
            range = 0...Int128(parts.count)
            scale = 0
        }
        return CompiledNumber(.function(function, parts.map(\.step)), scale: scale, range, parts)
    }

    /// Makes a condition ready; not known where a value it needs is not there.
    /// - Throws: `NumberTooLarge` where a part may need more than 128 bits.
    public func truth(_ layout: RowLayout) throws(NumberTooLarge) -> CompiledTruth {
        switch node {
        case .comparison(let left, let sign, let right):
            if let equality = Self.textEquality(left, right, negated: sign != .equal, layout) {
                return CompiledTruth(equality)
            }
            let parts = try aligned([left.number(layout), right.number(layout)])
            return CompiledTruth(.comparison(parts[0].step, sign, parts[1].step), numbers: parts)
        case .oneOf(let inner, let texts, let negated):
            guard case .column(let name) = inner.node, let slot = layout.slots[name] else {
                return CompiledTruth(.constant(negated))
            }
            let codes = texts.compactMap { layout.codes[name]?[$0] }
            var marked = [Bool](repeating: false, count: 1 + Int(codes.max() ?? 0))
            for code in codes { marked[Int(code)] = true }
            return CompiledTruth(.codes(slot, marked, negated: negated))
        case .between(let value, let low, let high):
            let parts = try aligned([value.number(layout), low.number(layout), high.number(layout)])
            return CompiledTruth(.between(parts[0].step, parts[1].step, parts[2].step), numbers: parts)
        case .isMissing(let inner, let negated):
            if case .column(let name) = inner.node, let slot = layout.slots[name], layout.scales[name] == nil {
                return CompiledTruth(.code(slot, layout.codes[name]?[""] ?? RowLayout.absent, negated: negated))
            }
            let part = try inner.number(layout)
            return CompiledTruth(.isAbsent(part.step, negated: negated), numbers: [part])
        case .both(let left, let right):
            let parts = [try left.truth(layout), try right.truth(layout)]
            return CompiledTruth(.both(parts[0].step, parts[1].step), truths: parts)
        case .either(let left, let right):
            let parts = [try left.truth(layout), try right.truth(layout)]
            return CompiledTruth(.either(parts[0].step, parts[1].step), truths: parts)
        case .not(let inner):
            let part = try inner.truth(layout)
            return CompiledTruth(.not(part.step), truths: [part])
        default:
            let part = try number(layout)
            return CompiledTruth(.isNotZero(part.step), numbers: [part])
        }
    }

    /// `column = 'text'`, `'text' = column` and `column = column` over categories; nil for numbers.
    private static func textEquality(
        _ left: Formula, _ right: Formula, negated: Bool, _ layout: RowLayout
    ) -> TruthStep? {
        switch (left.node, right.node) {
        case (.column(let name), .text(let text)), (.text(let text), .column(let name)):
            guard let slot = layout.slots[name] else { return nil }
            // A text that never occurs has no code and equals nothing.
            guard let code = layout.codes[name]?[text] else { return .constant(negated) }
            return .code(slot, code, negated: negated)
        case (.column(let first), .column(let second)) where layout.scales[first] == nil:
            guard let a = layout.slots[first], let b = layout.slots[second] else { return nil }
            let texts = layout.codes[first] ?? [:], other = layout.codes[second] ?? [:]
            var same = [Int64](repeating: RowLayout.absent, count: 1 + Int(texts.values.max() ?? 0))
            for (text, code) in texts { same[Int(code)] = other[text] ?? RowLayout.absent }
            return .sameText(a, b, same, negated: negated)
        case (.text(let first), .text(let second)): return .constant((first == second) != negated)
        default: return nil
        }
    }
}

extension CompiledNumber {
    fileprivate init(carrying other: CompiledNumber, depth: Int) {
        step = other.step
        scale = other.scale
        range = other.range
        isNarrow = other.isNarrow
        self.depth = depth
    }
}
