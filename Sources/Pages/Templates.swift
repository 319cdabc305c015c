import Mustache

/// What a template may be given. Mustache renders a missing key as nothing, so every value is made of these alone and
/// every key is declared in `templateContract`.
enum TemplateValue {
    case text(String)
    /// Markup that is already escaped.
    case markup(String)
    case flag(Bool)
    case list([[String: TemplateValue]])

    fileprivate var plain: Any {
        switch self {
        case .text(let text), .markup(let text): text
        case .flag(let flag): flag
        case .list(let items): items.map { $0.mapValues(\.plain) }
        }
    }
}

/// The keys each template uses, and under `template.list` the keys of a list's items. A test holds the templates to
/// this, and rendering holds the values to it.
public let templateContract: [String: Set<String>] = [
    "frame": [
        "language", "title", "description", "stylesheet", "icon", "script", "hasStructured", "structured", "find", "findText", "isFind", "alternates", "hasNotice", "notice", "hasEditionNotice",
        "editionNotice", "skip", "home", "homeLabel", "organisation", "menuLabel", "menu", "languageLabel",
        "languages",
        "symbols", "content", "footerLabel", "footerNotes", "footerLinks",
    ],
    "frame.alternates": ["href", "code"],
    "frame.menu": ["href", "text", "isCurrent"],
    "frame.languages": ["href", "text", "code", "isCurrent"],
    "frame.footerNotes": ["note"],
    "frame.footerLinks": ["href", "text"],
    "front": ["title", "lede", "hasLede", "standing", "tally", "hasUntil", "until", "hasEquation", "equation", "equationHeading", "equationText", "news", "sheetHref", "sheetText", "sections"],
    "front.equation": ["name", "value", "hasVerdict", "verdict", "chart", "sentence"],
    "front.news": ["id", "heading", "body"],
    "front.sections": ["id", "heading", "statement", "hasStatement", "table"],
    "goals": ["title", "lede", "sections"],
    "goals.sections": ["id", "heading", "statement", "tally"],
    "goal": [
        "crumbs", "title", "statement", "hasPoints", "pointsHeading", "points", "statusHeading", "standing", "tally",
        "sheetHref", "sheetText", "tableHeading", "hasTable", "table", "emptyText",
    ],
    "goal.points": ["point"],
    "indicator": [
        "crumbs", "title", "hasSubtitle", "subtitle", "sentence", "factsHeading", "facts", "hasCharts", "hasChart",
        "chart", "hasNext", "next", "sections", "aboutHeading", "about", "hasTalk", "talkHeading", "talkWarning",
        "hasTalkLink", "talkHref", "talkLink", "hasCite", "citeHeading", "cite",
    ],
    "indicator.facts": ["label", "value", "hasNote", "note"],
    "indicator.sections": ["id", "heading", "text", "hasText", "body"],
    "indicator.about": ["heading", "body"],
    "unit": ["crumbs", "title", "hasAbout", "about", "lede", "sections"],
    "unit.sections": ["id", "heading", "hasText", "text", "body"],
    "compare": ["title", "lede", "notes", "sections", "hasNone", "none"],
    "compare.sections": ["id", "heading", "body"],
    "search": ["title", "lede", "label", "found", "none", "sections"],
    "search.sections": ["id", "heading", "items"],
    "sheet": [
        "crumbs", "organisation", "title", "lede", "until", "tally", "sections", "notes", "pdfHref", "pdfText", "print",
    ],
    "sheet.sections": ["id", "heading", "hasHeading", "standing", "items"],
    "sheet.sections.items": ["name", "verdict", "sentence", "chart", "hasTarget", "target", "source"],
    "sheet.notes": ["note"],
    "embed": [
        "language", "title", "heading", "stylesheet", "icon", "hasNotice", "notice", "hasSentence", "sentence", "chart",
        "back", "backText",
    ],
    "text": ["title", "hasLede", "lede", "sections"],
    "text.sections": ["heading", "hasHeading", "body"],
    "notFound": ["language", "title", "text", "stylesheet", "icon", "links"],
    "notFound.links": ["href", "text", "code"],
    "root": ["language", "title", "href", "text", "icon"],
]

/// The source of a template as it is embedded, by name; nil where there is none.
public func templateSource(_ name: String) -> String? {
    templateFiles[name].map { String(decoding: $0, as: UTF8.self) }
}

private let templateFiles: [String: [UInt8]] = [
    "frame": PackageResources.frame_mustache,
    "front": PackageResources.front_mustache,
    "goals": PackageResources.goals_mustache,
    "goal": PackageResources.goal_mustache,
    "indicator": PackageResources.indicator_mustache,
    "text": PackageResources.text_mustache,
    "unit": PackageResources.unit_mustache,
    "compare": PackageResources.compare_mustache,
    "search": PackageResources.search_mustache,
    "sheet": PackageResources.sheet_mustache,
    "embed": PackageResources.embed_mustache,
    "notFound": PackageResources.notFound_mustache,
    "root": PackageResources.root_mustache,
]

private let templates: [String: MustacheTemplate] = templateFiles.mapValues { bytes in
    do {
        return try MustacheTemplate(string: String(decoding: bytes, as: UTF8.self))
    } catch {
        preconditionFailure("a template of the binary itself cannot be read: \(error)")
    }
}

/// Renders a template. Values that the contract does not know, or keys without a value, are programming errors.
func render(_ name: String, _ values: [String: TemplateValue]) -> String {
    guard let template = templates[name] else { preconditionFailure("there is no template \(name)") }
    hold(values, to: name)
    return template.render(values.mapValues(\.plain))
}

private func hold(_ values: [String: TemplateValue], to name: String) {
    let declared = templateContract[name] ?? []
    let difference = declared.symmetricDifference(values.keys)
    precondition(difference.isEmpty, "\(name): undeclared or missing \(difference.sorted())")
    for (key, value) in values {
        if case .list(let items) = value { items.forEach { hold($0, to: "\(name).\(key)") } }
    }
}
