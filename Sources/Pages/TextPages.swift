import Assessment
import Sentences
import Vocabulary
import Wording

/// A part of a page of text.
private struct Part {
    var heading: String
    var body: String
}

extension Composer {
    /// All figures and all sources, to fetch.
    func dataPage() -> Page {
        let parts = [
            Part(heading: "", body: fileTable().html), Part(heading: p("data.whole.heading"), body: wholeFiles()),
            Part(
                heading: p("data.format.heading"),
                body: ["csv", "excel", "plainJSON", "json", "assessment", "states"].map { paragraph(p("data.format.\($0)")) }.joined()),
            Part(heading: p("data.licence.heading"), body: paragraph(p("data.licence.text"))),
            Part(heading: p("data.sources.heading"), body: model.notes.isEmpty ? "" : sourceTable().html),
            Part(heading: p("data.address.heading"), body: paragraph(p("data.address.text"))),
        ]
        return textPage(
            .data, title: p("data.title"), lede: p(isManagers ? "data.lede.managers" : "data.lede"), parts)
    }

    private func fileTable() -> TableModel {
        let rows = model.indicators.map { page -> TableModel.Row in
            let d = page.assessed.description, title = d.title(language)
            let goal = project.goals.first { $0.id == d.goal }?.title(language) ?? p("theme.context")
            let files = [
                (p("download.csv", ["title": title]), "CSV", LinkedFile.csv(indicator: d.id)),
                (p("download.excel", ["title": title]), p("download.short.excel"), .excelCSV(indicator: d.id)),
                (p("download.plainJSON", ["title": title]), "JSON", .json(indicator: d.id)),
                (p("download.json", ["title": title]), "JSON-stat", .jsonStat(indicator: d.id)),
                (p("download.csvw", ["title": title]), "CSVW", .csvw(indicator: d.id)),
            ].map { name, short, file in
                link(short, to: href(file, from: .data), attributes: "download aria-label=\"\(escaped(name))\"")
            }
            return TableModel.Row(cells: [
                .markup(link(title, to: href(.indicator(d.id), from: .data))), .text(goal),
                .text(page.assessed.outcome.latest?.period.name(language) ?? p("state.awaiting")),
                .text(p(d.isSample ? "flag.sample" : "data.real")),
                .markup("<span class=\"files\">\(files.joined(separator: " "))</span>"),
            ])
        }
        let headings = ["data.indicator", "data.goal", "data.until", "data.kind", "data.files"]
        return TableModel(
            caption: p("front.allIndicators"), columns: headings.map { .init(title: p($0)) }, rows: rows)
    }

    /// What holds all figures at once.
    private func wholeFiles() -> String {
        var files: [(LinkedFile, String)] = [
            (.database, "database"), (.dataPackage, "package"), (.indicatorsCSV, "indicators"), (.unitsCSV, "units"),
        ]
        if !isManagers { files.append((.catalogue, "catalogue")) }
        let items = files.map { file, key in
            "<li>\(link(p("data.whole.\(key)"), to: href(file, from: .data), attributes: "download"))"
                + "<small>\(escaped(p("data.whole.\(key).text")))</small></li>\n"
        }
        return "<ul class=\"whole\">\n\(items.joined())</ul>\n"
    }

    private func sourceTable() -> TableModel {
        let rows = model.notes.map { source -> TableModel.Row in
            let title = source.title(language)
            let name = allowedAddress(source.address).map { link(title, to: $0) } ?? escaped(title)
            return TableModel.Row(cells: [
                .markup(name), .text(source.publisher(language)), .text(source.licence),
                .number(countText(source.files, language)), .number(countText(source.rows, language)),
                .text(p(source.isSample ? "flag.sample" : "data.real")), .text(nextFigures(source)),
            ])
        }
        return TableModel(
            caption: p("data.sources.caption"),
            columns: [
                .init(title: p("indicator.source")), .init(title: p("data.publisher")), .init(title: p("data.licence")),
                .init(title: p("data.files"), isNumber: true), .init(title: p("data.rows"), isNumber: true),
                .init(title: p("data.kind")), .init(title: p("data.rhythm")),
            ], rows: rows
        ).withoutEmptyColumns
    }

    /// `Hver måned. Næste tal ventes 15. december 2026.`
    private func nextFigures(_ source: SourceDescription) -> String {
        let rhythm = p("rhythm.\(source.rhythm.rawValue)")
        let next = source.next.isEmpty ? "" : " " + p("indicator.next", ["date": dateText(source.next, language)]) + "."
        return rhythm.prefix(1).uppercased() + rhythm.dropFirst() + "." + next
    }

    /// The rules every figure and verdict follows.
    func methodPage() -> Page {
        let year = ["year": String(project.targetYear)], minimum = ["minimum": String(model.fewestPersons)]
        func part(_ name: String, _ keys: [String], _ values: [String: String] = [:]) -> Part {
            Part(
                heading: p("method.\(name).heading"),
                body: keys.map { paragraph(p("method.\(name).\($0)", values)) }.joined())
        }
        var verdict = part("verdict", ["text", "usable", "window"])
        verdict.body += verdictRules()
        let measures = Part(heading: p("method.measures.heading"), body: measureTable(p).html)
        let parts = [
            part("sums", ["text", "example", "given", "rounding"]), verdict, part("marks", ["text"]),
            part("pace", ["text"]), part("projection", ["text", "interval"], year), part("chance", ["text"]),
            part("variation", ["text", "rules", "silence", "chance"]),
            part("interval", ["text", "none", "absence", "means"]),
            part("compare", ["text", "units", "difference", "median"]), measures,
            part("disclosure", ["text", "after"], minimum), part("targets", ["text"]), part("goals", ["text"]),
            part("cause", ["text"]), part("sources", ["text"]),
        ]
        return textPage(.method, title: p("method.title"), lede: p("method.lede"), parts)
    }

    private func verdictRules() -> String {
        func item(_ mark: VerdictMark, _ text: String) -> String {
            "<li class=\"v-\(mark.rawValue)\">\(markShape(mark))<span>\(escaped(text))</span></li>\n"
        }
        let rules: [Verdict] = [
            .awaiting, .context, .held, .notHeld, .achieved, .wrongWay, .onTrack, .likely, .possible, .offTrack,
            .noClearTrend, .insufficientData,
        ]
        var items = rules.map { verdict in
            let text = p("method.verdict.rule.\(verdict.rawValue)", ["verdict": p("verdict.\(verdict.rawValue)")])
            return item(verdict.mark, text)
        }
        items.insert(item(.cannotTell, p("method.verdict.rule.twoWaves")), at: items.count - 1)
        return "<ol class=\"rules\">\n\(items.joined())</ol>\n"
    }

    func privacyPage() -> Page {
        let values = [
            "minimum": String(model.fewestPersons), "organisation": project.organisation(language),
        ]
        func part(_ name: String, _ keys: [String]) -> Part {
            Part(
                heading: p("privacy.\(name).heading", values),
                body: keys.map { contactMarkup("privacy.\($0)", values) }.joined())
        }
        var parts = [
            part("small", ["small.text", "all.text"]), part("derived", ["derived.text"]),
            part("editions", ["editions.text"]), part("visitors", ["visitors.text"]),
        ]
        // Nothing is registered about anyone where figures are invented.
        if !projectHoldsSample { parts.append(part("rights", ["rights.text"])) }
        parts.append(part("error", ["error.text"]))
        return textPage(.privacy, title: p("privacy.title"), lede: p("privacy.lede"), parts)
    }

    func accessibilityPage() -> Page {
        let date = project.builtAt.isEmpty ? "" : p("accessibility.date", ["date": dateText(project.builtAt, language)])
        func part(_ name: String, _ keys: [String]) -> Part {
            Part(
                heading: p("accessibility.\(name).heading"),
                body: keys.map { contactMarkup("accessibility.\($0)") }.joined())
        }
        var parts = [
            part("standard", ["standard.text"]), part("charts", ["charts.text"]),
            part("keyboard", ["keyboard.text"]), part("known", ["known.pdf", "known.tables"]),
            part("contact", ["contact.text"]),
        ]
        parts.append(Part(heading: "", body: paragraph(p("accessibility.draft")) + paragraph(date)))
        return textPage(.accessibility, title: p("accessibility.title"), lede: p("accessibility.lede"), parts)
    }

    func aboutPage() -> Page {
        let values = ["organisation": project.organisation(language), "year": String(project.targetYear)]
        func part(_ name: String, _ ending: String = ".text") -> Part {
            Part(heading: p("about.\(name).heading"), body: paragraph(p("about.\(name)\(ending)", values)))
        }
        var parts = [part("why")]
        let vision = project.vision.map { $0(language) }.filter { !$0.isEmpty }
        if !vision.isEmpty {
            let source = project.visionSource(language)
            let origin = source.isEmpty ? "" : paragraph(p("about.vision.source", ["source": source]), class: "small")
            parts.append(
                Part(heading: p("about.vision.heading"), body: vision.map { paragraph($0) }.joined() + origin))
        }
        parts.append(part("chosen"))
        if projectHoldsSample { parts.append(part("sample")) }
        parts.append(part("who", projectHoldsSample ? ".sample" : ".text"))
        parts.append(
            Part(
                heading: p("about.contact.heading"),
                body: contactMarkup("about.contact.text") + paragraph(p("about.contact.warning"))))
        parts.append(part("sammen"))
        return textPage(.about, title: p("about.title"), lede: p("about.lede", values), parts)
    }

    private func textPage(_ here: SitePage, title: String, lede: String, _ parts: [Part]) -> Page {
        let content = render(
            "text",
            [
                "title": .text(title), "hasLede": .flag(!lede.isEmpty), "lede": .text(lede),
                "sections": .list(
                    parts.filter { !$0.body.isEmpty }.map {
                        [
                            "heading": .text($0.heading), "hasHeading": .flag(!$0.heading.isEmpty),
                            "body": .markup($0.body),
                        ]
                    }),
            ])
        return page(here, title: title, description: lede, carriesNotice: projectHoldsSample, content: content)
    }
}
