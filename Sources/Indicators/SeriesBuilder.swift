public import Catalogue
public import Findings
public import Vocabulary

/// An indicator's series with what was noticed on the way.
public struct ComputedSeries: Sendable {
    public var series: Series
    /// Periods whose figures may still change.
    public var provisional: Set<Period>
    public var findings: [Finding]
    /// Rows that gave the figures, for provenance.
    public var rows: Int
}

/// Turns the sums of a query into an indicator's series: rolled up to every level and to whole years, as a ratio of
/// sums at each; published figures (`given`) are taken as they stand and never rolled up.
public struct SeriesBuilder {
    let definition: IndicatorDefinition
    let dataset: DatasetDeclaration
    let tree: UnitTree
    let root: UnitCode
    /// Date of the build, ISO 8601: a year that is not over yet is provisional.
    let asOf: String

    public init(
        definition: IndicatorDefinition, dataset: DatasetDeclaration, tree: UnitTree, root: UnitCode, asOf: String
    ) {
        self.definition = definition
        self.dataset = dataset
        self.tree = tree
        self.root = root
        self.asOf = asOf
    }

    public func build(_ result: QueryResult) -> ComputedSeries {
        var findings: [Finding] = []
        var cells = result.cells
        if definition.measure == .given {
            if let twice = cells.first(where: { $0.rows > 1 }) {
                findings.append(
                    Finding(
                        .error, "ambiguous-figure",
                        "\(twice.rows) published figures for \(twice.key.unit) in \(twice.key.period)",
                        at: definition.place,
                        suggestion: "declare the total of each category, or choose with 'filter'"))
            }
        } else {
            if let (upper, lower) = doubleCounted(cells) {
                findings.append(
                    Finding(
                        .error, "totals-double-counted",
                        "'\(dataset.name)' has rows for \(upper) and for \(lower) below it", at: definition.place,
                        suggestion: "keep one level in the files, or use measure 'given'"))
            }
            cells = rolledUpUnits(cells.filter { $0.key.by.isEmpty }) + atRoot(cells.filter { !$0.key.by.isEmpty })
        }
        // Breakdowns are told for the whole alone: of a unit they would have to be cleared against its siblings' too.
        cells = cells.filter { $0.key.by.isEmpty || $0.key.unit == root }
        let base = cells.map(\.key.period)
        let isFine = base.contains { ($0.grain.months ?? 12) < 12 }
        let provisional = provisionalPeriods(base)
        var sums = cells.map { ($0.key, Sums($0, definition)) }
        if isFine {
            let whole = years(of: cells)
            let made = Set(whole.map(\.0))
            // Years that stand in the files beside months are kept where the months do not make them.
            sums = sums.filter { key, _ in
                key.period.months >= 12 ? !made.contains(key) : isYearly && key.unit == root && key.by.isEmpty
            } + whole
        }
        let series = Series(
            indicator: definition.description.id, rows: sums.map { ($0.0, $0.1.cell(definition)) })
        return ComputedSeries(
            series: series, provisional: provisional, findings: findings, rows: result.cells.reduce(0) { $0 + ($1.key.by.isEmpty ? $1.rows : 0) })
    }

    /// Whether a month's figure is of the same kind as a year's: a month's leavers out of a hundred are not a year's.
    private var isYearly: Bool {
        definition.measure == .sum
            ? definition.numeratorOverTime == .mean : definition.numeratorOverTime == definition.denominatorOverTime
    }

    private func doubleCounted(_ cells: [QueryCell]) -> (UnitCode, UnitCode)? {
        let byPeriod = Dictionary(grouping: cells.filter { $0.key.by.isEmpty }, by: \.key.period)
        for (_, cells) in byPeriod.sorted(by: { $0.key < $1.key }) {
            let present = Set(cells.map(\.key.unit))
            for unit in present.sorted() {
                if let upper = tree.ancestors(of: unit).first(where: present.contains) { return (upper, unit) }
            }
        }
        return nil
    }

    /// The categories of all units under the root, added up.
    private func atRoot(_ cells: [QueryCell]) -> [QueryCell] {
        var isUnderRoot: [UnitCode: Bool] = [:]
        var sums: [SeriesKey: QueryCell] = [:]
        for cell in cells {
            let unit = cell.key.unit
            if isUnderRoot[unit] == nil { isUnderRoot[unit] = unit == root || tree.ancestors(of: unit).contains(root) }
            guard isUnderRoot[unit] == true else { continue }
            let key = SeriesKey(period: cell.key.period, unit: root, by: cell.key.by)
            sums[key, default: cell.empty(key)].add(cell)
        }
        return Array(sums.values)
    }

    private func rolledUpUnits(_ cells: [QueryCell]) -> [QueryCell] {
        var sums: [SeriesKey: QueryCell] = [:]
        var levels: [UnitCode: [UnitCode]] = [:]
        for cell in cells {
            let unit = cell.key.unit
            if levels[unit] == nil { levels[unit] = [unit] + tree.ancestors(of: unit) }
            for level in levels[unit]! {
                let key = SeriesKey(period: cell.key.period, unit: level, by: cell.key.by)
                sums[key, default: cell.empty(key)].add(cell)
            }
        }
        return Array(sums.values)
    }

    /// The last declared number of periods, and every year that is not over at the date of the build; a declared 0
    /// says that the figures are final although the year is not over (a survey, a count on 1 January).
    private func provisionalPeriods(_ base: [Period]) -> Set<Period> {
        let distinct = Set(base).sorted()
        var result = Set(distinct.suffix(dataset.provisional ?? 0))
        // The month of the build is not over.
        let today = Period(asOf)?.startMonth ?? Int.max
        if dataset.provisional != 0 { result.formUnion(distinct.filter { $0.endMonth > today }) }
        for period in distinct where result.contains(period) {
            if let year = period.rolledUp(to: .year) { result.insert(year) }
        }
        return result
    }

    /// Whole years from months, quarters or tertials: only years all of whose parts the dataset has. A unit that lacks
    /// some of them (opened, closed, a gap) has no figure for the year; a category may be empty in some.
    private func years(of cells: [QueryCell]) -> [(SeriesKey, Sums)] {
        if definition.measure == .given { return [] }
        var parts: [Period: Set<Period>] = [:]
        for cell in cells {
            if let year = cell.key.period.rolledUp(to: .year) { parts[year, default: []].insert(cell.key.period) }
        }
        var sums: [SeriesKey: Sums] = [:]
        for cell in cells.sorted(by: { $0.key < $1.key }) {
            guard let year = cell.key.period.rolledUp(to: .year), let months = cell.key.period.grain.months,
                months > 0, parts[year]?.count == 12 / months
            else { continue }
            let key = SeriesKey(period: year, unit: cell.key.unit, by: cell.key.by)
            let part = Sums(cell, definition)
            sums[key] = sums[key].map { $0.followed(by: part) } ?? part
        }
        for (key, sum) in sums where key.by.isEmpty && sum.parts < parts[key.period]!.count {
            sums[key]!.state = .missing
        }
        return Array(sums)
    }
}

/// Sums on their way to a figure.
private struct Sums {
    var numerator: Exact
    var denominator: Exact
    /// Persons are a stock: over time the smallest count stands, which is the careful one.
    var persons: Int?
    var counted: Int?
    var notCounted: Int?
    var rows: Int
    var parts: Int
    var state: FigureState
    /// Those counted come and go (leavers): over time they add up.
    var countsFlow = false

    init(_ cell: QueryCell, _ definition: IndicatorDefinition) {
        numerator = cell.numerator
        denominator = cell.denominator
        rows = cell.rows
        parts = 1
        switch definition.persons {
        case .denominator:
            persons = Int(cell.denominator.double.rounded(.down))
            counted = Int(cell.numerator.double.rounded(.down))
            notCounted = Int((cell.denominator - cell.numerator).double.rounded(.down))
        case .formula(_, let formula):
            persons = Int(cell.persons.double.rounded(.down))
            if formula != nil {
                counted = Int(cell.counted.double.rounded(.down))
                notCounted = Int((cell.persons - cell.counted).double.rounded(.down))
                countsFlow = definition.numeratorOverTime == .sum
            }
        case .none: break
        }
        state =
            cell.rows > 0 ? .shown
            : cell.confidential > 0 ? .hidden : cell.missing > 0 ? .missing : .notApplicable
    }

    func followed(by next: Sums) -> Sums {
        var result = self
        result.numerator = numerator + next.numerator
        result.denominator = denominator + next.denominator
        func least(_ a: Int?, _ b: Int?) -> Int? { a.flatMap { first in b.map { min(first, $0) } ?? first } ?? b }
        result.persons = least(persons, next.persons)
        if countsFlow, let counted, let more = next.counted {
            result.counted = counted + more
            result.notCounted = result.persons.map { $0 - counted - more }
        } else {
            result.counted = least(counted, next.counted)
            result.notCounted = least(notCounted, next.notCounted)
        }
        result.rows = rows + next.rows
        result.parts = parts + next.parts
        // A part that is not there leaves the whole without a figure; the gravest reason stands.
        result.state = [.hidden, .missing, .notApplicable].first { $0 == state || $0 == next.state } ?? .shown
        return result
    }

    /// The denominator as the figure uses it: the mean over its parts, to a tenth, where the definition says so.
    private func shownDenominator(_ definition: IndicatorDefinition) -> Exact {
        guard definition.denominatorOverTime == .mean, definition.numeratorOverTime == .sum, parts > 1 else {
            return denominator
        }
        let fine = denominator.scaled(to: denominator.scale + 1)
        let (whole, rest) = fine.units.quotientAndRemainder(dividingBy: Int128(parts))
        return Exact(units: rest * 2 >= Int128(parts) ? whole + 1 : whole, scale: fine.scale)
    }

    func cell(_ definition: IndicatorDefinition) -> Cell {
        // The persons stay with it: disclosure control must know a small unit also where its year is not whole.
        guard state == .shown else {
            return Cell(
                state: state, persons: persons, personsCounted: counted, personsNotCounted: notCounted, rows: rows)
        }
        let unit = definition.description.unit
        var value: Double?
        if definition.measure == .given || definition.measure == .sum {
            value = numerator.double
            if definition.numeratorOverTime == .mean { value = numerator.ratio(to: Exact(parts)) }
        } else {
            // A mean over time of both changes nothing; of one of them it divides that one by the number of parts.
            let isMean = (definition.numeratorOverTime == .mean, definition.denominatorOverTime == .mean)
            let factor = isMean == (false, true) ? parts : 1
            let below = isMean == (true, false) ? Exact(units: denominator.units * Int128(parts), scale: denominator.scale) : denominator
            value = numerator.ratio(to: below, times: unit.multiplier * factor)
        }
        guard let value else { return Cell(state: .notApplicable, rows: rows) }
        let isGiven = definition.measure == .given
        return Cell(
            state: .shown, numerator: isGiven ? nil : numerator,
            denominator: definition.denominator == nil ? nil : shownDenominator(definition), value: value,
            persons: persons, personsCounted: counted, personsNotCounted: notCounted, rows: rows)
    }
}

extension QueryCell {
    func empty(_ key: SeriesKey) -> QueryCell {
        QueryCell(
            key: key, numerator: .zero, denominator: .zero, persons: .zero, rows: 0, missing: 0, notApplicable: 0,
            confidential: 0)
    }

    mutating func add(_ other: QueryCell) {
        numerator = numerator + other.numerator
        denominator = denominator + other.denominator
        persons = persons + other.persons
        counted = counted + other.counted
        rows += other.rows
        missing += other.missing
        notApplicable += other.notApplicable
        confidential += other.confidential
    }
}
