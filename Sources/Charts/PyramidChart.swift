import Vocabulary
import Wording

/// Ages upwards, one side to the left and one to the right on scales that mirror each other, the year it is set beside
/// as a line round the bars.
public func pyramidChart(_ model: PyramidModel, style: ChartStyle, measure: any TextMeasure) -> Scene {
    PyramidChart(model, style: style, measure: measure).scene()
}

/// The composition: two plots that share the ages, with the ages between them.
struct PyramidChart {
    private typealias Half = Plot<LinearScale, BandScale>

    let model: PyramidModel
    let style: ChartStyle
    let layout: TextLayout
    let frame: ChartFrame
    let ticks: [Tick]
    let height: Double
    private let left: Half
    private let right: Half

    init(_ model: PyramidModel, style: ChartStyle, measure: any TextMeasure) {
        self.model = model
        self.style = style
        let layout = TextLayout(measure: measure)
        self.layout = layout
        frame = ChartFrame(
            heading: model.heading, title: model.title, unit: model.unit, notice: model.notice, style: style,
            layout: layout)
        let size = style.textSize, count = model.rows.count
        let band = min(26, max(3.2, (style.isNarrow ? 300 : 360) / Double(max(count, 1))))
        let top = frame.top + 8 + size * lineHeight + 4
        let rows = BandScale(count: count, from: top, band: band)
        height = rows.end + 26 + (model.beforeText.isEmpty ? 0 : size * lineHeight + 6) + frame.footer
        let widest = layout.widest(model.rows.map { layout.shortened($0.age, size, width: style.width * 0.25) }, size)
        let middle = style.width / 2, gap = widest / 2 + 8
        // Half of a number stands beyond the outermost tick.
        let edge = style.margin + 18
        let (domain, step) = ValueExtent(
            values: [0] + model.values.map { max(0, $0) }, minimumSpan: model.minimumSpan,
            limits: 0...Double.greatestFiniteMagnitude
        ).domain(intervals: style.isNarrow ? 2 : 4)
        ticks = step.ticks(in: domain).map {
            Tick(value: $0, text: numberText($0, decimals: step.decimals, model.language))
        }
        func half(_ scale: LinearScale) -> Half {
            let area = SceneRectangle(
                x: min(scale.start, scale.end), y: top, width: (scale.end - scale.start).magnitude,
                height: rows.end - top)
            return Plot(area: area, x: scale, y: rows)
        }
        left = half(LinearScale(domain: domain, from: middle - gap, to: edge))
        right = half(LinearScale(domain: domain, from: middle + gap, to: style.width - edge))
    }

    /// The strip of an age: the youngest lowest.
    private func strip(_ row: Int) -> Int { model.rows.count - 1 - row }

    func scene() -> Scene {
        Scene(
            width: style.width, height: height, marks: marks() + labels().map(Mark.text), hitAreas: hitAreas(),
            title: accessibleName(model.heading, model.title), summary: model.summary, language: model.language.rawValue
        )
    }

    private func marks() -> [Mark] {
        var marks = side(left, .category1, model.rows.map(\.left), before: model.rows.map(\.leftBefore))
        marks += side(right, .category2, model.rows.map(\.right), before: model.rows.map(\.rightBefore))
        if !model.beforeText.isEmpty, !model.rows.isEmpty {
            let y = beforeLevel - style.textSize * 0.35
            let run = [ScenePoint(style.margin, y), ScenePoint(style.margin + 22, y)]
            marks.append(.line(runs: [run], role: .ink, width: 1.6, style: .solid))
        }
        return marks
    }

    private func side(_ half: Half, _ role: Role, _ values: [Double?], before: [Double?]) -> [Mark] {
        let gap = half.y.band > 8 ? 0.42 : 0.5
        let boxes = values.indices.compactMap { row -> DataBox? in
            guard let value = values[row], value > 0 else { return nil }
            let middle = Double(strip(row))
            return DataBox(x: 0...value, y: middle - gap...middle + gap)
        }
        // Stepwise from the youngest up; broken where there is no figure.
        var runs: [[DataPoint]] = [[]]
        for (row, value) in before.enumerated() {
            guard let value else {
                runs.append([])
                continue
            }
            let middle = Double(strip(row)), reach = max(0, value)
            runs[runs.count - 1] += [DataPoint(reach, middle + 0.5), DataPoint(reach, middle - 0.5)]
        }
        return half.marks([
            .upright(ticks.map(\.value), role: .grid), .boxes(boxes, role: role),
            // With a rim of paper, so that it is seen on the bars too.
            .line(runs, role: .paper, width: 4), .line(runs, role: .ink, width: 1.6), .upright([0], role: .axis),
        ])
    }

    /// The baseline of the words about the other year.
    private var beforeLevel: Double { height - frame.footer - 10 }

    private func labels() -> [SceneText] {
        var placer = LabelPlacer(
            layout: layout, bounds: SceneRectangle(x: 2, y: 0, width: style.width - 4, height: height))
        for text in frame.texts + frame.noticeTexts(height: height) { placer.fix(text) }
        let size = style.textSize, bottom = right.area.bottom
        if !model.beforeText.isEmpty {
            let room = style.width - 2 * style.margin - 30
            placer.fix(
                SceneText(
                    layout.shortened(model.beforeText, size, width: room),
                    at: ScenePoint(style.margin + 30, beforeLevel), size: size))
        }
        let heads: [(String, Half, TextAnchor, Double)] = [
            (model.left, left, .end, left.area.right), (model.right, right, .start, right.area.x),
        ]
        for (name, half, anchor, x) in heads {
            let text = layout.shortened(name, size, .semibold, width: half.area.width)
            placer.fix(
                SceneText(
                    text, at: ScenePoint(x, half.area.y - 8), size: size, weight: .semibold, anchor: anchor, role: .ink))
        }
        for half in [left, right] {
            for tick in ticks {
                let at = ScenePoint(half.x(tick.value), bottom + 18)
                placer.fixIfFree(SceneText(tick.text, at: at, size: size, anchor: .middle), gap: 3)
            }
        }
        placeAges(&placer)
        return placer.texts
    }

    /// Every age that has room for its name, at even steps from the youngest.
    private func placeAges(_ placer: inout LabelPlacer) {
        let size = style.textSize
        let step = max(1, Int((size * 1.1 / right.y.band).rounded(.up)))
        let round = step == 1 ? 1 : [2, 5, 10, 20, 50].first { $0 >= step } ?? step
        for row in stride(from: 0, to: model.rows.count, by: round) {
            let text = layout.shortened(model.rows[row].age, size, width: style.width * 0.25)
            let at = ScenePoint(style.width / 2, right.y.middle(strip(row)) + size * 0.35)
            placer.fixIfFree(SceneText(text, at: at, size: size, anchor: .middle))
        }
    }

    private func hitAreas() -> [HitArea] {
        model.rows.indices.flatMap { row -> [HitArea] in
            let top = right.y.top(strip(row)), entry = model.rows[row]
            return [(left, entry.leftLabel), (right, entry.rightLabel)].filter { !$0.1.isEmpty }.map { half, label in
                HitArea(
                    area: SceneRectangle(x: half.area.x, y: top, width: half.area.width, height: half.y.band),
                    label: label)
            }
        }
    }
}
