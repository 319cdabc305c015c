import Catalogue
import Vocabulary

/// Sums of units added up to the units above them.
extension SeriesBuilder {
    func doubleCounted(_ cells: [QueryCell]) -> (UnitCode, UnitCode)? {
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
