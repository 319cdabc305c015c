internal import CLinux
import Findings
import Foundation

/// What writing an edition did.
public struct WriteReport: Hashable, Sendable {
    /// Files whose bytes are new; those taken over as they were; those that are gone.
    public var written: Int
    public var unchanged: Int
    public var removed: Int

    public var isUntouched: Bool { written == 0 && removed == 0 }
}

/// Writes an edition's files to `folder` so that a reader, or a process killed at any moment, sees the old site or the
/// new one and never half of each: the files are staged beside it, unchanged ones as hard links, flushed to the disk,
/// and the two folders change names in one step. Nothing is touched where nothing differs.
/// - Throws: `Refusal` where the folder cannot be written.
public func write(_ files: [OutputFile], to folder: String) throws -> WriteReport {
    let manager = FileManager.default
    let staged = staging(for: folder)
    do {
        if manager.fileExists(atPath: staged) { try manager.removeItem(atPath: staged) }
        let existing = Set(manager.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []).filter {
            var isFolder: ObjCBool = false
            return manager.fileExists(atPath: folder + "/" + $0, isDirectory: &isFolder) && !isFolder.boolValue
        }
        let wanted = Set(files.map(\.path))
        precondition(wanted.count == files.count, "two files for one address")
        let same = Set(files.filter { existing.contains($0.path) && holds($0, at: folder + "/" + $0.path) }.map(\.path))
        var report = WriteReport(
            written: files.count - same.count, unchanged: same.count, removed: existing.subtracting(wanted).count)
        if report.isUntouched, manager.fileExists(atPath: folder) { return report }
        report.removed = existing.subtracting(wanted).count
        try manager.createDirectory(atPath: staged, withIntermediateDirectories: true)
        var made: Set<String> = []
        for file in files {
            let path = staged + "/" + file.path
            let parent = (path as NSString).deletingLastPathComponent
            if made.insert(parent).inserted {
                try manager.createDirectory(atPath: parent, withIntermediateDirectories: true)
            }
            if same.contains(file.path) {
                try manager.linkItem(atPath: folder + "/" + file.path, toPath: path)
            } else {
                try Data(file.bytes).write(to: URL(fileURLWithPath: path))
            }
        }
        try flush(staged)
        try exchange(staged, folder)
        return report
    } catch let error as CocoaError {
        // A full disk gets back what was written in vain.
        removeStaging(for: folder)
        throw Refusal(unwritable(folder, error.localizedDescription))
    }
}

/// Removes what a build that was stopped left beside an edition.
public func removeStaging(for folder: String) { try? FileManager.default.removeItem(atPath: staging(for: folder)) }

private func staging(for folder: String) -> String {
    let parent = (folder as NSString).deletingLastPathComponent
    return parent + "/." + (folder as NSString).lastPathComponent + ".staged"
}

private func holds(_ file: OutputFile, at path: String) -> Bool {
    guard let data = FileManager.default.contents(atPath: path), data.count == file.bytes.count else { return false }
    return data.elementsEqual(file.bytes)
}

private func flush(_ folder: String) throws {
    let descriptor = open(folder, O_RDONLY)
    guard descriptor >= 0 else { throw Refusal(unwritable(folder, String(cString: strerror(errno)))) }
    defer { close(descriptor) }
    guard syncfs(descriptor) == 0 else { throw Refusal(unwritable(folder, String(cString: strerror(errno)))) }
}

private func exchange(_ staged: String, _ folder: String) throws {
    if FileManager.default.fileExists(atPath: folder) {
        guard renameat2(AT_FDCWD, staged, AT_FDCWD, folder, SAMMEN_RENAME_EXCHANGE) == 0 else {
            throw Refusal(unwritable(folder, String(cString: strerror(errno))))
        }
        try FileManager.default.removeItem(atPath: staged)
    } else {
        guard rename(staged, folder) == 0 else {
            throw Refusal(unwritable(folder, String(cString: strerror(errno))))
        }
    }
}

private func unwritable(_ folder: String, _ reason: String) -> Finding {
    Finding(
        .error, "output-unwritable", "the site cannot be written: \(reason)", at: Place(file: folder),
        suggestion: "check the folder's permissions and free space; the previous site is as it was")
}
