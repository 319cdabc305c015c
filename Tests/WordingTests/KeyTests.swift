import Testing
import Vocabulary
import Wording

@Suite("Phrases: one key set in three languages")
struct KeyTests {
    @Test("every language has the same keys", arguments: [Language.bokmal, .english])
    func sameKeys(language: Language) {
        #expect(Phrases.keys(language).symmetricDifference(Phrases.keys(.danish)).sorted() == [])
    }

    @Test("a phrase has the same places in every language")
    func samePlaces() {
        let phrases = Language.allCases.map { Phrases($0) }
        for key in Phrases.keys(.danish).sorted() where !key.hasPrefix("period") {
            let places = phrases.map { Set($0(key).matches(of: #/\{[A-Za-z]+\}/#).map { $0.output.lowercased() }) }
            #expect(places[0] == places[1] && places[1] == places[2], "\(key)")
        }
    }

    @Test(
        "no phrase is empty, has spaces to spare or a plain space before a per cent sign", arguments: Language.allCases)
    func tidy(language: Language) {
        let phrases = Phrases(language)
        for key in Phrases.keys(language).sorted() {
            let text = phrases(key)
            #expect(!text.isEmpty && !text.contains("  ") && !text.hasPrefix(" ") && !text.hasSuffix(" "), "\(key)")
            #expect(!text.contains(#/\d %/#), "\(key)")
        }
    }

    @Test("Norwegian is not Danish, nor the other way round")
    func notMixed() {
        let danish = [
            "uden", "af", "efter hver", "kommunes tal", "sådan", "hvordan det går med kommunens", "måltal", "procent",
            "tilgængelighed", "ændring", "nået",
        ]
        let bokmal = [
            "uten", "av", "slik", "måltall", "prosent", "tilgjengelighet", "endring", "nådd", "etter", "utvikling",
            "tall",
        ]
        for key in Phrases.keys(.danish).sorted() where !key.hasPrefix("language.") {
            let words = { (text: String) in
                Set(text.lowercased().split { !$0.isLetter }.map(String.init))
            }
            #expect(words(Phrases(.bokmal)(key)).isDisjoint(with: danish), "\(key) in Bokmål")
            #expect(words(Phrases(.danish)(key)).isDisjoint(with: bokmal), "\(key) in Danish")
        }
    }

    @Test("places are filled once, and terms replace phrases")
    func filling() {
        let own = Phrases(.danish, terms: ["nav.units": "Steder", "own.key": "{a}{b}{c}"])
        #expect(own("nav.units") == "Steder")
        #expect(own("own.key", ["a": "{b}", "b": "2"]) == "{b}2{c}")
        #expect(own("no.such") == "⟦no.such⟧")
        #expect(Phrases(.danish, terms: ["own": "{a}. {b}."])("own", ["a": "2 kr.", "b": "3"]) == "2 kr. 3.")
        #expect(own.counted("provenance.files", 1) == "1 fil")
        #expect(own.counted("provenance.files", 1200) == "1.200 filer")
    }

    @Test("every verdict, chance, state, theme, direction and grain has its words", arguments: Language.allCases)
    func whole(language: Language) {
        let phrases = Phrases(language)
        let keys =
            FigureState.allCases.map { "state.\($0.rawValue)" } + Theme.allCases.map { "theme.\($0.rawValue)" }
            + Direction.allCases.map { "direction.\($0.rawValue)" } + Grain.allCases.map { "rhythm.\($0.rawValue)" }
            + Language.allCases.map { "language.\($0.rawValue)" }
            + TargetStatus.allCases.map { "target.\($0.rawValue)" }
        for key in keys { #expect(phrases.has(key), "\(key)") }
    }
}
