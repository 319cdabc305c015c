import CCairo
import CairoCanvas
import Charts
import Foundation
import Testing

/// Geometry in SVG beside what Cairo's own SVG surface writes for the same points.
@Suite("Paths")
struct PathTests {
    @Test(arguments: 0..<200)
    func geometryIsCairos(seed: Int) throws {
        var numbers = Numbers(seed)
        let outlines = (0..<3).map { _ in (0..<8).map { _ in numbers.point() }.straightened(&numbers) }
        let lines = Mark.line(runs: outlines, role: .own, width: 1, style: .solid)
        let shapes = Mark.shapes(outlines: outlines, role: .step1, opacity: 1)
        for (mark, isClosed) in [(lines, false), (shapes, true)] {
            let ours = try #require(paths(svg(Scene(width: 700, height: 400, marks: [mark]), id: "a")).first)
            #expect(places(ours) == places(cairoPath(outlines, isClosed: isClosed)))
        }
    }

    @Test func piecesThatGoStraightOnAreOne() {
        let run = [0, 10, 20, 40].map { ScenePoint($0, 5) } + [ScenePoint(40, 5), ScenePoint(30, 5), ScenePoint(30, 9)]
        let text = svg(
            Scene(width: 50, height: 10, marks: [.line(runs: [run], role: .own, width: 1, style: .solid)]), id: "a")
        #expect(paths(text) == ["M0 5H40H30V9"])
    }

    @Test func numbersAreShortAndSigned() {
        let run = [ScenePoint(-0.04, 0.44), ScenePoint(-0.31, -12.26), ScenePoint(1000.06, 0)]
        let text = svg(
            Scene(width: 50, height: 10, marks: [.line(runs: [run], role: .own, width: 1, style: .solid)]), id: "a")
        #expect(paths(text) == ["M0 .4 -.3 -12.3 1000.1 0"])
    }

    @Test func anOutlineInsideAnotherIsAHole() {
        let outer = [ScenePoint(0, 0), ScenePoint(30, 0), ScenePoint(30, 30), ScenePoint(0, 30)]
        let inner = [ScenePoint(10, 10), ScenePoint(20, 10), ScenePoint(20, 20), ScenePoint(10, 20)]
        let mark = Mark.shapes(outlines: [outer, inner], role: .step5, opacity: 1)
        let scene = Scene(width: 40, height: 40, marks: [mark])
        #expect(
            svg(scene, id: "a").contains(
                #"<path class="f r-step-5" fill-rule="evenodd" d="M0 0H30V30H0zM10 10H20V20H10z"/>"#))
        let pixels = Picture(png(scene, scale: 1))
        #expect(pixels[5, 5] == 0x14508c)
        #expect(pixels[15, 15] == 0xffffff)
    }

    /// By Cavalieri's principle lines at equal distances measure an area: here that of an outline less its hole.
    @Test(arguments: [[], [ScenePoint(40, 40), ScenePoint(70, 90), ScenePoint(35, 80)]])
    func hatchingFillsTheOutlineAndSparesHoles(hole: [ScenePoint]) throws {
        let outer = [
            ScenePoint(3, 8), ScenePoint(120, 20), ScenePoint(95, 140), ScenePoint(50, 126), ScenePoint(10, 90),
        ]
        let mark = Mark.hatched(outlines: [outer, hole].filter { !$0.isEmpty }, role: .hatch)
        let path = try #require(paths(svg(Scene(width: 150, height: 150, marks: [mark]), id: "a")).first)
        let pieces = path.split(separator: "M").map { places("M" + $0) }
        let lines = pieces.filter { $0.count == 2 }
        let length = lines.reduce(0.0) { $0 + hypot($1[1].x - $1[0].x, $1[1].y - $1[0].y) / 10 }
        let expected = area(outer) - area(hole)
        #expect((length * 6 / 2.0.squareRoot() - expected).magnitude < expected * 0.01)
        for line in lines {
            #expect((line[0].x + line[0].y - line[1].x - line[1].y).magnitude <= 2)
            let middle = ScenePoint((line[0].x + line[1].x) / 20, (line[0].y + line[1].y) / 20)
            #expect(isInside(middle, outer) && (hole.isEmpty || !isInside(middle, hole)))
        }
    }

    private func area(_ outline: [ScenePoint]) -> Double {
        var sum = 0.0
        for (index, point) in outline.enumerated() {
            let next = outline[(index + 1) % outline.count]
            sum += point.x * next.y - next.x * point.y
        }
        return (sum / 2).magnitude
    }

    private func isInside(_ point: ScenePoint, _ outline: [ScenePoint]) -> Bool {
        var inside = false
        for (index, from) in outline.enumerated() {
            let to = outline[(index + 1) % outline.count]
            if (from.y > point.y) != (to.y > point.y),
                point.x < from.x + (point.y - from.y) / (to.y - from.y) * (to.x - from.x)
            {
                inside.toggle()
            }
        }
        return inside
    }

    private func cairoPath(_ outlines: [[ScenePoint]], isClosed: Bool) -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: "path-\(UUID().uuidString).svg")
        defer { try? FileManager.default.removeItem(at: file) }
        let surface = cairo_svg_surface_create(file.path, 700, 400)
        let context = cairo_create(surface)
        for outline in outlines {
            for (index, point) in outline.enumerated() {
                (index == 0 ? cairo_move_to : cairo_line_to)(context, point.x, point.y)
            }
            if isClosed { cairo_close_path(context) }
        }
        cairo_stroke(context)
        cairo_destroy(context)
        cairo_surface_finish(surface)
        cairo_surface_destroy(surface)
        // After the last closed outline Cairo writes a move from which nothing is drawn.
        let path = paths((try? String(contentsOf: file, encoding: .utf8)) ?? "").first ?? ""
        return path.replacing(/Z M [0-9.]+ [0-9.]+ ?$/, with: "Z")
    }
}

/// Numbers that are the same in every run.
private struct Numbers {
    private var state: UInt64

    init(_ seed: Int) { state = UInt64(seed + 1) &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next(_ end: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state >> 33) % end
    }

    /// Anywhere in 600 × 300, to a thousandth.
    mutating func point() -> ScenePoint { ScenePoint(Double(next(600_000)) / 1000, Double(next(300_000)) / 1000) }
}

extension [ScenePoint] {
    /// With points met twice, level, upright and straight pieces among them.
    fileprivate func straightened(_ numbers: inout Numbers) -> [ScenePoint] {
        var result: [ScenePoint] = []
        for point in self {
            let last = result.last ?? point
            switch numbers.next(6) {
            case 0: result += [point, point]
            case 1: result.append(ScenePoint(point.x, last.y))
            case 2: result.append(ScenePoint(last.x, point.y))
            case 3: result += [ScenePoint(last.x + 4, last.y + 2), ScenePoint(last.x + 12, last.y + 6)]
            default: result.append(point)
            }
        }
        return result
    }
}

/// The data of each path of a drawing.
private func paths(_ text: String) -> [String] { text.matches(of: /<path[^>]* d="([^"]+)"/).map { String($0.1) } }

/// Where path data leads, in tenths of a point.
private func places(_ data: String) -> [ScenePoint] {
    var found: [ScenePoint] = []
    var (x, y) = (0.0, 0.0)
    var command = Character("M")
    var numbers: [Double] = []
    for token in data.matches(of: /[A-Za-z]|-?[0-9.]+/).map({ $0.output }) {
        guard let number = Double(token) else {
            (command, numbers) = (Character(String(token)), [])
            continue
        }
        numbers.append((number * 10).rounded(.toNearestOrAwayFromZero))
        switch command {
        case "H": x = numbers[0]
        case "V": y = numbers[0]
        case "h": break
        default:
            guard numbers.count == 2 else { continue }
            (x, y) = (numbers[0], numbers[1])
        }
        numbers = []
        found.append(ScenePoint(x, y))
    }
    return found
}
