import CCairo
public import Charts
import Synchronization

/// Width of the rim of paper around letters, half of it outside them: keeps text readable over lines.
let haloWidth = 3.0

/// Measures text in the typeface that pictures are drawn with: Inter, or the system's sans where it is not installed.
public struct CairoTextMeasure: TextMeasure {
    public init() {}

    public func width(of string: String, size: Double, weight: TextWeight) -> Double {
        AdvanceTable.shared.width(of: string, weight: weight) * size
    }
}

/// Advance widths of letters at size 1, asked of Cairo once for each letter. Cairo's simple text neither kerns nor
/// scales unevenly with hints off, so the width of a text is the sum of its letters'.
private final class AdvanceTable: Sendable {
    static let shared = AdvanceTable()

    private struct Advances {
        var regular: [Unicode.Scalar: Double] = [:]
        var semibold: [Unicode.Scalar: Double] = [:]
    }

    private let advances = Mutex(Advances())

    func width(of string: String, weight: TextWeight) -> Double {
        advances.withLock { table in
            var sum = 0.0
            for scalar in string.unicodeScalars {
                let known = weight == .regular ? table.regular[scalar] : table.semibold[scalar]
                let advance = known ?? Self.advance(scalar, weight)
                if known == nil {
                    if weight == .regular { table.regular[scalar] = advance } else { table.semibold[scalar] = advance }
                }
                sum += advance
            }
            return sum
        }
    }

    private static func advance(_ scalar: Unicode.Scalar, _ weight: TextWeight) -> Double {
        let canvas = CairoSurface.pixels(width: 1, height: 1)
        canvas.select(weight, size: 1000)
        return canvas.advance(of: String(scalar)) / 1000
    }
}

/// Which families are installed, found once.
enum Typeface {
    static let hasInter = differsFromFallback("Inter")
    static let hasSemibold = differsFromFallback("Inter SemiBold")

    private static func differsFromFallback(_ family: String) -> Bool {
        let canvas = CairoSurface.pixels(width: 1, height: 1)
        func width(_ family: String) -> Double {
            cairo_select_font_face(canvas.context, family, CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL)
            canvas.prepareText(size: 1000)
            return canvas.advance(of: "Hamburgefonstiv 0123456789")
        }
        return width(family) != width("no family has this name")
    }
}

extension CairoSurface {
    func select(_ weight: TextWeight, size: Double) {
        switch weight {
        case .semibold where Typeface.hasSemibold:
            cairo_select_font_face(context, "Inter SemiBold", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL)
        case .semibold:
            let family = Typeface.hasInter ? "Inter" : "sans-serif"
            cairo_select_font_face(context, family, CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_BOLD)
        case .regular:
            let family = Typeface.hasInter ? "Inter" : "sans-serif"
            cairo_select_font_face(context, family, CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL)
        }
        prepareText(size: size)
    }

    /// Text as it is designed, not bent to pixels.
    fileprivate func prepareText(size: Double) {
        cairo_set_font_size(context, size)
        let options = cairo_font_options_create()
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
        cairo_set_font_options(context, options)
        cairo_font_options_destroy(options)
    }

    func advance(of string: String) -> Double {
        var extents = cairo_text_extents_t()
        cairo_text_extents(context, string, &extents)
        return extents.x_advance
    }

    func draw(_ text: SceneText, _ palette: Palette) {
        select(text.weight, size: text.size)
        let width = text.anchor == .start ? 0 : advance(of: text.string)
        let x =
            switch text.anchor {
            case .start: text.at.x
            case .middle: text.at.x - width / 2
            case .end: text.at.x - width
            }
        cairo_new_path(context)
        cairo_move_to(context, x, text.at.y)
        cairo_text_path(context, text.string)
        set(palette.paper, opacity: 1)
        cairo_set_line_width(context, haloWidth)
        cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
        cairo_set_dash(context, [], 0, 0)
        cairo_stroke(context)
        set(palette.colour(text.role), opacity: 1)
        cairo_move_to(context, x, text.at.y)
        cairo_show_text(context, text.string)
    }

    /// The whole scene, on a surface that takes colours and text.
    func draw(_ scene: Scene, _ palette: Palette) {
        for mark in scene.marks {
            if case .text(let text) = mark {
                draw(text, palette)
            } else {
                mark.trace(context)
                draw(mark.passes, palette)
            }
        }
        cairo_new_path(context)
    }
}
