import CairoCanvas
import Charts
import Foundation
import FoundationXML
import Testing
import Vocabulary

@Suite("SVG")
struct SVGTests {
    static let marks: [Mark] = [
        .area(
            outline: [ScenePoint(10, 10), ScenePoint(60, 10), ScenePoint(60, 40), ScenePoint(10, 40)], role: .ownFill,
            opacity: 0.13),
        .line(
            runs: [[ScenePoint(10, 20.25), ScenePoint(60, 20.25)], [ScenePoint(5, 5), ScenePoint(5, 30)]], role: .grid,
            width: 1, style: .solid),
        .line(
            runs: [[ScenePoint(10, 12.34), ScenePoint(20, 30), ScenePoint(33.33, 2)]], role: .target, width: 1.6,
            style: .dashed),
        .dots([ScenePoint(10, 10), ScenePoint(20, 15.55)], shape: .circle, radius: 3.4, role: .own),
        .dots([ScenePoint(40, 10)], shape: .openCircle, radius: 5, role: .target),
        .dots([ScenePoint(50, 20)], shape: .square, radius: 4, role: .bad),
        .line(runs: [[ScenePoint(1, 1)]], role: .own, width: 1, style: .solid),
        .text(SceneText("Mål <2030> & \"co\"", at: ScenePoint(10, 50), weight: .semibold, anchor: .end, role: .target)),
    ]
    static let scene = Scene(
        width: 100, height: 60, marks: marks,
        hitAreas: [HitArea(area: SceneRectangle(x: 1, y: 2, width: 3.25, height: 4), label: "2025: 4,9\u{A0}%")],
        title: "Titel & mere", summary: "Beskrivelse", language: "da")

    @Test func geometryIsInItsShortestForm() {
        let text = svg(Self.scene, id: "a")
        #expect(text.contains(#"<path class="f r-own-fill" fill-opacity=".13" d="M10 10H60V40H10z"/>"#))
        #expect(text.contains(#"<path class="s r-grid" d="M10 20.3H60M5 5V30"/>"#))
        #expect(text.contains(#"stroke-dasharray="6 4" stroke-linejoin="round" d="M10 12.3 20 30 33.3 2"/>"#))
        #expect(text.contains(#"class="s r-own" stroke-width="6.8" stroke-linecap="round" d="M10 10h0M20 15.6h0"/>"#))
        #expect(text.contains(#"<path class="s r-paper" stroke-width="6" stroke-linecap="round" d="M40 10h0"/>"#))
        #expect(text.contains(#"<path class="f r-bad" d="M46.4 16.4H53.6V23.6H46.4z"/>"#))
        #expect(text.components(separatedBy: "<path").count - 1 == 7)
    }

    @Test func textIsTextAndEscaped() {
        let text = svg(Self.scene, id: "a")
        #expect(text.contains(#"<text class="t t6 r-target" x="10" y="50" text-anchor="end">Mål &lt;2030&gt; "#))
        #expect(text.contains("&amp; &quot;co&quot;</text>"))
        #expect(text.contains("<title id=\"a-t\">Titel &amp; mere</title>"))
        #expect(text.contains(#"<rect x="1" y="2" width="3.3" height="4"><title>2025: 4,9"#))
    }

    @Test func noStylesAndOnlyItsOwnIds() {
        let text = svg(Self.scene, id: "kort-1")
        #expect(!text.contains("style"))
        let ids = text.matches(of: /\bid="([^"]+)"/).map { String($0.1) }
        #expect(ids == ["kort-1-t", "kort-1-d"])
        #expect(text.contains(#"role="img" aria-labelledby="kort-1-t kort-1-d""#))
    }

    @Test func isWellFormed() {
        for standalone in [false, true] {
            let parser = XMLParser(data: Data(svg(Self.scene, id: "a", standalone: standalone).utf8))
            #expect(parser.parse(), "standalone: \(standalone)")
        }
    }

    @Test func aFileCarriesItsRules() {
        let text = svg(Self.scene, id: "a", standalone: true)
        #expect(text.contains("xmlns=\"http://www.w3.org/2000/svg\""))
        #expect(text.contains("<style>") && text.contains("prefers-color-scheme:dark") && !text.contains("style=\""))
    }

    @Test func marksOutsideTheDrawingDoNotShiftTheOthers() {
        let far = Mark.line(
            runs: [[ScenePoint(-900, -900), ScenePoint(-800, -900)]], role: .bad, width: 1, style: .solid)
        let line = Mark.line(runs: [[ScenePoint(1, 1), ScenePoint(9, 9)]], role: .own, width: 1, style: .solid)
        let text = svg(Scene(width: 100, height: 60, marks: [far, line]), id: "a")
        #expect(text.contains(#"<path class="s r-own" d="M1 1 9 9"/>"#))
    }

    @Test func twoSeriesOfSixtyPointsFitInTenKilobytes() {
        #expect(svg(lineChart(sixtyYears(), style: .wide, measure: CairoTextMeasure()), id: "a").utf8.count <= 10_240)
    }

    @Test func sixtyMarkersFitInTenKilobytes() {
        var model = sixtyYears()
        model.comparison = nil
        model.marksEveryPoint = true
        #expect(svg(lineChart(model, style: .wide, measure: CairoTextMeasure()), id: "a").utf8.count <= 10_240)
    }

    @Test func withForcedColoursEveryRoleIsSeen() throws {
        let rules = chartStylesheet()
        let root = try #require(rules.firstMatch(of: /forced-colors:active\){:root{([^}]*)}/)).output.1
        let named = Set(root.split(separator: ";").map { $0.prefix { $0 != ":" } })
        for use in rules.matches(of: /var\((--[a-z0-9-]+)\)/).map(\.output.1) { #expect(named.contains(use), "\(use)") }
        // Parts that meet are outlined; their text does not take the colour of paper.
        let parts = try #require(rules.firstMatch(of: /\.f:is\(([^)]*)\){fill:Canvas;stroke:CanvasText}/)).output.1
        #expect(Set(parts.split(separator: ",")) == Set((Role.steps + Role.answers + Role.categories).map {
            ".r-\($0.rawValue)"
        }.map { $0[...] }))
        #expect(rules.contains(":is(.r-on-pale,.r-on-strong,.r-on-bright){fill:CanvasText}"))
    }

    @Test func everyRoleHasARule() {
        let rules = chartStylesheet()
        for role in Role.allCases { #expect(rules.contains(".s.r-\(role.rawValue){stroke:var(--")) }
        for part in [":root{", "prefers-color-scheme:dark", "forced-colors:active"] { #expect(rules.contains(part)) }
    }
}

/// Two series of sixty figures.
func sixtyYears() -> LineChartModel {
    func line(_ name: String, _ shift: Int, told: String? = nil) -> LineChartModel.Line {
        .init(
            name: name,
            points: (0..<60).map {
                .init(
                    time: 1966 + Double($0), value: 5 + Double(($0 * 7 + shift) % 11) / 10,
                    label: (told ?? "\(1966 + $0)") + ": 4,9 %")
            })
    }
    var model = LineChartModel(own: line("Roskilde", 0))
    model.comparison = line("Hele landet", 5, told: "Hele landet")
    model.goal = .init(
        kind: .reach, time: 2030, value: 4, name: "Måltal 2030", figure: "4,0 %", from: .init(time: 2021, value: 5.9))
    model.latestFigure = "4,9 %"
    model.unit = "Procent af arbejdstiden"
    return model
}
