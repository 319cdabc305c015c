import Findings
import Store
import Testing

/// Every row of a file is loaded, or told where it went.
@Suite struct Accounts {
    private static let header = "Aar;Enhed;Antal;Svar\n"
    private static let good = "2024;01;5;Ja\n2024;01;7;Nej\n2024;02;1;Ja\n"
    /// One row for each way in which a row cannot be read, with where and why it is set aside.
    private static let faults = [
        ("2024;01;mange;Andet\n", "9 not-a-number"), ("2024;01;x;Andet\n", "9 unknown-mark"),
        ("2024;01;99999999999999999999;Andet\n", "9 number-too-large"), ("20X4;01;1;Andet\n", "1 not-a-period"),
        ("2024;77;1;Andet\n", "6 unknown-unit"), ("2024;01;6;Ja\n", "1 duplicate-key"),
        ("Aar;Enhed;Antal;Svar\n", "1 repeated-header"), (";;;\n", "1 blank-row"),
    ]

    private func project(_ rows: String, setAside: Int, more: String = "") throws -> TemporaryProject {
        try TemporaryProject(
            dataset: TemporaryProject.dataset(more: #", "key": ["svar"], "setAside": \#(setAside)"# + more),
            files: ["Data/a.csv": Self.header + rows])
    }

    @Test func everyMixOfFaultsAddsUpToWhatWasRead() throws {
        for mix in 0..<(1 << Self.faults.count) {
            let chosen = Self.faults.indices.filter { mix >> $0 & 1 == 1 }
            let rows = chosen.map { Self.faults[$0].0 }.joined() + "2024;02;1;Ja\n"
            let project = try project("2024;01;5;Ja\n2024;01;7;Nej\n" + rows, setAside: chosen.count)
            let report = try project.loaded()
            let file = try #require(report.datasets.first?.files.first)
            let expected = chosen.enumerated().map { "\($0.offset + 4):\(Self.faults[$0.element].1)" }
            #expect(file.account == "\(3 + chosen.count) 3 \(chosen.count) 0 0 0" && file.isWhole, "\(expected)")
            let found = report.datasets[0].setAsideRows.map { "\($0.line):\($0.column) \($0.reason)" }
            #expect(found.sorted() == expected.sorted())
            #expect(report.findings.filter { $0.severity == .warning }.count == chosen.count, "\(report.findings)")
            #expect(
                try project.figures() == [
                    "2024 01: 12 rows 2 absent 0 0 0", "2024 02: 1 rows 1 absent 0 0 0",
                ])
        }
    }

    /// Blank rows at the end are the end of the table.
    @Test func blankRowsBelowTheTableAreNoRows() throws {
        let report = try project(Self.good + ";;;\n;;;\n", setAside: 0).loaded()
        #expect(report.datasets[0].files.map(\.account) == ["3 3 0 0 0 0"])
    }

    @Test func everyWayOutIsCountedForItself() throws {
        let project = try TemporaryProject(
            dataset: TemporaryProject.dataset(
                unit: #", "others": "ignore""#,
                more: #", "key": ["svar"], "overlaps": "newest", "keep": "5 years", "setAside": 2"#),
            files: [
                "Data/a.csv": Self.header
                    + "2024;01;1;Ja\n2024;01;2;Nej\n2024;99;3;Ja\n2019;01;4;Ja\n2024;01;x;Andet\n",
                "Data/b.csv": Self.header + "2024;01;10;Ja\n2024;02;20;Ja\n20X4;02;1;Ja\n2020;01;..;Ja\n",
            ])
        let files = try project.loaded().datasets[0].files
        #expect(files.map(\.account) == ["5 1 1 1 1 1", "4 2 1 0 0 1"])
        #expect(
            try project.figures(by: ["svar"]) == [
                "2024 01 Ja: 10 rows 1 absent 0 0 0", "2024 01 Nej: 2 rows 1 absent 0 0 0",
                "2024 02 Ja: 20 rows 1 absent 0 0 0",
            ])
        let kept = try project.load(project.store()).datasets[0]
        #expect(kept.isUnchanged && kept.files.map(\.account) == files.map(\.account), "and the account is kept")
    }

    /// 0 is the default: one row that cannot be read stops the build.
    @Test(arguments: [("", 1), (#", "setAside": 0"#, 1), (#", "setAside": 2"#, 3)])
    func oneRowMoreThanTheLimitChangesNothing(_ limit: String, _ faulty: Int) throws {
        let project = try TemporaryProject(
            dataset: TemporaryProject.dataset(more: limit), files: ["Data/a.csv": Self.header + Self.good])
        try project.loaded()
        let before = (try project.figures(), try project.store().fingerprint())
        let bad = String(repeating: "2024;01;mange;Ja\n", count: faulty)
        try project.write("Data/a.csv", Self.header + "2024;01;1000;Ja\n" + bad)
        let report = try project.load(project.store())
        #expect(report.findings.filter { $0.code == "not-a-number" && $0.severity == .error }.count == faulty)
        #expect(report.findings.contains { $0.code == "too-many-set-aside" } == (faulty == 3))
        #expect(try project.figures() == before.0 && project.store().fingerprint() == before.1)
    }

    @Test func theLimitExactlyMetIsWithinIt() throws {
        let bad = "2024;01;mange;Ja\n2024;01;mange;Ja\n"
        let project = try project(Self.good + bad, setAside: 2)
        let report = try project.loaded()
        #expect(report.findings.map(\.code) == ["not-a-number", "not-a-number"])
        #expect(report.findings.allSatisfy { $0.severity == .warning } && report.datasets[0].loaded == 3)
    }

    /// The limit is the dataset's, whatever file the rows stand in.
    @Test func theLimitCountsAllFilesTogether() throws {
        let project = try project(Self.good + "2024;01;mange;Andet\n20X4;01;1;Ja\n", setAside: 3)
        try project.loaded()
        try project.write("Data/b.csv", Self.header + "2023;01;mange;Ja\n2023;77;1;Ja\n")
        let fresh = try project.afresh()
        #expect(try fresh.load(fresh.store()).findings.contains { $0.code == "too-many-set-aside" })
        #expect(
            try project.load(project.store()).findings.contains { $0.code == "too-many-set-aside" },
            "rows set aside earlier, in files that have not changed, count too")
    }

    @Test func aHundredFaultsAreTwentyFindingsAndAllInTheList() throws {
        let project = try project(Self.good + String(repeating: "2024;01;mange;Ja\n", count: 100), setAside: 100)
        let report = try project.loaded()
        #expect(report.findings.filter { $0.code == "not-a-number" }.count == 20)
        #expect(report.findings.filter { $0.code == "more-findings" }.map(\.message) == ["80 more rows like these"])
        #expect(report.datasets[0].setAsideRows.map(\.line) == Array(5...104))
    }
}
