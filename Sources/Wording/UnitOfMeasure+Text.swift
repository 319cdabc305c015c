public import Vocabulary

extension UnitOfMeasure {
    /// The figure with its unit, held together by a no-break space: `4,9 %`, `3,1 børn pr. voksen`; English writes `4.9%`.
    public func text(_ value: Double, _ language: Language) -> String {
        let number = bare(value, language)
        if kind == .percent { return language == .english ? number + "%" : number + noBreakSpace + "%" }
        let word = word(language)
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
        case .perThousand, .number: word = self.word(language)
        }
        return word.isEmpty ? number : number + noBreakSpace + word
    }

    private func word(_ language: Language) -> String {
        let own = label(language)
        return own.isEmpty && kind == .perThousand ? "‰" : own
    }

    private func counted(_ key: String, _ number: String, _ language: Language) -> String {
        let isOne = number.drop { !$0.isNumber } == "1"
        return Plain.phrases(language)(isOne ? key + ".one" : key)
    }
}
