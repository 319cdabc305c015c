import Charts
import Testing

@Suite("Bars of parts: answers and shares")
struct StackedBarTests {
    let measure = EvenMeasure()

    private func border(_ scene: Scene) -> Double? {
        for case .line(let runs, .ink, 2, .solid) in scene.marks { return runs[0][0].x }
        return nil
    }

    @Test func partsAreAsWideAsTheirShares() {
        for style in [ChartStyle.wide, .narrow] {
            let scene = stackedBarChart(answers(), style: style, measure: measure)
            let newest = Role.answers.map { scene.bars($0)[0] }
            let unit = newest.map(\.width).reduce(0, +) / 100
            for (box, share) in zip(newest, [4.0, 8, 20, 31, 37]) { #expect(isNear(box.width, share * unit)) }
            for (left, right) in zip(newest, newest.dropFirst()) { #expect(isNear(left.x + left.width, right.x)) }
        }
    }

    @Test func answersMeetAtTheBorderAndTheMiddleIsHalved() throws {
        let scene = stackedBarChart(answers(), style: .wide, measure: measure)
        let middleLine = try #require(border(scene))
        for year in 0..<2 {
            let middle = scene.bars(.middle)[year]
            #expect(isNear(middle.x + middle.width / 2, middleLine))
        }
        // The bar that begins furthest to the left has 15 + 15 ∕ 2 before the border, the other 12 + 20 ∕ 2.
        let unit = scene.bars(.middle)[0].width / 20
        #expect(isNear(middleLine - scene.bars(.negative1)[1].x, 22.5 * unit))
        #expect(isNear(middleLine - scene.bars(.negative1)[0].x, 22 * unit))
    }

    @Test func sharesBeginTogether() {
        let scene = stackedBarChart(kinds(), style: .wide, measure: measure)
        #expect(border(scene) == nil)
        let first = scene.bars(.category1)
        #expect(first.count == 2 && first[0].x == first[1].x)
        let whole = scene.bars(.category6)[0]
        #expect(isNear(whole.x + whole.width, ChartStyle.wide.width - 8))
    }

    @Test func aYearNotShownIsHatchedAndSaysWhy() {
        let scene = stackedBarChart(answers(), style: .narrow, measure: measure)
        #expect(scene.hatchings == 1)
        #expect(scene.text("Vises ikke (for få personer)") != nil)
        #expect(scene.bars(.middle).count == 2)
        #expect(scene.hitAreas.last?.label == "2023: vises ikke")
    }

    @Test func figuresStandInTheirParts() throws {
        let scene = stackedBarChart(answers(), style: .wide, measure: measure)
        let text = try #require(scene.text("31.0 %"))
        let part = scene.bars(.positive2)[0]
        let box = text.box(measure)
        #expect(box.x >= part.x && box.x + box.width <= part.x + part.width)
        #expect(text.role == .onPale && scene.text("37.0 %")?.role == .onStrong)
        // Too narrow for a figure: it is told when pointed at.
        #expect(scene.text("4.0 %") == nil)
        #expect(scene.hitAreas.contains { $0.label == "2025, Meget utilfreds: 4.0 %" })
    }

    @Test func namesStandOverThePartsInTheirOrder() {
        let scene = stackedBarChart(answers(), style: .wide, measure: measure)
        let names = ["utilfreds", "Utilfreds", "Hverken", "Tilfreds"].compactMap { scene.text($0)?.at.x }
        let whole = answers().parts.compactMap { scene.text($0.name)?.at.x }
        #expect(names == names.sorted() && whole == whole.sorted() && names.count + whole.count >= 4)
    }

    @Test func namesWithoutRoomHavePatches() {
        var model = answers()
        for place in model.parts.indices { model.parts[place].name += " med hjælpen i hverdagen og i weekenden" }
        let scene = stackedBarChart(model, style: .narrow, measure: measure)
        let patches = scene.outlines(.negative1).map(bounds).filter { $0.width == $0.height }
        #expect(patches.count == 1)
        #expect(scene.textFaults(measure) == [])
    }

    @Test func provisionalYearsAreDashed() {
        func dashes(_ scene: Scene) -> Int {
            scene.marks.count { if case .line(_, .ink, _, .dashed) = $0 { true } else { false } }
        }
        #expect(dashes(stackedBarChart(answers(), style: .wide, measure: measure)) == 1)
        #expect(dashes(stackedBarChart(kinds(), style: .wide, measure: measure)) == 0)
    }
}
