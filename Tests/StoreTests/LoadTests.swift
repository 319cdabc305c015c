import Catalogue
import Findings
import Foundation
import GRDB
import Indicators
import Store
import Testing
import Vocabulary

@Suite struct Loading {
    private static let good = "2024;01;5;12,50;Ja;I alt\n2024;02;7;0,25;Nej;I alt\n"

    @Test func readsNumbersAsTheyAreWritten() throws {
        let project = try TemporaryProject("2024;01;1.234.567;12,50;Ja;I alt\n2024;01;-5;1.000,25;Ja;I alt\n2024;01;10;0,5;Ja;I alt\n")
        #expect(try project.cell("antal")?.numerator == Exact("1234572"))
        #expect(try project.cell("pris")?.numerator == Exact("1013.25"))
    }

    /// More decimals than declared are rounded half away from zero.
    @Test(arguments: [
        ("0,005", "0.01"), ("0,004", "0.00"), ("-0,005", "-0.01"), ("-0,0049", "0.00"), ("2,675", "2.68"), ("1,2", "1.20"),
        ("7", "7.00"), ("0,0050001", "0.01"), ("-1,995", "-2.00"),
    ]) func roundsToTheDeclaredDecimals(_ text: String, _ expected: String) throws {
        let project = try TemporaryProject("2024;01;1;\(text);Ja;I alt\n2024;02;1;0,0001;Ja;I alt\n")
        #expect(try project.cell("pris")?.numerator == Exact(expected))
    }

    @Test func keepsTheDecimalsItFinds() throws {
        let project = try TemporaryProject(
            "2024;01;0,125;1;Ja;I alt\n2024;01;3;1;Ja;I alt\n", numbers: "\"antal\": \"Antal\", \"pris\": \"Pris\"")
        let cell = try #require(try project.cell("antal"))
        #expect(cell.numerator.description == "3.125")
    }

    @Test func marksTellWhyAFigureIsNotThere() throws {
        let project = try TemporaryProject(
            """
            2024;01;..;1;Ja;I alt
            2024;01;;1;Ja;I alt
            2024;01;:;1;Ja;I alt
            2024;01;.;1;Ja;I alt
            2024;01;-;1;Ja;I alt
            2024;01;4;1;Ja;I alt

            """, more: ", \"missing\": {\":\": \"confidential\", \".\": \"notApplicable\", \"-\": \"zero\"}")
        let cell = try #require(try project.cell("antal"))
        #expect(cell.numerator == Exact(4) && cell.rows == 2)
        #expect(cell.missing == 2 && cell.confidential == 1 && cell.notApplicable == 1)
    }

    @Test func aNumberMayBeAMark() throws {
        let project = try TemporaryProject(
            "2024;01;999;1;Ja;I alt\n2024;01;4;1;Ja;I alt\n", more: ", \"missing\": {\"999\": \"missing\"}")
        let cell = try #require(try project.cell("antal"))
        #expect(cell.numerator == Exact(4) && cell.missing == 1)
    }

    @Test(arguments: [
        ("2024;01;x;1;Ja;I alt\n", "2:9 unknown-mark"), ("2024;01;1;1;Ja;I alt\n2024;01;1;N/A;Ja;I alt\n", "3:11 unknown-mark"),
        ("2024;03;1;1;Ja;I alt\n", "2:6 unknown-unit"), ("2024;1;1;1;Ja;I alt\n", "2:6 unknown-unit"),
        ("20X4;01;1;1;Ja;I alt\n", "2:1 not-a-period"), ("2024;01;99999999999999999999;1;Ja;I alt\n", "2:9 number-too-large"),
    ]) func problemsAreFoundInPlace(_ rows: String, _ expected: String) throws {
        #expect(try TemporaryProject(rows).codes() == [expected])
    }

    @Test func aMissingColumnIsFound() throws {
        let project = try TemporaryProject("2024;01;1;1;Ja;x\n", header: "Aar;Enhed;Antl;Pris;Svar;Køn\n")
        let found = try project.load(project.store()).findings
        #expect(found.map(\.code) == ["missing-column"] && found[0].suggestion == "did you mean 'Antl'?")
    }

    @Test func duplicateKeysAreFound() throws {
        let key = ", \"key\": [\"svar\"]"
        let rows = "2024;01;1;1;Ja;I alt\n2024;01;1;1;Nej;I alt\n2024;01;2;1;Ja;I alt\n"
        let project = try TemporaryProject(rows, more: key)
        let found = try project.load(project.store()).findings
        #expect(found.map(\.code) == ["duplicate-key"])
        #expect(found.first?.place == Place(file: "Data/svar.csv", line: 4, column: 1))
        #expect(found.first?.message.contains("Data/svar.csv:2") == true)
        #expect(try TemporaryProject(rows).codes().isEmpty, "without a key rows may repeat")
        try project.write("Data/svar.csv", TemporaryProject.header + "2024;01;1;1;Ja;I alt\n")
        try project.write("Data/tilbage.csv", TemporaryProject.header + "2024;01;1;1;Ja;I alt\n")
        #expect(try project.load(project.store()).findings.first?.place?.file == "Data/tilbage.csv")
    }

    @Test func otherUnitsMayBePassedOver() throws {
        let project = try TemporaryProject(
            "2024;01;1;1;Ja;I alt\n2024;77;5;1;Ja;I alt\n", unit: "\"column\": \"Enhed\", \"others\": \"ignore\"")
        let report = try project.load(project.store())
        #expect(report.findings.isEmpty && report.datasets[0].files[0].passedOver == 1 && report.datasets[0].loaded == 1)
    }

    @Test func unitsMayBeNamed() throws {
        let project = try TemporaryProject(
            "2024; A\u{30A}dal ;1;1;Ja;I alt\n", unit: "\"column\": \"Enhed\", \"by\": \"name\"")
        #expect(try project.cell("antal", in: "02")?.numerator == Exact(1), "composed and decomposed Å are one")
    }

    @Test func aFailedLoadLeavesTheOldRows() throws {
        let project = try TemporaryProject(Self.good)
        let store = try project.store()
        try project.load(store)
        let before = (try store.fingerprint(), try store.provenance()["svar"]?.rows)
        try project.write("Data/svar.csv", TemporaryProject.header + "2024;01;8;1;Ja;I alt\n2024;99;1;1;Ja;I alt\n")
        #expect(try project.load(store).findings.stops())
        #expect(try store.fingerprint() == before.0 && store.provenance()["svar"]?.rows == before.1)
        let sum = try DatabaseQueue(path: project.database).read { try Int.fetchOne($0, sql: "SELECT SUM(antal) FROM svar") }
        #expect(sum == 12)
    }

    @Test func anUnchangedFileDoesNothing() throws {
        let project = try TemporaryProject(Self.good)
        let store = try project.store()
        #expect(try project.load(store).datasets.map(\.isUnchanged) == [false])
        let before = try Data(contentsOf: URL(fileURLWithPath: project.database))
        let second = try project.load(store)
        #expect(second.datasets.map(\.isUnchanged) == [true] && second.datasets[0].loaded == 2)
        #expect(try Data(contentsOf: URL(fileURLWithPath: project.database)) == before)
        try project.write("Data/svar.csv", TemporaryProject.header + Self.good.replacingOccurrences(of: "Ja", with: "Jo"))
        #expect(try project.load(store).datasets.map(\.isUnchanged) == [false])
        try project.declare(more: ", \"missing\": {\"-\": \"zero\"}")
        #expect(try project.load(store).datasets.map(\.isUnchanged) == [false], "the declaration decides too")
    }

    @Test func theDatabaseIsItsOwnersAlone() throws {
        let project = try TemporaryProject(Self.good)
        try project.load(project.store())
        func mode(_ path: String) throws -> Int? {
            (try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber)?.intValue
        }
        #expect(try mode(project.database) == 0o600)
        #expect(try mode(project.folder + "/.sammen") == 0o700)
    }

    @Test func aDamagedDatabaseIsRefused() throws {
        let project = try TemporaryProject(Self.good)
        try project.write(".sammen/sammen.sqlite", String(repeating: "not a database ", count: 200))
        let refusal = #expect(throws: Refusal.self) { try project.store() }
        #expect(refusal?.findings.map(\.code) == ["database-damaged"])
    }

    @Test func aTableRemovedFromTheProjectIsRemoved() throws {
        let project = try TemporaryProject(Self.good)
        let store = try project.store()
        try project.load(store)
        var declared = try project.project()
        declared.datasets = []
        _ = try store.load(declared, tree: readUnits(declared).tree)
        #expect(try store.provenance().isEmpty && store.fingerprint().isEmpty)
    }

    /// People with other tools read labels and decimals.
    @Test func theViewIsReadable() throws {
        let project = try TemporaryProject("2024 ;01;5;12,50;Ja;I alt\n2024K1;02;..;0,25;Nej;Kvinder\n")
        try project.load(project.store())
        let rows = try DatabaseQueue(path: project.database).read {
            try Row.fetchAll($0, sql: "SELECT period, unit, antal, pris, svar, koen, line FROM svar ORDER BY line")
        }
        #expect(rows.map { $0["period"] as String } == ["2024", "2024K1"] && rows.map { $0["unit"] as String } == ["01", "02"])
        #expect(rows.map { $0["antal"] as Int? } == [5, nil] && rows.map { $0["pris"] as Double } == [12.5, 0.25])
        #expect(rows.map { $0["svar"] as String } == ["Ja", "Nej"] && rows.map { $0["koen"] as String } == ["I alt", "Kvinder"])
        #expect(rows.map { $0["line"] as Int } == [2, 3])
    }
}

@Suite struct UnitLists {
    private func found(_ text: String) throws -> [String] {
        let project = try TemporaryProject("")
        try project.write("units.csv", "kode;navn;overordnet;niveau;type\n" + text)
        return readUnits(try project.project()).findings.map(\.code)
    }

    @Test func problemsAreFound() throws {
        #expect(try found("r;Byen;;by;\n01;A;r;;\n").isEmpty)
        #expect(try found("r;Byen;;by;\n01;A;r;;\n01;B;r;;\n") == ["duplicate-unit"])
        #expect(try found("r;Byen;;by;\n01;A;x;;\n") == ["unknown-unit"])
        #expect(try found("q;Byen;;by;\n01;A;q;;\n") == ["unknown-unit"])
    }

    @Test func aCircleIsFound() throws {
        #expect(try found("r;Byen;01;by;\n01;A;r;;\n") == ["unit-circle"])
        #expect(try found("r;Byen;;by;\n01;A;01;;\n") == ["unit-circle"])
    }
}
