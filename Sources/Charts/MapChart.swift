import Vocabulary

/// Places filled by the class of their figure, with a legend of values; places not shown are hatched, places without a
/// figure white.
public func mapChart(_ model: MapModel, style: ChartStyle, measure: any TextMeasure) -> Scene {
    MapChart(model, style: style, measure: measure).scene()
}

/// The composition: the map, and the legend beside it, or under it where the map is broad or the drawing narrow.
struct MapChart {
    private struct Entry {
        var text: String
        var role: Role
        var isHatched = false
    }

    let model: MapModel
    let style: ChartStyle
    let layout: TextLayout
    let frame: ChartFrame
    let outlines: MapOutlines
    let height: Double
    private let grids: [InsideGrid?]
    private let entries: [Entry]
    private let notes: [String]
    private let legend: ScenePoint

    private static let step = 22.0

    init(_ model: MapModel, style: ChartStyle, measure: any TextMeasure) {
        self.model = model
        self.style = style
        let layout = TextLayout(measure: measure)
        self.layout = layout
        frame = ChartFrame(
            heading: model.heading, title: model.title, unit: model.unit, notice: model.notice, style: style,
            layout: layout)
        let size = style.textSize, whole = style.width - 2 * style.margin
        let entries = Self.entries(model)
        let widest = layout.widest(entries.map(\.text), size) + 22
        let beside = min(max(widest, 190), whole * 0.45)
        let rings = model.places.map(\.rings), top = frame.top + 8
        func map(_ width: Double, _ height: Double) -> MapOutlines {
            MapOutlines(rings, in: SceneRectangle(x: style.margin, y: top, width: width, height: height))
        }
        let besides = map(whole - beside - 24, 420)
        let isBeside = !style.isNarrow && besides.area.height >= 180
        outlines = isBeside ? besides : map(whole, style.isNarrow ? 360 : 400)
        let room = isBeside ? beside : whole
        self.entries = entries.map {
            Entry(text: layout.shortened($0.text, size, width: room - 22), role: $0.role, isHatched: $0.isHatched)
        }
        notes = model.notes.flatMap { layout.wrapped($0, size, width: room, lines: 4) }
        legend = isBeside
            ? ScenePoint(style.width - style.margin - beside, top) : ScenePoint(style.margin, outlines.area.bottom + 14)
        let told = Double(entries.count) * Self.step + 6 + Double(notes.count) * size * lineHeight
        height = max(outlines.area.bottom, legend.y + told) + 10 + frame.footer
        grids = outlines.places.map { $0.isEmpty ? nil : InsideGrid($0) }
    }

    /// The highest class first, as on the map the darkest are seen first.
    private static func entries(_ model: MapModel) -> [Entry] {
        var entries = model.classes.indices.reversed().map {
            Entry(text: model.classes[$0], role: stepRole($0, of: model.classes.count))
        }
        if model.places.contains(where: { $0.standing == .hidden }) {
            entries.append(Entry(text: model.hiddenText, role: .paper, isHatched: true))
        }
        if model.places.contains(where: { $0.standing == .missing }) {
            entries.append(Entry(text: model.missingText, role: .paper))
        }
        return entries
    }

    func scene() -> Scene {
        Scene(
            width: style.width, height: height, marks: marks() + labels().map(Mark.text), hitAreas: hitAreas(),
            title: accessibleName(model.heading, model.title), summary: model.summary, language: model.language.rawValue
        )
    }

    private func marks() -> [Mark] {
        var marks: [Mark] = []
        for category in model.classes.indices {
            let rings = rings { $0.category == category }
            let role = stepRole(category, of: model.classes.count)
            if !rings.isEmpty { marks.append(.shapes(outlines: rings, role: role, opacity: 1)) }
        }
        let hidden = rings { $0.standing == .hidden }
        if !hidden.isEmpty { marks.append(.hatched(outlines: hidden, role: .hatch)) }
        let all = rings { _ in true }
        if !all.isEmpty { marks.append(.line(runs: all, role: .axis, width: 1, style: .solid)) }
        for (place, entry) in entries.enumerated() {
            let patch = SceneRectangle(x: legend.x, y: legend.y + Double(place) * Self.step, width: 14, height: 14)
            if entry.isHatched { marks.append(.hatched(outlines: [patch.corners], role: .hatch)) }
            // The outline alone round a hatched patch.
            let drawn = patchMarks(patch, role: entry.role)
            marks += entry.isHatched ? Array(drawn.dropFirst()) : drawn
        }
        return marks
    }

    private func rings(of isChosen: (MapModel.Place) -> Bool) -> [[ScenePoint]] {
        zip(model.places, outlines.places).flatMap { place, rings in isChosen(place) ? rings : [] }
    }

    private func labels() -> [SceneText] {
        var placer = LabelPlacer(
            layout: layout, bounds: SceneRectangle(x: 0, y: 0, width: style.width, height: height))
        let size = style.textSize
        for text in frame.texts + frame.noticeTexts(height: height) { placer.fix(text) }
        for (place, entry) in entries.enumerated() {
            let y = legend.y + Double(place) * Self.step + 7 + size * 0.35
            placer.fix(SceneText(entry.text, at: ScenePoint(legend.x + 22, y), size: size, role: .ink))
        }
        let under = legend.y + Double(entries.count) * Self.step + 6
        for (index, line) in notes.enumerated() {
            let y = under + size * (0.915 + Double(index) * lineHeight)
            placer.fix(SceneText(line, at: ScenePoint(legend.x, y), size: size))
        }
        for (place, grid) in zip(model.places, grids) {
            if let grid { write(place, grid, &placer) }
        }
        return placer.texts
    }

    /// Name and figure inside the place, the name broken where that helps; or one of them alone; or nothing.
    private func write(_ place: MapModel.Place, _ grid: InsideGrid, _ placer: inout LabelPlacer) {
        let size = style.textSize, step = size * lineHeight
        let role = place.category.map { stepRole($0, of: model.classes.count).ink } ?? .ink
        let broken = place.name.replacing("-", with: "- ").split(separator: " ").map(String.init)
        for lines in [[place.name, place.figure], broken + [place.figure], [place.name], [place.figure]] {
            let told = lines.filter { !$0.isEmpty }
            guard !told.isEmpty, let room = grid.room(
                width: layout.widest(told, size) + 4, height: Double(told.count) * step + 2)
            else { continue }
            let top = room.y + (room.height - Double(told.count) * step) / 2, x = room.x + room.width / 2
            let texts = told.enumerated().map { index, line in
                SceneText(
                    line, at: ScenePoint(x, top + size * 0.915 + Double(index) * step), size: size, anchor: .middle,
                    role: role)
            }
            for text in texts { placer.fixIfFree(text) }
            return
        }
    }

    private func hitAreas() -> [HitArea] {
        zip(model.places, grids).compactMap { place, grid in
            guard let grid, !place.label.isEmpty else { return nil }
            return HitArea(area: grid.largest, label: place.label)
        }
    }
}

/// The shade of a class, spread over all five however many there are.
func stepRole(_ place: Int, of count: Int) -> Role {
    let shades: [Int] =
        switch count {
        case ...1: [3]
        case 2: [2, 4]
        case 3: [1, 3, 5]
        case 4: [1, 2, 4, 5]
        default: [1, 2, 3, 4, 5]
        }
    return Role.steps[shades[min(place, shades.count - 1)] - 1]
}
