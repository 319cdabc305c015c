/// How the bytes of a file stand for characters.
public enum TextEncoding: String, Sendable {
    case utf8 = "utf-8"
    case windows1252 = "windows-1252"
    case iso88591 = "iso-8859-1"
    case utf16LittleEndian = "utf-16le"
    case utf16BigEndian = "utf-16be"
}

/// What ends the records of a file. Line breaks inside quoted cells do not count.
public enum LineEnding: String, Sendable {
    case lf, crlf, cr
    /// More than one kind.
    case mixed
    /// A single record without any.
    case none
}

/// How a quote inside a quoted cell is written.
public enum EscapeStyle: String, Sendable {
    /// `"He said ""hello"""`
    case doubled
    /// `"He said \"hello\""`; `\\` is a backslash, any other backslash stands for itself. Doubled quotes are read too.
    case backslash
    /// The next quote always ends the cell.
    case none
}

/// How a file writes its table: what was found, or what the hints said.
public struct Dialect: Sendable, Hashable {
    public var encoding: TextEncoding
    /// Whether the file began with a byte order mark.
    public var bom: Bool
    /// The byte between two fields.
    public var delimiter: UInt8
    /// The byte around quoted cells, or nil where cells are never quoted.
    public var quote: UInt8?
    public var escape: EscapeStyle
    public var lineEnding: LineEnding
    /// Whether spaces after a delimiter are left out: `a, b, c`.
    public var skipsSpaces: Bool
    /// Lines above the header, blank ones included; a first line such as `sep=;` is not counted.
    public var preambleRows: Int
    /// Records that together name the columns; 0 where the file has no header.
    public var headerRows: Int
    /// Records below the table (notes, sources), blank lines not counted.
    public var footerRows: Int

    public init(
        encoding: TextEncoding = .utf8, bom: Bool = false, delimiter: UInt8 = UInt8(ascii: ";"),
        quote: UInt8? = UInt8(ascii: "\""), escape: EscapeStyle = .doubled, lineEnding: LineEnding = .lf,
        skipsSpaces: Bool = false, preambleRows: Int = 0, headerRows: Int = 1, footerRows: Int = 0
    ) {
        self.encoding = encoding
        self.bom = bom
        self.delimiter = delimiter
        self.quote = quote
        self.escape = escape
        self.lineEnding = lineEnding
        self.skipsSpaces = skipsSpaces
        self.preambleRows = preambleRows
        self.headerRows = headerRows
        self.footerRows = footerRows
    }
}

/// What is known about a file beforehand. A nil field is found out from the bytes; the others are taken as said.
public struct DialectHints: Sendable, Hashable {
    public var encoding: TextEncoding?
    public var delimiter: UInt8?
    /// The quoting byte; 0 says that cells are never quoted.
    public var quote: UInt8?
    public var escape: EscapeStyle?
    /// Lines above the header, blank ones included.
    public var preambleRows: Int?
    /// 0 says that the first record is data; the columns are then named `column 1`, `column 2` and so on.
    public var headerRows: Int?
    /// Records below the table, blank lines not counted.
    public var footerRows: Int?

    public init(
        encoding: TextEncoding? = nil, delimiter: UInt8? = nil, quote: UInt8? = nil, escape: EscapeStyle? = nil,
        preambleRows: Int? = nil, headerRows: Int? = nil, footerRows: Int? = nil
    ) {
        self.encoding = encoding
        self.delimiter = delimiter
        self.quote = quote
        self.escape = escape
        self.preambleRows = preambleRows
        self.headerRows = headerRows
        self.footerRows = footerRows
    }
}
