import Foundation
import Testing

/// Every figure of every indicator of both examples, before disclosure control, equals a second computation written by
/// hand in Python from the CSV files, one function an indicator: `independent_roskilde.py`, `independent_telemark.py`.
@Suite(.serialized) struct Independent {
    @Test func everyFigureOfTheProjectAtTheRoot() throws {
        let folder = try Figures.copyOfProject()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try compare("the project at the root", in: folder, with: "independent_roskilde.py", [folder])
    }

    /// The same files with what they do not have: numbers that are not there, months that lack, units that were merged,
    /// followed over two codes and split up.
    @Test func everyFigureOfDamagedFiles() throws {
        let folder = temporaryPath("damaged")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let account = try JSONDecoder().decode(
            [String: Int].self, from: Data(try python("independent_damage.py", [repository, folder, "3"]).utf8))
        #expect(account["cells", default: 0] > 2000 && account["months", default: 0] > 100, "\(account)")
        try compare("the damaged files", in: folder, with: "independent_roskilde.py", [folder])
    }

    @Test(.enabled(if: Telemark.isHere, "Telemark's files are not in ../shared/data/real/telemark"))
    func everyFigureOfTelemark() throws {
        // The project names its files from where it stands, three folders above; a copy keeps it free of traces.
        let folder = temporaryPath("telemark"), project = folder + "/main/Examples/telemark"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: project, withIntermediateDirectories: true)
        let shared = URL(fileURLWithPath: repository).deletingLastPathComponent().path + "/shared"
        try FileManager.default.createSymbolicLink(atPath: folder + "/shared", withDestinationPath: shared)
        for name in ["config.json", "Metrics", "Data"] {
            try FileManager.default.createSymbolicLink(
                atPath: project + "/" + name, withDestinationPath: repository + "/Examples/telemark/" + name)
        }
        try compare("Examples/telemark", in: project, with: "independent_telemark.py", [project, Telemark.input])
    }
}

/// A figure as both sides tell it. `value` is nil where there is none to show.
private struct Told: Equatable, CustomStringConvertible {
    var value: Double?
    var numerator: Decimal?
    var denominator: Decimal?
    var count: Int?
    var state: String

    var description: String {
        func text<Value>(_ value: Value?) -> String { value.map { "\($0)" } ?? "–" }
        return "\(state) \(text(value)) = \(text(numerator)) ÷ \(text(denominator)), \(text(count)) persons"
    }

    /// Sums, counts and state are the same, values to nine digits.
    func agrees(with other: Told) -> Bool {
        var same = self
        same.value = other.value
        guard same == other else { return false }
        guard let value, let second = other.value else { return value == nil && other.value == nil }
        return abs(value - second) <= 1e-9 * abs(second)
    }
}

/// Figures by their period, unit and category: `2025 265 stillingsgruppe=Ledere`.
private typealias Table = [String: Told]

/// A row of `query --format json`.
private struct QueryRow: Decodable {
    var period: String, unit: String, state: String
    var by: [String: String]
    var value: Double?
    var numerator: Decimal?, denominator: Decimal?
    var count: Int?
}

private struct QueryAnswer: Decodable { var rows: [QueryRow] }

/// A figure of the second computation: sums are texts, so that no digit is lost.
private struct SecondRow: Decodable {
    var period: String, unit: String, by: String, state: String
    var value: Double?
    var numerator: String?, denominator: String?
    var count: Int?
}

/// Runs one of the scripts beside this file; its standard output.
private func python(_ script: String, _ arguments: [String]) throws -> String {
    let path = repository + "/Tests/EndToEndTests/" + script
    let result = try run("/usr/bin/env", ["python3", "-B", path] + arguments)
    try #require(result.status != 127, "python3 is not installed: there is nothing to compare the figures with")
    try #require(result.status == 0, "\(script): \(result.errors)")
    return result.output
}

private func secondComputation(_ script: String, _ arguments: [String]) throws -> [String: Table] {
    let rows = try JSONDecoder().decode([String: [SecondRow]].self, from: Data(try python(script, arguments).utf8))
    return try rows.mapValues { rows in
        try table(rows.map { row in
            func exact(_ text: String?) throws -> Decimal? {
                try text.map { try #require(Decimal(string: $0), "\($0) is no number") }
            }
            let told = Told(
                value: row.value, numerator: try exact(row.numerator), denominator: try exact(row.denominator),
                count: row.count, state: row.state)
            return (key(row.period, row.unit, row.by), told)
        })
    }
}

/// What the program tells of an indicator before disclosure control, with each of its breakdowns.
private func programsFigures(_ indicator: String, by breakdowns: [String], in folder: String) throws -> Table {
    var rows: [(String, Told)] = []
    for options in [[]] + breakdowns.map({ $0.split(separator: " ").flatMap { ["--by", String($0)] } }) {
        let arguments = ["query", indicator, "--edition", "desk", "--format", "json"] + options
        let result = try run(program, arguments, in: folder)
        try #require(result.status == 0, "\(indicator): \(result.errors)")
        rows += try JSONDecoder().decode(QueryAnswer.self, from: Data(result.output.utf8)).rows.map { row in
            let by = row.by.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: " ")
            let told = Told(
                value: row.value, numerator: row.numerator, denominator: row.denominator, count: row.count,
                state: row.state)
            return (key(row.period, row.unit, by), told)
        }
    }
    return try table(rows)
}

private func key(_ period: String, _ unit: String, _ by: String) -> String {
    by.isEmpty ? "\(period) \(unit)" : "\(period) \(unit) \(by)"
}

private func table(_ rows: [(String, Told)]) throws -> Table {
    let result = Table(rows, uniquingKeysWith: { first, _ in first })
    try #require(result.count == rows.count, "a figure is told twice")
    return result
}

/// The indicators of a project and their breakdowns, as their files in `Metrics/*/` name them: answers are among them,
/// and the two categories of a pyramid as one, with a space between.
private func declaredIndicators(in folder: String) throws -> [String: [String]] {
    var result: [String: [String]] = [:]
    let metrics = folder + "/Metrics"
    for goal in try FileManager.default.contentsOfDirectory(atPath: metrics) where !goal.hasPrefix(".") {
        let files = try FileManager.default.contentsOfDirectory(atPath: "\(metrics)/\(goal)")
        for file in files where file.hasSuffix(".yaml") {
            let text = try String(contentsOfFile: "\(metrics)/\(goal)/\(file)", encoding: .utf8)
            let line = text.split(separator: "\n").first { $0.hasPrefix("by:") }
            let names = try line.map { try #require($0.wholeMatch(of: #/by: *\[(.*)\] */#), "\(file): \($0)").1 } ?? ""
            let answers = text.split(separator: "\n").contains("distribution:") ? ["answer.part"] : []
            let crossed = text.firstMatch(of: #/\npyramid: \{ ages: (.*), sides: (.*) \}\n/#).map { "\($0.1) \($0.2)" }
            result[String(file.dropLast(".yaml".count))] =
                names.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) } + answers
                + (crossed.map { [$0] } ?? [])
        }
    }
    return result
}

/// Compares all figures of a project in both directions and prints how many agreed.
private func compare(_ name: String, in folder: String, with script: String, _ arguments: [String]) throws {
    let second = try secondComputation(script, arguments)
    let indicators = try declaredIndicators(in: folder)
    let alone = Set(indicators.keys).symmetricDifference(second.keys).sorted()
    #expect(alone.isEmpty, "only one of \(name) and \(script) has these indicators")
    var agreed = 0
    for (indicator, expected) in second.sorted(by: { $0.key < $1.key }) {
        guard let breakdowns = indicators[indicator] else { continue }
        let found = try programsFigures(indicator, by: breakdowns, in: folder)
        let differences = Set(found.keys).union(expected.keys).sorted().filter { key in
            guard let first = found[key], let second = expected[key] else { return true }
            return !first.agrees(with: second)
        }
        let examples = differences.prefix(5).map { key in
            "\n\(key): \(found[key]?.description ?? "no figure"), expected \(expected[key]?.description ?? "none")"
        }
        let isSame = differences.isEmpty
        #expect(isSame, "\(indicator): \(differences.count) figures differ\(examples.joined())")
        #expect(expected.values.contains { $0.value != nil }, "\(indicator) has no figure to compare")
        agreed += found.count - differences.count { found[$0] != nil }
    }
    print("Second computation: \(agreed) figures of \(second.count) indicators of \(name) agree.")
}
