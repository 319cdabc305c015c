public import Vocabulary

/// A page of one language.
public enum SitePage: Hashable, Sendable {
    case front, goals
    case goal(String)
    case indicator(String)
    case units
    /// By the unit's code.
    case unit(String)
    /// Units beside indicators, one matrix.
    case compare
    /// Every indicator and unit by name.
    case search
    /// One sheet of paper: a goal's, or the whole's.
    case sheet(goal: String?)
    /// A single chart to show on another site.
    case embed(indicator: String, ChartName)
    case data, method, privacy, accessibility, about
}

/// A chart that can be fetched as a file.
public enum ChartName: String, Sendable, CaseIterable, Hashable {
    case line, control, detail, season, units, funnel, map, distribution, groups, shares, pyramid, slope
}

/// How a chart is written as a file.
public enum PictureFormat: String, Sendable, CaseIterable, Hashable {
    case png, svg, pdf
}

/// A file that an indicator's page links to. Whoever writes the site writes these too.
public enum LinkedFile: Hashable, Sendable {
    case csv(indicator: String)
    case json(indicator: String)
    /// For a spreadsheet in Danish or Norwegian.
    case excelCSV(indicator: String)
    /// What stands in the CSV file (CSV on the Web).
    case csvw(indicator: String)
    case jsonStat(indicator: String)
    case picture(indicator: String, ChartName, PictureFormat)
    /// A council sheet as PDF: a goal's, or the whole's.
    case sheet(goal: String?)
    /// A language's CSV files described as one Frictionless data package, and its lists of indicators and units.
    case dataPackage, indicatorsCSV, unitsCSV
    /// All figures as one SQLite file, and the catalogue of the data (DCAT): the same for all languages.
    case database, catalogue
}

/// The style sheet's address.
public let stylesheetPath = "assets/site.css"

/// The script's address.
public let scriptPath = "assets/site.js"

/// The site's icon.
public let iconPath = "assets/icon.svg"

/// Where a page lies, relative to `Output/<edition>/`: `da/indikator/sygefravaer/index.html`.
public func path(_ page: SitePage, _ language: Language) -> String {
    let words = AddressWords.of(language)
    let folders: [String] =
        switch page {
        case .front: []
        case .goals: [words.goals]
        case .goal(let id): [words.goals, slug(id)]
        case .indicator(let id): [words.indicator, slug(id)]
        case .units: [words.places]
        case .unit(let code): [words.places, slug(code)]
        case .compare: [words.compare]
        case .search: [words.search]
        case .sheet(let goal): [words.sheet] + (goal.map { [slug($0)] } ?? [])
        case .embed(let id, let chart): [words.indicator, slug(id), words.embed, words.name(chart)]
        case .data: ["data"]
        case .method: [words.method]
        case .privacy: [words.privacy]
        case .accessibility: [words.accessibility]
        case .about: [words.about]
        }
    return ([language.rawValue] + folders + ["index.html"]).joined(separator: "/")
}

/// Where an indicator's page lies.
public func indicatorPath(_ id: String, _ language: Language) -> String { path(.indicator(id), language) }

/// Where a file to fetch lies: beside its indicator's page, named by what it is.
public func path(_ file: LinkedFile, _ language: Language) -> String {
    let words = AddressWords.of(language)
    func beside(_ id: String, _ name: String) -> String {
        [language.rawValue, words.indicator, slug(id), name].joined(separator: "/")
    }
    switch file {
    case .sheet(let goal):
        let folders = [language.rawValue, words.sheet] + (goal.map { [slug($0)] } ?? [])
        return (folders + [(goal.map(slug) ?? words.sheet) + ".pdf"]).joined(separator: "/")
    case .csv(let id): return beside(id, slug(id) + ".csv")
    case .json(let id): return beside(id, slug(id) + ".json")
    case .excelCSV(let id): return beside(id, slug(id) + "-excel.csv")
    case .csvw(let id): return beside(id, slug(id) + ".csv-metadata.json")
    case .jsonStat(let id): return beside(id, slug(id) + ".jsonstat.json")
    case .dataPackage: return language.rawValue + "/datapackage.json"
    case .indicatorsCSV: return language.rawValue + "/data/indicators.csv"
    case .unitsCSV: return language.rawValue + "/data/units.csv"
    case .database: return "data/figures.sqlite"
    case .catalogue: return "data/catalogue.jsonld"
    case .picture(let id, let chart, let format):
        let suffix = chart == .line ? "" : "-" + words.name(chart)
        return beside(id, slug(id) + suffix + "." + format.rawValue)
    }
}

/// Words of an address: lower-case ASCII letters, digits and hyphens; `Trivsel på Ærø` becomes `trivsel-paa-aeroe`.
public func slug(_ text: String) -> String {
    var result = ""
    for letter in text.lowercased() {
        switch letter {
        case "æ", "ä": result += "ae"
        case "ø", "ö": result += "oe"
        case "å": result += "aa"
        case "a"..."z", "0"..."9": result += letter.isASCII ? String(letter) : "-"
        default: result += "-"
        }
    }
    return result.split(separator: "-").joined(separator: "-")
}

/// The link from one file of the site to another: works from a folder on a disk as well as from a server.
func relativeLink(from: String, to: String) -> String {
    let here = from.split(separator: "/").dropLast()
    let there = to.split(separator: "/")
    let shared = zip(here, there.dropLast()).prefix { $0 == $1 }.count
    return (Array(repeating: "..", count: here.count - shared) + there.dropFirst(shared).map(String.init))
        .joined(separator: "/")
}

/// The names of folders and charts in each language.
private struct AddressWords {
    let goals: String
    let indicator: String
    let method: String
    let privacy: String
    let accessibility: String
    let about: String
    let places: String
    let compare: String
    let search: String
    let sheet: String
    let embed: String
    private let charts: [ChartName: String]

    private static let danish = AddressWords(.danish)
    private static let bokmal = AddressWords(.bokmal)
    private static let english = AddressWords(.english)

    /// Made once: every link of every page asks for them.
    static func of(_ language: Language) -> AddressWords {
        switch language {
        case .danish: danish
        case .bokmal: bokmal
        case .english: english
        }
    }

    private init(_ language: Language) {
        switch language {
        case .danish:
            (goals, indicator, method, privacy) = ("maal", "indikator", "metode", "personoplysninger")
            (accessibility, about, places, compare) = ("tilgaengelighed", "om", "steder", "sammenlign")
            (search, sheet, embed) = ("find", "ark", "vis")
            charts = [
                .line: "udvikling", .control: "kontroldiagram", .detail: "udsving", .season: "maaneder",
                .units: "steder", .funnel: "tragt", .map: "kort", .distribution: "svar", .groups: "grupper",
                .shares: "andele", .pyramid: "pyramide", .slope: "aendring",
            ]
        case .bokmal:
            (goals, indicator, method, privacy) = ("maal", "indikator", "metode", "personvern")
            (accessibility, about, places, compare) = ("tilgjengelighet", "om", "steder", "sammenlign")
            (search, sheet, embed) = ("finn", "ark", "vis")
            charts = [
                .line: "utvikling", .control: "kontrolldiagram", .detail: "svingninger", .season: "maaneder",
                .units: "steder", .funnel: "trakt", .map: "kart", .distribution: "svar", .groups: "grupper",
                .shares: "andeler", .pyramid: "pyramide", .slope: "endring",
            ]
        case .english:
            (goals, indicator, method, privacy) = ("goals", "indicator", "method", "privacy")
            (accessibility, about, places, compare) = ("accessibility", "about", "places", "compare")
            (search, sheet, embed) = ("find", "sheet", "show")
            charts = [
                .line: "development", .control: "control-chart", .detail: "within-the-year", .season: "months",
                .units: "places", .funnel: "funnel", .map: "map", .distribution: "answers", .groups: "groups",
                .shares: "shares", .pyramid: "pyramid", .slope: "change",
            ]
        }
    }

    /// What a chart is called in an address.
    func name(_ chart: ChartName) -> String { charts[chart] ?? chart.rawValue }
}
