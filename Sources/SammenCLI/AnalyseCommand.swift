import ArgumentParser
import Delimited
import Findings
import Vocabulary

struct AnalyseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "analyse", abstract: "Control chart, trend, projection and verdict for any series in a file.",
        discussion: """
            One row is one period. Without --period the rows are steps 1, 2, 3 in the order of the file.
            Example: sammen analyse sygefravaer.csv --value procent --period aar --direction down --target 5
            """)

    enum Wish: String, ExpressibleByArgument, CaseIterable { case up, down, neutral }

    @Argument(help: "A file of delimited text.") var file: String
    @Option(help: "The column that holds the figures.") var value: String
    @Option(help: "The column that holds the periods, in any spelling a dataset may have.") var period: String?
    @Option(help: "Which way is good: up, down or neutral.") var direction: Wish = .neutral
    @Option(parsing: .unconditional, help: "The level to reach, with a decimal point.") var target: Double?
    @Option(help: "The year by whose end to reach it; the trend is projected to it.") var targetYear = 2030
    @Option(help: "A period or step from which the level is new; repeatable.") var rebase: [String] = []
    @Option(help: "text or json.") var format: OutputFormat = .text

    func validate() throws {
        guard target?.isFinite ?? true else { throw ValidationError("--target must be a number.") }
        guard Period.years.contains(targetYear) else {
            throw ValidationError("--target-year must lie from 1800 to 2199.")
        }
    }

    func run() throws {
        let table = try DelimitedFile.open(path: file, name: file)
        let reading = try SeriesReading(table, value: value, period: period)
        // Notes about how a file is written are told by `inspect`.
        Terminal.show(reading.findings.filter { $0.severity > .note })
        if reading.findings.stops() { throw ExitCode(1) }
        let question = SeriesQuestion(
            direction: Direction(rawValue: direction.rawValue) ?? .neutral, target: target, targetYear: targetYear,
            starts: try reading.starts(rebase))
        let report = AnalysisReport(SeriesAnalysis(reading.series, question))
        print(format == .json ? report.json.description : report.text(file: file, column: value))
    }
}
