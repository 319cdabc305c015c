import Findings
import Foundation
import Store
import Testing

/// Rows with the same key are found among very many, in whatever files they stand.
@Suite struct KeysOfManyRows {
    private static let header = "Aar;Enhed;Antal;Sag\n"
    private static let dataset = #"""
        "files": "Data/*.csv", "period": {"column": "Aar"}, "unit": {"column": "Enhed"},
        "numbers": {"antal": "Antal"}, "texts": {"sag": "Sag"}, "key": ["sag"]
        """#

    /// 160,000 rows in four files: 625 for each of the 256 parts of the ledger, more than the 512 it holds in memory.
    private static func rows(_ file: Int) -> [String] {
        (0..<40_000).map { "2024;01;1;s\(file * 40_000 + $0)\n" }
    }

    @Test func theOnesThatRepeatAreFoundAndNoOthers() throws {
        var files = (0..<4).map(Self.rows)
        files[1][17] = "2024;01;1;s3\n"
        files[3][39_999] = "2024;01;1;s119999\n"
        files[3][20_000] = "2024;01;1;s120001\n"
        files[2][0] = "2024;02;1;s5\n"
        let project = try TemporaryProject(
            dataset: Self.dataset,
            files: Dictionary(
                uniqueKeysWithValues: files.indices.map { ("Data/f\($0).csv", Self.header + files[$0].joined()) }))
        let report = try project.load(project.store())
        #expect(
            report.findings.map { "\($0.place?.file ?? ""):\($0.place?.line ?? 0) \($0.code)" } == [
                "Data/f1.csv:19 duplicate-key", "Data/f3.csv:20002 duplicate-key", "Data/f3.csv:40001 duplicate-key",
            ])
        #expect(
            report.findings.map { $0.message.components(separatedBy: " ").last ?? "" } == [
                "Data/f0.csv:5", "Data/f3.csv:3", "Data/f2.csv:40001",
            ])
        #expect(try project.answers("SELECT COUNT(*) FROM dataset") == ["0"], "nothing was loaded")
    }

    /// The keys of rows that stay are spilled too, and met by those of the file that changed.
    @Test func aChangedFileIsHeldAgainstAllOthers() throws {
        let project = try TemporaryProject(
            dataset: Self.dataset,
            files: Dictionary(
                uniqueKeysWithValues: (0..<4).map { ("Data/f\($0).csv", Self.header + Self.rows($0).joined()) }))
        #expect(try project.loaded().findings.isEmpty)
        #expect(try project.figures() == ["2024 01: 160000 rows 160000 absent 0 0 0"])
        try project.write("Data/f3.csv", Self.header + Self.rows(3).joined() + "2024;01;1;s77777\n")
        let found = try project.load(project.store()).findings
        #expect(
            found.map(\.code) == ["duplicate-key"]
                && found[0].place == Place(file: "Data/f3.csv", line: 40_002, column: 1))
        #expect(found[0].message.contains("Data/f1.csv:37779"))
    }
}
