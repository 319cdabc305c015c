import Findings
import Vocabulary

/// Indicators made from others, joined to them when all files are read.
extension ProjectFiles {
    /// Checks what they are made from, and gives them its sources. One that cannot be made is left out, with a finding.
    mutating func joinDerived() {
        let known = Dictionary(project.indicators.map { ($0.description.id, $0) }, uniquingKeysWith: { first, _ in first })
        // Those whose files could not be read as indicators: why has been told.
        let unread = Set(ownTargets.keys).subtracting(known.keys).subtracting(project.awaited.map(\.description.id))
        var refused = unread
        for definition in project.indicators {
            guard let derivation = definition.derivation, !derivation.bases.contains(where: unread.contains)
            else { continue }
            let found = problems(of: definition, derivation, known)
            findings += found
            if found.contains(where: { $0.severity == .error }) { refused.insert(definition.description.id) }
        }
        // What is made from one that is refused cannot be made either; that has been told where the fault is.
        var isGrowing = true
        while isGrowing {
            let more = project.indicators.filter {
                !refused.contains($0.description.id) && $0.derivation?.bases.contains(where: refused.contains) ?? false
            }
            refused.formUnion(more.map(\.description.id))
            isGrowing = !more.isEmpty
        }
        project.indicators.removeAll { refused.contains($0.description.id) }
        for index in project.indicators.indices where project.indicators[index].derivation != nil {
            let bases = leaves(of: project.indicators[index], known)
            var sources: [SourceDescription] = []
            for source in bases.flatMap(\.description.sources) where !sources.contains(source) { sources.append(source) }
            project.indicators[index].description.sources = sources
            project.indicators[index].dataset = bases.first?.dataset ?? ""
        }
    }

    /// The indicators with data of their own that one is made from, in the order of their names.
    private func leaves(
        of definition: IndicatorDefinition, _ known: [String: IndicatorDefinition]
    ) -> [IndicatorDefinition] {
        guard let derivation = definition.derivation else { return [definition] }
        return derivation.bases.compactMap { known[$0] }.flatMap { leaves(of: $0, known) }
    }

    private func problems(
        of definition: IndicatorDefinition, _ derivation: Derivation, _ known: [String: IndicatorDefinition]
    ) -> [Finding] {
        let id = definition.description.id
        func report(
            _ code: String, _ message: String, at named: String, _ suggestion: String?, _ severity: Severity = .error
        ) -> Finding {
            let place = named.isEmpty
                ? definition.formulaPlace : definition.basePlaces[named] ?? definition.breakdownPlaces[named]
            return Finding(severity, code, message, at: place ?? definition.place, suggestion: suggestion)
        }
        for base in derivation.bases where known[base] == nil {
            if project.awaited.contains(where: { $0.description.id == base }) {
                return [
                    report(
                        "unknown-indicator", "'\(base)' waits for its data and has no figures yet", at: base,
                        "write 'awaiting' here, too, and leave 'measure' out until then")
                ]
            }
            let others = known.keys.filter { $0 != id }.sorted()
            return [
                report(
                    "unknown-indicator", "no indicator '\(base)'", at: base,
                    didYouMean(base, among: others) ?? "indicators: \(others.joined(separator: ", "))")
            ]
        }
        if let circle = circle(from: id, known) {
            // Told once, of the first in it by name; the others are made from that one.
            guard circle.min() == id else { return [] }
            return [
                report(
                    "indicator-cycle", "'\(id)' is made from itself: \(circle.joined(separator: " → "))", at: circle[1],
                    "let one of them be counted from a dataset")
            ]
        }
        var found: [Finding] = []
        for base in derivation.bases.compactMap({ known[$0] }) {
            for column in definition.breakdowns where !base.breakdowns.contains(column) {
                found.append(
                    report(
                        "unknown-breakdown", "'\(base.description.id)' is not broken down by '\(column)'",
                        at: column,
                        "add it to 'by' there, or leave it out here"))
            }
            guard case .rolling = derivation else { continue }
            if base.measure == .given {
                found.append(
                    report(
                        "given-rolled-up", "'\(base.description.id)' is published as it is and is never rolled up",
                        at: base.description.id,
                        "use measure 'share' where numerator and denominator are known"))
            } else if base.tallied != nil || base.derivation != nil {
                found.append(
                    report(
                        "no-sums", "'\(base.description.id)' is no sum, nor one sum over another: months do not add up to it",
                        at: base.description.id,
                        "let the window be of an indicator that is a share, rate, mean, sum or count"))
            }
        }
        if case .formula(let formula, let names) = derivation, isMeanOfShares(formula, names, known) {
            found.append(
                report(
                    "share-averaged", "a mean of shares is no share of the whole", at: "",
                    "count numerator and denominator of both together in one indicator", .warning))
        }
        return found
    }

    /// The way from an indicator back to itself; nil where there is none.
    private func circle(from id: String, _ known: [String: IndicatorDefinition]) -> [String]? {
        func walk(_ path: [String]) -> [String]? {
            for base in known[path.last!]?.derivation?.bases ?? [] {
                if base == id { return path + [base] }
                if !path.contains(base), let found = walk(path + [base]) { return found }
            }
            return nil
        }
        return walk([id])
    }

    /// `(a + b) / 2` where a and b are shares.
    private func isMeanOfShares(
        _ formula: Formula, _ names: [String: String], _ known: [String: IndicatorDefinition]
    ) -> Bool {
        guard case .quotient(let sum, let count) = formula.node, count.constant != nil,
            case .arithmetic(_, .plus, _) = sum.node
        else { return false }
        let parts = sum.columns.compactMap { names[$0].flatMap { known[$0] } }
        return !parts.isEmpty && parts.allSatisfy { $0.measure == .share || $0.measure == .rate || $0.measure == .topBox }
    }
}
