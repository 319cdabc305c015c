internal import Findings
internal import Glibc

/// Where a table's bytes come from: memory, or a file on the disk that is opened anew for each pass over it.
enum ByteSource: Sendable {
    case memory([UInt8])
    case file(path: String, name: String, FileIdentity)

    /// The file at `path`, which findings call `name`. Throws a `Refusal` where there is no such file, or it is no
    /// regular file, or cannot be read.
    static func file(path: String, name: String) throws -> ByteSource {
        let stream = try ByteStream(path: path, name: name)
        return .file(path: path, name: name, stream.identity!)
    }

    var byteCount: Int {
        switch self {
        case .memory(let bytes): bytes.count
        case .file(_, _, let identity): identity.size
        }
    }

    func stream() throws -> ByteStream {
        switch self {
        case .memory(let bytes): ByteStream(bytes)
        case .file(let path, let name, let identity): try ByteStream(path: path, name: name, expecting: identity)
        }
    }
}

/// What tells whether a file is still the one it was.
struct FileIdentity: Hashable, Sendable {
    let device: UInt64
    let number: UInt64
    let size: Int
    let seconds: Int
    let nanoseconds: Int

    init(_ status: stat) {
        device = UInt64(status.st_dev)
        number = UInt64(status.st_ino)
        size = Int(status.st_size)
        seconds = status.st_mtim.tv_sec
        nanoseconds = status.st_mtim.tv_nsec
    }
}

/// One pass over the bytes of a source, piece by piece.
///
/// A file is read, never mapped: another program that shortens a mapped file would end this one. A file that is not the
/// same at the end of a pass as at its beginning is refused.
struct ByteStream: ~Copyable {
    private let descriptor: Int32
    private let memory: [UInt8]
    private let name: String
    private var position = 0
    let identity: FileIdentity?

    init(_ bytes: [UInt8]) {
        (descriptor, memory, name, identity) = (-1, bytes, "", nil)
    }

    init(path: String, name: String, expecting known: FileIdentity? = nil) throws {
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw cannotOpen(path: path, name: name, reason: errno) }
        let identity: FileIdentity
        do {
            identity = try Self.identity(descriptor, name: name)
            if let known, identity != known { throw DelimitedFile.changedWhileRead(name) }
        } catch {
            close(descriptor)
            throw error
        }
        posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
        (self.descriptor, memory, self.name, self.identity) = (descriptor, [], name, identity)
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Reads up to `count` bytes into `target`; 0 at the end. Throws a `Refusal` where the disk fails, or the file has
    /// changed since it was opened.
    mutating func read(into target: UnsafeMutablePointer<UInt8>, count: Int) throws -> Int {
        guard let identity else {
            let taken = min(count, memory.count - position)
            memory.withUnsafeBufferPointer { source in
                if taken > 0 { target.update(from: source.baseAddress! + position, count: taken) }
            }
            position += taken
            return taken
        }
        while true {
            let got = Glibc.read(descriptor, target, count)
            if got < 0 && errno == EINTR { continue }
            guard got >= 0 else { throw unreadable(name, reason: errno) }
            position += got
            if got == 0 || position > identity.size {
                guard position == identity.size, try Self.identity(descriptor, name: name) == identity else {
                    throw DelimitedFile.changedWhileRead(name)
                }
            }
            return got
        }
    }

    private static func identity(_ descriptor: Int32, name: String) throws -> FileIdentity {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw unreadable(name, reason: errno) }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return FileIdentity(status)
        case S_IFDIR:
            throw Refusal(
                Finding(
                    .error, "is-a-directory", "this is a folder, not a file", at: Place(file: name),
                    suggestion: "name one CSV file in it"))
        default:
            throw Refusal(
                Finding(
                    .error, "unreadable-file", "this is not a regular file", at: Place(file: name),
                    suggestion: "save the export as a file first"))
        }
    }
}

private func cannotOpen(path: String, name: String, reason: Int32) -> Refusal {
    guard reason == ENOENT || reason == ENOTDIR else { return unreadable(name, reason: reason) }
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[...$0]) } ?? "."
    let file = slash.map { String(path[path.index(after: $0)...]) } ?? path
    return Refusal(
        Finding(
            .error, "missing-file", "there is no such file", at: Place(file: name),
            suggestion: didYouMean(file, among: fileNames(in: folder)) ?? "check the name and the folder"))
}

private func unreadable(_ name: String, reason: Int32) -> Refusal {
    let advice =
        reason == EACCES || reason == EPERM ? "ask for permission to read it" : "check the disk and try again"
    return Refusal(
        Finding(
            .error, "unreadable-file", "the file cannot be read (\(String(cString: strerror(reason))))",
            at: Place(file: name), suggestion: advice))
}

private func fileNames(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
            pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != "." && name != ".." { names.append(name) }
    }
    return names
}
