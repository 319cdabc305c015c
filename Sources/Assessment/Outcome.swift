public import Vocabulary

/// How an indicator stands towards its target (trend_forecast §6: own rule, in order).
public enum Verdict: String, Sendable, CaseIterable, Hashable {
    case achieved, onTrack, likely, possible, offTrack, wrongWay, noClearTrend
    case betterThanBaseline, asBaseline, worseThanBaseline
    case held, notHeld, insufficientData, awaiting, context

    /// The mark it bears and the group it is counted in.
    public var mark: VerdictMark {
        switch self {
        case .achieved, .held: .reached
        case .onTrack, .likely: .onTrack
        case .offTrack: .tooSlow
        case .wrongWay, .notHeld: .wrongWay
        case .possible, .noClearTrend, .insufficientData, .asBaseline, .betterThanBaseline, .worseThanBaseline:
            .cannotTell
        case .awaiting: .awaiting
        case .context: .none
        }
    }
}

/// Shape and tally group of a verdict: ▲ ● ◆ ▼ ○ ◷ and none.
public enum VerdictMark: String, Sendable, CaseIterable, Hashable {
    case reached, onTrack, tooSlow, wrongWay, cannotTell, awaiting, none
}

/// A figure at a point in time.
public struct Observation: Hashable, Sendable {
    public var period: Period
    /// In the indicator's unit of measure.
    public var value: Double
    /// 95 % interval where the method gives one.
    public var low: Double?
    public var high: Double?
    /// Persons or answers behind it, where shown.
    public var count: Int?

    public init(period: Period, value: Double, low: Double? = nil, high: Double? = nil, count: Int? = nil) {
        self.period = period
        self.value = value
        self.low = low
        self.high = high
        self.count = count
    }
}

/// Change per year, in the indicator's unit of measure.
public struct Pace: Hashable, Sendable {
    /// Theil–Sen slope in the window.
    public var actual: Double?
    /// From the latest figure to the target.
    public var needed: Double?
    /// From the figure three years before the latest to the latest, divided by three.
    public var lastThreeYears: Double?

    public init(actual: Double? = nil, needed: Double? = nil, lastThreeYears: Double? = nil) {
        self.actual = actual
        self.needed = needed
        self.lastThreeYears = lastThreeYears
    }
}

/// Where the least-squares line leads in the target year, with prediction intervals; not clamped.
public struct Projection: Hashable, Sendable {
    public var year: Int
    public var value: Double
    public var low80: Double
    public var high80: Double
    public var low95: Double
    public var high95: Double
    /// The fan from the latest figure on, one entry a year: (year, value, low80, high80).
    public var path: [ProjectedYear]

    public init(
        year: Int, value: Double, low80: Double, high80: Double, low95: Double, high95: Double,
        path: [ProjectedYear] = []
    ) {
        self.year = year
        self.value = value
        self.low80 = low80
        self.high80 = high80
        self.low95 = low95
        self.high95 = high95
        self.path = path
    }
}

/// One year of a projection.
public struct ProjectedYear: Hashable, Sendable {
    public var year: Int
    public var value: Double
    public var low80: Double
    public var high80: Double

    public init(year: Int, value: Double, low80: Double, high80: Double) {
        self.year = year
        self.value = value
        self.low80 = low80
        self.high80 = high80
    }
}

/// Chance of meeting the target, in words: ≥90 %, 66–90, 33–66, 10–33, <10.
public enum Chance: String, Sendable, CaseIterable, Hashable {
    case veryLikely, likely, uncertain, lessLikely, unlikely
}

/// Where the latest figure stands beside the straight path from baseline to target.
public enum PathPosition: String, Sendable, CaseIterable, Hashable {
    case ahead, behind
}

/// The years a trend is computed over.
public struct TrendWindow: Hashable, Sendable {
    public var first: Period
    public var last: Period
    public var points: Int

    public init(first: Period, last: Period, points: Int) {
        self.first = first
        self.last = last
        self.points = points
    }
}

/// All that is said of an indicator towards its target. Plain numbers, computed from shown figures only.
public struct Outcome: Hashable, Sendable {
    public var verdict: Verdict
    public var latest: Observation?
    /// The figure at the declared baseline.
    public var baseline: Observation?
    /// The figure furthest from the latest inside the last ten years, for "fallen from 6,1 % in 2022 to …".
    public var turn: Observation?
    /// Target minus latest, in the unit of measure; nil without a target or a figure.
    public var distance: Double?
    public var pace: Pace
    public var window: TrendWindow?
    public var projection: Projection?
    public var chance: Chance?
    /// The latest meets the target but the 80 % projection leaves it again.
    public var movingAway: Bool
    public var position: PathPosition?
    /// Usable points: after the last break, not provisional, not exceptional, not overlapping.
    public var usablePoints: Int

    public init(
        verdict: Verdict, latest: Observation? = nil, baseline: Observation? = nil, turn: Observation? = nil,
        distance: Double? = nil, pace: Pace = Pace(), window: TrendWindow? = nil, projection: Projection? = nil,
        chance: Chance? = nil, movingAway: Bool = false, position: PathPosition? = nil, usablePoints: Int = 0
    ) {
        self.verdict = verdict
        self.latest = latest
        self.baseline = baseline
        self.turn = turn
        self.distance = distance
        self.pace = pace
        self.window = window
        self.projection = projection
        self.chance = chance
        self.movingAway = movingAway
        self.position = position
        self.usablePoints = usablePoints
    }
}
