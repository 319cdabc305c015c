import Assessment
import Sentences
import Vocabulary
import Wording

/// Figures named under a heading of the front page.
private let mostNamed = 5

extension Composer {
    /// Beside each other: the newest figures, and the ones on their way from their target.
    var frontNews: [[String: TemplateValue]] {
        let attention = attentionItems
        let none = paragraph(p("front.attention.none"))
        return [
            block("newest", p("front.newest"), newestItems, otherwise: ""),
            block("attention", p("front.attention"), attention, otherwise: none),
        ].compactMap { $0 }
    }

    private func block(
        _ id: String, _ heading: String, _ items: [String], otherwise: String
    ) -> [String: TemplateValue]? {
        guard !items.isEmpty || !otherwise.isEmpty else { return nil }
        let list = items.isEmpty ? otherwise : "<ul class=\"news\">\n\(items.joined())</ul>\n"
        return ["id": .text(id), "heading": .text(heading), "body": .markup(list)]
    }

    /// The indicators whose figures reach furthest, those inside the year too.
    private var newestItems: [String] {
        let known = model.indicators.compactMap { page -> (page: IndicatorPage<E>, point: AssessedPoint)? in
            let a = page.assessed
            let today = Period(project.builtAt)?.startMonth ?? Int.max
            let points = (a.annual.points + (a.detail?.points ?? [])).filter {
                $0.state == .shown && $0.value != nil && $0.period.endMonth <= today
            }
            let newest = points.max { ($0.period.endMonth, $1.period.months) < ($1.period.endMonth, $0.period.months) }
            return newest.map { (page, $0) }
        }
        guard let last = known.map(\.point.period.endMonth).max() else { return [] }
        return known.filter { $0.point.period.endMonth == last }.prefix(mostNamed).map { page, point in
            let d = page.assessed.description
            let figure = d.unit.text(point.value ?? 0, language)
            let note = p("front.newest.figure", ["period": point.period.name(language), "value": figure])
            let name = link(d.title(language), to: href(.indicator(d.id), from: .front))
            return "<li>\(name)<small>\(escaped(note))</small></li>\n"
        }
    }

    private var attentionItems: [String] {
        let chosen = model.indicators.filter { [.wrongWay, .tooSlow].contains($0.assessed.outcome.verdict.mark) }
            .sorted { first, second in
                first.assessed.outcome.verdict.mark == .wrongWay && second.assessed.outcome.verdict.mark != .wrongWay
            }
        let items = chosen.prefix(mostNamed).map { page -> String in
            let a = page.assessed, d = a.description
            let verdict = verdictMarkup(a.outcome.verdict.mark, verdictText(d, a.outcome, p))
            return "<li>\(link(d.title(language), to: href(.indicator(d.id), from: .front)))\(verdict)</li>\n"
        }
        let more = chosen.count - items.count
        guard more > 0 else { return items }
        return items + ["<li class=\"more\">\(escaped(p.counted("front.attention.more", more)))</li>\n"]
    }
}
