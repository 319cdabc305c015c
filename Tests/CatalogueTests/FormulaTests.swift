import Catalogue
import Testing
import Vocabulary

/// A formula as fully bracketed text, to see what was read.
func spelled(_ formula: Formula) -> String {
    switch formula.node {
    case .number(let number): "\(number)"
    case .text(let text): "'\(text)'"
    case .column(let name): name
    case .negated(let inner): "(-\(spelled(inner)))"
    case .arithmetic(let a, let sign, let b): "(\(spelled(a)) \(sign.rawValue) \(spelled(b)))"
    case .comparison(let a, let sign, let b): "(\(spelled(a)) \(sign.rawValue) \(spelled(b)))"
    case .oneOf(let a, let texts, let negated): "(\(spelled(a)) \(negated ? "not in" : "in") \(texts))"
    case .between(let a, let low, let high): "(\(spelled(a)) between \(spelled(low)) & \(spelled(high)))"
    case .isMissing(let a, let negated): "(\(spelled(a)) is \(negated ? "not missing" : "missing"))"
    case .both(let a, let b): "(\(spelled(a)) and \(spelled(b)))"
    case .either(let a, let b): "(\(spelled(a)) or \(spelled(b)))"
    case .not(let inner): "(not \(spelled(inner)))"
    case .choice(let a, let b, let c): "if(\(spelled(a)), \(spelled(b)), \(spelled(c)))"
    case .function(let name, let parts): "\(name.rawValue)(\(parts.map(spelled).joined(separator: ", ")))"
    case .evened(let parts, _, let multiple): "evened(\(parts.map(spelled).joined(separator: ", ")))*\(multiple)"
    case .nothing: "nothing"
    case .quotient(let a, let b): "(\(spelled(a)) / \(spelled(b)))"
    }
}

/// What is wrong with a formula, or nil.
func problem(_ text: String) -> FormulaProblem? {
    do throws(FormulaProblem) {
        _ = try Formula(parsing: text)
        return nil
    } catch {
        return error
    }
}

@Suite struct FormulaParsing {
    @Test(arguments: [
        ("a + b * c", "(a + (b * c))"), ("a * b + c", "((a * b) + c)"), ("a - b - c", "((a - b) - c)"),
        ("(a + b) * c", "((a + b) * c)"), ("-a * b", "((-a) * b)"), ("a - -b", "(a - (-b))"), ("2.50 * a", "(2.50 * a)"),
        ("a or b and c", "(a or (b and c))"), ("a and b or c", "((a and b) or c)"), ("not a and b", "((not a) and b)"),
        ("not a = 1", "(not (a = 1))"), ("not not a = 1", "(not (not (a = 1)))"), ("a + 1 = b * 2", "((a + 1) = (b * 2))"),
        ("a == 1", "(a = 1)"), ("a != 1", "(a != 1)"), ("a<=1", "(a <= 1)"), ("a>=1", "(a >= 1)"), ("a<1", "(a < 1)"),
        ("s in ('Ja', \"Nej\")", "(s in [\"Ja\", \"Nej\"])"), ("s not in ('Ja')", "(s not in [\"Ja\"])"),
        ("not s in ('Ja')", "(not (s in [\"Ja\"]))"),
        ("a between 6 and 10 and not s = 'Ukendt'", "((a between 6 & 10) and (not (s = 'Ukendt')))"),
        ("a between b + 1 and c * 2 or d = 1", "((a between (b + 1) & (c * 2)) or (d = 1))"),
        ("a is missing", "(a is missing)"), ("a is not missing and b = 1", "((a is not missing) and (b = 1))"),
        ("if(s = 'Ja', a, 0) + 1", "(if((s = 'Ja'), a, 0) + 1)"), ("if (s = 'Ja' or a > 1, a * 2, -1)", "if(((s = 'Ja') or (a > 1)), (a * 2), (-1))"),
        ("(a > 1) + (b > 1)", "((a > 1) + (b > 1))"), ("NOT a = 1 AND b = 2 OR c = 3", "(((not (a = 1)) and (b = 2)) or (c = 3))"),
        ("s = \"d'Or\"", "(s = 'd'Or')"), ("æble_2 + if", "(æble_2 + if)"), ("1", "1"), (" a\n+\tb ", "(a + b)"),
        ("s in (4, 5)", "((s = 4) or (s = 5))"), ("s not in (4, -5)", "(not ((s = 4) or (s = (-5))))"),
        ("case when a < 1 then b else 2 end", "if((a < 1), b, 2)"), ("a / b * c", "((a / b) * c)"),
        ("case when a < 1 then b when a < 2 then 3 end + 1", "(if((a < 1), b, if((a < 2), 3, nothing)) + 1)"),
        ("abs(a - b)", "abs((a - b))"), ("2 * TOTAL(a, b, 6 - c)", "(2 * total(a, b, (6 - c)))"),
        ("least(a) + greatest(b, answered(c))", "(least(a) + greatest(b, answered(c)))"),
    ]) func reads(_ text: String, _ expected: String) throws {
        #expect(spelled(try Formula(parsing: text)) == expected)
    }

    /// Where the reader is sent, counted from 0.
    @Test(arguments: [
        ("", 0), ("a +", 3), ("a b", 2), ("a / * b", 4), ("(a + b", 6), ("a + * b", 4), ("s in 'Ja'", 5), ("s in (a)", 6),
        ("s in ()", 6), ("a between 1 or 2", 12), ("a between 1", 11), ("a = 'never closed", 4), ("1.2.3 + a", 0),
        ("a = 1 = 2", 6), ("a is empty", 2), ("if(a = 1, 2)", 11), ("if(a = 1)", 8), ("a)", 1), ("a # b", 2), ("not", 3),
        ("a in", 4), ("æ + ø + ", 7), ("a not b", 2),
        ("case when a < 1 then b", 22), ("case when a < 1 b end", 16), ("abs(a, b)", 7), ("total(a", 7), ("total()", 6),
    ]) func saysWhere(_ text: String, _ offset: Int) throws {
        let found = try #require(problem(text))
        #expect(found.code == "formula-syntax")
        #expect(found.offset == offset, "\(found)")
    }

    @Test func theEndAfterATextLiesBehindItsQuote() throws {
        #expect(problem("s in ('Ja'")?.offset == 10)
    }

    @Test func aListDoesNotBeginWithAComma() {
        #expect(problem("s in (, 'Ja')") != nil)
    }

    @Test func textsAndNumbersAreNotMixed() {
        #expect(problem("s in ('Ja', 1)")?.code == "formula-syntax")
    }

    @Test func anUnknownFunctionGetsASuggestion() {
        let found = problem("1 + totla(a, b)")
        #expect(found?.code == "unknown-function" && found?.offset == 4 && found?.suggestion == "did you mean 'total'?")
    }

    @Test func partsKnowTheirOffsets() throws {
        let formula = try Formula(parsing: "a + bb * 'x'")
        guard case .arithmetic(let a, .plus, let product) = formula.node, case .arithmetic(let b, .times, let x) = product.node
        else {
            Issue.record("no sum of a product")
            return
        }
        #expect([formula.offset, a.offset, product.offset, b.offset, x.offset] == [2, 0, 7, 4, 9])
    }

    @Test func knowsItsColumns() throws {
        let formula = try Formula(parsing: "if(s in ('Ja') and not t = 'x', a, -b) + (c between d and e) + (f is missing)")
        #expect(formula.columns == ["s", "t", "a", "b", "c", "d", "e", "f"])
    }
}

@Suite struct FormulaTyping {
    private let dataset: DatasetDeclaration

    init() throws { dataset = try TemporaryProject.dataset() }

    @Test(arguments: [
        ("antal + score * 2", FormulaType.number), ("svar", .text), ("'x'", .text), ("svar = 'Ja'", .truth),
        ("antal > 2", .truth), ("svar in ('Ja')", .truth), ("antal between 1 and 2", .truth), ("svar is missing", .truth),
        ("antal is not missing", .truth), ("if(svar = 'Ja', antal, 0)", .number), ("(antal > 1) + (score > 1)", .number),
        ("svar = koen", .truth), ("not (antal = 1 and svar != 'x')", .truth), ("-antal", .number),
    ]) func types(_ text: String, _ type: FormulaType) throws {
        #expect(try Formula(parsing: text).type(over: dataset) == type)
    }

    @Test(arguments: [
        ("antal + svar", 8, "type-mismatch"), ("svar + 1", 0, "type-mismatch"), ("antal = 'x'", 8, "type-mismatch"),
        ("svar = 1", 7, "type-mismatch"), ("svar > 'a'", 5, "type-mismatch"), ("antal in ('x')", 0, "type-mismatch"),
        ("svar between 1 and 2", 0, "type-mismatch"), ("antal between 1 and 'x'", 20, "type-mismatch"),
        ("antal and svar = 'x'", 0, "type-mismatch"), ("svar = 'x' or antal", 14, "type-mismatch"),
        ("not antal", 4, "type-mismatch"), ("-svar", 1, "type-mismatch"), ("if(antal, 1, 0)", 3, "type-mismatch"),
        ("if(svar = 'Ja', svar, 0)", 16, "type-mismatch"), ("if(svar = 'Ja', 1, 'x')", 19, "type-mismatch"),
        ("1 + antl", 4, "unknown-column"), ("svra is missing", 0, "unknown-column"), ("Antal", 0, "unknown-column"),
    ]) func refuses(_ text: String, _ offset: Int, _ code: String) throws {
        let formula = try Formula(parsing: text)
        let found = #expect(throws: FormulaProblem.self) { try formula.type(over: dataset) }
        #expect(found?.offset == offset && found?.code == code, "\(String(describing: found))")
    }

    @Test func rowsAreNotDivided() throws {
        let formula = try Formula(parsing: "antal / 2")
        let found = #expect(throws: FormulaProblem.self) { try formula.type(over: dataset) }
        #expect(found?.offset == 6 && found?.suggestion?.contains("numerator and denominator") == true)
    }

    @Test func misspeltColumnsGetASuggestion() throws {
        let formula = try Formula(parsing: "antl")
        let found = #expect(throws: FormulaProblem.self) { try formula.type(over: dataset) }
        #expect(found?.suggestion == "did you mean 'antal'?")
    }
}
