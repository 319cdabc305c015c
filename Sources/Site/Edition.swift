import Assessment
internal import Audit
internal import CairoCanvas
import Findings
internal import Pages
public import Vocabulary

/// What writing a whole edition did.
public struct EditionReport: Hashable, Sendable {
    public var files: WriteReport
    /// Pages among them.
    public var pages: Int
}

/// Makes every file of an edition, looks at each as it goes by, and writes the site to `folder` where that differs from
/// the site that is there. Files are made and let go one after the other, but for the pages of a language.
/// - Throws: `Refusal` with what the files get wrong, or where the folder cannot be written; the site stays as it was.
public func write<E: Publishable>(
    _ content: EditionContent<E>, _ drawings: Drawings, to folder: String
) throws -> EditionReport {
    let writer = try EditionWriter(folder: folder, copies: content.project.copies)
    // The address is the public edition's alone.
    var audit = SiteAudit(address: E.self == Public.self ? content.project.openData.address : "")
    var pages = 0
    try makeFiles(content, drawings) { staged in
        let file = staged.file
        if file.path.hasSuffix(".html") { pages += 1 }
        file.bytes.withUnsafeBufferPointer {
            audit.read(file.path, $0, requiredNotice: staged.requiredNotice, standsAlone: staged.standsAlone)
        }
        try writer.add(file)
    }
    let findings = audit.findings()
    guard !findings.stops() else { throw Refusal(findings) }
    return EditionReport(files: try writer.finish(), pages: pages)
}

/// Every file of an edition: pages, style sheet, pictures and data.
private func makeFiles<E: Publishable>(
    _ content: EditionContent<E>, _ drawings: Drawings, _ each: (StagedFile) throws -> Void
) throws {
    var pagePaths: [Language: [String]] = [:]
    for language in content.project.languages {
        let drawn = drawings.byLanguage[language] ?? []
        pagePaths[language] = []
        for page in pageFiles(content, drawn, language) {
            pagePaths[language]?.append(page.file.path)
            try each(page)
        }
        for sheet in councilSheets(content, language) { try each(sheet) }
        let artist = Artist(content: content, language: language)
        for (indicator, charts) in zip(content.indicators, drawn) {
            for chart in charts.names { try makePictures(chart, indicator, artist, each) }
        }
    }
    try makeOpenData(content, pages: pagePaths, each)
    let model = siteModel(content, [])
    for page in rootPages(model) {
        try each(StagedFile(OutputFile(path: page.path, text: page.html), standsAlone: true))
    }
    try each(StagedFile(OutputFile(path: iconPath, bytes: icon())))
    try each(StagedFile(OutputFile(path: scriptPath, bytes: script())))
    try each(StagedFile(OutputFile(path: stylesheetPath, text: stylesheet(model))))
}

private func siteModel<E: Publishable>(_ content: EditionContent<E>, _ drawn: [IndicatorCharts]) -> SiteModel<E> {
    SiteModel(
        project: content.project,
        indicators: zip(content.indicators, drawn).map { IndicatorPage(assessed: $0, charts: $1) },
        units: content.units, stylesheet: chartStylesheet(), notes: content.sources,
        fewestPersons: content.fewestPersons)
}

private func pageFiles<E: Publishable>(
    _ content: EditionContent<E>, _ drawn: [IndicatorCharts], _ language: Language
) -> [StagedFile] {
    let notice = content.project.sampleNotice(language)
    let samples = content.indicators.filter(\.description.isSample).map(\.description)
    var marked: Set<String> = []
    if !samples.isEmpty, !notice.isEmpty {
        marked = Set(
            [path(.front, language), path(.data, language)] + samples.map { path(.indicator($0.id), language) }
                + samples.map { path(.goal($0.goal), language) })
    }
    let embedded = Set(
        zip(content.indicators, drawn).flatMap { indicator, charts in
            charts.names.map { path(.embed(indicator: indicator.description.id, $0), language) }
        })
    var model = siteModel(content, drawn)
    model.structuredData = structuredData(content, language)
    return pages(model, language: language).map {
        StagedFile(
            OutputFile(path: $0.path, text: $0.html), requiredNotice: marked.contains($0.path) ? notice : nil,
            standsAlone: embedded.contains($0.path))
    }
}

private func makePictures<E: Publishable>(
    _ chart: ChartName, _ indicator: Assessed<E>, _ artist: Artist<E>, _ each: (StagedFile) throws -> Void
) rethrows {
    let notice = artist.content.notice(indicator, artist.language)
    for format in PictureFormat.allCases {
        guard let bytes = artist.picture(chart, indicator, as: format) else { continue }
        let file = LinkedFile.picture(indicator: indicator.description.id, chart, format)
        try each(
            StagedFile(
                OutputFile(path: path(file, artist.language), bytes: bytes),
                requiredNotice: format == .svg && !notice.isEmpty ? notice : nil))
    }
}
