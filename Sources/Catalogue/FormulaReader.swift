internal import Yams
import Findings
import Vocabulary

/// Reads the formulas of an indicator and types them against its dataset.
struct FormulaReader {
    let declaration: Declaration
    let dataset: DatasetDeclaration

    /// Parses and types one formula; problems are reported at the character they concern.
    /// - Parameter wanted: what it must yield; nil for a number or a text.
    func formula(_ node: Node, _ key: String, wanted: FormulaType?) -> Formula? {
        guard let scalar = node.scalar else {
            declaration.report(
                "wrong-shape", "'\(key)' must be a formula, in one text", at: node,
                suggestion: "write antal + q1, or svar = 'Ja'")
            return nil
        }
        guard scalar.string.contains(where: { !$0.isWhitespace }) else {
            declaration.report(
                "formula-syntax", "'\(key)' is empty", at: node, suggestion: "write a formula: antal, or svar = 'Ja'")
            return nil
        }
        do throws(FormulaProblem) {
            let formula = try Formula(parsing: scalar.string)
            let type = try formula.type(over: dataset)
            // A condition counts the rows where it holds; a filter must be one.
            guard let wanted else { return formula }
            guard type == wanted || (wanted == .number && type == .truth) else {
                throw FormulaProblem(
                    code: "type-mismatch", message: "'\(key)' must be \(wanted.rawValue), and this is \(type.rawValue)",
                    offset: 0, suggestion: formula.advice(wanted, type))
            }
            return formula
        } catch {
            declaration.report(error, in: scalar, at: node)
            return nil
        }
    }

}

extension Declaration {
    /// Reports what is wrong with a formula at the character it concerns.
    func report(_ problem: FormulaProblem, in scalar: Node.Scalar, at node: Node) {
        add(
            Finding(
                .error, problem.code, problem.message, at: place(of: problem.offset, in: scalar, at: node),
                suggestion: problem.suggestion))
    }
}
