/// What surrounds the figures of every chart over time: exceptional periods, breaks, and places without a figure.

extension Layer {
    /// Exceptional periods as pale strips from the top of the plot to its axis.
    static func bands(_ bands: [LineChartModel.Band], _ time: LinearScale, _ values: LinearScale) -> Layer {
        let boxes = bands.compactMap { band -> DataBox? in
            let (from, to) = (max(band.from, time.domain.lowerBound), min(band.to, time.domain.upperBound))
            return from < to ? DataBox(x: from...to, y: values.domain) : nil
        }
        return .boxes(boxes, role: .contextFill, opacity: 0.14)
    }

    /// Thin upright rules where figures before cannot be compared with those after.
    static func breaks(_ breaks: [Double], _ time: LinearScale) -> Layer {
        .upright(breaks.filter(time.domain.contains), role: .axis)
    }
}

/// Places in a row without a figure, for the same reason.
struct SeriesGap: Hashable {
    var from: Double
    var to: Double
    var note: String
}

extension LineChartModel.Line {
    /// The stretches without figures, half the shortest time between two points wider to each side.
    var gaps: [SeriesGap] {
        let times = points.map(\.time)
        let half = (zip(times, times.dropFirst()).map { $1 - $0 }.filter { $0 > 0 }.min() ?? 1) / 2
        var gaps: [SeriesGap] = []
        var previous: LineChartModel.Point?
        for point in points {
            defer { previous = point }
            guard point.value == nil else { continue }
            if let before = previous, before.value == nil, before.gapNote == point.gapNote, !gaps.isEmpty {
                gaps[gaps.count - 1].to = point.time + half
            } else {
                gaps.append(SeriesGap(from: point.time - half, to: point.time + half, note: point.gapNote))
            }
        }
        return gaps
    }

    /// The same as places of a plot.
    var dataRuns: [[DataPoint]] { runs { ScenePoint($0.time, $0.value ?? 0) }.map { $0.map { DataPoint($0.x, $0.y) } } }
}

extension Plot where X == LinearScale, Y == LinearScale {
    /// Brackets on the axis under places without a figure.
    func brackets(_ gaps: [SeriesGap]) -> [Mark] {
        let runs = gaps.map { gap in
            let (left, right) = (x.clamped(gap.from), x.clamped(gap.to))
            return [
                ScenePoint(left, area.bottom - 5), ScenePoint(left, area.bottom), ScenePoint(right, area.bottom),
                ScenePoint(right, area.bottom - 5),
            ]
        }
        return runs.isEmpty ? [] : [.line(runs: runs, role: .axis, width: 1.5, style: .solid)]
    }

    /// An upright strip around each moment of the plot, from half way to the one before to half way to the next.
    /// - Parameters:
    ///   - reach: how far the first and the last go outwards.
    ///   - most: how far any goes to either side, where moments between them are left out.
    func strips(
        _ all: [(time: Double, label: String)], reach: Double = 20, most: Double = .infinity
    ) -> [HitArea] {
        let told = all.filter { x.domain.contains($0.time) }
        let places = told.map { x($0.time) }
        return told.indices.map { index in
            let left = index == 0 ? max(area.x - 8, places[0] - reach) : (places[index - 1] + places[index]) / 2
            let right =
                index == places.count - 1
                ? min(area.right + 8, places[index] + reach) : (places[index] + places[index + 1]) / 2
            let from = max(left, places[index] - most).rounded()
            let to = min(right, places[index] + most).rounded()
            let (top, bottom) = (area.y.rounded(), area.bottom.rounded())
            return HitArea(
                area: SceneRectangle(x: from, y: top, width: to - from, height: bottom - top),
                label: told[index].label)
        }
    }
}

extension SceneRectangle {
    /// Where a text of this width may begin without ending outside.
    func narrowed(by width: Double) -> SceneRectangle {
        SceneRectangle(x: x, y: y, width: max(0, self.width - width), height: height)
    }
}

extension LabelPlacer {
    /// Words about a stretch of time in the lane over the plot, as near its middle as others let them stand.
    mutating func placeOver(_ block: LabelBlock, at x: Double, _ plot: SceneRectangle, right edge: Double) {
        let half = layout.widest(block.lines, block.size, block.weight) / 2
        let (left, right) = (plot.x + half, edge - 4 - half)
        var spots: [LabelSpot] = []
        for shift in stride(from: 0.0, through: 72, by: 6) {
            for side in shift == 0 ? [0] : [shift, -shift] {
                let middle = max(left, min(x + side, right))
                spots.append(
                    LabelSpot(at: ScenePoint(middle, plot.y - 2), anchor: .middle, side: .above, cost: shift / 3))
            }
        }
        place(block, spots)
    }

    /// Why there are no figures, over the brackets of the gaps; left out where there is no room.
    mutating func placeNotes(_ gaps: [SeriesGap], _ time: LinearScale, _ plot: SceneRectangle, size: Double) {
        for gap in gaps where !gap.note.isEmpty {
            let half = layout.width(gap.note, size) / 2
            let x = (time.clamped(gap.from) + time.clamped(gap.to)) / 2
            let inside = min(max(x, plot.x + half), plot.right - half)
            let spots = [9.0, 25, 41].map {
                LabelSpot(at: ScenePoint(inside, plot.bottom - $0), anchor: .middle, side: .above, cost: $0 / 4)
            }
            place(LabelBlock(lines: [gap.note], size: size, role: .muted), spots)
        }
    }
}

/// What is said over exceptional periods and breaks inside the span: the moment, and the words in at most two lines.
func notesOver(
    _ bands: [LineChartModel.Band], _ breaks: [Double], _ breakNote: String, span: ClosedRange<Double>,
    style: ChartStyle, layout: TextLayout
) -> [(time: Double, block: LabelBlock)] {
    let said =
        bands.filter { $0.to > span.lowerBound && $0.from < span.upperBound }.map {
            ((max($0.from, span.lowerBound) + min($0.to, span.upperBound)) / 2, $0.note)
        } + breaks.filter(span.contains).map { ($0, breakNote) }
    return said.filter { !$0.1.isEmpty }.map { time, note in
        let lines = layout.wrapped(note, style.textSize, width: style.isNarrow ? 100 : 170, lines: 2)
        return (time, LabelBlock(lines: lines, size: style.textSize, role: .muted))
    }
}
