public import Assessment
public import Vocabulary

/// Everything an edition is written from: cleared and assessed figures, and words.
public struct EditionContent<E: Publishable>: Sendable {
    public var project: ProjectDescription
    /// In the project's order.
    public var indicators: [Assessed<E>]
    /// In the organisation's order.
    public var units: [UnitDescription]
    /// Where the data come from, one a dataset.
    public var sources: [SourceDescription]
    /// Fewer persons than this are not shown.
    public var fewestPersons: Int

    public init(
        project: ProjectDescription, indicators: [Assessed<E>], units: [UnitDescription], sources: [SourceDescription],
        fewestPersons: Int
    ) {
        self.project = project
        self.indicators = indicators
        self.units = units
        self.sources = sources
        self.fewestPersons = fewestPersons
    }

    /// What files made from this indicator's data carry inside; empty where the data are real.
    func notice(_ indicator: Assessed<E>, _ language: Language) -> String {
        indicator.description.isSample ? project.sampleNotice(language) : ""
    }
}

/// A file on its way out, with the notice its text must carry.
struct StagedFile {
    var file: OutputFile
    var requiredNotice: String?
    /// A page that readers come to from elsewhere than the site.
    var standsAlone = false

    init(_ file: OutputFile, requiredNotice: String? = nil, standsAlone: Bool = false) {
        self.file = file
        self.requiredNotice = requiredNotice
        self.standsAlone = standsAlone
    }
}
