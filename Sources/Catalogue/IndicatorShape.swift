import Vocabulary

extension Shape {
    /// `Metrics/<goal>/<indicator>.yaml`.
    static let indicator = Shape(
        "an indicator", about: "One figure: what it is called, how it is made, and what is aimed at.",
        words + figure + aims)

    private static let words: [Key] = [
        Key("title", .words, .required, "What the figure is called."),
        Key("subtitle", .words, "What the number is a number of."),
        Key("theme", .choice(of: Theme.self), "What the figure is about."),
        Key("owner", .words, "Who answers for it."),
        Key("owners", .list(.words), "Others who answer for it too, or all of them where 'owner' is left out."),
        Key("definition", .words, "How it is counted, in plain words."),
        Key("why", .words, "Why it was chosen."),
        Key("limits", .words, "What the figure does not say."),
        Key("legalBasis", .words, "The law that asks for the figure or lets it be counted."),
        Key("awaiting", .shape(awaiting), "The figure waits for its data: who delivers them, and when."),
    ]

    private static let figure: [Key] = [
        Key("dataset", .text, .unless(["awaiting", "of"]), "A dataset of config.json."),
        Key("measure", .choice(of: Measure.self), .unless(["awaiting"]), "How the figure is made."),
        Key("numerator", .formula, "What is counted."),
        Key("denominator", .either([.formula, .shape(otherDenominator)]), "What it is counted out of."),
        Key("value", .formula, "The figure as published; or the score, amount or category that is measured."),
        Key("weight", .formula, "What each answer counts for in a mean, an index, a top-box share or a net score."),
        Key("items", .list(.formula), "The questions of an index."),
        Key("reversed", .texts, "Those of the items whose scale runs the other way."),
        Key("scale", .list(.number), "The lowest and the highest score of the items: [1, 5]."),
        Key("to", .list(.number), "The scale that an index is told on, where another than the items': [0, 100]."),
        Key("answered", .number, "The least part of the items that must be answered, 0 to 1; half where left out."),
        Key("from", .number, "The lowest score of a top-box share."),
        Key("promoters", .number, "The lowest of the high scores of a net score; 9 where left out."),
        Key("detractors", .number, "The highest of the low scores of a net score; 6 where left out."),
        Key("quantile", .number, "Which quantile, between 0 and 1: 0.9."),
        Key("per", .integer(1...1_000_000_000), "What a rate is told per: 1000 where left out."),
        Key(
            "of", .either([.text, .named(.text, what: "name", pattern: "^[a-z][a-z0-9_]*$")]),
            "The indicator this one is made from, or several with the names that 'formula' uses for them."),
        Key("months", .integer(1...240), "How far back a change looks (12), or how long a rolling window is (12)."),
        Key("as", .choice(of: ChangeForm.self), "Whether a change is told as a difference or in percent."),
        Key("formula", .formula, "How the other indicators make this one: (a - b) / b."),
        Key("expected", .shape(expected), "What units are compared with: the figure that their mix would give."),
        Key("filter", .formula, "Which rows count."),
        Key("overTime", .choice(of: OverTime.self), "How the parts of a year become the numerator of the year."),
        Key(
            "denominatorOverTime", .choice(of: OverTime.self),
            "How the parts of a year become the year's denominator."),
        Key("grain", .choice(of: TellingGrain.self), "The shortest period told; the dataset's own where left out."),
        Key("year", .choice(of: YearKind.self), "What a whole year is: calendar, or school from August to July."),
        Key("persons", .either([.formula, .shape(persons)]), "How many persons the figure is about."),
        Key("by", .texts, "Categories that the figure is broken down by, each on its own."),
        Key("shares", .text, "The one of them whose parts together make the whole: drawn as shares of it."),
        Key("distribution", .shape(distribution), "The answers behind the figure, from one end of their scale to the other."),
        Key("pyramid", .shape(pyramid), "Two categories told crossed: ages upwards, and two sides."),
        Key("unit", .choice(of: UnitOfMeasure.Kind.self), "What the figure is counted in."),
        Key("label", .words, "The word after the number."),
        Key("decimals", .integer(0...6), "Decimals shown."),
        Key("axis", .words, "What the vertical axis says."),
        Key("floor", .number, "What the figure cannot be below, in its unit; 0 for a share."),
        Key("ceiling", .number, "What the figure cannot be above, in its unit; 100 for a share in percent."),
        Key("check", .list(.shape(knownValue)), "Figures that must come out so, from a source looked up by hand."),
    ]

    private static let aims: [Key] = [
        Key("direction", .choice(of: Direction.self), "Which way is good."),
        Key("baseline", .period, "The starting point: where trend and path begin."),
        Key("target", .shape(target), "What is aimed at."),
        Key("targets", .list(.shape(target)), "Several targets: on the way to the last, or of single units."),
        Key("comparison", .shape(comparison), "What it is set beside."),
        Key("peers", .shape(peers), "Units like this one, chosen by what they have in common."),
        Key("exceptional", .list(.shape(exceptional)), "Periods drawn but not fitted."),
        Key("breaks", .list(.shape(seriesBreak)), "Where figures can no longer be compared."),
    ]

    private static let persons = Shape(
        about: "Who the figure is about, for disclosure control.", oneOf: ["base", "none"],
        [
            Key("base", .formula, "Counts the persons behind the figure."),
            Key("counted", .formula, "Counts those of them in the numerator."),
            Key("none", .words, "Why the figure is not about persons."),
        ])

    static let otherDenominator = Shape(
        about: "A denominator of another dataset, joined on period and unit.",
        [
            Key("dataset", .text, .required, "A dataset of config.json."),
            Key("value", .formula, .required, "What is counted there."),
            Key("filter", .formula, "Which of its rows count."),
            Key(
                "overTime", .choice(of: OverTime.self),
                "How its shorter periods make a longer one: the mean of a stock, the sum of a flow."),
        ])

    private static let expected = Shape(
        about: "The figure a unit would have if each of its groups had the whole's.",
        [Key("by", .text, .required, "The category that makes the mix: job groups, grades.")])

    static let distribution = Shape(
        about: "The answers behind the figure, from one end of their scale to the other.",
        [
            Key("title", .words, "What was asked, or what the answers are about."),
            Key("parts", .list(.shape(answer)), .required, "The answers, the most negative first."),
        ])

    private static let answer = Shape(
        "an answer", about: "One of the answers, or a step of a scale.",
        [
            Key("label", .words, .required, "What it is called."),
            Key("numerator", .formula, "What is counted, where the figure is a share."),
            Key("value", .formula, "Its share as published, where the figure is given."),
            Key("side", .choice(of: AnswerSide.self), .required, "Where it stands on the scale."),
        ])

    static let pyramid = Shape(
        about: "Two categories told crossed, for the whole organisation.",
        [
            Key("ages", .text, .required, "The category that goes upwards: ages."),
            Key("sides", .text, .required, "The category with two values: sex."),
        ])

    private static let awaiting = Shape(
        about: "Who is to deliver the data, and when.",
        [
            Key("owner", .words, .required, "Who is to deliver them."),
            Key("expected", .date, .required, "When they are expected."),
            Key("why", .words, .required, "Why they are not there yet."),
        ])

    private static let knownValue = Shape(
        "a known value", about: "A figure that must come out so.",
        [
            Key("period", .period, .required, "The period it is about."),
            Key("unit", .text, "The code of the unit it is about; the whole organisation where left out."),
            Key("by", .named(.text, what: "category"), "The category and the value of it that the figure is about."),
            Key("value", .number, .required, "The figure, in the indicator's unit."),
            Key("tolerance", .number, "So far off it may be; half of the last decimal shown where left out."),
            Key("source", .words, .required, "Where the figure was looked up."),
        ])

    private static let peers = Shape(
        about: "Units like this one.",
        [
            Key("count", .integer(1...50), .required, "How many."),
            Key("on", .list(.text), .required, "Number columns of the dataset, or indicators, they are alike in."),
        ])

    private static let comparison = Shape(
        about: "What the figure is set beside.", oneOf: ["unit", "median"],
        [
            Key("unit", .text, "A unit of the units file: the whole country."),
            Key("median", .text, "A level; the median of its units, the root left out."),
            Key("label", .words, "What it is called on charts."),
            Key(
                "definition", .choice(of: ComparisonDeclaration.Definition.self),
                "Whether the other counts in the same way."),
            Key("note", .words, "How it differs, or what to know."),
            Key("neighbours", .texts, "Units drawn beside the organisation in the unit chart."),
        ])

    private static let exceptional = Shape(
        "an exceptional period", about: "Periods drawn but not fitted.",
        [
            Key("from", .period, .required, "The first of them."),
            Key("to", .period, .required, "The last of them."),
            Key("reason", .words, .required, "Why they are out of the ordinary."),
            Key("decided", .words, "Who decided to leave them out."),
            Key("date", .date, "When that was decided."),
        ])

    private static let seriesBreak = Shape(
        "a break", about: "From here on figures cannot be compared with those before.",
        [
            Key("at", .period, .required, "The first period counted the new way."),
            Key("reason", .words, .required, "What changed."),
            Key("decided", .words, "Who decided to count in a new way."),
            Key("date", .date, "When that was decided."),
        ])
}
