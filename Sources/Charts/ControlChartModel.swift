public import Vocabulary

/// What a control chart shows, as plain values; `controlChart` makes one from an assessed indicator.
public struct ControlChartModel: Hashable, Sendable {
    /// What a place means; told by shape as well as colour.
    public enum Meaning: Hashable, Sendable, CaseIterable {
        /// Within what is usual.
        case ordinary
        /// Out of the ordinary, the declared way and the other way.
        case improvement, concern
        /// Out of the ordinary where no way is the good one.
        case unusual
    }

    /// A period: what is charted in it, and what would be usual.
    public struct Point: Hashable, Sendable {
        /// `startsAnew` begins another level.
        public var point: LineChartModel.Point
        /// The limits of what is usual; nil where there are none.
        public var low: Double?
        public var high: Double?
        public var meaning: Meaning

        public init(
            _ point: LineChartModel.Point, low: Double? = nil, high: Double? = nil, meaning: Meaning = .ordinary
        ) {
            self.point = point
            self.low = low
            self.high = high
            self.meaning = meaning
        }
    }

    /// A stretch with one mean, from its first to its last point's time.
    public struct Level: Hashable, Sendable {
        public var first: Double
        public var last: Double
        public var mean: Double

        public init(first: Double, last: Double, mean: Double) {
            self.first = first
            self.last = last
            self.mean = mean
        }
    }

    /// A level or a band to hold, right across.
    public struct Goal: Hashable, Sendable {
        public var levels: [Double]
        /// `Måltal 2030: 4,0 %`.
        public var text: String

        public init(levels: [Double], text: String) {
            self.levels = levels
            self.text = text
        }
    }

    public var points: [Point]
    public var levels: [Level] = []
    public var goal: Goal?
    /// What is written beside the newest limits and mean: `Usædvanligt over 6,2 %`; empty ones are left out.
    public var highText = ""
    public var lowText = ""
    public var meanText = ""
    /// What the newest figure and the newest signal say at their marks.
    public var latestFigure = ""
    public var signalText = ""
    /// What each meaning is called in the key.
    public var meaningNames: [Meaning: String] = [:]
    public var provisionalName = ""
    /// That the limits rest on few figures; empty where they do not.
    public var limitsNote = ""
    public var bands: [LineChartModel.Band] = []
    public var breaks: [Double] = []
    public var breakNote = ""
    public var unit = ""
    public var axis = TimeAxis.months
    public var minimumSpan = 2.0
    public var limits = 0.0...100.0
    public var notice = ""
    public var heading = ""
    public var title = ""
    public var summary = ""
    public var language = Language.danish

    public init(points: [Point]) { self.points = points }

    var line: LineChartModel.Line { LineChartModel.Line(name: "", points: points.map(\.point)) }

    /// How limits are drawn: dashes of many short steps would be no line to the eye.
    var limitStyle: LineStyle {
        zip(points, points.dropFirst()).contains { before, after in
            !after.point.startsAnew && before.low != nil && after.low != nil
                && (before.low != after.low || before.high != after.high)
        } ? .solid : .dashed
    }

    /// The newest place with a figure.
    var latest: Point? { points.last { $0.point.value != nil } }

    /// The newest place out of the ordinary.
    var newestSignal: Point? { points.last { $0.point.value != nil && $0.meaning != .ordinary } }

    var span: ClosedRange<Double> {
        guard let first = points.first?.point.time, let last = points.last?.point.time else { return 0...1 }
        return last > first ? first...last : (first - 1)...(first + 1)
    }

    /// What must be inside the plot: the figures, the target, and the limits of the newest level as they mostly are.
    var values: [Double] {
        let newest = levels.last.map { level in points.filter { $0.point.time >= level.first } } ?? []
        let usual = [newest.compactMap(\.low), newest.compactMap(\.high)].compactMap { limits in
            limits.isEmpty ? nil : limits.sorted()[limits.count / 2]
        }
        return points.compactMap(\.point.value) + (goal?.levels ?? []) + levels.map(\.mean)
            + usual.map { min(max($0, limits.lowerBound), limits.upperBound) }
    }
}

extension ControlChartModel.Meaning {
    /// The marks of the verdicts: ▲ the right way, ▼ the wrong way, ◆ neither.
    func look(radius: Double) -> DotLook {
        switch self {
        case .ordinary: DotLook(shape: .circle, radius: radius, role: .own)
        case .improvement: DotLook(shape: .triangleUp, radius: max(radius * 1.6, 3.4), role: .good)
        case .concern: DotLook(shape: .triangleDown, radius: max(radius * 1.6, 3.4), role: .bad)
        case .unusual: DotLook(shape: .diamond, radius: max(radius * 1.6, 3.4), role: .ink)
        }
    }
}
