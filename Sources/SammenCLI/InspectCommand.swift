import ArgumentParser
import Delimited
import Findings

struct InspectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect", abstract: "Show what the reader sees in any delimited file.",
        discussion: "Example: sammen inspect Data/fravaer/fravaer-2024.csv")

    @Argument(help: "A file of delimited text.") var file: String
    @Flag(help: "Print the records, one JSON array a line, the header first.") var records = false
    @Option(help: "text or json.") var format: OutputFormat = .text

    func run() throws {
        let table = try DelimitedFile.open(path: file, name: file)
        if records {
            Terminal.show(table.findings)
            printRecords(table)
        } else {
            let profile = table.profile()
            if format == .json {
                print(json(table, profile))
            } else {
                Terminal.show(table.findings + profile.findings)
                show(table, profile)
            }
        }
        if table.findings.stops() { throw ExitCode(1) }
    }

    private func printRecords(_ table: DelimitedFile) {
        func line(_ cells: [String]) {
            print(format == .json ? JSON.array(cells.map { .string($0) }).description : cells.joined(separator: "\t"))
        }
        line(table.header)
        table.forEachRecord { record in
            line((0..<record.count).map { record.text($0) })
            return true
        }
    }

    private func show(_ table: DelimitedFile, _ profile: FileProfile) {
        let dialect = table.dialect
        print("\(file): \(profile.rows) rows, \(profile.columns.count) columns")
        print(
            "  \(dialect.encoding.rawValue)\(dialect.bom ? " with BOM" : ""), delimiter \(name(dialect.delimiter)), "
                + "\(dialect.quote.map { "quote \(name($0)), escape \(dialect.escape.rawValue)" } ?? "no quotes"), "
                + "line ending \(dialect.lineEnding.rawValue)")
        print(
            "  \(dialect.preambleRows) lines above the header, \(dialect.headerRows) header rows, "
                + "\(dialect.footerRows) rows of notes")
        for column in profile.columns {
            let missing = column.missing.sorted { $0.key < $1.key }.map { "'\($0.key)' × \($0.value)" }
            print(
                "  \(column.name): \(column.type.rawValue), \(column.values) values"
                    + (missing.isEmpty ? "" : ", missing \(missing.joined(separator: ", "))"))
        }
    }

    private func name(_ byte: UInt8) -> String { byte == 9 ? "tab" : byte == 32 ? "space" : "'\(Unicode.Scalar(byte))'" }

    private func json(_ table: DelimitedFile, _ profile: FileProfile) -> JSON {
        let dialect = table.dialect
        let columns = profile.columns.map { column in
            JSON.object([
                ("name", .string(column.name)), ("type", .string(column.type.rawValue)),
                (
                    "missing",
                    .object(column.missing.sorted { $0.key < $1.key }.map { ($0.key, .integer($0.value)) })
                ),
                ("values", .integer(column.values)),
            ])
        }
        let decimal = profile.columns.compactMap(\.decimalSeparator).first
        return .object([
            ("file", .string(file)), ("encoding", .string(dialect.encoding.rawValue)), ("bom", .bool(dialect.bom)),
            ("delimiter", .string(String(Unicode.Scalar(dialect.delimiter)))),
            ("quote", dialect.quote.map { .string(String(Unicode.Scalar($0))) } ?? .null),
            ("escape", .string(dialect.escape.rawValue)), ("lineEnding", .string(dialect.lineEnding.rawValue)),
            ("decimal", decimal.map { .string(String(Unicode.Scalar($0))) } ?? .null),
            ("preambleRows", .integer(dialect.preambleRows)), ("headerRows", .integer(dialect.headerRows)),
            ("footerRows", .integer(dialect.footerRows)), ("rows", .integer(profile.rows)),
            ("columns", .array(columns)),
            ("findings", .array((table.findings + profile.findings).map { .string($0.description) })),
        ])
    }
}
