public import Assessment
public import Vocabulary
import Wording

/// What search engines for data read on an indicator's page: a schema.org `Dataset` as JSON-LD, for
/// `<script type="application/ld+json">`. Nothing in it ends that element. Addresses are whole where the project has
/// one, else relative to the page.
public func datasetMarkup<E>(_ a: Assessed<E>, _ edition: DataEdition<E>, language: Language) -> String {
    let project = edition.project
    let open = project.openData
    let d = a.description
    let at = edition.addresses.indicator(d.id, language)
    let title = d.title(language)
    let site = project.title(language)
    // Search engines ask for at least fifty letters.
    let about = [
        title + ".", aboutText(d, language, edition.notice(d, language)),
        site + ", " + project.organisation(language) + ".",
    ]
    var members: [(String, JSONValue)] = [
        ("@context", .text("https://schema.org/")), ("@type", .text("Dataset")), ("name", .text(title)),
        ("description", .text(String(about.filter { $0 != "" }.joined(separator: " ").prefix(5000)))),
        ("identifier", .text(d.id)), ("inLanguage", .text(language.rawValue)), ("isAccessibleForFree", .flag(true)),
    ]
    if !open.address.isEmpty { members.append(("url", .text(open.address + shortAddress(at.page)))) }
    if let licence = open.licence { members.append(("license", .text(licence.address))) }
    members.append(
        (
            "creator",
            .object([("@type", .text("GovernmentOrganization")), ("name", .text(project.organisation(language)))])
        ))
    members.append(("creditText", .text(citation(d, project: project, language: language, page: at.page))))
    members.append(("includedInDataCatalog", .object([("@type", .text("DataCatalog")), ("name", .text(site))])))
    if !project.builtAt.isEmpty { members.append(("dateModified", .text(project.builtAt))) }
    let periods = rows(a, language, "").map(\.point.period)
    if let first = periods.map(\.firstDay).min(), let last = periods.map(\.lastDay).max() {
        members.append(("temporalCoverage", .text(first + "/" + last)))
    }
    if !open.spatial.isEmpty { members.append(("spatialCoverage", .text(open.spatial))) }
    var measured: [(String, JSONValue)] = [("@type", .text("PropertyValue")), ("name", .text(title))]
    let unit = d.unit.word(language)
    if !unit.isEmpty { measured.append(("unitText", .text(unit))) }
    members.append(("variableMeasured", .list([.object(measured)])))
    let files = [("text/csv", at.csv), ("application/json", at.json), ("application/json", at.jsonStat)]
    members.append(
        (
            "distribution",
            .list(
                files.map { format, path in
                    .object([
                        ("@type", .text("DataDownload")), ("encodingFormat", .text(format)),
                        ("contentUrl", .text(open.address.isEmpty ? nameOfFile(path) : open.address + path)),
                    ])
                })
        ))
    var bytes: [UInt8] = []
    JSONValue.object(members).write(to: &bytes)
    // `<` stands in texts alone, where JSON may write it so.
    return String(decoding: bytes, as: UTF8.self).split(separator: "<", omittingEmptySubsequences: false)
        .joined(separator: "\\u003c")
}

/// An indicator's files lie beside its page.
private func nameOfFile(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
