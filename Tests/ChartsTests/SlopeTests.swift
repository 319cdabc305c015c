import Charts
import Testing

@Suite("Slopes")
struct SlopeTests {
    let measure = EvenMeasure()

    private func runs(_ scene: Scene, _ role: Role) -> [[ScenePoint]] {
        scene.marks.flatMap { mark -> [[ScenePoint]] in
            if case .line(let runs, role, _, .solid) = mark { runs } else { [] }
        }
    }

    @Test func linesGoFromFigureToFigure() {
        for style in [ChartStyle.wide, .narrow] {
            let scene = slopeChart(slope(), style: style, measure: measure)
            let own = runs(scene, .own), others = runs(scene, .context)
            #expect(own.count == 1 && others.count == 4)
            // One percentage point is as high everywhere: 7 to 8 rises as 5 to 4 falls, and 4 to 2 falls twice as far.
            let fall = own[0][1].y - own[0][0].y
            #expect(fall > 0 && isNear(others[1][0].y - others[1][1].y, fall))
            #expect(isNear(others[3][1].y - others[3][0].y, 2 * fall) && others[2][0].y == others[2][1].y)
        }
    }

    @Test func namesAndFiguresStandAtTheEnds() {
        let wide = slopeChart(slope(), style: .wide, measure: measure)
        #expect(wide.text("Roskilde Kommune  5.0 %")?.role == .own)
        #expect(wide.text("4.0 %  Roskilde Kommune")?.role == .own)
        #expect(wide.text("8.0 %  Plejecenter Ådalen")?.role == .muted)
        let narrow = slopeChart(slope(), style: .narrow, measure: measure)
        #expect(narrow.text("5.0 %") != nil && narrow.text("2.0 %  Åskolen") != nil)
    }

    @Test func labelsKeepTheOrderOfTheirLines() {
        var model = slope()
        model.lines = (0..<20).map { place in
            .init(
                name: "Sted \(place)", from: 5 + Double(place) / 100, to: 5, fromFigure: "5,\(place)", toFigure: "5,0",
                isOwn: place == 7)
        }
        let scene = slopeChart(model, style: .wide, measure: measure)
        #expect(scene.textFaults(measure) == [])
        let levels = (0..<20).compactMap { scene.text("Sted \($0)  5,\($0)")?.at.y }
        #expect(levels.count == 20 && levels == levels.sorted(by: >))
    }

    @Test func whereThereAreTooManyTheOwnIsStillNamed() {
        var model = slope()
        model.lines = (0..<60).map { place in
            .init(
                name: "Sted \(place)", from: 5, to: Double(place), fromFigure: "5", toFigure: "\(place)",
                fromLabel: "Sted \(place), 2019", toLabel: "Sted \(place), 2025", isOwn: place == 59)
        }
        let scene = slopeChart(model, style: .narrow, measure: measure)
        #expect(scene.textFaults(measure) == [])
        #expect(scene.text("59  Sted 59") != nil)
        #expect(scene.texts.count { $0.string.contains("Sted") } < 30 && scene.hitAreas.count == 120)
    }
}
