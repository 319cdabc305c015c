import Assessment
internal import Audit
internal import CairoCanvas
internal import Downloads
public import Findings
internal import Pages
public import Vocabulary

/// Every file of an edition: pages, style sheet, pictures and data.
public func outputFiles<E: Publishable>(_ content: EditionContent<E>, _ drawings: Drawings) -> [StagedFile] {
    var files: [StagedFile] = []
    var pagePaths: [Language: [String]] = [:]
    for language in content.project.languages {
        let drawn = drawings.byLanguage[language] ?? []
        let written = pageFiles(content, drawn, language)
        pagePaths[language] = written.map(\.file.path)
        files += written
        files += councilSheets(content, language)
        for (indicator, drawing) in zip(content.indicators, drawn) {
            files += linkedFiles(content, indicator, drawing, language)
        }
    }
    files += openDataFiles(content, pages: pagePaths)
    let model = siteModel(content, [])
    files += rootPages(model).map { StagedFile(OutputFile(path: $0.path, text: $0.html)) }
    files.append(StagedFile(OutputFile(path: iconPath, bytes: icon())))
    files.append(StagedFile(OutputFile(path: scriptPath, bytes: script())))
    files.append(StagedFile(OutputFile(path: stylesheetPath, text: stylesheet(model))))
    return files.sorted { $0.file.path < $1.file.path }
}

/// What the staged files get wrong: nothing is written while there is an error among it.
public func audit(_ files: [StagedFile]) -> [Finding] {
    let texts = files.filter { file in [".html", ".csv", ".json", ".jsonld", ".svg"].contains { file.file.path.hasSuffix($0) } }
    return faults(
        in: texts.map {
            StagedText(
                path: $0.file.path, text: String(decoding: $0.file.bytes, as: UTF8.self),
                requiredNotice: $0.requiredNotice)
        })
}

private func siteModel<E: Publishable>(_ content: EditionContent<E>, _ drawn: [DrawnIndicator]) -> SiteModel<E> {
    SiteModel(
        project: content.project,
        indicators: zip(content.indicators, drawn).map { IndicatorPage(assessed: $0, charts: $1.charts) },
        units: content.units, stylesheet: chartStylesheet(), notes: content.sources,
        fewestPersons: content.fewestPersons)
}

private func pageFiles<E: Publishable>(
    _ content: EditionContent<E>, _ drawn: [DrawnIndicator], _ language: Language
) -> [StagedFile] {
    let notice = content.project.sampleNotice(language)
    let samples = content.indicators.filter(\.description.isSample).map(\.description)
    var marked: Set<String> = []
    if !samples.isEmpty, !notice.isEmpty {
        marked = Set(
            [path(.front, language), path(.data, language)] + samples.map { path(.indicator($0.id), language) }
                + samples.map { path(.goal($0.goal), language) })
    }
    return pages(siteModel(content, drawn), language: language).map {
        StagedFile(
            OutputFile(path: $0.path, text: $0.html), requiredNotice: marked.contains($0.path) ? notice : nil)
    }
}

private func linkedFiles<E: Publishable>(
    _ content: EditionContent<E>, _ indicator: Assessed<E>, _ drawing: DrawnIndicator, _ language: Language
) -> [StagedFile] {
    let id = indicator.description.id
    let notice = content.notice(indicator, language)
    func staged(_ file: LinkedFile, _ bytes: [UInt8], isText: Bool) -> StagedFile {
        StagedFile(
            OutputFile(path: path(file, language), bytes: bytes),
            requiredNotice: isText && !notice.isEmpty ? notice : nil)
    }
    var files: [StagedFile] = []
    for picture in drawing.pictures {
        func of(_ format: PictureFormat) -> LinkedFile { .picture(indicator: id, picture.name, format) }
        files.append(staged(of(.svg), Array(picture.svg.utf8), isText: true))
        files.append(staged(of(.png), picture.png, isText: false))
        files.append(staged(of(.pdf), picture.pdf, isText: false))
    }
    return files
}
