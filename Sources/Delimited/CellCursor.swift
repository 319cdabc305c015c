/// A place in the bytes of one cell, with the spaces around its content passed over.
struct CellCursor {
    private let base: UnsafePointer<UInt8>?
    private var index: Int
    private let end: Int

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        var start = 0
        var end = bytes.count
        while start < end {
            let length = Self.spaceLength(bytes, at: start, end)
            if length == 0 { break }
            start += length
        }
        while end > start {
            let length = Self.spaceLength(bytes, before: end, start)
            if length == 0 { break }
            end -= length
        }
        base = bytes.baseAddress
        index = start
        self.end = end
    }

    /// The content from here on.
    var rest: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: base.map { $0 + index }, count: end - index)
    }

    var atEnd: Bool { index == end }

    @inline(__always)
    var peek: UInt8? { index < end ? base![index] : nil }

    @inline(__always)
    mutating func advance(_ count: Int) { index += count }

    /// Passes a sign; returns whether it was a minus.
    mutating func takeSign() -> Bool {
        guard let byte = peek else { return false }
        if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") {
            index += 1
            return byte == UInt8(ascii: "-")
        }
        guard byte == 0xE2, matches(0xE2, 0x88, 0x92) else { return false }
        index += 3
        return true
    }

    /// The separator of groups or decimals here, and its length in bytes.
    func separator() -> (group: NumberFormat.Group, length: Int)? {
        guard let byte = peek else { return nil }
        switch byte {
        case UInt8(ascii: "."): return (.point, 1)
        case UInt8(ascii: ","): return (.comma, 1)
        case space: return (.space, 1)
        case UInt8(ascii: "'"): return (.apostrophe, 1)
        case 0xC2 where end - index > 1 && base![index + 1] == 0xA0: return (.noBreakSpace, 2)
        case 0xE2 where matches(0xE2, 0x80, 0xAF): return (.noBreakSpace, 3)
        case 0xE2 where matches(0xE2, 0x80, 0x99): return (.apostrophe, 3)
        default: return nil
        }
    }

    /// Passes `e`, a sign and digits; nil if there are no digits, or the power is beyond all sense.
    mutating func takeExponent() -> Int? {
        index += 1
        let negative = takeSign()
        var power = 0
        var digits = 0
        while let byte = peek, isDigit(byte) {
            power = min(power * 10 + Int(byte &- 0x30), 10_000)
            digits += 1
            index += 1
        }
        guard digits > 0 else { return nil }
        return negative ? -power : power
    }

    private func matches(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
        end - index >= 3 && base![index] == first && base![index + 1] == second && base![index + 2] == third
    }

    private static func spaceLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int, _ end: Int) -> Int {
        switch bytes[index] {
        case 0x09...0x0D, 0x20: 1
        case 0xC2 where index + 1 < end && bytes[index + 1] == 0xA0: 2
        case 0xE2 where index + 2 < end && bytes[index + 1] == 0x80 && bytes[index + 2] == 0xAF: 3
        default: 0
        }
    }

    private static func spaceLength(_ bytes: UnsafeBufferPointer<UInt8>, before end: Int, _ start: Int) -> Int {
        switch bytes[end - 1] {
        case 0x09...0x0D, 0x20: 1
        case 0xA0 where end - 2 >= start && bytes[end - 2] == 0xC2: 2
        case 0xAF where end - 3 >= start && bytes[end - 2] == 0x80 && bytes[end - 3] == 0xE2: 3
        default: 0
        }
    }
}
