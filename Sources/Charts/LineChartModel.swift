public import Vocabulary

/// What a line chart shows, as plain values; `lineChart` makes one from an assessed indicator.
public struct LineChartModel: Hashable, Sendable {
    /// A figure, or the place where one would be.
    public struct Point: Hashable, Sendable {
        /// Decimal years.
        public var time: Double
        public var value: Double?
        /// What its time is called.
        public var period: String
        /// Told when pointed at.
        public var label: String
        /// Why there is no figure, in short.
        public var gapNote: String
        public var isProvisional: Bool
        /// The first after a break: nothing leads to it.
        public var startsAnew: Bool

        public init(
            time: Double, value: Double?, period: String = "", label: String = "", gapNote: String = "",
            isProvisional: Bool = false,
            startsAnew: Bool = false
        ) {
            self.time = time
            self.value = value
            self.period = period
            self.label = label
            self.gapNote = gapNote
            self.isProvisional = isProvisional
            self.startsAnew = startsAnew
        }
    }

    public struct Line: Hashable, Sendable {
        public var name: String
        public var points: [Point]

        public init(name: String, points: [Point]) {
            self.name = name
            self.points = points
        }
    }

    /// Where the series is meant to be.
    public struct Goal: Hashable, Sendable {
        public var kind: Target.Kind
        public var time: Double
        public var value: Double
        public var upper: Double?
        /// `Måltal 2030`.
        public var name: String
        /// `4,0 %`.
        public var figure: String
        /// Where the path to it begins.
        public var from: Point?

        public init(
            kind: Target.Kind, time: Double, value: Double, upper: Double? = nil, name: String, figure: String,
            from: Point? = nil
        ) {
            self.kind = kind
            self.time = time
            self.value = value
            self.upper = upper
            self.name = name
            self.figure = figure
            self.from = from
        }
    }

    /// Where the series goes if nothing changes, a point a year, with its fan.
    public struct Outlook: Hashable, Sendable {
        public struct Year: Hashable, Sendable {
            public var time: Double
            public var value: Double
            public var low: Double
            public var high: Double
            public var label: String

            public init(time: Double, value: Double, low: Double, high: Double, label: String = "") {
                self.time = time
                self.value = value
                self.low = low
                self.high = high
                self.label = label
            }
        }

        public var years: [Year]
        /// `Fremskrivning`.
        public var name: String
        /// `4,2 %`.
        public var figure: String

        public init(years: [Year], name: String, figure: String) {
            self.years = years
            self.name = name
            self.figure = figure
        }
    }

    /// Years out of the ordinary.
    public struct Band: Hashable, Sendable {
        public var from: Double
        public var to: Double
        public var note: String

        public init(from: Double, to: Double, note: String) {
            self.from = from
            self.to = to
            self.note = note
        }
    }

    public var own: Line
    public var comparison: Line?
    public var goal: Goal?
    public var outlook: Outlook?
    public var bands: [Band] = []
    /// Where figures before cannot be compared with those after, and what is said there.
    public var breaks: [Double] = []
    public var breakNote = ""
    /// The newest figure as it is written at its mark.
    public var latestFigure = ""
    /// What the vertical axis says.
    public var unit = ""
    public var axis = TimeAxis.years
    /// The last year drawn, where figures, target and outlook do not reach further.
    public var lastYear: Int?
    public var minimumSpan = 2.0
    public var limits = 0.0...100.0
    /// Whether every figure bears a marker; else only provisional ones and the newest.
    public var marksEveryPoint = true
    public var notice = ""
    /// The indicator's name.
    public var heading = ""
    /// What the chart shows, in a sentence.
    public var title = ""
    public var summary = ""
    public var language = Language.danish

    public init(own: Line) { self.own = own }

    var shown: [Point] { own.points.filter { $0.value != nil } }

    /// Everything that must be inside the plot.
    var values: [Double] {
        var values = shown.compactMap(\.value) + (comparison?.points.compactMap(\.value) ?? [])
        if let goal {
            values.append(goal.value)
            if let upper = goal.upper { values.append(upper) }
            if let baseline = goal.from?.value { values.append(baseline) }
        }
        return values + (outlook?.years.last.map { [$0.value] } ?? [])
    }

    /// From the first to the last moment drawn.
    var span: ClosedRange<Double> {
        var times = own.points.map(\.time) + (comparison?.points.filter { $0.value != nil }.map(\.time) ?? [])
        if let goal { times += [goal.time] + (goal.from.map { [$0.time] } ?? []) }
        times += outlook?.years.map(\.time) ?? []
        if let lastYear { times.append(Double(lastYear)) }
        guard let first = times.min(), let last = times.max() else { return 0...1 }
        return last - first < 1 ? (first - 1)...(last + 1) : first...last
    }
}

extension LineChartModel.Line {
    /// The stretches that lines connect: they end at a missing figure and at a break.
    func runs(_ place: (LineChartModel.Point) -> ScenePoint) -> [[ScenePoint]] {
        var runs: [[ScenePoint]] = []
        var current: [ScenePoint] = []
        for point in points {
            if point.value == nil || point.startsAnew {
                if current.count > 1 { runs.append(current) }
                current = []
            }
            if point.value != nil { current.append(place(point)) }
        }
        if current.count > 1 { runs.append(current) }
        return runs
    }
}
