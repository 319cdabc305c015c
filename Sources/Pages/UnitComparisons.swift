import Assessment
import Sentences
import Vocabulary
import Wording

/// Changes of units that are told as sentences; more make a table.
private let mostSentences = 3

/// A unit's figure at two times.
private struct UnitMove {
    var unit: String
    var from: Observation
    var to: Observation
    var state: DifferenceState
}

extension Composer {
    /// Units beside what is expected of them, a table for each sort of unit, in the organisation's order; then why the
    /// others are not compared, each reason once. Empty without units.
    func unitComparisons(_ a: Assessed<E>) -> String {
        var out = ""
        var reasons: [NoComparison] = []
        for group in a.unitGroups {
            switch group.reading {
            case .compared(let comparison): out += table(group, comparison, a.description)
            case .notCompared(let reason): if !reasons.contains(reason) { reasons.append(reason) }
            }
        }
        if !out.isEmpty { out = paragraph(p("standing.intro"), class: "muted") + out }
        if !reasons.isEmpty {
            let text = reasons.map { reasonSentence($0, p) }.joined(separator: " ")
            out += paragraph(out.isEmpty ? text : p("standing.rest", ["reason": text.loweredStart]))
        }
        return out + changes(a)
    }

    private func table(_ group: UnitGroup, _ comparison: UnitComparison, _ d: IndicatorDescription) -> String {
        let unit = d.unit
        let outside = comparison.units.filter { $0.state != .usual }
        let total = ["total": countText(comparison.units.count, language)]
        let count =
            outside.isEmpty ? p("standing.count.none", total) : p.counted("standing.count", outside.count, total)
        let sentences = outside.map { one in
            let standing = UnitStanding(one, isStandardized: comparison.isStandardized, p)
            return "<li>\(escaped(standingSentence(standing, unit, p)))</li>\n"
        }
        let rows = comparison.units.map { one in
            TableModel.Row(cells: [
                .text(one.unit.name(language)), .number(figure(one.value, unit)), .number(figure(one.expected, unit)),
                .number(unit.bare(one.low, language) + "–" + unit.bare(one.high, language)),
                .text(p("standing.word.\(one.state.rawValue)")),
            ])
        }
        let values = ["title": d.title(language), "period": group.period.name(language), "kind": kind(group)]
        let table = TableModel(
            caption: p("standing.caption", values),
            columns: [
                .init(title: p(E.self == Managers.self ? "table.unitManagers" : "table.unit")),
                .init(title: p("table.value"), isNumber: true), .init(title: p("table.expected"), isNumber: true),
                .init(title: p("table.limits"), isNumber: true), .init(title: p("table.verdict")),
            ], rows: rows)
        let left = comparison.leftOut.map { $0.name(language) }.joined(separator: ", ")
        return paragraph(count) + (sentences.isEmpty ? "" : "<ul class=\"signals\">\n\(sentences.joined())</ul>\n")
            + table.html + (left.isEmpty ? "" : paragraph(p("standing.leftOut", ["units": left]), class: "muted"))
    }

    private func figure(_ value: Double, _ unit: UnitOfMeasure) -> String {
        unit.kind == .percent ? unit.text(value, language) : unit.bare(value, language)
    }

    /// What sort of units they are, in the project's own word for it where it has one in this language.
    private func kind(_ group: UnitGroup) -> String {
        let key = "unitType.\(group.type)"
        return p.has(key) ? p(key) : group.type
    }

    /// The units whose figure has moved by more than the uncertainty: a sentence each, or a table where they are many.
    private func changes(_ a: Assessed<E>) -> String {
        let changes = a.unitGroups.flatMap(\.changes)
        guard !changes.isEmpty else { return "" }
        let told = changes.filter(\.difference.mayBeCalledOne)
        guard !told.isEmpty else { return paragraph(p("standing.changes.none")) }
        let moves = told.compactMap { change -> UnitMove? in
            let points = a.units.first { $0.unit.code == change.unit.code }?.points ?? []
            func figure(_ period: Period) -> Observation? {
                points.first { $0.period == period }?.value.map { Observation(period: period, value: $0) }
            }
            guard let from = figure(change.from), let to = figure(change.to) else { return nil }
            return UnitMove(unit: change.unit.name(language), from: from, to: to, state: change.difference.state)
        }
        if moves.count > mostSentences { return changeTable(moves, a.description) }
        let items = moves.map { move in
            let text = changeSentence(move.unit, from: move.from, to: move.to, move.state, a.description.unit, p)
            return "<li>\(escaped(text))</li>\n"
        }
        return "<ul class=\"signals\">\n\(items.joined())</ul>\n"
    }

    /// A table for each pair of periods, nearly always one.
    private func changeTable(_ moves: [UnitMove], _ d: IndicatorDescription) -> String {
        var pairs: [[Period]] = []
        for move in moves where !pairs.contains([move.from.period, move.to.period]) {
            pairs.append([move.from.period, move.to.period])
        }
        return pairs.map { pair in
            let rows = moves.filter { [$0.from.period, $0.to.period] == pair }.map { move in
                TableModel.Row(cells: [
                    .text(move.unit), .number(figure(move.from.value, d.unit)), .number(figure(move.to.value, d.unit)),
                    .number(d.unit.differenceText(move.to.value - move.from.value, language, signed: true)),
                ])
            }
            let names = pair.map { $0.name(language) }
            return TableModel(
                caption: p("standing.changes.caption", ["before": names[0], "after": names[1]]),
                columns: [
                    .init(title: p(E.self == Managers.self ? "table.unitManagers" : "table.unit")),
                    .init(title: names[0], isNumber: true), .init(title: names[1], isNumber: true),
                    .init(title: p("table.change"), isNumber: true),
                ], rows: rows
            ).html
        }.joined()
    }
}
