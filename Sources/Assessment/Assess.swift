public import Disclosure
import Indicators
import Statistics
public import Vocabulary

/// Reads cleared figures into series and judges them. Everything here is computed from shown figures alone.
public func assess<E: Publishable>(
    _ released: Released<E>, _ description: IndicatorDescription, _ context: AssessmentContext
) -> Assessed<E> {
    let figures = FigureTable(released, description, context)
    let root = context.unit(context.root)
    let annual = figures.annual(root)
    let outcome = judge(
        points: annual.points.compactMap(JudgedPoint.init), description: description, targetYear: context.targetYear,
        asOf: context.asOf, isWithheld: annual.points.contains { $0.state == .hidden })
    let units = context.unitsBelowRoot.map(figures.annual).filter { !$0.points.isEmpty }
    let detail = figures.detail(root)
    return Assessed(
        description: description, annual: annual, detail: detail, units: units,
        unitDetails: units.compactMap { figures.detail($0.unit) },
        unitGroups: unitGroups(
            units, root: annual, unit: description.unit, isExpectedByMix: released.isExpectedByMix),
        breakdowns: figures.breakdowns(root), comparison: figures.comparison(),
        peers: context.peers.map {
            AssessedPeer(series: figures.annual(context.unit($0.unit)), distance: $0.distance)
        }, peerMeasures: context.peerMeasures, outcome: outcome,
        control: detail.flatMap { controlReading($0, description) } ?? controlReading(annual, description),
        distribution: figures.distribution(root), pyramid: figures.pyramid(root))
}

extension JudgedPoint {
    /// Nil unless the point shows a figure.
    fileprivate init?(_ point: AssessedPoint) {
        guard let value = point.value else { return nil }
        self.init(
            Observation(period: point.period, value: value, low: point.low, high: point.high, count: point.count),
            isProvisional: point.isProvisional, isExceptional: point.isExceptional)
    }
}

extension AssessmentContext {
    /// The unit with a code, or one named by its code where the organisation does not have it.
    func unit(_ code: UnitCode) -> UnitDescription {
        units.first { $0.code == code } ?? UnitDescription(code: code, name: .init(everywhere: code.code))
    }

    /// Units below the root: each followed by those under it, in the organisation's order.
    var unitsBelowRoot: [UnitDescription] {
        let children = Dictionary(grouping: units.filter { $0.parent != nil }) { $0.parent ?? root }
        var seen: Set<UnitCode> = [root]
        func below(_ code: UnitCode) -> [UnitDescription] {
            (children[code] ?? []).flatMap { unit in
                seen.insert(unit.code).inserted ? [unit] + below(unit.code) : []
            }
        }
        return below(root)
    }
}
