import CCairo
import Charts

/// Width of the rim of paper around letters, half of it outside them: keeps text readable over lines.
let haloWidth = 3.0

/// Which families are installed, found once.
enum Typeface {
    static let hasInter = differsFromFallback("Inter")
    static let hasSemibold = differsFromFallback("Inter SemiBold")

    private static func differsFromFallback(_ family: String) -> Bool {
        let canvas = CairoSurface.pixels(width: 1, height: 1)
        func width(_ family: String) -> Double {
            cairo_select_font_face(canvas.context, family, CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL)
            canvas.prepareText(size: 1000)
            var extents = cairo_text_extents_t()
            cairo_text_extents(canvas.context, "Hamburgefonstiv 0123456789", &extents)
            return extents.x_advance
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

    /// The text with a rim of paper, unless it stands on a fill or no mark is there to keep it from.
    func draw(_ text: SceneText, _ palette: Palette) {
        select(text.weight, size: text.size)
        let width =
            text.anchor == .start
            ? 0 : CairoTextMeasure().width(of: text.string, size: text.size, weight: text.weight)
        let x =
            switch text.anchor {
            case .start: text.at.x
            case .middle: text.at.x - width / 2
            case .end: text.at.x - width
            }
        cairo_new_path(context)
        if !text.role.standsOnFill, drawn.reach(rim(of: text, x: x)) {
            cairo_move_to(context, x, text.at.y)
            cairo_text_path(context, text.string)
            set(palette.paper, opacity: 1)
            cairo_set_line_width(context, haloWidth)
            cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
            cairo_set_dash(context, [], 0, 0)
            cairo_stroke(context)
        }
        set(palette.colour(text.role), opacity: 1)
        cairo_move_to(context, x, text.at.y)
        cairo_show_text(context, text.string)
    }

    /// Where the rim of a text that begins at `x` would be.
    private func rim(of text: SceneText, x: Double) -> SceneRectangle {
        var ink = cairo_text_extents_t()
        cairo_text_extents(context, text.string, &ink)
        let half = haloWidth / 2
        return SceneRectangle(
            x: x + ink.x_bearing - half, y: text.at.y + ink.y_bearing - half, width: ink.width + haloWidth,
            height: ink.height + haloWidth)
    }

    /// The whole scene, on a surface that takes colours and text.
    func draw(_ scene: Scene, _ palette: Palette) {
        for mark in scene.marks {
            if case .text(let text) = mark { draw(text, palette) } else { draw(mark, palette) }
        }
        cairo_new_path(context)
    }
}
