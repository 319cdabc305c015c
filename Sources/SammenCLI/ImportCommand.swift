import ArgumentParser
import Catalogue
import Findings
import Store

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Load the input and print the account: read, loaded, set aside, and why.",
        discussion: "Example: sammen import --dataset fravaer")

    @OptionGroup var options: ProjectOptions
    @Option(help: "Only this dataset.") var dataset: String?
    @Option(help: "text or json.") var format: OutputFormat = .text
    @Flag(help: "Print processor time and own memory to standard error.") var timings = false

    func run() throws {
        let opened = try OpenedProject(folder: try options.folder(), strict: options.strict)
        if let dataset, opened.project.dataset(dataset) == nil {
            throw Refusal(
                Finding(
                    .error, "unknown-dataset", "no dataset '\(dataset)' in config.json",
                    suggestion: didYouMean(dataset, among: opened.project.datasets.map(\.name))))
        }
        let account = try opened.load(only: dataset.map { [$0] })
        Terminal.show(opened.findings + account.findings)
        if format == .json { print(json(account)) } else { show(account) }
        if timings {
            Terminal.note(
                JSON.object([
                    ("rows", .integer(account.datasets.reduce(0) { $0 + $1.loaded })),
                    ("processor", .number(processorSeconds())), ("ownMemory", .number(ownMemory())),
                ]).description)
        }
        if account.findings.stops(strict: options.strict) { throw ExitCode(1) }
    }

    private func show(_ account: LoadReport) {
        for dataset in account.datasets {
            print("\(dataset.dataset): \(dataset.loaded) rows\(dataset.isUnchanged ? ", unchanged" : "")")
            for file in dataset.files { print("  \(file.line)") }
        }
    }

    private func json(_ account: LoadReport) -> JSON {
        .array(
            account.datasets.map { dataset in
                .object([
                    ("dataset", .string(dataset.dataset)), ("unchanged", .bool(dataset.isUnchanged)),
                    ("loaded", .integer(dataset.loaded)),
                    (
                        "files",
                        .array(
                            dataset.files.map { file in
                                .object([
                                    ("file", .string(file.name)), ("sha256", .string(file.sha256)),
                                    ("read", .integer(file.read)), ("loaded", .integer(file.loaded)),
                                    ("setAside", .integer(file.setAside)), ("passedOver", .integer(file.passedOver)),
                                    ("superseded", .integer(file.superseded)), ("expired", .integer(file.expired)),
                                    ("encoding", .string(file.encoding)),
                                ])
                            })
                    ),
                ])
            })
    }
}
