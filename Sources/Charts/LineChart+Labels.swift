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
        let stride = max(1, points.count / 12)
        for (index, point) in points.enumerated() where index % stride == 0 {
            let away = preferEnd ? points.count - 1 - index : index
            spots += LabelSpot.around(point, gap: 9, cost: 4 + Double(away) * 10 / Double(points.count))
        }
        placer.place(block, spots + LabelSpot.anywhere(plot, near: preferEnd ? last : first))
    }

    /// Notes over exceptional years and breaks, and under gaps; left out where there is no room, since pointing tells.
    private func placeNotes(_ placer: inout LabelPlacer) {
        let band = SceneRectangle(x: plot.x, y: frame.top, width: plot.width, height: plot.height)
        for strip in model.bands where !strip.note.isEmpty {
            let left = time.clamped(strip.from), right = time.clamped(strip.to)
            guard right - left > 0.5 else { continue }
            note(strip.note, x: (left + right) / 2, within: band, &placer)
        }
        for moment in model.breaks where model.span.contains(moment) && !model.breakNote.isEmpty {
            note(model.breakNote, x: time(moment), within: band, &placer)
        }
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

    private func note(_ string: String, x: Double, within area: SceneRectangle, _ placer: inout LabelPlacer) {
        let text = layout.shortened(string, style.textSize, width: area.width)
        let half = layout.width(text, style.textSize) / 2
        let block = LabelBlock(lines: [text], size: style.textSize, role: .muted)
        var spots: [LabelSpot] = []
        for shift in stride(from: 0.0, through: 60, by: 12) {
            for side in shift == 0 ? [0] : [shift, -shift] {
                let middle = min(max(x + side, area.x + half), area.right - half)
                spots.append(
                    LabelSpot(at: ScenePoint(middle, plot.y - 2), anchor: .middle, side: .above, cost: shift / 3))
            }
        }
        let middle = min(max(x, area.x + half), area.right - half)
        spots.append(LabelSpot(at: ScenePoint(middle, plot.y + 3), anchor: .middle, side: .below, cost: 12))
        spots.append(LabelSpot(at: ScenePoint(middle, plot.bottom - 9), anchor: .middle, side: .above, cost: 16))
        placer.place(block, spots)
    }
}
