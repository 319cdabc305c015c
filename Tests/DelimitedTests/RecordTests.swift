import Delimited
import Findings
import Testing

@Suite("Records, quotes and line numbers")
struct RecordTests {
    @Test("quoted cells are unquoted and unescaped")
    func quotes() throws {
        let read = try file("a;b;c\n\"1;2\";\"say \"\"hi\"\"\";\"\"\n")
        #expect(rows(read) == [["1;2", "say \"hi\"", ""]])
        #expect(read.dialect.escape == .doubled)
        #expect(read.findings.isEmpty)
    }

    @Test("backslashes escape quotes where that is the custom of the file")
    func backslashes() throws {
        let read = try file("a,b\n1,\"say \\\"hi\\\", she\"\n2,\"C:\\temp \\\\\"\n")
        #expect(read.dialect.escape == .backslash)
        #expect(rows(read) == [["1", "say \"hi\", she"], ["2", "C:\\temp \\"]])
    }

    @Test("a cell may end in a backslash where quotes are doubled")
    func backslashAtEnd() throws {
        let read = try file("a;b\n\"C:\\\";1\n\"D:\\\";2\n")
        #expect(read.dialect.escape == .doubled)
        #expect(rows(read) == [["C:\\", "1"], ["D:\\", "2"]])
    }

    @Test("apostrophes quote only where they wrap cells")
    func apostrophes() throws {
        #expect(rows(try file("a;b\n'1;2';'x'\n'3';'y'\n")) == [["1;2", "x"], ["3", "y"]])
        let letters = try file("a;b\n's-Hertogenbosch;1\n't Zand;2\n")
        #expect(rows(letters) == [["'s-Hertogenbosch", "1"], ["'t Zand", "2"]])
        #expect(letters.dialect.quote == UInt8(ascii: "\""))
    }

    @Test("a quote inside an unquoted cell stands for itself")
    func quoteInside() throws {
        let read = try file("a;b\n5\" pipe;1\n")
        #expect(rows(read) == [["5\" pipe", "1"]])
        #expect(read.findings.isEmpty)
    }

    @Test("text after a closing quote is kept and reported by place, not by content")
    func stray() throws {
        let read = try file("a;b\n1;2\nø;\"secret\" word\n")
        #expect(rows(read)[1] == ["ø", "secret word"])
        #expect(
            read.findings.map(\.description) == [
                "Data/a.csv:3:3: warning[stray-quote]: unescaped quotes inside quoted cells: 1, the first here; "
                    + "the text was kept as it stands; write a quote inside a quoted cell twice"
            ])
    }

    @Test("a quote that nobody escaped stands for itself where the cell plainly goes on")
    func unescaped() throws {
        let read = try file("a,b,c\n1,\"the \"big\", red one\",x\n2,\"y\" z,\"w\"\n3,4,5\n")
        #expect(rows(read) == [["1", "the \"big", " red one\"", "x"], ["2", "y z", "w"], ["3", "4", "5"]])
        let apostrophes = try file("a;b\n1;'don't; won't'\n2;'x'\n3;'y'\n")
        #expect(rows(apostrophes) == [["1", "don't; won't"], ["2", "x"], ["3", "y"]])
    }

    @Test("a quote never closed is an error where it opens")
    func unclosed() throws {
        let read = try file("a;b\n1;2\n3;\"4\n5;6\n")
        #expect(
            read.findings.first?.description
                == "Data/a.csv:3:3: error[unclosed-quote]: a quote opens here and never closes; all below it became "
                + "one cell; close the quote, or set 'quote' if cells are quoted otherwise")
    }

    @Test("line breaks inside quotes keep the line numbers right", arguments: ["\n", "\r\n", "\r"])
    func lineBreaksInQuotes(end: String) throws {
        let read = try file(["a;b", "1;\"x\n\ny\"", "2;z", "3;\"p\r\nq\"", "4;r"].joined(separator: end))
        #expect(lines(read) == [2, 5, 6, 8])
        #expect(rows(read)[0] == ["1", "x\n\ny"])
        #expect(rows(read)[2] == ["3", "p\r\nq"])
    }

    @Test("a field after a line break knows its own line and column")
    func fieldPlaces() throws {
        let read = try file("a;b;c\nåå;\"x\ny\";z\n")
        read.forEachRecord { record in
            #expect((0..<3).map { record.column($0) } == [1, 4, 4])
            #expect((0..<3).map { record.line(of: $0) } == [2, 2, 3])
            #expect(record.isQuoted(1) && !record.isQuoted(2))
            #expect(record.bytes(3).isEmpty && record.text(9) == "")
            return true
        }
    }

    @Test("line endings", arguments: [("\n", LineEnding.lf), ("\r\n", .crlf), ("\r", .cr)])
    func lineEndings(end: String, kind: LineEnding) throws {
        let read = try file("a;b\(end)1;2\(end)3;4")
        #expect(read.dialect.lineEnding == kind)
        #expect(rows(read) == [["1", "2"], ["3", "4"]])
        #expect(rows(try file("a;b\(end)1;2\(end)3;4\(end)\(end)")) == [["1", "2"], ["3", "4"]])
    }

    @Test("mixed line endings are noted; line feeds inside cells are not endings")
    func mixedEndings() throws {
        let mixed = try file("a;b\r\n1;2\n3;4\n")
        #expect(mixed.dialect.lineEnding == .mixed && mixed.codes == ["mixed-line-endings"])
        let pure = try file("a;b\r\n\"1\n1\";2\r\n")
        #expect(pure.dialect.lineEnding == .crlf && pure.findings.isEmpty)
    }

    @Test("the last line needs no line break, and may end in a delimiter")
    func lastLine() throws {
        #expect(rows(try file("a;b\n1;2")) == [["1", "2"]])
        #expect(rows(try file("a;b\n1;")) == [["1", ""]])
        #expect(rows(try file("a;b\n1;\"2\"")) == [["1", "2"]])
        #expect(try file("a;b").dialect.lineEnding == LineEnding.none)
    }

    @Test("blank lines are passed over, but are values in a file of one column")
    func blankLines() throws {
        let wide = try file("a;b\n\n1;2\n  \n3;4\n\n")
        #expect(rows(wide) == [["1", "2"], ["3", "4"]] && lines(wide) == [3, 5])
        let narrow = try file("a\n1\n\n2\n\n")
        #expect(rows(narrow) == [["1"], [""], ["2"]] && narrow.rowCount == 3)
    }

    @Test("short and long rows come as they are")
    func ragged() throws {
        let read = try file("a;b;c\n1;2;3\n4;5\n6;7;8;9\n1;1;1\n")
        #expect(rows(read).map(\.count) == [3, 2, 4, 3])
    }

    @Test("the callback can stop, and what it throws comes out")
    func stopping() throws {
        struct Enough: Error {}
        let read = try file("a\n1\n2\n3\n")
        var seen = 0
        read.forEachRecord { record in
            seen = record.row
            return record.row < 2
        }
        #expect(seen == 2)
        #expect(throws: Enough.self) { try read.forEachRecord { _ in throw Enough() } }
    }

    @Test("wide records and long escaped cells")
    func large() throws {
        let names = (1...500).map { "c\($0)" }.joined(separator: ";")
        let cell = String(repeating: "\"\"x", count: 50_000)
        let read = try file("\(names)\n\"\(cell)\"\(String(repeating: ";1", count: 499))\n")
        #expect(rows(read)[0].count == 500)
        #expect(rows(read)[0][0] == String(repeating: "\"x", count: 50_000))
    }
}
