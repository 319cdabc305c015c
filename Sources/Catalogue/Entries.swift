internal import Yams
import Findings
import Vocabulary

/// A mapping of a known shape, whose values are taken one by one. Its faults were told when its file was checked
/// against the shape: a value that does not fit reads as if it were not there.
struct Entries {
    let declaration: Declaration
    let node: Node
    let shape: Shape
    private let mapping: Node.Mapping

    /// Nil where the node is no mapping.
    init?(_ node: Node, _ declaration: Declaration, _ shape: Shape) {
        guard let mapping = node.mapping else { return nil }
        (self.declaration, self.node, self.shape, self.mapping) = (declaration, node, shape, mapping)
    }

    /// The value of a key, which must be one of the shape's: else it would be read and told to be unknown.
    func take(_ key: String) -> Node? {
        assert(shape.key(key) != nil, "\(shape.what ?? shape.about) is asked for '\(key)', which its shape has not")
        return mapping.first { $0.key.scalar?.string == key }?.value
    }

    private func scalar(_ key: String) -> String? { take(key)?.scalar?.string }

    func string(_ key: String) -> String? { scalar(key) }
    func number(_ key: String) -> Double? { scalar(key).flatMap { Exact($0)?.double } }
    func flag(_ key: String) -> Bool? { scalar(key).flatMap { Bool($0) } }
    func period(_ key: String) -> Period? { scalar(key).flatMap { Period($0) } }

    /// A whole number within the bounds of its kind.
    func integer(_ key: String) -> Int? {
        guard let number = scalar(key).flatMap({ Int($0) }) else { return nil }
        if case .integer(let bounds?) = shape.key(key)?.kind, !bounds.contains(number) { return nil }
        return number
    }

    /// One of the words of its kind.
    func word(_ key: String) -> String? {
        guard let text = scalar(key), case .choice(let words, _) = shape.key(key)?.kind else { return nil }
        return words.contains(text) ? text : nil
    }

    /// One of the raw values of `type`.
    func choice<T: RawRepresentable>(_ key: String, _ type: T.Type) -> T? where T.RawValue == String {
        scalar(key).flatMap { T(rawValue: $0) }
    }

    /// An ISO date; empty where it is left out or none.
    func date(_ key: String) -> String {
        guard let text = scalar(key), CalendarDay(text)?.description == text else { return "" }
        return text
    }

    /// The texts of a list, or the one text that stands in place of a list.
    func strings(_ key: String) -> [String] {
        if let text = scalar(key) { return text.isEmpty ? [] : [text] }
        return nodes(key).compactMap(\.scalar?.string)
    }

    /// The nodes of those texts, for the places of findings.
    func items(_ key: String) -> [Node] {
        guard let node = take(key) else { return [] }
        return (node.sequence.map(Array.init) ?? [node]).filter { $0.scalar != nil }
    }

    func nodes(_ key: String) -> [Node] { take(key)?.sequence.map(Array.init) ?? [] }

    /// The mapping under a key.
    func entries(_ key: String) -> Entries? {
        guard let value = take(key), let inner = shape.key(key)?.kind.shape else { return nil }
        return Entries(value, declaration, inner)
    }

    /// The mappings of a list.
    func list(_ key: String) -> [Entries] {
        guard let inner = shape.key(key)?.kind.shape else { return [] }
        return nodes(key).compactMap { Entries($0, declaration, inner) }
    }

    /// What stands under each of the names the writer chose, in the order of the file.
    func named(_ key: String) -> [(name: String, key: Node, value: Node)] {
        (take(key)?.mapping ?? [:]).compactMap { name, value in
            name.scalar.map { ($0.string, name, value) }
        }
    }

    /// A text in several languages, or one text for all.
    func text(_ key: String) -> LocalizedText { take(key).map(localized) ?? LocalizedText() }

    func texts(_ key: String) -> [LocalizedText] { nodes(key).map(localized) }

    func localized(_ value: Node) -> LocalizedText {
        if let scalar = value.scalar { return LocalizedText(everywhere: scalar.string) }
        var texts: [Language: String] = [:]
        for (key, text) in value.mapping ?? [:] {
            if let language = key.scalar.flatMap({ Language(rawValue: $0.string) }) {
                texts[language] = text.scalar?.string
            }
        }
        return LocalizedText(texts)
    }
}
