import CCairo
import Charts

/// How a traced path is drawn.
enum Pass {
    case stroke(role: Role, width: Double, style: LineStyle, roundCaps: Bool)
    case fill(role: Role, opacity: Double)
}

extension Mark {
    /// The ways its one path is drawn, in order; empty for text and for marks without extent.
    var passes: [Pass] {
        switch self {
        case .line(let runs, let role, let width, let style):
            return runs.contains { $0.count > 1 }
                ? [.stroke(role: role, width: width, style: style, roundCaps: style == .dotted)] : []
        case .area(let outline, let role, let opacity):
            return outline.count > 2 ? [.fill(role: role, opacity: opacity)] : []
        case .dots(let points, let shape, let radius, let role):
            guard !points.isEmpty else { return [] }
            switch shape {
            case .circle: return [.stroke(role: role, width: radius * 2, style: .solid, roundCaps: true)]
            case .openCircle:
                return [
                    .stroke(role: role, width: radius * 2, style: .solid, roundCaps: true),
                    .stroke(role: .paper, width: max(radius * 2 - 4, radius), style: .solid, roundCaps: true),
                ]
            case .square, .diamond, .triangleUp, .triangleDown: return [.fill(role: role, opacity: 1)]
            }
        case .text: return []
        }
    }

    /// Lays the mark's path on the context; circles are zero-length pieces, drawn by their round caps.
    func trace(_ context: OpaquePointer) {
        cairo_new_path(context)
        switch self {
        case .line(let runs, _, _, _):
            for run in runs where run.count > 1 { polygon(run, closed: false, context) }
        case .area(let outline, _, _): polygon(outline, closed: true, context)
        case .dots(let points, let shape, let radius, _):
            for point in points {
                let corners = shape.corners(point, radius)
                if corners.isEmpty {
                    cairo_move_to(context, point.x, point.y)
                    cairo_line_to(context, point.x, point.y)
                } else {
                    polygon(corners, closed: true, context)
                }
            }
        case .text: break
        }
    }

    private func polygon(_ points: [ScenePoint], closed: Bool, _ context: OpaquePointer) {
        guard let first = points.first else { return }
        cairo_move_to(context, first.x, first.y)
        for point in points.dropFirst() { cairo_line_to(context, point.x, point.y) }
        if closed { cairo_close_path(context) }
    }
}

extension DotShape {
    /// The corners of a shape with the weight of a circle of this radius; none for circles.
    func corners(_ at: ScenePoint, _ radius: Double) -> [ScenePoint] {
        func around(_ offsets: [(Double, Double)]) -> [ScenePoint] {
            offsets.map { ScenePoint(at.x + $0.0 * radius, at.y + $0.1 * radius) }
        }
        switch self {
        case .circle, .openCircle: return []
        case .square: return around([(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)])
        case .diamond: return around([(0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)])
        case .triangleUp: return around([(0, -1.25), (1.2, 0.85), (-1.2, 0.85)])
        case .triangleDown: return around([(0, 1.25), (1.2, -0.85), (-1.2, -0.85)])
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
    /// Draws the passes of the mark that was traced last.
    func draw(_ passes: [Pass], _ palette: Palette) {
        for pass in passes {
            switch pass {
            case .stroke(let role, let width, let style, let roundCaps):
                set(palette.colour(role), opacity: role.strokeOpacity)
                cairo_set_line_width(context, width)
                cairo_set_line_cap(context, roundCaps ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT)
                cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
                cairo_set_dash(context, style.dashes, Int32(style.dashes.count), 0)
                cairo_stroke_preserve(context)
            case .fill(let role, let opacity):
                set(palette.colour(role), opacity: opacity)
                cairo_fill_preserve(context)
            }
        }
    }

    func set(_ colour: Colour, opacity: Double) {
        cairo_set_source_rgba(
            context, Double(colour.red) / 255, Double(colour.green) / 255, Double(colour.blue) / 255, opacity)
    }
}
