import Assessment
import Sentences
import Vocabulary
import Wording

extension Composer {
    func indicatorPage(_ indicator: IndicatorPage<E>) -> Page {
        let a = indicator.assessed, d = a.description
        let here = SitePage.indicator(d.id)
        let sentence = leadSentence(a, p)
        let subtitle = d.subtitle(language), title = d.title(language)
        let hasFigures = a.annual.points.contains { $0.state == .shown }
        let next = a.outcome.verdict == .awaiting ? nextText(d) : ""
        let address = allowedAddress(project.contactAddress)
        let parts = sections(indicator)
        let content = render(
            "indicator",
            [
                "crumbs": .markup(crumbs(steps(d), from: here)), "title": .text(title),
                "hasSubtitle": .flag(!subtitle.isEmpty), "subtitle": .text(subtitle), "sentence": .text(sentence),
                "factsHeading": .text(p("indicator.facts")), "facts": .list(factItems(a)),
                "hasChart": .flag(hasFigures), "chart": .markup(hasFigures ? mainFigure(indicator) : ""),
                "hasNext": .flag(!next.isEmpty), "next": .text(next),
                "sections": .list(parts), "hasCharts": .flag(hasFigures || !parts.isEmpty),
                "aboutHeading": .text(p("indicator.about")), "about": .list(about(d, from: here)),
                "hasTalk": .flag(address != nil || !project.contactName(language).isEmpty),
                "talkHeading": .text(p("indicator.talk.heading")), "talkWarning": .text(p("indicator.talk.warning")),
                "hasTalkLink": .flag(address != nil), "talkHref": .text(address ?? ""),
                "talkLink": .text(p("indicator.talk")),
                "hasCite": .flag(a.outcome.latest != nil), "citeHeading": .text(p("indicator.cite")),
                "cite": .text(citation(a)),
            ])
        return page(
            here, title: title, description: sentence, carriesNotice: d.isSample,
            structured: model.structuredData[d.id] ?? "", content: content)
    }

    private func steps(_ d: IndicatorDescription) -> [(String, SitePage)] {
        let goal = project.goals.first { $0.id == d.goal }
        return [(p("nav.goals"), .goals)] + (goal.map { [($0.title(language), .goal($0.id))] } ?? [])
    }

    private func factItems(_ a: Assessed<E>) -> [[String: TemplateValue]] {
        let isAwaited = a.outcome.latest == nil && a.outcome.verdict == .awaiting
        // Of a figure that is not there yet, neither a latest one nor a pace is told: the sentence says it.
        let untold = isAwaited ? [p("fact.latest"), p("fact.pace")] : []
        return facts(a, p).filter { !untold.contains($0.label) }.map { fact in
            let isVerdict = fact.label == p("fact.verdict")
            let value = isVerdict ? verdictMarkup(a.outcome.verdict.mark, fact.value) : escaped(fact.value)
            return [
                "label": .text(fact.label), "value": .markup(value), "hasNote": .flag(!fact.note.isEmpty),
                "note": .text(fact.note),
            ]
        }
    }

    private func nextText(_ d: IndicatorDescription) -> String {
        if let awaiting = d.awaiting { return awaitingSentence(awaiting, today: project.builtAt, p) }
        let dates = d.sources.map(\.next).filter { !$0.isEmpty }
        guard let date = dates.min() else { return p("indicator.next.unknown") + "." }
        return p("indicator.next", ["date": dateText(date, language)]) + "."
    }

    private func citation(_ a: Assessed<E>) -> String {
        let values = [
            "organisation": project.organisation(language), "title": a.description.title(language),
            "period": a.outcome.latest?.period.name(language) ?? "",
            "site": project.title(language), "date": dateText(project.builtAt, language),
        ]
        var notice = a.description.isSample ? " " + project.sampleNotice(language) + "." : ""
        let base = project.openData.address
        if !base.isEmpty {
            notice += " " + base + path(.indicator(a.description.id), language).replacing("index.html", with: "")
        }
        let isNamed = !project.organisation(language).isEmpty
        return p(isNamed ? "indicator.cite.text" : "indicator.cite.unnamed", values) + notice
    }

    // MARK: Figures

    private func mainFigure(_ indicator: IndicatorPage<E>) -> String {
        let a = indicator.assessed
        guard let drawing = indicator.charts[.line] else { return "" }
        var under = [p(a.description.target?.kind == .reach ? "chart.subtitle.line" : "chart.subtitle.plain")]
        if a.outcome.projection != nil { under.append(p("chart.subtitle.projection")) }
        if let comparison = a.comparison {
            under.append(comparisonText(comparison, a))
            under.append(comparison.note(language))
        }
        return figure(
            title: chartTitle(a.description, a.outcome, p), under: under, drawing: drawing,
            tools: dataTools(a.description) + pictureTools(a.description, .line, a.description.title(language)),
            table: annualTable(a))
    }

    /// What the figure is set beside, in the period of the latest figure where there is one in it.
    private func comparisonText(_ comparison: AssessedComparison, _ a: Assessed<E>) -> String {
        let points = comparison.series.points
        let point =
            points.first { $0.period == a.outcome.latest?.period && $0.value != nil } ?? comparison.series.latest
        guard let point, let value = point.value else { return "" }
        return comparisonSentence(
            comparison.label(language), Observation(period: point.period, value: value),
            hasSameDefinition: comparison.hasSameDefinition, a.description.unit, p)
    }

    /// A chart in two widths, what may be fetched, and the table with the same figures.
    func figure(
        title: String?, under: [String], drawing: Drawing, tools: [String], table: TableModel?
    ) -> String {
        var out = "<figure>\n"
        let text = under.filter { !$0.isEmpty }.joined(separator: " ")
        if let title {
            out += "<figcaption><h2>\(escaped(title))</h2>\(paragraph(text))</figcaption>\n"
        } else if !text.isEmpty {
            out += "<figcaption>\(paragraph(text))</figcaption>\n"
        }
        out += "<div class=\"drawing wide\">\(drawing.wide)</div>\n"
        out += "<div class=\"drawing narrow\">\(drawing.narrow)</div>\n</figure>\n"
        if !tools.isEmpty { out += "<ul class=\"tools\">\(tools.map { "<li>\($0)</li>" }.joined())</ul>\n" }
        if let table {
            out += "<details><summary>\(escaped(p("indicator.table.show")))</summary>\n\(table.html)</details>\n"
        }
        return out
    }

    private func dataTools(_ d: IndicatorDescription) -> [String] {
        let title = d.title(language)
        return [
            tool(p("download.short.csv"), p("download.csv", ["title": title]), .csv(indicator: d.id), d),
            tool(p("download.short.excel"), p("download.excel", ["title": title]), .excelCSV(indicator: d.id), d),
            tool(p("download.short.json"), p("download.plainJSON", ["title": title]), .json(indicator: d.id), d),
            tool("JSON-stat", p("download.json", ["title": title]), .jsonStat(indicator: d.id), d),
        ]
    }

    func pictureTools(_ d: IndicatorDescription, _ chart: ChartName, _ title: String) -> [String] {
        let files = PictureFormat.allCases.map { format in
            let name = p("download.\(format.rawValue)", ["title": title])
            let short = chart != .line && format == .png ? p("download.short.png") : format.rawValue.uppercased()
            return tool(short, name, .picture(indicator: d.id, chart, format), d)
        }
        let embed = link(
            p("download.short.embed"), to: href(.embed(indicator: d.id, chart), from: .indicator(d.id)),
            attributes: "aria-label=\"\(escaped(p("download.embed", ["title": title])))\"")
        return files + [embed]
    }

    /// A short link with a full name for those who hear it without what stands around it.
    private func tool(_ short: String, _ name: String, _ file: LinkedFile, _ d: IndicatorDescription) -> String {
        link(
            short, to: href(file, from: .indicator(d.id)),
            attributes: "download aria-label=\"\(escaped(name))\"")
    }
}

extension String {
    /// With a small first letter, unless the first word is written in capitals.
    var loweredStart: String {
        dropFirst().first?.isUppercase == true ? self : prefix(1).lowercased() + dropFirst()
    }
}
