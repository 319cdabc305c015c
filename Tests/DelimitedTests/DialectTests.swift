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
            "Værdi\n1,5\n2,5\n", "Navn\nHansen\nJensen\n", "Andel\n12,5\n100,0\n7,1\n", "Tekst\nen to tre\nfire\n",
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

    @Test("header rows above one another are joined")
    func severalHeaderRows() throws {
        let read = try file("Område;Mænd;;Kvinder;\nKommune;2023;2024;2023;2024\nRoskilde;1;2;3;4\nLejre;5;6;7;8\n")
        #expect(read.header == ["Område Kommune", "Mænd 2023", "Mænd 2024", "Kvinder 2023", "Kvinder 2024"])
        #expect(read.dialect.headerRows == 2 && rows(read).count == 2)
        let hinted = try file("a;b\nx;y\n1;2\n", .init(headerRows: 2))
        #expect(hinted.header == ["a x", "b y"] && rows(hinted) == [["1", "2"]])
        #expect(rows(try file("a;b\na;b\n1;2\n")) == [["1", "2"]])
    }

    @Test("a header of figures is questioned")
    func headerless() throws {
        #expect(try file("1,5;2,5;x\n2,5;3,5;y\n").codes == ["header-like-data"])
        #expect(try file("Område;2022;2023;2024\nx;1;2;3\n").findings.isEmpty)
    }

    @Test("a header alone is a table without rows")
    func headerOnly() throws {
        let read = try file("a;b;c\n")
        #expect(read.header == ["a", "b", "c"] && read.rowCount == 0 && rows(read).isEmpty)
    }
}
