public import Assessment
public import Vocabulary

/// Everything the files of a whole edition are written from: figures, words, and where pages and files lie.
public struct DataEdition<E: Publishable>: Sendable {
    public var project: ProjectDescription
    /// In the project's order.
    public var indicators: [Assessed<E>]
    /// In the organisation's order.
    public var units: [UnitDescription]
    public var addresses: EditionAddresses

    public init(
        project: ProjectDescription, indicators: [Assessed<E>], units: [UnitDescription], addresses: EditionAddresses
    ) {
        self.project = project
        self.indicators = indicators
        self.units = units
        self.addresses = addresses
    }

    /// What files made from this indicator's data carry inside; empty where the data are real.
    func notice(_ description: IndicatorDescription, _ language: Language) -> String {
        description.isSample ? project.sampleNotice(language) : ""
    }

    /// The notice where anything of the edition is invented, else empty.
    func notice(_ language: Language) -> String {
        indicators.contains(where: \.description.isSample) ? project.sampleNotice(language) : ""
    }

    /// Units of the organisation, then those that only figures name: a country, a neighbour.
    var allUnits: [UnitDescription] {
        var seen: Set<UnitCode> = [""]
        var named: [UnitDescription] = []
        for a in indicators {
            var series = [a.annual] + a.units + a.peers.map(\.series)
            if let comparison = a.comparison { series += [comparison.series] + comparison.others }
            named += series.map(\.unit)
        }
        return (units + named).filter { seen.insert($0.code).inserted }
    }
}

/// Where the pages and files of an edition lie, relative to its root: `da/indikator/sygefravaer/sygefravaer.csv`.
public struct EditionAddresses: Sendable {
    public struct Indicator: Hashable, Sendable {
        public var page: String
        public var csv: String
        public var excelCSV: String
        public var csvw: String
        public var json: String
        public var jsonStat: String

        public init(page: String, csv: String, excelCSV: String, csvw: String, json: String, jsonStat: String) {
            self.page = page
            self.csv = csv
            self.excelCSV = excelCSV
            self.csvw = csvw
            self.json = json
            self.jsonStat = jsonStat
        }
    }

    /// Of an indicator, in a language.
    public var indicator: @Sendable (String, Language) -> Indicator
    public var front: @Sendable (Language) -> String
    public var dataPackage: @Sendable (Language) -> String
    public var unitsCSV: @Sendable (Language) -> String
    public var indicatorsCSV: @Sendable (Language) -> String
    public var database: String
    public var catalogue: String

    public init(
        indicator: @escaping @Sendable (String, Language) -> Indicator, front: @escaping @Sendable (Language) -> String,
        dataPackage: @escaping @Sendable (Language) -> String, unitsCSV: @escaping @Sendable (Language) -> String,
        indicatorsCSV: @escaping @Sendable (Language) -> String, database: String, catalogue: String
    ) {
        self.indicator = indicator
        self.front = front
        self.dataPackage = dataPackage
        self.unitsCSV = unitsCSV
        self.indicatorsCSV = indicatorsCSV
        self.database = database
        self.catalogue = catalogue
    }
}

/// The address of a page as it is linked to and cited: a folder rather than its `index.html`.
func shortAddress(_ path: String) -> String {
    path.hasSuffix("/index.html") ? String(path.dropLast("index.html".count)) : path
}
