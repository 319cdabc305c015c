import Indicators
import Vocabulary

/// Which group each row belongs to, by period, unit and the columns of one grouping: found once for all plans that
/// group alike.
///
/// Groups are found by a number made of their codes, in a flat table where that is small enough, else in a dictionary.
final class RowGroups {
    let columns: [String]
    private(set) var keys: SumKeys
    /// The group of each row.
    let groups: UnsafeMutablePointer<Int32>

    private static let largestTable = 1 << 22

    init(_ columns: [String], _ rows: ScannedRows, layout: RowLayout, labels: [String: [String]]) {
        self.columns = columns
        keys = SumKeys(
            columns: columns, periodLabels: (labels["period"] ?? []).map { Period($0)! },
            unitLabels: (labels["unit"] ?? []).map { UnitCode($0) },
            categoryLabels: columns.map { labels[$0] ?? [] }, categories: columns.map { _ in [] })
        groups = .allocate(capacity: max(1, rows.count))
        let slots = (["period", "unit"] + columns).map { layout.slots[$0]! }
        let sizes = (["period", "unit"] + columns).map { max(1, labels[$0]?.count ?? 1) }
        let product = sizes.reduce(1) { $0.multipliedReportingOverflow(by: $1).overflow ? Int.max : $0 * $1 }
        precondition(product < Int.max, "more groups than a number can name")
        if product <= Self.largestTable {
            var table = [Int32](repeating: -1, count: product)
            table.withUnsafeMutableBufferPointer { table in
                find(rows, slots, sizes) { number in
                    let known = table[number]
                    table[number] = known < 0 ? Int32(keys.count) : known
                    return known
                }
            }
        } else {
            var index: [Int: Int32] = [:]
            find(rows, slots, sizes) { number in
                if let known = index[number] { return known }
                index[number] = Int32(keys.count)
                return -1
            }
        }
    }

    deinit { groups.deallocate() }

    /// - Parameter known: the group a number has, or -1 where it is new and now stands for the next group.
    private func find(_ rows: ScannedRows, _ slots: [Int], _ sizes: [Int], _ known: (Int) -> Int32) {
        let numbers = UnsafeMutablePointer<Int>.allocate(capacity: ScannedRows.runLength)
        defer { numbers.deallocate() }
        for (run, packed) in rows.runs.enumerated() {
            let length = rows.length(of: run), first = groups + run * ScannedRows.runLength
            numbers.update(repeating: 0, count: length)
            for (slot, size) in zip(slots, sizes) {
                let column = packed[slot]
                for row in 0..<length { numbers[row] = numbers[row] &* size &+ Int(column[row]) }
            }
            var last = -1, lastGroup: Int32 = -1
            for row in 0..<length {
                let number = numbers[row]
                if number != last {
                    last = number
                    lastGroup = known(number)
                    if lastGroup < 0 {
                        lastGroup = Int32(keys.count)
                        keys.periods.append(Int32(packed[slots[0]][row]))
                        keys.units.append(Int32(packed[slots[1]][row]))
                        for place in columns.indices { keys.categories[place].append(Int32(packed[slots[place + 2]][row])) }
                    }
                }
                first[row] = lastGroup
            }
        }
    }
}
