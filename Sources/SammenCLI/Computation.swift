import Assessment
import Audit
import Catalogue
import Disclosure
import Findings
import Indicators
import Store
import Vocabulary

/// An indicator with its series, not cleared for anyone yet.
struct ComputedIndicator {
    var definition: IndicatorDefinition
    var dataset: DatasetDeclaration
    /// Empty where it is made from other indicators' released figures.
    var computed: ComputedSeries
    /// What the engine was asked.
    var query: String
    /// The indicators it is made from.
    var bases: [ComputedIndicator] = []
}

extension OpenedProject {
    /// Computes the given indicators, or all, in one batch: one pass over each dataset. For managers the months of
    /// units are told too.
    func compute<E: Edition>(
        only ids: Set<String>? = nil, for edition: E.Type
    ) throws -> (indicators: [ComputedIndicator], findings: [Finding]) {
        let provenance = try store.provenance()
        let wanted = project.indicators.filter { ids?.contains($0.description.id) ?? true }
        var computation = Computation(opened: self)
        for definition in wanted { computation.ask(for: definition) }
        try computation.run()
        var findings: [Finding] = []
        let indicators = wanted.compactMap { definition -> ComputedIndicator? in
            guard var one = computation.indicator(definition, tellsPartsOfUnits: E.self == Managers.self) else {
                return nil
            }
            one.definition.description.sources = definition.description.sources.map { source in
                var source = source
                source.files = provenance[source.dataset]?.files ?? 0
                source.rows = provenance[source.dataset]?.rows ?? 0
                return source
            }
            findings += one.computed.findings
            // Asked for alone, it tells what is wrong with those it is made from; else they tell it themselves.
            if ids != nil { findings += one.bases.flatMap(\.computed.findings) }
            return one
        }
        return (indicators, findings)
    }

    /// Clears one indicator for an edition.
    func release<E: Edition>(
        _ indicator: ComputedIndicator, as edition: E.Type
    ) -> (released: Released<E>, reasons: [SeriesKey: HidingReason]) {
        guard indicator.bases.isEmpty else {
            let bases = indicator.bases.map { ($0.definition.description.id, release($0, as: edition).released) }
            let declared = indicator.bases.map { ($0.definition.description.id, $0.definition) }
            return (
                derive(
                    indicator.definition, from: Dictionary(uniqueKeysWithValues: bases),
                    Dictionary(uniqueKeysWithValues: declared)), [:]
            )
        }
        let rule = DisclosureRule(
            fewestPersons: fewestPersons(in: edition), isAlreadyPublished: indicator.dataset.isAlreadyPublished)
        return Disclosure.release(
            indicator.computed.series, rule: rule, tree: tree, root: project.description.root, as: edition)
    }

    /// The fewest persons an edition shows a figure for. Managers see smaller groups, though never one or two persons.
    func fewestPersons<E: Edition>(in edition: E.Type) -> Int {
        E.self == Managers.self ? managersFewestPersons : project.fewestPersons
    }

    /// Clears and assesses one indicator for an edition, with what an outsider could derive from it.
    func assess<E: Publishable>(
        _ indicator: ComputedIndicator, as edition: E.Type
    ) -> (assessed: Assessed<E>, findings: [Finding]) {
        let released = release(indicator, as: edition).released
        let description = indicator.definition.description
        var titles: [String: LocalizedText] = [:], names: [String: [String: LocalizedText]] = [:]
        let crossed = description.pyramid.map { [$0.ages, $0.sides] } ?? []
        for name in indicator.definition.breakdowns + crossed {
            names[name] = indicator.dataset.column(name)?.names
            titles[name] = indicator.dataset.column(name).map {
                $0.title.isEmpty ? LocalizedText(everywhere: $0.header) : $0.title
            } ?? unitAttributeTitles[name]
        }
        var context = AssessmentContext(
            units: tree.units, root: project.description.root, asOf: project.description.builtAt,
            targetYear: project.description.targetYear, provisional: indicator.computed.provisional,
            breakdownTitles: titles, comparison: indicator.definition.comparison.map(ComparisonDefinition.init))
        names[unitTypeAttribute] = unitTypeNames(project.description)
        context.categoryNames = names
        context.peers = (try? peers(of: indicator, as: edition)) ?? []
        context.peerMeasures = peerMeasures(of: indicator)
        let assessed = Assessment.assess(released, description, context)
        return (assessed, derivableFigures(released, tree: tree))
    }
}

/// What a breakdown by the units' type is called in definitions.
private let unitTypeAttribute = "unit.type"

/// What the project calls the types of its units, among its own terms: `unitType.skole`.
private func unitTypeNames(_ project: ProjectDescription) -> [String: LocalizedText] {
    let prefix = "unitType."
    var names: [String: LocalizedText] = [:]
    for (language, terms) in project.terms {
        for (key, name) in terms where key.hasPrefix(prefix) && !key.hasSuffix(".many") {
            let type = String(key.dropFirst(prefix.count))
            names[type, default: .init(everywhere: type)].texts[language] = name
        }
    }
    return names
}

/// What breakdowns by the units themselves are called.
private let unitAttributeTitles: [String: LocalizedText] = [
    unitTypeAttribute: LocalizedText([.danish: "Slags enhed", .bokmal: "Type enhet", .english: "Type of unit"]),
    "unit.area": LocalizedText([.danish: "Lokalområde", .bokmal: "Lokalområde", .english: "Local area"]),
]

extension ComparisonDefinition {
    init(_ declaration: ComparisonDeclaration) {
        let kind: Kind
        switch declaration.kind {
        case .unit(let code): kind = .unit(code)
        case .median(let level): kind = .median(of: level)
        }
        self.init(
            kind: kind, label: declaration.label, hasSameDefinition: declaration.hasSameDefinition,
            note: declaration.note, neighbours: declaration.neighbours)
    }
}
