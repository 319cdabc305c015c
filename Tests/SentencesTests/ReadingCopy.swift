import Assessment
import Sentences
import Vocabulary
import Wording

/// Everything that can be said, for a reader to skim: lead sentences by verdict, titles, facts, then the sentences on
/// control charts, pace, units and goals.
func readingCopy(_ p: Phrases) -> String {
    var out = ""
    func section(_ heading: String, _ lines: [String]) {
        let distinct = Array(Set(lines)).sorted()
        // Of thousands of lines that differ in a number alone, some.
        let step = (distinct.count + 149) / 150
        let chosen = distinct.enumerated().filter { $0.offset % step == 0 }.map(\.element)
        out += "\n== \(heading)\n" + chosen.joined(separator: "\n") + "\n"
    }
    for verdict in Verdict.allCases {
        let told = Cross.pairwise.filter { $0.outcome.verdict == verdict }
        section(
            "\(verdict.rawValue): \(p("verdict.\(verdict.rawValue)"))",
            told.map { leadSentence($0.description, $0.outcome, p) })
    }
    section("chart titles", Cross.pairwise.map { chartTitle($0.description, $0.outcome, p) })
    let facts = Cross.pairwise.flatMap {
        Sentences.facts($0.description, $0.outcome, provisional: $0.provisional, p)
    }
    let byLabel = Dictionary(grouping: facts, by: \.label)
    for label in byLabel.keys.sorted() {
        section("fact: " + label, (byLabel[label] ?? []).map { $0.value + ($0.note.isEmpty ? "" : " | " + $0.note) })
    }
    for (heading, lines) in OtherSentences.all(p) { section(heading, lines) }
    return String(out.dropFirst())
}
