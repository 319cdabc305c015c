import Catalogue
import Findings
import Foundation
import Testing

/// Keys are declared once: what readers ask for, what schemas list and what findings suggest are the same.
@Suite struct Shapes {
    /// The names under every `properties` of a schema.
    private static func keys(of json: Any) -> Set<String> {
        if let list = json as? [Any] { return list.reduce(into: []) { $0.formUnion(keys(of: $1)) } }
        guard let object = json as? [String: Any] else { return [] }
        let own = (object["properties"] as? [String: Any]).map { Set($0.keys) } ?? []
        return object.values.reduce(into: own) { $0.formUnion(keys(of: $1)) }
    }

    private static func allKeys() throws -> Set<String> {
        try SchemaFile.allCases.reduce(into: ["$schema"]) { all, file in
            all.formUnion(keys(of: try JSONSerialization.jsonObject(with: Data(file.text.utf8))))
        }
    }

    private static func readers() throws -> String {
        let folder = repository + "/Sources/Catalogue"
        return try FileManager.default.contentsOfDirectory(atPath: folder)
            .filter { $0.contains("Reader") || $0.contains("ProjectFiles") }.sorted()
            .map { try String(contentsOfFile: folder + "/" + $0, encoding: .utf8) }.joined()
    }

    @Test func everyKeyOfAShapeIsAskedFor() throws {
        let readers = try Self.readers()
        let languages: Set = ["da", "nb", "en"]
        let idle = try Self.allKeys().subtracting(languages).subtracting(["$schema"]).filter { !readers.contains("\"\($0)\"") }
        #expect(idle.sorted() == [], "in a shape, and no reader asks for them")
    }

    @Test func everyKeyAskedForIsInAShape() throws {
        let pattern = try NSRegularExpression(
            pattern: #"\.(?:take|string|number|flag|integer|word|choice|date|period|strings|nodes|entries|list|named|text|texts)\("([A-Za-z]+)""#)
        let readers = try Self.readers(), known = try Self.allKeys()
        let asked = pattern.matches(in: readers, range: NSRange(readers.startIndex..., in: readers)).compactMap { match in
            Range(match.range(at: 1), in: readers).map { String(readers[$0]) }
        }
        #expect(Set(asked).subtracting(known).sorted() == [], "asked for, and in no shape")
        #expect(Set(asked).count > 100, "the keys are no longer found in the readers")
    }

    @Test func everyKeyIsDocumented() throws {
        let pages = try ["Configuration", "Indicators"].map {
            try String(contentsOfFile: "\(repository)/Documentation/\($0).md", encoding: .utf8)
        }.joined()
        // Every other part of a page split at backticks is code.
        let code = pages.split(separator: "`", omittingEmptySubsequences: false).enumerated()
            .filter { !$0.offset.isMultiple(of: 2) }.map(\.element).joined(separator: " ")
        let words = Set(code.split { !$0.isLetter && $0 != "$" }.map(String.init))
        let silent = try Self.allKeys().subtracting(words).sorted()
        #expect(silent == [], "keys that neither page names")
    }

    /// A misspelt key that is needed is told once, where it stands.
    @Test(arguments: [
        ("measure: share", "mesure: share", "measure"), ("title: Andel", "titel: Andel", "title"),
        ("dataset: svar", "datset: svar", "dataset"),
    ]) func aMisspeltRequiredKeyIsSuggested(_ old: String, _ new: String, _ key: String) throws {
        let found = try TemporaryProject.findings(TemporaryProject.share.replacing(old, with: new))
        #expect(found.map(\.code) == ["unknown-key"] && found[0].suggestion == "did you mean '\(key)'?", "\(found)")
    }

    /// Whatever else is wrong with a file, all of its keys are looked at.
    @Test func oneFaultHidesNoOther() throws {
        let yaml = "titel: Andel\ndatset: svar\nmeasure: sahre\ntarget: {valeu: 5, status: adoptd}\nbreaks: [{at: soon, raeson: x}]"
        let codes = try TemporaryProject.codes(yaml)
        #expect(
            codes == [
                "1:1 unknown-key", "2:1 unknown-key", "3:10 unknown-value", "4:10 unknown-key", "4:28 unknown-value",
                "5:15 wrong-type", "5:21 unknown-key",
            ])
    }

    @Test(arguments: [
        ("target: 5", "wrong-shape"), ("targets: {value: 5}", "wrong-shape"), ("by: {koen: x}", "wrong-shape"),
        ("title: [a]", "wrong-shape"), ("decimals: 7", "out-of-bounds"), ("decimals: two", "wrong-type"),
        ("floor: low", "wrong-type"), ("label: {da: x, en: y, sv: z}", "unknown-key"),
        ("owners: HR", "wrong-shape"), ("peers: {count: 0, on: [antal]}", "out-of-bounds"),
        ("awaiting: {owner: HR, expected: 2027, why: x}", "wrong-type"),
    ]) func aValueOfAnotherKindIsTold(_ line: String, _ code: String) throws {
        let share = TemporaryProject.share.replacing("title: Andel", with: line.hasPrefix("title") ? "subtitle: A" : "title: Andel")
        let codes = try TemporaryProject.codes(share + "\n" + line).map { String($0.split(separator: " ")[1]) }
        #expect(codes == [code])
    }

    @Test func theSchemaMayBeNamedInTheFile() throws {
        let config = TemporaryProject.config.replacing("{\n  \"project\"", with: "{\n  \"$schema\": \"config.schema.json\",\n  \"project\"")
        #expect(config.contains("$schema"))
        #expect(try TemporaryProject(config: config).read().findings.isEmpty)
    }
}
