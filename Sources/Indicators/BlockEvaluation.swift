import Catalogue

/// Room for a formula's steps over one block of rows. `Word` is `Int64` or `Int128`; its smallest value stands for a
/// value that is not there.
final class BlockScratch<Word: FixedWidthInteger & SignedInteger> {
    let numbers: UnsafeMutablePointer<Word>
    let truths: UnsafeMutablePointer<UInt8>

    init(depth: Int) {
        // A step takes at most three places, its own and two for its parts.
        numbers = .allocate(capacity: (2 * depth + 3) * RowBlock.most)
        truths = .allocate(capacity: (depth + 2) * RowBlock.most)
    }

    deinit {
        numbers.deallocate()
        truths.deallocate()
    }
}

/// Yields a formula's numbers, block for block.
public final class NumberEvaluation {
    public let compiled: CompiledNumber
    private let narrow: BlockScratch<Int64>?
    private let wide: BlockScratch<Int128>?

    public init(_ compiled: CompiledNumber) {
        self.compiled = compiled
        narrow = compiled.isNarrow ? BlockScratch(depth: compiled.depth) : nil
        wide = compiled.isNarrow ? nil : BlockScratch(depth: compiled.depth)
    }

    /// The numbers of the block's rows, valid until the next call.
    @inline(__always)
    public func numbers(_ rows: RowBlock) -> BlockNumbers {
        if let narrow {
            evaluateNumber(compiled.step, rows, narrow.numbers, narrow.truths)
            return .narrow(UnsafePointer(narrow.numbers))
        }
        evaluateNumber(compiled.step, rows, wide!.numbers, wide!.truths)
        return .wide(UnsafePointer(wide!.numbers))
    }
}

/// Numbers of a block of rows, in 64 or 128 bits; the smallest value stands for one that is not there.
public enum BlockNumbers {
    case narrow(UnsafePointer<Int64>)
    case wide(UnsafePointer<Int128>)

    /// The number at a place; nil where it is not there.
    @inline(__always)
    public subscript(place: Int) -> Int128? {
        switch self {
        case .narrow(let numbers): numbers[place] == Int64.min ? nil : Int128(numbers[place])
        case .wide(let numbers): numbers[place] == Int128.min ? nil : numbers[place]
        }
    }
}

/// Finds the rows where a condition holds, block for block.
public final class TruthEvaluation {
    private let compiled: CompiledTruth
    private let narrow: BlockScratch<Int64>?
    private let wide: BlockScratch<Int128>?

    /// What a truth is: 0 false, 1 true, 2 not known.
    public static let unknown: UInt8 = 2

    public init(_ compiled: CompiledTruth) {
        self.compiled = compiled
        narrow = compiled.isNarrow ? BlockScratch(depth: compiled.depth) : nil
        wide = compiled.isNarrow ? nil : BlockScratch(depth: compiled.depth)
    }

    /// 0, 1 or `unknown` for each row of the block, valid until the next call.
    public func truths(_ rows: RowBlock) -> UnsafePointer<UInt8> {
        if let narrow {
            evaluateTruth(compiled.step, rows, narrow.numbers, narrow.truths)
            return UnsafePointer(narrow.truths)
        }
        evaluateTruth(compiled.step, rows, wide!.numbers, wide!.truths)
        return UnsafePointer(wide!.truths)
    }
}

private typealias Numbers<Word> = UnsafeMutablePointer<Word>
private typealias Truths = UnsafeMutablePointer<UInt8>

/// Fills `numbers[0..<count]`; what lies behind them, and all of `truths`, may be used on the way.
@_specialize(where Word == Int64)
@_specialize(where Word == Int128)
private func evaluateNumber<Word: FixedWidthInteger & SignedInteger>(
    _ step: NumberStep, _ rows: RowBlock, _ numbers: Numbers<Word>, _ truths: Truths
) {
    let count = rows.count, next = numbers + RowBlock.most
    switch step {
    case .constant(let value): numbers.update(repeating: Word(truncatingIfNeeded: value), count: count)
    case .nothing: numbers.update(repeating: Word.min, count: count)
    case .column(let slot): rows.load(slot, into: numbers)
    case .negated(let inner):
        evaluateNumber(inner, rows, numbers, truths)
        // The smallest value stands for none and stays.
        for place in 0..<count { numbers[place] = 0 &- numbers[place] }
    case .truth(let test):
        evaluateTruth(test, rows, numbers, truths)
        for place in 0..<count { numbers[place] = truths[place] == 2 ? Word.min : Word(truncatingIfNeeded: truths[place]) }
    case .arithmetic(let left, let sign, .constant(let value)):
        evaluateNumber(left, rows, numbers, truths)
        let constant = Word(truncatingIfNeeded: value)
        switch sign {
        case .plus: combine(count, numbers, constant) { $0 &+ $1 }
        case .minus: combine(count, numbers, constant) { $0 &- $1 }
        case .times: combine(count, numbers, constant) { $0 &* $1 }
        }
    case .arithmetic(let left, let sign, let right):
        evaluateNumber(left, rows, numbers, truths)
        evaluateNumber(right, rows, next, truths)
        switch sign {
        case .plus: combine(count, numbers, next) { $0 &+ $1 }
        case .minus: combine(count, numbers, next) { $0 &- $1 }
        case .times: combine(count, numbers, next) { $0 &* $1 }
        }
    case .choice(let test, let then, let otherwise):
        evaluateTruth(test, rows, numbers, truths)
        evaluateNumber(then, rows, numbers, truths + RowBlock.most)
        evaluateNumber(otherwise, rows, next, truths + RowBlock.most)
        for place in 0..<count {
            numbers[place] = truths[place] == 1 ? numbers[place] : truths[place] == 0 ? next[place] : Word.min
        }
    case .function(let function, let parts): evaluateFunction(function, parts, rows, numbers, truths)
    case .evened(let parts, let fewest, let multiple):
        evaluateFunction(.total, parts, rows, numbers, truths)
        evaluateFunction(.answered, parts, rows, next, truths)
        for place in 0..<count {
            let known = next[place]
            numbers[place] =
                numbers[place] == Word.min || known < Word(fewest) || known == 0
                ? Word.min : numbers[place] &* (Word(multiple) / known)
        }
    }
}

@inline(__always)
private func combine<Word: FixedWidthInteger>(
    _ count: Int, _ numbers: Numbers<Word>, _ others: Numbers<Word>, _ operation: (Word, Word) -> Word
) {
    for place in 0..<count {
        let first = numbers[place], second = others[place]
        numbers[place] = first == Word.min || second == Word.min ? Word.min : operation(first, second)
    }
}

@inline(__always)
private func combine<Word: FixedWidthInteger>(
    _ count: Int, _ numbers: Numbers<Word>, _ constant: Word, _ operation: (Word, Word) -> Word
) {
    for place in 0..<count {
        let first = numbers[place]
        numbers[place] = first == Word.min ? Word.min : operation(first, constant)
    }
}

@_specialize(where Word == Int64)
@_specialize(where Word == Int128)
private func evaluateFunction<Word: FixedWidthInteger & SignedInteger>(
    _ function: Formula.Function, _ parts: [NumberStep], _ rows: RowBlock, _ numbers: Numbers<Word>, _ truths: Truths
) {
    let count = rows.count, next = numbers + RowBlock.most
    evaluateNumber(parts[0], rows, numbers, truths)
    switch function {
    case .abs:
        for place in 0..<count where numbers[place] != Word.min { numbers[place] = Swift.abs(numbers[place]) }
    case .answered:
        for place in 0..<count { numbers[place] = numbers[place] == Word.min ? 0 : 1 }
    case .least, .greatest, .total: break
    }
    for part in parts.dropFirst() {
        evaluateNumber(part, rows, next, truths)
        switch function {
        case .least: combine(count, numbers, next) { min($0, $1) }
        case .greatest: combine(count, numbers, next) { max($0, $1) }
        case .total:
            for place in 0..<count where next[place] != Word.min {
                numbers[place] = numbers[place] == Word.min ? next[place] : numbers[place] &+ next[place]
            }
        case .answered:
            for place in 0..<count where next[place] != Word.min { numbers[place] = numbers[place] &+ 1 }
        case .abs: break
        }
    }
}

/// Fills `truths[0..<count]` with 0, 1 or 2; what lies behind them, and all of `numbers`, may be used on the way.
@_specialize(where Word == Int64)
@_specialize(where Word == Int128)
private func evaluateTruth<Word: FixedWidthInteger & SignedInteger>(
    _ step: TruthStep, _ rows: RowBlock, _ numbers: Numbers<Word>, _ truths: Truths
) {
    let count = rows.count, next = numbers + RowBlock.most, others = truths + RowBlock.most
    switch step {
    case .constant(let holds): truths.update(repeating: holds ? 1 : 0, count: count)
    case .code(let slot, let code, let negated):
        rows.load(slot, into: numbers)
        let wanted: UInt8 = negated ? 0 : 1, word = Word(truncatingIfNeeded: code)
        let isNone = code == RowLayout.absent
        for place in 0..<count {
            truths[place] = (isNone ? numbers[place] == Word.min : numbers[place] == word) ? wanted : 1 - wanted
        }
    case .codes(let slot, let marked, let negated):
        rows.load(slot, into: numbers)
        let wanted: UInt8 = negated ? 0 : 1
        marked.withUnsafeBufferPointer { marked in
            for place in 0..<count {
                let code = Int(truncatingIfNeeded: numbers[place])
                let holds = code >= 0 && code < marked.count && marked[code]
                truths[place] = holds ? wanted : 1 - wanted
            }
        }
    case .sameText(let first, let second, let same, let negated):
        rows.load(first, into: numbers)
        rows.load(second, into: next)
        for place in 0..<count {
            let code = Int(truncatingIfNeeded: numbers[place])
            let holds = same[code] != RowLayout.absent && Word(truncatingIfNeeded: same[code]) == next[place]
            truths[place] = holds != negated ? 1 : 0
        }
    case .comparison(let left, let sign, let right):
        evaluateNumber(left, rows, numbers, truths)
        evaluateNumber(right, rows, next, truths)
        switch sign {
        case .equal: compare(count, numbers, next, truths) { $0 == $1 }
        case .notEqual: compare(count, numbers, next, truths) { $0 != $1 }
        case .less: compare(count, numbers, next, truths) { $0 < $1 }
        case .lessOrEqual: compare(count, numbers, next, truths) { $0 <= $1 }
        case .greater: compare(count, numbers, next, truths) { $0 > $1 }
        case .greaterOrEqual: compare(count, numbers, next, truths) { $0 >= $1 }
        }
    case .between(let value, let low, let high):
        evaluateNumber(value, rows, numbers, truths)
        evaluateNumber(low, rows, next, truths)
        evaluateNumber(high, rows, next + RowBlock.most, truths)
        let last = next + RowBlock.most
        for place in 0..<count {
            let number = numbers[place]
            truths[place] =
                number == Word.min || next[place] == Word.min || last[place] == Word.min
                ? 2 : number >= next[place] && number <= last[place] ? 1 : 0
        }
    case .isAbsent(let inner, let negated):
        evaluateNumber(inner, rows, numbers, truths)
        for place in 0..<count { truths[place] = (numbers[place] == Word.min) != negated ? 1 : 0 }
    case .both(let left, let right):
        evaluateTruth(left, rows, numbers, truths)
        evaluateTruth(right, rows, numbers, others)
        for place in 0..<count {
            let first = truths[place], second = others[place]
            truths[place] = first == 0 || second == 0 ? 0 : first | second == 1 ? 1 : 2
        }
    case .either(let left, let right):
        evaluateTruth(left, rows, numbers, truths)
        evaluateTruth(right, rows, numbers, others)
        for place in 0..<count {
            let first = truths[place], second = others[place]
            truths[place] = first == 1 || second == 1 ? 1 : first | second == 0 ? 0 : 2
        }
    case .not(let inner):
        evaluateTruth(inner, rows, numbers, truths)
        for place in 0..<count { truths[place] = truths[place] == 2 ? 2 : 1 - truths[place] }
    case .isNotZero(let inner):
        evaluateNumber(inner, rows, numbers, truths)
        for place in 0..<count { truths[place] = numbers[place] == Word.min ? 2 : numbers[place] == 0 ? 0 : 1 }
    }
}

@inline(__always)
private func compare<Word: FixedWidthInteger>(
    _ count: Int, _ numbers: Numbers<Word>, _ others: Numbers<Word>, _ truths: Truths, _ holds: (Word, Word) -> Bool
) {
    for place in 0..<count {
        let first = numbers[place], second = others[place]
        truths[place] = first == Word.min || second == Word.min ? 2 : holds(first, second) ? 1 : 0
    }
}

