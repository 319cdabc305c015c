import Vocabulary

/// Bars of parts side by side, one a period: answers set on the border between negative and positive ones, or shares of
/// a whole. The parts are named over the first bar where the names find room there, else with a patch of colour each.
public func stackedBarChart(_ model: StackedBarModel, style: ChartStyle, measure: any TextMeasure) -> Scene {
    StackedBarChart(model, style: style, measure: measure).scene()
}

/// The composition.
struct StackedBarChart {
    let model: StackedBarModel
    let style: ChartStyle
    let layout: TextLayout
    let frame: ChartFrame
    let names: [[String]]
    let legend: PartLegend
    let plot: Plot<LinearScale, BandScale>
    let height: Double

    /// How much of its strip a bar fills, to each side of the middle.
    private let half = 0.36

    init(_ model: StackedBarModel, style: ChartStyle, measure: any TextMeasure) {
        self.model = model
        self.style = style
        let layout = TextLayout(measure: measure)
        self.layout = layout
        frame = ChartFrame(
            heading: model.heading, title: model.title, unit: model.unit, notice: model.notice, style: style,
            layout: layout)
        let size = style.textSize
        names = model.bars.map { layout.wrapped($0.name, size, width: style.width * 0.3, lines: 2) }
        let left = style.margin + (names.map { layout.widest($0, size) }.max() ?? 0) + 12
        let right = style.width - style.margin
        let reaches = model.bars.flatMap(model.reaches)
        let low = reaches.map(\.lowerBound).min() ?? 0, high = reaches.map(\.upperBound).max() ?? 1
        let x = LinearScale(domain: low...(high > low ? high : low + 1), from: left, to: right)
        let newest = model.bars.first.map(model.reaches) ?? []
        legend = PartLegend(
            model.parts, middles: newest.map { x(($0.lowerBound + $0.upperBound) / 2) }, style: style, layout: layout)
        let top = frame.top + 6 + legend.height
        let rows = BandScale(count: model.bars.count, from: top, band: 36)
        plot = Plot(
            area: SceneRectangle(x: left, y: top, width: right - left, height: rows.end - top), x: x, y: rows)
        height = rows.end + 8 + frame.footer
    }

    func scene() -> Scene {
        var placer = LabelPlacer(
            layout: layout, bounds: SceneRectangle(x: 0, y: 0, width: style.width, height: height))
        for text in frame.texts + frame.noticeTexts(height: height) { placer.fix(text) }
        for text in legend.texts(from: frame.top + 6) { placer.fix(text) }
        for row in model.bars.indices { placeTexts(row, &placer) }
        return Scene(
            width: style.width, height: height,
            marks: legend.marks(from: frame.top + 6) + marks() + placer.texts.map(Mark.text), hitAreas: hitAreas(),
            title: accessibleName(model.heading, model.title), summary: model.summary, language: model.language.rawValue
        )
    }

    private func box(_ row: Int, _ reach: ClosedRange<Double>) -> DataBox {
        DataBox(x: reach, y: Double(row) - half...Double(row) + half)
    }

    private func marks() -> [Mark] {
        var layers: [Layer] = []
        if model.isCentred {
            // The border stands out over and under each bar.
            let shown = model.bars.indices.filter { !model.bars[$0].values.isEmpty }.map(Double.init)
            layers.append(.line(shown.map { [DataPoint(0, $0 - 0.5), DataPoint(0, $0 + 0.5)] }, role: .ink, width: 2))
        }
        var outlines: [[DataPoint]] = [], provisional: [[DataPoint]] = []
        for (row, bar) in model.bars.enumerated() where !bar.values.isEmpty {
            let reaches = model.reaches(bar)
            let lines = reaches.map(\.lowerBound) + [reaches.last?.upperBound ?? 0]
            let (top, bottom) = (Double(row) - half, Double(row) + half)
            // Around the whole and between the parts, so that pale ones stand out from the paper.
            var runs = lines.map { [DataPoint($0, top), DataPoint($0, bottom)] }
            runs += [top, bottom].map { [DataPoint(lines[0], $0), DataPoint(lines[lines.count - 1], $0)] }
            if bar.isProvisional { provisional += runs } else { outlines += runs }
        }
        for part in model.parts.indices {
            let boxes = model.bars.indices.compactMap { row -> DataBox? in
                let reaches = model.reaches(model.bars[row])
                guard part < reaches.count, reaches[part].upperBound > reaches[part].lowerBound else { return nil }
                return box(row, reaches[part])
            }
            layers.append(.boxes(boxes, role: model.parts[part].role))
        }
        layers.append(.line(outlines, role: .axis, width: 1))
        layers.append(.line(provisional, role: .ink, width: 1.4, style: .dashed))
        let hidden = model.bars.indices.filter { model.bars[$0].values.isEmpty && model.bars[$0].isHidden }
        let domain = plot.x.domain, patch = (domain.upperBound - domain.lowerBound) * patchWidth / plot.area.width
        layers.append(.hatched(hidden.map { box($0, domain.lowerBound...domain.lowerBound + patch) }, role: .hatch))
        return plot.marks(layers)
    }

    /// Width of the hatched patch that stands for a bar that is not shown.
    private var patchWidth: Double { min(56, plot.area.width / 3) }

    private func placeTexts(_ row: Int, _ placer: inout LabelPlacer) {
        let size = style.textSize, bar = model.bars[row], middle = plot.y.middle(row)
        let step = size * lineHeight, first = middle + size * 0.35 - Double(names[row].count - 1) * step / 2
        for (index, line) in names[row].enumerated() {
            placer.fix(
                SceneText(
                    line, at: ScenePoint(style.margin, first + Double(index) * step), size: size,
                    weight: row == 0 ? .semibold : .regular, role: .ink))
        }
        guard !bar.values.isEmpty else {
            let start = plot.area.x + (bar.isHidden ? patchWidth + 8 : 0)
            let note = layout.shortened(bar.note, size, width: plot.area.right - start)
            placer.fixIfFree(SceneText(note, at: ScenePoint(start, middle + size * 0.35), size: size))
            return
        }
        for (part, reach) in model.reaches(bar).enumerated() where part < bar.figures.count {
            let from = plot.x(reach.lowerBound), to = plot.x(reach.upperBound)
            guard layout.width(bar.figures[part], size) + 4 <= to - from else { continue }
            placer.fixIfFree(
                SceneText(
                    bar.figures[part], at: ScenePoint((from + to) / 2, middle + size * 0.35), size: size,
                    anchor: .middle, role: model.parts[part].role.ink))
        }
    }

    private func hitAreas() -> [HitArea] {
        model.bars.indices.flatMap { row -> [HitArea] in
            let bar = model.bars[row], top = plot.y.top(row), band = plot.y.band
            guard !bar.values.isEmpty else {
                return bar.labels.prefix(1).map { label in
                    HitArea(area: SceneRectangle(x: 0, y: top, width: style.width, height: band), label: label)
                }
            }
            return zip(model.reaches(bar), bar.labels).compactMap { reach, label in
                let from = plot.x(reach.lowerBound), to = plot.x(reach.upperBound)
                guard to > from else { return nil }
                return HitArea(area: SceneRectangle(x: from, y: top, width: to - from, height: band), label: label)
            }
        }
    }
}
