import Findings
import Foundation
import Noise
import Store
import Testing

/// Payroll rewrites its last months: the newest file, the last in order of names, counts.
@Suite struct Overlaps {
    private static let header = "Aar;Enhed;Antal;Svar\n"
    private static let newest = #", "key": ["svar"], "overlaps": "newest""#

    private func project(_ files: [(String, String)], more: String = Overlaps.newest) throws -> TemporaryProject {
        try TemporaryProject(
            dataset: TemporaryProject.dataset(more: more + #", "missing": {"*": "confidential"}"#),
            files: Dictionary(uniqueKeysWithValues: files.map { ("Data/\($0.0).csv", Self.header + $0.1) }))
    }

    private static let three = [
        ("2024-01", "2024M01;01;1;Ja\n2024M01;02;2;Ja\n"),
        ("2024-02", "2024M01;01;10;Ja\n2024M02;01;20;Ja\n2024M01;01;5;Nej\n"),
        ("2024-03", "2024M01;01;100;Ja\n2024M02;01;*;Ja\n2024M03;01;300;Ja\n"),
    ]

    @Test func theNewestOfThreeFilesCounts() throws {
        let project = try project(Self.three)
        let report = try project.loaded()
        #expect(report.findings.isEmpty, "\(report.findings)")
        #expect(report.datasets[0].files.map(\.account) == ["2 1 0 0 1 0", "3 1 0 0 2 0", "3 3 0 0 0 0"])
        #expect(
            try project.figures(by: ["svar"]) == [
                "2024M01 01 Ja: 100 rows 1 absent 0 0 0", "2024M01 01 Nej: 5 rows 1 absent 0 0 0",
                "2024M01 02 Ja: 2 rows 1 absent 0 0 0", "2024M02 01 Ja: 0 rows 0 absent 0 0 1",
                "2024M03 01 Ja: 300 rows 1 absent 0 0 0",
            ])
    }

    @Test func aNewerFileThatIsGoneGivesTheOlderRowsBack() throws {
        let project = try project(Self.three)
        try project.loaded()
        try project.remove("Data/2024-03.csv")
        let report = try project.loaded()
        #expect(report.findings.map(\.code) == ["file-gone"])
        #expect(report.datasets[0].files.map(\.account) == ["2 1 0 0 1 0", "3 3 0 0 0 0"])
        #expect(
            try project.figures(by: ["svar"]) == [
                "2024M01 01 Ja: 10 rows 1 absent 0 0 0", "2024M01 01 Nej: 5 rows 1 absent 0 0 0",
                "2024M01 02 Ja: 2 rows 1 absent 0 0 0", "2024M02 01 Ja: 20 rows 1 absent 0 0 0",
            ])
    }

    @Test func oneFileMoreIsLikeAFreshLoad() throws {
        let project = try project([Self.three[0], Self.three[2]])
        try project.loaded()
        try project.write("Data/2024-02.csv", Self.header + Self.three[1].1)
        try project.loaded()
        let fresh = try self.project(Self.three)
        try fresh.loaded()
        #expect(try project.figures(by: ["svar"]) == fresh.figures(by: ["svar"]))
        #expect(try project.store().files(of: "svar").map(\.account) == ["2 1 0 0 1 0", "3 1 0 0 2 0", "3 3 0 0 0 0"])
    }

    /// Within a file nothing is newer.
    @Test(arguments: ["2024-01", "2024-02"]) func aRepetitionInsideOneFileIsAnError(_ file: String) throws {
        let files = [("2024-01", "2024M01;01;1;Ja\n"), ("2024-02", "2024M02;01;1;Ja\n")].map {
            $0.0 == file ? ($0.0, $0.1 + "2024M05;02;3;Ja\n2024M05;02;4;Ja\n") : $0
        }
        let project = try project(files)
        let found = try project.load(project.store()).findings
        #expect(found.map(\.description).count == 1)
        #expect(found.first?.code == "duplicate-key" && found.first?.severity == .error)
        #expect(found.first?.place == Place(file: "Data/\(file).csv", line: 4, column: 1))
        #expect(found.first?.message.contains("Data/\(file).csv:3") == true)
    }

    @Test func withoutTheRuleAnOverlapIsAnError() throws {
        let project = try project(Self.three, more: #", "key": ["svar"]"#)
        let found = try project.load(project.store()).findings.filter { $0.code == "duplicate-key" }
        #expect(
            found.map { "\($0.place?.file ?? ""):\($0.place?.line ?? 0)" } == [
                "Data/2024-02.csv:2", "Data/2024-03.csv:2", "Data/2024-03.csv:3",
            ])
        #expect(found.allSatisfy { $0.severity == .error })
    }

    @Test func theRuleNeedsAKey() throws {
        let refusal = #expect(throws: Refusal.self) {
            try project(Self.three, more: #", "overlaps": "newest""#).project()
        }
        #expect(refusal?.findings.map(\.code) == ["missing-key"])
    }

    /// Period and unit alone may be the key.
    @Test func anEmptyKeyIsPeriodAndUnit() throws {
        let project = try project(
            [("a", "2024;01;1;Ja\n2024;02;2;Ja\n"), ("b", "2024;01;7;Nej\n")],
            more: #", "key": [], "overlaps": "newest""#)
        try project.loaded()
        #expect(try project.figures() == ["2024 01: 7 rows 1 absent 0 0 0", "2024 02: 2 rows 1 absent 0 0 0"])
    }

    /// Five files of random keys, against a table in which later files overwrite earlier ones.
    @Test(arguments: 1...4) func anyOverlapIsDecidedByTheLastFile(_ seed: Int) throws {
        var noise = FixedNoise(UInt64(seed))
        var expected: [String: (value: Int, file: Int)] = [:]
        var files: [(String, String)] = [], read = [Int](repeating: 0, count: 5)
        for file in 0..<5 {
            var keys: Set<String> = []
            for _ in 0..<40 {
                let month = Int.random(in: 1...6, using: &noise), unit = Bool.random(using: &noise) ? "01" : "02"
                keys.insert("2024M0\(month);\(unit);" + ["Ja", "Nej", "Ved ikke"].randomElement(using: &noise)!)
            }
            var text = ""
            for key in keys.sorted().shuffled(using: &noise) {
                let value = Int.random(in: 1...999, using: &noise), parts = key.split(separator: ";")
                expected[key] = (value, file)
                text += "\(parts[0]);\(parts[1]);\(value);\(parts[2])\n"
            }
            read[file] = keys.count
            files.append(("f\(file)", text))
        }
        let project = try project(files)
        let reports = try project.loaded().datasets[0].files
        for file in 0..<5 {
            let loaded = expected.values.filter { $0.file == file }.count
            #expect(reports[file].account == "\(read[file]) \(loaded) 0 0 \(read[file] - loaded) 0")
        }
        #expect(
            try project.figures(by: ["svar"])
                == expected.map { key, entry in
                    key.replacingOccurrences(of: ";", with: " ") + ": \(entry.value) rows 1 absent 0 0 0"
                }.sorted())
    }
}
