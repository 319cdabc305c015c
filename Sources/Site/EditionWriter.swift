import Findings
public import Vocabulary

/// What writing an edition did. Compressed copies count as files of their own.
public struct WriteReport: Hashable, Sendable {
    /// Files whose bytes are new; those taken over as they were; those that are gone.
    public var written: Int
    public var unchanged: Int
    public var removed: Int

    public var isUntouched: Bool { written == 0 && removed == 0 }
}

/// Writes an edition's files to a folder, one at a time, so that a reader, or a process killed at any moment, sees the
/// old site or the new one and never half of each.
///
/// A file that is in the folder with the same bytes is remembered. Any other is written to a staged folder beside it. At
/// the end the files that are the same get a second name there (hard links), everything is flushed to the disk, and the
/// two folders change names in one step. Where nothing differs nothing is touched. A writer that is let go before its
/// end leaves the site as it was.
public final class EditionWriter {
    private let folder: String
    private let copies: [CompressedCopy]
    /// The site that is there now.
    private let current: Folder?
    /// Made for the first file that differs.
    private var staged: Folder?
    private var paths: Set<String> = []
    private var same: [String] = []
    private let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)

    /// Begins an edition at `folder`, with compressed copies of the kinds listed beside each file that gains by it.
    /// - Throws: `Refusal` where the folder cannot be read or what a stopped build left cannot be removed.
    public init(folder: String, copies: [CompressedCopy] = []) throws {
        self.folder = folder
        self.copies = copies
        do {
            try removeTree(staging(for: folder))
            current = try Folder.open(folder)
        } catch {
            throw unwritable(folder, error)
        }
    }

    deinit {
        room.deallocate()
        if staged != nil { try? removeTree(staging(for: folder)) }
    }

    /// Takes the next file: `path` is relative to the folder.
    /// - Throws: `Refusal` where it cannot be written, or has the address of another.
    public func add(_ path: String, _ bytes: UnsafeRawBufferPointer) throws {
        let isSame = try take(path, bytes)
        guard !copies.isEmpty, CompressedCopy.areWorthwhile(for: path, size: bytes.count) else { return }
        for copy in copies {
            let address = path + "." + copy.suffix
            // The copy of a file that is the same is the same: making it again is what costs.
            if isSame, current?.hasFile(at: address) == true {
                try keep(address)
            } else if let packed = copy.packed(bytes) {
                try packed.withUnsafeBytes { _ = try take(address, $0) }
            }
        }
    }

    /// Takes the next file.
    /// - Throws: `Refusal` where it cannot be written, or has the address of another.
    public func add(_ file: OutputFile) throws {
        try file.bytes.withUnsafeBytes { try add(file.path, $0) }
    }

    /// Puts the site in its place, unless it is there already.
    /// - Throws: `Refusal` where that cannot be done; the site is then as it was.
    public func finish() throws -> WriteReport {
        do {
            var removed = 0
            try current?.forEachFile { if !paths.contains($0) { removed += 1 } }
            let report = WriteReport(written: paths.count - same.count, unchanged: same.count, removed: removed)
            if report.isUntouched, current != nil { return report }
            let staged = try stagedFolder()
            if let current {
                for path in same { try staged.link(path, from: current) }
            }
            try staged.flush()
            try exchange(staging(for: folder), folder)
            self.staged = nil
            try removeTree(staging(for: folder))
            return report
        } catch {
            throw unwritable(folder, error)
        }
    }

    /// Whether the site that is there has the file as it is; where not, it is staged.
    private func take(_ path: String, _ bytes: UnsafeRawBufferPointer) throws -> Bool {
        if let current, current.holds(bytes, at: path, room: room) {
            try keep(path)
            return true
        }
        try note(path)
        do {
            try stagedFolder().write(bytes, to: path)
        } catch {
            throw unwritable(folder, error)
        }
        return false
    }

    private func keep(_ path: String) throws {
        try note(path)
        same.append(path)
    }

    private func note(_ path: String) throws {
        guard paths.insert(path).inserted else {
            throw Refusal(
                Finding(
                    .error, "address-taken", "two files of the site have the address '\(path)'", at: Place(file: folder),
                    suggestion: "give one of the two indicators or units another name"))
        }
    }

    private func stagedFolder() throws(SystemFault) -> Folder {
        if let staged { return staged }
        let made = try Folder.make(staging(for: folder))
        staged = made
        return made
    }
}

/// Removes what a build that was stopped left beside an edition.
public func removeStaging(for folder: String) { try? removeTree(staging(for: folder)) }

private func staging(for folder: String) -> String {
    let parts = folder.split(separator: "/", omittingEmptySubsequences: false)
    return (parts.dropLast() + [".\(parts.last ?? "").staged"]).joined(separator: "/")
}

private func unwritable(_ folder: String, _ fault: SystemFault) -> Refusal {
    Refusal(
        Finding(
            .error, "output-unwritable", "the site cannot be written: \(fault.reason)", at: Place(file: folder),
            suggestion: "check the folder's permissions and free space; the previous site is as it was"))
}
