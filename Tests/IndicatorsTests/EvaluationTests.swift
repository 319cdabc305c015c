import Catalogue
import Indicators
import Testing
import Vocabulary

/// Formulas over rows of two numbers (two decimals and none) and two categories.
@Suite struct Evaluation {
    private let layout = RowLayout(
        slots: ["pris": 0, "antal": 1, "svar": 2, "andet": 3], scales: ["pris": 2, "antal": 0],
        codes: ["svar": ["": 0, "Ja": 1, "Nej": 2], "andet": ["Nej": 0, "Ja": 1]])

    private func number(_ text: String, _ row: [Int64?]) throws -> Exact? {
        let program = try Formula(parsing: text).number(layout)
        return row.map { $0 ?? RowLayout.absent }.withUnsafeBufferPointer { program.run($0.baseAddress!) }
            .map { Exact(units: $0, scale: program.scale) }
    }

    private func truth(_ text: String, _ row: [Int64?]) throws -> Bool? {
        let program = try Formula(parsing: text).truth(layout)
        return row.map { $0 ?? RowLayout.absent }.withUnsafeBufferPointer { program($0.baseAddress!) }
    }

    private let row: [Int64?] = [1250, 3, 1, 0]
    private let gap: [Int64?] = [nil, 3, 0, 0]

    @Test(arguments: [
        ("pris", "12.50"), ("pris + antal", "15.50"), ("antal - pris", "-9.50"), ("pris * antal", "37.50"),
        ("pris * pris", "156.25"), ("-pris", "-12.50"), ("0.001 * pris", "0.0125"), ("if(svar = 'Ja', pris, 0)", "12.50"),
        ("if(svar = 'Nej', pris, 0.5)", "0.50"), ("svar = 'Ja'", "1"), ("(antal > 2) + (pris > 12)", "2"), ("antal > 3", "0"),
    ]) func computes(_ text: String, _ expected: String) throws {
        #expect(try number(text, row) == Exact(expected))
    }

    @Test(arguments: [
        ("pris = 12.5", true), ("pris > 12.49", true), ("pris >= 12.50", true), ("pris < 12.5", false), ("pris <= antal", false),
        ("pris != 12.500", false), ("antal between 3 and 3", true), ("antal between 3.01 and 4", false),
        ("pris between 12.5 and 13", true), ("svar = 'Ja'", true), ("'Ja' = svar", true), ("svar != 'Ja'", false),
        ("svar = 'Måske'", false), ("svar != 'Måske'", true), ("svar in ('Nej', 'Ja')", true), ("svar in ('Måske')", false),
        ("svar not in ('Nej')", true), ("svar = andet", false), ("andet = 'Nej'", true), ("svar is missing", false),
        ("not svar = 'Ja'", false), ("svar = 'Ja' and antal = 3", true), ("svar = 'Nej' or antal = 4", false),
    ]) func decides(_ text: String, _ expected: Bool) throws {
        #expect(try truth(text, row) == expected)
    }

    /// What is not known is neither true nor false, unless the other side decides.
    @Test(arguments: [
        ("pris > 1", nil), ("not pris > 1", nil), ("pris > 1 and antal = 3", nil), ("pris > 1 and antal = 4", false),
        ("antal = 4 and pris > 1", false), ("pris > 1 or antal = 3", true), ("antal = 3 or pris > 1", true),
        ("pris > 1 or antal = 4", nil), ("pris between 1 and 2", nil), ("pris is missing", true),
        ("pris is not missing", false), ("pris + antal is missing", true), ("svar is missing", true),
        ("svar is not missing", false), ("andet is missing", false),
    ] as [(String, Bool?)]) func knowsWhatItDoesNotKnow(_ text: String, _ expected: Bool?) throws {
        #expect(try truth(text, gap) == expected)
    }

    @Test func absenceSpreads() throws {
        #expect(try number("pris + 1", gap) == nil && number("0 * pris", gap) == nil && number("-pris", gap) == nil)
        #expect(try number("if(pris > 1, 1, 0)", gap) == nil && number("if(antal = 3, 1, pris)", gap) == Exact(1))
    }

    /// What needs more than 128 bits is marked, and stays so.
    @Test func tooLargeStaysTooLarge() throws {
        let huge = String(repeating: "pris * ", count: 4) + "pris"
        let row: [Int64?] = [Int64.max, 1, 1, 0]
        func units(_ text: String) throws -> Int128? { try number(text, row)?.units }
        #expect(try units(huge) == NumberProgram.tooLarge)
        #expect(try units(huge + " + 1") == NumberProgram.tooLarge)
        #expect(try units("-(" + huge + ")") == NumberProgram.tooLarge)
        #expect(try units("1 - " + huge) == NumberProgram.tooLarge)
    }

    /// The plan leaves a total out where the filter chooses from its column.
    @Test func plansHoldToTotals() throws {
        let plain = try Cases.plan("by: koen")
        #expect(plain.totals == ["alder": "I alt"] && plain.groupings == [[], ["koen"]])
        #expect(plain.columns == ["syge", "mulige", "koen", "alder"])
        #expect(try Cases.plan("filter: alder = '0-17'").totals.isEmpty)
        #expect(try Cases.plan("").persons == nil)
    }
}

extension Cases {
    static func plan(_ more: String) throws -> QueryPlan {
        let (definition, dataset) = try declared("share", more)
        return definition.plan(over: dataset)
    }
}
