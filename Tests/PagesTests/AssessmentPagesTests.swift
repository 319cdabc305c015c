import Assessment
import Foundation
import Pages
import Testing
import Vocabulary

@Suite("Pages say what is noise, what is expected, and who decided")
struct AssessmentPagesTests {
    private func page(_ a: Assessed<Public>, _ language: Language = .danish) -> String {
        AssessmentPages.page(a, language)
    }

    @Test("a period that stands out is told with its rule, as a question")
    func signals() {
        let html = page(AssessmentPages.quarters())
        #expect(html.contains("<h2 id=\"variation\">Er det en ændring eller et udsving?</h2>"))
        #expect(html.contains("3. kvartal 2025: over den øvre grænse for de sædvanlige udsving (den forkerte vej)."))
        #expect(html.contains("Hvad skete der i 3. kvartal 2025?"))
        #expect(html.contains("Et signal er et spørgsmål og ikke et svar"))
        #expect(html.contains("Tallet for 4. kvartal 2025 er foreløbigt og vurderes ikke endnu."))
        #expect(html.contains("Det bygger på 23 tal fra 1. kvartal 2020 til 3. kvartal 2025."))
        #expect(page(AssessmentPages.quarters(direction: .up)).contains("udsving (den rigtige vej)."))
        #expect(page(AssessmentPages.quarters(direction: .neutral)).contains("sædvanlige udsving.</li>"))
        #expect(
            page(AssessmentPages.quarters(), .english)
                .contains("above the upper limit of the usual ups and downs (the wrong way)."))
        #expect(
            page(AssessmentPages.quarters(), .bokmal).contains("over den øvre grensen for de vanlige svingningene (feil vei)."))
    }

    @Test("where nothing can be told, the page says why")
    func silence() {
        let html = page(AssessmentPages.few())
        #expect(html.contains("Der er for få tal til at sige, hvad der er sædvanlige udsving. Der skal være mindst otte."))
        #expect(!html.contains("skiller sig ud"))
    }

    @Test("of a figure that has moved all the time, single periods and old limits are not told")
    func drift() {
        let rows = SampleSite.years((0..<12).map { 40 + 2 * Double($0) }, from: 2014, persons: 900)
        let html = page(SampleSite.assessed(AssessmentPages.description(target: 60), rows, as: Public.self))
        #expect(html.contains("Tallet har flyttet sig gennem perioden: 12 af de 12 tal skiller sig ud"))
        for text in ["Perioder, der skiller sig ud", "normalt", "De sædvanlige udsving går fra", "Hvad skete der"] {
            #expect(!html.contains(text), "\(text)")
        }
    }

    @Test("whether the usual ups and downs meet the target is told while the figure keeps to them")
    func assurance() {
        let values = [50.0, 51, 49, 50.5, 49.5, 51, 50, 49, 50.5, 49, 51, 49.5, 50, 51]
        func html(_ target: Double, _ last: [Double] = []) -> String {
            let rows = SampleSite.years(values + last, from: 2009, persons: 900)
            return page(SampleSite.assessed(AssessmentPages.description(target: target), rows, as: Public.self))
        }
        #expect(html(70).contains("Med de sædvanlige udsving er måltallet normalt ikke opfyldt."))
        #expect(html(30).contains("Med de sædvanlige udsving er måltallet normalt opfyldt."))
        #expect(html(50).contains("snart opfyldt, snart ikke"))
        #expect(!html(70, [75]).contains("Med de sædvanlige udsving er måltallet"))
    }

    @Test("units stand beside what is expected of them, in their own order")
    func units() throws {
        let html = page(AssessmentPages.schools(last: 200))
        #expect(html.contains("1 af de 9 steder ligger uden for det, man kan vente."))
        #expect(html.contains("Tallet for Skole 9 er 50,0 %, og for lignende enheder under ét er det 76,7 %."))
        #expect(!html.contains("Tallet for Skole 8 er 80"))
        let table = try #require(html.split(separator: "steder af samme slags (skole)</caption>").last)
        let places = (1...9).compactMap { table.firstRange(of: "Skole \($0)<")?.lowerBound }
        #expect(places.count == 9 && places == places.sorted())
        #expect(table.contains(">Lavere end forventet</td>") && !table.contains(">Højere end forventet</td>"))
        #expect(!html.contains("Om de øvrige steder"))
        let alike = page(AssessmentPages.schools(last: 318))
        #expect(alike.contains("Ingen af de 9 steder ligger uden for det, man kan vente."))
        #expect(!alike.contains("Lavere end forventet"))
    }

    @Test("too few of a kind are not compared, and one sentence says so")
    func tooFew() {
        let site = pages(SampleSite.model(as: Public.self), language: .danish)
        let html = site.first { $0.path == "da/indikator/sygefravaer/index.html" }?.html ?? ""
        let reason = "Stederne sammenlignes ikke, for det er ikke oplyst, hvilken slags de er."
        #expect(html.components(separatedBy: reason).count == 2)
        #expect(!html.contains(">Forventet</th>"))
    }

    @Test("targets on the way and those that were lowered stay visible")
    func targets() {
        var d = AssessmentPages.description()
        let before = Target(
            year: 2030, value: 80, status: .adopted, body: SampleSite.text("Byrådet"), date: "2022-06-22", reference: "22/17")
        let now = Target(
            year: 2030, value: 75, status: .adopted, body: SampleSite.text("Byrådet"), date: "2025-06-24", history: [before])
        d.targets = [Target(year: 2027, value: 65, status: .proposed), now]
        d.unitTargets = ["BU": [Target(year: 2030, value: 78, status: .adopted)]]
        let a = SampleSite.assessed(d, SampleSite.years([50, 52, 53, 55, 57, 60], persons: 900), as: Public.self)
        let html = page(a)
        #expect(html.contains("Måltallet for 2030 var 80,0 % og er nu 75,0 %. Det er blevet lettere at nå."))
        #expect(html.contains("Vedtaget af Byrådet 22. juni 2022, sagsnummer 22/17"))
        #expect(html.contains("<td>Gælder ikke længere</td>") && html.contains("<th scope=\"row\">2027</th>"))
        #expect(html.contains("<td>Børn og Unge</td>"))
        #expect(html.contains("om året, men måltallet kræver en stigning på") || html.contains("om året, og måltallet kræver en stigning på"))
        var harder = d
        harder.direction = .down
        let other = page(SampleSite.assessed(harder, SampleSite.years([50, 52, 53, 55, 57, 60], persons: 900), as: Public.self))
        #expect(other.contains("Det er blevet sværere at nå."))
    }

    @Test("owners, law, bounds, and who decided on a break")
    func about() {
        var d = AssessmentPages.description()
        d.unit = UnitOfMeasure(kind: .score, label: SampleSite.text(""))
        (d.floor, d.ceiling) = (1, 5)
        d.owners = [SampleSite.text("HR og Løn"), SampleSite.text("Skoleafdelingen")]
        d.legalBasis = SampleSite.text("Folkeskoleloven § 40")
        d.breaks = [
            SeriesBreak(
                at: .year(2020), reason: SampleSite.text("nyt spørgeskema"), decided: SampleSite.text("Byrådet"),
                date: "2020-01-15")
        ]
        let html = page(SampleSite.assessed(d, SampleSite.years([3.1, 3.2, 3.3, 3.4], from: 2018), as: Public.self))
        for text in [
            "Ansvarlige sammen", "<p>HR og Løn</p>", "<p>Skoleafdelingen</p>", "Folkeskoleloven § 40",
            "Mellem 1,0 og 5,0", "Fra og med 2020: nyt spørgeskema", "Besluttet af Byrådet 15. januar 2020.",
        ] {
            #expect(html.contains(text), "\(text)")
        }
    }

    @Test("what is awaited has a page and a row that say from whom and when", arguments: Language.allCases)
    func awaited(language: Language) {
        let a = AssessmentPages.awaited(expected: "2027-01-15")
        let words: [Language: [String]] = [
            .danish: ["Tallene skal komme fra Skoleafdelingen og ventes 15. januar 2027. Undersøgelsen er ikke holdt endnu.", "ventes 15. januar 2027"],
            .bokmal: ["Tallene skal komme fra Skoleavdelingen og ventes 15. januar 2027. Undersøkelsen er ikke holdt ennå.", "ventes 15. januar 2027"],
            .english: ["The figures are to come from the School Department and are expected 15 January 2027. The survey has not been held yet.", "expected 15 January 2027"],
        ]
        let html = page(a, language)
        #expect(html.contains(words[language]?[0] ?? "?"))
        #expect(html.contains("<use href=\"#m-awaiting\"/>") && !html.contains("<figure"))
        #expect(html.contains("Tallet siger noget om, hvordan det er at arbejde her."))
        let goal = AssessmentPages.site([a], language).first { $0.path == path(.goal("trivsel"), language) }?.html
            .replacing("\u{A0}", with: " ") ?? ""
        #expect(goal.contains(words[language]?[1] ?? "?") && goal.contains("#m-awaiting"))
        let late = page(AssessmentPages.awaited(expected: "2026-09-01"), language)
        #expect(late.contains(["da": "er forsinkede.", "nb": "er forsinket.", "en": "are late."][language.rawValue] ?? "?"))
    }

    @Test("a goal is told in a sentence, with what data cover, and weights beside it")
    func goals() throws {
        let all = [
            SampleSite.assessed(AssessmentPages.description("a", target: 40), SampleSite.years([50, 51, 52, 53, 54], from: 2021, persons: 900), as: Public.self),
            SampleSite.assessed(AssessmentPages.description("b", target: 90), SampleSite.years([54, 53, 52, 51, 50, 49, 48], from: 2019, persons: 900), as: Public.self),
            AssessmentPages.awaited(expected: "2027-01-15"),
        ]
        func status(_ weights: [String: Double]) throws -> String {
            let goal = GoalDescription(
                id: "trivsel", title: SampleSite.text("Trivsel"), statement: SampleSite.text("s"), weights: weights)
            let page = AssessmentPages.site(all, goal: goal).first { $0.path == "da/maal/trivsel/index.html" }
            return try #require(page).html.replacing("\u{A0}", with: " ")
        }
        let plain = try status([:])
        #expect(plain.contains("2 måltal: 1 er nået, ingen er på rette vej, og 1 går den forkerte vej. 1 afventer data."))
        #expect(plain.contains("Målet følges med 3 tal. 2 af dem har data, og 2 kan vurderes mod et måltal."))
        #expect(!plain.contains("vægte"))
        let weighted = try status(["a": 2])
        // 2 of 2 + 1 + 1.
        #expect(weighted.contains("Regnet med de oplyste vægte er 50 % nået og 0 % på rette vej."))
        #expect(weighted.contains("Vægte: Elever, der trives (2); Elever, der trives (1); Elever, der trives (1)."))
    }
}
