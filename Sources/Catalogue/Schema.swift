import Vocabulary

/// A kind of declaration file, with the JSON Schema (draft 2020-12) that editors complete and validate it by.
///
/// The schema is made from the shapes that the file is read by. It knows less than the reader, which looks at names,
/// formulas and files, too: what the schema refuses the reader refuses as well, but for numbers and flags in quotes.
public enum SchemaFile: String, CaseIterable, Sendable {
    case config, indicator, targets

    /// What the schema is called in `Documentation/schemas/`.
    public var name: String { "\(rawValue).schema.json" }

    /// The schema as JSON, ending with a line feed.
    public var text: String {
        let root = schema(of: shape)
        var keys: [(String, JSON)] = [
            ("$schema", "https://json-schema.org/draft/2020-12/schema"), ("title", .text(title)),
        ]
        keys += root
        keys.append(("$defs", .object(definitions)))
        return JSON.object(keys).pretty() + "\n"
    }

    private var shape: Shape {
        switch self {
        case .config: .config
        case .indicator: .indicator
        case .targets: .targetList
        }
    }

    private var title: String {
        switch self {
        case .config: "config.json"
        case .indicator: "Metrics/<goal>/<indicator>.yaml"
        case .targets: "Targets.yaml"
        }
    }
}

/// What many keys have in common.
private let definitions: [(String, JSON)] = [
    ("text", .object([("type", .list(["string", "number"]))])),
    (
        "words",
        .object([
            ("description", "One text for all languages, or one for each."),
            (
                "anyOf",
                .list([
                    .object([("$ref", "#/$defs/text")]),
                    .object([
                        ("type", "object"), ("additionalProperties", .flag(false)), ("minProperties", .number(1)),
                        (
                            "properties",
                            .object(Language.allCases.map { ($0.rawValue, .object([("$ref", "#/$defs/text")])) })
                        ),
                    ]),
                ])
            ),
        ])
    ),
    (
        "period",
        .object([
            ("description", "2024, 2024K1, 2024M05, 2023/24 or 2014-2016."), ("type", .list(["string", "integer"])),
        ])
    ),
    (
        "date",
        .object([
            ("description", "A day: 2026-06-24."), ("type", "string"), ("pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"),
        ])
    ),
    (
        "formula",
        .object([
            ("description", "An expression over the dataset's columns."),
            ("type", .list(["string", "number", "boolean"])),
        ])
    ),
]

private func schema(of shape: Shape) -> [(String, JSON)] {
    var keys: [(String, JSON)] = [
        ("description", .text(shape.about)), ("type", "object"), ("additionalProperties", .flag(false)),
        (
            "properties",
            .object(shape.keys.map { ($0.name, .object([("description", .text($0.about))] + schema(of: $0.kind))) })
        ),
    ]
    let required = shape.keys.filter { $0.need == .required }.map { JSON.text($0.name) }
    if !required.isEmpty { keys.append(("required", .list(required))) }
    if !shape.oneOf.isEmpty { keys.append(("anyOf", .list(shape.oneOf.map(needs)))) }
    let alternatives = shape.keys.compactMap { key -> JSON? in
        guard case .unless(let others) = key.need else { return nil }
        return .object([("anyOf", .list(([key.name] + others).map(needs)))])
    }
    if !alternatives.isEmpty { keys.append(("allOf", .list(alternatives))) }
    return keys
}

private func needs(_ key: String) -> JSON { .object([("required", .list([.text(key)]))]) }

/// The keys of a value's schema. What a shape says of itself is left out: the sentence about the key that holds it stands
/// there already.
private func schema(of kind: ValueKind) -> [(String, JSON)] {
    switch kind {
    case .text: return [("$ref", "#/$defs/text")]
    case .words: return [("$ref", "#/$defs/words")]
    case .period: return [("$ref", "#/$defs/period")]
    case .date: return [("$ref", "#/$defs/date")]
    case .formula: return [("$ref", "#/$defs/formula")]
    case .number: return [("type", "number")]
    case .flag: return [("type", "boolean")]
    case .integer(let bounds):
        guard let bounds else { return [("type", "integer")] }
        return [("type", "integer"), ("minimum", .number(bounds.lowerBound)), ("maximum", .number(bounds.upperBound))]
    case .choice(let words, _): return [("enum", .list(words.map { .text($0) }))]
    case .list(let item): return [("type", "array"), ("items", .object(schema(of: item)))]
    case .shape(let shape): return schema(of: shape).filter { $0.0 != "description" }
    case .named(let value, _, let pattern):
        let names = pattern.map { [("propertyNames", JSON.object([("pattern", .text($0))]))] } ?? []
        return [("type", "object")] + names + [("additionalProperties", .object(schema(of: value)))]
    case .either(let kinds): return [("anyOf", .list(kinds.map { .object(schema(of: $0)) }))]
    }
}

/// JSON whose keys stay in the order they are written in.
private indirect enum JSON: ExpressibleByStringLiteral, Sendable {
    case text(String)
    case number(Int)
    case flag(Bool)
    case list([JSON])
    case object([(String, JSON)])

    init(stringLiteral text: String) { self = .text(text) }

    /// With two spaces a level; a list or object of plain values that fits on a line stands on one.
    func pretty(_ indent: String = "") -> String {
        let inner = indent + "  "
        switch self {
        case .text(let text): return quoted(text)
        case .number(let number): return "\(number)"
        case .flag(let flag): return "\(flag)"
        case .list(let items):
            let parts = items.map { $0.pretty(inner) }
            return wrapped("[", parts, "]", indent, isOneLine: items.allSatisfy(\.isPlain))
        case .object(let keys):
            let parts = keys.map { "\(quoted($0.0)): \($0.1.pretty(inner))" }
            return wrapped("{", parts, "}", indent, isOneLine: keys.count < 3 && keys.allSatisfy(\.1.isPlain))
        }
    }

    private var isPlain: Bool {
        switch self {
        case .text, .number, .flag: true
        case .list, .object: false
        }
    }

    private func wrapped(
        _ open: String, _ parts: [String], _ close: String, _ indent: String, isOneLine: Bool
    ) -> String {
        let line = "\(open) \(parts.joined(separator: ", ")) \(close)"
        if isOneLine, line.count + indent.count <= 120 { return line }
        return "\(open)\n\(parts.map { indent + "  " + $0 }.joined(separator: ",\n"))\n\(indent)\(close)"
    }

    private func quoted(_ text: String) -> String {
        let escaped = text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
        return "\"\(escaped)\""
    }
}
