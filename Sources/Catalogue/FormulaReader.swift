internal import Yams
import Findings
import Vocabulary

/// Reads the formulas of an indicator and types them against its dataset.
struct FormulaReader {
    let declaration: Declaration
    let dataset: DatasetDeclaration

    struct Parts {
        var numerator: Formula
        var denominator: Formula?
        var text: String
    }

    /// The formulas a measure needs: `value` for `given`, `numerator` alone for `sum`, both for the rest.
    func parts(
        _ measure: Measure, _ numerator: Node?, _ denominator: Node?, _ value: Node?, at root: Node
    ) -> Parts? {
        switch measure {
        case .given:
            forbid(numerator, "numerator", measure)
            forbid(denominator, "denominator", measure)
            guard let value else { return need("value", measure, root) }
            return formula(value, "value", wanted: .number).map {
                Parts(numerator: $0, denominator: nil, text: value.scalar?.string ?? "")
            }
        case .sum:
            forbid(denominator, "denominator", measure)
            forbid(value, "value", measure)
            guard let numerator else { return need("numerator", measure, root) }
            return formula(numerator, "numerator", wanted: .number).map {
                Parts(numerator: $0, denominator: nil, text: numerator.scalar?.string ?? "")
            }
        case .share, .rate, .mean:
            forbid(value, "value", measure)
            guard let numerator else { return need("numerator", measure, root) }
            guard let denominator else { return need("denominator", measure, root) }
            guard let top = formula(numerator, "numerator", wanted: .number),
                let bottom = formula(denominator, "denominator", wanted: .number)
            else { return nil }
            if case .number(let number) = bottom.node, number == .zero {
                declaration.report("division-by-zero", "the denominator is always 0", at: denominator)
            }
            return Parts(
                numerator: top, denominator: bottom,
                text: "(\(numerator.scalar?.string ?? "")) ÷ (\(denominator.scalar?.string ?? ""))")
        }
    }

    private func need(_ key: String, _ measure: Measure, _ root: Node) -> Parts? {
        declaration.report(
            "missing-key", "measure '\(measure.rawValue)' needs '\(key)'", at: root, suggestion: "add '\(key):'")
        return nil
    }

    private func forbid(_ node: Node?, _ key: String, _ measure: Measure) {
        guard let node else { return }
        declaration.report(
            "unused-formula", "measure '\(measure.rawValue)' has no '\(key)'", at: node,
            suggestion: measure == .given
                ? "a published figure is taken as it is: use 'value', or measure 'share'" : "remove it")
    }

    /// Parses and types one formula; problems are reported at the character they concern.
    func formula(_ node: Node, _ key: String, wanted: FormulaType) -> Formula? {
        guard let scalar = node.scalar else {
            declaration.report("wrong-shape", "'\(key)' must be a formula", at: node)
            return nil
        }
        do throws(FormulaProblem) {
            let formula = try Formula(parsing: scalar.string)
            let type = try formula.type(over: dataset)
            // A condition counts the rows where it holds; a filter must be one.
            guard type == wanted || (wanted == .number && type == .truth) else {
                throw FormulaProblem(
                    code: "type-mismatch", message: "'\(key)' must be \(wanted.rawValue), and this is \(type.rawValue)",
                    offset: 0)
            }
            return formula
        } catch {
            report(error, in: scalar, at: node)
            return nil
        }
    }

    private func report(_ problem: FormulaProblem, in scalar: Node.Scalar, at node: Node) {
        var place = declaration.place(of: node)
        let isOneLine = scalar.style == .plain || scalar.style == .singleQuoted || scalar.style == .doubleQuoted
        if isOneLine, let column = place.column {
            place.column = column + problem.offset + (scalar.style == .plain ? 0 : 1)
        }
        declaration.add(
            Finding(.error, problem.code, problem.message, at: place, suggestion: problem.suggestion))
    }
}
