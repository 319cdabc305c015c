internal import Yams
import Findings
import Vocabulary

/// The parts that an indicator is told in: answers of a scale, shares of a whole, ages and sides.
extension IndicatorReader {
    func readParts(_ entries: Entries, _ definition: inout IndicatorDefinition, _ formulas: FormulaReader) {
        if let one = entries.entries("distribution") { readDistribution(one, &definition, formulas) }
        if let node = entries.take("shares"), let name = node.scalar?.string, !name.isEmpty {
            if !definition.breakdowns.contains(name) {
                declaration.report(
                    "unknown-column", "the indicator is not broken down by '\(name)'", at: node,
                    suggestion: didYouMean(name, among: definition.breakdowns) ?? "add it to 'by'")
            } else if addsUp(definition.measure, "shares", at: node) {
                definition.description.shares = name
            }
        }
        if let one = entries.entries("pyramid"), let ages = one.string("ages"), let sides = one.string("sides") {
            check(one.items("ages") + one.items("sides"), in: formulas.dataset, others: [])
            if ages != sides, addsUp(definition.measure, "pyramid", at: one.node) {
                definition.description.pyramid = PyramidDescription(ages: ages, sides: sides)
            }
        }
    }

    /// Only what is counted, or published as counted, makes a whole of its parts.
    private func addsUp(_ measure: Measure, _ key: String, at node: Node) -> Bool {
        if [.sum, .count, .given].contains(measure) { return true }
        declaration.report(
            "no-parts", "the parts of measure '\(measure.rawValue)' do not add up to a whole", at: node,
            suggestion: "remove '\(key)', or use measure 'sum' or 'count'")
        return false
    }

    private func readDistribution(
        _ one: Entries, _ definition: inout IndicatorDefinition, _ formulas: FormulaReader
    ) {
        let isGiven = definition.measure == .given
        guard isGiven || definition.measure == .share && definition.denominator != nil else {
            return declaration.report(
                "no-parts", "measure '\(definition.measure.rawValue)' has no answers that make a whole", at: one.node,
                suggestion: "remove 'distribution', or use measure 'share' or 'given' over one dataset")
        }
        let (key, other) = isGiven ? ("value", "numerator") : ("numerator", "value")
        var parts: [DistributionDescription.Part] = []
        var answers: [Formula] = []
        for part in one.list("parts") {
            if let node = part.take(other) {
                declaration.report(
                    "unused-formula", "measure '\(definition.measure.rawValue)' has no '\(other)'", at: node,
                    suggestion: "write '\(key)'")
            }
            guard let node = part.take(key) else {
                declaration.report(
                    "missing-key", "an answer has no '\(key)'", at: part.node, suggestion: "add '\(key):'")
                continue
            }
            guard let formula = formulas.formula(node, key, wanted: .number), let side = part.choice("side", AnswerSide.self)
            else { continue }
            parts.append(DistributionDescription.Part(label: part.text("label"), side: side))
            answers.append(formula)
        }
        guard parts.count == one.nodes("parts").count, isScale(parts.map(\.side), one) else { return }
        definition.description.distribution = DistributionDescription(title: one.text("title"), parts: parts)
        definition.answerFormulas = answers
    }

    /// From the most negative to the most positive, two of each and one between at the most: as many as can be told apart.
    private func isScale(_ sides: [AnswerSide], _ one: Entries) -> Bool {
        func count(_ side: AnswerSide) -> Int { sides.count { $0 == side } }
        if sides.count < 2 || count(.negative) > 2 || count(.middle) > 1 || count(.positive) > 2 {
            declaration.report(
                "out-of-bounds", "'distribution' has 2 to 5 parts: two to each side and one between at the most",
                at: one.take("parts") ?? one.node, suggestion: "put answers that belong together into one part")
            return false
        }
        let order = AnswerSide.allCases
        let isOrdered = zip(sides, sides.dropFirst()).allSatisfy { order.firstIndex(of: $0)! <= order.firstIndex(of: $1)! }
        if !isOrdered {
            declaration.report(
                "parts-out-of-order", "the parts of 'distribution' do not go from negative to positive",
                at: one.take("parts") ?? one.node, suggestion: "write the negative first, then the middle, then the positive")
        }
        return isOrdered
    }
}
