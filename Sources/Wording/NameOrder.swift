import Foundation
public import Vocabulary

/// Items in the order of their names. In Danish and Norwegian æ, ø and å come last and aa counts as å; numbers go by
/// size (`Område 2` before `Område 10`); case and accents do not matter; equal names keep their order.
public func sortedByName<T>(_ items: [T], _ l: Language, name: (T) -> String) -> [T] {
    items.enumerated()
        .map { (place: $0.offset, item: $0.element, key: sortKey(name($0.element), l)) }
        .sorted { $0.key == $1.key ? $0.place < $1.place : $0.key.lexicographicallyPrecedes($1.key) }
        .map(\.item)
}

/// Numbers whose order is the order of names: spaces and signs, digits by size, then letters.
private func sortKey(_ name: String, _ language: Language) -> [Int] {
    let letters = Array(foldedLetters(name.precomposedStringWithCanonicalMapping.lowercased(), language))
    var key: [Int] = []
    var place = 0
    while place < letters.count {
        let letter = letters[place]
        if letter.isASCII, letter.isNumber {
            let run = letters[place...].prefix { $0.isASCII && $0.isNumber }
            key += [Rank.number, Int(String(run)) ?? .max]
            place += run.count
        } else if language != .english, letter == "a", place + 1 < letters.count, letters[place + 1] == "a" {
            key.append(Rank.lastLetters + 2)
            place += 2
        } else {
            key.append(rank(letter))
            place += 1
        }
    }
    return key
}

private enum Rank {
    static let number = 1_000
    static let letters = 2_000
    static let lastLetters = 3_000
    static let others = 4_000
}

private func rank(_ letter: Character) -> Int {
    switch letter {
    case "æ": Rank.lastLetters
    case "ø": Rank.lastLetters + 1
    case "å": Rank.lastLetters + 2
    case "a"..."z" where letter.isASCII: Rank.letters + Int(letter.asciiValue ?? 0)
    default: letter.isASCII ? Int(letter.asciiValue ?? 0) : Rank.others + Int(letter.unicodeScalars.first?.value ?? 0)
    }
}

/// Lower-case letters without accents; æ, ø and å stay letters of their own except in English.
private func foldedLetters(_ text: String, _ language: Language) -> String {
    var result = ""
    for letter in text {
        switch (letter, language) {
        case ("æ", .english), ("ä", .english): result += letter == "æ" ? "ae" : "a"
        case ("ø", .english), ("ö", .english): result += "o"
        case ("å", .english): result += "a"
        case ("æ", _), ("ä", _): result += "æ"
        case ("ø", _), ("ö", _): result += "ø"
        case ("å", _): result += "å"
        case ("ü", .danish), ("ü", .bokmal): result += "y"
        default: result += String(letter).folding(options: .diacriticInsensitive, locale: nil)
        }
    }
    return result
}
