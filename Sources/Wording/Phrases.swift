import Foundation
public import Vocabulary

/// One language's phrases, from `Resources/da.json`, `nb.json` and `en.json`, which have one key set.
public struct Phrases: Sendable {
    public let language: Language
    private let texts: [String: String]

    /// The phrases of a language; `terms` are a project's own, and replace phrases by key.
    public init(_ language: Language, terms: [String: String] = [:]) {
        self.language = language
        texts = PhraseBook.texts(language).merging(terms) { _, own in own }
    }

    /// The phrase of a key with its `{name}` places filled. A key that nobody wrote is a programming error and gives
    /// `⟦key⟧`; a place without a value stays as it is. Tests look for both.
    public func callAsFunction(_ key: String, _ values: [String: String] = [:]) -> String {
        guard let text = texts[key] else { return "⟦\(key)⟧" }
        return filled(text, values)
    }

    /// The phrase for a number of things: `key.one` for one where the language has it, `{count}` filled.
    public func counted(_ key: String, _ count: Int, _ values: [String: String] = [:]) -> String {
        let chosen = count == 1 && has(key + ".one") ? key + ".one" : key
        return self(chosen, values.merging(["count": countText(count, language)]) { own, _ in own })
    }

    /// Whether there is a phrase for the key.
    public func has(_ key: String) -> Bool { texts[key] != nil }

    /// The keys of a language; the same for all.
    public static func keys(_ language: Language) -> Set<String> { Set(PhraseBook.texts(language).keys) }
}

/// Fills `{name}` places once, from left to right: a value that holds braces is not filled again. A value that ends with
/// a full stop, such as `500 kr.`, needs none after it.
private func filled(_ text: String, _ values: [String: String]) -> String {
    guard !values.isEmpty, text.utf8.contains(UInt8(ascii: "{")) else { return text }
    var result = ""
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
        let name = String(rest[rest.index(after: open)..<close])
        result += rest[..<open]
        let value = values[name] ?? String(rest[open...close])
        result += value
        rest = rest[rest.index(after: close)...]
        if value.hasSuffix("."), rest.hasPrefix(".") { rest = rest.dropFirst() }
    }
    return result + rest
}

/// The embedded files, each read once.
private enum PhraseBook {
    static let danish = read(PackageResources.da_json)
    static let bokmal = read(PackageResources.nb_json)
    static let english = read(PackageResources.en_json)

    static func texts(_ language: Language) -> [String: String] {
        switch language {
        case .danish: danish
        case .bokmal: bokmal
        case .english: english
        }
    }

    /// A file of the binary itself that cannot be read is a fault of the build, found by the first test.
    static func read(_ bytes: [UInt8]) -> [String: String] {
        guard let texts = try? JSONDecoder().decode([String: String].self, from: Data(bytes)) else {
            preconditionFailure("a file of phrases is not a flat JSON object of texts")
        }
        return texts
    }
}

/// The phrases of each language without a project's terms, for names of months and the like.
enum Plain {
    private static let danish = Phrases(.danish)
    private static let bokmal = Phrases(.bokmal)
    private static let english = Phrases(.english)

    static func phrases(_ language: Language) -> Phrases {
        switch language {
        case .danish: danish
        case .bokmal: bokmal
        case .english: english
        }
    }
}
