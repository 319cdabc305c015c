import Foundation
import Testing

/// Every figure of every measure, before disclosure control and with each breakdown, equals a second computation
/// written by hand in Python: `MeasureProject.swift` declares the indicators, `measures_data.py` writes random files,
/// `measures.py` counts.
@Suite(.serialized) struct Measures {
    @Test(arguments: [1, 2, 3]) func everyFigureOfEveryMeasure(_ seed: Int) throws {
        let folder = try MeasureFigures.project(seed: seed)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let counted = try MeasureFigures.counted(in: folder)
        #expect(Set(counted.keys) == Set(MeasureProject.indicators.keys))
        var agreed = 0
        for (indicator, expected) in counted.sorted(by: { $0.key < $1.key }) {
            let found = try MeasureFigures.told(indicator, in: folder)
            let differences = Set(found.keys).union(expected.keys).sorted().filter { key in
                guard let first = found[key], let second = expected[key] else { return true }
                return !first.agrees(with: second)
            }
            let examples = differences.prefix(8).map { key in
                "\n\(key): \(found[key].map { "\($0)" } ?? "no figure"), expected \(expected[key].map { "\($0)" } ?? "none")"
            }
            let isSame = differences.isEmpty
            #expect(isSame, "\(indicator): \(differences.count) of \(expected.count) figures differ\(examples.joined())")
            #expect(expected.values.contains { $0.value != nil }, "\(indicator) has no figure to compare")
            agreed += expected.count - differences.count
        }
        print("Measures: \(agreed) figures of \(counted.count) indicators agree (seed \(seed)).")
    }

    /// What is made from other indicators is made from what the public sees of them, and hidden where a part is hidden.
    @Test(arguments: [1, 2]) func madeFromShownFiguresAlone(_ seed: Int) throws {
        let folder = try MeasureFigures.project(seed: seed)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        func shown(_ indicator: String) throws -> MeasureFigures.Table {
            try MeasureFigures.told(indicator, in: folder, edition: "public")
        }
        let share = try shown("andel"), index = try shown("indeks"), net = try shown("netto"), top = try shown("top")
        let change = try shown("aendring"), window = try shown("rullende"), mixed = try shown("blandet")
        var hidden = 0
        for (key, made) in change {
            let parts = [share[key], share[MeasureFigures.key(key, months: -12)]]
            hidden += MeasureFigures.check("aendring", key, made, parts) { $0[0] - $0[1] }
        }
        for (key, made) in mixed {
            hidden += MeasureFigures.check("blandet", key, made, [index[key], net[key], top[key]]) {
                ($0[0] * 20 + max($0[1], -$0[2])) / (1 + abs($0[1] - $0[2]))
            }
        }
        #expect(hidden > 10, "too few of the figures are hidden to say anything")
        for (key, made) in window where key.contains("M") {
            let parts = (0..<3).map { share[MeasureFigures.key(key, months: -$0)] }
            MeasureFigures.check("rullende", key, made, parts, toDigits: 1e-9) { _ in
                let sums = parts.compactMap { part in part.flatMap { one in one.numerator.map { ($0, one.denominator!) } } }
                let top = sums.reduce(Decimal.zero) { $0 + $1.0 }, bottom = sums.reduce(Decimal.zero) { $0 + $1.1 }
                return NSDecimalNumber(decimal: top / bottom * 100).doubleValue
            }
        }
        let windows = window.keys.filter { $0.contains("M") }
        #expect(windows.count > 20)
    }
}

/// A figure as it is told.
struct MeasureFigure: Equatable, CustomStringConvertible {
    var state: String
    var value: Double?
    var numerator: Decimal?
    var denominator: Decimal?
    var count: Int?

    var description: String {
        func text<Value>(_ value: Value?) -> String { value.map { "\($0)" } ?? "–" }
        return "\(state) \(text(value)) = \(text(numerator)) ÷ \(text(denominator)), \(text(count)) persons"
    }

    /// State and count are the same, value and sums to nine digits: what the program tells as a sum may be a hundred
    /// times, or so many decimals more than, what another computation adds up.
    func agrees(with other: MeasureFigure) -> Bool {
        guard state == other.state, count == other.count, (value == nil) == (other.value == nil) else { return false }
        guard let value, let second = other.value else { return true }
        guard abs(value - second) <= 1e-9 * max(1, abs(second)) else { return false }
        guard let numerator, let denominator, let top = other.numerator, let bottom = other.denominator else {
            return (denominator == nil) == (other.denominator == nil) && numerator == other.numerator
        }
        guard denominator != 0 else { return bottom == 0 }
        return numerator == top && denominator == bottom || isMultiple(top, bottom, numerator, denominator)
    }

    private func isMultiple(_ top: Decimal, _ bottom: Decimal, _ numerator: Decimal, _ denominator: Decimal) -> Bool {
        let difference = NSDecimalNumber(decimal: top * denominator - numerator * bottom).doubleValue
        return abs(difference) <= 1e-9 * abs(NSDecimalNumber(decimal: bottom * denominator).doubleValue)
    }
}

enum MeasureFigures {
    /// By period, unit and category: `2024 11`, `2024 1 gruppe=Lærer`.
    typealias Table = [String: MeasureFigure]

    private struct Row: Decodable {
        var period: String, unit: String, state: String
        var by: [String: String]
        var value: Double?, numerator: Decimal?, denominator: Decimal?
        var count: Int?
    }

    private struct Answer: Decodable { var rows: [Row] }

    private struct CountedRow: Decodable {
        var period: String, unit: String, by: String, state: String
        var value: Double?, numerator: String?, denominator: String?
        var count: Int?
    }

    static func project(seed: Int) throws -> String {
        let folder = temporaryPath("measures")
        try FileManager.default.createDirectory(atPath: folder + "/Metrics/alt", withIntermediateDirectories: true)
        try MeasureProject.config.write(toFile: folder + "/config.json", atomically: true, encoding: .utf8)
        for (name, text) in MeasureProject.indicators {
            try "title: \(name)\n\(text)\n".write(
                toFile: folder + "/Metrics/alt/\(name).yaml", atomically: true, encoding: .utf8)
        }
        _ = try python("measures_data.py", [folder, "\(seed)"])
        return folder
    }

    private static func python(_ script: String, _ arguments: [String]) throws -> String {
        let result = try run(
            "/usr/bin/env", ["python3", "-B", repository + "/Tests/EndToEndTests/" + script] + arguments)
        try #require(result.status == 0, "\(script): \(result.errors)")
        return result.output
    }

    /// The second computation's figures.
    static func counted(in folder: String) throws -> [String: Table] {
        let rows = try JSONDecoder().decode(
            [String: [CountedRow]].self, from: Data(try python("measures.py", [folder]).utf8))
        return rows.mapValues { rows in
            Table(
                uniqueKeysWithValues: rows.map { row in
                    let figure = MeasureFigure(
                        state: row.state, value: row.value, numerator: row.numerator.flatMap { Decimal(string: $0) },
                        denominator: row.denominator.flatMap { Decimal(string: $0) }, count: row.count)
                    return (key(row.period, row.unit, row.by), figure)
                })
        }
    }

    /// The program's figures, with each breakdown that the indicator's file names.
    static func told(_ indicator: String, in folder: String, edition: String = "desk") throws -> Table {
        let text = MeasureProject.indicators[indicator]!
        let breakdowns = text.firstMatch(of: #/(?m)^by: \[(.*)\]$/#)?.1.split(separator: ", ").map(String.init) ?? []
        var result: Table = [:]
        for options in [[]] + breakdowns.map({ ["--by", $0] }) {
            let answer = try run(
                program, ["query", indicator, "--edition", edition, "--format", "json"] + options, in: folder)
            try #require(answer.status == 0, "\(indicator): \(answer.errors)")
            for row in try JSONDecoder().decode(Answer.self, from: Data(answer.output.utf8)).rows {
                let by = row.by.map { "\($0.key)=\($0.value)" }.joined()
                let figure = MeasureFigure(
                    state: row.state, value: row.value, numerator: row.numerator, denominator: row.denominator,
                    count: row.count)
                let isNew = result.updateValue(figure, forKey: key(row.period, row.unit, by)) == nil
                #expect(isNew, "\(indicator) tells \(row.period) \(row.unit) \(by) twice")
            }
        }
        return result
    }

    private static func key(_ period: String, _ unit: String, _ by: String) -> String {
        by.isEmpty ? "\(period) \(unit)" : "\(period) \(unit) \(by)"
    }

    /// The same unit and category so many months on: of months and years.
    static func key(_ key: String, months: Int) -> String {
        let parts = key.split(separator: " ", maxSplits: 1), period = parts[0].split(separator: "M")
        let month = Int(period[0])! * 12 + (period.count > 1 ? Int(period[1])! - 1 : 0) + months
        let number = month % 12 + 1
        let moved = period.count > 1 ? "\(month / 12)M\(number < 10 ? "0" : "")\(number)" : "\(month / 12)"
        return "\(moved) \(parts[1])"
    }

    /// Whether a figure follows from its parts as they are shown.
    /// - Returns: 1 where it is hidden.
    @discardableResult static func check(
        _ indicator: String, _ key: String, _ made: MeasureFigure, _ parts: [MeasureFigure?], toDigits digits: Double = 1e-9,
        _ value: ([Double]) -> Double
    ) -> Int {
        let states = parts.map { $0?.state ?? "none" }
        guard states.allSatisfy({ $0 == "shown" }) else {
            let gravest = ["hidden", "missing", "notApplicable"].first { states.contains($0) }
            #expect(made.state == gravest && made.value == nil, "\(indicator) \(key): \(made), of \(states)")
            return made.state == "hidden" ? 1 : 0
        }
        let expected = value(parts.map { $0!.value! })
        let found = made.value ?? .nan
        #expect(abs(found - expected) <= digits * max(1, abs(expected)), "\(indicator) \(key): \(made), expected \(expected)")
        return 0
    }
}
