/// The organisation's units in their given order, with parents and children.
public struct UnitTree: Sendable {
    /// In the organisation's order.
    public let units: [UnitDescription]
    private let position: [UnitCode: Int]
    private let childrenOf: [UnitCode: [UnitCode]]

    public init(_ units: [UnitDescription]) {
        self.units = units
        position = Dictionary(units.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
        var children: [UnitCode: [UnitCode]] = [:]
        for unit in units {
            if let parent = unit.parent { children[parent, default: []].append(unit.code) }
        }
        childrenOf = children
    }

    public subscript(code: UnitCode) -> UnitDescription? { position[code].map { units[$0] } }

    public func children(of code: UnitCode) -> [UnitCode] { childrenOf[code] ?? [] }

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
