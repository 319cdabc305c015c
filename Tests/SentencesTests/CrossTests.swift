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
        let seen = Set(Cross.all.map { leadSentence($0.description, $0.outcome, phrases) })
        #expect(faulty(seen, .sentence) == [])
        #expect(seen.count > 1000)
        try write(seen, "lead", language)
    }

    @Test("chart titles", arguments: Language.allCases)
    func titles(language: Language) throws {
        let phrases = Phrases(language)
        let seen = Set(Cross.all.map { chartTitle($0.description, $0.outcome, phrases) })
        #expect(faulty(seen, .title) == [])
        try write(seen, "titles", language)
    }

    @Test("verdicts and target texts", arguments: Language.allCases)
    func verdicts(language: Language) {
        let phrases = Phrases(language)
        var words: Set<String> = []
        var levels: Set<String> = []
        for combination in Cross.all {
            words.insert(verdictText(combination.description, combination.outcome, phrases))
            words.insert(verdictText(combination.outcome, phrases))
            guard let target = combination.description.target else { continue }
            words.insert(targetStatusText(target, phrases))
            levels.insert(targetValueText(combination.description, phrases))
        }
        #expect(faulty(words, .title) == [])
        #expect(faulty(levels, .part) == [])
    }

    @Test(
        "an example target says so wherever it is spoken of",
        arguments: [
            (Language.danish, "eksempel på måltal"), (.bokmal, "eksempel på måltall"),
            (.english, "example of a target"),
        ])
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

    private enum Form { case sentence, title, part }

    /// The first texts that have a fault, each with what is wrong.
    private func faulty(_ texts: Set<String>, _ form: Form) -> [String] {
        Array(texts.sorted().filter { !faults($0, form).isEmpty }.map { "\($0) – \(faults($0, form))" }.prefix(10))
    }

    private func faults(_ text: String, _ form: Form) -> [String] {
        let signs = ["⟦", "{", "}", "  ", "nil", " .", " ,", "..", "Optional", "( ", " )", "()"]
        var faults = signs.filter(text.contains).map { "has “\($0)”" }
        if text.isEmpty { faults.append("is empty") }
        if form == .sentence, !text.hasSuffix(".") { faults.append("has no full stop") }
        if form != .sentence, text.hasSuffix(".") { faults.append("has a full stop") }
        if form == .sentence, text.replacing(#/\.[  ](?=[a-zæøå0-9])/#, with: "").split(separator: ". ").count > 2 {
            faults.append("has more than two sentences")
        }
        if text.contains(#/\d [%‰]|\d (børn|barn|children|procentpoint|prosentpoeng|percentage|pr\.|per)/#) {
            faults.append("has a number that may break from its unit")
        }
        if form != .part, text.first?.isLowercase == true { faults.append("begins with a small letter") }
        return faults
    }

    private func write(_ texts: Set<String>, _ name: String, _ language: Language) throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "sammen-\(name)-\(language.rawValue).txt")
        try texts.sorted().joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
    }
}
