import Charts
import Testing

@Suite("Scales and axes")
struct ScaleTests {
    @Test func placesNumbersAlongALine() {
        let scale = LinearScale(domain: 2...4, from: 100, to: 0)
        #expect(scale(2) == 100)
        #expect(scale(3) == 50)
        #expect(scale(5) == -50)
        #expect(scale.clamped(5) == 0)
        #expect(LinearScale(domain: 2...2, from: 100, to: 0)(2) == 50)
    }

    @Test func givesEachThingItsStrip() {
        let scale = BandScale(count: 3, from: 10, band: 20)
        #expect(scale.top(1) == 30)
        #expect(scale.middle(2) == 60)
        #expect(scale.end == 70)
    }

    /// The numbers beside the rules of a chart of these figures.
    private func ticks(_ values: [Double], minimumSpan: Double = 2, limits: ClosedRange<Double> = 0...100) -> [String] {
        var model = LineChartModel(own: .init(name: "", points: points(values)))
        model.minimumSpan = minimumSpan
        model.limits = limits
        return numbers(lineChart(model, style: .wide, measure: EvenMeasure()))
    }

    private func numbers(_ scene: Scene) -> [String] {
        scene.texts.filter { $0.anchor == .end && $0.role == .muted }.map(\.string)
    }

    @Test(arguments: [
        ([4.9, 5.3, 6.1], ["4,5", "5,0", "5,5", "6,0", "6,5"]),
        ([38.0, 41.5, 45], ["36", "38", "40", "42", "44", "46"]),
        ([98, 99.5, 100], ["97,5", "98,0", "98,5", "99,0", "99,5", "100,0"]),
        ([0.1, 0.2, 0.15], ["0,0", "0,5", "1,0", "1,5", "2,0"]),
        ([1200, 3400, 5100], ["0", "1.000", "2.000", "3.000", "4.000", "5.000"]),
    ])
    func ticksAreRound(values: [Double], expected: [String]) {
        #expect(ticks(values, limits: 0...(values.max()! > 100 ? 10_000 : 100)) == expected)
    }

    @Test func smallWobblesAreNotBlownUp() {
        let scene = lineChart(
            LineChartModel(own: .init(name: "", points: points([50.0, 50.1, 50.0, 50.1]))), style: .wide,
            measure: EvenMeasure())
        guard case .line(let runs, _, _, _) = scene.marks.first(where: { $0.isOwnLine }) else {
            Issue.record("no line")
            return
        }
        let heights = runs.flatMap { $0 }.map(\.y)
        #expect(heights.max()! - heights.min()! < 25)
    }

    @Test func yearsReachTheTargetAndStandApart() {
        for style in [ChartStyle.wide, .narrow] {
            let scene = lineChart(absence(), style: style, measure: EvenMeasure())
            let years = scene.texts.filter { $0.anchor == .middle }.map(\.string)
            #expect(years.contains("2030"))
            #expect(years.count >= 3)
        }
    }

    @Test(arguments: [(1990.0, 2024), (2003, 2017), (2018, 2025)])
    func decadesFit(first: Double, last: Int) {
        var model = absence()
        model.own.points = points((0...(last - Int(first))).map { 5 + Double($0 % 3) }, from: Int(first))
        #expect(lineChart(model, style: .narrow, measure: EvenMeasure()).textFaults(EvenMeasure()) == [])
    }
}

extension Mark {
    var isOwnLine: Bool { if case .line(_, .own, _, .solid) = self { true } else { false } }
}
