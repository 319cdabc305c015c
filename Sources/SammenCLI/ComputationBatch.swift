import Catalogue
import Findings
import Indicators
import Store
import Vocabulary

/// The plans of a batch of indicators, run together, and the series their sums make.
struct Computation {
    let opened: OpenedProject
    private var plans: [QueryPlan] = []
    /// By indicator: its own plan, that of a denominator in another dataset, and those of its answers.
    private var places: [String: (own: Int, other: Int?, answers: Range<Int>)] = [:]
    private var results: [QueryResult] = []

    init(opened: OpenedProject) { self.opened = opened }

    /// Adds what an indicator needs, and what those need that it is made from.
    mutating func ask(for definition: IndicatorDefinition) {
        let id = definition.description.id
        if let derivation = definition.derivation {
            for base in derivation.bases { opened.project.indicator(base).map { ask(for: $0) } }
            return
        }
        guard places[id] == nil, let dataset = opened.project.dataset(definition.dataset) else { return }
        let answers = definition.answers.map { $0.plan(over: dataset) }
        places[id] = (plans.count, nil, plans.count + 1..<plans.count + 1 + answers.count)
        plans.append(definition.plan(over: dataset))
        plans += answers
        if let other = definition.otherDenominator, let declared = opened.project.dataset(other.dataset),
            let plan = definition.otherPlan(over: declared)
        {
            places[id]!.other = plans.count
            plans.append(plan)
        }
    }

    /// Runs all plans. Tables are read as they come, so that only what figures need is kept of each.
    mutating func run() throws {
        var builders = [SeriesBuilder?](repeating: nil, count: plans.count)
        for (id, place) in places {
            guard let definition = opened.project.indicator(id) else { continue }
            builders[place.own] = builder(definition)
            if let other = place.other { builders[other] = builder(definition) }
            for (answer, part) in zip(place.answers, definition.answers) { builders[answer] = builder(part) }
        }
        results = plans.map { _ in QueryResult(cells: [], text: "") }
        let texts = try SQLiteQueryEngine(opened.store).run(plans) { place, table in
            results[place].cells += builders[place]?.cells(of: table) ?? table.cells
            if table.keys.columns.isEmpty { results[place].uncounted = table.uncounted }
        }
        for (place, text) in texts.enumerated() { results[place].text = text }
    }

    private func builder(_ definition: IndicatorDefinition) -> SeriesBuilder? {
        opened.project.dataset(definition.dataset).map {
            SeriesBuilder(
                definition: definition, dataset: $0, tree: opened.tree, root: opened.project.description.root,
                asOf: opened.project.description.builtAt)
        }
    }

    /// The series of one indicator that was asked for.
    /// - Parameter tellsParts: whether the parts of its years are told too, for rolling windows.
    /// - Parameter tellsPartsOfUnits: whether those of units are.
    func indicator(
        _ definition: IndicatorDefinition, tellsParts: Bool = false, tellsPartsOfUnits: Bool = false
    ) -> ComputedIndicator? {
        guard let dataset = opened.project.dataset(definition.dataset) else { return nil }
        if let derivation = definition.derivation {
            var isRolling = false
            if case .rolling = derivation { isRolling = true }
            let bases = derivation.bases.compactMap { base in
                opened.project.indicator(base).flatMap { indicator($0, tellsParts: isRolling) }
            }
            return ComputedIndicator(
                definition: definition, dataset: dataset,
                computed: ComputedSeries(definition.description.id, madeFrom: bases.map(\.computed)),
                query: bases.map(\.query).joined(separator: "; "), bases: bases)
        }
        guard let place = places[definition.description.id], var builder = builder(definition) else { return nil }
        builder.tellsParts = tellsParts
        builder.tellsPartsOfUnits = tellsPartsOfUnits
        var computed = builder.build(results[place.own], other: place.other.map { results[$0] })
        let answers = zip(place.answers, definition.answers).compactMap { self.builder($1)?.build(results[$0]) }
        if !answers.isEmpty { computed.add(answers: answers, of: definition, root: opened.project.description.root) }
        return ComputedIndicator(
            definition: definition, dataset: dataset, computed: computed, query: results[place.own].text)
    }
}

extension OpenedProject {
    /// The datasets that an indicator's figures come from: its own, that of its denominator, and those of the
    /// indicators it is made from.
    func datasets(of definition: IndicatorDefinition) -> Set<String> {
        guard let derivation = definition.derivation else {
            return Set([definition.dataset] + (definition.otherDenominator.map { [$0.dataset] } ?? []))
        }
        return derivation.bases.compactMap { project.indicator($0) }.reduce(into: []) { $0.formUnion(datasets(of: $1)) }
    }
}
