import Foundation
import Testing

/// One clear finding for each fault, with its place; exit status 1; the previous site as it was.
@Suite struct BadInput {
    struct Fault: CustomTestStringConvertible, Sendable {
        var name: String
        var path: String
        /// The file's new bytes; nil removes it.
        var change: @Sendable (String) -> Data?
        /// What the finding must say, from its place on.
        var finding: String

        var testDescription: String { name }

        static func text(_ name: String, _ path: String, _ old: String, _ new: String, _ finding: String) -> Fault {
            Fault(
                name: name, path: path,
                change: { text in
                    precondition(text.contains(old), "the fault does not change the file")
                    return Data(text.replacingOccurrences(of: old, with: new).utf8)
                }, finding: finding)
        }
    }

    static let faults: [Fault] = [
        Fault(
            name: "a missing file", path: "Data/fravaer.csv", change: { _ in nil },
            finding: "config.json:11:16: error[missing-file]: no file 'Data/fravaer.csv'"),
        Fault(
            name: "an empty file", path: "Data/fravaer.csv", change: { _ in Data() },
            finding: "Data/fravaer.csv: error[empty-file]"),
        Fault(
            name: "a binary file", path: "Data/fravaer.csv", change: { _ in Data((0..<4096).map { UInt8($0 * 7 % 256) }) },
            finding: "Data/fravaer.csv:1: error[binary-file]"),
        .text(
            "a missing column", "Data/fravaer.csv", ";Mulige;", ";Muligt;",
            "Data/fravaer.csv:1: error[missing-column]: no column 'Mulige'; did you mean 'Muligt'?"),
        .text(
            "a letter in a number", "Data/fravaer.csv", "2022;3;12;G1;13;241,0;", "2022;3;12;G1;13;24l,0;",
            "Data/fravaer.csv:16:17: error[not-a-number]: column 'Mulige'"),
        .text(
            "a duplicate key", "Data/fravaer.csv", "2022;3;12;G2;", "2022;3;12;G1;",
            "Data/fravaer.csv:17:1: error[duplicate-key]: the same period, unit and key stand in Data/fravaer.csv:16"),
        .text(
            "an unknown unit", "Data/fravaer.csv", "2022;3;12;G1;", "2022;3;19;G1;",
            "Data/fravaer.csv:16:8: error[unknown-unit]: unit '19'"),
        .text(
            "no period", "Data/fravaer.csv", "2022;3;12;G1;", "2022;13;12;G1;",
            "Data/fravaer.csv:16:6: error[not-a-period]"),
        .text(
            "an unknown key in YAML", "Metrics/trivsel/sygefravaer.yaml", "baseline: 2022", "basline: 2022",
            "Metrics/trivsel/sygefravaer.yaml:10:1: error[unknown-key]: an indicator has no key 'basline'; did you mean 'baseline'?"),
        .text(
            "an unknown key in JSON", "config.json", "\"rhythm\"", "\"rythm\"",
            "config.json:12:78: error[unknown-key]: dataset 'fravaer' has no key 'rythm'; did you mean 'rhythm'?"),
        .text(
            "a misspelt column in a formula", "Metrics/trivsel/sygefravaer.yaml", "numerator: syge", "numerator: 2 * syhe",
            "Metrics/trivsel/sygefravaer.yaml:4:16: error[unknown-column]: no column 'syhe' in dataset 'fravaer'; did you mean 'syge'?"),
        .text(
            "division in a formula", "Metrics/trivsel/sygefravaer.yaml", "numerator: syge", "numerator: syge / mulige",
            "Metrics/trivsel/sygefravaer.yaml:4:17: error[formula-syntax]"),
        .text(
            "a text where a number is needed", "Metrics/trivsel/sygefravaer.yaml", "numerator: syge", "numerator: gruppe + 1",
            "Metrics/trivsel/sygefravaer.yaml:4:12: error[type-mismatch]"),
        .text(
            "broken YAML", "Metrics/trivsel/sygefravaer.yaml", "by: [gruppe]", "by: [gruppe",
            "Metrics/trivsel/sygefravaer.yaml:9:12: error[syntax]: ',' or ']' is missing here"),
        .text(
            "broken JSON", "config.json", "\"trivsel\", \"title\"", "\"trivsel\" \"title\"", "config.json:8:"),
    ]

    @Test(arguments: faults) func isToldOnceAndChangesNothing(_ fault: Fault) throws {
        let project = try TemporaryProject()
        let first = try sammen("build", in: project.folder)
        #expect(first.status == 0, "\(first.errors)")
        let before = try project.site()
        #expect(!before.isEmpty)
        if let bytes = fault.change(try project.read(fault.path)) {
            try project.write(fault.path, bytes)
        } else {
            try FileManager.default.removeItem(atPath: project.folder + "/" + fault.path)
        }
        let result = try sammen("build", in: project.folder)
        #expect(result.status == 1, "\(result.errors)")
        let lines = result.errors.split(separator: "\n").filter { $0.contains("error[") }
        #expect(lines.count == 1, "one clear finding, and not: \(result.errors)")
        #expect(result.errors.contains(fault.finding), "\(result.errors)")
        #expect(try project.site() == before, "the previous site was touched")
    }

    @Test func aWrongCallEndsWithTwo() throws {
        let project = try TemporaryProject()
        #expect(try sammen("build", "--nonsense", in: project.folder).status == 2)
        #expect(try sammen("query", in: project.folder).status == 2)
        #expect(try sammen("--help", in: project.folder).status == 0)
        let unknown = try sammen("query", "sygefravar", in: project.folder)
        #expect(unknown.status == 1)
        #expect(unknown.errors.contains("did you mean 'sygefravaer'?"))
    }

    @Test func findingsNeverRepeatACell() throws {
        let project = try TemporaryProject()
        let text = try project.read("Data/fravaer.csv").replacingOccurrences(
            of: "2022;3;12;G1;13;241,0;", with: "2022;3;12;G1;13;Hemmelig Hansen;")
        try project.write("Data/fravaer.csv", text)
        let result = try sammen("build", in: project.folder)
        #expect(result.status == 1)
        #expect(!(result.errors + result.output).contains("Hemmelig"))
    }
}
