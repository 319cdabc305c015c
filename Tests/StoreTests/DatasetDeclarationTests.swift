import Catalogue
import Findings
import Store
import Testing

/// What config.json may say of a dataset, and what comes of it.
@Suite struct DatasetDeclarations {
    private func declared(_ more: String) throws -> DatasetDeclaration {
        let project = try TemporaryProject(dataset: TemporaryProject.dataset(more: more), files: [:])
        return try #require(try project.project().datasets.first)
    }

    private func codes(_ more: String) throws -> [String] {
        let project = try TemporaryProject(dataset: TemporaryProject.dataset(more: more), files: [:])
        return #expect(throws: Refusal.self) { try project.project() }?.findings.map(\.code) ?? []
    }

    @Test func nothingIsAssumed() throws {
        let dataset = try declared("")
        #expect(dataset.key == nil && dataset.wide == nil && dataset.overlaps == .error && dataset.setAside == 0)
        #expect(
            dataset.drops.isEmpty && dataset.notPersonal.isEmpty && !dataset.isPersonal && dataset.keptMonths == nil)
        #expect(dataset.lag == nil && dataset.provisional == nil)
        #expect(dataset.missing == ["": .missing, "..": .missing])
    }

    @Test func everyKeyIsRead() throws {
        let dataset = try declared(
            #"""
            , "texts": {"sag": "Sag"}, "key": ["svar", "sag"], "overlaps": "newest", "setAside": 12, "personal": true,
            "drop": ["CPR", "Navn"], "notPersonal": ["Reference"], "keep": "5 years", "lag": 45, "provisional": 2,
            "missing": {"*": "confidential", "<5": "interval"},
            "dialect": {"quote": "none", "escape": "backslash"}
            """#)
        #expect(dataset.column("sag")?.kind == .text && dataset.key == ["svar", "sag"] && dataset.overlaps == .newest)
        #expect(dataset.setAside == 12 && dataset.isPersonal && dataset.keptMonths == 60 && dataset.lag == 45)
        #expect(dataset.drops == ["CPR", "Navn"] && dataset.notPersonal == ["Reference"] && dataset.provisional == 2)
        #expect(dataset.missing == ["": .missing, "..": .missing, "*": .confidential, "<5": .interval])
        #expect(dataset.dialect.quote == "none" && dataset.dialect.escape == "backslash")
        #expect(try declared(#", "keep": "18 months""#).keptMonths == 18)
    }

    @Test(arguments: [
        (#", "overlaps": "oldest""#, "unknown-value"), (#", "setAside": -1"#, "out-of-bounds"),
        (#", "setAside": "few""#, "wrong-type"), (#", "personal": "yes""#, "wrong-type"),
        (#", "lag": -1"#, "out-of-bounds"),
        (#", "key": ["svaar"]"#, "unknown-column"), (#", "key": ["antal"]"#, "unknown-column"),
        (#", "texts": {"svar": "Sag"}"#, "duplicate-key"), (#", "texts": {"row": "Sag"}"#, "bad-name"),
        (#", "dialect": {"quote": "´"}"#, "unknown-value"), (#", "dialect": {"escape": "twice"}"#, "unknown-value"),
        (#", "missing": {"-": "nothing"}"#, "unknown-value"), (#", "wide": "{år""#, "unknown-value"),
        (#", "keeps": "5 years""#, "unknown-key"),
    ]) func whatCannotBeMeantIsTold(_ more: String, _ code: String) throws {
        #expect(try codes(more) == [code])
    }

    /// What decides how rows are read is part of the fingerprint; what does not is not.
    @Test func theFingerprintKnowsWhatMattersToRows() throws {
        let plain = try declared("").fingerprint
        for more in [
            #", "texts": {"sag": "Sag"}"#, #", "key": []"#, #", "key": ["svar"]"#, #", "setAside": 1"#,
            #", "drop": ["A"]"#,
            #", "notPersonal": ["A"]"#, #", "keep": "1 year""#, #", "missing": {"-": "zero"}"#,
            #", "dialect": {"quote": "none"}"#, #", "dialect": {"escape": "backslash"}"#,
        ] {
            #expect(try declared(more).fingerprint != plain, "\(more)")
        }
        for more in [#", "lag": 30"#, #", "personal": true"#, #", "publisher": "Byen""#, #", "rhythm": "month""#] {
            #expect(try declared(more).fingerprint == plain, "\(more)")
        }
    }

    /// A quotation mark that stands for an inch, and one that is escaped by a backslash.
    @Test(arguments: [
        (#""quote": "none""#, #"12" rør"#, #"12" rør"#), (#""escape": "backslash""#, #""12\" rør""#, #"12" rør"#),
        (#""quote": "'""#, "'a;b'", "a;b"), (#""escape": "doubled""#, #""12"" rør""#, #"12" rør"#),
    ]) func theDialectIsAsDeclared(_ dialect: String, _ cell: String, _ expected: String) throws {
        let project = try TemporaryProject(
            dataset: TemporaryProject.dataset(more: #", "dialect": {\#(dialect)}"#),
            files: ["Data/a.csv": "Aar;Enhed;Antal;Svar\n2024;01;1;\(cell)\n2024;01;2;\(cell)\n2024;02;4;Nej\n"])
        try project.loaded()
        #expect(
            try project.figures(by: ["svar"]) == [
                "2024 01 \(expected): 3 rows 2 absent 0 0 0", "2024 02 Nej: 4 rows 1 absent 0 0 0",
            ])
    }
}
