import Testing

/// Files that are no YAML or JSON, or whose keys and values are none.
@Suite struct WrongFiles {
    static let syntax: [WrongDefinition] = [
        .change("a tab", "by: [koen]", "by:\n⟦\t⟧- koen", "syntax", "a tab stands here", "spaces"),
        .change("a colon in a text", "Glade borgere", "Borgere⟦:⟧ glade", "syntax", "':' stands here", "in quotes"),
        .change("a key without a colon", "measure: share\n", "measure share⟦⟧\n", "syntax", "no 'key: value'", "': '"),
        .change("a key without a space", "measure: share", "measure:share⟦⟧", "syntax", "no 'key: value'", "': '"),
        .change("an open bracket", "[koen]", "[koen⟦⟧", "syntax", "',' or ']' is missing here", "add it"),
        .change("an open brace", "example }", "example⟦⟧", "syntax", "',' or '}' is missing here", "add it"),
        .change("no comma", "2030, value", "2030 ⟦value⟧", "syntax", "',' or '}' is missing here", "add it"),
        .change("an open quote", "Glade borgere", "⟦\"⟧Glade borgere", "syntax", "a quote begins here", "close it"),
        .change("an open single quote", "svar = 'Ja'", "⟦'⟧svar = ''Ja''", "syntax", "a quote begins here", "close it"),
        .change("words after a quote", "svar = 'Ja'", "'Ja' ⟦=⟧ svar", "syntax", "does not fit", "wholly in quotes"),
        .change("a backslash", "Glade borgere", #""C:⟦\⟧Glade""#, "syntax", "'\\'", "single quotes"),
        .change("a text that begins with @", "Glade borgere", "⟦@⟧glade", "syntax", "begin with '@'", "in quotes"),
        .change("a text that begins with %", "Glade borgere", "⟦%⟧ glade", "syntax", "begin with '%'", "in quotes"),
        .change("a name that is no anchor", "svar = 'Ja'", "⟦*⟧ja", "syntax", "begin with '*'", "in quotes"),
        .change("one line indented", "measure: share", " measure⟦:⟧ share", "syntax", "where no key can end", "indent this line"),
        .change("a list that steps back", "[koen]", "\n    - koen\n  ⟦-⟧ svar", "syntax", "does not fit", "indent"),
        .change("a list on the line of its key", "[koen]", "⟦-⟧ koen", "syntax", "no list can begin", "line after"),
        .change("an item that is not there", "[koen]", "[koen, ⟦,⟧ svar]", "syntax", "a value is missing", "comma"),
        .add("two documents", "⟦---⟧\ntitle: B", "syntax", "a second document", "remove '---'"),
        .change("a character that is none", "Glade borgere", "Glade⟦\u{1}⟧", "syntax", "no text can hold", "remove it"),
        .whole("nothing at all", "⟦⟧", "empty-file", "the file is empty", "delete it"),
        .whole("remarks alone", "⟦⟧# her kommer tallet\n", "empty-file", "the file is empty", "delete it"),
        .whole("a text alone", "⟦Glade borgere⟧", "wrong-shape", "an indicator must be", "'title:'"),
        .whole("a list alone", "⟦- title: Glade borgere", "wrong-shape", "an indicator must be", "'title:'"),
        .config("no comma between lines", "\"root\": \"265\" },", "\"root\": \"265\" }⟦⟧", "syntax", "is missing here", "add it"),
        .config("an open string", "\"title\": \"T\", \"languages\"", "\"title\": \"T, \"⟦languages⟧\"", "syntax", "',' or '}' is missing here", "close a quote"),
    ]

    static let keys: [WrongDefinition] = [
        .change("a key twice", "measure: share", "measure: share\n⟦title⟧: B", "duplicate-key", "in line 1, too", "keep one"),
        .change("a key twice in braces", "status: example }", "status: example, ⟦year⟧: 2031 }", "duplicate-key", "'year'", "keep one"),
        .config(
            "a key twice in JSON", "\"id\": \"job\", \"title\": \"Job\"", "\"id\": \"job\", \"title\": \"Job\", ⟦\"id\"⟧: \"arbejde\"",
            "duplicate-key", "'id' is given twice", "keep one"),
        .config(
            "a key twice in JSON over lines", "\"disclosure\": {", "⟦\"goals\"⟧: [],\n  \"disclosure\": {", "duplicate-key",
            "'goals' is given twice: in line 3", "keep one"),
        .change("a misspelt key", "by:", "⟦bye⟧:", "unknown-key", "no key 'bye'", "did you mean 'by'?"),
        .change("a Danish key", "by:", "⟦opdelt⟧:", "unknown-key", "no key 'opdelt'", "known keys: answered"),
        .add("a merge", "⟦<<⟧: {floor: 0}", "unknown-key", "'<<'", "write its keys out"),
        .change("a capital", "measure:", "⟦Measure⟧:", "unknown-key", "no key 'Measure'", "did you mean 'measure'?"),
        .whole("no measure", "⟦title⟧: A\ndataset: svar\npersons: denominator\n", "missing-key", "no 'measure'", "add 'measure:'"),
        .change("an empty title", "title: Glade borgere", "title:⟦⟧", "missing-key", "'title' is empty", "write"),
    ]

    @Test(arguments: syntax) func inSyntax(_ wrong: WrongDefinition) throws { try wrong.isToldFirst() }
    @Test(arguments: keys) func inKeys(_ wrong: WrongDefinition) throws { try wrong.isToldFirst() }
}
