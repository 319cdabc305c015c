import CCairo
public import Charts

/// A picture of the scene on white, `scale` pixels to a point. The same scene gives the same bytes.
public func png(_ scene: Scene, scale: Double = 2) -> [UInt8] {
    let width = Int((scene.width * scale).rounded(.up))
    let height = Int((scene.height * scale).rounded(.up))
    let canvas = CairoSurface.pixels(width: width, height: height)
    canvas.set(Palette.light.paper, opacity: 1)
    cairo_paint(canvas.context)
    cairo_scale(canvas.context, scale, scale)
    canvas.draw(scene, .light)
    cairo_surface_flush(canvas.surface)

    var bytes = sammen_bytes()
    defer { free(bytes.data) }
    let pixelsPerMetre = Int32((72 * scale / 0.0254).rounded())
    let succeeded = sammen_png_encode(
        cairo_image_surface_get_data(canvas.surface), Int32(width), Int32(height),
        cairo_image_surface_get_stride(canvas.surface), 1, pixelsPerMetre, scene.title, &bytes)
    precondition(succeeded == 1, "libpng could not encode the picture")
    return Array(UnsafeBufferPointer(start: bytes.data, count: bytes.length))
}

/// The scene as a document of one page in its own size, with text as text. `createdAt` is an ISO date; nothing else in
/// the file depends on when it was made.
public func pdf(_ scene: Scene, createdAt iso: String) -> [UInt8] {
    let canvas = CairoSurface.pdf(width: scene.width, height: scene.height)
    let date = iso.contains("T") ? iso : iso + "T00:00:00Z"
    cairo_pdf_surface_set_metadata(canvas.surface, CAIRO_PDF_METADATA_TITLE, scene.title)
    cairo_pdf_surface_set_metadata(canvas.surface, CAIRO_PDF_METADATA_SUBJECT, scene.summary)
    cairo_pdf_surface_set_metadata(canvas.surface, CAIRO_PDF_METADATA_CREATE_DATE, date)
    canvas.draw(scene, .light)
    cairo_show_page(canvas.context)
    return canvas.finished()
}
