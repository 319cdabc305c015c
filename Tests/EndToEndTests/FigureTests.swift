import Foundation
import Testing

/// The project at the root; `IndependentTests.swift` holds its every figure to a second computation.
@Suite(.serialized) struct Figures {
    /// The repository's project under another folder, so that tests leave no trace in it.
    static func copyOfProject() throws -> String {
        let folder = temporaryPath("root")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for name in ["config.json", "Metrics", "Data"] {
            try FileManager.default.createSymbolicLink(
                atPath: folder + "/" + name, withDestinationPath: repository + "/" + name)
        }
        return folder
    }

    struct Row: Decodable {
        var period: String
        var unit: String
        var value: Double?
        var numerator: Double?
        var denominator: Double?
        var state: String
    }

    struct Answer: Decodable { var rows: [Row] }

    static func query(_ indicator: String, in folder: String, _ more: String...) throws -> [Row] {
        let result = try run(program, ["query", indicator, "--format", "json"] + more, in: folder)
        #expect(result.status == 0, "\(result.errors)")
        return try JSONDecoder().decode(Answer.self, from: Data(result.output.utf8)).rows
    }

    @Test func roskildesEmploymentIsTheSourcesToTheLastDigit() throws {
        let folder = try Self.copyOfProject()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let source = try String(contentsOfFile: repository + "/Data/beskaeftigelse/ras200.csv", encoding: .utf8)
        let published = source.split(separator: "\n").filter { $0.hasPrefix("Roskilde,") }.map {
            $0.split(separator: ",").dropFirst().map(String.init)
        }
        #expect(published.count == 14)
        let output = try run(program, ["query", "beskaeftigelse", "--unit", "265", "--format", "csv"], in: folder).output
        for line in published {
            #expect(output.contains("\n\(line[0]),265,\"\",\(line[1]),"), "\(line)")
        }
    }

    @Test func aShareIsARatioOfSumsAtEveryLevel() throws {
        let folder = try Self.copyOfProject()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let rows = try Self.query("sygefravaer", in: folder, "--edition", "desk", "--period", "2025")
        let root = try #require(rows.first { $0.unit == "265" })
        let departments = rows.filter { $0.unit.count == 5 }
        #expect(departments.count == 5)
        let top = departments.compactMap(\.numerator).reduce(0, +), bottom = departments.compactMap(\.denominator).reduce(0, +)
        #expect(abs(top - (root.numerator ?? 0)) < 1e-6 && abs(bottom - (root.denominator ?? 0)) < 1e-6)
        #expect(abs(top / bottom * 100 - (root.value ?? 0)) < 1e-9)
        let mean = departments.compactMap(\.value).reduce(0, +) / 5
        #expect(abs(mean - (root.value ?? 0)) > 0.05, "the example cannot tell a ratio of sums from a mean of shares")
    }

    /// A breakdown with a small cell is dropped whole: where one unit is hidden its siblings are too.
    @Test func smallUnitsHideTheirSiblings() throws {
        let folder = try Self.copyOfProject()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let rows = try Self.query("sygefravaer", in: folder, "--period", "2025")
        let siblings = rows.filter { $0.unit.hasPrefix("2653") && $0.unit.count == 7 }
        #expect(siblings.count >= 5)
        #expect(siblings.allSatisfy { $0.state == "hidden" && $0.value == nil && $0.numerator == nil })
        let schools = rows.filter { $0.unit.hasPrefix("2651") && $0.unit.count == 7 }
        #expect(!schools.isEmpty && schools.allSatisfy { $0.state == "shown" })
    }
}
