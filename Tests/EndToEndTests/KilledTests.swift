import Foundation
import Glibc
import Testing

/// A build killed at any moment leaves the old database and site or the new ones, never half of either.
@Suite(.serialized) struct Killed {
    /// The figure that an edition's files tell for 2024; more than one where they disagree.
    private func figures(_ project: TemporaryProject, _ edition: String = "public") throws -> Set<String> {
        let site = try project.site()
        let pages = site.filter { $0.key.hasPrefix(edition + "/") && $0.key.hasSuffix(".csv") }
        return Set(
            pages.values.flatMap { data in
                String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline).filter {
                    $0.hasPrefix("sygefravaer,2024,") && $0.contains(",1,Prøve Kommune,,")
                }.map { String($0) }
            })
    }

    private func rowsAndSum(_ project: TemporaryProject) throws -> String {
        let database = project.folder + "/.sammen/sammen.sqlite"
        let result = try run(
            "/usr/bin/sqlite3",
            [database, "PRAGMA integrity_check; SELECT COUNT(*), SUM(syge) FROM rows_fravaer;"])
        #expect(result.status == 0, "\(result.errors)")
        return result.output
    }

    /// Starts a build and kills it after some seconds; false where it had ended by then.
    private func kill(after seconds: Double, _ project: TemporaryProject) throws -> Bool {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = ["build"]
        process.currentDirectoryURL = URL(fileURLWithPath: project.folder)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        Thread.sleep(forTimeInterval: seconds)
        let isRunning = process.isRunning
        if isRunning { Glibc.kill(process.processIdentifier, SIGKILL) }
        process.waitUntilExit()
        return isRunning && process.terminationReason == .uncaughtSignal
    }

    @Test func twentyTimes() throws {
        let project = try TemporaryProject()
        let versions = [TemporaryProject.absence(extra: 0, groups: 300), TemporaryProject.absence(extra: 50, groups: 300)]
        var sums: [String] = [], told: [Set<String>] = []
        var duration = 0.0
        for version in versions {
            try project.write("Data/fravaer.csv", version)
            let start = Date()
            let result = try sammen("build", in: project.folder)
            duration = max(0.2, Date().timeIntervalSince(start))
            #expect(result.status == 0, "\(result.errors)")
            sums.append(try rowsAndSum(project))
            told.append(try figures(project))
        }
        #expect(sums[0] != sums[1] && told[0] != told[1] && told.allSatisfy { $0.count == 1 })
        var killed = 0, attempt = 0
        // Moments spread over the whole build; a build that ended first was timed too slow and counts for nothing.
        while killed < 20, attempt < 100 {
            try project.write("Data/fravaer.csv", versions[attempt % 2])
            attempt += 1
            if try kill(after: duration * (Double(killed) + 0.5) / 20, project) {
                killed += 1
            } else {
                duration *= 0.9
            }
            #expect(sums.contains(try rowsAndSum(project)), "the database is neither old nor new")
            // Each edition is exchanged in a step of its own.
            for edition in ["public", "managers"] {
                #expect(told.contains(try figures(project, edition)), "\(edition) is neither old nor new")
            }
        }
        #expect(killed == 20)
        try project.write("Data/fravaer.csv", versions[0])
        #expect(try sammen("build", in: project.folder).status == 0)
        #expect(try figures(project) == told[0])
        let left = try FileManager.default.contentsOfDirectory(atPath: project.folder + "/Output")
        #expect(left.sorted() == ["managers", "public"], "something was left behind: \(left)")
    }

    @Test func aSecondBuildWaitsAndSaysForWhom() throws {
        let project = try TemporaryProject()
        #expect(try sammen("build", in: project.folder).status == 0)
        let lock = open(project.folder + "/.sammen/lock", O_RDWR)
        #expect(flock(lock, LOCK_EX) == 0)
        let text = "process 4711\n"
        ftruncate(lock, 0)
        _ = text.withCString { pwrite(lock, $0, strlen($0), 0) }
        let errors = temporaryPath("waiting")
        _ = FileManager.default.createFile(atPath: errors, contents: nil)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = ["build"]
        process.currentDirectoryURL = URL(fileURLWithPath: project.folder)
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle(forWritingAtPath: errors)
        try process.run()
        Thread.sleep(forTimeInterval: 1)
        #expect(process.isRunning, "it did not wait")
        #expect(try String(contentsOfFile: errors, encoding: .utf8).contains("process 4711"))
        close(lock)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }
}
