import Charts

/// Distance of hatch lines along a level line, in points.
private let hatchSpacing = 6.0

/// Slanting lines (up to the right) inside outlines by the even-odd rule. Lines of neighbouring shapes meet, since all
/// lie on the same lines of the drawing; pieces under half a point are left out.
func hatching(of outlines: [[ScenePoint]]) -> [[ScenePoint]] {
    let drawn = outlines.filter { $0.count > 2 }
    // Along a line x + y is constant; where it crosses an edge is told by x.
    let sums = drawn.joined().map { $0.x + $0.y }
    guard let least = sums.min(), let most = sums.max() else { return [] }
    let first = Int((least / hatchSpacing).rounded(.down)) + 1
    let last = Int((most / hatchSpacing).rounded(.up)) - 1
    guard first <= last else { return [] }
    var crossings = [[Double]](repeating: [], count: last - first + 1)
    for outline in drawn {
        var from = outline[outline.count - 1]
        for to in outline {
            let (low, high) = from.x + from.y < to.x + to.y ? (from, to) : (to, from)
            let (start, end) = (low.x + low.y, high.x + high.y)
            // Beyond the lower end up to the upper end, which belongs to the edge: where edges meet, one counts.
            var line = Int((start / hatchSpacing).rounded(.down)) + 1
            while line <= last, Double(line) * hatchSpacing <= end {
                let share = (Double(line) * hatchSpacing - start) / (end - start)
                crossings[line - first].append(low.x + share * (high.x - low.x))
                line += 1
            }
            from = to
        }
    }
    var lines: [[ScenePoint]] = []
    for (index, found) in crossings.enumerated() {
        let sum = Double(first + index) * hatchSpacing
        let places = found.sorted()
        for pair in stride(from: 0, to: places.count - 1, by: 2) where places[pair + 1] - places[pair] >= 0.5 {
            lines.append([
                ScenePoint(places[pair], sum - places[pair]), ScenePoint(places[pair + 1], sum - places[pair + 1]),
            ])
        }
    }
    return lines
}
