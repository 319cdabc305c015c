import Findings
import Vocabulary

extension Formula {
    /// Parses a formula.
    ///
    /// `egen_sygdom + arbejdsskade`, `svar in ('Ja', 'Nej')`, `score between 6 and 10 and not omraade = 'Ukendt'`,
    /// `if(svar = 'Ja', vaegt, 0)`, `case when trin <= 3 then 1 when trin <= 6 then 2 else 3 end`, `trin in (4, 5)`,
    /// `antal is missing`, `total(q1, q2, 6 - q3)`. Texts stand in single or double quotes, numbers have a decimal point.
    /// A condition used as a numerator counts the rows where it holds; `1` counts rows.
    /// - Throws: `FormulaProblem` with the offset of what could not be read.
    public init(parsing text: String) throws(FormulaProblem) {
        let tokens = try FormulaToken.tokens(of: text)
        guard tokens.count <= longest else {
            throw FormulaProblem(
                code: "formula-syntax", message: "the formula is too long to read", offset: tokens[longest].offset,
                suggestion: "declare a column that says the same, or make several indicators")
        }
        var parser = FormulaParser(tokens: tokens)
        let formula = try parser.either()
        if parser.current != nil { throw parser.unexpected("put an operator (+, -, *, =, and, or) before it") }
        self = formula
    }
}

private struct FormulaToken {
    enum Kind { case number, text, word, sign }

    var kind: Kind
    var text: String
    var offset: Int
    /// Characters of the source beside the text itself.
    var quotes = 0

    static func tokens(of source: String) throws(FormulaProblem) -> [FormulaToken] {
        let characters = Array(source)
        var tokens: [FormulaToken] = []
        var index = 0
        while index < characters.count {
            let start = index, character = characters[index]
            if character.isWhitespace {
                index += 1
            } else if character == "'" || character == "\"" {
                index += 1
                while index < characters.count, characters[index] != character { index += 1 }
                guard index < characters.count else {
                    throw FormulaProblem(
                        code: "formula-syntax", message: "a text that begins here is never closed", offset: start,
                        suggestion: "add \(character) where the text ends")
                }
                tokens.append(.init(kind: .text, text: String(characters[start + 1..<index]), offset: start, quotes: 2))
                index += 1
            } else if character.isNumber {
                while index < characters.count, characters[index].isNumber || characters[index] == "." { index += 1 }
                tokens.append(.init(kind: .number, text: String(characters[start..<index]), offset: start))
            } else if character.isLetter || character == "_" {
                while index < characters.count,
                    characters[index].isLetter || characters[index].isNumber || characters[index] == "_"
                { index += 1 }
                tokens.append(.init(kind: .word, text: String(characters[start..<index]), offset: start))
            } else {
                let pair = String(characters[start..<min(start + 2, characters.count)])
                let sign = signsOfTwo.contains(pair) ? pair : String(character)
                index += sign.count
                tokens.append(.init(kind: .sign, text: sign, offset: start))
            }
        }
        return tokens
    }
}

/// Words and signs of a formula, and parentheses within one another, that are read: what walks through a formula goes
/// as deep as it is long.
private let longest = 2000, deepest = 100

/// Signs of two characters: those of formulas, and those that people write by habit and are told about.
private let signsOfTwo: Set<String> = ["<=", ">=", "!=", "==", "<>", "=<", "=>", "&&", "||"]

private struct FormulaParser {
    let tokens: [FormulaToken]
    var index = 0
    private var depth = 0

    var current: FormulaToken? { index < tokens.count ? tokens[index] : nil }
    private var end: Int { tokens.last.map { $0.offset + $0.text.count + $0.quotes } ?? 0 }

    init(tokens: [FormulaToken]) { self.tokens = tokens }

    private func isWord(_ word: String, at ahead: Int = 0) -> Bool {
        let position = index + ahead
        return position < tokens.count && tokens[position].kind == .word && tokens[position].text.lowercased() == word
    }

    private func isSign(_ sign: String) -> Bool { current?.kind == .sign && current?.text == sign }

    /// What stands here does not belong here.
    func unexpected(_ otherwise: String) -> FormulaProblem {
        let sign = tokens[index].text
        return FormulaProblem(
            code: "formula-syntax", message: "'\(sign)' was not expected here", offset: tokens[index].offset,
            suggestion: advice(
                against: sign, before: index > 0 ? tokens[index - 1].text : nil,
                after: index + 1 < tokens.count ? tokens[index + 1].text : nil, otherwise: otherwise))
    }

    private mutating func expect(
        _ sign: String, _ suggestion: String = "write as many ')' as '('"
    ) throws(FormulaProblem) {
        guard isSign(sign) else {
            throw FormulaProblem(
                code: "formula-syntax", message: "'\(sign)' is missing here", offset: current?.offset ?? end,
                suggestion: suggestion)
        }
        index += 1
    }

    private mutating func deepen(at token: FormulaToken) throws(FormulaProblem) {
        depth += 1
        guard depth <= deepest else {
            throw FormulaProblem(
                code: "formula-syntax", message: "too many parentheses stand within one another", offset: token.offset,
                suggestion: "declare a column that says the same")
        }
    }

    mutating func either() throws(FormulaProblem) -> Formula {
        var left = try both()
        while isWord("or") {
            let offset = tokens[index].offset
            index += 1
            left = Formula(.either(left, try both()), offset)
        }
        return left
    }

    private mutating func both() throws(FormulaProblem) -> Formula {
        var left = try not()
        while isWord("and") {
            let offset = tokens[index].offset
            index += 1
            left = Formula(.both(left, try not()), offset)
        }
        return left
    }

    private mutating func not() throws(FormulaProblem) -> Formula {
        guard isWord("not") else { return try comparison() }
        let token = tokens[index]
        index += 1
        try deepen(at: token)
        defer { depth -= 1 }
        return Formula(.not(try not()), token.offset)
    }

    private mutating func comparison() throws(FormulaProblem) -> Formula {
        let left = try sum()
        guard let token = current else { return left }
        if token.kind == .sign, let sign = Formula.Comparison(rawValue: token.text == "==" ? "=" : token.text) {
            index += 1
            return Formula(.comparison(left, sign, try sum()), token.offset)
        }
        if isWord("in") || (isWord("not") && isWord("in", at: 1)) {
            let negated = isWord("not")
            index += negated ? 2 : 1
            return try choices(of: left, negated: negated, at: token.offset)
        }
        if isWord("between") {
            index += 1
            let low = try sum()
            guard isWord("and") else {
                throw FormulaProblem(
                    code: "formula-syntax", message: "'between' needs two numbers with 'and' between them",
                    offset: current?.offset ?? end, suggestion: "write: x between 6 and 10")
            }
            index += 1
            return Formula(.between(left, low, try sum()), token.offset)
        }
        if isWord("is"), isWord("missing", at: 1) || (isWord("not", at: 1) && isWord("missing", at: 2)) {
            let negated = isWord("not", at: 1)
            index += negated ? 3 : 2
            return Formula(.isMissing(left, negated: negated), token.offset)
        }
        return left
    }

    /// What stands after `in`: texts, or numbers, which are as many comparisons.
    private mutating func choices(of left: Formula, negated: Bool, at offset: Int) throws(FormulaProblem) -> Formula {
        try expect("(", "write them in parentheses: ('Ja', 'Nej') or (4, 5)")
        var texts: [String] = [], numbers: [Formula] = []
        repeat {
            if !texts.isEmpty || !numbers.isEmpty { index += 1 }
            let start = current?.offset ?? end
            if let token = current, token.kind == .text {
                texts.append(token.text)
                index += 1
            } else if let token = current, token.kind == .number || token.text == "-" {
                numbers.append(try value())
            } else {
                throw FormulaProblem(
                    code: "formula-syntax", message: "'in' needs texts in quotes, or numbers, between its parentheses",
                    offset: start, suggestion: "write in ('Ja', 'Nej') or in (4, 5)")
            }
            guard texts.isEmpty || numbers.isEmpty else {
                throw FormulaProblem(
                    code: "formula-syntax", message: "'in' takes texts or numbers, not both", offset: start,
                    suggestion: "put all of them in quotes, or none")
            }
        } while isSign(",")
        try expect(")")
        guard let first = numbers.first else { return Formula(.oneOf(left, texts, negated: negated), offset) }
        func equal(_ number: Formula) -> Formula { Formula(.comparison(left, .equal, number), offset) }
        let any = numbers.dropFirst().reduce(equal(first)) { Formula(.either($0, equal($1)), offset) }
        return negated ? Formula(.not(any), offset) : any
    }

    private mutating func sum() throws(FormulaProblem) -> Formula {
        var left = try product()
        while let token = current, token.kind == .sign, token.text == "+" || token.text == "-" {
            index += 1
            left = Formula(.arithmetic(left, token.text == "+" ? .plus : .minus, try product()), token.offset)
        }
        return left
    }

    private mutating func product() throws(FormulaProblem) -> Formula {
        var left = try value()
        while isSign("*") || isSign("/") {
            let offset = tokens[index].offset, isProduct = isSign("*")
            index += 1
            let right = try value()
            left = Formula(isProduct ? .arithmetic(left, .times, right) : .quotient(left, right), offset)
        }
        return left
    }

    private mutating func value() throws(FormulaProblem) -> Formula {
        guard let token = current else {
            throw FormulaProblem(
                code: "formula-syntax", message: "the formula ends too early", offset: end,
                suggestion: "write a column or a number after '\(tokens.last?.text ?? "")'")
        }
        index += 1
        try deepen(at: token)
        defer { depth -= 1 }
        switch token.kind {
        case .text: return Formula(.text(token.text), token.offset)
        case .number:
            guard let number = Exact(token.text) else {
                throw FormulaProblem(
                    code: "formula-syntax", message: "'\(token.text)' is no number", offset: token.offset,
                    suggestion: "write decimals with one point: 0.5")
            }
            return Formula(.number(number), token.offset)
        case .word:
            if token.text.lowercased() == "if", isSign("(") { return try choice(at: token.offset) }
            if token.text.lowercased() == "case", isWord("when") { return try cases(at: token.offset) }
            if isSign("(") { return try call(token) }
            return Formula(.column(token.text), token.offset)
        case .sign where token.text == "(":
            let inner = try either()
            try expect(")")
            return inner
        case .sign where token.text == "-":
            return Formula(.negated(try value()), token.offset)
        case .sign:
            index -= 1
            throw unexpected("put a column or a number before it")
        }
    }

    /// `case when … then … when … then … else … end`: the first condition that holds decides.
    private mutating func cases(at offset: Int) throws(FormulaProblem) -> Formula {
        guard isWord("when") else {
            var otherwise = Formula(.nothing, offset)
            if isWord("else") {
                index += 1
                otherwise = try either()
            }
            guard isWord("end") else {
                throw FormulaProblem(
                    code: "formula-syntax", message: "'end' is missing here", offset: current?.offset ?? end,
                    suggestion: "write: case when … then … else … end")
            }
            index += 1
            return otherwise
        }
        index += 1
        let condition = try either()
        guard isWord("then") else {
            throw FormulaProblem(
                code: "formula-syntax", message: "'then' is missing here", offset: current?.offset ?? end,
                suggestion: "write: case when … then … else … end")
        }
        index += 1
        let then = try either()
        return Formula(.choice(condition, then: then, otherwise: try cases(at: offset)), offset)
    }

    private mutating func call(_ name: FormulaToken) throws(FormulaProblem) -> Formula {
        guard let function = Formula.Function(rawValue: name.text.lowercased()) else {
            let known = Formula.Function.allCases.map(\.rawValue)
            throw FormulaProblem(
                code: "unknown-function", message: "no function '\(name.text)'", offset: name.offset,
                suggestion: didYouMean(name.text, among: known + ["if"])
                    ?? "functions: if, \(known.joined(separator: ", "))")
        }
        try expect("(")
        var parts = [try sum()]
        while isSign(",") {
            index += 1
            parts.append(try sum())
        }
        try expect(")")
        if function == .abs, parts.count > 1 {
            throw FormulaProblem(
                code: "formula-syntax", message: "'abs' takes one number", offset: parts[1].offset,
                suggestion: "write abs(a - b)")
        }
        return Formula(.function(function, parts), name.offset)
    }

    private mutating func choice(at offset: Int) throws(FormulaProblem) -> Formula {
        try expect("(")
        let condition = try either()
        try expect(",", "write: if(svar = 'Ja', 1, 0)")
        let then = try either()
        try expect(",", "write: if(svar = 'Ja', 1, 0)")
        let otherwise = try either()
        try expect(")")
        return Formula(.choice(condition, then: then, otherwise: otherwise), offset)
    }
}
