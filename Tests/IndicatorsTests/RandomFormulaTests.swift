import Catalogue
import Foundation
import Indicators
import Noise
import Testing
import Vocabulary

/// Random formulas over random rows: blocks in 64 bits, blocks in 128 bits and a slow twin, which takes each row by
/// itself in decimals, say the same.
@Suite struct RandomFormulas {
    @Test(arguments: 1...6) func blocksSayWhatRowsSay(_ seed: UInt64) throws {
        var noise = FixedNoise(seed)
        let rows = (0..<300).map { _ in TwinRow(&noise) }
        var narrow = 0, wide = 0
        for _ in 0..<250 {
            let twin = TwinNumber(&noise, depth: Int.random(in: 1...4, using: &noise))
            let formula = try Formula(parsing: twin.text)
            for ranges in [TwinRow.ranges, TwinRow.ranges.mapValues { _ in -(1 << 60)...(1 << 60) }] {
                let layout = RowLayout(
                    slots: ["pris": 0, "antal": 1, "svar": 2], scales: ["pris": 2, "antal": 0],
                    codes: ["svar": ["": 0, "Ja": 1, "Nej": 2]], ranges: ranges)
                // So much that 128 bits may not hold it is refused, and cannot be compared.
                guard let compiled = try? formula.number(layout) else { continue }
                if compiled.isNarrow { narrow += 1 } else { wide += 1 }
                let found = numbers(compiled, rows, chosen: Bool.random(using: &noise))
                for (row, number) in zip(rows, found) {
                    let isSame = number.flatMap { Decimal(string: $0.description) } == twin.value(row)
                    #expect(isSame, "\(twin.text) of \(row): \(number.map { "\($0)" } ?? "none"), by hand \(String(describing: twin.value(row)))")
                    if !isSame { return }
                }
            }
        }
        #expect(narrow > 100 && wide > 100)
    }

    /// - Parameter chosen: whether the rows are asked for by their places, as where a filter has chosen them.
    private func numbers(_ compiled: CompiledNumber, _ rows: [TwinRow], chosen: Bool) -> [Exact?] {
        let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 3 * 8 * rows.count, alignment: 8)
        defer { room.deallocate() }
        let columns = (0..<3).map { slot in
            let values = rows.map { $0.values[slot] ?? RowLayout.absent }, width = slot == 0 ? 4 : slot == 1 ? 2 : 1
            let base = room.baseAddress! + slot * 8 * rows.count
            PackedColumn.pack(values, rows.count, into: base, width: width)
            return PackedColumn(base: base, width: width)
        }
        let evaluation = NumberEvaluation(compiled), places = rows.indices.map { Int32($0) }
        return places.withUnsafeBufferPointer { places in
            let found = evaluation.numbers(
                RowBlock(columns: columns, first: 0, count: rows.count, chosen: chosen ? places.baseAddress : nil))
            return rows.indices.map { row in found[row].map { Exact(units: $0, scale: compiled.scale) } }
        }
    }
}

/// A price in hundredths, a count and an answer; numbers may be absent.
private struct TwinRow: CustomStringConvertible {
    static let ranges: [String: ClosedRange<Int64>] = ["pris": -1_000_000...1_000_000, "antal": -30...30]

    var values: [Int64?]

    init(_ noise: inout FixedNoise) {
        func some(_ range: ClosedRange<Int64>) -> Int64? {
            Int.random(in: 0..<6, using: &noise) == 0 ? nil : Int64.random(in: range, using: &noise)
        }
        values = [some(-1_000_000...1_000_000), some(-30...30), Int64.random(in: 0...2, using: &noise)]
    }

    var price: Decimal? { values[0].map { Decimal($0) / 100 } }
    var count: Decimal? { values[1].map { Decimal($0) } }
    var answer: String { ["", "Ja", "Nej"][Int(values[2]!)] }
    var description: String { "\(String(describing: price)) \(String(describing: count)) '\(answer)'" }
}

/// A formula of numbers as it is written, and its value for one row.
private struct TwinNumber {
    let text: String
    let value: (TwinRow) -> Decimal?

    init(_ text: String, _ value: @escaping (TwinRow) -> Decimal?) { (self.text, self.value) = (text, value) }

    private static func leaf(_ noise: inout FixedNoise) -> TwinNumber {
        let number = Int.random(in: 0...40, using: &noise)
        let leaves = [
            TwinNumber("pris", \.price), TwinNumber("antal", \.count), TwinNumber("\(number)") { _ in Decimal(number) },
            TwinNumber("\(number).5") { _ in Decimal(number) + 0.5 },
        ]
        return leaves.randomElement(using: &noise)!
    }

    init(_ noise: inout FixedNoise, depth: Int) {
        guard depth > 0 else {
            self = Self.leaf(&noise)
            return
        }
        let a = TwinNumber(&noise, depth: depth - 1), b = TwinNumber(&noise, depth: depth - 1), c = Self.leaf(&noise)
        let test = TwinTruth(&noise, depth: depth - 1), second = TwinTruth(&noise, depth: depth - 1)
        func both(_ text: String, _ other: TwinNumber, _ operation: @escaping (Decimal, Decimal) -> Decimal) -> TwinNumber {
            TwinNumber(text) { row in a.value(row).flatMap { first in other.value(row).map { operation(first, $0) } } }
        }
        func known(_ row: TwinRow) -> [Decimal] { [a, b, c].compactMap { $0.value(row) } }
        switch Int.random(in: 0..<12, using: &noise) {
        case 0: self = both("(\(a.text) + \(b.text))", b, +)
        case 1: self = both("(\(a.text) - \(b.text))", b, -)
        case 2: self = both("(\(a.text) * \(c.text))", c, *)
        case 3: self = TwinNumber("(-\(a.text))") { a.value($0).map { -$0 } }
        case 4: self = TwinNumber("abs(\(a.text))") { a.value($0).map { $0 < 0 ? -$0 : $0 } }
        case 5: self = both("least(\(a.text), \(b.text))", b) { $0 < $1 ? $0 : $1 }
        case 6: self = both("greatest(\(a.text), \(b.text))", b) { $0 > $1 ? $0 : $1 }
        case 7:
            self = TwinNumber("total(\(a.text), \(b.text), \(c.text))") { row in
                known(row).isEmpty ? nil : known(row).reduce(0, +)
            }
        case 8: self = TwinNumber("answered(\(a.text), \(b.text), \(c.text))") { Decimal(known($0).count) }
        case 9:
            self = TwinNumber("if(\(test.text), \(a.text), \(b.text))") { row in
                test.value(row).flatMap { $0 ? a.value(row) : b.value(row) }
            }
        case 10:
            self = TwinNumber("case when \(test.text) then \(a.text) when \(second.text) then \(b.text) end") { row in
                guard let first = test.value(row) else { return nil }
                if first { return a.value(row) }
                return second.value(row) == true ? b.value(row) : nil
            }
        default: self = TwinNumber("(\(test.text) + \(a.text))") { row in
            test.value(row).flatMap { holds in a.value(row).map { $0 + (holds ? 1 : 0) } }
        }
        }
    }
}

/// A condition as it is written, and whether it holds for one row; nil where that is not known.
private struct TwinTruth {
    let text: String
    let value: (TwinRow) -> Bool?

    init(_ text: String, _ value: @escaping (TwinRow) -> Bool?) { (self.text, self.value) = (text, value) }

    init(_ noise: inout FixedNoise, depth: Int) {
        let a = TwinNumber(&noise, depth: 0), b = TwinNumber(&noise, depth: depth > 0 ? 1 : 0)
        let low = Int.random(in: -20...20, using: &noise), high = low + Int.random(in: 0...15, using: &noise)
        func test(_ sign: String, _ holds: @escaping (Decimal, Decimal) -> Bool) -> TwinTruth {
            TwinTruth("(\(a.text) \(sign) \(b.text))") { row in
                a.value(row).flatMap { first in b.value(row).map { holds(first, $0) } }
            }
        }
        switch Int.random(in: 0..<(depth > 0 ? 13 : 10), using: &noise) {
        case 0: self = test("<", <)
        case 1: self = test("<=", <=)
        case 2: self = test("=", ==)
        case 3: self = test("!=", !=)
        case 4: self = test(">=", >=)
        case 5:
            self = TwinTruth("(antal between \(low) and \(high))") { $0.count.map { $0 >= Decimal(low) && $0 <= Decimal(high) } }
        case 6: self = TwinTruth("(\(b.text) is missing)") { b.value($0) == nil }
        case 7: self = TwinTruth("(svar != 'Ja')") { $0.answer != "Ja" }
        case 8: self = TwinTruth("(svar in ('Nej', ''))") { $0.answer != "Ja" }
        case 9: self = TwinTruth("(antal in (\(low), 3, 7))") { $0.count.map { [Decimal(low), 3, 7].contains($0) } }
        case 10:
            let first = TwinTruth(&noise, depth: depth - 1), second = TwinTruth(&noise, depth: depth - 1)
            self = TwinTruth("(\(first.text) and \(second.text))") { row in
                let values = [first.value(row), second.value(row)]
                return values.contains(false) ? false : values.contains(nil) ? nil : true
            }
        case 11:
            let first = TwinTruth(&noise, depth: depth - 1), second = TwinTruth(&noise, depth: depth - 1)
            self = TwinTruth("(\(first.text) or \(second.text))") { row in
                let values = [first.value(row), second.value(row)]
                return values.contains(true) ? true : values.contains(nil) ? nil : false
            }
        default:
            let inner = TwinTruth(&noise, depth: depth - 1)
            self = TwinTruth("(not \(inner.text))") { inner.value($0).map { !$0 } }
        }
    }
}
