internal import Findings

extension Survey {
    /// What the pass over the whole table met, as findings.
    func findings(_ storage: ByteStorage, name: String) -> [Finding] {
        var findings: [Finding] = []
        if let unclosed {
            findings.append(
                Finding(
                    .error, "unclosed-quote", "a quote opens here and never closes; all below it became one cell",
                    at: storage.place(of: unclosed, file: name),
                    suggestion: "close the quote, or set 'quote' if cells are quoted otherwise"))
        }
        if let firstStray {
            findings.append(
                Finding(
                    .warning, "stray-quote",
                    "unescaped quotes inside quoted cells: \(strayCount), the first here; "
                        + "the text was kept as it stands",
                    at: storage.place(of: firstStray, file: name),
                    suggestion: "write a quote inside a quoted cell twice"))
        }
        if lineEnding == .mixed {
            findings.append(
                Finding(
                    .note, "mixed-line-endings", "the lines end in different ways; each was read as a line end",
                    at: Place(file: name), suggestion: "check that no two files were pasted together"))
        }
        if footerRows > 0, let footerLine {
            findings.append(
                Finding(
                    .note, "footer", "rows below the table that were left out as notes: \(footerRows)",
                    at: Place(file: name, line: footerLine), suggestion: "set 'footerRows' to 0 if they are data"))
        }
        return findings
    }
}

extension ByteStorage {
    /// The line and the column, in characters, of the byte at `offset`.
    func place(of offset: Int, file: String) -> Place {
        var start = offset
        var column = 1
        while start > 0, !endsLine(start - 1) {
            start -= 1
            if base[start] & 0xC0 != 0x80 { column += 1 }
        }
        return Place(file: file, line: line(of: offset), column: column)
    }
}
