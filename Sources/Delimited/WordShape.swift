/// What a cell that is no number looks like.
enum WordShape {
    case text, date, period, boolean

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        let word = CellCursor(bytes).rest
        guard let first = word.first, word.count <= 14 else {
            self = .text
            return
        }
        if isBoolean(word) {
            self = .boolean
        } else if isDate(word) {
            self = .date
        } else if isDigit(first) ? isPeriod(word) : isQuarterFirst(word) {
            self = .period
        } else {
            self = .text
        }
    }
}

private let truths: [StaticString] = [
    "true", "false", "ja", "nej", "nei", "yes", "no", "sand", "falsk", "sann", "usann",
]

private func isBoolean(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard word.count <= 5, isLetter(word[0]) else { return false }
    return truths.contains { truth in
        truth.utf8CodeUnitCount == word.count
            && (0..<word.count).allSatisfy { word[$0] | 0x20 == truth.utf8Start[$0] }
    }
}

/// `2024-05-31`, `31-05-2024`, and both with points or slashes; days and months of one digit too.
private func isDate(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard word.count >= 8, word.count <= 10, isDigit(word[0]) else { return false }
    var parts = (0, 0, 0), lengths = (0, 0, 0)
    var part = 0
    var separator: UInt8 = 0
    for byte in word {
        if isDigit(byte) {
            let digit = Int(byte &- 0x30)
            switch part {
            case 0: (parts.0, lengths.0) = (parts.0 * 10 + digit, lengths.0 + 1)
            case 1: (parts.1, lengths.1) = (parts.1 * 10 + digit, lengths.1 + 1)
            default: (parts.2, lengths.2) = (parts.2 * 10 + digit, lengths.2 + 1)
            }
        } else {
            let known = byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/")
            guard known, part < 2, separator == 0 || separator == byte else { return false }
            separator = byte
            part += 1
        }
    }
    guard part == 2, (1...2).contains(lengths.1) else { return false }
    if lengths.0 == 4, (1...2).contains(lengths.2) { return isDay(parts.0, parts.1, parts.2) }
    if lengths.2 == 4, (1...2).contains(lengths.0) { return isDay(parts.2, parts.1, parts.0) }
    return false
}

private func isDay(_ year: Int, _ month: Int, _ day: Int) -> Bool {
    guard (1...12).contains(month), day >= 1 else { return false }
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let length = month == 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
    return day <= length
}

/// `2024K1`, `2024Q1`, `2024M05`, `2024U07`, `2024H1`, `2024-05`, `2023/24`, `2023-2024`; a space or a hyphen may stand
/// before the letter.
private func isPeriod(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard word.count >= 6, word.count <= 9, isYear(word) else { return false }
    var index = 4
    let joint = word[4]
    let joined = joint == UInt8(ascii: "-") || joint == UInt8(ascii: "/") || joint == space
    if joined { index += 1 }
    let letter = word[index] | 0x20
    let unit = isLetter(word[index])
    if unit {
        guard "kqmuwh".utf8.contains(letter) else { return false }
        index += 1
    } else if !joined {
        return false
    }
    var number = 0
    let digits = word.count - index
    while index < word.count, isDigit(word[index]) {
        number = number * 10 + Int(word[index] &- 0x30)
        index += 1
    }
    guard index == word.count, digits > 0 else { return false }
    guard unit else { return digits == 2 || (digits == 4 && (1800...2200).contains(number)) }
    switch letter {
    case UInt8(ascii: "k"), UInt8(ascii: "q"): return (1...4).contains(number)
    case UInt8(ascii: "m"): return (1...12).contains(number)
    case UInt8(ascii: "h"): return (1...2).contains(number)
    default: return (1...53).contains(number)
    }
}

/// `Q1 2024`, `K1 2024`.
private func isQuarterFirst(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard word.count == 7, "kq".utf8.contains(word[0] | 0x20), (0x31...0x34).contains(word[1]), word[2] == space else {
        return false
    }
    return isYear(UnsafeBufferPointer(rebasing: word[3...]))
}

/// Whether the first four bytes are digits of a year from 1800 to 2199.
func isYear(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard word.count >= 4, (0..<4).allSatisfy({ isDigit(word[$0]) }) else { return false }
    let century = Int(word[0] &- 0x30) * 10 + Int(word[1] &- 0x30)
    return (18...21).contains(century)
}
