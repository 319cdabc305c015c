/// A place of a plot in the data's own terms: a year and a percentage, a share and the number of a row.
struct DataPoint: Hashable {
    var x: Double
    var y: Double

    init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }
}

/// A rectangle of a plot in the data's own terms: from one value to another along one direction, over a strip of the
/// other. Row 3 of a band scale reaches from 2.5 to 3.5.
struct DataBox: Hashable {
    var x: ClosedRange<Double>
    var y: ClosedRange<Double>

    init(x: ClosedRange<Double>, y: ClosedRange<Double>) {
        self.x = x
        self.y = y
    }
}

/// Turns numbers of the data into places along a direction.
protocol PositionScale {
    func callAsFunction(_ value: Double) -> Double
}

extension LinearScale: PositionScale {}

extension BandScale: PositionScale {
    /// The middle of a strip; halves between two whole numbers are their border.
    func callAsFunction(_ index: Double) -> Double { start + (index + 0.5) * band }
}

/// One kind of mark with its channels: where it stands by the scales, how it looks by its role, shape and weight.
///
/// A chart is a list of layers over two scales, drawn from back to front; a new chart is another list. After Wilkinson
/// (2005), *The Grammar of Graphics*, with the parts that charts of indicators need.
enum Layer {
    /// Rules right across, and right up, the plot.
    case across([Double], role: Role, width: Double = 1, style: LineStyle = .solid)
    case upright([Double], role: Role, width: Double = 1, style: LineStyle = .solid)
    /// Connected lines.
    case line([[DataPoint]], role: Role, width: Double, style: LineStyle = .solid)
    /// What lies between an upper and a lower line.
    case between(upper: [DataPoint], lower: [DataPoint], role: Role, opacity: Double)
    case dots([DataPoint], shape: DotShape, radius: Double, role: Role)
    /// Bars, cells and strips.
    case boxes([DataBox], role: Role, opacity: Double = 1)
    /// Figures that are not shown.
    case hatched([DataBox], role: Role)
    /// Places of a map, outlines already projected to the plot's terms.
    case places([[DataPoint]], role: Role, opacity: Double = 1)

    /// Dots whose role and shape each datum's channels give, grouped so that equal ones share a path.
    static func dots<Datum>(
        _ data: [Datum], x: (Datum) -> Double, y: (Datum) -> Double?, look: (Datum) -> DotLook
    ) -> [Layer] {
        var looks: [DotLook] = []
        var points: [DotLook: [DataPoint]] = [:]
        for datum in data {
            guard let value = y(datum) else { continue }
            let its = look(datum)
            if points[its] == nil { looks.append(its) }
            points[its, default: []].append(DataPoint(x(datum), value))
        }
        return looks.map { .dots(points[$0] ?? [], shape: $0.shape, radius: $0.radius, role: $0.role) }
    }

    /// Boxes whose role each datum's channel gives, one path a role, in the order of first appearance.
    static func boxes<Datum>(_ data: [Datum], box: (Datum) -> DataBox?, role: (Datum) -> Role) -> [Layer] {
        var order: [Role] = []
        var boxes: [Role: [DataBox]] = [:]
        for datum in data {
            guard let box = box(datum) else { continue }
            let its = role(datum)
            if boxes[its] == nil { order.append(its) }
            boxes[its, default: []].append(box)
        }
        return order.map { .boxes(boxes[$0] ?? [], role: $0) }
    }
}

/// The channels of a dot besides its place.
struct DotLook: Hashable {
    var shape: DotShape
    var radius: Double
    var role: Role
}

/// Two scales and the rectangle they fill.
struct Plot<X: PositionScale, Y: PositionScale> {
    let area: SceneRectangle
    let x: X
    let y: Y

    func place(_ point: DataPoint) -> ScenePoint { ScenePoint(x(point.x), y(point.y)) }

    func rectangle(_ box: DataBox) -> SceneRectangle {
        let (left, right) = (x(box.x.lowerBound), x(box.x.upperBound))
        let (top, bottom) = (y(box.y.lowerBound), y(box.y.upperBound))
        return SceneRectangle(
            x: min(left, right), y: min(top, bottom), width: (right - left).magnitude, height: (bottom - top).magnitude)
    }

    /// The marks of the layers, from back to front.
    func marks(_ layers: [Layer]) -> [Mark] { layers.compactMap(mark) }

    private func mark(_ layer: Layer) -> Mark? {
        switch layer {
        case .across(let values, let role, let width, let style):
            let runs = values.map { value in
                let level = width == 1 ? sharp(y(value)) : y(value)
                return [ScenePoint(area.x, level), ScenePoint(area.right, level)]
            }
            return runs.isEmpty ? nil : .line(runs: runs, role: role, width: width, style: style)
        case .upright(let values, let role, let width, let style):
            let runs = values.map { value in
                let place = width == 1 ? sharp(x(value)) : x(value)
                return [ScenePoint(place, area.y), ScenePoint(place, area.bottom)]
            }
            return runs.isEmpty ? nil : .line(runs: runs, role: role, width: width, style: style)
        case .line(let runs, let role, let width, let style):
            let drawn = runs.filter { $0.count > 1 }.map { $0.map(place) }
            return drawn.isEmpty ? nil : .line(runs: drawn, role: role, width: width, style: style)
        case .between(let upper, let lower, let role, let opacity):
            let outline = upper.map(place) + lower.reversed().map(place)
            return outline.count < 3 ? nil : .area(outline: outline, role: role, opacity: opacity)
        case .dots(let points, let shape, let radius, let role):
            return points.isEmpty ? nil : .dots(points.map(place), shape: shape, radius: radius, role: role)
        case .boxes(let boxes, let role, let opacity):
            let outlines = boxes.map { rectangle($0).corners }
            return outlines.isEmpty ? nil : .shapes(outlines: outlines, role: role, opacity: opacity)
        case .hatched(let boxes, let role):
            let outlines = boxes.map { rectangle($0).corners }
            return outlines.isEmpty ? nil : .hatched(outlines: outlines, role: role)
        case .places(let outlines, let role, let opacity):
            let drawn = outlines.filter { $0.count > 2 }.map { $0.map(place) }
            return drawn.isEmpty ? nil : .shapes(outlines: drawn, role: role, opacity: opacity)
        }
    }
}

extension SceneRectangle {
    var corners: [ScenePoint] {
        [ScenePoint(x, y), ScenePoint(right, y), ScenePoint(right, bottom), ScenePoint(x, bottom)]
    }
}
