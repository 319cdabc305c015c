public import Assessment
public import Vocabulary
public import Wording

extension ControlStanding {
    /// What a reading says of its newest figure that takes part, or why it says nothing. Whether the usual ups and
    /// downs meet the target is told only while the figure keeps to them: of a level it has left it would be an old
    /// answer.
    public init?(_ reading: ControlReading) {
        guard let newest = reading.points.last, let level = reading.levels.last else { return nil }
        let charted = reading.points.last { $0.charted != nil && $0.level == reading.levels.count - 1 }
        let period = charted?.period ?? newest.period
        if let silence = reading.silence {
            self.init(variation: silence == .overlapping ? .overlapping : .tooFew, period: period)
            return
        }
        guard let meaning = reading.variation else { return nil }
        guard Set(reading.points.compactMap(\.value)).count > 1 else {
            self.init(variation: .unvarying, period: period)
            return
        }
        let isSettled = meaning == .ordinary && reading.drift == nil
        self.init(
            variation: Variation(meaning), assurance: isSettled ? reading.assurance.map(Assurance.init) : nil,
            period: period, isSeasonal: reading.kind == .yearOverYear,
            provisionalCount: level.isPreliminary ? level.count : nil)
    }

    /// That the newest figure is provisional and not assessed; nil where it takes part.
    public init?(provisionalIn reading: ControlReading) {
        guard let newest = reading.points.last(where: { $0.value != nil }), newest.isProvisional else { return nil }
        self.init(variation: .provisional, period: newest.period)
    }
}

/// Where the figure usually lies, by the limits of its newest period: `De sædvanlige udsving går fra 4,1 % til 5,5 %,
/// med 4,8 % i midten.` Of a seasonal series, how much it usually changes from the same season of the year before.
/// Then how many figures that rests on. Nil without limits, or where nothing varies.
public func rangeSentence(_ reading: ControlReading, _ unit: UnitOfMeasure, _ p: Phrases) -> String? {
    guard reading.silence == nil, let level = reading.levels.last, let mean = level.mean else { return nil }
    let charted = reading.points.filter { $0.charted != nil && $0.level == reading.levels.count - 1 }
    guard let first = charted.first, let last = charted.last, let low = last.low, let high = last.high, low < high
    else { return nil }
    let range: String
    if reading.kind == .yearOverYear {
        let text = numberText(low, decimals: unit.decimals, p.language, signed: true)
        range = p(
            "control.range.season", ["low": text, "high": unit.differenceText(high, p.language, signed: true)])
    } else {
        range = p(
            "control.range",
            [
                "low": unit.text(clamped(low, unit), p.language), "high": unit.text(clamped(high, unit), p.language),
                "mean": unit.text(mean, p.language),
            ])
    }
    let basis = p(
        "control.basis",
        [
            "count": countText(level.count, p.language), "first": first.period.name(p.language),
            "last": last.period.name(p.language),
        ])
    return range + " " + basis
}

/// That a figure has moved so far over the years that half of its periods or more stand out, to both sides of one mean;
/// nil otherwise. Single periods then say less than the development.
public func driftSentence(_ reading: ControlReading, _ p: Phrases) -> String? {
    reading.drift.map {
        p("control.drift", ["count": countText($0.signals, p.language), "total": countText($0.total, p.language)])
    }
}

extension ControlReading {
    /// How many of the newest level's figures stand out, where that is half of them or more and to both sides.
    fileprivate var drift: (signals: Int, total: Int)? {
        guard silence == nil else { return nil }
        let charted = points.filter { $0.charted != nil && $0.level == levels.count - 1 }
        let signals = charted.filter { $0.rule != nil }
        let isBothWays = Set(signals.map(\.meaning)).count > 1
        return isBothWays && 2 * signals.count >= charted.count ? (signals.count, charted.count) : nil
    }
}

extension ControlStanding.Variation {
    fileprivate init(_ meaning: ControlMeaning) {
        self =
            switch meaning {
            case .ordinary: .usual
            case .improvement: .improving
            case .concern: .worsening
            case .neutralHigh: .upwards
            case .neutralLow: .downwards
            }
    }
}

extension ControlStanding.Assurance {
    fileprivate init(_ assurance: ControlAssurance) {
        self =
            switch assurance {
            case .consistentlyMet: .met
            case .consistentlyMissed: .missed
            case .inconsistent: .varies
            }
    }
}
