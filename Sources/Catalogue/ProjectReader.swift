internal import Yams
import Findings
import Vocabulary

/// Reads config.json.
struct ProjectReader {
    let declaration: Declaration

    init(_ declaration: Declaration) { self.declaration = declaration }

    func project(_ root: Node, folder: String, asOf: String) -> Project? {
        let entries = Entries(root, declaration, .config), about = entries?.entries("project")
        let languages = about.map(self.languages) ?? []
        declaration.languages = languages
        declaration.check(root, against: .config)
        guard let entries, let about else { return nil }
        var description = self.description(about, languages, asOf: asOf)
        description.goals = goals(entries)
        guard let units = units(entries) else { return nil }
        description.root = units.root
        let datasets = datasets(entries)
        let disclosure = entries.entries("disclosure")
        let fewest = disclosure?.integer("fewestPersons") ?? 5
        if fewest < 3 {
            declaration.report(
                "too-few-persons", "'fewestPersons' must be at least 3", at: disclosure?.take("fewestPersons"),
                suggestion: "write 3 or more: groups of one or two are never shown")
        }
        return Project(
            folder: folder, description: description, units: units, datasets: datasets, indicators: [],
            fewestPersons: fewest, fingerprint: "")
    }

    /// The site's languages; Danish where none is named.
    private func languages(_ about: Entries) -> [Language] {
        var languages: [Language] = []
        for node in about.nodes("languages") {
            guard let language = Language(rawValue: node.scalar?.string ?? "") else { continue }
            if languages.contains(language) {
                declaration.report(
                    "duplicate-key", "'\(language.rawValue)' is given twice", at: node, suggestion: "keep one of them")
            } else {
                languages.append(language)
            }
        }
        return languages.isEmpty ? [.danish] : languages
    }

    private func description(_ about: Entries, _ languages: [Language], asOf: String) -> ProjectDescription {
        let contact = about.entries("contact"), terms = about.entries("terms")
        var result = ProjectDescription(
            title: about.text("title"), organisation: about.text("organisation"), lede: about.text("lede"),
            vision: about.texts("vision"), visionSource: about.text("visionSource"), languages: languages,
            targetYear: about.integer("targetYear") ?? 2030, builtAt: about.string("builtAt") ?? asOf,
            sampleNotice: about.text("sampleNotice"), contactName: contact?.text("name") ?? .init(),
            contactAddress: contact?.string("address") ?? "")
        if let entries = about.entries("openData") { result.openData = openData(entries) }
        result.equation = about.strings("equation")
        if about.take("compress") != nil { result.copies = about.strings("compress").compactMap(CompressedCopy.init) }
        for language in Language.allCases {
            guard let own = terms?.named(language.rawValue), !own.isEmpty else { continue }
            result.terms[language] = Dictionary(
                own.map { ($0.name, $0.value.scalar?.string ?? "") }, uniquingKeysWith: { first, _ in first })
        }
        return result
    }

    private func openData(_ entries: Entries) -> OpenDataDescription {
        func web(_ key: String) -> String {
            address(entries, key, "it is no address on the web", "write it whole: https://example.org/maal/") {
                $0.hasPrefix("https://") && $0.count > 8 || $0.hasPrefix("http://") && $0.count > 7
            }
        }
        var base = web("address")
        if !base.isEmpty, !base.hasSuffix("/") { base += "/" }
        return OpenDataDescription(
            address: base, licence: entries.choice("licence", Licence.self), publisher: web("publisher"),
            spatial: web("spatial"), themes: entries.strings("themes").compactMap(DataTheme.init),
            email: address(entries, "email", "it is no e-mail address", "write name@example.org") {
                $0.split(separator: "@", omittingEmptySubsequences: false).filter { !$0.isEmpty }.count == 2
            })
    }

    /// An address that catalogues can hold as it is; anything else is told of and left out.
    private func address(
        _ entries: Entries, _ key: String, _ fault: String, _ suggestion: String, isOne: (String) -> Bool
    ) -> String {
        guard let text = entries.string(key), !text.isEmpty else { return "" }
        let isPlain = !text.unicodeScalars.contains { $0.value <= 0x20 || "\"<>\\^`{|}".unicodeScalars.contains($0) }
        if isPlain, isOne(text) { return text }
        declaration.report(
            "bad-address", "'\(key)' is '\(text)': \(fault)", at: entries.take(key), suggestion: suggestion)
        return ""
    }

    private func goals(_ entries: Entries) -> [GoalDescription] {
        var known: Set<String> = []
        return entries.list("goals").compactMap { goal in
            guard let id = goal.string("id") else { return nil }
            if !known.insert(id).inserted {
                declaration.report(
                    "duplicate-key", "goal '\(id)' is given twice", at: goal.take("id"),
                    suggestion: "keep one of them")
                return nil
            }
            if !isPlainName(id) {
                declaration.report(
                    "bad-name", "'\(id)' cannot be an address", at: goal.take("id"),
                    suggestion: "use small letters a–z, digits and -")
            }
            return GoalDescription(
                id: id, title: goal.text("title"), statement: goal.text("statement"), points: goal.texts("points"),
                weights: weights(goal))
        }
    }

    private func weights(_ goal: Entries) -> [String: Double] {
        var result: [String: Double] = [:]
        for (name, _, node) in goal.named("weights") {
            guard let weight = node.scalar.flatMap({ Exact($0.string)?.double }) else { continue }
            if weight < 0 {
                declaration.report(
                    "out-of-bounds", "the weight of '\(name)' is below 0", at: node,
                    suggestion: "write 0 for an indicator that does not count")
            }
            result[name] = weight
        }
        return result
    }

    private func units(_ entries: Entries) -> UnitsDeclaration? {
        guard let units = entries.entries("units"), let file = units.string("file"), let root = units.string("root")
        else { return nil }
        var result = UnitsDeclaration(file: file, root: UnitCode(root), place: declaration.place(of: units.node))
        guard let node = units.take("map"), let map = units.string("map"), !map.isEmpty else { return result }
        guard let key = units.string("key"), !key.isEmpty else {
            declaration.report(
                "missing-key", "'units' does not say which property of the map holds the code", at: node,
                suggestion: "add 'key:'")
            return result
        }
        result.map = MapDeclaration(
            file: map, key: key, note: units.text("mapNote"), place: declaration.place(of: node))
        return result
    }

    private func datasets(_ entries: Entries) -> [DatasetDeclaration] {
        entries.named("datasets").compactMap { name, key, node in
            guard let one = Entries(node, declaration, .dataset) else { return nil }
            if name.hasPrefix("rows_") || name.hasPrefix("sqlite_") || reservedTableNames.contains(name) {
                declaration.report(
                    "bad-name", "'\(name)' is a name of the database itself", at: key,
                    suggestion: "choose another name")
            } else if !isPlainName(name) || name.contains("-") {
                declaration.report(
                    "bad-name", "'\(name)' cannot name a table", at: key,
                    suggestion: "use small letters a–z, digits and _")
            }
            return DatasetReader(entries: one, name: name).dataset()
        }
    }
}

/// Tables that the database has already.
private let reservedTableNames: Set<String> = [
    "dataset", "source_file", "dataset_column", "category", "absent_value", "unit_successor", "retention",
]

/// Names that can stand in addresses, tables and formulas: small letters, digits, `_` and `-`, a letter first.
func isPlainName(_ name: String) -> Bool {
    guard let first = name.utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) else { return false }
    return name.utf8.allSatisfy {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
            || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
    }
}
