import Wording

/// A column of a file: what it is called everywhere, what may stand in it, and how it is had from a record. Files,
/// their schemas and the database are written from the same list.
struct Column<Record: Sendable>: Sendable {
    let name: String
    let kind: ColumnKind
    /// Whether there is always something in it.
    let isRequired: Bool
    let cell: @Sendable (Record) -> Cell

    init(
        _ name: String, _ kind: ColumnKind = .text, isRequired: Bool = false, cell: @escaping @Sendable (Record) -> Cell
    ) {
        (self.name, self.kind, self.isRequired, self.cell) = (name, kind, isRequired, cell)
    }

    func title(_ phrases: Phrases) -> String { phrases("data.column." + name) }

    /// One sentence on what stands in it.
    func about(_ phrases: Phrases) -> String { phrases("data.columnAbout." + name) }
}

/// What may stand in a column.
enum ColumnKind: Hashable, Sendable {
    case text, number, whole, flag
    /// A day, ISO 8601.
    case date
    /// One of these words.
    case choice([String])
    /// Text that the whole of a regular expression fits.
    case pattern(String)
}
