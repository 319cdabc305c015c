import Charts
import Testing
import Vocabulary

/// A known figure stands where the numbers on the axes say.
@Suite("Control charts, funnels, groups and heat tables draw their figures in place")
struct ReadingChartTests {
    let measure = EvenMeasure()

    /// The height of a value by two numbers of the vertical axis.
    private func height(_ value: Double, _ low: String, _ high: String, _ scene: Scene) throws -> Double {
        func level(_ text: String) throws -> (Double, Double) {
            let found = try #require(scene.texts.first { $0.string == text && $0.anchor == .end })
            return (try #require(Double(text)), found.at.y - found.size * 0.35)
        }
        let (from, to) = (try level(low), try level(high))
        return from.1 + (value - from.0) / (to.0 - from.0) * (to.1 - from.1)
    }

    /// The place of a value by two numbers of the horizontal axis.
    private func place(_ value: Double, _ low: String, _ high: String, _ scene: Scene) throws -> Double {
        func level(_ text: String) throws -> (Double, Double) {
            let found = try #require(scene.texts.first { $0.string == text && $0.anchor == .middle })
            return (try #require(Double(text)), found.at.x)
        }
        let (from, to) = (try level(low), try level(high))
        return from.1 + (value - from.0) / (to.0 - from.0) * (to.1 - from.1)
    }

    private func dots(_ scene: Scene, _ shape: DotShape, _ role: Role) -> [ScenePoint] {
        // The key under the plot has marks of its own.
        let bottom = scene.hitAreas.map { $0.area.y + $0.area.height }.max() ?? 0
        return scene.marks.flatMap { mark -> [ScenePoint] in
            if case .dots(let points, shape, _, role) = mark { points } else { [] }
        }.filter { $0.y <= bottom }
    }

    @Test("a signal is a triangle at its month and figure, the right way up and the wrong way down")
    func signals() throws {
        for style in [ChartStyle.wide, .narrow] {
            let scene = controlChart(control(), style: style, measure: measure)
            let good = try #require(dots(scene, .triangleUp, .good).first)
            let (x, y) = (try place(2021 + 58.0 / 12, "2021", "2025", scene), try height(3.6, "4", "6", scene))
            #expect((good.x - x).magnitude < 0.1 && (good.y - y).magnitude < 0.1)
            let bad = try #require(dots(scene, .triangleDown, .bad).first)
            #expect((bad.y - (try height(Months.value(20), "4", "6", scene))).magnitude < 0.1)
            #expect(dots(scene, .triangleUp, .good).count == 1 && dots(scene, .triangleDown, .bad).count == 1)
        }
    }

    @Test("each level has its own mean and limits, and no line leads over a break or a gap")
    func levels() throws {
        let scene = controlChart(control(), style: .wide, measure: measure)
        let limits = scene.marks.compactMap { mark -> [[ScenePoint]]? in
            if case .line(let runs, .context, 1, .dashed) = mark { runs } else { nil }
        }.flatMap { $0 }
        let expected = [4.5, 6.1, 3.9, 5.5]
        #expect(limits.count == 4 && limits.allSatisfy { $0.count == 2 && $0[0].y == $0[1].y })
        for level in expected {
            let y = try height(level, "4", "6", scene)
            #expect(limits.contains { ($0[0].y - y).magnitude < 0.1 }, "no limit at \(level)")
        }
        let own = scene.marks.compactMap { mark -> [Int]? in
            if case .line(let runs, .own, _, .solid) = mark { runs.map(\.count) } else { nil }
        }.flatMap { $0 }
        // Months 0–29, 32–35, and 36–59 after the break.
        #expect(own == [30, 4, 24])
    }

    @Test("limits that change are stepped half way between the months")
    func steps() throws {
        let scene = controlChart(changingLimits(), style: .wide, measure: measure)
        let runs = scene.marks.compactMap { mark -> [[ScenePoint]]? in
            if case .line(let runs, .context, 1, .solid) = mark { runs } else { nil }
        }.flatMap { $0 }
        #expect(runs.count == 2)
        let upper = try #require(runs.first)
        // Places 0 and 1 have half widths 0.6 and 1.0 (7 % 5 = 2 fifths more).
        #expect((upper[0].y - (try height(6.0, "4", "6", scene))).magnitude < 0.1)
        #expect((upper[2].y - (try height(6.4, "4", "6", scene))).magnitude < 0.1)
        let marks = dots(scene, .circle, .own).sorted { $0.x < $1.x }
        #expect((upper[1].x - (marks[0].x + marks[1].x) / 2).magnitude < 0.1)
    }

    @Test("words say the limits, the newest figure and signal, and what the marks mean; the notice is inside")
    func words() {
        for style in [ChartStyle.wide, .narrow] {
            let said = controlChart(control(), style: style, measure: measure).texts.map(\.string)
            let all = said.joined(separator: " ")
            for text in ["Usædvanligt over 5,5", "Usædvanligt under 3,9", "Midten: 4,7", "Måltal 2030: 4,0"] {
                #expect(all.contains(text), "\(text) is not said at \(style.width)")
            }
            #expect(said.contains("Foreløbigt tal") && said.contains("Usædvanligt, den rigtige vej"))
            let notice = controlChart(changingLimits(), style: style, measure: measure).texts.map(\.string)
            #expect(notice.contains { $0.hasPrefix("Eksempeldata") })
            #expect(!notice.contains("Usædvanligt, den rigtige vej"), "the key names marks that are not there")
        }
    }

    @Test("every period tells its value, and the strips do not overlap")
    func pointing() {
        let scene = controlChart(control(), style: .narrow, measure: measure)
        #expect(scene.hitAreas.count == 60 && scene.hitAreas[58].label == "nov. 2025: 3.6 %, 1.234 personer")
        #expect(scene.hitAreas[30].label == "jul. 2023: vises ikke")
        for (left, right) in zip(scene.hitAreas, scene.hitAreas.dropFirst()) {
            #expect(left.area.x + left.area.width <= right.area.x)
        }
    }

    @Test("of very many periods only the newest and those out of the ordinary are pointed at, close to their marks")
    func crowded() {
        var model = control()
        model.points = (0..<200).map { place in
            .init(Months.point(place, value: 5), low: 4, high: 6, meaning: place == 50 ? .concern : .ordinary)
        }
        let areas = controlChart(model, style: .wide, measure: measure).hitAreas
        #expect(areas.map(\.label) == ["mar. 2025: 5.0 %, 1.234 personer", "aug. 2037: 5.0 %, 1.234 personer"])
        #expect(areas.allSatisfy { $0.area.width <= 13 })
    }

    @Test("without limits and levels a control chart is the series alone")
    func silent() {
        var model = control()
        model.levels = []
        model.points = model.points.map { .init($0.point) }
        let scene = controlChart(model, style: .wide, measure: measure)
        #expect(!scene.marks.contains { if case .line(_, .context, _, _) = $0 { true } else { false } })
        #expect(!scene.texts.contains { $0.string.hasPrefix("Usædvanligt") })
    }

    @Test("a unit stands by its size and figure; the one outside is named, and the curves are cut where they leave")
    func funnels() throws {
        let scene = funnelChart(funnel(), style: .wide, measure: measure)
        let outside = try #require(dots(scene, .diamond, .ink).first)
        #expect((outside.x - (try place(300, "200", "600", scene))).magnitude < 0.1)
        #expect((outside.y - (try height(68, "60", "100", scene))).magnitude < 0.1)
        #expect(scene.texts.contains { $0.string == "Skolen ved Søen" })
        #expect(!scene.texts.contains { $0.string == "Skole 3" })
        #expect(dots(scene, .circle, .muted).count == 11)
        let outer = scene.marks.compactMap { mark -> [[ScenePoint]]? in
            if case .line(let runs, .context, 1.2, .solid) = mark, runs.count == 2 { runs } else { nil }
        }.first
        let lower = try #require(outer?.last)
        // 80 − 3.09 × 40 ∕ √n is 40.914 at 10 and 52.362 at 20: between them the drawn line crosses 50, the lowest
        // value of the axis, at 10 + 10 × (50 − 40.914) ∕ (52.362 − 40.914).
        #expect((lower[0].x - (try place(17.937, "200", "600", scene))).magnitude < 0.2)
        #expect((lower[0].y - (try height(50, "60", "100", scene))).magnitude < 0.1)
    }

    @Test("panels share their scales and the whole is the same line in each")
    func panels() throws {
        let scene = smallMultiples(ages(), style: .wide, measure: measure)
        let wholes = scene.marks.compactMap { mark -> [ScenePoint]? in
            if case .line(let runs, .context, 1.4, .solid) = mark { runs.first } else { nil }
        }
        #expect(wholes.count == 5)
        let first = try #require(wholes.first)
        for whole in wholes {
            let (dx, dy) = (whole[0].x - first[0].x, whole[0].y - first[0].y)
            #expect(
                zip(whole, first).allSatisfy {
                    ($0.x - $1.x - dx).magnitude < 1e-6 && ($0.y - $1.y - dy).magnitude < 1e-6
                })
        }
        // Three beside each other, the fourth under the first.
        #expect(wholes[1].first?.y == first[0].y && wholes[3].first?.x == first[0].x && wholes[3][0].y > first[0].y)
        var long = ages()
        long.panels[1].line.name = "Pædagogmedhjælperuddannelsen"
        let alone = smallMultiples(long, style: .narrow, measure: measure)
        #expect(alone.texts.contains { $0.string == "Pædagogmedhjælperuddannelsen" })
        let narrow = smallMultiples(ages(), style: .narrow, measure: measure)
        #expect(narrow.texts.filter { $0.weight == .semibold && $0.role == .ink }.count >= 5)
        #expect(scene.hitAreas.count == 40)
    }

    @Test("a cell is shaded by its class, a figure on a border in the class above; hidden ones are hatched")
    func cells() {
        let scene = heatTable(seasons(), style: .wide, measure: measure)
        var counts: [Role: Int] = [:]
        for case .shapes(let outlines, let role, _) in scene.marks where outlines.count > 1 {
            counts[role] = outlines.count
        }
        // 3.0 + month ∕ 10 + year ∕ 2, counted by hand: below 3.5 five of the first year; then seven or eight a class.
        #expect(counts == [.step1: 5, .step2: 9, .step3: 12, .step4: 12, .step5: 7])
        let hatched = scene.marks.reduce(0) { sum, mark in
            if case .hatched(let outlines, _) = mark { sum + outlines.count } else { sum }
        }
        // One cell, and its patch in the key.
        #expect(hatched == 2)
        #expect(scene.texts.filter { $0.role == .onStrong }.count == 19)
        #expect(scene.hitAreas.count == 46)
    }

    @Test("exceptional cells that lie together have one frame around them all")
    func frames() {
        let scene = heatTable(seasons(), style: .wide, measure: measure)
        let edges = scene.marks.compactMap { mark -> Int? in
            if case .line(let runs, .ink, 1.4, .dashed) = mark { runs.count } else { nil }
        }
        // January to March of the first year: three cells over and under, and an end to each side.
        #expect(edges == [8])
    }

    @Test("words beside the plot stand in the order of their levels")
    func order() throws {
        for style in [ChartStyle.wide, .narrow] {
            let texts = controlChart(control(), style: style, measure: measure).texts
            func y(_ text: String) throws -> Double { try #require(texts.first { $0.string.hasSuffix(text) }).at.y }
            let order = [try y("5,5\u{a0}%"), try y("4,7\u{a0}%"), try y("4,0\u{a0}%"), try y("3,9\u{a0}%")]
            #expect(order == order.sorted())
        }
    }

    @Test("a phone has the months down, and figures that do not fit are left to pointing")
    func turned() {
        let narrow = heatTable(seasons().turned, style: .narrow, measure: measure)
        #expect(narrow.texts.contains { $0.string == "dec" && $0.anchor == .start })
        #expect(narrow.texts.contains { $0.string == "3,0" })
        let squeezed = heatTable(seasons(), style: .narrow, measure: measure)
        #expect(!squeezed.texts.contains { $0.string == "3,0" } && squeezed.hitAreas.count == 46)
    }
}
