import Catalogue
import Findings
import Foundation
import Testing

/// A file with one fault, the place of it between ⟦ and ⟧, and what somebody must be told about it first.
struct WrongDefinition: Sendable, CustomTestStringConvertible {
    var name: String
    var path: String
    /// The file as it stands, with the marks.
    var marked: String
    var code: String
    /// Parts of the message and of the suggestion.
    var message: String
    var suggestion: String
    var severity = Severity.error
    /// Other files of the project; they are right.
    var others: [String: String] = [:]

    var testDescription: String { name }

    /// The file as a person wrote it.
    var text: String { marked.replacing("⟦", with: "").replacing("⟧", with: "") }

    /// Line and character, from 1, of the mark.
    var place: Place {
        let before = marked[..<(marked.firstIndex(of: "⟦") ?? marked.startIndex)]
        let lines = before.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        return Place(file: path, line: lines.count, column: lines[lines.count - 1].count + 1)
    }
}

extension WrongDefinition {
    /// An indicator that is right, to be changed in one place.
    static let indicator = """
        title: Glade borgere
        dataset: svar
        measure: share
        numerator: svar = 'Ja'
        denominator: antal
        persons: denominator
        by: [koen]
        target: { year: 2030, value: 80, status: example }

        """

    static let config = """
        {
          "project": { "title": "T", "languages": ["da", "en"], "targetYear": 2030, "builtAt": "2026-11-20" },
          "goals": [{ "id": "trivsel", "title": "Trivsel" }, { "id": "job", "title": "Job" }],
          "units": { "file": "enheder.csv", "root": "265" },
          "disclosure": { "fewestPersons": 5 },
          "datasets": {
            "svar": {
              "files": "Data/svar.csv", "title": "Svar", "period": { "column": "År" }, "unit": { "column": "Enhed" },
              "numbers": { "q1": "Q1", "q2": "Q2", "vaegt": "Vægt", "antal": "Antal", "andel": "Andel pct." },
              "categories": { "svar": "Svar", "koen": { "header": "Køn", "total": "I alt" } },
              "texts": { "sag": "Sagsnummer" }, "sample": true
            },
            "folketal": {
              "files": "Data/folketal.csv", "title": "Folketal", "period": { "column": "År" }, "unit": { "column": "Kode" },
              "numbers": { "borgere": "Borgere" }, "categories": { "alder": "Alder" }, "key": ["alder"],
              "alreadyPublished": true
            }
          }
        }

        """

    /// Indicators that others are made from.
    static let neighbours = [
        "Metrics/job/andel.yaml": indicator, "Metrics/job/ensomhed.yaml": indicator,
        "Metrics/job/publiceret.yaml": "title: P\ndataset: folketal\nmeasure: given\nvalue: borgere\n",
        "Metrics/job/midt.yaml": "title: M\ndataset: svar\nmeasure: median\nvalue: q1\npersons: answers\n",
    ]

    private static func changed(_ text: String, _ old: String, _ new: String) -> String {
        precondition(text.contains(old), "nothing is changed: \(old)")
        let parts = text.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
        return parts[0] + new + parts[1]
    }

    /// The indicator with another text in one place.
    static func change(
        _ name: String, _ old: String, _ new: String, _ code: String, _ message: String, _ suggestion: String,
        severity: Severity = .error
    ) -> WrongDefinition {
        whole(name, changed(indicator, old, new), code, message, suggestion, severity: severity)
    }

    /// The indicator with lines added.
    static func add(
        _ name: String, _ lines: String, _ code: String, _ message: String, _ suggestion: String,
        severity: Severity = .error
    ) -> WrongDefinition {
        whole(name, indicator + lines + "\n", code, message, suggestion, severity: severity)
    }

    /// The indicator with another numerator.
    static func formula(
        _ numerator: String, _ code: String, _ message: String, _ suggestion: String
    ) -> WrongDefinition {
        change("numerator: " + numerator, "svar = 'Ja'", numerator, code, message, suggestion)
    }

    /// An indicator of the dataset `svar` with a measure of its own.
    static func measure(
        _ name: String, _ lines: String, _ code: String, _ message: String, _ suggestion: String,
        severity: Severity = .error
    ) -> WrongDefinition {
        let head = lines.contains("of:") ? "" : "dataset: svar\npersons: { none: Kun en prøve }\n"
        return whole(name, "title: T\n\(head)\(lines)\n", code, message, suggestion, severity: severity)
    }

    /// A whole indicator.
    static func whole(
        _ name: String, _ text: String, _ code: String, _ message: String, _ suggestion: String,
        severity: Severity = .error, path: String = "Metrics/trivsel/x.yaml", others: [String: String] = neighbours
    ) -> WrongDefinition {
        WrongDefinition(
            name: name, path: path, marked: text, code: code, message: message, suggestion: suggestion,
            severity: severity, others: others)
    }

    /// config.json with another text in one place.
    static func config(
        _ name: String, _ old: String, _ new: String, _ code: String, _ message: String, _ suggestion: String
    ) -> WrongDefinition {
        whole(
            name, changed(config, old, new), code, message, suggestion, path: "config.json",
            others: ["Metrics/trivsel/x.yaml": indicator])
    }

    /// A list of targets beside right indicators.
    static func list(
        _ name: String, _ text: String, _ code: String, _ message: String, _ suggestion: String,
        file: String = "Targets.yaml"
    ) -> WrongDefinition {
        var others = neighbours
        others["Metrics/trivsel/x.yaml"] = indicator.replacing(
            "target: { year: 2030, value: 80, status: example }\n", with: "")
        return whole(name, text, code, message, suggestion, path: file, others: others)
    }
}

extension WrongDefinition {
    func findings() throws -> [Finding] {
        var files = others
        files[path] = text
        let config = files.removeValue(forKey: "config.json") ?? Self.config
        let project = try TemporaryProject(files, config: config)
        return Project.read(folder: project.folder, asOf: "2026-11-20", table: readSemicolons).findings
    }

    /// The first finding stands where the fault is, says what it is and what to do, and no flood follows it.
    func isToldFirst() throws {
        let found = try findings()
        let told = found.map(\.description).joined(separator: "\n")
        let first = try #require(found.first, "nothing is told")
        #expect(first.place == place, "\(told)")
        #expect(first.code == code && first.severity == severity, "\(told)")
        #expect(first.message.contains(message), "\(told)")
        let advice = try #require(first.suggestion, "no suggestion: \(told)")
        #expect(advice.contains(suggestion), "\(told)")
        #expect(found.count <= 2, "a flood: \(told)")
    }
}

/// Lines split at semicolons: what a reader of CSV files brings.
func readSemicolons(_ path: String, _ name: String) throws(Refusal) -> [TableRow] {
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

@Suite struct RightDefinitions {
    /// What the wrong ones are made from gives no finding: each fault is the only one.
    @Test func theUnchangedProjectHasNoFinding() throws {
        let right = WrongDefinition.whole("right", WrongDefinition.indicator, "", "", "")
        #expect(try right.findings().isEmpty)
    }
}
