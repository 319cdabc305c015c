import Catalogue
import Findings
import Foundation
import Testing
import Vocabulary

/// Targets of the whole project in Targets.csv or Targets.yaml.
@Suite struct TargetLists {
    /// Lines split at semicolons: what a reader of CSV files would bring.
    private static func table(_ path: String, _ name: String) throws(Refusal) -> [TableRow] {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw Refusal(Finding(.error, "missing-file", "no file", at: Place(file: name)))
        }
        return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { number, line in
            var column = 1
            let cells = line.split(separator: ";", omittingEmptySubsequences: false).map { cell in
                defer { column += cell.count + 1 }
                return TableRow.Cell(String(cell), column: column)
            }
            return TableRow(line: number + 1, cells: cells)
        }
    }

    private static func read(_ file: String, _ text: String, own: String = "") throws -> (project: Project?, findings: [Finding]) {
        let temporary = try TemporaryProject([
            "Metrics/trivsel/x.yaml": TemporaryProject.share + own, "Metrics/job/y.yaml": TemporaryProject.share, file: text,
        ])
        return Project.read(folder: temporary.folder, asOf: "2026-11-20", table: table)
    }

    private static let english = "indicator;unit;year;kind;value;upper;status;body;date;reference\n"

    @Test func aTableGivesEachIndicatorItsTargets() throws {
        let (project, findings) = try Self.read(
            "Targets.csv",
            Self.english + "x;;2030;;90,5;;adopted;Byrådet;2026-06-24;26/1234\nx;;2028;maintain;85.5;;proposed;;;\n"
                + "x;26510;2030;within;80;85;example;;24-06-2026;\n\ny;265;;;70;;adopted;;;\n")
        #expect(findings.isEmpty, "\(findings)")
        let x = try #require(project?.indicator("x")).description, y = try #require(project?.indicator("y")).description
        #expect(x.targets.map(\.value) == [85.5, 90.5] && x.targets.map(\.kind) == [.maintain, .reach])
        #expect(x.target?.body(.bokmal) == "Byrådet" && x.target?.reference == "26/1234" && x.target?.date == "2026-06-24")
        #expect(x.unitTargets["26510"]?.map(\.upper) == [85] && x.unitTargets["26510"]?.first?.date == "2026-06-24")
        #expect(y.target?.year == 2030 && y.unitTargets.isEmpty)
        #expect(project?.fingerprint.contains("90,5") == true, "a target that changes makes the site anew")
    }

    @Test(arguments: [
        "Indikator;Enhed;År;Slags;Værdi;Øvre;Status;Besluttet af;Dato;Sag\nx;26510;2030;inden for;80;85;vedtaget;Byrådet;2026-06-24;1\n",
        "Indikator;Enhet;År;Slags;Verdi;Øvre;Status;Besluttet av;Dato;Sak\nx;26510;2030;innenfor;80;85;vedtatt;Byrådet;2026-06-24;1\n",
    ]) func headingsInDanishAndNorwegian(_ text: String) throws {
        let (project, findings) = try Self.read("Targets.csv", text)
        #expect(findings.isEmpty, "\(findings)")
        let expected = Target(
            kind: .within, year: 2030, value: 80, upper: 85, status: .adopted, body: .init(everywhere: "Byrådet"),
            date: "2026-06-24", reference: "1")
        #expect(project?.indicator("x")?.description.unitTargets == ["26510": [expected]])
    }

    @Test func theNewestAdoptedTargetCountsAndTheOthersAreItsHistory() throws {
        let rows = [
            "x;;2030;;90;;adopted;;2024-06-01;", "x;;2030;;85;;adopted;;2026-06-01;", "x;;2030;;95;;proposed;;2023-01-01;",
            "x;;2030;;80;;proposed;;2026-10-01;",
        ]
        for rows in [rows, rows.reversed()] {
            let (project, findings) = try Self.read("Targets.csv", Self.english + rows.joined(separator: "\n"))
            #expect(findings.isEmpty, "\(findings)")
            let target = try #require(project?.indicator("x")?.description.target)
            #expect(target.value == 85 && target.date == "2026-06-01", "a proposal takes nothing back")
            #expect(target.history.map(\.value) == [95, 90, 80], "the oldest first")
            #expect(project?.indicator("x")?.description.targets.count == 1)
        }
        let proposals = try Self.read("Targets.csv", Self.english + "x;;;;1;;proposed;;2025-01-01;\nx;;;;2;;example;;2024-01-01;")
        #expect(proposals.project?.indicator("x")?.description.target?.value == 1)
    }

    @Test(arguments: [
        ("z;;2030;;90;;adopted;;;", "2:1 unknown-indicator"), ("x;;2030;;90 %;;adopted;;;", "2:10 wrong-type"),
        ("x;;2030;;;;adopted;;;", "2:10 missing-key"), ("x;;2030;;90;;;;;", "2:14 missing-key"),
        ("x;;2030;;90;;adoptd;;;", "2:14 unknown-value"), ("x;;2030;hodl;90;;adopted;;;", "2:9 unknown-value"),
        ("x;;soon;;90;;adopted;;;", "2:4 wrong-type"), ("x;;2030;;90;;adopted;;i går;", "2:23 wrong-type"),
        ("x;;2030;;120;;adopted;;;", "2:10 target-out-of-range"), ("x;;2030;;90;80;adopted;;;", "2:13 target-band"),
        ("x;;2030;;90;;adopted;;;\nx;;2030;;80;;adopted;;;", "2:1 missing-key 3:1 missing-key"),
        ("x;;2030;;90;;adopted;;2025-01-01;\nx;;2030;;80;;adopted;;2025-01-01;", "3:1 duplicate-target"),
    ]) func problemsAreFoundInPlace(_ rows: String, _ expected: String) throws {
        let found = try Self.read("Targets.csv", Self.english + rows).findings
        #expect(found.allSatisfy { $0.place?.file == "Targets.csv" && $0.suggestion != nil })
        #expect(
            found.map { "\($0.place?.line ?? 0):\($0.place?.column ?? 0) \($0.code)" }.joined(separator: " ") == expected,
            "\(found)")
    }

    @Test(arguments: [
        ("indicator;value;statsu\nx;1;adopted", ["1:17 unknown-key"]),
        ("indicator;value;status;værdi\nx;1;adopted;2", ["1:24 duplicate-key"]),
    ]) func headingsAreHeldToTheList(_ text: String, _ expected: [String]) throws {
        let found = try Self.read("Targets.csv", text).findings
        #expect(found.map { "\($0.place?.line ?? 0):\($0.place?.column ?? 0) \($0.code)" } == expected)
    }

    @Test func theFileAndTheIndicatorMayNotBothSay() throws {
        let own = "\ntarget: { value: 80, status: adopted }"
        let found = try Self.read("Targets.csv", Self.english + "x;;2030;;90;;adopted;;;", own: own).findings
        let first = try #require(found.first)
        #expect(found.map(\.code) == ["duplicate-target"] && first.place == Place(file: "Targets.csv", line: 2, column: 1))
        #expect(first.message.contains("Metrics/trivsel/x.yaml:7:9"))
        let beside = try Self.read("Targets.csv", Self.english + "x;;2028;;70;;adopted;;;", own: own)
        #expect(beside.findings.isEmpty && beside.project?.indicator("x")?.description.targets.map(\.year) == [2028, 2030])
    }

    @Test func aListInYAML() throws {
        let text = """
            targets:
              - { indicator: x, year: 2030, value: 90, status: adopted, body: { da: Byrådet, en: The council }, date: 2026-01-01 }
              - { indicator: x, year: 2030, value: 95, status: adopted, date: 2024-01-01 }
              - { indicator: y, unit: "26510", value: 1, status: example }
            """
        let (project, findings) = try Self.read("Targets.yaml", text)
        #expect(findings.isEmpty, "\(findings)")
        let target = try #require(project?.indicator("x")?.description.target)
        #expect(target.value == 90 && target.body(.english) == "The council" && target.history.map(\.value) == [95])
        #expect(project?.indicator("y")?.description.unitTargets["26510"]?.count == 1)
        let faulty = try Self.read("Targets.yaml", "targets:\n  - { indicatr: x, value: 90, status: adopted }").findings
        #expect(faulty.map { "\($0.place!) \($0.code)" } == ["Targets.yaml:2:7 unknown-key"])
        #expect(try Self.read("Targets.yaml", "targets: [{indicator: z, value: 1, status: example}]").findings.map(\.code) == ["unknown-indicator"])
    }

    @Test func oneListIsEnough() throws {
        let temporary = try TemporaryProject(["Targets.yaml": "targets: []", "Targets.csv": Self.english])
        #expect(Project.read(folder: temporary.folder, asOf: "2026-11-20", table: Self.table).findings.map(\.code) == ["two-target-lists"])
        #expect(try TemporaryProject(["Targets.csv": Self.english]).read().findings.map(\.code) == ["unreadable"], "never passed over")
    }

    @Test func whatTheReaderOfTheTableRefusesIsTold() throws {
        let temporary = try TemporaryProject(["Targets.csv": Self.english])
        let (_, findings) = Project.read(folder: temporary.folder, asOf: "2026-11-20") { _, name throws(Refusal) in
            throw Refusal(Finding(.error, "binary-file", "not text", at: Place(file: name)))
        }
        #expect(findings.map(\.code) == ["binary-file"])
    }
}
