internal import Yams
import Findings
import Vocabulary

/// Whether a change is told as a difference or in percent of what was before.
enum ChangeForm: String, CaseIterable, Sendable {
    case difference, percent
}

/// Turns a measure and its keys into what is added up: numerator and denominator, or a column whose values are kept.
struct MeasureReader {
    let entries: Entries
    let formulas: FormulaReader
    let measure: Measure
    let project: Project

    struct Parts {
        var numerator: Formula
        var denominator: Formula?
        var otherDenominator: OtherDenominator?
        var tallied: Formula?
        var quantile = 0.5
        /// As the analyst wrote it, for the pages.
        var text: String
        /// Counts the answers behind a figure made of answers, and those of them in its numerator.
        var answers: Formula?
        var countedAnswers: Formula?
    }

    private var declaration: Declaration { entries.declaration }
    private var root: Node { entries.node }

    /// The formulas that make the figure; nil where one of them cannot be read.
    func parts() -> Parts? {
        guard MeasureKeys(entries: entries, measure: measure).check() else { return nil }
        switch measure {
        case .given: return formula("value").map { Parts(numerator: $0, text: text("value")) }
        case .sum:
            guard let top = formula("numerator") else { return nil }
            warnOfShares(top, "sum")
            return Parts(numerator: top, text: text("numerator"))
        case .count: return Parts(numerator: .one, text: "1", answers: .one)
        case .share, .rate: return ratio()
        case .mean: return entries.take("value") == nil ? ratio() : mean()
        case .median, .quantile:
            guard let value = formula("value"), let quantile = quantile() else { return nil }
            return Parts(numerator: .one, tallied: value, quantile: quantile, text: text("value"), answers: .one)
        case .distinct:
            guard let node = entries.take("value"), let value = formulas.formula(node, "value", wanted: nil) else { return nil }
            return Parts(numerator: .one, tallied: value, text: text("value"))
        case .index: return index()
        case .topBox: return topBox()
        case .netScore: return netScore()
        case .change, .rolling, .derived: return nil
        }
    }

    private func text(_ key: String) -> String { entries.string(key) ?? "" }

    private func formula(_ key: String, _ wanted: FormulaType = .number) -> Formula? {
        entries.take(key).flatMap { formulas.formula($0, key, wanted: wanted) }
    }

    private func ratio() -> Parts? {
        guard let top = formula("numerator"), let node = entries.take("denominator") else { return nil }
        if measure == .mean { warnOfShares(top, "mean") }
        var parts = Parts(numerator: top, text: "")
        let below: String
        if let other = entries.entries("denominator") {
            guard let joined = otherDenominator(other) else { return nil }
            parts.otherDenominator = joined
            below = "\(joined.dataset): \(other.string("value") ?? "")"
        } else {
            guard let bottom = formulas.formula(node, "denominator", wanted: .number) else { return nil }
            checkNotZero(bottom, node)
            parts.denominator = bottom
            below = node.scalar?.string ?? ""
        }
        parts.text = "(\(text("numerator"))) ÷ (\(below))"
        return parts
    }

    private func checkNotZero(_ formula: Formula, _ node: Node) {
        if formula.constant == .zero {
            declaration.report(
                "division-by-zero", "the denominator is always 0", at: node,
                suggestion: "write what the numerator is counted out of")
        }
    }

    private func otherDenominator(_ one: Entries) -> OtherDenominator? {
        guard let node = one.take("dataset"), let name = node.scalar?.string, let value = one.take("value") else { return nil }
        guard let other = project.dataset(name) else {
            if !name.isEmpty { declaration.report(unknownDataset: name, in: project, at: node) }
            return nil
        }
        let reader = FormulaReader(declaration: declaration, dataset: other)
        guard let bottom = reader.formula(value, "value", wanted: .number) else { return nil }
        checkNotZero(bottom, value)
        let filter = one.take("filter").flatMap { reader.formula($0, "filter", wanted: .truth) }
        for by in entries.items("by") {
            let column = by.scalar?.string ?? ""
            guard formulas.dataset.column(column)?.kind == .category, other.column(column)?.kind != .category else { continue }
            declaration.report(
                "ambiguous-join", "the figure is broken down by '\(column)', which dataset '\(name)' does not have",
                at: by, suggestion: "break it down by a category of both, or declare '\(column)' there too")
        }
        return OtherDenominator(
            dataset: name, value: bottom, filter: filter, overTime: one.choice("overTime", OverTime.self), place: declaration.place(of: node))
    }

    /// The mean of a column, each row counting once or by its weight; rows without a value count for nothing.
    private func mean() -> Parts? {
        guard let value = formula("value") else { return nil }
        warnOfShares(value, "mean")
        return weighted(value, over: .one, text("value"))
    }

    /// A value over a base, both times the weight where one is declared.
    private func weighted(_ top: Formula, over bottom: Formula, counted: Formula? = nil, _ text: String) -> Parts? {
        guard entries.take("weight") != nil else {
            return Parts(numerator: top, denominator: bottom, text: text, answers: .one, countedAnswers: counted)
        }
        guard let weight = formula("weight") else { return nil }
        return Parts(
            numerator: top.times(weight), denominator: bottom.times(weight), text: "\(text) × \(self.text("weight"))",
            answers: .one, countedAnswers: counted)
    }

    private func quantile() -> Double? {
        guard measure == .quantile else { return 0.5 }
        guard let quantile = entries.number("quantile") else { return nil }
        if quantile > 0, quantile < 1 { return quantile }
        declaration.report(
            "out-of-bounds", "'quantile' must lie between 0 and 1", at: entries.take("quantile"),
            suggestion: "write 0.9 for the value that nine of ten are below")
        return nil
    }

    private func topBox() -> Parts? {
        guard let value = formula("value"), let from = exact("from") else { return nil }
        let high = Formula.comparison(value, .greaterOrEqual, from)
        return weighted(high, over: .one, counted: high, "\(text("value")) >= \(text("from"))")
    }

    private func netScore() -> Parts? {
        guard let value = formula("value") else { return nil }
        let promoters = exact("promoters") ?? .number(Exact(9)), detractors = exact("detractors") ?? .number(Exact(6))
        if let high = promoters.constant, let low = detractors.constant, high <= low {
            declaration.report(
                "bounds-reversed", "'promoters' \(high) is not above 'detractors' \(low)",
                at: entries.take("promoters") ?? entries.take("detractors"),
                suggestion: "write the lowest of the high scores as 'promoters', the highest of the low as 'detractors'")
            return nil
        }
        let high = Formula.comparison(value, .greaterOrEqual, promoters)
        let low = Formula.comparison(value, .lessOrEqual, detractors)
        return weighted(
            high.minus(low), over: .one, counted: high,
            "(\(text("value")) >= \(promoters.constant!)) − (\(text("value")) <= \(detractors.constant!))")
    }

    private func exact(_ key: String) -> Formula? {
        entries.string(key).flatMap { Exact($0) }.map { .number($0) }
    }

    /// The mean of each answer's mean over the items it answers, where it answers enough of them.
    ///
    /// An answer's mean is its sum times `multiple` ÷ how many it answered, over `multiple`: `multiple` is divisible by
    /// every number of answers, so that nothing is rounded.
    private func index() -> Parts? {
        let nodes = entries.nodes("items")
        let ends = entries.strings("scale").compactMap { Exact($0) }
        // What is no number has been told.
        guard ends.count == entries.items("scale").count else { return nil }
        guard ends.count == 2, ends[0] < ends[1] else {
            declaration.report(
                "bounds-reversed", "'scale' is not the lowest and the highest score", at: entries.take("scale"),
                suggestion: "write scale: [1, 5]")
            return nil
        }
        guard (1...20).contains(nodes.count) else {
            declaration.report(
                "out-of-bounds", "an index has 1 to 20 items, and this has \(nodes.count)", at: entries.take("items"),
                suggestion: "write the columns of the questions as 'items'")
            return nil
        }
        let reversed = entries.strings("reversed")
        let names = nodes.compactMap(\.scalar?.string)
        for (name, node) in zip(reversed, entries.items("reversed")) where !names.contains(name) {
            declaration.report(
                "unknown-item", "'reversed' names '\(name)', which is no item", at: node,
                suggestion: didYouMean(name, among: names) ?? "items: \(names.joined(separator: ", "))")
        }
        var items: [Formula] = []
        for node in nodes {
            guard let item = formulas.formula(node, "items", wanted: .number) else { return nil }
            let isReversed = reversed.contains(node.scalar?.string ?? "")
            items.append(isReversed ? Formula.number(ends[0] + ends[1]).minus(item) : item)
        }
        let least = entries.number("answered") ?? 0.5
        guard (0...1).contains(least) else {
            declaration.report(
                "out-of-bounds", "'answered' must lie between 0 and 1", at: entries.take("answered"),
                suggestion: "write 0.5 for half of the items")
            return nil
        }
        let multiple = (1...items.count).reduce(1, leastCommonMultiple)
        let fewest = max(1, Int((least * Double(items.count) - 1e-9).rounded(.up)))
        let sum = Formula.evened(items, fewest: fewest, multiple: multiple)
        let text = "(\(names.joined(separator: " + "))) ÷ \(items.count)"
        let to = entries.strings("to").compactMap { Exact($0) }
        guard to.count == entries.items("to").count else { return nil }
        guard entries.take("to") != nil else { return weighted(sum, over: .number(Exact(multiple)), text) }
        guard to.count == 2, to[0] < to[1] else {
            declaration.report(
                "bounds-reversed", "'to' is not the lowest and the highest end of a scale", at: entries.take("to"),
                suggestion: "write to: [0, 100]")
            return nil
        }
        // (mean − low) × new width ∕ old width + new low, all over the same denominator.
        let width = ends[1] - ends[0], newWidth = to[1] - to[0], whole = Formula.number(Exact(multiple))
        let shifted = sum.minus(whole.times(.number(ends[0]))).times(.number(newWidth))
        let lifted = shifted.plus(whole.times(.number(width)).times(.number(to[0])))
        return weighted(lifted, over: whole.times(.number(width)), text)
    }

    /// A column of shares or rates cannot be added up or averaged without the numbers they are shares of.
    private func warnOfShares(_ formula: Formula, _ what: String) {
        guard case .column(let name) = formula.node, entries.take("weight") == nil,
            let column = formulas.dataset.column(name), looksLikeShare(column.header)
        else { return }
        declaration.report(
            "share-averaged", "'\(column.header)' looks like a share, and a \(what) of shares is no share of the whole",
            at: entries.take("value") ?? entries.take("numerator"),
            suggestion: "weigh it by the number it is a share of ('weight:'), or use measure 'given'", severity: .warning)
    }
}

/// Whether a heading says that the column holds shares: `Andel`, `Pct.`, `Prosent`, `%`.
func looksLikeShare(_ heading: String) -> Bool {
    if heading.contains("%") { return true }
    let words = heading.lowercased().split { !$0.isLetter }
    return words.contains {
        ["andel", "pct", "procent", "prosent", "procentdel", "prosentdel", "share", "percent", "percentage"].contains($0)
            || $0.hasSuffix("andel") || $0.hasSuffix("procent") || $0.hasSuffix("prosent")
    }
}

private func leastCommonMultiple(_ first: Int, _ second: Int) -> Int {
    var (a, b) = (first, second)
    while b != 0 { (a, b) = (b, a % b) }
    return first / a * second
}

/// Formulas made here rather than read.
extension Formula {
    static let one = Formula(.number(Exact(1)), 0)

    static func number(_ value: Exact) -> Formula { Formula(.number(value), 0) }
    static func comparison(_ left: Formula, _ sign: Comparison, _ right: Formula) -> Formula {
        Formula(.comparison(left, sign, right), left.offset)
    }
    static func evened(_ items: [Formula], fewest: Int, multiple: Int) -> Formula {
        Formula(.evened(items, fewest: fewest, multiple: multiple), 0)
    }

    func plus(_ other: Formula) -> Formula { Formula(.arithmetic(self, .plus, other), offset) }
    func minus(_ other: Formula) -> Formula { Formula(.arithmetic(self, .minus, other), offset) }
    /// Left times right, row by row.
    public func times(_ other: Formula) -> Formula { Formula(.arithmetic(self, .times, other), offset) }

    /// The value of a formula that reads no column; nil where it reads one.
    var constant: Exact? {
        switch node {
        case .number(let value): return value
        case .negated(let inner): return inner.constant.map { .zero - $0 }
        case .arithmetic(let left, let sign, let right):
            let first = left.constant, second = right.constant
            if sign == .times, first == .zero || second == .zero { return .zero }
            guard let first, let second else { return nil }
            switch sign {
            case .plus: return first + second
            case .minus: return first - second
            case .times: return Exact(units: first.units &* second.units, scale: first.scale + second.scale)
            }
        default: return nil
        }
    }
}
