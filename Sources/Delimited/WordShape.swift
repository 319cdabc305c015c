/// What a cell that is no number looks like.
enum WordShape {
    case text, date, period, boolean

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        let word = CellCursor(bytes).rest
        guard let first = word.first, word.count <= PeriodShape.longest else {
            self = .text
            return
        }
        if isBoolean(word) {
            self = .boolean
        } else if isDigit(first) || isYear(UnsafeBufferPointer(rebasing: word.suffix(4))) {
            // Whatever begins with a letter ends with a year: most texts are done with here.
            var shape = PeriodShape(word)
            self = shape.read()
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

/// Whether the first four bytes are digits of a year from 1800 to 2199.
func isYear(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard word.count >= 4, (0..<4).allSatisfy({ isDigit(word[$0]) }) else { return false }
    let century = Int(word[0] &- 0x30) * 10 + Int(word[1] &- 0x30)
    return (18...21).contains(century)
}
