/// What a run of digits in a text is as a telephone number.
///
/// Danish and Norwegian numbers have eight digits, the first of them 2–9, written in groups or not (numbering plans of
/// Digitaliseringsstyrelsen and Nasjonal kommunikasjonsmyndighet).
enum TelephoneNumber {
    /// A country code (+45, +47, 0045, 0047) or a word such as `tlf` before it.
    case certain
    /// `12 34 56 78` or `123 45 678`.
    case grouped

    /// The number that begins with the run of digits `start..<end`, if it is one.
    init?(_ cell: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
        let length = end - start
        guard length > 1 else { return nil }
        if start > 0, cell[start - 1] == UInt8(ascii: "+") {
            guard isCountryCode(cell, start), hasSubscriber(cell, from: start + 2) else { return nil }
            self = .certain
        } else if cell[start] == 0x30 {
            // Twelve bare digits are judged by their share (`ContactTally.twelve`).
            guard length >= 4, length < 12, cell[start + 1] == 0x30, isCountryCode(cell, start + 2),
                beginsNumber(cell, start), hasSubscriber(cell, from: start + 4)
            else { return nil }
            self = .certain
        } else {
            guard length == 8 || ((length == 2 || length == 3) && end < cell.count && cell[end] == 0x20),
                isSubscriber(cell[start]), beginsNumber(cell, start)
            else { return nil }
            let groups = groupedLength(cell, start)
            guard let whole = groups ?? (length == 8 ? 8 : nil), endsNumber(cell, start + whole) else { return nil }
            if namesTelephone(cell[..<start]) {
                self = .certain
            } else {
                guard groups != nil else { return nil }
                self = .grouped
            }
        }
    }
}

/// `45` or `47`, Denmark's and Norway's country codes.
func isCountryCode(_ cell: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    index + 1 < cell.count && cell[index] == UInt8(ascii: "4")
        && (cell[index + 1] == UInt8(ascii: "5") || cell[index + 1] == UInt8(ascii: "7"))
}

/// Whether a subscriber's number may begin with this digit.
func isSubscriber(_ first: UInt8) -> Bool { first >= UInt8(ascii: "2") && first <= UInt8(ascii: "9") }

/// Eight digits from `start` on, the first of them 2–9, with at most two bytes (a space, a no-break space, a hyphen, a
/// point, a parenthesis) between any two, and no digit after.
private func hasSubscriber(_ cell: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    var index = start
    var digits = 0
    var gap = 0
    while index < cell.count, digits < 8 {
        let byte = cell[index]
        if isDigit(byte) {
            if digits == 0, !isSubscriber(byte) { return false }
            digits += 1
            gap = 0
        } else {
            switch byte {
            case 0x20, 0xC2, 0xA0, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "("), UInt8(ascii: ")"): gap += 1
            default: return false
            }
            guard gap <= 2 else { return false }
        }
        index += 1
    }
    return digits == 8 && endsNumber(cell, index)
}

/// Whether no letter touches the number and no other group of digits stands before it.
private func beginsNumber(_ cell: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    guard start > 0 else { return true }
    return !isLetter(cell[start - 1]) && !(start > 1 && isDigit(cell[start - 2]))
}

private func endsNumber(_ cell: UnsafeBufferPointer<UInt8>, _ end: Int) -> Bool {
    guard end < cell.count else { return true }
    if isDigit(cell[end]) || isLetter(cell[end]) { return false }
    return !(end + 1 < cell.count && isDigit(cell[end + 1]) && cell[end] != UInt8(ascii: "/"))
}

/// The length of `12 34 56 78` or `123 45 678` at `start`, or nil.
private func groupedLength(_ cell: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    func matches(_ first: Int, _ second: Int, _ length: Int) -> Bool {
        guard start + length <= cell.count else { return false }
        return (0..<length).allSatisfy { offset in
            let space = offset == first || offset == second || (length == 11 && offset == 8)
            return space ? cell[start + offset] == 0x20 : isDigit(cell[start + offset])
        }
    }
    return matches(2, 5, 11) ? 11 : matches(3, 6, 10) ? 10 : nil
}

private let telephoneMarks: [StaticString] = ["tlf", "telefon", "mobil", "ring", "phone", "sms"]

/// Whether a word that begins so stands somewhere before the number.
private func namesTelephone(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    telephoneMarks.contains { mark in
        let length = mark.utf8CodeUnitCount
        guard text.count >= length else { return false }
        return (text.startIndex...text.endIndex - length).contains { start in
            (start == text.startIndex || !isLetter(text[start - 1]))
                && (0..<length).allSatisfy { text[start + $0] | 0x20 == mark.utf8Start[$0] }
        }
    }
}
