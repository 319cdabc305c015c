import Assessment
import Foundation
import Sentences
import Testing
import Vocabulary
import Wording

@Suite("Every sentence is whole, whatever the verdict, unit, direction and gap")
struct CrossTests {
    @Test("lead sentences", arguments: Language.allCases)
    func lead(language: Language) throws {
        let phrases = Phrases(language)
        var seen: Set<String> = []
        for case let combination in Cross.all {
            let sentence = leadSentence(combination.description, combination.outcome, phrases)
            #expect(faults(sentence, endsWithStop: true) == [], "\(combination.name): \(sentence)")
            #expect(sentence.components(separatedBy: ". ").count <= 2 || sentence.contains("pr."), "\(sentence)")
            seen.insert(sentence)
        }
        try write(seen, "lead", language)
        #expect(seen.count > 1000)
    }

    @Test("chart titles", arguments: Language.allCases)
    func titles(language: Language) throws {
        let phrases = Phrases(language)
        var seen: Set<String> = []
        for combination in Cross.all {
            let title = chartTitle(combination.description, combination.outcome, phrases)
            #expect(faults(title, endsWithStop: false) == [], "\(combination.name): \(title)")
            seen.insert(title)
        }
        try write(seen, "titles", language)
    }

    @Test("verdicts and target texts", arguments: Language.allCases)
    func verdicts(language: Language) {
        let phrases = Phrases(language)
        for combination in Cross.all {
            let words = verdictText(combination.description, combination.outcome, phrases)
            #expect(faults(words, endsWithStop: false) == [])
            #expect(faults(verdictText(combination.outcome, phrases), endsWithStop: false) == [])
            guard let target = combination.description.target else { continue }
            #expect(faults(targetStatusText(target, phrases), endsWithStop: false) == [])
            #expect(faults(targetValueText(combination.description, phrases), endsWithStop: false) == [])
        }
    }

    @Test("an example target says so wherever it is spoken of", arguments: [(Language.danish, "eksempel på måltal"), (.bokmal, "eksempel på måltall"), (.english, "example of a target")])
    func examples(language: Language, words: String) {
        let phrases = Phrases(language)
        let speaking = Cross.all.filter {
            $0.description.target?.status == .example
                && [.achieved, .onTrack, .likely, .possible, .offTrack, .wrongWay, .held].contains($0.outcome.verdict)
        }
        for combination in speaking {
            #expect(leadSentence(combination.description, combination.outcome, phrases).contains(words))
        }
    }

    /// What is wrong with a text, in words; empty where nothing is.
    private func faults(_ text: String, endsWithStop: Bool) -> [String] {
        var faults: [String] = []
        for sign in ["⟦", "{", "}", "  ", "nil", " .", " ,", "..", "Optional", "( ", " )", "()"]
        where text.contains(sign) {
            faults.append("has “\(sign)”")
        }
        if text.isEmpty { faults.append("is empty") }
        if endsWithStop != text.hasSuffix(".") { faults.append(endsWithStop ? "has no full stop" : "has a full stop") }
        if text.contains(#/\d [%‰]/#) { faults.append("has a number that may break from its unit") }
        if text.contains(#/\d (børn|barn|children|procentpoint|prosentpoeng|percentage)/#) {
            faults.append("has a number that may break from its unit")
        }
        if text.first?.isLowercase == true { faults.append("begins with a small letter") }
        return faults
    }

    private func write(_ texts: Set<String>, _ name: String, _ language: Language) throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "sammen-\(name)-\(language.rawValue).txt")
        try texts.sorted().joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
    }
}
