import Assessment
import Vocabulary
import Wording

/// Every figure of an edition as one SQLite file: indicators, goals, units, targets, sources, periods and figures, with
/// their names in each language. Made in memory, in one order and without a clock: the same figures give the same
/// bytes with the same version of SQLite.
public func sqliteFile<E>(_ edition: DataEdition<E>) -> [UInt8] {
    let database = Database()
    database.run(figureDatabaseSchema)
    database.run("BEGIN")
    fillLists(database, edition)
    for a in edition.indicators {
        let described = rows(a, .danish, "")
        database.insert(into: "figures", described.map { figure($0) })
    }
    database.run("COMMIT")
    return database.bytes()
}

private func figure(_ row: Row) -> [DatabaseValue] {
    func number(_ name: String) -> DatabaseValue {
        DatabaseValue(Row.columns.first { $0.name == name }?.cell(row) ?? .nothing)
    }
    let count: DatabaseValue = row.point.state == .shown ? row.point.count.map { .whole($0) } ?? .null : .null
    return [
        .text(row.indicator), .text(row.point.period.key), .unlessEmpty(row.unit.code.code), .text(row.dimension),
        .text(row.isBesideOthers ? "" : row.categoryCode), number("value"), number("numerator"), number("denominator"),
        count,
        number("low"), number("high"), .text(row.point.state.rawValue), .text(Status.letters(row.point)),
        .whole(row.point.isProvisional ? 1 : 0),
    ]
}

private func fillLists<E>(_ database: Database, _ edition: DataEdition<E>) {
    let project = edition.project
    database.insert(
        into: "edition",
        [
            ["title"] + each(project.title), ["organisation"] + each(project.organisation),
            ["date"] + each(.init(everywhere: project.builtAt)),
            ["licence"] + each(.init(everywhere: project.openData.licence?.address ?? "")),
            ["address"] + each(.init(everywhere: project.openData.address)),
            ["notice"] + Language.allCases.map { edition.notice($0) },
        ].map { $0.map(DatabaseValue.text) })
    database.insert(
        into: "goals",
        project.goals.enumerated().map { [.text($1.id), .whole($0 + 1)] + DatabaseValue.each($1.title) })
    let units = edition.allUnits
    let listed = Set(units.map(\.code))
    database.insert(
        into: "units",
        units.enumerated().map { place, unit in
            let parent = unit.parent.flatMap { listed.contains($0) ? $0.code : nil } ?? ""
            return [.text(unit.code.code), .whole(place + 1), .unlessEmpty(parent)]
                + [unit.level, unit.type, unit.area].map(DatabaseValue.text) + DatabaseValue.each(unit.name)
        })
    let goals = Set(project.goals.map(\.id))
    database.insert(
        into: "indicators",
        edition.indicators.enumerated().map { place, a in
            let d = a.description
            return [.text(d.id), .unlessEmpty(goals.contains(d.goal) ? d.goal : ""), .whole(place + 1)]
                + [d.title, d.subtitle, d.definition, d.limits].flatMap(DatabaseValue.each)
                + Language.allCases.map { .text(d.unit.word($0)) }
                + [.whole(d.unit.decimals), .text(d.direction.rawValue), .whole(d.isSample ? 1 : 0)]
                + Language.allCases.map { .text(edition.notice(d, $0)) }
        })
    database.insert(into: "sources", edition.indicators.flatMap { sources($0.description) })
    database.insert(into: "targets", edition.indicators.flatMap { targets($0.description, listed) })
    database.insert(into: "breakdowns", edition.indicators.flatMap(breakdowns))
    database.insert(into: "categories", edition.indicators.flatMap(categories))
    let periods = Set(edition.indicators.flatMap { rows($0, .danish, "").map(\.point.period) }).sorted()
    database.insert(
        into: "periods",
        periods.map { period in
            [.text(period.key), .text(period.grain.rawValue), .text(period.firstDay), .text(period.lastDay)]
                + Language.allCases.map { .text(period.name($0)) }
        })
}

private func each(_ text: LocalizedText) -> [String] { Language.allCases.map { text($0) } }

private func sources(_ d: IndicatorDescription) -> [[DatabaseValue]] {
    d.sources.enumerated().map { place, source in
        [.text(d.id), .whole(place + 1), .text(source.dataset)] + DatabaseValue.each(source.title)
            + DatabaseValue.each(source.publisher)
            + [.text(source.address), .text(source.licence), .whole(source.isSample ? 1 : 0)]
    }
}

private func targets(_ d: IndicatorDescription, _ listed: Set<UnitCode>) -> [[DatabaseValue]] {
    let ofUnits = d.unitTargets.filter { listed.contains($0.key) }.sorted { $0.key < $1.key }
    let all = d.targets.map { ("", $0) } + ofUnits.flatMap { unit, targets in targets.map { (unit.code, $0) } }
    return all.map { unit, target in
        [
            .text(d.id), .unlessEmpty(unit), .whole(target.year), .text(target.kind.rawValue), .number(target.value),
            DatabaseValue(target.upper), .text(target.status.rawValue), .text(target.date), .text(target.reference),
        ] + DatabaseValue.each(target.body)
    }
}

private func breakdowns<E>(_ a: Assessed<E>) -> [[DatabaseValue]] {
    var seen: Set<String> = []
    var all = a.groups.filter { seen.insert($0.dimension).inserted }.map { ($0.dimension, $0.title) }
    if let comparison = a.comparison { all.append((comparisonWord, comparison.label)) }
    return all.map { dimension, title in [.text(a.description.id), .text(dimension)] + DatabaseValue.each(title) }
}

private func categories<E>(_ a: Assessed<E>) -> [[DatabaseValue]] {
    a.groups.enumerated().map { place, group in
        [.text(a.description.id), .text(group.dimension), .text(group.code), .whole(place + 1)]
            + DatabaseValue.each(group.name)
    }
}
