import Assessment
import Sentences
import Vocabulary
import Wording

/// Months that a unit's page sets beside the same months of the year before.
private let monthsShown = 12

extension Composer {
    var isManagers: Bool { E.self == Managers.self }

    /// The pages of units, and their matrix; none where no unit has a figure.
    func unitPages() -> [Page] {
        let units = unitsWithFigures
        return units.isEmpty ? [] : [unitsPage(), comparePage()] + units.map(unitPage)
    }

    /// Units by name in the organisation's order: departments with the places under them.
    func unitsPage() -> Page {
        let units = unitsWithFigures
        let codes = Set(units.map(\.code))
        var parts: [String] = []
        var open = false
        for unit in units {
            let isUnder = unit.parent.map { codes.contains($0) } ?? false
            if isUnder, !open {
                parts.append("<ul>\n")
                open = true
            } else if !isUnder, open {
                parts.append("</ul>\n</li>\n")
                open = false
            } else if !isUnder, !parts.isEmpty {
                parts.append("</li>\n")
            }
            let sort = kind(of: unit)
            let note = sort.isEmpty ? "" : " <small>\(escaped(sort))</small>"
            parts.append("<li>\(link(unit.name(language), to: href(.unit(unit.code.code), from: .units)))\(note)")
            if isUnder { parts.append("</li>\n") }
        }
        parts.append(open ? "</ul>\n</li>\n" : "</li>\n")
        let title = p(isManagers ? "nav.unitsManagers" : "nav.units")
        let lede = p(isManagers ? "units.lede.managers" : "units.lede")
        let compare = "<p>\(link(p("units.compareLink"), to: href(.compare, from: .units)))</p>\n"
        let body = "<ul class=\"unit-list\">\n\(parts.joined())</ul>\n"
        return page(
            .units, title: title, description: lede, carriesNotice: projectHoldsSample,
            content: render(
                "text",
                [
                    "title": .text(title), "hasLede": .flag(true), "lede": .text(lede),
                    "sections": .list([
                        ["heading": .text(""), "hasHeading": .flag(false), "body": .markup(compare + body)]
                    ]),
                ]))
    }

    /// The page a unit's manager opens on Monday, and what anyone may see of the place.
    func unitPage(_ unit: UnitDescription) -> Page {
        let view = view(of: unit)
        let here = SitePage.unit(unit.code.code)
        let name = unit.name(language)
        let parent = unit.parent.flatMap { code in unitsWithFigures.first { $0.code == code } }
        var steps = [(p(isManagers ? "nav.unitsManagers" : "nav.units"), SitePage.units)]
        if let parent { steps.append((parent.name(language), .unit(parent.code.code))) }
        let about = [kind(of: unit), unit.area].filter { !$0.isEmpty }.joined(separator: ", ")
        var sections: [[String: TemplateValue]] = []
        func add(_ id: String, _ heading: String, _ text: String, _ body: String) {
            sections.append([
                "id": .text(id), "heading": .text(heading), "hasText": .flag(!text.isEmpty), "text": .text(text),
                "body": .markup(body),
            ])
        }
        add("news", p("unit.news"), "", newsTable(view).html)
        add("figures", p("unit.figures"), p("unit.figures.text"), figuresTable(view, from: here).html)
        for line in view.lines {
            guard let detail = line.detail, let table = monthsTable(line, detail) else { continue }
            let d = line.page.assessed.description
            let chart = line.page.charts.unitCharts[unit.code.code].map { drawing($0) } ?? ""
            add("months-" + slug(d.id), d.title(language), p("unit.months.text"), chart + table.html)
        }
        let below = unitsWithFigures.filter { $0.parent == unit.code }
        if !below.isEmpty {
            let items = below.map { "<li>\(link($0.name(language), to: href(.unit($0.code.code), from: here)))</li>\n" }
            add("below", p("unit.below"), "", "<ul class=\"unit-list\">\n\(items.joined())</ul>\n")
        }
        let lede = p("unit.lede", ["unit": name])
        return page(
            here, title: name, description: lede, carriesNotice: holdsSample(view.lines.map(\.page)),
            content: render(
                "unit",
                [
                    "crumbs": .markup(crumbs(steps, from: here)), "title": .text(name),
                    "hasAbout": .flag(!about.isEmpty), "about": .text(about.prefix(1).uppercased() + about.dropFirst()),
                    "lede": .text(lede), "sections": .list(sections),
                ]))
    }

    /// A chart's two drawings.
    func drawing(_ drawing: Drawing) -> String {
        "<figure>\n<div class=\"drawing wide\">\(drawing.wide)</div>\n"
            + "<div class=\"drawing narrow\">\(drawing.narrow)</div>\n</figure>\n"
    }

    /// What was loaded last and what comes next, a row for each source of the unit's figures.
    private func newsTable(_ view: UnitView<E>) -> TableModel {
        var order: [String] = []
        var newest: [String: Period] = [:]
        var sources: [String: SourceDescription] = [:]
        for line in view.lines {
            let points = (line.detail ?? line.series).points.filter { $0.state == .shown || $0.state == .hidden }
            guard let period = points.last?.period else { continue }
            for source in line.page.assessed.description.sources {
                if sources[source.dataset] == nil { order.append(source.dataset) }
                sources[source.dataset] = source
                newest[source.dataset] = max(newest[source.dataset] ?? period, period)
            }
        }
        let rows = order.compactMap { sources[$0] }.map { source in
            let next = source.next.isEmpty ? p("unit.next.unknown") : dateText(source.next, language)
            return TableModel.Row(cells: [
                .text(source.title(language)), .text(newest[source.dataset]?.name(language) ?? ""), .text(next),
            ])
        }
        return TableModel(
            caption: p("unit.news.caption", ["unit": view.unit.name(language)]),
            columns: [.init(title: p("unit.source")), .init(title: p("table.latest")), .init(title: p("unit.next"))],
            rows: rows)
    }

    private func figuresTable(_ view: UnitView<E>, from here: SitePage) -> TableModel {
        let whole = project.organisation(language)
        let rows = view.lines.map { line -> TableModel.Row in
            let a = line.page.assessed, d = a.description
            let latest = line.latest
            let period = latest.map { $0.period.shortName(language) } ?? ""
            let word = d.unit.kind == .percent ? "" : d.unit.label(language)
            let name = link(d.title(language), to: href(.indicator(d.id), from: here))
                + "<small>\(escaped([word, period].filter { !$0.isEmpty }.joined(separator: ", ")))</small>"
            let besideWhole = latest.flatMap { point in a.annual.points.first { $0.period == point.period } }
            let alike = latest.flatMap { a.alike(view.unit, in: $0.period) }
            return TableModel.Row(cells: [
                .markup(name), cell(latest, d), line.before.map { cell($0, d) } ?? .number(""),
                .number(besideWhole?.value.map { shown($0, d.unit) } ?? ""),
                .number(alike.map { shown($0.median, d.unit) } ?? ""), .text(remark(line, view.unit)),
            ])
        }
        return TableModel(
            caption: p("unit.figures.caption", ["unit": view.unit.name(language)]),
            columns: [
                .init(title: p("table.indicator")), .init(title: p("table.latest"), isNumber: true),
                .init(title: p("unit.before"), isNumber: true), .init(title: whole, isNumber: true),
                .init(title: p("unit.alike"), isNumber: true), .init(title: p("table.note")),
            ], rows: rows
        ).withoutEmptyColumns
    }

    /// What can be said for certain of a unit's newest figure: a move or a place that is more than chance.
    private func remark(_ line: UnitView<E>.Line, _ unit: UnitDescription) -> String {
        let a = line.page.assessed
        var remarks: [String] = []
        if line.series.latest?.isProvisional == true { remarks.append(p("flag.provisional")) }
        if let standing = a.standing(of: unit.code), standing.state != .usual {
            remarks.append(p("standing.word.\(standing.state.rawValue)"))
        }
        if let change = a.change(of: unit.code) {
            remarks.append(p(change.difference.mayBeCalledOne ? "unit.changed" : "unit.unchanged"))
        }
        return remarks.joined(separator: ". ")
    }

    /// The last twelve months beside the same months of the year before, the newest first.
    private func monthsTable(_ line: UnitView<E>.Line, _ detail: AssessedSeries) -> TableModel? {
        let a = line.page.assessed, d = a.description
        let points = detail.points.filter { $0.state != .awaiting }.suffix(monthsShown)
        guard points.contains(where: { $0.state == .shown }) else { return nil }
        let whole = Dictionary((a.detail?.points ?? []).map { ($0.period, $0) }) { $1 }
        let rows = points.reversed().map { point -> TableModel.Row in
            let before = detail.points.first { $0.period.isYearBefore(point.period) }
            var change = ""
            if let now = point.value, let then = before?.value {
                change = d.unit.differenceText(now - then, language, signed: true)
            }
            let alike = a.alike(line.series.unit, in: point.period).map { shown($0.median, d.unit) } ?? ""
            return TableModel.Row(cells: [
                .text(point.period.name(language)), cell(point, d), before.map { cell($0, d) } ?? .number(""),
                .number(change), .number(whole[point.period]?.value.map { shown($0, d.unit) } ?? ""), .number(alike),
                .text(point.isProvisional ? p("flag.provisional") : ""),
            ])
        }
        return TableModel(
            caption: p("unit.months.caption", ["title": d.title(language)]),
            columns: [
                .init(title: p("table.period")), .init(title: p("table.value"), isNumber: true),
                .init(title: p("unit.yearBefore"), isNumber: true), .init(title: p("table.change"), isNumber: true),
                .init(title: project.organisation(language), isNumber: true),
                .init(title: p("unit.alike"), isNumber: true), .init(title: p("table.note")),
            ], rows: rows
        ).withoutEmptyColumns
    }
}

extension Period {
    /// Whether this is the same part of the year before.
    fileprivate func isYearBefore(_ other: Period) -> Bool {
        months == other.months && startMonth + 12 == other.startMonth
    }
}
