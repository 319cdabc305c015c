import Findings
import Store
import Testing

/// Words of a scale, turned into scores by declaration.
@Suite struct Scores {
    private static let header = "Aar;Enhed;Trivsel;Svar\n"
    private static let words = #"""
        "Helt enig": 5, "Enig": 4, "Hverken enig eller uenig": 3, "Uenig": 2, "Helt uenig": 1,
        "Verken enig eller uenig": 3, "Strongly agree": 5, "Neither agree nor disagree": 3, "Strongly disagree": 1,
        "Ved ikke": "notApplicable", "Vet ikke": "notApplicable", "Don't know": "notApplicable",
        "Ønsker ikke at svare": "confidential"
        """#

    private func project(
        _ cells: [String], words: String = Scores.words, decimals: String = "", more: String = ""
    ) throws -> TemporaryProject {
        try TemporaryProject(
            dataset: TemporaryProject.dataset(
                numbers: #""trivsel": {"header": "Trivsel", "values": {\#(words)} \#(decimals)}"#, more: more),
            files: ["Data/a.csv": Self.header + cells.map { "2024;01;\($0);x\n" }.joined()])
    }

    private func figures(_ cells: [String], words: String = Scores.words, more: String = "") throws -> [String] {
        let project = try project(cells, words: words, more: more)
        try project.loaded()
        return try project.figures("trivsel")
    }

    @Test(arguments: [
        ["Helt enig", "Enig", "Hverken enig eller uenig", "Uenig", "Helt uenig"],
        ["Helt enig", "Enig", "Verken enig eller uenig", "Uenig", "Helt uenig"],
        ["Strongly agree", "Enig", "Neither agree nor disagree", "Uenig", "Strongly disagree"],
    ]) func wordsOfThreeLanguagesAreScores(_ scale: [String]) throws {
        #expect(try figures(scale) == ["2024 01: 15 rows 5 absent 0 0 0"])
        for (word, score) in zip(scale, [5, 4, 3, 2, 1]) {
            #expect(try figures([word]) == ["2024 01: \(score) rows 1 absent 0 0 0"])
        }
    }

    @Test(arguments: ["Ved ikke", "Vet ikke", "Don't know"]) func dontKnowIsAnAnswerAndBlankIsNone(_ word: String)
        throws
    {
        #expect(try figures(["Enig", word, word, ""]) == ["2024 01: 4 rows 1 absent 1 2 0"])
        #expect(
            try figures(["Enig", word, ""], more: #", "missing": {"": "confidential"}"#) == [
                "2024 01: 4 rows 1 absent 0 1 1"
            ], "what an empty cell is, 'missing' says")
    }

    @Test func lettersCaseAndSpacesDoNotMatter() throws {
        let cells = [
            "HELT ENIG", " helt enig ", "Helt Enig", "\u{A0}ØNSKER IKKE AT SVARE", "O\u{338}nsker ikke at svare",
        ]
        #expect(try figures(Array(cells.prefix(4))) == ["2024 01: 15 rows 3 absent 0 0 1"])
    }

    @Test func aWordNobodyDeclaredIsFoundInItsPlace() throws {
        let project = try project(["Enig", "Delvist enig", "Uenig"])
        let found = try project.load(project.store()).findings
        #expect(found.map { "\($0.place?.line ?? 0):\($0.place?.column ?? 0) \($0.code)" } == ["3:9 unknown-word"])
        #expect(!found.contains { $0.description.contains("Delvist") })
    }

    @Test func anUnknownWordMayBeSetAside() throws {
        let project = try project(["Enig", "Delvist enig", "Uenig"], more: #", "setAside": 1"#)
        #expect(try project.loaded().datasets[0].setAsideRows.map(\.reason) == ["unknown-word"])
        #expect(try project.figures("trivsel") == ["2024 01: 6 rows 2 absent 0 0 0"])
    }

    @Test func scoresMayHaveDecimals() throws {
        let words = #""Altid": 1, "Ofte": 0.75, "Sjældent": -0.125, "Aldrig": "zero""#
        #expect(
            try figures(["Altid", "Ofte", "Sjældent", "Aldrig"], words: words) == ["2024 01: 1.625 rows 4 absent 0 0 0"]
        )
    }

    /// More decimals than declared are rounded half away from zero, as numbers are.
    @Test func scoresAreHeldToTheDeclaredDecimals() throws {
        let project = try project(
            ["Altid", "Aldrig"], words: #""Altid": 2.5, "Aldrig": 1"#, decimals: #", "decimals": 0"#)
        try project.loaded()
        #expect(try project.figures("trivsel") == ["2024 01: 4 rows 2 absent 0 0 0"])
    }

    @Test func aScoreIsANumberOrAState() throws {
        let refusal = #expect(throws: Refusal.self) { try project(["Enig"], words: #""Enig": "fire""#).project() }
        #expect(refusal?.findings.map(\.code) == ["unknown-value"])
    }
}
