import Vocabulary

/// Rows × columns of figures in shades from little to much, with the figures written where they fit.
public func heatTable(_ model: HeatTableModel, style: ChartStyle, measure: any TextMeasure) -> Scene {
    HeatTable(model, style: style, measure: measure).scene()
}

struct HeatTable {
    let model: HeatTableModel
    let style: ChartStyle
    let layout: TextLayout
    let frame: ChartFrame
    let key: ChartKey
    let names: [String]
    let plot: Plot<BandScale, BandScale>
    let height: Double
    /// Whether every figure fits in its cell.
    let writesFigures: Bool

    private static let swatchHeight = 12.0

    init(_ model: HeatTableModel, style: ChartStyle, measure: any TextMeasure) {
        self.model = model
        self.style = style
        let layout = TextLayout(measure: measure)
        self.layout = layout
        frame = ChartFrame(
            heading: model.heading, title: model.title, unit: model.unit, notice: model.notice, style: style,
            layout: layout)
        let most = style.width * 0.35
        names = model.rows.map { layout.shortened($0, style.textSize, width: most) }
        let left = style.margin + layout.widest(names, style.textSize) + 8
        let top = frame.top + 24
        let across = BandScale(
            count: model.columns.count, from: left,
            band: min((style.width - style.margin - left) / Double(max(model.columns.count, 1)), 84))
        let down = BandScale(count: model.rows.count, from: top, band: 26)
        plot = Plot(
            area: SceneRectangle(x: left, y: top, width: across.end - left, height: down.end - top), x: across, y: down)
        writesFigures = layout.widest(model.cells.joined().compactMap { $0?.text }, style.textSize) <= across.band - 3
        let legend = model.borderTexts.isEmpty ? 0 : Self.swatchHeight + style.textSize * lineHeight + 14
        key = ChartKey(
            HeatTable.keyEntries(model), top: down.end + legend + 8, left: style.margin, style: style, layout: layout)
        height = down.end + legend + 8 + key.height + 4 + frame.footer
    }

    func scene() -> Scene {
        Scene(
            width: style.width, height: height,
            marks: plot.marks(layers()) + legendMarks() + key.marks + labels().map(Mark.text), hitAreas: hitAreas(),
            title: accessibleName(model.heading, model.title), summary: model.summary,
            language: model.language.rawValue)
    }

    /// A cell and where it stands.
    private struct Place {
        var row: Int
        var column: Int
        var cell: HeatTableModel.Cell
    }

    private var places: [Place] {
        model.cells.enumerated().flatMap { row, cells in
            cells.enumerated().compactMap { column, cell in
                cell.map { Place(row: row, column: column, cell: $0) }
            }
        }
    }

    /// The cell's rectangle in the table's own terms, `gap` points smaller on each side.
    private func box(_ place: Place, gap: Double = 0.5) -> DataBox {
        let (x, y) = (Double(place.column), Double(place.row))
        let (across, down) = (min(gap / plot.x.band, 0.4), min(gap / plot.y.band, 0.4))
        return DataBox(x: x - 0.5 + across...x + 0.5 - across, y: y - 0.5 + down...y + 0.5 - down)
    }

    private func layers() -> [Layer] {
        let places = places
        let shades = Role.steps.compactMap { role -> Layer? in
            let boxes = places.filter { $0.cell.value.map(model.role) == role }.map { box($0) }
            return boxes.isEmpty ? nil : .boxes(boxes, role: role)
        }
        let hidden = Layer.hatched(places.filter { $0.cell.value == nil }.map { box($0, gap: 1) }, role: .hatch)
        let frames = exceptionalEdges()
        let bars = places.filter(\.cell.startsAnew).map { place in
            let edge = box(place, gap: 0)
            return [
                DataPoint(edge.x.lowerBound, edge.y.lowerBound), DataPoint(edge.x.lowerBound, edge.y.upperBound),
            ]
        }
        return shades + [
            hidden, .line(frames, role: .paper, width: 3.5), .line(frames, role: .ink, width: 1.4, style: .dashed),
            .line(bars, role: .ink, width: 3),
        ] + provisional(places)
    }

    /// Around exceptional cells that lie together: the edges to cells that are not.
    private func exceptionalEdges() -> [[DataPoint]] {
        func isExceptional(_ row: Int, _ column: Int) -> Bool {
            guard model.cells.indices.contains(row), model.cells[row].indices.contains(column) else { return false }
            return model.cells[row][column]?.isExceptional ?? false
        }
        var edges: [[DataPoint]] = []
        for place in places where place.cell.isExceptional {
            let (row, column) = (place.row, place.column)
            let whole = box(place, gap: 0)
            let (left, right, top, bottom) =
                (whole.x.lowerBound, whole.x.upperBound, whole.y.lowerBound, whole.y.upperBound)
            if !isExceptional(row - 1, column) { edges.append([DataPoint(left, top), DataPoint(right, top)]) }
            if !isExceptional(row + 1, column) { edges.append([DataPoint(left, bottom), DataPoint(right, bottom)]) }
            if !isExceptional(row, column - 1) { edges.append([DataPoint(left, top), DataPoint(left, bottom)]) }
            if !isExceptional(row, column + 1) { edges.append([DataPoint(right, top), DataPoint(right, bottom)]) }
        }
        return edges
    }

    /// Open circles in the upper right corner of provisional cells, in the middle where there is no text to stand in.
    private func provisional(_ places: [Place]) -> [Layer] {
        let points = places.filter { $0.cell.isProvisional && $0.cell.value != nil }.map { place in
            let x = writesFigures ? Double(place.column) + 0.5 - 6 / plot.x.band : Double(place.column)
            return DataPoint(x, writesFigures ? Double(place.row) - 0.5 + 6 / plot.y.band : Double(place.row))
        }
        return [.dots(points, shape: .openCircle, radius: 3, role: .ink)]
    }

    private static func keyEntries(_ model: HeatTableModel) -> [ChartKey.Entry] {
        let cells = model.cells.joined().compactMap { $0 }
        let dashed = ChartKey.Symbol.line(role: .ink, style: .dashed)
        let said: [(Bool, ChartKey.Symbol, String)] = [
            (cells.contains { $0.value == nil }, .hatched, model.hiddenName),
            (
                cells.contains { $0.isProvisional && $0.value != nil },
                .dot(DotLook(shape: .openCircle, radius: 3, role: .ink)), model.provisionalName
            ),
            (cells.contains(where: \.isExceptional), dashed, model.exceptionalName),
            (cells.contains(where: \.startsAnew), .line(role: .ink, style: .solid), model.breakName),
        ]
        return said.filter { $0.0 && !$0.2.isEmpty }.map { ChartKey.Entry(symbol: $0.1, text: $0.2) }
    }

    // MARK: Legend

    private var swatchWidth: Double { style.isNarrow ? 50 : 64 }
    private var legendTop: Double { plot.area.bottom + 12 }
    private var legendLeft: Double { style.margin + layout.width(model.borderTexts.first ?? "", style.textSize) / 2 }

    private func legendMarks() -> [Mark] {
        guard !model.borderTexts.isEmpty else { return [] }
        let classes = model.borders.count + 1
        return (0..<classes).map { place in
            let box = SceneRectangle(
                x: legendLeft + Double(place) * swatchWidth, y: legendTop, width: swatchWidth - 1,
                height: Self.swatchHeight)
            return .shapes(outlines: [box.corners], role: HeatTableModel.role(class: place, of: classes), opacity: 1)
        }
    }

    private func placeLegend(_ placer: inout LabelPlacer) {
        // The ends before the borders between them: those that would touch are left out.
        let order = model.borderTexts.indices.sorted { first, second in
            let last = model.borderTexts.count - 1
            return (first == 0 || first == last ? 0 : 1, first) < (second == 0 || second == last ? 0 : 1, second)
        }
        for place in order {
            let x = legendLeft + Double(place) * swatchWidth
            let y = legendTop + Self.swatchHeight + style.textSize * lineHeight
            let text = model.borderTexts[place]
            placer.fixIfFree(SceneText(text, at: ScenePoint(x, y), size: style.textSize, anchor: .middle), gap: 3)
        }
    }

    // MARK: Texts

    private func labels() -> [SceneText] {
        var placer = LabelPlacer(
            layout: layout,
            bounds: SceneRectangle(x: 2, y: frame.top + 2, width: style.width - 4, height: height - frame.top - 4))
        for text in frame.texts + frame.noticeTexts(height: height) + key.texts { placer.fix(text) }
        for (row, name) in names.enumerated() {
            let at = ScenePoint(style.margin, plot.y.middle(row) + style.textSize * 0.35)
            placer.fix(SceneText(name, at: at, size: style.textSize, role: .ink))
        }
        for (column, name) in model.columns.enumerated() {
            let at = ScenePoint(plot.x.middle(column), plot.area.y - 7)
            placer.fixIfFree(SceneText(name, at: at, size: style.textSize, anchor: .middle), gap: 1.5)
        }
        placeLegend(&placer)
        return placer.texts + figures()
    }

    private func figures() -> [SceneText] {
        guard writesFigures else { return [] }
        return places.filter { $0.cell.value != nil && !$0.cell.text.isEmpty }.map { place in
            let role = place.cell.value.map(model.role)?.ink ?? .ink
            let at = ScenePoint(plot.x.middle(place.column), plot.y.middle(place.row) + style.textSize * 0.35)
            return SceneText(place.cell.text, at: at, size: style.textSize, anchor: .middle, role: role)
        }
    }

    private func hitAreas() -> [HitArea] {
        places.filter { !$0.cell.label.isEmpty }.map { place in
            let area = plot.rectangle(box(place, gap: 0))
            let (left, top) = (area.x.rounded(), area.y.rounded())
            return HitArea(
                area: SceneRectangle(
                    x: left, y: top, width: area.right.rounded() - left, height: area.bottom.rounded() - top),
                label: place.cell.label)
        }
    }
}
