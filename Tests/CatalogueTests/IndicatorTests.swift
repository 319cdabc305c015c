import Catalogue
import Findings
import Testing
import Vocabulary

@Suite struct IndicatorReading {
    private func share(_ old: String = "", _ new: String = "") -> String {
        guard !old.isEmpty else { return TemporaryProject.share }
        precondition(TemporaryProject.share.contains(old))
        let parts = TemporaryProject.share.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
        return parts[0] + new + parts[1]
    }

    @Test(arguments: [
        ("measure: share", "mesure: share", ["3:1 unknown-key"]),
        ("measure: share", "measure: shaer", ["3:10 unknown-value"]),
        ("dataset: svar", "dataset: svr", ["2:10 unknown-dataset"]),
        ("svar = 'Ja'", "svra = 'Ja'", ["4:12 unknown-column"]), ("svar = 'Ja'", "2 * svar", ["4:16 type-mismatch"]),
        ("svar = 'Ja'", "antal / 2", ["4:18 formula-syntax"]), ("svar = 'Ja'", "\"antal / 2\"", ["4:19 formula-syntax"]),
        ("svar = 'Ja'", "svar", ["4:12 type-mismatch"]), ("denominator: 1", "denominator: 0", ["5:14 division-by-zero"]),
        ("denominator: 1", "denominator: 0.00", ["5:14 division-by-zero"]), ("denominator: 1", "by: [koen]", ["1:1 missing-key"]),
        ("denominator: 1", "denominator: 1\nby: [svar, kon]", ["6:12 unknown-column"]),
        ("denominator: 1", "denominator: 1\nfilter: antal", ["6:9 type-mismatch"]),
        ("denominator: 1", "denominator: 1\nvalue: antal", ["6:8 unused-formula"]),
        ("persons: denominator", "", ["1:1 missing-key"]), ("persons: denominator", "persons: svar", ["6:10 type-mismatch"]),
        ("persons: denominator", "persons: {noen: x}", ["6:10 missing-key", "6:11 unknown-key"]),
        ("title: Andel", "owner: x", ["1:1 missing-key"]), ("title: Andel", "title: Andel\ntheme: staff", ["2:8 unknown-value"]),
        ("title: Andel", "title: Andel\nbaseline: 2024X", ["2:11 wrong-type"]),
        ("title: Andel", "title: Andel\ndecimals: 1.5", ["2:11 wrong-type"]),
        ("title: Andel", "title: Andel\ntarget: {value: 5}", ["2:9 missing-key"]),
        ("title: Andel", "title: Andel\ntitle: To", ["2:1 duplicate-key"]),
        ("title: Andel", "title: {da: Andel}", ["1:8 missing-translation"]),
    ]) func problemsAreFoundInPlace(_ old: String, _ new: String, _ expected: [String]) throws {
        #expect(try TemporaryProject.codes(share(old, new)) == expected)
    }

    @Test func misspeltKeysGetASuggestion() throws {
        let found = try TemporaryProject.findings(share("persons:", "persns:")).map(\.description)
        #expect(found.contains("Metrics/trivsel/x.yaml:6:1: error[unknown-key]: an indicator has no key 'persns'; did you mean 'persons'?"))
    }

    /// Norway is a country and `no` a word; `12:30` is no number of base 60.
    @Test func wordsStayWords() throws {
        let yaml = share("title: Andel", "title: no\nsubtitle: 12:30\ndefinition: {da: yes, en: off}\nowner: 0123\nwhy: ~")
        let project = try #require(try TemporaryProject(["Metrics/trivsel/x.yaml": yaml]).read().project)
        let description = try #require(project.indicator("x")).description
        #expect(description.title(.danish) == "no" && description.title(.english) == "no")
        #expect(description.subtitle(.danish) == "12:30" && description.owner(.danish) == "0123")
        #expect(description.definition(.danish) == "yes" && description.definition(.english) == "off")
    }

    @Test func aValueNoInAFormulaIsAText() throws {
        let config = TemporaryProject.config.replacing("\"total\": \"I alt\"", with: "\"total\": \"no\"")
        let project = try #require(try TemporaryProject(config: config).read().project)
        #expect(project.datasets[0].totals == ["koen": "no"])
    }

    private static let given = "title: T\ndataset: svar\nmeasure: given\nvalue: score\npersons: {none: Ikke om personer}\n"

    @Test func givenTakesAValueAndNothingElse() throws {
        #expect(try TemporaryProject.codes(Self.given).isEmpty)
        #expect(try TemporaryProject.codes(Self.given + "numerator: antal") == ["6:12 unused-formula"])
        #expect(try TemporaryProject.codes(Self.given + "denominator: antal") == ["6:14 unused-formula"])
        #expect(try TemporaryProject.codes(Self.given.replacing("value: score\n", with: "")) == ["1:1 missing-key"])
    }

    @Test func sumTakesANumeratorAlone() throws {
        let sum = "title: T\ndataset: svar\nmeasure: sum\nnumerator: antal\npersons: antal\n"
        #expect(try TemporaryProject.codes(sum).isEmpty)
        #expect(try TemporaryProject.codes(sum + "denominator: 1") == ["6:14 unused-formula"])
    }

    @Test func personsInTheDenominatorNeedAShareOrRate() throws {
        for measure in ["share", "rate"] {
            #expect(try TemporaryProject.codes(share("measure: share", "measure: \(measure)")).isEmpty)
        }
        #expect(try TemporaryProject.codes(share("measure: share", "measure: mean")) == ["6:10 wrong-persons"])
        #expect(
            try TemporaryProject.codes(Self.given.replacing("{none: Ikke om personer}", with: "denominator"))
                == ["5:10 wrong-persons"])
    }

    @Test func personsAreReadAsDeclared() throws {
        func persons(_ text: String) throws -> PersonsDeclaration? {
            try TemporaryProject(["Metrics/trivsel/x.yaml": share("persons: denominator", text)]).read().project?
                .indicator("x")?.persons
        }
        #expect(try persons("persons: denominator") == .denominator)
        #expect(try persons("persons: antal") == .formula(Formula(parsing: "antal"), counted: nil))
        #expect(try persons("persons: {none: Bygninger}") == PersonsDeclaration.none(why: .init(everywhere: "Bygninger")))
    }

    @Test(arguments: [("persons: {}", 10), ("persons: {none: ''}", 17)])
    func noPersonsNeedAReason(_ text: String, _ column: Int) throws {
        #expect(try TemporaryProject.codes(share("persons: denominator", text)) == ["6:\(column) missing-key"])
    }

    @Test func publishedFiguresNeedNoPersons() throws {
        let config = TemporaryProject.config.replacing("\"title\": \"Svar\"", with: "\"alreadyPublished\": true")
        #expect(try TemporaryProject.codes(share("persons: denominator", ""), config: config).isEmpty)
    }

    @Test func usualUnitsFollowTheMeasure() throws {
        for (measure, kind) in [("share", UnitOfMeasure.Kind.percent), ("rate", .perThousand)] {
            let yaml = share("measure: share", "measure: \(measure)")
            let project = try TemporaryProject(["Metrics/trivsel/x.yaml": yaml]).read().project
            #expect(project?.indicator("x")?.description.unit.kind == kind)
        }
    }

    @Test(arguments: [
        "exceptional: [{from: 2020, reason: pest}]", "exceptional: [{to: 2020, reason: pest}]", "breaks: [{reason: ny}]",
    ]) func halfADeclarationIsTold(_ text: String) throws {
        let found = try TemporaryProject.codes(share() + "\n" + text).map { $0.split(separator: " ")[1] }
        #expect(found == ["missing-key"])
    }

    @Test func aListMustBeAList() throws {
        #expect(try !TemporaryProject.codes(share() + "\nby: {koen: ja}").isEmpty)
    }

    @Test(arguments: ["target: {value: 80 %, status: example}", "target: {value: 80, status: exampel}"])
    func oneFaultIsToldOnce(_ text: String) throws {
        #expect(try TemporaryProject.codes(share() + "\n" + text).count == 1)
    }
}
