import Findings
import Foundation
import Store
import Testing

/// Municipalities that were numbered anew, merged or split: rows keep the code of their time, sums follow.
@Suite struct Successions {
    private static let units = """
        kode;navn;overordnet;niveau;type;gyldig_fra;gyldig_til;efterfølger
        r;Norge;;land;land;;;
        0135;Råde;r;kommune;kommune;;2019-12-31;3017
        3017;Råde;r;kommune;kommune;2020-01-01;2023-12-31;3112
        3112;Råde;r;kommune;kommune;2024-01-01;;
        0104;Moss;r;kommune;kommune;;2019-12-31;3002
        0136;Rygge;r;kommune;kommune;;2019-12-31;3002
        3002;Moss;r;kommune;kommune;2020-01-01;2023-12-31;3103
        3103;Moss;r;kommune;kommune;2024-01-01;;
        1507;Ålesund;r;kommune;kommune;;2023-12-31;1508|1580
        1508;Ålesund;r;kommune;kommune;2024-01-01;;
        1580;Haram;r;kommune;kommune;2024-01-01;;

        """

    private func project(_ rows: String, units: String = Successions.units) throws -> TemporaryProject {
        try TemporaryProject(
            dataset: TemporaryProject.dataset(), files: ["Data/a.csv": "Aar;Enhed;Antal;Svar\n" + rows], units: units)
    }

    @Test func aSeriesFollowsItsMunicipality() throws {
        let project = try project("2019;0135;1;Ja\n2019;0135;2;Nej\n2020;3017;4;Ja\n2023;3017;8;Ja\n2024;3112;16;Ja\n")
        #expect(try project.loaded().findings.isEmpty)
        #expect(
            try project.figures() == [
                "2019 3112: 3 rows 2 absent 0 0 0", "2020 3112: 4 rows 1 absent 0 0 0",
                "2023 3112: 8 rows 1 absent 0 0 0",
                "2024 3112: 16 rows 1 absent 0 0 0",
            ])
        #expect(
            try project.answers("SELECT period, unit, antal FROM svar ORDER BY line") == [
                "2019 0135 1", "2019 0135 2", "2020 3017 4", "2023 3017 8", "2024 3112 16",
            ], "the rows keep the code of their time")
    }

    /// Its last code may not have occurred yet.
    @Test func aSuccessorNeedsNoRowsOfItsOwn() throws {
        let project = try project("2019;0135;1;Ja\n2020;3017;4;..\n")
        try project.loaded()
        #expect(try project.figures() == ["2019 3112: 1 rows 1 absent 0 0 0", "2020 3112: 4 rows 1 absent 0 0 0"])
    }

    @Test func mergedMunicipalitiesAreSummed() throws {
        let project = try project(
            "2019;0104;1;Ja\n2019;0136;2;Ja\n2019;0136;..;Ja\n2020;3002;4;Ja\n2024;3103;8;Ja\n")
        let found = try project.loaded().findings
        #expect(found.map { "\($0.severity) \($0.code)" }.contains("note unit-merged"))
        #expect(Set(found.map(\.code)) == ["unit-merged"])
        #expect(found.contains { $0.message.contains("'0104'") } && found.contains { $0.message.contains("'0136'") })
        #expect(
            try project.figures() == [
                "2019 3103: 3 rows 2 absent 1 0 0", "2020 3103: 4 rows 1 absent 0 0 0",
                "2024 3103: 8 rows 1 absent 0 0 0",
            ])
    }

    @Test func aSplitIsToldAndStays() throws {
        let project = try project("2023;1507;1;Ja\n2024;1508;2;Ja\n2024;1580;4;Ja\n")
        let found = try project.loaded().findings
        #expect(found.map { "\($0.severity) \($0.code)" } == ["note unit-split"])
        #expect(found[0].message.contains("'1507'") && found[0].message.contains("1508, 1580"))
        #expect(
            try project.figures() == [
                "2023 1507: 1 rows 1 absent 0 0 0", "2024 1508: 2 rows 1 absent 0 0 0",
                "2024 1580: 4 rows 1 absent 0 0 0",
            ])
    }

    /// A successor that is declared later counts without a change in any file.
    @Test func anotherListOfUnitsChangesTheSums() throws {
        let before = Self.units.replacingOccurrences(of: ";2019-12-31;3017", with: ";2019-12-31;")
        let project = try project("2019;0135;1;Ja\n2020;3017;4;Ja\n", units: before)
        try project.loaded()
        #expect(try project.figures() == ["2019 0135: 1 rows 1 absent 0 0 0", "2020 3112: 4 rows 1 absent 0 0 0"])
        try project.write("units.csv", Self.units)
        try project.loaded()
        #expect(try project.figures() == ["2019 3112: 1 rows 1 absent 0 0 0", "2020 3112: 4 rows 1 absent 0 0 0"])
    }
}
