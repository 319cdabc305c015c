import Assessment
import Vocabulary

/// What is said of an indicator beside its figures, as members of its JSON file. Periods are told as in the rows,
/// numbers in the unit of measure.
func assessmentMembers<E: Publishable>(_ a: Assessed<E>, _ language: Language) -> [(String, JSONValue)] {
    let d = a.description
    let ofUnits = d.unitTargets.sorted { $0.key < $1.key }.map { unit, targets in
        JSONValue.object([
            ("unit", .text(unit.code)), ("targets", .list(targets.map { target($0, language, withHistory: true) })),
        ])
    }
    return [
        ("targets", .list(d.targets.map { target($0, language, withHistory: true) })),
        ("unit_targets", .list(ofUnits)),
        ("control", a.control.map(control) ?? .null),
        ("answers", a.distribution.map { answers($0, language) } ?? .null),
        ("unit_groups", .list(a.unitGroups.map { group($0, language) })),
        ("awaiting", d.awaiting.map { awaiting($0, language) } ?? .null),
    ]
}

/// A target; with what was decided or proposed before it, the oldest first.
func target(_ one: Target, _ language: Language, withHistory: Bool = false) -> JSONValue {
    var members: [(String, JSONValue)] = [
        ("kind", .text(one.kind.rawValue)),
        ("year", JSONValue(Cell(one.year))),
        ("value", JSONValue(Cell(one.value))),
        ("upper", JSONValue(Cell(one.upper))),
        ("status", .text(one.status.rawValue)),
        ("body", .text(one.body(language))),
        ("date", .text(one.date)),
        ("reference", .text(one.reference)),
    ]
    if withHistory { members.append(("history", .list(one.history.map { target($0, language) }))) }
    return .object(members)
}

/// The control chart: its kind, why it is silent, what its newest figure means, its levels, and the periods that stand
/// out with their limits.
private func control(_ reading: ControlReading) -> JSONValue {
    let levels = reading.levels.map { level in
        JSONValue.object([
            ("first", .text(level.first.key)), ("last", .text(level.last.key)), ("count", JSONValue(Cell(level.count))),
            ("mean", JSONValue(Cell(level.mean))), ("preliminary", .flag(level.isPreliminary)),
        ])
    }
    let signals = reading.points.compactMap { point -> JSONValue? in
        guard let rule = point.rule else { return nil }
        return .object([
            ("period", .text(point.period.key)), ("rule", .text(rule.rawValue)),
            ("meaning", .text(point.meaning.rawValue)), ("charted", JSONValue(Cell(point.charted))),
            ("low", JSONValue(Cell(point.low))), ("high", JSONValue(Cell(point.high))),
        ])
    }
    return .object([
        ("kind", .text(reading.kind.rawValue)),
        ("silence", reading.silence.map { .text($0.rawValue) } ?? .null),
        ("variation", reading.variation.map { .text($0.rawValue) } ?? .null),
        ("assurance", reading.assurance.map { .text($0.rawValue) } ?? .null),
        ("levels", .list(levels)), ("signals", .list(signals)),
    ])
}

/// Units of one sort: each beside what is expected of it, in the organisation's order, or why they are not compared.
private func group(_ group: UnitGroup, _ language: Language) -> JSONValue {
    var reason = JSONValue.null
    var standardized = JSONValue.null
    var units: [JSONValue] = []
    switch group.reading {
    case .notCompared(let why): reason = .text(why.rawValue)
    case .compared(let comparison):
        standardized = .flag(comparison.isStandardized)
        units = comparison.units.map { one in
            .object([
                ("unit", .text(one.unit.code.code)), ("unit_name", .text(one.unit.name(language))),
                ("value", JSONValue(Cell(one.value))), ("expected", JSONValue(Cell(one.expected))),
                ("low", JSONValue(Cell(one.low))), ("high", JSONValue(Cell(one.high))),
                ("state", .text(one.state.rawValue)),
            ])
        }
    }
    return .object([
        ("type", .text(group.type)), ("level", .text(group.level)), ("period", .text(group.period.key)),
        ("not_compared", reason), ("standardized", standardized), ("units", .list(units)),
    ])
}

/// What was asked, and the answers in the order of their scale, by the names they have in the rows.
private func answers(_ distribution: AssessedDistribution, _ language: Language) -> JSONValue {
    let parts = zip(distribution.series, distribution.sides).map { series, side in
        JSONValue.object([("category", .text(series.label(language))), ("side", .text(side.rawValue))])
    }
    return .object([("question", .text(distribution.title(language))), ("parts", .list(parts))])
}

private func awaiting(_ awaiting: Awaiting, _ language: Language) -> JSONValue {
    .object([
        ("owner", .text(awaiting.owner(language))), ("expected", .text(awaiting.expected)),
        ("why", .text(awaiting.why(language))),
    ])
}
