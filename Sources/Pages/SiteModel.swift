public import Assessment
public import Vocabulary

/// An indicator with its charts, drawn and handed in as text.
public struct IndicatorPage<E: Publishable>: Sendable {
    public var assessed: Assessed<E>
    public var charts: IndicatorCharts

    public init(assessed: Assessed<E>, charts: IndicatorCharts) {
        self.assessed = assessed
        self.charts = charts
    }
}

/// Drawn charts as inline SVG: a wide and a narrow drawing of each, since charts are not shrunk. Their ids must differ
/// from one another on a page; sparklines of all indicators share pages.
public struct IndicatorCharts: Sendable, Hashable {
    public var lineWide: String
    public var lineNarrow: String
    public var detailWide: String?
    public var detailNarrow: String?
    public var unitsWide: String?
    public var unitsNarrow: String?
    public var sparkline: String

    public init(
        lineWide: String, lineNarrow: String, detailWide: String? = nil, detailNarrow: String? = nil,
        unitsWide: String? = nil, unitsNarrow: String? = nil, sparkline: String
    ) {
        self.lineWide = lineWide
        self.lineNarrow = lineNarrow
        self.detailWide = detailWide
        self.detailNarrow = detailNarrow
        self.unitsWide = unitsWide
        self.unitsNarrow = unitsNarrow
        self.sparkline = sparkline
    }
}

/// Everything the pages of one language are made from.
public struct SiteModel<E: Publishable>: Sendable {
    public var project: ProjectDescription
    /// In the project's order, all goals.
    public var indicators: [IndicatorPage<E>]
    /// In the organisation's order.
    public var units: [UnitDescription]
    /// The charts' own rules, put after the site's.
    public var stylesheet: String
    /// Where the data come from, one a dataset, with what was read.
    public var notes: [SourceDescription]
    /// The fewest persons a figure is shown for.
    public var fewestPersons: Int

    public init(
        project: ProjectDescription, indicators: [IndicatorPage<E>], units: [UnitDescription], stylesheet: String,
        notes: [SourceDescription], fewestPersons: Int = 5
    ) {
        self.project = project
        self.indicators = indicators
        self.units = units
        self.stylesheet = stylesheet
        self.notes = notes
        self.fewestPersons = fewestPersons
    }
}

/// A page: where it goes, relative to `Output/<edition>/`, and its text.
public struct Page: Sendable, Hashable {
    public var path: String
    public var html: String

    public init(path: String, html: String) {
        self.path = path
        self.html = html
    }
}
