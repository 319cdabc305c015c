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

    enum Edition: String, ExpressibleByArgument, CaseIterable { case `public` }

    @OptionGroup var options: ProjectOptions
    @Option(help: "Where the site goes (default: Output in the project).") var output: String?
    @Option(help: "Which edition to write: public.") var edition: Edition = .public
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

        let destination = (output.map { URL(fileURLWithPath: $0).path } ?? folder + "/Output") + "/" + Public.name
        removeStaging(for: destination)
        let stage = Stage(folder: folder, name: "site-\(Public.name)")
        let fingerprint = try stage.fingerprint(opened, destination)
        if stage.isDone(fingerprint), FileManager.default.fileExists(atPath: destination) {
            Terminal.show(findings)
            print("Nothing has changed. The site is in \(destination)")
            return
        }

        if opened.project.indicators.isEmpty, opened.project.awaited.isEmpty {
            findings.append(
                Finding(
                    .warning, "no-indicators", "the project has no indicators: the site is empty",
                    at: Place(file: "Metrics"), suggestion: "write one: Metrics/<goal>/<indicator>.yaml"))
        }
        let (indicators, computed) = try opened.compute()
        findings += computed + (try opened.definitionFindings(indicators))
        clock.lap("compute")
        let cleared = indicators.map { opened.assess($0, as: Public.self) }
        findings += cleared.flatMap(\.findings)
        guard !findings.stops(strict: options.strict) else { throw Refusal(findings) }
        clock.lap("clear")

        let content = EditionContent(
            project: opened.project.description, indicators: opened.withAwaited(cleared.map(\.assessed)), units: opened.tree.units,
            sources: opened.project.datasets.map { dataset in
                indicators.first { $0.dataset.name == dataset.name }?.definition.description.sources.first
                    ?? dataset.source
            }, fewestPersons: opened.project.fewestPersons)
        let drawn = draw(content)
        clock.lap("draw")
        let files = outputFiles(content, drawn)
        clock.lap("pages")
        findings += audit(files)
        guard !findings.stops(strict: options.strict) else { throw Refusal(findings) }
        let report = try write(files.map(\.file), to: destination)
        try stage.record(fingerprint)
        clock.lap("write")

        Terminal.show(findings)
        if timings { clock.print(rows: account.datasets.reduce(0) { $0 + $1.loaded }, drawings: drawn, files: files.map(\.file)) }
        print("\(report.written) files new or changed, \(report.unchanged) as they were, \(report.removed) removed.")
        print("The site is in \(destination): open \(destination)/index.html")
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

    mutating func lap(_ name: String) {
        let now = processorSeconds()
        laps.append((name, now - last))
        last = now
    }

    func print(rows: Int, drawings: Drawings, files: [OutputFile]) {
        let pages = files.filter { $0.path.hasSuffix(".html") }.count
        let fields: [(String, JSON)] =
            [
                ("rows", .integer(rows)), ("pages_count", .integer(pages)), ("charts", .integer(drawings.count.inline)),
                ("pictures", .integer(drawings.count.pictures)),
            ]
            + laps.map { ($0.name, .number($0.seconds)) }
        Terminal.note(JSON.object(fields).description)
    }
}
