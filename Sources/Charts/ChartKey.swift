/// What marks of a chart mean, in rows under it: for shapes and fills that cannot be labelled where they stand.
struct ChartKey {
    enum Symbol: Hashable {
        case dot(DotLook)
        case line(role: Role, style: LineStyle)
        case fill(Role)
        case hatched
    }

    struct Entry: Hashable {
        var symbol: Symbol
        var text: String
    }

    /// Height of all rows; 0 without entries.
    let height: Double
    private let places: [(entry: Entry, at: ScenePoint)]
    private let size: Double

    /// Entries side by side while they fit in the width, then in another row. `top` is the upper edge of the first row.
    init(_ entries: [Entry], top: Double, left: Double, style: ChartStyle, layout: TextLayout) {
        size = style.textSize
        let row = style.textSize * lineHeight + 3
        let right = style.width - style.margin
        var places: [(entry: Entry, at: ScenePoint)] = []
        var at = ScenePoint(left, top + row / 2)
        for entry in entries {
            var entry = entry
            entry.text = layout.shortened(entry.text, style.textSize, width: right - left - symbolWidth)
            let width = symbolWidth + layout.width(entry.text, style.textSize)
            if at.x > left, at.x + width > right { at = ScenePoint(left, at.y + row) }
            places.append((entry, at))
            at.x += width + 14
        }
        self.places = places
        height = entries.isEmpty ? 0 : at.y + row / 2 - top
    }

    /// The symbols.
    var marks: [Mark] {
        places.map { entry, at in
            let box = SceneRectangle(x: at.x, y: at.y - 5, width: 14, height: 10)
            switch entry.symbol {
            case .dot(let look):
                return .dots([ScenePoint(at.x + 6, at.y)], shape: look.shape, radius: look.radius, role: look.role)
            case .line(let role, let style):
                let ends = [ScenePoint(at.x, at.y), ScenePoint(at.x + 14, at.y)]
                return .line(runs: [ends], role: role, width: 1.6, style: style)
            case .fill(let role): return .shapes(outlines: [box.corners], role: role, opacity: 1)
            case .hatched: return .hatched(outlines: [box.corners], role: .hatch)
            }
        }
    }

    var texts: [SceneText] {
        places.map { entry, at in
            SceneText(entry.text, at: ScenePoint(at.x + symbolWidth, at.y + size * 0.35), size: size)
        }
    }
}

/// From the left of a symbol to the left of its text.
private let symbolWidth = 20.0
