public import Findings
public import Vocabulary

/// A unit or level that a declaration names, and where: the list of units is read later than the declarations.
public struct UnitReference: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// The code of a unit.
        case code
        /// What the units file calls a level: `kommune`.
        case level
    }

    public var kind: Kind
    public var name: String
    public var place: Place

    public init(_ kind: Kind, _ name: String, at place: Place) {
        self.kind = kind
        self.name = name
        self.place = place
    }
}

extension Project {
    /// What the declarations name that is not in the list of units: units of targets, comparisons, neighbours and known
    /// values, and levels of medians; and units that the map lacks.
    public func unknownUnits(in tree: UnitTree) -> [Finding] {
        let codes = Set(tree.units.map(\.code.code)), levels = Set(tree.units.map(\.level))
        return unitsOffTheMap(in: tree) + unitReferences.compactMap { reference in
            let known = reference.kind == .code ? codes : levels
            guard !known.contains(reference.name) else { return nil }
            let suggestion = didYouMean(reference.name, among: known)
            switch reference.kind {
            case .code:
                return Finding(
                    .error, "unknown-unit", "unit '\(reference.name)' is not in \(units.file)", at: reference.place,
                    suggestion: suggestion ?? "add it there, or correct the code")
            case .level:
                return Finding(
                    .error, "unknown-level", "no unit in \(units.file) is of the level '\(reference.name)'",
                    at: reference.place, suggestion: suggestion ?? "levels: \(levels.sorted().joined(separator: ", "))")
            }
        }
    }
}
