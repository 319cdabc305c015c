import Assessment
import Disclosure
import Indicators
import Vocabulary

/// A municipality of units of one type, made by hand and cleared.
enum UnitCases {
    /// `count` schools under the root, u0, u1 …
    static func organisation(_ count: Int, type: String = "skole") -> [UnitDescription] {
        [UnitDescription(code: "K", name: .init(everywhere: "Kommunen"), level: "kommune", type: "kommune")]
            + (0..<count).map {
                UnitDescription(
                    code: UnitCode("u\($0)"), name: .init(everywhere: "Skole \($0)"), parent: "K", level: "enhed",
                    type: type)
            }
    }

    static func key(_ unit: Int?, _ year: Int = 2025) -> SeriesKey {
        SeriesKey(period: .year(year), unit: unit.map { UnitCode("u\($0)") } ?? "K")
    }

    /// A share of persons in per cent.
    static func persons(_ part: Int, of whole: Int, expected: Double? = nil) -> Cell {
        share(part, of: whole, persons: whole, expected: expected)
    }

    /// A share in per cent of something; of days unless `persons` is the whole.
    static func share(_ part: Int, of whole: Int, persons: Int?, expected: Double? = nil) -> Cell {
        Cell(
            state: .shown, numerator: Exact(part), denominator: Exact(whole),
            value: Double(part) / Double(whole) * 100, persons: persons,
            expected: expected.map {
                Expected(numerator: $0 / 100 * Double(whole), value: $0, fewestPersons: 50)
            })
    }

    /// The groups of units in the managers' edition.
    static func groups(
        _ rows: [(SeriesKey, Cell)], of units: [UnitDescription], isExpectedByMix: Bool = false,
        provisional: Set<Period> = [], breaks: [Int] = [], kind: UnitOfMeasure.Kind = .percent
    ) -> [UnitGroup] {
        let series = Series(
            indicator: "i", rows: rows.map { (key: $0.0, cell: $0.1) }, isExpectedByMix: isExpectedByMix)
        let released = release(
            series, rule: DisclosureRule(fewestPersons: 0), tree: UnitTree(units), root: "K", as: Managers.self
        ).released
        let context = AssessmentContext(
            units: units, root: "K", asOf: "2026-11-20", targetYear: 2030, provisional: provisional)
        return assess(released, Cases.indicator(.neutral, breaks: breaks, kind: kind), context).unitGroups
    }

    static func comparison(_ group: UnitGroup?) -> UnitComparison? {
        if case .compared(let comparison) = group?.reading { comparison } else { nil }
    }
}
