import Vocabulary

/// A series between the limits of what is usual for it, with what is out of the ordinary marked by shape and colour.
public func controlChart(_ model: ControlChartModel, style: ChartStyle, measure: any TextMeasure) -> Scene {
    ControlChart(model, style: style, measure: measure).scene()
}

/// The composition: scales, layers from back to front, then labels where there is room.
struct ControlChart {
    let model: ControlChartModel
    let style: ChartStyle
    let layout: TextLayout
    let frame: ChartFrame
    let height: Double
    let plot: Plot<LinearScale, LinearScale>
    let values: ValueAxis
    let key: ChartKey
    let notes: [(time: Double, block: LabelBlock)]
    /// Labels to the right of the plot, at their levels.
    let beside: [(level: Double, block: LabelBlock)]
    let gaps: [SeriesGap]

    init(_ model: ControlChartModel, style: ChartStyle, measure: any TextMeasure) {
        self.model = model
        self.style = style
        let layout = TextLayout(measure: measure)
        self.layout = layout
        frame = ChartFrame(
            heading: model.heading, title: model.title, unit: model.unit, notice: model.notice, style: style,
            layout: layout)
        notes = notesOver(
            model.bands, model.breaks, model.breakNote, span: model.span, style: style, layout: layout)
        gaps = model.line.gaps
        let lane = Double(notes.map(\.block.lines.count).max() ?? 0) * style.textSize * lineHeight
        let top = frame.top + 14 + (lane > 0 ? lane + 2 : 0)
        let bottom = top + style.height - 116
        key = ChartKey(
            ControlChart.keyEntries(model), top: bottom + 32, left: style.margin, style: style, layout: layout)
        height = bottom + 30 + (key.height > 0 ? key.height + 6 : 0) + frame.footer

        values = ValueAxis(
            ValueExtent(
                values: model.values, wished: model.points.flatMap { [$0.low, $0.high].compactMap { $0 } },
                minimumSpan: model.minimumSpan, limits: model.limits),
            from: bottom, to: top, intervals: 5, language: model.language)
        beside = ControlChart.labelsBeside(model, style, layout, inside: values.scale.domain)
        let numbers = layout.widest(values.ticks.map(\.text), style.textSize)
        let edge = layout.width(model.axis == .years ? "2030" : "2030/31", style.textSize) / 2
        let left = max(style.margin + numbers + 10, edge + 2)
        // Bold figures of some typefaces are wider still than the reserve.
        let room = beside.map { layout.widest($0.block.lines, $0.block.size, $0.block.weight) * 1.07 + 14 }.max() ?? 8
        let right = style.width - max(edge + 2, style.margin + room)
        let area = SceneRectangle(x: left, y: top, width: right - left, height: bottom - top)
        plot = Plot(area: area, x: LinearScale(domain: model.span, from: left + 4, to: right - 4), y: values.scale)
    }

    func scene() -> Scene {
        Scene(
            width: style.width, height: height,
            marks: plot.marks(layers()) + plot.brackets(gaps) + key.marks + labels().map(Mark.text),
            hitAreas: hitAreas(), title: accessibleName(model.heading, model.title), summary: model.summary,
            language: model.language.rawValue)
    }

    // MARK: Layers

    /// Half the width of a mark: smaller the more there are.
    private var radius: Double {
        min(3.4, max(1.6, plot.area.width / Double(max(model.points.count, 1)) * 0.22))
    }

    private func layers() -> [Layer] {
        let bands = Layer.bands(model.bands, plot.x, plot.y)
        let frameLayers = [bands, .across(values.ticks.map(\.value), role: .grid), .breaks(model.breaks, plot.x)]
        let means = model.levels.map { level in
            [DataPoint(leftEdge(level.first), level.mean), DataPoint(rightEdge(level.last), level.mean)]
        }
        let goal = Layer.across(model.goal?.levels ?? [], role: .target, width: 1.6, style: .dashed)
        let mean = Layer.line(means, role: .context, width: 1.2)
        return frameLayers + usual() + [mean, goal, .line(model.line.dataRuns, role: .own, width: 1.6)] + dots()
    }

    /// The band of the usual and its limits, in steps where they change from period to period.
    private func usual() -> [Layer] {
        let stretches = limitStretches()
        let bands = stretches.map { Layer.between(upper: $0.upper, lower: $0.lower, role: .contextFill, opacity: 0.1) }
        let domain = plot.y.domain
        let runs = stretches.flatMap { [$0.upper, $0.lower] }.filter { run in
            // A limit beyond what the figure can be, or beyond the plot, is no line.
            run.contains { $0.y > domain.lowerBound && $0.y < domain.upperBound }
        }
        return bands + [.line(runs, role: .context, width: 1, style: model.limitStyle)]
    }

    private func limitStretches() -> [(upper: [DataPoint], lower: [DataPoint])] {
        var stretches: [(upper: [DataPoint], lower: [DataPoint])] = []
        let points = model.points
        for (index, point) in points.enumerated() {
            guard let low = point.low, let high = point.high else { continue }
            let isNew = index == 0 || points[index - 1].low == nil || point.point.startsAnew || stretches.isEmpty
            let left = index == 0 ? leftEdge(point.point.time) : border(points[index - 1], point)
            let right = index == points.count - 1 ? rightEdge(point.point.time) : border(point, points[index + 1])
            if isNew { stretches.append(([], [])) }
            let place = stretches.count - 1
            step(to: inside(high), left, right, &stretches[place].upper)
            step(to: inside(low), left, right, &stretches[place].lower)
        }
        return stretches
    }

    /// Adds a level to a stepped line; the same level goes on.
    private func step(to level: Double, _ left: Double, _ right: Double, _ run: inout [DataPoint]) {
        if let last = run.last, last.y == level {
            run[run.count - 1].x = right
        } else {
            run += [DataPoint(left, level), DataPoint(right, level)]
        }
    }

    private func border(_ left: ControlChartModel.Point, _ right: ControlChartModel.Point) -> Double {
        (left.point.time + right.point.time) / 2
    }

    private func inside(_ value: Double) -> Double {
        min(max(value, plot.y.domain.lowerBound), plot.y.domain.upperBound)
    }

    /// A little to the left of a time, unless it is the first: then the edge of the plot.
    private func leftEdge(_ time: Double) -> Double { time - 4 / plot.area.width * spanWidth }
    private func rightEdge(_ time: Double) -> Double { time + 4 / plot.area.width * spanWidth }
    private var spanWidth: Double { model.span.upperBound - model.span.lowerBound }

    private func dots() -> [Layer] {
        let shown = model.points.filter { $0.point.value != nil }
        let latest = model.latest
        let isCrowded = plot.area.width / Double(max(shown.count, 1)) < 3
        let drawn = shown.filter { one in
            !isCrowded || one.meaning != .ordinary || one.point.isProvisional || one.point == latest?.point
        }
        return Layer.dots(drawn, x: { $0.point.time }, y: { $0.point.value }) { one in
            var look = one.meaning.look(radius: radius)
            if one.point == latest?.point, one.meaning == .ordinary { look.radius = 4.4 }
            if one.point.isProvisional { look = DotLook(shape: .openCircle, radius: max(radius, 3), role: .own) }
            return look
        }
    }

    private static func keyEntries(_ model: ControlChartModel) -> [ChartKey.Entry] {
        let shown = model.points.filter { $0.point.value != nil }
        var entries = ControlChartModel.Meaning.allCases.compactMap { meaning -> ChartKey.Entry? in
            guard meaning != .ordinary, shown.contains(where: { $0.meaning == meaning }),
                let name = model.meaningNames[meaning]
            else { return nil }
            return ChartKey.Entry(symbol: .dot(meaning.look(radius: 3)), text: name)
        }
        if !model.provisionalName.isEmpty, shown.contains(where: \.point.isProvisional) {
            let look = DotLook(shape: .openCircle, radius: 3.4, role: .own)
            entries.append(ChartKey.Entry(symbol: .dot(look), text: model.provisionalName))
        }
        if !model.limitsNote.isEmpty {
            let line = ChartKey.Symbol.line(role: .context, style: model.limitStyle)
            entries.append(ChartKey.Entry(symbol: line, text: model.limitsNote))
        }
        return entries
    }

    private func hitAreas() -> [HitArea] {
        let told = model.points.filter { !$0.point.label.isEmpty }
        // Strips narrower than a pointer can find: those of the ordinary ones are left to the table.
        guard told.count > 120 else { return plot.strips(told.map { ($0.point.time, $0.point.label) }) }
        let kept = told.filter { $0.meaning != .ordinary || $0 == told.last }
        return plot.strips(kept.map { ($0.point.time, $0.point.label) }, most: 6)
    }
}
