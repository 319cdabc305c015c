/// What catalogues, licences and addresses say of a project's figures when others take them over.
public struct OpenDataDescription: Hashable, Sendable {
    /// Where the public edition is served, with a slash at the end: `https://example.org/maal/`. Empty where that is not
    /// known: files then name each other by relative addresses, and there is no sitemap.
    public var address: String
    /// On which terms the figures may be used; nil where the project does not say.
    public var licence: Licence?
    /// The organisation's URI in a public register, or empty.
    public var publisher: String
    /// URI of the place that the figures are about, or empty.
    public var spatial: String
    public var themes: [DataTheme]
    /// Where questions about the data go, or empty.
    public var email: String

    public init(
        address: String = "", licence: Licence? = nil, publisher: String = "", spatial: String = "",
        themes: [DataTheme] = [], email: String = ""
    ) {
        self.address = address
        self.licence = licence
        self.publisher = publisher
        self.spatial = spatial
        self.themes = themes
        self.email = email
    }
}

/// Licences for open data, by their SPDX identifiers.
public enum Licence: String, Sendable, CaseIterable, Hashable {
    case attribution = "CC-BY-4.0"
    case zero = "CC0-1.0"
    /// Norsk lisens for offentlige data.
    case norwegian = "NLOD-2.0"

    /// Where its text stands.
    public var address: String {
        switch self {
        case .attribution: "https://creativecommons.org/licenses/by/4.0/"
        case .zero: "https://creativecommons.org/publicdomain/zero/1.0/"
        case .norwegian: "https://data.norge.no/nlod/no/2.0"
        }
    }
}

/// The data themes of the European Union, by their codes (authority table `data-theme`).
public enum DataTheme: String, Sendable, CaseIterable, Hashable {
    case agriculture = "AGRI"
    case economy = "ECON"
    case education = "EDUC"
    case energy = "ENER"
    case environment = "ENVI"
    case government = "GOVE"
    case health = "HEAL"
    case justice = "JUST"
    case regions = "REGI"
    case society = "SOCI"
    case technology = "TECH"
    case transport = "TRAN"
}
