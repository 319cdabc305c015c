public import Assessment
import Sentences
public import Vocabulary
public import Wording

/// What a sparkline shows, as plain values.
public struct SparklineModel: Hashable, Sendable {
    public var points: [LineChartModel.Point]
    /// The target's level, or the ends of its band.
    public var goal: [Double] = []
    public var minimumSpan = 2.0
    public var title = ""
    public var summary = ""
    public var language = Language.danish

    public init(points: [LineChartModel.Point]) { self.points = points }
}

/// How large a drawing of the years so far is, in points.
public enum SparklineSize: Sendable {
    /// A word's: 132 × 36.
    case word
    /// A heading's: 264 × 72.
    case heading

    var width: Double { self == .word ? 132 : 264 }
    var height: Double { self == .word ? 36 : 72 }
}

/// The years so far in the size of a word, or twice that, with the target as a dashed line.
public func sparkline<E: Publishable>(
    _ a: Assessed<E>, size: SparklineSize = .word, phrases: Phrases
) -> Scene {
    let words = ChartWords(phrases: phrases, unit: a.description.unit)
    var model = SparklineModel(
        points: a.annual.points.map {
            LineChartModel.Point(
                time: Double($0.period.reportingYear), value: $0.state == .shown ? $0.value : nil,
                isProvisional: $0.isProvisional, startsAnew: $0.followsBreak)
        })
    if let target = a.description.target { model.goal = [target.value] + (target.upper.map { [$0] } ?? []) }
    model.minimumSpan = words.minimumSpan(model.points.compactMap(\.value) + model.goal)
    model.title = accessibleName(
        a.description.title(phrases.language), chartTitle(a.description, a.outcome, phrases))
    model.summary = chartDescription(a, phrases)
    model.language = phrases.language
    return sparkline(model, size: size)
}

/// The years so far in the size of a word, or twice that, with the target as a dashed line.
public func sparkline(_ model: SparklineModel, size: SparklineSize = .word) -> Scene {
    let (width, height) = (size.width, size.height)
    let shown = model.points.filter { $0.value != nil }
    let values = shown.compactMap(\.value) + model.goal
    var scene = Scene(
        width: width, height: height, title: model.title, summary: model.summary, language: model.language.rawValue)
    guard let lowest = values.min(), let highest = values.max() else { return scene }
    let missing = max(0, model.minimumSpan - (highest - lowest)) / 2
    let y = LinearScale(domain: (lowest - missing)...(highest + missing), from: height - 5, to: 5)
    if !model.goal.isEmpty {
        let runs = model.goal.map { [ScenePoint(2, y($0)), ScenePoint(width - 2, y($0))] }
        scene.marks.append(.line(runs: runs, role: .target, width: 1.3, style: .dashed))
    }
    guard let first = shown.first, let last = shown.last else { return scene }
    let time = LinearScale(domain: first.time...last.time, from: 5, to: width - 7)
    func place(_ point: LineChartModel.Point) -> ScenePoint { ScenePoint(time(point.time), y(point.value ?? 0)) }
    let line = LineChartModel.Line(name: "", points: model.points)
    let runs = line.runs(place)
    if !runs.isEmpty { scene.marks.append(.line(runs: runs, role: .own, width: 1.8, style: .solid)) }
    let connected = Set(runs.flatMap { $0 })
    let alone = shown.dropLast().map(place).filter { !connected.contains($0) }
    if !alone.isEmpty { scene.marks.append(.dots(alone, shape: .circle, radius: 1.6, role: .own)) }
    scene.marks.append(
        .dots([place(last)], shape: last.isProvisional ? .openCircle : .circle, radius: 3, role: .own))
    return scene
}
