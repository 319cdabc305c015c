import CCairo
import Charts

/// How a traced path is drawn.
enum Pass {
    case stroke(role: Role, width: Double, style: LineStyle, roundCaps: Bool)
    /// Where `cutsHoles`, an outline inside another is a hole in it (the even-odd rule).
    case fill(role: Role, opacity: Double, cutsHoles: Bool)
}

/// Where a path is laid: a context of Cairo, or the path data of SVG.
protocol PathTarget {
    mutating func move(to point: ScenePoint)
    mutating func line(to point: ScenePoint)
    mutating func close()
}

/// The current path of a context.
struct CairoPath: PathTarget {
    let context: OpaquePointer

    init(on context: OpaquePointer) {
        self.context = context
        cairo_new_path(context)
    }

    func move(to point: ScenePoint) { cairo_move_to(context, point.x, point.y) }
    func line(to point: ScenePoint) { cairo_line_to(context, point.x, point.y) }
    func close() { cairo_close_path(context) }
}

extension Mark {
    /// The ways its one path is drawn, in order; empty for text and for marks without extent.
    var passes: [Pass] {
        switch self {
        case .line(let runs, let role, let width, let style):
            return runs.contains { $0.count > 1 }
                ? [.stroke(role: role, width: width, style: style, roundCaps: style == .dotted)] : []
        case .area(let outline, let role, let opacity):
            return outline.count > 2 ? [.fill(role: role, opacity: opacity, cutsHoles: false)] : []
        case .shapes(let outlines, let role, let opacity):
            let drawn = outlines.count { $0.count > 2 }
            return drawn > 0 ? [.fill(role: role, opacity: opacity, cutsHoles: drawn > 1)] : []
        case .hatched(let outlines, let role):
            return outlines.contains { $0.count > 2 }
                ? [.stroke(role: role, width: 1, style: .solid, roundCaps: false)] : []
        case .dots(let points, let shape, let radius, let role):
            return points.isEmpty ? [] : shape.passes(radius, role)
        case .text: return []
        }
    }

    /// Lays the mark's path; circles are zero-length pieces, drawn by their round caps.
    func trace(onto path: inout some PathTarget) {
        switch self {
        case .line(let runs, _, _, _):
            for run in runs where run.count > 1 { path.add(run, closed: false) }
        case .area(let outline, _, _): path.add(outline, closed: true)
        case .shapes(let outlines, _, _):
            for outline in outlines where outline.count > 2 { path.add(outline, closed: true) }
        case .hatched(let outlines, _):
            for outline in outlines where outline.count > 2 { path.add(outline, closed: true) }
            for line in hatching(of: outlines) { path.add(line, closed: false) }
        case .dots(let points, let shape, let radius, _):
            let corners = shape.corners
            for point in points {
                guard !corners.isEmpty else {
                    path.move(to: point)
                    path.line(to: point)
                    continue
                }
                for (index, corner) in corners.enumerated() {
                    let at = ScenePoint(point.x + corner.x * radius, point.y + corner.y * radius)
                    if index == 0 { path.move(to: at) } else { path.line(to: at) }
                }
                path.close()
            }
        case .text: break
        }
    }
}

extension PathTarget {
    fileprivate mutating func add(_ points: [ScenePoint], closed: Bool) {
        guard let first = points.first else { return }
        move(to: first)
        for point in points.dropFirst() { line(to: point) }
        if closed { close() }
    }
}

extension DotShape {
    fileprivate func passes(_ radius: Double, _ role: Role) -> [Pass] {
        switch self {
        case .circle: return [.stroke(role: role, width: radius * 2, style: .solid, roundCaps: true)]
        case .openCircle:
            return [
                .stroke(role: role, width: radius * 2, style: .solid, roundCaps: true),
                .stroke(role: .paper, width: max(radius * 2 - 4, radius), style: .solid, roundCaps: true),
            ]
        case .square, .diamond, .triangleUp, .triangleDown:
            return [.fill(role: role, opacity: 1, cutsHoles: false)]
        }
    }

    /// The corners of a shape with the weight of a circle of radius 1 about the origin; none for circles.
    fileprivate var corners: [ScenePoint] {
        switch self {
        case .circle, .openCircle: []
        case .square: [ScenePoint(-0.9, -0.9), ScenePoint(0.9, -0.9), ScenePoint(0.9, 0.9), ScenePoint(-0.9, 0.9)]
        case .diamond: [ScenePoint(0, -1.25), ScenePoint(1.25, 0), ScenePoint(0, 1.25), ScenePoint(-1.25, 0)]
        case .triangleUp: [ScenePoint(0, -1.25), ScenePoint(1.2, 0.85), ScenePoint(-1.2, 0.85)]
        case .triangleDown: [ScenePoint(0, 1.25), ScenePoint(1.2, -0.85), ScenePoint(-1.2, -0.85)]
        }
    }
}

extension LineStyle {
    /// Lengths of strokes and spaces; dots are strokes without length under round caps.
    var dashes: [Double] {
        switch self {
        case .solid: []
        case .dashed: [6, 4]
        case .dotted: [0, 5]
        }
    }
}

extension CairoSurface {
    /// Draws a mark that is not text.
    func draw(_ mark: Mark, _ palette: Palette) {
        drawn.add(mark)
        var path = CairoPath(on: context)
        mark.trace(onto: &path)
        for pass in mark.passes {
            switch pass {
            case .stroke(let role, let width, let style, let roundCaps):
                set(palette.colour(role), opacity: role.strokeOpacity)
                cairo_set_line_width(context, width)
                cairo_set_line_cap(context, roundCaps ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT)
                cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
                cairo_set_dash(context, style.dashes, Int32(style.dashes.count), 0)
                cairo_stroke_preserve(context)
            case .fill(let role, let opacity, let cutsHoles):
                set(palette.colour(role), opacity: opacity)
                cairo_set_fill_rule(context, cutsHoles ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING)
                cairo_fill_preserve(context)
            }
        }
    }

    func set(_ colour: Colour, opacity: Double) {
        cairo_set_source_rgba(
            context, Double(colour.red) / 255, Double(colour.green) / 255, Double(colour.blue) / 255, opacity)
    }
}
