internal import CBytes

/// Makes text of any encoding into UTF-8, piece by piece. Never fails: what has no meaning becomes U+FFFD.
struct TextDecoder {
    let encoding: TextEncoding
    /// How many places became U+FFFD.
    private(set) var replaced = 0

    /// No byte of any encoding becomes more than this many bytes of UTF-8.
    static let growth = 3

    init(_ encoding: TextEncoding) { self.encoding = encoding }

    /// Decodes `input` into `output`, which has room for `growth` times as many bytes. Bytes that the next piece must
    /// complete are left: `consumed` tells how many were not. With `isLast` none is left.
    mutating func decode(
        _ input: UnsafeBufferPointer<UInt8>, isLast: Bool, into output: UnsafeMutablePointer<UInt8>
    ) -> (consumed: Int, written: Int) {
        var writer = UTF8Writer(memory: output)
        let consumed: Int
        switch encoding {
        case .utf8: consumed = Self.writeUTF8(input, isLast, &writer)
        case .windows1252: consumed = Self.writeSingleBytes(input, &writer, windows1252)
        case .iso88591: consumed = Self.writeSingleBytes(input, &writer, iso88591)
        case .utf16LittleEndian: consumed = Self.writeUTF16(input, isLast, &writer, high: 1)
        case .utf16BigEndian: consumed = Self.writeUTF16(input, isLast, &writer, high: 0)
        }
        replaced += writer.replaced
        return (consumed, writer.count)
    }

    private static func writeUTF8(
        _ input: UnsafeBufferPointer<UInt8>, _ isLast: Bool, _ writer: inout UTF8Writer
    ) -> Int {
        var index = 0
        let whole = isLast ? input.count : max(0, input.count - 3)
        while index < whole {
            let (length, valid) = utf8Sequence(input, at: index)
            if valid {
                for place in 0..<length { writer.put(input[index + place]) }
            } else {
                writer.replace()
            }
            index += length
        }
        return index
    }

    private static func writeSingleBytes(
        _ input: UnsafeBufferPointer<UInt8>, _ writer: inout UTF8Writer, _ table: [UInt32]
    ) -> Int {
        guard let base = input.baseAddress else { return 0 }
        table.withUnsafeBufferPointer { table in
            var index = 0
            while index < input.count {
                // Most of a table is ASCII: it is copied in runs.
                if index + 64 <= input.count {
                    let high = sammen_high(base + index)
                    let run = high == 0 ? 64 : high.trailingZeroBitCount
                    writer.put(base + index, count: run)
                    index += run
                    if high == 0 { continue }
                }
                let byte = base[index]
                index += 1
                if byte < 0x80 {
                    writer.put(byte)
                } else if table[Int(byte & 0x7F)] == 0 {
                    writer.replace()
                } else {
                    writer.put(scalar: table[Int(byte & 0x7F)])
                }
            }
        }
        return input.count
    }

    private static func writeUTF16(
        _ input: UnsafeBufferPointer<UInt8>, _ isLast: Bool, _ writer: inout UTF8Writer, high: Int
    ) -> Int {
        func unit(_ index: Int) -> UInt32 { UInt32(input[index + high]) << 8 | UInt32(input[index + 1 - high]) }
        var index = 0
        while index + 1 < input.count {
            let first = unit(index)
            switch first {
            case 0xD800..<0xDC00:
                if index + 3 >= input.count, !isLast { return index }
                if index + 3 < input.count, (0xDC00..<0xE000).contains(unit(index + 2)) {
                    writer.put(scalar: 0x10000 + (first - 0xD800) << 10 + (unit(index + 2) - 0xDC00))
                    index += 2
                } else {
                    writer.replace()
                }
            case 0xDC00..<0xE000: writer.replace()
            default: writer.put(scalar: first)
            }
            index += 2
        }
        if isLast, index < input.count {
            writer.replace()
            index += 1
        }
        return index
    }
}

/// The length of the UTF-8 sequence at `index` and whether it is well formed; an ill-formed one is as long as the
/// bytes that could have begun a sequence, so that it becomes a single U+FFFD.
func utf8Sequence(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (length: Int, valid: Bool) {
    let first = bytes[index]
    let needed: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0..<0x80: return (1, true)
    case 0xC2...0xDF: needed = 2
    case 0xE0: (needed, second) = (3, 0xA0...0xBF)
    case 0xED: (needed, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: needed = 3
    case 0xF0: (needed, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: needed = 4
    case 0xF4: (needed, second) = (4, 0x80...0x8F)
    default: return (1, false)
    }
    for place in 1..<needed {
        guard index + place < bytes.count else { return (place, false) }
        let range = place == 1 ? second : 0x80...0xBF
        guard range.contains(bytes[index + place]) else { return (place, false) }
    }
    return (needed, true)
}

private struct UTF8Writer {
    let memory: UnsafeMutablePointer<UInt8>
    var count = 0
    var replaced = 0

    init(memory: UnsafeMutablePointer<UInt8>) { self.memory = memory }

    @inline(__always)
    mutating func put(_ byte: UInt8) {
        memory[count] = byte
        count += 1
    }

    @inline(__always)
    mutating func put(_ bytes: UnsafePointer<UInt8>, count: Int) {
        (memory + self.count).update(from: bytes, count: count)
        self.count += count
    }

    @inline(__always)
    mutating func put(scalar: UInt32) {
        if scalar < 0x80 {
            put(UInt8(scalar))
        } else if scalar < 0x800 {
            put(0xC0 | UInt8(scalar >> 6))
            put(0x80 | UInt8(scalar & 0x3F))
        } else if scalar < 0x10000 {
            put(0xE0 | UInt8(scalar >> 12))
            put(0x80 | UInt8(scalar >> 6 & 0x3F))
            put(0x80 | UInt8(scalar & 0x3F))
        } else {
            put(0xF0 | UInt8(scalar >> 18))
            put(0x80 | UInt8(scalar >> 12 & 0x3F))
            put(0x80 | UInt8(scalar >> 6 & 0x3F))
            put(0x80 | UInt8(scalar & 0x3F))
        }
    }

    mutating func replace() {
        replaced += 1
        put(scalar: 0xFFFD)
    }
}

/// The characters 0x80 to 0xFF of Windows-1252; 0 where it has none.
private let windows1252: [UInt32] =
    [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D,
        0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,
        0x017E, 0x0178,
    ] + (0xA0...0xFF)

private let iso88591: [UInt32] = Array(0x80...0xFF)
