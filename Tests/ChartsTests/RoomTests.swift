import Charts
import Testing
import Vocabulary

@Suite("Labels never overlap or leave the drawing")
struct RoomTests {
    static let names = [
        "Roskilde Kommune", "Hele landet", "Midterste kommune (median)", "Lejre", "",
        "Social-, Sundheds- og Beskæftigelsesforvaltningen", "Børne- og Ungdomspædagogisk Udviklingscenter Nordøst",
        "Arbeidsmarkedsbedriften for Østfold og omegn", "Municipalities of the Capital Region of Denmark",
        "Speciallægepraksisplanlægningsstabiliseringsperiode",
    ]

    @Test(arguments: 0..<600)
    func lineCharts(seed: Int) {
        var random = SeededGenerator(seed)
        let model = randomLine(&random)
        for style in [ChartStyle.wide, .narrow, .picture] {
            let faults = lineChart(model, style: style, measure: EvenMeasure()).textFaults(EvenMeasure())
            #expect(faults.isEmpty, "seed \(seed), width \(style.width): \(faults)")
        }
    }

    @Test(arguments: 0..<300)
    func unitCharts(seed: Int) {
        var random = SeededGenerator(seed)
        let model = randomUnits(&random)
        for style in [ChartStyle.wide, .narrow, .picture] {
            let faults = unitChart(model, style: style, measure: EvenMeasure()).textFaults(EvenMeasure())
            #expect(faults.isEmpty, "seed \(seed), width \(style.width): \(faults)")
        }
    }

    @Test(arguments: 0..<300)
    func theNeedfulIsNeverLeftOut(seed: Int) {
        var random = SeededGenerator(seed)
        let model = randomLine(&random)
        for style in [ChartStyle.wide, .narrow] {
            let texts = lineChart(model, style: style, measure: EvenMeasure()).texts
            if model.goal != nil { #expect(texts.contains { $0.role == .target }, "seed \(seed): no target") }
            if !model.latestFigure.isEmpty {
                #expect(texts.contains { $0.string == model.latestFigure }, "seed \(seed): no latest figure")
            }
            if let name = model.comparison?.name, !name.isEmpty {
                let first = name.split(separator: " ")[0].prefix(5)
                #expect(texts.contains { $0.string.hasPrefix(first) }, "seed \(seed): no name of the comparison")
            }
        }
    }
}

private func randomLine(_ random: inout SeededGenerator) -> LineChartModel {
    let count = Int.random(in: 1...20, using: &random)
    let level = Double.random(in: 0...90, using: &random)
    let swing = Double.random(in: 0.01...10, using: &random)
    func values(holes: Bool) -> [Double?] {
        (0..<count).map { _ in
            holes && Int.random(in: 0..<6, using: &random) == 0 ? nil : level + .random(in: 0...swing, using: &random)
        }
    }
    let first = 2025 - count + 1
    var model = LineChartModel(
        own: .init(
            name: RoomTests.names.randomElement(using: &random)!,
            points: points(values(holes: true), from: first, provisional: [2025], anew: [2021])))
    model.language = Language.allCases.randomElement(using: &random)!
    if Bool.random(using: &random) {
        model.comparison = .init(
            name: RoomTests.names.randomElement(using: &random)!, points: points(values(holes: false), from: first))
    }
    if Bool.random(using: &random) {
        let kind = Target.Kind.allCases.randomElement(using: &random)!
        let value = level + .random(in: -5...5, using: &random)
        model.goal = .init(
            kind: kind, time: 2030, value: value, upper: kind == .within ? value + 2 : nil, name: "Måltal 2030",
            figure: ["4,0 %", "1.234.567,8", "45,0–50,0 %"].randomElement(using: &random)!,
            from: .init(time: Double(first), value: level))
    }
    if Bool.random(using: &random) {
        let end = level + .random(in: -8...8, using: &random)
        let width = Double.random(in: 0...60, using: &random)
        model.outlook = .init(
            years: [
                .init(time: 2028, value: level, low: level - width / 2, high: level + width / 2),
                .init(time: 2030, value: end, low: end - width, high: end + width),
            ],
            name: ["Fremskrivning", "Framskriving", "Projection"].randomElement(using: &random)!, figure: "4,2 %")
    }
    if Bool.random(using: &random) {
        model.bands = [.init(from: 2019.5, to: 2021.5, note: "Særlig periode (corona og nedlukning af skoler)")]
    }
    if Bool.random(using: &random) { (model.breaks, model.breakNote) = ([2020.5], "Databrud") }
    if Bool.random(using: &random) { model.axis = .schoolYears }
    if Bool.random(using: &random) { model.notice = "Eksempeldata – ikke Roskilde Kommunes tal, kun til prøve" }
    model.latestFigure = model.own.points.contains { $0.value != nil } ? "1.234,5 %" : ""
    model.unit = RoomTests.names.randomElement(using: &random)! + ", procent af arbejdstiden"
    model.heading = "Borgere, der deltager i foreningslivet og i kommunens egne fællesskaber hver måned"
    model.title = "Tallet falder, men ikke hurtigt nok til at nå måltallet i " + model.own.name
    return model
}

private func randomUnits(_ random: inout SeededGenerator) -> UnitChartModel {
    let ranks: [UnitChartModel.Rank] = [.department, .unit, .unit, .reference]
    var rows: [UnitChartModel.Row] = []
    for index in 0..<Int.random(in: 1...20, using: &random) {
        let value = Double.random(in: 0...60, using: &random)
        let half = Double.random(in: 0...20, using: &random)
        let isShown = Int.random(in: 0..<5, using: &random) > 0
        rows.append(
            .init(
                name: RoomTests.names.randomElement(using: &random)!,
                rank: index == 0 ? .whole : ranks.randomElement(using: &random)!, value: isShown ? value : nil,
                low: Bool.random(using: &random) ? value - half : nil, high: value + half,
                figure: isShown
                    ? ["4,9 %", "1.234.567,8"].randomElement(using: &random)! : "Vises ikke (for få personer)"))
    }
    var model = UnitChartModel(rows: rows)
    model.language = Language.allCases.randomElement(using: &random)!
    if Bool.random(using: &random) {
        model.goal = Bool.random(using: &random) ? [.random(in: 0...90, using: &random)] : [10, 20]
        model.goalText = "Måltal 2030: 10,0–20,0 %"
    }
    if Bool.random(using: &random) { model.notice = "Eksempeldata – ikke Roskilde Kommunes tal, kun til prøve" }
    model.unit = "Procent af arbejdstiden"
    return model
}
