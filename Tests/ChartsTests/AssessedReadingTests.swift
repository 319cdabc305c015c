import Assessment
import Charts
import Disclosure
import Indicators
import Testing
import Vocabulary
import Wording

/// Charts made from figures that disclosure control has cleared.
@Suite("Control charts, funnels, groups and seasons of an indicator")
struct AssessedReadingTests {
    private static let codes = (1...9).map { UnitCode("s\($0)") }
    private static let tree = UnitTree(
        [UnitDescription(code: "r", name: .init(everywhere: "Roskilde Kommune"))]
            + codes.map {
                UnitDescription(
                    code: $0, name: .init(everywhere: "Skolen \($0.code)"), parent: "r", level: "enhed", type: "skole")
            })
    private let phrases = Phrases(.danish)

    private func assessed(
        _ rows: [(SeriesKey, Cell)], direction: Direction = .down, provisional: Set<Period> = [],
        breaks: [Period] = []
    ) -> Assessed<Public> {
        let description = IndicatorDescription(
            id: "i", goal: "g", theme: .wellbeing, title: .init(everywhere: "Sygefravær"),
            unit: .init(kind: .percent), direction: direction,
            sources: [.init(dataset: "d", title: .init(), publisher: .init(), isSample: false, rhythm: .month)],
            breaks: breaks.map { SeriesBreak(at: $0, reason: .init()) })
        let released = release(
            Series(indicator: "i", rows: rows.map { (key: $0.0, cell: $0.1) }), rule: DisclosureRule(fewestPersons: 5),
            tree: Self.tree, root: "r", as: Public.self
        ).released
        let context = AssessmentContext(
            units: Self.tree.units, root: "r", asOf: "2026-11-20", targetYear: 2030, provisional: provisional,
            breakdownTitles: ["alder": .init(everywhere: "Alder")])
        return assess(released, description, context)
    }

    private func row(_ period: Period, _ value: Double, by: [Category] = []) -> (SeriesKey, Cell) {
        (SeriesKey(period: period, unit: "r", by: by), Cell(state: .shown, value: value, persons: 900))
    }

    private func months(_ values: [Double]) -> [(SeriesKey, Cell)] {
        values.enumerated().map { row(.month(2023 + $0.offset / 12, $0.offset % 12 + 1), $0.element) }
    }

    /// Ordinary ups and downs around 5.
    private func wobble(_ place: Int) -> Double { 5 + [0.1, -0.2, 0.3, -0.1, 0.2, -0.3, 0][place * 3 % 7] }

    private func control(_ a: Assessed<Public>, _ style: ChartStyle = .wide) -> Scene? {
        controlChart(a, style: style, phrases: phrases, measure: EvenMeasure(), sampleNotice: "Eksempeldata")
    }

    private func marks(_ scene: Scene, _ shape: DotShape) -> Int {
        scene.marks.reduce(0) { sum, mark in
            if case .dots(let points, shape, _, _) = mark { sum + points.count } else { sum }
        }
    }

    @Test("a month far above is told by shape, words and pointing, the wrong way for a figure that should fall")
    func signal() throws {
        let values = (0..<30).map { $0 == 28 ? 8.0 : wobble($0) }
        let scene = try #require(control(assessed(months(values))))
        // One in the plot and one in the key.
        #expect(marks(scene, .triangleDown) == 2 && marks(scene, .triangleUp) == 0)
        #expect(scene.texts.contains { $0.string.hasPrefix("maj") && $0.string.hasSuffix(": 8,0\u{a0}%") })
        #expect(scene.hitAreas[28].label.hasSuffix("over den øvre grænse for de sædvanlige udsving"))
        #expect(scene.hitAreas.count == 30 && scene.hitAreas[3].label == "april 2023: 5,3\u{a0}%, 900 personer")
        #expect(scene.texts.contains { $0.string == "Eksempeldata" })
        let good = try #require(control(assessed(months(values), direction: .up)))
        #expect(marks(good, .triangleUp) == 2 && marks(good, .triangleDown) == 0)
        let neutral = try #require(control(assessed(months(values), direction: .neutral)))
        #expect(marks(neutral, .diamond) == 2)
        for style in [ChartStyle.narrow, .picture] {
            #expect(control(assessed(months(values)), style)?.textFaults(EvenMeasure()) == [])
        }
    }

    @Test("the limits that are said are those of the reading")
    func limits() throws {
        let a = assessed(months((0..<30).map(wobble)))
        let reading = try #require(a.control)
        let high = try #require(reading.points.last?.high)
        let said = try #require(control(a)).texts.map(\.string).joined(separator: " ")
        let tenths = Int((high * 10).rounded())
        #expect(said.contains("Usædvanligt over \(tenths / 10),\(tenths % 10)\u{a0}%"))
    }

    @Test("a level too new for limits says none; the limits of the one before are drawn")
    func newLevel() throws {
        let a = assessed(months((0..<30).map(wobble)), breaks: [.month(2025, 2)])
        let scene = try #require(control(a))
        #expect(a.control?.silence == .tooShort)
        #expect(!scene.texts.contains { $0.string.hasPrefix("Usædvanligt") || $0.string.hasPrefix("Midten") })
        let limits = scene.marks.compactMap { mark -> Int? in
            if case .line(let runs, .context, 1, .dashed) = mark { runs.count } else { nil }
        }
        #expect(limits == [2])
    }

    @Test("a figure that moves all through the period has no single period marked, and says so")
    func drift() throws {
        let a = assessed(months((0..<30).map { 3 + Double($0) / 5 }))
        #expect(a.control?.points.contains { $0.rule != nil } == true)
        let scene = try #require(control(a))
        #expect([DotShape.triangleUp, .triangleDown, .diamond].allSatisfy { marks(scene, $0) == 0 })
        #expect(scene.title.contains("Tallet har flyttet sig gennem perioden"))
        #expect(scene.texts.contains { $0.string.hasPrefix("Midten") })
    }

    @Test("fewer than eight figures are no control chart")
    func tooFew() {
        #expect(control(assessed(months((0..<7).map(wobble)))) == nil)
        #expect(control(assessed(months((0..<8).map(wobble)))) != nil)
    }

    @Test("a series with seasons charts its changes from the year before, provisional ones too")
    func seasonal() throws {
        let values = (0..<48).map { wobble($0) + ($0 % 12 < 3 ? 3.0 : 0) }
        let a = assessed(months(values), provisional: [.month(2026, 12)])
        #expect(a.control?.kind == .yearOverYear)
        let scene = try #require(control(a))
        #expect(scene.hitAreas.count == 36)
        // December 2026 is place 47: 5.2 after 4.9 the year before (places 47 and 35: wobble 0.2 and 0).
        let change = values[47] - values[35]
        let tenths = Int((change.magnitude * 10).rounded())
        let label = try #require(scene.hitAreas.last?.label)
        #expect(label.contains("\(tenths / 10),\(tenths % 10)\u{a0}procentpoint fra samme tid året før"))
        #expect(label.hasSuffix("foreløbigt tal"))
        #expect(marks(scene, .openCircle) == 2)
        #expect(scene.textFaults(EvenMeasure()) == [])
    }

    private func school(_ place: Int, _ part: Int, of whole: Int) -> (SeriesKey, Cell) {
        (
            SeriesKey(period: .year(2025), unit: Self.codes[place]),
            Cell(
                state: .shown, numerator: Exact(part), denominator: Exact(whole),
                value: Double(part) / Double(whole) * 100, persons: whole)
        )
    }

    @Test("units of a type are a funnel when there are eight, and the one outside is named")
    func funnels() throws {
        let parts = [320, 326, 314, 322, 318, 324, 316, 320, 200]
        func funnel(_ count: Int, _ style: ChartStyle = .wide) -> Scene? {
            let rows = parts.suffix(count).enumerated().map { school($0.offset, $0.element, of: 400) }
            return funnelChart(
                assessed(rows, direction: .up), style: style, phrases: phrases, measure: EvenMeasure(),
                sampleNotice: "")
        }
        let scene = try #require(funnel(9))
        #expect(scene.texts.contains { $0.string == "Skolen s9" } && !scene.texts.contains { $0.string == "Skolen s1" })
        #expect(scene.title.contains("1 af de 9 steder ligger uden for det"))
        #expect(scene.hitAreas.count == 9 && scene.hitAreas.last?.label.hasSuffix("lavere end forventet") == true)
        #expect(funnel(9, .narrow)?.textFaults(EvenMeasure()) == [])
        #expect(funnel(7) == nil)
    }

    @Test("groups are dots at the newest year and a panel each over time")
    func groups() throws {
        let rows = (2022...2025).flatMap { year in
            [row(.year(year), 5)]
                + [("Under 30", 4.0), ("30–59", 5.0), ("60 og over", 6.0)].map { name, value in
                    row(.year(year), value + Double(year - 2022) / 10, by: [.init(dimension: "alder", value: name)])
                }
        }
        func groups(_ rows: [(SeriesKey, Cell)], _ style: ChartStyle = .wide) -> Scene? {
            groupsChart(assessed(rows), style: style, phrases: phrases, measure: EvenMeasure(), sampleNotice: "")
        }
        let scene = try #require(groups(rows))
        let texts = scene.texts.map(\.string)
        #expect(texts.contains("Fordelt på alder (2025)"))
        // Once beside its dot and once over its panel.
        #expect(texts.filter { $0 == "30–59" }.count == 2)
        // Four rows, and four years in each of three panels.
        #expect(scene.hitAreas.count == 16)
        #expect(groups(rows, .narrow)?.textFaults(EvenMeasure()) == [] && scene.textFaults(EvenMeasure()) == [])
        let single = try #require(groups(rows.filter { $0.0.period == .year(2025) }))
        #expect(single.texts.filter { $0.string == "30–59" }.count == 1)
        #expect(groups([row(.year(2025), 5)]) == nil)
    }

    @Test("months of two years are a table of years and months; of one year, or of years, none")
    func seasons() throws {
        func season(_ rows: [(SeriesKey, Cell)], _ style: ChartStyle = .wide) -> Scene? {
            seasonChart(assessed(rows), style: style, phrases: phrases, measure: EvenMeasure(), sampleNotice: "")
        }
        let scene = try #require(season(months((0..<30).map(wobble))))
        let texts = scene.texts.map(\.string)
        #expect(texts.contains("2023") && texts.contains("2025") && scene.hitAreas.count == 30)
        #expect(scene.textFaults(EvenMeasure()) == [])
        #expect(season(months((0..<30).map(wobble)), .narrow)?.textFaults(EvenMeasure()) == [])
        #expect(season(months((0..<12).map(wobble))) == nil)
        #expect(season((2015...2025).map { row(.year($0), 5) }) == nil)
        let quarters = (0..<9).map { row(.quarter(2023 + $0 / 4, $0 % 4 + 1), wobble($0)) }
        #expect(try #require(season(quarters)).texts.contains { $0.string == "1. kvartal" })
    }
}
