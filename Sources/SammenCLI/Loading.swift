import Catalogue
import Findings
import Foundation
import Store

extension OpenedProject {
    /// Loads what has changed, tells how far it is where someone watches, and writes the account down.
    func load(only names: Set<String>? = nil) throws -> LoadReport {
        var watch = ProgressLine()
        var account = try store.load(project, tree: tree, only: names) { watch.show($0) }
        watch.end()
        if !account.findings.stops() { account.findings += try late() }
        try ImportReports(folder: project.folder + "/.sammen/reports").write(account)
        return account
    }
}

/// One line on the terminal: rows, rows a second and the time left. Silent in a pipe.
private struct ProgressLine {
    private var file = ""
    /// When the file was first told of, and how far it was then: the rate is counted from there.
    private var start = (time: Date(), rows: 0, share: 0.0)
    private var shown = Date.distantPast

    mutating func show(_ progress: LoadProgress) {
        guard Terminal.isWatched else { return }
        // Another file, or the same one once more.
        guard progress.file == file, progress.rows > start.rows else {
            (file, start) = (progress.file, (Date(), progress.rows, progress.share))
            return
        }
        guard Date().timeIntervalSince(shown) > 0.2 else { return }
        shown = Date()
        let seconds = shown.timeIntervalSince(start.time), share = progress.share - start.share
        guard seconds > 0, share > 0 else { return }
        let rate = Int(Double(progress.rows - start.rows) / seconds)
        let left = Int((seconds * (1 - progress.share) / share).rounded(.up))
        Terminal.overwrite(
            "\(progress.file): \(progress.rows) rows, \(rate) a second, \(Int(progress.share * 100)) %, \(left) s left")
    }

    func end() {
        if shown > .distantPast { Terminal.overwrite("") }
    }
}

/// The accounts of imports, written for people: one text a dataset, and a list of the rows set aside.
struct ImportReports {
    let folder: String

    /// Writes the account of each dataset that was loaded. Rows are named by file, line, column and reason alone.
    func write(_ account: LoadReport) throws {
        guard !account.findings.stops() else { return }
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            for dataset in account.datasets where !dataset.isUnchanged || dataset.hasExpired {
                let lines =
                    ["\(dataset.dataset): \(dataset.loaded) rows"] + dataset.files.map { "  \($0.line)  \($0.sha256)" }
                    + dataset.gone.map { "  \($0): no longer there, its rows were taken out" }
                try text(lines).write(toFile: folder + "/\(dataset.dataset).txt", atomically: true, encoding: .utf8)
                try writeSetAside(dataset)
            }
        } catch {
            throw Refusal(
                Finding(
                    .error, "cannot-write", "the account of the import cannot be written", at: Place(file: folder),
                    suggestion: "check the folder's permissions and free space"))
        }
    }

    /// The rows set aside of all files: those of files that were not loaded now are as they were.
    private func writeSetAside(_ dataset: DatasetReport) throws {
        let list = folder + "/\(dataset.dataset)-set-aside.csv"
        let present = Set(dataset.files.map(\.name)).subtracting(dataset.loadedFiles)
        let old = (try? String(contentsOfFile: list, encoding: .utf8))?.split(separator: "\n").dropFirst() ?? []
        let kept = old.filter { line in present.contains { line.hasPrefix($0 + ";") } }.map(String.init)
        let rows = kept + dataset.setAsideRows.map { "\($0.file);\($0.line);\($0.column);\($0.reason)" }
        guard !rows.isEmpty else {
            try? FileManager.default.removeItem(atPath: list)
            return
        }
        try text(["file;line;column;reason"] + rows).write(toFile: list, atomically: true, encoding: .utf8)
    }

    private func text(_ lines: [String]) -> String { lines.joined(separator: "\n") + "\n" }
}

extension FileReport {
    /// `Data/a.csv: 120 read = 118 loaded + 2 set aside`
    var line: String {
        let parts = [
            (loaded, "loaded"), (setAside, "set aside"), (passedOver, "passed over (other units)"),
            (superseded, "superseded by a newer file"), (expired, "older than is kept"),
        ]
        let sum = parts.enumerated().filter { $0.offset == 0 || $0.element.0 > 0 }.map { "\($0.element.0) \($0.element.1)" }
        return "\(name): \(read) read = \(sum.joined(separator: " + "))"
    }
}

/// Processor time of this process so far, in seconds.
func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// The most memory this process has held in MiB, pages of files not counted.
func ownMemory() -> Double {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    func kilobytes(_ key: String) -> Double {
        let line = status.split(separator: "\n").first { $0.hasPrefix(key + ":") }
        return line.flatMap { Double($0.split(whereSeparator: \.isWhitespace)[1]) } ?? 0
    }
    return (kilobytes("VmHWM") - kilobytes("RssFile")) / 1024
}
