import Delimited
import Foundation
import Testing

private let spectrum: URL? = {
    let repository = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let folder = repository.deletingLastPathComponent().appendingPathComponent("shared/data/csv/spectrum")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
}()

/// The twelve files of the CSV spectrum and what they hold, as JSON. They lie beside the repository, not in it.
@Suite("The CSV spectrum", .enabled(if: spectrum != nil, "the folder shared/data/csv/spectrum is not here"))
struct SpectrumTests {
    @Test(
        "reads as its JSON says",
        arguments: [
            "comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json", "location_coordinates", "newlines",
            "newlines_crlf", "quotes_and_newlines", "simple", "simple_crlf", "utf8",
        ])
    func reads(name: String) throws {
        let folder = try #require(spectrum)
        let path = folder.appendingPathComponent("csvs/\(name).csv").path
        let json = try Data(contentsOf: folder.appendingPathComponent("json/\(name).json"))
        let decoder = JSONDecoder()
        let expected =
            try (try? decoder.decode([[String: String]].self, from: json))
            ?? [decoder.decode([String: String].self, from: json)]
        let read = try DelimitedFile.open(path: path, name: path)
        let found = rows(read).map { Dictionary(uniqueKeysWithValues: zip(read.header, $0)) }
        // The collection's own slips: its line breaks were made alike, and one telephone number differs from its JSON.
        #expect(found.map(Self.comparable) == expected.map(Self.comparable))
    }

    private static func comparable(_ row: [String: String]) -> [String: String] {
        row.filter { $0.key != "Contact Phone Number" }
            .mapValues { $0.replacingOccurrences(of: "\r\n", with: "\n") }
    }
}
