/// A drawing that is a part of another, with its own small heading.
struct SceneBlock {
    var title: String
    var scene: Scene
}

/// Drawings under each other in one frame: a title for each, the unit and the notice said once for all.
func stacked(
    _ blocks: [SceneBlock], in frame: ChartFrame, style: ChartStyle, layout: TextLayout
) -> (marks: [Mark], hitAreas: [HitArea], height: Double) {
    var marks = frame.texts.map(Mark.text)
    var areas: [HitArea] = []
    var y = frame.top
    for (index, block) in blocks.enumerated() {
        y += index > 0 ? 16 : 8
        let width = style.width - 2 * style.margin
        for line in layout.wrapped(block.title, style.labelSize, .semibold, width: width, lines: 2) {
            y += style.labelSize * lineHeight + 2
            let at = ScenePoint(style.margin, y - 4)
            marks.append(
                .text(SceneText(line, at: at, size: style.labelSize, weight: .semibold, role: .ink)))
        }
        marks += block.scene.marks.map { $0.moved(down: y) }
        areas += block.scene.hitAreas.map { area in
            var area = area
            area.area.y += y
            return area
        }
        y += block.scene.height
    }
    let height = y + frame.footer
    return (marks + frame.noticeTexts(height: height).map(Mark.text), areas, height)
}

extension Mark {
    /// The same mark further down.
    func moved(down distance: Double) -> Mark {
        func moved(_ points: [ScenePoint]) -> [ScenePoint] { points.map { ScenePoint($0.x, $0.y + distance) } }
        switch self {
        case .line(let runs, let role, let width, let style):
            return .line(runs: runs.map(moved), role: role, width: width, style: style)
        case .area(let outline, let role, let opacity):
            return .area(outline: moved(outline), role: role, opacity: opacity)
        case .shapes(let outlines, let role, let opacity):
            return .shapes(outlines: outlines.map(moved), role: role, opacity: opacity)
        case .hatched(let outlines, let role): return .hatched(outlines: outlines.map(moved), role: role)
        case .dots(let points, let shape, let radius, let role):
            return .dots(moved(points), shape: shape, radius: radius, role: role)
        case .text(var text):
            text.at.y += distance
            return .text(text)
        }
    }
}
