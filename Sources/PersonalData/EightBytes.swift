/// Eight bytes of a cell at a time, the first in the lowest byte. Classes of bytes are found without a branch (after
/// Warren, Hacker's Delight, 2nd edition, 6–1): the high bit of each byte that belongs is set, all others are 0.
@usableFromInline
struct EightBytes {
    @usableFromInline let word: UInt64

    @inlinable @inline(__always)
    init(_ word: UInt64) { self.word = word }

    @inlinable static var high: UInt64 { 0x8080_8080_8080_8080 }

    @inlinable @inline(__always)
    var digits: UInt64 {
        let fromZero = word ^ 0x3030_3030_3030_3030
        return ((fromZero & ~Self.high) &+ 0x7676_7676_7676_7676 | fromZero) & Self.high ^ Self.high
    }

    @inlinable @inline(__always)
    func equal(to byte: UInt8) -> UInt64 {
        let difference = word ^ (0x0101_0101_0101_0101 &* UInt64(byte))
        return ((difference & ~Self.high) &+ ~Self.high | difference) & Self.high ^ Self.high
    }

    /// How many high bits are set.
    @inlinable @inline(__always)
    static func count(_ marks: UInt64) -> Int { Int((marks &>> 7 &* 0x0101_0101_0101_0101) &>> 56) }

    /// The high bits as eight bits, that of the first byte lowest.
    @inline(__always)
    static func gathered(_ marks: UInt64) -> UInt64 { (marks &>> 7 &* 0x0102_0408_1020_4080) &>> 56 }
}

/// The cell in pieces of eight bytes; the last piece is filled up with zero bytes.
@inlinable @inline(__always)
func forEachEightBytes(_ cell: UnsafeBufferPointer<UInt8>, _ body: (EightBytes) -> Void) {
    let raw = UnsafeRawBufferPointer(cell)
    let count = raw.count
    var index = 0
    while index &+ 8 <= count {
        body(EightBytes(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))))
        index &+= 8
    }
    guard index < count else { return }
    if count >= 8 {
        // The last eight bytes, without those already seen.
        let last = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self))
        body(EightBytes(last &>> UInt64((index &+ 8 &- count) &* 8)))
    } else if count >= 4 {
        let first = UInt32(littleEndian: raw.loadUnaligned(as: UInt32.self))
        let last = UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self))
        body(EightBytes(UInt64(first) | (UInt64(last) &>> UInt64((8 &- count) &* 8)) << 32))
    } else {
        var word: UInt64 = 0
        for offset in (0..<count).reversed() { word = word << 8 | UInt64(raw[offset]) }
        body(EightBytes(word))
    }
}

/// How many bytes are digits, and whether one is `@`.
@inlinable @inline(__always)
func digitsAndAt(_ cell: UnsafeBufferPointer<UInt8>) -> (digits: Int, at: Bool) {
    var digits = 0
    var at: UInt64 = 0
    forEachEightBytes(cell) { bytes in
        digits &+= EightBytes.count(bytes.digits)
        at |= bytes.equal(to: UInt8(ascii: "@"))
    }
    return (digits, at != 0)
}

/// Whether digits stand together as in a telephone or civil registration number: six in a row, a `+` before one, four
/// or more before a space and another digit, or groups as in `12 34 56 78` and `123 45 678`. Cells of more than 64
/// bytes may always. This keeps times, hashes and identifiers off the slower way.
func mayHoldNumber(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard cell.count <= 64 else { return true }
    var digits: UInt64 = 0, spaces: UInt64 = 0, plus: UInt64 = 0
    var shift: UInt64 = 0
    forEachEightBytes(cell) { bytes in
        digits |= EightBytes.gathered(bytes.digits) &<< shift
        spaces |= EightBytes.gathered(bytes.equal(to: 0x20)) &<< shift
        plus |= EightBytes.gathered(bytes.equal(to: UInt8(ascii: "+"))) &<< shift
        shift &+= 8
    }
    let two = digits & digits >> 1
    let four = two & two >> 2
    if four & two >> 4 != 0 || plus & digits >> 1 != 0 { return true }
    guard spaces != 0 else { return false }
    let pairs = two & spaces >> 2
    let three = two & digits >> 2
    return four & spaces >> 4 & digits >> 5 != 0 || pairs & pairs >> 3 & pairs >> 6 & two >> 9 != 0
        || three & spaces >> 3 & pairs >> 4 & three >> 7 != 0
}
