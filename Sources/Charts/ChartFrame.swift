/// What every chart has around its plot: the title where a picture carries it, the unit, and the notice of sample data.
struct ChartFrame {
    let texts: [SceneText]
    /// Where the chart itself may begin.
    let top: Double
    /// Height of the notice under it.
    let footer: Double

    private let notice: [String]
    private let style: ChartStyle

    init(title: String, unit: String, notice: String, style: ChartStyle, layout: TextLayout) {
        let width = style.width - 2 * style.margin
        var texts: [SceneText] = []
        var y = 4.0
        if style.showsTitle {
            let size = style.labelSize + 3
            for line in layout.wrapped(title, size, .semibold, width: width, lines: 3) {
                y += size * lineHeight
                texts.append(
                    SceneText(line, at: ScenePoint(style.margin, y - 4), size: size, weight: .semibold, role: .ink))
            }
            y += 6
        }
        for line in layout.wrapped(unit, style.textSize, width: width, lines: 2) {
            y += style.textSize * lineHeight
            texts.append(SceneText(line, at: ScenePoint(style.margin, y - 4), size: style.textSize))
        }
        self.texts = texts
        self.style = style
        top = y
        self.notice = notice.isEmpty ? [] : layout.wrapped(notice, style.textSize, width: width, lines: 4)
        footer = self.notice.isEmpty ? 0 : Double(self.notice.count) * style.textSize * lineHeight + 8
    }

    /// The notice at the bottom left of a drawing of this height.
    func noticeTexts(height: Double) -> [SceneText] {
        let size = style.textSize
        return notice.enumerated().map { index, line in
            let below = Double(notice.count - 1 - index) * size * lineHeight
            return SceneText(line, at: ScenePoint(style.margin, height - 6 - below), size: size)
        }
    }
}
