import Foundation
import Testing

/// Wrong definitions as whoever runs `sammen check` meets them: one line with file, line, column, what and what to do,
/// first of all that is said. The faults that a file alone shows are in CatalogueTests; most of these need the data.
@Suite struct WrongDefinitions {
    struct Fault: CustomTestStringConvertible, Sendable {
        var name: String
        /// What is changed in which files: the text that stood there and the new one; an empty text for a new file.
        var changes: [(path: String, old: String, new: String)]
        /// The first line on standard error.
        var line: String
        /// The exit status without and with `--strict`.
        var status: [Int32] = [1, 1]

        var testDescription: String { name }
    }

    private static let indicator = "Metrics/trivsel/sygefravaer.yaml", end = "target: {value: 4.0, status: example}\n"
    private static let datasets = "\"key\": [\"gruppe\"]\n    }"

    /// A line more in the indicator.
    private static func add(_ name: String, _ text: String, _ line: String, status: [Int32] = [1, 1]) -> Fault {
        Fault(name: name, changes: [(indicator, end, end + text + "\n")], line: indicator + ":" + line, status: status)
    }

    private static func change(_ name: String, _ old: String, _ new: String, _ line: String, status: [Int32] = [1, 1]) -> Fault {
        Fault(name: name, changes: [(indicator, old, new)], line: indicator + ":" + line, status: status)
    }

    /// Another dataset with residents, and an indicator over both.
    private static func join(_ name: String, year: Int, denominator: String, line: String) -> Fault {
        let residents = datasets + ", \"folketal\": {\"files\": \"Data/folketal.csv\", \"period\": {\"column\": \"Tid\"}, "
            + "\"unit\": {\"column\": \"Kode\"}, \"numbers\": {\"borgere\": \"Borgere\"}, \"key\": [], \"alreadyPublished\": true}"
        let rows = ["11", "12", "21"].map { "\(year);\($0);500\n" }.joined()
        return Fault(
            name: name,
            changes: [
                ("config.json", datasets, residents), ("Data/folketal.csv", "", "Tid;Kode;Borgere\n" + rows),
                (
                    "Metrics/trivsel/x.yaml", "",
                    "title: {da: X}\ndataset: folketal\nmeasure: rate\nnumerator: borgere\ndenominator: \(denominator)\n"
                ),
            ], line: "Metrics/trivsel/x.yaml:" + line)
    }

    static let withData: [Fault] = [
        change(
            "a baseline without data", "baseline: 2022", "baseline: 2010",
            "10:11: warning[baseline-without-data]: there is no figure for the baseline 2010; figures go from 2022 to 2024",
            status: [0, 1]),
        change(
            "a baseline of another kind", "baseline: 2022", "baseline: 2021/22",
            "10:11: warning[baseline-without-data]: there is no figure for the baseline 2021/22; ", status: [0, 1]),
        add(
            "a known value that differs", "check:\n  - { period: 2024, value: 99, source: Årsrapporten }",
            "13:5: error[known-value-differs]: 2024 comes out as "),
        add(
            "a known value of no period", "check:\n  - { period: 1999, value: 4, source: Årsrapporten }",
            "13:5: error[known-value-differs]: there is no figure for 1999 to hold against 4"),
        Fault(
            name: "a category value for everyone that is not declared",
            changes: [("Data/fravaer.csv", "2022;1;11;G1;", "2022;1;11;I alt;")],
            line: "config.json:17:32: error[undeclared-total]: 'Gruppe' has 'I alt' beside 2 others: everyone would count twice; declare it: \"gruppe\": {\"header\": \"Gruppe\", \"total\": \"I alt\"}"),
        Fault(
            name: "rows for a unit and for one below it",
            changes: [("Data/fravaer.csv", "2022;1;12;G1;", "2022;1;10;G1;")],
            line: "\(indicator):4:12: error[totals-double-counted]: dataset 'fravaer' has rows for unit 10 and for unit 11 below it; keep one level in the files, or use measure 'given'"),
        join(
            "a join of years to months", year: 2023, denominator: "{dataset: fravaer, value: ansatte}",
            line: "5:24: error[ambiguous-join]: 'fravaer' has several periods for each of 'folketal', and nothing says what they make; add 'overTime: mean' (a stock) or 'overTime: sum' (a flow) beside 'dataset'"),
        join(
            "a join where nothing meets", year: 1999, denominator: "{dataset: fravaer, value: ansatte, overTime: mean}",
            line: "5:24: error[ambiguous-join]: no period and unit of 'folketal' has a denominator in 'fravaer'; both datasets need rows for the same units and years"),
        change(
            "published figures that are many", "measure: share\nnumerator: syge\ndenominator: mulige\npersons: ansatte\n",
            "measure: given\nvalue: syge\npersons: {none: Ikke om personer}\n",
            "4:8: error[ambiguous-figure]: "),
        change(
            "a filter that nothing passes", "by: [gruppe]", "filter: gruppe = 'Findes ikke'",
            "1:1: warning[no-figures]: 'sygefravaer' has no figures; check 'filter'", status: [0, 1]),
    ]

    static let withUnits: [Fault] = [
        change(
            "a target of an unknown unit", "status: example}", "status: example, unit: \"1l\"}",
            "11:45: error[unknown-unit]: unit '1l' is not in Data/enheder.csv; did you mean '1'?"),
        add(
            "a comparison with an unknown unit", "comparison: { unit: \"000\" }",
            "12:21: error[unknown-unit]: unit '000' is not in Data/enheder.csv; add it there, or correct the code"),
        add(
            "neighbours, one of them unknown", "comparison: { median: enhed, neighbours: [\"11\", \"99\"] }",
            "12:49: error[unknown-unit]: unit '99' is not in Data/enheder.csv; "),
        add(
            "a median of an unknown level", "comparison: { median: enheder }",
            "12:23: error[unknown-level]: no unit in Data/enheder.csv is of the level 'enheder'; did you mean 'enhed'?"),
        add(
            "a known value of an unknown unit", "check: [{ period: 2024, value: 4, source: A, unit: \"77\" }]",
            "12:52: error[unknown-unit]: unit '77' is not in Data/enheder.csv; "),
        Fault(
            name: "an unknown root", changes: [("config.json", "\"root\": \"1\"", "\"root\": \"7\"")],
            line: "config.json:9:12: error[unknown-unit]: the root '7' is not listed in Data/enheder.csv"),
        Fault(
            name: "a target of an unknown unit in a table",
            changes: [("Targets.csv", "", "indikator;enhed;år;værdi;status\nsygefravaer;999;2028;4,5;vedtaget\n")],
            line: "Targets.csv:2:13: error[unknown-unit]: unit '999' is not in Data/enheder.csv; "),
        Fault(
            name: "a target beyond the ceiling in a table with quotes",
            changes: [("Targets.csv", "", "indikator;enhed;år;værdi;status\n\"sygefravaer\";\"11\";2028;\"104,5\";vedtaget\n")],
            line: "Targets.csv:2:25: error[target-out-of-range]: the target 104.5 is above 100, which is the most the figure can be"),
    ]

    static let alone: [Fault] = [
        change(
            "an unknown column after Norwegian letters", "numerator: syge", "numerator: if(gruppe = 'Påvirket på øya', syhe, 0)",
            "4:43: error[unknown-column]: no column 'syhe' in dataset 'fravaer'; did you mean 'syge'?"),
        change(
            "an unknown column in a block", "numerator: syge", "numerator: |\n  syge\n  + syhe",
            "6:5: error[unknown-column]: no column 'syhe' in dataset 'fravaer'; did you mean 'syge'?"),
        change(
            "a type mismatch", "numerator: syge", "numerator: syge + gruppe",
            "4:19: error[type-mismatch]: a number is needed here, and this is a text; write a condition, such as gruppe = '…'"),
        change(
            "a division by 0", "denominator: mulige", "denominator: 0",
            "5:14: error[division-by-zero]: the denominator is always 0; write what the numerator is counted out of"),
        change(
            "a target beyond the ceiling", "value: 4.0", "value: 400",
            "11:17: error[target-out-of-range]: the target 400 is above 100, which is the most the figure can be; correct the target"),
        Fault(
            name: "a share averaged",
            changes: [
                ("config.json", "\"syge\": \"Syge\"", "\"syge\": \"Syge pct.\""), ("Data/fravaer.csv", ";Syge\n", ";Syge pct.\n"),
                (indicator, "measure: share\nnumerator: syge\ndenominator: mulige\n", "measure: mean\nvalue: syge\n"),
            ],
            line: "\(indicator):4:8: warning[share-averaged]: 'Syge pct.' looks like a share, and a mean of shares is no share of the whole; weigh it",
            status: [0, 1]),
        Fault(
            name: "a published figure rolled up",
            changes: [
                (indicator, "measure: share\nnumerator: syge\ndenominator: mulige\npersons: ansatte\n", "measure: given\nvalue: syge\npersons: {none: Nej}\noverTime: sum\n")
            ],
            line: "\(indicator):6:11: error[given-rolled-up]: a published figure is never rolled up: months do not make its year; remove it"),
        Fault(
            name: "a cycle",
            changes: [
                ("Metrics/trivsel/a.yaml", "", "title: A\nmeasure: change\nof: b\n"), ("Metrics/trivsel/b.yaml", "", "title: B\nmeasure: rolling\nof: a\n"),
            ],
            line: "Metrics/trivsel/a.yaml:3:5: error[indicator-cycle]: 'a' is made from itself: a → b → a; let one of them be counted from a dataset"),
        Fault(
            name: "a missing translation", changes: [("config.json", "\"languages\": [\"da\"]", "\"languages\": [\"da\", \"nb\"]")],
            line: "\(indicator):1:8: warning[missing-translation]: 'title' has no text in 'nb'; add 'nb:'", status: [0, 1]),
    ]

    @Test(arguments: withData + withUnits + alone) func isTheFirstThingSaid(_ fault: Fault) throws {
        let project = try TemporaryProject()
        for (path, old, new) in fault.changes {
            let text = old.isEmpty ? "" : try project.read(path)
            precondition(old.isEmpty || text.contains(old), "nothing is changed")
            try project.write(path, old.isEmpty ? new : text.replacingOccurrences(of: old, with: new))
        }
        for (arguments, status) in zip([["check"], ["check", "--strict"]], fault.status) {
            let result = try run(program, arguments, in: project.folder)
            let first = result.errors.split(separator: "\n").first { $0.contains("error[") || $0.contains("warning[") } ?? ""
            #expect(first.hasPrefix(fault.line), "\(result.errors)")
            #expect(first.contains("; "), "what to do is said: \(first)")
            #expect(result.status == status, "\(arguments) \(result.errors)")
        }
    }

    /// What cannot be is told before anything is made of it.
    @Test func nothingIsBuiltFromIt() throws {
        let project = try TemporaryProject()
        try project.write(Self.indicator, try project.read(Self.indicator).replacingOccurrences(of: "value: 4.0", with: "value: 400"))
        let result = try sammen("build", in: project.folder)
        #expect(result.status == 1 && result.errors.contains("target-out-of-range"))
        #expect(try project.site().isEmpty)
    }
}
