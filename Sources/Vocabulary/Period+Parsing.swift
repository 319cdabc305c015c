extension Period {
    /// Reads a period as exports spell it, or nil.
    ///
    /// `2024`, `2024K1`, `2024Q1`, `Q1 2024`, `2024M05`, `2024T1`, `T1 2024`, `2024H1`, `2023/24`, `2023/2024`,
    /// `2014-2016`, `2022/23-2024/25`, `2024-05-17`, `17-05-2024`, `17.05.2024`, `maj 2024`, `1. kvartal 2024`.
    /// `A-B` with B = A + 1 is a school year only where `schoolYears` says that the dataset writes them so.
    public init?(_ text: String, schoolYears: Bool = false) {
        let words = text.split(whereSeparator: \.isWhitespace).map { $0.lowercased() }
        // Spaces may stand around signs and letters, but never part the digits of one number.
        let partsNumber = zip(words, words.dropFirst()).contains { first, second in
            first.last?.isNumber == true && second.first?.isNumber == true
        }
        let compact = partsNumber ? nil : Self.compact(words.joined(), schoolYears: schoolYears)
        guard let period = compact ?? Self.spelled(words) else {
            return nil
        }
        self = period
    }

    private static func compact(_ text: String, schoolYears: Bool) -> Period? {
        let parts = tokens(of: text)
        switch parts.map(\.kind).joined() {
        case "n": return parts[0].year.map { .year($0) }
        case "nwn": return lettered(parts[0], parts[1].text, parts[2])
        case "n/n": return schoolYear(parts[0], parts[2])
        case "n-n": return span(parts[0], parts[2], schoolYears: schoolYears)
        case "n/n-n/n":
            guard let first = schoolYear(parts[0], parts[2]), let last = schoolYear(parts[4], parts[6]),
                last.startYear > first.startYear
            else { return nil }
            return .schoolWindow(beginning: first.startYear, last.startYear)
        case "n-n-n", "n.n.n": return date(parts[0], parts[2], parts[4])
        default: return nil
        }
    }

    private static func lettered(_ year: Token, _ letter: String, _ number: Token) -> Period? {
        guard let year = year.year, let count = number.number else { return nil }
        switch letter {
        case "k" where (1...4).contains(count), "q" where (1...4).contains(count): return .quarter(year, count)
        case "m" where (1...12).contains(count): return .month(year, count)
        case "t" where (1...3).contains(count): return .tertial(year, count)
        case "h" where (1...2).contains(count): return .halfYear(year, count)
        default: return nil
        }
    }

    private static func schoolYear(_ first: Token, _ second: Token) -> Period? {
        guard let year = first.year, let next = second.number else { return nil }
        let matches = second.text.count == 4 ? next == year + 1 : second.text.count == 2 && next == (year + 1) % 100
        return matches ? .schoolYear(beginning: year) : nil
    }

    private static func span(_ first: Token, _ second: Token, schoolYears: Bool) -> Period? {
        guard let year = first.year else { return nil }
        if schoolYears, let period = schoolYear(first, second) { return period }
        guard let last = second.year, last > year, last - year < 20 else { return nil }
        return .window(year, last)
    }

    private static func date(_ a: Token, _ b: Token, _ c: Token) -> Period? {
        guard let month = b.number else { return nil }
        if let year = a.year, let day = c.number { return .day(year, month, day) }
        if let year = c.year, let day = a.number { return .day(year, month, day) }
        return nil
    }

    private static func spelled(_ words: [String]) -> Period? {
        guard words.count >= 2, let last = words.last, let year = Token(text: last, kind: "n").year else { return nil }
        let first = words[0]
        if let month = monthNames.first(where: { $0.value.contains(first) })?.key, words.count == 2 {
            return .month(year, month)
        }
        if words.count == 2, let letter = first.first, let count = Int(first.dropFirst()) {
            return lettered(Token(text: last, kind: "n"), String(letter), Token(text: "\(count)", kind: "n"))
        }
        if words.count == 3, first.hasSuffix("."), let count = Int(first.dropLast()) {
            let number = Token(text: "\(count)", kind: "n"), yearToken = Token(text: last, kind: "n")
            switch words[1] {
            case "kvartal", "quarter": return lettered(yearToken, "k", number)
            case "tertial": return lettered(yearToken, "t", number)
            case "halvår", "halvaar": return lettered(yearToken, "h", number)
            default: return nil
            }
        }
        return nil
    }

    private static let monthNames: [Int: Set<String>] = [
        1: ["januar", "jan", "jan.", "january"], 2: ["februar", "feb", "feb.", "february"],
        3: ["marts", "mars", "mar", "mar.", "march"], 4: ["april", "apr", "apr."], 5: ["maj", "mai", "may"],
        6: ["juni", "jun", "jun.", "june"], 7: ["juli", "jul", "jul.", "july"],
        8: ["august", "aug", "aug."], 9: ["september", "sep", "sep.", "sept."],
        10: ["oktober", "okt", "okt.", "october"], 11: ["november", "nov", "nov."],
        12: ["december", "desember", "dec", "dec.", "des", "des."],
    ]

    private struct Token {
        var text: String
        var kind: String

        var number: Int? { Int(text) }
        /// A four-digit year between 1800 and 2199.
        var year: Int? {
            guard text.utf8.count == 4, let number, (1800..<2200).contains(number) else { return nil }
            return number
        }
    }

    /// Runs of digits (`n`), runs of letters (`w`) and single signs as themselves.
    private static func tokens(of text: String) -> [Token] {
        var tokens: [Token] = []
        for character in text {
            let kind = character.isASCII && character.isNumber ? "n" : character.isLetter ? "w" : String(character)
            if let last = tokens.last, last.kind == kind, kind == "n" || kind == "w" {
                tokens[tokens.count - 1].text.append(character)
            } else {
                tokens.append(Token(text: String(character), kind: kind))
            }
        }
        return tokens
    }
}
