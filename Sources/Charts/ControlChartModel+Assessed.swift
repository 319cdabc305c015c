public import Assessment
import Sentences
public import Vocabulary
public import Wording

/// Fewer figures than this are no chart: nothing says what is usual for them.
private let fewestFigures = 8

/// Whether the figures keep to what is usual for them, period by period; nil with fewer than eight figures.
public func controlChart<E: Publishable>(
    _ a: Assessed<E>, style: ChartStyle, phrases: Phrases, measure: any TextMeasure, sampleNotice: String
) -> Scene? {
    let words = ChartWords(phrases: phrases, unit: a.description.unit)
    guard let reading = a.control, reading.points.count(where: { $0.charted != nil }) >= fewestFigures else {
        return nil
    }
    var model = ControlChartModel(reading, of: a.detail ?? a.annual, a.description, words)
    model.notice = sampleNotice
    return controlChart(model, style: style, measure: measure)
}

extension ControlChartModel {
    /// - Parameter series: the published series the reading was made from.
    init(_ reading: ControlReading, of series: AssessedSeries, _ description: IndicatorDescription, _ words: ChartWords)
    {
        let axis = TimeAxis(reading.points.map(\.period))
        let charted = ChartedSeries(reading, series, description, words)
        let first = reading.points.firstIndex { charted.value($0) != nil } ?? 0
        self.init(points: reading.points[first...].map { Point($0, charted, axis) })
        self.axis = axis
        language = words.language
        levels = reading.levels.compactMap { level in
            guard reading.silence != .overlapping, let mean = level.mean, !level.isTooShort else { return nil }
            let times = reading.points[first...].map(\.period).filter { level.first <= $0 && $0 <= level.last }
            guard let start = times.first, let end = times.last else { return nil }
            return Level(first: axis.time(of: start), last: axis.time(of: end), mean: mean)
        }
        if !charted.isSeasonal, let target = description.target {
            let text = words.phrases(
                "chart.target.value", ["year": String(target.year), "value": words.targetFigure(target)])
            goal = Goal(levels: [target.value] + (target.upper.map { [$0] } ?? []), text: text)
        }
        setSurroundings(description, words, isSeasonal: charted.isSeasonal)
        setTexts(reading, description, charted)
    }

    private mutating func setSurroundings(
        _ description: IndicatorDescription, _ words: ChartWords, isSeasonal: Bool
    ) {
        let axis = axis
        bands = description.exceptional.map {
            LineChartModel.Band(
                from: axis.moment($0.from.startMonth), to: axis.moment($0.to.endMonth), note: words.exceptionalNote)
        }
        breaks = description.breaks.map { axis.moment($0.at.startMonth) }
        breakNote = words.phrases("chart.break")
        limits =
            isSeasonal ? -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude : words.limits
        minimumSpan = words.minimumSpan(points.compactMap(\.point.value))
        let axisText = words.axis(description)
        unit = isSeasonal ? words.phrases("chart.control.season", ["axis": axisText]) : axisText
    }

    private mutating func setTexts(
        _ reading: ControlReading, _ description: IndicatorDescription, _ charted: ChartedSeries
    ) {
        let words = charted.words
        // Words beside the plot are about the newest level, and only where it has limits.
        let newest = reading.silence == nil ? points.last { $0.low != nil && $0.high != nil } : nil
        func said(_ key: String, _ value: Double?) -> String {
            value.map { words.phrases(key, ["value": charted.text($0)]) } ?? ""
        }
        highText = said("chart.control.above", newest?.high)
        lowText = said("chart.control.below", newest?.low)
        meanText = newest == nil ? "" : said("chart.control.mean", levels.last?.mean)
        latestFigure = latest?.point.value.map(charted.text) ?? ""
        signalText = newestSignal.flatMap { one in
            one.point.value.map {
                words.phrases("chart.point", ["period": one.point.period, "value": charted.text($0)])
            }
        } ?? ""
        meaningNames = [
            .improvement: words.phrases("chart.control.improvement"),
            .concern: words.phrases("chart.control.concern"), .unusual: words.phrases("chart.control.unusual"),
        ]
        provisionalName = words.phrases("flag.provisional")
        if let level = reading.levels.last, newest != nil, level.isPreliminary {
            limitsNote = words.phrases("chart.control.preliminary", ["count": "\(level.count)"])
        }
        heading = description.title(words.language)
        title = charted.drift ?? ControlStanding(reading).map { controlSentence($0, words.phrases) } ?? ""
        summary = words.controlSummary(reading, description, unit: unit, drift: charted.drift)
    }
}

/// What is charted of a series, and in which words.
private struct ChartedSeries {
    let words: ChartWords
    let isSeasonal: Bool
    /// The figure has moved all through the period: single periods say less than the development, and none is marked.
    let drift: String?
    let exceptional: [ExceptionalPeriod]
    private let published: [Period: AssessedPoint]
    private let yearBefore: [Int: Double]
    private let rules: [Period: ControlSignal]
    /// The first period of each level but the first.
    private let beginnings: Set<Period>

    init(
        _ reading: ControlReading, _ series: AssessedSeries, _ description: IndicatorDescription, _ words: ChartWords
    ) {
        self.words = words
        isSeasonal = reading.kind == .yearOverYear
        drift = driftSentence(reading, words.phrases)
        exceptional = description.exceptional
        published = Dictionary(series.points.map { ($0.period, $0) }, uniquingKeysWith: { first, _ in first })
        yearBefore = Dictionary(
            series.points.compactMap { point in point.value.map { (point.period.startMonth + 12, $0) } },
            uniquingKeysWith: { first, _ in first })
        beginnings = Set(reading.levels.dropFirst().map(\.first))
        var rules: [Period: ControlSignal] = [:]
        let signals = controlSignals(reading, description.direction)
        for point in reading.points where point.rule != nil && drift == nil {
            rules[point.period] = signals.first { $0.first <= point.period && point.period <= $0.last }
        }
        self.rules = rules
    }

    /// The figure, or how far it is from the one of the year before, provisional and exceptional ones too.
    func value(_ point: ControlPoint) -> Double? {
        guard isSeasonal else { return point.value }
        if let charted = point.charted { return charted }
        guard let value = point.value, let before = yearBefore[point.period.startMonth] else { return nil }
        return value - before
    }

    func text(_ value: Double) -> String {
        isSeasonal ? numberText(value, decimals: words.unit.decimals, words.language, signed: true) : words.label(value)
    }

    /// A change where it stands alone, with its unit.
    private func full(_ change: Double) -> String {
        words.unit.differenceText(change, words.language, signed: true)
    }

    /// `Januar 2026: 6,4 %, over den øvre grænse for de sædvanlige udsving`.
    func label(_ point: ControlPoint) -> String {
        let name = point.period.name(words.language)
        guard let shown = published[point.period], point.value != nil else {
            let state = published[point.period]?.state ?? .missing
            return words.phrases("chart.point.state", ["period": name, "state": words.lowered(words.state(state))])
        }
        var label = words.hitLabel(name, shown, exceptional: exceptional)
        if isSeasonal, let change = value(point) {
            label = words.phrases(
                "chart.point.change", ["period": name, "change": full(change), "value": words.full(shown.value ?? 0)])
            if shown.isProvisional { label += ", " + words.phrases("flag.provisional.inline") }
        }
        guard let signal = rules[point.period] else { return label }
        let season = signal.isSeasonal ? "season." : ""
        let rule = "control.rule.\(season)\(signal.rule.rawValue).\(signal.isUpwards ? "up" : "down")"
        return label + ", " + words.phrases(rule)
    }

    func startsAnew(_ point: ControlPoint) -> Bool { beginnings.contains(point.period) }

    func gapNote(_ point: ControlPoint) -> String {
        // A year-on-year chart has no change where the year before is unknown; the figure itself is not missing.
        guard point.value == nil else { return "" }
        let state = published[point.period]?.state ?? .missing
        return state == .notApplicable ? "" : words.shortState(state)
    }
}

extension ControlChartModel.Point {
    fileprivate init(_ point: ControlPoint, _ charted: ChartedSeries, _ axis: TimeAxis) {
        let meaning: ControlChartModel.Meaning =
            switch charted.drift == nil ? point.meaning : .ordinary {
            case .ordinary: .ordinary
            case .improvement: .improvement
            case .concern: .concern
            case .neutralHigh, .neutralLow: .unusual
            }
        self.init(
            LineChartModel.Point(
                time: axis.time(of: point.period), value: charted.value(point),
                period: point.period.shortName(charted.words.language), label: charted.label(point),
                gapNote: charted.gapNote(point), isProvisional: point.isProvisional,
                startsAnew: charted.startsAnew(point)),
            low: point.low, high: point.high, meaning: meaning)
    }
}

extension TimeAxis {
    /// Years where the figures are for whole years, else parts of years.
    init(_ periods: [Period]) {
        if !periods.isEmpty, periods.allSatisfy({ $0.grain == .schoolYear || $0.grain == .schoolWindow }) {
            self = .schoolYears
        } else if periods.allSatisfy({ $0.months >= 12 }) {
            self = .years
        } else {
            self = .months
        }
    }

    /// Where the figure of a period stands, in decimal years: a year at its number, a shorter one at its beginning.
    func time(of period: Period) -> Double {
        guard self == .months else { return Double(period.reportingYear) }
        return (Double(period.startMonth) + Double(max(period.day, 1) - 1) / 31) / 12
    }
}

extension ChartWords {
    /// What the axis shows, where the figures usually lie, and the newest that do not.
    fileprivate func controlSummary(
        _ reading: ControlReading, _ description: IndicatorDescription, unit axis: String, drift: String?
    ) -> String {
        var sentences = [axis.isEmpty ? "" : axis + "."]
        sentences.append(rangeSentence(reading, unit, phrases) ?? "")
        if let drift {
            sentences.append(drift)
        } else {
            let signals = controlSignals(reading, description.direction).prefix(3).map { signalText($0, phrases) }
            sentences.append(signals.isEmpty ? "" : phrases("control.signals") + " " + signals.joined(separator: " "))
        }
        sentences.append(phrases("chart.keys"))
        return sentences.filter { !$0.isEmpty }.joined(separator: " ")
    }
}
