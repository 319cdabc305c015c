internal import Findings

/// A source's text as UTF-8, without its byte order mark, piece by piece.
struct TextStream: ~Copyable {
    private var stream: ByteStream?
    /// Why the text ended before its end.
    private(set) var failure: [Finding] = []
    private var decoder: TextDecoder?
    private let raw: UnsafeMutablePointer<UInt8>
    private var kept = 0
    private var toSkip: Int
    private(set) var isAtEnd = false

    private static let pieceSize = 1 << 16

    /// Places that had no meaning and became U+FFFD so far.
    var replaced: Int { decoder?.replaced ?? 0 }

    init(_ source: ByteSource, _ form: TextForm) {
        decoder = form.isPlain ? nil : TextDecoder(form.encoding)
        raw = .allocate(capacity: form.isPlain ? 1 : Self.pieceSize)
        toSkip = form.markLength
        do { stream = try source.stream() } catch { fail(error) }
    }

    deinit { raw.deallocate() }

    /// Reads at most `count` bytes of text, where `count` is 64 at least; 0 only at the end, or where the source failed.
    mutating func read(into target: UnsafeMutablePointer<UInt8>, count: Int) -> Int {
        while toSkip > 0 {
            let got = take(into: target, count: min(toSkip, count))
            if got == 0 { break }
            toSkip -= got
        }
        guard decoder != nil else {
            let got = take(into: target, count: count)
            isAtEnd = got == 0
            return got
        }
        while !isAtEnd {
            let room = min(Self.pieceSize, count / TextDecoder.growth) - kept
            let got = take(into: raw + kept, count: room)
            isAtEnd = got == 0
            let input = UnsafeBufferPointer(start: UnsafePointer(raw), count: kept + got)
            let (consumed, written) = decoder!.decode(input, isLast: isAtEnd, into: target)
            kept = input.count - consumed
            if kept > 0 { raw.update(from: raw + consumed, count: kept) }
            if written > 0 { return written }
        }
        return 0
    }

    private mutating func take(into target: UnsafeMutablePointer<UInt8>, count: Int) -> Int {
        do {
            return try stream?.read(into: target, count: count) ?? 0
        } catch {
            fail(error)
            return 0
        }
    }

    private mutating func fail(_ error: any Error) {
        failure = (error as? Refusal)?.findings ?? []
        stream = nil
    }
}
