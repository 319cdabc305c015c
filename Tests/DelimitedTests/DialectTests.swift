import Delimited
import Findings
import Testing

@Suite("Dialect, header and what lies around the table")
struct DialectTests {
    @Test(
        "the delimiter is found",
        arguments: [
            ("a;b;c\n1,5;2,5;3,5\n2,0;3,0;4,0\n", ";"),
            ("a,b,c\n1.5,\"2,5\",x; y\n2,3,z\n", ","),
            ("a\tb\n1,5\t2;5\n2,5\t3;5\n", "\t"),
            ("a|b|c\n1,2|3|4\n1,2|3|4\n", "|"),
            ("navn;adresse\nA;Vej 1, st. tv.\nB;Vej 2, 1. th.\n", ";"),
            ("år 2023 2024\nx 1 2\ny 3 4\n", " "),
            ("\"Region\";\"06913: Befolkning, 2024\"\n\"3112 Råde\";7 900\n", ";"),
        ])
    func delimiters(text: String, delimiter: String) throws {
        #expect(try file(text).dialect.delimiter == delimiter.utf8.first)
    }

    @Test(
        "one column stays one column",
        arguments: [
            "Værdi\n1,5\n2,5\n", "Value\n68,527.00\n1,250.50\n",
            "Navn\nHansen\nJensen\n", "Andel\n12,5\n100,0\n7,1\n", "Tekst\nen to tre\nfire\n",
        ])
    func singleColumn(text: String) throws {
        #expect(try file(text).header.count == 1)
    }

    @Test(
        "a first line sep= names the delimiter",
        arguments: ["sep=|\na|b;c\n1|2;3\n", "\"sep=|\"\r\na|b;c\r\n1|2;3\r\n"])
    func declared(text: String) throws {
        let read = try file(text)
        #expect(read.dialect.delimiter == UInt8(ascii: "|"))
        #expect(read.header == ["a", "b;c"])
        #expect(read.dialect.preambleRows == 0)
        #expect(lines(read) == [3])
    }

    @Test("titles above the header are passed over, with a note")
    func preamble() throws {
        let read = try file("Sygefravær 2024\nUdtrukket 1.2.2025, af HR\n\nenhed;år;pct\nA;2024;5,1\nB;2024;4,2\n")
        #expect(read.header == ["enhed", "år", "pct"])
        #expect(read.dialect.preambleRows == 3)
        #expect(lines(read) == [5, 6])
        #expect(read.codes == ["preamble"])
    }

    @Test("titles that a spreadsheet padded with delimiters are titles too")
    func paddedPreamble() throws {
        let read = try file("Sygefravær;;\n;;\nenhed;år;pct\nA;2024;5,1\nB;2024;4,2\n")
        #expect(read.header == ["enhed", "år", "pct"] && rows(read).count == 2)
    }

    @Test("notes below the table are left out, with a note")
    func footer() throws {
        let read = try file("a;b;c\n1;2;3\n4;5;6\n\nKilde: Danmarks Statistik\n.. betyder mangler\n")
        #expect(rows(read).count == 2)
        #expect(read.dialect.footerRows == 2)
        #expect(read.findings.map(\.place?.line) == [5] && read.codes == ["footer"])
        let padded = try file("a;b;c\n1;2;3\n4;5;6\n;;\nKilde: DST;;\n")
        #expect(rows(padded).count == 2 && padded.dialect.footerRows == 2)
    }

    @Test("a last row cut short, or with gaps, is data")
    func notFooter() throws {
        #expect(rows(try file("a;b;c\n1;2;3\n2024-0")).last == ["2024-0"])
        #expect(rows(try file("a;b;c\n1;2;3\nFrederiksberg;;\n")).last == ["Frederiksberg", "", ""])
        #expect(rows(try file("a;b\n1;2\nto ord\n")).count == 2)
    }

    @Test("hints are taken as said")
    func hints() throws {
        let text = "x;y\n1;2\n\n3;4\n5;6\n"
        #expect(try file(text, .init(headerRows: 0)).header == ["column 1", "column 2"])
        #expect(rows(try file(text, .init(headerRows: 0))).count == 4)
        #expect(rows(try file(text, .init(footerRows: 1))) == [["1", "2"], ["3", "4"]])
        #expect(rows(try file(text, .init(footerRows: 9))).isEmpty)
        #expect(try file(text, .init(preambleRows: 1)).header == ["1", "2"])
        #expect(try file(text, .init(preambleRows: 1)).dialect.preambleRows == 1)
        #expect(try file(text, .init(delimiter: UInt8(ascii: ","))).header == ["x;y"])
        #expect(try file("a;'b\n1;2\n", .init(quote: 0)).dialect.quote == nil)
    }

    @Test("a dialect that was found, given back as hints, reads the same")
    func stable() throws {
        let text = "sep=;\nTitel\n\na;b;c\n1;2;3\n4;5;6\n\nKilde: X Y\n"
        let first = try file(text)
        let dialect = first.dialect
        let second = try file(
            text,
            DialectHints(
                encoding: dialect.encoding, delimiter: dialect.delimiter, quote: dialect.quote, escape: dialect.escape,
                preambleRows: dialect.preambleRows, headerRows: dialect.headerRows, footerRows: dialect.footerRows))
        #expect(second.dialect == dialect && rows(second) == rows(first) && lines(second) == lines(first))
    }

    @Test("names of columns are trimmed, filled and told apart")
    func names() throws {
        let read = try file(" a ;\u{A0}b;;a;a;a (2)\n1;2;3;4;5;6\n")
        #expect(read.header == ["a", "b", "column 3", "a (2)", "a (3)", "a (2) (2)"])
        #expect(read.findings.map(\.code) == ["repeated-column", "repeated-column"])
        #expect(
            read.findings[0].description
                == "Data/a.csv:1: warning[repeated-column]: several columns are named 'a'; the later ones are called "
                + "'a (2)' and so on; give each column its own name")
    }

    @Test("fifty thousand columns of one name are told apart")
    func manyNames() throws {
        let read = try file(String(repeating: "a;", count: 50_000) + "a\n")
        #expect(read.header.count == 50_001 && read.header.last == "a (50001)")
    }

    @Test("header rows above one another are joined")
    func severalHeaderRows() throws {
        let read = try file("Område;Mænd;;Kvinder;\nKommune;2023;2024;2023;2024\nRoskilde;1;2;3;4\nLejre;5;6;7;8\n")
        #expect(read.header == ["Område Kommune", "Mænd 2023", "Mænd 2024", "Kvinder 2023", "Kvinder 2024"])
        #expect(read.dialect.headerRows == 2 && rows(read).count == 2)
        let hinted = try file("a;b\nx;y\n1;2\n", .init(headerRows: 2))
        #expect(hinted.header == ["a x", "b y"] && rows(hinted) == [["1", "2"]])
        #expect(rows(try file("a;b\na;b\n1;2\n")) == [["1", "2"]])
    }

    @Test(
        "a table whose first record is like the others has no header, and says so",
        arguments: [
            "1,5;2,5;x\n2,5;3,5;y\n", "2024-01-31;A\n2024-02-29;B\n", "2015;3,4\n2016;3,5\n", "3\n5\n7\n",
            "A;5\nA;5\nB;6\n",
            "28/01/2018,00:00,2,MG-8769,$74.69,Boots\n29/01/2018,00:15,0,RI-3895,$29.81,Jacket\n",
        ])
    func headerless(text: String) throws {
        let read = try file(text)
        #expect(read.dialect.headerRows == 0 && read.codes == ["no-header"] && lines(read).first == 1)
        #expect(read.header == (1...read.header.count).map { "column \($0)" })
    }

    @Test(
        "years, counted numbers and names over figures are a header",
        arguments: [
            "Område;2022;2023;2024\nx;1;2;3\n", "Alder;0;1;2;3\nMænd;31;32;33;34\n", ";101;147\nx;5;6\ny;7;8\n",
            "a;b\nx;y\n", "Område;antal\nx;..\ny;5\n", "dato;tid\n2024-01-01;08:15\n", "1973;1974\n1917;1896,8\n",
            "0-4;5-9\n8;7\n9;3\n", "Område;01.2019;02.2019\nx;5;6\ny;7;8\n",
            ";1.1.2019;1.2.2019\nx;5;6\ny;7;8\n",
        ])
    func withHeader(text: String) throws {
        let read = try file(text)
        #expect(read.dialect.headerRows == 1 && !read.codes.contains("no-header"))
    }

    @Test("a header of figures that was asked for is questioned")
    func headerOfFigures() throws {
        #expect(try file("1,5;2,5;x\n2,5;3,5;y\n", .init(headerRows: 1)).codes == ["header-like-data"])
    }

    @Test("labels that span columns, by gaps or said again, stand above the names")
    func stackedHeaders() throws {
        let periods = try file("Område;2019;2019;2020;2020\n;I alt;Kvinder;I alt;Kvinder\nRoskilde;1;2;3;4\n")
        #expect(periods.header == ["Område", "2019 I alt", "2019 Kvinder", "2020 I alt", "2020 Kvinder"])
        let three = try file(
            "07459: Befolkning\n\n;Menn;;;;Kvinner;;;\n;Antall;;Prosent;;Antall;;Prosent;\n"
                + "Region;2019;2020;2019;2020;2019;2020;2019;2020\nRåde;1;2;3;4;5;6;7;8\nMoss;1;2;3;4;5;6;7;8\n")
        #expect(three.dialect.headerRows == 3 && three.dialect.preambleRows == 2)
        #expect(
            three.header == [
                "Region", "Menn Antall 2019", "Menn Antall 2020", "Menn Prosent 2019", "Menn Prosent 2020",
                "Kvinner Antall 2019", "Kvinner Antall 2020", "Kvinner Prosent 2019", "Kvinner Prosent 2020",
            ])
        #expect(rows(three).count == 2)
    }

    @Test(
        "a first row of words or gaps is no second header",
        arguments: [
            "navn;by;antal\nA;B;mangler\nC;D;5\n", "a;b;b\nx;y;z\n", "enhed;2023;2024\nA;;\nB;1;2\n",
            "enhed;;antal\nA;B;1\nC;D;2\n", "navn;navn;antal\nA;B;ukendt\nC;D;5\n",
        ])
    func notStacked(text: String) throws {
        #expect(try file(text).dialect.headerRows == 1)
    }

    @Test("two tables in one file are noticed where the names are said again")
    func secondHeader() throws {
        let read = try file("navn;antal;note\nA;1;x\nB;2;y\nnavn;antal;note\nC;3;z\n")
        #expect(read.codes == ["second-header"] && read.findings[0].place?.line == 4 && rows(read).count == 4)
        let less = try file("navn;antal;note\nA;1;x\nB;2;y\nnavn;antal\nC;3\n")
        #expect(less.codes == ["second-header"] && less.findings[0].place?.line == 4)
        #expect(try file("navn;antal;note\nA;1;x\nnavn;2;y\n").findings.isEmpty)
    }

    @Test("names above data may be delimited otherwise")
    func headerDelimitedOtherwise() throws {
        let read = try file("navn antal dato\nA;1;2024-01-31\nB;2;2024-02-29\n")
        #expect(read.header == ["navn", "antal", "dato"] && rows(read).count == 2 && read.findings.isEmpty)
        let title = try file("Antal i 2024\nnavn;antal;dato\nA;1;2024-01-31\nB;2;2024-02-29\n")
        #expect(title.header == ["navn", "antal", "dato"] && title.codes == ["preamble"])
        let words = try file("Folketal i Danmark\nnavn;antal;dato\nA;1;2024-01-31\nB;2;2024-02-29\n")
        #expect(words.header == ["navn", "antal", "dato"] && words.codes == ["preamble"])
    }

    @Test("a quote that opens a cell inside a quoted one ends that one, or shows that it was none")
    func quoteInsideQuoted() throws {
        let stray = try file("a;b;c\n\"1;2;\"x;y\"\n3;4;z\n")
        #expect(rows(stray) == [["\"1", "2", "x;y"], ["3", "4", "z"]] && stray.codes == ["stray-quote"])
        #expect(stray.findings[0].place?.line == 2 && stray.findings[0].place?.column == 1)
        let last = try file("a;b;c\r\n1;2;\"\r\n\"3\";4;z\r\n5;6;7\r\n")
        #expect(rows(last) == [["1", "2", "\""], ["3", "4", "z"], ["5", "6", "7"]] && lines(last) == [2, 3, 4])
        let inch = try file("a,b,c\n1,\"round 48\"\",\"made here, by hand\"\n2,3,4\n")
        #expect(rows(inch) == [["1", "round 48\"", "made here, by hand"], ["2", "3", "4"]])
        let end = try file("a,b\n1,\"round 48\"\"\r\n\"2\",x\n")
        #expect(rows(end) == [["1", "round 48\""], ["2", "x"]] && lines(end) == [2, 3])
        let empty = try file("a,b,c\n\"1,\"\",\"x, y\"\n2,3,4\n")
        #expect(rows(empty)[0] == ["\"1", "", "x, y"])
        let doubled = try file("a;b\n\"\"x; y\";1\nz;2\n")
        #expect(rows(doubled) == [["\"x; y", "1"], ["z", "2"]])
    }

    @Test("apostrophes quote a few cells too, where they do so cleanly")
    func apostrophesNow() throws {
        let read = try file("123|TEST8|text1\n345|TEST8|'text\\'2\\'text'\n'567'|TEST8|text3\n")
        #expect(read.dialect.quote == UInt8(ascii: "'") && read.dialect.escape == .backslash)
        #expect(rows(read).map(\.last) == ["text1", "text'2'text", "text3"])
    }

    @Test("spaces after every delimiter are left out")
    func spacedDelimiters() throws {
        let read = try file("navn, antal, note\nRåde, 5, \"x, y\"\nMoss,  7, \n")
        #expect(read.dialect.skipsSpaces && read.header == ["navn", "antal", "note"])
        #expect(rows(read) == [["Råde", "5", "x, y"], ["Moss", "7", ""]])
        #expect(try !file("navn; antal\nRåde;5\nMoss; 7\n").dialect.skipsSpaces)
        #expect(try !file("navn, antal\n").dialect.skipsSpaces)
    }

    @Test("a table delimited by spaces may quote what has several words")
    func spaceDelimited() throws {
        let read = try file("navn antal \"hvor det er\"\n\"Råde kommune\" 5 Østfold\nMoss 7 \"øst, ved fjorden\"\n")
        #expect(read.dialect.delimiter == UInt8(ascii: " "))
        #expect(rows(read) == [["Råde kommune", "5", "Østfold"], ["Moss", "7", "øst, ved fjorden"]])
    }

    @Test("a header alone is a table without rows")
    func headerOnly() throws {
        let read = try file("a;b;c\n")
        #expect(read.header == ["a", "b", "c"] && read.rowCount == 0 && rows(read).isEmpty)
    }
}
