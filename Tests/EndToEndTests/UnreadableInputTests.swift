import Foundation
import Glibc
import Testing

/// Input that may not be read, or that is no file: one clear error with its place, and nothing lost.
@Suite(.serialized) struct UnreadableInput {
    static let isRoot = getuid() == 0

    /// Permissions do not stop root, whose project is then nobody's, and whose program runs as nobody.
    private static let nobody = "65534"

    private func asOrdinaryUser(_ project: TemporaryProject) throws -> Run {
        guard Self.isRoot else { return try sammen("build", in: project.folder) }
        return try run(
            "/usr/bin/setpriv",
            ["--reuid=\(Self.nobody)", "--regid=\(Self.nobody)", "--clear-groups", program, "build"],
            in: project.folder)
    }

    /// A built project that an ordinary user owns; nil where nobody else can run the program.
    private func builtByOrdinaryUser() throws -> ImportFaults.Built? {
        let project = try TemporaryProject()
        if Self.isRoot {
            #expect(try run("/bin/chown", ["-R", Self.nobody, project.folder]).status == 0)
            let first = try? asOrdinaryUser(project)
            guard first?.status == 0 else {
                print("No other user can run \(program) (\(first?.errors ?? "no setpriv")): the test is skipped.")
                return nil
            }
        }
        return try ImportFaults.Built(project)
    }

    /// With what the finding begins with. What is in a folder that may not be opened cannot be told from what is not
    /// there, and its finding may stand in config.json.
    static let unreadable: KeyValuePairs = [
        "Data/fravaer.csv": "Data/fravaer.csv: error[unreadable-file]",
        "Data/enheder.csv": "Data/enheder.csv: error[unreadable-file]",
        "Metrics/trivsel/sygefravaer.yaml": "Metrics/trivsel/sygefravaer.yaml: error[unreadable]",
        "Metrics/trivsel": "Metrics", "Metrics": "Metrics", "Data": "",
    ]

    @Test(arguments: zip(unreadable.map(\.key), unreadable.map(\.value)))
    func whatMayNotBeRead(_ name: String, _ finding: String) throws {
        guard let built = try builtByOrdinaryUser() else { return }
        let path = built.project.folder + "/" + name
        let mode = try #require(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? mode_t)
        #expect(chmod(path, 0) == 0)
        let result = try asOrdinaryUser(built.project)
        #expect(chmod(path, mode) == 0)
        try built.expect(result, status: 1, finding)
        try built.expectNextRunFine()
    }

    struct NoFile: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var finding: String
        /// Puts it at a path.
        var make: @Sendable (String) -> Int32
    }

    static let noFiles = [
        NoFile(testDescription: "a folder", finding: "error[is-a-directory]: ") { mkdir($0, 0o755) },
        NoFile(testDescription: "a pipe", finding: "error[unreadable-file]: ") { mkfifo($0, 0o644) },
        NoFile(testDescription: "a device", finding: "error[unreadable-file]: ") { symlink("/dev/zero", $0) },
        NoFile(testDescription: "a link to nothing", finding: "error[missing-file]: ") { symlink("nowhere.csv", $0) },
    ]

    /// A pipe or a device could be read for ever: then the run is ended and its status is 124.
    private func buildWithinAMinute(_ project: TemporaryProject) throws -> Run {
        try run("/usr/bin/timeout", ["60", program, "build"], in: project.folder)
    }

    /// Among the files that `files` names.
    @Test(arguments: noFiles) func besideTheFiles(_ noFile: NoFile) throws {
        let project = try TemporaryProject()
        let config = TemporaryProject.config.replacingOccurrences(of: "Data/fravaer.csv", with: "Data/fravaer*.csv")
        try project.write("config.json", config)
        let built = try ImportFaults.Built(project)
        let path = project.folder + "/Data/fravaer-x.csv"
        #expect(noFile.make(path) == 0)
        try built.expect(try buildWithinAMinute(project), status: 1, "Data/fravaer-x.csv: \(noFile.finding)")
        #expect(remove(path) == 0)
        try built.expectNextRunFine()
    }

    /// In the place of a file that was loaded before.
    @Test(arguments: noFiles.prefix(3), ["Data/fravaer.csv", "Data/enheder.csv"])
    func inPlaceOfAFile(_ noFile: NoFile, _ name: String) throws {
        let built = try ImportFaults.Built(try TemporaryProject())
        let path = built.project.folder + "/" + name
        #expect(rename(path, path + ".kept") == 0)
        #expect(noFile.make(path) == 0)
        try built.expect(try buildWithinAMinute(built.project), status: 1, "\(name): \(noFile.finding)")
        #expect(remove(path) == 0)
        #expect(rename(path + ".kept", path) == 0)
        try built.expectNextRunFine()
    }
}
