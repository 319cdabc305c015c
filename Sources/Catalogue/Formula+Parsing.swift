import Vocabulary

extension Formula {
    /// Parses a formula.
    ///
    /// `egen_sygdom + arbejdsskade`, `svar in ('Ja', 'Nej')`, `score between 6 and 10 and not omraade = 'Ukendt'`,
    /// `if(svar = 'Ja', vaegt, 0)`, `antal is missing`. Texts stand in single or double quotes, numbers have a
    /// decimal point. A condition used as a numerator counts the rows where it holds; `1` counts rows.
    /// - Throws: `FormulaProblem` with the offset of what could not be read.
    public init(parsing text: String) throws(FormulaProblem) {
        var parser = FormulaParser(tokens: try FormulaToken.tokens(of: text))
        let formula = try parser.either()
        if let extra = parser.current {
            throw FormulaProblem(
                code: "formula-syntax", message: "'\(extra.text)' was not expected here", offset: extra.offset,
                suggestion: extra.text == "/"
                    ? "division happens once, between numerator and denominator: write them apart"
                    : "put an operator (+, -, *, =, and, or) before it")
        }
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
                let sign = ["<=", ">=", "!=", "=="].contains(pair) ? pair : String(character)
                index += sign.count
                tokens.append(.init(kind: .sign, text: sign, offset: start))
            }
        }
        return tokens
    }
}

private struct FormulaParser {
    let tokens: [FormulaToken]
    var index = 0

    var current: FormulaToken? { index < tokens.count ? tokens[index] : nil }
    private var end: Int { tokens.last.map { $0.offset + $0.text.count + $0.quotes } ?? 0 }

    init(tokens: [FormulaToken]) { self.tokens = tokens }

    private func isWord(_ word: String, at ahead: Int = 0) -> Bool {
        let position = index + ahead
        return position < tokens.count && tokens[position].kind == .word && tokens[position].text.lowercased() == word
    }

    private func isSign(_ sign: String) -> Bool { current?.kind == .sign && current?.text == sign }

    private mutating func expect(_ sign: String) throws(FormulaProblem) {
        guard isSign(sign) else {
            throw FormulaProblem(
                code: "formula-syntax", message: "'\(sign)' is missing here", offset: current?.offset ?? end)
        }
        index += 1
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
        let offset = tokens[index].offset
        index += 1
        return Formula(.not(try not()), offset)
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
            return Formula(.oneOf(left, try texts(), negated: negated), token.offset)
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

    private mutating func texts() throws(FormulaProblem) -> [String] {
        try expect("(")
        var texts: [String] = []
        repeat {
            if !texts.isEmpty, isSign(",") { index += 1 }
            guard let token = current, token.kind == .text else {
                throw FormulaProblem(
                    code: "formula-syntax", message: "'in' needs texts in quotes: ('Ja', 'Nej')",
                    offset: current?.offset ?? end)
            }
            texts.append(token.text)
            index += 1
        } while isSign(",")
        try expect(")")
        return texts
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
        while isSign("*") {
            let offset = tokens[index].offset
            index += 1
            left = Formula(.arithmetic(left, .times, try value()), offset)
        }
        return left
    }

    private mutating func value() throws(FormulaProblem) -> Formula {
        guard let token = current else {
            throw FormulaProblem(code: "formula-syntax", message: "the formula ends too early", offset: end)
        }
        index += 1
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
            return Formula(.column(token.text), token.offset)
        case .sign where token.text == "(":
            let inner = try either()
            try expect(")")
            return inner
        case .sign where token.text == "-":
            return Formula(.negated(try value()), token.offset)
        case .sign:
            throw FormulaProblem(
                code: "formula-syntax", message: "'\(token.text)' was not expected here", offset: token.offset)
        }
    }

    private mutating func choice(at offset: Int) throws(FormulaProblem) -> Formula {
        try expect("(")
        let condition = try either()
        try expect(",")
        let then = try sum()
        try expect(",")
        let otherwise = try sum()
        try expect(")")
        return Formula(.choice(condition, then: then, otherwise: otherwise), offset)
    }
}
