import Assessment
import Sentences
import Vocabulary
import Wording

/// Indicators that the front page lists one by one; with their sparklines they fill a page of a hundred kilobytes.
private let mostListed = 48

extension Composer {
    func frontPage() -> Page {
        var sections = project.goals.compactMap { goal -> [String: TemplateValue]? in
            let indicators = indicators(of: goal.id)
            guard !indicators.isEmpty else { return nil }
            return section(
                "goal-" + slug(goal.id), heading: link(goal.title(language), to: href(.goal(goal.id), from: .front)),
                statement: goal.statement(language), title: goal.title(language), indicators)
        }
        let others = indicatorsWithoutGoal
        if !others.isEmpty {
            let title = p("theme.context")
            sections.append(section("others", heading: escaped(title), statement: "", title: title, others))
        }
        let assessed = model.indicators.map(\.assessed)
        let withTarget = assessed.filter { $0.description.target != nil }
        let until = dataUntil.map { p("front.dataUntil", ["period": $0.name(language)]) } ?? ""
        let title = project.title(language), lede = project.lede(language)
        let equation = equationItems
        let content = render(
            "front",
            [
                "title": .text(title), "lede": .text(lede), "hasLede": .flag(!lede.isEmpty),
                "standing": .text(tallySentence(withTarget.map(\.outcome.verdict.mark), p)),
                "tally": .markup(Tally(assessed).html(p)), "hasUntil": .flag(!until.isEmpty), "until": .text(until),
                "hasEquation": .flag(!equation.isEmpty), "equation": .list(equation),
                "equationHeading": .text(p("front.equation")), "equationText": .text(p("front.equation.text")),
                "news": .list(frontNews), "sheetHref": .text(href(SitePage.sheet(goal: nil), from: .front)),
                "sheetText": .text(p("front.sheet")), "sections": .list(sections),
            ])
        return page(
            .front, title: title, description: lede.isEmpty ? title : lede, carriesNotice: projectHoldsSample,
            content: content)
    }

    /// The indicators that the vision balances against each other, in the project's order: where fewer than two have
    /// figures there is nothing to hold against anything.
    private var equationItems: [[String: TemplateValue]] {
        let items = project.equation.compactMap { id -> [String: TemplateValue]? in
            guard let page = model.indicators.first(where: { $0.assessed.description.id == id }) else { return nil }
            let d = page.assessed.description, outcome = page.assessed.outcome
            guard let value = outcome.latest?.value else { return nil }
            return [
                "name": .markup(link(d.title(language), to: href(.indicator(d.id), from: .front))),
                "value": .text(d.unit.text(value, language)),
                "hasVerdict": .flag(d.target != nil),
                "verdict": .markup(verdictMarkup(outcome.verdict.mark, verdictText(d, outcome, p))),
                "chart": .markup(page.charts.equation), "sentence": .text(leadSentence(page.assessed, p)),
            ]
        }
        return items.count > 1 ? items : []
    }

    /// Whether there are more indicators than a front page can list: then goals have their tally there, and the list on
    /// their own page.
    private var isLarge: Bool { model.indicators.count > mostListed }

    private func section(
        _ id: String, heading: String, statement: String, title: String, _ indicators: [IndicatorPage<E>]
    ) -> [String: TemplateValue] {
        [
            "id": .text(id), "heading": .markup(heading), "statement": .text(statement),
            "hasStatement": .flag(!statement.isEmpty),
            "table": .markup(
                isLarge
                    ? Tally(indicators.map(\.assessed)).html(p)
                    : indicatorTable(indicators, caption: p("table.caption.goal", ["title": title]), from: .front)),
        ]
    }

    /// All goals with their tallies.
    func goalsPage() -> Page {
        let sections = project.goals.map { goal -> [String: TemplateValue] in
            [
                "id": .text("goal-" + slug(goal.id)),
                "heading": .markup(link(goal.title(language), to: href(.goal(goal.id), from: .goals))),
                "statement": .text(goal.statement(language)),
                "tally": .markup(Tally(indicators(of: goal.id).map(\.assessed)).html(p)),
            ]
        }
        let title = p("front.goals"), lede = p("goals.lede")
        return page(
            .goals, title: title, description: lede, carriesNotice: projectHoldsSample,
            content: render(
                "goals", ["title": .text(title), "lede": .text(lede), "sections": .list(sections)]))
    }

    func goalPage(_ goal: GoalDescription) -> Page {
        let here = SitePage.goal(goal.id)
        let indicators = indicators(of: goal.id)
        let title = goal.title(language)
        let table = indicatorTable(indicators, caption: p("table.caption.goal", ["title": title]), from: here)
        let points = goal.points.map { $0(language) }.filter { !$0.isEmpty }
        let content = render(
            "goal",
            [
                "crumbs": .markup(crumbs([(p("nav.goals"), .goals)], from: here)), "title": .text(title),
                "statement": .text(goal.statement(language)), "hasPoints": .flag(!points.isEmpty),
                "pointsHeading": .text(p("goal.points")), "points": .list(points.map { ["point": .text($0)] }),
                "statusHeading": .text(p("goal.status")),
                "standing": .markup(goalStatus(goal, indicators.map(\.assessed))),
                "tally": .markup(Tally(indicators.map(\.assessed)).html(p)),
                "sheetHref": .text(href(SitePage.sheet(goal: goal.id), from: here)),
                "sheetText": .text(p("goal.sheet")),
                "tableHeading": .text(p("goal.indicators")), "hasTable": .flag(!indicators.isEmpty),
                "table": .markup(table), "emptyText": .text(p("state.noFigures")),
            ])
        return page(
            here, title: title, description: goal.statement(language), carriesNotice: holdsSample(indicators),
            content: content)
    }

    /// The way back up.
    func crumbs(_ steps: [(String, SitePage)], from here: SitePage) -> String {
        let items = steps.map { "<li>\(link($0.0, to: href($0.1, from: here)))</li>" }
        return "<nav class=\"crumbs\" aria-label=\"\(escaped(p("site.here")))\"><ol>\(items.joined())</ol></nav>\n"
    }
}
