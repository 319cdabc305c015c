public import Assessment
public import Vocabulary
public import Wording

/// The answers behind the figure, a bar a year with the newest first; nil where none are shown.
public func distributionChart<E: Publishable>(
    _ a: Assessed<E>, style: ChartStyle, phrases: Phrases, measure: any TextMeasure, sampleNotice: String,
    targetYear: Int
) -> Scene? {
    let words = ChartWords(phrases: phrases, unit: a.description.unit)
    guard let answers = a.distribution, var model = StackedBarModel(answers, a.description, words) else { return nil }
    model.notice = sampleNotice
    return stackedBarChart(model, style: style, measure: measure)
}

/// What each part is of the whole, a bar a year with the newest first; nil where no such breakdown is shown.
public func sharesChart<E: Publishable>(
    _ a: Assessed<E>, style: ChartStyle, phrases: Phrases, measure: any TextMeasure, sampleNotice: String,
    targetYear: Int
) -> Scene? {
    let words = ChartWords(phrases: phrases, unit: a.description.unit)
    guard let parts = a.shares, var model = StackedBarModel(parts, a.description, words) else { return nil }
    model.notice = sampleNotice
    return stackedBarChart(model, style: style, measure: measure)
}

/// More bars than a reader can set beside each other are not drawn.
private let mostBars = 8

extension StackedBarModel {
    init?(_ answers: AssessedDistribution, _ description: IndicatorDescription, _ words: ChartWords) {
        let language = words.language
        let parts = zip(answers.series, answerRoles(answers.sides)).enumerated().map { place, pair in
            Part(name: pair.0.label(language), role: pair.1, side: answers.sides[place])
        }
        let bars = newestPeriods(answers.series).map { period in
            Bar(answers.series, period, words) { point, series, name in
                (point.value ?? 0, words.full(point.value ?? 0), words.hitLabel(name + ", " + series, point))
            }
        }
        guard bars.contains(where: { !$0.values.isEmpty }) else { return nil }
        self.init(parts: parts, bars: bars)
        unit = words.axis(description)
        title = answers.title(language)
        if title.isEmpty { title = words.phrases("chart.distribution.title") }
        describe(description, words)
    }

    init?(_ breakdown: AssessedBreakdown, _ description: IndicatorDescription, _ words: ChartWords) {
        let language = words.language
        let gathered = GatheredShares(breakdown.series)
        guard gathered.named.count > 1 else { return nil }
        var names = gathered.named.map { $0.label(language) }
        if !gathered.rest.isEmpty { names.append(words.phrases("chart.shares.others")) }
        let bars = newestPeriods(breakdown.series).map { period in
            Bar(gathered, names, period, words)
        }
        guard bars.contains(where: { !$0.values.isEmpty }) else { return nil }
        self.init(parts: zip(names, Role.categories).map { Part(name: $0, role: $1) }, bars: bars)
        unit = words.phrases("chart.shares.unit", ["what": words.lowered(words.axis(description))])
        title = words.phrases("chart.breakdown.title", ["dimension": breakdown.title(language)])
        describe(description, words)
    }

    private mutating func describe(_ description: IndicatorDescription, _ words: ChartWords) {
        language = words.language
        heading = description.title(language)
        let newest = bars.first { !$0.values.isEmpty }?.labels ?? []
        summary = [unit, newest.joined(separator: "; ")].filter { !$0.isEmpty }.joined(separator: ". ") + ". "
            + words.phrases("chart.keys")
    }
}

/// The roles of answers, the strongest at the ends.
private func answerRoles(_ sides: [AnswerSide]) -> [Role] {
    let negatives = sides.count { $0 == .negative }, positives = sides.count { $0 == .positive }
    return sides.indices.map { place in
        switch sides[place] {
        case .negative: place == 0 ? .negative1 : .negative2
        case .middle: .middle
        case .positive: place == sides.count - 1 && (positives > 1 || negatives < 2) ? .positive1 : .positive2
        }
    }
}

private func newestPeriods(_ series: [AssessedSeries]) -> [Period] {
    let periods = Set(series.flatMap { $0.points.map(\.period) })
    return periods.sorted { ($0.endMonth, $0) > ($1.endMonth, $1) }.prefix(mostBars).map { $0 }
}

/// The parts of a whole that are told by name, the largest of the newest year first, and those told together.
private struct GatheredShares {
    let named: [AssessedSeries]
    let rest: [AssessedSeries]

    init(_ series: [AssessedSeries]) {
        let known = series.filter { $0.latest != nil }
        let most = Role.categories.count
        guard known.count > most else {
            (named, rest) = (known, [])
            return
        }
        let largest = Set(
            known.indices.sorted { (-(known[$0].latest?.value ?? 0), $0) < (-(known[$1].latest?.value ?? 0), $1) }
                .prefix(most - 1))
        named = known.indices.filter(largest.contains).map { known[$0] }
        rest = known.indices.filter { !largest.contains($0) }.map { known[$0] }
    }
}

extension StackedBarModel.Bar {
    /// A year of answers: all of them, or none.
    fileprivate init(
        _ series: [AssessedSeries], _ period: Period, _ words: ChartWords,
        _ told: (AssessedPoint, String, String) -> (value: Double, figure: String, label: String)
    ) {
        let points = series.map { series in series.points.last { $0.period == period } }
        let shown = points.compactMap { $0 }.filter { $0.state == .shown && ($0.value ?? -1) >= 0 }
        let name = period.name(words.language)
        guard shown.count == series.count else {
            self.init(without: points, period, words)
            return
        }
        let parts = zip(shown, series).map { told($0, $1.label(words.language), name) }
        self.init(
            name: words.barName(period, shown), values: parts.map(\.value), figures: parts.map(\.figure),
            labels: parts.map(\.label), isProvisional: shown.contains(where: \.isProvisional))
    }

    /// A year of shares. A part without a figure in a year that others have is not there; one that is hidden, or cannot be
    /// known, leaves the whole unknown.
    fileprivate init(_ gathered: GatheredShares, _ names: [String], _ period: Period, _ words: ChartWords) {
        func points(_ series: [AssessedSeries]) -> [AssessedPoint] {
            series.compactMap { series in series.points.last { $0.period == period } }
        }
        let all = points(gathered.named + gathered.rest), name = period.name(words.language)
        let total = all.reduce(0) { $0 + ($1.value ?? 0) }
        guard all.allSatisfy({ $0.state == .shown && ($0.value ?? -1) >= 0 }), total > 0 else {
            self.init(without: all, period, words)
            return
        }
        var parts = gathered.named.map { points([$0])[...].first?.value ?? 0 }
        if !gathered.rest.isEmpty { parts.append(points(gathered.rest).reduce(0) { $0 + ($1.value ?? 0) }) }
        let percent = UnitOfMeasure(kind: .percent)
        let shares = parts.map { $0 / total * 100 }
        self.init(
            name: words.barName(period, all), values: shares,
            figures: shares.map { percent.text($0, words.language) },
            labels: parts.indices.map { place in
                let point = words.phrases(
                    "chart.point", ["period": name + ", " + names[place], "value": words.full(parts[place])])
                let share = percent.text(shares[place], words.language)
                return words.phrases("chart.shares.point", ["point": point, "share": share])
            }, isProvisional: all.contains(where: \.isProvisional))
    }

    /// A year that is not told, for the gravest of the reasons.
    private init(without points: [AssessedPoint?], _ period: Period, _ words: ChartWords) {
        let isHidden = points.contains { $0?.state == .hidden }
        let why = words.state(isHidden ? .hidden : .missing)
        self.init(
            name: words.barName(period, []), values: [], figures: [],
            labels: [
                words.phrases(
                    "chart.point.state", ["period": period.name(words.language), "state": words.lowered(why)])
            ], note: why, isHidden: isHidden)
    }
}

extension ChartWords {
    /// The year, and that its figures may still change.
    fileprivate func barName(_ period: Period, _ points: [AssessedPoint]) -> String {
        let name = period.shortName(language)
        return points.contains(where: \.isProvisional) ? name + ", " + phrases("flag.provisional.inline") : name
    }
}
