import Catalogue
import Findings
import Testing
import Vocabulary

/// What an indicator says beside its figure: who answers for it, what it waits for, what it is checked against.
@Suite struct Definitions {
    private static func read(_ lines: String, config: String = TemporaryProject.config) throws -> (Project, IndicatorDefinition) {
        let yaml = TemporaryProject.share + "\nby: [svar, koen]\n" + lines
        let (project, findings) = try TemporaryProject(["Metrics/trivsel/x.yaml": yaml], config: config).read()
        #expect(findings.isEmpty, "\(findings)")
        return (try #require(project), try #require(project?.indicator("x")))
    }

    private static func codes(_ lines: String) throws -> [String] {
        try TemporaryProject.codes(TemporaryProject.share + "\nby: [svar, koen]\n" + lines)
    }

    @Test func severalOwnersAndALaw() throws {
        let read = try Self.read("owner: HR\nowners: [{da: Skole, en: Schools}, Kultur]\nlegalBasis: Serviceloven § 1").1.description
        #expect(read.owners.map { $0(.english) } == ["HR", "Schools", "Kultur"] && read.owner(.danish) == "HR")
        #expect(read.legalBasis(.bokmal) == "Serviceloven § 1")
        #expect(try Self.read("owners: [Skole, Kultur]").1.description.owner(.danish) == "Skole")
    }

    private static let waiting = "title: Frivillige\nawaiting: { owner: Kultur, expected: 2027-03-01, why: Spørges første gang i 2027 }\n"

    @Test func anIndicatorMayWaitForItsData() throws {
        let temporary = try TemporaryProject(["Metrics/job/z.yaml": Self.waiting + "target: { value: 3, status: proposed }"])
        let (project, findings) = temporary.read()
        #expect(findings.isEmpty, "\(findings)")
        let awaited = try #require(project?.awaited.first)
        #expect(project?.awaited.count == 1 && project?.indicators.isEmpty == true)
        #expect(awaited.description.id == "z" && awaited.description.goal == "job" && awaited.description.target?.value == 3)
        #expect(awaited.description.awaiting?.expected == "2027-03-01" && awaited.description.awaiting?.owner(.danish) == "Kultur")
        #expect(project?.fingerprint.contains("Spørges") == true)
    }

    @Test func oneThatHasADatasetIsComputed() throws {
        let (project, definition) = try Self.read("awaiting: { owner: HR, expected: 2027-03-01, why: Mangler 2026 }")
        #expect(project.awaited.isEmpty && definition.description.awaiting?.why(.danish) == "Mangler 2026")
    }

    @Test func withoutAwaitingADatasetIsNeeded() throws {
        #expect(try TemporaryProject.codes("title: X") == ["1:1 missing-key", "1:1 missing-key"])
        #expect(try TemporaryProject.codes("title: X\nawaiting: { owner: HR, expected: 2027-03-01 }") == ["2:11 missing-key"])
    }

    /// Whatever an indicator lacks, it is computed, it waits, or somebody is told why not.
    @Test func noIndicatorIsLostWithoutAWord() throws {
        let parts = [
            "dataset: svar", "measure: share\nnumerator: antal\ndenominator: antal\npersons: denominator", "of: x",
            "measure: rolling", "awaiting: { owner: HR, expected: 2027-03-01, why: Spørges }", "formula: 2 * a",
        ]
        for choice in 0..<(1 << parts.count) {
            let chosen = parts.indices.filter { choice & (1 << $0) != 0 }.map { parts[$0] }
            let yaml = (["title: Y"] + chosen).joined(separator: "\n")
            let files = ["Metrics/trivsel/x.yaml": TemporaryProject.share, "Metrics/trivsel/y.yaml": yaml]
            let (project, findings) = try TemporaryProject(files).read()
            let isThere = project?.indicator("y") != nil || project?.awaited.contains { $0.description.id == "y" } == true
            #expect(isThere || findings.stops(), "\(yaml)")
        }
    }

    @Test func knownValues() throws {
        let (_, read) = try Self.read(
            """
            decimals: 2
            check:
              - { period: 2024, value: 61.5, source: Årsrapporten }
              - { period: 2024, unit: "26510", by: { koen: Kvinder }, value: 60, tolerance: 0.5, source: { da: A, en: B } }
              - { period: 2024, unit: "265", value: 61.5, source: A }
            """)
        #expect(read.knownValues.count == 3)
        #expect(read.knownValues[0].period == .year(2024) && read.knownValues[0].value == 61.5 && read.knownValues[0].unit == nil)
        #expect(abs(read.knownValues[0].tolerance - 0.005) < 1e-15, "half of the last decimal shown")
        #expect(read.knownValues[1].unit == "26510" && read.knownValues[1].tolerance == 0.5)
        #expect(read.knownValues[1].group?.column == "koen" && read.knownValues[1].group?.value == "Kvinder")
        #expect(read.knownValues[2].unit == nil, "the root's code is the whole organisation")
        #expect(read.knownValues[1].place.line == 11)
    }

    @Test(arguments: [
        ("check: [{value: 1, source: A}]", "8:9 missing-key"), ("check: [{period: 2024, value: 1}]", "8:9 missing-key"),
        ("check: [{period: 2024, value: 1, source: A, tolerance: -1}]", "8:56 out-of-bounds"),
        ("check: [{period: 2024, value: 1, source: A, by: {kon: K}}]", "8:50 unknown-column"),
        ("check: [{period: 2024, value: 1, source: A, by: {koen: K, svar: J}}]", "8:59 unknown-column"),
        ("comparison: {unit: '000', definition: differs}", "8:13 missing-key"),
        ("comparison: {unit: '000', definition: diffrs}", "8:39 unknown-value"),
        ("exceptional: [{from: 2020, to: 2021}]", "8:15 missing-key"), ("breaks: [{at: 2020}]", "8:10 missing-key"),
        ("breaks: [{at: 2020, reason: x, date: i går}]", "8:38 wrong-type"),
        ("peers: {count: 5, on: [antl]}", "8:24 unknown-column"), ("peers: {on: [antal]}", "8:8 missing-key"),
    ]) func problemsAreFoundInPlace(_ lines: String, _ expected: String) throws {
        #expect(try Self.codes(lines) == [expected])
    }

    @Test func breaksAndExceptionsAreDatedDecisions() throws {
        let read = try Self.read(
            """
            exceptional: [{from: 2020, to: 2021, reason: Corona, decided: Direktionen, date: 2022-03-01}]
            breaks: [{at: 2023, reason: Ny opgørelse, decided: HR, date: 2023-01-15}]
            """).1.description
        #expect(read.exceptional[0].decided(.danish) == "Direktionen" && read.exceptional[0].date == "2022-03-01")
        #expect(read.breaks[0].decided(.danish) == "HR" && read.breaks[0].date == "2023-01-15" && read.breaks[0].at == .year(2023))
    }

    @Test func peersAndComparison() throws {
        let (_, read) = try Self.read(
            "peers: { count: 5, on: [antal, x] }\ncomparison: { median: kommune, definition: differs, note: Andre spørgsmål, neighbours: ['350', '259'] }")
        #expect(read.peers?.count == 5 && read.peers?.on == ["antal", "x"])
        #expect(read.comparison?.hasSameDefinition == false && read.comparison?.neighbours == ["350", "259"])
    }

    @Test func namesOfCategories() throws {
        let config = TemporaryProject.config.replacing(
            "\"total\": \"I alt\"",
            with: "\"total\": \"I alt\", \"names\": { \"K\": { \"da\": \"Kvinder\", \"en\": \"Women\" }, \"75+\": \"75+\" }")
        let names = try #require(Self.read("", config: config).0.datasets.first?.column("koen")?.names)
        #expect(names["K"]?(.english) == "Women" && names["K"]?(.danish) == "Kvinder" && names["75+"]?(.bokmal) == "75+")
        #expect(names.count == 2)
    }

    @Test func equationOfTheVision() throws {
        func config(_ names: String) -> String {
            TemporaryProject.config.replacing("\"builtAt\"", with: "\"equation\": \(names), \"builtAt\"")
        }
        #expect(TemporaryProject.config != config("[]"))
        #expect(try Self.read("", config: config("[\"x\"]")).0.description.equation == ["x"])
        #expect(try Self.read("").0.description.equation.isEmpty)
        let found = try TemporaryProject.codes(TemporaryProject.share, config: config("[\"x\", \"nix\"]"))
        #expect(found.count == 1 && found[0].hasSuffix("unknown-indicator"))
    }

    @Test func weightsOfAGoal() throws {
        func config(_ weights: String) -> String {
            TemporaryProject.config.replacing("\"title\": \"Trivsel\"", with: "\"title\": \"Trivsel\", \"weights\": \(weights)")
        }
        #expect(try Self.read("", config: config("{\"x\": 2.5}")).0.description.goals[0].weights == ["x": 2.5])
        #expect(try Self.read("").0.description.goals[0].weights.isEmpty)
        for (weights, expected) in [
            ("{\"xx\": 2}", "3:64 unknown-indicator"), ("{\"x\": -1}", "3:69 out-of-bounds"), ("{\"x\": \"much\"}", "3:69 wrong-type"),
        ] {
            #expect(try TemporaryProject.codes(TemporaryProject.share, config: config(weights)) == [expected])
        }
    }

    private static let tree = UnitTree([
        UnitDescription(code: "265", name: .init(everywhere: "R"), level: "kommune"),
        UnitDescription(code: "26510", name: .init(everywhere: "B"), parent: "265", level: "forvaltning"),
    ])

    @Test func unitsThatAreNotListedAreFoundInPlace() throws {
        let (project, _) = try Self.read(
            """
            targets: [{ value: 1, status: example, unit: "2651O" }, { value: 1, status: example, unit: "26510" }]
            comparison: { median: komune, neighbours: ["265", "999"] }
            check: [{ period: 2024, value: 1, source: A, unit: "26511" }]
            """)
        let found = project.unknownUnits(in: Self.tree)
        #expect(
            Set(found.map(\.description)) == [
                "Metrics/trivsel/x.yaml:8:46: error[unknown-unit]: unit '2651O' is not in units.csv; did you mean '26510'?",
                "Metrics/trivsel/x.yaml:9:23: error[unknown-level]: no unit in units.csv is of the level 'komune'; did you mean 'kommune'?",
                "Metrics/trivsel/x.yaml:9:51: error[unknown-unit]: unit '999' is not in units.csv; add it there, or correct the code",
                "Metrics/trivsel/x.yaml:10:52: error[unknown-unit]: unit '26511' is not in units.csv; did you mean '26510'?",
            ])
        #expect(try Self.read("comparison: { unit: '265' }").0.unknownUnits(in: Self.tree).isEmpty)
    }
}
