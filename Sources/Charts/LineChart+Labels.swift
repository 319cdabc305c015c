extension LineChart {
    /// All texts: fixed ones first, then labels from the most to the least needed.
    func labels() -> [SceneText] {
        var placer = LabelPlacer(
            layout: layout,
            bounds: SceneRectangle(x: 2, y: frame.top + 2, width: style.width - 4, height: height - frame.top - 4))
        for text in frame.texts + frame.noticeTexts(height: height) { placer.fix(text) }
        for text in values.texts(right: plot.x - 8, size: style.textSize) { placer.fix(text) }
        placeYears(&placer)
        avoidLines(&placer)
        placeGoal(&placer)
        placeLatest(&placer)
        placeNames(&placer)
        placeOutlook(&placer)
        placeNotes(&placer)
        return placer.texts
    }

    /// Years in order of importance: the target's first, then from the end; those that would touch are left out.
    private func placeYears(_ placer: inout LabelPlacer) {
        let span = time.domain.upperBound - time.domain.lowerBound
        let ticks = model.axis.ticks(
            time.domain, anchor: Int(model.goal?.time ?? Double(model.lastYear ?? 0)), room: plot.width / span,
            size: style.textSize, layout: layout, language: model.language)
        for tick in ticks.reversed() {
            let at = ScenePoint(time(tick.value), plot.bottom + 20)
            placer.fixIfFree(SceneText(tick.text, at: at, size: style.textSize, anchor: .middle), gap: 3)
        }
    }

    private func avoidLines(_ placer: inout LabelPlacer) {
        placer.keepOff(model.own.runs(place), weight: 3)
        placer.keepOff(model.shown.map(place), radius: 4, weight: 3)
        if let line = model.comparison { placer.keepOff(line.runs(place), weight: 2) }
        for moment in model.breaks where model.span.contains(moment) {
            placer.keepOff([[ScenePoint(time(moment), plot.y), ScenePoint(time(moment), plot.bottom)]], weight: 1)
        }
        if let goal = model.goal {
            if let from = goal.from, from.value != nil {
                placer.keepOff([[place(from), place(goal.time, goal.value)]], weight: 1.5)
            }
            placer.keepOff([place(goal.time, goal.value)], radius: 6, weight: 4)
        }
        if let years = model.outlook?.years {
            let line = years.map { ScenePoint(time($0.time), values.scale.clamped($0.value)) }
            let edges = [
                years.map { ScenePoint(time($0.time), values.scale.clamped($0.high)) },
                years.map { ScenePoint(time($0.time), values.scale.clamped($0.low)) },
            ]
            placer.keepOff([model.shown.last.map { [place($0)] + line } ?? line], weight: 2)
            placer.keepOff(edges, weight: 0.4)
        }
    }

    private func placeGoal(_ placer: inout LabelPlacer) {
        guard let goal = model.goal, let goalLabel else { return }
        let level = goal.upper.map { (goal.value + $0) / 2 } ?? goal.value
        placer.place(goalLabel, LabelSpot.beside(place(goal.time, level), gap: 12, reach: plot.height))
    }

    private func placeOutlook(_ placer: inout LabelPlacer) {
        guard let end = model.outlook?.years.last, let outlookLabel else { return }
        let point = ScenePoint(time(end.time), values.scale.clamped(end.value))
        placer.place(outlookLabel, LabelSpot.beside(point, gap: 12, reach: 60))
    }

    private func placeLatest(_ placer: inout LabelPlacer) {
        guard let last = model.shown.last, !model.latestFigure.isEmpty else { return }
        let block = LabelBlock(
            lines: [model.latestFigure], size: style.labelSize, weight: .semibold, role: .own)
        let point = place(last)
        let beside = [
            LabelSpot(at: ScenePoint(point.x + 10, point.y), anchor: .start, side: .level, cost: 4),
            LabelSpot(at: ScenePoint(point.x - 10, point.y), anchor: .end, side: .level, cost: 8),
            LabelSpot(at: ScenePoint(point.x + 6, point.y + 6), anchor: .start, side: .below, cost: 3),
            LabelSpot(at: ScenePoint(point.x + 6, point.y - 6), anchor: .start, side: .above, cost: 3),
            LabelSpot(at: ScenePoint(point.x - 6, point.y + 6), anchor: .end, side: .below, cost: 5),
            LabelSpot(at: ScenePoint(point.x - 6, point.y - 6), anchor: .end, side: .above, cost: 5),
        ]
        placer.place(
            block, LabelSpot.around(point, gap: 9) + beside + LabelSpot.anywhere(plot, near: point))
    }

    /// The names of the series, needed only where there are two.
    private func placeNames(_ placer: inout LabelPlacer) {
        guard let other = model.comparison else { return }
        place(other, role: .muted, weight: .regular, preferEnd: true, &placer)
        place(model.own, role: .own, weight: .semibold, preferEnd: false, &placer)
    }

    private func place(
        _ line: LineChartModel.Line, role: Role, weight: TextWeight, preferEnd: Bool, _ placer: inout LabelPlacer
    ) {
        let points = line.points.filter { $0.value != nil }.map(place)
        guard let first = points.first, let last = points.last, !line.name.isEmpty else { return }
        let lines = layout.wrapped(
            line.name, style.textSize, weight, width: min(plot.width * 0.5, 190), lines: 3)
        let block = LabelBlock(lines: lines, size: style.textSize, weight: weight, role: role)
        var spots = preferEnd ? LabelSpot.beside(last, gap: 8, reach: 30) : []
        let others = (line == model.own ? model.comparison : model.own)?.runs(place) ?? []
        let stride = max(1, points.count / 12)
        for (index, point) in points.enumerated() where index % stride == 0 {
            let away = preferEnd ? points.count - 1 - index : index
            let spread = 4 + Double(away) * 10 / Double(points.count)
            spots += LabelSpot.around(point, gap: 9, cost: spread).filter { !isNearerAnother($0, point, others) }
        }
        placer.place(block, spots + LabelSpot.anywhere(plot, near: preferEnd ? last : first))
    }

    /// Whether the other series runs between a point and its label, or just beyond, and would be read as bearing it.
    private func isNearerAnother(_ spot: LabelSpot, _ point: ScenePoint, _ others: [[ScenePoint]]) -> Bool {
        let reach = 44.0
        for run in others {
            for (from, to) in zip(run, run.dropFirst()) where from.x <= point.x && to.x >= point.x && to.x > from.x {
                let y = from.y + (to.y - from.y) * (point.x - from.x) / (to.x - from.x)
                if spot.side == .above ? y < point.y && y > point.y - reach : y > point.y && y < point.y + reach {
                    return true
                }
            }
        }
        return false
    }

    /// Notes over exceptional years and breaks, and under gaps; left out where there is no room, since pointing tells.
    private func placeNotes(_ placer: inout LabelPlacer) {
        for note in notes { place(note.block, over: time(note.time), &placer) }
        for gap in gaps() where !gap.note.isEmpty {
            let x = (time.clamped(gap.from) + time.clamped(gap.to)) / 2
            let block = LabelBlock(lines: [gap.note], size: style.textSize, role: .muted)
            let width = layout.width(gap.note, style.textSize)
            let inside = min(max(x, plot.x + width / 2), style.width - 3 - width / 2)
            placer.place(
                block,
                [9.0, 25, 41].map {
                    LabelSpot(
                        at: ScenePoint(inside, plot.bottom - $0), anchor: .middle, side: .above, cost: $0 / 4)
                })
        }
    }

    /// In the lane over the plot, as near to its place as others let it.
    private func place(_ block: LabelBlock, over x: Double, _ placer: inout LabelPlacer) {
        let half = layout.widest(block.lines, block.size) / 2
        let (left, right) = (plot.x + half, style.width - 4 - half)
        var spots: [LabelSpot] = []
        for shift in stride(from: 0.0, through: 72, by: 6) {
            for side in shift == 0 ? [0] : [shift, -shift] {
                let middle = max(left, min(x + side, right))
                spots.append(
                    LabelSpot(at: ScenePoint(middle, plot.y - 2), anchor: .middle, side: .above, cost: shift / 3))
            }
        }
        placer.place(block, spots)
    }
}
