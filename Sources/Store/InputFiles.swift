internal import Crypto
import Findings
import Foundation

/// An input file as it stands on the disk.
struct InputFile {
    /// As the user would type it: relative to the project.
    var name: String
    var path: String
    var sha256: String
    var bytes: Int
}

/// The files a pattern names, in order of their names; `*` is allowed in the last part.
func inputFiles(_ pattern: String, in folder: String) -> [(name: String, path: String)] {
    let folderPart = (pattern as NSString).deletingLastPathComponent
    let last = (pattern as NSString).lastPathComponent
    let absolute = folderPart.hasPrefix("/") ? folderPart : folder + "/" + folderPart
    guard last.contains("*") else {
        let path = absolute + "/" + last
        return FileManager.default.fileExists(atPath: path) ? [(pattern, path)] : []
    }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: absolute)) ?? []
    return names.filter { !$0.hasPrefix(".") && matches($0.precomposedStringWithCanonicalMapping, last) }.sorted()
        .map { (folderPart.isEmpty ? $0 : folderPart + "/" + $0, absolute + "/" + $0) }
}

/// Whether a name fits a pattern with any number of `*`.
private func matches(_ name: String, _ pattern: String) -> Bool {
    let parts = pattern.components(separatedBy: "*")
    guard name.hasPrefix(parts[0]), name.hasSuffix(parts[parts.count - 1]) else { return false }
    var rest = name.dropFirst(parts[0].count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
        guard let range = rest.range(of: part) else { return false }
        rest = rest[range.upperBound...]
    }
    return rest.count >= (parts.count > 1 ? parts[parts.count - 1].count : 0)
}

/// SHA-256 of a file's bytes in hexadecimal, read in pieces.
func sha256(ofFile path: String) throws -> (sum: String, bytes: Int) {
    guard let handle = FileHandle(forReadingAtPath: path) else { throw CocoaError(.fileReadNoSuchFile) }
    defer { try? handle.close() }
    var hash = SHA256(), bytes = 0
    while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty {
        hash.update(data: piece)
        bytes += piece.count
    }
    return (hexadecimal(hash.finalize()), bytes)
}

/// SHA-256 of a text in hexadecimal.
public func sha256(of text: String) -> String { hexadecimal(SHA256.hash(data: Array(text.utf8))) }

/// SHA-256 of bytes in hexadecimal.
public func sha256(of bytes: [UInt8]) -> String { hexadecimal(SHA256.hash(data: bytes)) }

private func hexadecimal(_ digest: SHA256Digest) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
