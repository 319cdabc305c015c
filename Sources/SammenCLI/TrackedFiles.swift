import Catalogue
import Findings
import Foundation

extension OpenedProject {
    /// Files of personal datasets that git keeps: they would go wherever the repository goes. None where there is no
    /// repository, or no git.
    func trackedPersonalFiles() -> [Finding] {
        project.datasets.filter(\.isPersonal).flatMap { dataset in
            tracked(dataset.files).map { file in
                Finding(
                    .error, "tracked-personal-file", "git keeps this file of the personal dataset '\(dataset.name)'",
                    at: Place(file: file),
                    suggestion: "git rm --cached '\(file)', add it to .gitignore, and clean the history before sharing it")
            }
        }
    }

    private func tracked(_ pattern: String) -> [String] {
        let git = Process(), output = Pipe()
        git.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        git.arguments = ["git", "-C", project.folder, "ls-files", "-z", "--", ":(glob)\(pattern)"]
        git.standardOutput = output
        git.standardError = FileHandle.nullDevice
        guard (try? git.run()) != nil else { return [] }
        let names = output.fileHandleForReading.readDataToEndOfFile()
        git.waitUntilExit()
        guard git.terminationStatus == 0 else { return [] }
        return names.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    }
}
