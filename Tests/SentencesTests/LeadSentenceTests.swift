import Assessment
import Sentences
import Testing
import Vocabulary
import Wording

@Suite("Lead sentences and titles, word for word")
struct LeadSentenceTests {
    static let percent = UnitOfMeasure(kind: .percent)

    static func indicator(_ direction: Direction, _ target: Target? = nil) -> IndicatorDescription {
        IndicatorDescription(
            id: "i", goal: "g", theme: .staffing, title: .init(everywhere: "Sygefravær"), unit: percent,
            direction: direction, target: target)
    }

    static let target = Target(year: 2030, value: 3.5, status: .adopted)

    static func outcome(_ verdict: Verdict, from: Double? = 6.1, position: PathPosition? = nil, away: Bool = false)
        -> Outcome
    {
        Outcome(
            verdict: verdict, latest: Observation(period: .year(2025), value: 4.9),
            baseline: from.map { Observation(period: .year(2022), value: $0) },
            turn: from.map { Observation(period: .year(2022), value: $0) },
            window: TrendWindow(first: .year(2016), last: .year(2025), points: 10), movingAway: away,
            position: position, usablePoints: 10)
    }

    @Test(
        "Danish",
        arguments: [
            (
                Verdict.offTrack,
                "Tallet er faldet fra 6,1 % i 2022 til 4,9 % i 2025. Set over perioden fra 2016 til 2025 går det den rigtige vej, men for langsomt til at nå måltallet for 2030 på 3,5 %."
            ),
            (
                .wrongWay,
                "Tallet er faldet fra 6,1 % i 2022 til 4,9 % i 2025. Set over hele perioden fra 2016 til 2025 går det dog den forkerte vej, væk fra måltallet for 2030 på 3,5 %."
            ),
            (.achieved, "Tallet er faldet fra 6,1 % i 2022 til 4,9 % i 2025. Måltallet for 2030 på 3,5 % er nået."),
            (
                .asBaseline,
                "Seneste tal er 4,9 % (2025) mod 6,1 % i 2022. Der er ingen sikker forskel fra udgangspunktet i 2022."
            ),
            (.awaiting, "Seneste tal er 4,9 % og gælder 2025. Nyere tal afventes."),
        ])
    func danish(verdict: Verdict, sentence: String) {
        let text = leadSentence(Self.indicator(.down, Self.target), Self.outcome(verdict), Phrases(.danish))
        #expect(text.replacing("\u{A0}", with: " ") == sentence)
    }

    @Test("Bokmål")
    func bokmal() {
        let text = leadSentence(Self.indicator(.down, Self.target), Self.outcome(.possible), Phrases(.bokmal))
        #expect(
            text.replacing("\u{A0}", with: " ")
                == "Tallet har falt fra 6,1 % i 2022 til 4,9 % i 2025. Hvis utviklingen siden 2016 fortsetter, er det usikkert om måltallet for 2030 på 3,5 % blir nådd."
        )
    }

    @Test("a level is at most or at least, by the direction")
    func levels() {
        let maintain = Target(kind: .maintain, year: 2030, value: 5, status: .example)
        let text = leadSentence(Self.indicator(.down, maintain), Self.outcome(.held, from: nil), Phrases(.danish))
        #expect(
            text.replacing("\u{A0}", with: " ")
                == "Seneste tal er 4,9 % (2025). Målet om højst 5,0 % (eksempel på måltal) er opfyldt.")
    }

    @Test("the title names the movement by the good direction")
    func titles() {
        let phrases = Phrases(.danish)
        #expect(
            chartTitle(Self.indicator(.down, Self.target), Self.outcome(.offTrack), phrases)
                == "Tallet falder, men ikke hurtigt nok til at nå måltallet")
        #expect(
            chartTitle(Self.indicator(.up, Self.target), Self.outcome(.wrongWay), phrases)
                == "Tallet falder, men skal stige for at nå måltallet")
    }

    @Test("a title never says that a figure rises where the sentence says that it has fallen")
    func mixed() {
        let phrases = Phrases(.danish)
        #expect(
            chartTitle(Self.indicator(.down, Self.target), Self.outcome(.wrongWay), phrases)
                == "Udviklingen går den forkerte vej, væk fra måltallet")
        #expect(
            chartTitle(Self.indicator(.down, Self.target), Self.outcome(.offTrack, from: 4.1), phrases)
                == "Udviklingen går den rigtige vej, men for langsomt til at nå måltallet")
        #expect(
            chartTitle(Self.indicator(.down, Self.target), Self.outcome(.wrongWay, from: 4.1), phrases)
                == "Tallet stiger, men skal falde for at nå måltallet")
    }

    @Test("a target says who stands behind it")
    func status() {
        var target = Self.target
        target.body = .init(everywhere: "Byrådet")
        target.date = "2026-06-24"
        #expect(
            targetStatusText(target, Phrases(.danish)).replacing("\u{A0}", with: " ")
                == "Vedtaget af Byrådet 24. juni 2026")
        target.status = .example
        #expect(targetStatusText(target, Phrases(.bokmal)) == "Eksempel på måltall")
    }

    @Test("the verdict's chance is told in words, over the years it is computed from")
    func chance() {
        var outcome = Self.outcome(.onTrack)
        outcome.chance = .veryLikely
        func text(_ outcome: Outcome, _ language: Language) -> String {
            let text = leadSentence(Self.indicator(.down, Self.target), outcome, Phrases(language))
            return text.replacing("\u{A0}", with: " ")
        }
        #expect(
            text(outcome, .danish)
                == "Tallet er faldet fra 6,1 % i 2022 til 4,9 % i 2025. Hvis udviklingen siden 2016 fortsætter, er det meget sandsynligt, at måltallet for 2030 på 3,5 % bliver nået."
        )
        outcome.verdict = .likely
        outcome.chance = .uncertain
        #expect(
            text(outcome, .bokmal).hasSuffix(
                "Hvis utviklingen siden 2016 fortsetter, blir måltallet for 2030 på 3,5 % trolig nådd, men det er usikkert."
            ))
        outcome.turn?.value = 4.1
        #expect(text(outcome, .danish).contains("Hvis den samlede udvikling siden 2016 fortsætter, bliver måltallet"))
        outcome.verdict = .possible
        outcome.chance = .lessLikely
        #expect(
            text(outcome, .english)
                == "The figure has risen from 4.1% in 2022 to 4.9% in 2025. If the development since 2016 continues, it is less likely than not that the target of 3.5% for 2030 will be reached."
        )
    }

    @Test("a figure that misses its target by a hair is told with the decimals that show it")
    func hair() {
        var outcome = Self.outcome(.offTrack)
        outcome.latest?.value = 3.52
        let text = leadSentence(Self.indicator(.down, Self.target), outcome, Phrases(.danish))
        #expect(
            text.replacing("\u{A0}", with: " ")
                == "Tallet er faldet fra 6,10 % i 2022 til 3,52 % i 2025. Set over perioden fra 2016 til 2025 går det den rigtige vej, men for langsomt til at nå måltallet for 2030 på 3,50 %."
        )
    }

    @Test("figures that are not shown are said to be so, and not to be few")
    func withheld() {
        let outcome = Outcome(verdict: .insufficientData)
        #expect(
            leadSentence(Self.indicator(.down, Self.target), outcome, Phrases(.danish))
                == "Tallene vises ikke (for få personer). Derfor kan udviklingen ikke vurderes.")
        #expect(
            chartTitle(Self.indicator(.down, Self.target), outcome, Phrases(.english))
                == "The figures are not shown (too few people)")
    }

    @Test("two waves are set beside the path to the target")
    func waves() {
        let text = leadSentence(
            Self.indicator(.down, Self.target), Self.outcome(.betterThanBaseline, position: .behind), Phrases(.danish))
        #expect(
            text.replacing("\u{A0}", with: " ")
                == "Tallet er faldet fra 6,1 % i 2022 til 4,9 % i 2025. Det er bedre end udgangspunktet i 2022, forskellen er større end usikkerheden, men tallet er ikke nået så langt, som vejen til måltallet for 2030 på 3,5 % kræver."
        )
    }

    @Test("a proposed target is said not to be adopted")
    func proposed() {
        let target = Target(year: 2030, value: 3.5, status: .proposed)
        let text = leadSentence(Self.indicator(.down, target), Self.outcome(.context, from: nil), Phrases(.bokmal))
        #expect(
            text.replacing("\u{A0}", with: " ")
                == "Siste tall er 4,9 % (2025). Måltallet for 2030 på 3,5 % (foreslått måltall) er ikke vedtatt, så utviklingen vurderes ikke."
        )
    }

    @Test("a sentence that ends with kr. has one full stop")
    func kroner() {
        let unit = UnitOfMeasure(kind: .number, label: .init(everywhere: "kr."), decimals: 0)
        var description = Self.indicator(.up, Target(year: 2030, value: 300_000, status: .adopted))
        description.unit = unit
        let text = leadSentence(description, Self.outcome(.offTrack, from: nil), Phrases(.danish))
        #expect(text.replacing("\u{A0}", with: " ").hasSuffix("til at nå måltallet for 2030 på 300.000 kr."))
    }

    @Test("every mark but none has a shape of its own")
    func shapes() {
        let shapes = VerdictMark.allCases.map(verdictSymbol)
        #expect(Set(shapes).count == VerdictMark.allCases.count)
        #expect(verdictSymbol(.none).isEmpty)
    }
}
