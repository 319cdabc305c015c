import Assessment
import Foundation
import Pages
import Testing
import Vocabulary

/// Every attribute's value of a kind in a page.
private func values(_ attribute: String, in html: String) -> [String] {
    html.components(separatedBy: " \(attribute)=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
}

/// The site address that a link leads to from a page; nil for links that leave the site.
private func resolved(_ link: String, from page: String) -> String? {
    guard !link.contains(":"), !link.hasPrefix("/") else { return nil }
    var folders = page.split(separator: "/").dropLast().map(String.init)
    for part in link.prefix(while: { $0 != "#" }).split(separator: "/") {
        if part == ".." { folders.removeLast() } else { folders.append(String(part)) }
    }
    return folders.joined(separator: "/")
}

private func all<E: Publishable>(_ model: SiteModel<E>) -> [Page] {
    Language.allCases.flatMap { pages(model, language: $0) } + rootPages(model)
}

@Suite("Pages of a whole site")
struct PagesTests {
    static let site = all(SampleSite.model(as: Public.self))
    static let managers = all(SampleSite.model(as: Managers.self))

    private func page(_ path: String, in site: [Page] = Self.site) throws -> String {
        try #require(site.first { $0.path == path }).html
    }

    @Test("each address once, in ASCII")
    func addresses() {
        #expect(Set(Self.site.map(\.path)).count == Self.site.count)
        let allowed = Set("abcdefghijklmnopqrstuvwxyz0123456789-/.")
        #expect(Self.site.allSatisfy { $0.path.allSatisfy(allowed.contains) })
        #expect(path(.goal("nytænkning"), .danish) == "da/maal/nytaenkning/index.html")
        #expect(indicatorPath("sygefravaer", .english) == "en/indicator/sygefravaer/index.html")
        #expect(slug("Trivsel på Ærø") == "trivsel-paa-aeroe")
    }

    @Test("the vision's equation stands on the front page where at least two of its indicators have figures")
    func equation() throws {
        func front(_ names: [String]) throws -> String {
            var model = SampleSite.model(as: Public.self)
            model.project.equation = names
            return try page("da/index.html", in: pages(model, language: .danish))
        }
        let both = try front(["befolkning", "elever"])
        let section = try #require(both.components(separatedBy: "<section class=\"wrap equation\"").last?
            .components(separatedBy: "</section>").first)
        #expect(section.components(separatedBy: "<li>").count == 3)
        #expect(section.contains("90.100") && section.contains("87,6\u{a0}%"), "\(section)")
        // A figure without a target is neither good nor bad.
        #expect(section.components(separatedBy: "class=\"verdict").count == 2)
        for names in [[], ["elever"], ["elever", "forsoeg"]] {
            #expect(try !front(names).contains("class=\"wrap equation\""), "\(names)")
        }
    }

    @Test("every link leads to a page, a file beside the pages or another site")
    func links() {
        let model = SampleSite.model(as: Public.self)
        var known = Set(Self.site.map(\.path) + [stylesheetPath, iconPath, scriptPath])
        for language in Language.allCases {
            known.formUnion(linkedFiles(model, language: language).map { path($0, language) })
        }
        var linked: Set<String> = []
        for page in Self.site {
            for link in values("href", in: page.html) where !link.hasPrefix("#") {
                guard let target = resolved(link, from: page.path) else {
                    #expect(link.hasPrefix("https://"), "\(page.path): \(link)")
                    continue
                }
                let isKnown = known.contains(target)
                #expect(isKnown, "\(page.path): \(link)")
                linked.insert(target)
            }
        }
        // The script is asked for, not linked.
        linked.insert(scriptPath)
        let files = known.subtracting(linked).filter { !["index.html", "404.html"].contains($0) }
        #expect(files.isEmpty, "nothing leads to \(files.sorted())")
    }

    @Test("links within a page have something to lead to, and no id is there twice")
    func identifiers() {
        for page in Self.site {
            let ids = values("id", in: page.html)
            #expect(Set(ids).count == ids.count, "\(page.path)")
            for link in values("href", in: page.html) where link.hasPrefix("#") {
                #expect(ids.contains(String(link.dropFirst())), "\(page.path): \(link)")
            }
            for name in values("aria-labelledby", in: page.html) { #expect(ids.contains(name), "\(page.path): \(name)") }
        }
    }

    @Test("no key without a phrase, no place without a value, no tag left")
    func words() {
        for page in Self.site + Self.managers {
            let missing = page.html.components(separatedBy: "⟦").dropFirst().map { $0.prefix { $0 != "⟧" } }
            #expect(missing.isEmpty, "\(page.path): \(missing)")
            // The script fills these two.
            let filled = (values("data-sort", in: page.html) + values("data-found", in: page.html)).reduce(page.html) {
                $0.replacing($1, with: "")
            }
            #expect(!filled.contains("{"), "\(page.path)")
            #expect(!page.html.contains("Optional(") && !page.html.contains(">nil<"), "\(page.path)")
        }
    }

    @Test("nothing that a page under default-src 'self' would refuse")
    func quiet() {
        for page in Self.site {
            let own = "<script src=\"\(String(repeating: "../", count: page.path.split(separator: "/").count - 1))\(scriptPath)\" defer></script>"
            let scripts = page.html.components(separatedBy: "<script").count - 1
            #expect(scripts == page.html.components(separatedBy: own).count - 1, "\(page.path)")
            #expect(!page.html.contains(" style=") && !page.html.contains("<style"))
            #expect(!page.html.contains(" onclick") && !page.html.contains("javascript:"))
            #expect(values("src", in: page.html).allSatisfy { $0.hasSuffix(scriptPath) })
        }
    }

    @Test("every page has a language, a title, one heading, landmarks and a way past the menu")
    func frame() {
        for page in Self.site where page.path.contains("/") && !page.html.contains("<body class=\"embed\">") {
            let language = String(page.path.prefix(2))
            #expect(page.html.contains("<html lang=\"\(language)\">"), "\(page.path)")
            #expect(page.html.components(separatedBy: "<h1").count == 2, "\(page.path)")
            for part in [
                "<main id=\"content\"", "<header", "<footer", "<nav", "href=\"#content\"", "<meta name=\"description\" ",
            ] {
                #expect(page.html.contains(part), "\(page.path): \(part)")
            }
            #expect(!page.html.contains("<title></title>"))
            let languages = Language.allCases.map { "lang=\"\($0.rawValue)\" hreflang=\"\($0.rawValue)\"" }
            #expect(languages.allSatisfy(page.html.contains), "\(page.path)")
        }
    }

    @Test("pages with invented figures say so first; those with real figures do not")
    func notices() throws {
        let notice = "class=\"notice\""
        #expect(try page("da/index.html").contains(notice))
        #expect(try page("da/indikator/sygefravaer/index.html").contains("Eksempeldata – ikke Roskilde Kommunes tal"))
        #expect(try page("en/indicator/sygefravaer/index.html").contains("Example data"))
        #expect(try !page("da/indikator/beskaeftigelse/index.html").contains(notice))
        for page in Self.site where page.html.contains(notice) {
            let before = try #require(page.html.range(of: notice)).lowerBound
            #expect(before < (try #require(page.html.range(of: "<header"))).lowerBound)
        }
    }

    @Test("verdicts are told by shape and words, and the tally counts them")
    func verdicts() throws {
        let front = try page("da/index.html")
        for (mark, words) in [
            ("reached", "Målet er nået"), ("tooSlow", "Går for langsomt"), ("wrongWay", "Går den forkerte vej"),
            ("awaiting", "Afventer data"),
        ] {
            #expect(front.contains("<use href=\"#m-\(mark)\"/></svg><span>\(words)</span>"), "\(mark)")
        }
        #expect(front.contains("Alle måltallene er eksempler"))
        #expect(front.contains("1 baggrundstal vurderes ikke.") && front.contains("1 tal har ikke et måltal."))
        #expect(front.components(separatedBy: "<rect class=\"b-").count - 1 == 6)
    }

    @Test("an indicator's table holds every figure, or why there is none")
    func figures() throws {
        let html = try page("da/indikator/sygefravaer/index.html").replacing("\u{A0}", with: " ")
        for text in [
            "5,1 %", "6.409", "<th scope=\"row\">oktober 2026</th>", "Foreløbigt tal", "Corona",
            "Vises ikke (for få personer)", "Hele landet", "egen_sygdom / mulige_dagsvaerk", "148.220 rækker",
            "Måltallet er et eksempel og ikke vedtaget af nogen.", "Skriv ikke CPR-nummer", "20. november 2026",
        ] {
            #expect(html.contains(text), "\(text)")
        }
        let waiting = try page("da/indikator/forsoeg/index.html")
        #expect(waiting.contains("Der er ingen tal endnu.") && !waiting.contains("<figure"))
        #expect(try page("da/indikator/ensomhed/index.html").contains("Tal mangler"))
    }

    @Test("hidden figures leave no trace on a page")
    func hidden() throws {
        let html = try page("da/indikator/sygefravaer/index.html")
        #expect(!html.contains("3,1") && !html.contains("3.1"), "the unit of three persons")
    }

    @Test("the managers' edition says what it is")
    func edition() throws {
        let notice = "søges aktindsigt"
        #expect(try page("da/index.html", in: Self.managers).contains(notice))
        #expect(try !page("da/index.html").contains(notice))
    }

    @Test("where figures are invented no page says that the municipality answers for them")
    func demonstration() throws {
        #expect(try !page("da/om/index.html").contains("er ansvarlig for tallene"))
        #expect(try !page("da/personoplysninger/index.html").contains("er ansvarlig for"))
    }

    @Test("the root leads to the first language")
    func root() throws {
        #expect(try page("index.html").contains("url=da/index.html"))
        #expect(try page("404.html").contains("Siden findes ikke"))
    }
}

@Suite("Texts that a project wrote are texts")
struct EscapingTests {
    @Test("markup in any of them is shown, not run")
    func escaping() {
        let evil = LocalizedText(everywhere: "<script>alert(\"1\")</script> & '{{title}}'")
        var project = SampleSite.project([
            GoalDescription(id: "g", title: evil, statement: evil, points: [evil])
        ])
        (project.title, project.organisation, project.lede, project.vision) = (evil, evil, evil, [evil])
        (project.visionSource, project.sampleNotice, project.contactName) = (evil, evil, evil)
        project.contactAddress = "javascript:alert(1)"
        let source = SourceDescription(
            dataset: "d", title: evil, publisher: evil, address: "javascript:alert(1)", licence: evil(.danish),
            isSample: true, rhythm: .year, next: "<b>")
        var d = SampleSite.description("x", "g", evil, evil(.danish), target: 50, source: source)
        (d.definition, d.why, d.limits, d.owner, d.formula) = (evil, evil, evil, evil, evil(.danish))
        d.unit = UnitOfMeasure(kind: .number, label: evil, axis: evil)
        d.breaks = [SeriesBreak(at: .year(2022), reason: evil)]
        d.exceptional = [ExceptionalPeriod(from: .year(2020), to: .year(2020), reason: evil)]
        let a = SampleSite.assessed(d, SampleSite.years([40, 41, 42, 43, 44, 45, 46, 47]), as: Public.self)
        let model = SiteModel(
            project: project, indicators: [IndicatorPage(assessed: a, charts: SampleSite.placeholder(a))], units: [],
            stylesheet: "", notes: [source])
        let site = all(model)
        #expect(site.count > 20)
        for page in site {
            #expect(!page.html.replacing("<script src=", with: "").contains("<script") && !page.html.contains("javascript:"), "\(page.path)")
            #expect(!page.html.contains("<b>\""), "\(page.path)")
        }
        let shown = "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;{{title}}&#39;"
        #expect(site.contains { $0.html.contains(shown) })
    }
}

@Suite("Sites of other shapes")
struct ShapeTests {
    @Test("no indicators, one language, no contact, no date")
    func empty() {
        var project = ProjectDescription(
            title: .init(everywhere: "Vision"), organisation: .init(everywhere: "Kommune"),
            goals: [GoalDescription(id: "a", title: .init(everywhere: "A"), statement: .init())])
        project.languages = [.bokmal]
        let model = SiteModel<Public>(project: project, indicators: [], units: [], stylesheet: "", notes: [])
        let site = pages(model, language: .bokmal) + rootPages(model)
        #expect(site.contains { $0.path == "nb/maal/a/index.html" })
        for page in site { #expect(!page.html.contains("⟦") && !page.html.contains("hreflang=\"da\"")) }
    }

    @Test("an indicator outside the goals has its page and its row")
    func withoutGoal() throws {
        var d = SampleSite.description("vilkaar", "ukendt", .init(everywhere: "Vilkår"), "", direction: .neutral)
        d.target = nil
        let a = SampleSite.assessed(d, SampleSite.years([1, 2]), as: Public.self)
        let model = SiteModel(
            project: SampleSite.project(), indicators: [IndicatorPage(assessed: a, charts: SampleSite.placeholder(a))],
            units: [], stylesheet: "", notes: [])
        let front = try #require(pages(model, language: .danish).first)
        #expect(front.html.contains("indikator/vilkaar/index.html"))
    }
}
