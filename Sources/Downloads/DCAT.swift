import Assessment
import Vocabulary
import Wording

/// The catalogue of an edition's data as JSON-LD, after DCAT-AP 3: one dataset for each indicator with its files, and one
/// for all of them together, with what DCAT-AP-NO asks for beside that where the project says it. Addresses are whole
/// where the project has one, else relative to the catalogue.
public func dcat<E>(_ edition: DataEdition<E>) -> [UInt8] {
    let writer = CatalogueWriter(edition: edition)
    let graph =
        [writer.catalogue(), writer.publisher()] + edition.indicators.map(writer.dataset) + [writer.everything()]
    return JSONValue.file([("@context", context), ("@graph", .list(graph))])
}

private let context = JSONValue.object(
    [
        ("dcat", "http://www.w3.org/ns/dcat#"), ("dct", "http://purl.org/dc/terms/"),
        ("foaf", "http://xmlns.com/foaf/0.1/"),
        ("vcard", "http://www.w3.org/2006/vcard/ns#"), ("xsd", "http://www.w3.org/2001/XMLSchema#"),
        ("skos", "http://www.w3.org/2004/02/skos/core#"), ("dcatap", "http://data.europa.eu/r5r/"),
    ].map { ($0, .text($1)) })

/// The authority tables of the European Union's publications office.
private let authority = "http://publications.europa.eu/resource/authority/"

private typealias Members = [(String, JSONValue)]

private struct CatalogueWriter<E: Publishable> {
    let edition: DataEdition<E>

    private var project: ProjectDescription { edition.project }
    private var open: OpenDataDescription { edition.project.openData }

    func catalogue() -> JSONValue {
        let lede = project.lede.isEmpty ? project.title : project.lede
        return node(
            "", "dcat:Catalog",
            [
                ("dct:title", words(project.title)), ("dct:description", words(lede, also: edition.notice)),
                ("dct:publisher", publisherReference), ("dcat:contactPoint", contact()),
                ("foaf:homepage", document(edition.addresses.front(project.languages.first ?? .danish))),
                ("dcat:themeTaxonomy", concept("data-theme", "skos:ConceptScheme", "dct:title", "data.themes")),
            ] + shared()
                + [
                    (
                        "dcat:dataset",
                        .list(
                            (edition.indicators.map(\.description.id).map(name) + ["all"]).map { reference(here($0)) })
                    )
                ])
    }

    func publisher() -> JSONValue {
        var members: Members = [("@id", .text(publisherID)), ("@type", .text("foaf:Agent"))]
        members.append(("foaf:name", words(project.organisation)))
        return .object(members)
    }

    func dataset(_ a: Assessed<E>) -> JSONValue {
        let d = a.description
        var about = temporal([a])
        if let rhythm = d.sources.first?.rhythm { about.append(("dct:accrualPeriodicity", frequency(rhythm))) }
        let goal = project.goals.first { $0.id == d.goal }
        if let goal { about.append(("dcat:keyword", words(goal.title))) }
        let files: [JSONValue] = project.languages.flatMap { language -> [JSONValue] in
            let at = edition.addresses.indicator(d.id, language)
            let id = "\(name(d.id))-\(language.rawValue)-"
            return [
                distribution(id + "csv", at.csv, .csv, d.title, language),
                distribution(id + "json", at.json, .json, d.title, language),
                distribution(id + "json-stat", at.jsonStat, .jsonStat, d.title, language),
            ]
        }
        let definition = [d.definition, d.subtitle, d.title].first { !$0.isEmpty } ?? d.title
        return node(
            name(d.id), "dcat:Dataset",
            [
                ("dct:title", words(d.title)), ("dct:description", words(definition) { edition.notice(d, $0) }),
                ("dct:identifier", .text(d.id)),
                (
                    "dct:bibliographicCitation",
                    words {
                        citation(
                            d, project: $0.project, language: $1, page: $0.edition.addresses.indicator(d.id, $1).page)
                    }
                ),
                (
                    "dcat:landingPage",
                    .list(project.languages.map { document(edition.addresses.indicator(d.id, $0).page) })
                ),
            ] + described() + about + [("dcat:distribution", .list(files))])
    }

    /// All indicators together.
    func everything() -> JSONValue {
        let packages = project.languages.map {
            distribution("all-\($0.rawValue)", edition.addresses.dataPackage($0), .package, project.title, $0)
        }
        let database = distribution("all-sqlite", edition.addresses.database, .database, project.title, nil)
        return node(
            "all", "dcat:Dataset",
            [
                ("dct:title", words { "\($0.project.title($1)): " + $0.project.phrases($1)("data.list.all") }),
                (
                    "dct:description",
                    words { $0.project.phrases($1)("data.list.allAbout") + " " + $0.edition.notice($1) }
                ),
                ("dct:identifier", .text("all")),
                ("dcat:landingPage", .list(project.languages.map { document(edition.addresses.front($0)) })),
                ("dcat:keyword", .list(project.goals.flatMap { texts($0.title.callAsFunction) })),
            ] + described() + temporal(edition.indicators) + [("dcat:distribution", .list(packages + [database]))])
    }

    /// The days that figures reach over, the last included.
    private func temporal(_ indicators: [Assessed<E>]) -> Members {
        let periods = indicators.flatMap { rows($0, .danish, "").map(\.point.period) }
        guard let first = periods.map(\.firstDay).min(), let last = periods.map(\.lastDay).max() else { return [] }
        let days: Members = [
            ("@type", .text("dct:PeriodOfTime")), ("dcat:startDate", date(first)), ("dcat:endDate", date(last)),
        ]
        return [("dct:temporal", .object(days))]
    }

    /// What every dataset says: whose it is, whom to ask, what it is about.
    private func described() -> Members {
        let themes = (open.themes.isEmpty ? [.government] : open.themes).map {
            concept("data-theme/" + $0.rawValue, "skos:Concept", "skos:prefLabel", "data.theme." + $0.rawValue)
        }
        return [
            ("dct:publisher", publisherReference), ("dcat:contactPoint", contact()), ("dcat:theme", .list(themes)),
            ("dct:accessRights", typed(authority + "access-right/PUBLIC", "dct:RightsStatement")),
        ] + shared()
    }

    /// What the catalogue and its datasets both say.
    private func shared() -> Members {
        var members: Members = [("dct:language", .list(project.languages.map(language)))]
        if !open.spatial.isEmpty { members.append(("dct:spatial", typed(open.spatial, "dct:Location"))) }
        if let licence = open.licence {
            members.append(("dct:license", typed(licence.authority, "dct:LicenseDocument")))
        }
        if !project.builtAt.isEmpty { members.append(("dct:modified", date(project.builtAt))) }
        return members
    }

    private func contact() -> JSONValue {
        var members: Members = [
            ("@id", .text(here("contact"))),
            ("@type", .list(["vcard:Kind", "vcard:Organization"].map(JSONValue.text))),
            ("vcard:fn", words(project.contactName.isEmpty ? project.organisation : project.contactName)),
        ]
        if !open.email.isEmpty { members.append(("vcard:hasEmail", reference("mailto:" + open.email))) }
        if project.contactAddress.hasPrefix("http") {
            members.append(("vcard:hasURL", reference(project.contactAddress)))
        }
        return .object(members)
    }

    private func distribution(
        _ id: String, _ path: String, _ format: FileFormat, _ title: LocalizedText, _ language: Language?
    ) -> JSONValue {
        let at = reference(address(path))
        var members: Members = [
            (
                "dct:title",
                words { $0.project.phrases($1)("data.fileTitle", ["title": title($1), "format": format.name]) }
            ),
            ("dcat:accessURL", at), ("dcat:downloadURL", at),
            ("dct:format", typed(authority + "file-type/" + format.fileType, "dct:MediaTypeOrExtent", "dct:MediaType")),
            (
                "dcat:mediaType",
                typed("https://www.iana.org/assignments/media-types/" + format.mediaType, "dct:MediaType")
            ),
        ]
        let availability = "planned-availability/AVAILABLE"
        members.append(
            ("dcatap:availability", concept(availability, "skos:Concept", "skos:prefLabel", "data.availability")))
        if let language { members.append(("dct:language", self.language(language))) }
        if let licence = open.licence {
            members.append(("dct:license", typed(licence.authority, "dct:LicenseDocument")))
        }
        if !project.builtAt.isEmpty { members.append(("dct:modified", date(project.builtAt))) }
        return node(id, "dcat:Distribution", members)
    }

    // MARK: - Values

    private func node(_ id: String, _ type: String, _ members: Members) -> JSONValue {
        .object([("@id", .text(here(id))), ("@type", .text(type))] + members)
    }

    /// A word of the European Union's tables, with what it is called: catalogues need not fetch the table.
    private func concept(_ code: String, _ type: String, _ label: String, _ phrase: String) -> JSONValue {
        .object([
            ("@id", .text(authority + code)), ("@type", .text(type)),
            (label, words { $0.project.phrases($1)(phrase) }),
        ])
    }

    private func words(_ text: LocalizedText, also: ((Language) -> String)? = nil) -> JSONValue {
        words { _, language in
            [text(language), also?(language) ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
        }
    }

    private func words(_ text: (Self, Language) -> String) -> JSONValue { .list(texts { text(self, $0) }) }

    private func texts(_ text: (Language) -> String) -> [JSONValue] {
        project.languages.map { language in
            .object([("@value", .text(text(language).trimmed)), ("@language", .text(language.rawValue))])
        }
    }

    /// An indicator's own name in the catalogue, apart from those of the catalogue itself.
    private func name(_ indicator: String) -> String { "indicator-" + indicator }

    private func address(_ path: String) -> String {
        if !open.address.isEmpty { return open.address + shortAddress(path) }
        let up = edition.addresses.catalogue.split(separator: "/").dropLast().map { _ in "../" }.joined()
        return up + shortAddress(path)
    }

    /// A thing that the catalogue itself describes.
    private func here(_ name: String) -> String {
        let catalogue = open.address.isEmpty ? "" : open.address + edition.addresses.catalogue
        return name.isEmpty && !catalogue.isEmpty ? catalogue : catalogue + "#" + (name.isEmpty ? "catalogue" : name)
    }

    private var publisherID: String { open.publisher.isEmpty ? here("publisher") : open.publisher }
    private var publisherReference: JSONValue { reference(publisherID) }

    private func reference(_ id: String) -> JSONValue { .object([("@id", .text(id))]) }
    private func document(_ path: String) -> JSONValue { typed(address(path), "foaf:Document") }

    private func typed(_ id: String, _ types: String...) -> JSONValue {
        .object([("@id", .text(id)), ("@type", .list(types.map(JSONValue.text)))])
    }

    private func date(_ iso: String) -> JSONValue {
        .object([("@value", .text(iso)), ("@type", .text("xsd:date"))])
    }

    private func frequency(_ rhythm: Grain) -> JSONValue {
        let code =
            switch rhythm {
            case .day: "DAILY"
            case .week: "WEEKLY"
            case .month: "MONTHLY"
            case .quarter: "QUARTERLY"
            case .tertial: "ANNUAL_3"
            case .halfYear: "ANNUAL_2"
            case .year, .schoolYear, .window, .schoolWindow: "ANNUAL"
            }
        return typed(authority + "frequency/" + code, "dct:Frequency")
    }

    private func language(_ language: Language) -> JSONValue {
        let code =
            switch language {
            case .danish: "DAN"
            case .bokmal: "NOB"
            case .english: "ENG"
            }
        return typed(authority + "language/" + code, "dct:LinguisticSystem")
    }
}

/// A kind of file that a catalogue names.
private enum FileFormat {
    case csv, json, jsonStat, package, database

    /// As people call it, the same in every language.
    var name: String {
        switch self {
        case .csv: "CSV"
        case .json: "JSON"
        case .jsonStat: "JSON-stat"
        case .package: "Data Package"
        case .database: "SQLite"
        }
    }

    /// Its code in the authority table `file-type`.
    var fileType: String {
        switch self {
        case .csv: "CSV"
        case .json, .jsonStat, .package: "JSON"
        // The table has no word for SQLite; the media type names it.
        case .database: "BIN"
        }
    }

    var mediaType: String {
        switch self {
        case .csv: "text/csv"
        case .json, .jsonStat, .package: "application/json"
        case .database: "application/vnd.sqlite3"
        }
    }
}

extension Licence {
    /// Its name in the authority table `licence`.
    fileprivate var authority: String {
        let code =
            switch self {
            case .attribution: "CC_BY_4_0"
            case .zero: "CC0"
            case .norwegian: "NLOD_2_0"
            }
        return "http://publications.europa.eu/resource/authority/licence/" + code
    }
}

extension String {
    fileprivate var trimmed: String { hasSuffix(" ") ? String(dropLast()) : self }
}
