internal import Yams
import Findings
import Vocabulary

/// Reads config.json.
struct ProjectReader {
    let declaration: Declaration

    init(_ declaration: Declaration) { self.declaration = declaration }

    func project(_ root: Node, folder: String, asOf: String) -> Project? {
        guard let entries = Entries(root, declaration, what: "config.json") else { return nil }
        guard let about = entries.required("project", in: "config.json").flatMap({
            Entries($0, declaration, what: "'project'")
        }) else { return nil }
        var description = self.description(about, asOf: asOf)
        description.goals = goals(entries, description.languages)
        guard let unitsNode = entries.required("units", in: "config.json"),
            let units = units(unitsNode)
        else { return nil }
        description.root = units.root
        let datasets = datasets(entries, description.languages)
        let disclosure = entries.entries("disclosure")
        let fewest = disclosure?.integer("fewestPersons") ?? 5
        disclosure?.finish("'disclosure'")
        if fewest < 3 {
            declaration.report(
                "too-few-persons", "'fewestPersons' must be at least 3", at: disclosure?.node,
                suggestion: "groups of one or two are never shown")
        }
        entries.finish("config.json")
        return Project(
            folder: folder, description: description, units: units, datasets: datasets, indicators: [],
            fewestPersons: fewest, fingerprint: "")
    }

    private func description(_ about: Entries, asOf: String) -> ProjectDescription {
        let languageNodes = about.nodes("languages")
        var languages: [Language] = []
        for node in languageNodes {
            let tag = node.scalar?.string ?? ""
            if let language = Language(rawValue: tag), languages.contains(language) {
                declaration.report("duplicate-key", "'\(tag)' is given twice", at: node, suggestion: "keep one of them")
            } else if let language = Language(rawValue: tag) {
                languages.append(language)
            } else {
                declaration.report(
                    "unknown-language", "no language '\(tag)'", at: node, suggestion: "use da, nb or en")
            }
        }
        if languages.isEmpty { languages = [.danish] }
        let contact = about.entries("contact")
        let terms = about.entries("terms")
        var result = ProjectDescription(
            title: about.text("title", languages: languages),
            organisation: about.text("organisation", languages: languages),
            lede: about.text("lede", languages: languages),
            vision: about.texts("vision", languages: languages),
            visionSource: about.text("visionSource", languages: languages),
            languages: languages,
            targetYear: about.integer("targetYear") ?? 2030,
            builtAt: about.string("builtAt") ?? asOf,
            sampleNotice: about.text("sampleNotice", languages: languages),
            contactName: contact?.text("name", languages: languages) ?? .init(),
            contactAddress: contact?.string("address") ?? "")
        if Period(result.builtAt)?.grain != .day {
            declaration.report(
                "wrong-type", "'builtAt' is no date", at: about.take("builtAt"), suggestion: "write 2026-11-20")
        }
        for language in Language.allCases {
            guard let own = terms?.entries(language.rawValue) else { continue }
            result.terms[language] = Dictionary(uniqueKeysWithValues: own.keys.map { ($0, own.string($0) ?? "") })
        }
        contact?.finish("'contact'")
        terms?.finish("'terms'")
        about.finish("'project'")
        return result
    }

    private func goals(_ entries: Entries, _ languages: [Language]) -> [GoalDescription] {
        var known: Set<String> = []
        return entries.nodes("goals").compactMap { node in
            guard let goal = Entries(node, declaration, what: "a goal"),
                let id = goal.required("id", in: "a goal")?.scalar?.string
            else { return nil }
            if !known.insert(id).inserted {
                declaration.report("duplicate-key", "goal '\(id)' is given twice", at: node, suggestion: "keep one of them")
                return nil
            }
            if !isPlainName(id) {
                declaration.report(
                    "bad-name", "'\(id)' cannot be an address", at: node,
                    suggestion: "use small letters a–z, digits and -")
            }
            defer { goal.finish("a goal") }
            return GoalDescription(
                id: id, title: goal.text("title", languages: languages),
                statement: goal.text("statement", languages: languages),
                points: goal.texts("points", languages: languages))
        }
    }

    private func units(_ node: Node) -> UnitsDeclaration? {
        guard let entries = Entries(node, declaration, what: "'units'"),
            let file = entries.required("file", in: "'units'")?.scalar?.string,
            let root = entries.required("root", in: "'units'")?.scalar?.string
        else { return nil }
        entries.finish("'units'")
        return UnitsDeclaration(file: file, root: UnitCode(root), place: declaration.place(of: node))
    }

    private func datasets(_ entries: Entries, _ languages: [Language]) -> [DatasetDeclaration] {
        guard let datasets = entries.entries("datasets") else { return [] }
        defer { datasets.finish("'datasets'") }
        return datasets.keys.compactMap { name in
            guard let node = datasets.take(name), let one = Entries(node, declaration, what: "dataset '\(name)'")
            else { return nil }
            if !isPlainName(name) || name.contains("-") || name.hasPrefix("rows_") || name.hasPrefix("sqlite_")
                || ["dataset", "source_file", "dataset_column", "category", "absent_value", "unit_successor", "retention"].contains(name)
            {
                declaration.report(
                    "bad-name", "'\(name)' cannot name a table", at: datasets.keyNode(name),
                    suggestion: "use small letters a–z, digits and _")
            }
            return DatasetReader(entries: one, name: name, languages: languages).dataset()
        }
    }
}

/// Names that can stand in addresses, tables and formulas: small letters, digits, `_` and `-`, a letter first.
func isPlainName(_ name: String) -> Bool {
    guard let first = name.utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) else { return false }
    return name.utf8.allSatisfy {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
            || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
    }
}
