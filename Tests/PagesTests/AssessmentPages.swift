import Assessment
import Disclosure
import Indicators
import Pages
import Vocabulary

/// Indicators made to show what is said beside the figures: one of each, alone on a site.
enum AssessmentPages {
    /// The page of one indicator, with no-break spaces as spaces.
    static func page(_ a: Assessed<Public>, _ language: Language = .danish, goal: GoalDescription? = nil) -> String {
        site([a], language, goal: goal).first { $0.path == path(.indicator(a.description.id), language) }
            .map { $0.html.replacing("\u{A0}", with: " ") } ?? ""
    }

    static func site(_ all: [Assessed<Public>], _ language: Language = .danish, goal: GoalDescription? = nil) -> [Page] {
        let goal = goal ?? GoalDescription(id: "trivsel", title: SampleSite.text("Trivsel"), statement: SampleSite.text("s"))
        let model = SiteModel(
            project: SampleSite.project([goal]),
            indicators: all.map { IndicatorPage(assessed: $0, charts: SampleSite.placeholder($0)) },
            units: SampleSite.units, stylesheet: "", notes: [])
        return pages(model, language: language)
    }

    static func description(_ id: String = "elever", target: Double? = nil, direction: Direction = .up) -> IndicatorDescription {
        SampleSite.description(id, "trivsel", SampleSite.text("Elever, der trives"), "Andel", direction: direction, target: target)
    }

    /// Nine schools of 400 pupils: eight in which 80 % thrive, more or less, and a last one with its own share. Beside
    /// them the whole.
    static func schools(last: Int) -> Assessed<Public> {
        let counts = [320, 326, 314, 322, 318, 324, 316, 320, last]
        let rows = zip(SampleSite.schools, counts).map { unit, part in share(part, of: 400, unit.code) }
        return SampleSite.assessed(description(), rows + [share(counts.reduce(0, +), of: 3_600, "R")], as: Public.self)
    }

    private static func share(_ part: Int, of whole: Int, _ unit: UnitCode) -> (key: SeriesKey, cell: Cell) {
        (
            SeriesKey(period: .year(2025), unit: unit),
            Cell(
                state: .shown, numerator: Exact(part), denominator: Exact(whole),
                value: Double(part) / Double(whole) * 100, persons: whole)
        )
    }

    /// Twenty-four quarters around 50, the one before the last far above; the last may still be corrected.
    static func quarters(direction: Direction = .down) -> Assessed<Public> {
        let values = [0.0, 1, -1, 0.5, -0.5, 1, 0, -1, 0.5, -1, 1, -0.5, 0, 1, -1, 0.5, -0.5, 0, 1, -1, 0, 0.5, 9, 0]
        let rows = values.enumerated().map { place, move in
            SampleSite.row(.quarter(2020 + place / 4, place % 4 + 1), 50 + move, persons: 900)
        }
        return SampleSite.assessed(
            description(target: 60, direction: direction), rows + SampleSite.years([50, 50.1], from: 2024, persons: 900), as: Public.self,
            provisional: [.quarter(2025, 4)])
    }

    static func few() -> Assessed<Public> {
        SampleSite.assessed(description(), SampleSite.years([40, 41, 43], persons: 900), as: Public.self)
    }

    /// Waits for its data.
    static func awaited(expected: String) -> Assessed<Public> {
        var d = description("ventes", target: 75)
        d.awaiting = Awaiting(
            owner: SampleSite.text("Skoleafdelingen", "Skoleavdelingen", "the School Department"), expected: expected,
            why: SampleSite.text("Undersøgelsen er ikke holdt endnu", "Undersøkelsen er ikke holdt ennå", "The survey has not been held yet"))
        return assess(
            .withoutFigures("ventes"), d,
            AssessmentContext(units: SampleSite.units, root: "R", asOf: "2026-11-20", targetYear: 2030))
    }
}
