import Foundation
import Testing

/// What `sammen new project` makes is whole: it passes `check` without a word, builds, and git leaves alone what it must.
@Suite struct NewProjects {
    private func made() throws -> String {
        let folder = temporaryPath("new")
        let run = try sammen("new", "project", folder, in: repository)
        #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
        return folder
    }

    @Test func itPassesCheckAndBuilds() throws {
        let folder = try made()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let check = try sammen("check", "--strict", in: folder)
        #expect(check.status == 0 && check.errors.isEmpty, "\(check.errors)")
        let build = try sammen("build", in: folder)
        #expect(build.status == 0 && FileManager.default.fileExists(atPath: folder + "/Output/public/index.html"))
        let query = try sammen("query", "sygefravaer", "--period", "2025", in: folder)
        #expect(query.status == 0 && !query.output.isEmpty)
    }

    /// One year of rhythm and 30 days of lag after the newest figures of 2025.
    @Test(arguments: [("2027-01-30", false), ("2027-01-31", true)]) func lateFiguresAreTold(_ day: String, _ isLate: Bool) throws {
        let folder = try made()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let config = folder + "/config.json"
        let text = try String(contentsOfFile: config, encoding: .utf8)
            .replacingOccurrences(of: "\"rhythm\": \"year\"", with: "\"rhythm\": \"year\", \"lag\": 30")
            .replacingOccurrences(of: "\"languages\": [\"da\"],", with: "\"languages\": [\"da\"], \"builtAt\": \"\(day)\",")
        try text.write(toFile: config, atomically: true, encoding: .utf8)
        let check = try sammen("check", in: folder)
        #expect(check.status == 0 && check.errors.contains("late-data") == isLate, "\(check.errors)")
    }

    @Test func nothingIsOverwritten() throws {
        let folder = try made()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let again = try sammen("new", "project", folder, in: repository)
        #expect(again.status == 1 && again.errors.contains("folder-in-use"))
    }

    @Test func gitLeavesTheDatabaseAndPersonalDataAlone() throws {
        let folder = try made()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let manager = FileManager.default
        try manager.createDirectory(atPath: folder + "/Data/personal", withIntermediateDirectories: true)
        try "År;Enhed;Syge dagsværk;Mulige dagsværk;Ansatte\n2024;11;1;2;3\n".write(
            toFile: folder + "/Data/personal/a.csv", atomically: true, encoding: .utf8)
        try sammen("import", in: folder)
        for arguments in [["init", "-q"], ["add", "-A"]] {
            #expect(try run("/usr/bin/env", ["git"] + arguments, in: folder).status == 0)
        }
        let tracked = try run("/usr/bin/env", ["git", "ls-files"], in: folder).output
        #expect(tracked.contains("config.json") && !tracked.contains(".sammen/") && !tracked.contains("personal"))

        // A personal dataset whose file git keeps all the same is refused by `check`, and only then.
        let config = folder + "/config.json"
        let personal = try String(contentsOfFile: config, encoding: .utf8)
            .replacingOccurrences(of: "\"key\": []", with: "\"key\": [], \"personal\": true")
        try personal.write(toFile: config, atomically: true, encoding: .utf8)
        let kept = try sammen("check", in: folder)
        #expect(kept.status == 1 && kept.errors.contains("fravaer-eksempel.csv: error[tracked-personal-file]"))
        try run("/usr/bin/env", ["git", "rm", "-q", "--cached", "Data/fravaer/fravaer-eksempel.csv"], in: folder)
        #expect(try sammen("check", in: folder).status == 0)
    }
}
