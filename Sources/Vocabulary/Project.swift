/// One of the goals a project works towards.
public struct GoalDescription: Hashable, Sendable {
    /// Stable, lower case, used in addresses and as the folder under `Metrics/`.
    public var id: String
    public var title: LocalizedText
    /// One sentence under the title.
    public var statement: LocalizedText
    /// What the goal means, in a few short sentences.
    public var points: [LocalizedText]
    /// How much each of its indicators weighs where the goal's are taken together; 1 for those not named. Empty where
    /// no weights are declared, and indicators are counted, not weighed.
    public var weights: [String: Double]

    public init(
        id: String, title: LocalizedText, statement: LocalizedText, points: [LocalizedText] = [],
        weights: [String: Double] = [:]
    ) {
        self.id = id
        self.title = title
        self.statement = statement
        self.points = points
        self.weights = weights
    }
}

/// A project as pages introduce it.
public struct ProjectDescription: Hashable, Sendable {
    /// The vision's name, the site's title.
    public var title: LocalizedText
    /// The municipality, `Roskilde Kommune`.
    public var organisation: LocalizedText
    /// One or two sentences under the title on the front page.
    public var lede: LocalizedText
    /// The vision told in a few paragraphs, for the about page.
    public var vision: [LocalizedText]
    /// Where the vision's text comes from.
    public var visionSource: LocalizedText
    public var goals: [GoalDescription]
    /// The indicators, by id, that the vision balances against each other: strong wellbeing, with fewer employees.
    public var equation: [String] = []
    /// The site's languages; the first is the default.
    public var languages: [Language]
    public var targetYear: Int
    /// The root of the organisation's units.
    public var root: UnitCode
    /// The one date that output may hold, ISO 8601 `2026-11-20`.
    public var builtAt: String
    /// What every page, picture and file made from invented data carries; empty when the project has none.
    public var sampleNotice: LocalizedText
    public var contactName: LocalizedText
    /// Where to write: an address of a form or page, or empty.
    public var contactAddress: String
    /// Phrases that the project replaces with its own, by key and language.
    public var terms: [Language: [String: String]]
    /// What catalogues and licences say of the figures.
    public var openData = OpenDataDescription()
    /// What stands beside the site's texts, for servers that send it.
    public var copies = CompressedCopy.allCases

    /// Where the units lie; nil where no map is declared.
    public var map: UnitMap? = nil

    public init(
        title: LocalizedText, organisation: LocalizedText, lede: LocalizedText = .init(),
        vision: [LocalizedText] = [], visionSource: LocalizedText = .init(), goals: [GoalDescription] = [],
        languages: [Language] = [.danish], targetYear: Int = 2030, root: UnitCode = "", builtAt: String = "",
        sampleNotice: LocalizedText = .init(), contactName: LocalizedText = .init(), contactAddress: String = "",
        terms: [Language: [String: String]] = [:]
    ) {
        self.title = title
        self.organisation = organisation
        self.lede = lede
        self.vision = vision
        self.visionSource = visionSource
        self.goals = goals
        self.languages = languages
        self.targetYear = targetYear
        self.root = root
        self.builtAt = builtAt
        self.sampleNotice = sampleNotice
        self.contactName = contactName
        self.contactAddress = contactAddress
        self.terms = terms
    }
}
