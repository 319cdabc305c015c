import Assessment
import Vocabulary
import Wording

/// What an edition knows of one unit.
struct UnitView<E: Publishable> {
    /// An indicator with the unit's whole-year figures, and those inside the year where they are told.
    struct Line {
        var page: IndicatorPage<E>
        var series: AssessedSeries
        var detail: AssessedSeries?

        /// The newest period that is over and has a figure, or the reason why there is none.
        var latest: AssessedPoint? { series.latest ?? series.points.last }

        /// The figure before the newest, in the same series.
        var before: AssessedPoint? {
            guard let latest = series.latest else { return nil }
            return series.points.last { $0.period < latest.period && $0.value != nil }
        }
    }

    var unit: UnitDescription
    var lines: [Line]
}

extension Composer {
    /// Units that any indicator has a figure for, or hides one of, in the organisation's order.
    var unitsWithFigures: [UnitDescription] {
        let codes = Set(model.indicators.flatMap { $0.assessed.units.map(\.unit.code) })
        return model.units.filter { codes.contains($0.code) && $0.code != project.root }
    }

    func view(of unit: UnitDescription) -> UnitView<E> {
        let lines = model.indicators.compactMap { page -> UnitView<E>.Line? in
            guard let series = page.assessed.units.first(where: { $0.unit.code == unit.code }) else { return nil }
            return UnitView<E>.Line(
                page: page, series: series,
                detail: page.assessed.unitDetails.first { $0.unit.code == unit.code })
        }
        return UnitView(unit: unit, lines: lines)
    }

    /// What sort of place a unit is, in the project's own word for it where it has one.
    func kind(of unit: UnitDescription) -> String { kindWord(unit.type) }

    /// The same of several of them, where the project has a word for that.
    func kindWord(_ type: String, many: Bool = false) -> String {
        let keys = (many ? ["unitType.\(type).many"] : []) + ["unitType.\(type)"]
        return keys.first(where: p.has).map { p($0) } ?? type
    }

    /// A figure of an indicator as a cell, or why there is none.
    func cell(_ point: AssessedPoint?, _ d: IndicatorDescription) -> TableCell {
        guard let point else { return .reason(p("state.missing")) }
        guard point.state == .shown, let value = point.value else {
            return .reason(p(point.state == .hidden ? "state.hidden.short" : "state.\(point.state.rawValue)"))
        }
        return .number(shown(value, d.unit))
    }

    /// A figure with its unit of measure where that is a sign, else bare.
    func shown(_ value: Double, _ unit: UnitOfMeasure) -> String {
        unit.kind == .percent ? unit.text(value, language) : unit.bare(value, language)
    }
}
