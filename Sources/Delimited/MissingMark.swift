/// How a cell says that it has no value.
enum MissingMark {
    case none
    case empty
    /// A mark that always means so: `..`, `N/A`, `<5`.
    case mark
    /// An `x`, which means so only in a column of numbers.
    case cross

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        let word = CellCursor(bytes).rest
        switch word.count {
        case 0: self = .empty
        case 1:
            switch word[0] {
            case UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "#"):
                self = .mark
            case UInt8(ascii: "x"), UInt8(ascii: "X"): self = .cross
            default: self = .none
            }
        case 2...6: self = Self.isWord(word) || Self.isBelow(word) ? .mark : .none
        default: self = .none
        }
    }

    private static func isWord(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        switch word.count {
        case 2: word.elementsEqual("..".utf8) || word.elementsEqual("NA".utf8)
        case 3:
            word.elementsEqual("...".utf8) || word.elementsEqual("N/A".utf8) || word.elementsEqual("n/a".utf8)
                || word.elementsEqual("…".utf8) || word.elementsEqual("—".utf8) || word.elementsEqual("–".utf8)
        default: false
        }
    }

    /// `<5` or `< 5`: a number too small to be shown.
    private static func isBelow(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        guard word[0] == UInt8(ascii: "<") else { return false }
        let digits = word[1...].drop { $0 == space }
        return !digits.isEmpty && digits.allSatisfy(isDigit)
    }
}
