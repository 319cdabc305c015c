import CCairo
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
        // Width and height, then 8 bits that are the number of a colour.
        #expect(bytes[16..<26] == [0, 0, 0, 200, 0, 0, 0, 120, 8, 3])
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains("pHYs") && text.contains("iTXtTitle") && text.contains("Titel & mere"))
    }

    /// Text has a rim of paper wherever that can be seen: the picture is the one in which every text has it.
    @Test(arguments: [0.0, 1, 2, 2.5, 3, 3.5, 4, 6, 9])
    func rimsAreLeftOutWhereTheyShowNothing(distance: Double) {
        let at = ScenePoint(20, 30)
        let level = at.y + distance
        let rule = Mark.line(
            runs: [[ScenePoint(0, level), ScenePoint(100, level)]], role: .bad, width: 1, style: .solid)
        let scene = Scene(width: 100, height: 60, marks: [rule, .text(SceneText("Ågeng", at: at, role: .ink))])
        let expected = ["Inter", "sans-serif"].map { family in
            Picture(width: 200, height: 120, scale: 2) { context in
                set(context, Palette.light.bad)
                cairo_set_line_width(context, 1)
                cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
                cairo_move_to(context, 0, level)
                cairo_line_to(context, 100, level)
                cairo_stroke(context)
                cairo_select_font_face(context, family, CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL)
                cairo_set_font_size(context, 12)
                let options = cairo_font_options_create()
                cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
                cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
                cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
                cairo_set_font_options(context, options)
                cairo_font_options_destroy(options)
                cairo_move_to(context, at.x, at.y)
                cairo_text_path(context, "Ågeng")
                set(context, Palette.light.paper)
                cairo_set_line_width(context, 3)
                cairo_stroke(context)
                set(context, Palette.light.ink)
                cairo_move_to(context, at.x, at.y)
                cairo_show_text(context, "Ågeng")
            }
        }
        #expect(expected.contains(Picture(png(scene, scale: 2))))
    }

    private func set(_ context: OpaquePointer, _ colour: Colour) {
        cairo_set_source_rgb(
            context, Double(colour.red) / 255, Double(colour.green) / 255, Double(colour.blue) / 255)
    }

    @Test func textOnAFillHasNoRim() {
        let fill = Mark.shapes(
            outlines: [[ScenePoint(0, 0), ScenePoint(100, 0), ScenePoint(100, 60), ScenePoint(0, 60)]], role: .step1,
            opacity: 1)
        func papers(_ role: Role) -> Int {
            let text = Mark.text(SceneText("Måltal", at: ScenePoint(10, 30), role: role))
            return Picture(png(Scene(width: 100, height: 60, marks: [fill, text]))).pixels.count { $0 == 0xffffff }
        }
        #expect(papers(.ink) > 100)
        #expect(papers(Role.stepInk(1)) == 0)
    }

    @Test func marksOfEveryRoleKeepTheirColour() {
        let size = 20.0
        let marks = Role.allCases.enumerated().map { index, role in
            let x = Double(index) * size
            return Mark.shapes(
                outlines: [[ScenePoint(x, 0), ScenePoint(x + size, 0), ScenePoint(x + 5, 40)]], role: role, opacity: 1)
        }
        let picture = Picture(png(Scene(width: size * Double(marks.count), height: 40, marks: marks)))
        for (index, role) in Role.allCases.enumerated() {
            let colour = Palette.light.colour(role)
            #expect(
                picture[index * 40 + 20, 5] == UInt32(colour.red << 16 | colour.green << 8 | colour.blue), "\(role)")
        }
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

    @Test func aDocumentHasItsPagesLanguageStructureAndText() throws {
        let first = Scene(
            width: 595, height: 842,
            marks: [
                .text(SceneText("Sygefravær i Ældreområdet", at: ScenePoint(40, 60), size: 20, role: .ink)),
                .dots([ScenePoint(50, 100)], shape: .square, radius: 4, role: .own),
                .text(SceneText("Måltallet er nået", at: ScenePoint(40, 120), role: .ink)),
            ], title: "Første side", language: "da")
        let second = Scene(
            width: 842, height: 595, marks: [.text(SceneText("Kilder", at: ScenePoint(40, 60)))], title: "Anden side",
            language: "da")
        let file = pdf(pages: [first, second], title: "Mål 2026", createdAt: "2026-11-20")
        #expect(file == pdf(pages: [first, second], title: "Mål 2026", createdAt: "2026-11-20"))
        let text = String(decoding: file, as: UTF8.self)
        for part in [
            "/Lang (da)", "/DisplayDocTitle true", "/MarkInfo", "/StructTreeRoot", "/Outlines", "/S /H1", "/S /P",
            "/S /Figure", "/Count 2",
        ] {
            #expect(text.contains(part), "\(part)")
        }
        // The table of places is where the file says it is.
        let place = try #require(text.firstMatch(of: /startxref\n(\d+)/)).output.1
        #expect(file[Int(place)!...].starts(with: Array("xref\n".utf8)))
        if let words = try told("pdftotext", file) {
            #expect(words.errors == "")
            for part in ["Sygefravær i Ældreområdet", "Måltallet er nået", "Kilder"] {
                #expect(words.text.contains(part))
            }
        }
        if let facts = try told("pdfinfo", file) {
            #expect(facts.text.contains("Tagged:          yes") && facts.text.contains("Pages:           2"))
            #expect(facts.text.contains("Mål 2026") && facts.errors == "")
        }
    }

    /// What a program of poppler-utils says of a document; nil where it is not installed.
    private func told(_ program: String, _ document: [UInt8]) throws -> (text: String, errors: String)? {
        let path = "/usr/bin/" + program
        guard FileManager.default.isExecutableFile(atPath: path) else { return nil }
        let file = FileManager.default.temporaryDirectory.appending(path: "document-\(UUID().uuidString).pdf")
        try Data(document).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = program == "pdftotext" ? [file.path, "-"] : [file.path]
        let (output, errors) = (Pipe(), Pipe())
        (process.standardOutput, process.standardError) = (output, errors)
        try process.run()
        let text = output.fileHandleForReading.readDataToEndOfFile()
        let said = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (String(decoding: text, as: UTF8.self), String(decoding: said, as: UTF8.self))
    }
}

@Suite("Pictures of few colours")
struct IndexedPixelsTests {
    /// Pixels in rows that are longer than the picture is wide, as Cairo's can be.
    private func indexed(_ colours: [UInt32], width: Int) -> (pixels: IndexedPixels, drawn: [UInt32]) {
        let rows = stride(from: 0, to: colours.count, by: width).map { Array(colours[$0..<$0 + width]) + [0xff12_3456] }
        let pixels = rows.flatMap { $0 }
        let result = IndexedPixels(pixels, width: width, height: rows.count, stride: width + 1)
        let drawn = result.indexes.map { index -> UInt32 in
            let parts = result.palette[Int(index) * 3..<Int(index) * 3 + 3]
            return parts.reduce(0) { $0 << 8 | UInt32($1) }
        }
        return (result, drawn)
    }

    @Test func fewColoursAreKeptExactly() {
        let colours = (0..<1024).map { UInt32($0 * 37 % 256) &* 0x01_0305 & 0xff_ffff }
        let (result, drawn) = indexed(colours.map { $0 | 0xab00_0000 }, width: 32)
        #expect(drawn == colours)
        #expect(result.palette.count == Set(colours).count * 3)
    }

    @Test func ofManyTheCommonestStayAndShadesMoveUnseen() {
        // Paper and ink over large stretches, and two thousand shades between other colours.
        let shades = (0..<2000).map { number -> UInt32 in
            let shade = number % 250
            return UInt32(shade * 65_536 + (255 - shade) * 256 + number / 250 * 30)
        }
        let solid = [UInt32](repeating: 0xffffff, count: 900) + [UInt32](repeating: 0x1b1f24, count: 98)
        // Shades next to paper and ink come first.
        let colours = [0xfefefd, 0x1a1e23] + shades + solid
        let (result, drawn) = indexed(colours, width: 40)
        #expect(result.palette.count <= 768)
        #expect(Array(drawn.suffix(998)) == solid)
        for (before, after) in zip(colours, drawn) {
            for shift in [16, 8, 0] as [UInt32] {
                #expect((Int(before >> shift & 255) - Int(after >> shift & 255)).magnitude < 64)
            }
        }
        #expect(indexed(colours, width: 40).drawn == drawn)
    }

    @Test func moreShadesThanAreToldApartAreDrawnToo() {
        let colours = (0..<20_000).map { UInt32($0) &* 0x9e37_79b1 >> 8 }
        let (result, drawn) = indexed(colours, width: 200)
        #expect(result.palette.count <= 768 && drawn.count == colours.count)
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

    @Test(arguments: [Palette.light, .dark])
    func partsAndTheirTextAreReadable(palette: Palette) {
        for fill in Role.steps + Role.answers + Role.categories {
            let (text, ground) = (palette.colour(fill.ink), palette.colour(fill))
            #expect(text.contrast(with: ground) >= 4.5, "\(fill.ink) on \(fill)")
        }
        for category in Role.categories {
            #expect(palette.colour(category).contrast(with: palette.paper) >= 3, "\(category)")
        }
    }

    /// Printed without colour, five answers and five steps are five greys.
    @Test(arguments: [Palette.light, .dark])
    func partsDifferInLightness(palette: Palette) {
        for ramp in [Role.steps, Role.answers] {
            for (one, other) in zip(ramp, ramp.dropFirst()) {
                #expect(palette.colour(one).contrast(with: palette.colour(other)) >= 1.25, "\(one) beside \(other)")
            }
        }
        let contrasts = Role.steps.map { palette.colour($0).contrast(with: palette.paper) }
        #expect(contrasts == contrasts.sorted())
    }

    @Test func neighbouringCategoriesDifferOnWhite() {
        let colours = Role.categories.map { Palette.light.colour($0) }
        for (one, other) in zip(colours, colours.dropFirst()) { #expect(one.contrast(with: other) >= 3) }
    }

    @Test func contrastIsCountedAsWCAGDoes() {
        #expect((Colour(0x000000).contrast(with: Colour(0xffffff)) - 21).magnitude < 1e-6)
        #expect((Colour(0x767676).contrast(with: Colour(0xffffff)) - 4.54).magnitude < 0.005)
        #expect((Colour(0x12436D).contrast(with: Colour(0xffffff)) - 10.25).magnitude < 0.01)
    }
}
