import Catalogue
import Findings
import Store
import Testing

/// Columns of which nearly every row has its own value: kept as written, and good for telling rows apart.
@Suite struct Texts {
    private static let header = "Aar;Enhed;Antal;Sag;Svar\n"

    private static func dataset(_ more: String = #", "key": ["sag"]"#) -> String {
        TemporaryProject.dataset(more: #", "texts": {"sag": "Sag"}"# + more)
    }

    private func project(_ rows: String, more: String = #", "key": ["sag"]"#) throws -> TemporaryProject {
        try TemporaryProject(dataset: Self.dataset(more), files: ["Data/a.csv": Self.header + rows])
    }

    private func found(_ project: TemporaryProject) throws -> [String] {
        try project.load(project.store()).findings.map {
            "\($0.place?.file ?? ""):\($0.place?.line ?? 0) \($0.code)"
        }
    }

    @Test func theyAreKeptAsWritten() throws {
        let texts = ["007", "A-1/2", "ærø Ø", "x, \"y\"", "1.234", "", "é"]
        let cells = texts.map { $0.contains("\"") ? #""x, ""y""""# : $0 }
        let project = try project(cells.map { "2024;01;1;\($0);Ja\n" }.joined(), more: "")
        try project.loaded()
        #expect(try project.answers("SELECT sag FROM svar ORDER BY line") == texts)
        #expect(try project.answers("SELECT sag FROM rows_svar ORDER BY row") == texts)
        #expect(
            try project.answers("SELECT COUNT(*) FROM category WHERE label = 'A-1/2'") == ["0"], "and as no category")
    }

    @Test func theyTellRowsApart() throws {
        let project = try project("2024;01;1;a;Ja\n2024;01;2;b;Ja\n2024;02;4;a;Ja\n2023;01;8;a;Ja\n")
        #expect(try found(project).isEmpty)
        #expect(
            try project.figures() == [
                "2023 01: 8 rows 1 absent 0 0 0", "2024 01: 3 rows 2 absent 0 0 0", "2024 02: 4 rows 1 absent 0 0 0",
            ])
        try project.write("Data/b.csv", Self.header + "2024;01;1;c;Ja\n2024;01;1;b;Nej\n")
        #expect(try found(project) == ["Data/b.csv:3 duplicate-key"])
    }

    @Test func aKeyMayHoldTextsAndCategories() throws {
        let key = #", "key": ["svar", "sag"]"#
        #expect(try found(project("2024;01;1;a;Ja\n2024;01;2;a;Nej\n2024;01;2;b;Ja\n", more: key)).isEmpty)
        #expect(
            try found(project("2024;01;1;a;Ja\n2024;01;2;a;Nej\n2024;01;2;a;Ja\n", more: key)) == [
                "Data/a.csv:4 duplicate-key"
            ])
    }

    /// `å` in one piece or in two, and spaces around it, are one text: in one load, and in two.
    @Test(arguments: ["\u{E5}-1", "a\u{30A}-1", "\u{E5}-1 ", " \u{E5}-1"])
    func spellingsOfOneTextAreOneKey(_ again: String) throws {
        let one = "2024;01;1;\u{E5}-1;Ja\n"
        let two = "2024;01;1;\(again);Ja\n"
        #expect(try found(project(one + two)) == ["Data/a.csv:3 duplicate-key"])
        #expect(try found(project(two + one)) == ["Data/a.csv:3 duplicate-key"])
        for (first, second) in [(one, two), (two, one)] {
            let project = try project(first)
            try project.loaded()
            try project.write("Data/b.csv", Self.header + second)
            #expect(try found(project) == ["Data/b.csv:2 duplicate-key"])
        }
    }

    /// Spaces around a text count alike whatever letters it has.
    @Test func spacesAroundATextAreTreatedAlike() throws {
        let rows = "2024;01;1; a ;Ja\n2024;01;1; å ;Ja\n"
        let project = try project(rows, more: "")
        try project.loaded()
        let kept = try project.answers("SELECT length(sag) FROM rows_svar ORDER BY row")
        #expect(kept[0] == kept[1])
    }

    /// Not even to compare: nobody counts cases by their numbers.
    @Test(arguments: ["sag = 'a'", "sag is missing", "if(sag in ('a', 'b'), 1, 0)"])
    func formulasCannotUseThem(_ text: String) throws {
        let declared = try #require(try project("2024;01;1;a;Ja\n").project().datasets.first)
        let formula = try Formula(parsing: text)
        #expect(throws: FormulaProblem.self) { try formula.type(over: declared) }
    }

    @Test func newerFilesTakeTheirPlaceByText() throws {
        let project = try project("2024;01;1;a;Ja\n2024;01;2;b;Ja\n", more: #", "key": ["sag"], "overlaps": "newest""#)
        try project.write("Data/b.csv", Self.header + "2024;01;10;b;Nej\n2024;01;20;c;Ja\n")
        #expect(try project.loaded().datasets[0].files.map(\.account) == ["2 1 0 0 1 0", "2 2 0 0 0 0"])
        #expect(try project.figures() == ["2024 01: 31 rows 3 absent 0 0 0"])
    }
}
