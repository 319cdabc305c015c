import Charts
import Testing
import Vocabulary

@Suite("Maps")
struct MapTests {
    let measure = EvenMeasure()

    @Test func aDegreeIsAsWideAsTheLatitudeMakesIt() {
        // Between 59 and 61 degrees north the cosine is that of 60: a half.
        let scene = mapChart(squares(), style: .wide, measure: measure)
        let places = [Role.step1, .step3, .step5].map { bounds(scene.outlines($0)[0]) }
        for place in places { #expect(isNear(place.width, place.height / 2, within: 1e-3)) }
        // East is right and north is up.
        #expect(isNear(places[0].x + places[0].width, places[1].x) && isNear(places[2].y + places[2].height, places[0].y))
    }

    @Test func placesNotShownAreHatchedAndMissingOnesWhite() {
        let scene = mapChart(squares(), style: .wide, measure: measure)
        #expect(scene.hatchings == 2, "the place, and its patch in the legend")
        #expect(scene.text("Vises ikke (for få personer)") != nil && scene.text("Tal mangler") != nil)
        #expect(scene.hitAreas.map(\.label).contains("Vinje: vises ikke"))
        let filled = [Role.step1, .step2, .step3, .step4, .step5].flatMap(scene.outlines).map(bounds)
        #expect(filled.count { $0.width > 20 } == 3)
    }

    @Test func namesStandInTheirPlaces() throws {
        let scene = mapChart(squares(), style: .wide, measure: measure)
        for (name, role) in [("Skien", Role.step1), ("Notodden", .step3), ("Tinn", .step5)] {
            let text = try #require(scene.text(name)), box = text.box(measure), place = bounds(scene.outlines(role)[0])
            #expect(box.x >= place.x && box.x + box.width <= place.x + place.width)
            #expect(box.y >= place.y && box.y + box.height <= place.y + place.height)
            #expect(text.role == role.ink)
        }
    }

    @Test func holesAreKeptAndNamesKeepOffThem() throws {
        var model = squares()
        model.places = [.init(name: "Ø", rings: [square(0, 59, 3), square(1, 60, 1)], category: 0, figure: "")]
        model.classes = ["61 %"]
        let scene = mapChart(model, style: .wide, measure: measure)
        let rings = scene.outlines(.step3).map(bounds).filter { $0.width > 20 }
        #expect(rings.count == 2)
        let text = try #require(scene.text("Ø"))
        #expect(!text.box(measure).intersects(rings[1]))
    }

    /// Every point of the outline as it was lies within half a point of the thinned one.
    @Test func outlinesAreThinnedToWhatCanBeSeen() {
        var random = SeededGenerator(4)
        var ring: [GeographicPoint] = []
        for (west, south, dx, dy) in [(0.0, 59.0, 1.0, 0.0), (1, 59, 0, 1), (1, 60, -1, 0), (0, 60, 0, -1)] {
            for step in 0..<200 {
                let along = Double(step) / 200, off = Double.random(in: -0.0012...0.0012, using: &random)
                ring.append(
                    GeographicPoint(longitude: west + dx * along + dy * off, latitude: south + dy * along + dx * off))
            }
        }
        ring.append(ring[0])
        var model = squares()
        model.places = [.init(name: "", rings: [ring], category: 0)]
        model.classes = ["61 %"]
        let scene = mapChart(model, style: .wide, measure: measure)
        let thinned = scene.outlines(.step3).max { $0.count < $1.count } ?? []
        #expect(thinned.count > 4 && thinned.count < 400)
        let box = bounds(thinned)
        let longitudes = ring.map(\.longitude), latitudes = ring.map(\.latitude)
        for point in ring {
            // The extremes of an outline are never left out by more than half a point, so the box tells the scale.
            let x = box.x + (point.longitude - longitudes.min()!) / (longitudes.max()! - longitudes.min()!) * box.width
            let y = box.y + (latitudes.max()! - point.latitude) / (latitudes.max()! - latitudes.min()!) * box.height
            let away = zip(thinned, thinned.dropFirst()).map { distance(ScenePoint(x, y), $0, $1) }.min() ?? 99
            #expect(away < 1.1)
        }
    }

    /// From a point to the nearest point of a line: twice the triangle's area over its base, or the nearer end.
    private func distance(_ point: ScenePoint, _ from: ScenePoint, _ to: ScenePoint) -> Double {
        func length(_ a: ScenePoint, _ b: ScenePoint) -> Double {
            ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
        }
        let (base, first, last) = (length(from, to), length(point, from), length(point, to))
        if max(first, last) * max(first, last) >= base * base + min(first, last) * min(first, last) { return min(first, last) }
        let doubled = (to.x - from.x) * (from.y - point.y) - (from.x - point.x) * (to.y - from.y)
        return doubled.magnitude / base
    }

    struct Case: Sendable {
        var values: [Double]
        var decimals = 1
        var borders: [Double]
    }

    static let cases: [Case] = [
        Case(values: [61, 62, 64.2, 70.3, 71, 75], borders: [64, 71]),
        Case(values: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15], decimals: 0, borders: [4, 7, 10, 13]),
        Case(values: [0.4, 0.6, 1.2, 1.9, 2.6, 3.3, 4.1, 5.2], borders: [1, 2, 4]),
        Case(values: [-3, -1, 2, 4], decimals: 0, borders: [-2, 4]),
        Case(values: [1, 1, 1, 1, 1, 9], decimals: 0, borders: [5]),
        Case(values: [5, 5, 5], borders: []), Case(values: [5], borders: []), Case(values: [], borders: []),
    ]

    @Test(arguments: cases)
    func bordersAreRoundAndPartEqually(one: Case) {
        #expect(classBorders(one.values, decimals: one.decimals) == one.borders)
    }

    @Test(arguments: 0..<200)
    func everyClassHasAFigure(seed: Int) {
        var random = SeededGenerator(seed)
        let values = (0..<Int.random(in: 2...60, using: &random)).map { _ in
            (Double.random(in: -20...90, using: &random) * 10).rounded() / 10
        }
        let borders = classBorders(values, decimals: 1)
        #expect(borders == borders.sorted() && Set(borders).count == borders.count && borders.count < 5)
        for (low, high) in zip([-.infinity] + borders, borders + [.infinity]) {
            #expect(values.contains { $0 >= low && $0 < high }, "seed \(seed): nothing from \(low) to \(high)")
        }
    }
}
