import Assessment
internal import CairoCanvas
internal import Charts
internal import Pages
public import Vocabulary
import Wording

/// A chart of an indicator that leaves the page as a picture.
public struct DrawnPicture: Sendable {
    var name: ChartName
    var svg: String
    var png: [UInt8]
    var pdf: [UInt8]
}

/// An indicator's charts in one language: fragments for its page, and pictures to fetch.
public struct DrawnIndicator: Sendable {
    var charts: IndicatorCharts
    var pictures: [DrawnPicture]
}

/// The drawings of an edition: by language, in the order of the indicators.
public struct Drawings: Sendable {
    var byLanguage: [Language: [DrawnIndicator]]

    /// How many drawings were made, for `make bench`: fragments and pictures.
    public var count: (inline: Int, pictures: Int) {
        byLanguage.values.joined().reduce((0, 0)) { count, drawn in
            let inline = 1 + (drawn.charts.unitCharts.count + drawn.charts.drawings.count) * 2
            return (count.0 + inline, count.1 + drawn.pictures.count * 3)
        }
    }
}

/// Draws every chart of an edition in every language of the project.
public func draw<E: Publishable>(_ content: EditionContent<E>) -> Drawings {
    var result: [Language: [DrawnIndicator]] = [:]
    for language in content.project.languages {
        let artist = Artist(content: content, language: language)
        result[language] = content.indicators.map(artist.draw)
    }
    return Drawings(byLanguage: result)
}

private struct Artist<E: Publishable> {
    let content: EditionContent<E>
    let language: Language
    let phrases: Phrases
    let measure = CairoTextMeasure()

    init(content: EditionContent<E>, language: Language) {
        self.content = content
        self.language = language
        phrases = Phrases(language, terms: content.project.terms[language] ?? [:])
    }

    func draw(_ indicator: Assessed<E>) -> DrawnIndicator {
        let id = indicator.description.id
        func inline(_ chart: ChartName, _ style: ChartStyle, _ suffix: String) -> String? {
            scene(chart, indicator, style).map { svg($0, id: "\(id)-\(chart.rawValue)\(suffix)") }
        }
        var drawings: [ChartName: Drawing] = [:]
        for chart in ChartName.allCases {
            guard let wide = inline(chart, .wide, ""), let narrow = inline(chart, .narrow, "-narrow") else { continue }
            drawings[chart] = Drawing(wide: wide, narrow: narrow)
        }
        let charts = IndicatorCharts(
            drawings, sparkline: svg(sparkline(indicator, phrases: phrases), id: "\(id)-spark"),
            unitCharts: unitCharts(indicator))
        let pictures = charts.names.compactMap { chart in
            scene(chart, indicator, .picture).map { scene in
                DrawnPicture(
                    name: chart, svg: svg(scene, id: "\(id)-\(chart.rawValue)", standalone: true), png: png(scene),
                    pdf: pdf(scene, createdAt: content.project.builtAt))
            }
        }
        return DrawnIndicator(charts: charts, pictures: pictures)
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
