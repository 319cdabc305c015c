import Findings
import Vocabulary

/// A target as it stands in a file, with the places that findings about it are told at.
struct DeclaredTarget: Sendable {
    /// The unit it is a target of; nil: the whole organisation.
    var unit: UnitCode?
    var target: Target
    var place: Place
    var valuePlace: Place
    var upperPlace: Place?

    /// What two targets of one indicator may not share, unless they are the history of one.
    struct Aim: Hashable, Comparable {
        var unit: UnitCode?
        var year: Int

        static func < (left: Aim, right: Aim) -> Bool {
            (left.unit?.code ?? "", left.year) < (right.unit?.code ?? "", right.year)
        }
    }

    var aim: Aim { Aim(unit: unit, year: target.year) }

    /// What is wrong with it as a target of this indicator: a band without an end or the wrong way round, a level that
    /// the figure cannot have.
    func faults(in description: IndicatorDescription) -> [Finding] {
        var findings: [Finding] = []
        if target.kind == .within, target.upper == nil {
            findings.append(
                Finding(
                    .error, "missing-key", "a target to stay within has no 'upper'", at: place,
                    suggestion: "add 'upper:', the upper end of the band"))
        }
        if target.upper != nil, target.kind != .within {
            findings.append(
                Finding(
                    .error, "target-band", "'upper' stands on a target to \(target.kind.rawValue)",
                    at: upperPlace ?? place, suggestion: "write 'kind: within', or remove 'upper'"))
        } else if let upper = target.upper, upper < target.value {
            findings.append(
                Finding(
                    .error, "target-band",
                    "the upper end \(Spelling.plain(upper)) of the band is below its lower end "
                        + Spelling.plain(target.value),
                    at: upperPlace ?? place, suggestion: "write the smaller number as 'value'"))
        }
        findings += [outOfRange(target.value, description, at: valuePlace)].compactMap { $0 }
        if let upper = target.upper {
            findings += [outOfRange(upper, description, at: upperPlace ?? place)].compactMap { $0 }
        }
        return findings
    }

    private func outOfRange(_ level: Double, _ description: IndicatorDescription, at place: Place) -> Finding? {
        if let floor = description.floor, level < floor {
            return Finding(
                .error, "target-out-of-range",
                "the target \(Spelling.plain(level)) is below \(Spelling.plain(floor)), which is the least the figure can be", at: place,
                suggestion: "correct the target, or say what is least under 'floor'")
        }
        if let ceiling = description.ceiling, level > ceiling {
            return Finding(
                .error, "target-out-of-range",
                "the target \(Spelling.plain(level)) is above \(Spelling.plain(ceiling)), which is the most the figure can be", at: place,
                suggestion: "correct the target, or say what is most under 'ceiling'")
        }
        return nil
    }
}

extension [DeclaredTarget] {
    /// The one that counts of several for the same unit and year, with the others as its history: the newest that was
    /// adopted; where none was, the newest.
    /// - Precondition: there is one at least.
    func settled(_ findings: inout [Finding]) -> DeclaredTarget {
        guard count > 1 else { return self[0] }
        for (position, one) in enumerated() {
            if one.target.date.isEmpty {
                findings.append(
                    Finding(
                        .error, "missing-key", "of several targets for \(one.target.year) this one has no 'date'",
                        at: one.place,
                        suggestion: "say when it was decided: the newest counts, the others are history"))
            } else if let twin = self[..<position].first(where: { $0.target.date == one.target.date }) {
                findings.append(one.duplicate(of: twin))
            }
        }
        let inOrder = sorted { $0.target.date < $1.target.date }
        var newest = inOrder.last { $0.target.status == .adopted } ?? inOrder[inOrder.count - 1]
        let others = inOrder.filter { $0.place != newest.place }.map { other in
            var target = other.target
            target.history = []
            return target
        }
        newest.target.history = (flatMap(\.target.history) + others).sorted { $0.date < $1.date }
        return newest
    }
}

extension DeclaredTarget {
    func duplicate(of other: DeclaredTarget) -> Finding {
        Finding(
            .error, "duplicate-target",
            "a target for \(target.year)\(unit.map { " of unit '\($0)'" } ?? "") stands at \(other.place) already",
            at: place, suggestion: "keep one of them, or move the older one to 'history'")
    }
}
