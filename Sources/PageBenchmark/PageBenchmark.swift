import Audit
import Crypto
import Delimited
import Foundation
import Pages
import Site
import Vocabulary

// Writes a site of many plain pages as a build would, for `Benchmarks/pages.py`: rows are read, each page is put together by
// the markup and the frame of all pages, looked at by the audit, compared with the file that is there, and written
// where it differs. Prints the processor seconds of each and what was done. As in a build, nothing is made where the data are
// those that the site was made from last time (SHA-256), unless --again asks for it.
//
// Usage: PageBenchmark DATA OUTPUT [--again]    DATA holds pages.csv, rows.csv, links.csv and text.csv

@main
enum PageBenchmark {
    static func main() throws {
        guard CommandLine.arguments.count > 2 else {
            print("usage: PageBenchmark DATA OUTPUT [--again]")
            exit(2)
        }
        let data = CommandLine.arguments[1], output = CommandLine.arguments[2], record = output + ".fingerprint"
        let made = try fingerprint(data)
        if !CommandLine.arguments.contains("--again"), (try? String(contentsOfFile: record, encoding: .utf8)) == made {
            print("nothing has changed")
            return
        }
        var site = try PlainSite(data: data, output: output)
        try site.write()
        try made.write(toFile: record, atomically: true, encoding: .utf8)
    }

    /// Of all files of a folder.
    nonisolated static func fingerprint(_ folder: String) throws -> String {
        var hash = SHA256()
        for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
            let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: folder + "/" + name))
            hash.update(data: Data(name.utf8))
            while let part = try file.read(upToCount: 1 << 20), !part.isEmpty { hash.update(data: part) }
        }
        return hash.finalize().map { String($0, radix: 16) }.joined(separator: " ")
    }
}

/// A site of plain pages on its way out.
struct PlainSite {
    private let data: String
    private let pages: PlainPages
    private let names: [(id: String, title: String)]
    private let links: [(text: String, address: String)]
    private let text: String
    private let writer: EditionWriter
    private var audit = SiteAudit()
    private var clock = Clock()
    private var bytes = 0

    init(data: String, output: String) throws {
        self.data = data
        let project = ProjectDescription(
            title: .init(everywhere: "Mål"), organisation: .init(everywhere: "Kommune"), languages: [.danish],
            builtAt: "2026-11-20")
        let pages = PlainPages(project)
        let names = try table(data + "/pages.csv").map { (id: $0[0], title: $0[1]) }
        self.pages = pages
        self.names = names
        // Pages lie beside each other: an address is the same from all of them.
        links = try table(data + "/links.csv").map { row in (row[1], pages.address(of: row[0], from: names[0].id)) }
        text = try table(data + "/text.csv")[0][0]
        writer = try EditionWriter(folder: output)
    }

    mutating func write() throws {
        try add(pages.list(.front, title: "Mål", ids: names))
        for path in [stylesheetPath, iconPath, scriptPath] { try add(path, "") }
        // What the frame links to on every page.
        for page in [SitePage.goals, .data, .method, .about, .accessibility, .privacy, .search] {
            try add(pages.list(page, title: "Mål", ids: []))
        }
        clock.lap(\.page)
        var rows: [[String]] = []
        rows.reserveCapacity(200)
        var number = 0
        var failure: (any Error)?
        let file = try DelimitedFile.open(path: data + "/rows.csv", name: "rows.csv")
        _ = file.forEachRecord { record in
            let id = record.bytes(0)
            if !rows.isEmpty, !id.elementsEqual(names[number].id.utf8) {
                do { try addPage(number, rows) } catch { failure = error }
                number += 1
                rows.removeAll(keepingCapacity: true)
            }
            rows.append((1..<5).map { String(decoding: record.bytes($0), as: UTF8.self) })
            return failure == nil
        }
        if let failure { throw failure }
        try addPage(number, rows)
        let findings = audit.findings()
        clock.lap(\.audit)
        guard findings.isEmpty else {
            print(findings.prefix(5).map(\.description).joined(separator: "\n"))
            exit(1)
        }
        let report = try writer.finish()
        clock.lap(\.write)
        print(
            "pages", number + 1, "bytes", bytes / (number + 1), "written", report.written, "unchanged", report.unchanged,
            "read", clock.read, "page", clock.page, "audit", clock.audit, "write", clock.write)
    }

    private mutating func addPage(_ number: Int, _ rows: [[String]]) throws {
        clock.lap(\.read)
        let (id, title) = names[number]
        let page = pages.page(
            id, title: title, links: links, text: text, columns: ["Måned", "Serie", "Værdi", "Antal"], numbers: 2,
            rows: rows)
        bytes += page.html.utf8.count
        try add(page)
    }

    private mutating func add(_ page: Page) throws { try add(page.path, page.html) }

    private mutating func add(_ path: String, _ text: String) throws {
        var text = text
        clock.lap(\.page)
        text.withUTF8 { audit.read(path, $0) }
        clock.lap(\.audit)
        try text.withUTF8 { try writer.add(path, UnsafeRawBufferPointer($0)) }
        clock.lap(\.write)
    }
}

/// Processor seconds of each kind of work.
struct Clock {
    var read = 0.0, page = 0.0, audit = 0.0, write = 0.0
    private var last = 0.0

    mutating func lap(_ work: WritableKeyPath<Clock, Double>) {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        let now = Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
        self[keyPath: work] += now - last
        last = now
    }
}

/// All rows of a small file.
private func table(_ path: String) throws -> [[String]] {
    let file = try DelimitedFile.open(path: path, name: path)
    var rows: [[String]] = []
    _ = file.forEachRecord { record in
        rows.append(file.header.indices.map { String(decoding: record.bytes($0), as: UTF8.self) })
        return true
    }
    return rows
}
