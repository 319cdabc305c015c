/// The organisation's units in their given order, with parents and children, predecessors and successors.
///
/// One tree holds two hierarchies where a project has both: the organisation (forvaltning, enhed) and places
/// (lokalområde, grunnkrets) stand beside each other below the same root. Units that have ended stay in it.
public struct UnitTree: Sendable {
    /// In the organisation's order.
    public let units: [UnitDescription]
    private let position: [UnitCode: Int]
    private let childrenOf: [UnitCode: [UnitCode]]
    private let predecessorsOf: [UnitCode: Set<UnitCode>]

    public init(_ units: [UnitDescription]) {
        self.units = units
        position = Dictionary(units.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
        var children: [UnitCode: [UnitCode]] = [:]
        var predecessors: [UnitCode: Set<UnitCode>] = [:]
        for unit in units {
            if let parent = unit.parent { children[parent, default: []].append(unit.code) }
            for successor in unit.successors { predecessors[successor, default: []].insert(unit.code) }
        }
        childrenOf = children
        predecessorsOf = predecessors
    }

    public subscript(code: UnitCode) -> UnitDescription? { position[code].map { units[$0] } }

    public func children(of code: UnitCode) -> [UnitCode] { childrenOf[code] ?? [] }

    /// The units that `code` took the place of, sorted.
    public func predecessors(of code: UnitCode) -> [UnitCode] { (predecessorsOf[code] ?? []).sorted() }

    /// Whether following parents from a unit leads back to it.
    public func isInCircle(_ code: UnitCode) -> Bool {
        ancestors(of: code).contains { self[$0]?.parent == code }
    }

    /// Parent, grandparent and so on; stops at a circle.
    public func ancestors(of code: UnitCode) -> [UnitCode] {
        var result: [UnitCode] = []
        var current = self[code]?.parent
        while let parent = current, !result.contains(parent), parent != code {
            result.append(parent)
            current = self[parent]?.parent
        }
        return result
    }
}
