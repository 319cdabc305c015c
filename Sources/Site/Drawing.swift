import Assessment
internal import CairoCanvas
internal import Charts
internal import Pages
public import Vocabulary
import Wording

/// The drawings of an edition that stand on its pages: by language, in the order of the indicators.
public struct Drawings: Sendable {
    var byLanguage: [Language: [IndicatorCharts]]

    /// How many drawings there are, for `make bench`: fragments on pages, and pictures made when they are written.
    public var count: (inline: Int, pictures: Int) {
        byLanguage.values.joined().reduce((0, 0)) { count, charts in
            let inline = 1 + (charts.unitCharts.count + charts.drawings.count) * 2
            return (count.0 + inline, count.1 + charts.names.count * PictureFormat.allCases.count)
        }
    }
}

/// Draws every chart of an edition in every language of the project.
public func draw<E: Publishable>(_ content: EditionContent<E>) -> Drawings {
    var result: [Language: [IndicatorCharts]] = [:]
    for language in content.project.languages {
        let artist = Artist(content: content, language: language)
        result[language] = content.indicators.map(artist.draw)
    }
    return Drawings(byLanguage: result)
}

/// Draws the charts of an edition in one language.
struct Artist<E: Publishable> {
    let content: EditionContent<E>
    let language: Language
    let phrases: Phrases
    let measure = CairoTextMeasure()

    init(content: EditionContent<E>, language: Language) {
        self.content = content
        self.language = language
        phrases = Phrases(language, terms: content.project.terms[language] ?? [:])
    }

    func draw(_ indicator: Assessed<E>) -> IndicatorCharts {
        let id = indicator.description.id
        func inline(_ chart: ChartName, _ style: ChartStyle, _ suffix: String) -> String? {
            scene(chart, indicator, style).map {
                svg($0.lighter(chart, isNarrow: style == .narrow), id: "\(id)-\(chart.rawValue)\(suffix)")
            }
        }
        var drawings: [ChartName: Drawing] = [:]
        // Where the control chart shows the series inside the year, a plain line beside it would say it twice.
        for chart in ChartName.allCases where chart != .detail || drawings[.control] == nil {
            guard let wide = inline(chart, .wide, ""), let narrow = inline(chart, .narrow, "-narrow") else { continue }
            drawings[chart] = Drawing(wide: wide, narrow: narrow)
        }
        let isInEquation = content.project.equation.contains(id)
        return IndicatorCharts(
            drawings, sparkline: svg(sparkline(indicator, phrases: phrases), id: "\(id)-spark"),
            equation: isInEquation
                ? svg(sparkline(indicator, size: .heading, phrases: phrases), id: "\(id)-equation") : "",
            unitCharts: unitCharts(indicator))
    }

    /// A chart of an indicator as a picture that leaves the page; nil where there is nothing to draw in it.
    func picture(_ chart: ChartName, _ indicator: Assessed<E>, as format: PictureFormat) -> [UInt8]? {
        scene(chart, indicator, .picture).map { scene in
            switch format {
            case .svg: Array(svg(scene, id: "\(indicator.description.id)-\(chart.rawValue)", standalone: true).utf8)
            case .png: png(scene)
            case .pdf: pdf(scene, createdAt: content.project.builtAt)
            }
        }
    }

    /// The months of each unit that tells them.
    private func unitCharts(_ indicator: Assessed<E>) -> [String: Drawing] {
        var charts: [String: Drawing] = [:]
        for series in indicator.unitDetails {
            let code = series.unit.code.code
            func inline(_ style: ChartStyle, _ suffix: String) -> String? {
                unitDetailChart(
                    indicator, unit: series.unit.code, style: style, phrases: phrases, measure: measure,
                    sampleNotice: content.notice(indicator, language)
                ).map { svg($0, id: "\(indicator.description.id)-unit\(suffix)") }
            }
            guard let wide = inline(.wide, ""), let narrow = inline(.narrow, "-narrow") else { continue }
            charts[code] = Drawing(wide: wide, narrow: narrow)
        }
        return charts
    }

    /// The drawing of a chart; nil where the indicator has nothing to draw in it.
    private func scene(_ chart: ChartName, _ indicator: Assessed<E>, _ style: ChartStyle) -> Scene? {
        let notice = content.notice(indicator, language), year = content.project.targetYear
        switch chart {
        case .line:
            guard indicator.annual.points.contains(where: { $0.state == .shown }) else { return nil }
            return lineChart(
                indicator, style: style, phrases: phrases, measure: measure, sampleNotice: notice, targetYear: year)
        case .detail:
            return detailChart(
                indicator, style: style, phrases: phrases, measure: measure, sampleNotice: notice, targetYear: year)
        case .units:
            return unitChart(
                indicator, style: style, phrases: phrases, measure: measure, sampleNotice: notice, targetYear: year)
        case .distribution:
            return distributionChart(
                indicator, style: style, phrases: phrases, measure: measure, sampleNotice: notice, targetYear: year)
        case .shares:
            return sharesChart(
                indicator, style: style, phrases: phrases, measure: measure, sampleNotice: notice, targetYear: year)
        case .pyramid:
            return pyramidChart(
                indicator, style: style, phrases: phrases, measure: measure, sampleNotice: notice, targetYear: year)
        case .slope:
            return slopeChart(
                indicator, style: style, phrases: phrases, measure: measure, sampleNotice: notice, targetYear: year)
        case .map:
            guard let map = content.project.map else { return nil }
            return mapChart(
                indicator, map: map, units: content.units, root: content.project.root, style: style, phrases: phrases,
                measure: measure, sampleNotice: notice)
        case .control:
            return controlChart(indicator, style: style, phrases: phrases, measure: measure, sampleNotice: notice)
        case .season:
            return seasonChart(indicator, style: style, phrases: phrases, measure: measure, sampleNotice: notice)
        case .funnel:
            return funnelChart(indicator, style: style, phrases: phrases, measure: measure, sampleNotice: notice)
        case .groups:
            return groupsChart(indicator, style: style, phrases: phrases, measure: measure, sampleNotice: notice)
        }
    }
}

/// Charts of more places to point at than this tell them in their table alone, on pages.
private let mostPlacesToPointAt = 100

extension Scene {
    /// The scene as a page carries it. What a place says when pointed at weighs as much as the drawing: phones, which have
    /// no pointer, get it for the main chart alone, and a heat table shows each figure in its cell.
    fileprivate func lighter(_ chart: ChartName, isNarrow: Bool) -> Scene {
        guard chart != .line, isNarrow || chart == .season || hitAreas.count > mostPlacesToPointAt else { return self }
        var scene = self
        scene.hitAreas = []
        return scene
    }
}
