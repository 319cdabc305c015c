import Catalogue
import Findings
import Testing
import Vocabulary

/// What config.json says of open data.
@Suite struct OpenDataReading {
    private func read(_ openData: String) throws -> (OpenDataDescription, [String]) {
        let old = "\"builtAt\""
        let parts = TemporaryProject.config.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
        let (project, findings) = try TemporaryProject(config: parts[0] + "\"openData\": \(openData), " + old + parts[1]).read()
        return (try #require(project).description.openData, findings.map { "\($0.code): \($0.message)" })
    }

    @Test func everythingIsReadAndAnAddressEndsWithASlash() throws {
        let (data, findings) = try read(
            """
            {"address": "https://example.org/maal", "licence": "NLOD-2.0", "publisher": "https://example.org/id",
             "spatial": "https://example.org/sted", "themes": ["HEAL", "SOCI"], "email": "data@example.org"}
            """)
        #expect(findings == [])
        #expect(
            data == OpenDataDescription(
                address: "https://example.org/maal/", licence: .norwegian, publisher: "https://example.org/id",
                spatial: "https://example.org/sted", themes: [.health, .society], email: "data@example.org"))
        #expect(try read("{\"email\": \"\"}").0 == OpenDataDescription())
    }

    @Test(arguments: [
        ("\"address\": \"example.org\"", "bad-address: 'address'"), ("\"address\": \"https://\"", "bad-address: 'address'"),
        ("\"address\": \"https://example.org/a b\"", "bad-address: 'address'"),
        ("\"publisher\": \"https://example.org/<x>\"", "bad-address: 'publisher'"),
        ("\"email\": \"data\"", "bad-address: 'email'"), ("\"email\": \"a@b@c\"", "bad-address: 'email'"),
        ("\"email\": \"a b@example.org\"", "bad-address: 'email'"), ("\"licence\": \"CC\"", "unknown-value: "),
        ("\"themes\": [\"XXXX\"]", "unknown-value: "), ("\"adress\": \"https://example.org\"", "unknown-key: "),
    ]) func whatCatalogsCannotHoldIsToldAndLeftOut(_ entry: String, _ expected: String) throws {
        let (data, findings) = try read("{\(entry)}")
        #expect(findings.count == 1 && findings[0].hasPrefix(expected), "\(findings)")
        #expect(data == OpenDataDescription())
    }
}
