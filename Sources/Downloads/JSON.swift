public import Assessment
public import Vocabulary

/// The same figures as `csv`, for programs: what the figure is, then an entry a figure. Keys keep their order, so the
/// same figures give the same bytes.
public func json<E: Publishable>(_ a: Assessed<E>, language: Language, sampleNotice: String) -> [UInt8] {
    let d = a.description
    var out = "{\n"
    func line(_ key: String, _ value: String) { out += "  \(quoted(key)): \(value),\n" }
    line("indicator", quoted(d.id))
    line("title", quoted(d.title(language)))
    line("language", quoted(language.rawValue))
    line("unit_of_measure", quoted(unitWord(d.unit, language)))
    line("definition", quoted(d.definition(language)))
    line("limits", quoted(d.limits(language)))
    line("owner", quoted(d.owner(language)))
    line("sample", d.isSample ? "true" : "false")
    line("notice", quoted(sampleNotice))
    line("target", d.target.map { target($0, d.unit, language) } ?? "null")
    line("sources", list(d.sources.map { source($0, language) }))
    out += "  \"figures\": " + list(records(a, language).map { figure($0, d, language) }) + "\n}\n"
    return Array(out.utf8)
}

private func target(_ target: Target, _ unit: UnitOfMeasure, _ language: Language) -> String {
    object([
        ("kind", quoted(target.kind.rawValue)), ("year", String(target.year)),
        ("value", decimalText(target.value, decimals: unit.decimals)),
        ("upper", target.upper.map { decimalText($0, decimals: unit.decimals) } ?? "null"),
        ("status", quoted(target.status.rawValue)), ("body", quoted(target.body(language))),
        ("date", quoted(target.date)), ("reference", quoted(target.reference)),
    ])
}

private func source(_ source: SourceDescription, _ language: Language) -> String {
    object([
        ("dataset", quoted(source.dataset)), ("title", quoted(source.title(language))),
        ("publisher", quoted(source.publisher(language))), ("address", quoted(source.address)),
        ("licence", quoted(source.licence)), ("sample", source.isSample ? "true" : "false"),
    ])
}

private func figure(_ record: Record, _ d: IndicatorDescription, _ language: Language) -> String {
    let point = record.point, decimals = d.unit.decimals
    let isShown = point.state == .shown
    func number(_ value: Double?) -> String {
        isShown ? value.map { decimalText($0, decimals: decimals) } ?? "null" : "null"
    }
    return object([
        ("scope", quoted(record.scope.rawValue)), ("period", quoted(record.period.key)),
        ("period_start", quoted(firstDay(record.period))), ("unit", quoted(record.unit.code.code)),
        ("unit_name", quoted(record.unitName)), ("breakdown", quoted(record.breakdown)),
        ("value", number(point.value)),
        ("numerator", isShown ? point.numerator?.normalized.description ?? "null" : "null"),
        ("denominator", isShown ? point.denominator?.normalized.description ?? "null" : "null"),
        ("count", isShown ? point.count.map(String.init) ?? "null" : "null"), ("low", number(point.low)),
        ("high", number(point.high)), ("state", quoted(point.state.rawValue)),
        ("provisional", point.isProvisional ? "true" : "false"),
        ("note", quoted(note(record, d, language, ""))),
    ])
}

private func object(_ members: [(String, String)]) -> String {
    "{" + members.map { quoted($0.0) + ": " + $0.1 }.joined(separator: ", ") + "}"
}

private func list(_ items: [String]) -> String {
    items.isEmpty ? "[]" : "[\n    " + items.joined(separator: ",\n    ") + "\n  ]"
}

/// A JSON string.
private func quoted(_ text: String) -> String {
    var out = "\""
    for letter in text.unicodeScalars {
        switch letter {
        case "\"": out += "\\\""
        case "\\": out += "\\\\"
        case "\n": out += "\\n"
        case "\t": out += "\\t"
        case "\u{0}"..."\u{1F}", "\u{2028}", "\u{2029}":
            let hex = String(letter.value, radix: 16)
            out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
        default: out.unicodeScalars.append(letter)
        }
    }
    return out + "\""
}
