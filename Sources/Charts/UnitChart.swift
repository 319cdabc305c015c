import Vocabulary

/// Units as dots on one scale, in the organisation's order, with the target as an upright dashed line.
public func unitChart(_ model: UnitChartModel, style: ChartStyle, measure: any TextMeasure) -> Scene {
    UnitChart(model, style: style, measure: measure).scene()
}

/// The composition. On a phone names stand over their strip instead of beside it.
struct UnitChart {
    let model: UnitChartModel
    let style: ChartStyle
    let layout: TextLayout
    let frame: ChartFrame
    let names: [[String]]
    let rows: BandScale
    let plot: SceneRectangle
    let height: Double
    let values: ValueAxis

    init(_ model: UnitChartModel, style: ChartStyle, measure: any TextMeasure) {
        self.model = model
        self.style = style
        let layout = TextLayout(measure: measure)
        self.layout = layout
        frame = ChartFrame(
            heading: model.heading, title: model.title, unit: model.unit, notice: model.notice, style: style,
            layout: layout)
        let size = style.textSize
        let most = style.isNarrow ? style.width - 2 * style.margin - 12 : style.width * 0.4
        var names: [[String]] = []
        for row in model.rows {
            names.append(layout.wrapped(row.name, size, row.rank.weight, width: most, lines: style.isNarrow ? 1 : 2))
        }
        self.names = names
        let hasTwoLines = names.contains { $0.count > 1 }
        let top = frame.top + (model.goalText.isEmpty ? 8 : 28)
        rows = BandScale(
            count: model.rows.count, from: top, band: style.isNarrow ? 42 : hasTwoLines ? 36 : 28)
        height = rows.end + 30 + frame.footer

        let widest = zip(names, model.rows).map { layout.widest($0, size, $1.rank.weight) }.max() ?? 0
        let indent = model.isNested ? 14.0 : 0
        let left = style.margin + (style.isNarrow ? 10 : widest + indent + 18)
        let figures = model.rows.filter { $0.value != nil }.map(\.figure)
        let right = style.width - style.margin - max(20, layout.widest(figures, size, .semibold) + 16)
        plot = SceneRectangle(x: left, y: top, width: right - left, height: rows.end - top)
        values = ValueAxis(
            ValueExtent(
                values: model.rows.compactMap(\.value) + model.goal,
                wished: model.rows.flatMap { [$0.low, $0.high].compactMap { $0 } },
                minimumSpan: model.minimumSpan, limits: model.limits),
            from: left, to: right, intervals: style.isNarrow ? 4 : 6, language: model.language)
    }

    /// The height at which a row's mark is drawn.
    func level(_ row: Int) -> Double { style.isNarrow ? rows.top(row) + 29 : rows.middle(row) }

    func scene() -> Scene {
        Scene(
            width: style.width, height: height, marks: marks() + labels().map(Mark.text), hitAreas: hitAreas(),
            title: accessibleName(model.heading, model.title), summary: model.summary, language: model.language.rawValue
        )
    }

    private func marks() -> [Mark] {
        let rules = values.ticks.flatMap { tick in
            upright(sharp(values.scale(tick.value)), overshoot: 0)
        }
        var marks: [Mark] = [.line(runs: rules, role: .grid, width: 1, style: .solid)]
        if !model.goal.isEmpty {
            let runs = model.goal.flatMap { upright(values.scale($0), overshoot: style.isNarrow ? 2 : 4) }
            marks.append(.line(runs: runs, role: .target, width: 1.6, style: .dashed))
        }
        let intervals = model.rows.indices.compactMap(interval)
        if !intervals.isEmpty {
            marks.append(.line(runs: intervals, role: .contextFill, width: 7, style: .solid))
            marks.append(.line(runs: intervals, role: .context, width: 1, style: .solid))
        }
        for rank in [UnitChartModel.Rank.unit, .department, .reference, .whole] {
            for isOpen in [false, true] {
                let points = model.rows.indices.filter {
                    model.rows[$0].rank == rank && model.rows[$0].isProvisional == isOpen
                }.compactMap(point)
                guard !points.isEmpty else { continue }
                marks.append(.dots(points, shape: rank.shape(isOpen), radius: rank.radius, role: rank.role))
            }
        }
        return marks
    }

    /// An upright line through the rows; on a phone it leaves the names free.
    private func upright(_ x: Double, overshoot: Double) -> [[ScenePoint]] {
        guard style.isNarrow else { return [[ScenePoint(x, plot.y - overshoot), ScenePoint(x, plot.bottom)]] }
        return model.rows.indices.map { row in
            [ScenePoint(x, rows.top(row) + 19 - overshoot), ScenePoint(x, rows.top(row + 1) - 1)]
        }
    }

    private func point(_ row: Int) -> ScenePoint? {
        model.rows[row].value.map { ScenePoint(values.scale($0), level(row)) }
    }

    private func interval(_ row: Int) -> [ScenePoint]? {
        guard model.rows[row].value != nil, let low = model.rows[row].low, let high = model.rows[row].high,
            high > low
        else { return nil }
        let y = level(row)
        return [ScenePoint(values.scale.clamped(low), y), ScenePoint(values.scale.clamped(high), y)]
    }

    private func labels() -> [SceneText] {
        var placer = LabelPlacer(
            layout: layout,
            bounds: SceneRectangle(x: 2, y: frame.top + 2, width: style.width - 4, height: height - frame.top - 4))
        for text in frame.texts + frame.noticeTexts(height: height) { placer.fix(text) }
        for row in model.rows.indices { placeName(row, &placer) }
        placeGoal(&placer)
        for tick in values.ticks {
            let at = ScenePoint(values.scale(tick.value), plot.bottom + 18)
            placer.fixIfFree(SceneText(tick.text, at: at, size: style.textSize, anchor: .middle), gap: 3)
        }
        for level in model.goal {
            let x = values.scale(level)
            placer.keepOff([[ScenePoint(x, plot.y), ScenePoint(x, plot.bottom)]], weight: 2)
        }
        for row in model.rows.indices { placeFigure(row, &placer) }
        return placer.texts
    }

    private func placeName(_ row: Int, _ placer: inout LabelPlacer) {
        let rank = model.rows[row].rank
        let size = style.textSize
        let x = style.margin + (model.isNested && rank == .unit ? 14 : 0)
        let step = size * lineHeight
        let middle = style.isNarrow ? rows.top(row) + 10 : rows.middle(row)
        let first = middle + size * 0.35 - Double(names[row].count - 1) * step / 2
        for (index, line) in names[row].enumerated() {
            placer.fix(
                SceneText(
                    line, at: ScenePoint(x, first + Double(index) * step), size: size, weight: rank.weight, role: .ink))
        }
    }

    private func placeGoal(_ placer: inout LabelPlacer) {
        guard !model.goal.isEmpty, !model.goalText.isEmpty else { return }
        let size = style.textSize
        let text = layout.shortened(model.goalText, size, .semibold, width: style.width - 8)
        let half = layout.width(text, size, .semibold) / 2
        let x = values.scale(model.goal.reduce(0, +) / Double(model.goal.count))
        let inside = min(max(x, 4 + half), style.width - 4 - half)
        placer.fix(
            SceneText(
                text, at: ScenePoint(inside, plot.y - 10), size: size, weight: .semibold, anchor: .middle, role: .target
            ))
    }

    private func placeFigure(_ row: Int, _ placer: inout LabelPlacer) {
        let entry = model.rows[row]
        guard let point = point(row) else {
            let text = layout.shortened(entry.figure, style.textSize, width: style.width - plot.x - style.margin)
            let block = LabelBlock(lines: [text], size: style.textSize, role: .muted)
            let start = style.isNarrow ? style.margin : plot.x + 2
            let spots = [start] + model.goal.map { values.scale($0) + 9 }
            placer.place(
                block, spots.map { LabelSpot(at: ScenePoint($0, level(row)), anchor: .start, side: .level) })
            return
        }
        let ends = interval(row) ?? [point, point]
        let gap = entry.rank.radius + 6
        let right = max(ends[1].x + 7, point.x + gap)
        let left = min(ends[0].x - 7, point.x - gap)
        let block = LabelBlock(
            lines: [entry.figure], size: style.textSize, weight: .semibold, role: entry.rank.textRole)
        placer.place(
            block,
            [
                LabelSpot(at: ScenePoint(right, point.y), anchor: .start, side: .level),
                LabelSpot(at: ScenePoint(left, point.y), anchor: .end, side: .level, cost: 14),
            ])
    }

    private func hitAreas() -> [HitArea] {
        model.rows.indices.filter { !model.rows[$0].label.isEmpty }.map { row in
            HitArea(
                area: SceneRectangle(x: 0, y: rows.top(row), width: style.width, height: rows.band),
                label: model.rows[row].label)
        }
    }
}

extension UnitChartModel.Rank {
    var weight: TextWeight { self == .whole || self == .department ? .semibold : .regular }

    var role: Role {
        switch self {
        case .whole: .own
        case .department: .ink
        case .unit, .reference: .muted
        }
    }

    var textRole: Role { self == .whole ? .own : self == .department ? .ink : .muted }

    var radius: Double { self == .whole ? 5.5 : 4.8 }

    func shape(_ isOpen: Bool) -> DotShape { isOpen ? .openCircle : .circle }
}
