import CairoCanvas
import Charts
import Foundation
import Vocabulary

// Draws charts of 800 × 450 points from their models, over and over, and tells processor time, for
// `Benchmarks/charts.py`.
//
// Usage: ChartBenchmark line|control scene|svg|png|pdf COUNT [FILE]
// A line chart has two series of 60 months, a target and the path to it; a control chart has 60 months with a marker
// each, limits, a mean, signals and a target. Fifty models are made before the clock starts. FILE gets the first
// drawing.

/// Numbers without a pattern that are the same in every run (Marsaglia's xorshift).
struct Numbers {
    private var state: UInt64

    init(_ seed: Int) { state = UInt64(truncatingIfNeeded: seed + 1) &* 0x9e37_79b9_7f4a_7c15 | 1 }

    /// From 0 to 1.
    mutating func next() -> Double {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Double(state >> 11) / 9_007_199_254_740_992
    }
}

let words = CairoTextMeasure()

func line(_ name: String, isOwn: Bool, _ numbers: inout Numbers) -> LineChartModel.Line {
    var value = 4 + 2 * numbers.next()
    let points = (0..<60).map { month -> LineChartModel.Point in
        value += numbers.next() - 0.5
        let figure = (value * 10).rounded() / 10
        let period = isOwn ? "\(month % 12 + 1)/\(2021 + month / 12): " : "Kommune: "
        let told = "\(figure)\u{A0}%".replacing(".", with: ",")
        return .init(time: 2021 + Double(month) / 12, value: figure, label: period + told)
    }
    return .init(name: name, points: points)
}

func lineModel(_ number: Int) -> LineChartModel {
    var numbers = Numbers(number)
    var model = LineChartModel(own: line("Enhed", isOwn: true, &numbers))
    model.comparison = line("Kommune", isOwn: false, &numbers)
    model.goal = .init(
        kind: .reach, time: 2027, value: 5.5, name: "Mål 2027", figure: "5,5\u{A0}%", from: model.own.points[0])
    model.latestFigure = "4,9\u{A0}%"
    model.unit = "Procent af arbejdstiden"
    model.axis = .months
    model.limits = -100...100
    model.marksEveryPoint = false
    model.heading = "Sygefravær, Ældreområdet enhed \(number)"
    model.title = "Sygefraværet er steget siden 2021"
    model.notice = "Eksempeldata"
    return model
}

func controlModel(_ number: Int) -> ControlChartModel {
    var numbers = Numbers(number)
    let points = line("Enhed", isOwn: true, &numbers).points
    let mean = points.compactMap(\.value).reduce(0, +) / 60
    var model = ControlChartModel(
        points: points.map { point in
            let away = (point.value ?? mean) - mean
            let meaning = away > 1.2 ? ControlChartModel.Meaning.concern : away < -1.2 ? .improvement : .ordinary
            return .init(point, low: mean - 1.2, high: mean + 1.2, meaning: meaning)
        })
    model.levels = [.init(first: 2021, last: points[59].time, mean: mean)]
    model.goal = .init(levels: [mean - 0.5], text: "Mål 2027: 4,0\u{A0}%")
    model.highText = "Usædvanligt over 6,2\u{A0}%"
    model.lowText = "Usædvanligt under 3,8\u{A0}%"
    model.meanText = "Middel 5,0\u{A0}%"
    model.latestFigure = "4,9\u{A0}%"
    model.meaningNames = [
        .ordinary: "Som det plejer", .improvement: "Usædvanligt godt", .concern: "Usædvanligt dårligt",
    ]
    model.unit = "Procent af arbejdstiden"
    model.limits = -100...100
    model.heading = "Sygefravær, Ældreområdet enhed \(number)"
    model.title = "Sygefraværet er usædvanligt højt"
    model.notice = "Eksempeldata"
    return model
}

/// The style in which a drawing is 800 × 450 points.
func style(_ draw: (ChartStyle) -> Scene) -> ChartStyle {
    var style = ChartStyle(width: 800, height: 360, showsTitle: true)
    style.height += 450 - draw(style).height
    return style
}

func drawing(_ scene: Scene, _ form: String) -> [UInt8] {
    switch form {
    case "svg": Array(svg(scene, id: "a").utf8)
    case "png": png(scene, scale: 1)
    case "pdf": pdf(scene, createdAt: "2026-11-20")
    default: []
    }
}

let arguments = CommandLine.arguments
guard arguments.count >= 4, ["line", "control"].contains(arguments[1]), let count = Int(arguments[3]), count > 0 else {
    print("usage: ChartBenchmark line|control scene|svg|png|pdf COUNT [FILE]")
    exit(2)
}
let scenes: [() -> Scene] = (0..<50).map { number in
    if arguments[1] == "line" {
        let model = lineModel(number)
        let style = style { lineChart(model, style: $0, measure: words) }
        return { lineChart(model, style: style, measure: words) }
    }
    let model = controlModel(number)
    let style = style { controlChart(model, style: $0, measure: words) }
    return { controlChart(model, style: style, measure: words) }
}
if arguments.count > 4 {
    try Data(drawing(scenes[0](), arguments[2])).write(to: URL(filePath: arguments[4]))
}
var bytes = 0
let start = clock()
for number in 0..<count { bytes += drawing(scenes[number % 50](), arguments[2]).count }
let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
print("\(arguments[1]) \(arguments[2]) \(count) \(seconds) \(bytes / count)")
