import Assessment
import Sentences
import Vocabulary
import Wording

extension Composer {
    /// A goal's indicators: title, development, latest figure, target, verdict.
    func indicatorTable(_ indicators: [IndicatorPage<E>], caption: String, from here: SitePage) -> String {
        let headings = [
            (p("table.indicator"), "c-name"), (p("table.development"), "c-line"),
            (p("table.latest"), "num c-latest"),
            (p("table.target", ["year": String(project.targetYear)]), "num c-target"),
            (p("table.verdict"), "c-verdict"),
        ]
        var out = "<table class=\"indicators\"><caption class=\"hidden\">\(escaped(caption))</caption>\n"
        out += "<thead><tr>"
        for (title, name) in headings {
            out += "<th scope=\"col\" class=\"\(name)\">\(escaped(title))</th>"
        }
        out += "</tr></thead>\n<tbody>\n"
        for indicator in indicators { out += row(indicator, from: here) }
        return out + "</tbody></table>\n"
    }

    private func row(_ page: IndicatorPage<E>, from here: SitePage) -> String {
        let d = page.assessed.description, o = page.assessed.outcome
        var under = d.subtitle(language)
        if let period = o.latest?.period {
            under += (under.isEmpty ? "" : ", ") + period.shortName(language)
        }
        if let awaiting = d.awaiting, o.verdict == .awaiting {
            under += (under.isEmpty ? "" : ", ") + awaitingShort(awaiting, today: project.builtAt, p)
        }
        let isMixed = projectHoldsSample && model.indicators.contains { !$0.assessed.description.isSample }
        if isMixed, d.isSample { under += (under.isEmpty ? "" : noBreakSpace + "· ") + p("flag.sample") }
        let title = link(d.title(language), to: href(.indicator(d.id), from: here))
        let latest = o.latest.map { figure(d.unit, d.unit.bare($0.value, language)) } ?? "–"
        var out = "<tr><th scope=\"row\" class=\"c-name\">\(title)"
        out += "<small>\(escaped(under))</small></th>"
        out += "<td class=\"c-line\">\(o.latest == nil ? "" : page.charts.sparkline)</td>"
        out += "<td class=\"num c-latest\">\(said("table.latest.short"))\(latest)</td>"
        out += "<td class=\"num c-target\">\(target(d))</td>"
        let verdict = verdictMarkup(o.verdict.mark, verdictText(d, o, p))
        return out + "<td class=\"c-verdict\">\(verdict)</td></tr>\n"
    }

    private func target(_ d: IndicatorDescription) -> String {
        guard let target = d.target else { return "" }
        var bare = d
        bare.unit.label = .init()
        if bare.unit.kind == .perThousand { bare.unit.kind = .number }
        let year = target.year == project.targetYear ? "" : "<small>\(target.year)</small>"
        return said("table.target.short") + "<b>\(escaped(targetValueText(bare, p)))</b>\(year)"
    }

    /// What a column's heading says, shown where phones have no headings.
    private func said(_ key: String) -> String { "<span class=\"said\" aria-hidden=\"true\">\(escaped(p(key)))</span>" }

    /// A number with its unit: the sign of percent beside it, a word below it.
    private func figure(_ unit: UnitOfMeasure, _ number: String) -> String {
        if unit.kind == .percent {
            return "<b>\(escaped(number + (language == .english ? "" : noBreakSpace) + "%"))</b>"
        }
        let word = unit.label(language)
        let sign = unit.kind == .perThousand && word.isEmpty ? noBreakSpace + "‰" : ""
        return "<b>\(escaped(number + sign))</b>" + (word.isEmpty ? "" : "<small>\(escaped(word))</small>")
    }
}
