import Assessment
import Vocabulary
import Wording

/// Writes the pages of one language: knows the words, and where the page in hand lies.
struct Composer<E: Publishable> {
    let model: SiteModel<E>
    let p: Phrases

    init(_ model: SiteModel<E>, _ language: Language) {
        self.model = model
        p = Phrases(language, terms: model.project.terms[language] ?? [:])
    }

    var language: Language { p.language }
    var project: ProjectDescription { model.project }

    func href(_ page: SitePage, from here: SitePage) -> String {
        relativeLink(from: path(here, language), to: path(page, language))
    }

    func href(_ file: LinkedFile, from here: SitePage) -> String {
        relativeLink(from: path(here, language), to: path(file, language))
    }

    /// A page inside the frame that all share.
    func page(
        _ here: SitePage, title: String, description: String, carriesNotice: Bool, structured: String = "",
        content: String
    ) -> Page {
        let site = project.title(language)
        let notice = carriesNotice ? project.sampleNotice(language) : ""
        let isManagers = E.self == Managers.self
        let heading =
            title == site
            ? "\(site) – \(project.organisation(language))" : p("site.pageTitle", ["page": title, "site": site])
        let edition = p("site.editionNotice.managers") + " " + p("site.editionsDiffer")
        return Page(
            path: path(here, language),
            html: render(
                "frame",
                [
                    "language": .text(language.rawValue),
                    "title": .text(heading),
                    "description": .text(description),
                    "stylesheet": .text(relativeLink(from: path(here, language), to: stylesheetPath)),
                    "icon": .text(relativeLink(from: path(here, language), to: iconPath)),
                    "script": .text(relativeLink(from: path(here, language), to: scriptPath)),
                    "hasStructured": .flag(!structured.isEmpty), "structured": .markup(structured),
                    "find": .text(href(.search, from: here)), "findText": .text(p("nav.search")),
                    "isFind": .flag(here == .search),
                    "alternates": .list(alternates(here)),
                    "hasNotice": .flag(!notice.isEmpty), "notice": .text(notice),
                    "hasEditionNotice": .flag(isManagers),
                    "editionNotice": .text(isManagers ? edition : ""),
                    "skip": .text(p("site.skip")),
                    "home": .text(href(.front, from: here)), "homeLabel": .text(p("nav.front")),
                    "organisation": .text(project.organisation(language)),
                    "menuLabel": .text(p("nav.label")), "menu": .list(menu(here)),
                    "languageLabel": .text(p("language.label")), "languages": .list(languages(here)),
                    "symbols": .markup(markSymbols), "content": .markup(content),
                    "footerLabel": .text(p("footer.more")), "footerNotes": .list(footerNotes()),
                    "footerLinks": .list(footerLinks(here)),
                ]))
    }

    private func alternates(_ here: SitePage) -> [[String: TemplateValue]] {
        guard project.languages.count > 1 else { return [] }
        return project.languages.map { other in
            [
                "href": .text(relativeLink(from: path(here, language), to: path(here, other))),
                "code": .text(other.rawValue),
            ]
        }
    }

    private func menu(_ here: SitePage) -> [[String: TemplateValue]] {
        let entries: [(SitePage, String)] = [
            (.goals, "nav.goals"), (.units, isManagers ? "nav.unitsManagers" : "nav.units"), (.compare, "nav.compare"),
            (.data, "nav.data"), (.method, "nav.method"), (.about, "nav.about"),
        ].filter { ![SitePage.units, .compare].contains($0.0) || !unitsWithFigures.isEmpty }
        return entries.map { page, key in
            ["href": .text(href(page, from: here)), "text": .text(p(key)), "isCurrent": .flag(page == here)]
        }
    }

    private func languages(_ here: SitePage) -> [[String: TemplateValue]] {
        guard project.languages.count > 1 else { return [] }
        return project.languages.map { other in
            [
                "href": .text(relativeLink(from: path(here, language), to: path(here, other))),
                "text": .text(p("language.\(other.rawValue)")), "code": .text(other.rawValue),
                "isCurrent": .flag(other == language),
            ]
        }
    }

    private func footerNotes() -> [[String: TemplateValue]] {
        var notes: [String] = []
        if let until = dataUntil { notes.append(p("footer.dataUntil", ["period": until.name(language)])) }
        if !project.builtAt.isEmpty { notes.append(p("footer.built", ["date": dateText(project.builtAt, language)])) }
        return notes.map { ["note": .text($0)] }
    }

    private func footerLinks(_ here: SitePage) -> [[String: TemplateValue]] {
        var links: [[String: TemplateValue]] = [
            ["href": .text(href(.accessibility, from: here)), "text": .text(p("nav.accessibility"))],
            ["href": .text(href(.privacy, from: here)), "text": .text(p("nav.privacy"))],
            ["href": .text(href(.data, from: here)), "text": .text(p("nav.data"))],
        ]
        if let address = allowedAddress(project.contactAddress) {
            links.append(["href": .text(address), "text": .text(p("footer.contact", ["name": contactName]))])
        }
        return links
    }

    /// Whom to write to: the named contact, else the municipality.
    var contactName: String {
        let name = project.contactName(language)
        return name.isEmpty ? project.organisation(language) : name
    }

    /// The newest period that any indicator has a figure for, of those that are over: a survey of this year does not
    /// bring the months to its end.
    var dataUntil: Period? {
        let today = Period(project.builtAt)?.startMonth ?? Int.max
        return model.indicators.flatMap { page in
            ([page.assessed.annual] + [page.assessed.detail].compactMap { $0 }).flatMap(\.points)
                .filter { $0.state == .shown && $0.period.endMonth <= today }.map(\.period)
        }
        .max { ($0.endMonth, $1.months) < ($1.endMonth, $0.months) }
    }

    /// Whether anything on a page about these indicators is invented.
    func holdsSample(_ indicators: [IndicatorPage<E>]) -> Bool {
        indicators.contains { $0.assessed.description.isSample }
    }

    /// Whether anything at all is invented.
    var projectHoldsSample: Bool { holdsSample(model.indicators) || model.notes.contains(where: \.isSample) }

    func indicators(of goal: String) -> [IndicatorPage<E>] {
        model.indicators.filter { $0.assessed.description.goal == goal }
    }

    /// Indicators that belong to none of the project's goals.
    var indicatorsWithoutGoal: [IndicatorPage<E>] {
        let goals = Set(project.goals.map(\.id))
        return model.indicators.filter { !goals.contains($0.assessed.description.goal) }
    }

    /// A phrase as markup, with `{contact}` as a link where the project gives an address to write to.
    func contactMarkup(_ key: String, _ values: [String: String] = [:]) -> String {
        let place = "\u{E000}"
        let text = escaped(p(key, values.merging(["contact": place]) { own, _ in own }))
        let contact = allowedAddress(project.contactAddress).map { link(contactName, to: $0) } ?? escaped(contactName)
        let parts = text.split(separator: place, omittingEmptySubsequences: false)
        return "<p>" + parts.joined(separator: contact) + "</p>\n"
    }
}
