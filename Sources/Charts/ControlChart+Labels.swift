import Vocabulary

extension ControlChart {
    /// All texts: fixed ones first, then labels from the most to the least needed.
    func labels() -> [SceneText] {
        var placer = LabelPlacer(
            layout: layout,
            bounds: SceneRectangle(x: 2, y: frame.top + 2, width: style.width - 4, height: height - frame.top - 4))
        for text in frame.texts + frame.noticeTexts(height: height) + key.texts { placer.fix(text) }
        for text in values.texts(right: plot.area.x - 8, size: style.textSize) { placer.fix(text) }
        placeTimes(&placer)
        placer.keepOff(model.line.runs { plot.place(DataPoint($0.time, $0.value ?? 0)) }, weight: 3)
        placeBeside(&placer)
        placeSignals(&placer)
        for note in notes { placer.placeOver(note.block, at: plot.x(note.time), plot.area, right: style.width) }
        placer.placeNotes(gaps, plot.x, plot.area, size: style.textSize)
        return placer.texts
    }

    /// Limits, mean and target in the order of their levels; where there is no room for all, the last are left out.
    private func placeBeside(_ placer: inout LabelPlacer) {
        var said = beside
        let range = plot.area.y - 10...plot.area.bottom + 4
        while !said.isEmpty {
            let lengths = said.map { Double($0.block.lines.count) * style.textSize * lineHeight + 1 }
            if let middles = spread(said.map { plot.y.clamped($0.level) }, lengths: lengths, within: range) {
                for (label, middle) in zip(said, middles) {
                    let at = ScenePoint(plot.area.right + 8, middle)
                    placer.place(label.block, [LabelSpot(at: at, anchor: .start, side: .level)])
                }
                return
            }
            said.removeLast()
        }
    }

    private func placeTimes(_ placer: inout LabelPlacer) {
        let span = plot.x.domain.upperBound - plot.x.domain.lowerBound
        let anchor = Int(plot.x.domain.upperBound)
        let ticks = model.axis.ticks(
            plot.x.domain, anchor: anchor, room: plot.area.width / span, size: style.textSize, layout: layout,
            language: model.language)
        for tick in ticks.reversed() {
            let at = ScenePoint(plot.x(tick.value), plot.area.bottom + 20)
            placer.fixIfFree(SceneText(tick.text, at: at, size: style.textSize, anchor: .middle), gap: 3)
        }
    }

    /// The newest figure, then the newest signal where it is another.
    private func placeSignals(_ placer: inout LabelPlacer) {
        if let latest = model.latest, !model.latestFigure.isEmpty {
            place(model.latestFigure, latest, mustStand: true, &placer)
        }
        if let signal = model.newestSignal, signal.point != model.latest?.point, !model.signalText.isEmpty {
            place(model.signalText, signal, mustStand: false, &placer)
        }
    }

    private func place(
        _ text: String, _ one: ControlChartModel.Point, mustStand: Bool, _ placer: inout LabelPlacer
    ) {
        let point = plot.place(DataPoint(one.point.time, one.point.value ?? 0))
        let role = one.point.isProvisional ? Role.own : one.meaning.look(radius: 3).role
        let block = LabelBlock(lines: [text], size: style.textSize, weight: .semibold, role: role)
        var spots = LabelSpot.around(point, gap: 8)
        for (side, away) in [(LabelSpot.Side.above, -6.0), (.below, 6.0)] {
            for (anchor, shift) in [(TextAnchor.end, -6.0), (.start, 6.0)] {
                spots.append(
                    LabelSpot(at: ScenePoint(point.x + shift, point.y + away), anchor: anchor, side: side, cost: 4))
            }
        }
        // Labels of the figures stay inside the plot, so that they are not read as those of the limits beside it.
        let width = layout.width(text, style.textSize, .semibold)
        let height = style.textSize * lineHeight
        let inside = spots.filter { spot in
            let box = spot.box(width: width, height: height)
            return box.right <= plot.area.right + 6 && (mustStand || covered(box) < 12)
        }
        placer.place(block, inside + (mustStand ? LabelSpot.anywhere(plot.area.narrowed(by: width), near: point) : []))
    }

    /// How much of the series a text here would hide.
    private func covered(_ box: SceneRectangle) -> Double {
        let runs = model.line.runs { plot.place(DataPoint($0.time, $0.value ?? 0)) }
        return runs.reduce(0) { sum, run in
            sum + zip(run, run.dropFirst()).reduce(0) { $0 + box.coveredLength($1.0, $1.1) }
        }
    }

    /// Limits, mean and target as words at the right, those inside the plot; the target first, the mean last.
    static func labelsBeside(
        _ model: ControlChartModel, _ style: ChartStyle, _ layout: TextLayout, inside domain: ClosedRange<Double>
    ) -> [(level: Double, block: LabelBlock)] {
        let newest = model.points.last { $0.low != nil && $0.high != nil }
        var said: [(level: Double, text: String, role: Role)] = []
        if let goal = model.goal, !goal.levels.isEmpty {
            said.append((goal.levels.reduce(0, +) / Double(goal.levels.count), goal.text, .target))
        }
        if let high = newest?.high { said.append((high, model.highText, .muted)) }
        if let low = newest?.low { said.append((low, model.lowText, .muted)) }
        if let mean = model.levels.last?.mean { said.append((mean, model.meanText, .muted)) }
        return said.filter { !$0.text.isEmpty && domain.contains($0.level) }.map { level, text, role in
            let weight: TextWeight = role == .target ? .semibold : .regular
            let lines = layout.wrapped(text, style.textSize, weight, width: style.isNarrow ? 86 : 104, lines: 3)
            return (level, LabelBlock(lines: lines, size: style.textSize, weight: weight, role: role))
        }
    }
}
