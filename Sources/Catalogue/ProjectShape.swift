import Vocabulary

extension Shape {
    /// `config.json`.
    static let config = Shape(
        "config.json",
        about: "What the site is called, its goals, the organisation's units and how its files are read.",
        [
            Key("$schema", .text, "Where the editor finds the schema of this file; of no meaning to the program."),
            Key("project", .shape(project), .required, "What pages say of the site itself."),
            Key("goals", .list(.shape(goal)), "The goals, in the order of the site."),
            Key("units", .shape(units), .required, "The organisation's units."),
            Key("disclosure", .shape(disclosure), "What may be shown."),
            Key(
                "datasets", .named(.shape(dataset), what: "dataset", pattern: "^[a-z][a-z0-9_]*$"),
                "The files and what their columns mean, each under the name that indicators use."),
        ])

    private static let project = Shape(
        about: "What pages say of the site itself.",
        [
            Key("title", .words, "The name of the site."),
            Key("organisation", .words, "The municipality: Roskilde Kommune."),
            Key("lede", .words, "One or two sentences under the title of the front page."),
            Key("vision", .list(.words), "The paragraphs about the vision on the about page."),
            Key("visionSource", .words, "Where the text of the vision comes from."),
            Key(
                "equation", .list(.text),
                "The indicators that the vision balances against each other, beside each other on the front page."),
            Key(
                "languages", .list(.choice(Language.allCases.map(\.rawValue), code: "unknown-language")),
                "The languages of the site, the default first."),
            Key("targetYear", .integer(1900...2200), "The year of a target that names none."),
            Key("builtAt", .date, "The one date that output holds; the day of the build where it is left out."),
            Key("sampleNotice", .words, "What everything made from invented data carries inside itself."),
            Key("contact", .shape(contact), "Whom to write to."),
            Key("terms", .shape(terms), "The project's own words in place of the program's, by language."),
            Key("openData", .shape(openData), "How others may take the figures over."),
            Key(
                "compress", .list(.choice(of: CompressedCopy.self)),
                "Which compressed copies stand beside the site's texts; both where it is left out, none where empty."),
        ])

    private static let contact = Shape(
        about: "Whom to write to.",
        [
            Key("name", .words, "The name of the office or person."),
            Key("address", .text, "A page, a form, a mailto: or a tel: address."),
        ])

    private static let terms = Shape(
        about: "The project's own words in place of the program's, by language.",
        Language.allCases.map {
            Key($0.rawValue, .named(.text, what: "phrase"), "Phrases by the key that the program knows them by.")
        })

    private static let openData = Shape(
        about: "How others may take the figures over.",
        [
            Key("address", .text, "Where the public edition is served: https://example.org/maal/."),
            Key("licence", .choice(of: Licence.self), "On which terms the figures may be used."),
            Key("publisher", .text, "The organisation's URI in a public register."),
            Key("spatial", .text, "URI of the place that the figures are about."),
            Key("themes", .list(.choice(of: DataTheme.self)), "What they are about, by the European Union's codes."),
            Key("email", .text, "Where questions about the data go."),
        ])

    private static let goal = Shape(
        "a goal", about: "One of the goals.",
        [
            Key("id", .text, .required, "Names the folder Metrics/<id>/ and the address."),
            Key("title", .words, "What the goal is called."),
            Key("statement", .words, "One sentence under the title."),
            Key("points", .list(.words), "What the goal means, in a few short sentences."),
            Key(
                "weights", .named(.number, what: "indicator"),
                "How much each indicator weighs where the goal's are taken together; 1 where it is not named."),
        ])

    private static let units = Shape(
        about: "Where the organisation's units are listed.",
        [
            Key("file", .text, .required, "A CSV file with the columns kode;navn;overordnet;niveau;type."),
            Key("root", .text, .required, "The code of the whole organisation."),
            Key("map", .text, "A GeoJSON file with the outlines of units, in degrees (WGS 84)."),
            Key("key", .text, "The property of its places that holds the unit's code."),
            Key("mapNote", .words, "A line under every map: whose borders they are, or that it is schematic."),
        ])

    private static let disclosure = Shape(
        about: "What may be shown.",
        [Key("fewestPersons", .integer(nil), "Figures about fewer persons are not shown; at least 3.")])
}

extension Shape.Key {
    /// A key that may be left out.
    init(_ name: String, _ kind: ValueKind, _ about: String) { self.init(name, kind, .optional, about) }
}
