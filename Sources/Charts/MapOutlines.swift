import Foundation
import Vocabulary

/// Outlines of places, laid flat and fitted into a rectangle.
///
/// Degrees of longitude are shortened by the cosine of the middle latitude (equirectangular projection): over a county
/// shapes and areas are as they should be. Outlines are thinned to what can be seen at the size they are drawn.
struct MapOutlines {
    /// For each place its closed rings in points, the largest first; empty where it has none that can be seen.
    let places: [[[ScenePoint]]]
    /// What they fill.
    let area: SceneRectangle

    /// Points closer than this to the line without them are left out.
    private static let tolerance = 0.5
    /// Smaller rings are left out, in square points, but the largest of a place.
    private static let smallest = 2.0

    /// Fits the places into `room`, at its top and its left.
    init(_ places: [[[GeographicPoint]]], in room: SceneRectangle) {
        let all = places.joined().joined()
        let west = all.map(\.longitude).min() ?? 0, east = all.map(\.longitude).max() ?? 0
        let south = all.map(\.latitude).min() ?? 0, north = all.map(\.latitude).max() ?? 0
        let across = cos((south + north) / 2 * .pi / 180)
        let width = max((east - west) * across, 1e-9), height = max(north - south, 1e-9)
        let scale = min(room.width / width, room.height / height)
        area = SceneRectangle(x: room.x, y: room.y, width: width * scale, height: height * scale)
        self.places = places.map { rings in
            let flat = rings.map { ring in
                ring.map {
                    ScenePoint(
                        room.x + ($0.longitude - west) * across * scale, room.y + (north - $0.latitude) * scale)
                }
            }.sorted { ringArea($0) > ringArea($1) }
            return flat.enumerated().compactMap { place, ring in
                guard place == 0 || ringArea(ring) >= Self.smallest else { return nil }
                let thinned = simplified(ring, tolerance: Self.tolerance)
                return thinned.count > 3 ? thinned : nil
            }
        }
    }
}

/// The area inside a closed ring.
func ringArea(_ ring: [ScenePoint]) -> Double {
    zip(ring, ring.dropFirst()).reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y }.magnitude / 2
}

/// A closed ring without the points that lie closer than `tolerance` to the line between those kept (Douglas and Peucker,
/// 1973), begun at its first point and the one furthest from it.
func simplified(_ ring: [ScenePoint], tolerance: Double) -> [ScenePoint] {
    guard ring.count > 4 else { return ring }
    func away(_ point: ScenePoint, from start: ScenePoint, to end: ScenePoint) -> Double {
        let (dx, dy) = (end.x - start.x, end.y - start.y), length = dx * dx + dy * dy
        let along = length > 0 ? ((point.x - start.x) * dx + (point.y - start.y) * dy) / length : 0
        let part = min(max(along, 0), 1)
        let (x, y) = (point.x - start.x - part * dx, point.y - start.y - part * dy)
        return (x * x + y * y).squareRoot()
    }
    func furthest(_ from: Int, _ to: Int, end: Int) -> (index: Int, distance: Double)? {
        (from + 1..<to).map { ($0, away(ring[$0], from: ring[from], to: ring[end])) }.max { $0.1 < $1.1 }
    }
    let last = ring.count - 1
    var kept: Set<Int> = [0, last]
    guard let split = furthest(0, last, end: 0)?.index else { return ring }
    kept.insert(split)
    var open = [(0, split), (split, last)]
    while let (from, to) = open.popLast() {
        guard to > from + 1, let found = furthest(from, to, end: to), found.distance > tolerance else { continue }
        kept.insert(found.index)
        open += [(from, found.index), (found.index, to)]
    }
    return kept.sorted().map { ring[$0] }
}

/// Which squares of a fine grid lie inside outlines: where there is room for a name.
struct InsideGrid {
    private let x: Double
    private let y: Double
    private let columns: Int
    private let rows: Int
    /// How many squares above and left of each are inside.
    private var sums: [Int]
    /// The middle of what is inside.
    let middle: ScenePoint

    private static let square = 3.0

    /// A ring inside another is a hole.
    init(_ rings: [[ScenePoint]]) {
        let points = rings.joined(), side = Self.square
        x = points.map(\.x).min() ?? 0
        y = points.map(\.y).min() ?? 0
        columns = max(1, Int((((points.map(\.x).max() ?? x) - x) / side).rounded(.up)))
        rows = max(1, Int((((points.map(\.y).max() ?? y) - y) / side).rounded(.up)))
        sums = [Int](repeating: 0, count: (columns + 1) * (rows + 1))
        var count = 0.0, total = ScenePoint(0, 0)
        for row in 0..<rows {
            let level = y + (Double(row) + 0.5) * side
            let crossings = rings.flatMap { levelCrossings($0, at: level) }.sorted()
            var inLine = 0, next = 0
            for column in 0..<columns {
                let place = x + (Double(column) + 0.5) * side
                while next < crossings.count, crossings[next] <= place { next += 1 }
                if next % 2 == 1 {
                    inLine += 1
                    count += 1
                    total = ScenePoint(total.x + place, total.y + level)
                }
                sums[(row + 1) * (columns + 1) + column + 1] = sums[row * (columns + 1) + column + 1] + inLine
            }
        }
        middle = count > 0 ? ScenePoint(total.x / count, total.y / count) : ScenePoint(x, y)
    }

    /// The place nearest the middle where a rectangle of this size lies inside.
    func room(width: Double, height: Double) -> SceneRectangle? {
        let across = Int((width / Self.square).rounded(.up)), down = Int((height / Self.square).rounded(.up))
        guard across <= columns, down <= rows else { return nil }
        var best: (away: Double, found: SceneRectangle)?
        for row in 0...rows - down {
            for column in 0...columns - across where isInside(row, column, across, down) {
                let found = SceneRectangle(
                    x: x + Double(column) * Self.square, y: y + Double(row) * Self.square,
                    width: Double(across) * Self.square, height: Double(down) * Self.square)
                let (dx, dy) = (found.x + found.width / 2 - middle.x, found.y + found.height / 2 - middle.y)
                let away = dx * dx + dy * dy
                if away < best?.away ?? .infinity { best = (away, found) }
            }
        }
        return best?.found
    }

    /// The largest rectangle inside that has the shape of all of it, near the middle: what is pointed at.
    var largest: SceneRectangle {
        for part in stride(from: 1.0, through: 0.1, by: -0.1) {
            let width = Double(columns) * Self.square * part, height = Double(rows) * Self.square * part
            if let found = room(width: width, height: height) { return found }
        }
        return SceneRectangle(x: middle.x - 3, y: middle.y - 3, width: 6, height: 6)
    }

    private func isInside(_ row: Int, _ column: Int, _ across: Int, _ down: Int) -> Bool {
        func sum(_ row: Int, _ column: Int) -> Int { sums[row * (columns + 1) + column] }
        return sum(row + down, column + across) - sum(row, column + across) - sum(row + down, column) + sum(row, column)
            == across * down
    }
}

/// Where a closed ring crosses a level line.
private func levelCrossings(_ ring: [ScenePoint], at level: Double) -> [Double] {
    zip(ring, ring.dropFirst()).compactMap { from, to in
        guard (from.y > level) != (to.y > level) else { return nil }
        return from.x + (level - from.y) / (to.y - from.y) * (to.x - from.x)
    }
}
