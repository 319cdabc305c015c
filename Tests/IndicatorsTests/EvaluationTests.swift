import Catalogue
import Indicators
import Testing
import Vocabulary

/// Formulas over rows of two numbers (two decimals and none) and two categories.
@Suite struct Evaluation {
    private let layout = RowLayout(
        slots: ["pris": 0, "antal": 1, "svar": 2, "andet": 3], scales: ["pris": 2, "antal": 0],
        codes: ["svar": ["": 0, "Ja": 1, "Nej": 2], "andet": ["Nej": 0, "Ja": 1]])

    /// Where the ranges of the columns are known, 64 bits are enough; else 128 are taken. Both must say the same.
    private var widths: [RowLayout] {
        var known = layout
        known.ranges = ["pris": -1_000_000...1_000_000, "antal": -1_000...1_000]
        return [known, layout]
    }

    /// Three rows like `row`, asked for as they lie and by their places.
    private func block<T>(_ row: [Int64?], _ body: (RowBlock, RowBlock) throws -> T) rethrows -> T {
        let columns = row.map { value in Array(repeating: value ?? RowLayout.absent, count: 3) }
        var packed: [PackedColumn] = []
        for column in columns {
            let room = UnsafeMutablePointer<Int64>.allocate(capacity: 3)
            room.update(from: column, count: 3)
            packed.append(PackedColumn(base: room, width: 8))
        }
        return try withExtendedLifetime(packed) {
            try [Int32(2), 0].withUnsafeBufferPointer { chosen in
                try body(
                    RowBlock(columns: packed, first: 0, count: 3),
                    RowBlock(columns: packed, first: 0, count: 2, chosen: chosen.baseAddress))
            }
        }
    }

    private func number(_ text: String, _ row: [Int64?]) throws -> Exact? {
        let found = try widths.flatMap { layout in
            let evaluation = NumberEvaluation(try Formula(parsing: text).number(layout))
            return block(row) { all, chosen in
                [(all, 2), (chosen, 1)].map { block, place in
                    evaluation.numbers(block)[place].map { Exact(units: $0, scale: evaluation.compiled.scale) }
                }
            }
        }
        #expect(Set(found).count == 1)
        return found[0]
    }

    private func truth(_ text: String, _ row: [Int64?]) throws -> Bool? {
        let found = try widths.flatMap { layout in
            let evaluation = TruthEvaluation(try Formula(parsing: text).truth(layout))
            return block(row) { all, chosen in
                [(all, 2), (chosen, 1)].map { block, place in
                    let truth = evaluation.truths(block)[place]
                    return truth == TruthEvaluation.unknown ? nil : truth == 1
                }
            }
        }
        #expect(Set(found).count == 1)
        return found[0]
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

    @Test(arguments: [
        ("abs(antal - pris)", "9.50"), ("least(pris, antal, 20)", "3"), ("greatest(pris, antal)", "12.5"),
        ("total(pris, antal)", "15.5"), ("answered(pris, antal)", "2"), ("case when antal > 5 then 1 when pris > 5 then 2 else 3 end", "2"),
        ("case when antal > 5 then 1 else pris end", "12.50"), ("antal in (2, 3)", "1"), ("antal not in (2, 3)", "0"),
        ("pris in (-1, 12.5)", "1"), ("if(antal in (3), svar = 'Ja', 0)", "1"),
    ]) func knowsFunctions(_ text: String, _ expected: String) throws {
        #expect(try number(text, row) == Exact(expected))
    }

    @Test(arguments: [
        ("total(pris, antal)", "3"), ("answered(pris, antal)", "1"), ("answered(pris)", "0"), ("total(pris)", nil), ("abs(pris)", nil),
        ("least(pris, antal)", nil), ("greatest(antal, pris)", nil), ("case when antal > 5 then 1 end", nil),
        ("case when pris > 5 then 1 else 2 end", nil),
    ] as [(String, String?)]) func functionsOfWhatIsNotThere(_ text: String, _ expected: String?) throws {
        #expect(try number(text, gap) == expected.flatMap { Exact($0) })
    }

    /// What may need more than 128 bits is refused before a row is read; 64 bits are taken only where all parts fit.
    @Test func boundsAreKnownBeforehand() throws {
        let huge = try Formula(parsing: "pris * pris * pris")
        #expect(throws: NumberTooLarge.self) { try huge.number(layout) }
        var known = layout
        known.ranges = ["pris": 0...1_000_000_000, "antal": 0...10]
        let cube = try huge.number(known)
        #expect(!cube.isNarrow && cube.range == 0...1_000_000_000_000_000_000_000_000_000)
        #expect(try Formula(parsing: "pris * antal").number(known).isNarrow)
        #expect(try !Formula(parsing: "if(pris * pris * antal > 1, 1, 0)").number(known).isNarrow)
        #expect(try Formula(parsing: "antal - pris").number(known).range == -1_000_000_000...1000)
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
