import Findings
import Testing

/// Targets, known values and other aims that cannot be; indicators that are made from what they cannot be made from.
@Suite struct WrongTargets {
    private static func target(_ name: String, _ keys: String, _ code: String, _ message: String, _ advice: String) -> WrongDefinition {
        .change(name, "{ year: 2030, value: 80, status: example }", keys, code, message, advice)
    }

    static let targets: [WrongDefinition] = [
        target("a target beyond the ceiling", "{ value: ⟦120⟧, status: example }", "target-out-of-range", "the target 120 is above 100", "'ceiling'"),
        target("a target below nothing", "{ value: ⟦-1⟧, status: example }", "target-out-of-range", "the target -1 is below 0", "'floor'"),
        target("a target beyond a ceiling of one's own", "{ value: ⟦80.5⟧, status: example }\nceiling: 80", "target-out-of-range", "the target 80.5 is above 80", "'ceiling'"),
        target("a band the wrong way", "{ kind: within, value: 85, upper: ⟦80⟧, status: example }", "target-band", "the upper end 80 of the band is below its lower end 85", "smaller number as 'value'"),
        target("a band that ends beyond", "{ kind: within, value: 85, upper: ⟦105⟧, status: example }", "target-out-of-range", "the target 105 is above 100", "'ceiling'"),
        target("a band without an end", "⟦{ kind: within, value: 85, status: example }⟧", "missing-key", "has no 'upper'", "add 'upper:'"),
        target("an end without a band", "{ kind: reach, value: 85, upper: ⟦90⟧, status: example }", "target-band", "'upper' stands on a target to reach", "kind: within"),
        target("nobody decided", "⟦{ value: 85 }⟧", "missing-key", "'target' has no 'status'", "adopted, proposed, example"),
        target("decided by nobody known", "{ value: 85, status: ⟦vedtaget⟧ }", "unknown-value", "'status' cannot be 'vedtaget'", "adopted, proposed, example"),
        target("nothing aimed at", "⟦{ year: 2030, status: example }⟧", "missing-key", "'target' has no 'value'", "add 'value:'"),
        target("an earlier target without a date", "{ value: 85, status: example, history: [⟦{ value: 80, status: example }⟧] }", "missing-key", "an earlier target has no 'date'", "add 'date:'"),
        .change("two for one year", "target: { year: 2030, value: 80, status: example }", "targets:\n  - { value: 80, status: example }\n  - ⟦{ year: 2030, value: 85, status: example }⟧", "duplicate-target", "a target for 2030 stands at Metrics/trivsel/x.yaml:9:5 already", "'history'"),
        .add("two in two keys", "targets: [⟦{ year: 2030, value: 85, status: example }⟧]", "duplicate-target", "x.yaml:8:9 already", "keep one"),
    ]

    static let aims: [WrongDefinition] = [
        .add("a comparison with nothing", "comparison: ⟦{ label: Hele landet }⟧", "missing-key", "what is needed", "'unit:' or 'median:'"),
        .add("another definition", "comparison: ⟦{ unit: '000', definition: differs }⟧", "missing-key", "how the definitions differ", "'note:'"),
        .add("a known value of no category", "check: [{ period: 2024, value: 1, source: A, by: { ⟦kon⟧: K } }]", "unknown-column", "not broken down by 'kon'", "did you mean 'koen'?"),
        .add("a known value of two categories", "check: [{ period: 2024, value: 1, source: A, by: { koen: K, ⟦svar⟧: Ja } }]", "unknown-column", "one category at a time", "keep one"),
        .add("a known value without a source", "check: [⟦{ period: 2024, value: 1 }⟧]", "missing-key", "a known value has no 'source'", "add 'source:'"),
        .add("a tolerance below 0", "check: [{ period: 2024, value: 1, source: A, tolerance: ⟦-1⟧ }]", "out-of-bounds", "must not be below 0", "without a sign"),
        .add("an exception the wrong way", "exceptional: [{ from: 2021, to: ⟦2020⟧, reason: Corona }]", "bounds-reversed", "ends before it begins", "2021"),
        .add("an exception without a reason", "exceptional: [⟦{ from: 2020, to: 2021 }⟧]", "missing-key", "an exceptional period has no 'reason'", "add 'reason:'"),
        .add("a break without a reason", "breaks: [⟦{ at: 2020 }⟧]", "missing-key", "a break has no 'reason'", "add 'reason:'"),
        .add("a break at no period", "breaks: [{ at: ⟦i fjor⟧, reason: Ny }]", "wrong-type", "'at' is no period", "2024"),
        .whole("waiting for somebody", "title: A\nawaiting: ⟦{ expected: 2027-03-01, why: Mangler }⟧\n", "missing-key", "'awaiting' has no 'owner'", "add 'owner:'"),
        .whole("waiting until some day", "title: A\nawaiting: { owner: HR, expected: ⟦2027⟧, why: Mangler }\n", "wrong-type", "'expected' is no date", "2026-11-20"),
        .whole("waiting, with data and no measure", "⟦title⟧: A\nawaiting: { owner: HR, expected: 2027-03-01, why: Mangler }\ndataset: svar\n", "missing-key", "computed has no 'measure'", "add 'measure:'"),
    ]

    static let derived: [WrongDefinition] = [
        .measure("made from nothing", "measure: change\nof: ⟦ensomhd⟧", "unknown-indicator", "no indicator 'ensomhd'", "did you mean 'ensomhed'?"),
        .measure("made from itself", "measure: change\nof: ⟦x⟧", "indicator-cycle", "'x' is made from itself: x → x", "counted from a dataset"),
        .measure("made from itself among others", "measure: derived\nof: { a: andel, b: ⟦x⟧ }\nformula: a + b", "indicator-cycle", "x → x", "counted from a dataset"),
        .measure("a name that is none", "measure: derived\nof: { a: andel, b: ensomhed }\nformula: (a + ⟦c⟧) / 2", "unknown-name", "no indicator the name 'c'", "did you mean 'a'?"),
        .measure("an indicator in place of its name", "measure: derived\nof: { a: andel, b: ensomhed }\nformula: a - ⟦ensomhed⟧", "unknown-name", "'ensomhed'", "names: a, b"),
        .measure("divided by nothing", "measure: derived\nof: { a: andel }\nformula: 100 * a / ⟦0⟧", "division-by-zero", "this divides by 0", "divided by"),
        .measure("a condition of indicators", "measure: derived\nof: { a: andel }\nformula: a ⟦>⟧ 3", "type-mismatch", "numbers only", "into the indicators"),
        .measure("no names", "measure: derived\nof: ⟦andel⟧\nformula: andel", "wrong-shape", "gives no names", "of: {a: "),
        .measure("too many names", "measure: rolling\nof: ⟦{ a: andel }⟧", "wrong-shape", "must name one indicator", "of: "),
        .measure("an unfinished formula of indicators", "measure: derived\nof: { a: andel }\nformula: 2 * (a⟦⟧", "formula-syntax", "')' is missing", "as many"),
        .measure("a window of a published figure", "measure: rolling\nof: ⟦publiceret⟧", "given-rolled-up", "'publiceret' is published as it is", "'share'"),
        .measure("a window of a median", "measure: rolling\nof: ⟦midt⟧", "no-sums", "'midt' is no sum", "share, rate, mean, sum or count"),
        .measure("a window of no months", "measure: rolling\nof: andel\nmonths: ⟦0⟧", "out-of-bounds", "between 1 and 240", "1 or more"),
        .measure("a change with a filter", "measure: change\nof: andel\nfilter: ⟦q1 > 1⟧", "unused-key", "has no 'filter'", "where the other indicator is"),
        .measure("a change with a dataset", "measure: change\ndataset: ⟦svar⟧\nof: andel", "unused-key", "has no 'dataset'", "where the other indicator is"),
        .measure("by what the other is not", "measure: change\nof: andel\nby: [koen, ⟦svar⟧]", "unknown-breakdown", "'andel' is not broken down by 'svar'", "add it to 'by' there"),
        .measure("a share of another", "measure: change\nof: andel\nas: ⟦procent⟧", "unknown-value", "'as' cannot be 'procent'", "did you mean 'percent'?"),
    ]

    private static func list(_ name: String, _ entry: String, _ code: String, _ message: String, _ advice: String) -> WrongDefinition {
        .list(name, "targets:\n  - \(entry)\n", code, message, advice)
    }

    static let lists: [WrongDefinition] = [
        list("a target of no indicator", "{ indicator: ⟦y⟧, value: 80, status: example }", "unknown-indicator", "no indicator 'y'", "did you mean 'x'?"),
        list("a target of an indicator far away", "{ indicator: ⟦trivselstal⟧, value: 80, status: example }", "unknown-indicator", "'trivselstal'", "indicators: "),
        list("beyond the ceiling in a list", "{ indicator: x, value: ⟦120⟧, status: example }", "target-out-of-range", "above 100", "'ceiling'"),
        list("a misspelt key in a list", "{ indicator: x, ⟦valeu⟧: 80, status: example }", "unknown-key", "no key 'valeu'", "did you mean 'value'?"),
        list("a target of nothing", "⟦{ value: 80, status: example }⟧", "missing-key", "has no 'indicator'", "add 'indicator:'"),
        list("two without dates", "{ indicator: x, value: 80, status: example, date: 2026-01-01 }\n  - ⟦{ indicator: x, value: 85, status: example }⟧", "missing-key", "this one has no 'date'", "when it was decided"),
        list("two of one day", "{ indicator: x, value: 80, status: example, date: 2026-01-01 }\n  - ⟦{ indicator: x, value: 85, status: example, date: 2026-01-01 }⟧", "duplicate-target", "2:5 already", "keep one"),
        .list("targets without their key", "⟦- { indicator: x, value: 80, status: example }", "wrong-shape", "Targets.yaml must be", "'targets:'"),
    ]

    private static let headings = "indikator;enhed;år;slags;værdi;øvre;status;besluttet af;dato;sag\n"

    private static func row(_ name: String, _ row: String, _ code: String, _ message: String, _ advice: String) -> WrongDefinition {
        .list(name, headings + row + "\n", code, message, advice, file: "Targets.csv")
    }

    static let tables: [WrongDefinition] = [
        row("a row of no indicator", "⟦xx⟧;;2030;;80;;vedtaget;;;", "unknown-indicator", "no indicator 'xx'", "did you mean 'x'?"),
        row("a row of nothing", "⟦⟧;;2030;;80;;vedtaget;;;", "missing-key", "has no 'indicator'", "fill in 'indicator'"),
        row("no level", "x;;2030;;⟦⟧;;vedtaget;;;", "missing-key", "has no 'value'", "fill in 'value'"),
        row("a level in words", "x;;2030;;⟦mange⟧;;vedtaget;;;", "wrong-type", "'mange' is no number", "4,5"),
        row("a level in percent", "x;;2030;;⟦80 %⟧;;vedtaget;;;", "wrong-type", "'80 %' is no number", "4,5"),
        row("no status", "x;;2030;;80;;⟦⟧;;;", "missing-key", "has no 'status'", "fill in 'status'"),
        row("another status", "x;;2030;;80;;⟦vedtaged⟧;;;", "unknown-value", "'status' cannot be 'vedtaged'", "did you mean 'vedtaget'?"),
        row("another kind", "x;;2030;⟦nås⟧;80;;vedtaget;;;", "unknown-value", "'kind' cannot be 'nås'", "did you mean 'nå'?"),
        row("no year", "x;;⟦snart⟧;;80;;vedtaget;;;", "wrong-type", "'snart' is no year", "2030"),
        row("no day", "x;;2030;;80;;vedtaget;;⟦i går⟧;", "wrong-type", "'i går' is no date", "2026-11-20"),
        row("beyond the ceiling in a row", "x;;2030;;⟦120⟧;;vedtaget;;;", "target-out-of-range", "the target 120 is above 100", "'ceiling'"),
        row("a band the wrong way in a row", "x;;2030;inden for;85;⟦80⟧;vedtaget;;;", "target-band", "is below its lower end 85", "smaller number"),
        .list("a heading that is none", "indikator;⟦værrdi⟧;status\nx;80;vedtaget\n", "unknown-key", "no column 'værrdi'", "did you mean 'værdi'?", file: "Targets.csv"),
        .list("a heading too few", "⟦indikator⟧;værdi\nx;80\n", "missing-key", "needs the column 'status'", "first line", file: "Targets.csv"),
        .list("a heading twice", "indikator;værdi;⟦value⟧;status\nx;80;80;vedtaget\n", "duplicate-key", "'value' is given twice", "keep one", file: "Targets.csv"),
    ]

    @Test(arguments: targets) func inTargets(_ wrong: WrongDefinition) throws { try wrong.isToldFirst() }
    @Test(arguments: aims) func inAims(_ wrong: WrongDefinition) throws { try wrong.isToldFirst() }
    @Test(arguments: derived) func inDerived(_ wrong: WrongDefinition) throws { try wrong.isToldFirst() }
    @Test(arguments: lists) func inLists(_ wrong: WrongDefinition) throws { try wrong.isToldFirst() }
    @Test(arguments: tables) func inTables(_ wrong: WrongDefinition) throws { try wrong.isToldFirst() }

    /// A circle is told once, with the way round it.
    @Test func aCircleOfThree() throws {
        var wrong = WrongDefinition.measure("a circle", "measure: change\nof: ⟦y⟧", "indicator-cycle", "x → y → z → x", "")
        wrong.others["Metrics/job/y.yaml"] = "title: Y\nmeasure: change\nof: z\n"
        wrong.others["Metrics/job/z.yaml"] = "title: Z\nmeasure: derived\nof: { a: x, b: andel }\nformula: a - b\n"
        let found = try wrong.findings()
        #expect(found.map(\.description) == [
            "Metrics/trivsel/x.yaml:3:5: error[indicator-cycle]: 'x' is made from itself: x → y → z → x; "
                + "let one of them be counted from a dataset"
        ])
    }

    /// What is made from an indicator with a fault has none of its own, and nothing is made from one that waits.
    @Test func oneFaultIsToldOnce() throws {
        var wrong = WrongDefinition.change("a fault", "svar = 'Ja'", "⟦svra⟧ = 'Ja'", "unknown-column", "svra", "svar")
        wrong.others["Metrics/job/y.yaml"] = "title: Y\nmeasure: change\nof: x\n"
        wrong.others["Metrics/job/z.yaml"] = "title: Z\nmeasure: derived\nof: { a: y, b: andel }\nformula: a - b\n"
        try wrong.isToldFirst()
        #expect(try wrong.findings().count == 1)
        wrong.marked = "title: X\nawaiting: { owner: HR, expected: 2027-03-01, why: Mangler }\n"
        #expect(try wrong.findings().map(\.description) == [
            "Metrics/job/y.yaml:3:5: error[unknown-indicator]: 'x' waits for its data and has no figures yet; "
                + "write 'awaiting' here, too, and leave 'measure' out until then"
        ])
    }

    @Test func twoListsOfTargets() throws {
        var wrong = WrongDefinition.list("two lists", "targets: []\n", "", "", "")
        wrong.others["Targets.csv"] = "indikator;værdi;status\n"
        #expect(try wrong.findings().map(\.description) == [
            "Targets.yaml: error[two-target-lists]: there is a Targets.csv, too; keep one of them"
        ])
    }
}
