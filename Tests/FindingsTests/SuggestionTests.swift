import Findings
import Testing

@Suite struct Suggestions {
    @Test(arguments: [
        ("enhd", "enhed"), ("ENHED", "enhed"), ("ehned", "enhed"), ("enhedd", "enhed"), ("basline", "baseline"),
        ("x", "y"), ("numrator", "numerator"), ("denominater", "denominator"),
    ]) func findsTheNearest(_ word: String, _ wanted: String) {
        #expect(nearest(word, among: [wanted, "helt-andet", "noget-tredje"]) == wanted)
    }

    @Test(arguments: ["abcdef", "", "zzz", "enh"]) func offersNothingFarAway(_ word: String) {
        #expect(nearest(word, among: ["enhed", "periode"]) == nil)
        #expect(didYouMean(word, among: ["enhed", "periode"]) == nil)
    }

    @Test func offersNothingOfNothing() {
        #expect(nearest("a", among: [String]()) == nil)
        #expect(nearest("", among: [""]) == "")
    }

    /// A third of the length: six letters may differ in two, five in one.
    @Test func nearMeansAThird() {
        #expect(nearest("abcdef", among: ["abcdxy"]) == "abcdxy")
        #expect(nearest("abcde", among: ["abcxy"]) == nil)
        #expect(nearest("abcdefghi", among: ["abcdefxyz"]) == "abcdefxyz")
        #expect(nearest("abcdefgh", among: ["abcdexyz"]) == nil)
    }

    @Test func tiesGoToTheFirstInSortedOrder() {
        for names in [["cat", "bat", "hat"], ["hat", "cat", "bat"], ["bat", "hat", "cat"]] {
            #expect(nearest("xat", among: names) == "bat")
        }
        #expect(nearest("abcdef", among: ["abcdxy", "abcdex"]) == "abcdex")
    }

    @Test func neighboursChangedCountOnce() {
        #expect(nearest("ba", among: ["ab"]) == "ab")
        #expect(nearest("bca", among: ["abc"]) == nil)
    }

    @Test func readsAsAQuestion() {
        #expect(didYouMean("enhd", among: ["enhed"]) == "did you mean 'enhed'?")
    }
}
