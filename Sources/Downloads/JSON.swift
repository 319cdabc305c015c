public import Assessment
public import Vocabulary

/// The figures of an indicator as JSON, with what it is, where it comes from, its targets, its verdict and what is said
/// of its ups and downs and its units. The rows have the columns of the comma-separated file by name; numbers are
/// numbers, and null where there is none to show.
public func json<E: Publishable>(_ a: Assessed<E>, language: Language, sampleNotice: String) -> [UInt8] {
    let description = a.description
    let members: [(String, JSONValue)] = [
        ("indicator", .text(description.id)),
        ("title", .text(description.title(language))),
        ("unit_of_measure", .text(description.unit.word(language))),
        ("language", .text(language.rawValue)),
        ("source", .list(description.sources.map { source($0, language) })),
        ("licence", .text(licences(description.sources))),
        ("note", .text(sampleNotice)),
        ("target", description.target.map { target($0, language) } ?? .null),
        ("verdict", .text(a.outcome.verdict.rawValue)),
    ] + assessmentMembers(a, language)
    var bytes = Array("{\n".utf8)
    for (name, value) in members {
        bytes += "\"\(name)\":".utf8
        value.write(to: &bytes)
        bytes += ",\n".utf8
    }
    bytes += "\"rows\":[".utf8
    for (place, row) in rows(a, language, sampleNotice).enumerated() {
        bytes += (place > 0 ? ",\n" : "\n").utf8
        JSONValue.object(Row.columns.map { ($0.name, JSONValue($0.cell(row))) }).write(to: &bytes)
    }
    bytes += "\n]\n}\n".utf8
    return bytes
}

private func source(_ source: SourceDescription, _ language: Language) -> JSONValue {
    .object([
        ("dataset", .text(source.dataset)),
        ("title", .text(source.title(language))),
        ("publisher", .text(source.publisher(language))),
        ("address", .text(source.address)),
        ("licence", .text(source.licence)),
        ("sample", .flag(source.isSample)),
        ("rhythm", .text(source.rhythm.rawValue)),
        ("next", .text(source.next)),
    ])
}

/// The sources' licences in their order, each once.
private func licences(_ sources: [SourceDescription]) -> String {
    var seen: Set<String> = []
    return sources.map(\.licence).filter { !$0.isEmpty && seen.insert($0).inserted }.joined(separator: "; ")
}
