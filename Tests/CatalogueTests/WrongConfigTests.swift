import Findings
import Testing

/// Faults of config.json and of how files are named.
@Suite struct WrongConfigurations {
    static let project: [WrongDefinition] = [
        .config("another language", "\"en\"]", "⟦\"dk\"⟧]", "unknown-language", "cannot be 'dk'", "did you mean 'da'?"),
        .config("a language twice", "\"en\"]", "\"en\", ⟦\"da\"⟧]", "duplicate-key", "'da' is given twice", "keep one"),
        .config("languages that are one", "[\"da\", \"en\"]", "⟦\"da\"⟧", "wrong-shape", "'languages' must be a list", "[a, b]"),
        .config("a build at some time", "\"2026-11-20\"", "⟦\"20. november 2026\"⟧", "wrong-type", "'builtAt' is no date", "2026-11-20"),
        .config("a goal twice", "{ \"id\": \"job\"", "{ \"id\": ⟦\"trivsel\"⟧", "duplicate-key", "goal 'trivsel' is given twice", "keep one"),
        .config("a goal with a capital", "\"id\": \"job\"", "\"id\": ⟦\"Job\"⟧", "bad-name", "'Job' cannot be an address", "small letters"),
        .config("a weight of nothing", "\"title\": \"Trivsel\"", "\"title\": \"Trivsel\", \"weights\": { ⟦\"y\"⟧: 2 }", "unknown-indicator", "no indicator 'y'", "did you mean 'x'?"),
        .config("a weight below 0", "\"title\": \"Trivsel\"", "\"title\": \"Trivsel\", \"weights\": { \"x\": ⟦-2⟧ }", "out-of-bounds", "below 0", "write 0"),
        .config("a weight in words", "\"title\": \"Trivsel\"", "\"title\": \"Trivsel\", \"weights\": { \"x\": ⟦\"meget\"⟧ }", "wrong-type", "must be a number", "4.5"),
        .config("too few persons", "{ \"fewestPersons\": 5 }", "{ \"fewestPersons\": ⟦2⟧ }", "too-few-persons", "at least 3", "write 3 or more"),
        .config("units without a root", "{ \"file\": \"enheder.csv\", \"root\": \"265\" }", "⟦{ \"file\": \"enheder.csv\" }⟧", "missing-key", "'units' has no 'root'", "add 'root:'"),
        .config("no file of units", "\"file\": \"enheder.csv\"", "\"file\": ⟦\"\"⟧", "missing-key", "'file' is empty", "write it"),
    ]

    static let datasets: [WrongDefinition] = [
        .config("a dataset with a space", "\"folketal\": {", "⟦\"folke tal\"⟧: {", "bad-name", "'folke tal' cannot name a table", "small letters"),
        .config("a dataset with a name of the database", "\"folketal\": {", "⟦\"category\"⟧: {", "bad-name", "'category' is a name of the database", "another name"),
        .config("a column with a Danish letter", "\"borgere\": \"Borgere\"", "⟦\"år\"⟧: \"År\"", "bad-name", "'år'", "small letters a–z"),
        .config("a column that is a word of formulas", "\"borgere\": \"Borgere\"", "⟦\"between\"⟧: \"Borgere\"", "bad-name", "'between'", "none of the words"),
        .config("a column that begins a case", "\"borgere\": \"Borgere\"", "⟦\"case\"⟧: \"Borgere\"", "bad-name", "'case'", "none of the words"),
        .config("a column twice", "\"svar\": \"Svar\", \"koen\"", "\"antal\": ⟦\"Svar\"⟧, \"koen\"", "duplicate-key", "'antal' is declared twice", "another name"),
        .config("a key that is none", "\"key\": [\"alder\"]", "\"key\": [⟦\"aldr\"⟧]", "unknown-column", "'key' names 'aldr'", "did you mean 'alder'?"),
        .config("a key that is a number", "\"key\": [\"alder\"]", "\"key\": [⟦\"borgere\"⟧]", "unknown-column", "'key' names 'borgere'", "categories and texts: alder"),
        .config("no period", "\"period\": { \"column\": \"År\" }, \"unit\": { \"column\": \"Kode\" }", "\"period\": ⟦{ \"schoolYears\": true }⟧, \"unit\": { \"column\": \"Kode\" }", "missing-key", "'period' does not say", "'column:' or 'year:' or 'constant:'"),
        .config("a unit that is a word", "{ \"column\": \"Kode\" }", "⟦\"Kode\"⟧", "wrong-shape", "'unit' must be a list of 'key: value'", "'column:'"),
        .config("a period of words", "\"period\": { \"column\": \"År\" }, \"unit\": { \"column\": \"Kode\" }", "\"period\": { \"constant\": ⟦\"nu\"⟧ }, \"unit\": { \"column\": \"Kode\" }", "wrong-type", "'constant' is no period", "2024"),
        .config("kept for some time", "\"key\": [\"alder\"]", "\"keep\": ⟦\"5 år\"⟧", "unknown-value", "'keep' cannot be '5 år'", "5 years"),
        .config("newest of what", "\"key\": [\"alder\"]", "\"overlaps\": ⟦\"newest\"⟧", "missing-key", "needs a 'key'", "under 'key'"),
        .config("read and dropped", "\"borgere\": \"Borgere\"", "\"borgere\": ⟦\"Borgere\"⟧, \"b\": \"B\" }, \"drop\": [\"Borgere\"], \"texts\": { \"c\": \"C\"", "dropped-column", "both read and dropped", "out of 'drop'"),
        .config("a template without parts", "\"key\": [\"alder\"]", "\"wide\": ⟦\"Mænd 2024\"⟧", "unknown-value", "'wide' is no template", "in braces"),
        .config("a mark of no meaning", "\"key\": [\"alder\"]", "\"missing\": { \":\": ⟦\"hemmelig\"⟧ }", "unknown-value", "cannot be 'hemmelig'", "confidential"),
        .config("another encoding", "\"key\": [\"alder\"]", "\"dialect\": { \"encoding\": ⟦\"utf8\"⟧ }", "unknown-value", "cannot be 'utf8'", "did you mean 'utf-8'?"),
        .config("another rhythm", "\"key\": [\"alder\"]", "\"rhythm\": ⟦\"årligt\"⟧", "unknown-value", "cannot be 'årligt'", "use one of"),
        .config("two values of one name", "{ \"header\": \"Køn\", \"total\": \"I alt\" }", "{ \"header\": \"Køn\", \"names\": { \"K\": \"Kvinder\", \"M\": ⟦\"Kvinder\"⟧ } }", "duplicate-key", "'K' and 'M' are both called 'Kvinder'", "a name of its own"),
        .config("a score in words", "\"borgere\": \"Borgere\"", "\"borgere\": { \"header\": \"B\", \"values\": { \"Enig\": ⟦\"højt\"⟧ } }", "unknown-value", "'Enig'", "number"),
        .config("a category within none", "{ \"header\": \"Køn\", \"total\": \"I alt\" }", "⟦{ \"header\": \"Køn\", \"total\": \"I alt\", \"within\": \"svar\" }⟧", "unknown-column", "'svar', which 'koen' is to lie within, is no category with a 'total'", "that has a 'total'"),
        .config("a category within itself", "{ \"header\": \"Køn\", \"total\": \"I alt\" }", "⟦{ \"header\": \"Køn\", \"total\": \"I alt\", \"within\": \"koen\" }⟧", "nested-categories", "'koen' lies within itself", "the widest category"),
        .config("groups within groups of persons", "\"koen\": { \"header\": \"Køn\", \"total\": \"I alt\" }", "\"koen\": { \"header\": \"Køn\", \"total\": \"I alt\" }, \"alder\": ⟦{ \"header\": \"Alder\", \"within\": \"koen\" }⟧", "nested-categories", "the figures are not published", "'alreadyPublished'"),
        .config("a column without its heading", "{ \"header\": \"Køn\", \"total\": \"I alt\" }", "⟦{ \"total\": \"I alt\" }⟧", "missing-key", "has no 'header'", "add 'header:'"),
    ]

    @Test(arguments: project) func inTheProject(_ wrong: WrongDefinition) throws { try wrong.isToldFirst() }
    @Test(arguments: datasets) func inDatasets(_ wrong: WrongDefinition) throws { try wrong.isToldFirst() }

    @Test(arguments: [
        ("Metrics/trivsel/Glade Borgere.yaml", "Metrics/trivsel/Glade Borgere.yaml:1:1: error[bad-name]: 'Glade Borgere' cannot be an address; name the file with small letters a–z, digits and -"),
        ("Metrics/trivsel/x.yml", "Metrics/trivsel/x.yml: error[bad-name]: indicators are read from .yaml files; rename it to end with .yaml"),
        ("Metrics/x.yaml", "Metrics/x.yaml: error[bad-name]: indicators lie in a goal's folder; move it to Metrics/<goal>/"),
        ("Metrics/trivsl/x.yaml", "Metrics/trivsl: error[unknown-goal]: no goal 'trivsl' in config.json; did you mean 'trivsel'?"),
        ("Metrics/job/andel.yaml", "Metrics/trivsel/andel.yaml: error[duplicate-indicator]: two files are called 'andel.yaml'; rename one: the name is the indicator's address"),
    ]) func inNames(_ path: String, _ expected: String) throws {
        let config = WrongDefinition.config.replacing("{ \"id\": \"trivsel\", \"title\": \"Trivsel\" }, { \"id\": \"job\", \"title\": \"Job\" }", with: "{ \"id\": \"job\" }, { \"id\": \"trivsel\" }")
        var wrong = WrongDefinition.whole("a name", WrongDefinition.indicator, "", "", "", path: path, others: ["config.json": config])
        if path == "Metrics/job/andel.yaml" { wrong.others["Metrics/trivsel/andel.yaml"] = WrongDefinition.indicator }
        #expect(try wrong.findings().map(\.description) == [expected])
    }
}
