import Charts
import Testing

@Suite("Line charts")
struct LineChartTests {
    let measure = EvenMeasure()

    private func runs(_ scene: Scene) -> [Int] {
        scene.marks.compactMap { mark -> [Int]? in
            if case .line(let runs, .own, _, .solid) = mark { runs.map(\.count) } else { nil }
        }.flatMap { $0 }
    }

    @Test func gapsAndBreaksAreNotBridged() {
        #expect(runs(lineChart(absence(), style: .wide, measure: measure)) == [8])
        #expect(runs(lineChart(troubled(), style: .wide, measure: measure)) == [2, 3])
    }

    @Test func aGapIsNamed() {
        let scene = lineChart(troubled(), style: .wide, measure: measure)
        #expect(scene.texts.map(\.string).contains("Vises ikke"))
        #expect(scene.hitAreas.map(\.label).contains { $0.hasPrefix("2019: vises ikke") })
    }

    @Test func provisionalFiguresAreOpen() {
        func open(_ scene: Scene) -> Int {
            scene.marks.reduce(0) { sum, mark in
                if case .dots(let points, .openCircle, _, .own) = mark { sum + points.count } else { sum }
            }
        }
        #expect(open(lineChart(absence(), style: .wide, measure: measure)) == 0)
        #expect(open(lineChart(troubled(), style: .wide, measure: measure)) == 1)
    }

    @Test func everyFigureTellsItsValue() {
        let scene = lineChart(absence(), style: .wide, measure: measure)
        for year in 2018...2025 { #expect(scene.hitAreas.contains { $0.label.contains("\(year): ") }) }
        #expect(scene.hitAreas.last?.label == "Måltal 2030: 4,0 %")
        for (left, right) in zip(scene.hitAreas.dropLast(), scene.hitAreas.dropLast().dropFirst()) {
            #expect(!left.area.intersects(right.area))
        }
    }

    @Test func theFanStaysInsideThePlot() {
        var model = absence()
        model.outlook?.years = [.init(time: 2030, value: 4.2, low: -40, high: 60)]
        let scene = lineChart(model, style: .wide, measure: measure)
        for case .area(let outline, .ownFill, _) in scene.marks {
            #expect(outline.allSatisfy { $0.y >= 30 && $0.y <= scene.height - 29 })
        }
        #expect(scene.texts.contains { $0.string == "4" || $0.string == "4,0" })
    }

    @Test func theNoticeIsInsideThePicture() {
        for style in [ChartStyle.wide, .narrow] {
            var model = absence()
            model.notice = "Eksempeldata – ikke Roskilde Kommunes tal, men opdigtede tal til en demonstration"
            let scene = lineChart(model, style: style, measure: measure)
            let words = scene.texts.suffix(100).map(\.string).joined(separator: " ")
            #expect(words.contains("Eksempeldata"))
            #expect(scene.height > lineChart(absence(), style: style, measure: measure).height)
        }
    }

    @Test func nothingToShowIsStillAScene() {
        let scene = lineChart(LineChartModel(own: .init(name: "", points: [])), style: .wide, measure: measure)
        #expect(scene.textFaults(measure) == [])
        #expect(sparkline(SparklineModel(points: [])).marks.isEmpty)
        #expect(unitChart(UnitChartModel(rows: []), style: .narrow, measure: measure).textFaults(measure) == [])
    }

    @Test func overlapsAreFound() {
        let texts = [
            SceneText("Hele landet", at: ScenePoint(10, 20)), SceneText("Måltal", at: ScenePoint(40, 22)),
            SceneText("For langt ude", at: ScenePoint(90, 60)), SceneText("Småt", at: ScenePoint(5, 90), size: 9),
        ]
        let scene = Scene(width: 100, height: 100, marks: texts.map(Mark.text))
        #expect(scene.textFaults(measure).count == 3)
    }
}
