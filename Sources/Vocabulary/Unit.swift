/// The code of an organisational unit or place, as text: leading zeros count.
public struct UnitCode: Hashable, Sendable, Comparable, CustomStringConvertible, ExpressibleByStringLiteral {
    public let code: String

    public init(_ code: String) { self.code = code }
    public init(stringLiteral code: String) { self.code = code }

    public var description: String { code }
    public static func < (left: UnitCode, right: UnitCode) -> Bool { left.code < right.code }
}

/// A unit as pages name it.
public struct UnitDescription: Hashable, Sendable {
    public var code: UnitCode
    public var name: LocalizedText
    public var parent: UnitCode?
    /// Where it stands in the organisation: `kommune`, `forvaltning`, `enhed` … as the project names it.
    public var level: String
    /// What sort of place it is: `skole`, `plejecenter` …
    public var type: String

    public init(code: UnitCode, name: LocalizedText, parent: UnitCode? = nil, level: String = "", type: String = "") {
        self.code = code
        self.name = name
        self.parent = parent
        self.level = level
        self.type = type
    }
}
