import Vocabulary

/// A panel for each series with the whole as a grey line in it, three beside each other or two on a phone; one fewer
/// where a name would be cut.
public func smallMultiples(_ model: SmallMultiplesModel, style: ChartStyle, measure: any TextMeasure) -> Scene {
    SmallMultiples(model, style: style, measure: measure).scene()
}

struct SmallMultiples {
    let model: SmallMultiplesModel
    let style: ChartStyle
    let layout: TextLayout
    let frame: ChartFrame
    let values: ValueAxis
    let panels: [Panel]
    let key: ChartKey
    let height: Double

    struct Panel {
        let series: SmallMultiplesModel.Panel
        let name: [String]
        /// Upper edge, of the name.
        let top: Double
        /// Names of the values stand only beside the first of a row.
        let isFirst: Bool
        let plot: Plot<LinearScale, LinearScale>
    }

    private static let plotHeight = 84.0
    private static let gap = 18.0

    init(_ model: SmallMultiplesModel, style: ChartStyle, measure: any TextMeasure) {
        self.model = model
        self.style = style
        let layout = TextLayout(measure: measure)
        self.layout = layout
        frame = ChartFrame(
            heading: model.heading, title: model.title, unit: model.unit, notice: model.notice, style: style,
            layout: layout)
        values = ValueAxis(
            ValueExtent(values: model.values, minimumSpan: model.minimumSpan, limits: model.limits),
            from: Self.plotHeight, to: 0, intervals: 3, language: model.language)
        let numbers = layout.widest(values.ticks.map(\.text), style.textSize) + 8
        let room = style.width - 2 * style.margin - numbers
        func width(_ columns: Int) -> Double { (room - Double(columns - 1) * Self.gap) / Double(columns) }
        func lines(_ name: String, _ columns: Int) -> [String] {
            layout.wrapped(name, style.textSize, .semibold, width: width(columns), lines: 2)
        }
        // One fewer beside each other where a name would else be cut.
        let most = style.isNarrow ? 2 : 3
        let isCut = model.panels.contains { lines($0.line.name, most).contains { $0.hasSuffix("…") } }
        let columns = isCut ? most - 1 : most

        var y = frame.top + 4
        let entries = SmallMultiples.keyEntries(model)
        key = ChartKey(entries, top: y, left: style.margin, style: style, layout: layout)
        y += key.height > 0 ? key.height + 6 : 0
        var panels: [Panel] = []
        for start in stride(from: 0, to: model.panels.count, by: columns) {
            let row = model.panels[start..<min(start + columns, model.panels.count)]
            let names = row.map { lines($0.line.name, columns) }
            let most = Double(names.map(\.count).max() ?? 1)
            let top = y + most * style.textSize * lineHeight + 12
            for (column, (series, name)) in zip(row, names).enumerated() {
                let left = style.margin + numbers + Double(column) * (width(columns) + Self.gap)
                let area = SceneRectangle(x: left, y: top, width: width(columns), height: Self.plotHeight)
                let scale = LinearScale(domain: values.scale.domain, from: area.bottom, to: top)
                let time = LinearScale(domain: model.span, from: left + 4, to: area.right - 8)
                panels.append(
                    Panel(
                        series: series, name: name, top: y, isFirst: column == 0,
                        plot: Plot(area: area, x: time, y: scale)))
            }
            y = top + Self.plotHeight + 30
        }
        self.panels = panels
        height = y + frame.footer
    }

    func scene() -> Scene {
        Scene(
            width: style.width, height: height,
            marks: panels.flatMap(marks) + key.marks + labels().map(Mark.text),
            hitAreas: panels.flatMap(hitAreas), title: accessibleName(model.heading, model.title),
            summary: model.summary, language: model.language.rawValue)
    }

    private static func keyEntries(_ model: SmallMultiplesModel) -> [ChartKey.Entry] {
        guard let name = model.context?.name, !name.isEmpty else { return [] }
        return [ChartKey.Entry(symbol: .line(role: .context, style: .solid), text: name)]
    }

    private func marks(_ panel: Panel) -> [Mark] {
        let plot = panel.plot
        let line = panel.series.line
        let runs = line.dataRuns
        let connected = Set(runs.flatMap { $0 })
        let shown = line.points.filter { $0.value != nil }
        let drawn = shown.filter { point in
            point == shown.last || point.isProvisional
                || !connected.contains(DataPoint(point.time, point.value ?? 0))
        }
        let dots = Layer.dots(drawn, x: \.time, y: \.value) { point in
            DotLook(
                shape: point.isProvisional ? .openCircle : .circle, radius: point == shown.last ? 3.6 : 2.4, role: .own)
        }
        let layers: [Layer] = [
            .bands(model.bands, plot.x, plot.y), .across(values.ticks.map(\.value), role: .grid),
            .breaks(model.breaks, plot.x), .line(model.context?.dataRuns ?? [], role: .context, width: 1.4),
            .line(runs, role: .own, width: 2),
        ]
        return plot.marks(layers + dots) + plot.brackets(line.gaps)
    }

    private func labels() -> [SceneText] {
        var placer = LabelPlacer(
            layout: layout,
            bounds: SceneRectangle(x: 2, y: frame.top + 2, width: style.width - 4, height: height - frame.top - 4))
        for text in frame.texts + frame.noticeTexts(height: height) + key.texts { placer.fix(text) }
        for panel in panels { placeFixed(panel, &placer) }
        for panel in panels { placeLatest(panel, &placer) }
        return placer.texts
    }

    private func placeFixed(_ panel: Panel, _ placer: inout LabelPlacer) {
        let (size, area) = (style.textSize, panel.plot.area)
        for (index, line) in panel.name.enumerated() {
            let y = panel.top + (Double(index) + 0.8) * size * lineHeight
            placer.fix(SceneText(line, at: ScenePoint(area.x, y), size: size, weight: .semibold, role: .ink))
        }
        for tick in panel.isFirst ? values.ticks : [] {
            let at = ScenePoint(area.x - 6, panel.plot.y(tick.value) + size * 0.35)
            placer.fixIfFree(SceneText(tick.text, at: at, size: size, anchor: .end))
        }
        // The last year and the first: the shape of the line between them is the message.
        let ticks = model.axis.ticks(
            panel.plot.x.domain, anchor: 0, room: .infinity, size: size, layout: layout, language: model.language)
        for tick in [ticks.last, ticks.first].compactMap({ $0 }) {
            let half = layout.width(tick.text, size) / 2
            let x = min(max(panel.plot.x(tick.value), area.x + half), area.right - half)
            placer.fixIfFree(
                SceneText(tick.text, at: ScenePoint(x, area.bottom + 16), size: size, anchor: .middle), gap: 3)
        }
    }

    /// The newest figure near its mark, inside its own panel.
    private func placeLatest(_ panel: Panel, _ placer: inout LabelPlacer) {
        guard let last = panel.series.line.points.last(where: { $0.value != nil }), !panel.series.latestFigure.isEmpty
        else { return }
        let at = panel.plot.place(DataPoint(last.time, last.value ?? 0))
        let lines = [panel.series.line, model.context].compactMap { $0 }
        for line in lines {
            placer.keepOff(line.runs { panel.plot.place(DataPoint($0.time, $0.value ?? 0)) }, weight: 3)
        }
        let width = layout.width(panel.series.latestFigure, style.textSize, .semibold)
        let right = min(at.x + width / 2, panel.plot.area.right)
        let spots = [(LabelSpot.Side.above, -7.0), (.below, 7.0), (.above, -18), (.below, 18)].map { side, away in
            LabelSpot(
                at: ScenePoint(right, at.y + away), anchor: .end, side: side, cost: away.magnitude / 3)
        }
        let block = LabelBlock(
            lines: [panel.series.latestFigure], size: style.textSize, weight: .semibold, role: .own)
        placer.place(block, spots + LabelSpot.anywhere(panel.plot.area.narrowed(by: width), near: at))
    }

    private func hitAreas(_ panel: Panel) -> [HitArea] {
        panel.plot.strips(
            panel.series.line.points.filter { !$0.label.isEmpty }.map { ($0.time, $0.label) }, reach: 12)
    }
}
