import Charts
import Vocabulary

/// Five answers in three years, the oldest not shown.
func answers() -> StackedBarModel {
    let parts: [StackedBarModel.Part] = [
        .init(name: "Meget utilfreds", role: .negative1, side: .negative),
        .init(name: "Utilfreds", role: .negative2, side: .negative),
        .init(name: "Hverken eller", role: .middle, side: .middle),
        .init(name: "Tilfreds", role: .positive2, side: .positive),
        .init(name: "Meget tilfreds", role: .positive1, side: .positive),
    ]
    func bar(_ year: Int, _ values: [Double], isProvisional: Bool = false) -> StackedBarModel.Bar {
        .init(
            name: "\(year)", values: values, figures: values.map { "\($0) %" },
            labels: zip(parts, values).map { "\(year), \($0.name): \($1) %" }, isProvisional: isProvisional)
    }
    var model = StackedBarModel(
        parts: parts,
        bars: [
            bar(2025, [4, 8, 20, 31, 37]), bar(2024, [5, 10, 15, 30, 40], isProvisional: true),
            .init(
                name: "2023", values: [], figures: [], labels: ["2023: vises ikke"], note: "Vises ikke (for få personer)",
                isHidden: true),
        ])
    model.unit = "Procent af dem, der svarede"
    model.heading = "Tilfredse modtagere af hjemmehjælp"
    model.title = "Sådan fordeler svarene sig"
    model.notice = "Eksempeldata – ikke Roskilde Kommunes tal"
    model.summary = "Procent."
    return model
}

func kinds() -> StackedBarModel {
    let names = ["Idræt", "Kultur", "Musik og teater", "Natur", "Spejder og friluftsliv", "Andre"]
    var model = StackedBarModel(
        parts: zip(names, Role.categories).map { .init(name: $0, role: $1) },
        bars: [2025, 2024].map { year in
            .init(
                name: "\(year)", values: [45, 10, 12, 8, 20, 5], figures: ["45 %", "10 %", "12 %", "8 %", "20 %", "5 %"],
                labels: names.map { "\(year), \($0)" })
        })
    model.unit = "Procent af det hele (medlemskaber)"
    return model
}

func pyramid() -> PyramidModel {
    let rows = (0..<10).map { place -> PyramidModel.Row in
        let left = Double(400 - place * 30), right = Double(380 - place * 24)
        return .init(
            age: "\(place * 10)–\(place * 10 + 9)", left: left, right: right, leftBefore: left - 40,
            rightBefore: right + 40, leftLabel: "Mænd \(place)", rightLabel: "Kvinder \(place)")
    }
    var model = PyramidModel(left: "Mænd", right: "Kvinder", rows: rows)
    model.beforeText = "Stregen viser 2015"
    model.unit = "Borgere"
    model.title = "Fordelt på alder og køn (2025)"
    return model
}

func slope() -> SlopeModel {
    func line(_ name: String, _ from: Double, _ to: Double, isOwn: Bool = false) -> SlopeModel.Line {
        .init(
            name: name, from: from, to: to, fromFigure: "\(from) %", toFigure: "\(to) %", fromLabel: "\(name), 2019",
            toLabel: "\(name), 2025", isOwn: isOwn)
    }
    var model = SlopeModel(
        lines: [
            line("Roskilde Kommune", 5, 4, isOwn: true), line("Børn og Unge", 4.9, 4.1), line("Plejecenter Ådalen", 7, 8),
            line("Social, Ældre og Sundhed", 6, 6), line("Åskolen", 4, 2),
        ], from: "2019", to: "2025")
    model.unit = "Procent af arbejdstiden"
    model.title = "Fra 2019 til 2025"
    return model
}

/// A closed square of degrees, its lower left corner first.
func square(_ west: Double, _ south: Double, _ side: Double = 1) -> [GeographicPoint] {
    [(0.0, 0.0), (side, 0), (side, side), (0, side), (0, 0)].map {
        GeographicPoint(longitude: west + $0.0, latitude: south + $0.1)
    }
}

func squares() -> MapModel {
    var model = MapModel(
        places: [
            .init(name: "Skien", rings: [square(0, 59)], category: 0, figure: "61,0 %", label: "Skien: 61,0 %"),
            .init(name: "Notodden", rings: [square(1, 59)], category: 1, figure: "64,2 %", label: "Notodden: 64,2 %"),
            .init(name: "Tinn", rings: [square(0, 60)], category: 2, figure: "71,0 %", label: "Tinn: 71,0 %"),
            .init(name: "Vinje", rings: [square(1, 60)], standing: .hidden, label: "Vinje: vises ikke"),
            .init(name: "Tokke", rings: [square(2, 60)], standing: .missing, label: "Tokke: tal mangler"),
        ], classes: ["Under 62 %", "62 til under 70 %", "70 % eller mere"])
    model.hiddenText = "Vises ikke (for få personer)"
    model.missingText = "Tal mangler"
    model.notes = ["Skematisk kort"]
    model.unit = "Procent"
    model.title = "Seneste tal på kort (2025)"
    return model
}

extension Scene {
    /// The filled outlines of a role.
    func outlines(_ role: Role) -> [[ScenePoint]] {
        marks.flatMap { mark in if case .shapes(let outlines, role, _) = mark { outlines } else { [[ScenePoint]]() } }
    }

    /// The parts of bars filled with a role; patches of the legend are lower.
    func bars(_ role: Role) -> [SceneRectangle] { outlines(role).map(bounds).filter { $0.height > 20 } }

    var hatchings: Int {
        marks.reduce(0) { sum, mark in if case .hatched(let outlines, _) = mark { sum + outlines.count } else { sum } }
    }

    func text(_ string: String) -> SceneText? { texts.first { $0.string == string } }
}

/// The rectangle round a shape.
func bounds(_ outline: [ScenePoint]) -> SceneRectangle {
    let x = outline.map(\.x), y = outline.map(\.y)
    return SceneRectangle(
        x: x.min() ?? 0, y: y.min() ?? 0, width: (x.max() ?? 0) - (x.min() ?? 0), height: (y.max() ?? 0) - (y.min() ?? 0))
}

func isNear(_ left: Double, _ right: Double, within tolerance: Double = 1e-6) -> Bool {
    (left - right).magnitude <= tolerance
}
