import ArgumentParser
import Assessment
import Catalogue
import Findings
import Foundation
import Site
import Store
import Vocabulary

struct BuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Import what changed, compute, clear, draw and write the site.",
        discussion: "Example: sammen build --project Examples/telemark")

    enum Edition: String, ExpressibleByArgument, CaseIterable { case `public`, managers, all }

    @OptionGroup var options: ProjectOptions
    @Option(help: "Where the site goes (default: Output in the project).") var output: String?
    @Option(help: "Which edition to write: public, managers or all.") var edition: Edition = .all
    @Flag(help: "Print the processor time of each stage to standard error.") var timings = false

    func run() throws {
        var clock = StageClock()
        let folder = try options.folder()
        let opened = try OpenedProject(folder: folder, strict: options.strict)
        var findings = opened.findings
        clock.lap("read")

        let account = try opened.load()
        findings += account.findings
        guard !findings.stops(strict: options.strict) else { throw Refusal(findings) }
        clock.lap("import")
        for dataset in account.datasets where !dataset.isUnchanged {
            Terminal.progress("\(dataset.dataset): \(dataset.loaded) rows from \(dataset.files.count) files")
        }
        if opened.project.indicators.isEmpty, opened.project.awaited.isEmpty {
            findings.append(
                Finding(
                    .warning, "no-indicators", "the project has no indicators: the site is empty",
                    at: Place(file: "Metrics"), suggestion: "write one: Metrics/<goal>/<indicator>.yaml"))
        }
        let parent = output.map { URL(fileURLWithPath: $0).path } ?? folder + "/Output"
        var writing = EditionWriting(
            opened: opened, parent: parent, strict: options.strict, findings: findings, clock: clock)
        if edition != .managers { try writing.write(Public.self) }
        if edition != .public { try writing.write(Managers.self) }

        Terminal.show(writing.findings.withoutRepeats)
        if timings { writing.clock.print(rows: account.datasets.reduce(0) { $0 + $1.loaded }) }
        for line in writing.told { print(line) }
    }
}

/// Writes one edition after the other from the same project.
private struct EditionWriting {
    let opened: OpenedProject
    let parent: String
    let strict: Bool
    var findings: [Finding]
    var clock: StageClock
    /// What was done, a line for each edition.
    private(set) var told: [String] = []

    init(opened: OpenedProject, parent: String, strict: Bool, findings: [Finding], clock: StageClock) {
        self.opened = opened
        self.parent = parent
        self.strict = strict
        self.findings = findings
        self.clock = clock
    }

    mutating func write<E: Publishable>(_ edition: E.Type) throws {
        let destination = parent + "/" + E.name
        removeStaging(for: destination)
        let stage = Stage(folder: opened.project.folder, name: "site-\(E.name)")
        let fingerprint = try stage.fingerprint(opened, destination)
        if stage.isDone(fingerprint), FileManager.default.fileExists(atPath: destination) {
            told.append("Nothing has changed. The site is in \(destination)")
            return
        }
        let (indicators, computed) = try opened.compute(for: edition)
        findings += computed + (try opened.definitionFindings(indicators))
        clock.lap("compute")
        let cleared = indicators.map { opened.assess($0, as: edition) }
        findings += cleared.flatMap(\.findings)
        guard !findings.stops(strict: strict) else { throw Refusal(findings.withoutRepeats) }
        clock.lap("clear")

        let content = EditionContent(
            project: opened.project.description, indicators: opened.withAwaited(cleared.map(\.assessed)),
            units: opened.tree.units,
            sources: opened.project.datasets.map { dataset in
                indicators.first { $0.dataset.name == dataset.name }?.definition.description.sources.first
                    ?? dataset.source
            }, fewestPersons: opened.fewestPersons(in: edition))
        let drawn = draw(content)
        clock.lap("draw")
        let report = try Site.write(content, drawn, to: destination)
        try stage.record(fingerprint)
        clock.lap("write")
        clock.count(drawings: drawn, pages: report.pages)
        let files = report.files
        told.append("\(files.written) files new or changed, \(files.unchanged) as they were, \(files.removed) removed.")
        told.append("The site is in \(destination): open \(destination)/index.html")
    }
}

extension [Finding] {
    /// Each finding once: both editions are made from the same definitions.
    fileprivate var withoutRepeats: [Finding] {
        var seen: Set<Finding> = []
        return filter { seen.insert($0).inserted }
    }
}

/// What a stage read last time, so that nothing changed means nothing done.
private struct Stage {
    let path: String

    init(folder: String, name: String) { path = "\(folder)/.sammen/\(name).fingerprint" }

    func fingerprint(_ opened: OpenedProject, _ destination: String) throws -> String {
        let program = try? FileManager.default.attributesOfItem(atPath: "/proc/self/exe")
        let real = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        let attributes = (try? FileManager.default.attributesOfItem(atPath: real)) ?? program ?? [:]
        let parts =
            [
                "\(attributes[.size] ?? 0) \((attributes[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0)",
                try opened.store.fingerprint(), opened.project.fingerprint, opened.project.description.builtAt,
                destination,
            ] + opened.project.indicators.map { "\($0.description.id)\n\($0.fingerprint)" }
            + opened.tree.units.map {
                "\($0.code)\t\($0.name(.danish))\t\($0.parent?.code ?? "")\t\($0.level)\t\($0.type)"
            }
        return sha256(of: parts.joined(separator: "\n"))
    }

    func isDone(_ fingerprint: String) -> Bool {
        (try? String(contentsOfFile: path, encoding: .utf8)) == fingerprint
    }

    func record(_ fingerprint: String) throws {
        try fingerprint.write(toFile: path, atomically: true, encoding: .utf8)
    }
}

/// Processor time of each stage, for `make bench`.
private struct StageClock {
    private var last = processorSeconds()
    private var laps: [(name: String, seconds: Double)] = []
    private var counts = (pages: 0, inline: 0, pictures: 0)

    /// The time since the last lap, added to what the stage had.
    mutating func lap(_ name: String) {
        let now = processorSeconds()
        if let place = laps.firstIndex(where: { $0.name == name }) {
            laps[place].seconds += now - last
        } else {
            laps.append((name, now - last))
        }
        last = now
    }

    mutating func count(drawings: Drawings, pages: Int) {
        counts.pages += pages
        counts.inline += drawings.count.inline
        counts.pictures += drawings.count.pictures
    }

    func print(rows: Int) {
        let fields: [(String, JSON)] =
            [
                ("rows", .integer(rows)), ("pages_count", .integer(counts.pages)), ("charts", .integer(counts.inline)),
                ("pictures", .integer(counts.pictures)),
            ]
            + laps.map { ($0.name, .number($0.seconds)) }
        Terminal.note(JSON.object(fields).description)
    }
}
