internal import Findings
internal import Glibc

/// Reads a whole regular file into memory. A read, not a mapping: a file that another program shortens meanwhile would
/// otherwise end the process.
///
/// Throws a `Refusal` that names `name` where there is no such file, or it cannot be read.
func readFile(path: String, name: String) throws -> ByteStorage {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw cannotOpen(path: path, name: name, reason: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw unreadable(name, reason: errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
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
    return try ByteStorage(capacity: Int(status.st_size)) { memory in
        var filled = 0
        while filled < Int(status.st_size) {
            let got = read(descriptor, memory + filled, Int(status.st_size) - filled)
            if got < 0 && errno == EINTR { continue }
            guard got >= 0 else { throw unreadable(name, reason: errno) }
            if got == 0 { break }
            filled += got
        }
        return filled
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
