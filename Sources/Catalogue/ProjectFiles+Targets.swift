internal import Yams
import Findings
import Foundation
import Vocabulary

/// Targets of the whole project in a file of their own, and where they go.
extension ProjectFiles {
    /// Reads `Targets.csv` or `Targets.yaml` where there is one, and gives each indicator its targets.
    mutating func readTargets(_ table: TableReading?) {
        let manager = FileManager.default
        let files = ["Targets.csv", "Targets.yaml"].filter { manager.fileExists(atPath: project.folder + "/" + $0) }
        if files.count > 1 {
            findings.append(
                Finding(
                    .error, "two-target-lists", "there is a Targets.csv, too", at: Place(file: files[1]),
                    suggestion: "keep one of them"))
        }
        var listed: [ListedTarget] = []
        switch files.first {
        case "Targets.csv": listed = tableTargets(table)
        case "Targets.yaml": listed = yamlTargets()
        default: break
        }
        for one in listed where ownTargets[one.indicator] == nil {
            findings.append(
                Finding(
                    .error, "unknown-indicator", "no indicator '\(one.indicator)' under Metrics/", at: one.place,
                    suggestion: didYouMean(one.indicator, among: ownTargets.keys)
                        ?? "indicators: \(ownTargets.keys.sorted().joined(separator: ", "))"))
        }
        let byIndicator = Dictionary(grouping: listed, by: \.indicator).mapValues { $0.map(\.target) }
        for index in project.indicators.indices {
            project.indicators[index].description = settled(project.indicators[index].description, byIndicator)
        }
        for index in project.awaited.indices {
            project.awaited[index].description = settled(project.awaited[index].description, byIndicator)
        }
    }

    private mutating func tableTargets(_ table: TableReading?) -> [ListedTarget] {
        let file = "Targets.csv", path = project.folder + "/" + file
        guard let table else {
            findings.append(Finding(.error, "unreadable", "tables are not read here", at: Place(file: file)))
            return []
        }
        do throws(Refusal) {
            let rows = try table(path, file)
            let read = TargetTable(
                rows, file: file, root: project.units.root, targetYear: project.description.targetYear)
            for row in rows { project.fingerprint += "\n" + row.cells.map(\.text).joined(separator: "\t") }
            project.unitReferences += read.references
            findings += read.findings
            return read.targets
        } catch {
            findings += error.findings
            return []
        }
    }

    private mutating func yamlTargets() -> [ListedTarget] {
        let declaration = Declaration(file: "Targets.yaml")
        declaration.languages = project.description.languages
        guard let text = try? String(contentsOfFile: project.folder + "/Targets.yaml", encoding: .utf8) else {
            findings.append(
                Finding(.error, "unreadable", "the file cannot be read as UTF-8", at: Place(file: "Targets.yaml")))
            return []
        }
        project.fingerprint += "\n" + text
        let listed = declaration.root(text).map { targets(declaration).targets(in: $0) } ?? []
        project.unitReferences += declaration.references
        findings += declaration.findings
        return listed
    }

    /// Puts an indicator's targets in order: its own, and those of the project's list, of which several for one unit
    /// and year are the history of one.
    private mutating func settled(
        _ description: IndicatorDescription, _ listed: [String: [DeclaredTarget]]
    ) -> IndicatorDescription {
        var all: [DeclaredTarget.Aim: DeclaredTarget] = [:]
        for one in ownTargets[description.id] ?? [] {
            if let other = all[one.aim] { findings.append(one.duplicate(of: other)) }
            all[one.aim] = one
        }
        let groups = Dictionary(grouping: listed[description.id] ?? [], by: \.aim)
        for (aim, several) in groups.sorted(by: { $0.key < $1.key }) {
            let one = several.settled(&findings)
            if let own = all[aim] { findings.append(one.duplicate(of: own)) }
            all[aim] = one
        }
        let ordered = all.sorted { $0.key < $1.key }.map(\.value)
        findings += ordered.flatMap { $0.faults(in: description) }
        var description = description
        description.targets = ordered.filter { $0.unit == nil }.map(\.target)
        for one in ordered {
            if let unit = one.unit { description.unitTargets[unit, default: []].append(one.target) }
        }
        return description
    }
}
