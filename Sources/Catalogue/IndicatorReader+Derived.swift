internal import Yams
import Findings
import Vocabulary

/// Indicators made from others: a change, a rolling window, a formula.
extension IndicatorReader {
    /// The dataset and the sources are those of the indicators it is made from, and are filled in when all are read.
    func derived(
        _ entries: Entries, _ measure: Measure, _ description: IndicatorDescription
    ) -> IndicatorDefinition? {
        for key in [
            "dataset", "filter", "persons", "overTime", "denominatorOverTime", "expected", "shares", "distribution",
            "pyramid"] {
            guard let node = entries.take(key) else { continue }
            declaration.report(
                "unused-key", "a figure made from others has no '\(key)'", at: node,
                suggestion: "remove it: it is declared where the other indicator is")
        }
        guard MeasureKeys(entries: entries, measure: measure).check(), let derivation = derivation(entries, measure)
        else { return nil }
        var description = description
        description.formula = text(derivation, entries)
        if case .rolling(_, let months) = derivation { description.windowMonths = months }
        var definition = IndicatorDefinition(
            description: description, dataset: "", measure: measure, filter: nil, numerator: .one, denominator: nil,
            numeratorOverTime: .sum, denominatorOverTime: .sum,
            persons: .none(why: LocalizedText(everywhere: "derived")), breakdowns: entries.strings("by"),
            comparison: entries.entries("comparison").flatMap(comparison),
            knownValues: knownValues(entries, breakdowns: entries.strings("by"), decimals: description.unit.decimals),
            peers: peers(entries), place: declaration.place(of: entries.node), fingerprint: "")
        definition.derivation = derivation
        let named = entries.named("of").map(\.value)
        for node in named.isEmpty ? entries.items("of") : named {
            if let name = node.scalar?.string { definition.basePlaces[name] = declaration.place(of: node) }
        }
        for node in entries.items("by") {
            if let name = node.scalar?.string { definition.breakdownPlaces[name] = declaration.place(of: node) }
        }
        definition.formulaPlace = entries.take("formula").map(declaration.place)
        definition.baselinePlace = entries.take("baseline").map(declaration.place)
        return definition
    }

    private func derivation(_ entries: Entries, _ measure: Measure) -> Derivation? {
        let node = entries.take("of")!, months = entries.integer("months") ?? 12
        if measure == .derived {
            let names = entries.named("of")
            guard !names.isEmpty else {
                declaration.report(
                    "wrong-shape", "'of' gives no names to the indicators of the formula", at: node,
                    suggestion: "write of: {a: sygefravaer, b: personaleomsaetning}")
                return nil
            }
            let indicators = Dictionary(
                names.map { ($0.name, $0.value.scalar?.string ?? "") }, uniquingKeysWith: { first, _ in first })
            guard let formula = formula(entries.take("formula")!, over: Set(indicators.keys)) else { return nil }
            return .formula(formula, of: indicators)
        }
        guard let base = node.scalar?.string else {
            declaration.report(
                "wrong-shape", "'of' must name one indicator", at: node, suggestion: "write of: sygefravaer")
            return nil
        }
        return measure == .rolling
            ? .rolling(of: base, months: months)
            : .change(of: base, months: months, isPercent: entries.string("as") == ChangeForm.percent.rawValue)
    }

    private func text(_ derivation: Derivation, _ entries: Entries) -> String {
        switch derivation {
        case .change(let base, let months, let isPercent):
            isPercent ? "\(base) ÷ \(base)[−\(months)] − 1" : "\(base) − \(base)[−\(months)]"
        case .rolling(let base, let months): "\(base)[\(months)]"
        case .formula(_, let names):
            (entries.string("formula") ?? "") + " ("
                + names.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ") + ")"
        }
    }
}

extension IndicatorReader {
    /// A formula over other indicators: arithmetic and functions, division too.
    private func formula(_ node: Node, over names: Set<String>) -> Formula? {
        guard let scalar = node.scalar else { return nil }
        do throws(FormulaProblem) {
            let formula = try Formula(parsing: scalar.string)
            try formula.checkDerived(names)
            return formula
        } catch {
            declaration.report(error, in: scalar, at: node)
            return nil
        }
    }
}

extension Formula {
    /// - Throws: `FormulaProblem` for a name that stands for no indicator, or anything but numbers.
    fileprivate func checkDerived(_ names: Set<String>) throws(FormulaProblem) {
        switch node {
        case .number: break
        case .column(let name):
            guard names.contains(name) else {
                throw FormulaProblem(
                    code: "unknown-name", message: "'of' gives no indicator the name '\(name)'", offset: offset,
                    suggestion: didYouMean(name, among: Array(names)) ?? "names: \(names.sorted().joined(separator: ", "))")
            }
        case .negated(let inner): try inner.checkDerived(names)
        case .quotient(let left, let right):
            try left.checkDerived(names)
            try right.checkDerived(names)
            if right.constant == .zero {
                throw FormulaProblem(
                    code: "division-by-zero", message: "this divides by 0", offset: right.offset,
                    suggestion: "write what it is to be divided by")
            }
        case .arithmetic(let left, _, let right):
            try left.checkDerived(names)
            try right.checkDerived(names)
        case .function(_, let parts): for part in parts { try part.checkDerived(names) }
        default:
            throw FormulaProblem(
                code: "type-mismatch", message: "a formula of indicators has numbers only: + - * / and functions",
                offset: offset, suggestion: "put conditions into the indicators it is made from")
        }
    }
}
