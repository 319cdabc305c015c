internal import Yams
import Findings
import Vocabulary

/// Reads targets from an indicator's file or from Targets.yaml.
struct TargetReader {
    let declaration: Declaration
    let root: UnitCode
    let targetYear: Int

    /// Those of an indicator: `target` and `targets`.
    func targets(of indicator: Entries) -> [DeclaredTarget] {
        ([indicator.entries("target")].compactMap { $0 } + indicator.list("targets")).compactMap(target)
    }

    /// Those of Targets.yaml, each with its indicator.
    func targets(in list: Node) -> [ListedTarget] {
        declaration.check(list, against: .targetList)
        guard let entries = Entries(list, declaration, .targetList) else { return [] }
        return entries.list("targets").compactMap { one in
            guard let indicator = one.take("indicator"), let name = indicator.scalar?.string, let target = target(one)
            else { return nil }
            return ListedTarget(indicator: name, place: declaration.place(of: indicator), target: target)
        }
    }

    private func target(_ one: Entries) -> DeclaredTarget? {
        if let unit = one.take("unit") { declaration.refer(to: .code, at: unit) }
        guard let value = one.take("value"), let level = level(one) else { return nil }
        var target = level
        target.kind = one.choice("kind", Target.Kind.self) ?? (target.upper == nil ? .reach : .within)
        target.year = one.integer("year") ?? targetYear
        target.history = one.list("history").compactMap(self.level)
            .map { earlier in
                var earlier = earlier
                (earlier.kind, earlier.year) = (target.kind, target.year)
                return earlier
            }
            .sorted { $0.date < $1.date }
        return DeclaredTarget(
            unit: one.string("unit").map { UnitCode($0) }.flatMap { $0 == root ? nil : $0 }, target: target,
            place: declaration.place(of: one.node), valuePlace: declaration.place(of: value),
            upperPlace: one.take("upper").map(declaration.place))
    }

    /// A level and who decided it; kind and year are the caller's to set.
    private func level(_ one: Entries) -> Target? {
        guard let value = one.number("value"), let status = one.choice("status", TargetStatus.self) else { return nil }
        return Target(
            year: targetYear, value: value, upper: one.number("upper"), status: status, body: one.text("body"),
            date: one.date("date"), reference: one.string("reference") ?? "")
    }
}

/// A target of the project's own list, with the indicator it names.
struct ListedTarget: Sendable {
    var indicator: String
    /// Where the indicator is named.
    var place: Place
    var target: DeclaredTarget
}
