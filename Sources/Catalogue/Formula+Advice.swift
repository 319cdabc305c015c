import Findings
import Vocabulary

/// What people write in formulas by habit, and what is written here.
private let habits: [String: String] = [
    "&": "and", "&&": "and", "og": "and", "samt": "and", "|": "or", "||": "or", "eller": "or", "!": "not",
    "ikke": "not",
    "<>": "!=", "≠": "!=", "=<": "<=", "≤": "<=", "=>": ">=", "≥": ">=", "×": "*", "·": "*", "−": "-", "–": "-",
    "mellem": "between", "mellom": "between", "hvis": "if", "dersom": "if", "er": "is", "mangler": "is missing",
]

/// What to do about a word or sign that does not belong where it stands in a formula.
/// - Parameters: `before` and `after` are what stands around it; `otherwise` is said where nothing better is known.
func advice(against sign: String, before: String?, after: String?, otherwise: String) -> String {
    if let meant = habits[sign.lowercased()] { return "write '\(meant)' for it" }
    if "’‘‚”“„»«›‹´`".contains(sign) { return "put texts in straight quotes: 'Ja'" }
    switch sign {
    case ")": return "write as many ')' as '('"
    case ",":
        guard let before, let after, Exact(before) != nil, Exact(after) != nil else { return "remove it" }
        return "write decimals with a decimal point: \(before).\(after)"
    case "%": return "write 0.05 for 5 %"
    default: return otherwise
    }
}

extension Formula {
    /// What to do where `wanted` is needed and this is `found`.
    func advice(_ wanted: FormulaType, _ found: FormulaType) -> String {
        switch (wanted, found, node) {
        case (.number, .text, .text(let text)):
            Exact(text) == nil
                ? "write a number without quotes, or compare a column of texts"
                : "write the number without quotes: \(text)"
        case (.number, .text, .column(let name)):
            "write a condition, such as \(name) = '…', or declare the column under 'numbers' if it holds numbers"
        case (.text, .number, .number(let number)): "write the text in quotes: '\(number)'"
        case (.text, .number, _): "write numbers without quotes: = 4, or in (4, 5)"
        case (.truth, .number, .column(let name)): "write a condition, such as \(name) > 0"
        case (.truth, .text, .column(let name)): "write a condition, such as \(name) = '…'"
        case (.truth, _, _): "write a condition: compare it with =, <, > or in"
        default: "write if(…, 1, 0) where the condition is to be counted"
        }
    }
}
