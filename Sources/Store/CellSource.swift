import Catalogue
import Delimited

/// Where a declared column's cells stand.
enum CellSource: Hashable {
    /// A field of the record.
    case field(Int)
    /// A part of the headings of a wide table, and the cell under the heading.
    case part(Int)
    case value
}

/// One column of a wide table: its field, and what the parts of its heading are, as bytes that stay where they are.
final class WideColumn {
    let index: Int
    private let memory: [UnsafeMutableBufferPointer<UInt8>]

    init(index: Int, parts: [String]) {
        self.index = index
        memory = parts.map { part in
            let bytes = Array(part.utf8)
            let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, bytes.count))
            _ = buffer.initialize(from: bytes)
            return UnsafeMutableBufferPointer(rebasing: buffer[0..<bytes.count])
        }
    }

    deinit { for buffer in memory { buffer.baseAddress?.deallocate() } }

    func part(_ number: Int) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(memory[number]) }
}

extension CellSource {
    /// The cell of this column in a record; `column` is the wide column that is being read.
    @inline(__always)
    func cell(_ record: borrowing Record, _ column: WideColumn?) -> UnsafeBufferPointer<UInt8> {
        switch self {
        case .field(let index): record.bytes(index)
        case .part(let number): column.map { $0.part(number) } ?? UnsafeBufferPointer(start: nil, count: 0)
        case .value: column.map { record.bytes($0.index) } ?? UnsafeBufferPointer(start: nil, count: 0)
        }
    }

    /// The field that a finding about this column points at.
    func field(_ column: WideColumn?) -> Int {
        if case .field(let index) = self { return index }
        return column?.index ?? 0
    }
}
