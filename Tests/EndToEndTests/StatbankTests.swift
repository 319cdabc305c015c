import Foundation
import Testing

/// A large file in the shape of a statistics bank's export (Windows-1252, `;`, decimal comma, `..` for missing) is
/// loaded with the count, the missing count and the sum that its generator prints.
@Suite struct Statbank {
    static let shared = URL(fileURLWithPath: repository).deletingLastPathComponent().path + "/shared"
    static let generator = shared + "/bench/generate/statbank.py"
    static let municipalities = shared + "/data/real/statbank-dk/kommunerne.csv"
    static var isHere: Bool {
        let here = [generator, municipalities].allSatisfy { FileManager.default.fileExists(atPath: $0) }
        if !here { print("The generator is not here (../shared/bench/generate/statbank.py): its test is skipped.") }
        return here
    }

    static let config = """
        {
          "project": {
            "title": "Folketal", "organisation": "Danmark", "languages": ["da"], "builtAt": "2101-01-01"
          },
          "goals": [{"id": "folk", "title": "Folk", "statement": "Folk."}],
          "units": {"file": "Data/enheder.csv", "root": "000"},
          "datasets": {
            "folk": {
              "title": "Folketal", "publisher": "Statistikbanken", "rhythm": "quarter", "alreadyPublished": true,
              "files": "Data/folk.csv",
              "period": {"column": "TID"},
              "unit": {"column": "OMRÅDE", "by": "name"},
              "numbers": {"indhold": "INDHOLD"},
              "categories": {"koen": "KØN", "alder": "ALDER", "civilstand": "CIVILSTAND"},
              "key": ["koen", "alder", "civilstand"]
            }
          }
        }
        """

    /// The municipalities as units below the whole country.
    static func units() throws -> String {
        let text = try String(contentsOfFile: municipalities, encoding: .windowsCP1252)
        let names = text.split(whereSeparator: \.isNewline).dropFirst().map { $0.prefix { $0 != "," } }
        return "kode;navn;overordnet;niveau;type\n000;Danmark;;land;land\n"
            + names.enumerated().map { "\(101 + $0.offset);\($0.element);000;kommune;kommune\n" }.joined()
    }

    /// What the database says, read by SQLite alone: rows of the table, its missing values and scaled sum, and the same
    /// read through the view that people open.
    private func database(_ project: TemporaryProject) throws -> [Double] {
        let script = """
            import json, sqlite3, sys
            database = sqlite3.connect(sys.argv[1])
            print(json.dumps([value for query in [
                "COUNT(*), SUM(indhold IS NULL), SUM(indhold) FROM rows_folk",
                "COUNT(*), SUM(indhold IS NULL), TOTAL(ROUND(indhold * 10)) FROM folk",
                "COUNT(DISTINCT koen), COUNT(DISTINCT alder), COUNT(DISTINCT civilstand) FROM folk",
            ] for value in database.execute("SELECT " + query).fetchone()]))
            """
        let result = try run("/usr/bin/env", ["python3", "-c", script, project.folder + "/.sammen/sammen.sqlite"])
        #expect(result.status == 0, "\(result.errors)")
        return try JSONDecoder().decode([Double].self, from: Data(result.output.utf8))
    }

    @Test(.enabled(if: isHere, "../shared/bench/generate/statbank.py is not here"))
    func countMissingAndSumAreTheGenerators() throws {
        let project = try TemporaryProject()
        try FileManager.default.removeItem(atPath: project.folder + "/Metrics")
        try project.write("config.json", Self.config)
        try project.write("Data/enheder.csv", try Self.units())
        let file = project.folder + "/Data/folk.csv"
        let made = try run("/usr/bin/env", ["python3", Self.generator, file, "200000", "cp1252", "comma"])
        #expect(made.status == 0, "\(made.errors)")
        // rows 200000 missing 2095 sum 49989357.0 bytes 9280350
        let words = made.output.split(whereSeparator: \.isWhitespace).map(String.init)
        try #require(words.count == 8 && words[0] == "rows" && words[2] == "missing" && words[4] == "sum")
        let rows = try #require(Int(words[1])), missing = try #require(Int(words[3]))
        let sum = try #require(Decimal(string: words[5]))
        #expect(rows == 200_000 && missing > 1000)

        let result = try sammen("import", "--format", "json", in: project.folder)
        #expect(result.status == 0, "\(result.errors)")
        let account = try #require(try result.json() as? [[String: Any]])
        let told = try #require((account[0]["files"] as? [[String: Any]])?.first)
        #expect(told["read"] as? Int == rows && told["loaded"] as? Int == rows && told["setAside"] as? Int == 0)
        #expect(told["encoding"] as? String == "windows-1252")

        let found = try database(project)
        let tenths = NSDecimalNumber(decimal: sum * 10).doubleValue
        #expect(found[0...5] == [Double(rows), Double(missing), tenths, Double(rows), Double(missing), tenths])
        #expect(found[6...] == [2, 126, 4])
    }
}
