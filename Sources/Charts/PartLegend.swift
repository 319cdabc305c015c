/// The names of the parts of bars: over the first bar, each with a line to its part, where they find room there; else one
/// after another, each with a patch of its colour.
struct PartLegend {
    private struct Entry {
        var lines: [String]
        var role: Role
        /// The middle of the name, from the left; its left edge beside a patch.
        var x: Double
        /// How far down its row begins.
        var y: Double
        /// The middle of the part under it; nil beside a patch.
        var part: Double?
    }

    private let entries: [Entry]
    private let size: Double
    /// What it fills, from its top to the bars.
    let height: Double

    /// No name is drawn further from its part than this.
    private static let furthest = 110.0
    private static let patch = 12.0

    /// - Parameter middles: the middle of each part of the first bar in points; empty where it has none.
    init(_ parts: [StackedBarModel.Part], middles: [Double], style: ChartStyle, layout: TextLayout) {
        size = style.textSize
        let direct = middles.count == parts.count && parts.count > 1
            ? [nil, 120.0, 84].lazy.compactMap { Self.over(parts, middles, wrap: $0, style, layout) }.first : nil
        if let direct {
            entries = direct
            height = Double(direct.map(\.lines.count).max() ?? 0) * size * lineHeight + 14
        } else {
            entries = Self.flowing(parts, style, layout)
            height = entries.isEmpty ? 0 : (entries.map(\.y).max() ?? 0) + size * lineHeight + 10
        }
    }

    /// Names over their parts; nil where they do not fit, or only far from them.
    private static func over(
        _ parts: [StackedBarModel.Part], _ middles: [Double], wrap: Double?, _ style: ChartStyle, _ layout: TextLayout
    ) -> [Entry]? {
        let size = style.textSize, limit = wrap ?? .infinity
        let names = parts.map { layout.wrapped($0.name, size, width: limit) }
        guard names.allSatisfy({ $0.count <= 2 && !$0.contains { $0.hasSuffix("…") } }) else { return nil }
        let widths = names.map { layout.widest($0, size) + 14 }
        let range = style.margin - 7...style.width - style.margin + 7
        guard let places = spread(middles, lengths: widths, within: range),
            zip(places, middles).allSatisfy({ ($0 - $1).magnitude <= furthest })
        else { return nil }
        let tallest = names.map(\.count).max() ?? 1
        return parts.indices.map { index in
            Entry(
                lines: names[index], role: parts[index].role, x: places[index],
                y: Double(tallest - names[index].count) * size * lineHeight, part: middles[index])
        }
    }

    private static func flowing(
        _ parts: [StackedBarModel.Part], _ style: ChartStyle, _ layout: TextLayout
    ) -> [Entry] {
        let size = style.textSize, room = style.width - 2 * style.margin - patch - 6
        var entries: [Entry] = []
        var x = style.margin, y = 0.0
        for part in parts {
            let name = layout.shortened(part.name, size, width: room)
            let width = patch + 6 + layout.width(name, size)
            if x > style.margin, x + width > style.width - style.margin {
                (x, y) = (style.margin, y + size * lineHeight + 5)
            }
            entries.append(Entry(lines: [name], role: part.role, x: x + patch + 6, y: y, part: nil))
            x += width + 16
        }
        return entries
    }

    func texts(from top: Double) -> [SceneText] {
        entries.flatMap { entry in
            entry.lines.enumerated().map { index, line in
                let baseline = top + entry.y + size * (0.915 + Double(index) * lineHeight)
                return SceneText(
                    line, at: ScenePoint(entry.x, baseline), size: size, anchor: entry.part == nil ? .start : .middle,
                    role: .ink)
            }
        }
    }

    func marks(from top: Double) -> [Mark] {
        let leaders = entries.compactMap { entry -> [ScenePoint]? in
            guard let part = entry.part else { return nil }
            let under = top + entry.y + Double(entry.lines.count) * size * lineHeight + 1
            return [ScenePoint(entry.x, under), ScenePoint(part, top + height + 4)]
        }
        var marks: [Mark] = leaders.isEmpty ? [] : [.line(runs: leaders, role: .axis, width: 1, style: .solid)]
        for entry in entries where entry.part == nil {
            let patch = SceneRectangle(
                x: entry.x - Self.patch - 6, y: top + entry.y + 1, width: Self.patch, height: Self.patch)
            marks += patchMarks(patch, role: entry.role)
        }
        return marks
    }
}

/// A patch of a legend, outlined so that pale ones stand out from the paper.
func patchMarks(_ patch: SceneRectangle, role: Role) -> [Mark] {
    let corners = patch.corners
    return [
        .shapes(outlines: [corners], role: role, opacity: 1),
        .line(runs: [corners + [corners[0]]], role: .axis, width: 1, style: .solid),
    ]
}
