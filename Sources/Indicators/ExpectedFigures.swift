import Catalogue
import Vocabulary

/// What a unit's figure would be if each group of its mix had the whole's figure.
public struct Expected: Hashable, Sendable {
    /// Compared with the cell's numerator: Σ over groups of the root's numerator ∕ the root's denominator × the unit's
    /// denominator. Divided in binary, group by group in the order of their names, since it is no whole number of
    /// decimals.
    public var numerator: Double
    /// The same in the indicator's unit of measure, compared with the cell's value.
    public var value: Double
    /// The fewest persons in a group whose figure was used, in its base, its numerator or its complement, at the root;
    /// nil where the figure is not about persons.
    public var fewestPersons: Int?

    public init(numerator: Double, value: Double, fewestPersons: Int? = nil) {
        self.numerator = numerator
        self.value = value
        self.fewestPersons = fewestPersons
    }
}

/// Expected numerators by indirect standardisation: the rates of the root's groups, and how much of each group every
/// unit has.
///
/// Source: Breslow and Day (1987), *Statistical Methods in Cancer Research*, volume II, § 2.3. A group with fewer than
/// `fewestInGroup` persons at the root has no rate worth the name, and lends itself to guesses about them: the smallest
/// groups are taken together until there are so many. The root expects what it has, and a parent the sum of what its
/// units expect.
struct ExpectedFigures {
    /// As many events as a directly standardised rate needs (methods, proportions and rates, § 1).
    static let fewestInGroup = 10

    private let root: UnitCode
    /// Sums by period, unit and group, over time as the figures themselves.
    private var mix: [SeriesKey: [String: Sums]] = [:]
    private var rates: [Period: [GroupRate]] = [:]

    /// - Parameters:
    ///   - sums: of every unit, a row a period, unit and group.
    ///   - wholes: the same without the groups; where groups do not add up to it, nothing is expected.
    init(_ sums: [(SeriesKey, Sums)], wholes: [(SeriesKey, Sums)], root: UnitCode) {
        self.root = root
        for (key, sum) in sums {
            guard let group = key.by.first else { continue }
            mix[SeriesKey(period: key.period, unit: key.unit), default: [:]][group.value] = sum
        }
        for (key, whole) in wholes where key.unit == root && key.by.isEmpty {
            let groups = (mix[key] ?? [:]).sorted { $0.key < $1.key }
            guard groups.reduce(Exact.zero, { $0 + $1.value.denominator }) == whole.denominator,
                groups.reduce(Exact.zero, { $0 + $1.value.numerator }) == whole.numerator
            else { continue }
            rates[key.period] = Self.rates(groups.map { GroupRate(names: [$0.key], $0.value) })
        }
    }

    /// The numerator to expect, and the fewest persons behind a rate used for it. Nil where the groups of the unit or
    /// of the root do not add up to its whole, or the unit has a group that the root lacks.
    func numerator(_ key: SeriesKey, of whole: Sums) -> (expected: Double, fewestPersons: Int?)? {
        guard key.by.isEmpty, let groups = mix[key], let rates = rates[key.period],
            groups.values.reduce(Exact.zero, { $0 + $1.denominator }) == whole.denominator
        else { return nil }
        var expected = 0.0
        var used: Set<String> = []
        for rate in rates where rate.denominator.units != 0 {
            let theirs = rate.names.compactMap { groups[$0]?.denominator }.reduce(Exact.zero, +)
            expected += rate.numerator.double * theirs.double / rate.denominator.double
            used.formUnion(rate.names)
        }
        guard groups.allSatisfy({ used.contains($0.key) || $0.value.denominator.units == 0 }) else { return nil }
        return (expected, rates.compactMap(\.fewest).min())
    }

    /// The smallest groups taken together until none is too small; in the order of their names.
    private static func rates(_ groups: [GroupRate]) -> [GroupRate] {
        var waiting = groups.sorted { ($0.size, $0.names[0]) < ($1.size, $1.names[0]) }[...]
        guard var smallest = waiting.popFirst() else { return [] }
        while smallest.size < fewestInGroup, let next = waiting.popFirst() { smallest = smallest.together(with: next) }
        return ([smallest] + waiting).sorted { $0.names[0] < $1.names[0] }
    }
}

/// The root's sums of one group, or of several taken together.
private struct GroupRate {
    var names: [String]
    var numerator: Exact
    var denominator: Exact
    var persons: Int?
    var counted: Int?
    var notCounted: Int?

    init(names: [String], _ sums: Sums) {
        self.names = names
        numerator = sums.numerator
        denominator = sums.denominator
        persons = sums.persons
        counted = sums.counted
        notCounted = sums.notCounted
    }

    /// Persons in the base, the numerator or its complement, whichever are fewest.
    var fewest: Int? { [persons, counted, notCounted].compactMap { $0 }.min() }

    /// What decides whether it stands alone: persons, or, without a denominator, nothing at all.
    var size: Int { denominator.units == 0 ? -1 : fewest ?? .max }

    func together(with other: GroupRate) -> GroupRate {
        func sum(_ first: Int?, _ second: Int?) -> Int? { first.flatMap { a in second.map { a + $0 } } }
        var result = self
        result.names = (names + other.names).sorted()
        result.numerator = numerator + other.numerator
        result.denominator = denominator + other.denominator
        result.persons = sum(persons, other.persons)
        result.counted = sum(counted, other.counted)
        result.notCounted = sum(notCounted, other.notCounted)
        return result
    }
}

extension IndicatorDefinition {
    /// Whether a figure can be expected from a mix: a ratio of sums of one dataset, and a column to mix by.
    var isExpectedByMix: Bool {
        expectedBy != nil && denominator != nil && tallied == nil && derivation == nil && measure != .given
    }

    /// Category columns that are added up by: the breakdowns, and the column of the mix.
    var groupedBy: [String] {
        let columns = breakdowns.filter { UnitAttribute(rawValue: $0) == nil }
        guard isExpectedByMix, let column = expectedBy, !columns.contains(column) else { return columns }
        return columns + [column]
    }
}
