import Assessment
public import Vocabulary
import Wording

/// Every page of a language.
public func pages<E: Publishable>(_ model: SiteModel<E>, language: Language) -> [Page] {
    let composer = Composer(model, language)
    return [composer.frontPage(), composer.goalsPage()]
        + model.project.goals.map(composer.goalPage)
        + model.indicators.map(composer.indicatorPage)
        + composer.unitPages() + [composer.searchPage(), composer.sheetPage(nil)]
        + model.project.goals.filter { !composer.indicators(of: $0.id).isEmpty }.map(composer.sheetPage)
        + model.indicators.flatMap { page in page.charts.names.compactMap { composer.embedPage(page, $0) } }
        + [
            composer.dataPage(), composer.methodPage(), composer.privacyPage(), composer.accessibilityPage(),
            composer.aboutPage(),
        ]
}

/// The pages that belong to no language: one that leads to the site's first language, and one for addresses that are
/// not there.
public func rootPages<E: Publishable>(_ model: SiteModel<E>) -> [Page] {
    let languages = model.project.languages.isEmpty ? [Language.danish] : model.project.languages
    let first = languages[0]
    let p = Phrases(first, terms: model.project.terms[first] ?? [:])
    let title = model.project.title(first)
    let root = render(
        "root",
        [
            "language": .text(first.rawValue), "title": .text(title), "href": .text(path(.front, first)),
            "text": .text(title), "icon": .text(iconPath),
        ])
    let base = basePath(model)
    let missing = render(
        "notFound",
        [
            "language": .text(first.rawValue), "title": .text(p("site.notFound.title")),
            "text": .text(p("site.notFound.text")), "stylesheet": .text(base + stylesheetPath),
            "icon": .text(base + iconPath),
            "links": .list(
                languages.map { language in
                    [
                        "href": .text(base + path(.front, language)), "code": .text(language.rawValue),
                        "text": .text(Phrases(language)("nav.front") + " – " + p("language.\(language.rawValue)")),
                    ]
                }),
        ])
    return [Page(path: "index.html", html: root), Page(path: "404.html", html: missing)]
}

/// What the links of a page begin with that servers show at addresses of any depth: the path the public edition is
/// served at, `/maal/`; nothing where that is not known.
private func basePath<E: Publishable>(_ model: SiteModel<E>) -> String {
    guard E.self == Public.self else { return "" }
    let address = model.project.openData.address
    let parts = address.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    return parts.count > 3 ? "/" + parts[3] : ""
}

/// The files beside the pages that the pages of a language link to, each at `path(_:_:)`.
public func linkedFiles<E: Publishable>(_ model: SiteModel<E>, language: Language) -> [LinkedFile] {
    let goals = model.project.goals.map(\.id).filter { goal in
        model.indicators.contains { $0.assessed.description.goal == goal }
    }
    let sheets: [LinkedFile] = [.sheet(goal: nil)] + goals.map { .sheet(goal: $0) }
    let whole: [LinkedFile] =
        [.database, .dataPackage, .indicatorsCSV, .unitsCSV] + (E.self == Public.self ? [.catalogue] : [])
    return sheets + whole + model.indicators.flatMap { page -> [LinkedFile] in
        let id = page.assessed.description.id
        let charts = page.charts.names
        return [
            .csv(indicator: id), .excelCSV(indicator: id), .csvw(indicator: id), .json(indicator: id),
            .jsonStat(indicator: id),
        ]
            + charts.flatMap { chart in PictureFormat.allCases.map { .picture(indicator: id, chart, $0) } }
    }
}

/// The site's one script: what it does works without it, only slower.
public func script() -> [UInt8] { PackageResources.site_js }

/// The site's icon, SVG.
public func icon() -> [UInt8] { PackageResources.icon_svg }

/// The site's one style sheet: its own rules, then the charts'.
public func stylesheet<E: Publishable>(_ model: SiteModel<E>) -> String {
    compacted(String(decoding: PackageResources.site_css, as: UTF8.self)) + "\n" + model.stylesheet
}

/// A style sheet without what only its authors need: comments, indents, and the spaces around its signs.
private func compacted(_ rules: String) -> String {
    var kept = ""
    var rest = Substring(rules)
    while let open = rest.firstRange(of: "/*"), let close = rest[open.upperBound...].firstRange(of: "*/") {
        kept += rest[..<open.lowerBound]
        rest = rest[close.upperBound...]
    }
    kept += rest
    var result = kept.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for sign in ["{", "}", ";", ","] {
        result = result.replacing(" " + sign, with: sign).replacing(sign + " ", with: sign)
    }
    return result
}
