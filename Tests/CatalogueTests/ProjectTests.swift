import Catalogue
import Findings
import Testing
import Vocabulary

@Suite struct ProjectReading {
    @Test func aGoodProjectHasNoFindings() throws {
        let temporary = try TemporaryProject(["Metrics/trivsel/b.yaml": TemporaryProject.share, "Metrics/job/a.yaml": TemporaryProject.share])
        let (project, findings) = temporary.read()
        let read = try #require(project)
        #expect(findings.isEmpty, "\(findings)")
        #expect(read.indicators.map(\.description.id) == ["b", "a"], "in the order of the goals")
        #expect(read.indicators.map(\.description.goal) == ["trivsel", "job"])
        #expect(read.fewestPersons == 5 && read.description.root == "265" && read.folder == temporary.folder)
        #expect(read.datasets[0].totals == ["koen": "I alt"] && read.datasets[0].missing == ["": .missing, "..": .missing])
        #expect(read.indicator("b")?.description.unit.kind == .percent && read.dataset("svar") != nil)
    }

    @Test func noFolderNoProject() {
        let (project, findings) = Project.read(folder: "/nowhere/at/all", asOf: "2026-11-20")
        #expect(project == nil && findings.map(\.code) == ["no-project"])
    }

    private func config(_ old: String, _ new: String) throws -> (project: Project?, findings: [Finding]) {
        precondition(TemporaryProject.config.contains(old))
        let parts = TemporaryProject.config.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
        return try TemporaryProject(config: parts[0] + new + parts[1]).read()
    }

    @Test(arguments: [
        ("\"period\": {", "\"periode\": {", "8:7 unknown-key"), ("\"numbers\"", "\"number\"", "9:7 unknown-key"),
        ("\"root\": \"265\"", "\"rot\": \"265\"", "4:35 unknown-key"), ("\"header\"", "\"heading\"", "10:47 missing-key"),
        ("\"goals\"", "\"goal\"", "3:3 unknown-key"), ("[\"da\", \"en\"]", "[\"da\", \"sv\"]", "2:71 unknown-language"),
        ("\"id\": \"job\"", "\"id\": \"Job\"", "3:62 bad-name"), ("\"antal\":", "\"Antal\":", "9:20 bad-name"),
        ("\"2026-11-20\"", "\"2026\"", "2:89 wrong-type"), ("\"antal\": \"Antal\",", "\"score\": \"Antal\",", "0:0 duplicate-key"),
        ("\"title\": \"Svar\"", "\"rhythm\": \"yaer\"", "7:43 unknown-value"),
        ("\"title\": \"Svar\"", "\"key\": [\"svr\"]", "7:41 unknown-column"),
        ("\"title\": \"Svar\"", "\"sample\": \"yes\"", "7:43 wrong-type"),
        ("\"title\": \"Svar\"", "\"missing\": {\":\": \"confidental\"}", "7:50 unknown-value"),
        ("\"goals\"", "\"disclosure\": {\"fewestPersons\": 2}, \"goals\"", "3:35 too-few-persons"),
        ("\"column\": \"Aar\"", "\"month\": \"Aar\"", "0:0 missing-key"),
    ]) func configProblemsAreFoundInPlace(_ old: String, _ new: String, _ expected: String) throws {
        let found = try config(old, new).findings.map { "\($0.place?.line ?? 0):\($0.place?.column ?? 0) \($0.code)" }
        let isPlaceOpen = expected.hasPrefix("0:0")
        #expect(
            found.contains { isPlaceOpen ? $0.hasSuffix(String(expected.dropFirst(4))) : $0 == expected }, "\(found)")
    }

    @Test func misspeltKeysGetASuggestion() throws {
        let found = try config("\"numbers\"", "\"nubmers\"").findings
        #expect(
            found.map(\.description) == [
                "config.json:9:7: error[unknown-key]: dataset 'svar' has no key 'nubmers'; did you mean 'numbers'?"
            ])
    }

    @Test func fewestPersonsIsAtLeastThree() throws {
        let three = try config("\"goals\"", "\"disclosure\": {\"fewestPersons\": 3}, \"goals\"")
        #expect(three.findings.isEmpty && three.project?.fewestPersons == 3)
    }

    @Test func aMissingTranslationIsAWarning() throws {
        let found = try config("\"title\": \"Trivsel\"", "\"title\": {\"da\": \"Trivsel\"}").findings
        #expect(found.map(\.severity) == [.warning] && found.map(\.code) == ["missing-translation"])
        #expect(found.first?.place?.line == 3 && !found.stops())
        #expect(try config("\"title\": \"Trivsel\"", "\"title\": {\"da\": \"T\", \"en\": \"\"}").findings.isEmpty)
        #expect(try config("\"title\": \"Trivsel\"", "\"title\": {\"dk\": \"T\"}").findings.contains { $0.code == "unknown-key" })
    }

    @Test func brokenJSONIsFoundInPlace() throws {
        let (project, findings) = try config("\"languages\": [", "\"languages\" [")
        #expect(project == nil && findings.map(\.code) == ["syntax"] && findings.first?.place?.line == 2)
        #expect(try TemporaryProject(config: "").read().findings.map(\.code) == ["empty-file"])
        #expect(try TemporaryProject(config: "[1]").read().findings.map(\.code) == ["wrong-shape"])
    }

    @Test func duplicateIndicatorsAreFound() throws {
        let found = try TemporaryProject([
            "Metrics/trivsel/x.yaml": TemporaryProject.share, "Metrics/job/x.yaml": TemporaryProject.share,
        ]).read().findings
        #expect(found.map(\.code) == ["duplicate-indicator"] && found.first?.place?.file == "Metrics/job/x.yaml")
    }

    @Test func anUnknownGoalIsFound() throws {
        let found = try TemporaryProject(["Metrics/trivsl/x.yaml": TemporaryProject.share]).read().findings
        #expect(found.map(\.description) == ["Metrics/trivsl: error[unknown-goal]: no goal 'trivsl' in config.json; did you mean 'trivsel'?"])
    }

    @Test func filesThatAreNotReadAreTold() throws {
        #expect(try TemporaryProject(["Metrics/job/x.yml": TemporaryProject.share]).read().findings.map(\.code) == ["bad-name"])
        #expect(try !TemporaryProject(["Metrics/x.yaml": TemporaryProject.share]).read().findings.isEmpty)
    }

    /// Numbers that nothing can be kept with.
    @Test(arguments: [
        ("\"antal\": \"Antal\"", "\"antal\": {\"header\": \"Antal\", \"decimals\": 30}"),
        ("\"antal\": \"Antal\"", "\"antal\": {\"header\": \"Antal\", \"decimals\": -1}"),
        ("\"title\": \"Svar\"", "\"provisional\": -1"),
    ]) func numbersOutOfRangeAreRefused(_ old: String, _ new: String) throws {
        #expect(try !config(old, new).findings.isEmpty)
    }

    /// Column names that the table of rows or formulas cannot have.
    @Test(arguments: [
        ("\"antal\": \"Antal\"", "\"line\": \"Antal\""), ("\"antal\": \"Antal\"", "\"period\": \"Antal\""),
        ("\"antal\": \"Antal\"", "\"svar\": \"Antal\""), ("\"antal\": \"Antal\"", "\"an-tal\": \"Antal\""),
        ("\"svar\": {", "\"category\": {"),
    ]) func namesTakenAlreadyAreRefused(_ old: String, _ new: String) throws {
        #expect(try !config(old, new).findings.isEmpty)
    }

    @Test(arguments: [
        ("\"unit\": { \"column\": \"Enhed\" }", "\"unit\": { \"column\": \"Enhed\", \"others\": \"ignored\" }"),
        ("\"unit\": { \"column\": \"Enhed\" }", "\"unit\": { \"column\": \"Enhed\", \"by\": \"nmae\" }"),
        ("\"title\": \"Svar\"", "\"dialect\": {\"encoding\": \"latin-9\"}"), ("\"title\": \"Svar\"", "\"dialect\": {\"decimal\": \"komma\"}"),
    ]) func unknownWordsAreRefused(_ old: String, _ new: String) throws {
        #expect(try !config(old, new).findings.isEmpty)
    }
}
