import Assessment
import Sentences
import Vocabulary
import Wording

extension Composer {
    /// One chart with its name, its source and the way back, to show inside a frame on another site.
    func embedPage(_ indicator: IndicatorPage<E>, _ chart: ChartName) -> Page? {
        guard let drawing = indicator.charts[chart] else { return nil }
        let d = indicator.assessed.description
        let here = SitePage.embed(indicator: d.id, chart)
        let title = d.title(language)
        let notice = d.isSample ? project.sampleNotice(language) : ""
        return Page(
            path: path(here, language),
            html: render(
                "embed",
                [
                    "language": .text(language.rawValue),
                    "title": .text(title + " – " + project.organisation(language)),
                    "heading": .text(title),
                    "stylesheet": .text(relativeLink(from: path(here, language), to: stylesheetPath)),
                    "icon": .text(relativeLink(from: path(here, language), to: iconPath)),
                    "hasNotice": .flag(!notice.isEmpty), "notice": .text(notice),
                    "hasSentence": .flag(chart == .line),
                    "sentence": .text(chart == .line ? chartTitle(d, indicator.assessed.outcome, p) : ""),
                    "chart": .markup(self.drawing(drawing)), "back": .text(href(.indicator(d.id), from: here)),
                    "backText": .text(
                        p(
                            "embed.back",
                            ["site": project.title(language), "organisation": project.organisation(language)])),
                ]))
    }
}
