import Findings
import Store
import Testing

/// Why a number is not there stands apart from the rows, and must come back to the right cell.
@Suite struct AbsentStates {
    private static let missing = #"""
        , "missing": {"*": "confidential", "#": "notApplicable", "<5": "interval", "-": "zero", ".": "missing"}
        """#

    private func project(_ columns: Int, _ rows: [String]) throws -> TemporaryProject {
        let names = (1...columns).map { "n\($0)" }
        return try TemporaryProject(
            dataset: TemporaryProject.dataset(
                numbers: names.map { #""\#($0)": "\#($0)""# }.joined(separator: ", "), more: Self.missing),
            files: ["Data/a.csv": "Aar;Enhed;Svar;" + names.joined(separator: ";") + "\n" + rows.joined()])
    }

    @Test func everyStateIsCountedInItsCell() throws {
        let project = try project(
            2,
            [
                "2023;01;Ja;1;2\n", "2023;01;Ja;*;2\n", "2023;01;Nej;#;2\n", "2023;02;Ja;<5;2\n", "2023;02;Ja;.;2\n",
                "2024;01;Ja;;*\n", "2024;01;Nej;-;#\n", "2024;02;Ja;*;#\n", "2024;02;Ja;#;*\n", "2024;02;Nej;7;<5\n",
            ])
        try project.loaded()
        #expect(
            try project.figures("n1", by: ["svar"]) == [
                "2023 01 Ja: 1 rows 1 absent 0 0 1", "2023 01 Nej: 0 rows 0 absent 0 1 0",
                "2023 02 Ja: 0 rows 0 absent 1 0 1",
                "2024 01 Ja: 0 rows 0 absent 1 0 0", "2024 01 Nej: 0 rows 1 absent 0 0 0",
                "2024 02 Ja: 0 rows 0 absent 0 1 1",
                "2024 02 Nej: 7 rows 1 absent 0 0 0",
            ])
        #expect(
            try project.figures("n2") == [
                "2023 01: 6 rows 3 absent 0 0 0", "2023 02: 4 rows 2 absent 0 0 0", "2024 01: 0 rows 0 absent 0 1 1",
                "2024 02: 0 rows 0 absent 0 1 2",
            ])
        #expect(
            try project.figures("n1", over: "n2") == [
                "2023 01: 1/2 rows 1 absent 0 1 1", "2023 02: 0/0 rows 0 absent 1 0 1",
                "2024 01: 0/0 rows 0 absent 0 1 1",
                "2024 02: 0/0 rows 0 absent 0 0 3",
            ], "of two numbers the graver state counts")
        let stored = try project.answers(#"SELECT row >> 16, "column", state FROM absent_value ORDER BY 1, 2"#)
        #expect(
            stored == [
                "3 n1 3", "4 n1 2", "5 n1 4", "7 n2 3", "8 n2 2", "9 n1 3", "9 n2 2", "10 n1 2", "10 n2 3", "11 n2 4",
            ], "an empty cell takes no room")
    }

    /// A mark nobody declared is an error where it stands, however usual it is.
    @Test(arguments: ["*", "#", "<5", ":", "-", ".", "N/A", "–", "x"])
    func aMarkNobodyDeclaredIsAnError(_ mark: String) throws {
        let project = try TemporaryProject(
            dataset: TemporaryProject.dataset(),
            files: [
                "Data/a.csv": "Aar;Enhed;Antal;Svar\n2024;01;1;Ja\n2024;01;\(mark);Ja\n2024;01;;Ja\n2024;01;..;Ja\n"
            ])
        let found = try project.load(project.store()).findings
        #expect(found.map { "\($0.place?.line ?? 0):\($0.place?.column ?? 0) \($0.code)" } == ["3:9 unknown-mark"])
        #expect(found.first?.severity == .error)
    }

    /// The states of a changed file replace its own and no others.
    @Test func statesGoWithTheirRows() throws {
        let project = try project(1, ["2024;01;Ja;*\n"])
        try project.write("Data/b.csv", "Aar;Enhed;Svar;n1\n2024;02;Ja;#\n2024;02;Ja;*\n")
        try project.loaded()
        try project.write("Data/a.csv", "Aar;Enhed;Svar;n1\n2024;01;Ja;3\n2024;01;Ja;#\n")
        try project.loaded()
        #expect(try project.figures("n1") == ["2024 01: 3 rows 1 absent 0 1 0", "2024 02: 0 rows 0 absent 0 1 1"])
        try project.remove("Data/b.csv")
        try project.loaded()
        #expect(try project.figures("n1") == ["2024 01: 3 rows 1 absent 0 1 0"])
        #expect(try project.answers("SELECT COUNT(*) FROM absent_value") == ["1"])
    }

    /// A survey of forty questions, each row confidential in another one.
    @Test func aFigureOfFortyColumnsKeepsTheirStates() throws {
        let rows = (1...40).map { row in
            "2024;01;Ja;" + (1...40).map { $0 == row ? "*" : "1" }.joined(separator: ";") + "\n"
        }
        let project = try project(40, rows)
        try project.loaded()
        let sum = (1...40).map { "n\($0)" }.joined(separator: " + ")
        #expect(try project.figures(sum) == ["2024 01: 0 rows 0 absent 0 0 40"])
        for column in [1, 31, 32, 33, 40] {
            #expect(try project.figures("n\(column)") == ["2024 01: 39 rows 39 absent 0 0 1"])
        }
    }
}
