import Catalogue
import Foundation
import Indicators
import Vocabulary

/// Indicators read from a project in a folder of its own, and sums made by hand.
enum Cases {
    /// r → n, s; n → a, b; s → c.
    static let tree = UnitTree(
        [("r", nil), ("n", "r"), ("s", "r"), ("a", "n"), ("b", "n"), ("c", "s")].map { code, parent in
            UnitDescription(code: UnitCode(code), name: .init(everywhere: code), parent: parent.map { UnitCode($0) })
        })

    static let formulas = [
        "share": "numerator: syge\ndenominator: mulige\npersons: denominator",
        "mean": "numerator: syge\ndenominator: mulige\npersons: hoveder",
        "sum": "numerator: syge\npersons: hoveder", "given": "value: syge\npersons: {none: x}", "rate": "",
        "count": "persons: answers",
    ]

    /// The builder of one indicator; `more` are further lines of its file.
    static func builder(
        _ measure: String, _ more: String = "", dataset: String = "", asOf: String = "2026-11-20"
    ) throws -> SeriesBuilder {
        let (definition, declared) = try declared(measure, more, dataset: dataset)
        return SeriesBuilder(definition: definition, dataset: declared, tree: tree, root: "r", asOf: asOf)
    }

    static func declared(
        _ measure: String, _ more: String, dataset: String = ""
    ) throws -> (IndicatorDefinition, DatasetDeclaration) {
        let folder = FileManager.default.temporaryDirectory.path + "/indicators-tests-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder + "/Metrics/g", withIntermediateDirectories: true)
        let config = """
            { "project": {"title": "T", "builtAt": "2026-11-20"}, "goals": [{"id": "g", "title": "G"}],
              "units": {"file": "units.csv", "root": "r"},
              "datasets": {"fravaer": {"files": "x.csv", "period": {"column": "Aar"}, "unit": {"column": "Enhed"},
                "numbers": {"syge": "Syge", "mulige": "Mulige", "hoveder": "Hoveder"},
                "categories": {"koen": "Køn", "alder": {"header": "Alder", "total": "I alt"}} \(dataset) }} }
            """
        let yaml = "title: T\ndataset: fravaer\nmeasure: \(measure)\n\(formulas[measure]!)\n\(more)\n"
        try config.write(toFile: folder + "/config.json", atomically: true, encoding: .utf8)
        try yaml.write(toFile: folder + "/Metrics/g/x.yaml", atomically: true, encoding: .utf8)
        let (project, findings) = Project.read(folder: folder, asOf: "2026-11-20")
        guard findings.isEmpty, let project, let definition = project.indicator("x") else { throw Broken(text: "\(findings)") }
        return (definition, project.datasets[0])
    }

    struct Broken: Error { var text: String }

    static func cell(
        _ unit: String, _ period: Period, _ top: Int, _ bottom: Int = 0, persons: Int = 0, rows: Int = 1,
        missing: Int = 0, confidential: Int = 0, by: [Category] = []
    ) -> QueryCell {
        QueryCell(
            key: SeriesKey(period: period, unit: UnitCode(unit), by: by), numerator: Exact(top), denominator: Exact(bottom),
            persons: Exact(persons), rows: rows, missing: missing, notApplicable: 0, confidential: confidential)
    }

    /// Sums of 2024.
    static func cell(
        _ unit: String, _ top: Int, _ bottom: Int = 0, persons: Int = 0, rows: Int = 1, missing: Int = 0,
        confidential: Int = 0, by: [Category] = []
    ) -> QueryCell {
        cell(
            unit, .year(2024), top, bottom, persons: persons, rows: rows, missing: missing, confidential: confidential,
            by: by)
    }

    static func built(_ builder: SeriesBuilder, _ cells: [QueryCell]) -> [SeriesKey: Cell] {
        let rows = builder.build(QueryResult(cells: cells, text: "")).series.rows
        return Dictionary(rows.map { ($0.key, $0.cell) }, uniquingKeysWith: { first, _ in first })
    }

    static func key(_ unit: String, _ period: Period = .year(2024), by: [Category] = []) -> SeriesKey {
        SeriesKey(period: period, unit: UnitCode(unit), by: by)
    }
}
