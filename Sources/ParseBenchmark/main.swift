import Delimited
import Foundation

// Reads a delimited file as an import would, without a database: every number exactly, every other cell to the number of
// its word. Prints rows and a sum, for `Benchmarks/import.py`.
//
// Usage: parse-benchmark FILE TYPES    one letter a column: n number, c category, t text

/// The numbers of the words of one column.
struct Words {
    private struct Word {
        let hash: UInt64
        let bytes: UnsafeMutablePointer<UInt8>
        let count: Int
    }

    private static let size = 1 << 17
    private let slots = UnsafeMutablePointer<Int32>.allocate(capacity: size)
    private let words = UnsafeMutablePointer<Word>.allocate(capacity: size / 2)
    private var count = 0
    private var last = 0

    init() { slots.initialize(repeating: -1, count: Self.size) }

    mutating func number(_ cell: UnsafeBufferPointer<UInt8>) -> Int {
        if last < count, isSame(cell, last) { return last }
        last = find(cell)
        return last
    }

    private func isSame(_ cell: UnsafeBufferPointer<UInt8>, _ number: Int) -> Bool {
        let word = words[number]
        return word.count == cell.count && (cell.isEmpty || memcmp(word.bytes, cell.baseAddress!, cell.count) == 0)
    }

    private mutating func find(_ cell: UnsafeBufferPointer<UInt8>) -> Int {
        var hash = 0x9e37_79b9_7f4a_7c15 ^ UInt64(cell.count)
        let raw = UnsafeRawBufferPointer(cell)
        var index = 0
        while index + 8 <= raw.count {
            hash = (hash ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) &* 0xff51_afd7_ed55_8ccd
            hash ^= hash >> 32
            index += 8
        }
        while index < raw.count {
            hash = (hash ^ UInt64(raw[index])) &* 0xff51_afd7_ed55_8ccd
            index += 1
        }
        hash ^= hash >> 32
        var slot = Int(truncatingIfNeeded: hash) & (Self.size - 1)
        while slots[slot] >= 0 {
            let known = Int(slots[slot])
            if words[known].hash == hash, isSame(cell, known) { return known }
            slot = (slot + 1) & (Self.size - 1)
        }
        precondition(count < Self.size / 2, "more words than the benchmark has room for")
        let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, cell.count))
        if let base = cell.baseAddress { bytes.update(from: base, count: cell.count) }
        (words + count).initialize(to: Word(hash: hash, bytes: bytes, count: cell.count))
        slots[slot] = Int32(count)
        count += 1
        return count - 1
    }
}

/// Goes through the file and prints what it added up.
func parse(_ path: String, _ types: [UInt8]) throws {
    let file = try DelimitedFile.open(path: path, name: path)
    let decimal = file.delimiter == UInt8(ascii: ",") ? UInt8(ascii: ".") : UInt8(ascii: ",")
    let format = NumberFormat(decimal: decimal)
    let words = UnsafeMutablePointer<Words>.allocate(capacity: types.count)
    for index in types.indices { (words + index).initialize(to: Words()) }
    let kinds = UnsafeMutablePointer<UInt8>.allocate(capacity: types.count)
    kinds.initialize(from: types, count: types.count)
    let columns = types.count
    var sum = 0, length = 0
    let reading = file.forEachRecord { record in
        for index in 0..<columns {
            let cell = record.bytes(index)
            switch kinds[index] {
            case UInt8(ascii: "n"):
                if let (units, _) = plainNumber(cell, decimal: decimal) {
                    sum &+= Int(units)
                } else if case .value(let units, _) = readNumber(cell, format) {
                    sum &+= Int(units)
                }
            case UInt8(ascii: "c"): sum &+= words[index].number(cell)
            default: length &+= cell.count
            }
        }
        return true
    }
    print("\(reading.rows) rows, sum \(sum), \(length) bytes of text")
}

guard CommandLine.arguments.count == 3 else {
    print("usage: parse-benchmark FILE TYPES")
    exit(2)
}
try parse(CommandLine.arguments[1], Array(CommandLine.arguments[2].utf8))
