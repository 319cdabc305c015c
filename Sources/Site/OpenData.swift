import Assessment
internal import Downloads
internal import Pages
import Vocabulary

/// Makes the files of the open data of an edition, one after the other: those of each indicator and language, those of
/// the whole, and in the public edition what catalogues and search engines read.
/// - Parameter pages: the paths of the pages of each language, in one order.
func makeOpenData<E: Publishable, Failure: Error>(
    _ content: EditionContent<E>, pages: [Language: [String]], _ each: (StagedFile) throws(Failure) -> Void
) throws(Failure) {
    func add(_ path: String, _ bytes: [UInt8], _ notice: String = "") throws(Failure) {
        try each(StagedFile(OutputFile(path: path, bytes: bytes), requiredNotice: notice.isEmpty ? nil : notice))
    }
    let edition = content.dataEdition, project = content.project
    for language in project.languages { try make(edition, language, add) }
    try add(edition.addresses.database, sqliteFile(edition))
    guard E.self == Public.self else {
        return try add("robots.txt", robots(isPublic: false, project: project, sitemap: nil))
    }
    let isSample = edition.indicators.contains(where: \.description.isSample)
    try add(
        edition.addresses.catalogue, dcat(edition),
        isSample ? project.sampleNotice(project.languages.first ?? .danish) : "")
    let map = sitemap(versions(of: pages, project.languages), project: project)
    if let map { try add(sitemapPath, map) }
    try add("robots.txt", robots(isPublic: true, project: project, sitemap: map == nil ? nil : sitemapPath))
}

/// What search engines for data read on the indicators' pages of a language; nothing in the managers' edition, which
/// they are kept from.
func structuredData<E: Publishable>(_ content: EditionContent<E>, _ language: Language) -> [String: String] {
    guard E.self == Public.self else { return [:] }
    let edition = content.dataEdition
    return Dictionary(
        edition.indicators.map { ($0.description.id, datasetMarkup($0, edition, language: language)) }) { $1 }
}

private let sitemapPath = "sitemap.xml"

extension EditionContent {
    /// The same as the files of open data need it.
    var dataEdition: DataEdition<E> {
        DataEdition(
            project: project, indicators: indicators, units: units,
            addresses: EditionAddresses(
                indicator: { id, language in
                    EditionAddresses.Indicator(
                        page: path(.indicator(id), language), csv: path(.csv(indicator: id), language),
                        excelCSV: path(.excelCSV(indicator: id), language), csvw: path(.csvw(indicator: id), language),
                        json: path(.json(indicator: id), language), jsonStat: path(.jsonStat(indicator: id), language))
                },
                front: { path(SitePage.front, $0) }, dataPackage: { path(LinkedFile.dataPackage, $0) },
                unitsCSV: { path(LinkedFile.unitsCSV, $0) }, indicatorsCSV: { path(LinkedFile.indicatorsCSV, $0) },
                database: path(LinkedFile.database, .danish), catalogue: path(LinkedFile.catalogue, .danish)))
    }
}

/// The files of a language.
private func make<E: Publishable, Failure: Error>(
    _ edition: DataEdition<E>, _ language: Language,
    _ add: (_ path: String, _ bytes: [UInt8], _ notice: String) throws(Failure) -> Void
) throws(Failure) {
    let project = edition.project
    var tables: [String: MeasuredFile] = [:]
    for one in edition.indicators {
        let at = edition.addresses.indicator(one.description.id, language)
        let notice = one.description.isSample ? project.sampleNotice(language) : ""
        let table = csv(one, language: language, sampleNotice: notice)
        // A table without a figure has nothing invented in it, and no row to say so.
        let inRows = table.split(separator: 0x0A, maxSplits: 1).count > 1 ? notice : ""
        tables[at.csv] = MeasuredFile(table)
        try add(at.csv, table, inRows)
        try add(at.excelCSV, excelCSV(one, project: project, language: language, sampleNotice: notice), inRows)
        let file = at.csv.split(separator: "/").last.map(String.init) ?? at.csv
        try add(
            at.csvw, csvw(one, project: project, language: language, sampleNotice: notice, file: file), notice)
        try add(at.json, json(one, language: language, sampleNotice: notice), notice)
        try add(at.jsonStat, jsonStat(one, project: project, language: language, sampleNotice: notice), notice)
    }
    let lists = [
        (edition.addresses.unitsCSV(language), unitsCSV(edition, language: language)),
        (edition.addresses.indicatorsCSV(language), indicatorsCSV(edition, language: language)),
    ]
    for (path, bytes) in lists {
        tables[path] = MeasuredFile(bytes)
        try add(path, bytes, "")
    }
    try add(edition.addresses.dataPackage(language), dataPackage(edition, language: language, files: tables), "")
}

/// Each page in its languages: the pages of every language are written in one order. Where their numbers differ, each
/// page stands alone.
private func versions(of pages: [Language: [String]], _ languages: [Language]) -> [[Language: String]] {
    let counts = Set(languages.map { pages[$0]?.count ?? 0 })
    guard counts.count == 1, let count = counts.first else {
        return languages.flatMap { language in (pages[language] ?? []).map { [language: $0] } }
    }
    return (0..<count).map { place in
        Dictionary(uniqueKeysWithValues: languages.compactMap { language in pages[language].map { (language, $0[place]) } })
    }
}
