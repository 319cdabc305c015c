import Assessment
import Vocabulary
import Wording

/// Years of all units that one table shows.
private let mostYears = 5

extension Composer {
    /// The whole-year figures, newest first.
    func annualTable(_ a: Assessed<E>) -> TableModel {
        let d = a.description
        let comparison = a.comparison.map { comparison in
            (comparison.label(language), Dictionary(comparison.series.points.map { ($0.period, $0) }) { $1 })
        }
        var columns = [TableModel.Column(title: p("table.period")), valueColumn(d)]
        if let comparison { columns.append(.init(title: comparison.0, isNumber: true)) }
        columns += detailColumns
        let rows = a.annual.points.reversed().map { point in
            var cells: [TableCell] = [.text(point.period.name(language)), value(point, d)]
            if let comparison { cells.append(comparison.1[point.period].map { value($0, d) } ?? .number("")) }
            return TableModel.Row(cells: cells + detailCells(point, d))
        }
        return TableModel(caption: p("table.caption", ["title": d.title(language)]), columns: columns, rows: rows)
            .withoutEmptyColumns
    }

    /// The figures inside the year, newest first.
    func detailTable(_ a: Assessed<E>, _ detail: AssessedSeries) -> TableModel {
        let d = a.description
        let first = detail.points.firstIndex { $0.state == .shown || $0.state == .hidden } ?? 0
        let rows = detail.points[first...].reversed().map { point in
            TableModel.Row(cells: [.text(point.period.name(language)), value(point, d)] + detailCells(point, d))
        }
        return TableModel(
            caption: p("table.caption", ["title": p("download.part.detail", ["title": d.title(language)])]),
            columns: [.init(title: p("table.period")), valueColumn(d)] + detailColumns, rows: rows
        ).withoutEmptyColumns
    }

    /// The units, or the municipalities beside it, in the newest year; nil where there is nothing to set side by side.
    func unitTable(_ a: Assessed<E>) -> TableModel? {
        let d = a.description
        let beside = a.units.isEmpty ? a.comparison?.others ?? [] : a.units
        guard let period = a.annual.latest?.period ?? beside.compactMap({ $0.latest?.period }).max() else { return nil }
        let codes = Set(a.units.map(\.unit.code))
        var rows = [row(a.annual.label(language), a.annual, period, d)]
        if a.units.isEmpty, let comparison = a.comparison {
            rows.append(row(comparison.label(language), comparison.series, period, d))
        }
        // Units that have ended have no figure in the newest year and no row.
        for series in beside where series.points.contains(where: { $0.period == period }) {
            var row = row(series.label(language), series, period, d)
            row.depth = series.unit.parent.map(codes.contains) == true ? 1 : 0
            rows.append(row)
        }
        let title = d.title(language) + ", " + period.name(language)
        return TableModel(
            caption: p("table.caption.units", ["title": title]),
            columns: [
                .init(title: p(E.self == Managers.self ? "table.unitManagers" : "table.unit")), valueColumn(d),
            ] + detailColumns, rows: rows
        ).withoutEmptyColumns
    }

    /// Each answer's share, a row for each period, the newest first.
    func answerTable(_ a: Assessed<E>) -> TableModel? {
        a.distribution.map { table(of: $0.series, a, caption: p("table.caption.answers", ["title": title(of: $0, a)])) }
    }

    /// A side's figure for each age, in the newest period, the oldest first as in the drawing.
    func pyramidTable(_ a: Assessed<E>) -> TableModel? {
        guard let pyramid = a.pyramid else { return nil }
        let d = a.description, sides = [pyramid.left, pyramid.right]
        guard let period = sides.flatMap(\.series).compactMap({ $0.latest?.period }).max() else { return nil }
        let rows = pyramid.left.series.indices.reversed().map { place -> TableModel.Row in
            let cells = sides.map { side -> TableCell in
                guard side.series.indices.contains(place) else { return .number("") }
                return cell(side.series[place].points.first { $0.period == period }, d)
            }
            return TableModel.Row(cells: [.text(pyramid.left.series[place].label(language))] + cells)
        }
        return TableModel(
            caption: p("table.caption", ["title": d.title(language)]) + ", " + period.name(language),
            columns: [.init(title: pyramid.agesTitle(language))] + sides.map { .init(title: $0.name(language), isNumber: true) },
            rows: rows)
    }

    /// Each unit's figures through the years, the newest first, in the organisation's order.
    func slopeTable(_ a: Assessed<E>) -> TableModel {
        let d = a.description
        let periods = a.annual.points.map(\.period).suffix(mostYears).reversed()
        let rows = ([a.annual] + a.units).map { series in
            TableModel.Row(
                cells: [.text(series.label(language))]
                    + periods.map { period in cell(series.points.first { $0.period == period }, d) })
        }
        return TableModel(
            caption: p("table.caption.units", ["title": d.title(language)]),
            columns: [.init(title: p(isManagers ? "table.unitManagers" : "table.unit"))]
                + periods.map { .init(title: $0.shortName(language), isNumber: true) }, rows: rows)
    }

    private func title(of distribution: AssessedDistribution, _ a: Assessed<E>) -> String {
        let own = distribution.title(language)
        return own.isEmpty ? a.description.title(language) : own
    }

    private func table(of series: [AssessedSeries], _ a: Assessed<E>, caption: String) -> TableModel {
        let periods = Set(series.flatMap { $0.points.map(\.period) }).sorted { $0.endMonth > $1.endMonth }
        let rows = periods.map { period in
            TableModel.Row(
                cells: [.text(period.name(language))]
                    + series.map { one in cell(one.points.first { $0.period == period }, a.description) })
        }
        return TableModel(
            caption: caption,
            columns: [.init(title: p("table.period"))]
                + series.map { .init(title: $0.label(language), isNumber: true) }, rows: rows)
    }

    /// The newest figure of each group; nil where none has one.
    func breakdownTable(_ a: Assessed<E>, _ breakdown: AssessedBreakdown) -> TableModel? {
        let d = a.description
        guard let period = breakdown.series.compactMap({ $0.points.last { $0.state != .awaiting }?.period }).max(),
            breakdown.series.contains(where: { $0.points.contains { $0.state == .shown } })
        else { return nil }
        let values = ["title": d.title(language), "dimension": breakdown.title(language)]
        return TableModel(
            caption: p("table.caption.breakdown", values) + ", " + period.name(language),
            columns: [.init(title: p("table.category")), valueColumn(d)] + detailColumns,
            rows: breakdown.series.map { row($0.label(language), $0, period, d) }
        ).withoutEmptyColumns
    }

    private func row(_ name: String, _ series: AssessedSeries, _ period: Period, _ d: IndicatorDescription)
        -> TableModel.Row
    {
        guard let point = series.points.last(where: { $0.period == period }) else {
            let empty = Array(repeating: TableCell.text(""), count: detailColumns.count)
            return TableModel.Row(cells: [.text(name), .reason(p("state.missing"))] + empty)
        }
        return TableModel.Row(cells: [.text(name), value(point, d)] + detailCells(point, d))
    }

    private func valueColumn(_ d: IndicatorDescription) -> TableModel.Column {
        let word = d.unit.kind == .percent ? "" : d.unit.label(language)
        return .init(title: p("table.value") + (word.isEmpty ? "" : " (\(word))"), isNumber: true)
    }

    private var detailColumns: [TableModel.Column] {
        [
            .init(title: p("table.interval"), isNumber: true), .init(title: p("table.numerator"), isNumber: true),
            .init(title: p("table.denominator"), isNumber: true), .init(title: p("table.count"), isNumber: true),
            .init(title: p("table.note")),
        ]
    }

    private func detailCells(_ point: AssessedPoint, _ d: IndicatorDescription) -> [TableCell] {
        var interval = ""
        if let low = point.low, let high = point.high {
            interval = d.unit.bare(low, language) + "–" + d.unit.bare(high, language)
        }
        return [
            .number(interval),
            // Without something it is out of, a sum is the figure itself or what a mean over time is made of.
            .number(point.denominator == nil ? "" : point.numerator.map(exact) ?? ""),
            .number(point.denominator.map(exact) ?? ""),
            .number(point.count.map { countText($0, language) } ?? ""), .text(note(point, d)),
        ]
    }

    private func value(_ point: AssessedPoint, _ d: IndicatorDescription) -> TableCell {
        guard point.state == .shown, let value = point.value else { return .reason(p("state.\(point.state.rawValue)")) }
        return .number(d.unit.kind == .percent ? d.unit.text(value, language) : d.unit.bare(value, language))
    }

    private func note(_ point: AssessedPoint, _ d: IndicatorDescription) -> String {
        var notes: [String] = []
        if point.isProvisional { notes.append(p("flag.provisional")) }
        if point.isExceptional {
            let declared = d.exceptional.first {
                $0.covers(point.period) || $0.from.overlaps(point.period) || $0.to.overlaps(point.period)
            }
            let reason = declared?.reason(language) ?? ""
            notes.append(reason.isEmpty ? p("flag.exceptional") : reason)
        }
        if point.followsBreak {
            let reason = d.breaks.last { $0.at.startMonth <= point.period.startMonth }?.reason(language) ?? ""
            notes.append(p("flag.break.short") + (reason.isEmpty ? "" : ": " + reason))
        }
        return notes.joined(separator: ". ")
    }

    /// An exact sum as it is read: with its decimals, at most two.
    private func exact(_ sum: Exact) -> String {
        numberText(sum.double, decimals: min(sum.normalized.scale, 2), language)
    }
}
