/// Some lines of text that belong together.
struct LabelBlock {
    var lines: [String]
    var size: Double
    var weight: TextWeight = .regular
    var role: Role
}

/// A place a label could stand, and how much less it is wanted than the first choice.
struct LabelSpot {
    enum Side { case above, below, level }

    /// The point it is about, a little away from it.
    var at: ScenePoint
    var anchor: TextAnchor
    var side: Side
    var cost = 0.0
    /// Where set, it stands for every place in this area, the dearer the further from `at`.
    var area: SceneRectangle?
}

/// Finds room for labels: never over another text or outside the drawing, and over as little of the lines as can be.
struct LabelPlacer {
    /// A piece of a line that labels keep off, the more the heavier.
    private struct Obstacle {
        var from: ScenePoint
        var to: ScenePoint
        var weight: Double
    }

    let layout: TextLayout
    let bounds: SceneRectangle
    private(set) var texts: [SceneText] = []
    private var taken: [SceneRectangle] = []
    private var obstacles: [Obstacle] = []

    init(layout: TextLayout, bounds: SceneRectangle) {
        self.layout = layout
        self.bounds = bounds
    }

    /// Text that stands where it stands.
    mutating func fix(_ text: SceneText) {
        texts.append(text)
        taken.append(text.box(layout.measure))
    }

    /// Text that is left out where it would not fit; tells whether it was placed.
    @discardableResult
    mutating func fixIfFree(_ text: SceneText, gap: Double = 0) -> Bool {
        let box = text.box(layout.measure)
        guard isFree(box.widened(by: gap)), bounds.holds(box) else { return false }
        fix(text)
        return true
    }

    mutating func keepOff(_ runs: [[ScenePoint]], weight: Double) {
        for run in runs {
            for (from, to) in zip(run, run.dropFirst()) {
                obstacles.append(Obstacle(from: from, to: to, weight: weight))
            }
        }
    }

    mutating func keepOff(_ points: [ScenePoint], radius: Double, weight: Double) {
        for point in points {
            obstacles.append(
                Obstacle(
                    from: ScenePoint(point.x - radius, point.y), to: ScenePoint(point.x + radius, point.y),
                    weight: weight))
        }
    }

    /// Places the label at the best of `spots`; false, and nothing drawn, where none is free.
    @discardableResult
    mutating func place(_ block: LabelBlock, _ spots: [LabelSpot]) -> Bool {
        guard !block.lines.isEmpty else { return false }
        let width = layout.widest(block.lines, block.size, block.weight)
        let height = Double(block.lines.count) * block.size * lineHeight
        var best: (cost: Double, spot: LabelSpot, box: SceneRectangle)?
        func consider(_ spot: LabelSpot) {
            let box = spot.box(width: width, height: height)
            guard bounds.holds(box), isFree(box) else { return }
            let cost = spot.cost + covered(box)
            if cost < (best?.cost ?? .infinity) { best = (cost, spot, box) }
        }
        for spot in spots where spot.cost < (best?.cost ?? .infinity) {
            guard let area = spot.area else {
                consider(spot)
                continue
            }
            // Many places: they are not made unless nothing better was found.
            for y in stride(from: area.y, through: area.bottom, by: 8) {
                for x in stride(from: area.x, through: area.right, by: 12) {
                    let cost = spot.cost + ((x - spot.at.x).magnitude + (y - spot.at.y).magnitude)
                    if cost < (best?.cost ?? .infinity) {
                        consider(LabelSpot(at: ScenePoint(x, y), anchor: spot.anchor, side: spot.side, cost: cost))
                    }
                }
            }
        }
        guard let best else { return false }
        for (index, line) in block.lines.enumerated() {
            let baseline = best.box.y + block.size * (0.915 + Double(index) * lineHeight)
            texts.append(
                SceneText(
                    line, at: ScenePoint(best.spot.at.x, baseline), size: block.size, weight: block.weight,
                    anchor: best.spot.anchor, role: block.role))
        }
        taken.append(best.box)
        return true
    }

    private func isFree(_ box: SceneRectangle) -> Bool {
        !taken.contains { $0.intersects(box) }
    }

    /// How much of the lines a box would cover.
    private func covered(_ box: SceneRectangle) -> Double {
        let wide = SceneRectangle(x: box.x - 3, y: box.y - 1, width: box.width + 6, height: box.height + 2)
        var sum = 0.0
        for obstacle in obstacles {
            sum += obstacle.weight * wide.coveredLength(obstacle.from, obstacle.to)
        }
        return sum
    }
}

extension LabelSpot {
    func box(width: Double, height: Double) -> SceneRectangle {
        let left =
            switch anchor {
            case .start: at.x
            case .middle: at.x - width / 2
            case .end: at.x - width
            }
        let top =
            switch side {
            case .above: at.y - height
            case .below: at.y
            case .level: at.y - height / 2
            }
        return SceneRectangle(x: left, y: top, width: width, height: height)
    }

    /// To the right of `point`, first level with it, then ever further up and down.
    static func beside(_ point: ScenePoint, gap: Double, reach: Double) -> [LabelSpot] {
        var spots = [LabelSpot(at: ScenePoint(point.x + gap, point.y), anchor: .start, side: .level)]
        for offset in stride(from: 3.0, through: reach, by: 3) {
            for shift in [offset, -offset] {
                spots.append(
                    LabelSpot(
                        at: ScenePoint(point.x + gap, point.y + shift), anchor: .start, side: .level,
                        cost: offset * 0.5))
            }
        }
        return spots
    }

    /// Over and under `point`.
    static func around(_ point: ScenePoint, gap: Double, cost: Double = 0) -> [LabelSpot] {
        [
            LabelSpot(at: ScenePoint(point.x, point.y + gap), anchor: .middle, side: .below, cost: cost),
            LabelSpot(at: ScenePoint(point.x, point.y - gap), anchor: .middle, side: .above, cost: cost),
            LabelSpot(at: ScenePoint(point.x, point.y + gap + 8), anchor: .middle, side: .below, cost: cost + 6),
            LabelSpot(at: ScenePoint(point.x, point.y - gap - 8), anchor: .middle, side: .above, cost: cost + 6),
        ]
    }

    /// Anywhere in `area`, the nearer to `point` the better: for labels that must stand somewhere.
    static func anywhere(_ area: SceneRectangle, near point: ScenePoint) -> [LabelSpot] {
        [LabelSpot(at: point, anchor: .start, side: .level, cost: 60, area: area)]
    }
}

extension SceneRectangle {
    var right: Double { x + width }
    var bottom: Double { y + height }

    func holds(_ other: SceneRectangle) -> Bool {
        other.x >= x && other.y >= y && other.right <= right && other.bottom <= bottom
    }

    func widened(by gap: Double) -> SceneRectangle {
        SceneRectangle(x: x - gap, y: y, width: width + 2 * gap, height: height)
    }

    /// Length of the part of a line that lies inside (Liang–Barsky).
    func coveredLength(_ from: ScenePoint, _ to: ScenePoint) -> Double {
        if max(from.x, to.x) < x || min(from.x, to.x) > right || max(from.y, to.y) < y || min(from.y, to.y) > bottom {
            return 0
        }
        let (dx, dy) = (to.x - from.x, to.y - from.y)
        var (enter, leave) = (0.0, 1.0)
        for (step, distance) in [(-dx, from.x - x), (dx, right - from.x), (-dy, from.y - y), (dy, bottom - from.y)] {
            if step == 0 {
                if distance < 0 { return 0 }
            } else if step < 0 {
                enter = max(enter, distance / step)
            } else {
                leave = min(leave, distance / step)
            }
        }
        return enter < leave ? (leave - enter) * (dx * dx + dy * dy).squareRoot() : 0
    }
}
