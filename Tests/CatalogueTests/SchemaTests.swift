import Catalogue
import Foundation
import Testing

/// The JSON Schemas in `Documentation/schemas/` are what the shapes say, and editors can trust them.
@Suite struct Schemas {
    private static let folder = repository + "/Documentation/schemas"

    /// With SAMMEN_WRITE_SCHEMAS=1 in the environment the files are written anew.
    @Test(arguments: SchemaFile.allCases) func theCommittedFileIsWhatTheShapesSay(_ file: SchemaFile) throws {
        let path = Self.folder + "/" + file.name
        if ProcessInfo.processInfo.environment["SAMMEN_WRITE_SCHEMAS"] == "1" {
            try FileManager.default.createDirectory(atPath: Self.folder, withIntermediateDirectories: true)
            try file.text.write(toFile: path, atomically: true, encoding: .utf8)
        }
        let committed = try String(contentsOfFile: path, encoding: .utf8)
        #expect(committed == file.text, "run the tests with SAMMEN_WRITE_SCHEMAS=1, and commit \(file.name)")
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(file.text.utf8)) }
    }

    private static let hasValidator =
        (try? python(["-c", "import jsonschema, yaml"]))?.status == 0

    /// Every declaration of the examples is valid to an independent validator, and faulty ones are not.
    @Test(.enabled(if: hasValidator, "needs Python's jsonschema and yaml")) func anIndependentValidatorAgrees() throws {
        let script = repository + "/Tests/CatalogueTests/validate.py"
        let result = try Self.python([script, Self.folder, repository, repository + "/Examples/telemark"])
        #expect(result.status == 0, "\(result.output)")
    }

    private static func python(_ arguments: [String]) throws -> (status: Int32, output: String) {
        let process = Process(), output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3"] + arguments
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let text = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: text, as: UTF8.self))
    }
}
