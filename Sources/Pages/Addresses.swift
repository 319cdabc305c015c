public import Vocabulary

/// A page of one language.
public enum SitePage: Hashable, Sendable {
    case front, goals
    case goal(String)
    case indicator(String)
    case data, method, privacy, accessibility, about
}

/// A chart that can be fetched as a file.
public enum ChartName: String, Sendable, CaseIterable, Hashable {
    case line, detail, units
}

/// How a chart is written as a file.
public enum PictureFormat: String, Sendable, CaseIterable, Hashable {
    case png, svg, pdf
}

/// A file that an indicator's page links to. Whoever writes the site writes these too.
public enum LinkedFile: Hashable, Sendable {
    case csv(indicator: String)
    case json(indicator: String)
    case picture(indicator: String, ChartName, PictureFormat)
}

/// The style sheet's address.
public let stylesheetPath = "assets/site.css"

/// The site's icon.
public let iconPath = "assets/icon.svg"

/// Where a page lies, relative to `Output/<edition>/`: `da/indikator/sygefravaer/index.html`.
public func path(_ page: SitePage, _ language: Language) -> String {
    let words = AddressWords(language)
    let folders: [String] =
        switch page {
        case .front: []
        case .goals: [words.goals]
        case .goal(let id): [words.goals, slug(id)]
        case .indicator(let id): [words.indicator, slug(id)]
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
    let words = AddressWords(language)
    func beside(_ id: String, _ name: String) -> String {
        [language.rawValue, words.indicator, slug(id), name].joined(separator: "/")
    }
    switch file {
    case .csv(let id): return beside(id, slug(id) + ".csv")
    case .json(let id): return beside(id, slug(id) + ".json")
    case .picture(let id, let chart, let format):
        let suffix =
            switch chart {
            case .line: ""
            case .detail: "-" + words.detail
            case .units: "-" + words.units
            }
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

/// The names of folders in each language.
private struct AddressWords {
    let goals: String
    let indicator: String
    let method: String
    let privacy: String
    let accessibility: String
    let about: String
    let detail: String
    let units: String

    init(_ language: Language) {
        switch language {
        case .danish:
            (goals, indicator, method, privacy) = ("maal", "indikator", "metode", "personoplysninger")
            (accessibility, about, detail, units) = ("tilgaengelighed", "om", "udsving", "steder")
        case .bokmal:
            (goals, indicator, method, privacy) = ("maal", "indikator", "metode", "personvern")
            (accessibility, about, detail, units) = ("tilgjengelighet", "om", "svingninger", "steder")
        case .english:
            (goals, indicator, method, privacy) = ("goals", "indicator", "method", "privacy")
            (accessibility, about, detail, units) = ("accessibility", "about", "within-the-year", "places")
        }
    }
}
