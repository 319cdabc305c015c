extension PersonalScan {
    /// Looks for telephone numbers, and for civil registration numbers, in a cell that is not digits alone:
    /// `ddmmyy-xxxx`, the same with a space, eleven digits in groups of six and five, and ten or eleven bare digits
    /// between other words. What leaves no doubt is counted once a cell.
    mutating func seeNumbers(in cell: UnsafeBufferPointer<UInt8>, _ line: Int, _ count: Int) {
        var hyphenated = false, certain = false, grouped = false
        var index = 0
        while index < cell.count {
            guard isDigit(cell[index]) else {
                index &+= 1
                continue
            }
            let start = index
            index = endOfDigits(cell, from: start)
            switch TelephoneNumber(cell, start, index) {
            case .certain: certain = true
            case .grouped: grouped = true
            case nil: break
            }
            let length = index &- start
            if length >= 6, length == 6 || length == 10 || length == 11, beginsAlone(cell, start) {
                hyphenated = seeCivilNumber(cell, start, &index, line, count) || hyphenated
            }
        }
        if hyphenated { numbers.danishHyphenated.note(line, count) }
        if certain {
            contacts.telephones.note(line, count)
        } else if grouped {
            contacts.grouped.note(line, count)
        }
    }

    /// Counts the civil registration number that begins with the digits `start..<end`, if any; `end` moves behind it.
    /// True for a `ddmmyy-xxxx` with a real date.
    private mutating func seeCivilNumber(
        _ cell: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: inout Int, _ line: Int, _ count: Int
    ) -> Bool {
        var digits = Digits(cell, start..<end)
        var hyphen = false
        if digits.count == 6 {
            guard let tail = group(cell, after: end) else { return false }
            hyphen = tail.hyphen
            end = endOfDigits(cell, from: tail.start)
            digits.append(cell, tail.start..<end)
        }
        guard endsAlone(cell, end) else { return false }
        if digits.count == 11 {
            numbers.seeEleven(digits, line, count)
        } else if hyphen {
            return DanishCivilNumber.day(digits) != nil
        } else {
            numbers.seeTen(digits, line, count)
        }
        return false
    }
}

/// The group of four or five digits behind a hyphen (with spaces around it or without), a dash, a space or a no-break
/// space: where it begins, its width, and whether a hyphen or dash joins it.
private func group(
    _ cell: UnsafeBufferPointer<UInt8>, after index: Int
) -> (start: Int, width: Int, hyphen: Bool)? {
    guard index < cell.count else { return nil }
    let start: Int
    let hyphen: Bool
    switch cell[index] {
    case UInt8(ascii: "-"): (start, hyphen) = (index + 1, true)
    case 0x20 where index + 2 < cell.count && cell[index + 1] == UInt8(ascii: "-") && cell[index + 2] == 0x20:
        (start, hyphen) = (index + 3, true)
    case 0x20: (start, hyphen) = (index + 1, false)
    case 0xC2 where index + 1 < cell.count && cell[index + 1] == 0xA0: (start, hyphen) = (index + 2, false)
    // U+2010…U+2015: the hyphens and dashes that word processors put in.
    case 0xE2
    where index + 2 < cell.count && cell[index + 1] == 0x80 && (0x90...0x95).contains(cell[index + 2]):
        (start, hyphen) = (index + 3, true)
    default: return nil
    }
    let width = endOfDigits(cell, from: start) - start
    return width == 4 || width == 5 ? (start, width, hyphen) : nil
}

/// A number stands by itself: no letter, digit or hyphened group touches it (as in UUIDs and case numbers), except an
/// `r` before it (`cpr010203…`, `nr010203…`). What a sign stands before, or a decimal comma or point touches, is an
/// amount.
private func beginsAlone(_ cell: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    guard start > 0 else { return true }
    let before = cell[start - 1]
    if isLetter(before) { return before | 0x20 == UInt8(ascii: "r") }
    switch before {
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "_"):
        return start > 1 && isLetter(cell[start - 2]) && before == UInt8(ascii: "-")
    case UInt8(ascii: ","), UInt8(ascii: "."): return !(start > 1 && isDigit(cell[start - 2]))
    default: return true
    }
}

private func endsAlone(_ cell: UnsafeBufferPointer<UInt8>, _ end: Int) -> Bool {
    guard end < cell.count else { return true }
    let after = cell[end]
    if isLetter(after) || after == UInt8(ascii: "_") { return false }
    guard after == UInt8(ascii: "-") || after == UInt8(ascii: ",") || after == UInt8(ascii: ".") else { return true }
    guard end + 1 < cell.count else { return true }
    let next = cell[end + 1]
    return !isDigit(next) && !(after == UInt8(ascii: "-") && isLetter(next))
}

func endOfDigits(_ cell: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index < cell.count, isDigit(cell[index]) { index += 1 }
    return index
}

func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 <= 9 }

func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
