/// What the cells of a column tell of how its numbers are written, gathered cell by cell.
public struct NumberEvidence: Sendable {
    private var tally = ColumnTally()

    public init() {}

    public mutating func see(_ cell: UnsafeBufferPointer<UInt8>, line: Int) { tally.see(cell, line: line) }

    /// What `other` has seen, too: of a column that is continued elsewhere.
    public mutating func merge(_ other: NumberEvidence) { tally.merge(other.tally) }

    public var verdict: NumberVerdict { NumberVerdict(ColumnVerdict(numbersOf: tally), tally) }
}

/// How the numbers of a column are written.
public struct NumberVerdict: Sendable, Hashable {
    /// The byte before the decimals; nil where no number has any.
    public let decimal: UInt8?
    public let group: NumberFormat.Group
    /// The most decimals, and the most digits before them.
    public let fractionDigits: Int
    public let wholeDigits: Int
    /// Whether `1.234` (or `1,234`) could be a thousand or a decimal number, and nothing tells which.
    public let isAmbiguous: Bool

    init(_ verdict: ColumnVerdict, _ tally: ColumnTally) {
        decimal = verdict.decimal
        fractionDigits = verdict.fractionDigits
        wholeDigits = tally.wholeDigits
        isAmbiguous = verdict.ambiguous
        group =
            switch verdict.group {
            case ".": .point
            case ",": .comma
            case " ": .space
            case "\u{A0}": .noBreakSpace
            case "'": .apostrophe
            default: .none
            }
    }
}
