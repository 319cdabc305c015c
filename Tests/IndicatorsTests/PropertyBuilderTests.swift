import Catalogue
import Indicators
import Noise
import Testing
import Vocabulary

/// Sums drawn by chance, of months or years, units that come and go, and both sexes; what must not matter does not.
@Suite("Random sums: order, place in time and breakdowns change no figure")
struct PropertyBuilderTests {
    static let cases = 60

    /// The sums of everyone and, where wanted, of each sex.
    private func draw(_ noise: inout FixedNoise, by sexes: Bool, isMonthly: Bool) -> [QueryCell] {
        var cells: [QueryCell] = []
        for unit in ["a", "b", "c"] {
            for place in 0..<(isMonthly ? 30 : 9) where noise.uniform() < 0.97 {
                let period = isMonthly ? Period.month(2022 + place / 12, place % 12 + 1) : .year(2016 + place)
                let counts = ["K", "M"].map { sex in
                    let bottom = Int.random(in: 0...900, using: &noise)
                    return (sex, Int.random(in: 0...bottom, using: &noise), bottom)
                }
                func cell(_ parts: [(String, Int, Int)], _ by: [Category]) -> QueryCell {
                    let top = parts.reduce(0) { $0 + $1.1 }, bottom = parts.reduce(0) { $0 + $1.2 }
                    return Cases.cell(unit, period, top, bottom, persons: bottom, rows: parts.count, by: by)
                }
                cells.append(cell(counts, []))
                guard sexes else { continue }
                cells += counts.map { cell([$0], [Category(dimension: "koen", value: $0.0)]) }
            }
        }
        return cells
    }

    private static let measures = [
        ("share", ""), ("share", "denominatorOverTime: mean"), ("mean", ""), ("sum", ""),
    ]

    private func rows(_ builder: SeriesBuilder, _ cells: [QueryCell]) -> [Row] {
        builder.build(QueryResult(cells: cells, text: "")).series.rows.map { Row(key: $0.key, cell: $0.cell) }
    }

    private struct Row: Equatable {
        var key: SeriesKey
        var cell: Cell

        /// The same key where `period` is another.
        func moved(_ period: (Period) -> Period) -> Row {
            Row(key: SeriesKey(period: period(key.period), unit: key.unit, by: key.by), cell: cell)
        }
    }

    @Test("sums may come in any order", arguments: measures)
    func order(_ measure: String, _ more: String) throws {
        let builder = try Cases.builder(measure, "by: koen\n" + more)
        var noise = FixedNoise(41), figures = 0
        for number in 0..<Self.cases {
            let cells = draw(&noise, by: true, isMonthly: number % 2 == 0)
            let plain = rows(builder, cells), shuffled = rows(builder, cells.shuffled(using: &noise))
            #expect(plain == shuffled)
            figures += plain.count { $0.cell.value != nil }
        }
        #expect(figures > 20 * Self.cases)
    }

    @Test("the same sums years later give the same figures", arguments: measures)
    func yearsLater(_ measure: String, _ more: String) throws {
        let plain = try Cases.builder(measure, "by: koen\n" + more)
        let later = try Cases.builder(measure, "by: koen\n" + more, asOf: "2046-11-20")
        var noise = FixedNoise(42)
        for number in 0..<Self.cases {
            let cells = draw(&noise, by: true, isMonthly: number % 2 == 0)
            let moved = cells.map { $0.moved { $0.later(by: 240) } }
            let before = plain.build(QueryResult(cells: cells, text: ""))
            let after = later.build(QueryResult(cells: moved, text: ""))
            #expect(rows(plain, cells).map { $0.moved { $0.later(by: 240) } } == rows(later, moved))
            #expect(Set(before.provisional.map { $0.later(by: 240) }) == after.provisional)
            #expect(before.rows == after.rows && before.findings.count == after.findings.count)
        }
    }

    @Test("months that stand some months later have the same figures, though other years are made of them")
    func monthsLater() throws {
        let builder = try Cases.builder("share")
        var noise = FixedNoise(43)
        for _ in 0..<Self.cases {
            let cells = draw(&noise, by: false, isMonthly: true), months = Int.random(in: -40...40, using: &noise)
            let moved = rows(builder, cells.map { $0.moved { $0.later(by: months) } }).filter {
                $0.key.period.months == 1
            }
            let plain = rows(builder, cells).filter { $0.key.period.months == 1 }
            #expect(plain.map { $0.moved { $0.later(by: months) } } == moved && plain.count > 20)
        }
    }

    @Test("a breakdown changes no figure of everyone together", arguments: measures)
    func breakdown(_ measure: String, _ more: String) throws {
        let plain = try Cases.builder(measure, more), broken = try Cases.builder(measure, "by: koen\n" + more)
        var noise = FixedNoise(44)
        for number in 0..<Self.cases {
            let cells = draw(&noise, by: true, isMonthly: number % 2 == 0)
            let with = rows(broken, cells)
            #expect(with.filter { $0.key.by.isEmpty } == rows(plain, cells.filter { $0.key.by.isEmpty }))
            #expect(with.contains { !$0.key.by.isEmpty })
        }
    }

    @Test("twelve times the numerator gives twelve times the figure", arguments: measures)
    func scaled(_ measure: String, _ more: String) throws {
        let builder = try Cases.builder(measure, more)
        var noise = FixedNoise(45)
        for number in 0..<Self.cases {
            let cells = draw(&noise, by: false, isMonthly: number % 2 == 0)
            let larger = cells.map { cell in
                var cell = cell
                cell.numerator = Exact(units: 12 * cell.numerator.units, scale: cell.numerator.scale)
                return cell
            }
            for (plain, scaled) in zip(rows(builder, cells), rows(builder, larger)) {
                #expect(plain.key == scaled.key && plain.cell.state == scaled.cell.state)
                let first = plain.cell.value ?? 0, second = scaled.cell.value ?? 0
                #expect(abs(12 * first - second) <= 1e-12 * abs(second))
            }
        }
    }
}

extension QueryCell {
    fileprivate func moved(_ period: (Period) -> Period) -> QueryCell {
        var cell = self
        cell.key = SeriesKey(period: period(key.period), unit: key.unit, by: key.by)
        return cell
    }
}

extension Period {
    /// The month or year so many months later; a year moves by whole years.
    fileprivate func later(by count: Int) -> Period {
        let start = startMonth + count
        return months == 1 ? .month(start / 12, start % 12 + 1) : .year(start / 12)
    }
}
