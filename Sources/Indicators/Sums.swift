import Catalogue
import Vocabulary

/// Sums on their way to a figure.
struct Sums {
    var numerator: Exact
    var denominator: Exact
    /// Persons are a stock: over time the smallest count stands, which is the careful one.
    var persons: Int?
    var counted: Int?
    var notCounted: Int?
    var rows: Int
    /// Over how many parts of the time the numerator was added up, and the denominator.
    var parts: Int
    var denominatorParts: Int
    var state: FigureState
    /// Every value of what is tallied.
    var tally: [Tallied]
    /// Sums of the plan's moments.
    var moments: [Exact]
    /// Those counted come and go (leavers): over time they add up.
    var countsFlow = false

    init(_ cell: QueryCell, _ definition: IndicatorDefinition) {
        numerator = cell.numerator
        denominator = cell.denominator
        rows = cell.rows
        tally = cell.tally
        moments = cell.moments
        parts = 1
        denominatorParts = 1
        state =
            cell.rows > 0 ? .shown
            : cell.confidential > 0 ? .hidden : cell.missing > 0 ? .missing : .notApplicable
        switch definition.persons {
        case .denominator: countDenominator()
        case .formula(_, let formula):
            persons = Int(cell.persons.double.rounded(.down))
            if formula != nil {
                counted = Int(cell.counted.double.rounded(.down))
                notCounted = Int((cell.persons - cell.counted).double.rounded(.down))
                countsFlow = definition.numeratorOverTime == .sum
            }
        case .none: break
        }
        if definition.isQuantile, persons != nil { countBeyond(definition.quantile) }
    }

    /// The denominator counts persons, and the numerator some of them.
    mutating func countDenominator() {
        persons = Int(denominator.double.rounded(.down))
        counted = Int(numerator.double.rounded(.down))
        notCounted = Int((denominator - numerator).double.rounded(.down))
    }

    /// The denominator of another dataset counts persons: of a stock, told several times a year, as many as on average.
    mutating func countPersons(in other: Sums) {
        persons = Int(other.numerator.ratio(to: Exact(other.parts))!.rounded(.down))
        counted = Int(numerator.double.rounded(.down))
        notCounted = persons! - counted!
    }

    /// A quantile is about those beyond it: with few of them it tells of single persons.
    private mutating func countBeyond(_ quantile: Double) {
        let values = tally.reduce(0) { $0 + $1.count }
        // Binary fractions: a tenth of 50 is 5, not a little less.
        counted = Int((Double(values) * min(quantile, 1 - quantile) + 1e-9).rounded(.down))
        notCounted = values - counted!
    }

    /// Together with those of another part of time, of rows that are answers or events: a part without a row that can
    /// be used counts for nothing.
    func pooled(with next: Sums) -> Sums {
        if next.rows == 0, rows > 0 { return self }
        return rows == 0 && next.rows > 0 ? next : followed(by: next)
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
        result.denominatorParts = denominatorParts + next.denominatorParts
        result.tally = merged(tally, next.tally)
        result.moments = zip(moments, next.moments).map { $0 + $1 }
        // A part that is not there leaves the whole without a figure; the gravest reason stands.
        result.state = [.hidden, .missing, .notApplicable].first { $0 == state || $0 == next.state } ?? .shown
        return result
    }

    /// What the figure is made of.
    var overTime: OverTimeSums {
        OverTimeSums(numerator: numerator, denominator: denominator, parts: parts, denominatorParts: denominatorParts)
    }

    /// In the indicator's unit of measure; nil where it divides by zero or there is nothing to tell it from.
    private func value(_ definition: IndicatorDefinition) -> Double? {
        if definition.isQuantile { return quantile(definition.quantile, of: tally) }
        return definition.tallied == nil ? overTime.value(definition) : Double(tally.count)
    }

    func cell(
        _ definition: IndicatorDefinition, expected: (expected: Double, fewestPersons: Int?)? = nil
    ) -> Cell {
        // The persons stay with it: disclosure control must know a small unit also where its year is not whole.
        guard state == .shown else {
            return Cell(
                state: state, persons: persons, personsCounted: counted, personsNotCounted: notCounted, rows: rows)
        }
        guard let value = value(definition) else { return Cell(state: .notApplicable, rows: rows) }
        let expectedFigure = expected.map { numerator, fewest in
            Expected(
                numerator: numerator,
                value: numerator * Double(definition.description.unit.multiplier * overTime.above(definition))
                    / overTime.below(definition).double,
                fewestPersons: fewest)
        }
        let isSum = definition.measure != .given && definition.tallied == nil
        var cell = Cell(
            state: .shown, numerator: isSum ? overTime.toldNumerator(definition) : nil,
            denominator: definition.isRatio ? overTime.toldDenominator(definition) : nil, value: value, persons: persons,
            personsCounted: counted, personsNotCounted: notCounted, rows: rows, expected: expectedFigure,
            overTime: isSum ? overTime : nil)
        // Over several months the same persons may answer again, and their answers are not independent.
        if let persons, moments.count == 3, parts == 1 {
            cell.moments = AnswerMoments(answers: persons, values: numerator, weights: denominator, sums: moments)
        }
        return cell
    }
}

extension IndicatorDefinition {
    /// The figure is a quantile of the values that are tallied.
    var isQuantile: Bool { tallied != nil && (measure == .median || measure == .quantile) }
}

/// Two tallies together, ascending.
func merged(_ first: [Tallied], _ second: [Tallied]) -> [Tallied] {
    if first.isEmpty || second.isEmpty { return first.isEmpty ? second : first }
    var result: [Tallied] = []
    result.reserveCapacity(first.count + second.count)
    var (a, b) = (0, 0)
    while a < first.count || b < second.count {
        if b == second.count || (a < first.count && first[a].value < second[b].value) {
            result.append(first[a])
            a += 1
        } else if a == first.count || second[b].value < first[a].value {
            result.append(second[b])
            b += 1
        } else {
            result.append(Tallied(value: first[a].value, count: first[a].count + second[b].count))
            (a, b) = (a + 1, b + 1)
        }
    }
    return result
}

/// The value that a share `quantile` of the values do not exceed; where it falls between two, their mean. Nil without
/// values.
///
/// Source: Hyndman and Fan (1996), *Sample quantiles in statistical packages*, definition 2: the inverse of the
/// distribution, averaged at its steps. Its median is the usual one.
func quantile(_ quantile: Double, of tally: [Tallied]) -> Double? {
    let count = tally.reduce(0) { $0 + $1.count }
    guard count > 0 else { return nil }
    let place = Double(count) * quantile
    /// The value with that rank, from 1.
    func value(_ rank: Int) -> Exact {
        var seen = 0
        for one in tally {
            seen += one.count
            if seen >= rank { return one.value }
        }
        return tally.last!.value
    }
    // Binary fractions: 0.9 × 10 is 9, not a little more.
    let whole = place.rounded()
    if abs(place - whole) < 1e-9 * max(1, place), whole >= 1, Int(whole) < count {
        return (value(Int(whole)) + value(Int(whole) + 1)).ratio(to: Exact(2))
    }
    return value(max(1, Int(place.rounded(.up)))).double
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
        tally = merged(tally, other.tally)
        moments = moments.isEmpty ? other.moments : zip(moments, other.moments).map { $0 + $1 }
    }
}
