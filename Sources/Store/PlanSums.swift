import Catalogue
import Indicators
import Vocabulary

/// The sums of one plan over the rows of a dataset.
///
/// Formulas are evaluated a block of rows at a time. Sums are 64 bits where no sum of that many rows can be larger, as
/// the ranges of the columns tell, else 128; nothing is checked row by row, and nothing is rounded.
struct PlanSums {
    let plan: QueryPlan
    let rows: ScannedRows
    let layout: RowLayout
    /// Number columns in the order of their states.
    let numbers: [String]

    private let filter: TruthEvaluation?
    private let numerator: NumberEvaluation
    private let denominator: NumberEvaluation?
    private let persons: NumberEvaluation?
    private let counted: NumberEvaluation?
    private let tallied: NumberEvaluation?
    private let moments: [NumberEvaluation]
    /// Slot and shift of the state of each number column that the figure needs.
    private let states: [(slot: Int, shift: Int64)]

    /// - Throws: `NumberTooLarge` where a sum may need more than 128 bits.
    init(_ plan: QueryPlan, _ rows: ScannedRows, layout: RowLayout, numbers: [String]) throws(NumberTooLarge) {
        self.plan = plan
        self.rows = rows
        self.layout = layout
        self.numbers = numbers
        func evaluation(_ formula: Formula?) throws(NumberTooLarge) -> NumberEvaluation? {
            guard let formula else { return nil }
            let compiled = try formula.number(layout)
            guard compiled.range.magnitude <= Int128.max / 2 / Int128(max(1, rows.count)) else { throw NumberTooLarge() }
            return NumberEvaluation(compiled)
        }
        if let formula = plan.filter { filter = TruthEvaluation(try formula.truth(layout)) } else { filter = nil }
        numerator = try evaluation(plan.numerator)!
        denominator = try evaluation(plan.denominator)
        persons = try evaluation(plan.persons)
        counted = try evaluation(plan.counted)
        tallied = try evaluation(plan.tallied)
        var moments: [NumberEvaluation] = []
        for formula in plan.moments { moments.append(try evaluation(formula)!) }
        self.moments = moments
        let first = layout.slots["missing"]!
        let used = plan.numerator.columns.union(plan.denominator?.columns ?? []).union(plan.tallied?.columns ?? [])
        states = numbers.enumerated().filter { used.contains($1) }.map { index, _ in
            (first + index / RowStates.columns, Int64(2 * (index % RowStates.columns)))
        }
    }

    /// Adds up by one grouping.
    func table(_ groups: RowGroups, _ room: SumRoom) -> SumTable {
        let count = groups.keys.count
        let evaluations = [tallied, numerator, denominator, persons, counted] + moments
        let sums = evaluations.dropFirst().map { $0.map { GroupSums($0.compiled, groups: count, rows: rows.count, room) } }
        let tally = tallied.map { _ in GroupTally() }
        var rowCounts = room.counts(count)
        var absent: [(missing: Int32, notApplicable: Int32, confidential: Int32)] = []
        let chosen = UnsafeMutablePointer<Int32>.allocate(capacity: RowBlock.most)
        let theirs = UnsafeMutablePointer<Int32>.allocate(capacity: RowBlock.most)
        defer {
            chosen.deallocate()
            theirs.deallocate()
        }
        let tests = totalTests(groups.columns)
        for (run, packed) in rows.runs.enumerated() {
            let length = rows.length(of: run)
            let groupOf = groups.groups + run * ScannedRows.runLength
            var start = 0
            while start < length {
                let all = RowBlock(columns: packed, first: start, count: min(RowBlock.most, length - start))
                start += all.count
                let block = choose(all, tests, into: chosen)
                guard block.count > 0, count > 0 else { continue }
                for place in 0..<block.count { theirs[place] = groupOf[block.row(place)] }
                let found = evaluations.map { $0?.numbers(block) }
                // Rows without one of the values they need lose their group, and with it their part in every sum.
                for numbers in found.prefix(3) {
                    numbers?.eachAbsent(block.count) { place in
                        guard theirs[place] >= 0 else { return }
                        if absent.isEmpty { absent = Array(repeating: (0, 0, 0), count: count) }
                        note(block.row(place), packed, &absent[Int(theirs[place])])
                        theirs[place] = -1
                    }
                }
                for (sum, numbers) in zip(sums, found.dropFirst()) { sum?.add(numbers!, block.count, theirs) }
                tally?.add(found[0]!, block.count, theirs)
                rowCounts.withUnsafeMutableBufferPointer { counts in
                    let counts = counts.baseAddress!
                    for place in 0..<block.count where theirs[place] >= 0 { counts[Int(theirs[place])] &+= 1 }
                }
            }
        }
        var table = SumTable(
            keys: groups.keys, numerator: sums[0]!.sums,
            denominator: sums[1]?.sums ?? ExactSums(.narrow(room.widened(rowCounts)), scale: 0),
            persons: sums[2]?.sums ?? ExactSums(.constant(0), scale: 0),
            counted: sums[3]?.sums ?? ExactSums(.constant(0), scale: 0), rows: rowCounts, absent: absent,
            tallies: tally?.tallies(groups: count, scale: tallied!.compiled.scale) ?? [])
        table.moments = sums.dropFirst(4).map { $0!.sums }
        return table
    }

    /// Rows a grouping reads: a column that has a total is held to it, or, where it is grouped by, kept off it.
    private func totalTests(_ columns: [String]) -> [(slot: Int, code: Int64, wanted: Bool)] {
        plan.totals(of: columns).map { column, total in
            (layout.slots[column]!, layout.codes[column]?[total] ?? RowLayout.absent, !columns.contains(column))
        }
    }

    /// The rows of a block that the filter and the totals let through.
    private func choose(
        _ all: RowBlock, _ tests: [(slot: Int, code: Int64, wanted: Bool)], into chosen: UnsafeMutablePointer<Int32>
    ) -> RowBlock {
        guard filter != nil || !tests.isEmpty else { return all }
        var count = 0
        if let filter {
            let truths = filter.truths(all)
            for place in 0..<all.count {
                chosen[count] = Int32(truncatingIfNeeded: all.first + place)
                count += truths[place] == 1 ? 1 : 0
            }
        } else {
            for place in 0..<all.count { chosen[place] = Int32(truncatingIfNeeded: all.first + place) }
            count = all.count
        }
        for test in tests {
            let column = all.columns[test.slot]
            var kept = 0
            for place in 0..<count {
                let row = chosen[place]
                chosen[kept] = row
                kept += (column[Int(row)] == test.code) == test.wanted ? 1 : 0
            }
            count = kept
        }
        return RowBlock(columns: all.columns, first: 0, count: count, chosen: UnsafePointer(chosen))
    }

    /// Counts a row that is left out by the gravest state among the numbers it needs.
    private func note(
        _ row: Int, _ packed: [PackedColumn], _ absent: inout (missing: Int32, notApplicable: Int32, confidential: Int32)
    ) {
        let state = states.map { $0.slot < packed.count ? Int(packed[$0.slot][row] >> $0.shift & 3) : 1 }.max() ?? 1
        switch state {
        case 3: absent.confidential += 1
        case 2: absent.notApplicable += 1
        default: absent.missing += 1
        }
    }
}

/// Why numbers of a row are not there: two bits a column, 31 columns a slot, from the slot `missing` on.
enum RowStates {
    static let columns = 31

    static func slots(for numbers: Int) -> Int { max(1, (numbers + columns - 1) / columns) }
}

extension ClosedRange<Int128> {
    fileprivate var magnitude: Int128 { Swift.max(Swift.abs(lowerBound), Swift.abs(upperBound)) }
}

extension RowBlock {
    /// The row in its run that stands at a place of the block.
    @inline(__always)
    fileprivate func row(_ place: Int) -> Int { chosen.map { Int($0[place]) } ?? first + place }
}

extension BlockNumbers {
    /// Calls for each place whose number is not there.
    @inline(__always)
    fileprivate func eachAbsent(_ count: Int, _ found: (Int) -> Void) {
        switch self {
        case .narrow(let numbers):
            for place in 0..<count where numbers[place] == Int64.min { found(place) }
        case .wide(let numbers):
            for place in 0..<count where numbers[place] == Int128.min { found(place) }
        }
    }
}

/// Room for sums, used again by the next plan where nobody kept the last one's: fresh memory costs more than the sums.
final class SumRoom {
    private var spareSums: [[Int64]] = []
    private var spareCounts: [[Int32]] = []

    fileprivate func zeros(_ count: Int) -> [Int64] { Self.zeros(count, &spareSums) }

    fileprivate func counts(_ count: Int) -> [Int32] { Self.zeros(count, &spareCounts) }

    /// Counts of rows as sums.
    fileprivate func widened(_ counts: [Int32]) -> [Int64] {
        var sums = zeros(counts.count)
        for group in counts.indices { sums[group] = Int64(counts[group]) }
        return sums
    }

    private static func zeros<Word: FixedWidthInteger>(_ count: Int, _ spare: inout [[Word]]) -> [Word] {
        guard var room = spare.popLast(), room.count == count else { return [Word](repeating: 0, count: count) }
        room.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
        return room
    }

    /// Takes the room of a table back once it has been handed over.
    func reclaim(_ table: consuming SumTable) {
        spareCounts.append(table.rows)
        for sums in [table.numerator, table.denominator, table.persons, table.counted] + table.moments {
            if case .narrow(let values) = sums.units { spareSums.append(values) }
        }
    }
}

/// One sum a group.
private final class GroupSums {
    private let scale: Int
    private var narrow: [Int64]
    private var wide: [Int128]

    init(_ compiled: CompiledNumber, groups count: Int, rows: Int, _ room: SumRoom) {
        scale = compiled.scale
        let isNarrow = compiled.isNarrow && compiled.range.magnitude <= Int128(Int64.max / 2) / Int128(max(1, rows))
        narrow = isNarrow ? room.zeros(count) : []
        wide = isNarrow ? [] : [Int128](repeating: 0, count: count)
    }

    /// Adds each row's number to its group's sum; a row without a group, or without a number, adds nothing.
    func add(_ numbers: BlockNumbers, _ rows: Int, _ groups: UnsafePointer<Int32>) {
        if wide.isEmpty, case .narrow(let values) = numbers {
            narrow.withUnsafeMutableBufferPointer { sums in
                let sums = sums.baseAddress!
                for place in 0..<rows where groups[place] >= 0 && values[place] != Int64.min {
                    sums[Int(groups[place])] &+= values[place]
                }
            }
        } else {
            wide.withUnsafeMutableBufferPointer { sums in
                for place in 0..<rows where groups[place] >= 0 {
                    if let value = numbers[place] { sums[Int(groups[place])] &+= value }
                }
            }
        }
    }

    var sums: ExactSums { ExactSums(wide.isEmpty ? .narrow(narrow) : .wide(wide), scale: scale) }
}

/// Every value of every group.
private final class GroupTally {
    private var values: [(group: Int32, value: Int128)] = []

    func add(_ numbers: BlockNumbers, _ rows: Int, _ groups: UnsafePointer<Int32>) {
        for place in 0..<rows where groups[place] >= 0 { values.append((groups[place], numbers[place]!)) }
    }

    func tallies(groups count: Int, scale: Int) -> [[Tallied]] {
        var result = [[Tallied]](repeating: [], count: count)
        values.sort { ($0.group, $0.value) < ($1.group, $1.value) }
        for (group, value) in values {
            let exact = Exact(units: value, scale: scale)
            if let last = result[Int(group)].indices.last, result[Int(group)][last].value == exact {
                result[Int(group)][last].count += 1
            } else {
                result[Int(group)].append(Tallied(value: exact, count: 1))
            }
        }
        return result
    }
}
