import Catalogue
import Findings
import Testing
import Vocabulary

/// What an indicator is made of: answers, shares of a whole, ages and sides.
@Suite struct Parts {
    private let answers = """
        distribution:
          title: { da: Hvad svarer de, en: What do they answer }
          parts:
            - { label: Nej, numerator: "svar = 'Nej'", side: negative }
            - { label: Ved ikke, numerator: "svar = 'Ved ikke'", side: middle }
            - { label: Ja, numerator: "svar = 'Ja'", side: positive }
        """

    private func read(_ yaml: String) throws -> IndicatorDefinition {
        let (project, findings) = try TemporaryProject(["Metrics/trivsel/x.yaml": yaml]).read()
        #expect(findings.isEmpty, "\(findings)")
        return try #require(project?.indicator("x"))
    }

    @Test func answersAreMadeAsTheFigureIs() throws {
        let definition = try read(TemporaryProject.share + "\nfilter: antal > 0\nby: [koen]\n" + answers)
        let declared = try #require(definition.description.distribution)
        #expect(declared.parts.map(\.side) == [.negative, .middle, .positive])
        #expect(declared.title(.danish) == "Hvad svarer de" && declared.parts[1].label(.danish) == "Ved ikke")
        let numerators = definition.answers.map(\.numerator)
        #expect(numerators.count == 3 && numerators[2] == definition.numerator && numerators[0] != numerators[1])
        for answer in definition.answers {
            #expect(answer.denominator == definition.denominator && answer.filter == definition.filter)
            #expect(answer.persons == definition.persons && answer.breakdowns.isEmpty && answer.answers.isEmpty)
        }
    }

    @Test func sharesAndPyramidsNameCategories() throws {
        let definition = try read(
            "title: T\ndataset: svar\nmeasure: sum\nnumerator: antal\npersons: antal\nby: [koen]\nshares: koen\n"
                + "pyramid: { ages: svar, sides: koen }\n")
        #expect(definition.description.shares == "koen")
        #expect(definition.description.pyramid == PyramidDescription(ages: "svar", sides: "koen"))
        #expect(definition.description.pyramid?.dimensions == ["koen", "svar"])
    }

    static let wrong: [WrongDefinition] = [
        .measure("answers of a sum", "measure: sum\nnumerator: antal\ndistribution: ⟦{ parts: [] }⟧", "no-parts", "measure 'sum' has no answers", "'given'"),
        .add("one answer", "distribution: { parts: ⟦[{ label: Ja, numerator: q1, side: positive }]⟧ }", "out-of-bounds", "2 to 5 parts", "together"),
        .add("three to a side", "distribution:\n  parts:\n    ⟦- { label: A, numerator: q1, side: positive }\n    - { label: B, numerator: q1, side: positive }\n    - { label: C, numerator: q1, side: positive }", "out-of-bounds", "two to each side", "together"),
        .add("from the wrong end", "distribution:\n  parts:\n    ⟦- { label: A, numerator: q1, side: positive }\n    - { label: B, numerator: q2, side: negative }", "parts-out-of-order", "from negative to positive", "the negative first"),
        .add("a published share of a share", "distribution:\n  parts:\n    - { label: A, value: ⟦q1⟧, numerator: q1, side: negative }\n    - { label: B, numerator: q2, side: positive }", "unused-formula", "has no 'value'", "write 'numerator'"),
        .add("an answer of nothing", "distribution:\n  parts:\n    - ⟦{ label: A, side: negative }\n    - { label: B, numerator: q2, side: positive }", "missing-key", "an answer has no 'numerator'", "add 'numerator:'"),
        .add("an answer that is a text", "distribution:\n  parts:\n    - { label: A, numerator: ⟦svar⟧, side: negative }\n    - { label: B, numerator: q2, side: positive }", "type-mismatch", "'numerator' must be a number", "svar"),
        .add("no such side", "distribution:\n  parts:\n    - { label: A, numerator: q1, side: ⟦negativ⟧ }\n    - { label: B, numerator: q2, side: positive }", "unknown-value", "cannot be 'negativ'", "did you mean 'negative'?"),
        .measure("shares of another category", "measure: sum\nnumerator: antal\nby: [koen]\nshares: ⟦kon⟧", "unknown-column", "not broken down by 'kon'", "did you mean 'koen'?"),
        .add("shares of a share", "shares: ⟦koen⟧", "no-parts", "measure 'share' do not add up", "'sum'"),
        .measure("a pyramid of a number", "measure: sum\nnumerator: antal\npyramid: { ages: ⟦antal⟧, sides: koen }", "unknown-column", "no category 'antal'", "categories: koen, svar"),
        .measure("a pyramid of one category", "measure: sum\nnumerator: antal\npyramid: { ages: koen, sides: ⟦koen⟧ }", "duplicate-key", "'koen' is given twice", "keep one"),
        .measure("a pyramid of means", "measure: mean\nvalue: q1\npyramid: ⟦{ ages: svar, sides: koen }⟧", "no-parts", "measure 'mean' do not add up", "'pyramid'"),
        .measure("the shares of a change", "measure: change\nof: andel\nshares: ⟦koen⟧", "unused-key", "no 'shares'", "remove it"),
    ]

    @Test(arguments: wrong) func inParts(_ wrong: WrongDefinition) throws { try wrong.isToldFirst() }
}
