internal import Yams
import Findings
import Vocabulary

/// Why a value is not what its key needs.
private struct Misfit {
    var code: String
    var message: String
    var suggestion: String?
}

extension Declaration {
    /// Reports everything in which `node` is not of the shape: unknown and missing keys, and values of another kind.
    /// - Parameter called: how findings call it where the shape has no name of its own.
    func check(_ node: Node, against shape: Shape, called: String = "the file") {
        let what = shape.what ?? called
        guard let mapping = node.mapping else {
            report(
                "wrong-shape", "\(what) must be a list of 'key: value'", at: node,
                suggestion: ValueKind.shape(shape).advice)
            return
        }
        let names = shape.keys.map(\.name)
        let given: [String] = mapping.keys.compactMap(\.scalar?.string)
        for key in mapping.keys {
            let name = key.scalar?.string ?? ""
            guard !names.contains(name) else { continue }
            report(
                "unknown-key", "\(what) has no key '\(name)'", at: key,
                suggestion: decimals(of: name, in: mapping)
                    ?? didYouMean(name, among: names.filter { !given.contains($0) }) ?? didYouMean(name, among: names) ?? "known keys: \(names.sorted().joined(separator: ", "))")
        }
        checkPresence(given, shape, what, at: node)
        for (key, value) in mapping {
            guard let name = key.scalar?.string, let known = shape.key(name) else { continue }
            if known.need != .optional, known.kind.isText { checkNotEmpty(value, name) }
            check(value, is: known.kind, called: "'\(name)'")
        }
    }

    /// A text that is needed is written: in every language, where it is given by language.
    private func checkNotEmpty(_ node: Node, _ name: String) {
        if isEmpty(node) {
            report("missing-key", "'\(name)' is empty", at: node, suggestion: "write it after '\(name):'")
        }
        for (key, value) in node.mapping ?? [:] where isEmpty(value) {
            let language = key.scalar?.string ?? ""
            report(
                "missing-translation", "'\(name)' has no text in '\(language)'", at: value,
                suggestion: "write it after '\(language):'", severity: .warning)
        }
    }

    /// `{value: 80,5}` is read as `value: 80` and a key `5`; and nothing is merged with `<<`.
    private func decimals(of name: String, in mapping: Node.Mapping) -> String? {
        if name == "<<" { return "write its keys out: nothing is merged" }
        let pairs = Array(mapping)
        guard Int(name) != nil, let position = pairs.firstIndex(where: { $0.key.scalar?.string == name }), position > 0,
            let whole = pairs[position - 1].value.scalar?.string, Int(whole) != nil
        else { return nil }
        return "write it with a decimal point: \(whole).\(name)"
    }

    private func isEmpty(_ node: Node) -> Bool { node.scalar?.string.allSatisfy(\.isWhitespace) ?? false }

    private func checkPresence(_ given: [String], _ shape: Shape, _ what: String, at node: Node) {
        let strangers = given.filter { shape.key($0) == nil }
        for key in shape.keys where !given.contains(key.name) {
            switch key.need {
            case .optional: continue
            case .required: break
            case .unless(let others): if others.contains(where: given.contains) { continue }
            }
            // It is there, misspelt: that has been told.
            if strangers.contains(where: { nearest($0, among: shape.keys.map(\.name)) == key.name }) { continue }
            var suggestion = "add '\(key.name):'"
            if case .choice(let words, _) = key.kind { suggestion += " with one of \(words.joined(separator: ", "))" }
            report("missing-key", "\(what) has no '\(key.name)'", at: node, suggestion: suggestion)
        }
        if !shape.oneOf.isEmpty, !shape.oneOf.contains(where: given.contains) {
            let keys = shape.oneOf.map { "'\($0):'" }.joined(separator: " or ")
            report("missing-key", "\(what) does not say what is needed", at: node, suggestion: "add \(keys)")
        }
    }

    private func check(_ node: Node, is kind: ValueKind, called: String) {
        switch kind {
        case .shape(let shape): check(node, against: shape, called: called)
        case .words: checkWords(node, called)
        case .list(let item):
            guard let sequence = node.sequence else {
                return report("wrong-shape", "\(called) must be a list", at: node, suggestion: kind.advice)
            }
            for value in sequence { check(value, is: item, called: "an item of \(called)") }
        case .named(let value, let what, _):
            guard let mapping = node.mapping else {
                return report(
                    "wrong-shape", "\(called) must be a list of 'key: value'", at: node, suggestion: kind.advice)
            }
            for (key, inner) in mapping { check(inner, is: value, called: "\(what) '\(key.scalar?.string ?? "")'") }
        case .either(let kinds): check(node, isEither: kinds, called)
        case .formula: break
        case .text, .integer, .number, .flag, .choice, .period, .date:
            if let misfit = misfit(of: node, kind, called) {
                report(misfit.code, misfit.message, at: node, suggestion: misfit.suggestion)
            }
        }
    }

    /// The kind that is written in the same form, list or mapping or neither, is the one meant.
    private func check(_ node: Node, isEither kinds: [ValueKind], _ called: String) {
        let meant = kinds.filter { kind in
            switch kind {
            case .shape, .named: node.mapping != nil
            case .list: node.sequence != nil
            case .words: node.scalar != nil || node.mapping != nil
            default: node.scalar != nil
            }
        }
        if meant.count == 1 { return check(node, is: meant[0], called: called) }
        if meant.contains(where: { misfit(of: node, $0, called) == nil }) { return }
        let needed = kinds.map(\.description).joined(separator: ", or ")
        let advice = Set(kinds.map(\.advice)).sorted().joined(separator: ", or ")
        report(
            meant.isEmpty ? "wrong-shape" : "unknown-value", "\(called) must be \(needed)", at: node, suggestion: advice)
    }

    private func checkWords(_ node: Node, _ called: String) {
        if node.scalar != nil { return }
        guard let mapping = node.mapping else {
            return report(
                "wrong-shape", "\(called) must be \(ValueKind.words.description)", at: node,
                suggestion: ValueKind.words.advice)
        }
        let keys = Language.allCases.map { Shape.Key($0.rawValue, .text, "") }
        check(node, against: Shape(about: "", keys), called: called)
        // A language that is misspelt has been told.
        guard mapping.keys.allSatisfy({ Language(rawValue: $0.scalar?.string ?? "") != nil }) else { return }
        let given = Set(mapping.keys.compactMap(\.scalar?.string))
        for language in languages where !given.contains(language.rawValue) {
            report(
                "missing-translation", "\(called) has no text in '\(language.rawValue)'", at: node,
                suggestion: "add '\(language.rawValue):'", severity: .warning)
        }
    }

    /// What is wrong with a value that stands alone; nil where it fits.
    private func misfit(of node: Node, _ kind: ValueKind, _ called: String) -> Misfit? {
        let text = node.scalar?.string
        let needed = "\(called) must be \(kind.description)"
        switch kind {
        case .text where text == nil: return Misfit(code: "wrong-shape", message: needed, suggestion: kind.advice)
        case .integer(let bounds):
            guard let number = text.flatMap({ Int($0) }) else {
                return Misfit(code: "wrong-type", message: needed, suggestion: Spelling.integer(text ?? ""))
            }
            guard let bounds, !bounds.contains(number) else { return nil }
            return Misfit(
                code: "out-of-bounds",
                message: "\(called) must lie between \(bounds.lowerBound) and \(bounds.upperBound)",
                suggestion: number < bounds.lowerBound
                    ? "write \(bounds.lowerBound) or more" : "write \(bounds.upperBound) or less")
        case .number where text.flatMap({ Exact($0) }) == nil:
            return Misfit(code: "wrong-type", message: needed, suggestion: Spelling.number(text ?? ""))
        case .flag where text != "true" && text != "false":
            return Misfit(code: "wrong-type", message: needed, suggestion: Spelling.flag(text ?? ""))
        case .choice(let words, let code) where !words.contains(text ?? ""):
            return Misfit(
                code: code, message: "\(called) cannot be '\(text ?? "")'",
                suggestion: didYouMean(text ?? "", among: words) ?? "use one of \(words.joined(separator: ", "))")
        case .period where text.flatMap({ Period($0) }) == nil:
            return Misfit(
                code: "wrong-type", message: "\(called) is no period",
                suggestion: "write 2024, 2024K1, 2024M05, 2023/24 or 2014-2016")
        case .date where text == nil || CalendarDay(text ?? "")?.description != text:
            return Misfit(code: "wrong-type", message: "\(called) is no date", suggestion: Spelling.date(text ?? ""))
        default: return nil
        }
    }
}
