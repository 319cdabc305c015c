internal import CBrotli
internal import CZlib
import Vocabulary

extension CompressedCopy {
    var suffix: String {
        switch self {
        case .gzip: "gz"
        case .brotli: "br"
        }
    }

    /// Whether a file is text of more than 1 KB: smaller ones fit in one packet as they are, and pictures, PDF and
    /// databases are compressed already.
    static func areWorthwhile(for path: String, size: Int) -> Bool {
        guard size > 1024, let dot = path.utf8.lastIndex(of: UInt8(ascii: ".")) else { return false }
        return texts.contains(String(path[dot...].dropFirst()))
    }

    private static let texts: Set<String> = [
        "html", "css", "js", "json", "jsonld", "geojson", "svg", "csv", "xml", "txt", "ttl",
    ]

    /// The bytes compressed; nil where that makes them no smaller. The same bytes give the same copy.
    func packed(_ bytes: UnsafeRawBufferPointer) -> [UInt8]? {
        let packed =
            switch self {
            case .gzip: gzipped(bytes)
            case .brotli: brotlied(bytes)
            }
        return packed.flatMap { $0.count < bytes.count ? $0 : nil }
    }
}

/// RFC 1952 by zlib at its highest level; the header has no name and no time.
private func gzipped(_ bytes: UnsafeRawBufferPointer) -> [UInt8]? {
    var stream = z_stream()
    // 15 bits of window, and 16 for the header of gzip.
    let level = Z_BEST_COMPRESSION, size = Int32(MemoryLayout<z_stream>.size)
    guard deflateInit2_(&stream, level, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size) == Z_OK else {
        return nil
    }
    defer { deflateEnd(&stream) }
    let bound = Int(deflateBound(&stream, uLong(bytes.count)))
    return [UInt8](unsafeUninitializedCapacity: bound) { room, count in
        stream.next_in = UnsafeMutablePointer(mutating: bytes.bindMemory(to: UInt8.self).baseAddress)
        stream.avail_in = uInt(bytes.count)
        stream.next_out = room.baseAddress
        stream.avail_out = uInt(bound)
        count = deflate(&stream, Z_FINISH) == Z_STREAM_END ? Int(stream.total_out) : 0
    }.nonEmpty
}

/// RFC 7932 by Google's encoder.
private func brotlied(_ bytes: UnsafeRawBufferPointer) -> [UInt8]? {
    var size = BrotliEncoderMaxCompressedSize(bytes.count)
    return [UInt8](unsafeUninitializedCapacity: size) { room, count in
        let input = bytes.bindMemory(to: UInt8.self).baseAddress
        let isDone = BrotliEncoderCompress(
            brotliQuality, 22, BROTLI_MODE_TEXT, bytes.count, input, &size, room.baseAddress)
        count = isDone == BROTLI_TRUE ? size : 0
    }.nonEmpty
}

/// Of 0 to 11. Our texts become 13.0 % of their size by gzip, 11.9 % at quality 5, 11.8 % at 9 and 10.3 % at 11, which
/// take 12, 210 and 1,170 ms a megabyte (Documentation/Performance.md): beyond 5 a first build waits for little.
private let brotliQuality: Int32 = 5

extension [UInt8] {
    fileprivate var nonEmpty: [UInt8]? { isEmpty ? nil : self }
}
