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

/// A chart as inline SVG at two widths, since charts are not shrunk.
public struct Drawing: Sendable, Hashable {
    public var wide: String
    public var narrow: String

    public init(wide: String, narrow: String) {
        self.wide = wide
        self.narrow = narrow
    }
}

/// An indicator's charts, drawn. Their ids differ from one another on a page; sparklines of all indicators share pages.
public struct IndicatorCharts: Sendable, Hashable {
    public var drawings: [ChartName: Drawing]
    public var sparkline: String
    /// The sparkline in the size of a heading, where the indicator is part of the vision's equation; else empty.
    public var equation: String
    /// The months of units, by the unit's code.
    public var unitCharts: [String: Drawing]

    public init(
        _ drawings: [ChartName: Drawing], sparkline: String, equation: String = "",
        unitCharts: [String: Drawing] = [:]
    ) {
        self.drawings = drawings
        self.sparkline = sparkline
        self.equation = equation
        self.unitCharts = unitCharts
    }

    public subscript(chart: ChartName) -> Drawing? { drawings[chart] }

    /// The charts there are, in the order of `ChartName`.
    public var names: [ChartName] { ChartName.allCases.filter { drawings[$0] != nil } }
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
    /// What search engines for data read on an indicator's page: JSON-LD by the indicator's name, safe inside a page.
    public var structuredData: [String: String] = [:]

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
