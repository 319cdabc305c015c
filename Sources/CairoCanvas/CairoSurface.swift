import CCairo

/// A surface of Cairo and the context that draws on it, freed together. Not shared between tasks.
final class CairoSurface {
    let surface: OpaquePointer
    let context: OpaquePointer
    /// Where marks were drawn on this page.
    var drawn = DrawnPlaces()
    private let output: ByteOutput?

    private init(_ surface: OpaquePointer, output: ByteOutput? = nil) {
        self.surface = surface
        self.output = output
        context = cairo_create(surface)
        precondition(cairo_status(context) == CAIRO_STATUS_SUCCESS, "Cairo cannot make a surface of this size")
    }

    deinit {
        cairo_destroy(context)
        cairo_surface_destroy(surface)
    }

    /// Pixels of 32 bits: blue, green, red and one unused. Drawn on in points of `scale` pixels.
    static func pixels(width: Int, height: Int, scale: Double = 1) -> CairoSurface {
        let canvas = CairoSurface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height)))
        cairo_scale(canvas.context, scale, scale)
        return canvas
    }

    static func pdf(width: Double, height: Double) -> CairoSurface {
        let output = ByteOutput()
        let surface = cairo_pdf_surface_create_for_stream(writeBytes, output.pointer, width, height)
        return CairoSurface(surface!, output: output)
    }

    /// Ends a vector surface and gives what was written.
    func finished() -> [UInt8] {
        cairo_surface_finish(surface)
        precondition(cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS, "Cairo could not write the drawing")
        return output?.bytes ?? []
    }

    /// The pixels as they are now, and how many from row to row.
    func withPixels<Result>(_ body: (UnsafePointer<UInt32>, Int) -> Result) -> Result {
        cairo_surface_flush(surface)
        let stride = Int(cairo_image_surface_get_stride(surface)) / 4
        return cairo_image_surface_get_data(surface).withMemoryRebound(
            to: UInt32.self, capacity: stride * Int(cairo_image_surface_get_height(surface))
        ) { body($0, stride) }
    }
}

/// Bytes that Cairo hands over as it writes.
private final class ByteOutput {
    var bytes: [UInt8] = []

    init() { bytes.reserveCapacity(32_768) }

    var pointer: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }
}

private let writeBytes: cairo_write_func_t = { closure, data, length in
    guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
    let output = Unmanaged<ByteOutput>.fromOpaque(closure).takeUnretainedValue()
    output.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
    return CAIRO_STATUS_SUCCESS
}
