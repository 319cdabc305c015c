import Assessment
import CairoCanvas
import Charts
import Pages
import Sentences
import Vocabulary
import Wording

/// The council sheets of a language as PDF: one for the whole and one for each goal that has indicators.
func councilSheets<E: Publishable>(_ content: EditionContent<E>, _ language: Language) -> [StagedFile] {
    let phrases = Phrases(language, terms: content.project.terms[language] ?? [:])
    let goals = content.project.goals.map { goal in
        (goal, content.indicators.filter { $0.description.goal == goal.id })
    }.filter { !$0.1.isEmpty }
    func file(_ goal: GoalDescription?, _ chosen: [(GoalDescription, [Assessed<E>])]) -> StagedFile {
        let frame = sheetFrame(content, goal, chosen.flatMap(\.1), phrases)
        let sheet = councilSheet(
            chosen.map { SheetGoal(heading: goal == nil ? $0.title(language) : "", indicators: $1) }, frame: frame,
            phrases: phrases, measure: CairoTextMeasure())
        let bytes = pdf(pages: sheet, title: frame.title, createdAt: content.project.builtAt)
        return StagedFile(OutputFile(path: path(LinkedFile.sheet(goal: goal?.id), language), bytes: bytes))
    }
    return [file(nil, goals)] + goals.map { file($0.0, [$0]) }
}

private func sheetFrame<E: Publishable>(
    _ content: EditionContent<E>, _ goal: GoalDescription?, _ indicators: [Assessed<E>], _ p: Phrases
) -> SheetFrame {
    let project = content.project, language = p.language
    let marks = indicators.filter { $0.description.target != nil }.map(\.outcome.verdict.mark)
    let built = project.builtAt.isEmpty ? "" : p("footer.built", ["date": dateText(project.builtAt, language)])
    let isSample = indicators.contains { $0.description.isSample }
    return SheetFrame(
        organisation: project.organisation(language),
        title: p("sheet.title", ["title": goal?.title(language) ?? project.title(language)]),
        lede: goal?.statement(language) ?? project.lede(language), standing: tallySentence(marks, p),
        footer: [p("sheet.edition", ["edition": p("site.edition.\(E.name)")]), built].filter { !$0.isEmpty }
            .joined(separator: ". "),
        notice: isSample ? project.sampleNotice(language) : "")
}
