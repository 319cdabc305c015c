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
            let charts = drawn.charts
            let inline = 3 + (charts.detailWide == nil ? 0 : 2) + (charts.unitsWide == nil ? 0 : 2)
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
        let charts = IndicatorCharts(
            lineWide: inline(.line, .wide, "") ?? "", lineNarrow: inline(.line, .narrow, "-narrow") ?? "",
            detailWide: inline(.detail, .wide, ""), detailNarrow: inline(.detail, .narrow, "-narrow"),
            unitsWide: inline(.units, .wide, ""), unitsNarrow: inline(.units, .narrow, "-narrow"),
            sparkline: svg(sparkline(indicator, phrases: phrases), id: "\(id)-spark"))
        let pictures = ChartName.allCases.compactMap { chart in
            scene(chart, indicator, .picture).map { scene in
                DrawnPicture(
                    name: chart, svg: svg(scene, id: "\(id)-\(chart.rawValue)", standalone: true), png: png(scene),
                    pdf: pdf(scene, createdAt: content.project.builtAt))
            }
        }
        return DrawnIndicator(charts: charts, pictures: pictures)
    }

    private func scene(_ chart: ChartName, _ indicator: Assessed<E>, _ style: ChartStyle) -> Scene? {
        let notice = content.notice(indicator, language), year = content.project.targetYear
        switch chart {
        case .line:
            return lineChart(
                indicator, style: style, phrases: phrases, measure: measure, sampleNotice: notice, targetYear: year)
        case .detail:
            return detailChart(
                indicator, style: style, phrases: phrases, measure: measure, sampleNotice: notice, targetYear: year)
        case .units:
            return unitChart(
                indicator, style: style, phrases: phrases, measure: measure, sampleNotice: notice, targetYear: year)
        }
    }
}
