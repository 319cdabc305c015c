import Foundation

/// Gives each distinct cell of a column a number, by its bytes; allocates only for cells not seen before.
///
/// Cells that differ only in surrounding spaces or in how Unicode composes a letter share a label and a code.
struct CategoryCodes {
    private(set) var labels: [String] = []
    private var codeOfLabel: [String: Int] = [:]
    /// Cells as they were written, one after another.
    private var bytes: [UInt8] = []
    private var spellings: [(start: Int, count: Int, code: Int)] = []
    private var table: [Int32] = [Int32](repeating: -1, count: 64)
    private var last = -1

    /// The number of the spelling itself, for callers who cache what a cell means; see `code(ofSpelling:)`.
    mutating func spelling(_ cell: UnsafeBufferPointer<UInt8>) -> Int {
        if last >= 0, isSame(cell, last) { return last }
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in cell { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        var slot = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & (table.count - 1)
        while table[slot] >= 0 {
            let candidate = Int(table[slot])
            if isSame(cell, candidate) {
                last = candidate
                return candidate
            }
            slot = (slot + 1) & (table.count - 1)
        }
        last = add(cell)
        if spellings.count * 2 > table.count { grow() } else { table[slot] = Int32(last) }
        return last
    }

    func code(ofSpelling spelling: Int) -> Int { spellings[spelling].code }

    func text(ofSpelling spelling: Int) -> String { labels[spellings[spelling].code] }

    mutating func code(_ cell: UnsafeBufferPointer<UInt8>) -> Int { spellings[spelling(cell)].code }

    /// The code of a label, new or known.
    mutating func code(ofLabel label: String) -> Int {
        if let code = codeOfLabel[label] { return code }
        labels.append(label)
        codeOfLabel[label] = labels.count - 1
        return labels.count - 1
    }

    private func isSame(_ cell: UnsafeBufferPointer<UInt8>, _ spelling: Int) -> Bool {
        let known = spellings[spelling]
        guard known.count == cell.count else { return false }
        guard let base = cell.baseAddress else { return true }
        return bytes.withUnsafeBufferPointer { memcmp($0.baseAddress! + known.start, base, cell.count) == 0 }
    }

    private mutating func add(_ cell: UnsafeBufferPointer<UInt8>) -> Int {
        let text = String(decoding: cell, as: UTF8.self).trimmingCharacters(in: .whitespaces)
        let code = code(ofLabel: text.precomposedStringWithCanonicalMapping)
        // One byte more than the cells hold keeps the base address valid for empty cells.
        if bytes.isEmpty { bytes.append(0) }
        spellings.append((bytes.count, cell.count, code))
        bytes.append(contentsOf: cell)
        return spellings.count - 1
    }

    private mutating func grow() {
        table = [Int32](repeating: -1, count: table.count * 4)
        for (number, known) in spellings.enumerated() {
            var hash: UInt64 = 0xcbf2_9ce4_8422_2325
            for byte in bytes[known.start..<known.start + known.count] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
            var slot = Int(truncatingIfNeeded: hash ^ (hash >> 32)) & (table.count - 1)
            while table[slot] >= 0 { slot = (slot + 1) & (table.count - 1) }
            table[slot] = Int32(number)
        }
    }
}
