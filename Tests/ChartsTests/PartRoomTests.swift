import Charts
import Testing
import Vocabulary

@Suite("Labels of bars of parts, pyramids, slopes and maps never overlap or leave the drawing")
struct PartRoomTests {
    private func expectSound(_ seed: Int, _ draw: (ChartStyle) -> Scene) {
        for style in [ChartStyle.wide, .narrow, .picture] {
            let faults = draw(style).textFaults(EvenMeasure())
            #expect(faults.isEmpty, "seed \(seed), width \(style.width): \(faults)")
        }
    }

    @Test(arguments: 0..<300)
    func stackedBars(seed: Int) {
        var random = SeededGenerator(seed)
        let model = randomBars(&random)
        expectSound(seed) { stackedBarChart(model, style: $0, measure: EvenMeasure()) }
    }

    @Test(arguments: 0..<200)
    func pyramids(seed: Int) {
        var random = SeededGenerator(seed)
        let model = randomPyramid(&random)
        expectSound(seed) { pyramidChart(model, style: $0, measure: EvenMeasure()) }
    }

    @Test(arguments: 0..<300)
    func slopes(seed: Int) {
        var random = SeededGenerator(seed)
        let model = randomSlope(&random)
        expectSound(seed) { slopeChart(model, style: $0, measure: EvenMeasure()) }
    }

    @Test(arguments: 0..<200)
    func maps(seed: Int) {
        var random = SeededGenerator(seed)
        let model = randomMap(&random)
        expectSound(seed) { mapChart(model, style: $0, measure: EvenMeasure()) }
    }

    @Test func nothingToShowIsStillAScene() {
        for style in [ChartStyle.wide, .narrow] {
            let scenes = [
                stackedBarChart(StackedBarModel(parts: [], bars: []), style: style, measure: EvenMeasure()),
                pyramidChart(PyramidModel(left: "", right: "", rows: []), style: style, measure: EvenMeasure()),
                slopeChart(SlopeModel(lines: [], from: "", to: ""), style: style, measure: EvenMeasure()),
                mapChart(MapModel(places: [], classes: []), style: style, measure: EvenMeasure()),
            ]
            for scene in scenes { #expect(scene.textFaults(EvenMeasure()) == [] && scene.height.isFinite) }
        }
    }
}

private func name(_ random: inout SeededGenerator) -> String { RoomTests.names.randomElement(using: &random)! }

private let notices = ["", "Eksempeldata – ikke Roskilde Kommunes tal, kun til prøve"]
private let figures = ["4,9 %", "1.234.567,8", "0", "−3,2"]

private func randomBars(_ random: inout SeededGenerator) -> StackedBarModel {
    let scales: [[AnswerSide]] = [
        [.negative, .positive], [.negative, .negative, .middle, .positive, .positive], [.negative, .middle, .positive],
        [.middle, .middle, .middle, .middle, .middle, .middle], [.middle, .middle],
    ]
    let sides = scales.randomElement(using: &random)!
    let parts = sides.enumerated().map { place, side in
        StackedBarModel.Part(name: name(&random), role: Role.categories[place], side: side)
    }
    let bars = (0..<Int.random(in: 0...8, using: &random)).map { place -> StackedBarModel.Bar in
        let isShown = Int.random(in: 0..<4, using: &random) > 0
        let isAllEqual = Bool.random(using: &random)
        let values = sides.map { _ in isAllEqual ? 20 : [0, 0.001, 3, 40, 97].randomElement(using: &random)! }
        return .init(
            name: ["2024", "2023/24", "2016/17–2018/19, foreløbigt tal"].randomElement(using: &random)!,
            values: isShown ? values : [], figures: isShown ? values.map { _ in figures.randomElement(using: &random)! } : [],
            note: "Vises ikke (for få personer)", isHidden: Bool.random(using: &random),
            isProvisional: Bool.random(using: &random))
    }
    var model = StackedBarModel(parts: parts, bars: bars)
    (model.unit, model.heading, model.title) = (name(&random), name(&random), name(&random))
    model.notice = notices.randomElement(using: &random)!
    return model
}

private func randomPyramid(_ random: inout SeededGenerator) -> PyramidModel {
    let top = [0, 1, 300, 5_000_000].randomElement(using: &random)!
    let isLong = Bool.random(using: &random)
    let rows = (0..<Int.random(in: 1...110, using: &random)).map { place -> PyramidModel.Row in
        func value() -> Double? {
            Int.random(in: 0..<8, using: &random) == 0 ? nil : Double.random(in: 0...Double(top), using: &random)
        }
        return .init(
            age: isLong ? name(&random) : "\(place)–\(place + 4) år", left: value(), right: value(), leftBefore: value(),
            rightBefore: value())
    }
    var model = PyramidModel(left: name(&random), right: name(&random), rows: rows)
    (model.unit, model.heading, model.title) = (name(&random), name(&random), name(&random))
    if Bool.random(using: &random) { model.beforeText = "Stregen viser " + name(&random) }
    model.language = Language.allCases.randomElement(using: &random)!
    model.notice = notices.randomElement(using: &random)!
    return model
}

private func randomSlope(_ random: inout SeededGenerator) -> SlopeModel {
    let level = [0.0, 50, 1e6, -4].randomElement(using: &random)!
    let lines = (0..<[1, 2, 8, 20, 60].randomElement(using: &random)!).map { place -> SlopeModel.Line in
        let isFlat = Bool.random(using: &random)
        return .init(
            name: name(&random), from: level, to: isFlat ? level : level + .random(in: -3...9, using: &random),
            fromFigure: figures.randomElement(using: &random)!, toFigure: figures.randomElement(using: &random)!,
            isOwn: place == 0, isProvisional: Bool.random(using: &random))
    }
    let times = ["2019", "2025/26", "2016/17–2018/19", "1. halvår 2024"]
    var model = SlopeModel(
        lines: lines, from: times.randomElement(using: &random)!, to: times.randomElement(using: &random)!)
    (model.unit, model.heading, model.title) = (name(&random), name(&random), name(&random))
    model.notice = notices.randomElement(using: &random)!
    return model
}

private func randomMap(_ random: inout SeededGenerator) -> MapModel {
    let count = [1, 3, 17, 60].randomElement(using: &random)!
    let side = [0.001, 0.2, 5].randomElement(using: &random)!
    let across = [1, 4, 12].randomElement(using: &random)!
    let classes = Int.random(in: 1...5, using: &random)
    let places = (0..<count).map { place -> MapModel.Place in
        let standing = [MapModel.Standing.shown, .shown, .shown, .hidden, .missing].randomElement(using: &random)!
        return .init(
            name: name(&random), rings: [square(Double(place % across) * side, 55 + Double(place / across) * side, side)],
            category: standing == .shown ? Int.random(in: 0..<classes, using: &random) : nil, standing: standing,
            figure: standing == .shown ? figures.randomElement(using: &random)! : "", label: "\(place)")
    }
    var model = MapModel(places: places, classes: (0..<classes).map { _ in name(&random) + " til under 1.234,5 kr." })
    (model.hiddenText, model.missingText) = ("Vises ikke (for få personer)", "Tal mangler")
    model.notes = [name(&random) + ". " + name(&random), "Skematisk kort"]
    (model.unit, model.heading, model.title) = (name(&random), name(&random), name(&random))
    model.notice = notices.randomElement(using: &random)!
    return model
}
