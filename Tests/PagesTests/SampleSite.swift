import Assessment
import Disclosure
import Indicators
import Pages
import Vocabulary

/// A small made-up site: each verdict, units, groups, months, gaps, a comparison, an indicator that waits for data.
enum SampleSite {
    static func text(_ danish: String, _ bokmal: String? = nil, _ english: String? = nil) -> LocalizedText {
        LocalizedText([.danish: danish, .bokmal: bokmal ?? danish, .english: english ?? danish])
    }

    static let units: [UnitDescription] = [
        UnitDescription(code: "R", name: text("Roskilde Kommune", "Roskilde kommune", "Roskilde Municipality"), level: "kommune"),
        UnitDescription(code: "BU", name: text("Børn og Unge"), parent: "R", level: "forvaltning"),
        UnitDescription(code: "BU1", name: text("Åstedets Børnehus"), parent: "BU", level: "enhed"),
        UnitDescription(code: "BU2", name: text("Skolen ved Søen"), parent: "BU", level: "enhed"),
        UnitDescription(code: "SO", name: text("Social, Ældre og Sundhed"), parent: "R", level: "forvaltning"),
        UnitDescription(code: "SO1", name: text("Hjemmeplejen Øst"), parent: "SO", level: "enhed"),
        UnitDescription(code: "KF", name: text("Kultur og Fritid"), parent: "R", level: "forvaltning"),
    ] + schools

    /// Units of one type, enough of them to be compared.
    static let schools: [UnitDescription] = (1...9).map {
        UnitDescription(
            code: UnitCode("S\($0)"), name: text("Skole \($0)"), parent: "BU", level: "enhed", type: "skole")
    }

    static func project(_ goals: [GoalDescription]? = nil) -> ProjectDescription {
        ProjectDescription(
            title: text("Velfærd skaber vi sammen", "Velferd skaper vi sammen", "We create welfare together"),
            organisation: text("Roskilde Kommune", "Roskilde kommune", "Roskilde Municipality"),
            lede: text(
                "Her kan du følge, hvordan det går med visionens tre mål frem mod 2030. Alle tal kan hentes og bruges af alle.",
                "Her kan du følge hvordan det går med de tre målene i visjonen fram mot 2030.",
                "Follow how the vision's three goals are going towards 2030."),
            vision: [
                text("Der bliver flere opgaver og færre hænder til at løse dem. Visionens svar er, at velfærd ikke kun er noget, kommunen leverer."),
                text("Der er brug for alle."),
            ],
            visionSource: text("Velfærd skaber vi sammen – en vision frem mod 2030 (gengivet med vores egne ord)"),
            goals: goals ?? [
                GoalDescription(
                    id: "faellesskaber", title: text("Stærke fællesskaber", "Sterke fellesskap", "Strong communities"),
                    statement: text("Mange er med i åbne fællesskaber, der varer ved, og bygningerne bruges af flere."),
                    points: [
                        text("Foreninger, lokalsamfund, virksomheder og nye fællesskaber er med til at skabe velfærden."),
                        text("Kommunens bygninger er levende steder med mere end én funktion."),
                    ]),
                GoalDescription(
                    id: "trivsel", title: text("En hverdag i trivsel", "En hverdag med trivsel", "An everyday life of wellbeing"),
                    statement: text("Gode liv begynder i en hverdag med uddannelse, arbejde og fællesskab.")),
                GoalDescription(
                    id: "nytænkning", title: text("Nytænkning og frisættelse", "Nytenkning", "New thinking"),
                    statement: text("Medarbejdere og ledere får vide rammer til at finde gode løsninger sammen med borgerne.")),
            ],
            languages: [.danish, .bokmal, .english], root: "R", builtAt: "2026-11-20",
            sampleNotice: text(
                "Eksempeldata – ikke Roskilde Kommunes tal", "Eksempeldata – ikke Roskilde kommunes tall",
                "Example data – not Roskilde Municipality’s figures"),
            contactName: text("Analyse og Data"), contactAddress: "https://example.org/kontakt")
    }

    static let payroll = SourceDescription(
        dataset: "fravaer", title: text("Lønsystemets fraværsudtræk", "Fraværsuttrekk", "Absence extract"),
        publisher: text("HR og Løn (opfundne rækker)"), isSample: true, rhythm: .month, next: "2026-12-15", files: 12,
        rows: 148_220)
    static let statistics = SourceDescription(
        dataset: "beskaeftigelse", title: text("Beskæftigelsesfrekvens (RAS200)"), publisher: text("Danmarks Statistik"),
        address: "https://www.statistikbanken.dk/RAS200", licence: "CC BY 4.0", isSample: false, rhythm: .year, files: 1,
        rows: 980)

    /// A description with the words that differ filled in.
    static func description(
        _ id: String, _ goal: String, _ title: LocalizedText, _ subtitle: String, direction: Direction = .up,
        target: Double? = nil, kind: Target.Kind = .reach, unit: UnitOfMeasure = UnitOfMeasure(kind: .percent),
        source: SourceDescription = payroll
    ) -> IndicatorDescription {
        IndicatorDescription(
            id: id, goal: goal, theme: .wellbeing, title: title, subtitle: text(subtitle),
            definition: text("Fraværsdage på grund af egen sygdom delt med mulige arbejdsdage."),
            why: text("Tallet siger noget om, hvordan det er at arbejde her."),
            limits: text("Tallet siger ikke, hvorfor nogen er syge, og ikke noget om den enkelte."), unit: unit,
            direction: direction, baseline: .year(2018),
            target: target.map { Target(kind: kind, year: 2030, value: $0, status: .example) },
            owner: text("HR og Løn"), sources: [source], formula: "egen_sygdom / mulige_dagsvaerk")
    }

    /// Cleared and assessed figures made of rows.
    static func assessed<E: Publishable>(
        _ description: IndicatorDescription, _ rows: [(key: SeriesKey, cell: Cell)], as edition: E.Type,
        provisional: Set<Period> = [], comparison: ComparisonDefinition? = nil
    ) -> Assessed<E> {
        let released = release(
            Series(indicator: description.id, rows: rows), rule: DisclosureRule(fewestPersons: 5), tree: UnitTree(units),
            root: "R", as: edition
        ).released
        return assess(
            released, description,
            AssessmentContext(
                units: units, root: "R", asOf: "2026-11-20", targetYear: 2030, provisional: provisional,
                breakdownTitles: ["alder": text("alder", "alder", "age")], comparison: comparison))
    }

    static func row(_ period: Period, _ value: Double?, unit: UnitCode = "R", by: [Category] = [], persons: Int? = nil)
        -> (key: SeriesKey, cell: Cell)
    {
        (
            SeriesKey(period: period, unit: unit, by: by),
            value.map { Cell(state: .shown, value: $0, persons: persons) } ?? Cell(state: .missing)
        )
    }

    static func years(_ values: [Double?], from: Int = 2016, unit: UnitCode = "R", persons: Int? = nil)
        -> [(key: SeriesKey, cell: Cell)]
    {
        values.enumerated().map { row(.year(from + $0.offset), $0.element, unit: unit, persons: persons) }
    }

    /// Absence with everything an indicator can have.
    static func absence<E: Publishable>(as edition: E.Type) -> Assessed<E> {
        var d = description(
            "sygefravaer", "nytænkning", text("Sygefravær", "Sykefravær", "Sickness absence"), "Procent af arbejdstiden",
            direction: .down, target: 4.0)
        d.unit.axis = text("Procent af arbejdstiden", "Prosent av arbeidstiden", "Percent of working time")
        d.exceptional = [ExceptionalPeriod(from: .year(2021), to: .year(2021), reason: text("Corona"))]
        var rows = [5.9, 5.8, 5.7, 5.7, 5.5, 6.3, 5.5, 5.3, 5.2, 5.1].enumerated().map { place, value in
            (
                key: SeriesKey(period: .year(2016 + place), unit: "R"),
                cell: Cell(
                    state: .shown, numerator: Exact(units: Int128(value * 8123), scale: 1), denominator: Exact(81_230),
                    value: value, persons: 6_400 + place)
            )
        }
        rows += (0..<34).map { place in
            row(.month(2024, 1 + place).normalized, 5.0 + [0.9, 0.7, 0.3, 0, -0.3, -0.5, -0.9, -0.4, 0.1, 0.3, 0.5, 0.8][place % 12] - Double(place) * 0.01, persons: 6_400)
        }
        for (unit, value) in [("BU", 4.7), ("BU1", 5.2), ("SO", 6.1), ("SO1", 6.8), ("KF", 3.6)] {
            rows += years([value + 0.3, value], from: 2024, unit: UnitCode(unit), persons: 200)
        }
        rows += years([4.4, 3.1], from: 2024, unit: "BU2", persons: 3)
        for (age, value) in [("Under 30", 4.1), ("30–59", 5.0), ("60 og over", 5.9)] {
            rows.append(row(.year(2025), value, by: [Category(dimension: "alder", value: age)], persons: 900))
        }
        rows += years([5.6, 5.6, 5.7, 5.6, 5.5, 6.1, 6.0, 5.8, 5.6, 5.6], unit: "000")
        return assessed(
            d, rows, as: edition, provisional: Set((8...10).map { Period.month(2026, $0) }),
            comparison: ComparisonDefinition(
                kind: .unit("000"), label: text("Hele landet", "Hele landet", "Denmark"), hasSameDefinition: false,
                note: text("Landets tal er opgjort i kalenderdage.")))
    }

    static func all<E: Publishable>(as edition: E.Type) -> [Assessed<E>] {
        func plain(
            _ id: String, _ goal: String, _ title: LocalizedText, _ subtitle: String, _ values: [Double?],
            direction: Direction = .up, target: Double? = nil, kind: Target.Kind = .reach,
            unit: UnitOfMeasure = UnitOfMeasure(kind: .percent), source: SourceDescription = payroll
        ) -> Assessed<E> {
            assessed(
                description(id, goal, title, subtitle, direction: direction, target: target, kind: kind, unit: unit, source: source),
                years(values, from: 2026 - values.count, persons: 1_200), as: edition)
        }
        let ratio = UnitOfMeasure(kind: .number, label: text("børn pr. voksen", "barn per voksen", "children per adult"))
        return [
            plain("frivillige", "faellesskaber", text("Borgere, der arbejder frivilligt", "Frivillige", "Volunteers"), "Andel af voksne", [36.0, 36.8, 37.9, 38.4, 39.3, 40.4, 41.0, 41.5], target: 45),
            plain("bygninger", "faellesskaber", text("Bygninger, der bruges til mere end én ting", "Bygninger", "Buildings"), "Andel af kommunens bygninger på mindst 100 m²", [52, 57, 61, 66, 70, 74, 78.2], target: 75),
            plain("foreninger", "faellesskaber", text("Foreninger, der stadig er aktive efter tre år", "Foreninger", "Associations"), "Andel af de foreninger, der var registreret tre år før", [91.2, 90.8, 91.0, 90.4, 91.6], target: 90, kind: .maintain),
            plain("elever", "trivsel", text("Elever, der trives i skolen", "Elever", "Pupils"), "Andel med høj trivsel", [91.4, 91.0, 90.2, 89.6, 89.1, 88.3, 87.6], target: 93),
            plain("ensomhed", "trivsel", text("Ensomhed", "Ensomhet", "Loneliness"), "Andel af voksne", [9.8, nil, 10.1], direction: .down, target: 8),
            plain("boern", "trivsel", text("Børn pr. voksen i dagtilbud", "Barn per voksen", "Children per adult"), "Hele åbningstiden", [3.3, 3.2, 3.3, 3.1, 3.2, 3.1], direction: .down, target: 3.0, unit: ratio),
            plain("beskaeftigelse", "trivsel", text("Beskæftigelse", "Sysselsetting", "Employment"), "Procent af de 16–64-årige", [74.1, 74.9, 75.2, 76.0, 75.6, 77.9, 78.8, 79.0], source: statistics),
            absence(as: edition),
            plain("forsoeg", "nytænkning", text("Forsøg med målt virkning", "Utprøvinger", "Experiments"), "Andel af afsluttede forsøg", [nil], target: 80),
            plain("befolkning", "nytænkning", text("Folketal", "Folketall", "Population"), "1. januar", [87_000, 87_577, 88_100, 88_900, 89_400, 90_100], direction: .neutral, unit: UnitOfMeasure(kind: .number, label: text("borgere", "innbyggere", "residents"), decimals: 0), source: statistics),
        ]
    }

    /// A site with placeholders for charts.
    static func model<E: Publishable>(as edition: E.Type) -> SiteModel<E> {
        SiteModel(
            project: project(),
            indicators: all(as: edition).map { IndicatorPage(assessed: $0, charts: placeholder($0)) }, units: units,
            stylesheet: ".chart{color:inherit}", notes: [payroll, statistics])
    }

    static func placeholder<E: Publishable>(_ a: Assessed<E>) -> IndicatorCharts {
        let drawing = "<svg class=\"chart\" role=\"img\" aria-label=\"x\" viewBox=\"0 0 1 1\"></svg>"
        var drawings: [ChartName: Drawing] = [:]
        if a.annual.points.contains(where: { $0.state == .shown }) { drawings[.line] = Drawing(wide: drawing, narrow: drawing) }
        if a.detail != nil { drawings[.detail] = Drawing(wide: drawing, narrow: drawing) }
        if !a.units.isEmpty { drawings[.units] = Drawing(wide: drawing, narrow: drawing) }
        return IndicatorCharts(drawings, sparkline: drawing)
    }
}

extension Period {
    /// A month written past December, as the month it is.
    var normalized: Period { .month(startMonth / 12, startMonth % 12 + 1) }
}
