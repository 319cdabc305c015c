import Catalogue
import Findings
import Foundation
import Testing

/// The folder of the package.
let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

@Suite struct Examples {
    @Test(arguments: ["", "/Examples/telemark"]) func everyDeclarationReadsWithoutAFinding(_ folder: String) throws {
        let (project, findings) = Project.read(folder: repository + folder, asOf: "2026-11-20")
        #expect(findings.isEmpty, "\(findings)")
        #expect(try #require(project).indicators.count > 10)
    }
}
