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

    /// The file's mapping, checked against its shape; nil where it is none.
    func entries(_ root: Node, id: String) -> Entries? {
        declaration.languages = project.description.languages
        declaration.check(root, against: .indicator)
        if !isPlainName(id) {
            declaration.report(
                "bad-name", "'\(id)' cannot be an address", at: root,
                suggestion: "name the file with small letters a–z, digits and -")
        }
        return Entries(root, declaration, .indicator)
    }

    /// An indicator with data; nil where it cannot be computed, for reasons that are told.
    func indicator(_ entries: Entries, _ description: IndicatorDescription) -> IndicatorDefinition? {
        let root = entries.node, by = entries.strings("by")
        let comparison = entries.entries("comparison").flatMap(self.comparison)
        let knownValues = self.knownValues(entries, breakdowns: by, decimals: description.unit.decimals)
        guard let measure = entries.choice("measure", Measure.self) else {
            if entries.take("measure") == nil, entries.take("awaiting") != nil {
                declaration.report(
                    "missing-key", "an indicator that is computed has no 'measure'", at: root, suggestion: "add 'measure:'")
            }
            return nil
        }
        if [.change, .rolling, .derived].contains(measure) { return derived(entries, measure, description) }
        guard let datasetNode = entries.take("dataset") else {
            if entries.take("of") != nil {
                declaration.report(
                    "missing-key", "measure '\(measure.rawValue)' needs 'dataset'", at: root, suggestion: "add 'dataset:'")
            }
            return nil
        }
        let name = datasetNode.scalar?.string ?? ""
        guard let dataset = project.dataset(name) else {
            if !name.isEmpty { declaration.report(unknownDataset: name, in: project, at: datasetNode) }
            return nil
        }
        var description = description
        description.sources = [dataset.source]
        let formulas = FormulaReader(declaration: declaration, dataset: dataset)
        let measures = MeasureReader(entries: entries, formulas: formulas, measure: measure, project: project)
        guard let parts = measures.parts() else { return nil }
        description.formula = parts.text
        if let other = parts.otherDenominator, let source = project.dataset(other.dataset)?.source {
            description.sources.append(source)
        }
        check(entries.items("by"), in: dataset)
        guard let persons = self.persons(entries, parts, measure, formulas, dataset, root) else { return nil }
        var definition = IndicatorDefinition(
            description: description, dataset: name, measure: measure,
            filter: entries.take("filter").flatMap { formulas.formula($0, "filter", wanted: .truth) },
            numerator: parts.numerator, denominator: parts.denominator,
            numeratorOverTime: entries.choice("overTime", OverTime.self) ?? .sum,
            denominatorOverTime: entries.choice("denominatorOverTime", OverTime.self) ?? .sum, persons: persons,
            breakdowns: by, comparison: comparison, knownValues: knownValues, peers: peers(entries), place: declaration.place(of: root), fingerprint: "")
        definition.otherDenominator = parts.otherDenominator
        if let over = parts.otherDenominator?.overTime { definition.denominatorOverTime = over }
        definition.grain = entries.choice("grain", TellingGrain.self).flatMap { Grain(rawValue: $0.rawValue) }
        if entries.choice("year", YearKind.self) == .school { definition.year = .schoolYear }
        definition.tallied = parts.tallied
        definition.quantile = parts.quantile
        definition.isOfRows = parts.answers != nil || measure == .distinct || parts.denominator?.constant != nil
        definition.expectedBy = expected(entries, definition, dataset)
        readParts(entries, &definition, formulas)
        definition.baselinePlace = entries.take("baseline").map(declaration.place)
        definition.formulaPlace = (entries.take("numerator") ?? entries.take("value")).map(declaration.place)
        checkOverTime(entries, definition)
        checkAttributes(entries, definition)
        return definition
    }

    /// `expected: {by: stillingsgruppe}`: only a ratio of sums in one dataset has an expected value.
    private func expected(
        _ entries: Entries, _ definition: IndicatorDefinition, _ dataset: DatasetDeclaration
    ) -> String? {
        guard let one = entries.entries("expected"), let column = one.string("by") else { return nil }
        guard definition.denominator != nil, definition.tallied == nil else {
            declaration.report(
                "no-expected-value", "measure '\(definition.measure.rawValue)' has no expected value", at: one.node,
                suggestion: "an expected value needs a numerator and a denominator in the same dataset")
            return nil
        }
        check(one.items("by"), in: dataset)
        return column
    }

    /// A published figure is not added up, whatever units it could be put under.
    private func checkAttributes(_ entries: Entries, _ definition: IndicatorDefinition) {
        guard definition.measure == .given, definition.breakdowns.contains(where: { $0.hasPrefix("unit.") }) else { return }
        declaration.report(
            "given-rolled-up", "a published figure is never rolled up: units of a type have none together",
            at: entries.items("by").first { $0.scalar?.string.hasPrefix("unit.") ?? false },
            suggestion: "remove it, or use measure 'share' where numbers are known")
    }

    private func checkOverTime(_ entries: Entries, _ definition: IndicatorDefinition) {
        guard let node = entries.take("overTime") ?? entries.take("denominatorOverTime") else { return }
        if definition.measure == .given {
            declaration.report(
                "given-rolled-up", "a published figure is never rolled up: months do not make its year", at: node,
                suggestion: "remove it; publish the year itself, or use measure 'share' where numbers are known")
        } else if definition.tallied != nil {
            declaration.report(
                "unused-key", "a \(definition.measure.rawValue) of a year is made from all its rows", at: node,
                suggestion: "remove it")
        }
    }

    /// - Parameter others: what may be named beside the dataset's own categories.
    func check(
        _ breakdowns: [Node], in dataset: DatasetDeclaration, others: [String] = ["unit.type", "unit.area"]
    ) {
        let categories = dataset.columns.filter { $0.kind == .category }.map(\.name).sorted() + others
        var known: Set<String> = []
        for node in breakdowns {
            let name = node.scalar?.string ?? ""
            if !known.insert(name).inserted {
                declaration.report(
                    "duplicate-key", "'\(name)' is given twice", at: node, suggestion: "keep one of them")
            } else if !categories.contains(name), !name.isEmpty {
                declaration.report(
                    "unknown-column", "no category '\(name)' in dataset '\(dataset.name)'", at: node,
                    suggestion: name.contains(",")
                        ? "write [\(name)]"
                        : didYouMean(name, among: categories) ?? "categories: \(categories.joined(separator: ", "))")
            }
        }
    }

    private func persons(
        _ entries: Entries, _ parts: MeasureReader.Parts, _ measure: Measure, _ formulas: FormulaReader,
        _ dataset: DatasetDeclaration, _ root: Node
    ) -> PersonsDeclaration? {
        guard let node = entries.take("persons") else {
            if dataset.isAlreadyPublished {
                return PersonsDeclaration.none(why: LocalizedText(everywhere: "alreadyPublished"))
            }
            declaration.report(
                "missing-key", "nothing says how many persons the figure is about", at: root,
                suggestion: "add 'persons: denominator', 'persons: <formula>' or 'persons: {none: <why>}'")
            return nil
        }
        if let one = entries.entries("persons") { return persons(one, formulas) }
        if node.scalar?.string == "denominator" {
            if measure == .share || measure == .rate { return .denominator }
            declaration.report(
                "wrong-persons", "only a share or rate can count its persons in the denominator", at: node,
                suggestion: "write a formula that counts the persons")
            return nil
        }
        if node.scalar?.string == "answers" {
            if let answers = parts.answers { return .formula(answers, counted: parts.countedAnswers) }
            declaration.report(
                "wrong-persons", "measure '\(measure.rawValue)' does not know its answers", at: node,
                suggestion: "write a formula that counts the persons")
            return nil
        }
        return formulas.formula(node, "persons", wanted: .number).map { .formula($0, counted: nil) }
    }

    private func persons(_ one: Entries, _ formulas: FormulaReader) -> PersonsDeclaration? {
        if let base = one.take("base") {
            let counted = one.take("counted").map { formulas.formula($0, "counted", wanted: .number) }
            if case .some(.none) = counted { return nil }
            return formulas.formula(base, "base", wanted: .number).map { .formula($0, counted: counted ?? nil) }
        }
        let why = one.text("none")
        if one.take("none") != nil, why.isEmpty {
            declaration.report(
                "missing-key", "'persons' does not say why nobody is counted", at: one.take("none"),
                suggestion: "write why the figure is not about persons, or 'base: <formula>'")
        }
        return why.isEmpty ? nil : PersonsDeclaration.none(why: why)
    }
}
