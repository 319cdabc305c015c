import Assessment
import Charts
import Disclosure
import Indicators
import Testing
import Vocabulary
import Wording

/// Charts made from figures that disclosure control has cleared.
@Suite("Parts, slopes and maps of an indicator")
struct AssessedPartsTests {
    private static let tree = UnitTree([
        UnitDescription(code: "r", name: .init(everywhere: "Roskilde Kommune")),
        UnitDescription(code: "a", name: .init(everywhere: "Åskolen"), parent: "r", level: "enhed"),
        UnitDescription(code: "b", name: .init(everywhere: "Bakkeskolen"), parent: "r", level: "enhed"),
        UnitDescription(code: "c", name: .init(everywhere: "Centerskolen"), parent: "r", level: "enhed"),
        UnitDescription(code: "d", name: .init(everywhere: "Dalskolen"), parent: "r", level: "enhed"),
    ])
    private let phrases = Phrases(.danish)

    private func cell(_ part: Int, of whole: Int) -> Cell {
        Cell(
            state: .shown, numerator: Exact(part), denominator: Exact(whole), value: Double(part) / Double(whole) * 100,
            persons: whole, personsCounted: part, personsNotCounted: whole - part, rows: 1)
    }

    private func count(_ number: Int) -> Cell {
        Cell(state: .shown, numerator: Exact(number), value: Double(number), persons: number, rows: 1)
    }

    private func assessed(
        _ rows: [(SeriesKey, Cell)], unit: UnitOfMeasure = .init(kind: .percent),
        _ change: (inout IndicatorDescription) -> Void = { _ in }
    ) -> Assessed<Public> {
        var description = IndicatorDescription(
            id: "i", goal: "g", theme: .wellbeing, title: .init(everywhere: "Trivsel"), unit: unit, direction: .up,
            sources: [.init(dataset: "d", title: .init(), publisher: .init(), isSample: false, rhythm: .year)])
        change(&description)
        let released = release(
            Series(indicator: "i", rows: rows.map { (key: $0.0, cell: $0.1) }), rule: DisclosureRule(fewestPersons: 5),
            tree: Self.tree, root: "r", as: Public.self
        ).released
        let context = AssessmentContext(
            units: Self.tree.units, root: "r", asOf: "2026-11-20", targetYear: 2030,
            breakdownTitles: ["art": .init(everywhere: "art"), "alder": .init(everywhere: "alder")])
        return assess(released, description, context)
    }

    private func key(_ unit: String, _ year: Int, _ by: [String: String] = [:]) -> SeriesKey {
        SeriesKey(
            period: .year(year), unit: UnitCode(unit),
            by: by.map { Category(dimension: $0.key, value: $0.value) }.sorted())
    }

    private func answer(_ year: Int, _ place: Int) -> SeriesKey {
        SeriesKey(period: .year(year), unit: "r", by: [.answer(place)])
    }

    private func withAnswers(_ description: inout IndicatorDescription) {
        description.distribution = DistributionDescription(parts: [
            .init(label: .init(everywhere: "Nej"), side: .negative), .init(label: .init(everywhere: "Ja"), side: .positive),
        ])
    }

    @Test func answersOfAYearAreShownTogetherOrNotAtAll() throws {
        let a = assessed(
            [
                (key("r", 2024), cell(60, of: 100)), (key("r", 2025), cell(97, of: 100)),
                (answer(2024, 1), cell(40, of: 100)), (answer(2024, 2), cell(60, of: 100)),
                (answer(2025, 1), cell(3, of: 100)), (answer(2025, 2), cell(97, of: 100)),
            ], withAnswers)
        let scene = try #require(
            distributionChart(
                a, style: .wide, phrases: phrases, measure: EvenMeasure(), sampleNotice: "Eksempeldata", targetYear: 2030))
        let shown = scene.bars(.negative1)
        #expect(shown.count == 1)
        #expect(isNear(shown[0].width / scene.bars(.positive1)[0].width, 40.0 / 60))
        #expect(scene.hitAreas.map(\.label) == ["2025: vises ikke (for få personer)"]
            + ["2024, Nej: 40,0\u{A0}%, 100 personer", "2024, Ja: 60,0\u{A0}%, 100 personer"])
        #expect(scene.text("Eksempeldata") != nil)
        #expect(a.breakdowns.isEmpty, "answers are no breakdown")
        // Not even the figure itself hidden leaves them shown.
        let hidden = assessed(
            [
                (key("r", 2024), cell(60, of: 62)), (answer(2024, 1), cell(40, of: 100)),
                (answer(2024, 2), cell(60, of: 100)),
            ], withAnswers)
        #expect(hidden.distribution?.series.allSatisfy { $0.latest == nil } == true)
    }

    @Test func sharesAddUpAndTheSmallAreTakenTogether() throws {
        let sizes = [("A", 50), ("B", 10), ("C", 100), ("D", 20), ("E", 40), ("F", 30), ("G", 150), ("H", 25)]
        var rows = sizes.map { (key("r", 2025, ["art": $0.0]), count($0.1)) }
        rows.append((key("r", 2025), count(425)))
        let a = assessed(rows, unit: .init(kind: .number, decimals: 0)) { $0.shares = "art" }
        let scene = try #require(
            sharesChart(
                a, style: .wide, phrases: phrases, measure: EvenMeasure(), sampleNotice: "", targetYear: 2030))
        let labels = scene.hitAreas.map(\.label)
        #expect(labels.map { $0.prefix(7) } == ["2025, A", "2025, C", "2025, E", "2025, F", "2025, G", "2025, A"])
        // 10 + 20 + 25 of 425.
        #expect(labels.last == "2025, Andre: 55 (12,9\u{A0}% af det hele)")
        let widths = Role.categories.map { scene.bars($0)[0].width }
        for (width, size) in zip(widths, [50.0, 100, 40, 30, 150, 55]) {
            #expect(isNear(width / widths[0], size / 50))
        }
        let hidden = assessed(rows + [(key("r", 2025, ["art": "I"]), count(2))]) { $0.shares = "art" }
        #expect(
            sharesChart(
                hidden, style: .wide, phrases: phrases, measure: EvenMeasure(), sampleNotice: "", targetYear: 2030) == nil)
    }

    @Test func pyramidsHaveAgesInOrderAndAnEarlierYear() throws {
        var rows: [(SeriesKey, Cell)] = []
        for year in [2015, 2019, 2025] {
            for (place, age) in ["0-9", "10-19", "100+"].enumerated() {
                for (sex, extra) in [("Kvinder", 0), ("Mænd", 50)] {
                    let number = year - 2000 + (place + 1) * 100 + extra
                    rows.append((key("r", year, ["alder": age, "koen": sex]), count(number)))
                }
            }
            rows.append((key("r", year), count(2000)))
        }
        let pyramid = PyramidDescription(ages: "alder", sides: "koen")
        let a = assessed(rows, unit: .init(kind: .number, decimals: 0)) { $0.pyramid = pyramid }
        #expect(a.breakdowns.isEmpty)
        let scene = try #require(
            pyramidChart(
                a, style: .wide, phrases: phrases, measure: EvenMeasure(), sampleNotice: "", targetYear: 2030))
        #expect(scene.text("Stregen viser 2019") != nil && scene.text("Kvinder") != nil)
        #expect(scene.texts.contains { $0.string.hasSuffix(", 2025") }, "the year of the bars")
        let widths = scene.outlines(.category1).map { bounds($0).width }
        #expect(isNear(widths[1] / widths[0], 225.0 / 125) && isNear(widths[2] / widths[0], 325.0 / 125))
        #expect(scene.hitAreas.first?.label == "Kvinder, 0-9\n2025: 125, 125 personer\n2019: 119, 119 personer")
        // One small cell, and the year is not there.
        rows.append((key("r", 2025, ["alder": "110+", "koen": "Mænd"]), count(2)))
        let hidden = assessed(rows, unit: .init(kind: .number, decimals: 0)) { $0.pyramid = pyramid }
        let older = try #require(
            pyramidChart(
                hidden, style: .wide, phrases: phrases, measure: EvenMeasure(), sampleNotice: "", targetYear: 2030))
        #expect(!older.hitAreas.contains { $0.label.contains("2025: 1") })
    }

    private func schools(_ years: [Int]) -> [(SeriesKey, Cell)] {
        years.flatMap { year in
            [("r", 0), ("a", 5), ("b", 10), ("c", 15), ("d", 20)].map { unit, extra in
                (key(unit, year), cell(50 + extra + year - 2019, of: 100))
            }
        }
    }

    @Test func slopesGoFromTheBaselineToTheNewestYear() throws {
        let a = assessed(schools([2019, 2020, 2025])) { $0.baseline = .year(2019) }
        let scene = try #require(
            slopeChart(a, style: .wide, phrases: phrases, measure: EvenMeasure(), sampleNotice: "", targetYear: 2030))
        #expect(scene.text("Dalskolen  70,0\u{A0}%") != nil && scene.text("76,0\u{A0}%  Dalskolen") != nil)
        #expect(scene.text("56,0\u{A0}%  Roskilde Kommune")?.role == .own)
        let withoutBaseline = slopeChart(
            assessed(schools([2019, 2020, 2025])), style: .wide, phrases: phrases, measure: EvenMeasure(),
            sampleNotice: "", targetYear: 2030)
        #expect(withoutBaseline?.text("Dalskolen  71,0\u{A0}%") != nil, "five years before")
        let broken = assessed(schools([2019, 2025])) {
            ($0.baseline, $0.breaks) = (.year(2019), [SeriesBreak(at: .year(2022), reason: .init())])
        }
        let one = assessed(schools([2025]))
        for nothing in [broken, one] {
            #expect(
                slopeChart(
                    nothing, style: .wide, phrases: phrases, measure: EvenMeasure(), sampleNotice: "", targetYear: 2030)
                    == nil)
        }
    }

    private let map = UnitMap(
        note: .init(everywhere: "Skematisk kort"),
        places: ["a", "b", "c", "d", "x", "r"].enumerated().map { place, code in
            UnitMap.Place(unit: UnitCode(code), rings: [square(Double(place), 55)])
        })

    private func drawn(_ a: Assessed<Public>) -> Scene? {
        mapChart(
            a, map: map, units: Self.tree.units, root: "r", style: .wide, phrases: phrases, measure: EvenMeasure(),
            sampleNotice: "")
    }

    @Test func mapsShowTheUnitsBelowTheRoot() throws {
        let scene = try #require(drawn(assessed(schools([2025]))))
        #expect(scene.hitAreas.map(\.label).map { $0.prefix(9) } == ["Åskolen, ", "Bakkeskol", "Centersko", "Dalskolen"])
        #expect(scene.text("Skematisk kort") != nil)
        // 61, 66, 71 and 76 in three classes: 65 and 75 are the roundest that part off the first and the last.
        #expect(["Under 65,0\u{A0}%", "65,0 til under 75,0\u{A0}%", "75,0\u{A0}% eller mere"].allSatisfy { scene.text($0) != nil })
        #expect(scene.outlines(.step1).map(bounds).filter { $0.width > 20 }.count == 1)
        #expect(scene.outlines(.step3).map(bounds).filter { $0.width > 20 }.count == 2)
    }

    @Test func sumsAreNoMap() {
        let rows = ["r", "a", "b", "c", "d"].map { (key($0, 2025), count(100)) }
        #expect(drawn(assessed(rows, unit: .init(kind: .number))) == nil)
    }

    @Test func aMapHidesWhatIsHidden() {
        var rows = schools([2024, 2025]).filter { $0.0 != key("a", 2025) }
        rows.append((key("a", 2025), cell(2, of: 100)))
        // One unit is small: none beside it is shown, and there is nothing to draw.
        #expect(drawn(assessed(rows)) == nil)
    }
}
