import Catalogue
import Vocabulary

/// Sums of units added up to the units above them.
extension SeriesBuilder {
    func doubleCounted(_ cells: [QueryCell]) -> (UnitCode, UnitCode)? {
        var units: [Period: Set<UnitCode>] = [:]
        for cell in cells where cell.key.by.isEmpty { units[cell.key.period, default: []].insert(cell.key.unit) }
        for (_, present) in units.sorted(by: { $0.key < $1.key }) {
            func upper(_ unit: UnitCode) -> UnitCode? { tree.ancestors(of: unit).first(where: present.contains) }
            if let lower = present.filter({ upper($0) != nil }).min() { return (upper(lower)!, lower) }
        }
        return nil
    }

    /// The categories of all units under the root, added up.
    func atRoot(_ cells: [QueryCell]) -> [QueryCell] {
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

    func rolledUpUnits(_ cells: [QueryCell]) -> [QueryCell] {
        var sums: [SeriesKey: QueryCell] = [:]
        sums.reserveCapacity(cells.count)
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

    /// The units under the root, added up by what they are: by type, or by area.
    func byAttribute(_ cells: [QueryCell]) -> [QueryCell] {
        var result: [QueryCell] = []
        for attribute in definition.breakdowns.compactMap({ UnitAttribute(rawValue: $0) }) {
            let named = cells.compactMap { cell -> QueryCell? in
                guard let unit = tree[cell.key.unit] else { return nil }
                var cell = cell
                cell.key.by = [Category(dimension: attribute.rawValue, value: attribute.value(unit))]
                return cell
            }
            result += atRoot(named)
        }
        return result
    }
}
