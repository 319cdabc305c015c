import CCairo

/// A PNG read by libpng.
struct Picture: Equatable {
    let width: Int
    let height: Int
    /// Red, green and blue as one number.
    let pixels: [UInt32]

    init(_ file: [UInt8]) {
        var image = png_image()
        image.version = UInt32(PNG_IMAGE_VERSION)
        var bytes: [UInt8] = []
        // The file is read in two steps, and has to stay where it is between them.
        file.withUnsafeBytes { file in
            guard png_image_begin_read_from_memory(&image, file.baseAddress, file.count) != 0 else {
                preconditionFailure("not a PNG")
            }
            image.format = UInt32(PNG_FORMAT_FLAG_COLOR)
            bytes = [UInt8](repeating: 0, count: Int(image.width) * Int(image.height) * 3)
            guard png_image_finish_read(&image, nil, &bytes, 0, nil) != 0 else { preconditionFailure("a broken PNG") }
        }
        (width, height) = (Int(image.width), Int(image.height))
        pixels = stride(from: 0, to: bytes.count, by: 3).map {
            UInt32(bytes[$0]) << 16 | UInt32(bytes[$0 + 1]) << 8 | UInt32(bytes[$0 + 2])
        }
    }

    /// What Cairo draws on white.
    init(width: Int, height: Int, scale: Double, draw: (OpaquePointer) -> Void) {
        (self.width, self.height) = (width, height)
        let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height))
        let context = cairo_create(surface)!
        cairo_set_source_rgb(context, 1, 1, 1)
        cairo_paint(context)
        cairo_scale(context, scale, scale)
        draw(context)
        cairo_surface_flush(surface)
        let stride = Int(cairo_image_surface_get_stride(surface))
        let data = UnsafeRawPointer(cairo_image_surface_get_data(surface)!)
        pixels = (0..<width * height).map {
            data.load(fromByteOffset: $0 / width * stride + $0 % width * 4, as: UInt32.self) & 0xff_ffff
        }
        cairo_destroy(context)
        cairo_surface_destroy(surface)
    }

    subscript(x: Int, y: Int) -> UInt32 { pixels[y * width + x] }
}
