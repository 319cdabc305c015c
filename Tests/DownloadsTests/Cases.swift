import Assessment
import Disclosure
import Foundation
import Indicators
import Vocabulary

/// An indicator taken the whole way: figures, cleared, assessed.
enum Cases {
    static let root: UnitCode = "265"

    static func description(
        kind: UnitOfMeasure.Kind = .percent, target: Target? = nil, sources: [SourceDescription] = []
    ) -> IndicatorDescription {
        IndicatorDescription(
            id: "fravaer", goal: "g", theme: .staffing, title: .init([.danish: "Fravær", .english: "Absence"]),
            unit: UnitOfMeasure(kind: kind), direction: .down, target: target, sources: sources)
    }

    static func units(named name: String = "Skole \"Nord\", Jyllinge") -> [UnitDescription] {
        [
            UnitDescription(code: root, name: .init(everywhere: "Kommunen")),
            UnitDescription(code: "01", name: .init(everywhere: name), parent: root),
            UnitDescription(code: "02", name: .init(everywhere: "Skole Syd"), parent: root),
        ]
    }

    static func share(_ part: Int, of whole: Int) -> Cell {
        let top = Exact(part)
        let bottom = Exact(whole)
        return Cell(
            state: .shown, numerator: top, denominator: bottom, value: top.ratio(to: bottom, times: 100),
            persons: whole, personsCounted: part, personsNotCounted: whole - part)
    }

    static func given(_ value: Double?, state: FigureState = .shown) -> Cell { Cell(state: state, value: value) }

    static func assessed(
        _ cells: [(SeriesKey, Cell)], description: IndicatorDescription = description(),
        units: [UnitDescription] = units(), provisional: Set<Period> = [],
        breakdownTitles: [String: LocalizedText] = [:], comparison: ComparisonDefinition? = nil
    ) -> Assessed<Public> {
        let series = Series(indicator: description.id, rows: cells.map { (key: $0.0, cell: $0.1) })
        let released = release(
            series, rule: DisclosureRule(fewestPersons: 5), tree: UnitTree(units), root: root, as: Public.self
        ).released
        let context = AssessmentContext(
            units: units, root: root, asOf: "2026-11-20", targetYear: 2030, provisional: provisional,
            breakdownTitles: breakdownTitles, comparison: comparison)
        return assess(released, description, context)
    }

    static func key(_ period: Period, _ unit: UnitCode = root, _ by: [Category] = []) -> SeriesKey {
        SeriesKey(period: period, unit: unit, by: by)
    }
}

func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

/// A slow, obvious reader of the files written here: quotes, commas and line feeds, one byte after another.
func read(_ bytes: [UInt8]) -> [[String: String]] {
    var lines: [[[UInt8]]] = [[[]]]
    var isQuoted = false
    for byte in bytes {
        let line = lines.count - 1
        let cell = lines[line].count - 1
        if byte == UInt8(ascii: "\"") {
            // A doubled quote opens again at once what it closed: the second of the two is the quote that is meant.
            isQuoted.toggle()
            lines[line][cell].append(byte)
        } else if byte == UInt8(ascii: ","), !isQuoted {
            lines[line].append([])
        } else if byte == 0x0A, !isQuoted {
            lines.append([[]])
        } else {
            lines[line][cell].append(byte)
        }
    }
    let cells = lines.dropLast().map { $0.map(unquoted) }
    return cells.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(cells[0], $0)) }
}

private func unquoted(_ cell: [UInt8]) -> String {
    guard cell.first == UInt8(ascii: "\"") else { return text(cell) }
    return text(Array(cell.dropFirst().dropLast())).replacingOccurrences(of: "\"\"", with: "\"")
}

/// The file as Foundation reads it.
func parsed(_ bytes: [UInt8]) throws -> [String: Any] {
    try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] ?? [:]
}
