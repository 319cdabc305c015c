import Vocabulary

/// What a mapping of a declaration may hold. The one source for reading, for finding misspelt, missing and misshapen
/// keys, and for the JSON Schemas that editors complete and validate by.
struct Shape: Sendable {
    /// How much a key is needed.
    enum Need: Sendable, Equatable {
        case optional, required
        /// Required where none of these other keys is there.
        case unless([String])
    }

    struct Key: Sendable {
        let name: String
        let kind: ValueKind
        let need: Need
        /// One sentence for whoever writes the file.
        let about: String

        init(_ name: String, _ kind: ValueKind, _ need: Need = .optional, _ about: String) {
            (self.name, self.kind, self.need, self.about) = (name, kind, need, about)
        }
    }

    /// How findings call it, `an indicator`; nil where the key that holds it says enough: `'target'`.
    let what: String?
    let about: String
    /// Keys of which at least one must be there; empty where there is no such choice.
    let oneOf: [String]
    let keys: [Key]

    init(_ what: String? = nil, about: String, oneOf: [String] = [], _ keys: [Key]) {
        (self.what, self.about, self.oneOf, self.keys) = (what, about, oneOf, keys)
    }

    func key(_ name: String) -> Key? { keys.first { $0.name == name } }

    /// The keys to begin with.
    fileprivate var usual: [String] {
        let required = keys.filter { $0.need != .optional }.map(\.name)
        if !required.isEmpty { return required }
        return oneOf.isEmpty ? keys.prefix(2).map(\.name) : [oneOf[0]]
    }
}

/// What may stand as the value of a key.
indirect enum ValueKind: Sendable {
    case text
    /// A text for all languages, or one for each.
    case words
    case integer(ClosedRange<Int>?)
    case number
    case flag
    /// One of these words; the finding for any other word has this code.
    case choice([String], code: String = "unknown-value")
    case period
    /// A day, `2026-06-24`.
    case date
    /// An expression over columns; read, and found fault with, by `FormulaReader`.
    case formula
    case list(ValueKind)
    case shape(Shape)
    /// A mapping whose keys are names that the writer chooses; `pattern` is a regular expression for them.
    case named(ValueKind, what: String, pattern: String? = nil)
    case either([ValueKind])

    /// One text, or a list of them.
    static let texts = either([.text, .list(.text)])

    /// One of the raw values of `type`.
    static func choice<T: RawRepresentable & CaseIterable>(of type: T.Type) -> ValueKind where T.RawValue == String {
        .choice(T.allCases.map(\.rawValue))
    }

    /// A text in any form.
    var isText: Bool {
        switch self {
        case .text, .words: true
        default: false
        }
    }

    /// The shape of the mappings in it, where it has any.
    var shape: Shape? {
        switch self {
        case .shape(let shape): shape
        case .list(let kind), .named(let kind, _, _): kind.shape
        case .either(let kinds): kinds.lazy.compactMap(\.shape).first
        default: nil
        }
    }

    /// How a list or mapping is written, where something else stands.
    var advice: String {
        switch self {
        case .words: "write one text, or {da: …, en: …}"
        case .list(let item): item.shape == nil ? "write [a, b]" : "begin each on a line of its own with a hyphen: '- '"
        case .shape(let shape):
            "write \(shape.usual.map { "'\($0):'" }.joined(separator: " and ")) beneath it, indented"
        case .named(_, let what, _): "write each \(what) and its value beneath it, indented: 'name: value'"
        case .either(let kinds): Set(kinds.map(\.advice)).sorted().joined(separator: ", or ")
        case .number: "write a number: 4.5"
        case .choice(let words, _): "use one of \(words.joined(separator: ", "))"
        default: "write one text"
        }
    }

    /// What findings say is needed.
    var description: String {
        switch self {
        case .text: "a text"
        case .words: "a text, or one for each language"
        case .integer: "a whole number"
        case .number: "a number"
        case .flag: "true or false"
        case .choice(let words, _): "one of \(words.joined(separator: ", "))"
        case .period: "a period"
        case .date: "a date"
        case .formula: "a formula"
        case .list: "a list"
        case .shape, .named: "a list of 'key: value'"
        case .either(let kinds): kinds.map(\.description).joined(separator: ", or ")
        }
    }
}
