/// What every chart has around its plot: the title where a picture carries it, the unit, and the notice of sample data.
struct ChartFrame {
    let texts: [SceneText]
    /// Where the chart itself may begin.
    let top: Double
    /// Height of the notice under it.
    let footer: Double

    private let notice: [String]
    private let style: ChartStyle

    init(heading: String, title: String, unit: String, notice: String, style: ChartStyle, layout: TextLayout) {
        let width = style.width - 2 * style.margin
        var texts: [SceneText] = []
        var y = 4.0
        if style.showsTitle {
            for line in layout.wrapped(heading, style.labelSize + 4, .semibold, width: width, lines: 2) {
                y += (style.labelSize + 4) * lineHeight
                texts.append(
                    SceneText(
                        line, at: ScenePoint(style.margin, y - 4), size: style.labelSize + 4, weight: .semibold,
                        role: .ink))
            }
            for line in layout.wrapped(title, style.labelSize, width: width, lines: 3) {
                y += style.labelSize * lineHeight + 2
                texts.append(
                    SceneText(line, at: ScenePoint(style.margin, y - 4), size: style.labelSize, role: .ink))
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

/// The name a chart goes by where it is not seen: what it is about, then what it shows.
func accessibleName(_ heading: String, _ title: String) -> String {
    [heading, title].filter { !$0.isEmpty }.joined(separator: ". ")
}
