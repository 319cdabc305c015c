import Assessment
import Sentences
import Vocabulary
import Wording

extension Composer {
    /// A sheet of paper for a council meeting: a goal's, or the whole's. Made to be printed, and the document that
    /// screen readers read; the PDF beside it is a copy for those who want one.
    func sheetPage(_ goal: GoalDescription?) -> Page {
        let here = SitePage.sheet(goal: goal?.id)
        let pages = goal.map { indicators(of: $0.id) } ?? model.indicators
        let title = goal?.title(language) ?? project.title(language)
        let heading = p("sheet.title", ["title": title])
        let until = dataUntil.map { p("front.dataUntil", ["period": $0.name(language)]) + "." } ?? ""
        let sections = sheetGoals(goal).map { one -> [String: TemplateValue] in
            let inGoal = indicators(of: one.id)
            return [
                "id": .text("goal-" + slug(one.id)), "heading": .text(one.title(language)),
                "hasHeading": .flag(goal == nil), "standing": .markup(goalStatus(one, inGoal.map(\.assessed))),
                "items": .list(inGoal.map { sheetItem($0, from: here) }),
            ]
        }
        let steps: [(String, SitePage)] =
            [(p("nav.goals"), .goals)] + (goal.map { [($0.title(language), .goal($0.id))] } ?? [])
        let built = project.builtAt.isEmpty ? "" : p("footer.built", ["date": dateText(project.builtAt, language)]) + "."
        let edition = p("sheet.edition", ["edition": p("site.edition.\(E.name)")]) + "."
        let content = render(
            "sheet",
            [
                "crumbs": .markup(crumbs(steps, from: here)),
                "organisation": .text(project.organisation(language)), "title": .text(heading),
                "lede": .text(goal?.statement(language) ?? project.lede(language)), "until": .text(until),
                "tally": .markup(Tally(pages.map(\.assessed)).html(p)), "sections": .list(sections),
                "notes": .list(
                    [edition, built, p("sheet.sources")].filter { !$0.isEmpty }.map { ["note": .text($0)] }),
                "pdfHref": .text(href(LinkedFile.sheet(goal: goal?.id), from: here)), "pdfText": .text(p("sheet.pdf")),
                "print": .text(p("sheet.print")),
            ])
        return page(here, title: heading, description: heading, carriesNotice: holdsSample(pages), content: content)
    }

    private func sheetGoals(_ goal: GoalDescription?) -> [GoalDescription] {
        (goal.map { [$0] } ?? project.goals).filter { !indicators(of: $0.id).isEmpty }
    }

    private func sheetItem(_ page: IndicatorPage<E>, from here: SitePage) -> [String: TemplateValue] {
        let a = page.assessed, d = a.description, o = a.outcome
        var sources = d.sources.map { $0.title(language) }.joined(separator: ", ")
        if let period = o.latest?.period { sources += ", " + period.name(language) }
        let target = d.target.map { _ in targetValueText(d, p) } ?? ""
        return [
            "name": .markup(link(d.title(language), to: href(.indicator(d.id), from: here))),
            "verdict": .markup(verdictMarkup(o.verdict.mark, verdictText(d, o, p))),
            "sentence": .text(leadSentence(a, p)), "chart": .markup(o.latest == nil ? "" : page.charts.sparkline),
            "hasTarget": .flag(!target.isEmpty),
            "target": .text(p("table.target", ["year": String(d.target?.year ?? project.targetYear)]) + ": " + target),
            "source": .text(p("sheet.source", ["source": sources])),
        ]
    }
}
