import Foundation
import Site
import Testing

/// A folder of its own, gone when the test ends.
final class TemporaryFolder {
    let path = FileManager.default.temporaryDirectory.path + "/site-tests-" + UUID().uuidString

    init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(atPath: path) }

    var output: String { path + "/Output/public" }

    func read(_ name: String) -> String? { try? String(contentsOfFile: output + "/" + name, encoding: .utf8) }

    func inode(_ name: String) throws -> Int {
        let number = try FileManager.default.attributesOfItem(atPath: output + "/" + name)[.systemFileNumber]
        return try #require((number as? NSNumber)?.intValue)
    }

    func everything(in folder: String) -> [String] {
        (FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []).sorted()
    }
}

@Suite struct SiteTree {
    private func file(_ path: String, _ text: String) -> OutputFile { OutputFile(path: path, text: text) }

    @Test func writesEveryFile() throws {
        let folder = try TemporaryFolder()
        let report = try write([file("index.html", "æ"), file("da/maal/a.html", "b")], to: folder.output)
        #expect(report.written == 2 && report.unchanged == 0 && report.removed == 0 && !report.isUntouched)
        #expect(folder.read("index.html") == "æ" && folder.read("da/maal/a.html") == "b")
    }

    @Test func unchangedFilesAreTheSameFiles() throws {
        let folder = try TemporaryFolder()
        _ = try write([file("a", "one"), file("b/c", "two"), file("d", "gone")], to: folder.output)
        let before = (try folder.inode("a"), try folder.inode("b/c"))
        let report = try write([file("a", "one"), file("b/c", "TWO"), file("e", "new")], to: folder.output)
        #expect(report.written == 2 && report.unchanged == 1 && report.removed == 1)
        #expect(try folder.inode("a") == before.0)
        #expect(try folder.inode("b/c") != before.1)
        #expect(folder.everything(in: folder.output) == ["a", "b", "b/c", "e"])
        #expect(folder.read("b/c") == "TWO")
    }

    @Test func nothingIsTouchedWhereNothingDiffers() throws {
        let folder = try TemporaryFolder()
        let files = [file("a", "one"), file("b/c", "")]
        _ = try write(files, to: folder.output)
        func stamp() throws -> (Int, Date) {
            let attributes = try FileManager.default.attributesOfItem(atPath: folder.output)
            return (
                try #require((attributes[.systemFileNumber] as? NSNumber)?.intValue),
                try #require(attributes[.modificationDate] as? Date)
            )
        }
        let before = try stamp()
        let report = try write(files.reversed(), to: folder.output)
        #expect(report.isUntouched && report.unchanged == 2)
        #expect(try stamp() == before)
    }

    @Test func foldersLeftEmptyAreGone() throws {
        let folder = try TemporaryFolder()
        _ = try write([file("a", "1"), file("old/b", "2")], to: folder.output)
        let report = try write([file("a", "1")], to: folder.output)
        #expect(report.removed == 1 && report.written == 0 && report.unchanged == 1)
        #expect(folder.everything(in: folder.output) == ["a"])
    }

    @Test func stagingIsRemoved() throws {
        let folder = try TemporaryFolder()
        _ = try write([file("a", "1")], to: folder.output)
        _ = try write([file("a", "2")], to: folder.output)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/Output") == ["public"])
        let left = folder.path + "/Output/.public.staged"
        try FileManager.default.createDirectory(atPath: left, withIntermediateDirectories: true)
        try Data("half".utf8).write(to: URL(fileURLWithPath: left + "/half"))
        _ = try write([file("a", "3")], to: folder.output)
        #expect(folder.everything(in: folder.output) == ["a"] && !FileManager.default.fileExists(atPath: left))
        try FileManager.default.createDirectory(atPath: left, withIntermediateDirectories: true)
        removeStaging(for: folder.output)
        #expect(!FileManager.default.fileExists(atPath: left) && folder.read("a") == "3")
    }

    @Test func aSiteCanBeEmptied() throws {
        let folder = try TemporaryFolder()
        _ = try write([file("a", "1")], to: folder.output)
        let report = try write([], to: folder.output)
        #expect(report.removed == 1 && folder.everything(in: folder.output).isEmpty)
    }
}

@Suite struct Locks {
    @Test func theSecondWaitsForTheFirst() throws {
        let folder = try TemporaryFolder()
        let path = folder.path
        var first: ProjectLock? = try ProjectLock(folder: path) { _ in Issue.record("nobody has it") }
        #expect(first != nil)
        let holder = Box<String>(), taken = DispatchSemaphore(value: 0), waits = DispatchSemaphore(value: 0)
        Thread.detachNewThread {
            let second = try? ProjectLock(folder: path) {
                holder.value = $0
                waits.signal()
            }
            if second != nil { taken.signal() }
        }
        #expect(waits.wait(timeout: .now() + 10) == .success)
        #expect(holder.value == "process \(ProcessInfo.processInfo.processIdentifier)")
        #expect(taken.wait(timeout: .now() + 0.2) == .timedOut, "two have the lock at once")
        first = nil
        #expect(taken.wait(timeout: .now() + 10) == .success)
    }

    @Test func aFreeLockIsTakenAtOnce() throws {
        let folder = try TemporaryFolder()
        for _ in 0..<3 {
            let lock = try ProjectLock(folder: folder.path + "/new") { _ in Issue.record("nobody has it") }
            withExtendedLifetime(lock) {}
        }
        let mode = try FileManager.default.attributesOfItem(atPath: folder.path + "/new/lock")[.posixPermissions]
        #expect((mode as? NSNumber)?.intValue == 0o600)
    }
}

/// Written before a semaphore is signalled and read after it is waited for.
private final class Box<Value>: @unchecked Sendable {
    var value: Value?
}
