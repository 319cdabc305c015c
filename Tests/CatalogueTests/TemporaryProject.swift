import Catalogue
import Findings
import Foundation

/// A project in a folder of its own, gone when the test ends.
final class TemporaryProject {
    let folder = FileManager.default.temporaryDirectory.path + "/catalogue-tests-" + UUID().uuidString

    static let config = """
        {
          "project": { "title": "T", "organisation": "O", "languages": ["da", "en"], "builtAt": "2026-11-20" },
          "goals": [{ "id": "trivsel", "title": "Trivsel" }, { "id": "job", "title": "Job" }],
          "units": { "file": "units.csv", "root": "265" },
          "datasets": {
            "svar": {
              "files": "Data/svar.csv", "title": "Svar",
              "period": { "column": "Aar" }, "unit": { "column": "Enhed" },
              "numbers": { "antal": "Antal", "score": "Score" },
              "categories": { "svar": "Svar", "koen": { "header": "Køn", "total": "I alt", "title": "Køn" } }
            }
          }
        }
        """

    static let share = """
        title: Andel
        dataset: svar
        measure: share
        numerator: svar = 'Ja'
        denominator: 1
        persons: denominator
        """

    init(_ files: [String: String] = [:], config: String = TemporaryProject.config) throws {
        try write("config.json", config)
        for (name, text) in files { try write(name, text) }
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func write(_ name: String, _ text: String) throws {
        let path = folder + "/" + name
        try FileManager.default.createDirectory(
            atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try text.write(toFile: path, atomically: true, encoding: .utf8)
    }

    func read() -> (project: Project?, findings: [Finding]) { Project.read(folder: folder, asOf: "2026-11-20") }

    /// What is found with one indicator file, each as `place code`.
    static func codes(_ yaml: String, config: String = TemporaryProject.config) throws -> [String] {
        try findings(yaml, config: config).map { "\($0.place?.line ?? 0):\($0.place?.column ?? 0) \($0.code)" }
    }

    static func findings(_ yaml: String, config: String = TemporaryProject.config) throws -> [Finding] {
        try TemporaryProject(["Metrics/trivsel/x.yaml": yaml], config: config).read().findings
    }

    static func dataset() throws -> DatasetDeclaration { try TemporaryProject().read().project!.datasets[0] }
}
