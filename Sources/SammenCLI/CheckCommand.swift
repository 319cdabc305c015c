import ArgumentParser
import Catalogue
import Findings
import Indicators
import Store
import Vocabulary

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Say everything that can be said without publishing.",
        discussion: "Reads config.json, Metrics/ and Data/, computes and clears; writes no page.\nExample: sammen check --strict")

    @OptionGroup var options: ProjectOptions

    func run() throws {
        let opened = try OpenedProject(folder: try options.folder(), strict: options.strict)
        let account = try opened.load()
        var findings = opened.findings + account.findings + opened.trackedPersonalFiles()
        if !findings.stops(strict: options.strict) {
            let (indicators, computed) = try opened.compute(for: Public.self)
            findings += computed + (try opened.definitionFindings(indicators))
            for indicator in indicators {
                findings += opened.assess(indicator, as: Public.self).findings
                // Where a fault was found, that is what is to be mended; one made from others has its figures from them.
                let isFaulty = indicator.computed.findings.contains { $0.severity == .error }
                if indicator.computed.series.rows.isEmpty, indicator.bases.isEmpty, !isFaulty {
                    findings.append(
                        Finding(
                            .warning, "no-figures", "'\(indicator.definition.description.id)' has no figures",
                            at: indicator.definition.place,
                            suggestion: "check 'filter' and the totals of dataset '\(indicator.dataset.name)'"))
                }
            }
        }
        Terminal.show(findings)
        if findings.stops(strict: options.strict) { throw ExitCode(1) }
        let warnings = findings.filter { $0.severity == .warning }.count
        print(
            "\(opened.project.indicators.count) indicators over \(opened.project.datasets.count) datasets: "
                + (warnings == 0 ? "nothing to mend." : "\(warnings) warnings."))
    }
}
