public import Assessment
public import Vocabulary
public import Wording

/// One or two sentences on what a figure is set beside: its value, and that it cannot be compared directly where it is
/// counted in another way.
public func comparisonSentence(
    _ label: String, _ figure: Observation, hasSameDefinition: Bool, _ measure: UnitOfMeasure, _ p: Phrases
) -> String {
    let sentence = p(
        "comparison.sentence",
        [
            "label": label, "value": measure.text(figure.value, p.language),
            "inPeriod": figure.period.inPeriod(p.language),
        ])
    return hasSameDefinition ? sentence : sentence + " " + p("comparison.sentence.differs")
}
