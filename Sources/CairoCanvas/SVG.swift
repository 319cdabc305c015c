public import Charts

/// The scene as SVG: geometry in tenths of a point, text as text, colours by class.
///
/// Inline in a page it needs `chartStylesheet()`; `standalone` makes a file that carries its rules. Every id begins
/// with `id`, so that charts can share a page.
public func svg(_ scene: Scene, id: String, standalone: Bool = false) -> String {
    var out = SVGWriter()
    out.open(scene, id: id, standalone: standalone)
    var path = PathWriter()
    for mark in scene.marks {
        if case .text(let text) = mark {
            out.text(text)
            continue
        }
        let passes = mark.passes
        guard !passes.isEmpty else { continue }
        path.begin()
        mark.trace(onto: &path)
        let data = path.finished()
        for pass in passes { out.path(data, pass) }
    }
    out.hitAreas(scene.hitAreas)
    out.raw("</svg>")
    return out.string
}
