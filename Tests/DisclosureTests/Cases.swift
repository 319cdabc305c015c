import Disclosure
import Indicators
import Vocabulary

/// Series and trees made by hand.
enum Cases {
    static let root: UnitCode = "r"

    static func unit(_ code: String, _ parent: String?) -> UnitDescription {
        UnitDescription(code: UnitCode(code), name: .init(everywhere: code), parent: parent.map { UnitCode($0) })
    }

    /// r → n, s; n → a, b, c; s → d, e.
    static let tree = UnitTree([
        unit("r", nil), unit("n", "r"), unit("s", "r"), unit("a", "n"), unit("b", "n"), unit("c", "n"), unit("d", "s"),
        unit("e", "s"),
    ])

    static func share(_ part: Int, of whole: Int) -> Cell {
        Cell(
            state: .shown, numerator: Exact(part), denominator: Exact(whole),
            value: Exact(part).ratio(to: Exact(whole), times: 100), persons: whole, personsCounted: part,
            personsNotCounted: whole - part, rows: whole)
    }

    static func key(_ unit: String, _ period: Period = .year(2024), by: [Category] = []) -> SeriesKey {
        SeriesKey(period: period, unit: UnitCode(unit), by: by)
    }

    static func series(_ cells: [(SeriesKey, Cell)]) -> Series {
        Series(indicator: "x", rows: cells.map { (key: $0.0, cell: $0.1) })
    }

    static func cleared<E: Edition>(
        _ cells: [(SeriesKey, Cell)], fewest: Int = 5, published: Bool = false, tree: UnitTree = tree, as edition: E.Type
    ) -> (states: [SeriesKey: FigureState], reasons: [SeriesKey: HidingReason]) {
        let (released, reasons) = release(
            series(cells), rule: DisclosureRule(fewestPersons: fewest, isAlreadyPublished: published), tree: tree,
            root: root, as: edition)
        return (Dictionary(uniqueKeysWithValues: released.rows.map { ($0.key, $0.figure.state) }), reasons)
    }

    static func isHidden(_ unit: String, in states: [SeriesKey: FigureState]) -> Bool { states[key(unit)] == .hidden }

    /// The whole tree in one year from parts and bases of the five lowest units.
    static func year(_ lowest: [String: (Int, Int)], _ period: Period = .year(2024)) -> [(SeriesKey, Cell)] {
        var sums: [UnitCode: (Int, Int)] = [:]
        for (code, pair) in lowest {
            for unit in [UnitCode(code)] + tree.ancestors(of: UnitCode(code)) {
                let sum = sums[unit] ?? (0, 0)
                sums[unit] = (sum.0 + pair.0, sum.1 + pair.1)
            }
        }
        return sums.map { (SeriesKey(period: period, unit: $0), share($1.0, of: $1.1)) }
    }
}
