import Catalogue
import Findings
import Foundation
import Site
import Store
import Vocabulary

/// A project read and checked, its units known and its database open, locked against other builds.
struct OpenedProject {
    let project: Project
    let tree: UnitTree
    let store: Store
    let findings: [Finding]
    private let lock: ProjectLock

    /// Reads declarations and units, takes the lock and opens the database.
    /// - Throws: `Refusal` with every finding where one of them is an error.
    init(folder: String, strict: Bool = false) throws {
        let (read, declared) = Project.read(folder: folder, asOf: today(), table: readTable)
        guard let project = read else { throw Refusal(declared) }
        let (tree, listed) = readUnits(project)
        findings = declared + listed + project.unknownUnits(in: tree)
        guard !findings.stops(strict: strict) else { throw Refusal(findings) }
        self.project = project
        self.tree = tree
        lock = try ProjectLock(folder: folder + "/.sammen") { holder in
            Terminal.note("Another build has this project (\(holder)); waiting for it to end.")
        }
        store = try Store(path: folder + "/.sammen/sammen.sqlite")
    }
}

/// The date of the build, ISO 8601: from SOURCE_DATE_EPOCH where it is set, else the clock.
func today() -> String {
    let environment = ProcessInfo.processInfo.environment
    var seconds = environment["SOURCE_DATE_EPOCH"].flatMap { time_t($0) } ?? time(nil)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
}

extension OpenedProject {
    func unknownUnit(_ code: String) -> Finding {
        Finding(
            .error, "unknown-unit", "unit '\(code)' is not in \(project.units.file)",
            suggestion: didYouMean(code, among: tree.units.map(\.code.code)))
    }
}

func notAPeriod(_ text: String) -> Finding {
    Finding(
        .error, "not-a-period", "'\(text)' is no period", suggestion: "write 2024, 2024M05, 2024K1, 2023/24 or 2014-2016")
}
