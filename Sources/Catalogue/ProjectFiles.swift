public import Findings
internal import Yams
import Foundation
import Vocabulary

extension Project {
    /// Reads a project's declarations. The project is nil where config.json cannot be used at all; otherwise every
    /// finding of every file is returned, and what could be read with it.
    /// - Parameters:
    ///   - asOf: the date of the build where config.json names none, ISO 8601.
    ///   - table: reads `Targets.csv`. Without it a project that has one is refused.
    public static func read(
        folder: String, asOf: String, table: TableReading? = nil
    ) -> (project: Project?, findings: [Finding]) {
        guard let text = try? String(contentsOfFile: folder + "/config.json", encoding: .utf8) else {
            let finding = Finding(
                .error, "no-project", "no readable config.json in \(folder)",
                suggestion: "go to the project's folder or name it with --project")
            return (nil, [finding])
        }
        let declaration = Declaration(file: "config.json")
        guard let root = declaration.root(text),
            let project = ProjectReader(declaration).project(root, folder: folder, asOf: asOf)
        else { return (nil, declaration.findings.inReadingOrder()) }
        var files = ProjectFiles(project, declaration, text: text)
        files.readMap()
        files.readIndicators()
        files.joinDerived()
        files.checkNames(in: root, declaration)
        files.readTargets(table)
        return (files.project, files.findingsInOrder(isConfigWrong: declaration.findings.stops()))
    }
}

/// Reads the files beside config.json into the project it declares.
struct ProjectFiles {
    var project: Project
    var findings: [Finding]
    /// The targets that stand in indicators' own files, by indicator: every file that can be read has an entry.
    private(set) var ownTargets: [String: [DeclaredTarget]] = [:]
    /// The goal of every file, by indicator.
    private var goals: [String: String] = [:]

    init(_ project: Project, _ declaration: Declaration, text: String) {
        self.project = project
        self.project.fingerprint = text
        findings = declaration.findings
    }

    /// config.json first. What other files say of datasets and columns is left out where config.json has errors: most
    /// of it would follow from them.
    func findingsInOrder(isConfigWrong: Bool) -> [Finding] {
        let following: Set = [
            "unknown-dataset", "unknown-column", "unknown-goal", "text-in-formula", "type-mismatch", "ambiguous-join",
        ]
        let ordered = findings.inReadingOrder()
        return ordered.filter { $0.place?.file == "config.json" }
            + ordered.filter { $0.place?.file != "config.json" && !(isConfigWrong && following.contains($0.code)) }
    }

    /// The outlines of units, where a file of them is declared.
    mutating func readMap() {
        guard let declared = project.units.map else { return }
        guard let bytes = try? Data(contentsOf: URL(filePath: project.folder + "/" + declared.file)) else {
            findings.append(
                Finding(
                    .error, "unreadable", "the map \(declared.file) cannot be read", at: declared.place,
                    suggestion: "give the path of a GeoJSON file from the project's folder"))
            return
        }
        let reader = MapReader(file: declared.file, key: declared.key)
        let read = reader.places(bytes)
        findings += read.findings
        project.description.map = UnitMap(note: declared.note, places: read.places)
    }

    /// Every file under Metrics/.
    mutating func readIndicators() {
        var places: [String: Place] = [:]
        for (goal, path) in indicatorFiles() {
            let id = String(path.split(separator: "/").last!.dropLast(5))
            (ownTargets[id], goals[id]) = ([], goal)
            if places.updateValue(Place(file: path), forKey: id) != nil {
                findings.append(
                    Finding(
                        .error, "duplicate-indicator", "two files are called '\(id).yaml'", at: Place(file: path),
                        suggestion: "rename one: the name is the indicator's address"))
            }
            guard let text = try? String(contentsOfFile: project.folder + "/" + path, encoding: .utf8) else {
                findings.append(
                    Finding(.error, "unreadable", "the file cannot be read as UTF-8", at: Place(file: path)))
                continue
            }
            read(text, Declaration(file: path), id: id, goal: goal)
        }
    }

    private mutating func read(_ text: String, _ declaration: Declaration, id: String, goal: String) {
        if let root = declaration.root(text) {
            let reader = IndicatorReader(declaration, project: project, goal: goal)
            if let entries = reader.entries(root, id: id) {
                let description = reader.description(entries, id: id)
                ownTargets[id] = targets(declaration).targets(of: entries)
                if description.awaiting != nil, entries.take("dataset") == nil, entries.take("of") == nil {
                    project.awaited.append(
                        AwaitedIndicator(description: description, place: declaration.place(of: root)))
                    project.fingerprint += "\n" + text
                } else if var definition = reader.indicator(entries, description) {
                    definition.fingerprint = text
                    project.indicators.append(definition)
                }
            }
        }
        project.unitReferences += declaration.references
        findings += declaration.findings
    }

    func targets(_ declaration: Declaration) -> TargetReader {
        TargetReader(
            declaration: declaration, root: project.units.root, targetYear: project.description.targetYear)
    }

    /// Names of indicators, which are known when all files are read: under the goals' `weights`, in the `equation`
    /// and under `peers`.
    mutating func checkNames(in config: Node, _ declaration: Declaration) {
        let ids = goals.keys.sorted()
        for node in Entries(config, declaration, .config)?.entries("project")?.nodes("equation") ?? [] {
            guard let name = node.scalar?.string, goals[name] == nil else { continue }
            findings.append(
                Finding(
                    .error, "unknown-indicator", "the equation names '\(name)', and no indicator is called so",
                    at: declaration.place(of: node),
                    suggestion: didYouMean(name, among: ids) ?? "indicators: \(ids.joined(separator: ", "))"))
        }
        for goal in Entries(config, declaration, .config)?.list("goals") ?? [] {
            let ids = goals.filter { $0.value == goal.string("id") }.map(\.key).sorted()
            for (name, key, _) in goal.named("weights") where !ids.contains(name) {
                findings.append(
                    Finding(
                        .error, "unknown-indicator", "the goal has no indicator '\(name)'",
                        at: declaration.place(of: key),
                        suggestion: didYouMean(name, among: ids) ?? "indicators: \(ids.joined(separator: ", "))"))
            }
        }
        for definition in project.indicators {
            guard let peers = definition.peers else { continue }
            let numbers = project.dataset(definition.dataset)?.columns.filter { $0.kind == .number }.map(\.name) ?? []
            for (name, place) in zip(peers.on, peers.places) where !numbers.contains(name) && ownTargets[name] == nil {
                findings.append(
                    Finding(
                        .error, "unknown-column", "'\(name)' is neither a number column nor an indicator",
                        at: place,
                        suggestion: didYouMean(name, among: numbers + goals.keys.sorted())
                            ?? "number columns: \(numbers.sorted().joined(separator: ", "))"))
            }
        }
    }

    private mutating func indicatorFiles() -> [(goal: String, path: String)] {
        let goals = project.description.goals.map(\.id), folder = project.folder
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
