public import Assessment
import Sentences
public import Vocabulary
public import Wording

/// The units of each type that are compared, in a funnel a type. Nil where none are: fewer than eight alike, or nothing
/// that tells chance from difference.
public func funnelChart<E: Publishable>(
    _ a: Assessed<E>, style: ChartStyle, phrases: Phrases, measure: any TextMeasure, sampleNotice: String
) -> Scene? {
    let words = ChartWords(phrases: phrases, unit: a.description.unit)
    let models = a.unitGroups.compactMap { FunnelChartModel($0, a, words) }
    guard let first = models.first else { return nil }
    if models.count == 1 {
        var model = first
        model.notice = sampleNotice
        return funnelChart(model, style: style, measure: measure)
    }
    var inner = style
    inner.showsTitle = false
    let layout = TextLayout(measure: measure)
    let frame = ChartFrame(
        heading: first.heading, title: "", unit: first.unit, notice: sampleNotice, style: style, layout: layout)
    let blocks = models.map { model in
        var model = model
        model.unit = ""
        return SceneBlock(title: model.title, scene: funnelChart(model, style: inner, measure: measure))
    }
    let drawn = stacked(blocks, in: frame, style: style, layout: layout)
    return Scene(
        width: style.width, height: drawn.height, marks: drawn.marks, hitAreas: drawn.hitAreas,
        title: accessibleName(first.heading, models.map(\.title).joined(separator: " ")),
        summary: models.map(\.summary).joined(separator: " "), language: words.language.rawValue)
}

/// How many places the curves are drawn through.
private let curvePoints = 48

extension FunnelChartModel {
    /// Nil where the units are not compared.
    init?<E: Publishable>(_ group: UnitGroup, _ a: Assessed<E>, _ words: ChartWords) {
        guard case .compared(let comparison) = group.reading, let largest = comparison.units.map(\.size).max() else {
            return nil
        }
        let points = Dictionary(
            a.units.compactMap { series in
                series.points.first { $0.period == group.period }.map { (series.unit.code, $0) }
            }, uniquingKeysWith: { first, _ in first })
        self.init(
            units: comparison.units.map { Unit($0, points[$0.unit.code], words) }, common: comparison.common)
        let sizes = Self.sizes(comparison.units.map(\.size), largest)
        inner = comparison.funnelLimits(sizes: sizes, level: 0.95).map(Limit.init)
        outer = comparison.funnelLimits(sizes: sizes, level: UnitComparison.level).map(Limit.init)
        language = words.language
        limits = words.limits
        minimumSpan = words.minimumSpan(units.map(\.value))
        setTexts(group, comparison, a.description, words)
    }

    /// Closer together where units are small and the curves steep.
    private static func sizes(_ units: [Double], _ largest: Double) -> [Double] {
        let even = (1...curvePoints).map { place in
            let share = Double(place) / Double(curvePoints)
            return share * share * largest * 1.04
        }
        return even.filter { $0 >= min(1, largest / 100) }
    }

    private mutating func setTexts(
        _ group: UnitGroup, _ comparison: UnitComparison, _ description: IndicatorDescription, _ words: ChartWords
    ) {
        let p = words.phrases
        commonText = p("chart.funnel.common", ["value": words.label(common)])
        innerText = p("chart.funnel.inner")
        outerText = p("chart.funnel.outer")
        outsideText = p("chart.funnel.outside")
        sizeText = p(comparison.spread == .persons ? "chart.funnel.persons" : "chart.funnel.size")
        let axis = words.axis(description)
        unit = comparison.isStandardized ? p("chart.funnel.standardized", ["axis": axis]) : axis
        heading = description.title(language)
        let outside = units.filter(\.isOutside)
        let total = ["total": countText(units.count, language)]
        let count =
            outside.isEmpty ? p("standing.count.none", total) : p.counted("standing.count", outside.count, total)
        let key = "unitType.\(group.type)"
        let kind = p.has(key) ? p(key) : group.type
        title = kind.prefix(1).uppercased() + kind.dropFirst() + ", " + group.period.name(language) + ": " + count
        let figures = outside.prefix(10).map(\.label).joined(separator: "; ")
        let parts = [axis + (axis.isEmpty ? "" : "."), count, figures + (figures.isEmpty ? "" : "."), p("chart.keys")]
        summary = parts.filter { !$0.isEmpty }.joined(separator: " ")
    }
}

extension FunnelChartModel.Unit {
    fileprivate init(_ compared: ComparedUnit, _ point: AssessedPoint?, _ words: ChartWords) {
        let name = compared.unit.name(words.language)
        let figure = point.map { words.hitLabel(name, $0) }
        let standing = words.lowered(words.phrases("standing.word.\(compared.state.rawValue)"))
        self.init(
            name: name, size: compared.size, value: compared.compared, isOutside: compared.state != .usual,
            label: (figure ?? name + ": " + words.full(compared.value)) + ", " + standing)
    }
}

extension FunnelChartModel.Limit {
    fileprivate init(_ limit: FunnelLimit) { self.init(size: limit.size, low: limit.low, high: limit.high) }
}
