import Charts
import Testing
import Vocabulary

/// Control charts, funnels, small multiples and heat tables of every kind of data: the scene is sound.
@Suite("Labels of control charts, funnels, groups and heat tables have room")
struct ReadingRoomTests {
    private static let styles = [ChartStyle.wide, .narrow, .picture]

    private func expectSound(_ draw: (ChartStyle) -> Scene, _ what: String) {
        for style in Self.styles {
            let scene = draw(style)
            let faults = scene.textFaults(EvenMeasure())
            #expect(faults.isEmpty, "\(what), width \(style.width): \(faults)")
            #expect(scene.isFinite, "\(what), width \(style.width): a place that is no number")
            let isRight = scene.hitAreas.allSatisfy { $0.area.width >= 0 && $0.area.height > 0 }
            #expect(isRight, "\(what): a hit area inside out")
        }
    }

    @Test(arguments: 0..<300)
    func controlCharts(seed: Int) {
        var random = SeededGenerator(seed)
        let model = randomControl(&random)
        expectSound({ controlChart(model, style: $0, measure: EvenMeasure()) }, "seed \(seed)")
    }

    @Test(arguments: 0..<200)
    func funnels(seed: Int) {
        var random = SeededGenerator(seed)
        let model = randomFunnel(&random)
        expectSound({ funnelChart(model, style: $0, measure: EvenMeasure()) }, "seed \(seed)")
    }

    @Test(arguments: 0..<200)
    func smallMultiplesOfAnything(seed: Int) {
        var random = SeededGenerator(seed)
        let model = randomMultiples(&random)
        expectSound({ smallMultiples(model, style: $0, measure: EvenMeasure()) }, "seed \(seed)")
    }

    @Test(arguments: 0..<200)
    func heatTables(seed: Int) {
        var random = SeededGenerator(seed)
        let model = randomTable(&random)
        expectSound({ heatTable(model, style: $0, measure: EvenMeasure()) }, "seed \(seed)")
        expectSound({ heatTable(model.turned, style: $0, measure: EvenMeasure()) }, "seed \(seed), turned")
    }

    @Test func nothingToShowIsStillAScene() {
        expectSound({ controlChart(ControlChartModel(points: []), style: $0, measure: EvenMeasure()) }, "control")
        let none = FunnelChartModel(units: [], common: 0)
        expectSound({ funnelChart(none, style: $0, measure: EvenMeasure()) }, "funnel")
        expectSound({ smallMultiples(SmallMultiplesModel(panels: []), style: $0, measure: EvenMeasure()) }, "panels")
        expectSound(
            { heatTable(HeatTableModel(rows: [], columns: [], cells: []), style: $0, measure: EvenMeasure()) }, "table")
    }
}

extension Scene {
    /// Whether every place in it is a number.
    fileprivate var isFinite: Bool {
        marks.allSatisfy { mark in
            let points: [ScenePoint] =
                switch mark {
                case .line(let runs, _, _, _): runs.flatMap { $0 }
                case .area(let outline, _, _): outline
                case .shapes(let outlines, _, _), .hatched(let outlines, _): outlines.flatMap { $0 }
                case .dots(let points, _, _, _): points
                case .text(let text): [text.at]
                }
            return points.allSatisfy { $0.x.isFinite && $0.y.isFinite }
        }
    }
}

/// Levels and swings from the tiniest to the hugest, below nothing too.
private func values(_ count: Int, _ random: inout SeededGenerator) -> [Double] {
    let level = [0, 5, 99, -40, 1e9, 0.001].randomElement(using: &random)!
    let swing = [0, 0.001, 3, 80, 1e8].randomElement(using: &random)!
    return (0..<count).map { _ in level + .random(in: -swing...swing, using: &random) }
}

private func figure(_ random: inout SeededGenerator) -> String {
    ["4,9 %", "1.234.567,8", "−12,3 procentpoint", "0"].randomElement(using: &random)!
}

private func randomControl(_ random: inout SeededGenerator) -> ControlChartModel {
    let count = [1, 2, 8, 24, 60, 200].randomElement(using: &random)!
    let figures = values(count, &random)
    let half = Double.random(in: 0...(figures.map(\.magnitude).max()! + 1), using: &random)
    let isStepped = Bool.random(using: &random)
    var model = ControlChartModel(
        points: figures.enumerated().map { place, value in
            let isShown = Int.random(in: 0..<8, using: &random) > 0
            let width = isStepped ? half * Double.random(in: 0.5...1.5, using: &random) : half
            var point = Months.point(place, value: isShown ? value : nil)
            point.isProvisional = place == count - 1
            let hasLimits = Int.random(in: 0..<10, using: &random) > 0
            return .init(
                point, low: hasLimits ? value - width : nil, high: hasLimits ? value + width : nil,
                meaning: ControlChartModel.Meaning.allCases.randomElement(using: &random)!)
        })
    model.language = Language.allCases.randomElement(using: &random)!
    let end = 2021 + Double(count - 1) / 12
    model.levels = [.init(first: 2021, last: end, mean: figures[0])]
    if Bool.random(using: &random) {
        model.goal = .init(levels: [figures[0] + half], text: "Måltal 2030: " + figure(&random))
    }
    model.highText = "Usædvanligt over " + figure(&random)
    model.lowText = "Usædvanligt under " + figure(&random)
    model.meanText = "Midten: " + figure(&random)
    model.latestFigure = figure(&random)
    model.signalText = "november 2025: " + figure(&random)
    model.meaningNames = control().meaningNames
    model.provisionalName = "Foreløbigt tal"
    model.limitsNote = Bool.random(using: &random) ? "Foreløbige grænser: de bygger på 9 tal" : ""
    if Bool.random(using: &random) { model.bands = [.init(from: 2021, to: 2022, note: RoomTests.names[5])] }
    if Bool.random(using: &random) { (model.breaks, model.breakNote) = ([2021.5, 2023], "Databrud") }
    if Bool.random(using: &random) {
        model.limits = -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude
    }
    if Bool.random(using: &random) { model.notice = "Eksempeldata – ikke Roskilde Kommunes tal, kun til prøve" }
    model.axis = [TimeAxis.years, .months, .schoolYears].randomElement(using: &random)!
    model.unit = RoomTests.names.randomElement(using: &random)! + ", procent af arbejdstiden"
    model.heading = RoomTests.names[6]
    model.title = "Ændringen frem til november 2025 er større end de sædvanlige udsving og går den rigtige vej."
    return model
}

private func randomFunnel(_ random: inout SeededGenerator) -> FunnelChartModel {
    let count = [1, 8, 12, 60, 200].randomElement(using: &random)!
    let figures = values(count, &random)
    let largest = [1.0, 40, 5_000, 2e7].randomElement(using: &random)!
    var model = FunnelChartModel(
        units: figures.map { value in
            .init(
                name: RoomTests.names.randomElement(using: &random)!,
                size: .random(in: 0.1...1, using: &random) * largest, value: value,
                isOutside: Int.random(in: 0..<4, using: &random) == 0, label: "et sted")
        }, common: figures[0])
    let spread = Double.random(in: 0...100, using: &random)
    model.outer = (1...20).map { step in
        let size = largest * Double(step) / 20
        return .init(size: size, low: figures[0] - spread / size, high: figures[0] + spread / size)
    }
    model.inner = model.outer
    model.commonText = "Alle: " + figure(&random)
    model.innerText = funnel().innerText
    model.outerText = funnel().outerText
    model.outsideText = funnel().outsideText
    model.sizeText = RoomTests.names.randomElement(using: &random)!
    model.unit = RoomTests.names.randomElement(using: &random)!
    model.heading = RoomTests.names[6]
    model.title = funnel().title
    model.limits = Bool.random(using: &random) ? 0...100 : 0...Double.greatestFiniteMagnitude
    return model
}

private func randomMultiples(_ random: inout SeededGenerator) -> SmallMultiplesModel {
    let years = [1, 2, 8, 30].randomElement(using: &random)!
    func line(_ name: String) -> LineChartModel.Line {
        let figures = values(years, &random).map { Int.random(in: 0..<6, using: &random) > 0 ? $0 : nil }
        return .init(name: name, points: points(figures, from: 2026 - years, provisional: [2025], anew: [2021]))
    }
    var model = SmallMultiplesModel(
        panels: (0..<Int.random(in: 1...13, using: &random)).map { _ in
            .init(line: line(RoomTests.names.randomElement(using: &random)!), latestFigure: figure(&random))
        })
    if Bool.random(using: &random) { model.context = line(RoomTests.names.randomElement(using: &random)!) }
    if Bool.random(using: &random) { model.axis = .schoolYears }
    if Bool.random(using: &random) { model.bands = [.init(from: 2020, to: 2021, note: "Særlig periode")] }
    if Bool.random(using: &random) { model.notice = "Eksempeldata – ikke Roskilde Kommunes tal, kun til prøve" }
    model.unit = RoomTests.names.randomElement(using: &random)!
    model.heading = RoomTests.names[6]
    return model
}

private func randomTable(_ random: inout SeededGenerator) -> HeatTableModel {
    let (rows, columns) = (Int.random(in: 1...30, using: &random), Int.random(in: 1...52, using: &random))
    let figures = values(rows * columns, &random)
    let texts = [figure(&random), figure(&random)]
    let cells = (0..<rows).map { row in
        (0..<columns).map { column -> HeatTableModel.Cell? in
            guard Int.random(in: 0..<10, using: &random) > 0 else { return nil }
            let isShown = Int.random(in: 0..<10, using: &random) > 0
            return .init(
                value: isShown ? figures[row * columns + column] : nil, text: texts[column % 2], label: "en celle",
                isProvisional: Bool.random(using: &random), isExceptional: Bool.random(using: &random),
                startsAnew: row == 0)
        }
    }
    var model = HeatTableModel(
        rows: (0..<rows).map { _ in RoomTests.names.randomElement(using: &random)! },
        columns: (0..<columns).map { _ in RoomTests.names.randomElement(using: &random)! }, cells: cells)
    let sorted = figures.sorted()
    let classes = Int.random(in: 1...5, using: &random)
    model.borders = (1..<max(classes, 1)).map { sorted[sorted.count * $0 / classes] }
    model.borderTexts = (0...classes).map { _ in figure(&random) }
    model.hiddenName = "Vises ikke (for få personer)"
    model.provisionalName = "Foreløbigt tal"
    model.exceptionalName = "Særlig periode"
    model.breakName = "Databrud"
    if Bool.random(using: &random) { model.notice = "Eksempeldata – ikke Roskilde Kommunes tal, kun til prøve" }
    model.unit = RoomTests.names.randomElement(using: &random)!
    model.heading = RoomTests.names[6]
    return model
}
