import Catalogue
import Findings
import Indicators
import Vocabulary

/// The sums of one plan, growing row by row.
final class PlanSums {
    private let plan: QueryPlan
    private let labels: [String: [String]]
    private let filter: ((RowPointer) -> Bool?)?
    private let numerator: NumberProgram
    private let denominator: NumberProgram?
    private let persons: NumberProgram?
    private let counted: NumberProgram?
    /// Slot and shift of the state of each number column that the figure needs.
    private let states: [(slot: Int, shift: Int64)]
    private var groupings: [GroupedSums]

    init(_ plan: QueryPlan, layout: RowLayout, labels: [String: [String]], numbers: [String]) {
        self.plan = plan
        self.labels = labels
        filter = plan.filter?.truth(layout)
        numerator = plan.numerator.number(layout)
        denominator = plan.denominator?.number(layout)
        persons = plan.persons?.number(layout)
        counted = plan.counted?.number(layout)
        let first = layout.slots["missing"]!
        let used = plan.numerator.columns.union(plan.denominator?.columns ?? [])
        states = numbers.enumerated().filter { used.contains($1) }.map { index, _ in
            (first + index / RowStates.columns, Int64(2 * (index % RowStates.columns)))
        }
        groupings = plan.groupings.map { GroupedSums($0, plan, layout, labels) }
    }

    func add(_ row: RowPointer) {
        if let filter, filter(row) != true { return }
        let top = numerator.run(row), bottom = denominator.map { $0.run(row) } ?? .some(1)
        guard let top, let bottom else {
            let state = state(row)
            for index in groupings.indices { groupings[index].addAbsent(state, row) }
            return
        }
        let people = persons.map { $0.run(row) ?? 0 } ?? 0
        let inside = counted.map { $0.run(row) ?? 0 } ?? 0
        for index in groupings.indices { groupings[index].add(top, bottom, people, inside, row) }
    }

    /// The gravest state among the needed numbers: 0 missing, 1 not applicable, 2 confidential.
    private func state(_ row: RowPointer) -> Int {
        max(0, (states.map { Int(row[$0.slot] >> $0.shift & 3) }.max() ?? 1) - 1)
    }

    /// - Throws: `Refusal` where a sum needed more than 128 bits.
    func cells() throws -> [QueryCell] {
        guard !groupings.contains(where: \.overflowed) else {
            throw Refusal(
                Finding(
                    .error, "number-too-large", "'\(plan.indicator)' adds up to more than can be kept exactly",
                    suggestion: "declare fewer 'decimals' for its columns in config.json"))
        }
        let periods = labels["period"]!.map { Period($0)! }
        let units = labels["unit"]!.map { UnitCode($0) }
        return groupings.flatMap { grouping in
            grouping.groups.map { group in
                let by = zip(grouping.columns, group.codes).map {
                    Category(dimension: $0, value: labels[$0]?[$1] ?? "")
                }
                return QueryCell(
                    key: SeriesKey(period: periods[group.period], unit: units[group.unit], by: by.sorted()),
                    numerator: Exact(units: group.numerator, scale: numerator.scale),
                    denominator: Exact(units: group.denominator, scale: denominator?.scale ?? 0),
                    persons: Exact(units: group.persons, scale: persons?.scale ?? 0),
                    counted: Exact(units: group.counted, scale: counted?.scale ?? 0), rows: group.rows,
                    missing: group.absent.0, notApplicable: group.absent.1, confidential: group.absent.2)
            }
        }
    }
}

/// Why numbers of a row are not there: two bits a column, 31 columns a slot, from the slot `missing` on.
enum RowStates {
    static let columns = 31

    static func slots(for numbers: Int) -> Int { max(1, (numbers + columns - 1) / columns) }
}

/// The sums of one period, unit and category.
private struct GroupSum {
    let period: Int
    let unit: Int
    let codes: [Int]
    var numerator: Int128 = 0
    var denominator: Int128 = 0
    var persons: Int128 = 0
    var counted: Int128 = 0
    var rows = 0
    var absent = (0, 0, 0)

    init(period: Int, unit: Int, codes: [Int]) {
        self.period = period
        self.unit = unit
        self.codes = codes
    }
}

/// Sums by period, unit and the columns of one grouping. Groups are found by a number made of their codes, in a flat
/// table where that is small enough, else in a dictionary.
private struct GroupedSums {
    let columns: [String]
    private(set) var groups: [GroupSum] = []
    /// A sum needed more than 128 bits.
    private(set) var overflowed = false
    private let slots: [Int]
    private let sizes: [Int]
    /// Rows it reads: a column that has a total is held to it, or, where it is grouped by, kept off it.
    private let tests: [(slot: Int, code: Int64, wanted: Bool)]
    private var table: [Int32]
    private var index: [Int: Int] = [:]

    private static let largestTable = 1 << 22

    init(_ columns: [String], _ plan: QueryPlan, _ layout: RowLayout, _ labels: [String: [String]]) {
        self.columns = columns
        slots = [layout.slots["period"]!, layout.slots["unit"]!] + columns.map { layout.slots[$0]! }
        sizes = (["period", "unit"] + columns).map { max(1, labels[$0]?.count ?? 1) }
        tests = plan.totals.map { column, total in
            (layout.slots[column]!, layout.codes[column]?[total] ?? RowLayout.absent, !columns.contains(column))
        }
        let product = sizes.reduce(1) { $0.multipliedReportingOverflow(by: $1).overflow ? Int.max : $0 * $1 }
        precondition(product < Int.max, "more groups than a number can name")
        table = product <= Self.largestTable ? [Int32](repeating: -1, count: product) : []
    }

    mutating func add(_ top: Int128, _ bottom: Int128, _ people: Int128, _ inside: Int128, _ row: RowPointer) {
        guard let group = group(row) else { return }
        groups[group].numerator.accumulate(top, &overflowed)
        groups[group].denominator.accumulate(bottom, &overflowed)
        groups[group].persons.accumulate(people, &overflowed)
        groups[group].counted.accumulate(inside, &overflowed)
        groups[group].rows += 1
    }

    mutating func addAbsent(_ state: Int, _ row: RowPointer) {
        guard let group = group(row) else { return }
        switch state {
        case 2: groups[group].absent.2 += 1
        case 1: groups[group].absent.1 += 1
        default: groups[group].absent.0 += 1
        }
    }

    /// The place of the row's group; nil where the grouping does not read the row.
    private mutating func group(_ row: RowPointer) -> Int? {
        for test in tests where (row[test.slot] == test.code) != test.wanted { return nil }
        var number = 0
        for place in slots.indices { number = number &* sizes[place] &+ Int(row[slots[place]]) }
        if table.isEmpty {
            if let known = index[number] { return known }
            index[number] = groups.count
        } else {
            let known = table[number]
            if known >= 0 { return Int(known) }
            table[number] = Int32(groups.count)
        }
        groups.append(
            GroupSum(
                period: Int(row[slots[0]]), unit: Int(row[slots[1]]), codes: slots.dropFirst(2).map { Int(row[$0]) }))
        return groups.count - 1
    }
}

extension Int128 {
    /// Adds; a value that was already too large (`NumberProgram.tooLarge`), or a sum that becomes so, is noted.
    fileprivate mutating func accumulate(_ value: Int128, _ overflowed: inout Bool) {
        let (sum, overflow) = addingReportingOverflow(value)
        if overflow || value == NumberProgram.tooLarge { overflowed = true }
        self = sum
    }
}
