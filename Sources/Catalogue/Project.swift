public import Vocabulary

/// A project as its files declare it, checked: config.json, Metrics/<goal>/<indicator>.yaml, and Targets.csv or
/// Targets.yaml where there is one.
public struct Project: Sendable {
    /// Absolute path of the folder that holds config.json.
    public var folder: String
    public var description: ProjectDescription
    public var units: UnitsDeclaration
    public var datasets: [DatasetDeclaration]
    /// In the order of the goals, then by file name.
    public var indicators: [IndicatorDefinition]
    /// Indicators that wait for their data, in the same order: described, and not computed.
    public var awaited: [AwaitedIndicator] = []
    /// Units and levels that the declarations name.
    public var unitReferences: [UnitReference] = []
    /// Fewer persons than this are not shown.
    public var fewestPersons: Int
    /// The text of config.json, of the list of targets and of awaited indicators, for fingerprints.
    public var fingerprint: String

    public func dataset(_ name: String) -> DatasetDeclaration? { datasets.first { $0.name == name } }
    public func indicator(_ id: String) -> IndicatorDefinition? { indicators.first { $0.description.id == id } }
}
