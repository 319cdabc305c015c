/// How large a chart is drawn. Charts are drawn at the width they are shown, so text is never scaled under 12 points.
public struct ChartStyle: Hashable, Sendable {
    /// In points.
    public var width: Double
    /// Height of a line chart without what its texts add; unit charts grow with their rows.
    public var height: Double
    /// Size of ordinary text: axes, names, notes.
    public var textSize: Double
    /// Size of the figures that matter most.
    public var labelSize: Double
    /// Whether the title is drawn inside the picture: for files that leave the page.
    public var showsTitle: Bool

    public init(
        width: Double, height: Double, textSize: Double = 12, labelSize: Double = 13, showsTitle: Bool = false
    ) {
        self.width = width
        self.height = height
        self.textSize = textSize
        self.labelSize = labelSize
        self.showsTitle = showsTitle
    }

    /// A column of text on a desk's screen.
    public static let wide = ChartStyle(width: 680, height: 360)
    /// A phone.
    public static let narrow = ChartStyle(width: 340, height: 300)
    /// A picture to download: as wide, with its title inside.
    public static let picture = ChartStyle(width: 680, height: 360, showsTitle: true)

    var isNarrow: Bool { width < 500 }
    /// Free space kept along the edges.
    var margin: Double { 8 }
}
