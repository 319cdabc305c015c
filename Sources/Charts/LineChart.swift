import Vocabulary

/// A series over time beside its target, the path to it, where it is heading and a comparison.
public func lineChart(_ model: LineChartModel, style: ChartStyle, measure: any TextMeasure) -> Scene {
    LineChart(model, style: style, measure: measure).scene()
}

/// The composition: scales first, then marks from back to front, then labels where there is room.
struct LineChart {
    let model: LineChartModel
    let style: ChartStyle
    let layout: TextLayout
    let frame: ChartFrame
    let height: Double
    let plot: SceneRectangle
    let time: LinearScale
    let values: ValueAxis
    /// Labels to the right of the plot.
    let goalLabel: LabelBlock?
    let outlookLabel: LabelBlock?
    /// What is said over exceptional years and breaks.
    let notes: [(time: Double, block: LabelBlock)]

    init(_ model: LineChartModel, style: ChartStyle, measure: any TextMeasure) {
        self.model = model
        self.style = style
        let layout = TextLayout(measure: measure)
        self.layout = layout
        frame = ChartFrame(
            heading: model.heading, title: model.title, unit: model.unit, notice: model.notice, style: style,
            layout: layout)
        let notes = LineChart.notes(model, style, layout)
        self.notes = notes
        let lane = Double(notes.map(\.block.lines.count).max() ?? 0) * style.textSize * lineHeight
        let top = frame.top + 14 + (lane > 0 ? lane + 2 : 0)
        height = style.height + frame.top - 19 + lane + frame.footer
        let bottom = height - frame.footer - 30

        values = ValueAxis(
            ValueExtent(
                values: model.values, wished: model.outlook?.years.flatMap { [$0.low, $0.high] } ?? [],
                minimumSpan: model.minimumSpan, limits: model.limits),
            from: bottom, to: top, intervals: 5, language: model.language)
        goalLabel = model.goal.map { LineChart.goalLabel($0, style, layout) }
        outlookLabel = model.outlook.map { LineChart.outlookLabel($0, style, layout) }

        let numbers = layout.widest(values.ticks.map(\.text), style.textSize)
        let yearEdge = layout.width("2030/31", style.textSize) / 2
        let edge = model.axis == .years ? layout.width("2030", style.textSize) / 2 : yearEdge
        let left = max(style.margin + numbers + 10, edge + 2)
        let beside = [goalLabel, outlookLabel].compactMap { $0 }.map {
            layout.widest($0.lines, $0.size, $0.weight) + 14
        }
        let right = style.width - max(edge + 2, style.margin + (beside.max() ?? 4))
        plot = SceneRectangle(x: left, y: top, width: right - left, height: bottom - top)
        time = LinearScale(domain: model.span, from: left, to: right)
    }

    func place(_ moment: Double, _ value: Double) -> ScenePoint { ScenePoint(time(moment), values.scale(value)) }

    func place(_ point: LineChartModel.Point) -> ScenePoint { place(point.time, point.value ?? 0) }

    func scene() -> Scene {
        let texts = labels()
        return Scene(
            width: style.width, height: height, marks: marks() + texts.map(Mark.text), hitAreas: hitAreas(),
            title: accessibleName(model.heading, model.title), summary: model.summary, language: model.language.rawValue
        )
    }

    private static func goalLabel(
        _ goal: LineChartModel.Goal, _ style: ChartStyle, _ layout: TextLayout
    ) -> LabelBlock {
        let limit = style.isNarrow ? 78.0 : 130.0
        let size = style.isNarrow ? style.textSize : style.labelSize
        let lines = [goal.name, goal.figure].flatMap {
            layout.wrapped($0, size, .semibold, width: limit, lines: 2)
        }
        return LabelBlock(lines: lines, size: size, weight: .semibold, role: .target)
    }

    /// On a phone the figure alone, beside the end of the dotted line.
    private static func outlookLabel(
        _ outlook: LineChartModel.Outlook, _ style: ChartStyle, _ layout: TextLayout
    ) -> LabelBlock {
        let lines = style.isNarrow ? [outlook.figure] : [outlook.name, outlook.figure]
        return LabelBlock(
            lines: lines.flatMap { layout.wrapped($0, style.textSize, width: style.isNarrow ? 78 : 130, lines: 2) },
            size: style.textSize, role: .own)
    }

    private static func notes(
        _ model: LineChartModel, _ style: ChartStyle, _ layout: TextLayout
    ) -> [(time: Double, block: LabelBlock)] {
        let span = model.span
        let bands = model.bands.filter { $0.to > span.lowerBound && $0.from < span.upperBound }.map {
            ((max($0.from, span.lowerBound) + min($0.to, span.upperBound)) / 2, $0.note)
        }
        let breaks = model.breaks.filter(span.contains).map { ($0, model.breakNote) }
        return (bands + breaks).filter { !$0.1.isEmpty }.map { time, note in
            let lines = layout.wrapped(note, style.textSize, width: style.isNarrow ? 100 : 170, lines: 2)
            return (time, LabelBlock(lines: lines, size: style.textSize, role: .muted))
        }
    }
}
