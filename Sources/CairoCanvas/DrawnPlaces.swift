import Charts

/// Where a drawing has marks so far, as rectangles with a little to spare: a text that is far from all of them needs no
/// rim of paper. Rims are dear to draw and make documents large, and most texts stand alone.
struct DrawnPlaces {
    private var places: [SceneRectangle] = []

    mutating func add(_ mark: Mark) {
        switch mark {
        case .line(let runs, _, let width, _):
            for run in runs {
                for (from, to) in zip(run, run.dropFirst()) { add([from, to], margin: width / 2) }
            }
        case .area(let outline, _, _): add(outline, margin: 0)
        case .shapes(let outlines, _, _): for outline in outlines { add(outline, margin: 0) }
        case .hatched(let outlines, _): for outline in outlines { add(outline, margin: 0.5) }
        case .dots(let points, _, let radius, _): for point in points { add([point], margin: radius * 1.3) }
        case .text: break
        }
    }

    private mutating func add(_ points: [ScenePoint], margin: Double) {
        guard let first = points.first else { return }
        var (left, right, top, bottom) = (first.x, first.x, first.y, first.y)
        for point in points {
            (left, right) = (min(left, point.x), max(right, point.x))
            (top, bottom) = (min(top, point.y), max(bottom, point.y))
        }
        // A pixel more on each side: edges are soft.
        let spare = margin + 1
        places.append(
            SceneRectangle(
                x: left - spare, y: top - spare, width: right - left + 2 * spare, height: bottom - top + 2 * spare))
    }

    /// Whether a mark is, or may be, in this area.
    func reach(_ area: SceneRectangle) -> Bool { places.contains { $0.intersects(area) } }
}
