import ArgumentParser
import Catalogue
import Findings
import Store

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Load the input and print the account: read, loaded, passed over.",
        discussion: "Example: sammen import --dataset fravaer")

    @OptionGroup var options: ProjectOptions
    @Option(help: "Only this dataset.") var dataset: String?
    @Option(help: "text or json.") var format: OutputFormat = .text

    func run() throws {
        let opened = try OpenedProject(folder: try options.folder(), strict: options.strict)
        if let dataset, opened.project.dataset(dataset) == nil {
            throw Refusal(
                Finding(
                    .error, "unknown-dataset", "no dataset '\(dataset)' in config.json",
                    suggestion: didYouMean(dataset, among: opened.project.datasets.map(\.name))))
        }
        let account = try opened.store.load(opened.project, tree: opened.tree, only: dataset.map { [$0] })
        Terminal.show(opened.findings + account.findings)
        if format == .json { print(json(account)) } else { show(account) }
        if account.findings.stops(strict: options.strict) { throw ExitCode(1) }
    }

    private func show(_ account: LoadReport) {
        for dataset in account.datasets {
            print("\(dataset.dataset): \(dataset.loaded) rows\(dataset.isUnchanged ? ", unchanged" : "")")
            for file in dataset.files {
                let passed = file.passedOver > 0 ? ", \(file.passedOver) passed over (other units)" : ""
                print("  \(file.name): \(file.read) read, \(file.loaded) loaded\(passed)  \(file.sha256.prefix(12))")
            }
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
                                    ("passedOver", .integer(file.passedOver)), ("encoding", .string(file.encoding)),
                                ])
                            })
                    ),
                ])
            })
    }
}
