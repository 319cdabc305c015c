import Assessment
import Foundation
import Pages
import Testing
import Vocabulary

@Suite("Pages of units, of all of them side by side, and of finding")
struct UnitPagesTests {
    static let site = pages(SampleSite.model(as: Public.self), language: .danish)
    static let managers = pages(SampleSite.model(as: Managers.self), language: .danish)

    private func page(_ path: String, in site: [Page] = Self.site) throws -> String {
        try #require(site.first { $0.path == path }).html
    }

    @Test("units stand in the organisation's order, each under its department")
    func order() throws {
        let html = try page("da/steder/index.html")
        let names = ["Børn og Unge", "Åstedets Børnehus", "Skolen ved Søen", "Social, Ældre og Sundhed", "Hjemmeplejen Øst"]
        let list = try #require(html.range(of: "<ul class=\"unit-list\">")).upperBound
        let places = names.compactMap { html.range(of: ">\($0)</a>", range: list..<html.endIndex)?.lowerBound }
        #expect(places.count == names.count && places == places.sorted())
        #expect(html.contains("<h1>Institutioner</h1>"))
        #expect(try page("da/steder/index.html", in: Self.managers).contains("<h1>Enheder</h1>"))
    }

    @Test("a unit's page has its figures beside the whole's, and hides what the edition hides")
    func unit() throws {
        let html = try page("da/steder/so1/index.html")
        #expect(html.contains("<h1>Hjemmeplejen Øst</h1>"))
        #expect(html.contains("<a href=\"../so/index.html\">Social, Ældre og Sundhed</a>"))
        // 6.8 % in 2025, 7.1 % the year before, 5.1 % in the whole.
        for figure in ["6,8\u{A0}%", "7,1\u{A0}%", "5,1\u{A0}%"] { #expect(html.contains(">\(figure)<"), "\(figure)") }
        let hidden = try page("da/steder/bu2/index.html")
        #expect(hidden.contains("Vises ikke") && !hidden.contains("3,1\u{A0}%") && !hidden.contains("4,4\u{A0}%"))
        // Hidden with it, since the department and the other unit would give it away.
        #expect(!(try page("da/steder/bu1/index.html")).contains("5,2\u{A0}%"))
    }

    @Test("months of a unit stand beside the same months of the year before")
    func months() throws {
        let d = SampleSite.description("fravaer", "trivsel", SampleSite.text("Fravær"), "Procent", direction: .down)
        var rows = SampleSite.years([5.0, 5.2], from: 2024, persons: 900)
        rows += SampleSite.years([6.0, 6.2], from: 2024, unit: "SO", persons: 90)
        rows += (0..<24).map { place in
            SampleSite.row(.month(2024 + place / 12, 1 + place % 12), 4 + Double(place) / 10, unit: "SO", persons: 90)
        }
        let assessed = SampleSite.assessed(d, rows, as: Managers.self)
        var model = SampleSite.model(as: Managers.self)
        model.indicators = [IndicatorPage(assessed: assessed, charts: SampleSite.placeholder(assessed))]
        let html = try page("da/steder/so/index.html", in: pages(model, language: .danish))
        #expect(html.contains("Samme måned året før"))
        // December 2025 is 6.3 %, December 2024 was 5.1 %: 1.2 points more.
        let row = try #require(html.range(of: "<th scope=\"row\">december 2025</th>"))
        let cells = html[row.upperBound...].prefix { $0 != "\n" }
        #expect(cells.contains("6,3\u{A0}%") && cells.contains("5,1\u{A0}%") && cells.contains("+1,2"), "\(cells)")
        #expect(!html.contains("januar 2024</th>"))
    }

    @Test("the matrix sets units of one kind side by side, sortable, the whole on top and no verdict on anyone")
    func matrix() throws {
        let html = try page("da/sammenlign/index.html")
        #expect(html.contains("<table class=\"figures\" data-sort=\"Sortér efter {column}\">"))
        #expect(html.contains("<tr class=\"total\"><th scope=\"row\">Roskilde Kommune</th>"))
        #expect(!html.contains("class=\"verdict"))
        #expect(html.contains("Rækkefølgen er organisationens egen og ikke en rangliste."))
    }

    @Test("everything can be found by name, in the order of the language's letters")
    func search() throws {
        let html = try page("da/find/index.html")
        for name in ["Sygefravær", "Ensomhed", "Hjemmeplejen Øst", "Åstedets Børnehus"] {
            #expect(html.contains(">\(name)</a>"), "\(name)")
        }
        let first = try #require(html.range(of: ">Skolen ved Søen</a>")), last = try #require(html.range(of: ">Åstedets Børnehus</a>"))
        #expect(first.lowerBound < last.lowerBound, "å comes last")
        #expect(html.contains("<form class=\"search\" role=\"search\" hidden>"))
    }

    @Test("a council sheet has every indicator of its goal with verdict, sentence and source")
    func sheets() throws {
        let html = try page("da/ark/trivsel/index.html")
        for text in ["Elever, der trives i skolen", "Ensomhed", "Beskæftigelse", "Kilde: ", "Udgave: For alle"] {
            #expect(html.contains(text), "\(text)")
        }
        #expect(!html.contains("Sygefravær</a></h3>"))
        #expect(html.contains("href=\"trivsel.pdf\" download"))
        let whole = try page("da/ark/index.html")
        #expect(whole.contains("Sygefravær</a></h3>") && whole.contains("Stærke fællesskaber</h2>"))
    }

    @Test("a chart to embed carries its name, its source, and the notice of invented data")
    func embed() throws {
        let html = try page("da/indikator/sygefravaer/vis/udvikling/index.html")
        #expect(html.contains("<h1>Sygefravær</h1>") && html.contains("Eksempeldata – ikke Roskilde Kommunes tal"))
        #expect(html.contains("href=\"../../index.html\" target=\"_top\""))
        let real = try page("da/indikator/beskaeftigelse/vis/udvikling/index.html")
        #expect(!real.contains("Eksempeldata"))
    }
}
