import Assessment
import Vocabulary
import Wording

/// The words a chart says about figures, each found once.
struct ChartWords {
    let phrases: Phrases
    let unit: UnitOfMeasure

    var language: Language { phrases.language }

    /// What a figure says beside its mark: shares with their sign, others bare, since the axis says the unit.
    func label(_ value: Double) -> String {
        unit.kind == .percent ? unit.text(value, language) : unit.bare(value, language)
    }

    /// A figure where it stands alone, with its unit.
    func full(_ value: Double) -> String { unit.text(value, language) }

    func targetName(_ target: Target) -> String { phrases("chart.target", ["year": String(target.year)]) }

    func targetFigure(_ target: Target) -> String {
        guard let upper = target.upper else { return label(target.value) }
        return unit.bare(target.value, language) + "–" + label(upper)
    }

    /// `2025: 4,9 %, 1.234 personer, foreløbigt tal`, or why there is no figure.
    func hitLabel(_ name: String, _ point: AssessedPoint, exceptional: [ExceptionalPeriod] = []) -> String {
        guard point.state == .shown, let value = point.value else {
            return phrases("chart.point.state", ["period": name, "state": lowered(state(point.state))])
        }
        var values = ["period": name, "value": full(value)]
        if let count = point.count { values["count"] = countText(count, language) }
        var parts = [phrases(point.count == nil ? "chart.point" : "chart.point.count", values)]
        if point.isProvisional { parts.append(phrases("flag.provisional.inline")) }
        let reason = exceptional.first {
            $0.covers(point.period) || point.isExceptional && $0.from < point.period && $0.to.overlaps(point.period)
                || point.isExceptional && $0.from.overlaps(point.period)
        }?.reason(language)
        if let reason, !reason.isEmpty {
            parts.append(reason)
        } else if point.isExceptional {
            parts.append(lowered(phrases("flag.exceptional")))
        }
        return parts.joined(separator: ", ")
    }

    func state(_ state: FigureState) -> String {
        switch state {
        case .shown: phrases("state.shown")
        case .hidden: phrases("state.hidden")
        case .missing: phrases("state.missing")
        case .notApplicable: phrases("state.notApplicable")
        case .awaiting: phrases("state.awaiting")
        }
    }

    /// The same where there is little room.
    func shortState(_ state: FigureState) -> String {
        state == .hidden ? phrases("state.hidden.short") : self.state(state)
    }

    func lowered(_ text: String) -> String {
        guard let first = text.first else { return text }
        return first.lowercased() + text.dropFirst()
    }

    /// What figures of this kind can be.
    var limits: ClosedRange<Double> {
        switch unit.kind {
        case .percent: 0...100
        case .perThousand: 0...1000
        case .number, .score: 0...Double.greatestFiniteMagnitude
        }
    }

    /// The shortest span an axis may show, so that wobbles stay wobbles.
    func minimumSpan(_ values: [Double]) -> Double {
        let largest = values.map(\.magnitude).max() ?? 0
        var least = 1.0
        for _ in 0..<unit.decimals { least /= 10 }
        switch unit.kind {
        case .percent: return 2
        case .score: return 0.5
        case .perThousand, .number: return max(largest * 0.1, least * 4)
        }
    }
}
