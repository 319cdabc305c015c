import Foundation
import Testing

/// A fault of the program itself shows no calls and no memory: they could hold what stood in a file.
@Suite struct Crashes {
    @Test(arguments: ["SEGV", "ILL", "TRAP", "ABRT", "BUS"]) func aFaultIsOneLine(_ signal: String) throws {
        let project = try TemporaryProject()
        try FileManager.default.createDirectory(
            atPath: project.folder + "/.sammen", withIntermediateDirectories: true)
        // It waits for the lock that another process holds, and meets the signal there.
        let script = """
            exec 9>.sammen/lock; flock 9
            "$0" check 9>&- & child=$!
            sleep 1; kill -\(signal) $child; wait $child; exit $?
            """
        let result = try run("/usr/bin/env", ["SWIFT_BACKTRACE=enable=yes", "bash", "-c", script, program], in: project.folder)
        #expect(result.status == 3)
        let lines = result.errors.split(separator: "\n").filter { !$0.contains("Another build") }
        #expect(lines == ["error[internal]: sammen met a fault of its own and stopped; the old site stands; please report the command"])
    }
}
