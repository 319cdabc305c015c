/// Text made UTF-8, and what could not be.
struct Transcoded {
    let storage: ByteStorage
    let encoding: TextEncoding
    /// How many places became U+FFFD, and the offset of the first in the new text.
    let replaced: Int
    let firstReplaced: Int?
}

/// Decodes `raw` from offset `start` on into UTF-8. Never fails: what has no meaning becomes U+FFFD.
func transcode(_ raw: ByteStorage, from encoding: TextEncoding, start: Int) -> Transcoded {
    var writer = UTF8Writer()
    let storage = ByteStorage(capacity: max(raw.count - start, 0) * 3 + 3) { memory in
        writer.memory = memory
        switch encoding {
        case .utf8: writeUTF8(raw, start, &writer)
        case .windows1252: writeSingleBytes(raw, start, &writer, table: windows1252)
        case .iso88591: writeSingleBytes(raw, start, &writer, table: [])
        case .utf16LittleEndian: writeUTF16(raw, start, &writer, high: 1)
        case .utf16BigEndian: writeUTF16(raw, start, &writer, high: 0)
        }
        return writer.count
    }
    return Transcoded(
        storage: storage, encoding: encoding, replaced: writer.replaced, firstReplaced: writer.firstReplaced)
}

/// How many multi-byte sequences a text has, and how many places are not UTF-8.
func checkUTF8(_ raw: ByteStorage, from start: Int) -> (multibyte: Int, invalid: Int) {
    var multibyte = 0, invalid = 0
    var index = start
    while index < raw.count {
        if index + 8 <= raw.count,
            UnsafeRawPointer(raw.base + index).loadUnaligned(as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
            index += 8
            continue
        }
        if raw.base[index] < 0x80 {
            index += 1
            continue
        }
        let (length, valid) = sequence(raw, at: index)
        if valid { multibyte += 1 } else { invalid += 1 }
        index += length
    }
    return (multibyte, invalid)
}

/// The length of the UTF-8 sequence at `index` and whether it is well formed; an ill-formed one is as long as the
/// bytes that could have begun a sequence, so that it becomes a single U+FFFD.
private func sequence(_ raw: ByteStorage, at index: Int) -> (length: Int, valid: Bool) {
    let first = raw.base[index]
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
        guard index + place < raw.count else { return (place, false) }
        let range = place == 1 ? second : 0x80...0xBF
        guard range.contains(raw.base[index + place]) else { return (place, false) }
    }
    return (needed, true)
}

private struct UTF8Writer {
    var memory: UnsafeMutablePointer<UInt8>!
    var count = 0
    var replaced = 0
    var firstReplaced: Int?

    mutating func put(_ byte: UInt8) {
        memory[count] = byte
        count += 1
    }

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
        firstReplaced = firstReplaced ?? count
        put(scalar: 0xFFFD)
    }
}

private func writeUTF8(_ raw: ByteStorage, _ start: Int, _ writer: inout UTF8Writer) {
    var index = start
    while index < raw.count {
        let (length, valid) = sequence(raw, at: index)
        if valid {
            for place in 0..<length { writer.put(raw.base[index + place]) }
        } else {
            writer.replace()
        }
        index += length
    }
}

private func writeSingleBytes(_ raw: ByteStorage, _ start: Int, _ writer: inout UTF8Writer, table: [UInt32]) {
    for index in start..<max(start, raw.count) {
        let byte = raw.base[index]
        if byte >= 0x80, byte < 0xA0, !table.isEmpty {
            let scalar = table[Int(byte) - 0x80]
            if scalar == 0 { writer.replace() } else { writer.put(scalar: scalar) }
        } else {
            writer.put(scalar: UInt32(byte))
        }
    }
}

private func writeUTF16(_ raw: ByteStorage, _ start: Int, _ writer: inout UTF8Writer, high: Int) {
    func unit(_ index: Int) -> UInt32 {
        UInt32(raw.base[index + high]) << 8 | UInt32(raw.base[index + 1 - high])
    }
    var index = start
    while index + 1 < raw.count {
        let first = unit(index)
        index += 2
        switch first {
        case 0xD800..<0xDC00:
            if index + 1 < raw.count, (0xDC00..<0xE000).contains(unit(index)) {
                writer.put(scalar: 0x10000 + (first - 0xD800) << 10 + (unit(index) - 0xDC00))
                index += 2
            } else {
                writer.replace()
            }
        case 0xDC00..<0xE000: writer.replace()
        default: writer.put(scalar: first)
        }
    }
    if index < raw.count { writer.replace() }
}

/// The characters 0x80 to 0x9F of Windows-1252; 0 where it has none.
private let windows1252: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
    0x0178,
]
