import Vocabulary

/// What a text is, and so how it begins and ends.
enum TextForm {
    /// One or two sentences.
    case sentence
    /// A headline without a full stop.
    case title
    /// Several short notes, each with its full stop.
    case notes
    /// A piece of a sentence.
    case part
    /// A question.
    case question
}

/// The first texts that have a fault, each with what is wrong: what a careful reader would mark, whatever it is about.
/// Sentences that many texts share are read once.
func faulty(_ texts: Set<String>, _ form: TextForm, _ language: Language) -> [String] {
    var found: [String] = []
    var faultsOf: [Substring: [String]] = [:]
    for text in texts.sorted() where found.count < 10 {
        let sentences = sentences(of: text)
        var faults = faultsOfForm(text, sentences.count, form)
        for sentence in sentences {
            let own = faultsOf[sentence] ?? faultsOfSentence(String(sentence), form, language)
            faultsOf[sentence] = own
            faults += own
        }
        if !faults.isEmpty { found.append("\(text) – \(faults)") }
    }
    return found
}

private let signs = ["⟦", "⟧", "{", "}", "  ", "nil", " .", " ,", "..", ",,", "Optional", "( ", " )", "()", " - "]

private func faultsOfForm(_ text: String, _ sentences: Int, _ form: TextForm) -> [String] {
    var faults: [String] = []
    if text.isEmpty { faults.append("is empty") }
    switch form {
    case .sentence:
        if !text.hasSuffix(".") { faults.append("has no full stop") }
        if sentences > 2 { faults.append("has more than two sentences") }
    case .notes: if !text.hasSuffix(".") { faults.append("has no full stop") }
    case .question: if !text.hasSuffix("?") { faults.append("has no question mark") }
    case .title, .part: if text.hasSuffix("."), !text.hasSuffix("kr.") { faults.append("has a full stop") }
    }
    return faults
}

private func faultsOfSentence(_ text: String, _ form: TextForm, _ language: Language) -> [String] {
    var faults = signs.filter(text.contains).map { "has “\($0)”" }
    if form != .part, text.first?.isLowercase == true { faults.append("begins with a small letter") }
    if text.split(separator: " ").count > 40 { faults.append("is too long") }
    return faults + faultsOfNumbers(text, language) + faultsOfWords(text, language)
}

/// The sentences of a text. A full stop after `pr` ends none, and one after `kr` or a number only before a capital.
private func sentences(of text: String) -> [Substring] {
    var result: [Substring] = []
    var rest = text[...]
    var from = rest.startIndex
    while let stop = rest[from...].firstIndex(where: { $0 == "." || $0 == "?" }) {
        from = rest.index(after: stop)
        guard from < rest.endIndex, rest[from] == " " else { continue }
        let begin = rest.index(after: from)
        let before = rest[..<stop]
        let mayBeWithin = before.hasSuffix("kr") || before.last?.isNumber == true
        guard !before.hasSuffix("pr"), begin < rest.endIndex, !mayBeWithin || rest[begin].isUppercase else { continue }
        result.append(rest[..<from])
        rest = rest[begin...]
        from = begin
    }
    return result + [rest]
}

private func faultsOfNumbers(_ text: String, _ language: Language) -> [String] {
    var faults: [String] = []
    for (number, rest) in numbers(Array(text)) {
        if number.contains(where: { $0 == "," }), language == .english, !isGrouped(number, by: ",") {
            faults.append("has a decimal comma: \(number)")
        }
        if number.contains("."), language != .english, !(language == .danish && isGrouped(number, by: ".")) {
            faults.append("has a decimal point: \(number)")
        }
        if number.hasPrefix("-") { faults.append("has a hyphen for a minus: \(number)") }
        let isNothing = !number.contains { ("1"..."9").contains($0) }
        if isNothing, number.hasPrefix("\u{2212}") || number.hasPrefix("+") {
            faults.append("has a sign before nothing: \(number)")
        }
        if rest.hasPrefix("%"), language != .english { faults.append("has no space before %") }
        if rest.hasPrefix("\u{A0}%"), language == .english { faults.append("has a space before %") }
        let word = word(after: rest)
        if rest.hasPrefix(" "), !paces.contains(where: rest.hasPrefix), units.contains(word) {
            faults.append("has a number that may break from its unit: \(number)\(rest.prefix(12))")
        }
        let isOne = number == "1" || number == "\u{2212}1"
        if isOne, plurals.contains(word) {
            faults.append("has one of many: \(number)\(rest.prefix(12))")
        }
        if !isOne, singulars.contains(word) {
            faults.append("has many of one: \(number)\(rest.prefix(12))")
        }
    }
    return faults
}

/// Words that belong to the number before them.
private let units: Set<String> = [
    "%", "‰", "børn", "barn", "children", "procentpoint", "prosentpoeng", "percentage", "pr.", "per", "personer",
    "person", "persons", "dage", "dager", "days", "timer", "hours", "kr.", "kr", "DKK", "point", "poeng", "points",
]
/// What may stand on the next line.
private let paces = [" pr. år", " per år", " per year"]
private let plurals: Set<String> = [
    "børn", "children", "personer", "persons", "dage", "dager", "days", "timer", "hours", "points",
]
private let singulars: Set<String> = ["child", "person", "day", "dag", "time", "hour"]

/// The numbers of a text, each with what follows it.
private func numbers(_ letters: [Character]) -> [(number: String, rest: String)] {
    var result: [(String, String)] = []
    var place = 0
    while place < letters.count {
        guard letters[place].isASCII, letters[place].isNumber else {
            place += 1
            continue
        }
        var start = place
        if start > 0, "-+\u{2212}".contains(letters[start - 1]) { start -= 1 }
        var end = place
        while end < letters.count {
            let isDigit = letters[end].isASCII && letters[end].isNumber
            let isInner = ".,".contains(letters[end]) && end + 1 < letters.count && letters[end + 1].isNumber
            guard isDigit || isInner else { break }
            end += 1
        }
        result.append((String(letters[start..<end]), String(letters[end..<min(end + 24, letters.count)])))
        place = end
    }
    return result
}

/// Whether the sign stands before groups of three digits only.
private func isGrouped(_ number: String, by sign: Character) -> Bool {
    let groups: [Substring] = number.split(separator: sign)
    return groups.dropFirst().allSatisfy { $0.prefix(while: \.isNumber).count == 3 }
}

/// The word that stands after a number.
private func word(after rest: String) -> String {
    guard rest.hasPrefix(" ") || rest.hasPrefix("\u{A0}") else { return "" }
    return String(rest.dropFirst().prefix { $0 != " " && $0 != "\u{A0}" && $0 != "," })
}

/// Words that only the other two languages have, and words that promise more than a figure can.
private func faultsOfWords(_ text: String, _ language: Language) -> [String] {
    let found = Set(text.lowercased().split { !$0.isLetter && $0 != "-" }.map(String.init))
    var faults = Language.allCases.filter { $0 != language }.compactMap { other -> String? in
        let foreign = found.intersection(own[other] ?? []).subtracting(own[language] ?? [])
        return foreign.isEmpty ? nil : "has words of another language: \(foreign.sorted())"
    }
    let promising = [
        "tilfældig bevægelse", "ikke tilfældig", "ikke tilfeldig", "not by chance", "skjult", "hidden", "signifikant",
        "significant", "rang", "bedst", "dårligst", "worst", "best ", "prognose", "forecast", "because", "fordi",
        "på grund af", "på grunn av", "skyldes", "due to",
    ]
    faults += promising.filter(text.lowercased().contains).map { "says “\($0)”" }
    return faults
}

private let own: [Language: Set<String>] = [
    .danish: [
        "af", "uden", "nået", "måltal", "måltallet", "procentpoint", "ændring", "ændringen", "udviklingen", "forskel",
        "forskellen", "usikkerheden", "sandsynligt", "sædvanlige", "udsving", "endnu", "seneste", "bliver", "steget",
        "faldet", "højere", "lavere", "længere", "kræver", "vej", "hvis", "fortsætter", "dog", "børn", "dage", "pr",
        "borgere", "opfyldt", "vedtaget", "mindst", "højst", "mellem", "skoleåret", "skoleårene", "uge", "der", "nyere",
        "afventes", "gælder", "om", "tal", "point", "kvartal", "tertial", "foreløbigt", "udgangspunktet", "ikke", "to",
    ],
    .bokmal: [
        "av", "uten", "nådd", "måltall", "måltallet", "prosentpoeng", "endring", "endringen", "utviklingen",
        "forskjell", "forskjellen", "usikkerheten", "sannsynlig", "vanlige", "svingningene", "ennå", "siste", "blir",
        "steget", "falt", "høyere", "lavere", "lenger", "krever", "vei", "veien", "hvis", "fortsetter", "likevel",
        "barn", "dager", "per", "innbyggere", "oppfylt", "vedtatt", "minst", "høyst", "mellom", "skoleåret",
        "skoleårene", "uke", "nyere", "venter", "gjelder", "om", "tall", "poeng", "kvartal", "tertial", "foreløpig",
        "utgangspunktet", "å", "ikke", "to",
    ],
    .english: [
        "the", "of", "target", "figure", "percentage", "points", "point", "change", "development", "difference",
        "uncertainty", "likely", "usual", "yet", "latest", "will", "risen", "fallen", "higher", "lower", "requires",
        "way", "if", "continues", "however", "children", "days", "per", "residents", "met", "adopted", "least", "most",
        "between", "school", "week", "newer", "awaited", "is", "has", "been", "to", "quarter", "persons",
    ],
]
