/// What a cell has of a person's name.
enum NameShape {
    case none
    /// One word with a capital letter; `listed` if it is a common given name.
    case word(listed: Bool)
    /// Two to four such words, or "Efternavn, Fornavn".
    case full(listed: Bool)

    /// Names are two to four words that each begin with a capital letter (five with a lower-case particle such as
    /// `von`), in capitals throughout or not, without figures and without a word that makes it a place or institution.
    init(_ cell: UnsafeBufferPointer<UInt8>) {
        self = .none
        guard cell.count <= 60, let first = cell.first, first == 0x20 || isCapital(cell, 0) else { return }
        var words: [Range<Int>] = []
        var comma: Int?
        var start: Int?
        for index in 0...cell.count {
            let byte = index < cell.count ? cell[index] : 0x20
            if byte == 0x20 || byte == UInt8(ascii: ",") {
                if let begun = start { words.append(begun..<index) }
                start = nil
                if byte != 0x20 {
                    guard comma == nil, !words.isEmpty else { return }
                    comma = words.count
                }
            } else {
                guard isNameByte(byte) else { return }
                if start == nil { start = index }
            }
        }
        guard (1...5).contains(words.count), Self.areNameWords(words, cell) else { return }
        let givenIndex = comma ?? 0
        guard givenIndex < words.count else { return }
        let listed = isGiven(UnsafeBufferPointer(rebasing: cell[words[givenIndex]]))
        self = words.count == 1 ? .word(listed: listed) : .full(listed: listed)
    }

    private static func areNameWords(_ words: [Range<Int>], _ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        var capitals = 0, mixed = 0, particles = 0
        for (index, word) in words.enumerated() {
            let bytes = UnsafeBufferPointer(rebasing: cell[word])
            if isCapital(bytes, 0) {
                let initial = bytes.count == 1 || bytes.last == UInt8(ascii: ".")
                if initial { continue }
                let small = bytes.contains { (0x61...0x7A).contains($0) }
                if small { mixed += 1 } else { capitals += 1 }
            } else {
                guard index > 0, index < words.count - 1, bytes.count <= 3 else { return false }
                guard nameParticles.contains(String(decoding: bytes, as: UTF8.self)) else { return false }
                particles += 1
            }
            if endsAsPlace(bytes) { return false }
        }
        // An abbreviation among ordinary words (`Anna SFO`) is no name; a name in capitals throughout is.
        return (capitals == 0 || mixed == 0) && capitals + mixed > 0 && words.count - particles <= 4
    }
}

private let nameParticles: Set<String> = [
    "von", "van", "de", "den", "der", "af", "av", "la", "le", "du", "el", "al", "bin",
]

private let placeEndingBytes = placeEndings.map { Array($0.utf8) }

/// Whether a word ends as one of `placeEndings`, in small letters or capitals (A–Z and À–Þ).
private func endsAsPlace(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    placeEndingBytes.contains { ending in
        guard word.count >= ending.count else { return false }
        let start = word.count - ending.count
        var index = ending.count - 1
        while index >= 0 {
            let byte = word[start + index]
            let capital =
                (0x41...0x5A).contains(byte)
                || (0x80...0x9E).contains(byte) && start + index > 0
                    && word[start + index - 1] == 0xC3
            guard (capital ? byte + 0x20 : byte) == ending[index] else { return false }
            index -= 1
        }
        return true
    }
}

/// `Anne-Mette` is listed because `Anne` is.
private func isGiven(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let first = word.prefix { $0 != UInt8(ascii: "-") }
    guard first.count >= 2, first.count <= 20 else { return false }
    return givenNames.contains(String(decoding: first, as: UTF8.self).lowercased())
}

/// A letter, a hyphen, an apostrophe or a point; any byte of a letter outside ASCII.
private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x41...0x5A, 0x61...0x7A, 0x80...0xFF, UInt8(ascii: "-"), UInt8(ascii: "'"), UInt8(ascii: "."): true
    default: false
    }
}

/// A capital letter in UTF-8: A–Z, À–Þ, and anything from Latin Extended-A (Š, Ł, Ž).
private func isCapital(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    switch bytes[index] {
    case 0x41...0x5A: return true
    case 0xC3: return index + 1 < bytes.count && (0x80...0x9E).contains(bytes[index + 1])
    case 0xC4, 0xC5: return index + 1 < bytes.count && bytes[index + 1] >= 0x80
    default: return false
    }
}

/// How many of the cells looked at have the shape of a name.
@usableFromInline
struct NameTally: Sendable {
    @usableFromInline var looked = 0
    var words = Sight(), listedWords = Sight()
    var names = Sight(), listedNames = Sight()

    @usableFromInline init() {}

    mutating func see(_ cell: UnsafeBufferPointer<UInt8>, _ line: Int, _ count: Int) {
        switch NameShape(cell) {
        case .none: break
        case .word(let listed):
            words.note(line, count)
            if listed { listedWords.note(line, count) }
        case .full(let listed):
            names.note(line, count)
            if listed { listedNames.note(line, count) }
        }
    }

    mutating func merge(_ other: NameTally) {
        looked &+= other.looked
        words += other.words
        listedWords += other.listedWords
        names += other.names
        listedNames += other.listedNames
    }

    /// Whether most cells (three in five) are names, and enough of these begin with a common given name: two in five
    /// of the cells where the heading says nothing (and at least three cells), one in four under `navn`, one in ten
    /// under `medarbejder` or the like. Under `navn` a single word counts where half of the cells are given names;
    /// under `fornavn` and `efternavn` the shape is enough.
    func verdict(_ hint: Heading.NameHint) -> Sight? {
        if hint == .part {
            let all = names + words
            return all.isShare(3, of: 5, in: looked) ? all : nil
        }
        if hint != .none, (listedWords + listedNames).isShare(1, of: 2, in: looked) { return names + listedWords }
        guard names.isShare(3, of: 5, in: looked) else { return nil }
        switch hint {
        case .none: return listedNames.cells >= 3 && listedNames.isShare(2, of: 5, in: looked) ? names : nil
        case .anything: return listedNames.isShare(1, of: 4, in: looked) ? names : nil
        case .person: return listedNames.isShare(1, of: 10, in: looked) ? names : nil
        case .part: return nil
        }
    }
}
