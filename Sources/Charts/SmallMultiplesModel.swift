public import Vocabulary

/// The same chart again and again, a panel for each series, on scales they share. As plain values.
public struct SmallMultiplesModel: Hashable, Sendable {
    public struct Panel: Hashable, Sendable {
        public var line: LineChartModel.Line
        /// The newest figure as it is written at its mark.
        public var latestFigure: String

        public init(line: LineChartModel.Line, latestFigure: String = "") {
            self.line = line
            self.latestFigure = latestFigure
        }
    }

    public var panels: [Panel]
    /// A series repeated behind every panel's own: the whole.
    public var context: LineChartModel.Line?
    public var bands: [LineChartModel.Band] = []
    public var breaks: [Double] = []
    public var unit = ""
    public var axis = TimeAxis.years
    public var minimumSpan = 2.0
    public var limits = 0.0...100.0
    public var notice = ""
    public var heading = ""
    public var title = ""
    public var summary = ""
    public var language = Language.danish

    public init(panels: [Panel]) { self.panels = panels }

    private var points: [LineChartModel.Point] { panels.flatMap(\.line.points) + (context?.points ?? []) }

    var values: [Double] { points.compactMap(\.value) }

    var span: ClosedRange<Double> {
        let times = points.filter { $0.value != nil }.map(\.time)
        guard let first = times.min(), let last = times.max() else { return 0...1 }
        return last > first ? first...last : (first - 1)...(first + 1)
    }
}
