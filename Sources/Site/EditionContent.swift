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
public struct StagedFile: Sendable {
    public var file: OutputFile
    public var requiredNotice: String?

    init(_ file: OutputFile, requiredNotice: String? = nil) {
        self.file = file
        self.requiredNotice = requiredNotice
    }
}
