/// What an edition may show of an indicator.
public struct DisclosureRule: Hashable, Sendable {
    /// Fewer persons than this, in the base, the numerator or its complement, are not shown.
    public var fewestPersons: Int
    /// The source has published these figures already; they are known to everyone and left as they are.
    public var isAlreadyPublished: Bool

    public init(fewestPersons: Int, isAlreadyPublished: Bool = false) {
        self.fewestPersons = fewestPersons
        self.isAlreadyPublished = isAlreadyPublished
    }
}

/// The managers' floor: never a figure about one or two persons.
public let managersFewestPersons = 3

/// Why a figure is not shown. For the terminal of the one who holds the data; never written to a file.
public enum HidingReason: String, Sendable, Hashable {
    /// Too few persons in the figure itself.
    case primary
    /// Shown, it would give away a figure that is hidden.
    case secondary
}
