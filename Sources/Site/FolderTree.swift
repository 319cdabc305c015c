internal import CLinux
import Glibc

/// A call of the system that failed: which, and the reason as the system words it.
struct SystemFault: Error {
    var reason: String

    init() { reason = String(cString: strerror(errno)) }
}

/// A folder held open: everything in it is reached from its descriptor, whatever its name is changed to meanwhile.
final class Folder {
    private let descriptor: Int32
    /// Folders in it that are known to be there, by path.
    private var made: Set<String> = [""]

    private init(descriptor: Int32) { self.descriptor = descriptor }

    deinit { close(descriptor) }

    /// Opens a folder; nil where there is none.
    static func open(_ path: String) throws(SystemFault) -> Folder? {
        let descriptor = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if descriptor < 0, errno == ENOENT { return nil }
        guard descriptor >= 0 else { throw SystemFault() }
        return Folder(descriptor: descriptor)
    }

    /// Makes a folder, and those above it that are not there.
    static func make(_ path: String) throws(SystemFault) -> Folder {
        var place = path.startIndex
        while let slash = path[place...].dropFirst().firstIndex(of: "/") {
            guard mkdir(String(path[..<slash]), 0o777) == 0 || errno == EEXIST else { throw SystemFault() }
            place = slash
        }
        guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw SystemFault() }
        guard let folder = try open(path) else { throw SystemFault() }
        return folder
    }

    /// Whether the file at `path` holds exactly these bytes. `room` is used to read into.
    func holds(
        _ bytes: UnsafeRawBufferPointer, at path: String, room: UnsafeMutableRawBufferPointer
    ) -> Bool {
        let file = openat(descriptor, path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard file >= 0 else { return false }
        defer { close(file) }
        var state = stat()
        guard fstat(file, &state) == 0, state.st_mode & S_IFMT == S_IFREG, Int(state.st_size) == bytes.count else {
            return false
        }
        var place = 0
        while place < bytes.count {
            let count = read(file, room.baseAddress!, min(room.count, bytes.count - place))
            guard count > 0, memcmp(room.baseAddress!, bytes.baseAddress! + place, count) == 0 else { return false }
            place += count
        }
        return true
    }

    /// Whether there is a file at `path`.
    func hasFile(at path: String) -> Bool {
        var state = stat()
        return fstatat(descriptor, path, &state, AT_SYMLINK_NOFOLLOW) == 0 && state.st_mode & S_IFMT == S_IFREG
    }

    /// Writes a file that is not there yet.
    func write(_ bytes: UnsafeRawBufferPointer, to path: String) throws(SystemFault) {
        try makeParent(of: path)
        let file = openat(descriptor, path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard file >= 0 else { throw SystemFault() }
        defer { close(file) }
        var place = 0
        while place < bytes.count {
            let count = Glibc.write(file, bytes.baseAddress! + place, bytes.count - place)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw SystemFault() }
            place += count
        }
    }

    /// Gives a file of another folder a second name here, at the same path.
    func link(_ path: String, from other: Folder) throws(SystemFault) {
        try makeParent(of: path)
        guard linkat(other.descriptor, path, descriptor, path, 0) == 0 else { throw SystemFault() }
    }

    /// Has everything written to its disk.
    func flush() throws(SystemFault) {
        guard syncfs(descriptor) == 0 else { throw SystemFault() }
    }

    /// The paths of all files in it and in its folders.
    func forEachFile(_ each: (String) -> Void) throws(SystemFault) {
        try walk("") { path, isFolder throws(SystemFault) in
            if !isFolder { each(path) }
        }
    }

    /// Removes everything in it.
    func removeContents() throws(SystemFault) {
        try walk("") { path, isFolder throws(SystemFault) in
            guard unlinkat(descriptor, path, isFolder ? AT_REMOVEDIR : 0) == 0 else { throw SystemFault() }
        }
    }

    /// Calls `each` with every path, a folder after what it holds.
    private func walk(
        _ folder: String, _ each: (_ path: String, _ isFolder: Bool) throws(SystemFault) -> Void
    ) throws(SystemFault) {
        let opened = openat(descriptor, folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard opened >= 0, let entries = fdopendir(opened) else { throw SystemFault() }
        var found: [(path: String, isFolder: Bool)] = []
        while let entry = readdir(entries) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard name != ".", name != ".." else { continue }
            let path = folder.isEmpty ? name : folder + "/" + name
            found.append((path, isFolder(path, Int32(entry.pointee.d_type))))
        }
        closedir(entries)
        for (path, isFolder) in found {
            if isFolder { try walk(path, each) }
            try each(path, isFolder)
        }
    }

    /// Some file systems leave the kind of an entry out of the list.
    private func isFolder(_ path: String, _ kind: Int32) -> Bool {
        guard kind == 0 else { return kind == 4 }
        var state = stat()
        return fstatat(descriptor, path, &state, AT_SYMLINK_NOFOLLOW) == 0 && state.st_mode & S_IFMT == S_IFDIR
    }

    private func makeParent(of path: String) throws(SystemFault) {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return }
        let parent = String(path[..<slash])
        guard !made.contains(parent) else { return }
        try makeParent(of: parent)
        guard mkdirat(descriptor, parent, 0o777) == 0 || errno == EEXIST else { throw SystemFault() }
        made.insert(parent)
    }
}

/// Removes a folder with everything in it, or whatever else has the name; nothing where nothing has it.
func removeTree(_ path: String) throws(SystemFault) {
    if unlink(path) == 0 || errno == ENOENT { return }
    try Folder.open(path)?.removeContents()
    guard rmdir(path) == 0 else { throw SystemFault() }
}

/// Gives what has the name `staged` the name `folder`: in one step, so that the name always leads to a whole site. What
/// had the name before is left under `staged`.
func exchange(_ staged: String, _ folder: String) throws(SystemFault) {
    if access(folder, F_OK) == 0 {
        guard renameat2(AT_FDCWD, staged, AT_FDCWD, folder, SAMMEN_RENAME_EXCHANGE) == 0 else { throw SystemFault() }
    } else {
        guard rename(staged, folder) == 0 else { throw SystemFault() }
    }
}
