import Assessment
import Disclosure
import Indicators
import Noise
import Testing
import Vocabulary

/// Series of a tree of units with months, years and a breakdown, cleared and assessed.
@Suite("Random series of units: neither order nor a breakdown changes what is said of the whole")
struct PropertyAssessTests {
    private struct Drawn {
        var rows: [(SeriesKey, Cell)] = []
        var broken: [(SeriesKey, Cell)] = []
    }

    /// Shares of persons in two departments with two units each, months and years from 2016 on.
    private func draw(_ noise: inout FixedNoise) -> Drawn {
        var drawn = Drawn()
        let isMonthly = noise.chance(0.3), most = noise.chance(0.5) ? 12 : 400
        let periods = isMonthly ? (0..<30).map { Period.month(2023 + $0 / 12, $0 % 12 + 1) } : []
        for period in periods + (2016...2025).map(Period.year) {
            var sums: [UnitCode: (Int, Int)] = [:]
            for (unit, above) in [("B1", "B"), ("B2", "B"), ("A1", "A"), ("A2", "A")] {
                let persons = Int.random(in: 0...most, using: &noise),
                    counted = Int.random(in: 0...persons, using: &noise)
                for code in [unit, above, "K"] {
                    let sum = sums[UnitCode(code)] ?? (0, 0)
                    sums[UnitCode(code)] = (sum.0 + counted, sum.1 + persons)
                }
            }
            for (unit, sum) in sums where sum.1 > 0 {
                drawn.rows.append((SeriesKey(period: period, unit: unit), Self.cell(sum.0, sum.1)))
            }
            let whole = sums["K"]!, women = Int.random(in: 0...whole.1, using: &noise)
            let counted = Int.random(in: max(0, whole.0 - (whole.1 - women))...min(women, whole.0), using: &noise)
            for (value, part) in [("Kvinder", (counted, women)), ("Mænd", (whole.0 - counted, whole.1 - women))]
            where part.1 > 0 {
                let key = SeriesKey(period: period, unit: "K", by: [Category(dimension: "koen", value: value)])
                drawn.broken.append((key, Self.cell(part.0, part.1)))
            }
        }
        return drawn
    }

    private static func cell(_ part: Int, _ whole: Int) -> Cell {
        Cell(
            state: .shown, numerator: Exact(part), denominator: Exact(whole),
            value: Exact(part).ratio(to: Exact(whole), times: 100), persons: whole, personsCounted: part,
            personsNotCounted: whole - part, rows: whole)
    }

    private static let units = [
        ("K", nil), ("B", "K"), ("A", "K"), ("B1", "B"), ("B2", "B"), ("A1", "A"), ("A2", "A"),
    ].map { (code: String, parent: String?) in
        UnitDescription(code: UnitCode(code), name: .init(everywhere: code), parent: parent.map { UnitCode($0) })
    }

    /// - Parameter later: by how many years the day, the target and what is provisional are later.
    private func assessed(_ rows: [(SeriesKey, Cell)], later: Int = 0) -> Assessed<Public> {
        let released = release(
            Series(indicator: "i", rows: rows.map { (key: $0.0, cell: $0.1) }), rule: DisclosureRule(fewestPersons: 5),
            tree: UnitTree(Self.units), root: "K", as: Public.self
        ).released
        let context = AssessmentContext(
            units: Self.units, root: "K", asOf: "\(2026 + later)-11-20", targetYear: 2030 + later,
            provisional: [.month(2025 + later, 6)])
        let description = Cases.indicator(.up, target: Cases.target(60, year: 2030 + later))
        return assess(released, description, context)
    }

    @Test("rows may come in any order")
    func order() {
        var noise = FixedNoise(31), verdicts: Set<Verdict> = []
        for _ in 0..<150 {
            let drawn = draw(&noise), rows = drawn.rows + drawn.broken
            let plain = assessed(rows), other = assessed(rows.shuffled(using: &noise))
            verdicts.insert(plain.outcome.verdict)
            #expect(plain.annual == other.annual && plain.detail == other.detail && plain.units == other.units)
            #expect(plain.breakdowns == other.breakdowns && plain.outcome == other.outcome)
            #expect(plain.control == other.control)
        }
        #expect(verdicts.count > 3)
    }

    @Test("the same rows years later are read the same, chart and all")
    func later() {
        var noise = FixedNoise(33), signals = 0
        for _ in 0..<100 {
            let drawn = draw(&noise), years = Int.random(in: -50...50, using: &noise)
            let moved = drawn.rows.map { (SeriesKey(period: $0.0.period.later(by: years), unit: $0.0.unit), $0.1) }
            let plain = assessed(drawn.rows), other = assessed(moved, later: years)
            #expect(plain.outcome.verdict == other.outcome.verdict && plain.outcome.chance == other.outcome.chance)
            for (series, same) in zip([plain.annual] + plain.units, [other.annual] + other.units) {
                #expect(series.points.map(\.value) == same.points.map(\.value))
                #expect(series.points.map(\.low) == same.points.map(\.low))
                #expect(series.points.map(\.state) == same.points.map(\.state))
                #expect(series.points.map { $0.period.later(by: years) } == same.points.map(\.period))
            }
            let chart = plain.control?.points ?? [], charted = other.control?.points ?? []
            #expect(plain.control?.kind == other.control?.kind && plain.control?.variation == other.control?.variation)
            #expect(chart.map { $0.period.later(by: years) } == charted.map(\.period))
            #expect(chart.map(\.meaning) == charted.map(\.meaning) && chart.map(\.charted) == charted.map(\.charted))
            signals += chart.contains { $0.meaning != .ordinary } ? 1 : 0
        }
        #expect(signals > 5)
    }

    @Test("a breakdown changes neither what is shown of the whole and the units, nor what is said of it")
    func breakdown() {
        var noise = FixedNoise(32), hidden = 0, broken = 0
        for _ in 0..<150 {
            let drawn = draw(&noise), plain = assessed(drawn.rows), more = assessed(drawn.rows + drawn.broken)
            #expect(plain.annual == more.annual && plain.detail == more.detail && plain.units == more.units)
            #expect(plain.outcome == more.outcome && plain.control == more.control)
            broken += more.breakdowns.isEmpty ? 0 : 1
            hidden +=
                more.breakdowns.contains { $0.series.contains { $0.points.contains { $0.state == .hidden } } } ? 1 : 0
        }
        #expect(broken > 100 && hidden > 50)
    }
}
