internal import Yams
import Findings
import Vocabulary

/// A node of a YAML or JSON file with the findings it gave rise to. Everything is typed by what the reader asks for,
/// never by what YAML 1.1 guesses (`no` stays `no`), and every key must be asked for: what is left over is unknown.
final class Declaration {
    let file: String
    private(set) var findings: [Finding] = []

    init(file: String) { self.file = file }

    /// Parses `text`, or records why it cannot be read.
    func root(_ text: String) -> Node? {
        do {
            guard let node = try Yams.compose(yaml: text) else {
                report("empty-file", "the file is empty", at: nil, suggestion: "fill it in or delete it")
                return nil
            }
            return node
        } catch let error as YamlError {
            report(syntax: error)
            return nil
        } catch {
            report("syntax", "the file cannot be read as YAML or JSON", at: nil)
            return nil
        }
    }

    func report(
        _ code: String, _ message: String, at node: Node?, suggestion: String? = nil, severity: Severity = .error
    ) {
        let place = Place(file: file, line: node?.mark?.line, column: node?.mark?.column)
        findings.append(Finding(severity, code, message, at: place, suggestion: suggestion))
    }

    func add(_ finding: Finding) { findings.append(finding) }

    func place(of node: Node) -> Place { Place(file: file, line: node.mark?.line, column: node.mark?.column) }

    private func report(syntax error: YamlError) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            findings.append(
                Finding(
                    .error, "syntax", "not readable here: \(problem)",
                    at: Place(file: file, line: mark.line, column: mark.column),
                    suggestion: "check the indentation, quotes, commas and brackets on this line and the one before"))
        case .duplicatedKeysInMapping(let duplicates, let context):
            let names = Set(duplicates).sorted().joined(separator: "', '")
            findings.append(
                Finding(
                    .error, "duplicate-key", "'\(names)' is given twice",
                    at: Place(file: file, line: context.mark.line, column: context.mark.column),
                    suggestion: "keep one of them"))
        default:
            report("syntax", "the file cannot be read as YAML or JSON", at: nil)
        }
    }
}

/// A mapping whose keys are taken one by one.
final class Entries {
    let declaration: Declaration
    let node: Node
    private let mapping: Node.Mapping
    private var asked: Set<String> = []

    /// Nil, with a finding, where the node is no mapping.
    init?(_ node: Node, _ declaration: Declaration, what: String) {
        guard let mapping = node.mapping else {
            declaration.report("wrong-shape", "\(what) must be a list of 'key: value'", at: node)
            return nil
        }
        self.declaration = declaration
        self.node = node
        self.mapping = mapping
    }

    var keys: [String] { mapping.keys.compactMap(\.scalar?.string) }

    func take(_ key: String) -> Node? {
        asked.insert(key)
        return mapping.first { $0.key.scalar?.string == key }?.value
    }

    func keyNode(_ key: String) -> Node? { mapping.first { $0.key.scalar?.string == key }?.key }

    func required(_ key: String, in what: String) -> Node? {
        if let node = take(key) { return node }
        declaration.report("missing-key", "\(what) has no '\(key)'", at: node, suggestion: "add '\(key):'")
        return nil
    }

    func string(_ key: String) -> String? {
        guard let value = take(key) else { return nil }
        guard let scalar = value.scalar else {
            declaration.report("wrong-shape", "'\(key)' must be a text", at: value)
            return nil
        }
        return scalar.string
    }

    func integer(_ key: String) -> Int? {
        guard let value = take(key) else { return nil }
        guard let number = value.scalar.flatMap({ Int($0.string) }) else {
            declaration.report("wrong-type", "'\(key)' must be a whole number", at: value)
            return nil
        }
        return number
    }

    /// A whole number within bounds.
    func integer(_ key: String, in bounds: ClosedRange<Int>) -> Int? {
        guard let number = integer(key) else { return nil }
        guard bounds.contains(number) else {
            declaration.report(
                "out-of-bounds", "'\(key)' must lie between \(bounds.lowerBound) and \(bounds.upperBound)",
                at: take(key))
            return nil
        }
        return number
    }

    /// One of a few words.
    func word(_ key: String, of words: [String]) -> String? {
        guard let text = string(key) else { return nil }
        if words.contains(text) { return text }
        declaration.report(
            "unknown-value", "'\(key)' cannot be '\(text)'", at: take(key),
            suggestion: didYouMean(text, among: words) ?? "use one of \(words.joined(separator: ", "))")
        return nil
    }

    func number(_ key: String) -> Double? {
        guard let value = take(key) else { return nil }
        guard let text = value.scalar?.string, let number = Exact(text)?.double else {
            declaration.report(
                "wrong-type", "'\(key)' must be a number", at: value, suggestion: "write it with a decimal point: 4.5")
            return nil
        }
        return number
    }

    func flag(_ key: String) -> Bool? {
        guard let value = take(key) else { return nil }
        switch value.scalar?.string {
        case "true": return true
        case "false": return false
        default:
            declaration.report("wrong-type", "'\(key)' must be true or false", at: value)
            return nil
        }
    }

    /// One of the raw values of `type`.
    func choice<T: RawRepresentable & CaseIterable>(_ key: String, _ type: T.Type) -> T? where T.RawValue == String {
        guard let value = take(key) else { return nil }
        if let word = value.scalar?.string, let known = T(rawValue: word) { return known }
        let words = T.allCases.map(\.rawValue)
        declaration.report(
            "unknown-value", "'\(key)' cannot be '\(value.scalar?.string ?? "")'", at: value,
            suggestion: didYouMean(value.scalar?.string ?? "", among: words)
                ?? "use one of \(words.joined(separator: ", "))")
        return nil
    }

    func strings(_ key: String) -> [String] {
        guard let value = take(key) else { return [] }
        if let scalar = value.scalar { return [scalar.string] }
        guard let sequence = value.sequence else {
            declaration.report("wrong-shape", "'\(key)' must be a list", at: value)
            return []
        }
        return sequence.compactMap(\.scalar?.string)
    }

    func nodes(_ key: String) -> [Node] {
        guard let value = take(key) else { return [] }
        guard let sequence = value.sequence else {
            declaration.report("wrong-shape", "'\(key)' must be a list", at: value)
            return []
        }
        return Array(sequence)
    }

    func entries(_ key: String) -> Entries? {
        take(key).flatMap { Entries($0, declaration, what: "'\(key)'") }
    }

    func period(_ key: String) -> Period? {
        guard let value = take(key) else { return nil }
        guard let period = value.scalar.flatMap({ Period($0.string) }) else {
            declaration.report(
                "wrong-type", "'\(key)' is no period", at: value,
                suggestion: "write 2024, 2024K1, 2024M05, 2023/24 or 2014-2016")
            return nil
        }
        return period
    }

    /// A text in several languages, or one text for all; `required` languages that are absent are warned of.
    func text(_ key: String, languages: [Language] = []) -> LocalizedText {
        guard let value = take(key) else { return LocalizedText() }
        return localized(value, key, languages)
    }

    func texts(_ key: String, languages: [Language] = []) -> [LocalizedText] {
        nodes(key).map { localized($0, key, languages) }
    }

    private func localized(_ value: Node, _ key: String, _ languages: [Language]) -> LocalizedText {
        if let scalar = value.scalar { return LocalizedText(everywhere: scalar.string) }
        guard let entries = Entries(value, declaration, what: "'\(key)'") else { return LocalizedText() }
        var texts: [Language: String] = [:]
        for language in Language.allCases {
            if let text = entries.string(language.rawValue) { texts[language] = text }
        }
        entries.finish("'\(key)'")
        for language in languages where texts[language] == nil {
            declaration.report(
                "missing-translation", "'\(key)' has no text in '\(language.rawValue)'", at: value,
                suggestion: "add '\(language.rawValue):'", severity: .warning)
        }
        return LocalizedText(texts)
    }

    /// Reports every key nobody asked for.
    func finish(_ what: String) {
        for key in keys where !asked.contains(key) {
            declaration.report(
                "unknown-key", "\(what) has no key '\(key)'", at: keyNode(key),
                suggestion: didYouMean(key, among: asked) ?? "known keys: \(asked.sorted().joined(separator: ", "))")
        }
    }
}
