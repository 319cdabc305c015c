internal import Yams

/// A file's text by lines and characters, for the places of findings. YAML counts code points where an editor shows
/// characters (`å` may be two), and knows only where a text begins, not where a part of it stands.
struct SourceText {
    private let characters: [Character]
    /// Where each line begins.
    private var starts = [0]

    init(_ text: String) {
        characters = Array(text)
        for (index, character) in characters.enumerated() where character.isNewline { starts.append(index + 1) }
    }

    /// Line and character, from 1, of a code point, from 1, of a line; the end of the text where it is after it.
    func place(ofScalar column: Int, line: Int) -> (line: Int, column: Int) {
        guard (1...starts.count).contains(line) else { return place(of: characters.count) }
        var left = column - 1, index = starts[line - 1]
        while left > 0, let character = character(index), !character.isNewline {
            left -= character.unicodeScalars.count
            index += 1
        }
        return (line, index - starts[line - 1] + 1)
    }

    /// Line and character, from 1, of a part of a text that YAML has unfolded: `offset` characters into `scalar`, which
    /// begins at `line` and `column` with its quotes and anchors.
    ///
    /// Folding and unfolding touch white space alone, so the other characters are counted.
    func place(of offset: Int, in scalar: Node.Scalar, line: Int, column: Int) -> (line: Int, column: Int) {
        guard (1...starts.count).contains(line) else { return (line, column) }
        var index = min(starts[line - 1] + column - 1, characters.count)
        while let first = character(index), first == "&" || first == "!" {
            skip(&index) { !$0.isWhitespace }
            skip(&index) { $0.isWhitespace }
        }
        switch scalar.style {
        case .literal, .folded: skip(&index) { !$0.isNewline }
        case .singleQuoted, .doubleQuoted: index += 1
        default: break
        }
        let text = Array(scalar.string), before = text.prefix(offset)
        for _ in 0..<before.filter({ !$0.isWhitespace }).count {
            skip(&index) { $0.isWhitespace }
            index += length(at: index, scalar.style)
        }
        if offset < text.count, !text[offset].isWhitespace { skip(&index) { $0.isWhitespace } }
        return place(of: min(index, characters.count))
    }

    /// Where a key stands again in the mapping in which it stands first at `line` and `column`.
    func secondPlace(ofKey key: String, line: Int, column: Int) -> (line: Int, column: Int)? {
        guard (1...starts.count).contains(line) else { return nil }
        return secondInBraces(key, after: starts[line - 1] + column - 1) ?? secondBelow(key, line, column)
    }

    /// `{key: 1, key: 2}`
    private func secondInBraces(_ key: String, after start: Int) -> (line: Int, column: Int)? {
        var depth = 0, quote: Character?, mayBegin = false, end = start
        if let first = character(start), first == "\"" || first == "'" {
            end += 1
            skip(&end) { $0 != first }
        }
        for index in characters.indices.dropFirst(end + 1) {
            let character = characters[index]
            if depth == 0, mayBegin, quote == nil, isKey(key, at: index) { return place(of: index) }
            if let open = quote {
                if character == open, characters[index - 1] != "\\" { quote = nil }
            } else if character == "\"" || character == "'" {
                quote = character
            } else if character == "{" || character == "[" {
                depth += 1
            } else if character == "}" || character == "]" {
                depth -= 1
                if depth < 0 { return nil }
            }
            if !character.isWhitespace { mayBegin = character == "," && quote == nil }
        }
        return nil
    }

    /// One key a line, all with the same indentation.
    private func secondBelow(_ key: String, _ line: Int, _ column: Int) -> (line: Int, column: Int)? {
        for start in starts.dropFirst(line) where isKey(key, at: start + column - 1) {
            let indentation = characters[start..<(start + column - 1)]
            if indentation.allSatisfy({ $0 == " " }) { return place(of: start + column - 1) }
        }
        return nil
    }

    private func isKey(_ key: String, at index: Int) -> Bool {
        var index = index
        let quote = character(index).flatMap { $0 == "\"" || $0 == "'" ? $0 : nil }
        if quote != nil { index += 1 }
        guard index < characters.count, characters[index...].starts(with: key) else { return false }
        index += key.count
        if let quote {
            guard character(index) == quote else { return false }
            index += 1
        }
        skip(&index) { $0 == " " }
        return character(index) == ":"
    }

    private func character(_ index: Int) -> Character? { characters.indices.contains(index) ? characters[index] : nil }

    private func skip(_ index: inout Int, while holds: (Character) -> Bool) {
        while let next = character(index), holds(next) { index += 1 }
    }

    /// How many characters of the file one character of a text takes: quotes are doubled or escaped in quotes.
    private func length(at index: Int, _ style: Node.Scalar.Style) -> Int {
        guard let first = character(index) else { return 0 }
        if style == .singleQuoted { return first == "'" ? 2 : 1 }
        guard style == .doubleQuoted, first == "\\", let kind = character(index + 1) else { return 1 }
        if kind.isWhitespace || "nrtNLP_ ".contains(kind) {
            // An escaped space is none of the characters that are counted.
            return 2 + length(at: index + 2, style)
        }
        return ["x": 4, "u": 6, "U": 10][kind] ?? 2
    }

    /// The line of a place as it stands, without what is left of it; empty where there is none.
    func rest(line: Int, column: Int) -> Substring {
        guard (1...starts.count).contains(line) else { return "" }
        let start = min(starts[line - 1] + column - 1, characters.count)
        return Substring(String(characters[start...].prefix { !$0.isNewline }))
    }

    /// Where a sign is missing that the reader missed at a place: before the key that ends there, and at the end of the
    /// line above where that key is the first of its line.
    func placeBefore(line: Int, column: Int) -> (line: Int, column: Int) {
        guard (1...starts.count).contains(line) else { return (line, column) }
        var index = min(starts[line - 1] + column - 1, characters.count)
        if character(index) == ":" {
            while let before = character(index - 1), !before.isWhitespace, !",[{".contains(before) { index -= 1 }
        }
        let key = index
        while let before = character(index - 1), before.isWhitespace, !before.isNewline { index -= 1 }
        guard index > 0, characters[index - 1].isNewline || index == characters.count else { return place(of: key) }
        while let before = character(index - 1), before.isWhitespace { index -= 1 }
        return place(of: index)
    }

    /// Line and character, from 1, of a character of the whole text, from 0.
    func place(of index: Int) -> (line: Int, column: Int) {
        let line = (starts.firstIndex { $0 > index } ?? starts.count) - 1
        return (line + 1, index - starts[line] + 1)
    }
}
