import Vocabulary
import Wording

/// Units by what is behind their figures, between the limits that chance sets a unit of each size. Those beyond the
/// outer limits are named; the others tell their name when pointed at.
///
/// Source: Spiegelhalter (2005), "Funnel plots for comparing institutional performance".
public func funnelChart(_ model: FunnelChartModel, style: ChartStyle, measure: any TextMeasure) -> Scene {
    FunnelChart(model, style: style, measure: measure).scene()
}

struct FunnelChart {
    let model: FunnelChartModel
    let style: ChartStyle
    let layout: TextLayout
    let frame: ChartFrame
    let key: ChartKey
    let height: Double
    let values: ValueAxis
    let sizeTicks: [Tick]
    let plot: Plot<LinearScale, LinearScale>
    let common: LabelBlock

    init(_ model: FunnelChartModel, style: ChartStyle, measure: any TextMeasure) {
        self.model = model
        self.style = style
        let layout = TextLayout(measure: measure)
        self.layout = layout
        frame = ChartFrame(
            heading: model.heading, title: model.title, unit: model.unit, notice: model.notice, style: style,
            layout: layout)
        let top = frame.top + 14
        let bottom = top + style.height - 96
        key = ChartKey(
            FunnelChart.keyEntries(model), top: bottom + 50, left: style.margin, style: style, layout: layout)
        height = bottom + 52 + key.height + 4 + frame.footer
        values = ValueAxis(
            ValueExtent(
                values: model.units.map(\.value) + [model.common], wished: model.outer.flatMap { [$0.low, $0.high] },
                minimumSpan: model.minimumSpan, limits: model.limits),
            from: bottom, to: top, intervals: 5, language: model.language)
        common = LabelBlock(
            lines: layout.wrapped(model.commonText, style.textSize, width: style.isNarrow ? 64 : 110, lines: 3),
            size: style.textSize, role: .muted)
        let numbers = layout.widest(values.ticks.map(\.text), style.textSize)
        let left = style.margin + numbers + 10
        let right = style.width - style.margin - max(10, layout.widest(common.lines, common.size) + 10)
        let largest = model.units.map(\.size).max() ?? 1
        let sizes = LinearScale(domain: 0...max(largest * 1.04, 1e-9), from: left, to: right)
        let step = RoundStep(span: sizes.domain.upperBound, intervals: style.isNarrow ? 4 : 6)
        sizeTicks = step.ticks(in: sizes.domain).map {
            Tick(value: $0, text: numberText($0, decimals: step.decimals, model.language))
        }
        plot = Plot(
            area: SceneRectangle(x: left, y: top, width: right - left, height: bottom - top), x: sizes, y: values.scale)
    }

    func scene() -> Scene {
        Scene(
            width: style.width, height: height, marks: plot.marks(layers()) + key.marks + labels().map(Mark.text),
            hitAreas: hitAreas(), title: accessibleName(model.heading, model.title), summary: model.summary,
            language: model.language.rawValue)
    }

    private func layers() -> [Layer] {
        let domain = plot.y.domain
        func curve(_ limits: [FunnelChartModel.Limit], _ value: (FunnelChartModel.Limit) -> Double) -> [DataPoint] {
            limits.map { DataPoint($0.size, value($0)) }
        }
        func inside(_ points: [DataPoint]) -> [DataPoint] {
            points.map { DataPoint($0.x, min(max($0.y, domain.lowerBound), domain.upperBound)) }
        }
        func curves(_ limits: [FunnelChartModel.Limit], style: LineStyle) -> Layer {
            let runs = [curve(limits) { $0.high }, curve(limits) { $0.low }].flatMap { clipped($0, to: domain) }
            return .line(runs, role: .context, width: 1.2, style: style)
        }
        let band = Layer.between(
            upper: inside(curve(model.outer) { $0.high }), lower: inside(curve(model.outer) { $0.low }),
            role: .contextFill, opacity: 0.1)
        let line = Layer.across([model.common], role: .context, width: 1.2)
        let frameLayers = [band, .across(values.ticks.map(\.value), role: .grid), line]
        return frameLayers + [curves(model.inner, style: .dashed), curves(model.outer, style: .solid)]
            + Layer.dots(model.units, x: \.size, y: \.value) { $0.isOutside ? Self.outside : Self.usual }
    }

    private static let usual = DotLook(shape: .circle, radius: 3.6, role: .muted)
    private static let outside = DotLook(shape: .diamond, radius: 5, role: .ink)

    private static func keyEntries(_ model: FunnelChartModel) -> [ChartKey.Entry] {
        var entries: [ChartKey.Entry] = []
        if !model.inner.isEmpty, !model.innerText.isEmpty {
            entries.append(ChartKey.Entry(symbol: .line(role: .context, style: .dashed), text: model.innerText))
        }
        if !model.outer.isEmpty, !model.outerText.isEmpty {
            entries.append(ChartKey.Entry(symbol: .line(role: .context, style: .solid), text: model.outerText))
        }
        if !model.outsideText.isEmpty, model.units.contains(where: \.isOutside) {
            entries.append(ChartKey.Entry(symbol: .dot(outside), text: model.outsideText))
        }
        return entries
    }

    private func labels() -> [SceneText] {
        var placer = LabelPlacer(
            layout: layout,
            bounds: SceneRectangle(x: 2, y: frame.top + 2, width: style.width - 4, height: height - frame.top - 4))
        for text in frame.texts + frame.noticeTexts(height: height) + key.texts { placer.fix(text) }
        for text in values.texts(right: plot.area.x - 8, size: style.textSize) { placer.fix(text) }
        for tick in sizeTicks.reversed() {
            let at = ScenePoint(plot.x(tick.value), plot.area.bottom + 18)
            placer.fixIfFree(SceneText(tick.text, at: at, size: style.textSize, anchor: .middle), gap: 3)
        }
        let sizeText = layout.shortened(model.sizeText, style.textSize, width: style.width - 2 * style.margin)
        placer.fix(
            SceneText(
                sizeText, at: ScenePoint(style.width - style.margin, plot.area.bottom + 36), size: style.textSize,
                anchor: .end))
        let level = ScenePoint(plot.area.right, plot.y(model.common))
        placer.place(common, LabelSpot.beside(level, gap: 6, reach: 60))
        placeNames(&placer)
        return placer.texts
    }

    /// The names of units beyond the limits, the largest first: near their dot, or not at all.
    private func placeNames(_ placer: inout LabelPlacer) {
        let points = model.units.map { plot.place(DataPoint($0.size, $0.value)) }
        placer.keepOff(points, radius: 4, weight: 2)
        let level = plot.y(model.common)
        placer.keepOff([[ScenePoint(plot.area.x, level), ScenePoint(plot.area.right, level)]], weight: 1)
        for unit in model.units.filter(\.isOutside).sorted(by: { $0.size > $1.size }) {
            let at = plot.place(DataPoint(unit.size, unit.value))
            let lines = layout.wrapped(
                unit.name, style.textSize, .semibold, width: style.isNarrow ? 110 : 180, lines: 2)
            let block = LabelBlock(lines: lines, size: style.textSize, weight: .semibold, role: .ink)
            let level = [(9.0, TextAnchor.start), (-9.0, .end)].map { shift, anchor in
                LabelSpot(at: ScenePoint(at.x + shift, at.y), anchor: anchor, side: .level)
            }
            placer.place(block, level + LabelSpot.around(at, gap: 8, cost: 3))
        }
    }

    /// A square around each dot; those outside first, so that they are found where dots lie on each other.
    private func hitAreas() -> [HitArea] {
        let ordered = model.units.filter { !$0.isOutside } + model.units.filter(\.isOutside)
        return ordered.filter { !$0.label.isEmpty }.map { unit in
            let at = plot.place(DataPoint(unit.size, unit.value))
            return HitArea(
                area: SceneRectangle(x: at.x.rounded() - 8, y: at.y.rounded() - 8, width: 16, height: 16),
                label: unit.label)
        }
    }
}

/// The parts of a line that lie within a range of values, cut where it crosses the ends.
func clipped(_ run: [DataPoint], to range: ClosedRange<Double>) -> [[DataPoint]] {
    var runs: [[DataPoint]] = []
    var current: [DataPoint] = []
    for (from, to) in zip(run, run.dropFirst()) {
        let rise = to.y - from.y
        var (enter, leave) = (0.0, 1.0)
        if rise == 0 {
            if !range.contains(from.y) { enter = 2 }
        } else {
            let ends = [(range.lowerBound - from.y) / rise, (range.upperBound - from.y) / rise].sorted()
            (enter, leave) = (max(0, ends[0]), min(1, ends[1]))
        }
        guard enter <= leave else { continue }
        func at(_ share: Double) -> DataPoint { DataPoint(from.x + share * (to.x - from.x), from.y + share * rise) }
        if enter > 0 || current.isEmpty {
            if current.count > 1 { runs.append(current) }
            current = [enter > 0 ? at(enter) : from]
        }
        current.append(leave < 1 ? at(leave) : to)
        if leave < 1 {
            runs.append(current)
            current = []
        }
    }
    if current.count > 1 { runs.append(current) }
    return runs
}
