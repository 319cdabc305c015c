public import Indicators
public import Vocabulary

/// Clears a series for an edition, with the reason for each figure that is not shown.
///
/// The primary rule (methods/disclosure §2, P1 and P2): fewer than `fewestPersons` persons in the base, in the
/// numerator or in its complement are not shown. A breakdown with a small cell is dropped whole, so that no
/// subtraction gives the cell back: the categories of a breakdown in a period, the answers to a question where what they
/// leave is small, the units under a parent in a period (and everything below those units), and the months of a year. The
/// desk sees its own data as they are.
public func release<E: Edition>(
    _ series: Series, rule: DisclosureRule, tree: UnitTree, root: UnitCode, as edition: E.Type
) -> (released: Released<E>, reasons: [SeriesKey: HidingReason]) {
    var reasons: [SeriesKey: HidingReason] = [:]
    if !rule.isAlreadyPublished, E.self != Desk.self {
        reasons = Suppression(series: series, rule: rule, tree: tree, root: root).reasons()
    }
    let rows = series.rows.map { row -> (key: SeriesKey, figure: Figure) in
        let cell = row.cell
        guard cell.state == .shown else { return (row.key, .without(cell.state)) }
        guard reasons[row.key] == nil else { return (row.key, .without(.hidden)) }
        return (
            row.key,
            Figure(
                state: .shown, value: cell.value, numerator: cell.numerator, denominator: cell.denominator,
                count: cell.persons, expected: cell.expected(in: edition, rule), moments: cell.moments,
                overTime: cell.overTime)
        )
    }
    return (Released(indicator: series.indicator, rows: rows, isExpectedByMix: series.isExpectedByMix), reasons)
}

/// Which figures of a series are not shown, and why.
private struct Suppression {
    let cells: [SeriesKey: Cell]
    let keys: [SeriesKey]
    let rule: DisclosureRule
    let tree: UnitTree
    let root: UnitCode

    init(series: Series, rule: DisclosureRule, tree: UnitTree, root: UnitCode) {
        cells = Dictionary(uniqueKeysWithValues: series.rows.map { ($0.key, $0.cell) })
        keys = series.rows.map(\.key)
        self.rule = rule
        self.tree = tree
        self.root = root
    }

    func reasons() -> [SeriesKey: HidingReason] {
        var reasons: [SeriesKey: HidingReason] = [:]
        for key in keys where isSmall(key) { reasons[key] = .primary }
        // Categories of single units would have to be cleared against their siblings' too: none is shown.
        for key in keys where !key.by.isEmpty && key.unit != root && reasons[key] == nil { reasons[key] = .secondary }
        let periods = Set(keys.map(\.period))
        // A unit's hidden month hides the other months of its year, and those the same months of its siblings: until
        // nothing more follows.
        var before = -1
        while reasons.count > before {
            before = reasons.count
            for period in periods {
                dropUnits(below: root, in: period, &reasons)
                dropAbove(root, in: period, &reasons)
            }
            dropCategories(&reasons)
            dropMonths(&reasons)
        }
        return reasons
    }

    /// A source that hides a figure itself makes the cell small too.
    private func isSmall(_ key: SeriesKey) -> Bool {
        guard let cell = cells[key] else { return false }
        if cell.state == .hidden { return true }
        // A year that is not whole has no figure of its own and is still a part of the whole above it.
        guard cell.state == .shown || (cell.state == .missing && cell.rows > 0) else { return false }
        return [cell.persons, cell.personsCounted, cell.personsNotCounted]
            .contains { $0.map { $0 < rule.fewestPersons } ?? false }
    }

    /// Hides all units under a parent where one of them, or the parent, is hidden; then what is below them.
    private func dropUnits(below parent: UnitCode, in period: Period, _ reasons: inout [SeriesKey: HidingReason]) {
        let children = tree.children(of: parent).map { SeriesKey(period: period, unit: $0) }.filter {
            cells[$0] != nil
        }
        let parentKey = SeriesKey(period: period, unit: parent)
        let isParentHidden = parent != root && reasons[parentKey] != nil
        if isParentHidden || children.contains(where: { reasons[$0] != nil }) {
            for child in children where reasons[child] == nil { reasons[child] = .secondary }
        }
        for child in children { dropUnits(below: child.unit, in: period, &reasons) }
    }

    /// A whole above the root is not shown where one of its other parts is hidden: the root itself stays.
    private func dropAbove(_ unit: UnitCode, in period: Period, _ reasons: inout [SeriesKey: HidingReason]) {
        guard let parent = tree[unit]?.parent, parent != unit, !tree.isInCircle(unit) else { return }
        let key = SeriesKey(period: period, unit: parent)
        let beside = tree.children(of: parent).filter { $0 != unit }
        for other in beside { dropUnits(below: other, in: period, &reasons) }
        let parts = (beside + [unit]).map { SeriesKey(period: period, unit: $0) }
        if cells[key] != nil, reasons[key] == nil, parts.contains(where: { reasons[$0] != nil }) {
            reasons[key] = .secondary
        }
        dropAbove(parent, in: period, &reasons)
    }

    private func dropCategories(_ reasons: inout [SeriesKey: HidingReason]) {
        struct Breakdown: Hashable {
            var period: Period
            var unit: UnitCode
            var dimensions: [String]
        }
        let groups = Dictionary(grouping: keys.filter { !$0.by.isEmpty }) {
            Breakdown(period: $0.period, unit: $0.unit, dimensions: $0.by.map(\.dimension))
        }
        // Crossed categories last: they add up to those of either alone, and are not shown where one of these is hidden.
        for (group, members) in groups.sorted(by: { $0.key.dimensions.count < $1.key.dimensions.count }) {
            let isWholeHidden = reasons[SeriesKey(period: group.period, unit: group.unit)] != nil
            let isSumHidden = group.dimensions.count > 1 && group.dimensions.contains { dimension in
                let sums = Breakdown(period: group.period, unit: group.unit, dimensions: [dimension])
                return groups[sums]?.contains { reasons[$0] != nil } ?? false
            }
            let isRestSmall = group.dimensions == [Category.answers] && leavesFew(members)
            guard isWholeHidden || isSumHidden || isRestSmall || members.contains(where: { reasons[$0] != nil }) else {
                continue
            }
            for member in members where reasons[member] == nil { reasons[member] = .secondary }
        }
    }

    /// Whether the answers give a small group away together: what they leave of all who answered, or what the figure's
    /// own numerator is more or less than the answers at one end of the scale.
    private func leavesFew(_ answers: [SeriesKey]) -> Bool {
        let inOrder = answers.sorted { $0.by[0].value < $1.by[0].value }
        let counted = inOrder.compactMap { cells[$0]?.personsCounted }
        guard counted.count == answers.count, let first = answers.first,
            let whole = cells[SeriesKey(period: first.period, unit: first.unit)], let persons = whole.persons
        else { return false }
        let all = counted.reduce(0, +)
        var rests = [persons - all], fromStart = 0
        if let own = whole.personsCounted {
            for answer in counted {
                fromStart += answer
                rests += [abs(own - fromStart), abs(own - (all - fromStart))]
            }
        }
        return rests.contains { 0 < $0 && $0 < rule.fewestPersons }
    }

    /// A hidden month is the year less the other months: then none of that year's months is shown.
    private func dropMonths(_ reasons: inout [SeriesKey: HidingReason]) {
        let wholes = keys.filter { $0.by.isEmpty }
        let partsOf = Dictionary(grouping: wholes.filter { $0.period.months < 12 }, by: \.unit)
        for year in wholes where year.period.grain == .year {
            let parts = (partsOf[year.unit] ?? []).filter { year.period.contains($0.period) }
            guard parts.contains(where: { reasons[$0] != nil }) || reasons[year] != nil else { continue }
            for part in parts where reasons[part] == nil { reasons[part] = .secondary }
        }
    }
}
