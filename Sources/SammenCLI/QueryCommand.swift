import ArgumentParser
import Assessment
import Catalogue
import Disclosure
import Findings
import Indicators
import Store
import Vocabulary

struct QueryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "query", abstract: "Print the figures of one indicator, as an edition shows them.",
        discussion: "Example: sammen query sygefravaer --by stillingsgruppe --period 2025 --format json")

    @OptionGroup var options: ProjectOptions
    @Argument(help: "The indicator's name.") var indicator: String
    @Option(help: "A breakdown to show; may be given several times.") var by: [String] = []
    @Option(help: "Only this unit (code).") var unit: String?
    @Option(help: "Only this period, 2024 or 2024M05.") var period: String?
    @Option(help: "public, managers or desk.") var edition: EditionName = .public
    @Option(help: "text, json or csv.") var format: OutputFormat = .text

    func run() throws {
        let opened = try OpenedProject(folder: try options.folder(), strict: options.strict)
        let definition = try opened.indicator(indicator)
        let breakdowns = definition.tellableBreakdowns
        for name in by where !breakdowns.contains(name) {
            throw Refusal(
                Finding(
                    .error, "unknown-breakdown", "'\(indicator)' has no breakdown '\(name)'", at: definition.place,
                    suggestion: didYouMean(name, among: breakdowns)
                        ?? "add it under 'by': \(breakdowns.joined(separator: ", "))"))
        }
        let account = try opened.store.load(
            opened.project, tree: opened.tree, only: opened.datasets(of: definition))
        guard !account.findings.stops(strict: options.strict) else { throw Refusal(opened.findings + account.findings) }
        let (computed, findings) =
            edition == .managers
            ? try opened.compute(only: [indicator], for: Managers.self)
            : try opened.compute(only: [indicator], for: Public.self)
        try checkSelection(opened, computed)
        let all = opened.findings + account.findings + findings
        Terminal.show(all)
        guard !all.stops(strict: options.strict), let one = computed.first else { throw ExitCode(1) }
        switch edition {
        case .public: show(opened.release(one, as: Public.self).released, intervals(opened, one, Public.self), one)
        case .managers:
            show(opened.release(one, as: Managers.self).released, intervals(opened, one, Managers.self), one)
        case .desk:
            Terminal.note("Figures of the desk: not cleared for anyone. They stay on this terminal.")
            show(opened.release(one, as: Desk.self).released, [:], one)
        }
    }

    /// A unit or period that does not exist is a mistake, not an empty answer.
    private func checkSelection(_ opened: OpenedProject, _ computed: [ComputedIndicator]) throws {
        if let unit, opened.tree[UnitCode(unit)] == nil { throw Refusal(opened.unknownUnit(unit)) }
        if let period, Period(period) == nil { throw Refusal(notAPeriod(period)) }
    }

    private typealias Intervals = [SeriesKey: (low: Double, high: Double)]

    /// Intervals as assessment gives them for an edition: whole years of all units, shorter periods and groups of the root.
    private func intervals<E: Publishable>(
        _ opened: OpenedProject, _ one: ComputedIndicator, _ edition: E.Type
    ) -> Intervals {
        let assessed = opened.assess(one, as: edition).assessed
        var result: Intervals = [:]
        func add(_ series: AssessedSeries, by: [Category] = []) {
            for point in series.points {
                if let low = point.low, let high = point.high {
                    result[SeriesKey(period: point.period, unit: series.unit.code, by: by)] = (low, high)
                }
            }
        }
        let details = [assessed.detail].compactMap { $0 } + assessed.unitDetails
        for series in [assessed.annual] + assessed.units + details { add(series) }
        for breakdown in assessed.breakdowns {
            for series in breakdown.series {
                add(series, by: [Category(dimension: breakdown.dimension, value: series.label(.danish))])
            }
        }
        return result
    }

    private func show<E>(_ released: Released<E>, _ intervals: Intervals, _ one: ComputedIndicator) {
        let wanted = released.rows.filter { row in
            (unit.map { row.key.unit == UnitCode($0) } ?? true)
                && (period.map { row.key.period == Period($0) } ?? true)
                && row.key.by.map(\.dimension).sorted() == by.sorted()
        }
        switch format {
        case .json: print(json(wanted, intervals, one))
        case .csv: printCSV(wanted, intervals)
        case .text:
            print("\(one.definition.description.title(.danish)) (\(one.definition.description.id))")
            for row in wanted {
                let by = row.key.by.map(\.value).joined(separator: ", ")
                let value = row.figure.value.map { "\($0)" } ?? row.figure.state.rawValue
                print("  \(row.key.period)  \(row.key.unit)\(by.isEmpty ? "" : "  \(by)")  \(value)")
            }
        }
    }

    private typealias Row = (key: SeriesKey, figure: Figure)

    private func json(_ rows: [Row], _ intervals: Intervals, _ one: ComputedIndicator) -> JSON {
        .object([
            ("indicator", .string(one.definition.description.id)),
            ("unit", .string(one.definition.description.unit.kind.rawValue)),
            (
                "rows",
                .array(
                    rows.map { row in
                        .object([
                            ("period", .string(row.key.period.key)), ("unit", .string(row.key.unit.code)),
                            ("by", .object(row.key.by.map { ($0.dimension, .string($0.value)) })),
                            ("value", .optional(row.figure.value)),
                            ("numerator", row.figure.numerator.map { .literal($0.description) } ?? .null),
                            ("denominator", row.figure.denominator.map { .literal($0.description) } ?? .null),
                            ("count", .optional(row.figure.count)),
                            ("low", .optional(intervals[row.key]?.low)), ("high", .optional(intervals[row.key]?.high)),
                            ("state", .string(row.figure.state.rawValue)),
                        ])
                    })
            ),
        ])
    }

    private func printCSV(_ rows: [Row], _ intervals: Intervals) {
        print("period,unit,by,value,numerator,denominator,count,low,high,state")
        for row in rows {
            let by = row.key.by.map { "\($0.dimension)=\($0.value)" }.joined(separator: " ")
            let figure = row.figure
            let cells: [String] = [
                row.key.period.key, row.key.unit.code, "\"\(by.replacing("\"", with: "\"\""))\"",
                figure.value.map { "\($0)" } ?? "", figure.numerator?.description ?? "",
                figure.denominator?.description ?? "", figure.count.map { "\($0)" } ?? "",
                intervals[row.key].map { "\($0.low)" } ?? "", intervals[row.key].map { "\($0.high)" } ?? "",
                figure.state.rawValue,
            ]
            print(cells.joined(separator: ","))
        }
    }
}

extension OpenedProject {
    /// The definition with this name, or a refusal that suggests one.
    func indicator(_ id: String) throws -> IndicatorDefinition {
        if let definition = project.indicator(id) { return definition }
        throw Refusal(
            Finding(
                .error, "unknown-indicator", "no indicator '\(id)'",
                suggestion: didYouMean(id, among: project.indicators.map(\.description.id))
                    ?? "indicators: \(project.indicators.map(\.description.id).joined(separator: ", "))"))
    }
}

extension IndicatorDefinition {
    /// What can be asked for with `--by`: its breakdowns, the answers of its distribution, and the two of its pyramid
    /// together.
    fileprivate var tellableBreakdowns: [String] {
        breakdowns + (answerFormulas.isEmpty ? [] : [Category.answers]) + (description.pyramid?.dimensions ?? [])
    }
}
