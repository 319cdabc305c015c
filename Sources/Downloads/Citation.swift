public import Vocabulary
import Wording

/// How to cite the figures of an indicator, one sentence: who, what, where, the edition's date, and the address of its
/// page where the project has one.
/// - Parameter page: the path of the indicator's page.
public func citation(
    _ description: IndicatorDescription, project: ProjectDescription, language: Language, page: String
) -> String {
    let base = project.openData.address
    let text = project.phrases(language)(
        project.builtAt.isEmpty ? "data.citation.undated" : "data.citation",
        [
            "organisation": project.organisation(language), "title": description.title(language),
            "site": project.title(language), "date": dateText(project.builtAt, language),
        ])
    return base.isEmpty ? text : text + " " + base + shortAddress(page)
}
