import Assessment
import Foundation
import Sentences
import Testing
import Vocabulary
import Wording

@Suite("Every sentence is whole, whatever the verdict, unit, direction and gap")
struct CrossTests {
    @Test("lead sentences, and a rise is never called a fall", arguments: Language.allCases)
    func lead(language: Language) {
        let phrases = Phrases(language)
        let rose = ["er steget fra", "har steget fra", "has risen from"]
        let fell = ["er faldet fra", "har falt fra", "has fallen from"]
        var seen: Set<String> = []
        for combination in Cross.all {
            let text = leadSentence(combination.description, combination.outcome, phrases)
            guard seen.insert(text).inserted, let latest = combination.outcome.latest?.value,
                let before = combination.outcome.turn?.value
            else { continue }
            #expect(before < latest || !rose.contains(where: text.contains), "\(text)")
            #expect(before > latest || !fell.contains(where: text.contains), "\(text)")
        }
        #expect(faulty(seen, .sentence, language) == [])
        #expect(seen.count > 10_000)
    }

    @Test("chart titles", arguments: Language.allCases)
    func titles(language: Language) {
        let phrases = Phrases(language)
        let seen = Set(Cross.all.map { chartTitle($0.description, $0.outcome, phrases) })
        #expect(faulty(seen, .title, language) == [])
    }

    @Test("verdicts, target texts and facts", arguments: Language.allCases)
    func facts(language: Language) {
        let phrases = Phrases(language)
        var words: Set<String> = []
        var parts: Set<String> = []
        var notes: Set<String> = []
        for combination in Cross.pairwise {
            let (d, o) = (combination.description, combination.outcome)
            words.formUnion([verdictText(d, o, phrases), verdictText(o, phrases)])
            for fact in Sentences.facts(d, o, provisional: combination.provisional, phrases) {
                words.insert(fact.label)
                parts.insert(fact.value)
                if !fact.note.isEmpty { notes.insert(fact.note) }
            }
            if let target = d.target { words.insert(targetStatusText(target, phrases)) }
        }
        parts.remove(phrases("state.noFigures"))
        #expect(faulty(words, .title, language) == [])
        #expect(faulty(parts, .part, language) == [])
        #expect(faulty(notes, .notes, language) == [])
    }

    @Test(
        "an example target says so wherever it is spoken of",
        arguments: [
            (Language.danish, "eksempel på måltal"), (.bokmal, "eksempel på måltall"),
            (.english, "example of a target"),
        ])
    func examples(language: Language, words: String) {
        let phrases = Phrases(language)
        let speaking = Cross.pairwise.filter {
            $0.description.target?.status == .example && $0.outcome.latest != nil
                && [.achieved, .onTrack, .likely, .possible, .offTrack, .wrongWay, .held].contains($0.outcome.verdict)
        }
        #expect(speaking.count > 40)
        for combination in speaking {
            #expect(leadSentence(combination.description, combination.outcome, phrases).contains(words))
        }
    }

    @Test("what a reader may skim is as it was when it was last skimmed", arguments: Language.allCases)
    func snapshot(language: Language) throws {
        try expectSnapshot(readingCopy(Phrases(language)), "sentences-\(language.rawValue)")
    }
}

/// Holds a text to its stored copy; one that is not stored is stored, and the test fails so that someone reads it.
private func expectSnapshot(_ text: String, _ name: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Snapshots/\(name).txt")
    guard let stored = try? String(contentsOf: file, encoding: .utf8) else {
        try text.write(to: file, atomically: true, encoding: .utf8)
        Issue.record("recorded \(name): read it and run again")
        return
    }
    let old = Set(stored.split(separator: "\n"))
    let added = text.split(separator: "\n").filter { !old.contains($0) }.prefix(5)
    let isSame = text == stored
    #expect(isSame, "differs from Snapshots/\(name).txt; remove it to record anew. Lines that are new: \(added)")
}
