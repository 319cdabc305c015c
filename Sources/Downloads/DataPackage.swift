import Assessment
internal import Crypto
public import Vocabulary
import Wording

/// What a data package says of a file's bytes.
public struct MeasuredFile: Hashable, Sendable {
    /// Bytes.
    public let count: Int
    /// In hexadecimal.
    public let sha256: String

    public init(_ bytes: [UInt8]) {
        count = bytes.count
        sha256 = SHA256.hash(data: bytes).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
}

/// The description of every CSV file of a language as one Frictionless data package (datapackage.org, version 2), to
/// lie at `addresses.dataPackage`: what each file holds, its size and sum, what may stand in its columns, and how
/// figures point to `units` and `indicators`.
/// - Parameter files: the CSV files, by path; one that is not among them is left out.
public func dataPackage<E>(_ edition: DataEdition<E>, language: Language, files: [String: MeasuredFile]) -> [UInt8] {
    let project = edition.project
    let open = project.openData
    let phrases = project.phrases(language)
    let writer = ResourceWriter(edition: edition, language: language, phrases: phrases, files: files)
    let notice = edition.notice(language)
    var members: [(String, JSONValue)] = [
        ("$schema", .text("https://datapackage.org/profiles/2.0/datapackage.json")),
        ("name", .text(name(project.title(language), language))),
    ]
    if !open.address.isEmpty {
        members.append(("id", .text(open.address + edition.addresses.dataPackage(language))))
        members.append(("homepage", .text(open.address + shortAddress(edition.addresses.front(language)))))
    }
    members.append(("title", .text(project.title(language))))
    let description = [project.lede(language), notice].filter { !$0.isEmpty }.joined(separator: " ")
    if !description.isEmpty { members.append(("description", .text(description))) }
    if !project.builtAt.isEmpty {
        members.append(("version", .text(project.builtAt)))
        members.append(("created", .text(project.builtAt + "T00:00:00Z")))
    }
    if let licence = open.licence { members.append(("licenses", .list([json(licence)]))) }
    members.append(
        (
            "contributors",
            .list([.object([("title", .text(project.organisation(language))), ("roles", .list([.text("publisher")]))])])
        ))
    let sources = writer.sources(edition.indicators.flatMap(\.description.sources))
    if !sources.isEmpty { members.append(("sources", .list(sources))) }
    members.append(("resources", .list(writer.resources())))
    return JSONValue.file(members)
}

/// A name of small letters, digits, `-`, `.` and `_`.
private func name(_ text: String, _ language: Language) -> String {
    let plain = text.lowercased().unicodeScalars.map { letter -> String in
        switch letter {
        case "æ", "ä": "ae"
        case "ø", "ö": "oe"
        case "å": "aa"
        case "a"..."z", "0"..."9": String(letter)
        default: " "
        }
    }
    return (plain.joined().split(separator: " ") + [Substring(language.rawValue)]).joined(separator: "-")
}

private func json(_ licence: Licence) -> JSONValue {
    .object([("name", .text(licence.rawValue)), ("path", .text(licence.address))])
}

private struct ResourceWriter<E: Publishable> {
    let edition: DataEdition<E>
    let language: Language
    let phrases: Phrases
    let files: [String: MeasuredFile]

    func resources() -> [JSONValue] {
        let addresses = edition.addresses
        let lists = [
            resource(
                "indicators", addresses.indicatorsCSV(language), title: phrases("data.list.indicators"), about: "",
                schema(indicatorColumns(language), key: ["indicator"])),
            resource(
                "units", addresses.unitsCSV(language), title: phrases("data.list.units"), about: "",
                schema(unitColumns(language), key: ["unit"])),
        ]
        let figures = edition.indicators.map { a in
            let d = a.description
            return resource(
                d.id, addresses.indicator(d.id, language).csv, title: d.title(language),
                about: aboutText(d, language, edition.notice(d, language)),
                schema(
                    Row.columns, key: Row.key, bounds: ["value": (d.floor, d.ceiling)],
                    references: [("indicator", "indicators", "indicator"), ("unit", "units", "unit")]),
                sources: sources(d.sources))
        }
        return (lists + figures).compactMap { $0 }
    }

    /// A file; nil where it is not there.
    private func resource(
        _ name: String, _ path: String, title: String, about: String, _ schema: JSONValue, sources: [JSONValue] = []
    ) -> JSONValue? {
        guard let file = files[path] else { return nil }
        var members: [(String, JSONValue)] = [
            ("$schema", .text("https://datapackage.org/profiles/2.0/dataresource.json")),
            ("name", .text(name)), ("type", .text("table")), ("path", .text(beside(path))), ("title", .text(title)),
        ]
        if !about.isEmpty { members.append(("description", .text(about))) }
        if !sources.isEmpty { members.append(("sources", .list(sources))) }
        members += [
            ("format", .text("csv")), ("mediatype", .text("text/csv")), ("encoding", .text("utf-8")),
            ("bytes", JSONValue(Cell(file.count))), ("hash", .text("sha256:" + file.sha256)),
            (
                "dialect",
                .object([
                    ("delimiter", .text(",")), ("lineTerminator", .text("\r\n")), ("quoteChar", .text("\"")),
                    ("doubleQuote", .flag(true)), ("header", .flag(true)),
                ])
            ),
            ("schema", schema),
        ]
        return .object(members)
    }

    /// The path of a file from the folder of the description; packages may name only what lies below them.
    private func beside(_ path: String) -> String {
        let folder = edition.addresses.dataPackage(language).split(separator: "/").dropLast().map { $0 + "/" }.joined()
        precondition(path.hasPrefix(folder), "a file of a data package lies outside its folder")
        return String(path.dropFirst(folder.count))
    }

    private func schema<Record>(
        _ columns: [Column<Record>], key: [String], bounds: [String: (low: Double?, high: Double?)] = [:],
        references: [(field: String, resource: String, of: String)] = []
    ) -> JSONValue {
        let fields = columns.map { column in
            var members: [(String, JSONValue)] = [
                ("name", .text(column.name)), ("type", .text(column.kind.fieldType)),
                ("title", .text(column.title(phrases))),
                ("description", .text(column.about(phrases))),
            ]
            if column.kind == .flag {
                members += [("trueValues", .list([.text("true")])), ("falseValues", .list([.text("false")]))]
            }
            var limits: [(String, JSONValue)] = column.isRequired ? [("required", .flag(true))] : []
            switch column.kind {
            case .choice(let words): limits.append(("enum", .list(words.map(JSONValue.text))))
            case .pattern(let pattern): limits.append(("pattern", .text(pattern)))
            default: break
            }
            if let low = bounds[column.name]?.low { limits.append(("minimum", JSONValue(Cell(low)))) }
            if let high = bounds[column.name]?.high { limits.append(("maximum", JSONValue(Cell(high)))) }
            if !limits.isEmpty { members.append(("constraints", .object(limits))) }
            return JSONValue.object(members)
        }
        var members: [(String, JSONValue)] = [
            ("fields", .list(fields)), ("missingValues", .list([.text("")])),
            ("primaryKey", .list(key.map(JSONValue.text))),
        ]
        if !references.isEmpty {
            let keys = references.map { reference in
                JSONValue.object([
                    ("fields", .list([.text(reference.field)])),
                    (
                        "reference",
                        .object([("resource", .text(reference.resource)), ("fields", .list([.text(reference.of)]))])
                    ),
                ])
            }
            members.append(("foreignKeys", .list(keys)))
        }
        return .object(members)
    }

    /// Sources, each once.
    func sources(_ all: [SourceDescription]) -> [JSONValue] {
        var seen: Set<String> = []
        return all.filter { seen.insert($0.dataset).inserted && !$0.title(language).isEmpty }.map { source in
            var members: [(String, JSONValue)] = [("title", .text(source.title(language)))]
            if source.address.hasPrefix("http") { members.append(("path", .text(source.address))) }
            return .object(members)
        }
    }
}

extension ColumnKind {
    /// Its type in a Frictionless table schema.
    fileprivate var fieldType: String {
        switch self {
        case .text, .choice, .pattern: "string"
        case .number: "number"
        case .whole: "integer"
        case .flag: "boolean"
        case .date: "date"
        }
    }
}
