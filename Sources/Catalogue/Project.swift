public import Findings
public import Vocabulary
import Foundation

/// A project as its files declare it, checked: config.json and Metrics/<goal>/<indicator>.yaml.
public struct Project: Sendable {
    /// Absolute path of the folder that holds config.json.
    public var folder: String
    public var description: ProjectDescription
    public var units: UnitsDeclaration
    public var datasets: [DatasetDeclaration]
    /// In the order of the goals, then by file name.
    public var indicators: [IndicatorDefinition]
    /// Fewer persons than this are not shown.
    public var fewestPersons: Int
    /// The text of config.json, for fingerprints.
    public var fingerprint: String

    public func dataset(_ name: String) -> DatasetDeclaration? { datasets.first { $0.name == name } }
    public func indicator(_ id: String) -> IndicatorDefinition? { indicators.first { $0.description.id == id } }
}

extension Project {
    /// Reads a project's declarations. The project is nil where config.json cannot be used at all; otherwise every
    /// finding of every file is returned, and what could be read with it.
    /// - Parameter asOf: the date of the build where config.json names none, ISO 8601.
    public static func read(folder: String, asOf: String) -> (project: Project?, findings: [Finding]) {
        guard let text = try? String(contentsOfFile: folder + "/config.json", encoding: .utf8) else {
            return (
                nil,
                [
                    Finding(
                        .error, "no-project", "no readable config.json in \(folder)",
                        suggestion: "go to the project's folder or name it with --project")
                ]
            )
        }
        let declaration = Declaration(file: "config.json")
        guard let root = declaration.root(text),
            var project = ProjectReader(declaration).project(root, folder: folder, asOf: asOf)
        else { return (nil, declaration.findings) }
        project.fingerprint = text
        var findings = declaration.findings
        for (goal, path) in indicatorFiles(folder, goals: project.description.goals.map(\.id), &findings) {
            guard let text = try? String(contentsOfFile: folder + "/" + path, encoding: .utf8) else {
                findings.append(Finding(.error, "unreadable", "the file cannot be read as UTF-8", at: Place(file: path)))
                continue
            }
            let declaration = Declaration(file: path)
            if let root = declaration.root(text) {
                let reader = IndicatorReader(declaration, project: project, goal: goal)
                let id = String(path.split(separator: "/").last!.dropLast(5))
                if var definition = reader.indicator(root, id: id) {
                    definition.fingerprint = text
                    project.indicators.append(definition)
                }
            }
            findings += declaration.findings
        }
        let twice = Dictionary(grouping: project.indicators, by: \.description.id).filter { $0.value.count > 1 }
        for (id, definitions) in twice {
            findings.append(
                Finding(
                    .error, "duplicate-indicator", "two files are called '\(id).yaml'", at: definitions[1].place,
                    suggestion: "rename one: the name is the indicator's address"))
        }
        return (project, findings.inReadingOrder())
    }

    private static func indicatorFiles(
        _ folder: String, goals: [String], _ findings: inout [Finding]
    ) -> [(goal: String, path: String)] {
        let manager = FileManager.default
        /// The names in a folder of the project; a folder that is there and cannot be read would lose indicators.
        func names(in part: String) -> [String] {
            if let found = try? manager.contentsOfDirectory(atPath: folder + "/" + part) { return found }
            if manager.fileExists(atPath: folder + "/" + part) {
                findings.append(
                    Finding(
                        .error, "unreadable", "the folder cannot be read", at: Place(file: part),
                        suggestion: "ask for permission to read it"))
            }
            return []
        }
        let found = names(in: "Metrics")
        for name in found.sorted() where !goals.contains(name) && !name.hasPrefix(".") {
            var isFolder: ObjCBool = false
            guard manager.fileExists(atPath: "\(folder)/Metrics/\(name)", isDirectory: &isFolder), isFolder.boolValue
            else {
                if name.hasSuffix(".yaml") {
                    findings.append(
                        Finding(
                            .error, "bad-name", "indicators lie in a goal's folder", at: Place(file: "Metrics/\(name)"),
                            suggestion: "move it to Metrics/<goal>/"))
                }
                continue
            }
            findings.append(
                Finding(
                    .error, "unknown-goal", "no goal '\(name)' in config.json", at: Place(file: "Metrics/\(name)"),
                    suggestion: didYouMean(name, among: goals) ?? "goals: \(goals.joined(separator: ", "))"))
        }
        return goals.flatMap { goal in
            names(in: "Metrics/\(goal)")
                .filter { name in
                    if name.hasSuffix(".yml") {
                        findings.append(
                            Finding(
                                .error, "bad-name", "indicators are read from .yaml files",
                                at: Place(file: "Metrics/\(goal)/\(name)"), suggestion: "rename it to end with .yaml"))
                    }
                    return name.hasSuffix(".yaml")
                }.sorted().map { (goal, "Metrics/\(goal)/\($0)") }
        }
    }
}
