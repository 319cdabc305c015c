import Assessment
import Vocabulary
import Wording

extension Composer {
    /// Everything under an indicator's main chart: whether its ups and downs are the usual ones, the year, the path to
    /// the target, places and groups. A section stands only where it has something to say.
    func sections(_ indicator: IndicatorPage<E>) -> [[String: TemplateValue]] {
        let a = indicator.assessed
        let parts = [
            variationSection(indicator), detailSection(indicator), seasonSection(indicator), pathSection(a),
            unitSection(indicator), mapSection(indicator), slopeSection(indicator), alikeSection(indicator),
            peerSection(a), answerSection(indicator), shareSection(indicator), groupSection(indicator),
            pyramidSection(indicator),
        ]
        return parts.compactMap { $0 }.filter { !$0.body.isEmpty }.map { part in
            [
                "id": .text(part.id), "heading": .text(part.heading), "text": .text(part.text),
                "hasText": .flag(!part.text.isEmpty), "body": .markup(part.body),
            ]
        }
    }

    /// A part of the page with its heading.
    private struct Section {
        var id: String
        var heading: String
        var text = ""
        var body: String
    }

    /// A chart of a section with what may be fetched and the table behind it.
    private func chart(
        _ chart: ChartName, _ indicator: IndicatorPage<E>, heading: String, table: TableModel? = nil
    ) -> String {
        guard let drawing = indicator.charts[chart] else { return "" }
        let d = indicator.assessed.description
        let part = p("download.part", ["title": d.title(language), "part": heading])
        return figure(
            title: nil, under: [], drawing: drawing, tools: pictureTools(d, chart, part), table: table)
    }

    private func variationSection(_ indicator: IndicatorPage<E>) -> Section {
        let a = indicator.assessed, heading = p("control.heading")
        // The control chart shows the series inside the year too, so the table is its own.
        let table = a.detail.map { detailTable(a, $0) }
        return Section(
            id: "variation", heading: heading,
            body: variation(a) + chart(.control, indicator, heading: heading, table: table))
    }

    private func detailSection(_ indicator: IndicatorPage<E>) -> Section? {
        let a = indicator.assessed
        guard indicator.charts[.control] == nil, indicator.charts[.detail] != nil, let detail = a.detail else {
            return nil
        }
        let heading = detailHeading(detail)
        return Section(
            id: "detail", heading: heading, text: p("chart.detail.note"),
            body: chart(.detail, indicator, heading: heading, table: detailTable(a, detail)))
    }

    private func seasonSection(_ indicator: IndicatorPage<E>) -> Section? {
        guard indicator.charts[.season] != nil else { return nil }
        let a = indicator.assessed
        let heading = p("indicator.season")
        return Section(
            id: "season", heading: heading, text: p("chart.detail.note"),
            body: chart(
                .season, indicator, heading: heading,
                table: indicator.charts[.control] == nil ? a.detail.map { detailTable(a, $0) } : nil))
    }

    private func pathSection(_ a: Assessed<E>) -> Section {
        Section(
            id: "path", heading: p(a.description.target == nil ? "fact.pace" : "chart.path"), body: pathToTarget(a))
    }

    private func unitSection(_ indicator: IndicatorPage<E>) -> Section? {
        guard indicator.charts[.units] != nil else { return nil }
        let a = indicator.assessed
        let isPlaces = !a.units.isEmpty
        let hasIntervals = a.units.contains { $0.latest?.low != nil }
        let places = isManagers ? "indicator.unitsManagers" : "indicator.units"
        let heading = p(isPlaces ? places : "indicator.comparison")
        let note = p(hasIntervals ? "chart.units.note" : "chart.units.noteWithoutIntervals")
        return Section(
            id: "units", heading: heading, text: isPlaces ? note : "",
            body: chart(.units, indicator, heading: heading, table: unitTable(a)))
    }

    private func mapSection(_ indicator: IndicatorPage<E>) -> Section {
        let heading = p("indicator.map")
        return Section(
            id: "map", heading: heading,
            body: chart(.map, indicator, heading: heading, table: unitTable(indicator.assessed)))
    }

    private func slopeSection(_ indicator: IndicatorPage<E>) -> Section {
        let heading = p("indicator.slope")
        return Section(
            id: "slope", heading: heading,
            body: chart(.slope, indicator, heading: heading, table: slopeTable(indicator.assessed)))
    }

    private func alikeSection(_ indicator: IndicatorPage<E>) -> Section {
        let heading = p("standing.heading")
        return Section(
            id: "alike", heading: heading,
            body: chart(.funnel, indicator, heading: heading) + unitComparisons(indicator.assessed))
    }

    private func peerSection(_ a: Assessed<E>) -> Section? {
        a.peers.isEmpty ? nil : Section(id: "peers", heading: p("peers.heading"), body: peers(a))
    }

    private func answerSection(_ indicator: IndicatorPage<E>) -> Section {
        let heading = p("indicator.answers")
        let table = answerTable(indicator.assessed)
        return Section(
            id: "answers", heading: heading, body: chart(.distribution, indicator, heading: heading, table: table))
    }

    private func shareSection(_ indicator: IndicatorPage<E>) -> Section {
        let heading = p("indicator.shares")
        let table = indicator.assessed.shares.flatMap { breakdownTable(indicator.assessed, $0) }
        return Section(
            id: "shares", heading: heading, body: chart(.shares, indicator, heading: heading, table: table))
    }

    private func groupSection(_ indicator: IndicatorPage<E>) -> Section {
        let a = indicator.assessed, heading = p("indicator.breakdowns")
        let tables = a.breakdowns.compactMap { breakdownTable(a, $0)?.html }
        return Section(
            id: "groups", heading: heading,
            body: chart(.groups, indicator, heading: heading)
                + folded(tables, isFolded: indicator.charts[.groups] != nil))
    }

    private func pyramidSection(_ indicator: IndicatorPage<E>) -> Section {
        let heading = p("indicator.pyramid")
        let table = pyramidTable(indicator.assessed)
        return Section(
            id: "pyramid", heading: heading, body: chart(.pyramid, indicator, heading: heading, table: table))
    }

    /// Tables behind a chart, opened on demand; in full where there is no chart.
    private func folded(_ tables: [String], isFolded: Bool) -> String {
        guard isFolded, !tables.isEmpty else { return tables.joined() }
        return "<details><summary>\(escaped(p("indicator.table.show")))</summary>\n\(tables.joined())</details>\n"
    }

    private func detailHeading(_ detail: AssessedSeries) -> String {
        switch detail.points.first?.period.grain {
        case .month: p("chart.detail.title")
        case .quarter: p("chart.detail.quarter")
        default: p("chart.detail.finer")
        }
    }
}
