import Foundation
import Testing

/// Examples/telemark is built straight from the files in ../shared as they are.
@Suite(.serialized) struct Telemark {
    static let input = URL(fileURLWithPath: repository).deletingLastPathComponent().path + "/shared/data/real/telemark"
    static var isHere: Bool {
        let here = FileManager.default.fileExists(atPath: input)
        if !here { print("Telemark's files are not here (../shared/data/real/telemark): its tests are skipped.") }
        return here
    }

    @Test(.enabled(if: isHere, "Telemark's files are not in ../shared/data/real/telemark"))
    func buildsFromTheFilesAsTheyAre() throws {
        let output = temporaryPath("telemark")
        defer { try? FileManager.default.removeItem(atPath: output) }
        let result = try sammen("build", "--project", "Examples/telemark", "--output", output, in: repository)
        #expect(result.status == 0, "\(result.errors)")
        let pages = try FileManager.default.contentsOfDirectory(atPath: output + "/public/nb/indikator")
        #expect(pages.count >= 6, "\(pages)")
    }
}
