import Findings
import Foundation

/// Lets one build at a time work on a project. The lock goes with its process, however that ends.
public final class ProjectLock {
    private let descriptor: Int32

    /// Takes the lock, waiting for whoever has it; `waiting` is told who that is, once.
    /// - Throws: `Refusal` where the lock file cannot be made.
    public init(folder: String, waiting: (String) -> Void) throws {
        let path = folder + "/lock"
        try? FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw Refusal(
                Finding(
                    .error, "lock-unavailable", "the lock cannot be made: \(String(cString: strerror(errno)))",
                    at: Place(file: path), suggestion: "check the folder's permissions"))
        }
        if flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            let holder = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
            waiting(holder.trimmingCharacters(in: .whitespacesAndNewlines))
            while flock(descriptor, LOCK_EX) != 0 && errno == EINTR {}
        }
        let text = "process \(getpid())\n"
        ftruncate(descriptor, 0)
        _ = text.withCString { pwrite(descriptor, $0, strlen($0), 0) }
    }

    deinit { close(descriptor) }
}
