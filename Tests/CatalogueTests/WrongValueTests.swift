import Findings
import Testing

/// Values that are not what their keys need.
@Suite struct WrongValues {
    static let values: [WrongDefinition] = [
        .add("a decimal comma", "floor: ⟦0,5⟧", "wrong-type", "'floor' must be a number", "write 0.5"),
        .change("a decimal comma in braces", "value: 80", "value: 80,⟦5⟧", "unknown-key", "no key '5'", "decimal point: 80.5"),
        .change("a percent sign", "value: 80", "value: ⟦80 %⟧", "wrong-type", "'value' must be a number", "write 80"),
        .change("thousands", "value: 80", "value: ⟦12 500⟧", "wrong-type", "'value' must be a number", "write 12500"),
        .change("a word for a number", "value: 80", "value: ⟦mange⟧", "wrong-type", "'value' must be a number", "4.5"),
        .change("no number", "value: 80", "value: ⟦⟧", "wrong-type", "'value' must be a number", "4.5"),
        .add("half a decimal", "decimals: ⟦1.5⟧", "wrong-type", "'decimals' must be a whole number", "without decimals"),
        .add("too many decimals", "decimals: ⟦7⟧", "out-of-bounds", "between 0 and 6", "6"),
        .change("a year with a point", "2030", "⟦2.030⟧", "wrong-type", "'year' must be a whole number", "2030"),
        .change("a year of two digits", "2030", "⟦30⟧", "out-of-bounds", "between 1900 and 2200", "1900"),
        .change("a year that is a word", "2030", "⟦næste⟧", "wrong-type", "'year' must be a whole number", "12"),
        .change("a Danish date", "example }", "example, date: ⟦24.6.2026⟧ }", "wrong-type", "'date' is no date", "write 2026-06-24"),
        .change("a day that is none", "example }", "example, date: ⟦2026-02-30⟧ }", "wrong-type", "'date' is no date", "2026-11-20"),
        .change("a date of numbers", "example }", "example, date: ⟦20260624⟧ }", "wrong-type", "'date' is no date", "2026-06-24"),
        .add("a period that is none", "baseline: ⟦2024X⟧", "wrong-type", "'baseline' is no period", "2024M05"),
        .add("a month for a period", "baseline: ⟦maj 24⟧", "wrong-type", "'baseline' is no period", "2024M05"),
        .add("an empty period", "baseline:⟦⟧ ", "wrong-type", "'baseline' is no period", "2024M05"),
        .change("a word that is no choice", "share", "⟦shaer⟧", "unknown-value", "'measure' cannot be 'shaer'", "did you mean 'share'?"),
        .change("a Danish choice", "share", "⟦andel⟧", "unknown-value", "'measure' cannot be 'andel'", "use one of share, rate"),
        .add("a Danish direction", "direction: ⟦op⟧", "unknown-value", "'direction' cannot be 'op'", "did you mean 'up'?"),
        .add("no as a direction", "direction: ⟦no⟧", "unknown-value", "'direction' cannot be 'no'", "use one of up, down"),
        .change("an empty choice", "measure: share", "measure:⟦⟧", "unknown-value", "'measure'", "use one of"),
        .change("a list for a choice", "measure: share", "measure: ⟦[share]⟧", "unknown-value", "'measure'", "use one of"),
        .config("no for false", "\"alreadyPublished\": true", "\"alreadyPublished\": ⟦no⟧", "wrong-type", "true or false", "write false"),
        .config("ja for true", "\"alreadyPublished\": true", "\"alreadyPublished\": ⟦\"ja\"⟧", "wrong-type", "true or false", "write true"),
        .config("1 for true", "\"alreadyPublished\": true", "\"alreadyPublished\": ⟦1⟧", "wrong-type", "true or false", "write true"),
    ]

    static let shapes: [WrongDefinition] = [
        .change("a target that is a number", "{ year: 2030, value: 80, status: example }", "⟦80⟧", "wrong-shape", "'target' must be", "'value:' and 'status:'"),
        .change("a target that is a list", "{ year: 2030, value: 80, status: example }", "⟦[80]⟧", "wrong-shape", "'target' must be", "'value:' and 'status:'"),
        .change("an empty target", "target: { year: 2030, value: 80, status: example }", "target:⟦⟧", "wrong-shape", "'target' must be", "'value:' and 'status:'"),
        .change("targets that are one", "target: { year: 2030", "targets: ⟦{ year: 2030", "wrong-shape", "'targets' must be a list", "hyphen"),
        .change("categories with a comma", "[koen]", "⟦koen, svar⟧", "unknown-column", "no category 'koen, svar'", "[koen, svar]"),
        .change("categories that are keys", "[koen]", "⟦{ koen: ja }⟧", "wrong-shape", "'by' must be", "[a, b]"),
        .change("a title that is a list", "Glade borgere", "⟦[Glade, borgere]⟧", "wrong-shape", "'title' must be a text", "{da: …, en: …}"),
        .add("owners that are one", "owners: ⟦HR⟧", "wrong-shape", "'owners' must be a list", "[a, b]"),
        .change("a key in a text", "Glade borgere", "{ ⟦dk⟧: Glade }", "unknown-key", "'title' has no key 'dk'", "did you mean 'da'?"),
    ]

    /// Texts by language: warned of where they stand, and nothing else is said.
    static let translations: [WrongDefinition] = [
        .change("no English", "Glade borgere", "⟦{ da: Glade borgere }⟧", "missing-translation", "'title' has no text in 'en'", "add 'en:'", severity: .warning),
        .change("an empty English", "Glade borgere", "{ da: Glade, en: ⟦''⟧ }", "missing-translation", "'title' has no text in 'en'", "write it", severity: .warning),
        .add("no Danish", "limits:\n  ⟦en⟧: Nothing", "missing-translation", "'limits' has no text in 'da'", "add 'da:'", severity: .warning),
        .add("in a list", "breaks: [{ at: 2020, reason: ⟦{ da: Ny }⟧ }]", "missing-translation", "'reason' has no text in 'en'", "add 'en:'", severity: .warning),
    ]

    @Test(arguments: values) func inValues(_ wrong: WrongDefinition) throws { try wrong.isToldFirst() }
    @Test(arguments: shapes) func inShapes(_ wrong: WrongDefinition) throws { try wrong.isToldFirst() }
    @Test(arguments: translations) func inTranslations(_ wrong: WrongDefinition) throws { try wrong.isToldFirst() }
}
