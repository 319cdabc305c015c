public import Vocabulary

extension UnitOfMeasure {
    /// The figure with its unit, held together by a no-break space: `4,9 %`, `3,1 børn pr. voksen`; English writes `4.9%`.
    public func text(_ value: Double, _ language: Language) -> String {
        let number = bare(value, language)
        if kind == .percent { return language == .english ? number + "%" : number + noBreakSpace + "%" }
        let word = word(number, language)
        return word.isEmpty ? number : number + noBreakSpace + word
    }

    /// The figure alone: `4,9`.
    public func bare(_ value: Double, _ language: Language) -> String {
        numberText(value, decimals: decimals, language)
    }

    /// A difference between two figures: `0,9 procentpoint`. `moreDecimals` is for small ones, such as changes per year.
    public func differenceText(
        _ value: Double, _ language: Language, signed: Bool = false, moreDecimals: Int = 0
    ) -> String {
        let number = numberText(value, decimals: decimals + moreDecimals, language, signed: signed)
        let word: String
        switch kind {
        case .percent: word = counted("unit.percentagePoint", number, language)
        case .score: word = counted("unit.point", number, language)
        case .perThousand, .number: word = self.word(number, language)
        }
        return word.isEmpty ? number : number + noBreakSpace + word
    }

    /// The word after a number: `personer`, and `person` after exactly 1.
    private func word(_ number: String, _ language: Language) -> String {
        let own = label(language)
        if own.isEmpty, kind == .perThousand { return "‰" }
        return isOne(number) ? Singulars.of(own, language) : own
    }

    private func counted(_ key: String, _ number: String, _ language: Language) -> String {
        Plain.phrases(language)(isOne(number) ? key + ".one" : key)
    }

    private func isOne(_ number: String) -> Bool { number.drop { !$0.isNumber } == "1" }
}

/// A share from 0 to 1 in whole per cent: `45 %`, and `45%` in English.
public func percentText(_ share: Double, _ l: Language) -> String {
    UnitOfMeasure(kind: .percent, decimals: 0).text(share * 100, l)
}

/// Words for one of the things that figures often count. A label that is not among them is used as it is.
private enum Singulars {
    private static let tables = Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, table($0)) })

    static func of(_ label: String, _ language: Language) -> String {
        for (plural, singular) in tables[language] ?? [] where label.hasPrefix(plural) {
            let rest = label.dropFirst(plural.count)
            if rest.isEmpty || rest.hasPrefix(" ") { return singular + rest }
        }
        return label
    }

    private static func table(_ language: Language) -> [(plural: String, singular: String)] {
        Plain.phrases(language)("unit.singulars").split(separator: ", ").map { pair in
            let words = pair.split(separator: ":").map(String.init)
            return (words[0], words[words.count - 1])
        }
    }
}
