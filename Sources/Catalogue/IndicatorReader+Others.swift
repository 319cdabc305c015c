import Foundation
internal import Yams
import Findings
import Vocabulary

/// The parts of an indicator that set it beside other figures: a comparison, peers, values known already.
extension IndicatorReader {
    func comparison(_ one: Entries) -> ComparisonDeclaration? {
        let kind: ComparisonDeclaration.Kind
        if let node = one.take("unit"), let unit = one.string("unit") {
            kind = .unit(UnitCode(unit))
            declaration.refer(to: .code, at: node)
        } else if let node = one.take("median"), let level = one.string("median") {
            kind = .median(level: level)
            declaration.refer(to: .level, at: node)
        } else {
            return nil
        }
        for node in one.nodes("neighbours") { declaration.refer(to: .code, at: node) }
        let definition = one.choice("definition", ComparisonDeclaration.Definition.self) ?? .same
        if definition == .differs, one.text("note").isEmpty {
            declaration.report(
                "missing-key", "'comparison' does not say how the definitions differ", at: one.node,
                suggestion: "add 'note:' with a sentence about it")
        }
        return ComparisonDeclaration(
            kind: kind, label: one.text("label"), hasSameDefinition: definition == .same, note: one.text("note"),
            neighbours: one.strings("neighbours").map { UnitCode($0) })
    }

    func peers(_ entries: Entries) -> PeersDeclaration? {
        guard let one = entries.entries("peers"), let count = one.integer("count") else { return nil }
        return PeersDeclaration(count: count, on: one.strings("on"), places: one.items("on").map(declaration.place))
    }

    /// `check`: the tolerance is half of the last decimal shown where none is given, for published figures are rounded.
    func knownValues(_ entries: Entries, breakdowns: [String], decimals: Int) -> [KnownValue] {
        entries.list("check").compactMap { one in
            if let unit = one.take("unit") { declaration.refer(to: .code, at: unit) }
            let tolerance = one.number("tolerance") ?? 0.5 / pow(10, Double(decimals))
            if tolerance < 0 {
                declaration.report(
                    "out-of-bounds", "'tolerance' must not be below 0", at: one.take("tolerance"),
                    suggestion: "write how far off the figure may be, without a sign")
            }
            guard let period = one.period("period"), let value = one.number("value") else { return nil }
            let code = one.string("unit").map { UnitCode($0) }
            return KnownValue(
                period: period, unit: code == project.units.root ? nil : code, group: group(one, breakdowns),
                value: value, tolerance: tolerance, source: one.text("source"), place: declaration.place(of: one.node))
        }
    }

    /// `by: {koen: Kvinder}`: one of the indicator's own breakdowns.
    private func group(_ one: Entries, _ breakdowns: [String]) -> KnownValue.Group? {
        let pairs = one.named("by")
        guard let first = pairs.first else { return nil }
        if pairs.count > 1 {
            declaration.report(
                "unknown-column", "figures are broken down by one category at a time", at: pairs[1].key,
                suggestion: "keep one of them")
        }
        if !breakdowns.contains(first.name) {
            declaration.report(
                "unknown-column", "the indicator is not broken down by '\(first.name)'", at: first.key,
                suggestion: didYouMean(first.name, among: breakdowns) ?? "add it to the indicator's own 'by'")
        }
        return first.value.scalar.map { KnownValue.Group(column: first.name, value: $0.string) }
    }
}
