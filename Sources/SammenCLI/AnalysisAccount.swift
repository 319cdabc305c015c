import Assessment
import Foundation
import Statistics
import Vocabulary

extension AnalysisReport {
    /// The analysis in words, numbers to four digits.
    func text(file: String, column: String) -> String {
        let values = analysis.values
        var span = ""
        if let first = analysis.series.places.first?.period, let last = analysis.series.places.last?.period {
            span = ", \(first.key) to \(last.key)"
        }
        var lines = ["\(file), \(column): \(values.count) \(values.count == 1 ? "value" : "values")\(span)"]
        if let mean = Statistics.mean(values) { lines.append(line("mean", short(mean))) }
        lines += chartLines + trendLines + aheadLines
        lines.append(line("verdict", words(analysis.outcome.verdict.rawValue)))
        if let growth = analysis.growth, let value = growth.value {
            let told = analysis.question.target == nil ? "\(short(100 * value)) % a year" : "ratio \(short(value))"
            let aside = "the global goals' measure, for comparison"
            lines.append(line("growth", "\(words(growth.status.word)), \(told) (\(aside))"))
        }
        lines += analysis.notes.map { "  note: \($0)" }
        return lines.joined(separator: "\n")
    }

    private var chartLines: [String] {
        guard let group = analysis.chart?.groups.last, let mean = group.mean else { return [] }
        let isTested = analysis.isTested(group)
        let limits = isTested ? group.limits.map { ", limits \(short($0.low)) to \(short($0.high))" } : nil
        var lines = [line("control chart", "mean \(short(mean))\(limits ?? ", no limits")")]
        lines += signalLines
        if analysis.variation != .commonCause { lines.append(line("newest value", analysis.variation.word)) }
        switch analysis.assurance {
        case .consistentlyMet: lines.append(line("target", "ordinary variation meets it every time"))
        case .consistentlyMissed: lines.append(line("target", "ordinary variation misses it every time"))
        case .inconsistent: lines.append(line("target", "ordinary variation meets it some times and misses it others"))
        case .notAssessable, nil: break
        }
        return lines
    }

    /// Neighbours with the same signal share a line.
    private var signalLines: [String] {
        var told: [(first: String, last: String, words: String)] = []
        var previous = -1
        for (index, place) in analysis.places.enumerated() {
            guard let signal = place.signal else { continue }
            let name = place.period?.key ?? "step \(index + 1)"
            let good = place.meaning.word == "neutral" ? "" : ", \(place.meaning.word)"
            if previous == index - 1, told.last?.words == words(signal) + good {
                told[told.count - 1].last = name
            } else {
                told.append((name, name, words(signal) + good))
            }
            previous = index
        }
        return told.map { "    \($0.first == $0.last ? $0.first : "\($0.first) to \($0.last)"): \($0.words)" }
    }

    private var trendLines: [String] {
        guard let trend = analysis.movement else { return [] }
        let line = trend.line
        return [
            self.line(
                "trend",
                "\(signed(line.slope)) \(pace) (95 %: \(signed(line.low)) to \(signed(line.high))), "
                    + "Mann–Kendall S \(trend.s), p \(trend.p < 0.0001 ? "below 0.0001" : short(trend.p))")
        ]
    }

    private var aheadLines: [String] {
        var lines: [String] = []
        if let projection = analysis.outcome.projection {
            lines.append(
                line(
                    "projection",
                    "\(projection.year): \(short(projection.value)) "
                        + "(80 %: \(short(projection.low80)) to \(short(projection.high80)), "
                        + "95 %: \(short(projection.low95)) to \(short(projection.high95)))"))
        }
        if let needed = analysis.outcome.pace.needed {
            let actual = analysis.outcome.pace.actual.map { "\(signed($0)) \(pace), " } ?? ""
            lines.append(line("pace", "\(actual)needed \(signed(needed)) \(pace)"))
        }
        return lines
    }

    private var pace: String { analysis.series.grain == nil ? "a step" : "a year" }

    private func line(_ name: String, _ text: String) -> String {
        "  \(name)\(String(repeating: " ", count: max(1, 15 - name.count)))\(text)"
    }

    private func words(_ signal: ControlChartSignal) -> String {
        switch signal.rule {
        case .outside: signal.isHigh ? "above the limits" : "below the limits"
        case .trend: signal.isHigh ? "seven or more rising in a row" : "seven or more falling in a row"
        case .twoOfThree: signal.isHigh ? "two of three near the upper limit" : "two of three near the lower limit"
        case .shift: signal.isHigh ? "seven or more in a row above the mean" : "seven or more in a row below the mean"
        }
    }

    /// `noClearTrend` as `no clear trend`.
    private func words(_ name: String) -> String {
        name.map { $0.isUppercase ? " \($0.lowercased())" : String($0) }.joined()
    }

    private func signed(_ number: Double) -> String { number > 0 ? "+\(short(number))" : short(number) }

    /// Four digits, or all of those before the point; no zeros at the end.
    private func short(_ number: Double) -> String {
        guard number != 0 else { return "0" }
        let decimals = min(max(3 - Int(log10(abs(number)).rounded(.down)), 0), 6)
        var text = String(format: "%.\(decimals)f", number)
        if decimals > 0 {
            while text.hasSuffix("0") { text.removeLast() }
            if text.hasSuffix(".") { text.removeLast() }
        }
        return text == "-0" ? "0" : text
    }
}
