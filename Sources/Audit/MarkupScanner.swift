import Glibc

/// Reads the tags of a page from its bytes, one after the other, without a tree: comments, declarations and what stands
/// in `script` and `style` are passed over.
struct MarkupScanner {
    /// An attribute: its name and its value as they stand, quotes left out.
    struct Attribute {
        var name: Range<Int>
        var value: Range<Int>
    }

    let bytes: UnsafeBufferPointer<UInt8>
    private var place = 0
    /// The name of the tag in hand.
    private(set) var name = 0..<0
    private(set) var attributes: [Attribute] = []

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        attributes.reserveCapacity(16)
    }

    /// Where the tag in hand ends.
    var end: Int { place }

    func has(_ range: Range<Int>, _ word: StaticString) -> Bool {
        range.count == word.utf8CodeUnitCount
            && memcmp(bytes.baseAddress! + range.lowerBound, word.utf8Start, range.count) == 0
    }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// Goes on to the next start tag; false where there is none.
    mutating func next() -> Bool {
        if has(name, "script") || has(name, "style") { pass(name) }
        while let open = find("<", from: place) {
            place = open + 1
            guard place < bytes.count else { return false }
            if bytes[place] == UInt8(ascii: "!") {
                passDeclaration()
            } else if isLetter(bytes[place]) {
                readTag()
                return true
            }
        }
        place = bytes.count
        name = 0..<0
        return false
    }

    private func find(_ letter: Unicode.Scalar, from start: Int) -> Int? {
        guard start < bytes.count else { return nil }
        let base = bytes.baseAddress!
        guard let found = memchr(base + start, Int32(letter.value), bytes.count - start) else { return nil }
        return UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base
    }

    private mutating func passDeclaration() {
        let isComment = place + 2 < bytes.count && bytes[place + 1] == UInt8(ascii: "-")
        while let close = find(">", from: place) {
            place = close + 1
            if !isComment || (bytes[close - 1] == UInt8(ascii: "-") && bytes[close - 2] == UInt8(ascii: "-")) { return }
        }
        place = bytes.count
    }

    /// To the end tag of a `script` or `style`.
    private mutating func pass(_ element: Range<Int>) {
        while let open = find("<", from: place) {
            place = open + 1
            let end = open + 2 + element.count
            guard end <= bytes.count else { break }
            if bytes[open + 1] == UInt8(ascii: "/"),
                memcmp(bytes.baseAddress! + open + 2, bytes.baseAddress! + element.lowerBound, element.count) == 0
            {
                return
            }
        }
        place = bytes.count
    }

    private mutating func readTag() {
        let start = place
        while place < bytes.count, !isSpace(bytes[place]), bytes[place] != UInt8(ascii: ">"),
            bytes[place] != UInt8(ascii: "/")
        {
            place += 1
        }
        name = start..<place
        attributes.removeAll(keepingCapacity: true)
        while place < bytes.count {
            switch bytes[place] {
            case UInt8(ascii: ">"):
                place += 1
                return
            case UInt8(ascii: "/"): place += 1
            case let letter where isSpace(letter): place += 1
            default: attributes.append(readAttribute())
            }
        }
    }

    private mutating func readAttribute() -> Attribute {
        let start = place
        while place < bytes.count, !isSpace(bytes[place]), bytes[place] != UInt8(ascii: "="),
            bytes[place] != UInt8(ascii: ">")
        {
            place += 1
        }
        let name = start..<place
        guard place + 1 < bytes.count, bytes[place] == UInt8(ascii: "=") else {
            // A lone "=" or "/" must not be read for ever.
            if place == start { place += 1 }
            return Attribute(name: name, value: place..<place)
        }
        place += 1
        let quote = bytes[place]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            let begin = place + 1
            let close = find(Unicode.Scalar(quote), from: begin) ?? bytes.count
            place = min(close + 1, bytes.count)
            return Attribute(name: name, value: begin..<close)
        }
        let begin = place
        while place < bytes.count, !isSpace(bytes[place]), bytes[place] != UInt8(ascii: ">") { place += 1 }
        return Attribute(name: name, value: begin..<place)
    }
}

func isSpace(_ letter: UInt8) -> Bool {
    letter == UInt8(ascii: " ") || letter == UInt8(ascii: "\n") || letter == UInt8(ascii: "\t")
        || letter == UInt8(ascii: "\r")
}

private func isLetter(_ letter: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter | 0x20)
}
