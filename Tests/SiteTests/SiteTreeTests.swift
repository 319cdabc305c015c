import Findings
import Foundation
import Site
import Testing
import Vocabulary

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

/// Writes all files of a site at once.
func write(_ files: [OutputFile], to folder: String, copies: [CompressedCopy] = []) throws -> WriteReport {
    let writer = try EditionWriter(folder: folder, copies: copies)
    for file in files { try writer.add(file) }
    return try writer.finish()
}

func file(_ path: String, _ text: String) -> OutputFile { OutputFile(path: path, text: text) }

@Suite struct SiteTree {

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

    @Test func aWriterLetGoLeavesTheSiteAsItWas() throws {
        let folder = try TemporaryFolder()
        _ = try write([file("a", "1"), file("b", "2")], to: folder.output)
        let before = try folder.inode("a")
        var writer: EditionWriter? = try EditionWriter(folder: folder.output)
        try writer?.add(file("a", "new"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/Output").count == 2)
        writer = nil
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/Output") == ["public"])
        #expect(try folder.read("a") == "1" && folder.read("b") == "2" && folder.inode("a") == before)
    }

    @Test func readersOfTheOldSiteKeepIt() throws {
        let folder = try TemporaryFolder()
        _ = try write([file("a", "old"), file("b", "same")], to: folder.output)
        let reader = try #require(FileHandle(forReadingAtPath: folder.output + "/a"))
        _ = try write([file("a", "new"), file("b", "same")], to: folder.output)
        #expect(String(decoding: reader.readDataToEndOfFile(), as: UTF8.self) == "old")
    }

    @Test func twoFilesOfOneAddressAreRefused() throws {
        let folder = try TemporaryFolder()
        let writer = try EditionWriter(folder: folder.output)
        try writer.add(file("a", "1"))
        let refusal = try #require(throws: Refusal.self) { try writer.add(file("a", "2")) }
        #expect(refusal.findings.map(\.code) == ["address-taken"])
    }

    @Test func aFolderThatCannotBeMadeIsRefused() throws {
        let folder = try TemporaryFolder()
        try Data().write(to: URL(fileURLWithPath: folder.path + "/Output"))
        let refusal = try #require(throws: Refusal.self) { _ = try write([file("a", "1")], to: folder.output) }
        #expect(refusal.findings.map(\.code) == ["output-unwritable"])
    }

    /// Longer than what is read at a time, differing in the last byte, in the first, and in length alone.
    @Test func largeFilesAreComparedToTheEnd() throws {
        let folder = try TemporaryFolder()
        let long = [UInt8](repeating: 7, count: 200_000)
        var last = long, first = long
        last[199_999] = 8
        first[0] = 8
        for (bytes, written) in [(long, 1), (long, 0), (last, 1), (first, 1), (long + [7], 1), (long, 1), ([], 1), ([], 0)] {
            let report = try write([OutputFile(path: "a", bytes: bytes)], to: folder.output)
            #expect(report.written == written)
            #expect(FileManager.default.contents(atPath: folder.output + "/a") == Data(bytes))
        }
    }

    /// What someone put there is replaced, and never followed out of the site.
    @Test func aLinkInTheSiteIsNotFollowed() throws {
        let folder = try TemporaryFolder()
        _ = try write([file("a", "1"), file("b/c", "2")], to: folder.output)
        let outside = folder.path + "/outside"
        try FileManager.default.createDirectory(atPath: outside, withIntermediateDirectories: true)
        try Data("1".utf8).write(to: URL(fileURLWithPath: outside + "/kept"))
        try FileManager.default.removeItem(atPath: folder.output + "/a")
        try FileManager.default.createSymbolicLink(atPath: folder.output + "/a", withDestinationPath: outside + "/kept")
        try FileManager.default.createSymbolicLink(atPath: folder.output + "/d", withDestinationPath: outside)
        let report = try write([file("a", "1"), file("b/c", "2")], to: folder.output)
        #expect(report.written == 1 && report.removed == 1)
        #expect(folder.everything(in: folder.output) == ["a", "b", "b/c"])
        #expect(FileManager.default.fileExists(atPath: outside + "/kept"))
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
