/// What has become of a unit, by the successors that the list of units gives.
public enum UnitSuccession: Hashable, Sendable {
    /// Nothing took its place: it is still there, or was closed.
    case current(UnitCode)
    /// All of it went into one unit. `isAlone`: it is the only one that did, at every link of the way, so that figures
    /// of both are one series under another code. Otherwise units were merged: counts may be added up, other figures
    /// not.
    case succeeded(by: UnitCode, isAlone: Bool)
    /// It was divided between several units: a break in the series.
    case split(into: [UnitCode])
}

/// Something in the list of units that cannot be: found by `UnitTree.successionFaults`.
public struct UnitSuccessionFault: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// Following successors leads back to the unit.
        case circle
        /// The successor is not listed.
        case unknownSuccessor(UnitCode)
        /// The last day of the unit is before its first.
        case endsBeforeItBegins
        /// The successor's last day is before the unit's.
        case successorEndedBefore(UnitCode)
    }

    public let unit: UnitCode
    public let kind: Kind
}

extension UnitTree {
    /// What has become of a unit: successors are followed to the last, whatever today's date. Nil where the code, or a
    /// successor on the way, is not listed, and where successors go round in a circle.
    ///
    /// Many to one (`isAlone` false) is a link to a unit that another one also went into, or that was there already:
    /// valid on or before the old unit's last day. An empty first day says that it always was. Where the old unit has
    /// no last day, nothing is known of that, and the link counts as a new name.
    public func resolve(_ code: UnitCode) -> UnitSuccession? {
        guard var unit = self[code] else { return nil }
        var isAlone = true
        var seen: Set<UnitCode> = [code]
        while let next = unit.successors.first {
            guard Set(unit.successors).count == 1 else {
                return unit.successors.allSatisfy { self[$0] != nil } ? .split(into: unit.successors) : nil
            }
            guard let successor = self[next], seen.insert(next).inserted else { return nil }
            isAlone = isAlone && predecessors(of: next).count == 1 && !wasThere(successor, before: unit)
            unit = successor
        }
        return unit.code == code ? .current(code) : .succeeded(by: unit.code, isAlone: isAlone)
    }

    /// Whether the code was in use on any day of a period. False for a unit that is not listed.
    public func wasValid(_ code: UnitCode, in period: Period) -> Bool {
        guard let unit = self[code] else { return false }
        return unit.validFrom.map { $0 <= period.end } ?? true && unit.validTo.map { $0 >= period.start } ?? true
    }

    /// What is wrong with validity and successors, in the order of the list; a circle once, at its first unit.
    public var successionFaults: [UnitSuccessionFault] {
        var faults: [UnitSuccessionFault] = []
        var inToldCircle: Set<UnitCode> = []
        for unit in units {
            func add(_ kind: UnitSuccessionFault.Kind) {
                faults.append(UnitSuccessionFault(unit: unit.code, kind: kind))
            }
            if let from = unit.validFrom, let to = unit.validTo, to < from { add(.endsBeforeItBegins) }
            for code in unit.successors {
                guard let successor = self[code] else {
                    add(.unknownSuccessor(code))
                    continue
                }
                if let to = unit.validTo, let end = successor.validTo, end < to { add(.successorEndedBefore(code)) }
            }
            guard !inToldCircle.contains(unit.code) else { continue }
            let after = allAfter(unit.code)
            if after.contains(unit.code) {
                add(.circle)
                inToldCircle.formUnion(after.filter { allAfter($0).contains(unit.code) })
            }
        }
        return faults
    }

    private func wasThere(_ successor: UnitDescription, before unit: UnitDescription) -> Bool {
        guard let end = unit.validTo else { return false }
        return successor.validFrom.map { $0 <= end } ?? true
    }

    /// Successors, their successors and so on.
    private func allAfter(_ code: UnitCode) -> Set<UnitCode> {
        var found: Set<UnitCode> = []
        var open = self[code]?.successors ?? []
        while let next = open.popLast() {
            if found.insert(next).inserted { open += self[next]?.successors ?? [] }
        }
        return found
    }
}
