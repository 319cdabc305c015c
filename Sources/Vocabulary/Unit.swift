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
    /// The local area it lies in, where the list of units says: a hierarchy beside the organisation's.
    public var area: String
    /// The first day on which the code was in use; nil where it always was.
    public var validFrom: CalendarDay?
    /// The last day on which it was; nil where it still is.
    public var validTo: CalendarDay?
    /// The units that took its place: one where it was renamed or merged, several where it was split up.
    public var successors: [UnitCode]

    public init(
        code: UnitCode, name: LocalizedText, parent: UnitCode? = nil, level: String = "", type: String = "",
        area: String = "", validFrom: CalendarDay? = nil, validTo: CalendarDay? = nil, successors: [UnitCode] = []
    ) {
        self.code = code
        self.name = name
        self.parent = parent
        self.level = level
        self.type = type
        self.area = area
        self.validFrom = validFrom
        self.validTo = validTo
        self.successors = successors
    }
}
