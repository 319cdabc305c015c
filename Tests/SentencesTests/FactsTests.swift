import Assessment
import Disclosure
import Indicators
import Sentences
import Testing
import Vocabulary
import Wording

@Suite("Facts and descriptions of a whole indicator")
struct FactsTests {
    static func assessed(
        _ values: [Double?], target: Target? = Target(year: 2030, value: 70, status: .example),
        provisional: Set<Period> = []
    ) -> Assessed<Public> {
        let rows = values.enumerated().map { place, value in
            (
                key: SeriesKey(period: .year(2015 + place), unit: "K"),
                cell: value.map { Cell(state: .shown, value: $0) } ?? Cell(state: .missing)
            )
        }
        let description = IndicatorDescription(
            id: "i", goal: "g", theme: .participation, title: .init(everywhere: "Deltagelse"),
            unit: UnitOfMeasure(kind: .percent, axis: .init(everywhere: "Procent af alle voksne")), direction: .up,
            baseline: .year(2015), target: target)
        let released = release(
            Series(indicator: "i", rows: rows), rule: DisclosureRule(fewestPersons: 0), tree: UnitTree([]), root: "K",
            as: Public.self
        ).released
        return assess(
            released, description,
            AssessmentContext(units: [], root: "K", asOf: "2026-11-20", targetYear: 2030, provisional: provisional))
    }

    static let participation = [61.0, 61.4, 62.1, 61.9, 62.8, 63.0, 63.5, 64.2, 64.1, 64.9, 65.3]

    @Test("four facts, in Danish")
    func facts() {
        let found = Sentences.facts(Self.assessed(Self.participation), Phrases(.danish)).map {
            "\($0.label) | \($0.value) | \($0.note)".replacing("\u{A0}", with: " ")
        }
        #expect(
            found == [
                "Seneste tal | 65,3 % | Tallet gælder 2025.",
                "Måltal 2030 | 70,0 % | 4,7 procentpoint fra målet. Bagud i forhold til vejen til målet. Eksempel på måltal.",
                "Vurdering | Går for langsomt | Udsigt til at nå måltallet, hvis udviklingen fortsætter: usandsynligt. Vurderet ud fra 11 tal fra 2015 til 2025.",
                "Ændring pr. år | +0,42 procentpoint om året | Nødvendig ændring pr. år: +0,94 procentpoint. De seneste tre år: +0,37 procentpoint pr. år.",
            ])
    }

    @Test("without figures or target the facts still say something", arguments: Language.allCases)
    func empty(language: Language) {
        let found = Sentences.facts(Self.assessed([nil], target: nil), Phrases(language))
        #expect(found.count == 3)
        #expect(found.allSatisfy { !$0.value.isEmpty && !$0.value.contains("⟦") && !$0.note.contains("⟦") })
    }

    @Test("a newer provisional figure is told beside the latest")
    func provisional() {
        let found = Sentences.facts(
            Self.assessed(Self.participation + [66.1], provisional: [.year(2026)]), Phrases(.danish))
        #expect(found[0].note.replacing("\u{A0}", with: " ") == "Tallet gælder 2025. Foreløbigt tal for 2026: 66,1 %.")
    }

    @Test("the description gives axis, span, extremes, latest, target and gaps")
    func description() {
        var values: [Double?] = Self.participation
        values[3] = nil
        let text = chartDescription(Self.assessed(values), Phrases(.danish)).replacing("\u{A0}", with: " ")
        #expect(
            text.hasPrefix(
                "Linjediagram. Den lodrette akse viser procent af alle voksne. Den vandrette akse går fra 2015 til 2025. Det højeste tal er 65,3 % (2025) og det laveste 61,0 % (2015). Seneste tal er 65,3 % (2025). Måltallet for 2030 er 70,0 %. Fremskrivningen for 2030 er 67,"
            ))
        #expect(text.hasSuffix("Én periode har ikke et tal, der kan vises."))
        for language in Language.allCases {
            let other = chartDescription(Self.assessed(values), Phrases(language))
            #expect(!other.contains("⟦") && !other.contains("{") && !other.contains("  "))
        }
    }
}
