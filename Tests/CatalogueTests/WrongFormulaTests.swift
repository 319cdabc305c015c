import Testing

/// Faults in formulas, each told at its character.
@Suite struct WrongFormulas {
    static let columns: [WrongDefinition] = [
        .formula("2 * ⟦antl⟧", "unknown-column", "no column 'antl' in dataset 'svar'", "did you mean 'antal'?"),
        .formula("svar = 'Må ikke' and ⟦kon⟧ = 'Å'", "unknown-column", "'kon'", "did you mean 'koen'?"),
        .formula("⟦zzz⟧ = 1", "unknown-column", "'zzz'", "columns: andel, antal, koen, q1, q2, svar, vaegt"),
        .formula("⟦Antal⟧", "unknown-column", "'Antal'", "did you mean 'antal'?"),
        .formula("⟦sag⟧ = '1'", "text-in-formula", "'sag' is declared under 'texts'", "'categories'"),
        .formula("antal + ⟦svar⟧", "type-mismatch", "a number is needed here, and this is a text", "'numbers'"),
        .formula("antal = ⟦'Ja'⟧", "type-mismatch", "a number is needed here", "without quotes"),
        .formula("svar = ⟦1⟧", "type-mismatch", "a text is needed here, and this is a number", "in quotes: '1'"),
        .formula("svar ⟦<⟧ 'Ja'", "type-mismatch", "texts can be compared with = and != only", "'numbers'"),
        .formula("⟦svar⟧", "type-mismatch", "'numerator' must be a number, and this is a text", "svar = '"),
        .formula("⟦antal⟧ in ('Ja', 'Nej')", "type-mismatch", "a text is needed here", "without quotes"),
        .formula("svar in (⟦1⟧, 2)", "type-mismatch", "a text is needed here", "in quotes: '1'"),
        .formula("not ⟦antal⟧", "type-mismatch", "true or false is needed here", "antal > 0"),
        .formula("if(⟦svar⟧, 1, 0)", "type-mismatch", "true or false is needed here", "svar = '"),
        .change(
            "a filter that is a number", "by: [koen]", "filter: ⟦antal⟧", "type-mismatch",
            "'filter' must be true or false, and this is a number", "antal > 0"),
        .change(
            "a filter that is a text", "by: [koen]", "filter: ⟦koen⟧", "type-mismatch",
            "'filter' must be true or false, and this is a text", "koen = '"),
        .change(
            "a denominator of a text", "denominator: antal", "denominator: ⟦koen⟧", "type-mismatch",
            "'denominator' must be a number", "koen = '"),
        .change(
            "a denominator of 0", "denominator: antal", "denominator: ⟦0⟧", "division-by-zero",
            "the denominator is always 0", "counted out of"),
        .change(
            "a denominator that comes out as 0", "denominator: antal", "denominator: ⟦antal * (2 - 2.0)⟧",
            "division-by-zero", "the denominator is always 0", "counted out of"),
    ]

    static let syntax: [WrongDefinition] = [
        .formula("svar in ('Ja', ⟦1⟧)", "formula-syntax", "'in' takes texts or numbers, not both", "quotes"),
        .formula("antal in (1, ⟦'Ja'⟧)", "formula-syntax", "'in' takes texts or numbers, not both", "quotes"),
        .formula("svar in ⟦'Ja'⟧", "formula-syntax", "'(' is missing here", "('Ja', 'Nej')"),
        .formula("svar in (⟦Ja⟧)", "formula-syntax", "'in' needs texts in quotes", "'Ja'"),
        .formula("svar in (⟦)⟧", "formula-syntax", "'in' needs", "('Ja', 'Nej')"),
        .formula("2 * (antal + q1⟦⟧", "formula-syntax", "')' is missing here", "as many ')' as '('"),
        .formula("(antal + q1)⟦)⟧ * 2", "formula-syntax", "')' was not expected here", "as many ')' as '('"),
        .formula("antal +⟦⟧", "formula-syntax", "the formula ends too early", "after '+'"),
        .formula("⟦*⟧ antal", "syntax", "a text cannot begin with '*'", "put the whole text in quotes"),
        .formula("'⟦*⟧ antal'", "formula-syntax", "'*' was not expected here", "before it"),
        .formula("svar = ⟦'Ja", "formula-syntax", "a text that begins here is never closed", "add '"),
        .formula("svar = ⟦’⟧Ja’", "formula-syntax", "'’' was not expected here", "straight quotes"),
        .formula("svar = ⟦»⟧Ja«", "formula-syntax", "'»' was not expected here", "straight quotes"),
        .formula("vaegt * 0⟦,⟧5", "formula-syntax", "',' was not expected here", "decimal point: 0.5"),
        .formula("antal * ⟦1.2.3⟧", "formula-syntax", "'1.2.3' is no number", "one point"),
        .formula("antal ⟦/⟧ 2", "formula-syntax", "'/' was not expected here", "write them apart"),
        .formula("svar = 'Ja' ⟦&⟧ koen = 'K'", "formula-syntax", "'&' was not expected here", "write 'and'"),
        .formula("svar = 'Ja' ⟦||⟧ koen = 'K'", "formula-syntax", "'||' was not expected here", "write 'or'"),
        .formula("antal ⟦<>⟧ 3", "formula-syntax", "'<>' was not expected here", "write '!='"),
        .formula("svar ⟦like⟧ 'Ja%'", "formula-syntax", "'like' was not expected here", "operator"),
        .formula("svar = 'Ja' ⟦og⟧ koen = 'K'", "formula-syntax", "'og' was not expected here", "write 'and'"),
        .formula("antal between 1 ⟦or⟧ 5", "formula-syntax", "'between' needs two numbers", "between 6 and 10"),
        .formula("case when svar = 'Ja' ⟦1⟧ else 0 end", "formula-syntax", "'then' is missing here", "case when"),
        .formula("case when svar = 'Ja' then 1⟦⟧", "formula-syntax", "'end' is missing here", "case when"),
        .formula("if(svar = 'Ja', 1⟦)⟧", "formula-syntax", "',' is missing here", "if(svar = 'Ja', 1, 0)"),
        .formula("abs(antal, ⟦q1⟧)", "formula-syntax", "'abs' takes one number", "abs(a - b)"),
        .formula("⟦summ⟧(antal)", "unknown-function", "no function 'summ'", "functions: if, abs, least"),
        .formula("⟦toal⟧(q1, q2)", "unknown-function", "no function 'toal'", "did you mean 'total'?"),
        .formula("select ⟦antal⟧ from svar", "formula-syntax", "'antal' was not expected here", "operator"),
        .formula("antal⟦;⟧ drop table svar", "formula-syntax", "';' was not expected here", "operator"),
        .change("an empty formula", "numerator: svar = 'Ja'", "numerator:⟦⟧", "formula-syntax", "'numerator' is empty", "antal"),
        .change(
            "a list for a formula", "numerator: svar = 'Ja'", "numerator: ⟦[antal, q1]", "wrong-shape",
            "'numerator' must be a formula", "antal + q1"),
    ]

    /// Long and deep formulas are told, and stop nothing.
    static let sizes: [WrongDefinition] = [
        .change(
            "a thousand parentheses", "svar = 'Ja'", String(repeating: "(", count: 100) + "⟦(⟧" + String(repeating: "(", count: 900),
            "formula-syntax", "too many parentheses", "a column that says the same"),
        .change(
            "a thousand signs", "svar = 'Ja'", "0 " + String(repeating: "- ", count: 101) + "⟦-⟧ " + String(repeating: "- ", count: 900),
            "formula-syntax", "too many", "a column that says the same"),
        .change(
            "two thousand words", "svar = 'Ja'", "antal" + String(repeating: " + antal", count: 999) + " + ⟦antal⟧ + q1",
            "formula-syntax", "the formula is too long", "several indicators"),
    ]

    @Test(arguments: sizes) func ofAnySize(_ wrong: WrongDefinition) throws { try wrong.isToldFirst() }

    @Test(arguments: ["not ", "abs(", "case when q1 > 1 then ", "if(q1 > 1, 1, ", "(antal > 1) + ", "- "])
    func nothingIsTooDeep(_ part: String) throws {
        for count in [10, 99, 500, 1999, 100_000] {
            let wrong = WrongDefinition.formula(String(repeating: part, count: count) + "x", "", "", "")
            #expect(try !wrong.findings().isEmpty)
        }
    }

    /// Where a formula does not stand plain in one line.
    static let places: [WrongDefinition] = [
        .change("single quotes", "svar = 'Ja'", "'svar = ''Må'' and ⟦kon⟧ = ''K'''", "unknown-column", "'kon'", "koen"),
        .change(
            "double quotes", "svar = 'Ja'", #""svar = \"M\u00e5\" and ⟦kon⟧ = 'K'""#, "unknown-column", "'kon'", "koen"),
        .change(
            "a literal block", "svar = 'Ja'", "|\n  svar = 'Må'\n\n    and ⟦kon⟧ = 'K'", "unknown-column", "'kon'", "koen"),
        .change(
            "a folded block", "svar = 'Ja'", ">-  # hvem\n  svar = 'Må'\n  and\n  ⟦kon⟧ = 'K'", "unknown-column", "'kon'",
            "koen"),
        .change(
            "a plain text over two lines", "svar = 'Ja'", "svar = 'Må'\n  and ⟦kon⟧ = 'K'", "unknown-column", "'kon'",
            "koen"),
        .change("a formula that ends too early in a block", "svar = 'Ja'", "|\n  antal +⟦⟧\n", "formula-syntax", "ends too early", "after '+'"),
        .change(
            "letters of two parts", "svar = 'Ja'", "svar = 'Ma\u{30A}' and ⟦kon⟧ = 'K'", "unknown-column", "'kon'", "koen"),
        .change("a tag", "svar = 'Ja'", "!!str svar = 'Ja' and ⟦kon⟧ = 'K'", "unknown-column", "'kon'", "koen"),
        .change(
            "an alias", "denominator: antal\n", "denominator: antal\nlabel: &f q1 + ⟦kon⟧\nfilter: *f\n",
            "unknown-column", "'kon'", "koen"),
        .whole(
            "Windows lines", WrongDefinition.indicator.replacing("svar = 'Ja'", with: "svar = 'Må' and ⟦kon⟧ = 'K'")
                .replacing("\n", with: "\r\n"), "unknown-column", "'kon'", "koen"),
        .whole(
            "a byte order mark", "\u{FEFF}" + WrongDefinition.indicator.replacing("by:", with: "⟦byy⟧:"),
            "unknown-key", "'byy'", "did you mean 'by'?"),
    ]

    @Test(arguments: columns) func inColumnsAndTypes(_ wrong: WrongDefinition) throws { try wrong.isToldFirst() }
    @Test(arguments: syntax) func inSyntax(_ wrong: WrongDefinition) throws { try wrong.isToldFirst() }
    @Test(arguments: places) func whereverTheyStand(_ wrong: WrongDefinition) throws { try wrong.isToldFirst() }
}
