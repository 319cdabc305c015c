import Delimited
import Findings
import Testing

@Suite("Profiles of columns")
struct ProfileTests {
    /// The profile of one column that holds `cells`.
    private func column(_ cells: String...) throws -> ColumnProfile {
        let text = "id\tv\n" + cells.enumerated().map { "r\($0.offset)\t\($0.element)\n" }.joined()
        return try file(text, .init(delimiter: UInt8(ascii: "\t"), footerRows: 0)).profile().columns[1]
    }

    @Test(
        "types",
        arguments: [
            (["1", "20", "-3", "\u{2212}4"], .integer), (["1,5", "2"], .decimal), (["1.5e-3", "2"], .decimal),
            (["0301", "3112"], .text), (["Åby", "Ry"], .text), (["2024-05-31", "2024-06-01"], .date),
            (["31.05.2024", "1.6.2024"], .date), (["31-02-2024", "01-02-2024"], .text), (["29/02/2024"], .date),
            (["2024K1", "2024K4"], .period), (["2023/24", "2024/25"], .period), (["2023-2024"], .period),
            (["2024M05", "2024U07"], .period), (["2024-05"], .period), (["Q1 2024"], .period),
            (["2024", "2024K1"], .period),
            (["2024K5"], .text), (["2023", "2024"], .integer), (["ja", "Nej"], .boolean),
            (["TRUE", "false"], .boolean),
            (["1", "ja"], .text), (["..", ""], .text), (["12%"], .text), (["1.234.567", "2.000"], .integer),
        ] as [([String], ColumnType)])
    func types(cells: [String], type: ColumnType) throws {
        let text = "id\tv\n" + cells.map { "r\t\($0)\n" }.joined()
        let profile = try file(text, .init(delimiter: UInt8(ascii: "\t"), footerRows: 0)).profile()
        #expect(profile.columns[1].type == type, "\(cells)")
        #expect(profile.rows == cells.count)
    }

    /// One column a spelling: what each is taken for.
    private func types(_ spellings: [String]) throws -> [ColumnType] {
        let header = spellings.indices.map { "c\($0)" }.joined(separator: "\t")
        let text = "id\t\(header)\nr\t" + spellings.joined(separator: "\t") + "\n"
        return try file(text, .init(delimiter: UInt8(ascii: "\t"), headerRows: 1, footerRows: 0)).profile().columns
            .dropFirst()
            .map(\.type)
    }

    @Test("every spelling of a period")
    func periods() throws {
        let spellings = [
            "2024K1", "2024k4", "2024 K2", "2024-Q1", "Q1 2024", "K1 2024", "2024M05", "2024m5", "M05 2024", "2024-M12",
            "2024T1", "T1 2024", "2024H2", "2024U07", "2024W07", "2024-W07", "2020U53", "uge 7 2024", "Uge 7, 2024",
            "uge 7/2024", "uke 7, 2024", "week 52, 2024", "W7 2024", "1. kvartal 2024", "1.kvartal 2024",
            "4. Kvartal 2024",
            "1. kv. 2024", "kvartal 1, 2024", "3. tertial 2024", "1. halvår 2024", "2. HALVÅR 2024", "1. halvaar 2024",
            "1. halva\u{30A}r 2024", "2. quarter 2024", "maj 2024", "mai 2024", "May 2024", "jan. 2024",
            "DESEMBER 2024",
            "1.\u{A0}kvartal\u{A0}2024", "2023/24", "2023/2024", "2023 / 24", "1999/00", "2014-2016", "2014 - 2016",
            "2014\u{2013}2016", "2023-24", "2023-2024", "2022/23-2024/25", "2022/2023-2024/2025", "2024-05", "2004-05",
        ]
        for (spelling, type) in zip(spellings, try types(spellings)) { #expect(type == .period, "\(spelling)") }
    }

    @Test("every spelling of a day")
    func days() throws {
        let spellings = [
            "2024-05-17", "31-12-2024", "31.12.2024", "31/12/2024", "1/5/2024", "2024/05/17", "29-02-2024",
            "17. maj 2024",
            "17 May 2024", "1. jan. 2024", "2024-05-17 08:30", "2024-05-17 8:30", "2024-05-17T08:30:00",
            "2024-05-17T08:30Z",
            "2024-05-17T08:30:00.000", "2024-05-17T08:30:00,5", "2024-05-17 08:30:00.123456 -0430",
            "2024-05-17T08:30:00+01:00",
            "17-05-2024 08:30", "17.05.2024 08:30:00", "17/05/2024  08:30",
        ]
        for (spelling, type) in zip(spellings, try types(spellings)) { #expect(type == .date, "\(spelling)") }
    }

    @Test("what looks like a period or a day and is none")
    func neither() throws {
        let spellings = [
            "2024K5", "2024K0", "2024M13", "2024T4", "2024H3", "2024X1", "2024K", "2024K001", "2024U53", "2025W53",
            "2020U54", "2021U53",
            "2010W53", "uge 53, 2025", "uge 2024", "7. uge 2024", "2024W07-1", "1K 2024", "5. kvartal 2024",
            "4. tertial 2024",
            "kvartal 2024", "majs 2024", "maj 24", "2024 maj", "1. maj", "2023/25", "2023/2025", "2024/05", "2016-2014",
            "2000-2025", "2024-13", "2024-5", "2022/23-2024", "2024/25-2022/23", "30-02-2024", "29-02-2023",
            "31. juni 2024",
            "05/17/2024", "2024-05.17", "17-05-24", "2024-05-17 24:00", "2024-05-17 08:60", "2024-05-17 08",
            "2024-05-17T",
            "2024-05-17 08.30", "2024-05-17X08:30", "2024-05-17 08:30 +1:00", "2024-05-17T08:30+25", "2024-05-17-03",
            "Skolevej 2024",
            "A 1 2024",
            "1. plads 2024", "2024\u{2013}", "2024M\u{E5}5",
        ]
        for (spelling, type) in zip(spellings, try types(spellings)) { #expect(type == .text, "\(spelling)") }
    }

    @Test("decimals and groups")
    func separators() throws {
        let danish = try column("1.234,50", "12,5", "7")
        #expect(danish.decimalSeparator == UInt8(ascii: ",") && danish.groupSeparator == ".")
        #expect(danish.maxFractionDigits == 2 && danish.type == .decimal && !danish.ambiguousSeparator)
        let norwegian = try column("1\u{A0}234,5", "2")
        #expect(norwegian.groupSeparator == "\u{A0}" && norwegian.decimalSeparator == UInt8(ascii: ","))
        let english = try column("1,234", "12.5")
        #expect(english.decimalSeparator == UInt8(ascii: ".") && english.groupSeparator == ",")
        let settled = try column("1.234", "1.5")
        #expect(settled.decimalSeparator == UInt8(ascii: ".") && settled.maxFractionDigits == 3)
        #expect(!settled.ambiguousSeparator && settled.groupSeparator == nil)
        let thousands = try column("1.234", "1.234.567")
        #expect(thousands.type == .integer && thousands.groupSeparator == ".")
        let below = try column("0.123", "0.456")
        #expect(below.decimalSeparator == UInt8(ascii: ".") && !below.ambiguousSeparator)
    }

    @Test("a separator that may be either is left open, with a warning")
    func ambiguous() throws {
        let open = try column("1.234", "12.345", "7")
        #expect(open.ambiguousSeparator && open.type == .decimal && open.groupSeparator == nil)
        let findings = try file("id;v\na;1.234\nb;2.345\n").profile().findings
        #expect(
            findings.map(\.description) == [
                "Data/a.csv: warning[ambiguous-separator]: in column 'v' a separator before three digits may mean "
                    + "thousands or decimals; set the decimal separator of the file"
            ])
    }

    @Test("two ways of writing decimals in one column make it text, at the line of the rarer")
    func conflict() throws {
        let mixed = try column("1,5", "2,5", "3.5", "4,5")
        #expect(mixed.type == .text && mixed.firstTextLine == 4)
    }

    @Test("marks for missing values are counted as written")
    func missing() throws {
        let profile = try column(
            "1", "", " ", "..", ".", ":", "-", "*", "#", "N/A", "NA", "<5", "< 10", "…", "—", "x", "2")
        #expect(
            profile.missing == [
                "": 2, "..": 1, ".": 1, ":": 1, "-": 1, "*": 1, "#": 1, "N/A": 1, "NA": 1, "<5": 1, "< 10": 1, "…": 1,
                "—": 1, "x": 1,
            ])
        #expect(profile.values == 2 && profile.type == .integer && profile.firstTextLine == nil)
        let words = try column("x", "ord", "ord")
        #expect(words.missing.isEmpty && words.values == 3)
    }

    @Test("a mostly numeric column tells where it is not, without repeating the cell")
    func mostlyNumeric() throws {
        let profile = try file("id;v\na;1\nb;2\nc;ukendt\nd;4\n").profile()
        #expect(profile.columns[1].type == .text && profile.columns[1].firstTextLine == 4)
        #expect(
            profile.findings.map(\.description) == [
                "Data/a.csv:4: warning[mostly-numeric]: column 'v' holds numbers, but not here; mend the cell, or "
                    + "declare its mark as missing"
            ])
        #expect(try column("a", "b", "1").firstTextLine == nil)
    }

    @Test("rows of other widths are reported once a kind, with first line and count")
    func ragged() throws {
        let read = try file("a;b;c\n1;2;3\n1;2\n1\n1;2;3;4\n;;\n1;2;3;\na;b;c\n1;2;3\n")
        #expect(
            read.profile().findings.map(\.description) == [
                "Data/a.csv:3: warning[short-row]: 2 rows have fewer cells than the header's 3, the first here; "
                    + "missing cells were read as empty; check for a delimiter inside an unquoted cell",
                "Data/a.csv:5: warning[long-row]: 1 row has more cells than the header's 3, the first here; "
                    + "the cells beyond the header were left out; check for a delimiter inside an unquoted cell",
                "Data/a.csv:6: warning[blank-row]: 1 row has no values at all, the first here; delete the blank rows",
                "Data/a.csv:8: warning[repeated-header]: the header stands here again, among the data; "
                    + "put each table into a file of its own",
            ])
    }

    @Test("an empty table has columns of text")
    func noRows() throws {
        let profile = try file("a;b\n").profile()
        #expect(profile.rows == 0 && profile.columns.map(\.type) == [.text, .text] && profile.findings.isEmpty)
    }
}
