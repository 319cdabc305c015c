internal import Findings

/// A file's bytes as UTF-8, and how they were written before.
struct DecodedText {
    let storage: ByteStorage
    /// Where the text starts: after a byte order mark.
    let start: Int
    let encoding: TextEncoding
    let bom: Bool
    let findings: [Finding]
}

/// Finds the encoding of `raw` and decodes it: a byte order mark, else NUL bytes in the pattern of UTF-16, else strict
/// UTF-8, else Windows-1252 (ISO 8859-1 where a byte has no meaning in Windows-1252). UTF-8 is used as it is.
///
/// A file that is UTF-8 but for a few damaged places is read as UTF-8, with those replaced by U+FFFD and a warning.
/// Throws a `Refusal` for NUL bytes in anything but UTF-16.
func decodeText(_ raw: ByteStorage, name: String, hint: TextEncoding?) throws -> DecodedText {
    let mark = byteOrderMark(raw)
    let guess = hint ?? mark?.encoding ?? utf16ByNuls(raw)
    let markLength = mark.map { guess == nil || $0.encoding == guess ? $0.length : 0 } ?? 0
    if let guess, guess == .utf16LittleEndian || guess == .utf16BigEndian {
        let decoded = transcode(raw, from: guess, start: markLength)
        try refuseBinary(decoded.storage, from: 0, name: name)
        return DecodedText(
            storage: decoded.storage, start: 0, encoding: guess, bom: markLength > 0,
            findings: replacementFinding(decoded, name: name))
    }
    try refuseBinary(raw, from: 0, name: name)
    let shape = checkUTF8(raw, from: markLength)
    if guess == .utf8 || (guess == nil && (shape.invalid == 0 || shape.invalid * 10 <= shape.multibyte)) {
        guard shape.invalid > 0 else {
            return DecodedText(
                storage: raw, start: markLength, encoding: .utf8, bom: markLength > 0,
                findings: decodedTwiceFinding(raw, name: name))
        }
        let decoded = transcode(raw, from: .utf8, start: markLength)
        return DecodedText(
            storage: decoded.storage, start: 0, encoding: .utf8, bom: markLength > 0,
            findings: replacementFinding(decoded, name: name))
    }
    let encoding = guess ?? (raw.buffer.contains(where: undefinedInWindows1252) ? .iso88591 : .windows1252)
    let decoded = transcode(raw, from: encoding, start: markLength)
    var findings = replacementFinding(decoded, name: name)
    if hint == nil {
        findings.append(
            Finding(
                .note, "encoding-guessed", "the file is not UTF-8; it was read as \(encoding.rawValue)",
                at: Place(file: name), suggestion: "check letters such as æ, ø and å, or export as CSV UTF-8"))
    }
    return DecodedText(storage: decoded.storage, start: 0, encoding: encoding, bom: false, findings: findings)
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

private func undefinedInWindows1252(_ byte: UInt8) -> Bool {
    byte == 0x81 || byte == 0x8D || byte == 0x8F || byte == 0x90 || byte == 0x9D
}

private func replacementFinding(_ decoded: Transcoded, name: String) -> [Finding] {
    guard let first = decoded.firstReplaced else { return [] }
    let places = decoded.replaced == 1 ? "1 place" : "\(decoded.replaced) places"
    return [
        Finding(
            .warning, "damaged-text",
            "\(places) could not be read as \(decoded.encoding.rawValue) and became U+FFFD, the first here",
            at: Place(file: name, line: decoded.storage.line(of: first)),
            suggestion: "export the file again as CSV UTF-8, or set 'encoding'")
    ]
}

/// Warns of UTF-8 that was taken for Windows-1252 and made UTF-8 once more: `Ã¦` where `æ` was meant.
private func decodedTwiceFinding(_ storage: ByteStorage, name: String) -> [Finding] {
    let afterwards: [[UInt8]] = [[0xC2, 0xA6], [0xC2, 0xB8], [0xC2, 0xA5], [0xE2, 0x80, 0xA0], [0xCB, 0x9C]]
    for offset in 0..<min(storage.count, 1 << 20) where storage.base[offset] == 0xC3 {
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
