import Assessment
import Sentences
import Testing
import Vocabulary
import Wording

@Suite("Sentences on control charts, pace, units and goals")
struct OtherSentencesTests {
    static let percent = UnitOfMeasure(kind: .percent)
    static let danish = Phrases(.danish)

    private func plain(_ text: String?) -> String { (text ?? "").replacing("\u{A0}", with: " ") }

    @Test("every one of them is whole", arguments: Language.allCases)
    func whole(language: Language) {
        let phrases = Phrases(language)
        for (heading, lines) in OtherSentences.all(phrases) {
            #expect(!lines.isEmpty, "\(heading)")
            #expect(faulty(Set(lines), .sentence, language) == [], "\(heading)")
        }
        #expect(faulty(Set(OtherSentences.questions(phrases)), .question, language) == [])
    }

    @Test("a signal is larger than the usual ups and downs, and a question")
    func control() {
        let february = ControlStanding(variation: .worsening, assurance: .varies, period: .month(2026, 2))
        #expect(
            controlSentence(february, Self.danish)
                == "Ændringen frem til februar 2026 er større end de sædvanlige udsving og går den forkerte vej. Med de sædvanlige udsving er måltallet snart opfyldt, snart ikke, også når intet har ændret sig."
        )
        #expect(controlQuestion(february, Self.danish) == "Hvad skete der i februar 2026?")
        let usual = ControlStanding(
            variation: .usual, period: .month(2026, 2), isSeasonal: true, provisionalCount: 9)
        #expect(
            controlSentence(usual, Phrases(.bokmal))
                == "Tallet for februar 2026 ligger innenfor de vanlige svingningene for årstiden.")
        #expect(controlQuestion(usual, Self.danish) == nil)
        #expect(
            limitsSentence(usual, Phrases(.english))
                == "The limits of the usual ups and downs are provisional, since they rest on only 9 figures.")
        let none = ControlStanding(variation: .tooFew, assurance: .met, period: .year(2025), provisionalCount: 4)
        #expect(
            controlSentence(none, Self.danish) == "Der er for få tal til at sige, hvad der er sædvanlige udsving.")
        #expect(limitsSentence(none, Self.danish) == nil)
    }

    @Test("pace now, pace needed and the last three years'")
    func pace() {
        let pace = Pace(actual: -0.034, needed: -0.28, lastThreeYears: 0.4)
        #expect(
            plain(paceSentence(pace, Self.percent, Self.danish))
                == "Tallet falder med 0,03 procentpoint om året, men måltallet kræver et fald på 0,28 procentpoint om året. De seneste tre år er tallet steget med 0,40 procentpoint om året."
        )
        let enough = Pace(actual: 0.9, needed: 0.7)
        #expect(
            plain(paceSentence(enough, Self.percent, Phrases(.bokmal)))
                == "Tallet stiger med 0,90 prosentpoeng per år, og måltallet krever en økning på 0,70 prosentpoeng per år."
        )
        let opposite = Pace(actual: 0.9, needed: -0.7)
        #expect(
            plain(paceSentence(opposite, Self.percent, Phrases(.english)))
                == "The figure is rising by 0.90 percentage points a year, but the target requires a fall of 0.70 percentage points a year."
        )
        #expect(
            paceSentence(Pace(actual: 0.001), Self.percent, Self.danish)
                == "Set over årene ændrer tallet sig næsten ikke.")
        #expect(paceSentence(Pace(), Self.percent, Self.danish) == "Ændringen pr. år kan ikke beregnes endnu.")
    }

    @Test("a unit stands beside what is expected for its staff, without good or bad")
    func standing() {
        let unit = UnitStanding(state: .higher, unit: "Åhaven", value: 9.1, expected: 7.7, mix: "stillingsgrupper")
        #expect(
            plain(standingSentence(unit, Self.percent, Self.danish))
                == "Tallet for Åhaven er 9,1 %, og når der tages højde for stillingsgrupper, er det forventede tal 7,7 %. Det er højere end forventet, og forskellen er større end de sædvanlige udsving."
        )
        let similar = UnitStanding(state: .usual, unit: "Åhaven", value: 9.1, expected: 8.7)
        #expect(
            plain(standingSentence(similar, Self.percent, Phrases(.bokmal)))
                == "Tallet for Åhaven er 9,1 %, og for lignende enheter under ett er det 8,7 %. Forskjellen er innenfor de vanlige svingningene."
        )
        #expect(
            standingSentence(UnitStanding(state: .withheld, unit: "Åhaven"), Self.percent, Self.danish)
                == "Tallet for Åhaven vises ikke (for få personer).")
    }

    @Test("a difference is called one only where it is larger than the uncertainty")
    func difference() {
        func text(_ difference: Double, _ state: DifferenceState) -> String {
            plain(differenceSentence("Åhaven", "Birkelund", difference: difference, state, Self.percent, Self.danish))
        }
        #expect(
            text(-1.4, .larger)
                == "Tallet for Åhaven er 1,4 procentpoint lavere end tallet for Birkelund, og forskellen er større end usikkerheden."
        )
        #expect(text(0.03, .larger).contains("0,03 procentpoint højere"))
        #expect(text(-1.4, .none) == "Der er ingen sikker forskel mellem Åhaven og Birkelund.")
        func change(_ state: DifferenceState) -> String {
            plain(
                changeSentence(
                    "Åhaven", from: Observation(period: .year(2024), value: 6.1),
                    to: Observation(period: .year(2025), value: 4.9), state, Self.percent, Self.danish))
        }
        #expect(
            change(.larger)
                == "Tallet for Åhaven er faldet fra 6,1 % i 2024 til 4,9 % i 2025, og ændringen er større end usikkerheden."
        )
        #expect(change(.none) == "Tallet for Åhaven er 4,9 % i 2025 mod 6,1 % i 2024. Det er ingen sikker ændring.")
    }

    @Test("reached and on track are told apart, and what is not covered is said")
    func goals() {
        let counts: [VerdictMark: Int] = [.reached: 1, .onTrack: 2, .wrongWay: 1, .awaiting: 1]
        let standing = GoalStanding(
            counts: counts, withoutTarget: 2, weighted: WeightedStanding(reached: 0.2, onTrack: 0.35))
        #expect(
            goalSentence(standing, Self.danish)
                == "4 måltal: 1 er nået, 2 er på rette vej, og 1 går den forkerte vej. 1 afventer data, og 2 tal har ikke et vedtaget måltal."
        )
        #expect(
            plain(weightedSentence(standing, Self.danish))
                == "Regnet med de oplyste vægte er 20 % nået og 35 % på rette vej.")
        #expect(
            goalSentence(GoalStanding([.tooSlow]), Phrases(.english)) == "One target is followed here: too slow.")
        #expect(
            goalSentence(GoalStanding([.tooSlow, .cannotTell, .cannotTell]), Phrases(.english))
                == "3 targets: none has been reached, none is on track, 1 is moving too slowly, and 2 cannot be assessed yet."
        )
        #expect(goalSentence(GoalStanding([.cannotTell]), Self.danish) == "Ingen måltal kan vurderes endnu.")
    }

    @Test("what is counted in another way is not compared directly")
    func comparison() {
        let figure = Observation(period: .year(2025), value: 5.1)
        #expect(
            plain(comparisonSentence("Hele landet", figure, hasSameDefinition: false, Self.percent, Self.danish))
                == "Til sammenligning: Hele landet, 5,1 % i 2025. Det er opgjort på en anden måde, så de to tal kan ikke sammenlignes direkte."
        )
    }
}
