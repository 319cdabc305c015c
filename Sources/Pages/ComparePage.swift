import Assessment
import Vocabulary
import Wording

extension Composer {
    /// Units beside indicators, a matrix for each sort of unit, in the organisation's order.
    func comparePage() -> Page {
        let matrices = sorts.compactMap(matrix)
        let title = p(isManagers ? "compare.title.managers" : "compare.title")
        let lede = p(isManagers ? "compare.lede.managers" : "compare.lede")
        let notes = paragraph(p("table.order")) + paragraph(p("compare.chance"), class: "muted")
        return page(
            .compare, title: title, description: lede, carriesNotice: projectHoldsSample,
            content: render(
                "compare",
                [
                    "title": .text(title), "lede": .text(lede), "notes": .markup(notes),
                    "sections": .list(
                        matrices.map { matrix in
                            [
                                "id": .text("kind-" + slug(matrix.name)), "heading": .text(matrix.name),
                                "body": .markup(matrix.html),
                            ]
                        }), "hasNone": .flag(matrices.isEmpty), "none": .text(p("compare.none")),
                ]))
    }

    /// Units of one level and type: those that may be read beside each other.
    private struct Sort: Hashable {
        var level: String
        var type: String
    }

    private var sorts: [(sort: Sort, units: [UnitDescription])] {
        var order: [Sort] = []
        var members: [Sort: [UnitDescription]] = [:]
        for unit in unitsWithFigures {
            let sort = Sort(level: unit.level, type: unit.type)
            if members[sort] == nil { order.append(sort) }
            members[sort, default: []].append(unit)
        }
        return order.map { ($0, members[$0] ?? []) }
    }

    /// The matrix of a sort: a row for each unit, a column for each indicator that at least two of them have. Nil with
    /// fewer than two units.
    private func matrix(_ group: (sort: Sort, units: [UnitDescription])) -> (name: String, html: String)? {
        guard group.units.count > 1 else { return nil }
        let codes = Set(group.units.map(\.code))
        let columns = model.indicators.compactMap { page -> (page: IndicatorPage<E>, period: Period)? in
            let series = page.assessed.units.filter { codes.contains($0.unit.code) }
            let known = series.filter { $0.latest != nil }
            guard known.count > 1, let period = known.compactMap({ $0.latest?.period }).max() else { return nil }
            return (page, period)
        }
        guard !columns.isEmpty else { return nil }
        let name = kindWord(group.sort.type, many: true)
        let heading = name.isEmpty ? group.sort.level : name
        let rows = group.units.compactMap { unit in row(unit, columns) }
        let whole = row(named: project.organisation(language), columns) { page, period in
            cell(page.assessed.annual.points.first { $0.period == period }, page.assessed.description)
        }
        let table = TableModel(
            caption: p("compare.caption", ["kind": heading]),
            columns: [.init(title: p(isManagers ? "table.unitManagers" : "table.unit"))]
                + columns.map { columnHeading($0.page.assessed.description, $0.period) },
            rows: [whole] + rows, sortLabel: p("table.sort"))
        return (heading.prefix(1).uppercased() + heading.dropFirst(), table.html)
    }

    private func columnHeading(_ d: IndicatorDescription, _ period: Period) -> TableModel.Column {
        let word = d.unit.kind == .percent ? "" : d.unit.label(language)
        let under = [word, period.shortName(language)].filter { !$0.isEmpty }.joined(separator: ", ")
        return .init(
            title: d.title(language), isNumber: true,
            markup: link(d.title(language), to: href(.indicator(d.id), from: .compare))
                + "<small>\(escaped(under))</small>")
    }

    private func row(
        _ unit: UnitDescription, _ columns: [(page: IndicatorPage<E>, period: Period)]
    ) -> TableModel.Row? {
        var knows = false
        let cells = columns.map { column -> TableCell in
            let a = column.page.assessed
            guard let series = a.units.first(where: { $0.unit.code == unit.code }),
                let point = series.points.first(where: { $0.period == column.period })
            else { return .reason("–") }
            knows = true
            var cell = cell(point, a.description)
            if let standing = a.standing(of: unit.code), standing.state != .usual, standing.period == column.period {
                cell.html += "<small>\(escaped(p("standing.word.\(standing.state.rawValue)")))</small>"
            }
            return cell
        }
        guard knows else { return nil }
        let name = link(unit.name(language), to: href(.unit(unit.code.code), from: .compare))
        return TableModel.Row(cells: [.markup(name)] + cells)
    }

    private func row(
        named name: String, _ columns: [(page: IndicatorPage<E>, period: Period)],
        _ cell: (IndicatorPage<E>, Period) -> TableCell
    ) -> TableModel.Row {
        TableModel.Row(cells: [.text(name)] + columns.map { cell($0.page, $0.period) }, isTotal: true)
    }
}
