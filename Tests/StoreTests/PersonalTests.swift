import Findings
import Foundation
import Store
import Testing

/// Columns that hold persons are refused, and nothing of them is left: not in the database, not in a finding.
@Suite struct PersonalColumns {
    /// How a column `CPR` is declared.
    static let declarations = [
        ("category", #""numbers": {"antal": "Antal"}, "categories": {"svar": "Svar", "cpr": "CPR"}"#),
        ("text", #""numbers": {"antal": "Antal"}, "categories": {"svar": "Svar"}, "texts": {"cpr": "CPR"}"#),
        ("number", #""numbers": {"antal": "Antal", "cpr": "CPR"}, "categories": {"svar": "Svar"}"#),
        ("not at all", #""numbers": {"antal": "Antal"}, "categories": {"svar": "Svar"}"#),
    ]

    /// No one's: all of them end in 0000 or are made up, with real dates.
    static let number = "1508910000"
    static let hyphenated = "150891-0000"

    private func dataset(_ columns: String, unit: String = "Enhed", period: String = "Aar", more: String = "") -> String
    {
        #"""
        "files": "Data/*.csv", "period": {"column": "\#(period)"}, "unit": {"column": "\#(unit)"}, \#(columns) \#(more)
        """#
    }

    private func project(_ dataset: String, _ rows: String, header: String = "Aar;Enhed;Antal;CPR;Svar\n") throws
        -> TemporaryProject
    {
        try TemporaryProject(dataset: dataset, files: ["Data/a.csv": header + rows])
    }

    /// The load must be refused with `personal-data` at `line`, and hold nothing of `values` anywhere.
    private func expectRefused(
        _ project: TemporaryProject, line: Int, hiding values: [String],
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let report = try project.load(project.store())
        let found = report.findings.filter { $0.code == "personal-data" }
        #expect(found.map(\.severity) == [.error], "\(report.findings)", sourceLocation: sourceLocation)
        #expect(found.first?.place == Place(file: "Data/a.csv", line: line), sourceLocation: sourceLocation)
        #expect(found.first?.message.contains("'CPR'") == true, sourceLocation: sourceLocation)
        try expectNothing(of: values, report.findings, project, sourceLocation)
    }

    private func expectNothing(
        of values: [String], _ findings: [Finding], _ project: TemporaryProject, _ sourceLocation: SourceLocation
    ) throws {
        for value in values {
            #expect(!findings.contains { $0.description.contains(value) }, "\(value)", sourceLocation: sourceLocation)
            #expect(try project.filesHolding(value).isEmpty, "\(value)", sourceLocation: sourceLocation)
        }
    }

    @Test(arguments: declarations) func anyDeclarationIsRefused(_ how: String, _ columns: String) throws {
        for value in [Self.number, Self.hyphenated] {
            let project = try project(dataset(columns), "2024;01;1;;Ja\n2024;01;1;\(value);Ja\n")
            try expectRefused(project, line: 3, hiding: [value, "1508910000"])
        }
    }

    /// After the sample rows the rows before are in the database already, within a transaction.
    @Test(arguments: declarations) func lateRowsAreRefusedToo(_ how: String, _ columns: String) throws {
        let rows = (0..<9000).map { "2024;01;1;\(how == "number" ? "" : "x\($0 % 50)");Ja\n" }.joined()
        for value in how == "number" ? [Self.number] : [Self.number, Self.hyphenated] {
            let project = try project(dataset(columns), rows + "2024;01;1;\(value);Ja\n" + rows)
            try expectRefused(project, line: 9002, hiding: [value])
            #expect(try project.answers("SELECT COUNT(*) FROM dataset") == ["0"])
        }
    }

    /// A number that is written so that the column cannot hold it is still a person's.
    @Test func rowsThatAreSetAsideAreLookedAtToo() throws {
        let rows = (0..<9000).map { _ in "2024;01;1;;Ja\n" }.joined()
        let project = try project(
            dataset(Self.declarations[2].1, more: #", "setAside": 5"#), rows + "2024;01;1;\(Self.hyphenated);Ja\n")
        try expectRefused(project, line: 9002, hiding: [Self.hyphenated])
    }

    /// So much is written before the number is met that pages reach the disk, over pages that were free before.
    @Test func pagesThatWereFreeHoldNothingAfterwards() throws {
        let filler = String(repeating: "abcdefgh ", count: 110)
        func rows(_ count: Int, _ mark: String) -> String {
            (0..<count).map { "2024;01;1;\(mark)\($0) \(filler);Ja\n" }.joined()
        }
        let header = "Aar;Enhed;Antal;Note;Svar\n"
        let columns = #""numbers": {"antal": "Antal"}, "categories": {"svar": "Svar"}, "texts": {"note": "Note"}"#
        let project = try project(dataset(columns), rows(30_000, "n"), header: header)
        let store = try project.store()
        try project.loaded(store)
        try project.write("Data/a.csv", header + "2024;01;1;kort;Ja\n")
        try project.loaded(store)
        let value = "skriv til 150891-0000 om det"
        try project.write("Data/a.csv", header + rows(8500, "m") + "2024;01;1;\(value);Ja\n" + rows(25_000, "m"))
        let report = try project.load(store)
        #expect(report.findings.map(\.code) == ["personal-data"] && report.findings.first?.place?.line == 8502)
        try expectNothing(of: ["150891-0000"], report.findings, project, #_sourceLocation)
        #expect(try project.figures() == ["2024 01: 1 rows 1 absent 0 0 0"])
    }

    /// The account, the units and the periods are columns too.
    @Test(arguments: ["unit", "period"]) func keyColumnsNeverShowTheirCells(_ role: String) throws {
        let columns = Self.declarations[3].1
        let dataset = role == "unit" ? dataset(columns, unit: "CPR") : dataset(columns, period: "CPR")
        let project = try project(
            dataset, "2024;01;1;\(Self.number);Ja\n2024;01;1;\(Self.hyphenated);Ja\n")
        let report = try project.load(project.store())
        #expect(report.findings.stops())
        try expectNothing(of: [Self.number, Self.hyphenated], report.findings, project, #_sourceLocation)
    }

    /// Names stand in the unit column where the wrong one was declared.
    @Test func unitsThatArePersonsAreNotNamed() throws {
        let names = ["Søren Hansen", "Mette Jensen", "Anne Olsen", "Lars Nielsen", "Ida Sørensen", "Per Andersen"]
        let project = try project(
            dataset(Self.declarations[3].1, unit: "Navn"),
            names.map { "2024;01;1;\($0);Ja\n" }.joined(), header: "Aar;Enhed;Antal;Navn;Svar\n")
        let report = try project.load(project.store())
        #expect(report.findings.stops())
        try expectNothing(of: names, report.findings, project, #_sourceLocation)
    }

    /// A unit that is simply not listed is named: its code is no person's.
    @Test func aUnitThatIsNotListedIsNamed() throws {
        let project = try project(dataset(Self.declarations[3].1), "2024;01;1;;Ja\n2024;0188;1;;Ja\n")
        let found = try project.load(project.store()).findings
        #expect(found.map(\.code) == ["unknown-unit"] && found[0].message.contains("0188"))
    }

    /// The parts of a wide table's cells.
    @Test func wideCellsAreLookedAt() throws {
        let dataset = dataset(
            #""numbers": {"antal": "Antal"}, "categories": {"svar": "{value}", "q": "{q}"}"#,
            more: #", "wide": "Spm {q}""#)
        let rows = (0..<9000).map { _ in "2024;01;1;Ja;Nej;Ja\n" }.joined()
        for cells in ["\(Self.hyphenated);Nej;Ja", "Ja;Nej;\(Self.hyphenated)"] {
            for text in ["2024;01;1;\(cells)\n" + rows, rows + "2024;01;1;\(cells)\n"] {
                let project = try project(dataset, text, header: "Aar;Enhed;Antal;Spm 1;Spm 2;Spm 3\n")
                let report = try project.load(project.store())
                #expect(report.findings.filter { $0.code == "personal-data" }.count == 1, "\(report.findings)")
                try expectNothing(of: [Self.hyphenated], report.findings, project, #_sourceLocation)
            }
        }
    }

    /// A file without a header row: its first row is no header to be listed in a suggestion.
    @Test func aFirstRowOfDataIsNotRepeated() throws {
        let project = try project(
            dataset(Self.declarations[3].1), "2024;01;1;\(Self.hyphenated);Ja\n2024;02;2;160892-0000;Nej\n", header: "")
        let report = try project.load(project.store())
        #expect(report.findings.stops())
        try expectNothing(of: [Self.hyphenated, "160892-0000"], report.findings, project, #_sourceLocation)
    }

    @Test func aFirstRowOfWordsIsNotRepeated() throws {
        let rows = "a.olsen@example.dk;Søren Hansen;Ja\nb.olsen@example.dk;Mette Jensen;Nej\n"
        let project = try project(dataset(Self.declarations[3].1), rows, header: "")
        let report = try project.load(project.store())
        #expect(report.findings.stops())
        try expectNothing(of: ["olsen@example", "Hansen", "Jensen"], report.findings, project, #_sourceLocation)
    }

    @Test(arguments: ["soeren.hansen@example.dk", "skriv til 150891-0000 om det"])
    func otherKindsAreRefused(_ value: String) throws {
        for (_, columns) in [Self.declarations[0], Self.declarations[1], Self.declarations[3]] {
            let project = try project(
                dataset(columns).replacingOccurrences(of: #""CPR""#, with: #""Note""#),
                "2024;01;1;god;Ja\n2024;01;1;\(value);Ja\n", header: "Aar;Enhed;Antal;Note;Svar\n")
            let report = try project.load(project.store())
            #expect(report.findings.map { "\($0.code) \($0.place?.line ?? 0)" } == ["personal-data 3"])
            try expectNothing(of: [value, "150891", "hansen"], report.findings, project, #_sourceLocation)
        }
    }

    @Test func aDroppedColumnIsNeverKept() throws {
        let rows = "2024;01;1;\(Self.hyphenated);Ja\n"
        let project = try project(dataset(Self.declarations[3].1, more: #", "drop": ["CPR"]"#), rows)
        let report = try project.loaded()
        #expect(report.datasets[0].loaded == 1)
        try expectNothing(of: [Self.hyphenated], report.findings, project, #_sourceLocation)
    }

    /// To drop a column and to keep it cannot both be meant.
    @Test(arguments: declarations.dropLast()) func aColumnThatIsDroppedAndDeclaredIsNotKept(
        _ how: String, _ columns: String
    ) throws {
        let value = how == "number" ? Self.number : Self.hyphenated
        let project = try project(dataset(columns, more: #", "drop": ["CPR"]"#), "2024;01;1;\(value);Ja\n")
        let findings: [Finding]
        do { findings = try project.load(project.store()).findings } catch let refusal as Refusal {
            findings = refusal.findings
        }
        try expectNothing(of: [value], findings, project, #_sourceLocation)
        if how == "number", FileManager.default.fileExists(atPath: project.database) {
            #expect(try project.answers("SELECT name FROM sqlite_schema WHERE sql LIKE '%cpr%'").isEmpty)
        }
    }

    @Test func aColumnThatOnlyLooksPersonalMayBeNamed() throws {
        for (how, columns) in Self.declarations {
            let value = how == "number" ? Self.number : Self.hyphenated
            let project = try project(
                dataset(columns, more: #", "notPersonal": ["CPR"]"#), "2024;01;1;\(value);Ja\n")
            #expect(try project.loaded().findings.isEmpty)
            #expect(try project.filesHolding(value).isEmpty == (how == "number" || how == "not at all"))
        }
    }

    @Test func theDatabaseIsReadableByItsOwnerAlone() throws {
        let project = try project(dataset(Self.declarations[3].1), "2024;01;1;;Ja\n")
        try project.loaded()
        let mode = try FileManager.default.attributesOfItem(atPath: project.database)[.posixPermissions] as? NSNumber
        #expect(mode?.intValue == 0o600)
    }
}
