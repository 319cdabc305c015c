import Findings
import Store
import Testing

/// Rows of periods that are over for longer than the dataset keeps them are gone, wherever they stood.
@Suite struct Retentions {
    private static let header = "Aar;Enhed;Antal;Sag;Svar\n"

    private static func dataset(_ keep: String) -> String {
        TemporaryProject.dataset(
            more: #", "texts": {"sag": "Sag"}, "keep": "\#(keep)", "missing": {"*": "confidential"}"#)
    }

    private func project(_ rows: String, keep: String, builtAt: String = "2026-11-20") throws -> TemporaryProject {
        try TemporaryProject(
            dataset: Self.dataset(keep), files: ["Data/a.csv": Self.header + rows], builtAt: builtAt)
    }

    /// Five years before 20 November 2026 is 20 November 2021: a period that ends that day is kept.
    @Test(arguments: [
        ("2020", false), ("2021", true), ("2021M10", false), ("2021M11", true), ("2021-11-19", false),
        ("2021-11-20", true),
        ("2021K3", false), ("2021K4", true), ("2016-2020", false), ("2019-2021", true),
    ]) func aPeriodIsKeptByItsLastDay(_ period: String, _ isKept: Bool) throws {
        let project = try project("\(period);01;1;a;Ja\n2024;01;1;b;Ja\n", keep: "5 years")
        let file = try project.loaded().datasets[0].files[0]
        #expect(file.account == (isKept ? "2 2 0 0 0 0" : "2 1 0 0 0 1"))
    }

    @Test(arguments: [
        ("18 months", "2026-11-20", "2025-05-19", "2025-05-20"), ("1 month", "2026-03-31", "2026-02-27", "2026-02-28"),
        ("1 year", "2024-02-29", "2023-02-27", "2023-02-28"), ("12 months", "2026-01-01", "2024-12-31", "2025-01-01"),
    ]) func monthsAreCountedFromTheDayOfTheBuild(_ keep: String, _ builtAt: String, _ gone: String, _ kept: String)
        throws
    {
        let project = try project("\(gone);01;1;a;Ja\n\(kept);01;2;b;Ja\n", keep: keep, builtAt: builtAt)
        #expect(try project.loaded().datasets[0].files.map(\.account) == ["2 1 0 0 0 1"])
        #expect(try project.answers("SELECT antal FROM svar") == ["2"])
    }

    @Test func whatHasExpiredIsNeverLoaded() throws {
        let project = try project("2019;01;1;sag-gammel-1;Ja\n2024;01;2;sag-ny-1;Ja\n", keep: "5 years")
        try project.loaded()
        #expect(try project.figures() == ["2024 01: 2 rows 1 absent 0 0 0"])
        #expect(try project.filesHolding("sag-gammel").isEmpty && !project.filesHolding("sag-ny").isEmpty)
    }

    private static let rows =
        (1...400).map { "2020;01;1;sag-gammel-\($0);Ja\n" }.joined() + "2020;02;*;sag-gammel-0;Ja\n"
        + "2022;01;2;sag-ny-1;Nej\n2024;02;*;sag-ny-2;Nej\n"

    @Test func laterTheyAreDeletedAndThatIsWrittenDown() throws {
        let project = try project(Self.rows, keep: "5 years", builtAt: "2024-06-01")
        try project.write("Data/b.csv", Self.header + "2023;01;4;sag-b;Ja\n")
        #expect(try project.loaded().datasets[0].files.map(\.account) == ["403 403 0 0 0 0", "1 1 0 0 0 0"])
        let sums = try project.store().files(of: "svar").map(\.sha256)
        try project.declare(dataset: Self.dataset("5 years"), builtAt: "2026-11-20")
        let report = try project.loaded()
        #expect(report.findings.map { "\($0.severity) \($0.code)" } == ["note rows-expired"])
        #expect(report.findings[0].message.contains("401 rows"))
        #expect(
            report.datasets[0].isUnchanged
                && report.datasets[0].files.map(\.account) == ["403 2 0 0 0 401", "1 1 0 0 0 0"])
        #expect(report.datasets[0].files.map(\.sha256) == sums, "where the rows came from is still known")
        #expect(
            try project.figures() == [
                "2022 01: 2 rows 1 absent 0 0 0", "2023 01: 4 rows 1 absent 0 0 0", "2024 02: 0 rows 0 absent 0 0 1",
            ])
        #expect(
            try project.answers("SELECT dataset, path, rows, kept_from, deleted_on FROM retention") == [
                "svar Data/a.csv 401 2021-11-20 2026-11-20"
            ])
        #expect(try project.answers("SELECT COUNT(*) FROM absent_value") == ["1"])
        #expect(try project.filesHolding("sag-gammel").isEmpty, "nothing of them is left in the file")
        #expect(try project.store().provenance()["svar"]?.rows == 3)
        #expect(try project.load(project.store()).findings.isEmpty, "it is told once")
        #expect(try project.answers("SELECT COUNT(*) FROM retention") == ["1"])
    }

    /// A changed file is loaded by today's rule, and what it held is overwritten like any row that has expired.
    @Test func aFileThatChangedMeanwhileLeavesNothingBehind() throws {
        let project = try project(Self.rows, keep: "5 years", builtAt: "2024-06-01")
        try project.loaded()
        try project.write("Data/a.csv", Self.header + Self.rows + "2024;01;8;sag-ny-3;Ja\n")
        try project.declare(dataset: Self.dataset("5 years"), builtAt: "2026-11-20")
        #expect(try project.loaded().datasets[0].files.map(\.account) == ["404 3 0 0 0 401"])
        #expect(try project.filesHolding("sag-gammel").isEmpty)
    }

    /// The same connection goes on after a deletion, as with several datasets in one build.
    @Test func aDeletionBeforeDoesNotMakeTheNextOneCareless() throws {
        let oldest = (1...400).map { "2018;01;1;sag-aeldst-\($0);Ja\n" }.joined()
        let project = try project(oldest + Self.rows, keep: "5 years", builtAt: "2023-01-01")
        let store = try project.store()
        try project.loaded(store)
        try project.declare(dataset: Self.dataset("5 years"), builtAt: "2024-06-01")
        #expect(try project.loaded(store).findings.map(\.code) == ["rows-expired"])
        #expect(try project.filesHolding("sag-aeldst").isEmpty && !project.filesHolding("sag-gammel").isEmpty)
        try project.write("Data/a.csv", Self.header + Self.rows + "2024;01;8;sag-ny-3;Ja\n")
        try project.declare(dataset: Self.dataset("5 years"), builtAt: "2026-11-20")
        try project.loaded(store)
        #expect(try project.filesHolding("sag-gammel").isEmpty)
    }

    @Test func aShorterTermLeavesNothingBehind() throws {
        let project = try project(Self.rows, keep: "10 years")
        try project.loaded()
        try project.declare(dataset: Self.dataset("5 years"))
        #expect(try project.loaded().datasets[0].files.map(\.account) == ["403 2 0 0 0 401"])
        #expect(try project.filesHolding("sag-gammel").isEmpty)
    }

    @Test func aFileThatIsGoneLeavesNothingBehind() throws {
        let project = try project(Self.rows, keep: "10 years")
        try project.write("Data/b.csv", Self.header + "2023;01;4;sag-b;Ja\n")
        try project.loaded()
        try project.remove("Data/a.csv")
        try project.loaded()
        #expect(try project.filesHolding("sag-gammel").isEmpty)
    }

    /// A word that only expired rows used goes with them.
    @Test func wordsOfExpiredRowsGoToo() throws {
        let project = try project(
            "2020;01;1;a;Svar-fra-gamle-dage\n2024;01;2;b;Ja\n", keep: "5 years", builtAt: "2024-06-01")
        try project.loaded()
        #expect(try project.filesHolding("Svar-fra-gamle-dage") == ["sammen.sqlite"])
        try project.declare(dataset: Self.dataset("5 years"), builtAt: "2026-11-20")
        try project.loaded()
        #expect(try project.figures(by: ["svar"]) == ["2024 01 Ja: 2 rows 1 absent 0 0 0"])
        #expect(try project.filesHolding("Svar-fra-gamle-dage").isEmpty)
    }

    @Test func aTermIsYearsOrMonths() throws {
        for bad in ["5", "years", "0 years", "5 weeks", "-1 months"] {
            let refusal = #expect(throws: Refusal.self) { try project("", keep: bad).project() }
            #expect(refusal?.findings.map(\.code) == ["unknown-value"])
        }
    }
}
