public import Assessment
public import Vocabulary
import Wording

/// What a program needs to read an indicator's CSV file: the metadata of CSV on the Web (W3C, Metadata Vocabulary for
/// Tabular Data), to lie beside it as `<file>-metadata.json`. Titles of columns in every language.
/// - Parameter file: the name of the CSV file.
public func csvw<E: Publishable>(
    _ a: Assessed<E>, project: ProjectDescription, language: Language, sampleNotice: String, file: String
) -> [UInt8] {
    let description = a.description
    var members: [(String, JSONValue)] = [
        ("@context", .list([.text("http://www.w3.org/ns/csvw"), .object([("@language", .text(language.rawValue))])])),
        ("url", .text(file)), ("dc:title", .text(description.title(language))),
    ]
    let about = aboutText(description, language, sampleNotice)
    if !about.isEmpty { members.append(("dc:description", .text(about))) }
    members.append(("dc:publisher", .text(project.organisation(language))))
    if !project.builtAt.isEmpty { members.append(("dc:modified", .text(project.builtAt))) }
    if let licence = project.openData.licence {
        members.append(("dc:license", .object([("@id", .text(licence.address))])))
    }
    members += [
        (
            "dialect",
            .object([
                ("header", .flag(true)), ("delimiter", .text(",")), ("encoding", .text("utf-8")),
                ("lineTerminators", .list([.text("\r\n")])), ("quoteChar", .text("\"")), ("doubleQuote", .flag(true)),
            ])
        ),
        (
            "tableSchema",
            .object([
                ("columns", .list(Row.columns.map { column($0, project, description) })),
                ("primaryKey", .list(Row.key.map(JSONValue.text))),
            ])
        ),
    ]
    return JSONValue.file(members)
}

private func column(_ column: Column<Row>, _ project: ProjectDescription, _ d: IndicatorDescription) -> JSONValue {
    // The name that stands in the file is among the titles: a reader matches the first line by them.
    let titles = Language.allCases.map { language in
        (language.rawValue, JSONValue.list([.text(column.name), .text(column.title(project.phrases(language)))]))
    }
    let about = Language.allCases.map { language in
        JSONValue.object([
            ("@value", .text(column.about(project.phrases(language)))), ("@language", .text(language.rawValue)),
        ])
    }
    var members: [(String, JSONValue)] = [
        ("name", .text(column.name)), ("titles", .object(titles)), ("dc:description", .list(about)),
        ("datatype", datatype(column, d)),
    ]
    if column.isRequired { members.append(("required", .flag(true))) }
    return .object(members)
}

private func datatype(_ column: Column<Row>, _ d: IndicatorDescription) -> JSONValue {
    func of(_ base: String, _ more: [(String, JSONValue)]) -> JSONValue { .object([("base", .text(base))] + more) }
    switch column.kind {
    case .text: return .text("string")
    case .number where column.name == "value":
        let bounds = [("minimum", d.floor), ("maximum", d.ceiling)].compactMap { name, bound in
            bound.flatMap(plainDecimal).map { (name, JSONValue.text($0)) }
        }
        return bounds.isEmpty ? .text("decimal") : of("decimal", bounds)
    case .number: return .text("decimal")
    case .whole: return .text("integer")
    case .flag: return of("boolean", [("format", .text("true|false"))])
    case .date: return of("date", [("format", .text("yyyy-MM-dd"))])
    case .choice(let words): return of("string", [("format", .text(words.joined(separator: "|")))])
    case .pattern(let pattern): return of("string", [("format", .text(pattern))])
    }
}

/// What an indicator is, as one text: what it counts, how, and where the data are invented, that they are.
func aboutText(_ d: IndicatorDescription, _ language: Language, _ sampleNotice: String) -> String {
    let parts = [d.subtitle(language), d.definition(language), sampleNotice].filter { !$0.isEmpty }
    return parts.map { ".!?".contains($0.last ?? ".") ? $0 : $0 + "." }.joined(separator: " ")
}
