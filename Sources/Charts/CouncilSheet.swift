public import Assessment
import Sentences
public import Vocabulary
public import Wording

/// What stands on a council sheet besides the indicators.
public struct SheetFrame: Sendable {
    public var organisation: String
    public var title: String
    public var lede: String
    /// Below the heading on the first page: how many indicators stand where.
    public var standing: String
    /// At the foot of every page: edition, date.
    public var footer: String
    /// What invented data carry; empty where they are real.
    public var notice: String

    public init(organisation: String, title: String, lede: String, standing: String, footer: String, notice: String) {
        self.organisation = organisation
        self.title = title
        self.lede = lede
        self.standing = standing
        self.footer = footer
        self.notice = notice
    }
}

/// A goal and its indicators on a council sheet.
public struct SheetGoal<E: Publishable>: Sendable {
    /// Empty where the sheet is the goal's own.
    public var heading: String
    public var indicators: [Assessed<E>]

    public init(heading: String, indicators: [Assessed<E>]) {
        self.heading = heading
        self.indicators = indicators
    }
}

/// Sheets of A4, 595 × 842 points: verdict, sentence, small chart, figures and source of each indicator in two columns.
/// Shape and words carry the verdict, so that it reads in black and white.
public func councilSheet<E: Publishable>(
    _ goals: [SheetGoal<E>], frame: SheetFrame, phrases: Phrases, measure: any TextMeasure
) -> [Scene] {
    var sheet = CouncilSheet(frame: frame, layout: TextLayout(measure: measure), language: phrases.language)
    sheet.begin()
    for goal in goals {
        if !goal.heading.isEmpty { sheet.heading(goal.heading) }
        for indicator in goal.indicators { sheet.add(SheetItem(indicator, phrases)) }
    }
    return sheet.finished()
}

/// An indicator as it stands on a sheet.
private struct SheetItem {
    var title: String
    var mark: VerdictMark
    var verdict: String
    var figures: String
    var sentence: String
    var source: String
    var sparkline: Scene?

    init<E: Publishable>(_ a: Assessed<E>, _ p: Phrases) {
        let d = a.description, o = a.outcome
        title = d.title(p.language)
        mark = o.verdict.mark
        verdict = verdictText(d, o, p)
        var parts: [String] = []
        if let latest = o.latest {
            parts.append(latest.period.shortName(p.language) + ": " + d.unit.text(latest.value, p.language))
        }
        if let target = d.target {
            parts.append(p("table.target", ["year": String(target.year)]) + ": " + targetValueText(d, p))
        }
        figures = parts.joined(separator: " · ")
        sentence = leadSentence(a, p)
        source = p("sheet.source", ["source": d.sources.map { $0.title(p.language) }.joined(separator: ", ")])
        sparkline = o.latest == nil ? nil : Charts.sparkline(a, phrases: p)
    }
}

/// Fills pages from the top, column by column.
private struct CouncilSheet {
    let frame: SheetFrame
    let layout: TextLayout
    let language: Language

    private let width = 595.0
    private let height = 842.0
    private let margin = 42.0
    private let gutter = 22.0
    private var pages: [Scene] = []
    private var page = Scene(width: 595, height: 842)
    private var column = 0
    private var top = 0.0
    private var y = 0.0

    init(frame: SheetFrame, layout: TextLayout, language: Language) {
        self.frame = frame
        self.layout = layout
        self.language = language
    }

    private var columnWidth: Double { (width - 2 * margin - gutter) / 2 }
    private var left: Double { margin + Double(column) * (columnWidth + gutter) }
    private var bottom: Double { height - margin - 24 }

    mutating func begin() {
        page = emptyPage()
        y = margin
        write(frame.organisation, 9, role: .muted, x: margin, width: width - 2 * margin)
        write(frame.title, 17, .semibold, x: margin, width: width - 2 * margin)
        write(frame.lede, 10, role: .muted, x: margin, width: width - 2 * margin)
        write(frame.standing, 10, x: margin, width: width - 2 * margin)
        y += 6
        top = y
    }

    mutating func heading(_ text: String) {
        if y + 90 > bottom { nextColumn() }
        y += y > top ? 8 : 0
        write(text, 12, .semibold, x: left, width: columnWidth)
        y += 4
    }

    mutating func add(_ item: SheetItem) {
        let chartWidth = item.sparkline == nil ? 0 : 78.0
        let lines = layout.wrapped(item.sentence, 8.5, width: columnWidth, lines: 5)
        let titles = layout.wrapped(item.title, 10, .semibold, width: columnWidth - chartWidth - 6, lines: 3)
        let need = 14 + Double(titles.count) * 12.5 + Double(lines.count) * 10.7 + 34
        if y + need > bottom { nextColumn() }
        page.marks.append(
            .line(runs: [[ScenePoint(left, y), ScenePoint(left + columnWidth, y)]], role: .axis, width: 0.5, style: .solid))
        let start = y
        y += 2
        write(titles, 10, .semibold, x: left)
        if let sparkline = item.sparkline {
            place(sparkline, at: ScenePoint(left + columnWidth - chartWidth, start + 4), scale: chartWidth / 132)
        }
        y = max(y, start + (item.sparkline == nil ? 0 : 27))
        page.marks += item.mark.sheetMark(at: ScenePoint(left + 4, y + 6.6))
        write(item.verdict, 9, .semibold, x: left + (item.mark == .none ? 0 : 12), width: columnWidth - 12)
        write(item.figures, 9, x: left, width: columnWidth)
        write(lines, 8.5, .regular, x: left)
        write(item.source, 7.5, role: .muted, x: left, width: columnWidth)
        y += 7
    }

    mutating func finished() -> [Scene] {
        pages.append(page)
        let count = pages.count
        return pages.enumerated().map { number, page in
            var page = page
            let foot = [frame.notice, frame.footer].filter { !$0.isEmpty }.joined(separator: ". ")
            let text = layout.shortened(foot, 8, width: width - 2 * margin - 40)
            page.marks.append(.text(SceneText(text, at: ScenePoint(margin, height - margin + 6), size: 8)))
            page.marks.append(
                .text(
                    SceneText(
                        "\(number + 1)/\(count)", at: ScenePoint(width - margin, height - margin + 6), size: 8,
                        anchor: .end)))
            return page
        }
    }

    private func emptyPage() -> Scene {
        Scene(width: width, height: height, title: frame.title, summary: frame.standing, language: language.rawValue)
    }

    private mutating func nextColumn() {
        if column == 0 {
            column = 1
        } else {
            pages.append(page)
            page = emptyPage()
            column = 0
            top = margin
        }
        y = top
    }

    private mutating func write(
        _ text: String, _ size: Double, _ weight: TextWeight = .regular, role: Role = .ink, x: Double, width: Double
    ) {
        guard !text.isEmpty else { return }
        write(layout.wrapped(text, size, weight, width: width, lines: 6), size, weight, role: role, x: x)
    }

    private mutating func write(
        _ lines: [String], _ size: Double, _ weight: TextWeight, role: Role = .ink, x: Double
    ) {
        for line in lines {
            y += size * lineHeight
            page.marks.append(
                .text(SceneText(line, at: ScenePoint(x, y - size * 0.1), size: size, weight: weight, role: role)))
        }
    }

    private mutating func place(_ scene: Scene, at origin: ScenePoint, scale: Double) {
        page.marks += scene.marks.map { $0.moved(to: origin, scale: scale) }
    }
}

extension VerdictMark {
    /// The verdict's shape, as on the pages.
    fileprivate func sheetMark(at point: ScenePoint) -> [Mark] {
        func dots(_ shape: DotShape, _ role: Role) -> [Mark] { [.dots([point], shape: shape, radius: 3.6, role: role)] }
        switch self {
        case .reached: return dots(.triangleUp, .target)
        case .onTrack: return dots(.circle, .good)
        case .tooSlow: return dots(.diamond, .warning)
        case .wrongWay: return dots(.triangleDown, .bad)
        case .cannotTell, .awaiting: return dots(.openCircle, .muted)
        case .none: return []
        }
    }
}

extension Mark {
    /// The same mark in another place and size.
    func moved(to origin: ScenePoint, scale: Double) -> Mark {
        func moved(_ point: ScenePoint) -> ScenePoint {
            ScenePoint(origin.x + point.x * scale, origin.y + point.y * scale)
        }
        switch self {
        case .line(let runs, let role, let width, let style):
            return .line(runs: runs.map { $0.map(moved) }, role: role, width: width * scale, style: style)
        case .area(let outline, let role, let opacity):
            return .area(outline: outline.map(moved), role: role, opacity: opacity)
        case .shapes(let outlines, let role, let opacity):
            return .shapes(outlines: outlines.map { $0.map(moved) }, role: role, opacity: opacity)
        case .hatched(let outlines, let role):
            return .hatched(outlines: outlines.map { $0.map(moved) }, role: role)
        case .dots(let points, let shape, let radius, let role):
            return .dots(points.map(moved), shape: shape, radius: radius * scale, role: role)
        case .text(let text):
            var text = text
            text.at = moved(text.at)
            text.size *= scale
            return .text(text)
        }
    }
}
