/// One block of bytes that never changes once made, followed by a line feed and zeros so that a scan may read whole
/// words past the end and always meets a stop.
///
/// Unchecked: the memory is written only while it is being made and freed with the last reference.
final class ByteStorage: @unchecked Sendable {
    static let padding = 128

    let base: UnsafePointer<UInt8>
    let count: Int

    /// Reserves `capacity` bytes and lets `fill` write them; `fill` returns how many it wrote.
    init(capacity: Int, fill: (UnsafeMutablePointer<UInt8>) throws -> Int) rethrows {
        let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + Self.padding)
        let written: Int
        do {
            written = try fill(memory)
        } catch {
            memory.deallocate()
            throw error
        }
        memory[written] = UInt8(ascii: "\n")
        (memory + written + 1).initialize(repeating: 0, count: Self.padding - 1)
        base = UnsafePointer(memory)
        count = written
    }

    convenience init(_ bytes: [UInt8]) {
        self.init(capacity: bytes.count) { memory in
            bytes.withUnsafeBufferPointer { source in
                if let first = source.baseAddress { memory.update(from: first, count: source.count) }
            }
            return bytes.count
        }
    }

    deinit { base.deallocate() }

    var buffer: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

    /// Whether the bytes from `offset` on begin with `prefix`.
    func hasPrefix(_ prefix: [UInt8], at offset: Int = 0) -> Bool {
        offset + prefix.count <= count && prefix.indices.allSatisfy { base[offset + $0] == prefix[$0] }
    }

    /// The physical line, from 1, of the byte at `offset`, counting from the byte at `start`.
    func line(of offset: Int, from start: Int = 0) -> Int {
        var line = 1
        for index in start..<max(start, min(offset, count)) where endsLine(index) { line += 1 }
        return line
    }

    /// Whether the byte at `index` is the last of a line break.
    func endsLine(_ index: Int) -> Bool {
        switch base[index] {
        case UInt8(ascii: "\n"): true
        case UInt8(ascii: "\r"): index + 1 >= count || base[index + 1] != UInt8(ascii: "\n")
        default: false
        }
    }
}
