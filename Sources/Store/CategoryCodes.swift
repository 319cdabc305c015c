import Foundation

/// Gives each distinct cell of a column a number, by its bytes; allocates only for cells not seen before.
///
/// Cells that differ only in surrounding spaces or in how Unicode composes a letter share a label and a code.
final class CategoryCodes {
    private(set) var labels: [String] = []
    private var codeOfLabel: [String: Int] = [:]

    /// Cells as they were written, one after another.
    private var bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: 4096)
    private var byteCount = 0
    private var byteCapacity = 4096
    private var spellings = UnsafeMutablePointer<Spelling>.allocate(capacity: 64)
    private(set) var spellingCount = 0
    private var spellingCapacity = 64
    /// Open addressing; a number of slots that is a power of two, -1 where empty.
    private var slots = UnsafeMutablePointer<Int32>.allocate(capacity: 256)
    private var slotCount = 256
    private var last = 0

    private struct Spelling {
        var hash: UInt64
        var start: Int
        var count: Int32
        var code: Int32
        /// The spelling that came next the last time.
        var next: Int32
    }

    init(labels: [String] = []) {
        slots.update(repeating: -1, count: slotCount)
        for label in labels { _ = code(ofLabel: label) }
    }

    deinit {
        bytes.deallocate()
        spellings.deallocate()
        slots.deallocate()
    }

    /// The number of the spelling itself, for callers who cache what a cell means; see `code(ofSpelling:)`.
    ///
    /// Exports come sorted, or go round: the cell after a cell is most often the one that came after it before.
    @inline(__always)
    func spelling(_ cell: UnsafeBufferPointer<UInt8>) -> Int {
        if spellingCount > 0 {
            if isSame(cell, last) { return last }
            let next = Int(spellings[last].next)
            if isSame(cell, next) {
                last = next
                return next
            }
        }
        return find(cell)
    }

    func code(ofSpelling spelling: Int) -> Int { Int(spellings[spelling].code) }

    func text(ofSpelling spelling: Int) -> String { labels[code(ofSpelling: spelling)] }

    @inline(__always)
    func code(_ cell: UnsafeBufferPointer<UInt8>) -> Int {
        // First the spelling: learning a new one may move the table.
        let spelling = spelling(cell)
        return Int(spellings[spelling].code)
    }

    /// The code of a label, new or known.
    func code(ofLabel label: String) -> Int {
        if let code = codeOfLabel[label] { return code }
        labels.append(label)
        codeOfLabel[label] = labels.count - 1
        return labels.count - 1
    }

    @inline(never)
    private func find(_ cell: UnsafeBufferPointer<UInt8>) -> Int {
        let hash = hashOfBytes(cell)
        var slot = Int(truncatingIfNeeded: hash) & (slotCount - 1)
        var found = -1
        while slots[slot] >= 0 {
            let candidate = Int(slots[slot])
            if spellings[candidate].hash == hash, isSame(cell, candidate) {
                found = candidate
                break
            }
            slot = (slot + 1) & (slotCount - 1)
        }
        if found < 0 { found = add(cell, hash, slot) }
        spellings[last].next = Int32(found)
        last = found
        return found
    }

    @inline(__always)
    private func isSame(_ cell: UnsafeBufferPointer<UInt8>, _ spelling: Int) -> Bool {
        let known = spellings[spelling]
        guard Int(known.count) == cell.count else { return false }
        guard cell.count > 0 else { return true }
        return memcmp(bytes + known.start, cell.baseAddress!, cell.count) == 0
    }

    private func add(_ cell: UnsafeBufferPointer<UInt8>, _ hash: UInt64, _ slot: Int) -> Int {
        let text = String(decoding: cell, as: UTF8.self).trimmingCharacters(in: .whitespaces)
        let code = code(ofLabel: text.precomposedStringWithCanonicalMapping)
        if byteCount + cell.count > byteCapacity {
            byteCapacity = max(byteCapacity * 2, byteCount + cell.count)
            bytes = grown(bytes, from: byteCount, to: byteCapacity)
        }
        if let base = cell.baseAddress { (bytes + byteCount).update(from: base, count: cell.count) }
        if spellingCount == spellingCapacity {
            spellingCapacity *= 2
            spellings = grown(spellings, from: spellingCount, to: spellingCapacity)
        }
        (spellings + spellingCount).initialize(
            to: Spelling(hash: hash, start: byteCount, count: Int32(cell.count), code: Int32(code), next: 0))
        byteCount += cell.count
        slots[slot] = Int32(spellingCount)
        spellingCount += 1
        if spellingCount * 2 > slotCount { spread() }
        return spellingCount - 1
    }

    private func grown<T>(_ memory: UnsafeMutablePointer<T>, from count: Int, to capacity: Int) -> UnsafeMutablePointer<T> {
        let larger = UnsafeMutablePointer<T>.allocate(capacity: capacity)
        larger.moveInitialize(from: memory, count: count)
        memory.deallocate()
        return larger
    }

    private func spread() {
        slots.deallocate()
        slotCount *= 4
        slots = .allocate(capacity: slotCount)
        slots.update(repeating: -1, count: slotCount)
        for number in 0..<spellingCount {
            var slot = Int(truncatingIfNeeded: spellings[number].hash) & (slotCount - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slotCount - 1) }
            slots[slot] = Int32(number)
        }
    }
}

/// A hash of a cell's bytes, eight at a time; the same in every run.
@inline(__always)
func hashOfBytes(_ cell: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = 0x9e37_79b9_7f4a_7c15 ^ UInt64(cell.count)
    guard let base = cell.baseAddress else { return mixed(hash, 0) }
    let raw = UnsafeRawPointer(base)
    var index = 0
    while index + 8 <= cell.count {
        hash = mixed(hash, raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        index += 8
    }
    var rest: UInt64 = 0
    while index < cell.count {
        rest = rest << 8 | UInt64(base[index])
        index += 1
    }
    return mixed(hash, rest)
}

@inline(__always)
func mixed(_ hash: UInt64, _ value: UInt64) -> UInt64 {
    let product = (hash ^ value) &* 0xff51_afd7_ed55_8ccd
    return product ^ (product >> 32)
}
