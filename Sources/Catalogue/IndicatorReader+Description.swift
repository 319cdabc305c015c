internal import Yams
import Findings
import Vocabulary

/// The parts of an indicator that say what it is called, what it is counted in and who answers for it.
extension IndicatorReader {
    func description(_ entries: Entries, id: String) -> IndicatorDescription {
        let measure = entries.choice("measure", Measure.self)
        var result = IndicatorDescription(
            id: id, goal: goal, theme: entries.choice("theme", Theme.self) ?? .context, title: entries.text("title"),
            subtitle: entries.text("subtitle"), definition: entries.text("definition"), why: entries.text("why"),
            limits: entries.text("limits"), unit: unit(entries, measure),
            direction: entries.choice("direction", Direction.self) ?? .neutral, baseline: entries.period("baseline"),
            exceptional: exceptional(entries), breaks: breaks(entries), legalBasis: entries.text("legalBasis"),
            awaiting: awaiting(entries))
        result.owners = ([entries.text("owner")] + entries.texts("owners")).filter { !$0.isEmpty }
        (result.floor, result.ceiling) = bounds(entries, measure, result.unit)
        return result
    }

    private func unit(_ entries: Entries, _ measure: Measure?) -> UnitOfMeasure {
        let per = entries.integer("per")
        let usual: UnitOfMeasure.Kind =
            switch measure {
            case .share, .topBox: .percent
            case .change: entries.string("as") == ChangeForm.percent.rawValue ? .percent : .number
            case .rate: per == nil || per == 1000 ? .perThousand : per == 100 ? .percent : .number
            case .index: .score
            default: .number
            }
        let isCount = measure == .count || measure == .distinct
        return UnitOfMeasure(
            kind: entries.choice("unit", UnitOfMeasure.Kind.self) ?? usual, label: entries.text("label"),
            decimals: entries.integer("decimals") ?? (isCount ? 0 : 1), axis: entries.text("axis"),
            per: measure == .rate ? per : measure == .netScore ? 100 : nil)
    }

    /// What the figure lies between: as declared, and a share between nothing and everything.
    private func bounds(
        _ entries: Entries, _ measure: Measure?, _ unit: UnitOfMeasure
    ) -> (floor: Double?, ceiling: Double?) {
        let isShare = measure == .share || measure == .topBox, scale = declaredScale(entries, measure)
        let floor = entries.number("floor") ?? scale?.low ?? (isShare ? 0 : measure == .netScore ? -100 : nil)
        let ceiling =
            entries.number("ceiling") ?? scale?.high
            ?? (isShare ? Double(unit.multiplier) : measure == .netScore ? 100 : nil)
        if let floor, let ceiling, floor >= ceiling {
            declaration.report(
                "bounds-reversed",
                "'floor' \(Spelling.plain(floor)) is not below 'ceiling' \(Spelling.plain(ceiling))",
                at: entries.take("floor") ?? entries.take("ceiling"),
                suggestion: "write the least the figure can be as 'floor', the most as 'ceiling'")
            return (nil, nil)
        }
        return (floor, ceiling)
    }

    /// The scale that an index is told on.
    private func declaredScale(_ entries: Entries, _ measure: Measure?) -> (low: Double, high: Double)? {
        guard measure == .index else { return nil }
        let ends = (entries.take("to") == nil ? entries.strings("scale") : entries.strings("to")).compactMap { Double($0) }
        return ends.count == 2 && ends[0] < ends[1] ? (ends[0], ends[1]) : nil
    }

    private func awaiting(_ entries: Entries) -> Awaiting? {
        guard let one = entries.entries("awaiting") else { return nil }
        return Awaiting(owner: one.text("owner"), expected: one.date("expected"), why: one.text("why"))
    }

    private func exceptional(_ entries: Entries) -> [ExceptionalPeriod] {
        entries.list("exceptional").compactMap { one in
            guard let from = one.period("from"), let to = one.period("to") else { return nil }
            if to.end < from.start {
                declaration.report(
                    "bounds-reversed", "the exceptional period ends before it begins", at: one.take("to"),
                    suggestion: "write \(from), or a period after it")
            }
            return ExceptionalPeriod(
                from: from, to: to, reason: one.text("reason"), decided: one.text("decided"), date: one.date("date"))
        }
    }

    private func breaks(_ entries: Entries) -> [SeriesBreak] {
        entries.list("breaks").compactMap { one in
            one.period("at").map {
                SeriesBreak(
                    at: $0, reason: one.text("reason"), decided: one.text("decided"), date: one.date("date"))
            }
        }
    }
}
