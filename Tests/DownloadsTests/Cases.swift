import Assessment
import Disclosure
import Downloads
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
        breakdownTitles: [String: LocalizedText] = [:], categoryNames: [String: [String: LocalizedText]] = [:],
        comparison: ComparisonDefinition? = nil
    ) -> Assessed<Public> {
        let series = Series(indicator: description.id, rows: cells.map { (key: $0.0, cell: $0.1) })
        let released = release(
            series, rule: DisclosureRule(fewestPersons: 5), tree: UnitTree(units), root: root, as: Public.self
        ).released
        var context = AssessmentContext(
            units: units, root: root, asOf: "2026-11-20", targetYear: 2030, provisional: provisional,
            breakdownTitles: breakdownTitles, comparison: comparison)
        context.categoryNames = categoryNames
        return assess(released, description, context)
    }

    static func project(address: String = "https://example.org/maal/") -> ProjectDescription {
        var project = ProjectDescription(
            title: .init([.danish: "Mål & tal", .bokmal: "Mål og tall", .english: "Goals"]),
            organisation: .init([.danish: "Prøve Kommune", .bokmal: "Prøve kommune", .english: "Test Municipality"]),
            goals: [GoalDescription(id: "g", title: .init(everywhere: "Fællesskab"), statement: .init())],
            languages: [.danish, .bokmal, .english], root: root, builtAt: "2026-11-20",
            sampleNotice: .init([.danish: "Opdigtede tal", .bokmal: "Oppdiktede tall", .english: "Invented figures"]))
        project.openData = OpenDataDescription(
            address: address, licence: .attribution, publisher: "https://example.org/id/265",
            spatial: "https://example.org/sted/265", themes: [.society], email: "data@example.org")
        return project
    }

    /// An edition whose files lie as the pages of a site have them.
    static func edition(
        _ indicators: [Assessed<Public>], _ project: ProjectDescription = project(), units: [UnitDescription] = units()
    ) -> DataEdition<Public> {
        DataEdition(
            project: project, indicators: indicators, units: units,
            addresses: EditionAddresses(
                indicator: { id, language in
                    let folder = "\(language.rawValue)/tal/\(id)/"
                    return EditionAddresses.Indicator(
                        page: folder + "index.html", csv: folder + id + ".csv", excelCSV: folder + id + "-excel.csv",
                        csvw: folder + id + ".csv-metadata.json", json: folder + id + ".json",
                        jsonStat: folder + id + ".jsonstat.json")
                },
                front: { "\($0.rawValue)/index.html" }, dataPackage: { "\($0.rawValue)/datapackage.json" },
                unitsCSV: { "\($0.rawValue)/data/units.csv" }, indicatorsCSV: { "\($0.rawValue)/data/indicators.csv" },
                database: "data/figures.sqlite", catalogue: "data/catalogue.jsonld"))
    }

    /// Years and months, units, a breakdown, a comparison; shown, hidden, missing, provisional, after a break.
    static func many() -> Assessed<Public> {
        let young = Category(dimension: "alder", value: "Under 30"), old = Category(dimension: "alder", value: "30 og derover")
        var description = description(target: Target(year: 2030, value: 4.5, status: .adopted), sources: [source])
        description.definition = .init([.danish: "Dage væk, \"alle\""])
        description.floor = 0
        description.ceiling = 100
        description.breaks = [SeriesBreak(at: .year(2024), reason: .init(everywhere: "Nyt system"))]
        return assessed(
            [
                (key(.year(2023)), share(83, of: 400)), (key(.year(2024)), share(31, of: 300)),
                (key(.year(2025)), share(2, of: 300)), (key(.month(2025, 1)), share(7, of: 300)),
                (key(.month(2025, 2)), share(80, of: 400)), (key(.year(2025), "01"), given(1.0 / 3)),
                (key(.year(2025), "02"), given(nil, state: .missing)),
                (key(.year(2024), root, [young]), share(40, of: 200)), (key(.year(2024), root, [old]), share(90, of: 200)),
                (key(.year(2024), "000"), given(-0.000012)),
            ],
            description: description, provisional: [.year(2023)],
            breakdownTitles: ["alder": .init([.danish: "Alder", .english: "Age"])],
            comparison: ComparisonDefinition(kind: .unit("000"), label: .init(everywhere: "Hele landet")))
    }

    static let source = SourceDescription(
        dataset: "fravaer", title: .init([.danish: "Fraværsregister"]), publisher: .init(everywhere: "KRL"),
        address: "https://krl.example", licence: "CC BY 4.0", isSample: true, rhythm: .month)

    static func key(_ period: Period, _ unit: UnitCode = root, _ by: [Category] = []) -> SeriesKey {
        SeriesKey(period: period, unit: unit, by: by)
    }
}

func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

/// A slow, obvious reader of the files written here: quotes, separators and line ends, one byte after another.
func read(_ bytes: [UInt8], separator: String = ",") -> [[String: String]] {
    let cells = table(bytes, separator: separator)
    return cells.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(cells[0], $0)) }
}

/// The same with the first line, cell by cell. A line ends with CR and LF.
func table(_ bytes: [UInt8], separator: String = ",") -> [[String]] {
    var lines: [[[UInt8]]] = [[[]]]
    var isQuoted = false
    for byte in bytes {
        let line = lines.count - 1
        let cell = lines[line].count - 1
        if byte == UInt8(ascii: "\"") {
            // A doubled quote opens again at once what it closed: the second of the two is the quote that is meant.
            isQuoted.toggle()
            lines[line][cell].append(byte)
        } else if [byte] == Array(separator.utf8), !isQuoted {
            lines[line].append([])
        } else if byte == 0x0A, !isQuoted, lines[line][cell].last == 0x0D {
            lines[line][cell].removeLast()
            lines.append([[]])
        } else {
            lines[line][cell].append(byte)
        }
    }
    return lines.dropLast().map { $0.map(unquoted) }
}

private func unquoted(_ cell: [UInt8]) -> String {
    guard cell.first == UInt8(ascii: "\"") else { return text(cell) }
    return text(Array(cell.dropFirst().dropLast())).replacingOccurrences(of: "\"\"", with: "\"")
}

/// The file as Foundation reads it.
func parsed(_ bytes: [UInt8]) throws -> [String: Any] {
    try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] ?? [:]
}
