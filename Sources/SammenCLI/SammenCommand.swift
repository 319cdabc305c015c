import ArgumentParser
import Findings
import Foundation

/// Runs the command line; ends the process with 0 done, 1 errors in the input, 2 a wrong call, 3 something outside.
public func runSammen() async {
    sayCrashesPlainly()
    do {
        var command = try SammenCommand.parseAsRoot()
        try command.run()
    } catch let refusal as Refusal {
        Terminal.show(refusal.findings)
        let outside = refusal.findings.contains { outsideCodes.contains($0.code) }
        Foundation.exit(outside ? 3 : 1)
    } catch let code as ExitCode {
        Foundation.exit(code.rawValue)
    } catch {
        // ArgumentParser's own messages: help is 0, a wrong call 2.
        let status = SammenCommand.exitCode(for: error)
        let message = SammenCommand.fullMessage(for: error)
        if status == .success { print(message) } else { Terminal.note(message) }
        Foundation.exit(status == .success ? 0 : 2)
    }
}

/// Findings about the disk, the database and other programs rather than the input.
private let outsideCodes: Set<String> = [
    "database-unavailable", "database-locked", "database-damaged", "disk-full", "output-unwritable", "lock-unavailable",
    "cannot-write",
]

struct SammenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sammen",
        abstract: "Turns a municipality's CSV exports into indicators, charts and a goal site.",
        discussion: """
            Start with: sammen build
            A project is a folder with config.json, Metrics/ and Data/; the site is written to Output/.
            """,
        subcommands: [
            BuildCommand.self, ImportCommand.self, CheckCommand.self, QueryCommand.self, ExplainCommand.self,
            InspectCommand.self, AnalyseCommand.self, NewCommand.self,
        ])
}

/// What every command about a project takes.
struct ProjectOptions: ParsableArguments {
    @Option(help: "The project's folder (default: the one with config.json, looked for upwards).")
    var project: String?

    @Flag(help: "Let warnings stop the work too.")
    var strict = false

    /// The folder with config.json.
    func folder() throws -> String {
        let here = FileManager.default.currentDirectoryPath
        if let project {
            return URL(fileURLWithPath: project, relativeTo: URL(fileURLWithPath: here)).standardizedFileURL.path
        }
        var folder = here
        while !FileManager.default.fileExists(atPath: folder + "/config.json") {
            let parent = (folder as NSString).deletingLastPathComponent
            guard parent != folder else {
                throw Refusal(
                    Finding(
                        .error, "no-project", "no config.json here or in a folder above",
                        suggestion: "go to the project's folder or name it with --project"))
            }
            folder = parent
        }
        return folder
    }
}

enum OutputFormat: String, ExpressibleByArgument, CaseIterable { case text, json, csv }
enum EditionName: String, ExpressibleByArgument, CaseIterable {
    case `public`, managers, desk
}
