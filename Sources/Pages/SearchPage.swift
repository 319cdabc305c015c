import Assessment
import Vocabulary
import Wording

extension Composer {
    /// Every indicator and unit by name: a list that can be read as it is, and narrowed by writing where scripts run.
    func searchPage() -> Page {
        let here = SitePage.search
        let indicators = sortedByName(model.indicators, language) { $0.assessed.description.title(language) }
        let units = sortedByName(unitsWithFigures, language) { $0.name(language) }
        func item(_ name: String, _ page: SitePage, _ under: String, _ more: String) -> String {
            let words = more.isEmpty ? "" : " data-words=\"\(escaped(more))\""
            let note = under.isEmpty ? "" : "<small>\(escaped(under))</small>"
            return "<li\(words)>\(link(name, to: href(page, from: here)))\(note)</li>\n"
        }
        var sections: [[String: TemplateValue]] = []
        func add(_ id: String, _ heading: String, _ items: [String]) {
            guard !items.isEmpty else { return }
            sections.append([
                "id": .text(id), "heading": .text(heading), "items": .markup(items.joined()),
            ])
        }
        add(
            "numbers", p("search.indicators"),
            indicators.map { page in
                let d = page.assessed.description
                let goal = project.goals.first { $0.id == d.goal }?.title(language) ?? ""
                return item(d.title(language), .indicator(d.id), d.subtitle(language), goal)
            })
        add(
            "places", p(isManagers ? "nav.unitsManagers" : "nav.units"),
            units.map { unit in
                let parent = unit.parent.flatMap { code in model.units.first { $0.code == code } }?.name(language) ?? ""
                return item(
                    unit.name(language), .unit(unit.code.code), kind(of: unit),
                    [parent, unit.area].filter { !$0.isEmpty }.joined(separator: " "))
            })
        let title = p("search.title"), lede = p("search.lede")
        return page(
            here, title: title, description: lede, carriesNotice: false,
            content: render(
                "search",
                [
                    "title": .text(title), "lede": .text(lede), "label": .text(p("search.label")),
                    "none": .text(p("search.none")), "found": .text(p("search.found")), "sections": .list(sections),
                ]))
    }
}
