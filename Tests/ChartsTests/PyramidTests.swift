import Charts
import Testing

@Suite("Pyramids")
struct PyramidTests {
    let measure = EvenMeasure()

    @Test func sidesMirrorEachOther() {
        var model = pyramid()
        for row in model.rows.indices { model.rows[row].right = model.rows[row].left }
        let scene = pyramidChart(model, style: .wide, measure: measure)
        let left = scene.outlines(.category1).map(bounds), right = scene.outlines(.category2).map(bounds)
        #expect(left.count == 10 && right.count == 10)
        for (a, b) in zip(left, right) {
            #expect(isNear(a.width, b.width) && isNear(a.y, b.y))
            #expect(isNear(a.x + a.width / 2 + b.x + b.width / 2, scene.width))
        }
    }

    @Test func barsAreAsLongAsTheirFiguresAndTheYoungestStandLowest() {
        let scene = pyramidChart(pyramid(), style: .narrow, measure: measure)
        let left = scene.outlines(.category1).map(bounds), right = scene.outlines(.category2).map(bounds)
        for place in 0..<10 {
            #expect(isNear(left[place].width / left[0].width, Double(400 - place * 30) / 400))
            #expect(isNear(right[place].width / left[0].width, Double(380 - place * 24) / 400))
        }
        for (younger, older) in zip(left, left.dropFirst()) { #expect(younger.y > older.y) }
    }

    @Test func theOtherYearIsALineAtItsFigures() throws {
        let scene = pyramidChart(pyramid(), style: .wide, measure: measure)
        let left = bounds(scene.outlines(.category1)[0])
        var runs: [[ScenePoint]] = []
        for case .line(let found, .ink, 1.6, _) in scene.marks { runs += found }
        let outline = try #require(runs.first { $0.count == 20 })
        // 360 where the bar of 400 reaches from the middle to its left end.
        #expect(isNear(outline[0].x, left.x + left.width - left.width * 360 / 400))
        #expect(scene.text("Stregen viser 2015") != nil)
    }

    @Test func singleYearsOfAgeFit() {
        var model = pyramid()
        model.rows = (0...104).map { .init(age: "\($0) år", left: Double(200 - $0), right: Double($0)) }
        for style in [ChartStyle.wide, .narrow] {
            let scene = pyramidChart(model, style: style, measure: measure)
            #expect(scene.textFaults(measure) == [])
            #expect(scene.text("0 år") != nil && scene.text("1 år") == nil && scene.text("100 år") != nil)
            #expect(scene.height < 560)
        }
    }
}
