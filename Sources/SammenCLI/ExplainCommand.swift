import ArgumentParser
import Assessment
import Catalogue
import Disclosure
import Findings
import Foundation
import Indicators
import Sentences
import Store
import Vocabulary
import Wording

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Tell where a figure comes from and how the verdict was reached.",
        discussion: "For the one who holds the data: shows counts that pages do not.\nExample: sammen explain sygefravaer --period 2025")

    @OptionGroup var options: ProjectOptions
    @Argument(help: "The indicator's name.") var indicator: String
    @Option(help: "A unit's code (default: the whole organisation).") var unit: String?
    @Option(help: "A period, 2024 or 2024M05 (default: the newest).") var period: String?

    func run() throws {
        let opened = try OpenedProject(folder: try options.folder(), strict: options.strict)
        let definition = try opened.indicator(indicator)
        let account = try opened.store.load(
            opened.project, tree: opened.tree, only: opened.datasets(of: definition))
        guard !account.findings.stops(strict: options.strict) else { throw Refusal(opened.findings + account.findings) }
        if let unit, opened.tree[UnitCode(unit)] == nil { throw Refusal(opened.unknownUnit(unit)) }
        if let period, Period(period) == nil { throw Refusal(notAPeriod(period)) }
        let (computed, findings) = try opened.compute(only: [indicator], for: Public.self)
        let all = opened.findings + account.findings + findings
        guard !all.stops(strict: options.strict), let one = computed.first else { throw Refusal(all) }
        let code = unit.map { UnitCode($0) } ?? opened.project.description.root
        // What is made from others has figures only when theirs are released.
        let figures = one.bases.isEmpty ? one.computed.series.rows : opened.deskCells(one)
        let rows = figures.filter { $0.key.unit == code && $0.key.by.isEmpty }
        let wanted = period.flatMap { Period($0) }
        guard let row = rows.last(where: { wanted == nil ? $0.key.period.months >= 12 : $0.key.period == wanted })
                ?? (wanted == nil ? rows.last : nil)
        else {
            throw Refusal(
                Finding(
                    .error, "no-figures", "'\(indicator)' has no figure for unit \(code) in \(period ?? "any period")",
                    at: definition.place, suggestion: "see: sammen query \(indicator) --edition desk"))
        }
        Terminal.note("For the desk: counts below are not cleared for anyone.")
        try explain(opened, one, row.key, row.cell)
        verdict(opened, one)
    }

    private func explain(_ opened: OpenedProject, _ one: ComputedIndicator, _ key: SeriesKey, _ cell: Cell) throws {
        let definition = one.definition
        print("\(definition.description.title(.danish)), \(key.period), \(opened.tree[key.unit]?.name(.danish) ?? "")")
        print("  defined in   \(definition.place)")
        if one.bases.isEmpty {
            print("  measure      \(definition.measure.rawValue) over dataset '\(definition.dataset)'")
        } else {
            print("  measure      \(definition.measure.rawValue) of \(definition.derivation!.bases.joined(separator: ", "))")
        }
        if let other = definition.otherDenominator { print("  joined with  dataset '\(other.dataset)' on period and unit") }
        print("  formula      \(definition.description.formula)")
        print("  query        \(one.query)")
        print("  numerator    \(cell.numerator?.description ?? withoutSums(definition))")
        print("  denominator  \(cell.denominator?.description ?? "–")")
        print("  figure       \(cell.value.map { "\($0)" } ?? cell.state.rawValue)")
        print("  persons      \(cell.persons.map { "\($0)" } ?? "not about persons, or not given")")
        print("  rows         \(cell.rows)")
        for file in try opened.store.files(of: definition.dataset) {
            print("  file         \(file.name), \(file.loaded) rows, SHA-256 \(file.sha256)")
        }
        let reasons = opened.release(one, as: Public.self).reasons
        let primary = reasons.values.filter { $0 == .primary }.count
        print("  not shown    \(primary) figures for too few persons, \(reasons.count - primary) to protect those (public)")
        if let reason = reasons[key] { print("  this figure  is not shown in the public edition (\(reason.rawValue))") }
    }

    private func withoutSums(_ definition: IndicatorDefinition) -> String {
        if definition.tallied != nil { return "none: made from every value of '\(definition.description.formula)'" }
        return definition.derivation == nil ? "as published" : "none: made from the figures of other indicators"
    }

    private func verdict(_ opened: OpenedProject, _ one: ComputedIndicator) {
        let outcome = opened.assess(one, as: Public.self).assessed.outcome
        let phrases = Phrases(.english)
        print("Verdict of the public edition: \(verdictText(outcome, phrases)) (\(outcome.verdict.rawValue))")
        print("  usable points  \(outcome.usablePoints)")
        if let window = outcome.window { print("  window         \(window.first)–\(window.last), \(window.points) points") }
        if let pace = outcome.pace.actual { print("  pace           \(pace) a year (Theil–Sen)") }
        if let needed = outcome.pace.needed { print("  needed         \(needed) a year") }
        if let recent = outcome.pace.lastThreeYears { print("  last 3 years   \(recent) a year") }
        if let projection = outcome.projection {
            print("  projection     \(projection.year): \(projection.value), 80 % \(projection.low80)–\(projection.high80)")
        }
        print("  " + leadSentence(one.definition.description, outcome, phrases))
    }
}

extension OpenedProject {
    /// The figures of an indicator made from others, as the desk sees them.
    fileprivate func deskCells(_ one: ComputedIndicator) -> [(key: SeriesKey, cell: Cell)] {
        release(one, as: Desk.self).released.rows.map { key, figure in
            let cell = Cell(
                state: figure.state, numerator: figure.numerator, denominator: figure.denominator, value: figure.value,
                persons: figure.count)
            return (key, cell)
        }
    }
}
