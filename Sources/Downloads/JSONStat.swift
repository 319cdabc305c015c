public import Assessment
public import Vocabulary
import Wording

/// The figures of an indicator as one JSON-stat 2.0 dataset (json-stat.org/full): place × group × period × measure, the
/// last running fastest. Where less than half of the places of that cube hold a number, they are given by their index.
/// A number that is not there has its letter in `status`: see `Status`.
public func jsonStat<E: Publishable>(
    _ a: Assessed<E>, project: ProjectDescription, language: Language, sampleNotice: String
) -> [UInt8] {
    let rows = rows(a, language, sampleNotice)
    let phrases = project.phrases(language)
    let cube = Cube(rows, a.description, phrases)
    var notes = [a.description.definition(language), a.description.limits(language), sampleNotice]
    notes.removeAll(where: \.isEmpty)
    let sources = a.description.sources.map {
        [$0.title(language), $0.publisher(language)].filter { !$0.isEmpty }.joined(separator: ", ")
    }
    var members: [(String, JSONValue)] = [
        ("version", .text("2.0")), ("class", .text("dataset")), ("label", .text(a.description.title(language))),
    ]
    if !sources.isEmpty { members.append(("source", .text(sources.joined(separator: "; ")))) }
    if !project.builtAt.isEmpty { members.append(("updated", .text(project.builtAt))) }
    if !notes.isEmpty { members.append(("note", .list(notes.map(JSONValue.text)))) }
    members += [
        ("id", .list(cube.dimensions.map { .text($0.id) })),
        ("size", .list(cube.dimensions.map { JSONValue(Cell($0.categories.count)) })),
        (
            "role",
            .object([
                ("time", .list([.text("period")])), ("geo", .list([.text("unit")])),
                ("metric", .list([.text("measure")])),
            ])
        ),
        ("dimension", .object(cube.dimensions.map { ($0.id, $0.json) })),
        ("value", cube.values), ("status", cube.status),
        (
            "extension",
            .object([
                ("indicator", .text(a.description.id)), ("language", .text(language.rawValue)),
                (
                    "status",
                    .object([("label", .object(Status.letters.map { ($0, .text(phrases("data.status." + $0))) }))])
                ),
            ])
        ),
    ]
    return JSONValue.file(members)
}

/// Rows laid out as a cube.
private struct Cube {
    struct Dimension {
        var id: String
        var label: String
        var categories: [(id: String, label: String)]
        /// More members of `category`.
        var more: [(String, JSONValue)] = []

        var json: JSONValue {
            .object([
                ("label", .text(label)),
                (
                    "category",
                    .object(
                        [
                            ("index", .list(categories.map { .text($0.id) })),
                            ("label", .object(categories.map { ($0.id, .text($0.label)) })),
                        ] + more)
                ),
            ])
        }
    }

    let dimensions: [Dimension]
    /// Numbers, by their place in the cube, in order.
    private var numbers: [(place: Int, number: String)] = []
    private var letters: [(place: Int, letters: String)] = []

    private static let measures = Row.columns.filter {
        ["value", "low", "high", "numerator", "denominator", "count"].contains($0.name)
    }

    init(_ rows: [Row], _ description: IndicatorDescription, _ phrases: Phrases) {
        let measures = Self.measures.filter { column in
            column.name == "value" || rows.contains { column.cell($0) != .nothing }
        }
        let units = Categories(rows.map { ($0.unitID, $0.unitName) })
        let groups = Categories(rows.map { ($0.group, $0.groupLabel(phrases)) })
        let ordered = Set(rows.map(\.point.period)).sorted()
        let periods = Categories(ordered.map { ($0.key, $0.name(phrases.language)) })
        let measured = Categories(measures.map { ($0.name, $0.title(phrases)) })
        var metric = Dimension(id: "measure", label: phrases("data.dimension.measure"), categories: measured.all)
        let unit: JSONValue = .object([
            ("label", .text(description.unit.word(phrases.language))),
            ("decimals", JSONValue(Cell(description.unit.decimals))), ("position", .text("end")),
        ])
        metric.more = [
            (
                "unit",
                .object(measures.filter { ["value", "low", "high"].contains($0.name) }.map { ($0.name, unit) })
            )
        ]
        dimensions = [
            Dimension(id: "unit", label: phrases("data.column.unit_name"), categories: units.all),
            Dimension(id: "group", label: phrases("data.column.category"), categories: groups.all),
            Dimension(id: "period", label: phrases("data.column.period"), categories: periods.all), metric,
        ]
        for row in rows {
            let at =
                ((units[row.unitID] * groups.all.count + groups[row.group]) * periods.all.count
                    + periods[row.point.period.key]) * measures.count
            for (place, column) in measures.enumerated() {
                if case .number(let number) = column.cell(row) { numbers.append((at + place, number)) }
            }
            let status = Status.letters(row.point)
            if !status.isEmpty { letters.append((at + measured["value"], status)) }
        }
        numbers.sort { $0.place < $1.place }
        letters.sort { $0.place < $1.place }
    }

    var values: JSONValue {
        let size = dimensions.reduce(1) { $0 * $1.categories.count }
        guard numbers.count * 2 >= size else {
            return .object(numbers.map { (String($0.place), .number($0.number)) })
        }
        var all = Array(repeating: JSONValue.null, count: size)
        for (place, number) in numbers { all[place] = .number(number) }
        return .list(all)
    }

    var status: JSONValue { .object(letters.map { (String($0.place), .text($0.letters)) }) }
}

/// The categories of a dimension, each once, in the order they come.
private struct Categories {
    private(set) var all: [(id: String, label: String)] = []
    private var places: [String: Int] = [:]

    init(_ found: [(id: String, label: String)]) {
        for one in found where places[one.id] == nil {
            places[one.id] = all.count
            all.append(one)
        }
    }

    /// The place of a category that is among them.
    subscript(id: String) -> Int { places[id] ?? 0 }
}

extension Row {
    /// What is counted from other places, such as their median, has no code of its own.
    fileprivate var unitID: String { unit.code.code.isEmpty ? comparisonWord : unit.code.code }

    fileprivate var group: String {
        if dimension.isEmpty { return "total" }
        return isBesideOthers ? dimension : dimension + ":" + categoryCode
    }

    fileprivate func groupLabel(_ phrases: Phrases) -> String {
        if dimension.isEmpty || isBesideOthers { return phrases("data.group." + group) }
        return (dimension == answersWord ? phrases("data.group.answers") : breakdown) + ": " + category
    }
}
