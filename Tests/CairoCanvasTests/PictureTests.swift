import CairoCanvas
import Charts
import Foundation
import Testing

@Suite("Pictures and documents")
struct PictureTests {
    let scene = SVGTests.scene

    @Test func pngIsAPictureOfTheRightSize() {
        let bytes = png(scene, scale: 2)
        #expect(bytes.prefix(8) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        // Width and height, then 8 bits of red, green and blue.
        #expect(bytes[16..<26] == [0, 0, 0, 200, 0, 0, 0, 120, 8, 2])
    }

    @Test func sameSceneSameBytes() {
        #expect(png(scene) == png(scene))
        #expect(pdf(scene, createdAt: "2026-11-20") == pdf(scene, createdAt: "2026-11-20"))
        #expect(svg(scene, id: "a") == svg(scene, id: "a"))
    }

    @Test func pdfSaysWhenItWasMadeAndNothingElseOfTime() {
        let text = String(decoding: pdf(scene, createdAt: "2026-11-20"), as: UTF8.self)
        #expect(text.hasPrefix("%PDF-"))
        #expect(text.contains("20261120000000Z"))
        #expect(!text.contains("ModDate"))
        #expect(text.contains("/Title"))
        #expect(text.contains("/Font"))
    }
}

@Suite("Measured text")
struct TextMeasureTests {
    let measure = CairoTextMeasure()

    @Test func widthGrowsWithSizeAndWeight() {
        let small = measure.width(of: "Hele landet", size: 12, weight: .regular)
        #expect(small > 40 && small < 90)
        #expect((measure.width(of: "Hele landet", size: 24, weight: .regular) - 2 * small).magnitude < 1e-9)
        #expect(measure.width(of: "Hele landet", size: 12, weight: .semibold) > small)
        #expect(measure.width(of: "", size: 12, weight: .regular) == 0)
    }

    @Test func manyTasksMeasureAtOnce() async {
        let expected = measure.width(of: "Måltal 2030 – ÆØÅ", size: 12, weight: .regular)
        await withTaskGroup(of: Double.self) { group in
            for _ in 0..<64 {
                group.addTask { CairoTextMeasure().width(of: "Måltal 2030 – ÆØÅ", size: 12, weight: .regular) }
            }
            for await width in group { #expect(width == expected) }
        }
    }

    @Test func chartsHaveRoomInTheRealTypeface() {
        for style in [ChartStyle.wide, .narrow, .picture] {
            #expect(lineChart(sixtyYears(), style: style, measure: measure).textFaults(measure) == [])
        }
    }
}

@Suite("Colours")
struct PaletteTests {
    @Test(arguments: [Palette.light, .dark])
    func contrast(palette: Palette) {
        for text in [
            palette.ink, palette.muted, palette.own, palette.target, palette.warning, palette.bad, palette.good,
        ] {
            #expect(text.contrast(with: palette.paper) >= 4.5, "\(text.hex) on \(palette.paper.hex)")
        }
        for graphic in [palette.axis, palette.context] {
            #expect(graphic.contrast(with: palette.paper) >= 3, "\(graphic.hex) on \(palette.paper.hex)")
        }
    }

    @Test func contrastIsCountedAsWCAGDoes() {
        #expect((Colour(0x000000).contrast(with: Colour(0xffffff)) - 21).magnitude < 1e-6)
        #expect((Colour(0x767676).contrast(with: Colour(0xffffff)) - 4.54).magnitude < 0.005)
        #expect((Colour(0x12436D).contrast(with: Colour(0xffffff)) - 10.25).magnitude < 0.01)
    }
}
