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

/// Whether the folder that a pattern names is there and cannot be read.
func isFolderUnreadable(_ pattern: String, in folder: String) -> Bool {
    let part = (pattern as NSString).deletingLastPathComponent
    let path = part.hasPrefix("/") ? part : folder + "/" + part
    return FileManager.default.fileExists(atPath: path) && access(path, R_OK | X_OK) != 0
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
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw CocoaError(.fileReadNoSuchFile) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { throw CocoaError(.fileReadUnknown) }
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 64)
    defer { piece.deallocate() }
    let sum = FileSum()
    var bytes = 0
    while true {
        let got = read(file, piece.baseAddress!, piece.count)
        if got < 0, errno == EINTR { continue }
        guard got >= 0 else { throw CocoaError(.fileReadUnknown) }
        if got == 0 { break }
        sum.add(UnsafeRawBufferPointer(rebasing: piece[0..<got]))
        bytes += got
        // A file that grows all the while is not summed for ever.
        if bytes > Int(status.st_size) { break }
    }
    return (sum.finish(), bytes)
}

/// SHA-256 of bytes that come piece by piece.
final class FileSum {
    private var hash = SHA256()

    func add(_ piece: UnsafeRawBufferPointer) { hash.update(bufferPointer: piece) }

    func finish() -> String { hexadecimal(hash.finalize()) }
}

/// SHA-256 of a text in hexadecimal.
public func sha256(of text: String) -> String { hexadecimal(SHA256.hash(data: Array(text.utf8))) }

/// SHA-256 of bytes in hexadecimal.
public func sha256(of bytes: [UInt8]) -> String { hexadecimal(SHA256.hash(data: bytes)) }

private func hexadecimal(_ digest: SHA256Digest) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
