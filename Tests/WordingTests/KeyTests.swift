import Testing
import Vocabulary
import Wording

@Suite("Phrases: one key set in three languages")
struct KeyTests {
    @Test("every language has the same keys", arguments: [Language.bokmal, .english])
    func sameKeys(language: Language) {
        #expect(Phrases.keys(language).symmetricDifference(Phrases.keys(.danish)).sorted() == [])
    }
}
