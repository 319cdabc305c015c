/// A piece of a spelt period: a run of digits (`n`), a run of letters (`w`), or a single sign as itself.
struct SpellingToken {
    /// In small letters.
    var text: String
    var kind: String

    var number: Int? { kind == "n" ? Int(text) : nil }

    /// A number of one or two digits.
    var short: Int? { text.utf8.count <= 2 ? number : nil }

    /// A year of four digits.
    var year: Int? {
        guard text.utf8.count == 4, let number, Period.years.contains(number) else { return nil }
        return number
    }

    /// The month, 1 to 12, that the word names.
    var month: Int? { Self.monthNames[text] }

    /// The part of a year that the word or letter stands for.
    var partOfYear: Grain? { Self.parts[text] }

    /// Spaces part the pieces and are none themselves, so that they never join the digits of two numbers. A dash is
    /// taken as a hyphen.
    static func tokens(of text: String) -> [SpellingToken] {
        var tokens: [SpellingToken] = []
        var isApart = true
        for character in text.lowercased() {
            guard !character.isWhitespace else {
                isApart = true
                continue
            }
            let kind = character.isASCII && character.isNumber ? "n" : character.isLetter ? "w" : sign(character)
            if !isApart, let last = tokens.last, last.kind == kind, kind == "n" || kind == "w" {
                tokens[tokens.count - 1].text.append(character)
            } else {
                tokens.append(SpellingToken(text: kind == "n" || kind == "w" ? String(character) : kind, kind: kind))
            }
            isApart = false
        }
        return tokens
    }

    private static func sign(_ character: Character) -> String { character == "\u{2013}" ? "-" : String(character) }

    private static let parts: [String: Grain] = [
        "k": .quarter, "q": .quarter, "kv": .quarter, "kvartal": .quarter, "quarter": .quarter, "m": .month,
        "t": .tertial, "tertial": .tertial, "h": .halfYear, "halvår": .halfYear, "halvaar": .halfYear,
        "u": .week, "w": .week, "uge": .week, "uke": .week, "week": .week,
    ]

    private static let monthNames: [String: Int] = {
        let names: [[String]] = [
            ["januar", "jan", "january"], ["februar", "feb", "february"], ["marts", "mars", "mar", "march"],
            ["april", "apr"], ["maj", "mai", "may"], ["juni", "jun", "june"], ["juli", "jul", "july"],
            ["august", "aug"], ["september", "sep", "sept"], ["oktober", "okt", "october", "oct"], ["november", "nov"],
            ["december", "desember", "dec", "des"],
        ]
        return Dictionary(
            uniqueKeysWithValues: names.enumerated().flatMap { place, names in names.map { ($0, place + 1) } })
    }()
}
