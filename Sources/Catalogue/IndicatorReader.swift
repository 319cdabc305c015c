internal import Yams
import Findings
import Vocabulary

/// Reads one indicator's YAML file.
struct IndicatorReader {
    let declaration: Declaration
    let project: Project
    let goal: String

    init(_ declaration: Declaration, project: Project, goal: String) {
        self.declaration = declaration
        self.project = project
        self.goal = goal
    }

    private var languages: [Language] { project.description.languages }

    func indicator(_ root: Node, id: String) -> IndicatorDefinition? {
        guard let entries = Entries(root, declaration, what: "an indicator") else { return nil }
        if !isPlainName(id) {
            declaration.report(
                "bad-name", "'\(id)' cannot be an address", at: root,
                suggestion: "name the file with small letters a–z, digits and -")
        }
        var description = self.description(entries, id: id)
        defer { entries.finish("an indicator") }
        let measureNode = entries.take("measure")
        let persons = entries.take("persons")
        let filter = entries.take("filter"), numerator = entries.take("numerator")
        let denominator = entries.take("denominator"), value = entries.take("value")
        let overTime = entries.choice("overTime", OverTime.self) ?? .sum
        let denominatorOverTime = entries.choice("denominatorOverTime", OverTime.self) ?? .sum
        let by = entries.strings("by")
        let comparison = entries.entries("comparison").flatMap(self.comparison)
        guard let datasetNode = entries.required("dataset", in: "an indicator"),
            let measure = entries.choice("measure", Measure.self) ?? missing("measure", measureNode, root)
        else { return nil }
        let name = datasetNode.scalar?.string ?? ""
        guard let dataset = project.dataset(name) else {
            declaration.report(
                "unknown-dataset", "no dataset '\(name)' in config.json", at: datasetNode,
                suggestion: didYouMean(name, among: project.datasets.map(\.name)))
            return nil
        }
        description.unit = unit(entries, measure: measure)
        description.sources = [dataset.source]
        let formulas = FormulaReader(declaration: declaration, dataset: dataset)
        guard let parts = formulas.parts(measure, numerator, denominator, value, at: root) else { return nil }
        description.formula = parts.text
        check(by, in: dataset, at: entries.take("by") ?? root)
        guard let personsOf = self.persons(persons, measure, formulas, dataset, root) else { return nil }
        return IndicatorDefinition(
            description: description, dataset: name, measure: measure,
            filter: filter.flatMap { formulas.formula($0, "filter", wanted: .truth) },
            numerator: parts.numerator, denominator: parts.denominator, numeratorOverTime: overTime,
            denominatorOverTime: denominatorOverTime, persons: personsOf, breakdowns: by, comparison: comparison,
            place: declaration.place(of: root), fingerprint: "")
    }

    private func missing(_ key: String, _ node: Node?, _ root: Node) -> Measure? {
        if node == nil {
            declaration.report(
                "missing-key", "an indicator has no '\(key)'", at: root,
                suggestion: "add '\(key):' with \(Measure.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return nil
    }

    private func check(_ breakdowns: [String], in dataset: DatasetDeclaration, at node: Node) {
        let categories = dataset.columns.filter { $0.kind == .category }.map(\.name)
        for name in breakdowns where !categories.contains(name) {
            declaration.report(
                "unknown-column", "no category '\(name)' in dataset '\(dataset.name)'", at: node,
                suggestion: didYouMean(name, among: categories))
        }
    }

    private func persons(
        _ node: Node?, _ measure: Measure, _ formulas: FormulaReader, _ dataset: DatasetDeclaration, _ root: Node
    ) -> PersonsDeclaration? {
        if dataset.isAlreadyPublished, node == nil {
            return PersonsDeclaration.none(why: LocalizedText(everywhere: "alreadyPublished"))
        }
        guard let node else {
            declaration.report(
                "missing-key", "nothing says how many persons the figure is about", at: root,
                suggestion: "add 'persons: denominator', 'persons: <formula>' or 'persons: {none: <why>}'")
            return nil
        }
        if node.mapping != nil {
            guard let entries = Entries(node, declaration, what: "'persons'") else { return nil }
            defer { entries.finish("'persons'") }
            if let base = entries.take("base") {
                let counted = entries.take("counted").map { formulas.formula($0, "counted", wanted: .number) }
                if case .some(.none) = counted { return nil }
                return formulas.formula(base, "base", wanted: .number).map { .formula($0, counted: counted ?? nil) }
            }
            let why = entries.text("none")
            if why.isEmpty {
                declaration.report(
                    "missing-key", "'persons' says neither who is counted nor why nobody is", at: node,
                    suggestion: "add 'base: <formula>', or 'none: <why the figure is not about persons>'")
                return nil
            }
            return PersonsDeclaration.none(why: why)
        }
        if node.scalar?.string == "denominator" {
            if measure == .share || measure == .rate { return .denominator }
            declaration.report(
                "wrong-persons", "only a share or rate can count its persons in the denominator", at: node,
                suggestion: "write a formula that counts the persons")
            return nil
        }
        return formulas.formula(node, "persons", wanted: .number).map { .formula($0, counted: nil) }
    }

    private func description(_ entries: Entries, id: String) -> IndicatorDescription {
        if entries.take("title") == nil { _ = entries.required("title", in: "an indicator") }
        let exceptional = entries.nodes("exceptional").compactMap { node -> ExceptionalPeriod? in
            guard let one = Entries(node, declaration, what: "an exceptional period") else { return nil }
            defer { one.finish("an exceptional period") }
            let from = one.period("from"), to = one.period("to"), reason = one.text("reason", languages: languages)
            for key in ["from", "to"] { _ = one.required(key, in: "an exceptional period") }
            guard let from, let to else { return nil }
            return ExceptionalPeriod(from: from, to: to, reason: reason)
        }
        let breaks = entries.nodes("breaks").compactMap { node -> SeriesBreak? in
            guard let one = Entries(node, declaration, what: "a break") else { return nil }
            defer { one.finish("a break") }
            let at = one.period("at"), reason = one.text("reason", languages: languages)
            _ = one.required("at", in: "a break")
            return at.map { SeriesBreak(at: $0, reason: reason) }
        }
        return IndicatorDescription(
            id: id, goal: goal, theme: entries.choice("theme", Theme.self) ?? .context,
            title: entries.text("title", languages: languages),
            subtitle: entries.text("subtitle", languages: languages),
            definition: entries.text("definition", languages: languages),
            why: entries.text("why", languages: languages),
            limits: entries.text("limits", languages: languages),
            unit: UnitOfMeasure(kind: .number),
            direction: entries.choice("direction", Direction.self) ?? .neutral,
            baseline: entries.period("baseline"), target: entries.entries("target").flatMap(target),
            owner: entries.text("owner", languages: languages), exceptional: exceptional, breaks: breaks)
    }

    private func unit(_ entries: Entries, measure: Measure) -> UnitOfMeasure {
        let usual: UnitOfMeasure.Kind = measure == .share ? .percent : measure == .rate ? .perThousand : .number
        return UnitOfMeasure(
            kind: entries.choice("unit", UnitOfMeasure.Kind.self) ?? usual,
            label: entries.text("label", languages: languages), decimals: entries.integer("decimals", in: 0...6) ?? 1,
            axis: entries.text("axis", languages: languages))
    }

    private func target(_ one: Entries) -> Target? {
        defer { one.finish("'target'") }
        let kind = one.choice("kind", Target.Kind.self) ?? .reach
        let year = one.integer("year") ?? project.description.targetYear
        let value = one.number("value"), upper = one.number("upper")
        let status = one.choice("status", TargetStatus.self)
        let body = one.text("body", languages: languages)
        let date = one.string("date") ?? "", reference = one.string("reference") ?? ""
        func missing(_ key: String, _ message: String, _ suggestion: String) {
            guard one.take(key) == nil else { return }
            declaration.report("missing-key", message, at: one.node, suggestion: suggestion)
        }
        missing("value", "'target' has no 'value'", "add 'value: 82.0'")
        missing("status", "'target' does not say who decided it", "add 'status: adopted', 'proposed' or 'example'")
        if kind == .within { missing("upper", "a target to stay within has no 'upper'", "add 'upper: 325'") }
        guard let value, let status else { return nil }
        return Target(
            kind: kind, year: year, value: value, upper: upper, status: status, body: body, date: date,
            reference: reference)
    }

    private func comparison(_ one: Entries) -> ComparisonDeclaration? {
        defer { one.finish("'comparison'") }
        let unit = one.string("unit"), level = one.string("median")
        let kind: ComparisonDeclaration.Kind
        if let unit {
            kind = .unit(UnitCode(unit))
        } else if let level {
            kind = .median(level: level)
        } else {
            declaration.report(
                "missing-key", "'comparison' says nothing to compare with", at: one.node,
                suggestion: "add 'unit: <code>' or 'median: <level>'")
            return nil
        }
        return ComparisonDeclaration(
            kind: kind, label: one.text("label", languages: languages),
            hasSameDefinition: one.word("definition", of: ["same", "differs"]) != "differs", note: one.text("note", languages: languages),
            neighbours: one.strings("neighbours").map { UnitCode($0) })
    }
}
