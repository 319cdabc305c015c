public import Vocabulary

/// A value with how often it occurs.
public struct Tallied: Hashable, Sendable {
    /// The number, or a category's code.
    public var value: Exact
    public var count: Int

    public init(value: Exact, count: Int) {
        self.value = value
        self.count = count
    }
}

/// Exact sums, one a group: 64 bits each where all fit.
public struct ExactSums: Sendable {
    public enum Units: Sendable {
        /// All the same: `0` where nothing was added up.
        case constant(Int128)
        case narrow([Int64])
        case wide([Int128])
    }

    public var units: Units
    /// Decimals of each.
    public var scale: Int

    public init(_ units: Units, scale: Int) {
        self.units = units
        self.scale = scale
    }

    public subscript(group: Int) -> Exact {
        switch units {
        case .constant(let value): Exact(units: value, scale: scale)
        case .narrow(let values): Exact(units: Int128(values[group]), scale: scale)
        case .wide(let values): Exact(units: values[group], scale: scale)
        }
    }
}

/// What each group stands for, as places in lists of labels. Shared by all plans that group alike.
public struct SumKeys: Sendable {
    /// Category columns it groups by, beside period and unit.
    public var columns: [String]
    public var periodLabels: [Period]
    public var unitLabels: [UnitCode]
    public var categoryLabels: [[String]]
    /// For each group the place of its period, its unit and its categories.
    public var periods: [Int32]
    public var units: [Int32]
    public var categories: [[Int32]]

    public init(
        columns: [String], periodLabels: [Period], unitLabels: [UnitCode], categoryLabels: [[String]],
        periods: [Int32] = [], units: [Int32] = [], categories: [[Int32]]
    ) {
        self.columns = columns
        self.periodLabels = periodLabels
        self.unitLabels = unitLabels
        self.categoryLabels = categoryLabels
        self.periods = periods
        self.units = units
        self.categories = categories
    }

    public var count: Int { periods.count }

    public subscript(group: Int) -> SeriesKey {
        let by = columns.indices.map {
            Category(dimension: columns[$0], value: categoryLabels[$0][Int(categories[$0][group])])
        }
        return SeriesKey(
            period: periodLabels[Int(periods[group])], unit: unitLabels[Int(units[group])], by: by.sorted())
    }
}

/// The sums of one plan over one grouping: period × unit × categories.
public struct SumTable: Sendable {
    public var keys: SumKeys
    public var numerator: ExactSums
    public var denominator: ExactSums
    public var persons: ExactSums
    public var counted: ExactSums
    /// Rows added up, for each group.
    public var rows: [Int32]
    /// Rows left out because a value they need is not there, for each group: missing, not applicable, confidential.
    /// Empty where there were none at all.
    public var absent: [(missing: Int32, notApplicable: Int32, confidential: Int32)]
    /// For each group every value of what is tallied, ascending; empty where nothing is.
    public var tallies: [[Tallied]]
    /// Sums of the plan's moments.
    public var moments: [ExactSums] = []

    public init(
        keys: SumKeys, numerator: ExactSums, denominator: ExactSums, persons: ExactSums, counted: ExactSums,
        rows: [Int32], absent: [(missing: Int32, notApplicable: Int32, confidential: Int32)], tallies: [[Tallied]]
    ) {
        self.keys = keys
        self.numerator = numerator
        self.denominator = denominator
        self.persons = persons
        self.counted = counted
        self.rows = rows
        self.absent = absent
        self.tallies = tallies
    }

    /// The groups of the chosen units that have rows, added up as those of one unit.
    /// - Parameter isIn: whether a unit is among them, by its place in the labels.
    func cells(of whole: UnitCode, where isIn: (Int) -> Bool) -> [QueryCell] {
        var wholes: [QueryCell] = []
        // The place of each among them, by a number made of the places of its period and categories.
        var places: [Int: Int] = [:]
        for group in rows.indices where isIn(Int(keys.units[group])) && !isEmpty(group) {
            var number = Int(keys.periods[group])
            for (categories, labels) in zip(keys.categories, keys.categoryLabels) {
                number = number * labels.count + Int(categories[group])
            }
            let place = places[number] ?? wholes.count
            if place == wholes.count {
                places[number] = place
                var key = keys[group]
                key.unit = whole
                wholes.append(emptyCell(key))
            }
            add(group, to: &wholes[place])
        }
        return wholes
    }

    /// Periods and units that have rows of which none counts, since the filter leaves out all of them.
    public var uncounted: [SeriesKey] { rows.indices.filter(isEmpty).map { keys[$0] } }

    /// The groups that have rows, each by itself.
    public var cells: [QueryCell] {
        rows.indices.compactMap(cell)
    }

    private func cell(_ group: Int) -> QueryCell? {
        guard !isEmpty(group) else { return nil }
        var cell = emptyCell(keys[group])
        add(group, to: &cell)
        return cell
    }

    /// Whether a group has no rows, not even such as were left out.
    private func isEmpty(_ group: Int) -> Bool {
        rows[group] == 0 && (absent.isEmpty || absent[group] == (0, 0, 0))
    }

    private func emptyCell(_ key: SeriesKey) -> QueryCell {
        func zero(_ sums: ExactSums) -> Exact { Exact(units: 0, scale: sums.scale) }
        var cell = QueryCell(
            key: key, numerator: zero(numerator), denominator: zero(denominator), persons: zero(persons),
            counted: zero(counted), rows: 0, missing: 0, notApplicable: 0, confidential: 0)
        cell.moments = moments.map(zero)
        return cell
    }

    /// Adds a group's sums to a cell that has their scales.
    private func add(_ group: Int, to cell: inout QueryCell) {
        cell.numerator.units += numerator[group].units
        cell.denominator.units += denominator[group].units
        cell.persons.units += persons[group].units
        cell.counted.units += counted[group].units
        cell.rows += Int(rows[group])
        if !absent.isEmpty {
            cell.missing += Int(absent[group].missing)
            cell.notApplicable += Int(absent[group].notApplicable)
            cell.confidential += Int(absent[group].confidential)
        }
        for place in moments.indices { cell.moments[place].units += moments[place][group].units }
        if !tallies.isEmpty { cell.tally = merged(cell.tally, tallies[group]) }
    }
}
