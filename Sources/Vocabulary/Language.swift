/// The languages a site is written in. Raw values are BCP 47 tags and the folder names under `Output/<edition>/`.
public enum Language: String, Sendable, CaseIterable, Hashable, Comparable {
    case danish = "da"
    case bokmal = "nb"
    case english = "en"

    public static func < (left: Language, right: Language) -> Bool { left.rawValue < right.rawValue }
}

/// Text that a project wrote in one or more languages.
public struct LocalizedText: Hashable, Sendable {
    public var texts: [Language: String]

    public init(_ texts: [Language: String] = [:]) { self.texts = texts }

    /// The same words in every language: names of places and units.
    public init(everywhere text: String) {
        texts = Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, text) })
    }

    public var isEmpty: Bool { texts.values.allSatisfy(\.isEmpty) }

    /// The text in `language`, else in Danish, Bokmål or English, in that order; empty when there is none.
    public func callAsFunction(_ language: Language) -> String {
        texts[language] ?? texts[.danish] ?? texts[.bokmal] ?? texts[.english] ?? ""
    }
}
