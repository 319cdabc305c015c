public import Findings
public import Vocabulary

/// How a source says that a figure is not there.
public enum MissingState: String, Sendable, CaseIterable, Hashable {
    case missing, notApplicable, confidential
    /// The mark stands for a real zero.
    case zero
}

/// A column that a dataset keeps.
public struct ColumnDeclaration: Hashable, Sendable {
    public enum Kind: String, Sendable, Hashable { case number, category }

    /// The name formulas use.
    public var name: String
    /// The column's heading in the files.
    public var header: String
    public var kind: Kind
    /// Decimals to keep; found in the files where nil. More decimals than declared are rounded half away from zero.
    public var decimals: Int?
    /// The value that stands for everyone together: `I alt`.
    public var total: String?
    public var title: LocalizedText
    public var place: Place

    public init(
        name: String, header: String, kind: Kind, decimals: Int? = nil, total: String? = nil,
        title: LocalizedText = .init(), place: Place
    ) {
        self.name = name
        self.header = header
        self.kind = kind
        self.decimals = decimals
        self.total = total
        self.title = title
        self.place = place
    }
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
    public var quote: String?
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
}
