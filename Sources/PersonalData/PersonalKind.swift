/// What kind of person shows in a column of cells.
public enum PersonalKind: String, Sendable, Hashable, CaseIterable {
    /// A Danish civil registration number (CPR-nummer), erstatnings-CPR-numre among them.
    case danishCivilNumber
    /// A Norwegian fødselsnummer or D-number, synthetic test numbers among them.
    case norwegianCivilNumber
    case email
    case telephone
    case name
}

/// What a column shows of persons, and where. It never holds a cell.
public struct PersonalVerdict: Sendable, Hashable {
    public let kind: PersonalKind
    /// The first line with a cell of that kind.
    public let firstLine: Int
    /// How many rows hold such a cell. Names are counted among the cells looked at only (`PersonalScan.nameSample`).
    public let rows: Int

    public init(kind: PersonalKind, firstLine: Int, rows: Int) {
        self.kind = kind
        self.firstLine = firstLine
        self.rows = rows
    }
}

/// How many cells were of one shape, how many rows they stand for, and the first line with one.
@usableFromInline
struct Sight: Sendable {
    /// Calls of `PersonalScan.see`: one a distinct cell where the caller counts distinct cells, else one a row.
    @usableFromInline var cells = 0
    @usableFromInline var rows = 0
    @usableFromInline var firstLine = Int.max

    @usableFromInline init() {}

    @inlinable
    mutating func note(_ line: Int, _ count: Int) {
        cells &+= 1
        rows &+= count
        firstLine = min(firstLine, line)
    }

    static func + (one: Sight, other: Sight) -> Sight {
        var sum = one
        sum.cells &+= other.cells
        sum.rows &+= other.rows
        sum.firstLine = min(one.firstLine, other.firstLine)
        return sum
    }

    static func += (one: inout Sight, other: Sight) { one = one + other }

    /// Whether these are at least `part` of every `whole` of `total`, and at least one.
    func isShare(_ part: Int, of whole: Int, in total: Int) -> Bool {
        cells > 0 && cells &* whole >= total &* part
    }

    func verdict(_ kind: PersonalKind) -> PersonalVerdict {
        PersonalVerdict(kind: kind, firstLine: firstLine, rows: rows)
    }
}
