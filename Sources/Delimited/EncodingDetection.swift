internal import CBytes
internal import Findings
internal import Glibc

/// How the characters of a source are written, found by one pass over all its bytes.
struct TextForm: Sendable {
    let encoding: TextEncoding
    /// Bytes of the byte order mark; the text begins after it.
    let markLength: Int
    /// Whether every byte is well-formed UTF-8, so that the text is the bytes as they are.
    let isPlain: Bool
    let findings: [Finding]
    /// The first bytes, for telling what sort of file it is.
    let head: ByteStorage

    /// Finds the encoding: a byte order mark, else NUL bytes in the pattern of UTF-16, else strict UTF-8, else
    /// Windows-1252 (ISO 8859-1 where a byte has no meaning in Windows-1252).
    ///
    /// A file that is UTF-8 but for a few damaged places is read as UTF-8, with those replaced by U+FFFD and a warning.
    /// `observe` is handed every piece of the raw bytes. Throws a `Refusal` for what cannot be read, is no text (NUL
    /// bytes in anything but UTF-16), is empty, or is a file of another kind.
    init(
        _ source: ByteSource, name: String, hint: TextEncoding?, observe: (UnsafeRawBufferPointer) -> Void
    ) throws {
        let bytes = try ByteSurvey(source, observe: observe)
        head = bytes.head
        try refuseOtherFormats(head, isAllWhite: bytes.isAllWhite, name: name)
        let mark = byteOrderMark(head)
        let guess = hint ?? mark?.encoding ?? utf16ByNuls(head)
        markLength = mark.map { guess == nil || $0.encoding == guess ? $0.length : 0 } ?? 0
        if let guess, guess == .utf16LittleEndian || guess == .utf16BigEndian {
            (encoding, isPlain, findings) = (guess, false, [])
            return
        }
        if let offset = bytes.firstNul { throw binary(name, line: try source.line(of: offset)) }
        if guess == .utf8 || (guess == nil && (bytes.invalid == 0 || bytes.invalid * 10 <= bytes.multibyte)) {
            encoding = .utf8
            isPlain = bytes.invalid == 0
            findings =
                try bytes.firstInvalid.map { [damaged(bytes.invalid, .utf8, name, line: try source.line(of: $0))] }
                ?? decodedTwiceFinding(head, name: name)
            return
        }
        isPlain = false
        encoding = guess ?? (bytes.firstUndefined != nil ? .iso88591 : .windows1252)
        var findings: [Finding] = []
        if encoding == .windows1252, let first = bytes.firstUndefined {
            findings.append(damaged(bytes.undefined, encoding, name, line: try source.line(of: first)))
        }
        if hint == nil {
            findings.append(
                Finding(
                    .note, "encoding-guessed", "the file is not UTF-8; it was read as \(encoding.rawValue)",
                    at: Place(file: name), suggestion: "check letters such as æ, ø and å, or export as CSV UTF-8"))
        }
        self.findings = findings
    }

    /// What was replaced while UTF-16 was decoded, which only decoding tells.
    func damage(_ replaced: Int, of source: ByteSource, name: String) -> [Finding] {
        guard replaced > 0, encoding == .utf16LittleEndian || encoding == .utf16BigEndian else { return [] }
        return [damaged(replaced, encoding, name, line: firstReplacedLine(source))]
    }

    /// The physical line of the first U+FFFD.
    private func firstReplacedLine(_ source: ByteSource) -> Int {
        var text = TextStream(source, self)
        let piece = ByteStorage(capacity: 1 << 18) { _ in 0 }
        let memory = UnsafeMutablePointer(mutating: piece.base)
        var line = 1
        var last: (UInt8, UInt8) = (0, 0)
        while true {
            let got = text.read(into: memory, count: 1 << 18)
            if got == 0 { return line }
            for index in 0..<got {
                let byte = memory[index]
                if last.0 == 0xEF, last.1 == 0xBF, byte == 0xBD { return line }
                if byte == carriageReturn || (byte == lineFeed && last.1 != carriageReturn) { line += 1 }
                last = (last.1, byte)
            }
        }
    }
}

/// What the bytes of a source are, counted in one pass.
private struct ByteSurvey {
    static let headLimit = 1 << 20
    private static let pieceSize = 1 << 18

    private(set) var multibyte = 0
    private(set) var invalid = 0
    private(set) var firstInvalid: Int?
    private(set) var firstNul: Int?
    /// Bytes that Windows-1252 has no character for.
    private(set) var undefined = 0
    private(set) var firstUndefined: Int?
    private(set) var isAllWhite = true
    private(set) var head = ByteStorage([])

    init(_ source: ByteSource, observe: (UnsafeRawBufferPointer) -> Void) throws {
        let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: Self.pieceSize + ByteStorage.padding)
        defer { memory.deallocate() }
        var stream = try source.stream()
        var start: [UInt8] = []
        var kept = 0, offset = 0
        while true {
            let got = try stream.read(into: memory + kept, count: Self.pieceSize - kept)
            let piece = UnsafeBufferPointer(start: memory + kept, count: got)
            observe(UnsafeRawBufferPointer(piece))
            if start.count < Self.headLimit { start.append(contentsOf: piece.prefix(Self.headLimit - start.count)) }
            if firstNul == nil, got > 0, let found = memchr(piece.baseAddress!, 0, got) {
                firstNul = offset + kept + (UnsafeRawPointer(found) - UnsafeRawPointer(piece.baseAddress!))
            }
            if isAllWhite { isAllWhite = piece.allSatisfy(isWhite) }
            let count = kept + got
            let used = check(memory, count: count, isLast: got == 0, offset: offset)
            kept = count - used
            offset += used
            if kept > 0 { memory.update(from: memory + used, count: kept) }
            if got == 0 { break }
        }
        head = ByteStorage(start)
    }

    /// Counts the sequences that are whole and returns how many bytes they are; all of them at the end.
    private mutating func check(_ memory: UnsafeMutablePointer<UInt8>, count: Int, isLast: Bool, offset: Int) -> Int {
        (memory + count).update(repeating: 0, count: ByteStorage.padding)
        let bytes = UnsafeBufferPointer(start: memory, count: count)
        let whole = isLast ? count : max(0, count - 3)
        var index = 0
        while index < whole {
            let high = sammen_high(memory + index)
            if high == 0 {
                index += 64
                continue
            }
            index += high.trailingZeroBitCount
            // Text with many letters beyond ASCII has them close together.
            while index < whole, memory[index] >= 0x80 {
                let (length, valid) = utf8Sequence(bytes, at: index)
                if valid {
                    multibyte += 1
                } else {
                    invalid += 1
                    firstInvalid = firstInvalid ?? offset + index
                }
                for place in index..<min(index + length, count) where isUndefinedInWindows1252(memory[place]) {
                    undefined += 1
                    firstUndefined = firstUndefined ?? offset + place
                }
                index += length
            }
        }
        return min(index, count)
    }
}

extension ByteSource {
    /// The physical line, from 1, of the byte at `offset`.
    fileprivate func line(of offset: Int) throws -> Int {
        let size = 1 << 16
        let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
        defer { memory.deallocate() }
        var stream = try stream()
        var line = 1, place = 0
        var afterReturn = false
        while place < offset {
            let got = try stream.read(into: memory, count: min(size, offset - place))
            if got == 0 { break }
            for index in 0..<got {
                let byte = memory[index]
                if byte == carriageReturn || (byte == lineFeed && !afterReturn) { line += 1 }
                afterReturn = byte == carriageReturn
            }
            place += got
        }
        return line
    }
}

private func byteOrderMark(_ raw: ByteStorage) -> (encoding: TextEncoding, length: Int)? {
    if raw.hasPrefix([0xEF, 0xBB, 0xBF]) {
        var length = 3
        while raw.hasPrefix([0xEF, 0xBB, 0xBF], at: length) { length += 3 }
        return (.utf8, length)
    }
    if raw.hasPrefix([0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if raw.hasPrefix([0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    return nil
}

/// UTF-16 of mostly Latin text has a NUL in every other byte.
private func utf16ByNuls(_ raw: ByteStorage) -> TextEncoding? {
    let length = min(raw.count, 4096) & ~1
    guard length >= 4 else { return nil }
    var even = 0, odd = 0
    for index in 0..<length where raw.base[index] == 0 {
        if index & 1 == 0 { even += 1 } else { odd += 1 }
    }
    let enough = max(2, length / 5)
    if odd >= enough && even * 20 <= odd { return .utf16LittleEndian }
    if even >= enough && odd * 20 <= even { return .utf16BigEndian }
    return nil
}

private func isUndefinedInWindows1252(_ byte: UInt8) -> Bool {
    byte == 0x81 || byte == 0x8D || byte == 0x8F || byte == 0x90 || byte == 0x9D
}

private func binary(_ name: String, line: Int) -> Refusal {
    Refusal(
        Finding(
            .error, "binary-file", "the file holds a NUL byte, so it is not text (or it is damaged)",
            at: Place(file: name, line: line), suggestion: "export it again as CSV UTF-8"))
}

private func damaged(_ count: Int, _ encoding: TextEncoding, _ name: String, line: Int?) -> Finding {
    Finding(
        .warning, "damaged-text",
        "\(count == 1 ? "1 place" : "\(count) places") could not be read as \(encoding.rawValue) and became U+FFFD, "
            + "the first here",
        at: Place(file: name, line: line), suggestion: "export the file again as CSV UTF-8, or set 'encoding'")
}

/// Warns of UTF-8 that was taken for Windows-1252 and made UTF-8 once more: `Ã¦` where `æ` was meant.
private func decodedTwiceFinding(_ storage: ByteStorage, name: String) -> [Finding] {
    let afterwards: [[UInt8]] = [[0xC2, 0xA6], [0xC2, 0xB8], [0xC2, 0xA5], [0xE2, 0x80, 0xA0], [0xCB, 0x9C]]
    for offset in 0..<storage.count where storage.base[offset] == 0xC3 {
        guard storage.hasPrefix([0xC3, 0x83], at: offset) else { continue }
        if afterwards.contains(where: { storage.hasPrefix($0, at: offset + 2) }) {
            return [
                Finding(
                    .warning, "decoded-twice",
                    "letters such as æ, ø and å look as if they were decoded twice, the first time here",
                    at: Place(file: name, line: storage.line(of: offset)),
                    suggestion: "export the file again as CSV UTF-8")
            ]
        }
    }
    return []
}
