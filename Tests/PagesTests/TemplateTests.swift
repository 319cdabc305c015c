import Foundation
import Pages
import Testing

/// A key a template uses, with the lists and flags it stands inside.
private struct UsedKey: Hashable {
    var scope: String
    var key: String
}

/// Reads the tags of a template the slow and obvious way. Sections named in the contract as lists open a scope.
private func keys(of name: String) throws -> Set<UsedKey> {
    var rest = Substring(try #require(templateSource(name)))
    var scopes = [name]
    var open: [(key: String, isList: Bool)] = []
    var result: Set<UsedKey> = []
    while let start = rest.range(of: "{{") {
        rest = rest[start.upperBound...]
        let isTriple = rest.first == "{"
        let end = try #require(rest.range(of: isTriple ? "}}}" : "}}"))
        let tag = rest[..<end.lowerBound].drop { $0 == "{" }
        rest = rest[end.upperBound...]
        let key = String(tag.drop { "#^/".contains($0) })
        switch tag.first {
        case "#", "^":
            result.insert(UsedKey(scope: scopes[scopes.count - 1], key: key))
            let scope = scopes[scopes.count - 1] + "." + key
            let isList = tag.first == "#" && templateContract[scope] != nil
            open.append((key, isList))
            if isList { scopes.append(scope) }
        case "/":
            guard let section = open.popLast() else { break }
            #expect(section.key == key, "\(name): sections are not closed in order")
            if section.isList { scopes.removeLast() }
        default:
            result.insert(UsedKey(scope: scopes[scopes.count - 1], key: key))
        }
    }
    #expect(open.isEmpty, "\(name): a section is left open")
    return result
}

@Suite("Templates keep to their contract")
struct TemplateTests {
    static let names = templateContract.keys.filter { !$0.contains(".") }.sorted()

    @Test("every key a template uses is declared, and every declared key is used", arguments: names)
    func contract(name: String) throws {
        let used = try keys(of: name)
        let declared = Set(
            templateContract.filter { $0.key == name || $0.key.hasPrefix(name + ".") }
                .flatMap { scope, keys in keys.map { UsedKey(scope: scope, key: $0) } })
        #expect(used == declared)
    }

    @Test("templates hold no words of their own: what is read comes from the phrases", arguments: names)
    func noWords(name: String) throws {
        var text = try #require(templateSource(name))
        for (opening, closing) in [("{{{", "}}}"), ("{{", "}}"), ("<", ">")] {
            while let start = text.range(of: opening), let end = text[start.upperBound...].range(of: closing) {
                text.removeSubrange(start.lowerBound..<end.upperBound)
            }
        }
        let hasLetters = text.contains { $0.isLetter }
        #expect(!hasLetters, "\(name): \(text)")
    }

    @Test("templates have neither scripts nor styles", arguments: names)
    func quiet(name: String) throws {
        var source = try #require(templateSource(name))
        // The site's one script, and what search engines read, which no browser runs.
        for own in ["<script src=\"{{script}}\" defer></script>", "<script type=\"application/ld+json\">{{{structured}}}</script>"] {
            source = source.replacing(own, with: "")
        }
        #expect(!source.contains("<script") && !source.contains("style=") && !source.contains("<style"))
    }
}
