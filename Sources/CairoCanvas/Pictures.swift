import CCairo
public import Charts

/// A picture of the scene on white, `scale` pixels to a point, in at most 256 colours (see `IndexedPixels`). The same
/// scene gives the same bytes.
public func png(_ scene: Scene, scale: Double = 2) -> [UInt8] {
    let width = Int((scene.width * scale).rounded(.up))
    let height = Int((scene.height * scale).rounded(.up))
    let canvas = CairoSurface.pixels(width: width, height: height, scale: scale)
    canvas.set(Palette.light.paper, opacity: 1)
    cairo_paint(canvas.context)
    canvas.draw(scene, .light)
    let pixels = canvas.withPixels { IndexedPixels($0, width: width, height: height, stride: $1) }

    var bytes = sammen_bytes()
    defer { free(bytes.data) }
    let pixelsPerMetre = Int32((72 * scale / 0.0254).rounded())
    let succeeded = sammen_png_encode(
        pixels.indexes, Int32(width), Int32(height), pixels.palette, Int32(pixels.palette.count / 3), pixelsPerMetre,
        scene.title, &bytes)
    precondition(succeeded == 1, "libpng could not encode the picture")
    return Array(UnsafeBufferPointer(start: bytes.data, count: bytes.length))
}
