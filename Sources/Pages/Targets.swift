import Assessment
import Sentences
import Vocabulary
import Wording

extension Composer {
    /// How fast the figure moves and how fast it would have to, then the targets on the way where there are more than
    /// one to tell of; empty without either.
    func pathToTarget(_ a: Assessed<E>) -> String {
        let pace = a.outcome.pace
        let isKnown = pace.actual != nil || pace.needed != nil || pace.lastThreeYears != nil
        let sentence = isKnown ? paceSentence(pace, a.description.unit, p) : ""
        return paragraph(sentence) + targets(a.description)
    }

    private func targets(_ d: IndicatorDescription) -> String {
        let own = d.targets, ofUnits = d.unitTargets.values.joined()
        guard own.count > 1 || !ofUnits.isEmpty || own.contains(where: { !$0.history.isEmpty }) else { return "" }
        let changes = own.compactMap { targetChangeSentence($0, of: d, p) }
        let whole = model.units.first { $0.code == project.root }?.name(language) ?? project.organisation(language)
        let units = model.units.filter { d.unitTargets[$0.code] != nil }
        let rows =
            own.flatMap { entries($0, of: ofUnits.isEmpty ? "" : whole, d) }
            + units.flatMap { unit in
                (d.unitTargets[unit.code] ?? []).flatMap { entries($0, of: unit.name(language), d) }
            }
        let table = TableModel(
            caption: p("target.caption", ["title": d.title(language)]),
            columns: [
                .init(title: p("table.year")), .init(title: p("target.column"), isNumber: true),
                .init(title: p(E.self == Managers.self ? "table.unitManagers" : "table.unit")),
                .init(title: p("target.who")), .init(title: p("table.note")),
            ], rows: rows
        ).withoutEmptyColumns
        return paragraph(changes.joined(separator: " ")) + table.html
    }

    /// A target, and under it what was decided or proposed before it, the newest first.
    private func entries(_ target: Target, of unit: String, _ d: IndicatorDescription) -> [TableModel.Row] {
        ([target] + target.history.reversed()).enumerated().map { place, one in
            var origin = targetStatusText(one, p)
            if !one.reference.isEmpty {
                origin += ", " + p("target.reference", ["reference": one.reference]).loweredStart
            }
            return TableModel.Row(cells: [
                .text(String(one.year)), .number(targetValueText(one, of: d, p)), .text(unit), .text(origin),
                .text(place == 0 ? "" : p("target.former")),
            ])
        }
    }
}
