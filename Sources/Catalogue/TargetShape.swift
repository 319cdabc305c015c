import Vocabulary

extension Shape {
    /// A target in an indicator's file.
    static let target = Shape(about: "What is aimed at.", [unit] + level + decision + [history])

    /// `Targets.yaml`: the targets of a whole project.
    static let targetList = Shape(
        "Targets.yaml", about: "The targets of a whole project.",
        [
            Key(
                "targets", .list(.shape(entry)), .required,
                "One for each indicator, unit and year, or more: the newest counts.")
        ])

    private static let entry = Shape(
        "a target", about: "What is aimed at.",
        [Key("indicator", .text, .required, "The indicator it is a target of."), unit] + level + decision + [history])

    private static let unit = Key("unit", .text, "The unit it is a target of; the whole organisation where left out.")

    private static let level: [Key] = [
        Key("kind", .choice(of: Target.Kind.self), "To reach a level, hold one, or stay within two."),
        Key(
            "year", .integer(1900...2200),
            "The year by the end of which it is met; the project's targetYear where left out."),
        Key("value", .number, .required, "The level, in the indicator's unit; the lower end of a band."),
        Key("upper", .number, "The upper end of a band."),
    ]

    private static let decision: [Key] = [
        Key("status", .choice(of: TargetStatus.self), .required, "Who decided it."),
        Key("body", .words, "Who adopted or proposed it."),
        Key("date", .date, "When it was decided."),
        Key("reference", .text, "In which case."),
    ]

    private static let history = Key(
        "history", .list(.shape(earlier)), "What was decided before for the same unit and year.")

    private static let earlier = Shape(
        "an earlier target", about: "What was decided before for the same unit and year.",
        [
            Key("value", .number, .required, "The level it was, in the indicator's unit; the lower end of a band."),
            Key("upper", .number, "The upper end of a band."),
            Key("status", .choice(of: TargetStatus.self), .required, "Who decided it."),
            Key("body", .words, "Who adopted or proposed it."),
            Key("date", .date, .required, "When it was decided."),
            Key("reference", .text, "In which case."),
        ])
}
