import Vocabulary

extension Shape {
    /// One dataset of `config.json`.
    static let dataset = Shape(
        about: "Files of one shape, and what their columns mean.",
        [
            Key("title", .words, "What pages call it."),
            Key("publisher", .words, "Who publishes or keeps it."),
            Key("address", .text, "Where it can be found."),
            Key("licence", .text, "CC BY 4.0, for example."),
            Key("sample", .flag, "Invented data: everything made from it says so."),
            Key("rhythm", .choice(of: Grain.self), "How often new figures come."),
            Key("next", .text, "When the next figures are expected."),
            Key("lag", .integer(0...3660), "Days from the end of a period to its figures."),
            Key("files", .text, .required, "A path relative to the project; * is allowed in the last part."),
            Key("dialect", .shape(dialect), "How the files are written, where finding it out is not enough."),
            Key("period", .shape(period), .required, "Where a row's period stands."),
            Key("unit", .shape(unit), .required, "Where a row's unit stands."),
            Key("numbers", columns(numberColumn), "Columns of numbers, each under the name that formulas use."),
            Key("categories", columns(categoryColumn), "Columns whose values come again and again."),
            Key("texts", columns(textColumn), "Columns of which nearly every row has its own value."),
            Key("key", .texts, "Categories and texts that with period and unit make a row unique."),
            Key(
                "missing", .named(.choice(of: MissingState.self), what: "mark"),
                "What marks in a number column mean where there is no number."),
            Key("wide", .text, "How the headings of a wide table are made, with their parts in braces."),
            Key("overlaps", .choice(of: OverlapRule.self), "What happens where two files hold the same row."),
            Key("setAside", .integer(0...1_000_000_000), "So many rows that cannot be read may be left out."),
            Key("drop", .texts, "Headings of columns that hold persons and are left out."),
            Key("notPersonal", .texts, "Headings of columns that only look as if they held persons."),
            Key("personal", .flag, "The dataset is about persons: git must not keep its files."),
            Key("keep", .text, "How long rows are kept: 5 years, or 18 months."),
            Key("provisional", .integer(0...1000), "How many of the newest periods may still change."),
            Key("alreadyPublished", .flag, "Official figures that anyone can look up."),
        ])

    private static func columns(_ long: Shape) -> ValueKind {
        .named(.either([.text, .shape(long)]), what: "column", pattern: "^[a-z][a-z0-9_]*$")
    }

    private static let header = Key("header", .text, .required, "The heading in the files.")
    private static let title = Key("title", .words, "What pages call the column.")

    static let numberColumn = Shape(
        about: "A column of numbers.",
        [
            header, title, Key("decimals", .integer(0...18), "Decimals kept; the most found in the files if left out."),
            Key(
                "values", .named(.either([.number, .choice(of: MissingState.self)]), what: "word"),
                "What words stand for: a number, or why there is none."),
        ])

    static let categoryColumn = Shape(
        about: "A column whose values come again and again.",
        [
            header, title, Key("total", .text, "The value that stands for everyone together."),
            Key("within", .text, "The category that this one divides."),
            Key(
                "names", .named(.words, what: "value"),
                "What pages call a value, where not as the files do: its name in other languages."),
        ])

    static let textColumn = Shape(
        about: "A column of which nearly every row has its own value.", [header, title])

    private static let period = Shape(
        about: "Where a row's period stands.", oneOf: ["column", "year", "constant"],
        [
            Key("column", .text, "The heading of the column that holds it."),
            Key("schoolYears", .flag, "2023-2024 is a school year, not a span of two years."),
            Key("as", .choice(of: Grain.self), "Dates and weeks are gathered into these."),
            Key("year", .text, "The heading of the column that holds the year."),
            Key("month", .text, "The heading of the column that holds the month."),
            Key("quarter", .text, "The heading of the column that holds the quarter."),
            Key("tertial", .text, "The heading of the column that holds the tertial."),
            Key("week", .text, "The heading of the column that holds the week."),
            Key("constant", .period, "All rows are of this period."),
        ])

    private static let unit = Shape(
        about: "Where a row's unit stands.", oneOf: ["column", "constant"],
        [
            Key("column", .text, "The heading of the column that holds it."),
            Key("by", .choice(["code", "name"]), "Whether the column holds codes or names of the units file."),
            Key("names", .text, "A CSV file with the columns name and code that translates the column."),
            Key("others", .choice(["ignore", "error"]), "What happens to rows of units that are not listed."),
            Key("constant", .text, "All rows are about this unit."),
        ])

    private static let dialect = Shape(
        about: "How the files are written, where finding it out is not enough.",
        [
            Key(
                "encoding", .choice(["utf-8", "windows-1252", "iso-8859-1", "utf-16le", "utf-16be"]),
                "The files' encoding."),
            Key("delimiter", .choice([",", ";", "tab", "|", " "]), "What stands between cells."),
            Key("quote", .choice(["\"", "'", "none"]), "The character around quoted cells."),
            Key("escape", .choice(["doubled", "backslash", "none"]), "How a quote is written inside a quoted cell."),
            Key("preambleRows", .integer(0...1000), "Lines above the header, blank ones included."),
            Key("headerRows", .integer(0...10), "Records that together name the columns."),
            Key("footerRows", .integer(0...1000), "Records below the table."),
            Key("decimal", .choice([",", "."]), "The sign before decimals."),
        ])
}
