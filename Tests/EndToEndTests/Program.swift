import Foundation

/// The built binary, found beside the test bundle.
let program: String = {
    let bundle = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    return URL(fileURLWithPath: bundle).deletingLastPathComponent().appendingPathComponent("sammen").path
}()

/// The repository's folder, found from this file.
let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

/// What a process printed and how it ended.
struct Run {
    var status: Int32
    var output: String
    var errors: String

    /// Standard output as JSON.
    func json() throws -> Any { try JSONSerialization.jsonObject(with: Data(output.utf8)) }
}

/// Runs a command to its end.
@discardableResult
func run(_ command: String, _ arguments: [String], in folder: String = repository) throws -> Run {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: command)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    // Files, not pipes: a full pipe would stop the process.
    let output = temporaryPath("out"), errors = temporaryPath("err")
    for path in [output, errors] { _ = FileManager.default.createFile(atPath: path, contents: nil) }
    defer { for path in [output, errors] { try? FileManager.default.removeItem(atPath: path) } }
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle(forWritingAtPath: errors)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    func text(_ path: String) -> String {
        String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
    }
    return Run(status: process.terminationStatus, output: text(output), errors: text(errors))
}

/// Runs `sammen`.
@discardableResult
func sammen(_ arguments: String..., in folder: String) throws -> Run { try run(program, arguments, in: folder) }

func temporaryPath(_ name: String) -> String {
    NSTemporaryDirectory() + "sammen-test-\(UUID().uuidString)-\(name)"
}

/// A small project in a folder of its own, removed with the value's owner.
final class TemporaryProject {
    let folder = temporaryPath("project")

    /// A municipality with two departments and three units, and monthly absence for three years.
    init() throws {
        try write("config.json", Self.config)
        try write("Data/enheder.csv", Self.units)
        try write("Metrics/trivsel/sygefravaer.yaml", Self.indicator)
        try write("Data/fravaer.csv", Self.absence(extra: 0))
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    func write(_ path: String, _ text: String) throws { try write(path, Data(text.utf8)) }

    func write(_ path: String, _ data: Data) throws {
        let url = URL(fileURLWithPath: folder + "/" + path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: url)
    }

    func read(_ path: String) throws -> String { try String(contentsOfFile: folder + "/" + path, encoding: .utf8) }

    /// The paths and bytes of everything under `Output/`.
    func site() throws -> [String: Data] {
        var result: [String: Data] = [:]
        for case let path as String in FileManager.default.enumerator(atPath: folder + "/Output") ?? .init() {
            if let data = FileManager.default.contents(atPath: folder + "/Output/" + path) { result[path] = data }
        }
        return result
    }

    /// `rows` of units × job groups a month; `extra` is added to every sick day count.
    static func absence(extra: Int, groups: Int = 2) -> String {
        var text = "År;Måned;Kode;Gruppe;Ansatte;Mulige;Syge\n"
        for year in 2022...2024 {
            for month in 1...12 {
                for (position, unit) in ["11", "12", "21"].enumerated() {
                    for group in 1...groups {
                        let days = 200 + position * 40 + group
                        let sick = 10 * (100 + month * 3 + position * 7 + group % 9) + extra
                        text += "\(year);\(month);\(unit);G\(group);\(12 + position);\(days),0;\(sick / 100),\(sick % 100 / 10)\(sick % 10)\n"
                    }
                }
            }
        }
        return text
    }

    static let units = """
        kode;navn;overordnet;niveau;type
        1;Prøve Kommune;;kommune;kommune
        10;Børn;1;forvaltning;forvaltning
        11;Åskolen;10;enhed;skole
        12;Lærken;10;enhed;dagtilbud
        20;Ældre;1;forvaltning;forvaltning
        21;Bakken;20;enhed;plejecenter

        """

    static let config = """
        {
          "project": {
            "title": {"da": "Prøve"}, "organisation": {"da": "Prøve Kommune"}, "languages": ["da"],
            "builtAt": "2025-06-01",
            "sampleNotice": {"da": "Eksempeldata – ikke Prøve Kommunes tal"},
            "contact": {"name": {"da": "Analyse"}, "address": "https://example.org/kontakt"}
          },
          "goals": [{"id": "trivsel", "title": {"da": "Trivsel"}, "statement": {"da": "Et godt liv."}}],
          "units": {"file": "Data/enheder.csv", "root": "1"},
          "datasets": {
            "fravaer": {
              "title": {"da": "Fravær"}, "publisher": {"da": "Løn"}, "sample": true, "rhythm": "month",
              "files": "Data/fravaer.csv",
              "period": {"year": "År", "month": "Måned"},
              "unit": {"column": "Kode"},
              "numbers": {"ansatte": "Ansatte", "mulige": "Mulige", "syge": "Syge"},
              "categories": {"gruppe": "Gruppe"},
              "key": ["gruppe"]
            }
          }
        }
        """

    static let indicator = """
        title: {da: Sygefravær}
        dataset: fravaer
        measure: share
        numerator: syge
        denominator: mulige
        persons: ansatte
        theme: staffing
        direction: down
        by: [gruppe]
        baseline: 2022
        target: {value: 4.0, status: example}

        """
}
