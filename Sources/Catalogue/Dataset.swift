public import Findings
public import Vocabulary

/// How a source says that a figure is not there.
public enum MissingState: String, Sendable, CaseIterable, Hashable {
    case missing, notApplicable, confidential
    /// The source gives only a range, such as `<5`.
    case interval
    /// The mark stands for a real zero.
    case zero
}

/// A column that a dataset keeps.
public struct ColumnDeclaration: Hashable, Sendable {
    public enum Kind: String, Sendable, Hashable {
        case number, category
        /// Text of which nearly every row has its own (a number of a case): kept as written, no use to formulas.
        case text
    }

    /// The name formulas use.
    public var name: String
    /// The column's heading in the files.
    public var header: String
    public var kind: Kind
    /// Decimals to keep; found in the files where nil. More decimals than declared are rounded half away from zero.
    public var decimals: Int?
    /// The value that stands for everyone together: `I alt`.
    public var total: String?
    /// The category that this one divides: `kommune` lies within `fylke`. A breakdown by this one leaves that one alone.
    public var within: String?
    /// What words stand for in a number column: `Helt enig` is 5, `Ved ikke` is no answer. Empty: cells are numbers.
    public var scores: [String: Score]
    public var title: LocalizedText
    /// What pages call a category's values, where not as the files do.
    public var names: [String: LocalizedText]
    public var place: Place

    public init(
        name: String, header: String, kind: Kind, decimals: Int? = nil, total: String? = nil,
        within: String? = nil, scores: [String: Score] = [:], title: LocalizedText = .init(),
        names: [String: LocalizedText] = [:], place: Place
    ) {
        self.name = name
        self.header = header
        self.kind = kind
        self.decimals = decimals
        self.total = total
        self.within = within
        self.scores = scores
        self.title = title
        self.names = names
        self.place = place
    }
}

/// What a word of a number column stands for.
public enum Score: Hashable, Sendable {
    case value(Exact)
    case absent(MissingState)
}

/// How one row of a wide table becomes many: each column whose heading fits the template is a row of its own.
///
/// `{kjønn} {år}` fits `Menn 2024`; the parts in braces are then columns called `{kjønn}` and `{år}`, and what stands in
/// the cell is the column `{value}`.
public struct WideTemplate: Hashable, Sendable {
    /// The template as written.
    public let text: String
    /// What stands before, between and after the parts: one more than there are parts.
    public let literals: [String]
    /// Names of the parts, with their braces.
    public let parts: [String]

    public static let value = "{value}"

    /// Nil where braces do not pair, two parts touch, or there is no part at all.
    public init?(_ text: String) {
        var literals = [""], parts: [String] = []
        var inside: String?
        for character in text {
            switch (character, inside) {
            case ("{", nil): inside = ""
            case ("}", let name?):
                guard !name.isEmpty, "{\(name)}" != Self.value, !parts.contains("{\(name)}") else { return nil }
                if !parts.isEmpty, literals.last == "" { return nil }
                parts.append("{\(name)}")
                literals.append("")
                inside = nil
            case ("{", _), ("}", _): return nil
            case (_, nil): literals[literals.count - 1].append(character)
            case (_, let name?): inside = name + String(character)
            }
        }
        guard inside == nil, !parts.isEmpty else { return nil }
        (self.text, self.literals, self.parts) = (text, literals, parts)
    }

    /// What the parts are in `heading`, or nil where it does not fit. A part takes as little as it can, but never
    /// nothing; the last takes all that is left.
    public func match(_ heading: String) -> [String]? {
        guard heading.hasPrefix(literals[0]) else { return nil }
        var rest = heading.dropFirst(literals[0].count)
        var values: [String] = []
        for literal in literals.dropFirst() {
            if values.count == parts.count - 1 {
                guard rest.hasSuffix(literal), rest.count > literal.count else { return nil }
                values.append(String(rest.dropLast(literal.count)))
                return values
            }
            var start = rest.startIndex
            while start < rest.endIndex, start == rest.startIndex || !rest[start...].hasPrefix(literal) {
                start = rest.index(after: start)
            }
            guard start < rest.endIndex else { return nil }
            values.append(String(rest[..<start]))
            rest = rest[start...].dropFirst(literal.count)
        }
        return nil
    }
}

/// What happens where two files of a dataset hold the same period, unit and key.
public enum OverlapRule: String, Sendable, Hashable, CaseIterable {
    /// It is an error.
    case error
    /// The row of the newest file counts: the last in order of names. Older rows are counted and left out.
    case newest
}

/// Where a row's period stands.
public enum PeriodDeclaration: Hashable, Sendable {
    /// One column holds it, in any spelling; `coarser` rolls dates up to months, quarters or years on the way in.
    case column(String, schoolYears: Bool, coarser: Grain?)
    /// A year column and a month, quarter or tertial column.
    case parts(year: String, part: String, Grain)
    case constant(Period)
}

/// Where a row's unit stands.
public enum UnitDeclaration: Hashable, Sendable {
    /// `names` is a CSV file `name;code` that translates what stands in the column.
    case column(String, byName: Bool, names: String?, ignoresOthers: Bool)
    case constant(UnitCode)
}

/// What config.json says of how files are written, where finding it out is not enough.
public struct DialectDeclaration: Hashable, Sendable {
    public var encoding: String?
    public var delimiter: String?
    /// The character around quoted cells, or `none`.
    public var quote: String?
    public var escape: String?
    public var preambleRows: Int?
    public var headerRows: Int?
    public var footerRows: Int?
    /// `,` or `.`
    public var decimal: String?

    public init() {}
}

/// A dataset: files of one shape and what their columns mean.
public struct DatasetDeclaration: Sendable {
    /// The name formulas and tables use: `fravaer`.
    public var name: String
    public var place: Place
    /// Files relative to the project, `*` allowed in the last part.
    public var files: String
    public var source: SourceDescription
    public var dialect: DialectDeclaration
    public var period: PeriodDeclaration
    public var unit: UnitDeclaration
    public var columns: [ColumnDeclaration]
    /// Category columns that with period and unit make a row unique (`[]`: period and unit alone do); nil where rows
    /// may repeat (one row an answer).
    public var key: [String]?
    public var missing: [String: MissingState]
    /// How a wide table is made long; nil where it is long already.
    public var wide: WideTemplate?
    public var overlaps: OverlapRule
    /// So many rows that cannot be read may be set aside before the build stops.
    public var setAside: Int
    /// Headings of columns that hold persons and are dropped on the way in, and of columns that only look as if.
    public var drops: Set<String>
    public var notPersonal: Set<String>
    /// Holds data about persons: its files must not be tracked by git.
    public var isPersonal: Bool
    /// Months that rows are kept after the end of their period; for ever where nil.
    public var keptMonths: Int?
    /// Days from the end of a period to its figures.
    public var lag: Int?
    /// How many of the newest periods are provisional. Nil: none, but a year that is not over yet.
    public var provisional: Int?
    /// Official figures that anyone can look up already: disclosure control leaves them as they are.
    public var isAlreadyPublished: Bool
    /// Everything that decides how files are read, as text, for fingerprints.
    public var fingerprint: String

    public func column(_ name: String) -> ColumnDeclaration? { columns.first { $0.name == name } }

    /// The value that stands for everyone together, of each category that has one.
    public var totals: [String: String] {
        Dictionary(uniqueKeysWithValues: columns.compactMap { column in column.total.map { (column.name, $0) } })
    }
}

/// Where the organisation's units are listed.
public struct UnitsDeclaration: Hashable, Sendable {
    /// A CSV file with the columns `kode;navn;overordnet;niveau;type`.
    public var file: String
    public var root: UnitCode
    public var place: Place
    /// Where the units lie; nil where no map is declared.
    public var map: MapDeclaration? = nil
}

/// The file that holds the outlines of units.
public struct MapDeclaration: Hashable, Sendable {
    /// A GeoJSON file (RFC 7946).
    public var file: String
    /// The property of its features that holds the unit's code.
    public var key: String
    public var note: LocalizedText
    public var place: Place
}
