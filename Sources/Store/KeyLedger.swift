import Findings
import Foundation
import Vocabulary

/// The keys of all rows of a load, kept outside memory, to find those that occur twice without an index in the
/// database.
///
/// Each key is a hash of 64 bits and the number of its row. They are sorted into 256 parts by their first byte as they
/// come, each part is written to a file without a name, and at the end the parts are gone through one by one. Two rows
/// of one hash may still differ: the caller compares them.
final class KeyLedger {
    struct Entry {
        var hash: UInt64
        var row: Int64
    }

    private static let parts = 256
    /// Entries of one part that are held in memory: 8 KiB.
    private static let held = 512

    private let memory = UnsafeMutablePointer<Entry>.allocate(capacity: parts * held)
    private let counts = UnsafeMutablePointer<Int>.allocate(capacity: parts)
    private var written: [[Int64]] = Array(repeating: [], count: parts)
    private var file: Int32 = -1
    private var end: Int64 = 0
    private let folder: String
    private var failed = false

    init(folder: String) {
        self.folder = folder
        counts.initialize(repeating: 0, count: Self.parts)
    }

    deinit {
        memory.deallocate()
        counts.deallocate()
        if file >= 0 { close(file) }
    }

    @inline(__always)
    func add(_ hash: UInt64, row: Int64) {
        let part = Int(hash >> 56)
        let count = counts[part]
        memory[part * Self.held + count] = Entry(hash: hash, row: row)
        counts[part] = count + 1
        if count + 1 == Self.held { spill(part) }
    }

    /// Rows that share their hash with others: each group with its rows in ascending order, the groups by first row.
    /// - Throws: `Refusal` where the disk has no room for the keys.
    func repeated() throws -> [[Int64]] {
        guard !failed else { throw noRoom }
        var groups: [[Int64]] = []
        var entries: [Entry] = []
        for part in 0..<Self.parts {
            entries.removeAll(keepingCapacity: true)
            for offset in written[part] { try read(at: offset, into: &entries) }
            entries.append(contentsOf: UnsafeBufferPointer(start: memory + part * Self.held, count: counts[part]))
            groups += Self.groups(entries)
        }
        return groups.sorted { $0[0] < $1[0] }
    }

    private static func groups(_ entries: [Entry]) -> [[Int64]] {
        guard entries.count > 1 else { return [] }
        var size = 16
        while size < entries.count * 2 { size *= 2 }
        var groups: [UInt64: [Int64]] = [:]
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: size) { slots in
            slots.initialize(repeating: -1)
            for (number, entry) in entries.enumerated() {
                var slot = Int(truncatingIfNeeded: entry.hash) & (size - 1)
                while slots[slot] >= 0, entries[Int(slots[slot])].hash != entry.hash { slot = (slot + 1) & (size - 1) }
                if slots[slot] < 0 {
                    slots[slot] = Int32(number)
                } else {
                    groups[entry.hash, default: [entries[Int(slots[slot])].row]].append(entry.row)
                }
            }
        }
        return groups.values.map { $0.sorted() }
    }

    private func spill(_ part: Int) {
        let bytes = Self.held * MemoryLayout<Entry>.stride
        if file < 0 { open() }
        let done = file < 0 ? -1 : pwrite(file, memory + part * Self.held, bytes, off_t(end))
        if done != bytes { failed = true }
        written[part].append(end)
        end += Int64(bytes)
        counts[part] = 0
    }

    private func open() {
        var template = Array((folder + "/keys-XXXXXX").utf8CString)
        file = mkstemp(&template)
        if file >= 0 { unlink(template) }
    }

    private func read(at offset: Int64, into entries: inout [Entry]) throws {
        let bytes = Self.held * MemoryLayout<Entry>.stride
        try withUnsafeTemporaryAllocation(of: Entry.self, capacity: Self.held) { buffer in
            guard pread(file, buffer.baseAddress!, bytes, off_t(offset)) == bytes else { throw noRoom }
            entries.append(contentsOf: UnsafeBufferPointer(buffer))
        }
    }

    private var noRoom: Refusal {
        Refusal(
            Finding(
                .error, "disk-full", "there is no room on the disk to compare the rows' keys", at: Place(file: folder),
                suggestion: "make room on the disk and try again; nothing was changed"))
    }
}
