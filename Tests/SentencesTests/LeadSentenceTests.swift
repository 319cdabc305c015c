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
                "Tallet er faldet fra 6,1 % i 2022 til 4,9 % i 2025. Set over perioden fra 2016 til 2025 går det den forkerte vej, væk fra måltallet for 2030 på 3,5 %."
            ),
            (.achieved, "Tallet er faldet fra 6,1 % i 2022 til 4,9 % i 2025. Måltallet for 2030 på 3,5 % er nået."),
            (
                .asBaseline,
                "Tallet er faldet fra 6,1 % i 2022 til 4,9 % i 2025. Der er ingen sikker forskel fra udgangspunktet i 2022."
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
                == "Tallet har falt fra 6,1 % i 2022 til 4,9 % i 2025. Det er usikkert om måltallet for 2030 på 3,5 % blir nådd."
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

    @Test("reached and on track are told apart, figures without a target are left out")
    func tally() {
        let marks: [VerdictMark] = [.reached, .onTrack, .onTrack, .tooSlow, .cannotTell, .none, .awaiting]
        #expect(
            tallySentence(marks, Phrases(.danish))
                == "Af 6 måltal er 1 nået og 2 på rette vej. 1 går for langsomt, og ingen går den forkerte vej. 2 kan ikke vurderes endnu eller afventer data."
        )
        #expect(tallySentence([.none, .awaiting], Phrases(.danish)) == "Ingen måltal kan vurderes endnu.")
    }

    @Test("every mark but none has a shape of its own")
    func shapes() {
        let shapes = VerdictMark.allCases.map(verdictSymbol)
        #expect(Set(shapes).count == VerdictMark.allCases.count)
        #expect(verdictSymbol(.none).isEmpty)
    }
}
