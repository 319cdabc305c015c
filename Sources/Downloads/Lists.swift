import Assessment
public import Vocabulary

/// The units that figures of the edition are about, as CSV: where each stands in the organisation.
public func unitsCSV<E>(_ edition: DataEdition<E>, language: Language) -> [UInt8] {
    delimited(edition.allUnits, unitColumns(language), .open)
}

/// The indicators of the edition as CSV: what each is, and where it comes from.
public func indicatorsCSV<E>(_ edition: DataEdition<E>, language: Language) -> [UInt8] {
    delimited(listed(edition, language), indicatorColumns(language), .open)
}

func unitColumns(_ language: Language) -> [Column<UnitDescription>] {
    [
        Column("unit", isRequired: true) { .text($0.code.code) },
        Column("unit_name") { .text($0.name(language)) },
        Column("parent") { .text($0.parent?.code ?? "") },
        Column("level") { .text($0.level) },
        Column("type") { .text($0.type) },
        Column("area") { .text($0.area) },
        Column("valid_from", .date) { $0.validFrom.map { .text($0.description) } ?? .nothing },
        Column("valid_to", .date) { $0.validTo.map { .text($0.description) } ?? .nothing },
    ]
}

/// An indicator with its goal's name and what its files say where they are made from invented data.
struct ListedIndicator: Sendable {
    var description: IndicatorDescription
    var goalTitle: String
    var note: String
}

func listed<E>(_ edition: DataEdition<E>, _ language: Language) -> [ListedIndicator] {
    let goals = Dictionary(
        edition.project.goals.map { ($0.id, $0.title(language)) }, uniquingKeysWith: { first, _ in first })
    return edition.indicators.map {
        ListedIndicator(
            description: $0.description, goalTitle: goals[$0.description.goal] ?? "",
            note: edition.notice($0.description, language))
    }
}

func indicatorColumns(_ language: Language) -> [Column<ListedIndicator>] {
    /// Something of every source, each once.
    func ofSources(_ text: @escaping @Sendable (SourceDescription) -> String) -> @Sendable (ListedIndicator) -> Cell {
        { one in
            var seen: Set<String> = [""]
            return .text(one.description.sources.map(text).filter { seen.insert($0).inserted }.joined(separator: "; "))
        }
    }
    return [
        Column("indicator", isRequired: true) { .text($0.description.id) },
        Column("title", isRequired: true) { .text($0.description.title(language)) },
        Column("subtitle") { .text($0.description.subtitle(language)) },
        Column("definition") { .text($0.description.definition(language)) },
        Column("why") { .text($0.description.why(language)) },
        Column("limits") { .text($0.description.limits(language)) },
        Column("goal") { .text($0.description.goal) },
        Column("goal_title") { .text($0.goalTitle) },
        Column("unit_of_measure") { .text($0.description.unit.word(language)) },
        Column("direction", .choice(Direction.allCases.map(\.rawValue)), isRequired: true) {
            .text($0.description.direction.rawValue)
        },
        Column("floor", .number) { Cell($0.description.floor) },
        Column("ceiling", .number) { Cell($0.description.ceiling) },
        Column("source", cell: ofSources { $0.title(language) }),
        Column("publisher", cell: ofSources { $0.publisher(language) }),
        Column("licence", cell: ofSources { $0.licence }),
        Column("sample", .flag, isRequired: true) { .flag($0.description.isSample) },
        Column("note") { .text($0.note) },
    ]
}
