import Foundation
import Glibc
import Testing

/// Faults outside the files' content: one clear error with its place, the old database and the old site as they were,
/// and the next run fine.
@Suite(.serialized) struct ImportFaults {
    static let isRoot = getuid() == 0

    /// Every table of the database as SQL statements, one text.
    static func database(_ project: TemporaryProject) throws -> String {
        let script = "import sqlite3, sys\nfor line in sqlite3.connect(sys.argv[1]).iterdump(): print(line)"
        let result = try run("/usr/bin/env", ["python3", "-c", script, project.folder + "/.sammen/sammen.sqlite"])
        #expect(result.status == 0 && result.output.contains("rows_fravaer"), "\(result.errors)")
        return result.output
    }

    /// A project that is built, and what stands in its database and its site.
    struct Built {
        let project: TemporaryProject
        let database: String
        let site: [String: Data]

        init(_ project: TemporaryProject) throws {
            self.project = project
            let first = try sammen("build", in: project.folder)
            #expect(first.status == 0, "\(first.errors)")
            database = try ImportFaults.database(project)
            site = try project.site()
            #expect(site.count > 10)
        }

        /// The run ended as said, with one error that begins so; database and site are as before.
        func expect(_ result: Run, status: Int32, _ finding: String) throws {
            #expect(result.status == status, "\(result.errors)")
            let errors = result.errors.split(separator: "\n").filter { $0.contains("error[") }
            #expect(errors.count == 1, "one clear error, and not: \(result.errors)")
            #expect(errors.first?.hasPrefix(finding) == true, "\(result.errors)")
            #expect(try ImportFaults.database(project) == database, "the database was touched")
            #expect(try project.site() == site, "the site was touched")
        }

        /// With the cause gone and the input as it was, the next run makes the same database and site.
        func expectNextRunFine() throws {
            let next = try sammen("build", in: project.folder)
            #expect(next.status == 0 && !next.errors.contains("error["), "\(next.errors)")
            #expect(try ImportFaults.database(project) == database)
            #expect(try project.site() == site)
        }

        /// With the cause gone, the changed input of `rows` rows is loaded and the site is another.
        func expectNextRunLoads(rows: Int) throws {
            let next = try sammen("build", in: project.folder)
            #expect(next.status == 0 && !next.errors.contains("error["), "\(next.errors)")
            let account = try sammen("import", "--format", "json", in: project.folder).json() as? [[String: Any]]
            #expect(account?.first?["loaded"] as? Int == rows)
            #expect(try project.site() != site)
        }
    }

    /// 32,400 rows, 1 MB in the database: more than there is room for below.
    static let large = TemporaryProject.absence(extra: 50, groups: 300)
    static let largeRows = 36 * 3 * 300

    // MARK: the disk

    /// The database has no room (32,400 rows), or the keys of its rows have none before that (324,000).
    @Test(
        .enabled(if: isRoot, "a small disk can only be mounted by root: the limit on a file's size is tested instead"),
        arguments: zip([300, 3000], ["640k", "1500k"]))
    func aFullDisk(_ groups: Int, _ size: String) throws {
        let project = try TemporaryProject()
        let state = project.folder + "/.sammen"
        try FileManager.default.createDirectory(atPath: state, withIntermediateDirectories: true)
        let mounted = try run("/bin/mount", ["-t", "tmpfs", "-o", "size=\(size)", "tmpfs", state])
        guard mounted.status == 0 else {
            print("No small disk can be mounted here (\(mounted.errors)): the test of a full disk is skipped.")
            return
        }
        defer { _ = try? run("/bin/umount", ["-l", state]) }
        let built = try Built(project)
        try project.write("Data/fravaer.csv", TemporaryProject.absence(extra: 50, groups: groups))
        let result = try sammen("build", in: project.folder)
        try built.expect(result, status: 3, state)
        #expect(result.errors.contains(": error[disk-full]: "))
        #expect(try run("/bin/mount", ["-o", "remount,size=64m", state]).status == 0)
        try built.expectNextRunLoads(rows: 36 * 3 * groups)
    }

    /// What an ordinary user can make: files may not grow beyond 512 KiB (`ulimit -f` counts 512 bytes).
    @Test func aLimitOnTheSizeOfFiles() throws {
        let built = try Built(try TemporaryProject())
        try built.project.write("Data/fravaer.csv", Self.large)
        let limited = try run(
            "/bin/sh", ["-c", "trap '' XFSZ; ulimit -f 1024; exec \"$0\" build", program], in: built.project.folder)
        try built.expect(limited, status: 3, "\(built.project.folder)/.sammen/sammen.sqlite: error[")
        #expect(limited.errors.contains("error[disk-full]") || limited.errors.contains("error[database-unavailable]"))
        try built.expectNextRunLoads(rows: Self.largeRows)
    }

    // MARK: other programs

    /// Runs Python until the value goes; it has said one line when `init` returns.
    final class Python {
        private let process = Process()
        private let input = Pipe()

        init(_ script: String, _ arguments: String...) throws {
            let output = Pipe()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments = ["python3", "-c", script] + arguments
            process.standardInput = input
            process.standardOutput = output
            try process.run()
            #expect(!output.fileHandleForReading.availableData.isEmpty, "Python did not begin")
        }

        /// Closes its input, which its script takes as the sign to end, and waits.
        func end() {
            try? input.fileHandleForWriting.close()
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
        }
    }

    /// Another program writes, or only reads within a transaction, as a viewer of databases does.
    @Test(arguments: ["BEGIN EXCLUSIVE", "BEGIN; SELECT COUNT(*) FROM rows_fravaer"])
    func aDatabaseLockedByAnotherProcess(_ statements: String) throws {
        let built = try Built(try TemporaryProject())
        try built.project.write("Data/fravaer.csv", Self.large)
        let file = built.project.folder + "/.sammen/sammen.sqlite"
        let other = try Python(
            """
            import sqlite3, sys
            database = sqlite3.connect(sys.argv[1], isolation_level=None)
            for statement in sys.argv[2].split(";"): held = database.execute(statement).fetchall()
            print("held", flush=True)
            sys.stdin.read()
            """, file, statements)
        let result = try sammen("build", in: built.project.folder)
        other.end()
        try built.expect(result, status: 3, "\(file): error[database-locked]: ")
        try built.expectNextRunLoads(rows: Self.largeRows)
    }

    /// A writer adds a row, or puts another file in its place, all the while the file is read. Where the writer had to
    /// wait for the processor and the file was read whole, the test is made again.
    @Test(arguments: ["append", "replace"])
    func aFileChangedWhileRead(_ how: String) throws {
        let large = TemporaryProject.absence(extra: 50, groups: 1000)
        for _ in 1...5 {
            let built = try Built(try TemporaryProject())
            try built.project.write("Data/fravaer.csv", large)
            let other = try Python(Self.writer, built.project.folder + "/Data/fravaer.csv", how)
            let result = try sammen("build", in: built.project.folder)
            other.end()
            if result.status == 0 { continue }
            try built.expect(result, status: 1, "Data/fravaer.csv: error[changed-while-read]: ")
            let rows = try built.project.read("Data/fravaer.csv").split(separator: "\n").count - 1
            #expect(rows > 36 * 3 * 1000)
            try built.expectNextRunLoads(rows: rows)
            return
        }
        Issue.record("the file was changed all the while, and five runs did not notice")
    }

    /// Changes a file until its input is closed; each row it adds is another.
    private static let writer = """
        import os, select, sys
        path, how = sys.argv[1:]
        data = open(path, "rb").read()
        number = 0
        def change():
            global number
            row = f"2025;{number % 12 + 1};11;H{number};12;200,0;1,00\\n".encode()
            number += 1
            if how == "append":
                with open(path, "ab") as file: file.write(row)
            else:
                with open(path + ".new", "wb") as file: file.write(data + row)
                os.replace(path + ".new", path)
        change()
        print("begun", flush=True)
        while not select.select([sys.stdin], [], [], 0.0002)[0]: change()
        """
}
