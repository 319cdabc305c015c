import Vocabulary

/// A line for each place from its figure at one time to that at another, with names and figures at the ends.
public func slopeChart(_ model: SlopeModel, style: ChartStyle, measure: any TextMeasure) -> Scene {
    SlopeChart(model, style: style, measure: measure).scene()
}

/// The composition. At the left end stands the figure, on wide drawings with the name before it; at the right end both.
/// Where there are too many for all of them to be written, the municipality's own and as many others as find room are;
/// the rest are told when pointed at.
struct SlopeChart {
    /// A label at an end of a line.
    private struct EndLabel {
        var line: Int
        var isFirst: Bool
        var text: String
        /// Where its middle stands.
        var y: Double
    }

    let model: SlopeModel
    let style: ChartStyle
    let layout: TextLayout
    let frame: ChartFrame
    let height: Double
    private let plot: Plot<LinearScale, LinearScale>
    private let labels: [EndLabel]

    /// From a line's end to its label.
    private static let gap = 20.0

    init(_ model: SlopeModel, style: ChartStyle, measure: any TextMeasure) {
        self.model = model
        self.style = style
        let layout = TextLayout(measure: measure)
        self.layout = layout
        frame = ChartFrame(
            heading: model.heading, title: model.title, unit: model.unit, notice: model.notice, style: style,
            layout: layout)
        let step = style.textSize * lineHeight + 1
        let top = frame.top + 34
        let tall = min(Double(model.lines.count) * step, 20 * step)
        let bottom = top + max(style.isNarrow ? 240 : 280, tall)
        height = bottom + 14 + frame.footer

        let room = style.width * (style.isNarrow ? 0.46 : 0.3)
        func text(_ line: SlopeModel.Line, isFirst: Bool) -> String {
            let figure = isFirst ? line.fromFigure : line.toFigure
            if isFirst, style.isNarrow { return figure }
            let weight: TextWeight = line.isOwn ? .semibold : .regular
            let rest = room - layout.width(figure + "  ", style.textSize, weight)
            let name = layout.shortened(line.name, style.textSize, weight, width: max(rest, 30))
            return isFirst ? name + "  " + figure : figure + "  " + name
        }
        let texts = [true, false].map { isFirst in model.lines.map { text($0, isFirst: isFirst) } }
        func widest(_ side: Int) -> Double {
            zip(texts[side], model.lines).map {
                layout.width($0, style.textSize, $1.isOwn ? .semibold : .regular)
            }.max() ?? 0
        }
        let left = style.margin + widest(0) + Self.gap
        let right = style.width - style.margin - widest(1) - Self.gap
        let domain = model.domain
        plot = Plot(
            area: SceneRectangle(x: left, y: top, width: right - left, height: bottom - top),
            x: LinearScale(domain: 0...1, from: left, to: right), y: LinearScale(domain: domain, from: bottom, to: top))
        labels = Self.labels(model, texts, plot, step: step)
    }

    private static func labels(
        _ model: SlopeModel, _ texts: [[String]], _ plot: Plot<LinearScale, LinearScale>, step: Double
    ) -> [EndLabel] {
        // Half a line beyond the plot at both ends: labels are centred on their lines.
        let range = plot.area.y - step / 2...plot.area.bottom + step / 2
        let most = Int((range.upperBound - range.lowerBound) / step)
        let own = model.lines.indices.filter { model.lines[$0].isOwn }
        let chosen = (own + model.lines.indices.filter { !model.lines[$0].isOwn }).prefix(most).sorted()
        return [true, false].flatMap { isFirst -> [EndLabel] in
            let wanted = chosen.map { plot.y(isFirst ? model.lines[$0].from : model.lines[$0].to) }
            let places = spread(wanted, lengths: wanted.map { _ in step }, within: range) ?? wanted
            return zip(chosen, places).map { line, y in
                EndLabel(line: line, isFirst: isFirst, text: texts[isFirst ? 0 : 1][line], y: y)
            }
        }
    }

    func scene() -> Scene {
        Scene(
            width: style.width, height: height, marks: marks() + texts().map(Mark.text), hitAreas: hitAreas(),
            title: accessibleName(model.heading, model.title), summary: model.summary, language: model.language.rawValue
        )
    }

    private func marks() -> [Mark] {
        let others = model.lines.filter { !$0.isOwn }, own = model.lines.filter(\.isOwn)
        func run(_ line: SlopeModel.Line) -> [DataPoint] { [DataPoint(0, line.from), DataPoint(1, line.to)] }
        func dots(_ lines: [SlopeModel.Line], role: Role, radius: Double) -> [Layer] {
            let final = lines.flatMap { $0.isProvisional ? [DataPoint(0, $0.from)] : run($0) }
            let open = lines.filter(\.isProvisional).map { DataPoint(1, $0.to) }
            return [
                .dots(final, shape: .circle, radius: radius, role: role),
                .dots(open, shape: .openCircle, radius: radius, role: role),
            ]
        }
        var layers: [Layer] = [.upright([0, 1], role: .grid)]
        layers.append(.line(others.map(run), role: .context, width: 1.4))
        layers += dots(others, role: .context, radius: 3.4)
        layers.append(.line(own.map(run), role: .own, width: 2.6))
        layers += dots(own, role: .own, radius: 4.8)
        // A short line to each label that had to move.
        let leaders = labels.compactMap { label -> [ScenePoint]? in
            let line = model.lines[label.line]
            let end = plot.place(label.isFirst ? DataPoint(0, line.from) : DataPoint(1, line.to))
            guard (end.y - label.y).magnitude > 2 else { return nil }
            let away = label.isFirst ? -1.0 : 1
            return [ScenePoint(end.x + 6 * away, end.y), ScenePoint(end.x + (Self.gap - 4) * away, label.y)]
        }
        let drawn: [Mark] = leaders.isEmpty ? [] : [.line(runs: leaders, role: .axis, width: 1, style: .solid)]
        return plot.marks(layers) + drawn
    }

    private func texts() -> [SceneText] {
        let size = style.textSize
        var texts = frame.texts + frame.noticeTexts(height: height)
        if !model.lines.isEmpty { texts += heads() }
        for label in labels {
            let line = model.lines[label.line]
            let x = label.isFirst ? plot.area.x - Self.gap : plot.area.right + Self.gap
            texts.append(
                SceneText(
                    label.text, at: ScenePoint(x, label.y + size * 0.35), size: size,
                    weight: line.isOwn ? .semibold : .regular, anchor: label.isFirst ? .end : .start,
                    role: line.isOwn ? .own : .muted))
        }
        return texts
    }

    /// What the two times are called, over the ends where that leaves both whole, else at the edges of the drawing.
    private func heads() -> [SceneText] {
        let size = style.textSize, y = plot.area.y - 20
        func head(_ name: String, _ x: Double, _ anchor: TextAnchor) -> SceneText {
            SceneText(name, at: ScenePoint(x, y), size: size, weight: .semibold, anchor: anchor, role: .ink)
        }
        let halves = [model.from, model.to].map { layout.width($0, size, .semibold) / 2 }
        if plot.area.x - halves[0] >= style.margin, plot.area.right + halves[1] <= style.width - style.margin,
            halves[0] + halves[1] + 12 <= plot.area.width
        {
            return [head(model.from, plot.area.x, .middle), head(model.to, plot.area.right, .middle)]
        }
        let room = style.width / 2 - style.margin - 6
        return [
            head(layout.shortened(model.from, size, .semibold, width: room), style.margin, .start),
            head(layout.shortened(model.to, size, .semibold, width: room), style.width - style.margin, .end),
        ]
    }

    /// Around each end, the municipality's own over the others.
    private func hitAreas() -> [HitArea] {
        let ordered = model.lines.filter { !$0.isOwn } + model.lines.filter(\.isOwn)
        return ordered.flatMap { line -> [HitArea] in
            [(DataPoint(0, line.from), line.fromLabel), (DataPoint(1, line.to), line.toLabel)].map { point, label in
                let at = plot.place(point)
                return HitArea(area: SceneRectangle(x: at.x - 12, y: at.y - 6, width: 24, height: 12), label: label)
            }
        }
    }
}
